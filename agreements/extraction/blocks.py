"""What a page is made of: blocks of text, each with its role, and their sentences."""

from dataclasses import dataclass
from enum import StrEnum

from agreements.extraction.document import Span


class Role(StrEnum):
    """What a block is to the page."""

    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or piece of furniture."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the number of its block."""

    span: Span
    block: int
    role: Role

    @property
    def text(self) -> str:
        """The characters of the sentence as stored."""
        return self.span.quotation
