"""Does a sentence tell of one contact of all whom it names, or of several, in turn?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.drafting.days.counted import day_words
from detente.drafting.days.reported import SAID_BEFORE
from detente.drafting.how.manner import media_of, media_places
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.stops import in_order, turn_of_several
from detente.drafting.whether.undone import in_parts
from detente.drafting.who.actors import Actor
from detente.drafting.who.states import destinations

_ONE_BY_ONE = Pattern(
    r"bilateral meetings|series of|entretiens bilatéraux|(?:bilaterale|zweiseitige)\w* Gespräche|двусторонни\w+ встреч|apartés|"
    r"(?:deux|trois|quatre|plusieurs|enchaîné les) bilatérales|"
    r"bilaterals|pull-asides|Einzelgespräche|bilaterale Treffen|отдельны\w+ (?:встреч|бесед)|"
    r"\bseparately with|\bséparément avec|\bgetrennt mit|(?:met|spoke|talked|saw)\b[^.;:]{0,40}\bseparately|"
    r"\b(?:separate(?:ly)?|consecutive) (?:met|spoke|talks|meetings|conversations)|"
    r"\btour à tour|\bsuccessivement|\b(?:rencontré|entretenue?|vu|reçu)\b[^.;:]{0,20}\bséparément|entretiens séparés|"
    r"\b(?:jeweils )?einzeln mit|\bnacheinander|\bgetrennt voneinander|\b(?:getrennte|separate)n? (?:Gespräche|Treffen)|"
    r"\bпо отдельности|\bпоочер[её]дно|\bпорознь",
    re.IGNORECASE,
)


_THEN = Pattern(
    r"\b(?:and then|then|later|später|plus tard|une heure après|час спустя|через час|straight after|afterwards|the next day|"
    r"the following day|puis|ensuite|dans la foulée|"
    r"le lendemain|"
    r"im Anschluss|следом|сразу после|"
    r"einen Tag später|tags darauf|danach|anschließend|"
    r"затем|потом|позже|на следующий день|день спустя)\b",
    re.IGNORECASE,
)


_ON_THE_SIDELINES = Pattern(
    r"\b(?:on the (?:sidelines|margins|fringes)|en marge|am Rande|на полях|в кулуарах)\b"
    r"(?:[^.;,]{0,60}?(?:conference|conférence|конференц\w+))?",
    re.IGNORECASE,
)
"""Where one sees the others one by one."""

_TOGETHER = Pattern(
    r"conference|trilateral|quadrilateral|joint|three-way|four-way|conférence|trilatéral\w*|conjoint\w*|à trois|"
    r"Dreier\w*|trilateral\w*|gemeinsam\w*|\bSchalte|трехсторонн\w+|трёхсторонн\w+|совместн\w+|конференц\w+",
    re.IGNORECASE,
)


def split(one: Told, parties: list[str], actors: Sequence[Actor]) -> list[Occasion]:
    """One contact, or several of the first party with each of the others where calls are told of in a row."""
    if len(parties) == 2 and _ONE_BY_ONE.search(one.text) and (each := _people_apart(one, actors)):
        return each
    media = {means for means, _ in one.media}
    calls = "phone" in media or (media & {"spoke", "video"} and one.several)
    in_turn = (
        calls
        or len(_days(one.text)) > 1
        or _a_day_each(one, parties[1:])
        or (
            len(parties) > 2
            and (in_parts(one) or _with_each(one, parties) or _a_verb_for_each(one, parties) or _before_the_next(one, parties))
        )
        or turn_of_several(one, actors)
        or set(parties[1:]) <= set(destinations(one))
        or _ONE_BY_ONE.search(one.text)
        or _THEN.search(one.text)
        or (_ON_THE_SIDELINES.search(one.text) and _visits(one, parties))
    )
    if len(parties) > 2 and (parts := _by_parts(one, actors)):
        return parts
    apart = len(_days(one.text)) > 1 or _a_day_each(one, parties[1:])
    apart = apart or not _TOGETHER.search(_ON_THE_SIDELINES.sub(lambda hit: "", one.text))
    if len(parties) > 2 and in_turn and apart and not _of_one_office(parties, actors):
        return [_of(one, sides, actors) for sides in _with_the_first(one, parties, actors)]
    sure = all(actor.sure for actor in actors if actor.party is not None)
    return [Occasion(tuple(parties), tuple(actors), (one,), sure=sure)]


def _people_apart(one: Told, actors: Sequence[Actor]) -> list[Occasion]:
    """A contact of the one who is named for a side with each of those named for the other; none where it is not so."""
    people = [actor for actor in actors if actor.name is not None and actor.party is not None]
    sides = sorted(parties_of(people), key=lambda party: sum(actor.party == party for actor in people))
    if len(sides) != 2 or sum(actor.party == sides[0] for actor in people) != 1:
        return []
    guest, hosts = [a for a in people if a.party == sides[0]], [a for a in people if a.party == sides[1]]
    if len({host.office for host in hosts}) < len(hosts):
        return []
    parties = tuple(parties_of(people))
    return [Occasion(parties, (*guest, host), (one,), sure=guest[0].sure and host.sure) for host in hosts]


def _visits(one: Told, parties: Sequence[str]) -> bool:
    """Whether the first side alone sees the others: more than a comma, or an *and*, stands before the second."""
    named = sorted((a for a in one.named.actors if a.party in parties and a.start >= 0), key=lambda actor: actor.start)
    second = next((a for a in named if a.party != named[0].party), None)
    return second is not None and (
        second.counterpart
        or (second.several and not named[0].several)
        or _BEFORE_OTHERS.search(one.text[named[0].end : second.start]) is not None
    )


_BEFORE_OTHERS = Pattern(
    r"\b(?:met|meets|saw|received|with|rencontré|vu|reçu|avec|traf|mit|empfing|встретил\w*|принял\w*|с|со)\b", re.IGNORECASE
)


def _of(one: Told, parties: Sequence[str], actors: Sequence[Actor]) -> Occasion:
    own = [actor for party in parties for actor in actors if actor.party == party]
    return Occasion(tuple(parties), tuple(own), (one,), sure=all(actor.sure for actor in own))


def _of_one_office(parties: Sequence[str], actors: Sequence[Actor]) -> bool:
    """Whether all sides are those of one office in the plural: ``the ministers of Greece, Cyprus and Egypt``."""
    return all(any(actor.several for actor in actors if actor.party == party) for party in parties)


def _with_the_first(one: Told, parties: Sequence[str], actors: Sequence[Actor]) -> list[list[str]]:
    """The first side with each of the others; with both who were named before, where it is theirs: ``with their host``."""
    found: list[list[str]] = []
    for place, other in enumerate(parties[1:], 1):
        theirs = any(_THEIR.search(one.text[: actor.start]) for actor in actors if actor.party == other and actor.start > 0)
        found.append([*parties[:place], other] if theirs else [parties[0], other])
    return found


_THEIR = Pattern(
    r"\b(?:with|by|avec|chez|par|mit|bei|von|с|у)\s+(?:their|leur|ihrem|ihrer|их)\s+(?:(?:common|joint|commun|gemeinsamen?|"
    r"общ\w+)\s+)?(?:host(?:ess)?,?\s+|hôte,?\s+|Gastgeber(?:in)?,?\s+)?(?:de[rmn]\s+)?$",
    re.IGNORECASE,
)


def _days(text: str) -> list[int]:
    """Where the days stand that a sentence names, but for those of what was spoken of, ``Wednesday's launches``, or told."""
    named = [place for place in day_words(text) if not _ITS.match(text, place)]
    return [place for place in named if len(named) == 1 or not SAID_BEFORE.search(text[:place])]


