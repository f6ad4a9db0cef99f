"""Fitted weights give back the shares that judged slots have, and reliability counts them."""

import pytest

from bench.calibrate import fit, left_out_in_turn, weighed
from bench.judging import Judged
from bench.reliability import reliability


def _slots(right: int, wrong: int, sort: str = "event", **clues: float) -> list[Judged]:
    verdicts = [True] * right + [False] * wrong
    return [
        Judged(f"{sort} {number % 40}", sort, clues, 0.5, verdict, {}, True)
        for number, verdict in enumerate(verdicts)
    ]


def test_a_clue_that_tells_right_from_wrong_gets_weight() -> None:
    slots = _slots(1140, 60, seen=1.0) + _slots(300, 300, seen=0.0)
    weights = fit(slots)
    sure = {slot.clues["seen"]: slot.confidence for slot in weighed(slots, weights)}
    assert sure[1.0] == pytest.approx(0.95, abs=0.03)
    assert sure[0.0] == pytest.approx(0.5, abs=0.05)


def test_few_slots_get_no_weight_for_single_clues() -> None:
    weights = fit(_slots(18, 0, seen=1.0) + _slots(0, 2, seen=0.0))
    assert list(weights["event"]) == [""]


def test_nothing_is_certain_however_often_it_was_right() -> None:
    slots = _slots(10, 0)
    [confidence] = {slot.confidence for slot in weighed(slots, fit(slots))}
    assert 0.9 < confidence < 0.95


def test_left_out_slots_are_weighed_by_the_others() -> None:
    slots = _slots(90, 10)
    found = left_out_in_turn(slots)
    assert len(found) == len(slots)
    assert all(0.8 < slot.confidence < 0.97 for slot in found)


def test_reliability_tells_what_thresholds_keep() -> None:
    sure = [Judged("a", "kind", {}, 0.9, True, {}, True)] * 9
    doubtful = [Judged("b", "kind", {}, 0.3, number < 3, {}, True) for number in range(9)]
    found = reliability([*sure, *doubtful])
    assert (found["slots"], found["documents"]) == (18, 2)
    assert found["half"] == {"threshold": 0.9, "share": 0.5, "precision": 1.0}
    assert [one["right"] for one in found["bins"]] == [pytest.approx(1 / 3), 1.0]
    assert found["error"] == pytest.approx((0.1 + 1 / 30) / 2)
