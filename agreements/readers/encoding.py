"""Text files are UTF-8, with or without byte order mark; anything else is told so."""

import codecs
from pathlib import Path

from agreements.readers.rows import Fault, UnreadableFileError, shown

ENCODING = "utf-8-sig"
_CHUNK = 1 << 16
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_MEND = "save the file as UTF-8 (in Excel: “CSV UTF-8”)"


def require_utf8(path: Path) -> None:
    """Read the file through once, so that none of a file in another encoding comes in.

    Raises UnreadableFileError with the line of the first character that is not UTF-8, and
    OSError.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    with path.open("rb") as file:
        mark = file.read(4)
        name = next((name for bom, name in _OTHER_MARKS.items() if mark.startswith(bom)), None)
        name = name or ("UTF-16" if b"\0" in mark else None)
        if name:
            raise UnreadableFileError(Fault(None, name, f"the file is {name}; {_MEND}"))
        file.seek(0)
        while chunk := file.read(_CHUNK):
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
