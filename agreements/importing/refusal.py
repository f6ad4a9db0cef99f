"""Why a well-formed record cannot go into this catalogue."""


class RefusedRecordError(Exception):
    """The record contradicts the catalogue; its attributes say where and what would help."""

    def __init__(self, field: str | None, value: str, mend: str) -> None:
        super().__init__(mend)
        self.field = field
        self.value = value
        self.mend = mend
