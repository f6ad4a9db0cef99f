"""Fill an empty database with a made-up catalogue of any size, to measure with.

Usage: python bench/generate.py --agreements 1000000 --seed 1, into the database of DATABASE_URL.

Partners and institutions are long-tailed (the n-th is party to about 1/n as many agreements as the
first), the years are 1990 to 2024 with more in later ones, one to six areas each, one in eleven is
not published. Every name is made of syllables. The rows go in by COPY, with triggers off: there is
no history. It refuses to write into a catalogue that holds anything.
"""

import argparse
import datetime as dt
import hashlib
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from agreements.importing.areas import add_missing_areas  # noqa: E402
from agreements.models import Agreement, CooperationArea, Organisation, Source  # noqa: E402
from agreements.models.fields import DistinctiveWordsField  # noqa: E402
from agreements.models.search import ORGANISATION_IDS, SEARCH_TEXT, SEARCH_VECTOR  # noqa: E402
from agreements.names import normalise_organisation, normalise_person, slugify_name  # noqa: E402
from agreements.vocabulary.kinds import AgreementKind, Lifecycle  # noqa: E402

FIRST_YEAR, LAST_YEAR = 1990, 2024
NOW = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
SYLLABLES = (
    "ba be bo da de dor el fa fer gar go hal he ja kan ke kor la lin lo ma mer mi na nor or pa per "
    "po ra ren ri ro sa sel shi so ta tel ti to tra ul va ven vi wa wen xi ya yor za zen"
).split()
LETTERS = "东北大方工海江京科林南平山上苏天文西新学云中州"
TOPICS = (
    "energy hydrogen water batteries robotics materials steel medicine vaccines genomics nursing "
    "agriculture soil forestry fisheries logistics ports railways aviation satellites optics "
    "semiconductors software security privacy networks antennas sensors vision speech translation "
    "finance insurance taxation law heritage museums design fashion tourism sport music film "
    "teaching scholarships internships exchange entrepreneurship incubation apprenticeship "
    "governance standards patents statistics climate recycling mining chemistry catalysis polymers "
    "textiles ceramics construction housing lighting acoustics mechanics welding casting vehicles"
).split()
COUNTRIES = "CN US DE GB FR JP KR SG IN BR AU CA IT ES NL SE CH RU ZA MX PL TR VN TH MY".split()
STATUSES = {"published": 91, "draft": 5, "in_review": 3, "rejected": 1}
Row = tuple[Any, ...]


