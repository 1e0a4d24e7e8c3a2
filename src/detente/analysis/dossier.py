"""What is everything that a dyad's report is drawn from: its contacts, series, counts, coverage, people and judged claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from detente.analysis.periods import last_day
from detente.domain.attempts import Attempt, attempts
from detente.domain.contacts import Claim, Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance, parse
from detente.domain.days import Day
from detente.domain.gaps import Endpoint, gaps
from detente.domain.grounds import Ground
from detente.domain.judging import Judgement, judge
from detente.domain.occasions import Followed
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad, Party
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences
from detente.domain.spoken_of import selection_of
from detente.domain.tallies import Tally, TopicTally, tallies, topic_tallies
from detente.domain.topics import Topic
from detente.domain.vocabulary import CALL, CALL_CHANNELS, Channel, Level
from detente.domain.words import level_in_words

CHANNEL_GROUPS: dict[str, frozenset[Channel]] = {
    CALL: CALL_CHANNELS,
    **{channel.value: frozenset({channel}) for channel in Channel if channel not in CALL_CHANNELS},
}
"""The channels that make one lane, by name: ``call`` is phone, video and hotline."""

GROUP_LABELS = {
    CALL: "calls",
    Channel.IN_PERSON.value: "meetings",
    Channel.LETTER.value: "letters",
    Channel.OTHER.value: "other contacts",
}


@dataclass(frozen=True, slots=True)
class DossierLane:
    """One channel group and level: every contact of it in series order, held or not, and the silences of its series."""

    key: str
    label: str
    selection: Selection
    contacts: tuple[Contact, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the report of ``pair`` shows, as of the day of its selection.

    ``contacts`` are those selected whose first day lies in the period, of every status selected, in series order; ``series``
    the same contacts without a look at the period, from which claims are measured. ``tallies`` and the topic tallies count
    the held contacts of the period. ``judgements`` are on the ``claims``, in their order, judged on ``ground``: all contacts of
    the pair that may be shown, whatever the selection. ``attempts`` are the non-contacts among ``contacts``, with the held
    contacts of the pair around them. ``left_out`` is True when something restricted was left out, ``restricted`` when something
    restricted is shown. ``followed`` are the recurring dialogues of the pair, whatever the selection.
    """

    pair: Dyad
    parties: tuple[Party, Party]
    names: Mapping[str, str]
    selection: Selection
    contacts: tuple[Contact, ...]
    series: tuple[Contact, ...]
    silences: tuple[Silence, ...]
    lanes: tuple[DossierLane, ...]
    tallies: tuple[Tally, ...]
    topic_tallies: tuple[TopicTally, ...]
    topic_tallies_by_side: tuple[TopicTally, ...]
    windows: tuple[CoverageWindow, ...]
    officeholders: tuple[Officeholder, ...]
    topics: Mapping[str, Topic]
    ground: Ground
    judgements: tuple[Judgement, ...]
    attempts: tuple[Attempt, ...]
    restricted: bool
    left_out: bool
    followed: tuple[Followed, ...] = ()

    @property
    def as_of(self) -> Day:
        """The day to which open gaps run, inclusive."""
        return self.selection.as_of

    @property
    def last_day(self) -> Day:
        """The last day shown, inclusive: that of the period, or the as-of day where it comes first."""
        return last_day(self.selection)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What was published about the silences shown."""
        return tuple(judgement.claim for judgement in self.judgements)

    @property
    def held(self) -> tuple[Contact, ...]:
        """The contacts that took place."""
        return tuple(contact for contact in self.contacts if contact.held)


def dossier(
    contacts: Iterable[Contact],
    *,
    selection: Selection,
    parties: Mapping[str, Party],
    topics: Mapping[str, Topic],
    officeholders: Iterable[Officeholder],
    windows: Iterable[CoverageWindow],
    claims: Iterable[Claim],
    tolerance: Tolerance,
    followed: Iterable[Followed] = (),
) -> Dossier:
    """Gathers the dossier of ``selection.dyad``; what does not concern it may be among the arguments.

    ``contacts`` carry their details and are not yet cut to the period: it bounds what is listed, never a series; claims it
    chooses by their own day. ``tolerance`` is how far ``~`` widens the dates that claims name. What was published after the
    as-of day is left out. Raises ValueError when the selection does not name exactly two parties.
    """
    pair = selection.dyad
    if pair is None:
        raise ValueError(selection.parties)
    told = list(contacts)
    coverage = tuple(window for window in windows if window.dyad == pair)
    holders = tuple(holder for holder in officeholders if holder.party in pair.parties)
    hidden = frozenset[str]() if selection.include_restricted else _hidden(told)
    concerned = [contact for contact in told if _is_between(contact, pair, selection.as_of)]
    ground = Ground(pair, concerned, coverage, holders, tolerance)
    ground = ground if selection.include_restricted else ground.public()
    series = sorted((_public(c, selection) for c in told if selection.matches(c)), key=lambda c: c.order)
    published = [claim for claim in claims if parse(claim.asserted_on, tolerance).first_day <= selection.as_of]
    shown = [_without(claim, hidden) for claim in published if _concerns(claim, series, ground, selection)]
    nothing = Dossier(
        pair=pair,
        parties=(_party(pair.a, parties), _party(pair.b, parties)),
        names={code: party.name for code, party in parties.items()},
        selection=selection,
        contacts=(),
        series=(),
        silences=(),
        lanes=(),
        tallies=(),
        topic_tallies=(),
        topic_tallies_by_side=(),
        windows=coverage,
        officeholders=holders,
        topics=topics,
        ground=ground,
        judgements=tuple(judge(claim, ground) for claim in shown),
        attempts=tuple(_attempts(series, ground)),
        restricted=False,
        left_out=not selection.include_restricted and any(map(_has_restricted, concerned)),
        followed=tuple(one for one in followed if one.pair == pair),
    )
    return _chosen(nothing, selection, series)


def narrowed(whole: Dossier, selection: Selection) -> Dossier:
    """The dossier of a narrower selection (fewer channels or levels, a shorter period), without another look at the store.

    It equals the one that ``dossier`` gathers for that selection.
    """
    return _chosen(whole, selection, [contact for contact in whole.series if selection.matches(contact)])


def _chosen(whole: Dossier, selection: Selection, series: Sequence[Contact]) -> Dossier:
    """``whole`` with the contacts ``series``, already chosen and in order, and of its claims and attempts those that fit."""
    listed = tuple(contact for contact in series if selection.in_period(contact.date.first_day))
    held = [contact for contact in listed if contact.held]
    ids = {contact.contact_id for contact in listed}
    judgements = tuple(j for j in whole.judgements if _concerns(j.claim, series, whole.ground, selection))
    return replace(
        whole,
        selection=selection,
        contacts=listed,
        series=tuple(series),
        silences=tuple(_silences(series, selection, whole.windows)),
        lanes=tuple(_lanes(series, selection, whole.windows)),
        tallies=tuple(tallies(held)),
        topic_tallies=tuple(topic_tallies(held, whole.topics, broad=True, by_side=False)),
        topic_tallies_by_side=tuple(topic_tallies(held, whole.topics, broad=True, by_side=True)),
        judgements=judgements,
        attempts=tuple(attempt for attempt in whole.attempts if attempt.contact.contact_id in ids),
        restricted=any(map(_has_restricted, listed)) or any(judgement.claim.restricted for judgement in judgements),
    )


def _party(code: str, parties: Mapping[str, Party]) -> Party:
    return parties.get(code, Party(code, code))


def _is_between(contact: Contact, pair: Dyad, as_of: Day) -> bool:
    return {pair.a, pair.b} <= set(contact.parties) and contact.date.first_day <= as_of


def _attempts(series: Iterable[Contact], ground: Ground) -> Iterable[Attempt]:
    """The non-contacts of the series; what came after each is looked for among all contacts of the pair."""
    missed = {contact.contact_id: contact for contact in series if not contact.held}
    if missed:
        for attempt in attempts(ground.dyad, ground.contacts):
            if attempt.contact.contact_id in missed:
                yield replace(attempt, contact=missed[attempt.contact.contact_id])


def _has_restricted(contact: Contact) -> bool:
    statements = any(statement.restricted for statement in contact.statements)
    return contact.restricted or statements or any(source.restricted for source in contact.sources)


def _hidden(contacts: Iterable[Contact]) -> frozenset[str]:
    """The addresses of restricted sources."""
    return frozenset(source.url for contact in contacts for source in contact.sources if source.restricted)


def _without(claim: Claim, hidden: frozenset[str]) -> Claim:
    return replace(claim, source_url=None) if claim.source_url in hidden else claim


def _public(contact: Contact, selection: Selection) -> Contact:
    """``contact`` as it may be shown: without restricted statements and sources, nor what names such a source."""
    if selection.include_restricted or not _has_restricted(contact):
        return contact
    hidden = _hidden([contact])
    return replace(
        contact,
        statements=tuple(
            replace(statement, source_url=None) if statement.source_url in hidden else statement
            for statement in contact.statements
            if not statement.restricted
        ),
        sources=tuple(source for source in contact.sources if not source.restricted),
        values=tuple(value for value in contact.values if value.source_url not in hidden),
    )


def _concerns(claim: Claim, series: Sequence[Contact], ground: Ground, selection: Selection) -> bool:
    """Whether the claim was published in the period about a contact of the series, or about such contacts at large.

    A restricted one is not shown unless asked for.
    """
    if claim.restricted and not selection.include_restricted:
        return False
    if not selection.in_period(parse(claim.asserted_on, ground.tolerance).first_day):
        return False
    if claim.contact_id is not None:
        return any(contact.contact_id == claim.contact_id for contact in series)
    return claim.dyad_slug in _slugs(ground) and _is_of_kind(claim, ground, selection)


def _slugs(ground: Ground) -> set[str]:
    """The folders of the pair: a contact of three lies in that of another, whose claims at large are not about this one."""
    own = {contact.dyad_slug for contact in ground.contacts if set(contact.parties) == set(ground.dyad.parties)}
    return own or {ground.dyad.slug}


def _is_of_kind(claim: Claim, ground: Ground, selection: Selection) -> bool:
    """Whether a claim at large speaks of a channel and level that the selection leaves open."""
    own = selection_of(claim, ground)
    return _overlap(own.channels, selection.channels) and _overlap(own.levels, selection.levels)


def _overlap(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return not one or not other or bool(one & other)


def _silences(known: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> list[Silence]:
    pair = selection.dyad
    if pair is None:
        raise ValueError(selection.parties)
    attempts = [Endpoint(contact.contact_id, contact.date) for contact in known if not contact.held]
    return silences(gaps(known, selection), selection, {pair: windows}, {pair: attempts})


def _lanes(series: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> Iterable[DossierLane]:
    """One lane for each level and channel group with a contact, in the order of the vocabulary."""
    for level in Level:
        for group, channels in CHANNEL_GROUPS.items():
            own = replace(selection, levels=frozenset({level}), channels=_narrowed(channels, selection))
            members = [contact for contact in series if contact.level is level and contact.channel in channels]
            listed = tuple(contact for contact in members if selection.in_period(contact.date.first_day))
            silent = tuple(_silences(members, own, windows)) if members else ()
            if listed or silent:
                label = f"{level_in_words(level)}: {GROUP_LABELS[group]}"
                yield DossierLane(f"{level}-{group}", label, own, listed, silent)


def _narrowed(channels: frozenset[Channel], selection: Selection) -> frozenset[Channel]:
    """The channels of a group that the selection leaves open."""
    return channels & selection.channels if selection.channels else channels
