"""Which language a text is in, as far as needed to know whether it can be read.

Counts the commonest function words of each language (closed classes: articles, prepositions,
conjunctions); a language with a script of its own is told by its letters.
"""

import re
from collections import Counter

_FUNCTION_WORDS = {
    "en": "the of and to in is was with for by on that at from as it its has have be will this",
    "de": "der die das und den dem des ein eine ist von mit zu im für auf wurde sich nicht wird am",
    "fr": "le la les des du de et une un est dans pour par avec sur au aux que qui cette ont",
    "es": "el la los las del de y una un es en para por con su se que al como fue",
    "pt": "o os da dos das de e uma um em para por com se que na foi ao pela são",
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
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "id": "Indonesian or Malay",
    "nl": "Dutch",
    "tr": "Turkish",
    "pl": "Polish",
    "hu": "Hungarian",
    "sv": "Swedish",
    "vi": "Vietnamese",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "uk": "Ukrainian",
    "ar": "Arabic",
    "fa": "Persian",
    "ur": "Urdu",
    "he": "Hebrew",
    "el": "Greek",
    "th": "Thai",
    "hi": "Hindi",
    "bn": "Bengali",
    "ta": "Tamil",
    "ka": "Georgian",
    "hy": "Armenian",
    "other": "a language that is not recognised",
}
_PARTICLE = re.compile(
    r"(?<=[^\W\d_]\s)(?:de|do|da|dos|das|del|della|di|du|des|la|e|y|et|van|von)\s+(?=[A-ZÀ-Þ])"
)
"""Small words before a capital, as within names; they do not tell what a text is written in."""
_SAMPLE = 20_000
_TOO_FEW = 12
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_SCRIPTS = {
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u052f]"),
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
}
"""The commonest language of each script that has letters of its own (Unicode blocks)."""
_SHARED = {"uk": ("ru", "іїєґ"), "ur": ("ar", "ٹڈڑےں"), "fa": ("ar", "پچژگ")}
"""Languages told from the commonest one of their script by letters that it does not have."""
_HAN_AT_LEAST, _KANA_AT_MOST, _HALF = 0.3, 0.05, 0.5


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language, "other" where no language fits."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters and (code := _by_script(sample, letters)):
        return code
    sample = _PARTICLE.sub(" ", sample)
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    scores = {
        code: sum(words[word] for word in list_.split()) for code, list_ in _FUNCTION_WORDS.items()
    }
    best = max(scores, key=lambda code: scores[code])
    if len(words) < _TOO_FEW and not scores[best]:
        return "en"  # a scrap of names: read it, and find nothing
    return best if scores[best] * 25 >= sum(words.values()) else "other"


def _by_script(sample: str, letters: int) -> str | None:
    """The language that the script alone tells; None for Latin letters.

    Japanese has kana among its Han characters, Chinese none but in quoted names.
    """
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    if kana > (han + kana) * _KANA_AT_MOST and (han + kana) / letters > _HAN_AT_LEAST:
        return "ja"
    if han / letters > _HAN_AT_LEAST:
        return "zh"
    for code, script in _SCRIPTS.items():
        if len(script.findall(sample)) / letters > _HALF:
            return _of_script(code, sample)
    return None


def _of_script(code: str, sample: str) -> str:
    for language, (script, own) in _SHARED.items():
        if script == code and sum(sample.count(letter) for letter in own) * 200 > len(sample):
            return language
    return code


def language_name(code: str) -> str:
    """The name of a language for an editor to read."""
    return _NAMES.get(code[:2], code)
