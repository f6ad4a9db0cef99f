"""What kind of body a name shows, for those of which nothing else is known.

The words are those by which universities, public bodies and companies of several countries call
themselves; the first rule that fits decides.
"""

import re

from agreements.vocabulary.kinds import OrganisationType

_RULES: tuple[tuple[OrganisationType, str], ...] = (
    (OrganisationType.COMPANY, r"\b(ltd|limited|inc|corporation|gmbh|plc|llc|s\.?p\.?a)\b|公司"),
    (OrganisationType.HOSPITAL, r"\b(hospital|clinic|klinikum)\b|医院|病院"),
    (OrganisationType.FOUNDATION, r"\b(foundation|stiftung|fundaci[oó]n)\b|基金会"),
    (
        OrganisationType.GOVERNMENT,
        r"\b(ministry|commission|government|bureau|municipality|department of|council of|"
        r"embassy|agency|city of|province of)\b|政府|委员会|[教育科技]厅|[教科]育?局|部$",
    ),
    (
        OrganisationType.ASSOCIATION,
        r"\b(association|federation|chamber|union|society|consortium|alliance)\b|协会|联盟|学会",
    ),
    (
        OrganisationType.UNIVERSITY,
        r"\b(universit\w*|polytechni\w*|politecnic\w*|hochschule|institute of technology|"
        r"institut[eo]? tecnol\w*)\b|大学|대학교",
    ),
    (OrganisationType.COLLEGE, r"\b(college|colegio|kolej)\b|学院"),
    (OrganisationType.SCHOOL, r"\b(school|faculty|academy)\b|学校|中学"),
    (
        OrganisationType.RESEARCH_INSTITUTE,
        r"\b(institut[eo]?|research cent(er|re)|laborator(y|ies)|academy of sciences)\b"
        r"|研究[院所]|科学院",
    ),
)
_COMPILED = tuple((type_, re.compile(words, re.IGNORECASE)) for type_, words in _RULES)


def guess_type(name: str) -> OrganisationType | None:
    """The type that a name shows, or None for a name that could be anything."""
    return next((type_ for type_, words in _COMPILED if words.search(name)), None)
