"""What kind of body a name shows: the words that universities, companies and offices go by.

General knowledge of naming habits in many countries, and of firms and universities so well known
that releases give their bare name or acronym.
"""

import re
from functools import lru_cache

from agreements.names import LEGAL_FORMS
from agreements.vocabulary.kinds import OrganisationType

_UNIVERSITY = frozenset(
    """
    university universiti universidad universidade université universite universität universitat
    universitas universitet universitetet università universita uniwersytet univerzita
    üniversitesi universitatea universiteit university's politecnico politécnico politécnica
    politecnica politechnika polytechnic politeknik politehnica polytechnique hochschule
    univerzitet univerziteti sveučilište univertsitatea varsity fachhochschule hogeschool
    technion egyetem högskola høgskole yliopisto uni institut-teknologi
    tecnológico
    """.split()
)
_KNOWN_UNIVERSITIES = frozenset(
    """
    kaist postech eth epfl mit rwth kth dtu ntnu iit iiit iim iisc nit bits ucl nui lse nus ntu smu
    sutd utm upm ukm usm uitm utp uum hkust hku cuhk polyu cityu unsw anu rmit qut uts unam tec tu
    tum kit ku uct unisa caltech ucla usc nyu cmu insead hec oxford cambridge harvard stanford
    yale princeton cornell tsinghua berkeley imperial chulalongkorn beihang sciences-po
    kaust kfupm knust jkuat nust lums comsats giki unimas uniten utem uthm kmutt kmitl dlsu hcmut
    unist nycu nthu ncku unicamp itesm itb ugm dcu ucd
    seoultech koreatech skku dgist insa dlsu admu uplb plm udsm nmaist unilag unilorin futa futo
    mahe ipn vit-ap upes gitam uiu aiub
    chalmers bocconi polimi sorbonne mcgill purdue rutgers monash deakin yonsei hanyang
    sogang waseda tsukuba aalto bilkent makerere ashesi mahidol thammasat kasetsart mapúa
    agroparistech ensam ensta ensae essec esade edhec mgimo mipt skoltech ufrj ufmg
    centralesupélec mines-paristech upenn zju sjtu ustc bit hit buaa uestc bupt
    """.split()
)
_NO_TOWNS = frozenset(
    "berkeley stanford harvard yale princeton cornell caltech tsinghua insead".split()
)
"""Universities whose name alone is of nobody else."""
_PARTS = frozenset("center centre institute lab laboratory school".split())
_INSTITUTION_HEADS: dict[str, OrganisationType] = {
    **dict.fromkeys(_UNIVERSITY, OrganisationType.UNIVERSITY),
    **dict.fromkeys(
        "college kolej colegio collège colleges iti seminary conservatory conservatoire"
        " conservatorium faculdade faculdades collegium".split(),
        OrganisationType.COLLEGE,
    ),
    **dict.fromkeys(
        "school faculty schools école ecole escuela escola lyceum gymnasium".split(),
        OrganisationType.SCHOOL,
    ),
    **dict.fromkeys("hospital hospitals clinic".split(), OrganisationType.HOSPITAL),
    **dict.fromkeys(
        "institute institut instituto istituto instituut institution institutions academy akademie"
        " akademi akademia institutes".split(),
        OrganisationType.RESEARCH_INSTITUTE,
    ),
}
_COMPOUND_SCHOOL = re.compile(
    r"\w+(?:university|hochschule|hogeschool|universität)|universitari[oa]|universitaire"
)
"""Words that name a university by a part of theirs: "Erasmushogeschool", "Centro Universitario"."""
_RESEARCH_BODIES = frozenset(
    "fraunhofer cnrs cern inria cea csir csic max-planck helmholtz leibniz".split()
)
_RESEARCH_CENTRE = re.compile(
    r"\bResearch (?:Cent(?:er|re)|Organi[sz]ation)\b|\bCent(?:er|re) (?:for|of) (?!Excellence)"
)
_TRAINING_CENTRE = re.compile(r"\bTraining\s+Cent(?:er|re)\s+(?:of|for)\b")
"""A body beside schools that teaches a trade, as firms and their associations have it."""
INSTITUTION_WORDS = frozenset(_INSTITUTION_HEADS)
_INSTITUTE_OF_TECHNOLOGY = re.compile(
    r"\b(?:Institut[eo]?s?|Institution)\s+(?:of\s+|de\s+"
    r"|für\s+)?(?:(?:\w+\s+){0,2}and\s+)?(?:Te[ck]\w+|Science)"
    r"|\bInstituto Tecnol\w+|\bAcademia\s+(?:d[aeo]\w{0,2}|Nacional|Militar|Naval|Română)\b"
    r"|\b(?:Institute|School) of (?:Engineering|Management|Information"
    r"|Business|Economics)"
    r"|\bInstitut\w* (?:Teknologi|Polytechnique|Supérieur\w*|Superior)|\b(?:Virginia|Georgia"
    r"|Texas|Michigan) Tech\b|^Penn State\b|^Tec de \w+"
)
_PROFESSION = re.compile(
    r"\b(?:Chartered|Certified)\s+Institut|\b(?:Institut\w*|College|Academy|Board|Council)\s+of\s+"
    r"(?:[\w,&]+\s+){0,4}?(?!Careers|Computers|Masters|Letters)\w+(?:[iye]ers|[dlntgr]ers|tors|ants|ists"
    r"|tects|aries|icians|geons|eyors)\b|\bPersonnel\s+Management\s+of\b"
)
"""Bodies of people of one profession: "Institute of Bankers", "Chartered Institute of …"."""
_OF_A_TOWN = re.compile(
    r"(?!Royal|National|British|Chartered|Certified|International|Institut|The\b)[A-Z][a-z]+(?<!ish)(?<!ian)(?<!can)(?<!ese)\s+"
    r"(?:State\s+)?Institute\s+of\s+(?:\w+\s+)+Engineers(?:\s+\([^)]*\))?$"
)
"""A school that is named after those whom it trains: "Elbona Institute of Railway Engineers"."""
_OFFICE = re.compile(
    r"\b(?!Patent|Foreign|Home|Statistics|Post|Cabinet)\w+\s+Office$|^Office (?:of|for) (?!the\b)"
)
"""A room or desk of a body rather than an authority."""
_PART_OF_SCHOOL = re.compile(r"[A-Z]\w+/[A-Z]{3,}")
"""As Brazilian institutes are called: "Coppe/UFRJ"."""
_INTERNATIONAL = re.compile(
    r"^(?:(?:The )?United Nations|UN [A-Z]|World (?:Bank|Health|Food)|African Union|Arab League)"
    r"|^British Council$"
    r"|^(?:UNDP|UNESCO|UNICEF|UNIDO|UNHCR|UNFPA|UNEP|UNODC|FAO|WHO|ILO|OECD|ADB|AfDB)\b"
)
"""Bodies that states form."""
_AGENCY = re.compile(
    r"^(?:USAID|USDA|USGS|UKRI|DFID|GIZ|JICA|KOICA|AFD|SIDA|NASA|DARPA|DOST|T[UÜ]B[Iİ]TAK|Region(?=\s+[A-Z]))\b"
)
"""Offices that are known by their acronyms, and regions that act: "Region X"."""
_STATE = re.compile(
    r"(?:The )?(?:Russian Federation|European Union|Soviet Union"
    r"|(?:\w+ ){0,3}(?:Republic|Kingdom|Sultanate|Commonwealth) of "
    r"(?:the )?\w+(?: \w+)?)"
)
_TROOPS = re.compile(
    r"\b(?:Armed\s+Forces|Defen[cs]e\s+Forces?|Battalion|Brigade|Regiment|Squadron|Infantry|Garrison"
    r"|(?:Maneuver|Manoeuvre|Rifle|Ranger|Police|Force|Army)\s+Company)\b"
)
_PROVINCE = re.compile(r"\w+-(?:do|gun|gu|myeon)$")
"""Korean provinces, counties and districts."""
_SCHOOL_OWNER = re.compile(r"\bUniversit\w+\s+(?:Educational\s+)?(?:Corporation|Foundation|Trust)$")
GOVERNMENT_WORDS = frozenset(
    """
    ministry government commission bureau municipality authority agency council
    department board administration province county prefecture office embassy consulate committee
    ministerio customs police army navy assembly parliament
    """.split()
)
_ASSOCIATION = frozenset(
    """
    association federation confederation society union chamber consortium alliance cluster network
    secretariat
    """.split()
)
_FOUNDATION = frozenset("foundation trust fund charity stiftung fondation fundación".split())
_FOUNDATION_FIRST = frozenset("fondazione fondation fundação stichting stiftelsen".split())
"""A foundation, whatever school it is named after; a "Fundación Universidad" is a school."""
_BODIES: dict[str, OrganisationType] = {
    **dict.fromkeys(_ASSOCIATION, OrganisationType.ASSOCIATION),
    **dict.fromkeys(_FOUNDATION, OrganisationType.FOUNDATION),
    **dict.fromkeys(
        "ministry commission embassy assembly parliament".split(), OrganisationType.GOVERNMENT
    ),
}
"""Words that name the body wherever they head its name: "Association of Universities"."""
_SERVICES = re.compile(
    r"(?:Provision\s+of\s+)?(?:(?:Corporate|Consult(?:ing|ancy)|Students?|Business|Shared|Professional|Technical"
    r"|Financial|Support|Library|Administrative|Legal|Advisory|Campus|Community|Public|Academic"
    r"|Information|Infrastructure|Facilit(?:y|ies)|Career|Customer|Management)\s+(?:and\s+|&\s+)?)+Services"
)
"""What somebody has charge of or does, not who: "Director of Corporate Services"."""
_SEATED = re.compile(r"([^()]+)\s\([A-Z][a-z]+(?:\s[A-Z][a-z]+)?\)\s\w")
"""A firm's part with its town or land: "Acme Telecom (Leeds) Research Institute"."""
_BOARD_OF_TRADE = re.compile(
    r"\b(?:Economic\s+Relations|Business|Employers|Exporters|Manufacturers|Merchants|Growers|Farmers"
    r"|Realtors)\S*\s+Board\b|\bBoard\s+of\s+Trade\b"
    r"|\bChambers\s+of\s+(?:Commerce|Industry|Trade|Agriculture|Mines|Shipping|Crafts)\b"
)
"""Bodies that firms form, unlike the boards by which a state governs."""
_COUNCIL_OF_PLACE = re.compile(
    r"\b(?:City|Town|County|District|Municipal|Regional|Provincial|Local|Borough|Shire|State|Federal"
    r"|Research|Science|Education|Accreditation|Executive|Legislative|Cabinet|Security|Supreme|Ministerial)\s+Council$|^Council$"
)
"""Other councils are of a trade or profession: "Timber Council"."""
_OFFICE_OF = re.compile(
    r".*\b(?:Development|Health|Livelihoods?|Literacy|Employment) Mission$"
    r"|(?:Department|Directorate|Bureau) of (?!.*(?:niversi|nstitut|ollege of))"
)
_OF_DISCIPLINE = re.compile(
    r"Department of (?!.*(?:niversi|ollege of)).*\b(?:Physics|Chemistry|Biology|Mathematics"
    r"|Statistics|Engineering|Computer|Pharmac(?:y|ology|eutics)|Nursing|Studies|Linguistics|History|Languages?|Literature"
    r"|Economics|Accounting|Marketing|Psychology|Sociology|Philosophy|Architecture|Microbiology"
    r"|Biotechnology|Botany|Zoology|Textile\w*|Robotics|Informatics)\b"
)
"""A department that no government has."""
_COMPLEMENT = re.compile(r"\s+(?:of|for|in|de|des|do|da|del)\s+")
COMPANY_WORDS = LEGAL_FORMS | frozenset(
    """
    group technologies corporation holdings holding industries bank banco banque banca bankası
    bankas banka
    motors motor enterprise
    enterprises systems solutions telecom electronics pharmaceuticals airlines airways energy kft
    insurance microsystems software networks consulting petroleum oil semiconductor semiconductors
    laboratories pharma mobile communications services power steel chemical chemicals automotive
    aerospace shipyard shipping airport logistics engineering-group robotics biotech biosciences
    therapeutics ventures capital partners labs broadcasting railways railway gas mining cement
    foods brewery telekom electric instruments hotels media games studios aviation banking operator
    """.split()
)
_COMMON = INSTITUTION_WORDS | COMPANY_WORDS | GOVERNMENT_WORDS | _ASSOCIATION | _FOUNDATION
SMALL_LETTERS = (
    *("adidas", "thyssenkrupp", "voestalpine", "dormakaba", "ebm-papst", "dfcu", "zalando"),
    *("easyJet", "bioMérieux"),
)
"""Firms that write their names in small letters."""
COMPANY_NAMES = frozenset(
    """
    huawei alibaba tencent baidu zte xiaomi lenovo bytedance jd byd intel microsoft google ibm
    oracle cisco amazon aws apple meta facebook nvidia amd qualcomm ericsson nokia siemens bosch
    sap bmw audi volkswagen mercedes mercedes-benz daimler airbus boeing rolls-royce thales safran
    total totalenergies shell bp exxonmobil equinor aramco petronas novartis roche pfizer
    astrazeneca gsk bayer basf samsung lg hyundai kia sony toyota hitachi fujitsu nec toshiba
    panasonic honda nissan infosys tcs wipro tata reliance accenture deloitte kpmg pwc philips
    unilever nestlé nestle dell hp vmware adobe salesforce iflytek sensetime dji hikvision inspur
    vodafone orange telefónica telefonica safaricom mtn airtel grab gojek tsmc mediatek foxconn
    abb schneider honeywell ge lockheed raytheon bae leonardo eni enel repsol iberdrola santander
    bbva hsbc kpn asml nxp arm dyson jaguar ford tesla gm caterpillar cargill bosch continental zf
    schaeffler merck sanofi danone renault michelin valeo edf engie suez veolia
    saint-gobain capgemini atos dassault maersk novo vestas volvo scania saab sandvik telenor
    telia tencent meituan didi kuaishou megvii chinasoft sinopec cnooc petrochina crrc catl haier
    midea gree vingroup viettel fpt telstra stmicroelectronics bhp petrobras embraer sasol eskom
    sabic etisalat ooredoo vodacom axiata maxis celcom posco hanwha doosan naver kakao softbank
    rakuten ntt kddi denso komatsu kubota daikin acer asus tokopedia shopee lazada
    dangote telkom telkomsel indosat pertamina hilti festo beckhoff kuka fanuc yaskawa omron
    infineon keysight autodesk siemens-energy redhat paypal mastercard uber airbnb
    motorola ikea heineken diageo pepsico coca-cola starbucks walmart carrefour tesco spotify
    netflix tiktok openai deepmind micron logitech nintendo nikon ricoh epson mitsubishi sumitomo
    bridgestone goodyear pirelli stellantis iveco porsche škoda skoda alstom bombardier kone
    holcim lafarge cemex arcelormittal glencore chevron conocophillips halliburton schlumberger
    lukoil gazprom rosneft tatneft rosatom rostec sberbank yandex kaspersky ecopetrol codelco
    pemex turkcell arçelik vestel aselsan havelsan roketsan ferrero barilla luxottica unicredit
    axa allianz ubs barclays natwest caixabank rabobank citibank jpmorgan mobily zain
    heidelbergcement syngenta corteva bunge kellogg's mondelez mondelēz kpit cognizant hcltech
    mphasis ltimindtree freshworks flipkart paytm swiggy ashok-leyland bajaj mahindra ultratech
    adani jindal vedanta
    genentech amgen gilead moderna biontech lilly abbvie medtronic stryker illumina
    """.split()
) | {name.casefold() for name in SMALL_LETTERS}
"""World-known firms whose bare name does not show that they are companies."""

