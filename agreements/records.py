"""The exchange format: what readers and extraction produce, importing takes and exports give.

One `AgreementRecord` is one agreement with everything that is said about it. Every text slot
can point at its evidence: a span of characters of one of the record's own sources. The JSON
Schema in ``docs/record.schema.json`` is generated from these classes by `json_schema`.
"""

import hashlib
import json
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    model_validator,
)
from stdnum import lei
from stdnum.exceptions import ValidationError as StdnumError

from agreements.dates import EDTF_PATTERN, PartialDate
from agreements.names import normalise_organisation
from agreements.vocabulary.kinds import (
    INSTITUTION_TYPES,
    AgreementKind,
    AliasKind,
    Lifecycle,
    OrganisationType,
    PersonRole,
    Relation,
    TextKind,
    Voice,
)


def _in_calendar(text: str) -> str:
    PartialDate.parse(text)
    return text


def _http(text: str) -> str:
    HttpUrl(text)
    return text


def _lei(text: str) -> str:
    try:
        return str(lei.validate(text))
    except StdnumError as error:
        raise ValueError(f"{text!r} is not a LEI: {error}") from error


ROR_PATTERN = r"^https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$"
WIKIDATA_PATTERN = r"^Q[1-9][0-9]*$"
LEI_PATTERN = r"^[0-9A-Z]{18}[0-9]{2}$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"

_WITHOUT_NUL = r"^[^\x00]*$"  # which PostgreSQL cannot store

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=_WITHOUT_NUL),
]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=5_000, pattern=_WITHOUT_NUL)
]
Date = Annotated[
    str, AfterValidator(_in_calendar), Field(pattern=EDTF_PATTERN, examples=["2018-10-22"])
]
Url = Annotated[
    str, StringConstraints(max_length=2_000, pattern=_WITHOUT_NUL), AfterValidator(_http)
]
Country = Annotated[str, Field(pattern=COUNTRY_PATTERN, description="ISO 3166-1 alpha-2")]
Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN, description="BCP 47")]


class Part(BaseModel):
    """What all parts of a record share: unknown fields are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Part):
    """Where a source says so: ``sources[source].text[start:end]`` is the quotation."""

    source: int = Field(0, ge=0, description="Index into the record's sources")
    start: int = Field(ge=0)
    end: int = Field(gt=0, description="Exclusive")
    confidence: float | None = Field(
        None,
        ge=0,
        le=1,
        description="How likely what is stated here is right; none where nobody measured it",
    )

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.start >= self.end:
            raise ValueError("an evidence span ends after it starts")
        return self


class AliasRecord(Part):
    """Another name of an organisation."""

    name: Text
    kind: AliasKind = AliasKind.SPELLING
    language: Language | None = None


class OrganisationRecord(Part):
    """A party: its name as stated, and what is known of the organisation behind it."""

    name: Text
    stated_as: Text | None = Field(
        None, description="The name that the sources use, where `name` is the official one"
    )
    unit: Text | None = Field(None, description="The part that signs: a faculty, a branch")
    type: OrganisationType | None = None
    country: Country | None = None
    ror: Annotated[str, Field(pattern=ROR_PATTERN)] | None = None
    wikidata: Annotated[str, Field(pattern=WIKIDATA_PATTERN)] | None = None
    lei: Annotated[str, AfterValidator(_lei), Field(pattern=LEI_PATTERN)] | None = None
    aliases: tuple[AliasRecord, ...] = ()
    parent: Text | None = Field(None, description="Name of the organisation that it belongs to")
    evidence: Evidence | None = None


class PersonRecord(Part):
    """Somebody named in connection with the signing."""

    name: Text = Field(description="Without honorifics")
    position: Text | None = Field(None, description="As stated that day")
    on_behalf_of: Text | None = Field(None, description="The organisation, as stated")
    role: PersonRole = PersonRole.ATTENDEE
    evidence: Evidence | None = None


class AreaRecord(Part):
    """What they cooperate on: the phrase as stated and the vocabulary's term for it, or none."""

    phrase: Text
    code: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")] | None = None
    evidence: Evidence | None = None


class LifecycleStep(Part):
    """A step in an agreement's life that a source reports."""

    status: Lifecycle
    on: Date | None = None
    evidence: Evidence | None = None


class LinkRecord(Part):
    """A reference to another agreement of the catalogue, by its key."""

    relation: Relation
    key: Text


