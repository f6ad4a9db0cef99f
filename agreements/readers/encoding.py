"""Text files are UTF-8, with or without byte order mark; anything else is told so."""

import codecs
from pathlib import Path

from agreements.readers.rows import CHUNK, Fault, UnreadableFileError, shown

ENCODING = "utf-8-sig"
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_CONTROL = bytes([*range(9), *range(14, 32), 127])
_MOST_CONTROL = 0.05
"""Share of control characters up to which data may be text; of packed data it is a tenth."""
_MEND = "save the file as UTF-8 (in Excel: “CSV UTF-8”)"


def require_utf8(path: Path) -> None:
    """Read the file through once, so that none of a file in another encoding comes in.

    Raises UnreadableFileError for what is no text, and with the line of the first character that
    is not UTF-8, and OSError.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    with path.open("rb") as file:
        start = file.read(CHUNK)
        if name := _other_encoding(start[:4]):
            raise UnreadableFileError(Fault(None, name, f"the file is {name}; {_MEND}"))
        if len(start) - len(start.translate(None, _CONTROL)) > _MOST_CONTROL * len(start):
            mend = "this is binary data, not text; save the records as text, in UTF-8"
            raise UnreadableFileError(Fault(None, "", mend))
        file.seek(0)
        while chunk := file.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                around = error.object[max(error.start - 20, 0) : error.start + 20]
                value = shown(around.decode("utf-8", "backslashreplace"))
                mend = f"the file is not UTF-8; {_MEND}"
                raise UnreadableFileError(Fault(None, value, mend), row=line) from error
            line += chunk.count(b"\n")
        if decoder.getstate()[0]:
            raise UnreadableFileError(Fault(None, "", "the file ends within a character"), row=line)


def _other_encoding(mark: bytes) -> str | None:
    """The encoding that four bytes show by a mark, or by a NUL beside each of two letters."""
    name = next((name for bom, name in _OTHER_MARKS.items() if mark.startswith(bom)), None)
    nuls = sorted((mark[::2].count(0), mark[1::2].count(0)))
    return name or ("UTF-16" if nuls == [0, 2] else None)
