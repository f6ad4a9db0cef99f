"""A party of a Chinese signing whose name does not show what it is."""

import re

from agreements.extraction.chinese.grammar import HAN
from agreements.extraction.chinese.organisations.organisations import Mention
from agreements.extraction.chinese.parties.register import Organisation, Register
from agreements.extraction.chinese.sentences import Reading
from agreements.extraction.document import Span
from agreements.extraction.events import Event
from agreements.vocabulary.kinds import OrganisationType

_STANDS_IN = re.compile(
    rf"(?P<a>[{HAN}A-Za-z·（）]{{2,20}})(?:与|和|同)(?P<b>[{HAN}A-Za-z·（）]{{2,20}}?)(?=正式|共同|联合|在|就|举行|签|达成|双方|[，、])"
)


def unknown_partner(event: Event, register: Register, reading: Reading) -> Organisation | None:
    """A partner whose name does not show what it is: the other end of 与 beside a known party."""
    head = reading.headline()
    for span in [event.sentence.span, *([head] if head else [])]:
        for match in _STANDS_IN.finditer(span.quotation):
            halves = [
                Span(span.start + match.start(part), span.start + match.end(part), span.document)
                for part in ("a", "b")
            ]
            known = [bool(register.mentioned(half)) for half in halves]
            if known == [True, False] and len(halves[1].quotation) <= 10:
                return Organisation([Mention(halves[1], halves[1], OrganisationType.COMPANY)])
    return None
