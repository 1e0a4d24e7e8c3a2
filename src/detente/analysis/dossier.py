"""What is everything that a dyad's report is drawn from: its contacts, series, counts, coverage, people and judged claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.domain.attempts import Attempt, attempts
from detente.domain.contacts import Claim, Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance, parse
from detente.domain.days import Day
from detente.domain.gaps import Endpoint, gaps
from detente.domain.grounds import Ground
from detente.domain.judging import Judgement, judge
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad, Party
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences
from detente.domain.tallies import Tally, TopicTally, tallies, topic_tallies
from detente.domain.topics import Topic
from detente.domain.vocabulary import CALL, CALL_CHANNELS, Channel, Level
from detente.domain.words import level_in_words

CHANNEL_GROUPS: dict[str, frozenset[Channel]] = {
    CALL: CALL_CHANNELS,
    **{channel.value: frozenset({channel}) for channel in Channel if channel not in CALL_CHANNELS},
}
"""The channels that make one lane, by name: ``call`` is phone, video and hotline."""

_GROUP_LABELS = {
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
    restricted is shown.
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
    command: str
    restricted: bool
    left_out: bool

    @property
    def as_of(self) -> Day:
        """The day to which open gaps run, inclusive."""
        return self.selection.as_of

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
    command: str,
) -> Dossier:
    """Gathers the dossier of ``selection.dyad``; what does not concern it may be among the arguments.

    ``contacts`` carry their details and are not yet cut to the period: it bounds what is listed, never a series.
    ``tolerance`` is how far ``~`` widens the dates that claims name. What was published after the as-of day is left out. Raises
    ValueError when the selection does not name exactly two parties.
    """
    pair = selection.dyad
    if pair is None:
        raise ValueError(selection.parties)
    told = list(contacts)
    series = tuple(sorted((_public(c, selection) for c in told if selection.matches(c)), key=lambda c: c.order))
    listed = tuple(contact for contact in series if selection.in_period(contact.date.first_day))
    held = [contact for contact in listed if contact.held]
    coverage = tuple(window for window in windows if window.dyad == pair)
    holders = tuple(holder for holder in officeholders if holder.party in pair.parties)
    hidden = frozenset[str]() if selection.include_restricted else _hidden(told)
    published = [claim for claim in claims if parse(claim.asserted_on, tolerance).first_day <= selection.as_of]
    shown = [_without(claim, hidden) for claim in published if _concerns(claim, series, pair, selection)]
    names = {code: party.name for code, party in parties.items()}
    concerned = [contact for contact in told if _is_between(contact, pair, selection.as_of)]
    ground = Ground(pair, concerned, coverage, holders, tolerance)
    ground = ground if selection.include_restricted else ground.public()
    return Dossier(
        pair=pair,
        parties=(_party(pair.a, parties), _party(pair.b, parties)),
        names=names,
        selection=selection,
        contacts=listed,
        series=series,
        silences=tuple(_silences(series, selection, coverage)),
        lanes=tuple(_lanes(series, selection, coverage)),
        tallies=tuple(tallies(held)),
        topic_tallies=tuple(topic_tallies(held, topics, broad=True, by_side=False)),
        topic_tallies_by_side=tuple(topic_tallies(held, topics, broad=True, by_side=True)),
        windows=coverage,
        officeholders=holders,
        topics=topics,
        ground=ground,
        judgements=tuple(judge(claim, ground) for claim in shown),
        attempts=tuple(_attempts(listed, ground)),
        command=command,
        restricted=any(map(_has_restricted, listed)) or any(claim.restricted for claim in shown),
        left_out=not selection.include_restricted and any(map(_has_restricted, concerned)),
    )


def _party(code: str, parties: Mapping[str, Party]) -> Party:
    return parties.get(code, Party(code, code))


def _is_between(contact: Contact, pair: Dyad, as_of: Day) -> bool:
    return {pair.a, pair.b} <= set(contact.parties) and contact.date.first_day <= as_of


def _attempts(listed: Iterable[Contact], ground: Ground) -> Iterable[Attempt]:
    """The non-contacts that are listed; what came after each is looked for among all contacts of the pair."""
    missed = {contact.contact_id: contact for contact in listed if not contact.held}
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


def _concerns(claim: Claim, series: Sequence[Contact], pair: Dyad, selection: Selection) -> bool:
    """Whether the claim is about a contact shown, or about the pair at large, and may be shown."""
    if claim.restricted and not selection.include_restricted:
        return False
    if claim.contact_id is not None:
        return any(contact.contact_id == claim.contact_id for contact in series)
    # a contact of three lies in the folder of another pair, whose claims at large are not about this one
    own = {contact.dyad_slug for contact in series if set(contact.parties) == {pair.a, pair.b}}
    return claim.dyad_slug in (own or {pair.slug})


def _silences(series: Iterable[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> list[Silence]:
    known = list(series)
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
                label = f"{level_in_words(level)}: {_GROUP_LABELS[group]}"
                yield DossierLane(f"{level}-{group}", label, own, listed, silent)


def _narrowed(channels: frozenset[Channel], selection: Selection) -> frozenset[Channel]:
    """The channels of a group that the selection leaves open."""
    return channels & selection.channels if selection.channels else channels
