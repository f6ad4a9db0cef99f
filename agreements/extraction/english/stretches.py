"""The stretches of a text that tell one agreement each, so that slots are sought there alone."""

import re
from dataclasses import replace

from agreements.extraction.blocks import Sentence
from agreements.extraction.english.events.enumeration import AGREEMENTS, counts_papers
from agreements.extraction.english.findings import Findings
from agreements.extraction.events import Event, Modality

_ALL_PAPERS = re.compile(
    rf"\b(?:{AGREEMENTS}"
    r"|(?:both|all|these)\s+(?:\w+\s+)?(?:documents|papers|texts|partnerships)"
    r"|signed\s+(?:both|all)\b)",
    re.IGNORECASE,
)
"""In a sentence about all the papers of a text: "Taken together the agreements …"."""


def narrowed(findings: Findings, sentences: list[Sentence]) -> Findings:
    """What was found, as far as it stands in these sentences."""
    starts = {sentence.span.start for sentence in sentences}
    numbers = {sentence.block for sentence in sentences}
    blocks = [block for number, block in enumerate(findings.reading.blocks) if number in numbers]
    return replace(
        findings,
        reading=replace(findings.reading, sentences=sentences, blocks=blocks),
        named=[person for person in findings.named if person.sentence.span.start in starts],
        told=[event for event in findings.told if event.sentence.span.start in starts],
    )


def own_stretch(group: list[Event], groups: list[list[Event]], findings: Findings) -> Findings:
    """What stands where a text tells this one of its agreements, or all of them.

    An agreement's stretch goes from a sentence that tells it to the next that tells another. What
    opens the text before the first, what counts the papers and what speaks of them in the plural is
    about all.
    """
    own = {event.sentence.span.start for event in group}
    others = {event.sentence.span.start for other in groups for event in other} - own
    told, mine = False, True
    sentences: list[Sentence] = []
    for sentence in findings.reading.sentences:
        start = sentence.span.start
        if start in own or start in others:
            told, mine = True, start in own
        plural = start not in others and _ALL_PAPERS.search(sentence.text) is not None
        if mine or not told or plural or counts_papers(sentence.text):
            sentences.append(sentence)
    told_here = [
        event
        for event in findings.told
        if event.modality is not Modality.DONE or event.sentence.span.start in own
    ]
    return narrowed(replace(findings, told=told_here), sentences)
