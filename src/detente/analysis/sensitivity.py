"""How does the silence now move if the record were a little other: its weakest contact out, by person, at other levels?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.analysis.silence import standing
from detente.domain.contacts import Contact, Source
from detente.domain.coverage import CoverageWindow
from detente.domain.gaps import Gap, gaps
from detente.domain.preceding import led_by
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences
from detente.domain.vocabulary import By, Level, Reliability, Setting


class Variant(StrEnum):
    """What is changed."""

    WITHOUT_WEAKEST = "without-weakest-graded"
    WITHOUT_UNGRADED = "without-ungraded"
    WITHOUT_SIDELINES = "without-sidelines"
    BY_PERSON = "by-person"
    BY_OFFICE = "by-office"
    WITH_CHIEFS = "with-chiefs-of-defence"
    WITHOUT_CHIEFS = "without-chiefs-of-defence"


@dataclass(frozen=True, slots=True)
class Headline:
    """The ``silence`` now, how many of the ``n_gaps`` completed gaps of its series it exceeds, and the longest of them.

    It is longer than ``longer_than`` of them whatever imprecise dates mean, and than ``longer_than_max`` at the most.
    ``longest`` is None without a completed gap.
    """

    silence: Silence
    longer_than: int
    longer_than_max: int
    n_gaps: int
    longest: Gap | None

    @property
    def says(self) -> tuple[object, ...]:
        """What a reader takes from it: how long, how many gaps were as long or longer (at the most, at the least), the longest.

        How many were shorter is not in it: every contact taken out makes one gap of two.
        """
        gap, most = self.silence.gap, self.longest
        longest = None if most is None else (most.days_min, most.days_max)
        as_long = (self.n_gaps - self.longer_than, self.n_gaps - self.longer_than_max)
        return (gap.days_min, gap.days_max, as_long, longest)


@dataclass(frozen=True, slots=True)
class Variation:
    """One change and the answer with it; ``headline`` None: no silence is open then.

    ``taken_out`` are the ids of the contacts of the series that the change leaves out, ``brought_in`` of those that it adds,
    both in series order. ``grade`` is that of the one taken out as the weakest (``C3``), shared by ``alike`` contacts in all;
    None and 0 for other changes, and where no contact has a grade: nothing is taken out then. ``moved``: the headline says
    another thing than that of the record as it stands (see ``Headline.says``).
    """

    variant: Variant
    headline: Headline | None
    taken_out: tuple[str, ...]
    brought_in: tuple[str, ...]
    moved: bool
    grade: str | None = None
    alike: int = 0

    @property
    def words(self) -> str:
        """What was changed: ``without the weakest-graded contact (C3)``, ``with chiefs of defence``."""
        graded = "" if self.grade is None else f" ({self.grade}{f', the latest of {self.alike:,}' if self.alike > 1 else ''})"
        return f"{_WORDS[self.variant]}{graded}"


_WORDS = {
    Variant.WITHOUT_WEAKEST: "without the weakest-graded contact",
    Variant.WITHOUT_UNGRADED: "without contacts whose sources nobody could judge",
    Variant.WITHOUT_SIDELINES: "without meetings on the sidelines",
    Variant.BY_PERSON: "by person",
    Variant.BY_OFFICE: "by office",
    Variant.WITH_CHIEFS: "with chiefs of defence",
    Variant.WITHOUT_CHIEFS: "without chiefs of defence",
}


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The answer of the record as it stands (None: no silence is open), and a row for each change."""

    headline: Headline | None
    rows: tuple[Variation, ...]


