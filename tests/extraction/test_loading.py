"""Files to documents: whatever people save, or a clear word on why it cannot be read."""

from pathlib import Path

import pypdfium2
import pytest

from agreements.extraction import LoadError, load
from agreements.vocabulary.kinds import TextKind, Voice

SENTENCE = "The University of Leeds and Siemens signed an agreement."
HEADER = (
    "Source: https://www.example.org/news/1\nTitle: Two sign\nPublisher: Example University\n"
    "Published: 2018-11-05\nLanguage: en\nVoice: institution\nAbstract: yes\n\n"
)


def _file(folder: Path, content: bytes, name: str = "release.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        b"\xef\xbb\xbf" + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
    ],
    ids=["utf-8", "utf-8 with byte order mark", "utf-16"],
)
def test_text_is_decoded(tmp_path: Path, content: bytes) -> None:
    assert load(_file(tmp_path, content)).text == SENTENCE


def test_text_in_an_older_encoding_is_decoded(tmp_path: Path) -> None:
    text = "L’université a signé un accord avec la société à Besançon. " * 5
    assert "Besançon" in load(_file(tmp_path, text.encode("cp1252"))).text


def test_newlines_are_settled_once(tmp_path: Path) -> None:
    assert load(_file(tmp_path, b"one\r\ntwo\rthree\n")).text == "one\ntwo\nthree\n"


def test_offsets_count_the_text_as_python_reads_it(tmp_path: Path) -> None:
    path = _file(tmp_path, f"\r\n\r\n{SENTENCE}\r\n".encode())
    assert load(path).text == path.read_text("utf-8")


def test_the_header_of_an_abstract_describes_its_source(tmp_path: Path) -> None:
    document = load(_file(tmp_path, (HEADER + SENTENCE).encode()))
    assert document.text == SENTENCE
    assert document.url == "https://www.example.org/news/1"
    assert (document.title, document.publisher) == ("Two sign", "Example University")
    assert str(document.published_on) == "2018-11-05"
    assert document.voice is Voice.INSTITUTION
    assert document.text_kind is TextKind.ABSTRACT


def test_a_text_that_only_speaks_of_a_source_has_no_header(tmp_path: Path) -> None:
    text = "Source: the press office\n\n" + SENTENCE
    assert load(_file(tmp_path, text.encode())).text == text


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("Source: https://example.org\nPublished: 5 November\n", "5 November"),
        ("Source: https://example.org\nVoice: loud\n", "loud"),
        ("Source: https://example.org\nno key here\n", "line 2"),
    ],
)
def test_a_bad_header_is_an_error_that_names_the_value(
    tmp_path: Path, header: str, named: str
) -> None:
    with pytest.raises(LoadError, match=named):
        load(_file(tmp_path, f"{header}\n{SENTENCE}".encode()))


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    page = f"""<!doctype html><html lang="en"><head><title>Two sign</title>
    <meta property="og:site_name" content="Example University">
    <meta property="article:published_time" content="2018-11-05"></head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Two sign</h1><p>{SENTENCE} {"It covers research on batteries. " * 8}</p></article>
    <footer>All rights reserved</footer></body></html>"""
    document = load(_file(tmp_path, page.encode(), "page.html"))
    assert SENTENCE in document.text
    assert "Home" not in document.text
    assert str(document.published_on) == "2018-11-05"


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    path = tmp_path / "release.pdf"
    path.write_bytes(_pdf(SENTENCE))
    assert SENTENCE in load(path).text


def _pdf(text: str) -> bytes:
    """The smallest PDF that shows a line of text; readers rebuild its table of offsets."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = "".join(f"{i} 0 obj{content}endobj\n" for i, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 6>>\n%%EOF".encode()


def test_the_readers_of_the_pdf_agree_that_it_is_one(tmp_path: Path) -> None:
    assert len(pypdfium2.PdfDocument(_pdf(SENTENCE))) == 1


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.txt", "empty"),
        (b"  \n \n", "a.txt", "empty"),
        (bytes(range(256)) * 40, "a.txt", "not text"),
        (b"%PDF-1.4 " + bytes(200), "a.pdf", "PDF"),
        (b"<html><body></body></html>", "a.html", "no main text"),
        (b"<html><body>" + b"<div>" * 40_000 + b"x", "a.html", "nested"),
        (b"<html><body>" + b"<div>" * 100_000 + b"x", "a.html", "elements"),
        (b"word " * 2_000_000, "a.txt", "larger than"),
        (b"word " * 30_000, "a.txt", "characters of text"),
    ],
    ids=[
        "empty",
        "blank",
        "noise",
        "broken pdf",
        "empty page",
        "deep page",
        "endless page",
        "10 MB",
        "long",
    ],
)
def test_what_cannot_be_read_is_an_error_that_says_why(
    tmp_path: Path, content: bytes, name: str, why: str
) -> None:
    with pytest.raises(LoadError, match=why):
        load(_file(tmp_path, content, name))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="No such file"):
        load(tmp_path / "nowhere.txt")
