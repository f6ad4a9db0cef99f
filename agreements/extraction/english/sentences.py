"""The shape of a page: blocks of text, which of them are furniture, and their sentences.

Everything here goes by form alone (lines, punctuation, length), never by what is said.
"""

import re

from agreements.extraction.blocks import Block, Role, Sentence
from agreements.extraction.document import Document, Span

_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_CREDIT = re.compile(
    r"""^\W*(?:
    (?:(?:written|translated|edited|reported|posted|reviewed|published|photographed)\s+by
      |author|editors?|edit|reporter|photo(?:graphy|s)?|photographer|image|pictures?|source
      |text|translator|proofread(?:er)?|contact|tags?|share|by|visitcount)\s*[::]
    |by\s+[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){1,3}\s*$
    |(?:(?:facebook|twitter|x|google|linked-?in|whats-?app|telegram|pinterest|e-?mail|print|share
      |tweet|copy\s+link)\b\W*){2,}$
    |-\s*[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){1,2}\.?\s*$
    |(?:leave\s+a\s+(?:reply|comment)|search\b|close\s+this|top\s+of\s+page|read\s+(?:more|also|next)|also\s+read|see\s+also|share\s
      |related\s+(?:news|articles|stories)|-?\s*advertisement|skip\s+to|menu\b|subscribe
      |home\s*[>/»|]|about\s+us\b|copyright|all\s+rights|follow\s+us|print\b|•\s+writer)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PHOTO_CREDIT = re.compile(r"(?:File\s+)?(?:PHOTO|Photo|IMAGE|Image|PICTURE|Picture)s?\s*[|/]")
"""At the end of a caption: "PHOTO | FILE | NATION MEDIA GROUP"."""
_CAPTION = re.compile(
    r"\[(?:photo|image)[^\]]*\]\s*$|\((?:photo|image|picture)[:\s/][^)]*\)\s*$", re.I
)
_END = re.compile(r"""[.!?。！？]["”’'»)\]]*\s*$""")
_BREAK = re.compile(r"""(?<=[.!?])["”’)\]]*(?:\s+|(?<=\.)\*\*\s+)(?=["“‘(\[]?[A-Z0-9À-ÞĀ-Ž“"])""")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_PLACE = r"(?:[A-Z][\w.'’-]*(?:,?\s+(?=[A-Z])|,?\s*(?=\()))"
_AGENCY = (
    r"(?:ANTARA|Antara|BERNAMA|Bernama|VNA|VNS|SPA|WAM|KUNA|QNA|GNA|NAN|APP|PNA|TASS|Yonhap|Kyodo|AA"
    r"|IRNA|UNI|KNA|ENA|MAP|BNA|ONA|Petra|MENA|EFE|DPA|dpa)(?=\))"
)
_DATELINE = re.compile(
    rf"""\W*(?:date\s+\d{{4}}-\d\d-\d\d\s+)?
    (?:{_PLACE}{{0,6}}\((?=[^()]*(?:\d|News|Agency|Wire|Press|Xinhua|Reuters|\bAFP|\bPTI|\bANI|{_AGENCY}))
        (?:[^()]|\([^()]*\)){{3,80}}\)\s*[-–—:]*
      |{_PLACE}{{1,6}}{_DAY}\s*(?:[,(/][^-–—:]{{1,40}}?)?\s*[-–—:]+
      |[A-Z]{{4,}}(?:[ -][A-Z]{{3,}})?(?:,\s+[A-Z][A-Za-z ]{{2,30}})?\s*(?:[:–—]|--)
      |[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s+[A-Z]{{2,5}}\s*(?:–|—|--)
    )\s*(?=[A-Z0-9"“‘])""",
    re.VERBOSE,
)
"""Where and when a report was filed, and by which agency: "PARIS, 3 May (AFP) –"."""
_STAMP = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s+")
_NEVER_LAST = frozenset(
    """
    sdn pt cv prof acad akad hab inż dr mr mrs ms st no nos lt gen col maj capt engr eng ir hon bro
    fr h.e ph.d ph vs
    jan feb mar apr jun jul aug sept oct nov dec i.e e.g cf fig assoc asst dipl rev sr jr vol u.s
    u.k d.c habil dipl.-ing atty shri smt sh dato hj ts ybhg
    m/s messrs snr jnr brig cpa ma md mohd muhd abd ab arc surv barr tpl bpk pharm
    rndr mudr judr phdr mgr mvdr gov rep amb supt sgt cmdr cllr
    """.split()
)
_PERHAPS_LAST = frozenset("co ltd inc corp pvt pty phils pte plc llc bhd etc kft ltd..".split())
_STARTERS = frozenset(
    """
    the a an in it its this that these those both at during according on under as for by after
    before he she they we prof dr mr ms with through when while since to from founded located such
    students and also our another if what present one two three four five six seven eight nine ten
    """.split()
)
_OPENING = re.compile(r"[A-Z][a-z]{3,}ing\s+[a-z]")
"""A participle with which a sentence opens: "Accompanying the guests …"."""
_LEGAL_END = re.compile(r"\b(?:Co|Ltd|Inc|Corp|Bhd)\.$")
_GLUED = re.compile(r"(?P<caption>(?P<start>\w+\W+\w+)\b[^.\n]{0,80}?(?<=[a-z]))(?=(?P=start)\b)")
"""A caption that runs into a sentence with the same beginning: "Y College hallY College has"."""
_ITEM = re.compile(r"[•·●■◆△▲▶►*–-]\s*\w|\(?(?:\d{1,2}|[a-h])[.)]\s*\w")
_LONGEST_HEADING = 24
_LONGEST_LINK = 40
_LONGEST_SENTENCE = 3_000
_LOOK_BACK = 40
_SHORT = 90
"""Characters; a line shorter than this without final punctuation is a heading, not prose."""


def split_blocks(document: Document) -> list[Block]:
    """The blocks of a document in order, each with its role."""
    spans = [Span(start, end, document) for start, end in _paragraphs(document.text)]
    texts = [span.words for span in spans]
    prose = [i for i, text in enumerate(texts) if _is_prose(text)]
    last_prose = prose[-1] if prose else len(texts)
    tail = range(last_prose + 1, len(texts))
    if prose and texts[last_prose].endswith(":"):  # a list closes the text, not a sidebar
        tail = range(next((i for i in tail if not _ITEM.match(texts[i])), len(texts)), len(texts))
    trailing = [i for i in tail if not _END.search(texts[i])]
    short = all(len(texts[i].split()) <= _LONGEST_LINK for i in trailing)
    sidebar = set(trailing) if len(trailing) >= 3 and short else set()
    return [
        Block(span, _role(text, i in sidebar))
        for i, (span, text) in enumerate(zip(spans, texts, strict=True))
    ]


def split_sentences(blocks: list[Block]) -> list[Sentence]:
    """Every sentence of every block; a heading, caption or dateline is one sentence."""
    found = []
    for number, block in enumerate(blocks):
        text, offset = block.span.quotation, block.span.start
        filed = _dateline_end(text) if block.role is Role.BODY else 0
        if text[:filed].strip():
            line = Span(offset, offset + len(text[:filed].rstrip()), block.span.document)
            found.append(Sentence(line, number, Role.FURNITURE))
        for start, end in _sentence_offsets(text[filed:]):
            span = Span(offset + filed + start, offset + filed + end, block.span.document)
            credit = _PHOTO_CREDIT.match(span.quotation)
            found.append(Sentence(span, number, Role.FURNITURE if credit else block.role))
    return found


def _dateline_end(text: str) -> int:
    """Where the report itself begins after a dateline, 0 where there is none."""
    match = _DATELINE.match(text) or _STAMP.match(text)
    if match is None:
        return 0
    again = _DATELINE.match(text, match.end())  # "(Wire - Agency) PARIS, 3 May (AFP) -"
    return again.end() if again else match.end()


def _role(text: str, in_sidebar: bool) -> Role:
    if _CAPTION.match(text) and len(text) > _SHORT:
        return Role.CAPTION
    if _CREDIT.match(text) and (len(text) < _SHORT or not _END.search(text)):
        return Role.FURNITURE
    if _CAPTION.search(text):
        return Role.CAPTION
    if in_sidebar:
        return Role.FURNITURE
    return Role.BODY if _is_prose(text) else Role.HEADING


def _is_prose(text: str) -> bool:
    if _LEGAL_END.search(text) and len(text.split()) <= _LONGEST_HEADING:
        return False  # a headline that ends in a company's name, not in a full stop
    return (bool(_END.search(text)) and len(text.split()) >= 6) or len(text) > 220


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of paragraphs; lines broken in mid-sentence by hard wrapping are joined."""
    found: list[tuple[int, int]] = []
    wrapped = len(re.findall(r"\w\n[a-z]", text)) > 3
    for line in _LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        if found and _continues(text, found[-1], start, wrapped):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _continues(text: str, before: tuple[int, int], start: int, wrapped: bool) -> bool:
    between = text[before[1] : start]
    if between.count("\n") != 1 or _END.search(text[before[0] : before[1]]):
        return False
    line = text[text.rfind("\n", before[0], before[1]) + 1 : before[1]]
    if _CREDIT.match(line):
        return False
    first = text[start]
    return (
        first.islower()
        or (wrapped and len(line) > 45)
        or (line.count(" ") >= 7 and first.isalnum() and line[-1] in ",;-")
    )


def _sentence_offsets(text: str) -> list[tuple[int, int]]:
    cuts, begin = [], 0
    if caption := _GLUED.match(text):
        cuts.append((0, caption.end("caption")))
        begin = caption.end("caption")
    for gap in _BREAK.finditer(text, begin):
        before = text[max(begin, gap.start() - _LOOK_BACK) : gap.start()]
        if _ends_here(before, text[gap.end() : gap.end() + 24]):
            cuts.append((begin, gap.start() + len(gap[0].rstrip())))
            begin = gap.end()
    if text[begin:].strip():
        cuts.append((begin, len(text)))
    return [piece for start, end in cuts for piece in _pieces(text, start, end)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as it is, or cut between words where it is endless, to bound later stages."""
    pieces = []
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut + 1 if text[cut].isspace() else cut
    if text[start:end].strip():
        pieces.append((start, end))
    return [(a, b) for a, b in pieces if text[a:b].strip()]


def _ends_here(before: str, after: str) -> bool:
    """Whether the full stop at the end of `before` ends a sentence."""
    if before[-1:] != ".":
        return True
    last = before.split()[-1].strip("(\"“'[").rstrip(".").casefold() if before.split() else ""
    following = re.match(r"\W*(\w+)", after)
    last = last.rsplit(".", 1)[-1] if last.rsplit(".", 1)[-1] in _NEVER_LAST else last
    if last in _NEVER_LAST or re.fullmatch(r"[a-z](?:\.[a-z]){0,4}", last):
        return False
    if last in _PERHAPS_LAST:
        opens = following is not None and following[1].casefold() in _STARTERS
        return opens or _OPENING.match(after) is not None
    return True
