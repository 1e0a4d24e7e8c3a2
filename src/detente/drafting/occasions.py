"""Which sentences tell of a contact between defence sides, and which of them of the same one?"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from detente.drafting.actors import PLURAL, Actor, Named, home_of, named_in
from detente.drafting.again import again, introduced
from detente.drafting.institutions import with_names, without_offices
from detente.drafting.lexicon import Country, Lexicon
from detente.drafting.names import Register
from detente.drafting.sentences import Sentence
from detente.drafting.telling import Occasion, Told, parties_of


def occasions(sentences: Sequence[Sentence], words: Lexicon, register: Register) -> list[Occasion]:
    """The contacts that the sentences tell of, in order."""
    told = _told(sentences, words, register)
    found: list[Occasion] = []
    body = [one for one in told if not one.sentence.heading] or told
    for place, one in enumerate(body):
        before = body[place - 1] if place else None
        told_now = _in_sentence(one, before, found, words)
        if not told_now and not found:
            told_now = without_offices(one, body[max(0, place - 1) : place + 2], words)
        for occasion in told_now:
            _add(found, occasion, one)
    headings = [one for one in told if one.sentence.heading and one not in body]
    if not found:
        for one in headings:
            for occasion in _in_sentence(one, None, found, words):
                _add(found, occasion, one)
    alone = len(found) == 1
    return [with_names(_whole(_with_the_other(occasion), told, alone), told, alone) for occasion in found]


def _with_the_other(occasion: Occasion) -> Occasion:
    """Of two parties, whoever is named for none took part for the one that nobody else is named for."""
    nobody = [party for party in occasion.parties if not any(a.party == party and a.name for a in occasion.actors)]
    strangers = {a.name.written for a in occasion.actors if a.party is None and a.name is not None}
    if len(occasion.parties) != 2 or len(nobody) != 1 or len(strangers) != 1:
        return occasion
    actors = tuple(replace(a, party=nobody[0], sure=False) if a.party is None and a.name else a for a in occasion.actors)
    return replace(occasion, actors=actors)


def _told(sentences: Sequence[Sentence], words: Lexicon, register: Register) -> list[Told]:
    first = [(one, named_in(one.text, words, register)) for one in sentences]
    own, above = _home(first, words), _written_in(first)
    first = [
        (
            one,
            replace(
                named, actors=tuple(_settled(a, one.text, own, words, parties_of(named.actors), above) for a in named.actors)
            ),
        )
        for one, named in first
    ]
    first = [
        (one, _with_offices_before(named, first[place - 1][1]) if place else named) for place, (one, named) in enumerate(first)
    ]
    first = [(one, _without_strangers(named) if one.heading else named) for one, named in first]
    known = introduced(actor for _, named in first for actor in named.actors)
    return [_one(sentence, again(sentence.text, named, known, words.language), words) for sentence, named in first]


def _with_offices_before(named: Named, before: Named) -> Named:
    """A general whose office is not said holds the one that the sentence before names without a name."""
    nameless = [a for a in before.actors if a.name is None and a.party is not None and a.office is not None]
    if len(nameless) != 1:
        return named
    office = nameless[0]
    return replace(
        named,
        actors=tuple(
            replace(a, party=office.party, office=office.office) if a.party is None and a.office is None and a.name else a
            for a in named.actors
        ),
    )


def _without_strangers(named: Named) -> Named:
    """In a heading any word may begin with a capital: only who is on record is named there."""
    return replace(named, actors=tuple(a if a.person is not None else replace(a, name=None) for a in named.actors))


def _one(sentence: Sentence, named: Named, words: Lexicon) -> Told:
    text = sentence.text
    media = [(cue.means, cue.start) for kind in ("channel", "talk") for cue in words.cues[kind].found(text)]
    start = words.cues["anaphor"].first(text)
    return Told(
        sentence,
        named,
        tuple(sorted(media, key=lambda one: one[1])),
        bool(words.cues["before"].found(text)),
        bool(words.cues["separate"].found(text)),
        start is not None,
    )


def _home(first: Sequence[tuple[Sentence, Named]], words: Lexicon) -> str | None:
    """The party meant by a defence office that goes without one: named most often of those that no other office has.

    States and their people count before capitals.
    """
    taken = {actor.party for _, named in first for actor in named.actors}
    named = [
        country
        for sentence, one in first
        for country in one.countries
        if country.party not in taken and not _TO.search(sentence.text[: country.start])
    ]
    for place in (False, True):
        counted = Counter(country.party for country in named if country.place is place)
        if counted:
            return counted.most_common(1)[0][0]
    return None


def _written_in(first: Sequence[tuple[Sentence, Named]]) -> str | None:
    """The party whose capital stands at the head of the text: ``WIEN.``, ``TOKYO -``."""
    for sentence, named in first[:4]:
        for country in named.countries:
            rest = sentence.text[country.end : country.end + 3]
            if country.place and country.start == 0 and re.match(r"\s*[.:,(—–-]|$", rest):
                return country.party
    return None


def _settled(
    actor: Actor, text: str, place: str | None, words: Lexicon, others: Collection[str | None], above: str | None
) -> Actor:
    """An office of which no party is said: that of the spelling or the language, else ``place``; never one of ``others``.

    ``above`` is the party in whose capital the text was written, as it says at its beginning: it comes first.
    """
    said = text[actor.start : actor.end]
    if actor.party is not None or actor.office is None or (actor.name is None and PLURAL.search(said)):
        return actor
    party = above or home_of(said, words.language) or place
    return replace(actor, party=None if party in others else party, sure=False)


def _in_sentence(one: Told, before: Told | None, found: Sequence[Occasion], words: Lexicon) -> list[Occasion]:
    """The contacts that a sentence tells of: of its own actors, or of one of them with whom the text spoke of just before."""
    if not one.media or not one.named.actors:
        return []
    if one.earlier and found:
        return []
    actors = list(one.named.actors)
    parties = parties_of(actors)
    unnamed = [actor for actor in actors if actor.party is None]
    if len(parties) < 2 and (all_said := _of_countries(one)) and (unnamed or not parties):
        parties, actors = all_said, [*actors]
    if len(parties) == 1 and (other := _visited(one, words)) is not None and other.party not in parties:
        return [Occasion((*parties, other.party), tuple(actors), (one,), sure=False)]
    if len(parties) >= 2:
        return _split(one, parties, actors, found)
    if len(parties) != 1:
        return []
    if found and (one.several or one.named.actors[0].start > 3) and one.anaphor:
        lead = found[0].parties[0]
        mine = [actor for actor in found[0].actors if actor.party == lead]
        if lead not in parties and one.several:
            return [Occasion((lead, *parties), (*mine, *actors), (one,))]
    if before is not None and one.anaphor and not found:
        earlier = [actor for actor in before.named.actors if actor.party not in (None, parties[0])]
        if len(parties_of(earlier)) == 1 and not before.earlier:
            return [Occasion((parties_of(earlier)[0], *parties), (*earlier, *actors), (before, one), sure=False)]
    if not found and any(actor.name is not None and actor.office is not None for actor in unnamed):
        return [Occasion(tuple(parties), tuple(actors), (one,), sure=False)]  # whoever confirms it names the other party
    return []


def _of_countries(one: Told) -> list[str]:
    """The two parties that the sentence names where it speaks of defence offices without saying whose."""
    offices = [actor for actor in one.named.actors if actor.party is None]
    there = [c for c in one.named.countries if not c.place and not _IN.search(one.text[: c.start])]
    named = list(dict.fromkeys(c.party for c in there))
    return named if len(named) == 2 and (offices or len(parties_of(one.named.actors)) == 1) else []


_IN = re.compile(r"\b(?:in|at|à|au|en|в|aus|im)\s+(?:the\s+|der\s+)?$", re.IGNORECASE)
_ONE_BY_ONE = re.compile(
    r"bilateral meetings|series of|entretiens bilatéraux|bilaterale\w* Gespräche|двусторонни\w+ встреч", re.IGNORECASE
)
_SEVERAL = re.compile(rf"\bcalls\b|\bappels\b|Telefonate\b|разговоры|{_ONE_BY_ONE.pattern}", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:he|she|il|elle|er|sie|он|она)\b", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:visit|trip|travel\w*|visite|déplacement|Besuch|reis\w+|визит\w*)\b[^.;]*?\b(?:to|in|au|en|à|nach|в)\s+(?:the\s+)?$",
    re.I,
)


def _visited(one: Told, words: Lexicon) -> Country | None:
    """The country to which a sole defence actor is said to make a visit."""
    if not any(means == "in-person" for means, _ in one.media):
        return None
    if words.cues["status"].first(one.text) is None:
        return None
    return next((c for c in one.named.countries if not c.place and _TO.search(one.text[: c.start])), None)


def _split(one: Told, parties: list[str], actors: Sequence[Actor], found: Sequence[Occasion]) -> list[Occasion]:
    """One contact, or several of the first party with each of the others where calls are told of in a row."""
    lead: list[Actor] = []
    first = parties[0]
    new = [party for party in parties if not any(party in occasion.parties for occasion in found)]
    begun = one.text[: min(actor.start for actor in actors)]
    if found and len(new) == len(parties) and (_SUBJECT.search(begun) or (one.several and one.anaphor)):
        first = found[0].parties[0]
        lead = [actor for actor in found[0].actors if actor.party == first]
        parties = [first, *parties]
    calls = any(means in ("phone", "spoke", "video") for means, _ in one.media)
    if len(parties) > 2 and (calls or _ONE_BY_ONE.search(one.text)) and (lead or one.several or _SEVERAL.search(one.text)):
        mine = lead or [actor for actor in actors if actor.party == first]
        return [
            Occasion((first, other), (*mine, *(a for a in actors if a.party == other)), (one,))
            for other in parties
            if other != first
        ]
    sure = all(actor.sure for actor in actors if actor.party is not None)
    return [Occasion(tuple(parties), (*lead, *actors), (one,), sure=sure)]


def _add(found: list[Occasion], new: Occasion, one: Told) -> None:
    """Adds a contact, or what is said of one that is there; background about others is left out."""
    for place, known in enumerate(found):
        if set(new.parties) <= set(known.parties) or (set(known.parties) < set(new.parties) and not one.several):
            parties = known.parties if len(known.parties) >= len(new.parties) else new.parties
            found[place] = replace(known, parties=parties, actors=(*known.actors, *new.actors), told=(*known.told, *new.told))
            return
    if len(found) > 1 and set(new.parties) <= {party for known in found for party in known.parties}:
        for place, known in enumerate(found):  # those of contacts told of already, among themselves: their names
            theirs = tuple(actor for actor in new.actors if actor.party in known.parties)
            found[place] = replace(known, actors=(*known.actors, *theirs))
        return
    found.append(new)


def _whole(occasion: Occasion, told: Sequence[Told], alone: bool) -> Occasion:
    """With the sentences that tell more of it: all of them where it is the only contact, else those that follow it."""
    own = {one.sentence.number for one in occasion.told}
    others = [one for one in told if one.sentence.number not in own]
    people = [
        actor for one in others for actor in one.named.actors if actor.party in occasion.parties and actor.name is not None
    ]
    lead = occasion.parties[:1]
    more = people if alone else [actor for actor in people if actor.party in lead]
    return replace(occasion, actors=(*occasion.actors, *more), others=tuple(others))
