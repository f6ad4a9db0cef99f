"""Stated organisations into rows: made when new, their empty fields filled when known."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from django.db.models import Q

from agreements.importing.desk import Desk
from agreements.importing.directory import IDENTIFIERS
from agreements.importing.matching import Match, Verdict, identify
from agreements.importing.resembling import Newcomer, candidates
from agreements.models import Alias, MatchProposal, Organisation
from agreements.names import normalise_organisation, slugify_name
from agreements.records import OrganisationRecord
from agreements.vocabulary.kinds import INSTITUTION_TYPES, OrganisationType
from agreements.vocabulary.organisation_types import guess_type

_REASON = 500
_REMEMBERED = 50_000


class Memory:
    """Statements about organisations met in one run, the latest of them, and who they meant."""

    def __init__(self) -> None:
        self._keys: OrderedDict[bytes, int] = OrderedDict()

    def recall(self, statement: bytes) -> int | None:
        """The primary key of the organisation that a statement meant."""
        return self._keys.get(statement)

    def keep(self, met: Mapping[bytes, int]) -> None:
        """Remember whom statements mean."""
        for statement, key in met.items():
            self._keys[statement] = key
            self._keys.move_to_end(statement)
        while len(self._keys) > _REMEMBERED:
            self._keys.popitem(last=False)


class Register:
    """Settles who the organisations of records are, and has a person asked where that is open."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        self._desk = desk
        self._memory = memory
        self._met: dict[bytes, int] = {}
        self._newcomers: list[Newcomer] = []
        self._last = 0

    def look_up(self, everybody: Iterable[OrganisationRecord]) -> None:
        """Find in few statements all that these could be."""
        stated = list(dict.fromkeys(everybody))
        met = {one: key for one in stated if (key := self._recall(one))}
        directory = self._desk.directory
        directory.by_pk.look_up(met.values())
        directory.look_up(one for one in stated if one not in met)

    def identify(self, stated: OrganisationRecord) -> Verdict:
        """Who a stated organisation is; whether it still is so is asked of the catalogue."""
        if row := self._remembered(stated):
            return Verdict(stated, Match(row, 1.0, ("met before",)), settled=True)
        return identify(stated, self._desk.directory)

    def begin_record(self) -> None:
        """Those made from now on are stated side by side, and so do not mean each other."""
        self._last = self._desk.keys.last(Organisation)

    def settle(self, verdict: Verdict, *, institution: bool) -> Organisation:
        """The row of a stated organisation, made if nobody known is it."""
        if verdict.match is None:
            # Two units of one organisation that is new are two parties of the same record.
            row = self._remembered(verdict.stated) or self._create(verdict, institution=institution)
        else:
            row = verdict.match.organisation
            if not verdict.settled:
                self.enrich(row, verdict.stated)
        self._met[_digest(verdict.stated)] = row.pk
        return row

    def enrich(self, known: Organisation, stated: OrganisationRecord) -> None:
        """Fill what is empty, add names that are new; nothing that stands is overwritten."""
        filled = {
            name: getattr(stated, name)
            for name in ("country", *IDENTIFIERS)
            if getattr(stated, name) and not getattr(known, name)
        }
        new = self._new_aliases(known, stated)
        if filled or new:
            self.ask()
        for scheme in [scheme for scheme in IDENTIFIERS if scheme in filled]:
            holder = self._desk.directory.by_identifier.first((scheme, filled[scheme]))
            if holder:
                del filled[scheme]
                self._propose(known, [Match(holder, 1.0, (f"the same {scheme}",))])
        if stated.type and known.type == OrganisationType.OTHER:
            filled["type"] = stated.type
        if known.parent_id is None and stated.parent:
            parent = self._parent(stated)
            if parent and known.pk not in self._line_of(parent):
                filled["parent_id"] = parent.pk
        if filled:
            self._desk.change(known, **filled)
            self._desk.directory.put_identifiers(known, filled.keys() & set(IDENTIFIERS))
        self._add_aliases(known, new)
        if new:
            self._desk.rename(known)

    def ask(self) -> None:
        """Propose those whom the new organisations resemble.

        Before anything changes in who is known and how, so that the answer is the same
        however many records are brought in together.
        """
        if not self._newcomers:
            return
        newcomers, self._newcomers = self._newcomers, []
        self._desk.flush()
        for one, found in candidates(newcomers, self._desk.directory):
            self._propose(one.organisation, found, new=True)

    def _propose(
        self, organisation: Organisation, found: list[Match], *, new: bool = False
    ) -> None:
        """Ask a person whether two are one, unless the pair was asked about or judged before."""
        for candidate in found:
            one, other = organisation, candidate.organisation
            if one.pk == other.pk:
                continue
            if not new:
                self._desk.flush()
                asked = Q(organisation=one, candidate=other) | Q(organisation=other, candidate=one)
                if MatchProposal.objects.filter(asked).exists():
                    continue
            self._desk.add(
                MatchProposal(
                    organisation_id=one.pk,
                    candidate_id=other.pk,
                    score=min(candidate.score, 1.0),
                    reason="; ".join(candidate.reasons)[:_REASON],
                )
            )

    def remember(self) -> None:
        """Let the portions that follow know whom this one met, once its rows are there to stay."""
        self._memory.keep(self._met)

    def _recall(self, stated: OrganisationRecord) -> int | None:
        statement = _digest(stated)
        return self._met.get(statement) or self._memory.recall(statement)

    def _remembered(self, stated: OrganisationRecord) -> Organisation | None:
        key = self._recall(stated)
        row = self._desk.directory.by_pk.first(key) if key else None
        return row if row and not row.merged_into_id else None

    def _create(self, verdict: Verdict, *, institution: bool) -> Organisation:
        stated = verdict.stated
        parent = self._parent(stated)
        made = self._desk.add(
            Organisation(
                name=stated.name,
                slug=slugify_name(normalise_organisation(stated.name)),
                normalised=normalise_organisation(stated.name),
                type=stated.type or _likely_type(stated.name, institution=institution),
                country=stated.country or "",
                parent_id=parent.pk if parent else None,
                **{scheme: getattr(stated, scheme) or "" for scheme in IDENTIFIERS},
            )
        )
        self._desk.directory.put(made)
        self._add_aliases(made, self._new_aliases(made, stated))
        self._newcomers.append(Newcomer(made, stated, verdict.namesakes, self._last))
        return made

    def _parent(self, stated: OrganisationRecord) -> Organisation | None:
        own = normalise_organisation(stated.name)
        if stated.parent is None or normalise_organisation(stated.parent) == own:
            return None
        verdict = self.identify(OrganisationRecord(name=stated.parent))
        like_child = (stated.type or guess_type(stated.name)) in INSTITUTION_TYPES
        return self.settle(verdict, institution=like_child)

    def _line_of(self, row: Organisation | None) -> set[int]:
        """The organisation and all that it belongs to."""
        line: set[int] = set()
        while row and row.pk not in line:
            line.add(row.pk)
            row = self._desk.directory.by_pk.first(row.parent_id) if row.parent_id else None
        return line

    def _new_aliases(self, row: Organisation, stated: OrganisationRecord) -> list[Alias]:
        """The names that it lacks."""
        if not stated.aliases:
            return []
        known = {row.name, *self._desk.directory.aliases[row.pk]}
        new = {alias.name: alias for alias in stated.aliases if alias.name not in known}
        return [
            Alias(organisation_id=row.pk, name=one.name, kind=one.kind, language=one.language or "")
            for one in new.values()
        ]

    def _add_aliases(self, row: Organisation, aliases: list[Alias]) -> None:
        for alias in aliases:
            self._desk.add(alias)
            self._desk.directory.put_alias(row, alias.name)


def _digest(stated: OrganisationRecord) -> bytes:
    identifiers = tuple(getattr(stated, scheme) for scheme in IDENTIFIERS)
    said = (stated.name, stated.type, stated.country, stated.parent, stated.aliases, identifiers)
    return blake2b(repr(said).encode(), digest_size=16).digest()


def _likely_type(name: str, *, institution: bool) -> OrganisationType:
    guess = guess_type(name)
    if institution:
        return guess if guess in INSTITUTION_TYPES else OrganisationType.UNIVERSITY
    return guess or OrganisationType.COMPANY
