"""Is what a sentence seems to tell of no contact of now: one of decades ago, one denied, or of two who never spoke?"""

from collections.abc import Sequence
from datetime import date
from re import IGNORECASE

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import MONTH
from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of

_DECADE = 10
"""Years after which what is told is history: a museum shows it, or somebody looks back."""

_LONG_AGO, _DENIED, _NEVER = 0.8, 1.0, 0.6


def bygone(one: Told, after: Told | None, never: Sequence[Told], published: int | None) -> float:
    """The weight of what says so in a sentence, in the one ``after`` it, and in those that say there ``never`` was a contact.

    ``published`` is a day by its ordinal, None: unknown.
    """
    less = _LONG_AGO if published is not None and _long_ago(one.text, date.fromordinal(published).year) else 0.0
    if _asked(one.text):
        less += 0.0 if after is not None and _YES.match(after.text) else _DENIED
    parties = set(parties_of(one.named.actors))
    if not media_of(one) and len(parties) > 1:
        less += _NEVER * any(parties <= set(parties_of(each.named.actors)) for each in never)
    return less


def _long_ago(text: str, year: int) -> bool:
    """Whether every year that a sentence names for what it tells is of decades ago, and no day of now stands beside it."""
    hits = [hit for hit in _IN_A_YEAR.finditer(text) if _PACT.search(text[: hit.start()]) is None]
    years = [int(hit["year"] or hit["there"] or hit["russian"]) for hit in hits]
    return bool(years) and max(years) <= year - _DECADE and not day_words(text)


_PACT = Pattern(
    r"\b(?:agreement|treaty|memorandum|accord|traité|Abkommen|Vertrag\w*|соглашени|договор|меморандум|протокол|конвенци|"
    r"устав)\w*\s"
    r"(?:signed\s|conclue? |от )?$",
    IGNORECASE,
)
"""Before the year of a pact of which those of now spoke."""

_IN_A_YEAR = Pattern(
    rf"(?:\b(?:in|en|im Jahre?|aus dem Jahre?)\s+|\b{MONTH}\s+(?:\d{{1,2}}(?:\s*(?:and|et|und|и|-|–)\s*\d{{1,2}})?,?\s+)?|,\s+)"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*(?:agreement|treaty|accord|abkommen))|"
    r"\b(?P<there>(?:19|20)\d\d)(?=\s+(?:in|à|en|auf|bei)\s+(?-i:[A-ZÀ-Ý]))|\b(?P<russian>(?:19|"
    r"20)\d\d)(?:-?[мй])?\s+год[ау]?\b",
    IGNORECASE,
)


def _asked(text: str) -> bool:
    """Whether a sentence is a question that can be answered with no: ``A-t-il appelé le Pentagone ?``."""
    return _QUESTION.fullmatch(text) is not None


_SPEAKER = r"(?:[A-ZА-ЯЁÀ-Ý][\w.]*(?:\s[A-ZА-ЯЁÀ-Ý][\w.]*)?\s?:\s*)?"
"""Who asks, or answers, in an interview: ``Q:``, ``COL. MANNING:``."""

_QUESTION = Pattern(
    rf"{_SPEAKER}[„“\"«\s]*(?:(?:And |But |So |Et |Mais |Und |Aber |А |И |Но )?(?:Did|Has|Have|Had|Does|Was|Were|A-t-|Ont-|"
    rf"Avez-vous|"
    r"Est-ce que|Hat|Haben|Hatte|Traf|Sprach|Telefonierte|Rief|War|Звонил|Встречал|Говорил|Созванивал|Был|"
    r"Правда ли)\w*|[^.!?]{1,60}\b(?:ли|(?:a|ont|avait|aurait|est|va)-t-(?:il|elle|on|ils|elles)))\b[^.!?]*\?[”“\"»\s]*",
)
_YES = Pattern(
    rf"[„“\"«—–\s-]*{_SPEAKER}(?:[\w.]+:\s*)?(?:yes|oui|ja|да|indeed|en effet|in der tat|конечно|(?:I|we|he|she|"
    rf"they) (?:have|has|did)\b(?! not))\b",
    IGNORECASE,
)
