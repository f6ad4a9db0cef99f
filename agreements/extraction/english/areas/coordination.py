"""Where a list of things ends and where its members part, by the parts of speech of its words.

"research and training in robotics, exchange of staff and hosting of lectures, which …": joints are
commas and what joins; the list ends where another clause begins.
"""

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from agreements.extraction.document import Span
from agreements.extraction.english.areas.light_verbs import is_light_verb

Tokens = Callable[[Span], Sequence[Token]]
"""The tokens that begin in a stretch of the text."""
_OTHER_CLAUSE = frozenset({"MD", "VBZ", "VBD", "WDT", "WP", "WP$", "WRB", "EX", "PRP", "FW", "UH"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BARE = frozenset({"VB", "VBP"})
_BEGINS = _NOUNS | _BARE | {"JJ", "JJR", "VBG", "VBN", "DT", "PDT", "PRP$", "CD", "TO", "RB"}
_ENDING = frozenset(
    "also although and/or as because given if is so than that then there thereby though thus"
    ' when where whereas which while who whose : ? ! . – — ” "'.split()
)
"""Words at which, in lower case, nothing belongs to the list any more."""
_CLOSING = frozenset(
    "after against among amongst at before between both by during from per resulting since"
    " through throughout toward towards under until upon via with within without".split()
)
"""Words at which a member ends, but not always the list."""
_GOOD = frozenset("mutual common both sustainable better".split())
"""After "for": whom or what it is good for."""
_KEPT_PARTICIPLES = frozenset({"related", "relevant"})
_AND = frozenset({"and", "&", "or", "plus"})
_PHRASE_JOINTS = (("as", "well", "as"), ("along", "with"), ("in", "addition", "to"))
_HYPHENS = frozenset("-‐‑")
_COMMAS = frozenset(",;•·△▲●■◆▶►○□")
_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 16
_NOUN_LIKE = frozenset(
    "training teaching learning engineering marketing manufacturing processing computing testing"
    " sharing funding mentoring planning banking mining nursing programming networking coaching"
    " financing housing skilling upskilling reskilling upgrading accounting farming recruiting"
    " consulting licensing tutoring counseling counselling prototyping broadcasting modelling"
    " speaking printing imaging sensing drilling branding"
    " modeling monitoring building nation-building capacity-building".split()
)


_ALSO_NOUNS = frozenset("research exchange practice support design study transfer work use".split())
_COUPLED = re.compile(
    r"(?:research|r&d) (?:develop|innovat|train)|scien\w+ techno|monitoring eval|oil gas"
    r"|teaching learn|small med|health safety|supply dem"
)
"""Words on both sides of an "and" that are one thing to the ear."""


class Coordination:
    """The list that the tokens of a sentence begin with: its end and the joints of its members."""

    def __init__(self, tokens: Sequence[Token], doing: bool) -> None:
        self._tokens = tokens
        self._doing = doing
        self._commas: list[tuple[int, int]] = []
        self._ands: list[tuple[int, int]] = []
        self._begin = 0
        self._verbal = bool(tokens) and self._is_verb(0)
        self._end = self._walk()

    def members(self) -> list[tuple[int, int]]:
        """First character and end of each member, in order; "A and B" alone is one."""
        cuts = self._by_semicolons() or self._between_doings(sorted(self._commas + self._parting()))
        starts, ends = [self._begin, *(b for _, b in cuts)], [*(a for a, _ in cuts), self._end]
        parts = [(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
        return [self._place(a, b) for a, b in parts if self._names_something(a, b)]

    def _by_semicolons(self) -> list[tuple[int, int]]:
        """The joints of a list that puts semicolons between members which hold commas."""
        cuts = [
            (start, end)
            for start, end in self._commas
            if any(self._word(at) == ";" for at in range(start, end))
        ]
        return cuts if len(cuts) > 1 else []

    def _names_something(self, start: int, end: int) -> bool:
        if end == start + 1 and self._is_lone_verb(start):
            return False
        return any(token.tag_ in _NOUNS | {"VBG"} for token in self._tokens[start:end])

    def _between_doings(self, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """In "holding A and B, opening C", what follows a comma may belong to the doing before."""
        doings = [cut for cut in cuts if self._is_verb(cut[1])]
        return doings if (self._verbal or self._doing) and doings else cuts

    def _place(self, start: int, end: int) -> tuple[int, int]:
        last = self._tokens[end - 1]
        return self._tokens[start].idx, last.idx + len(last)

    def _parting(self) -> list[tuple[int, int]]:
        """The joints without a comma that part members: before a verb, or before the last one."""
        starts = {0, *(end for _, end in self._commas)}
        doing = self._verbal or self._doing or self._tokens[0].tag_ == "VBG"
        verbs = [
            (start, end)
            for start, end in self._ands
            if (doing or is_light_verb(self._word(end)))
            and self._is_verb(end)
            and start - 1 not in starts
        ]
        counted = [and_ for and_ in self._ands if self._word(and_[1]) in {"a", "an", "in", "on"}]
        if verbs or counted:
            return sorted({*verbs, *counted})
        after = [a for a in self._ands if self._commas and a[0] >= self._commas[-1][1]]
        closed = bool(after) and self._joins(*self._commas[-1])
        if closed or self._are_pairs():
            return []
        within = [t.tag_ == "IN" for t in self._tokens[after[0][1] : after[-1][0]]] if after else []
        return after[:1] if any(within) else after[-1:]  # "A, B and C of D and E"

    def _are_pairs(self) -> bool:
        """Whether each of several members has an "and" of its own: "A and B, C and D, E and F"."""
        starts = [0, *(end for _, end in self._commas)]
        ends = [*(start for start, _ in self._commas), self._end]
        return len(starts) > 2 and all(
            any(self._word(at) in _AND for at in range(start, end))
            for start, end in zip(starts, ends, strict=True)
        )

    def _walk(self) -> int:
        at = 0
        while at < len(self._tokens):
            if self._exemplifies(at):
                self._begin, at = at + 1, at + 1
            elif self._couples(at):
                at += 2
            elif (joint := self._joint(at)) > at:
                if not self._goes_on(joint):
                    return at
                (self._ands if self._word(at) in _AND else self._commas).append((at, joint))
                at = joint
            elif self._stops(at):
                return self._without_subject(at)
            elif self._closes_member(at) or self._is_infinitive(at):
                if (further := self._further(at)) is None:
                    return at
                self._commas.append((at, further))
                at = further
            else:
                at = self._past_bracket(at)
        return at

    def _closes_member(self, at: int) -> bool:
        """Whether a member ends at this preposition, as "working with schools" does not."""
        with_whom = self._word(at) == "with" and at > 0 and self._tokens[at - 1].tag_ == "VBG"
        return self._word(at) in _CLOSING and not with_whom

    def _exemplifies(self, at: int) -> bool:
        """ "technologies like A, B and C": what follows is what is listed."""
        return (
            not self._commas
            and at > 0
            and (
                (self._word(at) == "like" and self._tokens[at].tag_ == "IN")
                or (self._word(at) == "as" and self._word(at - 1) == "such")
            )
        )

    def _couples(self, at: int) -> bool:
        if not 0 < at < len(self._tokens) - 1 or self._word(at) not in _AND:
            return False
        if self._word(at - 1) in _HYPHENS and self._word(at + 1) in _HYPHENS:
            return True  # "oil-and-gas know-how"
        before, after = self._tokens[at - 1], self._tokens[at + 1]
        if before.tag_ == "JJ" and after.tag_ in _NOUNS | {"JJ", "VBG"}:
            return True  # "scientific and technical advice"
        return _COUPLED.match(f"{before.lower_} {after.lower_}") is not None

    def _further(self, at: int) -> int | None:
        """Where the list goes on after words beside the point: "held at the campus, visits"."""
        while at < len(self._tokens) and not self._hard(at):
            joint = self._joint(at)
            if joint > at and joint < len(self._tokens) and self._same_form(joint):
                if self._verbal or self._commas:
                    return joint
                return joint if self._word(at) in _COMMAS and self._closes(joint) else None
            at = max(joint, at + 1)
        return None

    def _closes(self, at: int) -> bool:
        """Whether an "and" follows before another clause begins."""
        while at < len(self._tokens) and not self._hard(at):
            if self._joint(at) > at and self._joins(at, self._joint(at)):
                return True
            at += 1
        return False

    def _same_form(self, at: int) -> bool:
        if self._verbal:
            return self._is_verb(at) and self._tokens[at].tag_ == self._tokens[0].tag_
        return self._tokens[at].tag_ in {"NN", "NNS", "JJ"}

    def _hard(self, at: int) -> bool:
        return self._word(at) in _ENDING or self._tokens[at].tag_ in _OTHER_CLAUSE

    def _joint(self, at: int) -> int:
        """Past the joint that begins here; `at` itself where none does."""
        start = at
        if at and self._tokens[at - 1].tag_ == "POS" and self._tokens[at + 1 :]:
            return at  # "Bachelor's, Master's and doctoral students"
        while at < len(self._tokens):
            if self._word(at) in _COMMAS or self._word(at) in _AND:
                at += 1
            elif phrase := self._phrase_joint(at):
                at += phrase
            else:
                break
        return at if at > start else start

    def _joins(self, start: int, end: int) -> bool:
        """Whether a joint closes the list: ", and", ", as well as"."""
        return any(self._word(at) in _AND or self._phrase_joint(at) > 0 for at in range(start, end))

    def _phrase_joint(self, at: int) -> int:
        """Of how many words the joint "as well as" or its like is that begins here."""
        for phrase in _PHRASE_JOINTS:
            if all(self._word(at + i) == word for i, word in enumerate(phrase)):
                return len(phrase)
        return 0

    def _goes_on(self, at: int) -> bool:
        """Whether what follows a joint can be another member."""
        if at >= len(self._tokens) or self._word(at) in {"other", "others"}:
            return False
        token = self._tokens[at]
        if token.tag_ == "TO" and not (self._verbal or self._doing):
            return False  # "A, B and to do C"
        if token.tag_ == "IN" and self._word(at) in {"in", "on", "for"}:
            return at + 1 < len(self._tokens) and self._tokens[at + 1].tag_ in _BEGINS
        if token.tag_ == "VBG" and not self._verbal and self._is_verb(at):
            return self._is_among_members(at)  # no ", giving them …"
        if token.tag_ == "VBN" and not self._before_noun(at):
            return False
        if token.tag_ in _BARE and self._word(at - 1) in _AND and not self._verbal:
            return self._doing
        if self._verbal and self._word(at) == "set":
            return True
        return token.tag_ in _BEGINS and self._word(at) not in _ENDING

    def _is_among_members(self, at: int) -> bool:
        """Whether a doing stands between nouns of a list: "A, B, working with C, D and E"."""
        if not self._commas or self._joins(*self._commas[-1]):
            return False
        if any(and_ >= self._commas[-1][1] for and_, _ in self._ands):
            return False
        while at < len(self._tokens) and not self._hard(at):
            if self._word(at) == ",":
                return self._tokens[at - 1].tag_ in _NOUNS and self._closes(at)
            at += 1
        return False

    def _before_noun(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and self._tokens[at + 1].tag_ in _NOUNS | {"JJ", "CC"}

    def _stops(self, at: int) -> bool:
        token, word = self._tokens[at], self._word(at)
        first = at == 0 or any(at == end for _, end in self._commas + self._ands)
        if word == "as" and self._word(at - 1) == "such":
            return False
        if word != "'s" and self._hard(at) and not (first and word == "set"):
            return True
        if token.tag_ in _BARE:
            noun = word in _ALSO_NOUNS and self._tokens[at - 1].tag_ in _NOUNS
            return not (first or noun or self._tokens[at - 1].tag_ in {"TO", "RB"})
        if token.tag_ == "VBN" and not first:
            noun = self._tokens[at - 1].tag_ in _NOUNS
            return noun and word not in _KEPT_PARTICIPLES and not self._before_noun(at)
        if word == "for" and self._word(at + 1) in _GOOD:
            return True
        if word == "in" and self._word(at + 1) in {"order", "addition"}:
            return True
        if word == "in" and self._is_place(at + 1):
            return True
        return word == "including" or (word == "such" and bool(self._commas))

    def _is_infinitive(self, at: int) -> bool:
        """Whether "to do" begins here, within a member."""
        return (
            0 < at < len(self._tokens) - 1
            and self._tokens[at].tag_ == "TO"
            and self._tokens[at + 1].tag_ in {"VB", "RB"}
            and all(at != end for _, end in self._commas + self._ands)
        )

    def _is_place(self, at: int) -> bool:
        at += self._word(at) == "the"
        return at < len(self._tokens) and self._tokens[at].ent_type_ in {"GPE", "LOC"}

    def _without_subject(self, at: int) -> int:
        """The end of the list before a verb whose subject was taken for its last member."""
        if self._tokens[at].tag_ not in {"MD", "VBZ", "VBD"} or not self._commas:
            return at
        start, _ = self._commas[-1]
        joined = [self._joins(*comma) for comma in self._commas]
        before = self._commas[-2][1] if len(joined) > 1 else start
        complete = any(joined[:-1]) or any(before <= a < start for a, _ in self._ands)
        oxford = joined[-1] and len(joined) > 1 and not complete
        if oxford or any(start < a for a, _ in self._ands):
            return at
        self._commas.pop()
        return start

    def _past_bracket(self, at: int) -> int:
        closing = _BRACKETS.get(self._word(at))
        if closing:
            for end in range(at + 1, min(at + _LONGEST_BRACKET, len(self._tokens))):
                if self._word(end) == closing:
                    return end + 1
        return at + 1

    def _is_verb(self, at: int) -> bool:
        """Whether a member that begins here says what is done: "to open a centre", "opening …"."""
        while at < len(self._tokens) and self._tokens[at].tag_ in {"TO", "RB"}:
            at += 1
        if at + 1 >= len(self._tokens):
            return False
        tag, word = self._tokens[at].tag_, self._word(at)
        return (
            tag in _BARE
            or word == "set"
            or is_light_verb(word)
            or (tag == "VBG" and word not in _NOUN_LIKE and self._word(at + 1) != "of")
        )

    def _is_lone_verb(self, at: int) -> bool:
        return (
            self._tokens[at].tag_ in {*_BARE, "VBG"}
            and self._word(at) not in _NOUN_LIKE | _ALSO_NOUNS
        )

    def _word(self, at: int) -> str:
        return self._tokens[at].text.casefold() if at < len(self._tokens) else ""


def members(tokens: Sequence[Token], within: Span, doing: bool = False) -> list[Span]:
    """The members of the list that these tokens begin with, as spans of the text.

    `doing` where a verb stands before them: "promote A and open B".
    """
    found = Coordination(tokens, doing).members()
    return [Span(start, end, within.document) for start, end in found]
