"""The one normal form of a name: what organisation and person names are compared by.

Two names with the same normal form are spelt alike as far as a reader is concerned. The
form drops case, accents, punctuation, a leading article, an acronym in parentheses and words
that state only the legal form of a company, so that "Huawei Technologies Co., Ltd." and
"HUAWEI Technologies" agree, but "Huawei Technologies (Malaysia) Sdn Bhd" stays apart.
Legal forms: the abbreviations of the ISO 20275 entity legal form list (2023-09) that press
releases use, written without punctuation, in the order in which they are tried.
"""

import re
import unicodedata
from functools import lru_cache

LEGAL_FORMS = frozenset(
    """
    co ltd limited inc incorporated corp corporation company plc llc llp lp gmbh mbh ag kg kgaa se
    sa sas sarl srl spa sl slu bv nv ab as asa oy oyj aps sro doo zoo ooo pao oao pjsc psc jsc ojsc
    sdn bhd berhad pte pvt private pty tbk kk pt cv lda ltda eirl saoc sae wll fze fzco
    """.split()
)
_CHINESE_LEGAL_FORMS = re.compile(
    r"(股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|株式会社|주식회사)"
)
COMMON = frozenset(
    """
    university universiti universidad universidade universite universitat universita college
    institute institut instituto school faculty academy of for and de del la the technology
    technologies teknologi science sciences national international group company corporation
    engineering
    """.split()
)
"""Words that say what an organisation is and not which one; alone they make no likeness."""
_REMEMBERED = 20_000
"""Names whose normal form is kept: an import asks for that of each again and again."""
_NOT_WORD = re.compile(r"[^\w]+")
_PARENTHESES = re.compile(r"[(（][^)）]*[)）]")
# An acronym, or what the name is shortened to; not "(Malaysia)" or "(UK)", which tell a
# subsidiary from its parent.
_ASIDE = re.compile(
    r"[(（]\s*(?:(?!(?:UK|USA?|UAE|HK|PRC|NZ)\b)[^\s()（）]*[A-Z][^\s()（）]*[A-Z][^\s()（）]*"
    r"|(?:here|formerly|以下|简称)[^)）]*)\s*[)）]"
)
_INITIALISM = re.compile(r"\b(?:[a-z]\.){2,}")
_HONORIFICS = frozenset(
    """
    prof professor dr mr mrs ms miss sir dame hon he h e ir ing eng dipl phd md tan sri puan seri
    datuk dato datin tun lord rev emeritus academician assoc associate asst assistant madam
    """.split()
)


@lru_cache(_REMEMBERED)
def normalise_organisation(name: str) -> str:
    """The form in which an organisation's names are compared, or "" if nothing is left."""
    shortened = name if name.isupper() else _ASIDE.sub(" ", name)
    text = shortened if shortened.strip() else name
    text = _CHINESE_LEGAL_FORMS.sub("", plain(text)) or plain(text)
    words = text.split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    kept = [word for word in words if word not in LEGAL_FORMS]
    return " ".join(kept or words)


def distinctive_words(normalised: str) -> str:
    """What of a normal form says which organisation is meant; "" where no word does."""
    return " ".join(word for word in normalised.split() if word not in COMMON)


@lru_cache(_REMEMBERED)
def normalise_person(name: str) -> str:
    """The form in which a person's names are compared: no honorifics, word order as written."""
    words = plain(_PARENTHESES.sub(" ", name)).split()
    first = next((i for i, word in enumerate(words) if word not in _HONORIFICS), 0)
    return " ".join(words[first:])


def slugify_name(name: str, limit: int = 80) -> str:
    """The words of a name joined by hyphens, for an address; "" for a name with no letter.

    Names in other scripts keep them: browsers show such addresses as they are written.
    """
    return "-".join(plain(name).split())[:limit].strip("-")


def plain(text: str) -> str:
    """The words of any text in lower case, without accents, punctuation and widths."""
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(ch for ch in text if not unicodedata.combining(ch))
        text = unicodedata.normalize("NFKC", text)
    text = text.replace("&", " and ")
    text = _INITIALISM.sub(lambda m: m[0].replace(".", ""), text)
    text = text.replace("'", "").replace("’", "")
    return " ".join(_NOT_WORD.sub(" ", text).replace("_", " ").split())
