"""Who was named before, and is now called by his people: ``the Finn``, ``den Amerikaner``?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Country
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.who.actors import Actor
from detente.drafting.who.demonyms import mentioned_by_people

CARRIED = 0.7
"""The weight of whom a sentence points back at."""


def called_by_people(one: Told, parties: Sequence[str], lately: Sequence[Actor]) -> list[Actor]:
    """Who was named in the sentence before and is now called by his people: ``the Finn``, ``den Amerikaner``."""
    return [
        replace(actor, weight=CARRIED, start=c.start, end=c.end, sure=False)
        for actor in lately
        for c in one.named.countries
        if c.party == actor.party and c.party not in parties and not c.place and _THE.search(one.text[: c.start])
        if one.text[c.start].isupper() and not _american_embassy(one.text, c)
    ][:1]


def opened_by(text: str, language: str, lately: Sequence[Actor]) -> list[Actor]:
    """Who was named before, and with whom a sentence begins, called by his people: ``The Finn``, ``Финн``; or none."""
    parties = list(dict.fromkeys(actor.party for actor in lately if actor.party is not None))
    return [
        replace(actor, weight=CARRIED, start=start, end=end, sure=False)
        for party, start, end in (mentioned_by_people(text, language, parties) if text[:1].isupper() else ())
        if start == 0 and not _american_embassy(text, Country(party, start, end, place=False))
        for actor in lately
        if actor.party == party
    ][:1]


def opening_people(text: str, countries: Sequence[Country]) -> list[str]:
    """The party of somebody with whom a sentence begins, called by his people: ``Le Français a accepté``; or none."""
    return [
        one.party
        for one in countries[:1]
        if not one.place
        and _THE.fullmatch(text[: one.start])
        and text[one.start].isupper()
        and not _american_embassy(text, one)
    ]


def _american_embassy(text: str, people: Country) -> bool:
    """Whether an English word for a people only says of what something is, in a language where it is a noun too."""
    return text[: people.start].lower().endswith("the ") and _OF_SOMETHING.match(text, people.end) is not None


_OF_SOMETHING = Pattern(
    r"[-–]|['’]s\s|\s+(?!(?:at|in|on|to|and|who|with|for|had|was|by|after|before|from|over|during|then|later|again|also|"
    r"only)\b)[a-z]"
)

_THE = Pattern(r"(?:\b(?:the|le|la|de[rmn]|die)\s+|\bl['’])$", re.IGNORECASE)