_PROGRAMME = re.compile(
    r"\b(?:Program(?:me)?s?|Competition|Talent|Award|Summit|Forum|Conference|Campus|Laboratory|Lab"
    r"|Project|Certification|Scholarships?|Exhibition|Convention|Hotel|Plan|Initiative|Ceremony|Session|Congress|Politburo"
    r"|(?:R&D|Practice|Practical|Training|Teaching|Internship|Employment|Education)\s+Base|Museum|Days?|(?:Innovation|Tech|Digital|Knowledge)\s+Hub|Networking\s+Academ(?:y|ies)|Platform"
    r"|(?:Party|Central|Standing|Steering|Organi[sz]ing|Academic)\s+Committee"
    r"|(?:Governing|Academic|Advisory|Students?|University|Faculty)\s+Council"
    r"|Building|Lounge|(?:Senate|Council|Board|Assembly)\s+(?:Chambers?|Room)|(?:Management|Main|Head|Rector\S*|Dean\S*|Branch|Regional)\s+Office|Headquarters|Park|Plant|Desk|ICT\s+Academy|ICT\s+Academies|Room|Hall|News|Party"
    r"|Technology\s+Cent(?:er|re)|(?:News|Press)\s+(?:Agency|Service|Trust))$"
    r"|^Hotel\s"
)
_NO_BODIES = frozenset({"Group Company", "Group Corporation", "Parent Company"})
"""What a firm calls itself in its own news."""
_SESSION = re.compile(
    r"^(?:Meeting|Session|Sitting|Founding|Establishment|Foundation|Launch|Opening|Inauguration"
    r"|Creation)\s+of\b"
)
"""What happens rather than who acts: "Founding of the X Institute"."""
_CAMPUS_OF = re.compile(r"(?:IIT|NIT|IIM|IIIT|BITS)[- ][A-Z][a-z]")
_CAMPUS = re.compile(r"\b(?:Univers[ií]\w+|College|Institut\w*)\b.*\bCampus$")

