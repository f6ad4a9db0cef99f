"""Verbs that say of an area only that something is done about it: "promote", "carry out".

They are told by their letters, since the tagger often takes them for nouns in a list of doings.
"""

import re

_STEMS = (
    "accelerat|achiev|advanc|arrang|bolster|boost|bring|carry|co-establish|collaborat|conduct"
    "|cooperat|creat|cultivat|deepen|deliver|develop|enabl|encourag|enhanc|enrich|ensur|establish"
    "|expand|explor|extend|facilitat|foster|hold|host|impart|implement|improv|increas|introduc"
    "|launch|leverag|lift|nurtur|offer|organi[sz]|produc|promot|provid|pursu|seek|sharpen|strengthen"
    "|undertak|updat"
)
LIGHT_VERBS = rf"(?:(?:{_STEMS})(?:e|ing)?|build|enrol|(?:award|grant|support)ing)"
_BARE = re.compile(
    r"(?:accelerat|achiev|bolster|bring|carry|co-establish|conduct|creat|cultivat|deepen|deliver"
    r"|develop|enabl|encourag|enhanc|enrich|ensur|establish|expand|explor|facilitat|foster|implement"
    r"|improv|introduc|nurtur|organi[sz]|produc|promot|provid|pursu|strengthen|undertak)e?"
)
"""Those that are no nouns in their bare form."""


def is_light_verb(word: str) -> bool:
    """Whether a word in lower case can be nothing but the bare form of such a verb."""
    return _BARE.fullmatch(word) is not None
