"""Which day is whose, where a sentence tells of several contacts in turn, each with a day of its own?"""

import re

from detente.drafting.days.named import days_named
from detente.drafting.days.reported import SAID_BEFORE
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of


def own_day_word(occasion: Occasion, one: Told) -> int | None:
    """Where the day of a contact stands in a sentence that names as many as sides beside the first: in the same order."""
    days = [place for place in days_named(one.text) if SAID_BEFORE.search(one.text[:place]) is None]
    actors = sorted(one.named.actors, key=lambda actor: actor.start)
    sides = [party for party in parties_of(actors) if party != occasion.parties[0]]
    if len(days) < 2 or len(days) != len(sides) or len(occasion.parties) != 2 or occasion.parties[-1] not in sides:
        return None
    return days[sides.index(occasion.parties[-1])]


def calls_made(text: str) -> int | None:
    """Where a sentence says of contacts that it counts when they were; None: it does not."""
    made = _MADE.search(text)
    return None if made is None else made.end()


_MADE = Pattern(
    r"\b(?:calls|meetings|conversations|talks),? (?:made|held|conducted)\s|"
    r"\b(?:appels|entretiens|rencontres|conversations) (?:passés|menés|tenue?s)\s|"
    r"\b(?:Telefonate|Gespräche|Treffen)n? (?:vom|von)\s|"
    r"\b(?:звонк|разговор|встреч|бесед|переговор)\w*,? (?:сделанн|состоявш|прош|провед[её]нн|случивш)\w+\s",
    re.IGNORECASE,
)
"""Behind the contacts of which a sentence says when they were: ``о двух звонках, сделанных днём раньше``."""
