"""The first since when: every sentence that a held contact makes true, by scope, by office and by person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from detente.domain.contacts import Contact, Source
from detente.domain.coverage import Observed, observed
from detente.domain.gaps import Endpoint, Gap, pairings
from detente.domain.grounds import Ground
from detente.domain.preceding import Persons, in_office_since, last_of, series, silence_before, unnamed
from detente.domain.selection import Selection
from detente.domain.sides import sides_in_words
from detente.domain.vocabulary import CALL, By, Level, Observation, Reliability, Setting, channels_named
from detente.domain.words import and_list, date_in_words, first_ever, first_since, series_kind_in_words


@dataclass(frozen=True, slots=True)
class Scope:
    """Which series is meant; None means any. ``channel`` is a channel, or ``call`` for phone, video and hotline together."""

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
    earlier contact whose imprecise date may make it the last. ``sure``: nothing known speaks against "first"; else the
    sentence says "first recorded". ``rests_on`` are the contacts the sentence is made of, its own first; ``falls`` those
    without which it would be another. ``weakest_grade`` is the worst of the best sources of each (Admiralty, like ``C3``);
    None where one has no source.
    """

    contact_id: str
    parties: tuple[str, str]
    scope: Scope
    persons: Persons
    gap: Gap | None
    observed: Observed
    sure: bool
    sentence: str
    rests_on: tuple[str, ...]
    falls: tuple[Fall, ...]
    weakest_grade: str | None

    @property
    def newsworthiness(self) -> float:
        """Days of silence broken, less where the sentence is unsure or speaks of little.

        A first ever of two people counts as a year of silence, unless it is narrowed to one setting; "first in this
        record" of two offices is no news.
        """
        no_gap = 365 if self.persons and self.scope.setting is None else 0
        length = no_gap if self.gap is None else self.gap.days_min
        return length * (1.0 if self.sure else 0.5) / (1 + self.scope.restrictions)


def context(contact: Contact, ground: Ground, names: Sequence[str]) -> list[FirstSince]:
    """Every true "first since" sentence of a held contact for the pair of ``ground``, the most newsworthy first.

    ``names`` are those of the pair, in its order. A contact that was not held makes no such sentence true. By person there
    are sentences for each two people of the highest rank; none where one side names nobody.
    """
    if not contact.held:
        return []
    found = [_Scoped(contact, scope, persons, ground, names).told() for scope, persons in _scopes(contact, ground)]
    told: dict[str, FirstSince] = {}
    for sentence in sorted(found, key=lambda found: (-found.newsworthiness, len(found.sentence), found.sentence)):
        told.setdefault(sentence.sentence, sentence)
    return list(told.values())


def _scopes(contact: Contact, ground: Ground) -> list[tuple[Scope, Persons]]:
    own = CALL if contact.channel in channels_named([CALL]) else contact.channel.value
    settings = [None] if contact.setting is Setting.BILATERAL else [None, contact.setting]
    by_office = [Scope(c, level, s, By.OFFICE) for c, level, s in product([None, own], [None, contact.level], settings)]
    by_person = [Scope(c, None, s, By.PERSON) for c, s in product([None, own], settings)]
    return [*((scope, ()) for scope in by_office), *product(by_person, pairings(contact, ground.dyad))]


