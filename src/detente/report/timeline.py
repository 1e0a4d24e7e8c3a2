"""When did they deal with each other, and when not: what the timeline shows, lane by lane."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.dossier import Dossier, DossierLane
from detente.analysis.periods import Per, period_of
from detente.analysis.silence import latest_open
from detente.domain.contacts import Contact
from detente.domain.coverage import stretches
from detente.domain.days import Day
from detente.domain.gaps import Gap
from detente.domain.selection import Selection
from detente.domain.silences import Silence, summary
from detente.domain.vocabulary import Level, Office, Status
from detente.domain.words import and_list, day_in_words, gap_in_words
from detente.report.chart import MOST_MARKS, MOST_SINGLE
from detente.report.drawing import SEEN
from detente.report.naming import counted, from_to, party_name, seen_share, surname, what_became, when
from detente.report.timeline_due import DueMark, due_marks

ALL_LANES = "all"
_MOST_STRETCHES = 250
_LEAST_SHARE = 0.003
"""Bars shorter than this share of the axis would be narrower than a few pixels and are not drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A contact in a lane; ``day`` is its first day as written, ``first`` and ``last`` the days it may lie on or lasted.

    ``count`` above 1: that many contacts of one status and period put together.
    """

    lane: int
    status: Status
    day: Day
    first: Day
    last: Day
    lasted: bool
    contact_id: str
    words: tuple[str, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class SilentStretch:
    """Part of a gap, from ``start`` up to but not including ``stop``, and whether that time was looked at.

    ``before``: the gap began before the axis, with whose first day this part then begins.
    """

    lane: int
    start: Day
    stop: Day
    seen: str
    open: bool
    words: tuple[str, ...]
    before: bool = False


@dataclass(frozen=True, slots=True)
class GapLabel:
    """The length of a gap in words, a line each, written above it; ``share`` of the axis that its bar takes."""

    lane: int
    start: Day
    stop: Day
    lines: tuple[str, ...]
    share: float
    open: bool


@dataclass(frozen=True, slots=True)
class Era:
    """A tenure inside the axis; ``begun`` and ``ended`` are False where the axis or the record leaves that end open."""

    row: int
    person: str
    surname: str
    first: Day
    last: Day
    share: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineData:
    """The timeline from ``first`` to ``last``, both inclusive: lanes from top to bottom, then rows of officeholders.

    ``ticks`` are the days of held contacts in the first lane, where that one holds all of them together. ``since`` is the first
    day of the period where the axis begins before it, for the sake of gaps that do, else None.
    """

    lanes: tuple[str, ...]
    era_rows: tuple[str, ...]
    marks: tuple[Mark, ...]
    silent: tuple[SilentStretch, ...]
    labels: tuple[GapLabel, ...]
    eras: tuple[Era, ...]
    ticks: tuple[Day, ...]
    first: Day
    last: Day
    since: Day | None
    as_of: Day
    sentence: str
    together: Per | None
    due: tuple[DueMark, ...] = ()

    @property
    def cut(self) -> bool:
        """Whether the period ends before the as-of day: an open gap goes on beyond the axis."""
        return self.last < self.as_of


def timeline_data(dossier: Dossier) -> TimelineData:
    """What the timeline shows; a first lane holds all contacts together when there are several.

    A period ends the axis. It does not begin it: a gap of the whole selection that ended in the period is drawn from its own
    first day; one of a lane that began earlier still is cut there.
    """
    lanes = list(dossier.lanes)
    overall = len(lanes) > 1
    first = _first_day(dossier)
    together, told = _together(dossier), len(dossier.contacts) <= MOST_SINGLE
    marks = [mark for place, lane in enumerate(lanes, start=overall) for mark in _marks(place, lane, together, told)]
    drawn: list[tuple[int, Selection, Sequence[Silence]]] = [
        (place, lane.selection, lane.silences) for place, lane in enumerate(lanes, start=overall)
    ]
    if overall:
        drawn.insert(0, (0, dossier.selection, dossier.silences))
    rows = _era_rows(dossier)
    return TimelineData(
        lanes=(*(["all contacts"] if overall else []), *(lane.label for lane in lanes)),
        era_rows=tuple(f"{party_name(dossier, party)}: {_office_words(office)}" for party, office in rows),
        marks=tuple(marks),
        silent=_longest(part for place, selection, found in drawn for part in _silent(dossier, place, selection, found, first)),
        labels=tuple(label for place, _, found in drawn for label in _labels(dossier, place, found, first)),
        eras=tuple(_eras(dossier, rows, first)),
        ticks=tuple(sorted({mark.day for mark in marks if mark.status is Status.HELD})) if overall else (),
        first=first,
        last=dossier.last_day,
        since=_since(dossier, first),
        as_of=dossier.as_of,
        sentence=_sentence(dossier, len(lanes), first),
        together=together,
        due=tuple(due_marks(dossier, overall, first)),
    )


def _first_day(dossier: Dossier) -> Day:
    """The first day to be drawn: that of the first contact or gap, and at least thirty days before the last."""
    days = [contact.date.start_earliest for contact in dossier.contacts]
    days += [silence.gap.previous.date.start_earliest for silence in dossier.silences]
    return min([*days, dossier.last_day - 30])


def _since(dossier: Dossier, first: Day) -> Day | None:
    begins = dossier.selection.period_from
    return None if begins is None or begins <= first else begins


def _together(dossier: Dossier) -> Per | None:
    """The period by which marks are put together; None: each contact has its own."""
    if len(dossier.contacts) <= MOST_MARKS:
        return None
    lanes = max(1, len(dossier.lanes))
    days = dossier.last_day - dossier.contacts[0].date.first_day + 1
    return next((per for per, length in ((Per.MONTH, 30), (Per.QUARTER, 91)) if days / length * lanes <= MOST_MARKS), Per.YEAR)


def _marks(place: int, lane: DossierLane, together: Per | None, told: bool) -> Iterator[Mark]:
    """The contacts of a lane, each with its summary if ``told``, or put together by period."""
    if together is None:
        for contact in lane.contacts:
            words = (f"{when(contact)}: {what_became(contact)}",)
            yield _mark(place, contact, (*words, contact.summary) if told else words)
        return
    groups: dict[tuple[str, Status], list[Contact]] = {}
    for contact in lane.contacts:
        groups.setdefault((period_of(contact.date.first_day, together), contact.status), []).append(contact)
    for (period, status), members in groups.items():
        day = members[len(members) // 2].date.first_day
        words = (f"{period}: {len(members):,} × {lane.label}, {status}",)
        yield Mark(place, status, day, day, day, False, "", words, len(members))


def _mark(place: int, contact: Contact, words: tuple[str, ...]) -> Mark:
    days = contact.date
    return Mark(
        place, contact.status, days.first_day, days.start_earliest, days.end_latest, days.lasted, contact.contact_id, words
    )


def _ends(gap: Gap, first: Day, last: Day) -> tuple[Day, Day]:
    """Where the bar of a gap begins and ends on an axis: the days that are surely silent, of an open one up to ``last``."""
    stop = last if gap.following is None else gap.following.date.start_earliest
    return max(first, gap.previous.date.end_latest), stop


def _silent(
    dossier: Dossier, place: int, selection: Selection, found: Iterable[Silence], first: Day
) -> Iterator[SilentStretch]:
    least = (dossier.last_day - first) * _LEAST_SHARE
    for silence in found:
        start, stop = _ends(silence.gap, first, dossier.last_day)
        if stop - start < max(1, least):
            continue
        tried = (f"Attempts inside: {len(silence.attempts)}",) if silence.attempts else ()
        beyond = (f"Counted to {_as_of(dossier)}, beyond this axis",) if _goes_on(dossier, silence.gap) else ()
        words = (f"{gap_in_words(silence.gap)}: {from_to(silence.gap)}", *beyond, f"Looked at: {seen_share(silence)}", *tried)
        for part in stretches(dossier.windows, selection, range(start, stop)):
            before = part.days.start == first > silence.gap.previous.date.end_latest
            yield SilentStretch(
                place, part.days.start, part.days.stop, SEEN[part.completeness], silence.gap.open, words, before
            )


def _longest(parts: Iterable[SilentStretch]) -> tuple[SilentStretch, ...]:
    """All stretches, or of very many those that can be seen best, in their order."""
    every = list(parts)
    if len(every) <= _MOST_STRETCHES:
        return tuple(every)
    least = sorted((part.stop - part.start for part in every), reverse=True)[_MOST_STRETCHES]
    return tuple(part for part in every if part.stop - part.start > least or part.open)


def _goes_on(dossier: Dossier, gap: Gap) -> bool:
    """Whether the gap is open and the axis ends before the day to which it is counted."""
    return gap.open and dossier.last_day < dossier.as_of


def _as_of(dossier: Dossier) -> str:
    return day_in_words(date.fromordinal(dossier.as_of))


def _labels(dossier: Dossier, place: int, found: Iterable[Silence], first: Day) -> Iterator[GapLabel]:
    for silence in found:
        gap = silence.gap
        start, stop = _ends(gap, first, dossier.last_day)
        share = (stop - start) / (dossier.last_day - first)
        if share >= 0.04:
            so_far = " so far" if gap.open else ""
            short, _, about = gap_in_words(gap).partition(", about ")
            below = f"to {_as_of(dossier)}" if _goes_on(dossier, gap) else f"about {about}" if about else ""
            lines = (short + so_far, below) if below else (short + so_far,)
            yield GapLabel(place, start, stop, lines, share, gap.open)


def _office_words(office: Office) -> str:
    return "minister" if office is Office.MINISTER else "chief of defence"


def _era_rows(dossier: Dossier) -> list[tuple[str, Office]]:
    """Ministers always, chiefs of defence when the record has contacts of theirs; only rows with somebody in them."""
    offices = [Office.MINISTER]
    if any(contact.level is Level.CHIEF_OF_DEFENCE for contact in dossier.contacts):
        offices.append(Office.CHIEF_OF_DEFENCE)
    known = {(holder.party, holder.office) for holder in dossier.officeholders if holder.from_date is not None}
    return [(party, office) for office in offices for party in dossier.pair.parties if (party, office) in known]


def _eras(dossier: Dossier, rows: Sequence[tuple[str, Office]], first: Day) -> Iterator[Era]:
    """Tenures whose first day is known, cut to the axis."""
    for holder in sorted(dossier.officeholders, key=lambda holder: (holder.from_date or date.min, holder.person)):
        if (holder.party, holder.office) not in rows or holder.from_date is None:
            continue
        begun = max(holder.from_date.toordinal(), first)
        last = dossier.last_day
        ended = last if holder.last_possible is None else min(holder.last_possible, last)
        if ended > begun:
            until = "no end recorded" if holder.to_date is None else f"to {day_in_words(holder.to_date)}"
            words = (f"{holder.person}, {holder.title}", f"from {day_in_words(holder.from_date)}, {until}")
            row = rows.index((holder.party, holder.office))
            yield Era(row, holder.person, surname(holder.person), begun, ended, (ended - begun) / (last - first), words)


def _sentence(dossier: Dossier, lanes: int, first: Day) -> str:
    names = and_list([party.name for party in dossier.parties])
    held, missed = len(dossier.held), len(dossier.contacts) - len(dossier.held)
    failed = f"{missed:,} that did not take place" if missed else "none that failed to take place"
    text = f"Timeline of {names}: {counted(held, 'held contact')} and {failed}"
    start, end = (day_in_words(date.fromordinal(day)) for day in (first, dossier.last_day))
    text += f", in {counted(lanes, 'lane')}, from {start} to {end}."
    if (since := _since(dossier, first)) is not None:
        text += f" Contacts before {day_in_words(date.fromordinal(since))} are left out."
    longest = summary(silence.gap for silence in dossier.silences).longest
    if longest is not None:
        text += f" The longest completed gap: {gap_in_words(longest)}, {from_to(longest)}."
    running = latest_open(dossier.silences)
    if running is not None:
        beyond = f", counted to {_as_of(dossier)}" if _goes_on(dossier, running.gap) else ""
        text += f" The open gap: {gap_in_words(running.gap)}{beyond}."
    return text
