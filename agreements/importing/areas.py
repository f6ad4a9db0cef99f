"""The vocabulary of areas as rows: terms that are missing are added, none is overwritten."""

from agreements.importing.writing import writing
from agreements.models import CooperationArea
from agreements.vocabulary.areas import areas


def add_missing_areas(*, alone: bool = True) -> int:
    """Add the terms of ``fixtures/areas.json`` that no row has yet; returns how many."""
    ids = dict(CooperationArea.objects.values_list("code", "pk"))
    missing = [area for area in areas().values() if area.code not in ids]
    if not missing:
        return 0
    with writing("vocabulary of areas", alone=alone):
        for area in missing:
            row, _ = CooperationArea.objects.get_or_create(
                code=area.code,
                defaults={
                    "axis": area.axis,
                    "label_en": area.label_en,
                    "label_zh": area.label_zh,
                    "parent_id": ids.get(area.parent),
                    "keywords": list(area.keywords),
                    "source": area.source,
                },
            )
            ids[area.code] = row.pk
    return len(missing)
