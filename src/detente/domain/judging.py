"""Does a published claim about a gap hold: the verdict, the interval it was judged by, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from detente.domain.contacts import Claim, Contact
from detente.domain.coverage import Observed, observed, stretches
from detente.domain.dates import UncertainDate, parse
from detente.domain.days import DAYS_PER_MONTH, Day, iso, months
from detente.domain.gaps import Endpoint, Gap, pairings
from detente.domain.grounds import Ground
from detente.domain.preceding import Persons, in_office_since, last_of, series, silence_before, unnamed
from detente.domain.spoken_of import contacts_meant, may_touch, selection_of
from detente.domain.verdicts import Verdict, judge_length, telling_lengths, worst
from detente.domain.vocabulary import (
    ANY,
    Anchor,
    By,
    ClaimKind,
    Completeness,
    Level,
    Observation,
    Qualifier,
    Status,
)
from detente.domain.words import days_in_words

__all__ = ["Ground", "Judgement", "judge"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the record says to a claim.

    ``claim`` names the contact that it was judged on: its own, or the one that its day and series lead to. ``verdict`` is
    None for a statement, which is shown and never judged. ``length`` and ``date`` are the parts that a claim of months and a
    claim of ``since`` (or first ever) were judged by; the worse one counts. ``gap`` runs from
    the previous contact of the claimed series to the claimed one (for a silence: to ``asserted_on``); None when the
    record has none. ``observed`` is how far it was looked at. ``rests_on`` holds the ids of the contacts that decide,
    ``why`` says how in a sentence; ``persons`` are the two people of a claim by person.
    """

    claim: Claim
    verdict: Verdict | None
    length: Verdict | None
    date: Verdict | None
    gap: Gap | None
    observed: Observed | None
    rests_on: tuple[str, ...]
    why: str
    persons: Persons = ()


def judge(claim: Claim, ground: Ground) -> Judgement:
    """The verdict on ``claim``: see docs/claims.md for the rules.

    Where it may mean several contacts, or by person any two of several people of one rank, the best verdict counts.
    """
    meant = [(_said_of(claim, contact), contact) for contact in contacts_meant(claim, ground)]
    found = [
        _Case(said, ground, claimed, persons).judgement()
        for said, claimed in meant
        for persons in _people(said, claimed, ground)
    ]
    if found:
        return min(found, key=lambda judgement: _place(judgement.verdict))
    verdict = None if claim.kind is ClaimKind.STATEMENT else Verdict.UNVERIFIABLE
    said, claimed = meant[0]
    rests = () if claimed is None else (claimed.contact_id,)
    return Judgement(said, verdict, None, None, None, None, rests, "the record does not say who the two people were")


def _said_of(claim: Claim, contact: Contact | None) -> Claim:
    return claim if contact is None else replace(claim, contact_id=contact.contact_id)


def _place(verdict: Verdict | None) -> int:
    return -1 if verdict is None else list(Verdict).index(verdict)


def _people(claim: Claim, claimed: Contact | None, ground: Ground) -> list[Persons]:
    """Whom a claim may speak of: those who led the claimed contact; without one, those in office when it was asserted."""
    if claim.by is By.OFFICE:
        return [()]
    if claimed is not None and claimed.held:
        return list(pairings(claimed, ground.dyad))
    when = parse(claim.asserted_on, ground.tolerance)
    office = Level.MINISTER if claim.level == ANY else claim.level
    serving = [
        [(party, h.person) for h in ground.holders if h.party == party and h.office.value == office and h.may_hold_on(when)]
        for party in ground.dyad.parties
    ]
    return list(product(*serving))


@dataclass(frozen=True, slots=True)
class _Part:
    """The verdict on one part of a claim, why, and the contacts that decide it besides the previous and the claimed one."""

    verdict: Verdict
    why: str
    rests_on: tuple[str, ...] = ()


