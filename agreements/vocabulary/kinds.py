"""Kinds of agreement and of organisation, roles of people: the closed lists of a record."""

from enum import StrEnum


class AgreementKind(StrEnum):
    """What the parties call the document they signed."""

    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding"
    FRAMEWORK_AGREEMENT = "framework_agreement"
    STRATEGIC_COOPERATION_AGREEMENT = "strategic_cooperation_agreement"
    COMPREHENSIVE_COOPERATION_AGREEMENT = "comprehensive_cooperation_agreement"
    COOPERATION_AGREEMENT = "cooperation_agreement"
    JOINT_LABORATORY = "joint_laboratory"
    RESEARCH_AGREEMENT = "research_agreement"
    LICENCE = "licence"
    LETTER_OF_INTENT = "letter_of_intent"
    OTHER = "other"


class OrganisationType(StrEnum):
    """What an organisation is; the first five are institutions, the others partners."""

    UNIVERSITY = "university"
    COLLEGE = "college"
    SCHOOL = "school"
    RESEARCH_INSTITUTE = "research_institute"
    HOSPITAL = "hospital"
    COMPANY = "company"
    GOVERNMENT = "government"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    OTHER = "other"


INSTITUTION_TYPES = (
    OrganisationType.UNIVERSITY,
    OrganisationType.COLLEGE,
    OrganisationType.SCHOOL,
    OrganisationType.RESEARCH_INSTITUTE,
    OrganisationType.HOSPITAL,
)
HIGHER_EDUCATION = (OrganisationType.UNIVERSITY, OrganisationType.COLLEGE)
"""Schools that have faculties, and whose name a faculty goes without."""


class AliasKind(StrEnum):
    """Why an organisation has another name."""

    NATIVE = "native"
    ACRONYM = "acronym"
    SHORT = "short"
    FORMER = "former"
    TRANSLATION = "translation"
    SPELLING = "spelling"


class PersonRole(StrEnum):
    """What somebody did at the signing."""

    SIGNATORY = "signatory"
    WITNESS = "witness"
    SPEAKER = "speaker"
    HOST = "host"
    ATTENDEE = "attendee"


class Lifecycle(StrEnum):
    """How far an agreement has come: an announcement is not yet a contract."""

    ANNOUNCED = "announced"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How one agreement refers to an earlier one."""

    RENEWS = "renews"
    AMENDS = "amends"
    IMPLEMENTS = "implements"


class Voice(StrEnum):
    """Who speaks in a source."""

    INSTITUTION = "institution"
    PARTNER = "partner"
    PRESS = "press"
    GOVERNMENT = "government"
    UNKNOWN = "unknown"


class TextKind(StrEnum):
    """Whether a source's stored text is the publisher's own or our abstract of it."""

    ORIGINAL = "original"
    ABSTRACT = "abstract"