class _Scoped:
    """One contact seen from one scope."""

    def __init__(self, contact: Contact, scope: Scope, persons: Persons, ground: Ground, names: Sequence[str]) -> None:
        self.contact, self.scope, self.persons, self.ground, self.names = contact, scope, persons, ground, names
        self.selection = Selection(
            as_of=10**7,
            parties=ground.dyad.parties,
            channels=frozenset() if scope.channel is None else channels_named([scope.channel]),
            levels=frozenset() if scope.level is None else frozenset({scope.level}),
            settings=frozenset() if scope.setting is None else frozenset({scope.setting}),
            by=scope.by,
            include_restricted=True,
        )
        self.series = series(ground.contacts, self.selection, persons)

    def told(self) -> FirstSince:
        """The sentence of the scope, with what it rests on."""
        line = _Line(self)
        chain = [self.contact, *line.last, *line.perhaps_before]
        without = ((out.contact_id, _Line(self, out.contact_id).sentence()) for out in chain[1:])
        return FirstSince(
            self.contact.contact_id,
            self.ground.dyad.parties,
            self.scope,
            self.persons,
            line.gap,
            line.observed,
            line.sure,
            line.sentence(),
            tuple(contact.contact_id for contact in chain),
            tuple(Fall(out, then) for out, then in without if then != line.sentence()),
            weakest_grade(chain),
        )

    @property
    def kind(self) -> str:
        """What the contacts of the scope are called: ``call``, ``2+2 meeting``, ``sideline contact``."""
        kind = series_kind_in_words(self.selection.channels, self.selection.settings)
        prefix = {Setting.SIDELINES: "sideline ", Setting.MULTILATERAL: "multilateral "}
        return f"{prefix.get(self.scope.setting, '') if self.scope.setting else ''}{kind}"

    @property
    def sides(self) -> str:
        """Between whom, in words: two people, two offices, or two establishments."""
        return and_list([name for _, name in self.persons]) or sides_in_words(self.scope.level, self.names)

    def looked_at(self, days: range) -> Observed:
        """How far ``days`` were observed; two people are looked for at the level at which they meet."""
        selection = replace(self.selection, levels=frozenset({self.contact.level})) if self.persons else self.selection
        return observed(self.ground.windows, selection, days)


class _Line:
    """The sentence of a scope on a record that may lack one contact."""

    def __init__(self, scoped: _Scoped, without: str = "") -> None:
        contact, ground = scoped.contact, scoped.ground
        known = [c for c in scoped.series if c.contact_id != without]
        earlier = [c for c in known if c.order < contact.order]
        self.scoped = scoped
        self.last = last_of(earlier)
        self.gap = silence_before(ground.dyad, earlier, Endpoint(contact.contact_id, contact.date))
        self.perhaps_before = [
            c for c in known if c.order > contact.order and c.date.start_earliest <= contact.date.start_latest
        ]
        days = self._silent_days()
        self.observed = Observed(Observation.UNKNOWN, 0.0) if days is None else scoped.looked_at(days)
        self.sure = self._sure(days)

    def _silent_days(self) -> range | None:
        """The days on which an earlier contact could have been missed; None where it is not known when to begin."""
        until = self.scoped.contact.date.start_latest
        if self.gap is not None:
            return self.gap.silent_days(until)
        since = in_office_since(self.scoped.persons, self.scoped.contact.date, self.scoped.ground.holders)
        return None if since is None else range(since, until)

    def _sure(self, days: range | None) -> bool:
        """Whether the sentence may say "first": all was observed, the order is known, nobody unnamed comes in between."""
        if days is None or self.observed.observation is not Observation.OBSERVED or self._doubts():
            return False
        if self.gap is not None and self.gap.order_uncertain:
            return False
        scoped = self.scoped
        others = (c for c in unnamed(scoped.ground.contacts, scoped.selection, scoped.ground.dyad, days) if c != scoped.contact)
        return not scoped.persons or not any(others)

    def sentence(self) -> str:
        """The sentence itself."""
        kind, sides, when = self.scoped.kind, self.scoped.sides, self.scoped.contact.date
        seen = Observation.OBSERVED if self.sure else Observation.UNKNOWN
        if self.gap is None:
            told = first_ever(kind, sides, seen) if self.scoped.persons else first_since(kind, sides, None, seen)
        elif when.exact and self.gap.previous.date == when:
            day = date_in_words(when)
            told = f"Not the only {kind} between {sides} on {day}; which came first is not on record."
        else:
            told = first_since(kind, sides, self.gap, seen)
        return "; ".join([told[:-1], *self._doubts()]) + "."

    def _doubts(self) -> list[str]:
        """What imprecise dates leave open: earlier contacts that may be the last, later ones that may have come before."""
        when = self.scoped.contact.date
        said = [f"one dated {date_in_words(rival.date)} may be the later one" for rival in self.last[1:]]
        for other in self.perhaps_before:
            same_day = when.exact and other.date == when
            which = "another of the same day" if same_day else f"one dated {date_in_words(other.date)}"
            said.append(f"{which} may have come before it")
        return list(dict.fromkeys(said))


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
