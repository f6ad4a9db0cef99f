"""A list of agreements in words: the title of pages, feeds and exports."""

from collections.abc import Sequence


def either(names: Sequence[str], most: int = 3) -> str:
    """ "A, B or C"; of more names than `most`, how many others there are."""
    if len(names) > most:
        return f"{', '.join(names[:most])} or {len(names) - most} others"
    return " or ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def span_of_years(first: int | None, last: int | None) -> str:
    """ "in 2018", "2017 to 2019", "since 2017", "until 2019", or "" for all years."""
    if first and last:
        return f"in {first}" if first == last else f"{first} to {last}"
    if first:
        return f"since {first}"
    return f"until {last}" if last else ""


def sentence(named: dict[str, list[str]], years: str) -> str:
    """ "Agreements with Huawei Technologies, signed 2017 to 2019".

    `named` holds the chosen labels by filter, the areas by axis; `years` is a `span_of_years`.
    """
    phrases = (
        ("institution", " of {}"),
        ("partner", " with {}"),
        ("activity", " on {}"),
        ("field", " in the field of {}"),
        ("country", ", with a party from {}"),
        ("kind", ", of the kind {}"),
        ("lifecycle", ", {}"),
        ("q", ", found by {}"),
    )
    lower = ("activity", "field", "kind", "lifecycle")
    text = "Agreements"
    for name, phrase in phrases:
        if labels := named.get(name):
            words = either([within_sentence(label) if name in lower else label for label in labels])
            text += phrase.format(words)
    return f"{text}, signed {years}" if years else text


def within_sentence(label: str) -> str:
    """A label within a sentence; an acronym at its beginning stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
