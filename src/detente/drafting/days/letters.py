"""Which date does a sentence say that a letter bears?"""

import re

from detente.drafting.days.dates import dates_in
from detente.drafting.language.patterns import Pattern

_BORNE = Pattern(
    r"\b(?:letter|lettre|missive|courrier|Brief|Schreiben|письмо|послание)\b[^.;:]{0,60}"
    r"\b(?:dates? (?:back )?(?:from|to)|dated?|daté?e?s?|Datum|datiert|датирован\w*|дату|дата)\s*"
    r"(?:of|from|du|de|des|vom|auf den|von|от)?\s*$|\b(?:letter|lettre|courrier|Brief|Schreiben|письм\w+)\s+(?:of|du|vom|"
    r"от)\s+$|^(?:datiert|datée?|dated|датировано)\b[^.;:]{0,40}\b(?:vom|du|from|)\s*$|"
    r"\b(?:letter|note|message|lettre|missive|courrier|Brief|Schreiben|Papier|письмо|послание|обращение)\b[^.;:]{0,60}"
    r"\b(?:went (?:off|out)|left|was (?:sent|posted)|(?:est|était) partie?|a été (?:envoyée?|postée?)|ging|ist|wurde|ушло|"
    r"отправлено|отослано)\s+(?:on\s+|le\s+|am\s+)?$",
    re.IGNORECASE,
)
"""Before the date of a letter, or that on which it was sent: ``Der Brief trägt das Datum des 8. April``."""


def borne(before: str) -> bool:
    """Whether what stands before a date says that a letter bears it."""
    return _BORNE.search(before) is not None


def dates_letter(text: str) -> bool:
    """Whether a sentence says of which date a letter is."""
    return any(borne(text[: hit.start()]) for hit in dates_in(text))


def sent_then(text: str) -> bool:
    """Whether a sentence says of a letter when it was written or sent: ``In dem Brief, der Anfang März hinausging``."""
    return _SENT.search(text) is not None


_SENT = Pattern(
    r"\b(?:letter|note|message|lettre|missive|courrier|Brief\w*|Schreiben|письм\w+|послани\w+)\b[^.;:]{0,60}"
    r"\b(?:dated?|datée?|datier\w+|датирован\w*|sent|posted|written|mailed|dispatched|went (?:off|out)|left|partie?|envoyée?|"
    r"postée?|écrite?|expédiée?|remise?|\w*ging|\w*geschickt|abgesandt|versandt|geschrieben|ушло|ушедш\w+|"
    r"(?:отправл|отосла|посла|написа|направл)\w+)\b",
    re.IGNORECASE,
)
"""A letter, and what became of it on a day."""


def of_page(before: str) -> bool:
    """Whether the day behind ``before`` is that of a page of somebody's diary, and of what stands on it."""
    return _OF_PAGE.search(before) is not None


_OF_PAGE = Pattern(r"\b(?:page|entry|Seite|Eintrag|Notiz|запис\w+|страниц\w+)\s+(?:du|of|for|vom|от|за)\s+$", re.IGNORECASE)