_ITS = Pattern(
    r"\w+['’]s\s+(?!(?:working |late |early )?(?:call|meeting|talks?|visit|session|conversation|lunch|dinner|breakfast|"
    r"handshake|signing)\b)",
    re.IGNORECASE,
)


def _a_day_each(one: Told, others: Sequence[str]) -> bool:
    """Whether the days that a sentence names stand in turn with whom it names beside the first: each has its own."""
    return in_order(one.text, [actor for actor in one.named.actors if actor.party in others])


def _by_parts(one: Told, actors: Sequence[Actor]) -> list[Occasion]:
    """A contact for each part of a sentence that names two sides of its own; none where not all parts do."""
    ends = [0, *(hit.end() for hit in _PARTS.finditer(one.text)), len(one.text)]
    found = []
    for begun, end in pairwise(ends):
        own = [actor for actor in actors if begun <= actor.start < end]
        sides = parties_of(own)
        if len(sides) != 2 or not (media_of(one) and (begun or _told(one, begun, end))):
            return []
        found.append(Occasion(tuple(sides), tuple(own), (one,), sure=all(a.sure for a in own if a.party is not None)))
    return found if len(found) > 1 else []


def _told(one: Told, begun: int, end: int) -> bool:
    """Whether a part of a sentence tells of a contact that was held, by its verb or the medium that it names."""
    return told_as_held(one.text[begun:end]) or any(begun <= start < end for _, start in media_places(one))


