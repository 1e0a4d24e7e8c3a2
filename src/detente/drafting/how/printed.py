"""Which words for a letter mean a newspaper, a post or a paper that was signed?"""

import re
from collections.abc import Sequence

from detente.drafting.language.patterns import Pattern


def no_letter(text: str, start: int) -> bool:
    """Whether the word for a letter at ``start`` means none."""
    return any(no.match(text, start) for no in (_POSTED, _OF_INTENT, _IN_PRINT, _TO_PARLIAMENT, _ASKS_TO_SPEAK))


def by_a_paper(text: str, means: str, start: int) -> bool:
    """Whether the word at ``start`` is none, but what a newspaper, or who writes in one, writes: ``…, пишет обозреватель``."""
    written = means == "letter" and _REPORTS.match(text, start) is not None
    return written and _ASIDE_BEFORE.search(text[:start]) is not None


def goes_on_of_a_letter(text: str, media_at: Sequence[int]) -> bool:
    """Whether a sentence begins with a letter of which the one before told, and names no meeting: it was only signed."""
    if _THE_LETTER.match(text) is None:
        return False
    return all(_SIGNED.search(text[max(0, start - _BESIDE) : start + _BESIDE]) is not None for start in media_at)


_BESIDE = 10

_THE_LETTER = Pattern(
    r"(?:it\b|inside\b|in it\b|under(?:neath)? it\b|the (?:letter|envelope|note|(?:\w+ )?pages?|lines|signature)\b|"
    r"(?:la lettre|le pli|l['’]enveloppe|la missive|le courrier|les (?:\w+ )?pages|"
    r"elle (?:est|était|porte|portait) (?:la )?sign\w+)|"
    r"(?:der Brief|das Schreiben|der Umschlag|die (?:\w+ )?Seiten|darin|darunter|unterschrieben)\b|"
    r"[^.;:«»]{0,140}?\b(?:y (?:prie|priait|pri[ae]|demand|propos|écri|invit|sollicit|exprim|rappel|annonc|assur|remerci|"
    r"expliqu|offr)\w*|"
    r"(?:asks|asked|writes|wrote|proposes|proposed|invites|invited|thanks|thanked|says|said) in it|darin)\b|"
    r"(?:письмо|конверт|оно|в н[её]м|внутри|под ним|страницы|подписал\w*|подпис\w+ (?:под|его))\b)",
    re.IGNORECASE,
)
_SIGNED = Pattern(r"sign|ink|unterschr|unterz|подпис|put their name", re.IGNORECASE)

_IN_PRINT = Pattern(
    r"(?:пишет|пишут|написал\w*|schreib\w+|schrieb|écri\w+|a écrit|writes?|wrote)\s+(?:[^\s.;,]+\s+){0,3}?(?:пресс|газет|"
    r"издани|агентств|"
    r"журнал|Zeitung|Blatt|Presse|journal|quotidien|newspaper|daily|paper)",
    re.IGNORECASE,
)
"""What a newspaper writes, and no letter."""

_REPORTS = Pattern(
    r"(?:writes?|wrote|écri(?:t|vait|vent)|schr(?:eib|ieb)\w*|пиш[еу]т|писал\w*)\s+(?!(?:to|à|au|aux|an|him|her|lui|ihm|ihr|"
    r"сво\w+|ему|ей|коллег\w+|министр\w+)\b)",
    re.IGNORECASE,
)
_ASIDE_BEFORE = Pattern(r"[,»”\"–—]\s+(?:(?:as|wie|comme|как)\s+(?:l['’])?)?$", re.IGNORECASE)

_TO_PARLIAMENT = Pattern(
    r"(?:written (?:answers?|repl(?:y|ies)|statements?)|réponses? écrites?|"
    r"schriftliche[nr]? (?:Antwort|Stellungnahme|Erklärung)\w*|"
    r"письменн\w+ (?:ответ|заявлени|отч[её]т)\w*)\s+(?:[\w'’]+\s+){0,3}?(?:(?:MP|lawmaker|deput|parliament|senat|question|"
    r"press|"
    r"députée?|parlement|sénat|Abgeordnete|Parlament|Bundestag|Anfrage|Presse|депутат|парламент|сенат|прессе|редакци|"
    r"агентств)\w*)",
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
    r"\w+\s+(?:(?:later|dazu|ensuite|затем)\s+)?(?:on|auf|sur|bei|в|in (?:a|his|her) (?:post|blog|column))\s+"
    r"(?:(?:the|its|his|her|their|son|sa|leur|seine[mr]|ihre[mr]|сво[её][мй])\s+)?"
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
    r"correspond[ae]nce\)|cables?\b(?!\s+(?:to|from)\b)|dispatch\w*\s+(?:of|from)\b|(?:letters?|lettres?)\s+(?:of\s+(?:intent|offer|acceptance)|"
    r"d['’]intention|d['’]offre)",
    re.IGNORECASE,
)
