"""The vocabulary of areas as rows: terms that are missing are added, none is overwritten."""

from agreements.importing.writing import writing
from agreements.models import CooperationArea
from agreements.vocabulary.areas import Area, areas


def add_missing_areas(*, alone: bool = True) -> int:
    """Add the terms of ``fixtures/areas.json`` that no row has yet; returns how many."""
    known = _ids()
    missing = [area for area in areas().values() if area.code not in known]
    if missing:
        with writing("vocabulary of areas", alone=alone):
            _add(missing)
    return len(missing)


def _add(missing: list[Area]) -> None:
    """Broader terms before narrower ones, a level at a time."""
    while missing:
        ids = _ids()
        ready = [area for area in missing if not area.parent or area.parent in ids]
        rows = (
            CooperationArea(
                code=area.code,
                axis=area.axis,
                label_en=area.label_en,
                label_zh=area.label_zh,
                parent_id=ids.get(area.parent),
                keywords=list(area.keywords),
                source=area.source,
            )
            for area in ready
        )
        # Another import may have added the same terms since they were found missing.
        CooperationArea.objects.bulk_create(rows, ignore_conflicts=True)
        missing = [area for area in missing if area not in ready]


def _ids() -> dict[str, int]:
    return dict(CooperationArea.objects.values_list("code", "pk"))