class Catalogue:
    """Makes the rows of every table, the same ones for the same seed."""

    def __init__(self, agreements: int, seed: int, areas: dict[str, int]) -> None:
        self.chance = random.Random(seed)
        self.agreements = agreements
        self.areas = self.chance.sample(sorted(areas.values()), len(areas))
        self.institutions = max(20, agreements // 50)
        self.partners = max(50, agreements // 20)
        self.names: list[str] = [""]
        self.native: dict[int, str] = {}

    def organisations(self) -> Iterator[Row]:
        """Institutions first, then partners; the earlier, the more agreements."""
        for key in range(1, self.institutions + self.partners + 1):
            institution = key <= self.institutions
            word = self.word().capitalize()
            kinds = (
                ("University", "Institute of Technology", "College")
                if institution
                else (
                    "Technologies Co., Ltd.",
                    "Group",
                    "AG",
                    "Systems Inc.",
                    "Ministry",
                    "Foundation",
                )
            )
            name = f"{word} {self.word().capitalize()} {self.chance.choice(kinds)}"
            self.names.append(name)
            if self.chance.random() < 0.3:
                self.native[key] = "".join(
                    self.chance.choices(LETTERS, k=self.chance.randint(4, 8))
                )
            slug = f"{slugify_name(normalise_organisation(name))}-{key}"
            kind = "university" if institution else "company"
            country = COUNTRIES[self.tail(len(COUNTRIES))] if self.chance.random() < 0.95 else ""
            yield key, name, *forms(name), slug, kind, country, "", "", "", ""

    def aliases(self) -> Iterator[Row]:
        """Names in Chinese characters."""
        for number, (key, name) in enumerate(self.native.items(), 1):
            yield number, key, name, *forms(name), "native", "zh"

    def people(self) -> Iterator[Row]:
        """One for twenty agreements."""
        for key in range(1, self.agreements // 20 + 2):
            name = f"{self.word().capitalize()} {self.word().capitalize()}"
            employer = 1 + self.tail(self.institutions + self.partners)
            normalised = f"{normalise_person(name)} {key}"
            yield key, f"{name} {key}", normalised, f"person-{key}", employer

    def rows(self) -> Iterator[dict[str, list[Row]]]:
        """One agreement at a time, with the rows of its parts by table."""
        for key in range(1, self.agreements + 1):
            yield self.agreement(key)

    def agreement(self, key: int) -> dict[str, list[Row]]:
        """One agreement: parties, areas, perhaps a signatory, a source and two citations."""
        chance = self.chance
        sides = [(1, self.institutions), (1 + self.institutions, self.partners)]
        parties = [
            first + self.tail(number)
            for first, number in sides
            for _ in range(1 + (chance.random() < 0.1))
        ]
        parties = list(dict.fromkeys(parties))
        kind = chance.choices(list(AgreementKind), range(len(AgreementKind), 0, -1))[0].value
        topics = chance.sample(TOPICS, 2)
        title = (
            f"{self.names[parties[0]]} and {self.names[parties[-1]]} sign "
            f"{kind.replace('_', ' ')} on {topics[0]} and {topics[1]}"
        )
        signed, announced = self.dates()
        text = f"{title}. Both sides will work on {topics[0]} from {announced}."
        phrases = [self.areas[self.tail(len(self.areas))] for _ in range(chance.choice(AREAS))]
        phrases = list(dict.fromkeys(phrases))
        names = " ".join(f"{self.names[one]} {self.native.get(one, '')}" for one in parties)
        status = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
        lifecycle = chance.choices(list(Lifecycle), (50, 25, 12, 8, 2, 3))[0].value
        digest = hashlib.sha256(text.encode()).hexdigest()
        url = f"https://news.example/{key}"
        end = len(title)
        signatory = (
            [
                (
                    key,
                    "signatory",
                    "President",
                    key,
                    parties[0],
                    1 + self.tail(self.agreements // 20 + 1),
                    "",
                )
            ]
            if chance.random() < 0.25
            else []
        )
        return {
            "raw": [(key, f"bench:{key}", title, f"agreement-{key}", kind, signed, announced,
                     lifecycle, status, names, topics[0], text)],
            "party": [(key, one, "", self.names[one]) for one in parties],
            "agreementarea": [(key, area, topics[0]) for area in phrases],
            "participation": [row[1:] for row in signatory],
            "source": [(key, url, f"source-{key}", title, "The Example", announced, announced, "en",
                        "press", "original", text, digest, "[]")],
            "citation": [(key, key, "record", "", 0, end), (key, key, "title", "", 0, end)],
        }  # fmt: skip

    def dates(self) -> tuple[str, str]:
        """When it was signed, as far as that is stated, and when announced."""
        span = LAST_YEAR - FIRST_YEAR + 1
        year = FIRST_YEAR + int(span * self.chance.random() ** 0.6)
        day = dt.date(year, 1, 1) + dt.timedelta(days=self.chance.randrange(365))
        known = self.chance.choices((10, 7, 4, 0), (70, 10, 10, 10))[0]
        return day.isoformat()[:known], day.isoformat()

    def word(self) -> str:
        """A made-up word of two to four syllables."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))

    def tail(self, number: int) -> int:
        """A place below `number`; the n-th comes about 1/n as often as the first."""
        return int(number ** self.chance.random() * 1.0000001) - 1


AREAS = [1] * 20 + [2] * 22 + [3] * 22 + [4] * 16 + [5] * 12 + [6] * 8
COLUMNS = {
    "organisation": "id, name, normalised, distinctive, slug, type, country, website, ror, "
    "wikidata, lei",
    "alias": "id, organisation_id, name, normalised, distinctive, kind, language",
    "person": "id, name, normalised, slug, organisation_id",
    "party": "agreement_id, organisation_id, unit, stated_name",
    "agreementarea": "agreement_id, area_id, phrase",
    "participation": "role, position, agreement_id, organisation_id, person_id, on_behalf_of",
    "source": "id, url, slug, title, publisher, published_on, retrieved_on, language, voice, "
    "text_kind, text, text_hash, set_aside",
    "citation": 'agreement_id, source_id, slot, value, start, "end"',
}
TABLES = {name: f"agreements_{name} ({columns})" for name, columns in COLUMNS.items()}
TABLES["raw"] = "raw"
RAW = """
CREATE TEMPORARY TABLE raw (id bigint, key text, title text, slug text, kind text, signed_on text,
    announced_on text, lifecycle text, status text, names text, areas text, body text)
"""
AGREEMENTS = f"""
INSERT INTO agreements_agreement (id, key, title, slug, kind, summary, signed_on, effective_from,
    expires_on, place, lifecycle, editorial_status, created_at, updated_at, announced_on,
    search_text, search_vector, organisation_ids, unreviewed_additions)
SELECT a.id, key, title, slug, kind, '', signed_on, '', '', '', lifecycle, status, %s, %s,
    announced_on, {SEARCH_TEXT}, {SEARCH_VECTOR}, {ORGANISATION_IDS}, false
FROM (SELECT *, '' AS summary FROM raw) AS a
CROSS JOIN LATERAL (SELECT a.names, a.areas, a.body) AS found
"""
WORDS = """
INSERT INTO agreements_searchword (word)
SELECT word FROM ts_stat('SELECT search_vector FROM agreements_agreement', 'b')
WHERE length(word) > 2
"""
CHUNK = 20_000


def forms(name: str) -> tuple[str, str]:
    """The normal form of an organisation's name and what of it is distinctive."""
    return normalise_organisation(name), DistinctiveWordsField.normalise(name)


def copy(table: str, rows: Iterable[Row]) -> None:
    """Write rows by COPY."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {TABLES[table]} FROM STDIN") as sink:
        for row in rows:
            sink.write_row(row)


def fill(catalogue: Catalogue) -> None:
    """Write the whole catalogue, a chunk of agreements at a time."""
    copy("organisation", catalogue.organisations())
    copy("alias", catalogue.aliases())
    copy("person", catalogue.people())
    connection.cursor().execute(RAW)
    waiting: dict[str, list[Row]] = {}
    for number, parts in enumerate(catalogue.rows(), 1):
        for table, rows in parts.items():
            waiting.setdefault(table, []).extend(rows)
        if number % CHUNK == 0 or number == catalogue.agreements:
            write(waiting)
            print(f"\r{number:,} agreements", end="", flush=True)
    print()


def write(waiting: dict[str, list[Row]]) -> None:
    """Write what waits, the agreements with what search reads of them."""
    for table, rows in waiting.items():
        copy(table, rows)
        rows.clear()
    with connection.cursor() as cursor:
        cursor.execute(AGREEMENTS, [NOW, NOW])
        cursor.execute("TRUNCATE raw")


def indexes() -> list[tuple[str, str]]:
    """Names and definitions of the indexes that are quicker made afterwards."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
            " AND indexname IN ('agreement_search', 'agreement_trgm')"
        )
        return list(cursor.fetchall())


def main(agreements: int, seed: int) -> int:
    """Fill the database; returns the exit status."""
    if "DATABASE_URL" not in os.environ:
        print("Name the database to fill in DATABASE_URL; the embedded one is for real catalogues.")
        return 1
    started = time.monotonic()
    call_command("migrate", verbosity=0)
    if any(model.objects.exists() for model in (Agreement, Organisation, Source)):
        print("This database holds a catalogue; name an empty one in DATABASE_URL.")
        return 1
    later = indexes()
    with transaction.atomic(), connection.cursor() as cursor:
        add_missing_areas()
        areas = dict(CooperationArea.objects.values_list("code", "pk"))
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for name, _ in later:
            cursor.execute(f"DROP INDEX {name}")
        fill(Catalogue(agreements, seed, areas))
        for _, definition in later:
            cursor.execute(definition)
        cursor.execute(WORDS)
        for table in ("agreement", "organisation", "alias", "person", "source"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('agreements_{table}', 'id'),"
                f" (SELECT max(id) FROM agreements_{table}))"
            )
        cursor.execute("INSERT INTO agreements_change (what) VALUES ('everything')")
    connection.cursor().execute("VACUUM ANALYZE")
    print(f"{agreements:,} agreements in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--agreements", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    sys.exit(main(**vars(options.parse_args())))