class SourceRecord(Part):
    """A document that speaks of the agreement; its address, its text, or both."""

    url: Url | None = None
    title: Text | None = None
    publisher: Text | None = None
    published_on: Date | None = None
    retrieved_on: Date | None = None
    language: Language | None = None
    voice: Voice = Voice.UNKNOWN
    text_kind: TextKind = TextKind.ORIGINAL
    text: str | None = Field(
        None,
        description="As stored; evidence counts its characters",
        max_length=10**7,
        pattern=_WITHOUT_NUL,
    )

    @model_validator(mode="after")
    def _findable(self) -> Self:
        if not self.url and not self.text:
            raise ValueError("a source needs a url, a text, or both")
        return self

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text in hexadecimal, "" without one."""
        return hashlib.sha256(self.text.encode()).hexdigest() if self.text else ""


_LISTS = ("institutions", "partners", "signatories", "people", "areas", "lifecycle")
_CONFIDENCES: Any = {
    **{name: {"__all__": {"evidence": {"confidence"}}} for name in _LISTS},
    "evidence": {"__all__": {"confidence"}},
}

ScalarSlot = Literal[
    "title", "kind", "summary", "signed_on", "effective_from", "expires_on", "place"
]


class AgreementRecord(Part):
    """One agreement as its sources state it."""

    key: Text | None = Field(None, description="Stable identifier given by the provider")
    title: Text
    kind: AgreementKind = AgreementKind.OTHER
    summary: Prose | None = None
    signed_on: Date | None = None
    effective_from: Date | None = None
    expires_on: Date | None = None
    place: Text | None = None
    institutions: Annotated[tuple[OrganisationRecord, ...], Field(min_length=1)]
    partners: Annotated[tuple[OrganisationRecord, ...], Field(min_length=1)]
    signatories: tuple[PersonRecord, ...] = Field((), description="Their role is always signatory")
    people: tuple[PersonRecord, ...] = Field((), description="Everybody else")
    areas: tuple[AreaRecord, ...] = ()
    lifecycle: tuple[LifecycleStep, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    sources: Annotated[tuple[SourceRecord, ...], Field(min_length=1)]
    evidence: dict[ScalarSlot, Evidence] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _signatories_sign(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("signatories"), list | tuple):
            return data
        signed = [
            {**person, "role": PersonRole.SIGNATORY} if isinstance(person, dict) else person
            for person in data["signatories"]
        ]
        return {**data, "signatories": signed}

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.effective_from and self.expires_on:
            begin, end = PartialDate.parse(self.effective_from), PartialDate.parse(self.expires_on)
            if end.last_day < begin.first_day:
                raise ValueError("expires_on lies before effective_from")
        for party in self.institutions:
            if party.type and party.type not in INSTITUTION_TYPES:
                raise ValueError(f"{party.name}: a {party.type} is a partner, not an institution")
        for evidence in self.all_evidence():
            if evidence.source >= len(self.sources):
                raise ValueError(f"evidence points at source {evidence.source}, which is not there")
            text = self.sources[evidence.source].text
            if text is not None and evidence.end > len(text):
                raise ValueError(
                    f"evidence ends at {evidence.end}, beyond its source's {len(text)} characters"
                )
        return self

    def all_evidence(self) -> list[Evidence]:
        """Every span of the record, in no particular order."""
        parts: tuple[OrganisationRecord | PersonRecord | AreaRecord | LifecycleStep, ...] = (
            *self.institutions,
            *self.partners,
            *self.signatories,
            *self.people,
            *self.areas,
            *self.lifecycle,
        )
        spans = [part.evidence for part in parts if part.evidence]
        return spans + list(self.evidence.values())

    @property
    def announced_on(self) -> str | None:
        """The earliest publication date of its sources."""
        return min((s.published_on for s in self.sources if s.published_on), default=None)

    def stable_key(self) -> str:
        """The provider's key, or one derived from parties, kind and date.

        Where no signing date is known the announcement's stands in for it, so that two
        undated agreements of the same parties do not become one.
        """
        if self.key:
            return self.key
        parties = sorted(
            {
                f"{normalise_organisation(p.name)}/{(p.unit or '').casefold()}"
                for p in (*self.institutions, *self.partners)
            }
        )
        basis = json.dumps([parties, self.kind, self.signed_on or self.announced_on])
        return "derived:" + hashlib.sha256(basis.encode()).hexdigest()[:32]

    def digest(self) -> str:
        """SHA-256 of the record: equal exactly when it says the same, however surely."""
        said = self.model_dump_json(exclude=_CONFIDENCES)
        return hashlib.sha256(said.encode()).hexdigest()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one record."""
    schema = AgreementRecord.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
