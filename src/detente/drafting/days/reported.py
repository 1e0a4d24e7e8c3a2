"""What stands beside a day on which something was told, rather than the day of what was told?"""

import re

from detente.drafting.language.patterns import Pattern

SAID_BEFORE = Pattern(
    r"\b(?!(?-i:Said [A-ZÀ-Ý]))(?:said|told|announced|reported|confirmed|wrote(?!\s+to\b)|statement|added|read|"
    r"be known|released|"
    r"published|posted|website|communique|readout|release|item|"
    r"article|story|emerged|revealed|disclosed|indiqué|annoncé|publié|confirmée?s?|révélée?s?|"
    r"appris|savoir|(?:became|become|made) known|transpired|came to light|bekannt|как (?:\w+ )?(?:стало )?известно|"
    r"как выяснилось|узнал\w*|"
    r"известил\w*|уведомил\w*|"
    r"rapporté|expliqué|déclaré|"
    r"communiqué|affirmé|précisé|"
    r"(?:a|ont|avait) (?:dit|confié|concédé|reconnu|admis|raconté|déploré|regretté|lâché|glissé)|"
    r"s['’]est (?:félicitée?|réjouie?|plainte?)|"
    r"(?:admitted|conceded|regretted|confided|recalled|recounted|complained)(?! him\b)|"
    r"(?:räumte|bedauerte|erzählte|beklagte|lobte)(?= (?:am\b|$))|mit(?= am\b)|"
    r"sagte|teilte|erklärte|hieß es|sprechers?|berichtete\w*|bestätigte\w*|begründete\w*|"
    r"сообщил\w*|заявил\w*|рассказ(?:ал|ыва)\w*|пояснил\w*|уточнил\w*|сказал\w*|отметил\w*|подтвердил\w*|"
    r"признал\w*|признался|признались|посетовал\w*|похвалил\w*|поведал\w*)\s+"
    r"(?:(?!him\b|ihm\b|ihr\b|ihnen\b|lui\b|ему\b|ей\b|that\b|they\b|had\b|he\b|she\b|it\b|que\b|qu['’]|dass\b|что\b|"
    r"met\b|used\b|rang\b|phoned\b|telephoned\b|spoke\b|talked\b|visited\b|a\s|après\b|after\b|"
    r"als\b)(?:(?-i:[A-ZÀ-ÝА-Я])\.|[^\s,.;:»”\"]+)\s+){0,7}$",
    re.IGNORECASE,
)
"""Before the day on which something was told: ``sagte am``."""

SAID_AFTER = Pattern(
    r"\s*(?:evening|morning|soir|abend)?\s*(?:sagte\b(?=[^.;:]{10,240}\sab\b)|said|announced|"
    r"(?:confirmed|disclosed|revealed|declared) that\b|сообщил|заявил|"
    r"(?:об этом|о ч[её]м) (?:\w+ ){0,2}?\w+л[аи]?\b|mitgeteilt|"
    r"mitteilte|mit(?=[.,;:]|$)|bekannt|berichtet|bestätigt|gemeldet|verlautete|hieß es|erfuhr|begründete|"
    r"(?:conceded|admitted|confided|recalled) (?!him\b)|признал|посетовал|поведал)",
    re.IGNORECASE,
)
"""Behind it: ``am Freitag mitgeteilt``."""


def wrote_to(text: str, start: int, end: int) -> bool:
    """Whether it is the day on which one side wrote to another: ``wrote on 3 January to his counterpart``."""
    return _TO.match(text, end) is not None and _WROTE.search(text[:start]) is not None


_TO = Pattern(r"\s+(?:\d{4}\s+)?to\b", re.IGNORECASE)
_WROTE = Pattern(r"\b(?:wrote|written|writing)\s+(?:on\s+)?$", re.IGNORECASE)
