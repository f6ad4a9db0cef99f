"""Finding quotations: the words must be there, the bytes may differ."""

import pytest

from agreements.extraction import Document
from agreements.extraction.language_model.quotations import Quotations


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("signed by Audi Hungaria", "Audi Hungaria", "Audi Hungaria"),
        ("signed by Audi\n  Hungaria", "Audi Hungaria", "Audi\n  Hungaria"),
        ("the “Smart Campus” plan", 'the "Smart Campus" plan', "the “Smart Campus” plan"),
        ("a two\u2011year plan", "two-year", "two\u2011year"),
        ("co\u00adoperation began", "cooperation", "co\u00adoperation"),
        ("HUAWEI Technologies", "Huawei technologies", "HUAWEI Technologies"),
        ("an der Straße", "STRASSE", "Straße"),
        ("la Universidad Politécnica", "Politecnica", "Politécnica"),
        ("la Universidad Polite\u0301cnica", "Politécnica", "Polite\u0301cnica"),
        ("ＡＢＣ公司", "ABC公司", "ＡＢＣ公司"),
        ("清华大学与华为签署协议", "华为", "华为"),
        ("King Saud University", "Audi", None),
        ("King Saud University", "Saud", "Saud"),
        ("signed by both", "signed by nobody", None),
        ("signed by both", "", None),
        ("signed by both", " … ", None),
        ("a (b+c)* d", "(b+c)*", "(b+c)*"),
    ],
)
def test_a_quotation_is_found_as_the_text_s_own_characters(
    text: str, quote: str, found: str | None
) -> None:
    span = Quotations(Document("d.txt", text)).find(quote)
    assert (span.quotation if span else None) == found