def sensitivity(contacts: Iterable[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> Sensitivity:
    """How the answer of ``selection``, of exactly two parties, moves with each change.

    ``contacts`` are those of the pair with their sources and participants, of every level and setting: the selection is
    applied here, and changed. ``windows`` are the declared coverage of the pair. Changes: without the weakest-graded contact
    (see ``weakest``); without those whose sources cannot be judged, where there are any; without meetings on the sidelines;
    by person where the selection is by office, and the other way round; with chiefs of defence, or without them where they
    are in already. Raises ValueError when the selection does not name exactly two parties.
    """
    if selection.dyad is None:
        raise ValueError(selection.parties)
    every = list(contacts)
    held = _held(every, selection)
    now = _headline(held, selection, windows)
    series = _series(held, now)
    rows = [*_without_doubtful(series, selection, windows), *_chosen_otherwise(every, series, selection, windows)]
    return Sensitivity(now, tuple(replace(row, moved=_says(row.headline) != _says(now)) for row in rows))


def weakest(contacts: Iterable[Contact]) -> tuple[Contact, str, int] | None:
    """The contact whose best source has the worst grade, that grade, and how many contacts share it; None without a grade.

    Grades are compared by reliability, A to E, and then by credibility. F and 6 mean that nobody could judge, which is not
    the worst: a contact with sources of reliability F alone, or with none, is in no order with the others and never the
    weakest; a credibility of 6 speaks neither for nor against, and stands after 3 (possibly true) and before 4 (doubtful). Of
    several with the worst grade it is the latest, on which the silence now hangs most.
    """
    graded = [(grade, contact) for contact in contacts if (grade := best_grade(contact.sources)) is not None]
    if not graded:
        return None
    worst = max((grade for grade, _ in graded), key=_place)
    alike = [contact for grade, contact in graded if grade == worst]
    return max(alike, key=lambda contact: contact.order), worst, len(alike)


def best_grade(sources: Iterable[Source]) -> str | None:
    """The best grade among sources whose reliability was judged, as in ``weakest``; None when there is none."""
    grades = [f"{source.reliability}{source.credibility}" for source in sources if source.reliability is not Reliability.F]
    return min(grades, key=_place, default=None)


def _place(grade: str) -> tuple[str, int]:
    return grade[0], "123645".index(grade[1])


def _held(contacts: Iterable[Contact], selection: Selection) -> list[Contact]:
    """The held contacts chosen, with the sources that may be looked at."""
    chosen = filter(selection.only_held().matches, contacts)
    if selection.include_restricted:
        return list(chosen)
    return [replace(c, sources=tuple(source for source in c.sources if not source.restricted)) for c in chosen]


def _headline(held: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> Headline | None:
    pair = selection.dyad
    coverage = {} if pair is None else {pair: windows}
    stands = standing(silences(gaps(held, selection), selection, coverage, {}))
    if stands is None:
        return None
    longest = min(stands.completed, key=lambda gap: gap.sort_key, default=None)
    return Headline(stands.silence, stands.longer_than, stands.longer_than_max, stands.n_gaps, longest)


def _says(headline: Headline | None) -> object:
    return None if headline is None else headline.says


def _series(held: Sequence[Contact], headline: Headline | None) -> list[Contact]:
    """The contacts of the series that the headline is about: by person, of the two people."""
    persons = () if headline is None else headline.silence.gap.persons
    return [contact for contact in held if led_by(contact, persons)]


def _without_doubtful(held: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> Iterator[Variation]:
    found = weakest(held)
    out = [] if found is None else [found[0]]
    row = _less(Variant.WITHOUT_WEAKEST, held, out, selection, windows)
    yield row if found is None else replace(row, grade=found[1], alike=found[2])
    ungraded = [contact for contact in held if best_grade(contact.sources) is None]
    if ungraded:
        yield _less(Variant.WITHOUT_UNGRADED, held, ungraded, selection, windows)


def _less(
    variant: Variant,
    held: Sequence[Contact],
    out: Sequence[Contact],
    selection: Selection,
    windows: Sequence[CoverageWindow],
) -> Variation:
    gone = {contact.contact_id for contact in out}
    left = [contact for contact in held if contact.contact_id not in gone]
    return Variation(variant, _headline(left, selection, windows), _ids(out), (), False)


def _chosen_otherwise(
    every: Sequence[Contact], series: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]
) -> Iterator[Variation]:
    for variant, other in _otherwise(selection):
        held = _held(every, other)
        headline = _headline(held, other, windows)
        found = _series(held, headline)
        before, after = ({contact.contact_id for contact in chosen} for chosen in (series, found))
        out = [contact for contact in series if contact.contact_id not in after]
        new = [contact for contact in found if contact.contact_id not in before]
        yield Variation(variant, headline, _ids(out), _ids(new), False)


def _otherwise(selection: Selection) -> Iterator[tuple[Variant, Selection]]:
    """The other selections, but for those that leave nothing to choose."""
    settings = (selection.settings or frozenset(Setting)) - {Setting.SIDELINES}
    if settings:
        yield Variant.WITHOUT_SIDELINES, replace(selection, settings=settings)
    if selection.by is By.PERSON:
        yield Variant.BY_OFFICE, replace(selection, by=By.OFFICE)
    else:
        yield Variant.BY_PERSON, replace(selection, by=By.PERSON)
    levels = selection.levels or frozenset(Level)
    if Level.CHIEF_OF_DEFENCE not in levels:
        yield Variant.WITH_CHIEFS, replace(selection, levels=levels | {Level.CHIEF_OF_DEFENCE})
    elif len(levels) > 1:
        yield Variant.WITHOUT_CHIEFS, replace(selection, levels=levels - {Level.CHIEF_OF_DEFENCE})


def _ids(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(contact.contact_id for contact in sorted(contacts, key=lambda contact: contact.order))
