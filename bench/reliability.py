"""Whether confidences hold: what share of the slots at each confidence is right."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from bench.judging import Judged

BOUNDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


def reliability(slots: Sequence[Judged]) -> dict[str, Any]:
    """Brier score, expected calibration error, bins, and what thresholds keep.

    `half` is the threshold at which at least half of the slots are kept, as close as ties allow.
    """
    if not slots:
        return {"slots": 0}
    bins = [_bin(slots, low, high) for low, high in pairwise(BOUNDS)]
    filled = [found for found in bins if found["slots"]]
    gaps = [found["slots"] * abs(found["mean"] - found["right"]) for found in filled]
    half = sorted((slot.confidence for slot in slots), reverse=True)[(len(slots) - 1) // 2]
    return {
        "documents": len({slot.document for slot in slots}),
        "slots": len(slots),
        "right": _share(slots),
        "brier": sum((slot.confidence - slot.right) ** 2 for slot in slots) / len(slots),
        "error": sum(gaps) / len(slots),
        "bins": filled,
        "kept": [_kept(slots, threshold) for threshold in THRESHOLDS],
        "half": _kept(slots, half),
        "sorts": [_sort(slots, sort) for sort in sorted({slot.sort for slot in slots})],
    }


def table(found: dict[str, Any]) -> str:
    """The same as lines to read."""
    if not found["slots"]:
        return "no slots"
    lines = [
        f"{found['slots']} slots of {found['documents']} documents, {found['right']:.3f} right,"
        f" Brier {found['brier']:.3f}, calibration error {found['error']:.3f}"
    ]
    lines += [
        f"  {one['low']:.2f} to {one['high']:.2f}: {one['slots']:4} slots, said {one['mean']:.3f},"
        f" right {one['right']:.3f}"
        for one in found["bins"]
    ]
    lines += [
        f"  from {one['threshold']:.3f}: keeps {one['share']:.2f}, {one['precision']:.3f} right"
        for one in (*found["kept"], found["half"])
    ]
    lines += [
        f"  {one['sort']:12} {one['slots']:4} slots, said {one['mean']:.3f},"
        f" right {one['right']:.3f}"
        for one in found["sorts"]
    ]
    return "\n".join(lines)


def _bin(slots: Iterable[Judged], low: float, high: float) -> dict[str, Any]:
    inside = [s for s in slots if low <= s.confidence < high or s.confidence == high == BOUNDS[-1]]
    found = {"low": low, "high": high, "slots": len(inside)}
    return found | {"mean": _mean(inside), "right": _share(inside)} if inside else found


def _sort(slots: Iterable[Judged], sort: str) -> dict[str, Any]:
    own = [slot for slot in slots if slot.sort == sort]
    return {"sort": sort, "slots": len(own), "mean": _mean(own), "right": _share(own)}


def _kept(slots: Sequence[Judged], threshold: float) -> dict[str, float]:
    above = [slot for slot in slots if slot.confidence >= threshold]
    precision = _share(above) if above else 1.0
    return {"threshold": threshold, "share": len(above) / len(slots), "precision": precision}


def _share(slots: Sequence[Judged]) -> float:
    return sum(slot.right for slot in slots) / len(slots)


def _mean(slots: Sequence[Judged]) -> float:
    return sum(slot.confidence for slot in slots) / len(slots)
