"""What lists show of agreements, read in one statement and without a model's instances."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connections, router

from agreements.models import Agreement
from agreements.models.addresses import address
from agreements.models.fields import choices
from agreements.models.prepared import prepared
from agreements.vocabulary.kinds import AgreementKind

_KINDS = dict(choices(AgreementKind))
_ROWS = """
SELECT id, slug, title, kind, signed_on, announced_on, (
    SELECT json_agg(json_build_array(organisation.name, native.name, native.language)
        ORDER BY party.id)
    FROM agreements_party AS party
    JOIN agreements_organisation AS organisation ON organisation.id = organisation_id
    LEFT JOIN LATERAL (
        SELECT alias.name, alias.language FROM agreements_alias AS alias
        WHERE alias.organisation_id = organisation.id AND kind = 'native'
        AND alias.name <> organisation.name ORDER BY alias.name LIMIT 1
    ) AS native ON true
    WHERE agreement_id = agreement.id
) FROM agreements_agreement AS agreement
WHERE id = ANY(%s) AND editorial_status = 'published'
"""


class PartyName(NamedTuple):
    """A party; `native` is its name in its own script, None where that is not known."""

    name: str
    native: str | None
    language: str | None


class AgreementRow(NamedTuple):
    """A published agreement as a row of a list."""

    pk: int
    slug: str
    title: str
    kind: str
    signed_on: str
    announced_on: str
    parties: list[PartyName]

    @property
    def path(self) -> str:
        """The address of its page."""
        return address("agreement", self.slug)

    @property
    def dated(self) -> str:
        """The day of signing, or else of the announcement."""
        return self.signed_on or self.announced_on

    @property
    def order(self) -> tuple[str, int]:
        """Its place among the newest."""
        return self.dated, self.pk


def agreement_rows(keys: Iterable[int]) -> dict[int, AgreementRow]:
    """Those of these agreements that are published, by primary key, in no order."""
    with prepared(connections[router.db_for_read(Agreement)]) as cursor:
        cursor.execute(_ROWS, [list(keys)])
        return {
            key: AgreementRow(key, slug, title, _KINDS[kind], signed_on, announced_on, parties)
            for key, slug, title, kind, signed_on, announced_on, named in cursor.fetchall()
            for parties in [[PartyName(*each) for each in named or ()]]
        }
