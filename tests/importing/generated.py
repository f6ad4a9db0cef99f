"""Records made by rule, for tests and measurements of many: nobody and nothing in them is real."""

import random
from collections.abc import Iterator
from pathlib import Path

from agreements.records import AgreementRecord
from agreements.vocabulary.areas import areas
from agreements.vocabulary.kinds import AgreementKind

_SYLLABLES = "ba de fi go ku la me no pi ra se to vu wa xi yo za chu lin mor ten gar hol".split()


def generated(count: int, seed: int = 1) -> Iterator[AgreementRecord]:
    """`count` records in which organisations, people and now and then a whole signing recur."""
    dice = random.Random(seed)
    universities = [f"{_name(dice)} University" for _ in range(max(4, count // 8))]
    companies = [f"{_name(dice)} {_name(dice)} Ltd." for _ in range(max(4, count // 4))]
    codes = sorted(areas())
    made: list[AgreementRecord] = []
    for number in range(count):
        if made and dice.random() < 0.05:
            yield _told_again(dice.choice(made), number)
            continue
        made.append(_record(dice, number, dice.choice(universities), dice.choice(companies), codes))
        yield made[-1]


def write_generated(path: Path, count: int, seed: int = 1) -> None:
    """Write generated records as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in generated(count, seed):
            file.write(f"{record.model_dump_json(exclude_defaults=True)}\n")


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()


def _record(
    dice: random.Random, number: int, university: str, company: str, codes: list[str]
) -> AgreementRecord:
    day = f"{dice.randint(2008, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    signatory, guest = f"{_name(dice)} {_name(dice)}", f"{_name(dice)} {_name(dice)}"
    text = f"{university} and {company} signed on {day}. {signatory} signed, {guest} was there."
    start = text.index(day)
    return AgreementRecord.model_validate(
        {
            "title": f"{university} and {company}, agreement {number}",
            "kind": dice.choice(list(AgreementKind)),
            "signed_on": day,
            "place": _name(dice),
            "institutions": [
                {"name": university, "evidence": {"start": 0, "end": len(university)}}
            ],
            "partners": [
                {"name": company, "aliases": [{"name": company.split()[0], "kind": "short"}]}
            ],
            "signatories": [{"name": signatory, "position": "Rector", "on_behalf_of": university}],
            "people": [{"name": guest, "role": "attendee"}],
            "areas": [{"phrase": code, "code": code} for code in dice.sample(codes, 2)],
            "lifecycle": [{"status": "signed", "on": day}],
            "sources": [
                {"url": f"https://news.example/{number}", "text": text, "published_on": day}
            ],
            "evidence": {"signed_on": {"start": start, "end": start + len(day)}},
        }
    )


def _told_again(record: AgreementRecord, number: int) -> AgreementRecord:
    """The same signing as another address tells it, with another place."""
    data = record.model_dump(exclude_defaults=True)
    data["sources"][0]["url"] = f"https://echo.example/{number}"
    return AgreementRecord.model_validate(data | {"place": "Elsewhere"})