ORGAN = re.compile(
    r"(?:(?:Management|Supervisory|Executive|Advisory)\s+Board|Board\s+of\s+(?:Directors|Trustees"
    r"|Management|Governors|Regents|Administration))(?:\s+for\s+(?:\w+\s+){0,2}?\w+)?"
)
"""Who decides for a body and is none: "Management Board for Transport of Acme"."""
_SOME_FIRM = re.compile(
    r"(?:[A-Z][a-z]+(?:ese|ian|ean|ish|can|man|nch|eli|ani)|Foreign|Local|Private|International)"
    r" (?:Compan(?:y|ies)|Firms?|Enterprises?|Corporations?)"
)
"""What a headline calls a firm that it does not name: "Chinese Company"."""
ORGAN_OF = re.compile(rf"{ORGAN.pattern}\s+of\s+(?:the\s+)?")


@lru_cache(maxsize=10_000)
def type_of(name: str) -> OrganisationType | None:
    """What kind of body a name shows; None for a name that could be anything."""
    words = [word.casefold().rstrip(".") for word in re.findall(r"[\w&'’.-]+", name)]
    if re.search(r"\bJoint\b(?! Stock)", name):
        return None  # what the parties found together is no party
    if _INTERNATIONAL.search(name) and _UNIVERSITY.isdisjoint(words):
        return OrganisationType.OTHER
    if _PART_OF_SCHOOL.fullmatch(name) and words[-1] in _KNOWN_UNIVERSITIES:
        return OrganisationType.UNIVERSITY
    if not words or (_PROGRAMME.search(name) and not _CAMPUS.search(name)):
        return None
    if _is_no_body(name):
        return None
    if _TROOPS.search(name) or _AGENCY.match(name):
        return OrganisationType.GOVERNMENT
    if _SCHOOL_OWNER.search(name):
        return OrganisationType.UNIVERSITY
    if _TRAINING_CENTRE.search(name) and _UNIVERSITY.isdisjoint(words):
        return OrganisationType.OTHER
    if len(words) > 1 and words[-1] in LEGAL_FORMS - {"se", "sa", "as", "ab", "co"}:
        return OrganisationType.COMPANY
    if "." in words[-1] and words[-1].replace(".", "") in LEGAL_FORMS:
        return OrganisationType.COMPANY
    if name.endswith(" A/S"):
        return OrganisationType.COMPANY
    seated = _SEATED.match(name) if "(" in name else None
    if seated and type_of(seated[1]) is OrganisationType.COMPANY:
        return OrganisationType.COMPANY
    if words[0] in _FOUNDATION_FIRST:
        return OrganisationType.FOUNDATION
    if body := _BODIES.get(_COMPLEMENT.split(name)[0].split()[-1].casefold()):
        return body
    profession = _PROFESSION.search(name) and not _OF_A_TOWN.match(name)
    if profession and _UNIVERSITY.isdisjoint(words):
        return OrganisationType.ASSOCIATION
    if _OFFICE.search(name) or _SESSION.match(name):
        return None
    if _BOARD_OF_TRADE.search(name):
        return OrganisationType.ASSOCIATION
    if name.endswith("Council") and not _COUNCIL_OF_PLACE.search(name):
        return OrganisationType.ASSOCIATION
    if council := re.search(r"\bCouncil (?:for|of) (?!Ministers)", name):
        by_law = re.search(r"\bEducation\b", name[council.end() :])
        return OrganisationType.GOVERNMENT if by_law else OrganisationType.ASSOCIATION
    if _OF_DISCIPLINE.match(name):
        return OrganisationType.SCHOOL
    if name.endswith(" Chapter"):
        return OrganisationType.ASSOCIATION
    if _OFFICE_OF.match(name) or _PROVINCE.fullmatch(name):
        return OrganisationType.GOVERNMENT
    if any(_COMPOUND_SCHOOL.fullmatch(word) for word in words):
        return OrganisationType.UNIVERSITY
    parts = {part for word in words for part in word.split("-")}
    if (len(words) > 1 and not _UNIVERSITY.isdisjoint(parts)) or _CAMPUS_OF.match(name):
        return OrganisationType.UNIVERSITY
    if "a&m" in words or _INSTITUTE_OF_TECHNOLOGY.search(name) or _is_known_university(name, words):
        return OrganisationType.UNIVERSITY
    if words[0].split("-")[0] in _RESEARCH_BODIES or _RESEARCH_CENTRE.search(name):
        return OrganisationType.RESEARCH_INSTITUTE
    if words[0] in COMPANY_NAMES or words[-1] in COMPANY_NAMES:
        return OrganisationType.COMPANY
    return _type_by_head(words) if len(words) > 1 else None


