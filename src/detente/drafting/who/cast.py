"""Whom of the defence sides does each sentence name, by what the whole text says of them?"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from detente.domain.vocabulary import Office
from detente.drafting.language.entries import is_line
from detente.drafting.language.lexicon import Lexicon, countries_in
from detente.drafting.language.patterns import INVITED_TO, VISIT_TO, Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Told, parties_of
from detente.drafting.who.actors import HEAD, Actor, Named
from detente.drafting.who.bystanders import without_bystanders
from detente.drafting.who.figures import Figure, figures
from detente.drafting.who.groups import with_groups
from detente.drafting.who.headings import without_strangers
from detente.drafting.who.institutions import institutions_in
from detente.drafting.who.locals import with_local_offices
from detente.drafting.who.names import Register
from detente.drafting.who.naming import named_in
from detente.drafting.who.offices import OWN_IN, PLURAL, WITH_SECRETARIES, home_of, is_plural
from detente.drafting.who.peoples import opening_people
from detente.drafting.who.succession import without_predecessors
from detente.drafting.who.surnames import again, introduced
from detente.drafting.who.themes import foreign, no_items, of_another_office
from detente.drafting.who.titled import named_behind

_CUES = ("before", "separate", "joint", "wish", "against", "lone", "pair")
_RESOLVED = 0.9
Sentences = list[tuple[Sentence, Named]]


def cast(sentences: Sequence[Sentence], words: Lexicon, register: Register) -> list[Told]:
    """Every sentence with whom it names: offices without a party, surnames and counterparts got theirs from the others."""
    near = {country.party for one in sentences for country in countries_in(one.text, words)}
    text = [(one, named_in(one.text, words, register, near, one.heading)) for one in sentences]
    text = _with_same_offices(with_local_offices(_with_groups(text)))
    text = named_behind(_with_homes(text, words))
    text = [(one, _with_offices_before(named, text[k - 1][1]) if k else named) for k, (one, named) in enumerate(text)]
    text = without_bystanders(_with_own_names(without_strangers(text)))
    known = introduced(actor for _, named in text for actor in named.actors)
    text = [(one, again(one.text, named, known)) for one, named in text]
    text = without_predecessors(_with_counterparts(text))
    told = [_told(one, named, words) for one, named in text]
    return told if told_of_defence(told) else [*map(_of_others, told)]


def told_of_defence(told: Sequence[Told]) -> bool:
    """Whether a text names a defence office or ministry, or no other minister."""
    return any(map(_of_defence, told)) or not any(one.named.others for one in told)


def _of_defence(one: Told) -> bool:
    """Whether a sentence names a defence office or ministry, or somebody of one, rather than ministers of whatever kind."""
    ours = [actor for actor in one.named.actors if actor.party is not None]
    ranked = any(actor.name is not None and _RANK.search(one.text[: actor.name.start]) for actor in ours)
    return bool(one.reporting) or ranked or any(actor.office is not None or not actor.counterpart for actor in ours)


_RANK = Pattern(
    r"\b(?:gen|general|lt[.-]?\s?gen|admiral|adm|général|amiral|general(?:leutnant|major|oberst)?|генерал[\w-]*|"
    r"адмирал\w*)\.?\s+$",
    re.IGNORECASE,
)
"""Before the name of somebody in uniform."""


def _of_others(one: Told) -> Told:
    """Without the counterparts of those whose office is not one of defence, in a text that names nobody else."""
    return replace(one, named=replace(one.named, actors=tuple(a for a in one.named.actors if not a.counterpart)))


def _told(sentence: Sentence, named: Named, words: Lexicon) -> Told:
    text = sentence.text
    media = [(cue.means, cue.start) for kind in ("channel", "talk") for cue in words.cues[kind].found(text)]
    cues = {kind: tuple(words.cues[kind].found(text)) for kind in _CUES}
    cues["wish"] = tuple(cue for cue in cues["wish"] if not text[: cue.start].lower().endswith("как "))  # как следует из
    cues["before"] = tuple(cue for cue in cues["before"] if not _WAS_SET.match(text, cue.start))
    institutions, reporting = institutions_in(text, words, named.countries)
    more = [one for one in institutions if not any(a.start < one.end and one.start < a.end for a in named.actors)]
    actors = tuple(sorted((*named.actors, *more), key=lambda actor: actor.start))
    return Told(sentence, replace(named, actors=actors), tuple(sorted(media, key=lambda one: one[1])), cues, tuple(reporting))


_WAS_SET = Pattern(
    r"had been (?:\w+ly )?(?:set|fixed|scheduled|planned|due|expected (?:there|in|on)|pencill?ed|arranged|booked|slated)\b",
    re.IGNORECASE,
)
"""For when something had been meant, which looks back on nothing that was."""


def _with_groups(text: Sentences) -> Sentences:
    """An office in the plural is that of a group, or of the states that the sentence before names: ``the three ministers``."""
    said = [(one.text, named) for one, named in text]
    return [(one, with_groups(one.text, named, said, place)) for place, (one, named) in enumerate(text)]


def _with_same_offices(text: Sentences) -> Sentences:
    """An office named without a party or a name is that of whoever was said to hold it before: ``the army chief``."""
    held: dict[Office, str] = {}
    opening = _opening(text)
    found: Sentences = []
    for one, named in text:
        actors = []
        for actor in named.actors:
            bare = actor.party is None and actor.name is None and not is_plural(one.text, actor.start, actor.end)
            if bare and actor.office in held:
                actor = replace(actor, party=held[actor.office], sure=False, weight=_RESOLVED)
            elif bare and one.heading and opening is not None and actor.office is opening.office and not actor.counterpart:
                actor = replace(actor, party=opening.party, sure=False, weight=_RESOLVED)
            elif actor.party is not None and actor.office is not None and actor.name is not None:
                held.setdefault(actor.office, actor.party)
            actors.append(actor)
        found.append((one, replace(named, actors=tuple(actors))))
    return found


def _opening(text: Sentences) -> Actor | None:
    """With whom the text begins below its headings, by name: of him its headings speak by his office alone."""
    first = next((named.actors[0] for one, named in text if named.actors and not (one.heading or is_line(one.text))), None)
    return None if first is None or first.name is None or first.party is None or first.counterpart else first


def _with_homes(text: Sentences, words: Lexicon) -> Sentences:
    place, above, own = _home(text), _written_in(text), OWN_IN.get(words.language)
    counts = Counter(country.party for _, named in text for country in named.countries)
    least = _OFTEN if counts[own or ""] or words.language == "de" else 1
    home = own if own is not None and (place is None or counts[own] >= counts[place] or counts[place] < least) else place
    spoken = home == own and not counts[own or ""]  # by its language alone
    return [
        (one, replace(named, actors=_all_settled(named.actors, one.text, home, above, spoken=spoken))) for one, named in text
    ]


_OFTEN = 2
"""Times that a text must name a party to be its own, rather than that of its language; once where it names not even that."""


def _home(text: Sentences) -> str | None:
    """The party meant by a defence office that goes without one: named most often of those that no other office has, states
    and their people before capitals.
    """
    taken = {actor.party for _, named in text for actor in named.actors}
    every = [
        (country, VISIT_TO.search(before) is not None and INVITED_TO.search(before) is None)
        for sentence, one in text
        for country in no_items(sentence.text, one.countries)
        if not of_another_office(sentence.text, country, [other for other in one.others if other.means not in ("head", HEAD)])
        for before in [sentence.text[: country.start]]
    ]
    taken |= {country.party for country, visited in every if visited}
    named = [country for country, visited in every if country.party not in taken and not visited]
    for place in (False, True):
        counted = Counter(country.party for country in named if country.place is place)
        if counted:
            return counted.most_common(1)[0][0]
    return None


def _written_in(text: Sentences) -> str | None:
    """The party whose capital stands at the head of the text: ``WIEN.``, ``TOKYO -``."""
    for sentence, named in text[:4]:
        for country in named.countries:
            rest = sentence.text[country.end : country.end + 3]
            if country.place and country.start == 0 and re.match(r"\s*[.:,(—–-]|$", rest):
                return country.party
    return None


_SOME = Pattern(r"\b(?:a|an|une?|eine?[rmns]?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
"""Before an office of which the text has yet to say whose it is."""


def _alone_of_that_name(actor: Actor) -> Figure | None:
    """Whom an office and a surname mean, if the list has one such person."""
    if actor.name is None or actor.person is not None or " " in actor.name.written:
        return None
    figure = figures().of_surname(actor.name.written, (), titled=True)
    return figure if figure is not None and figure.office is not None else None


def _all_settled(a: Sequence[Actor], text: str, home: str | None, above: str | None, *, spoken: bool) -> tuple[Actor, ...]:
    others = parties_of(a)
    lone = spoken and len(others) > 1  # Als Chef der Armee rief Süssli Brieger an: of one of the two
    return tuple(one if lone and one.name is None else _settled(one, text, home, others, above) for one in a)


def _settled(actor: Actor, text: str, home: str | None, others: Collection[str | None], above: str | None) -> Actor:
    """An office of which no party is said: that of the spelling, else ``home``; never one of ``others``.

    ``above`` is the party in whose capital the text was written, as it says at its beginning: it comes first.
    """
    said = text[actor.start : actor.end]
    if actor.party is None and actor.office is None and actor.name is not None and not actor.counterpart and above is not None:
        return replace(actor, party=None if above in others else above, sure=False, weight=0.7)
    if actor.party is not None or actor.office is None or (actor.name is None and is_plural(text, actor.start, actor.end)):
        return actor
    if actor.name is None and _SOME.search(text[: actor.start]):
        return actor
    if (figure := _alone_of_that_name(actor)) is not None:
        theirs = None if figure.party in others else figure.party
        return replace(actor, party=theirs, listed=figure.name, sure=False, weight=_RESOLVED)
    party = above or (home if home in WITH_SECRETARIES else None) or home_of(said) or home
    return replace(actor, party=None if party in others else party, sure=False, weight=_RESOLVED)


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


def _with_own_names(text: Sentences) -> Sentences:
    """The one name without a party, and the one office of a party without a name, are those of the same person."""
    actors = [actor for _, named in text for actor in named.actors]
    borne = {actor.party for actor in actors if actor.name is not None}
    nameless = {a.party: a for a in actors if a.name is None and a.party is not None and a.party not in borne}
    strangers = {a.name.written for a in actors if a.name is not None and a.party is None}
    if len(nameless) != 1 or len(strangers) != 1:
        return text
    [office] = nameless.values()
    return [
        (
            one,
            replace(
                named,
                actors=tuple(
                    replace(a, party=office.party, office=a.office or office.office, sure=False, weight=_RESOLVED)
                    if a.name is not None and a.party is None
                    else a
                    for a in named.actors
                ),
            ),
        )
        for one, named in text
    ]


_THERE = Pattern(
    r"[\s,]*(?:(?:in|from|of|at|aus|von|de|du|des|à|au|en|из|в)\s+)?(?:the\s+|la\s+|le\s+|der\s+|l['’])?", re.IGNORECASE
)
"""Between a counterpart and a state that may be his, where the text spoke of another before."""

_APPOSED = Pattern(r",\s+(?:his|her|their|son|sa|leur|sein\w*|ihr\w*|его|е[её]|их)?\s*|\s+(?:as \w+|comme|als)\s+", re.I)


_NEXT = Pattern(r"\b(?:next|nächste[rnms]?|prochaine?|следующ\w+)\s+$", re.IGNORECASE)


def _with_counterparts(text: Sentences) -> Sentences:
    """A counterpart of whom no party is said is of the one country that is spoken of beside the first side's own."""
    found: Sentences = []
    for place, (one, named) in enumerate(text):
        own = (
            parties_of(named.actors)
            or opening_people(one.text, named.countries)
            or parties_of(a for _, before in found[::-1] for a in before.actors)[:1]
        )
        own = own or parties_of(a for _, after in text[place:] for a in after.actors)[:1]
        actors: list[Actor] = []
        for actor in named.actors:
            if actor.party is None and any(_APPOSED.fullmatch(one.text[a.end : actor.start]) for a in actors if a.name):
                continue  # Peter Dutton, her counterpart; Dutton as a guest: him again
            if actor.party is None and actor.counterpart and actor.name is None and _NEXT.search(one.text[: actor.start]):
                continue  # her next guest: nobody of whom the text told
            if actor.party is None and actor.counterpart and not PLURAL.search(one.text[actor.start : actor.end]) and own:
                spoken = [foreign(said.text, before, own) for said, before in ((one, named), *found[:place][::-1])]
                if any(spoken[1:]):
                    spoken[0] = [
                        c for c in spoken[0] if c.start < actor.start or _THERE.fullmatch(one.text[actor.end : c.start])
                    ]
                party = next((countries[0].party for countries in spoken if countries), None)
                if actor.name is None and not spoken[0]:
                    met = [a.party for _, before in found[::-1] for a in before.actors if a.party not in (None, *own)]
                    party = next(iter(met), party)  # whom the text spoke of before
                actor = replace(actor, party=party, sure=False, weight=0.8)
            actors.append(actor)
        found.append((one, replace(named, actors=tuple(actors))))
    return found
