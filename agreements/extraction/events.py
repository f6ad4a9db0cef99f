"""A signing as a sentence tells it, in whatever language."""

from dataclasses import dataclass
from enum import StrEnum

from agreements.extraction.blocks import Sentence
from agreements.extraction.document import Span
from agreements.vocabulary.kinds import AgreementKind


class Modality(StrEnum):
    """How the text speaks of the signing."""

    DONE = "done"
    INTENDED = "intended"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Event:
    """A signing as one sentence tells it. `scope` is what of the sentence is about it.

    The kind is OTHER and the noun the verb itself where a sentence names no agreement.
    """

    sentence: Sentence
    verb: Span
    noun: Span
    kind: AgreementKind
    modality: Modality
    scope: Span
