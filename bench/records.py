"""Records made by rule as JSON Lines, for measuring the import: nothing in them is real.

A few organisations are in very many agreements and most in few, people recur within their
organisations, and some signings are told again at another address.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreements.vocabulary.areas import areas
from agreements.vocabulary.kinds import AgreementKind

_SYLLABLES = (
    "ba be bo da de do fa fe fi ga go gu ha he ka ke ki ko la le li lo ma me mi mo na ne no pa "
    "pe ra re ri ro sa se si so ta te ti to va ve vo wa xi yo za chu lin mor ten gar hol bran"
).split()
_PLACES_OF_LEARNING = ("{} University", "University of {}", "{} Institute of Technology")
_FIRMS = ("{} {} Ltd.", "{} {} Technologies", "{} {} GmbH", "{} {} Group")
_POSITIONS = ("President", "Rector", "Vice President", "Dean", "Director", "Chairman")
TOLD_AGAIN = 0.03
"""Share of records that tell of a signing told before, at another address."""
_RECENT = 10_000


def write_records(path: Path, count: int, seed: int) -> None:
    """Write `count` records, the same for the same seed."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def records(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """The records as data."""
    dice = random.Random(seed)
    learned = [dice.choice(_PLACES_OF_LEARNING).format(_word(dice)) for _ in range(count // 20 + 9)]
    firms = [dice.choice(_FIRMS).format(_word(dice), _word(dice)) for _ in range(count // 10 + 9)]
    codes = sorted(areas())
    recent: list[dict[str, Any]] = []
    for number in range(count):
        if recent and dice.random() < TOLD_AGAIN:
            told = dict(dice.choice(recent))
            told["sources"] = [told["sources"][0] | {"url": f"https://echo.example/{number}"}]
            yield told
            continue
        record = _record(dice, number, _ranked(dice, learned), _ranked(dice, firms), codes)
        recent[number % _RECENT : number % _RECENT + 1] = [record]
        yield record


def _ranked(dice: random.Random, names: list[str]) -> str:
    """The first name most often, the others with falling frequency (Zipf's law)."""
    return names[int(len(names) ** dice.random()) - 1]


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()


def _person(name: str, dice: random.Random) -> str:
    """One of forty people of an organisation."""
    own = random.Random(f"{name}{dice.randint(1, 40)}")
    return f"{_word(own)} {_word(own)}"


def _record(
    dice: random.Random, number: int, university: str, firm: str, codes: list[str]
) -> dict[str, Any]:
    day = f"{dice.randint(1990, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    rector, director = _person(university, dice), _person(firm, dice)
    place, named = _word(dice), dice.sample(codes, dice.randint(1, 6))
    text = (
        f"{university} and {firm} signed an agreement in {place} on {day}. It was signed by"
        f" {rector} for the university and by {director} for the company. They will work"
        f" together on {', '.join(code.replace('-', ' ') for code in named)}. Both sides spoke of"
        f" the good relations between {_word(dice)} and {_word(dice)} and thanked those present."
    )

    def evidence(words: str) -> dict[str, int]:
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    return {
        "title": f"{university} and {firm} sign an agreement in {place}",
        "kind": dice.choice(list(AgreementKind)),
        "signed_on": day,
        "place": place,
        "institutions": [{"name": university, "evidence": evidence(university)}],
        "partners": [{"name": firm, "evidence": evidence(firm)}],
        "signatories": [
            _signatory(rector, university, dice, evidence(rector)),
            _signatory(director, firm, dice, evidence(director)),
        ],
        "areas": [{"phrase": code.replace("-", " "), "code": code} for code in named],
        "lifecycle": [{"status": "signed", "on": day, "evidence": evidence(day)}],
        "sources": [
            {
                "url": f"https://news.example/{number}",
                "title": f"{university} signs with {firm}",
                "publisher": university,
                "published_on": day,
                "language": "en",
                "text": text,
            }
        ],
        "evidence": {"signed_on": evidence(day), "place": evidence(place)},
    }


def _signatory(
    name: str, organisation: str, dice: random.Random, evidence: dict[str, int]
) -> dict[str, Any]:
    position = dice.choice(_POSITIONS)
    return {
        "name": name,
        "position": position,
        "on_behalf_of": organisation,
        "evidence": evidence,
    }
