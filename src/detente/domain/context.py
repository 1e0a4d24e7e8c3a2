"""The first since when: every sentence that a held contact makes true, by scope, by office and by person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from detente.domain.contacts import Contact, Source
from detente.domain.coverage import Observed, observed
from detente.domain.dates import UncertainDate
from detente.domain.days import days_between
from detente.domain.gaps import Endpoint, Gap, closed_gap, highest_ranking
from detente.domain.judging import Ground, in_office_since, unnamed_between
from detente.domain.selection import Selection
from detente.domain.vocabulary import CALL, CALL_CHANNELS, By, Channel, Level, Observation, Reliability, Setting, Status
from detente.domain.words import date_in_words, first_ever, first_since, series_kind_in_words, sides_in_words


@dataclass(frozen=True, slots=True)
class Scope:
    """Which earlier contacts a sentence speaks of; None means any. ``channel`` is a word or ``call``."""

    channel: str | None
    level: Level | None
    setting: Setting | None
    by: By

    @property
    def restrictions(self) -> int:
        """How much the scope leaves out: a sentence about less is worth less."""
        return sum(part is not None for part in (self.channel, self.level, self.setting)) + (self.by is By.PERSON)


@dataclass(frozen=True, slots=True)
class Fall:
    """What a sentence would become if one contact were not as recorded: ``then`` is the sentence without it."""

    contact_id: str
    then: str


@dataclass(frozen=True, slots=True)
class FirstSince:
    """A true sentence about a contact.

    ``gap`` runs from the previous contact of the scope, None where the record has none; its lower bound allows for every
    earlier contact whose imprecise date may make it the last. ``rests_on`` are the contacts the sentence is made of, its own
    first. ``weakest_grade`` is the worst of the best sources of each (Admiralty, like ``C3``); None where one has no source.
    """

    contact_id: str
    parties: tuple[str, str]
    scope: Scope
    gap: Gap | None
    observed: Observed
    sentence: str
    rests_on: tuple[str, ...]
    falls: tuple[Fall, ...]
    weakest_grade: str | None


def context(contact: Contact, ground: Ground, names: Sequence[str]) -> list[FirstSince]:
    """Every true "first since" sentence of a held contact for the pair of ``ground``, the most newsworthy first.

    ``names`` are those of the pair, in its order. A contact that was not held makes no such sentence true.
    """
    if not contact.held:
        return []
    found = [_sentence(contact, scope, ground, names) for scope in _scopes(contact, ground)]
    told: dict[str, FirstSince] = {}
    for sentence in sorted(found, key=_newsworthy):
        told.setdefault(sentence.sentence, sentence)
    return list(told.values())


def _newsworthy(found: FirstSince) -> tuple[float, int, str]:
    """Long silences broken, surely, of few restrictions, in few words, come first.

    A first ever of two people counts as a year of silence; "first in this record" of two offices is no news.
    """
    without = 365 if found.scope.by is By.PERSON else 0
    length = without if found.gap is None else found.gap.days_min
    sure = 1.0 if found.observed.observation is Observation.OBSERVED else 0.5
    return (-length * sure / (1 + found.scope.restrictions), len(found.sentence), found.sentence)


def _scopes(contact: Contact, ground: Ground) -> list[Scope]:
    own = CALL if contact.channel in CALL_CHANNELS else contact.channel.value
    settings = [None] if contact.setting is Setting.BILATERAL else [None, contact.setting]
    scopes = [Scope(c, level, s, By.OFFICE) for c, level, s in product([None, own], [None, contact.level], settings)]
    if all(highest_ranking(contact, party) for party in ground.dyad.parties):
        scopes += [Scope(c, None, s, By.PERSON) for c, s in product([None, own], settings)]
    return scopes


def _selection(scope: Scope, ground: Ground, restricted: bool) -> Selection:
    channels: frozenset[Channel] = frozenset()
    if scope.channel is not None:
        channels = CALL_CHANNELS if scope.channel == CALL else frozenset({Channel(scope.channel)})
    return Selection(
        as_of=10**7,
        parties=ground.dyad.parties,
        channels=channels,
        levels=frozenset() if scope.level is None else frozenset({scope.level}),
        settings=frozenset() if scope.setting is None else frozenset({scope.setting}),
        statuses=frozenset({Status.HELD}),
        by=scope.by,
        include_restricted=restricted,
    )


def _earlier(contact: Contact, scope: Scope, ground: Ground, selection: Selection, without: str = "") -> list[Contact]:
    """The held contacts of the scope before this one, in series order."""
    found = [c for c in ground.contacts if c.order < contact.order and c.contact_id != without and selection.matches(c)]
    if scope.by is By.PERSON:
        found = [c for c in found if _same_people(c, contact, ground)]
    return sorted(found, key=lambda c: c.order)


def _same_people(one: Contact, other: Contact, ground: Ground) -> bool:
    return all(set(highest_ranking(one, party)) & set(highest_ranking(other, party)) for party in ground.dyad.parties)


def _sentence(contact: Contact, scope: Scope, ground: Ground, names: Sequence[str]) -> FirstSince:
    selection = _selection(scope, ground, contact.restricted)
    earlier = _earlier(contact, scope, ground, selection)
    gap, chain = _gap(contact, earlier, ground), _chain(contact, earlier)
    seen = _observed(contact, gap, scope, ground, selection)
    return FirstSince(
        contact.contact_id,
        ground.dyad.parties,
        scope,
        gap,
        seen,
        _words(contact, scope, ground, names, gap, chain[2:], seen, selection),
        tuple(c.contact_id for c in chain),
        tuple(_falls(contact, scope, ground, names, chain[1:], selection)),
        weakest_grade(chain),
    )


def _chain(contact: Contact, earlier: Sequence[Contact]) -> list[Contact]:
    """The contact, the previous one, and earlier ones whose imprecise dates may make them the last."""
    if not earlier:
        return [contact]
    previous = earlier[-1]
    return [contact, previous, *(c for c in earlier[:-1] if c.date.end_latest > previous.date.end_earliest)]


def _gap(contact: Contact, earlier: Sequence[Contact], ground: Ground) -> Gap | None:
    if not earlier:
        return None
    previous = earlier[-1]
    gap = closed_gap(ground.dyad, Endpoint(previous.contact_id, previous.date), Endpoint(contact.contact_id, contact.date))
    latest = max(c.date.end_latest for c in earlier)
    return replace(gap, days_min=days_between(latest, contact.date.start_earliest))


def _observed(contact: Contact, gap: Gap | None, scope: Scope, ground: Ground, selection: Selection) -> Observed:
    if scope.by is By.PERSON:  # two people are looked for at the level at which they meet
        selection = replace(selection, levels=frozenset({contact.level}))
    if gap is not None:
        return observed(ground.windows, selection, gap.silent_days(contact.date.start_latest))
    start = in_office_since(contact, ground) if scope.by is By.PERSON else None
    if start is None or unnamed_between(start, contact, ground, selection):
        return Observed(Observation.UNKNOWN, 0.0)
    return observed(ground.windows, selection, range(start, contact.date.start_latest))


def _words(
    contact: Contact,
    scope: Scope,
    ground: Ground,
    names: Sequence[str],
    gap: Gap | None,
    rivals: Sequence[Contact],
    seen: Observed,
    selection: Selection,
) -> str:
    kind = series_kind_in_words(selection.channels, selection.settings)
    if scope.setting in (Setting.SIDELINES, Setting.MULTILATERAL):
        kind = f"{scope.setting.value} {kind}".replace("sidelines ", "sideline ")
    if scope.by is By.PERSON:
        sides = " and ".join(" or ".join(highest_ranking(contact, party)) for party in ground.dyad.parties)
        if gap is None:
            return first_ever(kind, sides, seen.observation)
    else:
        sides = sides_in_words(scope.level, names)
    sentence = first_since(kind, sides, gap, seen.observation)
    doubts = _doubts(contact, ground, selection, rivals)
    return f"{sentence[:-1]}{doubts}." if doubts and gap is not None else sentence


def _doubts(contact: Contact, ground: Ground, selection: Selection, rivals: Sequence[Contact]) -> str:
    """What imprecise dates leave open: earlier contacts that may be the last, later ones that may have come before."""
    said = [f"{_told(c.date)} may be the later one" for c in rivals]
    after = [c for c in ground.contacts if c.order > contact.order and selection.matches(c)]
    said += [f"{_told(c.date)} may have come before it" for c in after if c.date.start_earliest < contact.date.start_latest]
    return "; " + "; ".join(said) if said else ""


def _told(when: UncertainDate) -> str:
    return f"one dated {date_in_words(when)}"


def _falls(
    contact: Contact, scope: Scope, ground: Ground, names: Sequence[str], chain: Sequence[Contact], selection: Selection
) -> list[Fall]:
    """The sentence without each earlier contact that it rests on."""
    falls: list[Fall] = []
    for out in chain:
        earlier = _earlier(contact, scope, ground, selection, without=out.contact_id)
        gap = _gap(contact, earlier, ground)
        seen = _observed(contact, gap, scope, ground, selection)
        rivals = _chain(contact, earlier)[2:]
        falls.append(Fall(out.contact_id, _words(contact, scope, ground, names, gap, rivals, seen, selection)))
    return falls


def weakest_grade(chain: Sequence[Contact]) -> str | None:
    """The worst, over the contacts, of the best grade of each; None where a contact has no source at all.

    Reliability counts before credibility; F and 6 mean that neither can be judged and come last.
    """
    best = [min(contact.sources, key=_grade, default=None) for contact in chain]
    if any(source is None for source in best):
        return None
    worst = max((source for source in best if source is not None), key=_grade)
    return f"{worst.reliability}{worst.credibility}"


def _grade(source: Source) -> tuple[int, int]:
    return (list(Reliability).index(source.reliability), source.credibility)
