"""Is a contact of the same parties another one, at another time and by another medium?"""

import re
from datetime import date

from detente.drafting.counted import day_words
from detente.drafting.dates import dates_in
from detente.drafting.manner import media_of
from detente.drafting.patterns import Pattern
from detente.drafting.telling import Occasion, Told
from detente.drafting.when import days_in

_WIRES = ("phone", "video", "letter", "hotline")

_THE_LAST = Pattern(
    r"\b(?:last|latest|most recent|previous|since|dernier|dernière|précédente?|depuis|remonte\w*|letzte[rsn]?|zuletzt|seit|"
    r"vorige[rsn]?|последн\w+|предыдущ\w+|с тех пор|в последний раз|прошл\w+)\b",
    re.IGNORECASE,
)
"""Of a contact that is only named to say how long ago it was."""

_PROPOSED = Pattern(
    r"\b(?:suggest\w*|propos\w+|offered|invit\w+|asked for|request\w*|demand\w+|sollicit\w+|vorgeschlagen|schlug|angeboten|"
    r"gebeten|bat|eingeladen|lud|предл[ао]\w+|пригла\w+|попросил\w*|запрос\w+)\b",
    re.IGNORECASE,
)
"""Of a letter or a call that only was to bring about the contact."""

_SOME_DAY = date(2024, 5, 15)
"""Any day: it is only asked whether two sentences name the same one."""


def at_another_time(known: Occasion, new: Occasion, one: Told) -> bool:
    """Whether a sentence about the parties of ``known`` tells of a call beside a meeting, or the other way, on a day of its own."""
    if set(new.parties) != set(known.parties) or one.sentence.heading or _THE_LAST.search(one.text):
        return False
    if not (day_words(one.text) or dates_in(one.text)) or _PROPOSED.search(one.text):
        return False
    before, now = _kind(known.told[0]), _kind(one)
    return None not in (before, now) and before != now and _days(one) not in ([], _days(known.told[0]))


def _kind(one: Told) -> str | None:
    """``wire`` where a sentence tells of calls and letters alone, ``met`` of meetings alone; None: of neither, or both."""
    media = set(media_of(one))
    wires, met = bool(media & set(_WIRES)), "in-person" in media
    return None if wires is met else "wire" if wires else "met"


def _days(one: Told) -> list[date]:
    return [said.day for said in days_in(one.text, _SOME_DAY)]