class _Case:
    """One claim with the series it speaks of."""

    def __init__(self, claim: Claim, ground: Ground, claimed: Contact | None, persons: Persons) -> None:
        self.claim, self.ground, self.claimed, self.persons = claim, ground, claimed, persons
        asserted = parse(claim.asserted_on, ground.tolerance)
        silent = claim.kind is ClaimKind.SILENCE or claimed is None
        self.end: UncertainDate = asserted if silent or claimed is None else claimed.date
        self.selection = selection_of(claim, ground)
        self.series = series(ground.contacts, self.selection, persons)
        if silent or claimed is None:
            self.earlier = [c for c in self.series if c.date.end_latest < self.end.start_earliest]
        else:
            self.earlier = [c for c in self.series if c.order < claimed.order]
        there = "" if claim.contact_id is None else claim.contact_id
        self.gap = silence_before(ground.dyad, self.earlier, Endpoint(there, self.end))

    def judgement(self) -> Judgement:
        claimed = [] if self.claimed is None else [self.claimed]
        rests = [contact.contact_id for contact in (*last_of(self.earlier), *claimed)]
        seen = None if self.gap is None else self._looked_at(self.gap.silent_days(self.end.start_latest))
        if self.claim.kind is ClaimKind.STATEMENT:
            why = "a statement, shown and not judged"
            return Judgement(self.claim, None, None, None, self.gap, seen, tuple(rests), why, self.persons)
        length, date = self._length(), self._date()
        parts = [part for part in (length, date) if part is not None]
        rests += [contact_id for part in parts for contact_id in part.rests_on]
        return Judgement(
            self.claim,
            worst(part.verdict for part in parts) if parts else Verdict.UNVERIFIABLE,
            None if length is None else length.verdict,
            None if date is None else date.verdict,
            self.gap,
            seen,
            tuple(dict.fromkeys(rests)),
            "; ".join(dict.fromkeys(part.why for part in parts)) or "it names neither a length nor a date",
            self.persons,
        )

    def _looked_at(self, days: range) -> Observed:
        """How far ``days`` were observed; two people are looked for at the level at which they meet."""
        selection = self.selection
        if self.persons and not selection.levels:
            level = Level.MINISTER if self.claimed is None else self.claimed.level
            selection = replace(selection, levels=frozenset({level}))
        return observed(self.ground.windows, selection, days)

    def _surely_silent(self, days: range) -> bool:
        """Whether all of ``days`` were observed, and (by person) no contact on them leaves open who took part."""
        if self._looked_at(days).observation is not Observation.OBSERVED:
            return False
        return not self.persons or not self._nameless(days)

    def _nameless(self, days: range) -> bool:
        found = unnamed(self.ground.contacts, self.selection, self.ground.dyad, days)
        return any(contact.contact_id != self.claim.contact_id for contact in found)

    # Length

    def _length(self) -> _Part | None:
        """The verdict on the months claimed; over imprecise dates, the weakest of all possible days."""
        claimed, qualifier = self.claim.months, self.claim.qualifier or Qualifier.EXACT
        if claimed is None:
            return None
        if self.gap is None:
            return self._length_without_beginning(claimed, qualifier)
        lengths = [months(days) for days in telling_lengths(self.gap.days_min, self.gap.days_max, claimed)]
        verdicts = {length: judge_length(length, claimed, qualifier) for length in lengths}
        against = [length for length, verdict in verdicts.items() if verdict is Verdict.CONTRADICTED]
        softened = bool(against) and min(against) > claimed and self._of_a_shorter_claim(claimed) is Verdict.UNVERIFIABLE
        figure = f"{lengths[0]:.1f}" if len(lengths) == 1 else f"{lengths[0]:.1f} to {lengths[-1]:.1f}"
        if lengths[-1] < 1:
            figure = days_in_words(self.gap.days_min, self.gap.days_max)
        why = f"{round(claimed, 2):g} {'month' if claimed == 1 else 'months'} claimed, {figure} on record"
        if softened:
            moment = f"{iso(self._moment(claimed).start)[:7]}" if self._moment(claimed).start > 0 else "then"
            return _Part(Verdict.UNVERIFIABLE, f"{why}, which may lack a contact around {moment}")
        return _Part(worst(verdicts.values()), why)

    def _length_without_beginning(self, claimed: float, qualifier: Qualifier) -> _Part:
        """On record the silence has no beginning: only a figure whose moment was looked at can be wrong."""
        why = self._nothing_earlier()
        if not self.series or qualifier is Qualifier.MORE_THAN or self._of_a_shorter_claim(claimed) is Verdict.UNVERIFIABLE:
            return _Part(Verdict.UNVERIFIABLE, why)
        return _Part(Verdict.CONTRADICTED, f"{why}, and the moment claimed was observed")

    def _of_a_shorter_claim(self, claimed: float) -> Verdict:
        """A contact that the record lacks could make the claim true, where nobody looked at the moment claimed."""
        moment = self._moment(claimed)
        unseen = self._looked_at(moment).observation in (Observation.UNOBSERVED, Observation.UNKNOWN)
        since = 0 if self.gap is None else self.gap.previous.date.end_earliest
        nameless = bool(self.persons) and self._nameless(range(since, self.end.start_latest))
        return Verdict.UNVERIFIABLE if unseen or nameless else Verdict.CONTRADICTED

    def _moment(self, claimed: float) -> range:
        """The days on which the last contact would have been, if the figure claimed were exact."""
        back = round(claimed * DAYS_PER_MONTH)
        return range(self.end.start_earliest - back, self.end.start_latest - back + 1)

    def _nothing_earlier(self) -> str:
        """Why there is no previous contact: what the record lacks."""
        held = [c for c in self.ground.contacts if c.held and c.contact_id != self.claim.contact_id]
        none = "no contact" if self.claimed is None else "no other contact"
        level, channels = self.claim.level, self.selection.channels
        if not held:
            return f"the record holds {none} of the two parties"
        if level != ANY and all(contact.level != level for contact in held):
            return f"the record holds {none} of the two at the level {level}"
        if channels and all(contact.channel not in channels for contact in held):
            return f"the record holds {none} of the two by {self.claim.channel}"
        first = next((c for c in self.series if c.contact_id != self.claim.contact_id), None)
        if first is not None and self.end.end_latest < first.date.start_earliest:
            return f"the record begins later: its first contact of this kind is of {first.date}"
        return "the record holds no earlier contact of this kind"

    # Date, event, first ever

    def _date(self) -> _Part | None:
        if self.claim.kind is ClaimKind.FIRST_EVER:
            return self._first_ever()
        if self.claim.since is None:
            return None
        since = parse(self.claim.since, self.ground.tolerance)
        return self._since_event(since) if self.claim.anchor is Anchor.EVENT else self._since_contact(since)

    def _since_contact(self, since: UncertainDate) -> _Part:
        for later in reversed(self.earlier):
            if later.date.start_earliest > since.end_latest:
                return _Part(Verdict.CONTRADICTED, f"the record has a later contact, of {later.date}", (later.contact_id,))
        for last in last_of(self.earlier):
            if may_touch(last.date, since):
                return _Part(Verdict.EXACT, f"the previous contact is of {last.date}")
        for other in self._called_off():
            if may_touch(other.date, since):
                why = f"the contact meant for {other.date} was {other.status}"
                return _Part(Verdict.CONTRADICTED, why, (other.contact_id,))
        return _Part(Verdict.UNVERIFIABLE, self._not_in(since))

    def _not_in(self, since: UncertainDate) -> str:
        if not self.earlier:
            return self._nothing_earlier()
        return f"the record has no such contact in {since}; the previous one is of {self.earlier[-1].date}"

    def _called_off(self) -> Iterator[Contact]:
        called_off = replace(self.selection, statuses=frozenset({Status.CANCELLED, Status.POSTPONED}))
        return (contact for contact in self.ground.contacts if called_off.matches(contact))

    def _since_event(self, event: UncertainDate) -> _Part:
        for later in reversed(self.earlier):
            if later.date.start_latest > event.start_earliest:
                sure = later.date.start_earliest > event.end_latest
                why = f"the record has a contact {'' if sure else 'perhaps '}after the event, of {later.date}"
                return _Part(Verdict.CONTRADICTED, why, (later.contact_id,))
        return self._if_observed(range(event.start_earliest + 1, self.end.start_latest), "since the event")

    def _if_observed(self, days: range, which: str) -> _Part:
        if self._surely_silent(days):
            return _Part(Verdict.EXACT, f"nothing is on record {which}, and all of that time was observed")
        return _Part(Verdict.UNVERIFIABLE, f"nothing is on record {which}, but not all of that time was observed")

    def _first_ever(self) -> _Part:
        if self.earlier:
            return _Part(Verdict.CONTRADICTED, f"the record has an earlier one, of {self.earlier[-1].date}")
        which = "since both took office" if self.persons else "since the record began"
        start = in_office_since(self.persons, self.end, self.ground.holders) if self.persons else self._complete_since()
        if start is None:
            lacking = "the days of taking office are not verified" if self.persons else "the record does not begin complete"
            return _Part(Verdict.UNVERIFIABLE, f"no earlier one is on record, but {lacking}")
        return self._if_observed(range(start, self.end.start_latest), which)

    def _complete_since(self) -> Day | None:
        """The first declared day, if the record begins there with ``complete``."""
        days = [window.from_date.toordinal() for window in self.ground.windows]
        if not days or min(days) >= self.end.start_latest:
            return None
        first = stretches(self.ground.windows, self.selection, range(min(days), self.end.start_latest))[0]
        return first.days.start if first.completeness is Completeness.COMPLETE else None
