"""A record with what tells it from others, worked out once."""

import hashlib
from dataclasses import dataclass
from typing import Self

from agreements.importing.entry import Entry
from agreements.records import AgreementRecord


@dataclass(frozen=True, slots=True)
class Reading:
    """What one entry of the input says, who says so, and under which key."""

    entry: Entry
    record: AgreementRecord
    key: str
    origin: str
    digest: str

    @classmethod
    def of(cls, entry: Entry, record: AgreementRecord) -> Self:
        """The reading of an entry's record."""
        return cls(entry, record, record.stable_key(), origin_of(record), record.digest())

    @property
    def said(self) -> tuple[str, str]:
        """What the same provider's words about the same agreement are found by."""
        return self.origin, self.key


def origin_of(record: AgreementRecord) -> str:
    """Who says so: SHA-256 of the first source's address, or of its text where it has none."""
    first = record.sources[0]
    return hashlib.sha256(first.url.encode()).hexdigest() if first.url else first.text_hash
