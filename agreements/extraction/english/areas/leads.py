"""Where phrases of cooperation begin: the words that announce a list, a goal or a means.

What follows a list's lead is an area as it stands; what follows a goal's or a means' lead is one
only where it names a term of the vocabulary, since parties mean to do much that is no area.
"""

import re

DOCUMENT = (
    r"(?=\w)(?:mo[ua]s?|loi|loc|memorand\w+(?:\s+of\s+(?:understandings?|agreement|cooperation))?"
    r"|agreement|accord|deal|pact|protocol|contract|letter\s+of\s+(?:intent|cooperation))"
    r"(?:\s+\(\w+\))?"
)
PACT = re.compile(rf"\b{DOCUMENT}\b", re.IGNORECASE)
"""The word for a document in a sentence."""
_COUNTED = (
    r"(?=\w)(?:fields?|areas?|spheres?|domains?|realms?|aspects?|sectors?|topics?|subjects?"
    r"|directions?|disciplines?)"
)
_COMMON = (
    r"(?:mutual|common|shared|interest|expertise|study|joint\s+interest|concern|competence"
    r"|any|priority|(?:\w+\s+)?(?:importance|relevance|capabilit(?:y|ies)))\b"
)
_JOIN = (
    r"(?:cooperat\w+|co-operat\w+|collaborat\w+|work(?:ing)?\s+(?:closely\s+)?(?:together|jointly"
    r"|with\s+each\s+other)|partner(?:ship|ing)?s?|efforts|ventures?|consensus|initiatives"
    r"|(?:join\w*|combin\w+|unit\w+|pool\w*)\s+(?:their\s+)?(?:forces|hands|efforts|strengths)|joint\s+(?:projects|activities|work|programmes?|programs?|studies)"
    r"|co-?(?:creat|innovat|develop|design)\w+|exchanges?(?=\s+in\b))"
)
_STUDY = r"(?:research(?:\s+and\s+development)?|r&d|education|upskilling)"
_NOT_OF_WHAT = (
    r"(?!\d|the\s+(?:field|area|sphere|same|following|form|presence|interest|framework|future"
    r"|context|course|near)|near\b|(?:\w+\s+){0,2}(?:areas|fields|aspects)\b|which|this|order|turn\b"
    r"|line\b|support\b|terms|accordance|mutual|common|[A-Z]\w+\s+\d)"
)
"""What follows "cooperate in" where that is not what it is in."""
_FORMS = (
    r"(?:initiatives|activities|programm?es?|engagements|collaborations?|cooperation|co-operation"
    r"|projects|aspects|ways|forms|exchanges?|events|issues|opportunities|actions|contents"
    r"|services|support|benefits|measures|partnerships?|jointly|undertaken)"
)
_SPANS = (
    r"(?:names(?=\s+[a-z])(?!\s+the\b)|(?:secures?|promises?)(?:\s+(?:them|students|it|both))?|covers?|covering|covered|provides?\s+for|providing\s+for|includ(?:es?|ed|ing)"
    r"|inclusive\s+of|(?:focus\w*|concentrat\w+)\s+(?:\w+\s+)?on|involv(?:es?|ing)|compris(?:es?|ing)|encompass\w*"
    r"|aim(?:s|ed)?\s+(?:at|to)|cent(?:er|re)s?\s+(?:on|around)|extends?\s+(?:\w+\s+)?to"
    r"|reaches\s+(?:also\s+)?to|revolves?\s+around|concerns?|spans?|is\s+for|envisages?|envisions?|foresees?|facilitates?|calls?\s+for"
    r"|(?:deals?|dealt)\s+with|enumerates?|lists|mentions|speaks?\s+of|assumes?|stipulates?|specifies|sets\s+out"
    r"|embraces?|allows?\s+for|outlines?(?:\s+plans\s+for)?|(?:pav(?:es?|ed|ing)|open(?:s|ed|ing)?)\s+(?:up\s+)?the\s+(?:way|path|door)\s+(?:for|to)|mak(?:es?|ing)\s+possible|consists?\s+of|entails?"
    r"|contains?|features?|addresses|tak(?:es?|ing)\s+in)"
)
MATTER = (
    r"(?:aims?|goals?|objectives?|purposes?|focus|subjects?|topics?|themes?|areas?|fields?"
    r"|contents?|core|objects?|points?|concerns?|matter|heart|basis|parts?|priorit(?:y|ies)|forms?"
    r"|elements?|items?|headings?|pillars?|trades?|commitments?|provisions?|tasks?|novelt(?:y|ies))"
)
"""What the areas of an agreement are called."""
_ANNOUNCING = (
    rf"(?=\w)(?:{_COUNTED}|{MATTER}|{_FORMS}|lines|heads|tracks|strands|directions|challenges|problems"
    r"|questions|tasks|themes|technologies|skills|courses|coming\s+period|following)"
)
"""What a list after a colon or after "among them" may be of."""
LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{MATTER}\b[^.;:,]{{0,40}},\s+(?:next\s+to|besides|along(?:side)?(?:\s+with)?|together\s+with"
        r"|followed\s+by|as\s+(?:is|are))\s+|\bcomes?\s+first,\s+followed\s+by\s+",
        r"^(?:these|they|among\s+these)\s+(?:are|include)\s*:\s+",
        r"^among\s+(?:them|these)\s+(?:are|is)\s+",
        r"^(?:these|they|it|(?:its|the)\s+(?:activities|areas|scope|cooperation))\s+rang(?:es?|ed|ing)\s+from\s+",
        rf"\b{_COUNTED}\s*(?:(?:of|for)\s+(?:\w+\s+)?(?:cooperation|collaboration|interest|work)\s*)?,?\s*"
        rf"(?:such\s+as|like|including|includes?|as\s+follows:?|namely|are(?!\s+\w+ed\b)|will\s+be|of|:"
        rf"|among\s+them)\s*:?\s+(?!{_COMMON}|(?:cooperation|collaboration)\b)",
        rf"\b{_COUNTED}\s+(?:in\s+focus|(?:(?:in|on|to|for|of|within)\s+)?which|that|where|identified|covered|agreed|to\s+be"
        r"|named|listed|mentioned|chosen|highlighted|selected|set\s+out)\b"
        r"[^.;:,]{0,90}?\s(?:are|include|is)(?:\s*:)?\s+(?!\w+(?:ed|ly)\b|to\b)",
        rf"\bsuch\s+(?:[\w-]+\s+){{0,3}}{_COUNTED}\s+as\s+",
        rf"\b(?:{_COUNTED}|pillars|priorities)\s+of\s+(?:the|this|their|our)\s+(?:\w+\s+)?(?:cooperation|collaboration|partnership|alliance"
        rf"|{DOCUMENT})\s+(?:are|is|include|will\s+be)\s*:?\s+(?!\w+(?:ed|ly)\b|to\b)",
        rf"\bamong(?:st)?\s+(?:the|its|their)\s+(?:[\w-]+\s+){{0,3}}?(?:{_FORMS}|{MATTER}|plans|steps)\s+(?:[\w-]+\s+){{0,3}}?(?:is|are|will\s+be)\s+"
        r"(?!\w+(?:ed|ly)\b)",
        rf"\b{_ANNOUNCING}\b(?:[^.;:]{{0,90}}:\s+(?![“\"‘'])"
        r"|[^.;:,]{0,50},\s+among\s+(?:them|these|which)\s+(?:are\s+)?)",
        rf"\b{_JOIN}\s+(?:\w+ly\s+)?(?:with\s+(?:[A-Z][\w&]*\s+){{1,4}})?(?:in|on|into)\s+{_NOT_OF_WHAT}",
        r"\b(?:goal|aim|objective|purpose|focus|subject|theme|topic|heading|pillar|point|field|area)s?\s*:\s+",
        r"\b(?:cooperation|collaboration|joint\s+work|joint\s+research)\s+(?:is|will\s+be|shall\s+be)\s+\w+"
        r"(?:,\s[^.;,]{2,30},)?\s+(?:in|on)\s+(?!\d|the\s+(?:field|area|form|same)|(?:this|order|line)\b)",
        r"\b(?:cooperat\w+|collaborat\w+)\s+for\s*:?\s+(?:the\s+)?(?!mutual|benefit|common"
        r"|development\s+of\s+the|an?\b|years?|\d|many|over)",
        r"\b(?:purposes?|aims?|objectives?|goals?|contents?)\s+(?:of\s+[^.;:,]{3,50}\s)?(?:is|are|being)\s*:?\s+"
        r"(?!\w+ed\b|to\b|met\b|the\s+following|that\b)",
        rf"\b(?:{DOCUMENT}|document|text|cooperation|collaboration|partnership|alliance|tie-up|it|they(?=\s+take\s+in)|purposes?|aims?"
        rf"|objectives?|goals?|scope|contents?|services|projects?|programmes?|programs?|initiatives?)"
        r"(?:\s+|,\s+[^.,;:]{3,40},\s+)"
        rf"(?:(?:between|of|with)\s+[^.;:,]{{3,60}}?\s)?(?:\w+\s+){{0,2}}?{_SPANS}"
        rf"(?:,?\s+(?:mainly|chiefly|primarily|also|above\s+all|in\s+particular|among\s+others?),?)?"
        rf"(?:\s+the\s+following)?\s*:?\s+(?!\w+ed\b|to\b|met\b|signed"
        r"|(?:an?|one)\s+(?:piece|part|step)|(?:an?|the)\s+\w+\s+(?:step|milestone))",
        rf"\b(?:{_FORMS}|universities|institutions|parties|sides)\b[^.;:]{{0,25}}?,?\s*"
        r"(?:such\s+as|including|namely|like),?\s+(?!\d)",
        r"\b(?:turn\s+to|extend\s+(?:their|its)\s+\w+\s+to|look\s+into|concentrate\s+on"
        r"|(?<!that\s)(?<!which\s)focus(?:es|ing|ed)?\s+on|target(?:s|ed|ing)?(?:\s+at)?"
        r"|named\s+the\s+[\w-]+\s+(?:subjects|topics|areas|fields):"
        r"|(?:do|undertake|plan|pursue)\s+(?:together|jointly):"
        r"|train(?:ing)?\s+(?:\w+\s+)?(?:students|staff|teachers|youth|employees|engineers)\s+(?:in|on)"
        r"|\bbe\s+(?:trained|schooled|taught|educated|instructed|coached)\s+(?:in|on)"
        r"|with\s+(?:an?\s+)?(?:\w+\s+)?(?:focus|emphasis|stress|weight|attention|priority)\s+(?:on|to)"
        r"|(?:look|search)(?:ing)?\s+for\s+(?=joint|new|common)"
        r"|in\s+terms\s+of|in\s+the\s+form\s+of|agreed\s+(?:up)?on|pledged?\s+to)\s+",
        rf"\b{DOCUMENT}\s+(?:with\s+[\w\s.,&()]{{3,60}}?\s+)?(?:on|for|regarding|concerning"
        rf"|about|in\s+support\s+of|for\s+the\s+purpose\s+of)\s+(?:an?\s+|the\s+)?"
        r"(?!behalf|\w*\s*university|\w+day|\d|[A-Z]\w+\s+\d|the\s+first|both|(?:\w+\s+)?years"
        r"|interest|period|purpose|mutual)",
    )
)
STUDIED = re.compile(rf"\b{_STUDY}\s+(?:in|on|into)\s+{_NOT_OF_WHAT}", re.IGNORECASE)
"""What research is on: several subjects are areas of their own, one belongs to the research."""
_DOES = r"""
    promot(?:e|ing)|strengthen(?:ing)?|deepen(?:ing)?|develop(?:ing)?|explor(?:e|ing)
    |establish(?:ing)?|set(?:ting)?\s+up|carry(?:ing)?\s+out|enhanc(?:e|ing)|creat(?:e|ing)
    |build(?:ing)?|launch(?:ing)?|offer(?:ing)?|provid(?:e|ing)|conduct(?:ing)?|run(?:ning)?
    |deliver(?:ing)?|support(?:ing)?|advanc(?:e|ing)|foster(?:ing)?|cultivat(?:e|ing)
    |open(?:ing)?|implement(?:ing)?|design(?:ing)?|supply|expand(?:ing)?|boost(?:ing)?
    |facilitat(?:e|ing)|accelerat(?:e|ing)|undertak(?:e|ing)|digiti[sz]e|improve|nurtur(?:e|ing)
    |train(?:ing)?|organi[sz](?:e|ing)|host(?:ing)?|hold(?:ing)?|serv(?:e|ing)|introduc(?:e|ing)|shar(?:e|ing)
    |ensur(?:e|ing)|produc(?:e|ing)|propel(?:ling)?|equip(?:ping)?|bolster(?:ing)?|fund(?:ing)?
    |increas(?:e|ing)|encourag(?:e|ing)|initiat(?:e|ing)|raise|impart(?:ing)?|enrich(?:ing)?|continu(?:e|ing)|join(?:t)?ly\s+\w+
"""
GOALS = tuple(
    re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        rf"""\b(?!(?:and|in|at|for)\s+(?:training|design|supply|support|fund)\b)
        (?:will|would|to|shall|jointly|together|and|also|in|by|at|for|via|towards?
        |is\s+to|are\s+to)\s+(?:[△▲]\s*)?(?:\w+ly\s+)?(?:{_DOES})\s+(?:cooperation\s+in\s+|collaboration\s+in\s+
        |the\s+(?:construction|development|establishment|quality|level|scope)\s+of\s+)?""",
        r"""\b(?:will|would|shall|can|could|may|to|also|and)\s+(?:receive|get|obtain|gain|attend|join|expect|enjoy|exchange|share|give|include
        |(?:take\s+part|participate|engage|assist|help)\s+(?:in|with)|contribute\s+to|lead\s+to|drive|open\s+the\s+way\s+to
        |be\s+(?:offered|given|awarded|granted|guaranteed)|have\s+access\s+to)\s+
        |\b(?:opens\s+the\s+way\s+to|gives?\s+(?:[\w’'-]+\s+){0,3}access\s+to)\s+""",
        r"""\b(?:go|goes|flow|flows|spent|invested|put|channelled)\s+(?:into|towards?|on)\s+""",
        r"""\b(?:gain|benefit)\s+from\s+|\b(?:serve|act)\s+as\s+|\b(?:become|receive)s?\s+(?=an?\s)
        |\b(?:establishment|launch|creation|construction|setting\s+up)\s+of\s+|\b(?:opportunit\w+|openings|prospects|possibilities)\s+(?:for|in)\s+
        |\b(?:progress|advances|innovation|growth|expertise|skills|competenc\w+)\s+in\s+""",
        r"""\b(?:offers?|provides?|awards?|grants?)\s+(?=(?:[\w-]+\s+){0,3}(?:internships?|scholarships?|placements?
        |fellowships?|traineeships?|apprenticeships?))""",
        rf"""\b(?:{DOCUMENT}|partnership|cooperation|collaboration|letter|it)\s+(?:also\s+|further\s+)?
        (?:provides|offers|brings|gives|promotes|takes\s+in|creates|strengthens|fosters)
        (?:\s+(?:them|students|both))?\s+""",
        r"""\b(?:provid|equip|furnish)\w*\s+(?:[\w’'-]+\s+){0,3}?(?:students|graduates|staff|employees|teachers|faculty
        |youth|people|learners|interns|researchers)\s+with\s+""",
        r"""\b(?:through|via|by\s+way\s+of)\s+(?=[^.;:]{3,70},[^.;:]{3,200}\band\s)""",
    )
)
_BEFORE_VERB = r"(?:(?:\w+ly|also|together|further)\s+)*"
_MEANS_TO = (
    r"(?:will|shall|would|(?:is|are)\s+to|(?:aim|intend|plan|seek|agree|promise|commit|undertake"
    r"|expect|wish|want|propose|hope)(?:s|ed)?(?:\s+themselves)?\s+to|designed\s+to)"
)
AIMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{DOCUMENT}\b[^.;:]{{0,120}}?\s(?:to|for|towards?|aimed\s+at|with\s+(?:(?:the|an?)\s+)?"
        rf"(?:aim|objective|view|goal|purpose)s?\s+(?:of|to))\s+{_BEFORE_VERB}",
        rf"\b(?:{DOCUMENT}|cooperation|collaboration|partnership|alliance|initiative|it|purpose"
        rf"|aim|objective|goal|idea)\s+(?:(?:between|of|with)\s+[^.;:,]{{3,60}}?\s)?"
        rf"(?:{_MEANS_TO}|is\s+to|was\s+to)\s+{_BEFORE_VERB}",
        rf"\b(?:sides|parties|partners|both|they|two|institutions|organi[sz]ations|entities|it)\s+"
        rf"(?:(?:have|has|was)\s+)?(?:also\s+)?(?:agreed|undertaken|pledged|promised|decided|vowed"
        rf"|committed(?:\s+themselves)?|undertook|intend|plan|aim|wish|hope)\s+to\s+{_BEFORE_VERB}",
    )
)
"""What the agreement or its parties mean to do, the verb still ahead."""
_COURSES_IN = (
    r"(?:courses?|modules|programm?es?|trainings?|workshops?|certifications?|diplomas?)"
    r"\s+(?:in|on)\s"
)
IN_COURSES = re.compile(_COURSES_IN, re.IGNORECASE)
"""In every sentence that tells what is taught; most have none."""
COURSES = re.compile(
    r"(?<![’'])\b(?P<what>(?:(?!(?:and|or|the|an?|in|on|of|for|to|will|with|by|as|their|its|his|that|also|such"
    r"|new|all|through|under|from|ran|run|two|be|offer\w*|provid\w*|includ\w*|cover\w*|jointly)\b)[\w’'-]+\s+){0,3}"
    rf"{_COURSES_IN}\s*)"
    r"(?!\d|the\s+(?:field|area|future|same)|(?:which|this|order|line)\b)",
    re.IGNORECASE,
)
"""What is taught, which is one area with its subjects: "certified courses in X, Y and Z"."""
HEADED = re.compile(
    rf"\bin\s+(?:the\s+)?(?P<what>(?:(?!of\b|the\b|in\b|an?\b|this\b|these\b|its\b|other\b)"
    rf"[\w&()’'-]+\s+){{1,6}}?){_COUNTED}\b(?!\s+(?:of|such|like|including|are))",
    re.IGNORECASE,
)
"""A field named before the word: "in the medicine and health field"."""
INCLUDED = re.compile(
    r"^(?:also\s+)?covered\s+by\s+[^.;,]{3,40}\s(?:are|is)(?:,?\s+among\s+other\s+things,)?\s+"
    r"|\b(?:central|key)\s+to\s+(?:the|this)\s+[\w ]{3,30}\sis\s+(?:the\s+idea\s+of\s+)?"
    r"|^(?:also\s+)?(?:included|planned|foreseen|envisaged|covered|intended|agreed(?:\s+(?:up)?on)?"
    r"|(?:provided|asked|planned)\s+for)\s+(?:is|are)\s+"
    r"|\b(?:provision|room)\s+is\s+(?:also\s+)?made\s+for\s+"
    r"|\b(?=[ocstmef])(?:the\s+)?(?:object|subject|topic|focus|main\s+task|element|centrepiece|(?:first|second|third|fourth)(?:\s+\w+)?)"
    r"\s+is\s+(?=(?:the|an?)\s|\w+\s+in\s)(?!the\s+first\b|an?\s+step)"
    r"|\bsubject\s+matter\s+is(?:,\s[^.;,]{2,40},)?\s+(?!to\b|not\b|that\b)",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"\b(?=\w)(?:{_COUNTED}|objectives?|goals?|aims?|activities|contents?|points?|following|includ\w+"
    r"|promote|planned|plans?|agreed|envisages|in\s+short"
    rf"|involves|covers|provides\s+for|cooperat\w+|collaborat\w+|commitments|initiatives)\b"
    r"[^.;]{0,90}:\s*$|\b(?:following|(?:subjects|topics|areas|fields)\s+(?:are|include))\b[^.;:]{0,40}$"
    r"|\b(?:provides\s+for|covers|includes|comprises)$|^in\s+short$",
    re.IGNORECASE,
)
"""The end of a sentence after which the areas follow line by line."""
