"""The database: what the catalogue holds and the rules that every row keeps."""

from agreements.models.agreements import (
    Agreement,
    AgreementLink,
    EditorialStatus,
    LifecycleEvent,
    Party,
)
from agreements.models.areas import AgreementArea, CooperationArea
from agreements.models.imports import ImportBatch, ImportedRecord, Proposal
from agreements.models.organisations import (
    Alias,
    Institution,
    MatchProposal,
    Organisation,
    Partner,
)
from agreements.models.people import Participation, Person
from agreements.models.queued_documents import QueuedDocument
from agreements.models.request_counts import RequestCount
from agreements.models.slugs import unique_slug
from agreements.models.sources import Citation, Slot, Source

__all__ = [
    "Agreement",
    "AgreementArea",
    "AgreementLink",
    "Alias",
    "Citation",
    "CooperationArea",
    "EditorialStatus",
    "ImportBatch",
    "ImportedRecord",
    "Institution",
    "LifecycleEvent",
    "MatchProposal",
    "Organisation",
    "Participation",
    "Partner",
    "Party",
    "Person",
    "Proposal",
    "QueuedDocument",
    "RequestCount",
    "Slot",
    "Source",
    "unique_slug",
]
