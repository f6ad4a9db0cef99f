"""Editing which words of which source support a fact: by quotation, never by counting letters."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Model, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest

from agreements.admin.base import PartInline
from agreements.admin.evidence import find_quotation, label
from agreements.admin.forms import CatalogueForm, CatalogueFormSet
from agreements.admin.wording import how_sure
from agreements.models import Agreement, Citation, Slot

# The parts of an agreement that a citation may support: slot, the citation's field for the
# part, the agreement's own rows of it, and what their names need.
PARTS = (
    (Slot.PARTY, "party", "parties", "organisation"),
    (Slot.PARTICIPATION, "participation", "participations", "person"),
    (Slot.AREA, "agreement_area", "agreement_areas", "area"),
    (Slot.LIFECYCLE, "lifecycle_event", "lifecycle_events", None),
)
PART_FIELDS = {slot: name for slot, name, _, _ in PARTS}


class QuotationField(forms.CharField):
    """Words of a source; how they are broken into lines does not matter."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 30})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the words alone, since browsers send other line breaks."""
        return (initial or "").split() != (data or "").split()


def supportable(agreement: Agreement) -> list[tuple[str, Any]]:
    """What a citation of this agreement can support, as grouped choices."""
    parts = set(PART_FIELDS)
    groups: list[tuple[str, Any]] = [
        ("", "---------"),
        ("The agreement", [(s.value, s.label.capitalize()) for s in Slot if s not in parts]),
    ]
    for slot, _, rows, related in PARTS if agreement.pk else ():
        found = getattr(agreement, rows).select_related(*([related] if related else []))
        if named := [(f"{slot.value}:{row.pk}", str(row)) for row in found]:
            groups.append((slot.label, named))
    return groups


class CitationForm(CatalogueForm):
    """One citation: what it supports, the source, and the words that say so."""

    supports = forms.ChoiceField()
    quotation = QuotationField(
        required=False,
        help_text="Copied from the source beside; empty where the source says so as a whole",
    )

    def __init__(self, *args: Any, choices: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supports"].choices = choices  # type: ignore[attr-defined]
        if self.instance.pk:
            field = PART_FIELDS.get(self.instance.slot)
            part = getattr(self.instance, f"{field}_id") if field else None
            self.initial["supports"] = (
                f"{self.instance.slot}:{part}" if part else self.instance.slot
            )
            self.initial["quotation"] = getattr(self.instance, "quote", "")

    def clean(self) -> dict[str, Any] | None:
        """Turn the choice into slot and part, and the quotation into a span."""
        cleaned = super().clean() or {}
        if self.changed_data:
            self.instance.confidence = None  # from now on a person says so
        if cleaned.get("supports"):
            self._set_part(cleaned["supports"])
        if {"quotation", "source"} & set(self.changed_data) and cleaned.get("source"):
            try:
                self._set_span(cleaned["source"].text, cleaned.get("quotation", ""))
            except ValidationError as error:
                self.add_error("quotation", error)
        return cleaned

    def _set_part(self, supports: str) -> None:
        slot, _, key = supports.partition(":")
        self.instance.slot = slot
        for part_slot, name in PART_FIELDS.items():
            setattr(self.instance, f"{name}_id", int(key) if part_slot == slot else None)

    def _set_span(self, text: str, quotation: str) -> None:
        self.instance.start = self.instance.end = None
        if not quotation.strip():
            return
        found = find_quotation(text, quotation)
        if not found:
            raise ValidationError("These words are not in the source. Copy them from its text.")
        if len(found) > 1:
            raise ValidationError(
                f"The source has these words {len(found)} times. Quote more of the sentence."
            )
        self.instance.start, self.instance.end = found[0]


class CitationFormSet(CatalogueFormSet):
    """The citations of one agreement, which share the choice of what they can support."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Build the choices once for all rows."""
        if not hasattr(self, "_choices"):
            self._choices = supportable(self.instance)
        return {**super().get_form_kwargs(index), "choices": self._choices}


class CitationInline(PartInline):
    """An agreement's evidence."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet
    classes = ("collapse",)
    fields = ("supports", "source", "quotation", "value", "sure")
    readonly_fields = ("sure",)
    autocomplete_fields = ("source",)
    related = (
        "source",
        "party__organisation",
        "participation__person",
        "agreement_area",
        "lifecycle_event",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """Citations with the quoted words, without the texts that they stand in."""
        citations: QuerySet[Citation] = super().get_queryset(request).defer("source__text")
        quote = Substr("source__text", F("start") + 1, F("end") - F("start"))
        return citations.annotate(quote=quote)

    @admin.display(description="confidence")
    def sure(self, citation: Citation) -> str:
        """How likely extraction was right; empty for what people and tables say."""
        return how_sure(citation.confidence)

    @admin.display(description="supports")
    def supports(self, citation: Citation) -> str:
        """What it supports, for those who may only look."""
        return label(citation)

    @admin.display(description="quotation")
    def quotation(self, citation: Model) -> str:
        """The quoted words, for those who may only look."""
        return getattr(citation, "quote", None) or "as a whole"
