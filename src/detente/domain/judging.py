"""Does a published claim about a gap hold: the verdict, the interval it was judged by, and what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.domain.contacts import Claim, Contact
from detente.domain.coverage import CoverageWindow, Observed, observed, stretches
from detente.domain.dates import Tolerance, UncertainDate, parse
from detente.domain.days import DAYS_PER_MONTH, Day, months
from detente.domain.gaps import Endpoint, Gap, closed_gap, highest_ranking
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.verdicts import Verdict, judge_length, worst
from detente.domain.vocabulary import (
    ANY,
    CALL_CHANNELS,
    Anchor,
    By,
    Channel,
    ClaimKind,
    Completeness,
    Level,
    Observation,
    Qualifier,
    Status,
    Substance,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the record says to a claim.

    ``verdict`` is None for a statement, which is shown and never judged. ``length`` and ``date`` are the parts that a
    claim of months and a claim of ``since`` (or first ever) were judged by; the worse one counts. ``gap`` runs from
    the previous contact of the claimed series to the claimed one (for a silence: to ``asserted_on``); None when the
    record has none. ``rests_on`` holds the ids of the contacts that decide, ``why`` says how in a sentence.
    """

    claim: Claim
    verdict: Verdict | None
    length: Verdict | None
    date: Verdict | None
    gap: Gap | None
    observed: Observed | None
    rests_on: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims about a dyad are judged on: its contacts of every status with participants, and what is declared."""

    dyad: Dyad
    contacts: Sequence[Contact]
    windows: Sequence[CoverageWindow]
    holders: Sequence[Officeholder]
    tolerance: Tolerance


def judge(claim: Claim, ground: Ground) -> Judgement:
    """The verdict on ``claim``: see docs/claims.md for the rules."""
    case = _Case(claim, ground)
    gap = case.gap()
    rests = tuple(dict.fromkeys(id_ for id_ in (case.previous and case.previous.contact_id, claim.contact_id) if id_))
    if claim.kind is ClaimKind.STATEMENT:
        return Judgement(claim, None, None, None, gap, case.observed(), rests, "a statement, shown and not judged")
    length, date, whys = case.length(), *case.date()
    parts = [part for part in (length, date) if part is not None]
    why = "; ".join(why for why in (case.length_in_words(length), whys) if why)
    verdict = worst(parts) if parts else Verdict.UNVERIFIABLE
    return Judgement(
        claim,
        verdict,
        length,
        date,
        gap,
        case.observed(),
        rests + case.explained_by,
        why or "it names neither a length nor a date",
    )


class _Case:
    """One claim with the series it speaks of."""

    def __init__(self, claim: Claim, ground: Ground) -> None:
        self.claim, self.ground = claim, ground
        self.claimed = next((c for c in ground.contacts if c.contact_id == claim.contact_id), None)
        asserted = parse(claim.asserted_on, ground.tolerance)
        silent = claim.kind is ClaimKind.SILENCE or self.claimed is None
        self.end: UncertainDate = asserted if silent or self.claimed is None else self.claimed.date
        self.selection = _selection(claim, ground)
        held = self.selection.only_held()
        self.series = sorted(
            (c for c in ground.contacts if held.matches(c) and self._of_these_people(c)), key=lambda c: c.order
        )
        self.previous = self._previous(silent)
        self.explained_by: tuple[str, ...] = ()

    def _previous(self, silent: bool) -> Contact | None:
        """The last of the series before the claimed contact; of a silence, the last one surely before it was asserted."""
        if silent or self.claimed is None:
            before = [c for c in self.series if c.date.end_latest < self.end.start_earliest]
        else:
            before = [c for c in self.series if c.order < self.claimed.order]
        return before[-1] if before else None

    def _of_these_people(self, contact: Contact) -> bool:
        """By person: whether the two who met in the claimed contact led this one too."""
        if self.claim.by is By.OFFICE or self.claimed is None:
            return True
        return all(set(highest_ranking(contact, p)) & set(highest_ranking(self.claimed, p)) for p in self.ground.dyad.parties)

    def gap(self) -> Gap | None:
        if self.previous is None:
            return None
        there = Endpoint(self.claim.contact_id or "", self.end)
        return closed_gap(self.ground.dyad, Endpoint(self.previous.contact_id, self.previous.date), there)

    def observed(self) -> Observed | None:
        """How far the silence between the two was observed."""
        gap = self.gap()
        return None if gap is None else self._looked_at(gap.silent_days(self.end.start_latest))

    def _looked_at(self, days: range) -> Observed:
        return observed(self.ground.windows, self.selection, days)

    # Length

    def length(self) -> Verdict | None:
        """The verdict on the months claimed; over imprecise dates, the weakest of all possible days."""
        if self.claim.months is None:
            return None
        gap = self.gap()
        if gap is None:
            return self._softened(Verdict.CONTRADICTED)
        return worst(self._length_of(days) for days in range(gap.days_min, gap.days_max + 1))

    def _length_of(self, days: int) -> Verdict:
        claimed, qualifier = self.claim.months, self.claim.qualifier or Qualifier.EXACT
        assert claimed is not None
        verdict = judge_length(months(days), claimed, qualifier)
        shorter = claimed < months(days)
        return self._softened(verdict) if verdict is Verdict.CONTRADICTED and shorter else verdict

    def _softened(self, verdict: Verdict) -> Verdict:
        """A contact that the record lacks could make the claim true, where nobody looked at the moment claimed."""
        assert self.claim.months is not None
        moment = self.end.start_earliest - round(self.claim.months * DAYS_PER_MONTH)
        seen = self._looked_at(range(moment, moment + 1)).observation is Observation.OBSERVED
        return verdict if seen else Verdict.UNVERIFIABLE

    def length_in_words(self, verdict: Verdict | None) -> str:
        if verdict is None:
            return ""
        gap = self.gap()
        if gap is None:
            return "the record has no earlier contact of this kind"
        low, high = months(gap.days_min), months(gap.days_max)
        figure = f"{low:.1f}" if gap.days_min == gap.days_max else f"{low:.1f} to {high:.1f}"
        return f"{self.claim.months:g} months claimed, {figure} on record"

    # Date, event, first ever

    def date(self) -> tuple[Verdict | None, str]:
        if self.claim.kind is ClaimKind.FIRST_EVER:
            return self._first_ever()
        if self.claim.since is None:
            return None, ""
        since = parse(self.claim.since, self.ground.tolerance)
        if self.claim.anchor is Anchor.EVENT:
            return self._since_event(since)
        return self._since_contact(since)

    def _since_contact(self, since: UncertainDate) -> tuple[Verdict, str]:
        last = self.previous
        if last is not None and _may_touch(last.date, since):
            return Verdict.EXACT, f"the previous contact was on {last.date}"
        if last is not None and last.date.start_earliest > since.end_latest:
            return Verdict.CONTRADICTED, f"the record has a later contact, on {last.date}"
        for other in self.ground.contacts:
            called_off = replace(self.selection, statuses=frozenset({Status.CANCELLED, Status.POSTPONED}))
            if called_off.matches(other) and _may_touch(other.date, since):
                self.explained_by = (other.contact_id,)
                return Verdict.CONTRADICTED, f"what was meant for {other.date} was {other.status}"
        return Verdict.UNVERIFIABLE, f"the record has no such contact in {since}"

    def _since_event(self, event: UncertainDate) -> tuple[Verdict, str]:
        last = self.previous
        if last is not None and last.date.start_latest > event.start_earliest:
            return Verdict.CONTRADICTED, f"the record has a contact after the event, on {last.date}"
        return self._if_observed(range(event.end_latest + 1, self.end.start_latest), "since the event")

    def _if_observed(self, days: range, which: str) -> tuple[Verdict, str]:
        if self._looked_at(days).observation is Observation.OBSERVED:
            return Verdict.EXACT, f"all time {which} was observed, and nothing is on record"
        return Verdict.UNVERIFIABLE, f"nothing is on record {which}, but not all of that time was observed"

    def _first_ever(self) -> tuple[Verdict, str]:
        if self.previous is not None:
            return Verdict.CONTRADICTED, f"the record has an earlier one, on {self.previous.date}"
        start = self._in_office_since() if self.claim.by is By.PERSON else self._complete_since()
        if start is None:
            since = "both took office" if self.claim.by is By.PERSON else "the record began"
            return Verdict.UNVERIFIABLE, f"no earlier one is on record, but the time since {since} is not known to be complete"
        if self.claim.by is By.PERSON and self.claimed and unnamed_between(start, self.claimed, self.ground, self.selection):
            return Verdict.UNVERIFIABLE, "no earlier one is on record, but contacts of that time name nobody"
        which = "since both took office" if self.claim.by is By.PERSON else "since the record began"
        return self._if_observed(range(start, self.end.start_latest), which)

    def _in_office_since(self) -> Day | None:
        return None if self.claimed is None else in_office_since(self.claimed, self.ground)

    def _complete_since(self) -> Day | None:
        """The first declared day, if the record begins there with ``complete``."""
        days = [window.from_date.toordinal() for window in self.ground.windows]
        if not days or min(days) >= self.end.start_latest:
            return None
        first = stretches(self.ground.windows, self.selection, range(min(days), self.end.start_latest))[0]
        return first.days.start if first.completeness is Completeness.COMPLETE else None


def in_office_since(contact: Contact, ground: Ground) -> Day | None:
    """The first day on which both of the two people held the office in which they met; None: not verified."""
    starts = [_took_office(contact, party, ground.holders) for party in ground.dyad.parties]
    known = [start for start in starts if start is not None]
    return max(known) if len(known) == len(starts) else None


def _took_office(contact: Contact, party: str, holders: Sequence[Officeholder]) -> Day | None:
    """The first day of the tenure in which the leading participant of ``party`` took part."""
    leading = set(highest_ranking(contact, party))
    offices = {p.level for p in contact.participants if p.party == party and p.person in leading}
    tenures = [h for h in holders if h.party == party and h.person in leading and h.office in offices]
    return min((h.from_date.toordinal() for h in tenures if h.from_date and h.may_hold_on(contact.date)), default=None)


def unnamed_between(start: Day, contact: Contact, ground: Ground, selection: Selection) -> bool:
    """Whether a held contact of the series between ``start`` and ``contact`` names nobody on one side."""
    held = selection.only_held()
    between = (c for c in ground.contacts if c.order < contact.order and c.date.end_latest >= start and held.matches(c))
    return any(not highest_ranking(c, party) for c in between for party in ground.dyad.parties)


def _may_touch(one: UncertainDate, other: UncertainDate) -> bool:
    """Whether the two dates allow a common day."""
    return one.start_earliest <= other.end_latest and other.start_earliest <= one.end_latest


def _selection(claim: Claim, ground: Ground) -> Selection:
    """The series that a claim speaks of; ``phone`` stands for every kind of call."""
    channels: frozenset[Channel] = frozenset()
    if claim.channel != ANY:
        channels = CALL_CHANNELS if claim.channel in CALL_CHANNELS else frozenset({Channel(claim.channel)})
    return Selection(
        as_of=10**7,
        parties=ground.dyad.parties,
        channels=channels,
        levels=frozenset() if claim.level == ANY else frozenset({Level(claim.level)}),
        settings=frozenset() if claim.setting is None else frozenset({claim.setting}),
        substances=frozenset() if claim.substance == ANY else frozenset({Substance(claim.substance)}),
        include_restricted=claim.restricted,
    )
