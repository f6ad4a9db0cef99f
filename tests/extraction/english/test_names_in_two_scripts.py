"""A Chinese name that an English text puts beside the English one is kept as another name."""

from agreements.extraction import extract
from agreements.extraction.document import Document

TEXT = (
    "Harbin Institute of Technology (HIT, 哈尔滨工业大学) and Huawei Technologies Co., Ltd. "
    "(华为技术有限公司) signed a strategic cooperation agreement on October 22, 2018."
)


def test_names_in_parentheses_keep_their_language_and_the_acronym_beside_them() -> None:
    (record,) = extract(Document("release.txt", TEXT)).agreements
    stated = {
        alias.name: (alias.kind, alias.language)
        for party in (*record.institutions, *record.partners)
        for alias in party.aliases
    }
    assert stated["哈尔滨工业大学"] == stated["华为技术有限公司"] == ("native", "zh")
    assert stated["HIT"] == ("acronym", None)
