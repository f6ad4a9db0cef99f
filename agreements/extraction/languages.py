"""Which language a text is in, as far as needed to know whether it can be read.

The script that most words are written in tells the language, or the few that share it; those in
Latin letters are told by their function words (closed classes: articles, prepositions,
conjunctions), the commonest of each.
"""

import re
from collections import Counter

_FUNCTION_WORDS = {
    "en": "the of and to in is was with for by on that at from as it its has be will this a an are",
    "de": "der die das und den dem des ein eine ist von mit zu im für auf wurde sich nicht wird am",
    "fr": "le la les des du de et une un est dans pour par avec sur au aux que qui cette ont",
    "es": "el la los las del de y una un es en para por con su se que al como fue",
    "pt": "o os da dos das de e uma um em para por com se que na foi ao pela são",
    "it": "il la lo gli le di del della e una un è per con nel che sono dei alla",
    "ca": "el la els les dels de i una un és en per amb que al han del ha aquest",
    "ro": "și de la în cu pe un o din pentru care este au al ale prin fost ai",
    "id": "dan yang di dengan untuk dari pada ini itu oleh dalam akan juga para kepada",
    "nl": "de het een en van in is op met voor te zijn aan door dat bij ook wordt",
    "tr": "ve bir bu ile için olarak da de olan arasında",
    "pl": "i w na z do się że jest oraz dla przez od po",
    "cs": "a v na se je z do že o pro který jako od ve byla mezi podle",
    "hr": "i u na se je za od s da su o koji kao te između",
    "hu": "a az és egy hogy is nem van volt meg vagy",
    "sv": "och att det som en på är av för med den till i har",
    "da": "og at det som en på er af for med den til i har om et de mellem",
    "fi": "ja on että se ei ovat sekä myös oli kanssa mukaan joka välillä",
    "vi": "và của các có trong được cho với là một",
    "sw": "na ya wa kwa ni katika za la kuwa hii cha",
    "tl": "ang ng sa mga na ay at para ni kay isang",
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
    "cs": "Czech or Slovak",
    "hr": "Croatian, Bosnian or Serbian",
    "hu": "Hungarian",
    "sv": "Swedish",
    "da": "Danish or Norwegian",
    "fi": "Finnish",
    "ca": "Catalan",
    "ro": "Romanian",
    "sw": "Swahili",
    "tl": "Filipino",
    "vi": "Vietnamese",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "uk": "Ukrainian",
    "kk": "Kazakh",
    "mn": "Mongolian",
    "sr": "Serbian",
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
_TOO_FEW, _RARE, _NAMES_BESIDE = 12, 25, 6
"""Words that tell nothing; one function word in so many words is the least that a language has;
one word in so many of the main script is the least that tells the language beside names in it."""
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_KANA = "\u3041-\u30fa"
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_SCRIPTS = {
    "latin": f"[{_LATIN}]+",
    "han": f"[{_HAN}{_KANA}]{{1,2}}",
    "ko": "[\uac00-\ud7af]+",
    "ru": "[\u0400-\u052f]+",
    "ar": "[\u0600-\u06ff\u0750-\u077f]+",
    "he": "[\u0590-\u05ff]+",
    "el": "[\u0370-\u03ff\u1f00-\u1fff]+",
    "th": "[\u0e00-\u0e7f]{1,5}",
    "hi": "[\u0900-\u097f]+",
    "bn": "[\u0980-\u09ff]+",
    "ta": "[\u0b80-\u0bff]+",
    "ka": "[\u10a0-\u10ff]+",
    "hy": "[\u0530-\u058f]+",
}
"""A word of each script (Unicode blocks), by the commonest language that has it for its own."""
_SHARED = {
    "kk": ("ru", "қғңұһ"),
    "uk": ("ru", "іїєґ"),
    "mn": ("ru", "өү"),
    "sr": ("ru", "ђјљњћџ"),
    "ur": ("ar", "ٹڈڑےں"),
    "fa": ("ar", "پچژگ"),
}
"""Languages told from the commonest one of their script by letters that it does not have."""
_OWN_LETTERS = 200
"""One letter of its own in so many shows such a language."""
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9đĐơƠưƯ]")
_JAPANESE = re.compile(
    "[産広総応実関経済県図験対発価栄営権歓気帰黒斉剤雑処焼奨浄剰縄壌嬢穂髄瀬斎摂専戦繊禅捜挿巣騒増蔵続帯滞択沢単団弾遅鋳庁徴聴懲転伝読売桜覚渓継恵鶏撃険検剣顕働込枠辻畑匂]"
)
"""Characters in a form that Chinese does not have, in either script."""
_KANA_AT_MOST, _JAPANESE_AT_MOST, _VIETNAMESE_AT_MOST, _LOUD = 0.05, 0.025, 0.04, 0.8


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language, "other" where no language fits.

    Where the words of one script are names alone, those of the next tell the language.
    """
    sample = text[:_SAMPLE]
    words = {code: len(re.findall(word, sample)) for code, word in _SCRIPTS.items()}
    most = max(words.values())
    for script in sorted(words, key=lambda code: -words[code]):
        if words[script] * _NAMES_BESIDE >= most and (found := _in_script(script, sample)):
            return found
    if words["latin"] < _TOO_FEW and sample.isascii():
        return "en"  # a scrap of names: read it, and find nothing
    return "other"


def _in_script(script: str, sample: str) -> str | None:
    if script == "latin":
        return _in_latin_letters(sample)
    if script == "han":
        return _in_han_characters(sample)
    for language, (base, own) in _SHARED.items():
        if base == script and sum(map(sample.count, own)) * _OWN_LETTERS > len(sample):
            return language
    return script if re.search(_SCRIPTS[script], sample) else None


def _in_han_characters(sample: str) -> str | None:
    """Japanese has kana among its Han characters, or forms of its own; Chinese only in names."""
    han, kana = len(re.findall(f"[{_HAN}]", sample)), len(re.findall(f"[{_KANA}]", sample))
    if han + kana == 0:
        return None
    if kana > (han + kana) * _KANA_AT_MOST:
        return "ja"
    return "ja" if len(_JAPANESE.findall(sample)) > han * _JAPANESE_AT_MOST else "zh"


def _in_latin_letters(sample: str) -> str | None:
    """The language whose function words are commonest, None where there are hardly any.

    A word in capitals is an acronym (SE, AG), unless all of the text is in capitals.
    """
    letters = "".join(re.findall(f"[{_LATIN}]+", sample))
    if len(_VIETNAMESE.findall(sample)) > len(letters) * _VIETNAMESE_AT_MOST:
        return "vi"
    loud = sum(map(str.isupper, letters)) > len(letters) * _LOUD
    said = re.findall(r"[^\W\d_]+", _PARTICLE.sub(" ", sample))
    words = Counter(word.casefold() for word in said if loud or not word.isupper())
    scores = {
        code: sum(words[word] for word in list_.split()) for code, list_ in _FUNCTION_WORDS.items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] and scores[best] * _RARE >= len(said) else None


def language_name(code: str) -> str:
    """The name of a language for an editor to read."""
    return _NAMES.get(code) or _NAMES.get(code[:2], code)
