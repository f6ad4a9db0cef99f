"""How SQL writes a part of a record: as an item of a table's cell, or as a JSON object.

The rules are those of `readers.cells` and `readers.items`, said once more where a million rows
can be written in seconds; tests hold the two together.
"""

from abc import ABC, abstractmethod

from agreements.readers.cells import BLANK, FORMULA
from agreements.readers.items import FORMS

Fields = dict[str, str]
"""Field of a part to the SQL expression that gives its text, '' or NULL for none."""


def literal(text: str) -> str:
    """The text as SQL, in a statement that takes parameters."""
    return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace("%", "%%") + "'"


_BLANK, _FORMULA = literal(BLANK), literal(f"^(?:{FORMULA})")
_LAST_BLANK, _FIRST_BLANK = literal(f"([{BLANK}])$"), literal(f"^([{BLANK}])")


def escaped(text: str) -> str:
    """`readers.cells.escape`."""
    marked = text
    for separator in "\\;|":
        marked = f"replace({marked}, {literal(separator)}, {literal(chr(92) + separator)})"
    behind = literal(r"\\\1")
    first = f"regexp_replace({marked}, {_LAST_BLANK}, {behind})"
    trimmed = f"regexp_replace({first}, {_FIRST_BLANK}, {behind})"
    return f"CASE WHEN btrim({text}, {_BLANK}) = {text} THEN {marked} ELSE {trimmed} END"


def guarded(cell: str) -> str:
    """`readers.cells.guard`, and NULL for an empty cell; most begin with a letter or a digit."""
    usual = f"ascii({cell}) BETWEEN 97 AND 122 OR ascii({cell}) BETWEEN 65 AND 90"
    return (
        f"CASE WHEN {usual} THEN {cell} WHEN {cell} ~ {_FORMULA} THEN '''' || {cell}"
        f" ELSE NULLIF({cell}, '') END"
    )


_PLAIN = {"country", "ror", "wikidata", "lei", "on", "code", "published_on", "retrieved_on"}
"""Fields that the database keeps free of separators and blanks, as it does words of lists."""


class Rendering(ABC):
    """One way to write the parts of a record."""

    between: str
    """What stands between the parts of a list."""
    no_aliases = ""
    """What stands where an organisation has no other names."""

    @abstractmethod
    def fields(self, column: str, fields: Fields) -> str:
        """SQL of some fields of the parts that stand in this column of the record."""

    @abstractmethod
    def aliases(self, name: str, kind: str, language: str) -> str:
        """SQL that gathers the other names of an organisation."""

    @abstractmethod
    def whole(self, fields: str) -> str:
        """SQL of a part from that of its fields."""


class Items(Rendering):
    """Items of a cell: ``Lu Yong | position=Vice President``."""

    between = "; "

    def fields(self, column: str, fields: Fields) -> str:
        """The first field alone, the others with their names, defaults left out."""
        form, written = FORMS[column], []
        names = {field: name for name, field in form.named.items()}
        for field, text in fields.items():
            if field == form.first:
                written.append(f"COALESCE({escaped(text)}, '')")
            elif field in names:
                default = literal(form.defaults.get(field, ""))
                named = literal(f" | {names[field]}=")
                plain = field in _PLAIN or field in form.words
                said = f"{named} || {text if plain else escaped(text)}"
                written.append(f"CASE WHEN {text} NOT IN ('', {default}) THEN {said} ELSE '' END")
        return " || ".join(written) or "''"

    def aliases(self, name: str, kind: str, language: str) -> str:
        """`readers.items`: ``alias=华为 (native, zh)``."""
        described = (
            f"{name} || ' (' || {kind} || COALESCE(', ' || NULLIF({language}, ''), '') || ')'"
        )
        plain = f"{kind} = 'spelling' AND {language} = '' AND right({name}, 1) <> ')'"
        text = escaped(f"(CASE WHEN {plain} THEN {name} ELSE {described} END)")
        return f"string_agg(' | alias=' || {text}, '' ORDER BY {name})"

    def whole(self, fields: str) -> str:
        """As it is."""
        return fields


class Objects(Rendering):
    """JSON objects."""

    between = ","
    no_aliases = ',"aliases":[]'

    def fields(self, column: str, fields: Fields) -> str:
        """Those that say something, each after a comma."""
        written = []
        for field, text in fields.items():
            said = f"',\"{field}\":' || to_json({text}::text)::text"
            written.append(f"CASE WHEN {text} <> '' THEN {said} ELSE '' END")
        return " || ".join(written)

    def aliases(self, name: str, kind: str, language: str) -> str:
        """A list of objects, as a field."""
        fields = self.fields("aliases", {"name": name, "kind": kind, "language": language})
        return f"',\"aliases\":[' || string_agg({self.whole(fields)}, ',' ORDER BY {name}) || ']'"

    def whole(self, fields: str) -> str:
        """In braces, the first comma taken away."""
        return f"'{{' || substr({fields}, 2) || '}}'"
