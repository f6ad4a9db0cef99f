"""Model fields that the catalogue's models share."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.constraints import CheckConstraint

from agreements.dates import EDTF_PATTERN, PartialDate
from agreements.names import distinctive_words, normalise_organisation, normalise_person


def choices(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    """A closed list as form choices: "letter_of_intent" reads "Letter of intent"."""
    return [(term.value, term.value.replace("_", " ").capitalize()) for term in vocabulary]


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A partial date as EDTF level 0 text, "" where unknown; it sorts as dates do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs["max_length"] = 10
        kwargs.setdefault("validators", [_in_calendar])
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave out what __init__ sets itself."""
        name, path, args, kwargs = super().deconstruct()
        for key in ("max_length", "blank", "default", "validators"):
            kwargs.pop(key, None)
        return name, path, args, kwargs


class NormalisedNameField(models.CharField):  # type: ignore[type-arg]
    """The normal form of another field's name, recomputed whenever the row is written.

    `source` names that field. QuerySet.update() bypasses it, as it does every pre_save.
    """

    normalise: Callable[[str], str]

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs["editable"] = False
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Keep the source's name for the migration."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, {**kwargs, "source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Compute the normal form from the source field."""
        value = self.normalise(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value


class NormalisedOrganisationField(NormalisedNameField):
    """The normal form of an organisation's name."""

    normalise = staticmethod(normalise_organisation)


def _distinctive(name: str) -> str:
    normalised = normalise_organisation(name)
    return distinctive_words(normalised) or normalised


class DistinctiveWordsField(NormalisedNameField):
    """The words of an organisation's name that few others share, or else all its words."""

    normalise = staticmethod(_distinctive)


class NormalisedPersonField(NormalisedNameField):
    """The normal form of a person's name."""

    normalise = staticmethod(normalise_person)


def matches(field: str, pattern: str, message: str) -> CheckConstraint:
    """A check constraint: the field is empty or has the form of `pattern`."""
    return models.CheckConstraint(
        condition=models.Q(**{field: ""}) | models.Q(**{f"{field}__regex": pattern}),
        name=f"%(class)s_{field}_form",
        violation_error_message=message,
    )


def is_date(field: str) -> CheckConstraint:
    """A check constraint: the field is empty or EDTF level 0."""
    return matches(field, EDTF_PATTERN, "Write a date as 2018, 2018-10 or 2018-10-22.")


def is_one_of(field: str, vocabulary: type[StrEnum]) -> CheckConstraint:
    """A check constraint: the field holds a term of its list; choices alone bind forms only."""
    values = [term.value for term in vocabulary]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}),
        name=f"%(class)s_{field}_known",
        violation_error_message=f"Choose one of: {', '.join(values)}.",
    )


def _in_calendar(value: str) -> None:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error
