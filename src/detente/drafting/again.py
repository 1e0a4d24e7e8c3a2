"""Is a contact of the same parties another one, at another time and by another medium?"""

import re
from datetime import date

from detente.domain.vocabulary import Office
from detente.drafting.counted import day_words
from detente.drafting.dates import dates_in
from detente.drafting.manner import media_of
from detente.drafting.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
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
    """Whether a sentence about the parties of ``known`` tells of a call beside a meeting on a day of its own."""
    if not set(new.parties) <= set(known.parties) or not _on_its_own_day(one, known):
        return False
    before, now = _kind(known.told[0]), _kind(one)
    other_medium = None not in (before, now) and before != now
    fewer = len(new.parties) < len(known.parties) and bool(media_of(one))
    return other_medium or fewer or _other_offices(known, new)


def _on_its_own_day(one: Told, known: Occasion) -> bool:
    """Whether a sentence tells of what was on a day that is not that of ``known``, rather than how long ago it was."""
    if one.sentence.heading or _THE_LAST.search(one.text) or _PROPOSED.search(one.text):
        return False
    named = bool(day_words(one.text) or dates_in(one.text))
    return named and _days(one) not in ([], _days(known.told[0]))


def _other_offices(known: Occasion, new: Occasion) -> bool:
    """Whether both sides took part by other offices: first ministers, then chiefs of staff."""
    return all(
        (before := _offices(known, party)) and (now := _offices(new, party)) and not before & now for party in new.parties
    )


def _offices(occasion: Occasion, party: str) -> set[Office]:
    return {actor.office for actor in occasion.actors if actor.party == party and actor.office is not None}


def recalled(one: Told, before: Told | None, last: Occasion) -> Occasion | None:
    """The call beside a meeting, or the other way, of the parties of ``last`` whom a sentence calls the two; None: none.

    ``before`` is the sentence before it, which may name the medium: ``It had begun by telephone.``
    """
    named = parties_of(one.named.actors)
    whole = set(named) <= set(last.parties) and (one.has("pair") or len(named) > 1)
    if len(last.parties) != 2 and len(named) != 2:
        return None
    if not whole or one.named.others or not _on_its_own_day(one, last) or any(one is told for told in last.told):
        return None
    now, then = _kind(one), _kind(last.told[0])
    if now is None and before is not None and not before.named.actors and not media_of(one):
        now = _kind(before)
    if None in (now, then) or now == then:
        return None
    sides = last.parties if len(last.parties) == 2 else tuple(named)
    told = (one,) if _kind(one) == now or before is None else (one, before)
    return Occasion(sides, tuple(actor for actor in last.actors if actor.party in sides), told, sure=last.sure)


def _kind(one: Told) -> str | None:
    """``wire`` where a sentence tells of calls and letters first, ``met`` of meetings; None: of neither."""
    media = [means for means in media_of(one) if means in (*_WIRES, "in-person")]
    return None if not media else "met" if media[0] == "in-person" else "wire"


def _days(one: Told) -> list[date]:
    return [said.day for said in days_in(one.text, _SOME_DAY)]
