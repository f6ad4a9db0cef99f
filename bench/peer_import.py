"""Seconds a record that django-import-export takes to import rows of this catalogue.

Usage: python bench/peer_import.py SAMPLE, in an environment that has django-import-export;
`bench/import.py` calls it on a database of its own, which it empties. Prints one number.
"""

import os
import sys
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Model, Q  # noqa: E402
from import_export.resources import modelresource_factory  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: E402

from agreements.models import (  # noqa: E402
    Agreement,
    AgreementArea,
    Alias,
    Citation,
    LifecycleEvent,
    Organisation,
    Participation,
    Party,
    Person,
    Source,
)

MODELS: tuple[type[Model], ...] = (
    Organisation, Alias, Person, Source, Agreement, Party, Participation, AgreementArea,
    LifecycleEvent, Citation,
)  # fmt: skip


def main(sample: int) -> None:
    """Export the rows of the first agreements, empty the tables, import them."""
    keys = list(Agreement.objects.order_by("pk").values_list("pk", flat=True)[:sample])
    resources: dict[type[Model], Any] = {model: _resource(model) for model in MODELS}
    exported = {model: resources[model]().export(_rows(model, keys)) for model in MODELS}
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE agreements_organisation, agreements_source CASCADE")
        cursor.execute("TRUNCATE agreements_agreement, agreements_person CASCADE")
    started = time.monotonic()
    for model in MODELS:
        resources[model]().import_data(exported[model], raise_errors=True)
    seconds = time.monotonic() - started
    if Agreement.objects.count() != len(keys):
        raise SystemExit("it did not import them all")
    print(seconds / len(keys))


def _resource(model: type[Model]) -> Any:
    """Its defaults, without the parties and links that are rows of their own here."""
    twice = [field.name for field in model._meta.many_to_many]
    return modelresource_factory(model, meta_options={"exclude": twice})


def _rows(model: Any, keys: list[int]) -> Any:
    conditions = {
        Organisation: Q(pk__in=Party.objects.filter(agreement__in=keys).values("organisation")),
        Alias: Q(organisation__parties__agreement__in=keys),
        Person: Q(participations__agreement__in=keys),
        Source: Q(citations__agreement__in=keys),
        Agreement: Q(pk__in=keys),
    }
    return model.objects.filter(conditions.get(model, Q(agreement__in=keys))).distinct()


if __name__ == "__main__":
    main(int(sys.argv[1]))