_PARTS = Pattern(r";\s|,\s(?:while|whereas|tandis que|alors que|während|wohingegen|тогда как|а)\s", re.IGNORECASE)
"""Between the parts of a sentence, each with a verb of its own."""


def _with_each(one: Told, parties: Sequence[str]) -> bool:
    """Whether each of the others is named behind a word of its own: ``avec X, avec Y et avec Z``."""
    named = [a for a in one.named.actors if a.party in parties[1:]]
    heads = {place: _TO_EACH.search(one.text[:place]) for place in {a.start for a in named}}
    words = {None if hit is None else hit[1].lower() for hit in heads.values()}
    return len(heads) > 1 and len(words) == 1 and None not in words


_TO_EACH = Pattern(r"\b(with|to|à|avec|mit|bei|с|со)\s+(?:the\s+|le\s+|la\s+|dem\s+|der\s+)?$", re.IGNORECASE)


def _a_verb_for_each(one: Told, parties: Sequence[str]) -> bool:
    """Whether each of the others stands behind a verb of contact of its own: ``he received X, and over lunch hosted Y``."""
    named = sorted((a for a in one.named.actors if a.party in parties[1:]), key=lambda actor: actor.start)
    if not named or not all(actor.start >= 0 for actor in named):
        return False
    ends = [0, *(actor.end for actor in named[:-1])]
    between = [one.text[end : actor.start] for end, actor in zip(ends, named, strict=True)]
    first = {actor.start for actor in one.named.actors if actor.party == parties[0]}
    apart = all(_CLAUSE.search(words) for words in between[1:])
    return apart and bool(first) and min(first) < named[0].start and all(told_as_held(words) for words in between)


def _before_the_next(one: Told, parties: Sequence[str]) -> bool:
    """Whether each of the others comes behind a *before* and a verb: ``écoutait X, avant de parler avec Y``."""
    named = sorted((a for a in one.named.actors if a.party in parties[1:] and a.start >= 0), key=lambda actor: actor.start)
    between = [(a, b) for a, b in pairwise(named) if a.party != b.party]
    return bool(between) and all(_BEFORE.search(one.text[a.end : b.start]) for a, b in between)


_BEFORE = Pattern(
    r"\b(?:before (?:\w+ing|he|she)|avant (?:de|d['’]\w+|qu['’]|que)|(?:bevor|ehe) (?:er|sie)|"
    r"(?:прежде|перед тем),? (?:чем|как))\b",
    re.IGNORECASE,
)

_CLAUSE = Pattern(r"(?:[,;]|\b(?:and|et|und|и|а|then|puis|dann|затем)\b)", re.IGNORECASE)
