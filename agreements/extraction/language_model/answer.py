"""What a language model answers: the record's slots, each with the quotation that says so.

Quotations and not offsets, for models cannot count characters. There is no slot for a status or
for publishing, so no document can talk a model into either. Every slot is required and may be
null, and enumerations carry no description of their own: servers with strict schemas ask for it.
"""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agreements.extraction.language_model.server import NoAnswerError
from agreements.vocabulary.kinds import AgreementKind, OrganisationType, PersonRole


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Stated(_Part):
    """A value and the words of the press release that state it."""

    value: str
    quote: str


class Kind(_Part):
    """What the parties call the document that they signed."""

    value: AgreementKind
    quote: str


class Institution(_Part):
    """A party on the academic side."""

    name: str
    unit: str | None = Field(description="The faculty or part that signs")
    type: Literal[
        OrganisationType.UNIVERSITY,
        OrganisationType.COLLEGE,
        OrganisationType.SCHOOL,
        OrganisationType.RESEARCH_INSTITUTE,
        OrganisationType.HOSPITAL,
    ]
    quote: str


class Partner(_Part):
    """A party on the other side."""

    name: str
    unit: str | None = Field(description="The branch or part that signs")
    type: Literal[
        OrganisationType.COMPANY,
        OrganisationType.GOVERNMENT,
        OrganisationType.ASSOCIATION,
        OrganisationType.FOUNDATION,
        OrganisationType.OTHER,
    ]
    quote: str


class Signatory(_Part):
    """Somebody who signed."""

    name: str
    position: str | None
    on_behalf_of: str | None = Field(description="The organisation, as the quotation names it")
    quote: str


class Attendee(Signatory):
    """Somebody else who is named."""

    role: Literal[PersonRole.WITNESS, PersonRole.SPEAKER, PersonRole.HOST, PersonRole.ATTENDEE]


class Area(_Part):
    """A phrase that tells what they cooperate on."""

    phrase: str
    quote: str


class Agreement(_Part):
    """One agreement that has been signed."""

    signing: str = Field(description="Quotation of the sentence that tells the signing")
    kind: Kind
    signed_on: Stated | None
    effective_from: Stated | None
    expires_on: Stated | None
    place: Stated | None
    institutions: tuple[Institution, ...]
    partners: tuple[Partner, ...]
    signatories: tuple[Signatory, ...]
    areas: tuple[Area, ...]


class Shortfall(StrEnum):
    """Why something that looks like an agreement is none."""

    INTENDED = "intended"
    EARLIER = "earlier"
    NO_INSTITUTION = "no_institution"
    NO_PARTNER = "no_partner"


class SetAside(_Part):
    """What looks like an agreement and is none."""

    why: Shortfall
    quote: str


class Answer(_Part):
    """Everything that one press release says of agreements."""

    published_on: Stated | None
    headline: Stated | None
    agreements: tuple[Agreement, ...]
    people: tuple[Attendee, ...]
    set_aside: tuple[SetAside, ...]


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: tuple[_Choice, ...] = Field(min_length=1)


def read_answer(body: bytes) -> Answer:
    """The answer in a server's response.

    Raises NoAnswerError for a response that is not of the protocol, an answer that was cut short
    or withheld, and one that breaks the schema in whatever way.
    """
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError as error:
        raise NoAnswerError(f"its response is not a chat completion: {_said(error)}") from None
    if choice.finish_reason == "length":
        raise NoAnswerError(f"the answer was cut short; {_SHORTER}")
    if not choice.message.content:
        raise NoAnswerError("the model declined to answer")
    try:
        return Answer.model_validate_json(_without_fence(choice.message.content))
    except ValidationError as error:
        raise NoAnswerError(f"the answer is not what was asked for: {_said(error)}") from None


_SHORTER = "give the model a larger context, or a shorter document"


def _without_fence(content: str) -> str:
    """The answer without the Markdown that some models put around it."""
    return content.strip().removeprefix("```json").removeprefix("```").removesuffix("```")


def _said(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    at = ".".join(str(step)[:40] for step in first["loc"])
    return f"{at}: {first['msg']}" if at else first["msg"]
