"""Whose contacts does a text tell one by one: of whom it says that he saw several, or went from one to the next?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.stops import in_turn, next_stop
from detente.drafting.who.actors import Actor

_REACH, _CERTAIN = 6, 0.9


def of_series(one: Told, told: Sequence[Told]) -> tuple[Actor, Told] | None:
    """Who had the contact of which a sentence tells as the next of several, and the sentence that says so; None: none does.

    It names one other side, by somebody who surely is of it, and begins with a day, an ordinal, or whose turn it was.
    """
    sides = [actor for actor in one.named.actors if actor.party is not None]
    if len(parties_of(sides)) != 1 or max(actor.weight for actor in sides) < _CERTAIN or one.named.others:
        return None
    before = [each for each in told if 0 < one.sentence.number - each.sentence.number <= _REACH]
    for opener in reversed(before):
        own = [actor for actor in opener.named.actors if actor.party is not None and actor.weight >= _CERTAIN]
        if len(parties_of(own)) == 1 and _opens(opener, one, told) and not set(parties_of(own)) & set(parties_of(sides)):
            counted = {party for each in before if each is not opener for party in parties_of(each.named.actors)}
            entry = (_ENTRY.match(one.text) or _SECOND.match(one.text)) is not None or in_turn(one) or next_stop(one)
            return (own[0], opener) if entry or (not counted and day_words(one.text)) else None
    return None


def _opens(opener: Told, one: Told, told: Sequence[Told]) -> bool:
    """Whether a sentence says that somebody saw several, or the one behind it begins with the first of them."""
    if _SEVERAL.search(opener.text) is not None:
        return True
    after = next((each for each in told if each.sentence.number == opener.sentence.number + 1), one)
    return after is not one and _SECOND.match(one.text) is not None and _FIRST.match(after.text) is not None


_FIRST = Pattern(
    r"(?:the first|one)\b|(?:la première|le premier|l['’]une?)\b|(?:der|die|das) (?:erste|eine)\b|"
    r"(?:перв\w{2,3}|одн[аио]|один)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the first of what the one before counts."""

_SECOND = Pattern(
    r"(?:the (?:second|third|fourth|last|other)|another)\b|(?:l[ae] (?:seconde?|deuxième|troisième|dernière?)|l['’]autre)\b|"
    r"(?:der|die|das) (?:zweite|dritte|letzte|andere)\b|(?:втор\w{2,3}|трет\w{2,3}|последн\w{2,3}|друг\w{2,3})\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of another of them."""

_SEVERAL = Pattern(
    r"\b(?:(?:two|three|four|five|several) (?:of (?:his|her) )?(?:fellow|colleagues|counterparts|visitors|guests|callers|"
    r"ministers)|one after (?:the other|another)|in (?:quick )?succession|ringing round|rang round|round of calls|"
    r"phoned round|"
    r"(?:his|her|whose) (?:log|diary|tally|calendar|schedule|dance card)|queued|"
    r"(?:deux|trois|quatre|cinq|plusieurs) (?:de ses )?(?:collègues|homologues|visiteurs|invités|ministres)|"
    r"(?:l['’]un|les uns) après (?:l['’]autre|les autres)|à tour de rôle|coup sur coup|(?:son|le) (?:carnet|agenda)|défil\w+|"
    r"(?:zwei|drei|vier|fünf|mehrere)n? (?:seiner |ihrer )?(?:Kollegen|Amtskollegen|Besucher|Gäste|Minister)|nacheinander|"
    r"(?:eine[rn]?|einem) nach de[mr] anderen|reihum|(?:sein|ihr) (?:Kalender|Terminkalender)|gaben sich die Klinke|"
    r"(?:дв[ау]\w*|двоих|тр[иёе]\w*|троих|четыр\w+|нескольк\w+) (?:своих )?(?:коллег\w*|гост\w+|министр\w*)|двоих|троих|"
    r"чередой|по очереди|один за другим|одного за другим|(?:его |её |и )?график|обзванивал\w*|обзвонил\w*)\b",
    re.IGNORECASE,
)
"""That somebody was in contact with several, one after the other."""

_ENTRY = Pattern(
    r"(?:and |et |und |и )?(?:item\b|first\b|second\b|third\b|last\b|finally\b|then\b|next\b|with\b|d['’]abord|premi[eè]r|"
    r"puis\b|"
    r"ensuite\b|enfin\b|avec\b|zuerst|zunächst|dann\b|danach|zuletzt|schließlich|mit\b|сначала|первым|затем|потом|следом|"
    r"за ним|"
    r"за ней|последним|наконец|с\b|со\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:lun|mar|mercre|jeu|vendre|same)di\b|"
    r"dimanche|(?:mon|diens|donners|frei|sams|sonn)tag\b|mittwoch\b|(?:понедельник|вторник|среда|четверг|пятница|суббота|"
    r"воскресенье)\b|\d{1,2}[.:/ ])",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the next of several."""


def with_opener(occasion: Occasion, one: Told, opener: Told) -> Occasion:
    """The next of several contacts, told of too by the sentence that says that there were several, where its own has no day."""
    own = bool(day_words(one.text) or dates_in(one.text)) and bool(media_of(one) or not media_of(opener))
    return occasion if own or occasion.told != (one,) else replace(occasion, told=(one, opener))
