"""Does one sentence tell of two contacts of the same two sides, each on a day of its own, as of a letter and its answer?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TypeVar

from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.resolving import days_in
from detente.drafting.how.manner import media_places
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Country, Cue, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told
from detente.drafting.which.coming import OFF, told_as
from detente.drafting.who.actors import Actor

_PAIR = 2
_SOME_DAY = date(2024, 5, 15)
"""Any day: it is only asked where two days are named."""


def in_two(one: Told, occasion: Occasion, words: Lexicon) -> list[Occasion]:
    """The contact of which a sentence tells, or the two, each told of by the part that names its day and its medium."""
    if len(occasion.parties) != _PAIR or one.sentence.heading or told_as(one.text, OFF, words):
        return [occasion]
    place = _between(one)
    if place is None:
        return [occasion]
    first, second = _part(one, 0, place), _part(one, place, len(one.text))
    if _INVITES.search(second.text) is not None or _QUOTES.search(first.text) is not None:
        return [occasion]
    second = second if second.media else replace(second, media=tuple((means, 0) for means, _ in first.media))
    return [replace(occasion, told=(first,)), replace(occasion, told=(second,))]


def is_second_part(occasion: Occasion, one: Told) -> bool:
    """Whether a contact is the second of two that a sentence tells of."""
    return len(occasion.told[0].text) < len(one.text) and not one.text.startswith(occasion.told[0].text)


def _between(one: Told) -> int | None:
    """Where the second contact of a sentence begins; None: it tells of no more than one."""
    media = [(start, _KINDS.get(means)) for means, start in media_places(one) if means in _KINDS]
    again = [hit.start() for hit in _ONE_MORE.finditer(one.text)]
    if len(media) + len(again) < _PAIR:
        return None
    begun = of_dateline(one.text)
    days = sorted({said.start: said.day for said in days_in(one.text, _SOME_DAY) if said.start >= begun}.items())
    if len(days) != _PAIR or days[0][1] == days[1][1]:
        return None
    (first, _), (second, _) = days
    marks = sorted([*media, *((start, None) for start in again)], key=lambda mark: mark[0])
    for (before, kind), (behind, other) in combinations(marks, _PAIR):
        anew = other is None and kind is not None
        begun, end = max(first, before), min(second, behind)
        if begun < end and (anew or (kind is not None and other is not None and kind != other)):
            cuts = [hit.end() for hit in _CLAUSE.finditer(one.text, begun) if hit.end() <= end]
            place = cuts[-1] if cuts else end
            return place if anew or all(map(_of_them, (_part(one, 0, place), _part(one, place, len(one.text))))) else None
    return None


def _of_them(part: Told) -> bool:
    """Whether a part of a sentence names somebody, or tells of a contact as held, or of a call or a letter."""
    return (
        bool(part.named.actors) or told_as_held(part.text) or any(_KINDS.get(means, "met") != "met" for means, _ in part.media)
    )


_KINDS = {"in-person": "met", "letter": "letter", "phone": "wire", "video": "wire", "hotline": "wire"}

_QUOTES = Pattern(r":\s*[«“„\"]?\s*$")
"""At the end of what introduces somebody's own words on it: ``wrote yesterday: "Today I spoke to …"``."""

_ONE_MORE = Pattern(
    r"\b(?:(?:another|a second|(?:une?|l['’]) ?autre|une? (?:second|deuxième)e?|ein(?:e[nsmr]?)? (?:weitere|zweite)[nsrm]?|"
    r"noch "
    r"ein(?:e[nsmr]?)?|ещ[её] од(?:ин|на|но)|втор(?:ой|ая|ое|ую))(?=[,;]|\s+(?:(?:phone |telephone )?(?:call|conversation|"
    r"meeting|"
    r"visit|session|letter|talk|one)|appel|entretien|coup de fil|rencontre|visite|lettre|Anruf|Gespräch|Telefonat|Treffen|"
    r"Besuch|"
    r"Brief|звон\w+|разговор\w*|встреч\w+|визит\w*|беседа|письмо|from|with|on|in|the|avec|de|du|le|lundi|mardi|mercredi|jeudi|"
    r"vendredi|mit|von|am|с|со|от|в|во)\b)|ещ[её] раз|noch einmal|once more|again|(?:à|de) nouveau|erneut|"
    r"wieder|снова|вновь|returned (?:the|his|her) (?:call|visit)|(?:called|rang|phoned) back|return visit|rappel(?:ait|é|a)|"
    r"rendait (?:la|sa) visite|\w*gegenbesuch\w*|ответн\w+ визит\w*|перезвонил\w*)\b",
    re.IGNORECASE,
)
"""That the two were in contact once more, of which the same sentence tells."""

_INVITES = Pattern(r"\b(?:invitation|Einladung|приглашени\w+)\b", re.IGNORECASE)
"""What came of a contact, and was none."""

_CLAUSE = Pattern(
    r"[,;:]\s|\s(?=(?:and|et|und|и|а|when|after|before|als|nachdem|bevor|quand|lorsque|après|avant|когда|после|to the|à la|"
    r"à une|"
    r"au|to a|на|auf)\s)",
    re.IGNORECASE,
)
"""Where another part of a sentence may begin."""


def _part(one: Told, begun: int, end: int) -> Told:
    """What one part of a sentence tells, as a sentence of its own."""
    text = one.text[begun:end]
    begun += len(text) - len(text.lstrip())
    named = one.named
    return replace(
        one,
        sentence=replace(one.sentence, text=text.strip(" ,;")),
        named=replace(
            named,
            countries=_within(named.countries, begun, end),
            cities=_within(named.cities, begun, end),
            others=_within(named.others, begun, end),
            actors=tuple(_moved(actor, begun) for actor in named.actors if begun <= actor.start and actor.end <= end),
        ),
        media=tuple((means, start - begun) for means, start in one.media if begun <= start < end),
        cues={kind: _within(cues, begun, end) for kind, cues in one.cues.items()},
    )


_Word = TypeVar("_Word", Country, Cue)


def _within(words: Sequence[_Word], begun: int, end: int) -> tuple[_Word, ...]:
    return tuple(
        replace(word, start=word.start - begun, end=word.end - begun)
        for word in words
        if begun <= word.start and word.end <= end
    )


def _moved(actor: Actor, begun: int) -> Actor:
    name = actor.name and replace(actor.name, start=actor.name.start - begun, end=actor.name.end - begun)
    return replace(actor, start=actor.start - begun, end=actor.end - begun, name=name)
