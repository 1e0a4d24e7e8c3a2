"""Is a day that of the newspaper in which something stood, rather than of what it wrote?"""

import re

from detente.drafting.language.patterns import Pattern

_PAPER = (
    r"(?:papers?|newspapers?|dailies|daily|weekly|edition|issue|front page|livraison|édition|numéro|parution|quotidiens?|"
    r"journaux|journal|hebdomadaire|presse|\w*zeitung(?:en)?|\w*blatt|\w*blätter|Ausgabe|Anzeiger|Kurier|газет\w*|номер\w*|"
    r"выпуск\w*)"
)
_OF = r"(?:\s+(?:of|on|for|du|de|vom|von|за|от)|\s*[,(]|\s+d['’]|\s+dated)\s*"
_ARTICLE = r"(?:(?:le|the|den|of)\s+)?$"
_READ = (
    r"\b(?:(?:relevé|lu|vu|repris|trouvé|paru)e?\s+dans|selon|d['’]après|according to|from|laut|aus|gelesen in|"
    r"по данным|из|как пишет)\s+"
)
_CAPITAL = r"(?-i:[A-ZÀ-ÝА-ЯЁ])[^\s,.;:()]*"
_TITLE = rf"(?:(?:le|la|les|the|der|die|das|dem)\s+)?[«„“\"]?{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}"
_TOWN = r"(?:\s*\([^)]{2,20}\)|,\s+[^\W\d_]{3,20},)"

_BEFORE_ITS_DAY = Pattern(
    rf"\b{_PAPER}{_OF}{_ARTICLE}|"
    rf"{_READ}{_TITLE}{_TOWN}?\s*(?:\(|of\s+|du\s+|vom\s+|von\s+|d['’]|от\s+|за\s+)$|{_READ}{_TITLE}{_TOWN}\s+$|"
    rf"^{_TITLE}\s\([^)]{{2,20}}\)\s+(?:of|du|vom|von|от|за)\s+$|"
    rf"[»”\"]\s*(?:\(|of\s+|du\s+|vom\s+|von\s+|d['’]|от\s+|за\s+){_ARTICLE}",
    re.IGNORECASE,
)
"""A newspaper by its kind or its name, and a word that gives it a day: ``relevé dans Le Soir (``, ``livraison d'``."""

_ITS_PAPER = Pattern(
    rf"(?:['’]s)?\s+(?:(?!(?:le|la|the|der|die|das)\b)\w+\s+)?{_PAPER}\b|(?:['’]s)?\s+[«„]",
    re.IGNORECASE,
)
"""Behind a day whose newspaper is meant: ``yesterday's papers``, ``из вчерашнего «Коммерсанта»``."""

_PAPER_OF_YESTERDAY = Pattern(r"\b(?-i:[A-Z]{2,5})\s+(?:von|vom|of|du|d['’]|от)\s*$", re.IGNORECASE)
"""A newspaper by its letters: ``Die NZZ von gestern``."""


def of_a_paper(text: str, start: int, end: int) -> bool:
    """Whether the day from ``start`` to ``end`` is that of a newspaper in which something stood."""
    before = text[max(0, start - 90) : start]
    behind = _BEFORE_ITS_DAY.search(before) or _PAPER_OF_YESTERDAY.search(before)
    return behind is not None or _ITS_PAPER.match(text, end) is not None


def for_a_day(before: str) -> bool:
    """Whether what stands before a day says that something was set for it, or that it is given as that of something.

    ``ein für Freitag vereinbartes Treffen``, ``the statement gives 25 January as``.
    """
    return _FOR.search(before) is not None


_FOR = Pattern(
    r"\b(?:(?:ein\w*|das|den|die|ihren?|seinen?)\s+für\s+(?:den\s+)?(?:(?:folgend|kommend|nächst)en\s+)?|"
    r"(?:gives?|gave|names?|named|puts?|dates?|dated|places?|sets?)\s+(?:(?:the|it|them|this|that|their|its)\s+(?:\w+\s+)?"
    r"(?:on|to|at)\s+)?|"
    r"(?:donne|donnait|indique|cite|date|situe|place|mentionne)\s+(?:(?:la|cette) \w+ (?:au|du)\s+|l['’]\w+ (?:au|du)\s+)?"
    r"(?:le\s+|du\s+)?|"
    r"(?:nennt|nannte|gibt|datiert)\s+(?:(?:das|die|den) \w+ auf\s+)?(?:den\s+|als \w+ (?:den\s+)?)?|"
    r"(?:назыв|назв|указ|датиру|относ)\w+\s+(?:дат\w+ \w+\s+|\w+ к\s+|\w+\s+)?)$|"
    r"\b(?:announced for|annoncée?s? pour|объявленн\w+ на)\s+(?:the\s+|le\s+|this\s+|next\s+|ce\s+)?$",
    re.IGNORECASE,
)
