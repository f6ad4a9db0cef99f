"""How values look on a page: dates by their precision, names in their script, countries."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from agreements.dates import PartialDate
from agreements.models import Organisation
from agreements.vocabulary.kinds import AliasKind

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""Languages that a name's letters give away; kana and hangul before the characters they share."""

_JSON_IN_HTML = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def partial_date(value: str) -> str:
    """ "22 October 2018", "October 2018" or "2018"; what is no date stays as it is."""
    try:
        date = PartialDate.parse(value)
    except ValueError:
        return value
    words = [str(date.day)] if date.day else []
    words += [f"{date.first_day:%B}"] if date.month else []
    return " ".join([*words, f"{date.year:04}"])


@lru_cache(maxsize=20_000)
def time(value: str) -> SafeString:
    """The date in words within a `time` element, "" for none."""
    words = partial_date(value)
    return format_html('<time datetime="{}">{}</time>', value, words) if words else SafeString()


def described(text: str) -> SafeString:
    """A description of the API, in whose Markdown are `code` and lists that stand on "* "."""
    lines = filter(None, text.splitlines())
    blocks = groupby(lines, key=lambda line: line.startswith("* "))
    return format_html_join("", "{}", ((_block(listed, list(of)),) for listed, of in blocks))


def _block(listed: bool, lines: list[str]) -> SafeString:
    if not listed:
        return _with_code(" ".join(lines))
    items = ((_with_code(line.removeprefix("* ")),) for line in lines)
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", items))


def _with_code(text: str) -> SafeString:
    """Every second piece between backticks is code."""
    pieces = enumerate(text.split("`"))
    marked = (format_html("<code>{}</code>", p) if n % 2 else p for n, p in pieces)
    return format_html_join("", "{}", ((piece,) for piece in marked))


def named(name: str, language: str = "") -> str:
    """A name, isolated and with its language where its letters or `language` tell."""
    tongue = language or language_of(name)
    return format_html('<bdi lang="{}">{}</bdi>', tongue, name) if tongue else name


def language_of(name: str) -> str:
    """The language that the letters of a name give away, "" for Latin letters."""
    if name.isascii():
        return ""
    return next((language for language, letters in _SCRIPTS if letters.search(name)), "")


def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value of a key, "" where there is none."""
    return mapping.get(key, "") if mapping else ""


def native_name(organisation: Organisation) -> SafeString | str:
    """Its name in its own script beside the English one; "" where that is not known.

    Reads prefetched aliases.
    """
    aliases = organisation.aliases.all()
    for alias in aliases:
        if alias.kind == AliasKind.NATIVE and alias.name != organisation.name:
            return named(alias.name, alias.language)
    return ""


def pagination(request: HttpRequest, rows: Page[Any]) -> dict[str, Any]:
    """Links to the other pages of a list; other parameters of the address stay."""
    numbers = rows.paginator.get_elided_page_range(rows.number, on_each_side=2, on_ends=1)
    return {"request": request, "rows": rows, "numbers": numbers}


def page_query(request: HttpRequest, number: int) -> str:
    """The query string of another page of the list that the request asks for."""
    parameters = request.GET.copy()
    parameters["page"] = str(number)
    return f"?{parameters.urlencode()}"


def cited_text(passages: Iterable[Any], language: str) -> SafeString:
    """A source's text with its cited passages marked, each a link to what it supports.

    Made here rather than in a template, since every space of the text shows.
    """
    inner = format_html_join("", "{}", ((_passage(passage),) for passage in passages))
    tongue = format_html(' lang="{}"', language) if language else ""
    return format_html('<div class="document"{}>{}</div>', tongue, inner)


def _passage(passage: Any) -> SafeString | str:
    agreements = passage.agreements
    if not agreements:
        return str(passage.text)
    first, *others = agreements
    notes = format_html_join(
        "",
        '<sup><a href="{}" aria-label="Also supports {}">+</a></sup>',
        ((other.get_absolute_url(), other.title) for other in others),
    )
    return format_html(
        '<mark id="c{}"><a href="{}" title="Supports: {}">{}</a>{}</mark>',
        passage.start,
        first.get_absolute_url(),
        passage.supports,
        passage.text,
        notes,
    )


def json_ld(data: dict[str, Any]) -> SafeString:
    """A schema.org description as a data block; no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=False).translate(_JSON_IN_HTML)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
