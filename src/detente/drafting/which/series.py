"""Whose contacts does a text tell one by one: of whom it says that he saw several, or went from one to the next?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.drafting.days.counted import COUNTS, day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.manner import media_of
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.stops import in_turn, next_stop
from detente.drafting.who.actors import Actor
from detente.drafting.who.remarks import to_the_press

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
    if _SEVERAL.search(opener.text) is not None or _IN_A_ROW.search(opener.text) is not None:
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

_IN_A_ROW = Pattern(
    r"\b(?:one after (?:the other|another)|in (?:quick )?succession|ringing round|rang round|round of calls|phoned round|"
    r"(?:his|her|whose) (?:log|diary|tally|calendar|schedule|dance card)|queued|"
    r"(?:l['’]un|les uns) après (?:l['’]autre|les autres)|à tour de rôle|coup sur coup|(?:son|le) (?:carnet|agenda)|défil\w+|"
    r"nacheinander|(?:eine[rn]?|einem) nach de[mr] anderen|reihum|(?:sein|ihr) (?:Kalender|Terminkalender)|"
    r"gaben sich die Klinke|двоих|троих|чередой|по очереди|один за другим|одного за другим|(?:его |её |и )?график|"
    r"обзванивал\w*|обзвонил\w*)\b",
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


_LEAST = 2
"""Sides from which on they are those whom it saw, rather than one of whom more is told."""


def one_after_the_other(body: Sequence[Told], words: Lexicon) -> tuple[list[Occasion], Sequence[Told]]:
    """The contacts of a side that one sentence counts, and the sentences that tell of them; none where none does."""
    for place, one in enumerate(body):
        own = parties_of(one.named.actors)
        counted = _number(one)
        if (
            len(own) != 1
            or one.named.others
            or not (counted or _counts(one))
            or words.cues["status"].first(one.text) is not None
        ):
            continue
        naming = [(each, _others(each, own[0])) for each in _behind(body[place + 1 :], own[0], words)]
        others = [party for _, actors in naming for party in parties_of(actors)]
        if len(others) >= _LEAST and len(set(others)) == len(others) and (_counts(one) or len(others) == counted):
            mine = tuple(actor for actor in one.named.actors if actor.party is not None)
            found = [
                Occasion((own[0], party), (*mine, *(a for a in actors if a.party == party)), (each, one))
                for each, actors in naming
                for party in parties_of(actors)
            ]
            return found, [one, *(each for each, _ in naming)]
    return [], ()


def _counts(one: Told) -> bool:
    """Whether a sentence speaks of several contacts, each by itself, and does not say with whom they were."""
    return _BILATERAL.search(one.text) is not None or (one.several and _SEVERAL.search(one.text) is not None)


def _number(one: Told) -> int | None:
    """How many colleagues or guests a sentence says that somebody saw; None: it counts none."""
    hit = _SEVERAL.search(one.text)
    return None if hit is None else COUNTS.get(hit["count"].lower()) or _CASES.get(hit["count"].lower())


_CASES = {"двух": 2, "двоих": 2, "двумя": 2, "трёх": 3, "трех": 3, "троих": 3, "тремя": 3, "четырёх": 4, "четверых": 4}


def _behind(after: Sequence[Told], own: str, words: Lexicon) -> Iterator[Told]:
    """The sentences right behind it that name with whom; those that name nobody may stand between them."""
    for each in after:
        others = _others(each, own)
        if not others and set(parties_of(each.named.actors)) <= {own} and not each.named.others:
            continue
        told = words.cues["status"].first(each.text) is None and to_the_press(each.text) is None
        back = each.earlier and _LAST.match(each.text) is None
        if not others or not told or back or each.named.others or day_words(each.text):
            return
        yield each


def _others(one: Told, own: str) -> list[Actor]:
    """Who is named, with a name, for another side."""
    return [a for a in one.named.actors if a.party not in (None, own) and a.name is not None and a.weight >= _CERTAIN]


_LAST = Pattern(r"(?:zuletzt|last|enfin|последн\w+)\b", re.IGNORECASE)
"""How a sentence begins that says who came last, in a word that elsewhere looks back."""

_BILATERAL = Pattern(
    r"\b(?:bilaterals|pull-asides|one-on-ones|(?:bilateral|separate|one-on-one|individual) (?:meetings|talks|conversations|"
    r"sessions)|(?:entretiens|rencontres|échanges|réunions) (?:bilatér\w+|séparée?s)|apartés|bilatérales|"
    r"(?:bilateral|getrennt|einzeln)\w* (?:Gespräche|Treffen|Unterredungen)|Einzelgespräche|Vieraugengespräche|"
    r"(?:двусторонн|отдельн|раздельн)\w+ (?:встреч|бесед|переговор)\w*)\b",
    re.IGNORECASE,
)
"""Contacts of two sides each."""

_SEVERAL = Pattern(
    r"\b(?P<count>two|three|four|five|six|several|deux|trois|quatre|cinq|six|plusieurs|zwei|drei|vier|fünf|sechs|mehrere\w*|"
    r"дв[аеуя]\w*|двоих|тр[её]\w+|троих|четыр\w+|четвер\w+|пят\w+|нескольк\w+)\s+"
    r"(?:(?:of (?:his|her) (?:fellow )?|de ses |(?:seiner|ihrer) |своих )?(?:\w+\s+)?)"
    r"(?:colleagues|counterparts|ministers|guests|visitors|callers|homologues|collègues|ministres|visiteurs|invités|hôtes|Amtskolleg\w+|Kolleg\w+|"
    r"Minister\w*|Gäste\w*|Besucher\w*|коллег\w*|министр\w+|гост\w+)\b",
    re.IGNORECASE,
)
"""So many whom somebody saw."""
