"""Which language a text is in, as far as needed to know whether it can be read.

Counts the commonest function words of each language (closed classes: articles, prepositions,
conjunctions), and the share of Han characters for Chinese.
"""

import re
from collections import Counter

_FUNCTION_WORDS = {
    "en": "the of and to in is was with for by on that at from as it its has have be will this which",
    "de": "der die das und den dem des ein eine ist von mit zu im für auf wurde sich nicht wird am",
    "fr": "le la les des du de et une un est dans pour par avec sur au aux que qui cette ont",
    "es": "el la los las del de y una un es en para por con su se que al como fue",
    "pt": "o a os as do da dos das de e uma um em para por com se que na no foi",
    "it": "il la lo gli le di del della e una un è per con nel che sono dei alla",
    "id": "dan yang di dengan untuk dari pada ini itu oleh dalam akan juga para kepada",
    "nl": "de het een en van in is op met voor te zijn aan door dat bij ook wordt",
    "tr": "ve bir bu ile için olarak da de olan arasında",
    "pl": "i w na z do się że jest oraz dla przez od po",
    "hu": "a az és egy hogy is nem van volt meg vagy",
    "sv": "och att det som en på är av för med den till i har",
    "vi": "và của các có trong được cho với là một",
}
_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian",
    "id": "Indonesian or Malay", "nl": "Dutch", "tr": "Turkish", "pl": "Polish", "hu": "Hungarian", "sv": "Swedish",
    "vi": "Vietnamese", "zh": "Chinese", "other": "a language that is not recognised",
}  # fmt: skip
_SAMPLE = 20_000
_SCRIPTS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_HAN = re.compile(r"[一-鿿]")


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language, "other" where no language fits."""
    sample = text[:_SAMPLE]
    letters = len(_SCRIPTS.findall(sample))
    if letters and len(_HAN.findall(sample)) / letters > 0.3:
        return "zh"
    if letters and len(_LATIN.findall(sample)) / letters < 0.5:
        return "other"
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    scores = {code: sum(words[word] for word in list_.split()) for code, list_ in _FUNCTION_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] * 25 >= sum(words.values()) else "other"


def language_name(code: str) -> str:
    """The name of a language for an editor to read."""
    return _NAMES.get(code[:2], code)
