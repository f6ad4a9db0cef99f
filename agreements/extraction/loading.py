"""Files to documents: text, HTML and PDF. Decoding and newlines are settled here, once.

A text file that begins with a header of ``Key: value`` lines, of which the first is
``Source: http…``, is an abstract: the header describes the announcement it retells, and only
what follows the first blank line is its text.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
import trafilatura
from charset_normalizer import from_bytes
from pydantic import ValidationError

from agreements.dates import PartialDate
from agreements.extraction.document import Document
from agreements.records import SourceRecord
from agreements.vocabulary.kinds import TextKind, Voice

FORMATS = ("auto", "text", "html", "pdf")
LARGEST_FILE = 8_000_000
"""Bytes. A press release is some kilobytes; a page with inline images may be some megabytes."""
LARGEST_TEXT = 100_000
"""Characters of text; the time that extraction takes grows with them."""
_DEEPEST, _MOST_ELEMENTS = 2_000, 50_000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_ENCODINGS = """
    cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 gb18030 big5 shift_jis euc_jp
    euc_kr koi8_r
""".split()
"""Encodings in which people still save text; guesses among all that exist go astray."""
_HEADER = re.compile(r"Source:\s*https?://\S+")
_HEADER_LINE = re.compile(r"([A-Z][a-z]+):\s*(.*)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class LoadError(ValueError):
    """A file that cannot be read as a document; the message says why and what to do."""


def load(path: Path | str, format: str = "auto") -> Document:  # noqa: A002
    """Read a file as a document.

    `format` is one of `FORMATS`; "auto" goes by the first bytes, then the name's ending. Raises
    LoadError for a file that is missing, empty, too large, encrypted or not text.
    """
    return parse(path, content_of(path), format)


def parse(path: Path | str, content: bytes, format: str = "auto") -> Document:  # noqa: A002
    """The document in what a file held when it was read; `path` need no longer be there.

    Raises LoadError as `load` does.
    """
    path = Path(path)
    kind = _format(path, content) if format == "auto" else format
    if kind == "pdf":
        return _checked(_pdf(path, content))
    text = _decoded(content)
    return _checked(_html(path, text) if kind == "html" else _text(path, text))


def content_of(path: Path | str) -> bytes:
    """What a file holds. Raises LoadError for one that is missing, empty or too large."""
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LoadError(
                f"the file is larger than {LARGEST_FILE // 10**6} MB; give the press release alone"
            )
        content = path.read_bytes()
    except OSError as error:
        raise LoadError(
            f"cannot be read ({error.strerror}); check the path and its permissions"
        ) from error
    if not content.strip():
        raise LoadError("the file is empty; save the document again")
    return content


def _format(path: Path, content: bytes) -> str:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or path.suffix.lower() in {
        ".html",
        ".htm",
        ".xhtml",
    }:
        return "html"
    return "text"


def _decoded(content: bytes) -> str:
    """The characters, newlines as \\n; UTF-8 where it fits, else the likeliest encoding."""
    try:
        text = content.decode(
            "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        )
    except UnicodeDecodeError:
        guess = (
            from_bytes(content[:200_000], cp_isolation=_ENCODINGS).best()
            if b"\0" not in content
            else None
        )
        if guess is None:
            raise LoadError("this is not text; give text, HTML or PDF") from None
        text = content.decode(guess.encoding, errors="replace")
    if len(_CONTROL.findall(text[:20_000])) > len(text[:20_000]) / 100:
        raise LoadError("this is binary data, not text; give text, HTML or PDF")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _checked(document: Document) -> Document:
    if not document.text.strip():
        raise LoadError("no text found in it; if it is a scan, give its text")
    if len(document.text) > LARGEST_TEXT:
        raise LoadError(
            f"{len(document.text):,} characters of text, more than {LARGEST_TEXT:,};"
            " give one press release a file"
        )
    return document


def _text(path: Path, text: str) -> Document:
    if not _HEADER.match(text):
        return Document(path.name, text)
    header, _, body = text.partition("\n\n")
    values: dict[str, str] = {}
    for number, line in enumerate(header.splitlines(), 1):
        match = _HEADER_LINE.fullmatch(line.strip())
        if match is None:
            raise LoadError(f"line {number} of the header, {line!r}, is not of the form Key: value")
        values[match[1].casefold()] = match[2].strip()
    return _abstract(path, values, body)


def _abstract(path: Path, values: dict[str, str], body: str) -> Document:
    try:
        source = SourceRecord(
            url=values["source"],
            title=values.get("title") or None,
            publisher=values.get("publisher") or None,
            published_on=values.get("published") or None,
            language=values.get("language") or None,
            voice=Voice(values.get("voice") or Voice.UNKNOWN),
        )
    except ValidationError as error:
        first = error.errors()[0]
        said = f"{first['input']!r}: {first['msg']}"
        raise LoadError(f"in the header, {first['loc'][0]} {said}") from error
    except ValueError as error:
        raise LoadError(f"in the header, {error}") from error
    original = values.get("abstract", "yes").casefold() == "no"
    return Document(
        path.name,
        body,
        url=source.url,
        title=source.title,
        publisher=source.publisher,
        published_on=PartialDate.parse(source.published_on) if source.published_on else None,
        language=source.language,
        voice=source.voice,
        text_kind=TextKind.ORIGINAL if original else TextKind.ABSTRACT,
    )


def _html(path: Path, markup: str) -> Document:
    elements = sum(not tag[1] for tag in _TAG.finditer(markup))
    if elements > _MOST_ELEMENTS:
        raise LoadError(
            f"{elements:,} elements, more than {_MOST_ELEMENTS:,}; save the page as text"
        )
    if _depth(markup) > _DEEPEST:
        raise LoadError(
            f"its elements are nested more than {_DEEPEST:,} deep; save the page as text"
        )
    try:
        page = trafilatura.bare_extraction(
            markup, with_metadata=True, include_comments=False, include_tables=True
        )
    except (ValueError, RecursionError) as error:
        raise LoadError(f"cannot be read as HTML ({error}); save the page as text") from error
    if page is None or isinstance(page, dict) or not page.text:
        raise LoadError("no main text found in the page; save it as text")
    try:
        published = PartialDate.parse(page.date) if page.date else None
    except ValueError:
        published = None
    url = page.url if page.url and _HEADER.match(f"Source: {page.url}") else None
    return Document(
        path.name,
        page.text,
        url=url,
        title=page.title or None,
        publisher=page.sitename or None,
        published_on=published,
    )


def _depth(markup: str) -> int:
    """How deep elements are nested at most, going by tags alone; void elements do not count."""
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag[2].casefold() in {
            "br",
            "img",
            "meta",
            "link",
            "input",
            "hr",
            "p",
            "li",
            "td",
            "tr",
            "option",
            "source",
        }:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _until_too_long(pages: Iterable[str]) -> Iterator[str]:
    """Pages up to the one by which the text is longer than any that is read."""
    length = 0
    for page in pages:
        yield page
        length += len(page)
        if length > LARGEST_TEXT:
            return


def _pdf(path: Path, content: bytes) -> Document:
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = (
            "it is protected by a password"
            if "password" in str(error).casefold()
            else f"it is damaged ({error})"
        )
        raise LoadError(f"cannot be read as PDF, {reason}; save it as text") from error
    try:
        pages = list(_until_too_long(page.get_textpage().get_text_range() for page in pdf))
        title = pdf.get_metadata_dict().get("Title") or None
    finally:
        pdf.close()
    text = "\n\n".join(pages).replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-")
    return Document(path.name, text, title=title)
