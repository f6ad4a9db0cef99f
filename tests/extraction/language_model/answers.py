"""What a model answers about the document of the tests, to be spoilt by them."""

import json
from typing import Any

from tests.extraction.language_model.protocol import Response, completion

SIGNING = (
    "Harbin Institute of Technology (HIT, 哈尔滨工业大学) and Huawei Technologies Co., Ltd. signed"
    " a strategic cooperation agreement on October 22, 2018."
)
SIGNERS = "Han Jiecai, Vice President of HIT, signed for the university, and Lu Yong, Senior Vice"
FIELDS = (
    "The partners will cooperate in the fields of joint research, personnel training,"
    " campus services and intelligent campus construction."
)


def good_answer() -> dict[str, Any]:
    """A right answer with quotations to the letter."""
    return {
        "published_on": None,
        "headline": None,
        "agreements": [
            {
                "signing": SIGNING,
                "kind": stated("strategic_cooperation_agreement", SIGNING),
                "signed_on": stated("2018-10-22", "on October 22, 2018"),
                "effective_from": None,
                "expires_on": None,
                "place": stated(
                    "Room 626 of the university's Administration Building",
                    "in Room 626 of the university's Administration Building",
                ),
                "institutions": [
                    party("Harbin Institute of Technology", "university"),
                ],
                "partners": [party("Huawei Technologies Co., Ltd.", "company")],
                "signatories": [
                    {
                        "name": "Han Jiecai",
                        "position": "Vice President",
                        "on_behalf_of": "HIT",
                        "quote": SIGNERS,
                    }
                ],
                "areas": [
                    {"phrase": "joint research", "quote": FIELDS},
                    {"phrase": "campus services", "quote": FIELDS},
                ],
            }
        ],
        "people": [
            {
                "name": "Zhou Yu",
                "position": "President",
                "on_behalf_of": "HIT",
                "role": "speaker",
                "quote": "Zhou Yu, President of HIT",
            }
        ],
        "set_aside": [],
    }


def stated(value: str, quote: str) -> dict[str, str]:
    """A value and its quotation."""
    return {"value": value, "quote": quote}


def party(name: str, type_: str, quote: str = SIGNING) -> dict[str, Any]:
    """A party of the agreement."""
    return {"name": name, "unit": None, "type": type_, "quote": quote}


def answered(answer: dict[str, Any]) -> Response:
    """A server's response with this answer."""
    return completion(json.dumps(answer, ensure_ascii=False))
