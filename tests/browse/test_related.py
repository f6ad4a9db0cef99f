"""Which other agreements a reader is led to, and why."""

import pytest

from agreements.browse.related import related
from agreements.models import Agreement
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def of(title: str, n: int = 5) -> list[tuple[str, str]]:
    found = related(Agreement.objects.get(title=title), n)
    return [(other.agreement.title, other.reason) for other in found]


def test_shared_parties_come_before_shared_areas_and_say_so() -> None:
    assert of("Laboratory") == [
        ("Campus", "Also between Zhejiang University and Huawei Technologies Co., Ltd."),
        ("Nothing", "Also with Huawei Technologies Co., Ltd."),
        ("Research", "Also with Huawei Technologies Co., Ltd."),
        ("Intelligence", "Also on artificial intelligence"),
    ]


def test_no_more_than_asked_for() -> None:
    assert [title for title, _ in of("Laboratory", 2)] == ["Campus", "Nothing"]


def test_drafts_are_related_to_nothing_that_readers_see() -> None:
    factories.agreement("Draft", status="draft", areas=["smart-campus"])
    assert "Draft" not in dict(of("Campus"))


def test_an_agreement_that_shares_nothing_has_no_relations() -> None:
    factories.agreement("Lonely", institutions=["A"], partners=["B"])
    assert of("Lonely") == []
