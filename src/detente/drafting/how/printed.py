"""Which words for a letter mean a newspaper, a post or a paper that was signed?"""

import re

from detente.drafting.language.patterns import Pattern


def no_letter(text: str, start: int) -> bool:
    """Whether the word for a letter at ``start`` means none."""
    return any(no.match(text, start) for no in (_POSTED, _OF_INTENT, _IN_PRINT, _TO_PARLIAMENT, _ASKS_TO_SPEAK))


_IN_PRINT = Pattern(
    r"(?:пишет|пишут|написал\w*|schreib\w+|schrieb|écri\w+|a écrit|writes?|wrote)\s+(?:[^\s.;,]+\s+){0,3}?(?:пресс|газет|"
    r"издани|агентств|"
    r"журнал|Zeitung|Blatt|Presse|journal|quotidien|newspaper|daily|paper)",
    re.IGNORECASE,
)
"""What a newspaper writes, and no letter."""

_TO_PARLIAMENT = Pattern(
    r"(?:written (?:answers?|repl(?:y|ies)|statements?)|réponses? écrites?|"
    r"schriftliche[nr]? (?:Antwort|Stellungnahme|Erklärung)\w*|"
    r"письменн\w+ (?:ответ|заявлени|отч[её]т)\w*)\s+(?:[\w'’]+\s+){0,3}?(?:(?:MP|lawmaker|deput|parliament|senat|question|"
    r"press|"
    r"députée?|parlement|sénat|Abgeordnete|Parlament|Bundestag|Anfrage|Presse|депутат|парламент|сенат|прессе|редакци|агентств)\w*)",
    re.IGNORECASE,
)
"""What a minister writes to members of parliament, or to the press."""

_ASKS_TO_SPEAK = Pattern(
    r"(?:written requests? for (?:a |an )?(?:call|meeting|talks|conversation)|demandes? écrites? d['’](?:appel|entretien)|"
    r"schriftliche[nr]? (?:Bitte|Anfrage) (?:um|nach) (?:ein\w* )?(?:Gespräch|Telefonat|Treffen)|"
    r"письменн\w+ (?:просьб|запрос)\w* о (?:разговор|встреч|звонк|бесед)\w*)",
    re.IGNORECASE,
)
"""A call or a meeting that was asked for in writing."""

_POSTED = Pattern(
    r"\w+\s+(?:(?:later|dazu|ensuite|затем)\s+)?(?:on|auf|sur|bei|в|in (?:a|his|her) (?:post|blog|column))\s+(?:the\s+)?"
    r"(?:X\b|Twitter|Facebook|Telegram|Instagram|LinkedIn|VK|Weibo|social|соцсет\w*|фейсбук\w*|телеграм\w*|твиттер\w*|post|"
    r"blog|column)|note to (?:the )?(?:editors|press|media|newsrooms|reporters|journalists|staff|lawmakers)",
    re.IGNORECASE,
)
_OF_INTENT = Pattern(
    r"(?:cables?|letters?|notes?|dispatch\w*|postcards?|lettres?|dépêches?|Briefe?|Depeschen?|письм\w+|телеграмм\w+)"
    r"(?:\s+(?:from|de|d['’]|aus|von|из)\s*[^,.;:\s]{2,20})?:\s|"
    r"(?:lettres?|courrier) (?:de|des|d['’]un|d['’]une) (?:lecteur|lectrice)s?\b|letters? (?:to the editor|"
    r"from (?:a )?readers?)\b|"
    r"письм\w+ (?:\w+ )?(?:читател\w+|в редакцию)|"
    r"cables?\b(?!\s+(?:to|from)\b)|dispatch\w*\s+(?:of|from)\b|(?:letters?|lettres?)\s+(?:of\s+(?:intent|offer|acceptance)|"
    r"d['’]intention|d['’]offre)",
    re.IGNORECASE,
)