def is_common(name: str) -> bool:
    """Whether a name is only the word for a body, or an organ of one: "the Bank"."""
    return name.casefold().strip(".") in _COMMON or _is_no_body(name)


def _is_no_body(name: str) -> bool:
    if name.endswith("Services") and _SERVICES.fullmatch(name):
        return True
    if name in _NO_BODIES or name.startswith("Multi-University"):
        return True
    return any(form.fullmatch(name) for form in (_STATE, ORGAN, _SOME_FIRM))


def teaches(name: str, type_: OrganisationType | None) -> bool:
    """Whether a body of the academic side has students: no hospital or centre for research."""
    words = name.casefold().split()
    research = words[0].split("-")[0] in _RESEARCH_BODIES or _RESEARCH_CENTRE.search(name)
    if type_ is OrganisationType.RESEARCH_INSTITUTE and research:
        return False
    return type_ is not OrganisationType.HOSPITAL


def is_state(name: str) -> bool:
    """Whether a name is of a state: "Republic of X"."""
    return _STATE.fullmatch(name) is not None


def is_undertaking(name: str) -> bool:
    """Whether a name is of a programme, event or place rather than of a body."""
    return _PROGRAMME.search(name) is not None


def _is_known_university(name: str, words: list[str]) -> bool:
    if words == ["tu"]:
        return False
    return (
        words[0] in _KNOWN_UNIVERSITIES
        and (len(words) <= 3 or "college" in words)
        and (name[:2].isupper() or (words[0] in _NO_TOWNS and words[-1] in _PARTS))
    ) or (len(words) == 1 and words[0] in _KNOWN_UNIVERSITIES)


def _type_by_head(words: list[str]) -> OrganisationType | None:
    for word in words:
        if word in _INSTITUTION_HEADS:
            return _INSTITUTION_HEADS[word]
    for heads, type_ in (
        (GOVERNMENT_WORDS, OrganisationType.GOVERNMENT),
        (_ASSOCIATION, OrganisationType.ASSOCIATION),
        (_FOUNDATION, OrganisationType.FOUNDATION),
        (COMPANY_WORDS, OrganisationType.COMPANY),
    ):
        if not heads.isdisjoint(words):
            return type_
    return None
