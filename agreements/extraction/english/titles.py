"""Words that stand before or after a person's name: honorifics, ranks and offices.

Offices follow the titles that universities, companies and governments use in English-language
releases; lower case, one word each, since phrases are built around them.
"""

import re
from functools import lru_cache

HONORIFICS = frozenset(
    """
    prof professor dr mr mrs ms miss sir dame hon honourable honorable he h.e ir ing eng engr dipl
    tan sri puan datuk dato dato' datin tun lord rev academician madam assoc associate lt gen
    col maj brig capt marshal commodore vice-marshal yab yb shri smt his her excellency habil
    emeritus dipl.-ing mag ybhg lieutenant colonel ts sheikh sheikha prince princess
    sh alhaji alh hajia tengku tuanku ybrs dr.-ing dr-ing h.c hc barr barrister asst khun bpk ibu
    atty adv hj hjh haji hajah encik cdr adm sr fr hrh datu tuan cik mal malam mallam pastor bishop
    arc surv ato cpa reverend tpl esv qs pharm dra drs mx otunba elder ustaz ustadz major brigadier
    hab inż lek acad akad admiral captain sergeant cmdr sgt rndr mudr judr phdr mgr mvdr
    """.split()
)

AFTER_HONORIFICS = frozenset(
    """
    seri amar wira setia patinggi panglima paduka diraja utama general father bey hanim royal
    highness majesty crown
    """.split()
)
"""Honorifics after another one, and else words or names: "Datuk Amar A", "Major General B"."""

OFFICES = frozenset(
    """
    president vice-president chairman chairwoman chairperson chair vice-chairman co-chairman ceo
    pceo gceo cto cfo coo cio chro cmo ciso president-elect director director-general dean rector
    vice-rector prorector pro-rector chancellor vice-chancellor pro-chancellor provost manager
    secretary minister governor gov vice-governor mayor vice-mayor ambassador consul head registrar
    principal engineer-in-chief representative officer chief founder co-founder coordinator
    commissioner treasurer trustee leader lead architect executive engineer researcher scientist
    consultant advisor adviser economist spokesperson spokesman spokeswoman partner superintendent
    deputy-director vp svp evp avp sevp hod hrbp hrm bursar secretary-general deputy-secretary
    counselor counsellor lecturer chairman-cum-managing specialist analyst supervisor warden
    controller auditor member hr premier undersecretary vice-dean
    vice-principal deputy-governor attaché attache vice-provost vice-minister
    fellow trustees emir chief-of-staff expert pro-vice-chancellor vc dvc dg gm dgm agm
    rektor direktur dekan prorektor presiden instructor proctor
    volunteer counsel surgeon physician investigator inspector businessman
    businesswoman industrialist
    librarian
    commandant commander comptroller convener owner ruler chairholder headmaster proprietor
    editor editor-in-chief curator administrator strategist recruiter envoy ombudsman co-director
    senator congressman congresswoman councillor councilor alderman legislator co-chair co-ceo
    vice-chairperson vice-chairwoman sub-dean
    """.split()
)

MODIFIERS = frozenset(
    """
    vice deputy senior executive assistant associate acting general managing regional global chief
    first honorary honourable permanent founding former group joint principal non-executive
    independent current country technical academic commercial corporate interim standing full-time
    national international second third party lead head programme program project machine
    intelligence radio frequency human resource human resources sales marketing operations
    research service channel scientific financial administrative on duty rotating federal under
    pro university college state hr department product business account
    """.split()
)

CHARGES = frozenset(
    """
    relations affairs cooperation co-operation resources operation operations sales strategy
    partnerships linkages services internationalisation internationalization outreach engagement
    advancement programs programmes mobility admissions enterprise extension studies projects
    business growth procurement investments investment policy compliance people talent learning
    commerce collaboration collaborations transformation communities community construction mines
    infrastructure production communications sciences systems students alumni
    """.split()
)
"""What an officer has charge of, beside disciplines: "Director of Corporate Affairs"."""

SORTS_OF_CHARGE = frozenset(
    """
    human public private external internal international corporate academic student industrial
    strategic global digital medical
    """.split()
)
"""Words before what an officer has charge of."""

RANKS = frozenset(
    """
    vice deputy senior executive assistant associate acting general managing regional chief country
    first honorary interim principal non-executive prime crown
    """.split()
)
"""Words of rank that belong to the office after them, never to the name before."""

POST_NOMINAL = re.compile(
    r"^(?:S\.?Kom|M\.?Kom|M\.?Si|M\.?Sc|M\.?Eng|B\.?Sc|CPA|CACP|IPU|SAN|OFR|OON|FIET"
    r"|S\.?(?:E|T|H|Pd|Sos|Ag|IP|Psi|KM|Kep|Farm)(?=\.|$)|M\.?(?:M|T|H|Pd|Hum|Ak|Kes|Phil|Ag)(?=\.|$)"
    r"|CSc|DrSc|MEng|BEng|TD|MP|OBE|CBE|MBE|KBE|FRS|FREng|PhD|Ph\.?D\.?|MBA|JP|HI|SI|TI|AO|AM|AC|AK|CNZM|ONZM|DBE|SC"
    r"|QC|KC|CESO|Apt|mni|psc|ndc|a[fw]wc|EdD|DBA|FAS|FCA|LLM|LLB|MSc|BSc)\b"
)

INITIALS_OF_OFFICES = frozenset("ED MD CMD CGM HOI EVC PVC Gov. Sen. Rep. Amb. Supt.".split())
"""Counted as offices in this form alone: "Ed", "Md" and "Sen" are names."""
_REMEMBERED = 10_000
"""Words of which is known whether they are titles: each is asked about many times."""


@lru_cache(_REMEMBERED)
def is_office(word: str) -> bool:
    """Whether a word names an office: "President", "directors", "Vice-Chancellor"."""
    plain = word.casefold().strip(".,;()'’\"")
    return plain in OFFICES or word in INITIALS_OF_OFFICES or plain.removesuffix("s") in OFFICES


@lru_cache(_REMEMBERED)
def is_honorific(word: str) -> bool:
    """Whether a word is said before a name and not part of it.

    "He" is a surname or a pronoun, "ADM" a firm.
    """
    plain = word.casefold().rstrip(".,").replace("’", "'")
    return word not in {"He", "he", "ADM"} and plain in HONORIFICS
