"""The columns of a table of agreements: the one list that reading, export and templates use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column. The examples of all columns together are the template's row, a real agreement.

    `aliases` are other headers that are understood, in the form that `header_form` gives.
    """

    name: str
    meaning: str
    example: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False


_DATE = "a year, a month or a day: 2018, 2018-10 or 2018-10-22"

COLUMNS = (
    Column(
        "key",
        "your stable identifier; without one it is derived from parties, kind and date",
        "hit-huawei-2018",
        ("id", "identifier"),
    ),
    Column(
        "title",
        "what the agreement is called",
        "Harbin Institute of Technology and Huawei: strategic cooperation",
        ("agreement", "agreement_title"),
        required=True,
    ),
    Column(
        "kind",
        "what the parties call the document, as a code or in words",
        "strategic_cooperation_agreement",
        ("type", "agreement_type"),
    ),
    Column(
        "summary",
        "what was agreed, in your own words",
        "Training of staff and students, joint research and the digital campus.",
    ),
    Column(
        "signed_on",
        f"date of signing: {_DATE}",
        "2018-10-22",
        ("signed", "date_signed", "signing_date"),
    ),
    Column(
        "effective_from",
        "date from which it holds, in the same form",
        "",
        ("valid_from", "start_date"),
    ),
    Column(
        "expires_on", "date until which it holds, in the same form", "", ("valid_until", "end_date")
    ),
    Column("place", "where it was signed", "Room 626 of the Administration Building"),
    Column(
        "institutions",
        "universities, colleges, schools, research institutes, hospitals",
        "Harbin Institute of Technology | type=university | country=CN | alias=HIT (acronym)",
        ("institution", "university", "universities"),
        required=True,
    ),
    Column(
        "partners",
        "companies, government bodies, associations, foundations",
        "Huawei Technologies Co., Ltd. | type=company | country=CN",
        ("partner", "company", "companies"),
        required=True,
    ),
    Column(
        "signatories",
        "who signed",
        "Lu Yong | position=Senior Vice President | on_behalf_of=Huawei; "
        "Han Jiecai | position=Vice President | on_behalf_of=HIT",
        ("signatory", "signed_by"),
    ),
    Column(
        "people",
        "who else was there: witness, speaker, host or attendee",
        "Xu Zhijun | on_behalf_of=Huawei | role=speaker; "
        "Zhou Yu | position=President | on_behalf_of=HIT | role=speaker",
        ("participants",),
    ),
    Column(
        "areas",
        "what they cooperate on, with the code of the list of areas if there is one",
        "joint research and innovation | code=joint-rd; campus services",
        ("area", "cooperation_areas"),
    ),
    Column("lifecycle", "how far it has come, step by step", "signed | on=2018-10-22", ("status",)),
    Column("links", "earlier agreements that it renews, amends or implements, by their key"),
    Column(
        "source_url",
        "address of the document that says so",
        "http://en.hit.edu.cn/news/3174",
        ("url", "source"),
    ),
    Column("source_title", "its title"),
    Column(
        "source_publisher", "who published it", "Harbin Institute of Technology", ("publisher",)
    ),
    Column(
        "source_published_on",
        "date of publication, in the same form",
        "2018-11-05",
        ("published_on",),
    ),
    Column(
        "source_retrieved_on", "date on which you read it, in the same form", "", ("retrieved_on",)
    ),
    Column("source_language", "its language as a BCP 47 tag", "en", ("language",)),
    Column(
        "source_voice",
        "whose voice it is: institution, partner, press, government or unknown",
        "institution",
    ),
    Column(
        "source_text_kind",
        "original if source_text is the publisher's own, abstract if it is a retelling",
    ),
    Column("source_text", "its text, if it has no address or its text should be kept"),
    Column("sources", "further sources, each beginning with its address"),
)

BY_NAME = {column.name: column for column in COLUMNS}
_BY_HEADER = {header: c.name for c in COLUMNS for header in (c.name, *c.aliases)}


def header_form(header: str) -> str:
    """The form in which headers are compared: ``Signed on`` and ``signed-on`` are one column."""
    return "_".join(header.casefold().replace("-", " ").replace("_", " ").split())


def column_named(header: str) -> str | None:
    """The name of the column that a header means, or None."""
    return _BY_HEADER.get(header_form(header))
