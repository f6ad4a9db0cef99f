"""Forms of the admin: whatever the database would refuse is said beside the field to mend."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Model, Q, UniqueConstraint
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField, construct_instance

from agreements.admin.widgets import LoadedAutocomplete
from agreements.models import unique_slug
from agreements.models.fields import NormalisedNameField
from agreements.models.sources import TextHashField
from agreements.names import slugify_name


def constraint_fields(constraint: BaseConstraint) -> list[str]:
    """The names of the fields that a constraint speaks of."""
    if isinstance(constraint, UniqueConstraint):
        return list(constraint.fields)
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
        return list(constraint.condition.referenced_base_fields)
    return []


class CatalogueForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that checks every constraint of its model, also those on fields it does not show.

    Django leaves out constraints that touch a field outside the form, and the database then
    refuses the row: a page of error instead of a message.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = "Its public address; left empty, made from the name"
        for name, field in self.fields.items():
            select = getattr(field.widget, "widget", field.widget)
            if isinstance(select, LoadedAutocomplete):
                select.take_chosen(self.instance, name)

    def clean(self) -> dict[str, Any] | None:
        """Make the address from the name where none is given."""
        cleaned = super().clean()
        if cleaned and "slug" in self.fields and not cleaned.get("slug"):
            model: Any = self.instance._meta.concrete_model
            cleaned["slug"] = unique_slug(model, slugify_name(self.slug_words(cleaned)))
        return cleaned

    def slug_words(self, cleaned: dict[str, Any]) -> str:
        """The words that a public address is made of."""
        return str(cleaned.get("name") or cleaned.get("title") or "")

    def _post_clean(self) -> None:
        """Django's own, with the constraints checked one by one."""
        options = self._meta
        self.instance = construct_instance(self, self.instance, options.fields, options.exclude)
        parents = {n for n, f in self.fields.items() if isinstance(f, InlineForeignKeyField)}
        try:
            self.instance.full_clean(
                exclude=self._get_validation_exclusions() | parents,  # type: ignore[attr-defined]
                validate_unique=False,
                validate_constraints=False,
            )
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]
        self._compute()
        if self._validate_unique:  # type: ignore[attr-defined]
            self.validate_unique()
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                self._check_constraint(model, constraint)

    def _compute(self) -> None:
        """Fill what is otherwise computed at the moment of writing, for constraints to see."""
        for field in self.instance._meta.concrete_fields:
            if isinstance(field, NormalisedNameField | TextHashField):
                field.pre_save(self.instance, add=False)

    def _check_constraint(self, model: type[Model], constraint: BaseConstraint) -> None:
        try:
            constraint.validate(model, self.instance, exclude=set(self.errors) - {NON_FIELD_ERRORS})
        except ValidationError as error:
            self.add_error(self._mending_field(constraint), error)

    def _mending_field(self, constraint: BaseConstraint) -> str | None:
        spoken_of = constraint_fields(constraint)
        return next(
            (bound.name for bound in self.visible_fields() if bound.name in spoken_of), None
        )


class CatalogueFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows of a part that may not repeat, also where one of the values is empty.

    Django compares the rows of one submission only where every value is there.
    """

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:  # type: ignore[type-arg]
        """Name every field for those who do not see the head of its column."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            inner: Any = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", form[name].label)

    def clean(self) -> None:
        """Put an error on the second of two rows that the database would not keep apart."""
        super().clean()
        model: Any = self.model
        for constraint in model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and constraint.nulls_distinct is False:
                self._refuse_repeated(constraint)

    def _refuse_repeated(self, constraint: UniqueConstraint) -> None:
        seen: set[tuple[Any, ...]] = set()
        for form in self._kept_forms():
            fields = [form.instance._meta.get_field(name) for name in constraint.fields]
            row = tuple(getattr(form.instance, field.attname) for field in fields)
            if row in seen:
                form.add_error(None, constraint.get_violation_error_message())
            seen.add(row)

    def _kept_forms(self) -> "Iterator[forms.ModelForm[Any]]":
        for form in self.forms:
            filled = form.has_changed() or form.instance.pk
            if filled and form.is_valid() and form not in self.deleted_forms:
                yield form
