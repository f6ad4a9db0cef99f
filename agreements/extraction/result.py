"""What reading a document gives, in whichever language it is written."""

from dataclasses import dataclass

from agreements.dates import PartialDate
from agreements.records import AgreementRecord, Evidence, PersonRecord


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a document, or an event in it, gives no agreement; for an editor to read."""

    why: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document."""

    agreements: tuple[AgreementRecord, ...]
    people: tuple[PersonRecord, ...]
    published: PartialDate | None
    rejected: tuple[Rejection, ...]
