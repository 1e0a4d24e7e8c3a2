"""The overview of all pairs: who belongs to which pair, what is left out, and that a walk finds what the definitions say."""

import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.pair_record import LONG_SILENCE, PairRecord, marked, pair_record, silences_of_pair
from detente.analysis.periods import Per, index_of
from detente.analysis.silence import standing
from detente.analysis.survey import MOST_DRAWN, Survey, surveys
from detente.domain.contacts import Contact, Participant
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import parse
from detente.domain.days import Day
from detente.domain.entries import Entry, PairSeries
from detente.domain.gaps import Endpoint, gaps
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences, summary
from detente.domain.vocabulary import (
    CALL_CHANNELS,
    By,
    Channel,
    Completeness,
    Level,
    Observation,
    Office,
    Setting,
    Status,
    Substance,
)
from tests.support.surveys import SurveyedContacts, series_of

FRA_RUS, DEU_RUS, DEU_FRA, RUS_USA = Dyad("FRA", "RUS"), Dyad("DEU", "RUS"), Dyad("DEU", "FRA"), Dyad("RUS", "USA")
NAMES = {"FRA": "France", "RUS": "Russia", "DEU": "Germany"}


def day(text: str) -> Day:
    return date.fromisoformat(text).toordinal()


EVERYTHING = Selection(as_of=day("2025-12-31"))


def contact(when: str, parties: str = "FRA RUS", *, channel: Channel = Channel.PHONE, **more: object) -> Contact:
    codes = tuple(sorted(parties.split()))
    fields: dict[str, object] = {"dyad_slug": "-".join(codes[:2]).lower(), "level": Level.MINISTER, "status": Status.HELD}
    return Contact(
        contact_id=f"{'-'.join(codes).lower()}-{when}-{channel}",
        date=parse(when),
        channel=channel,
        setting=Setting.BILATERAL,
        substance=Substance.TALKS,
        parties=codes,
        summary="",
        **{**fields, **more},  # type: ignore[arg-type]  # the keys are its fields
    )


def window(pair: Dyad, start: str, end: str, completeness: Completeness) -> CoverageWindow:
    return CoverageWindow(pair, "any", "any", date.fromisoformat(start), date.fromisoformat(end), completeness, "")


def of(contacts: list[Contact], selection: Selection = EVERYTHING, *windows: CoverageWindow) -> Survey:
    declared = {pair: [w for w in windows if w.dyad == pair] for pair in {w.dyad for w in windows}}
    return SurveyedContacts(contacts, selection, NAMES, declared).whole


def held(record: PairRecord) -> list[str]:
    """How many were held, and the first and the last of them."""
    return [] if record.ends is None else [str(record.held), *(entry.text for entry in record.ends)]


def test_a_contact_of_three_belongs_to_each_pair() -> None:
    found = of([contact("2024-05-01", "DEU FRA RUS"), contact("2024-04-03")])
    assert {record.pair: held(record) for record in found.dyads} == {
        FRA_RUS: ["2", "2024-04-03", "2024-05-01"],
        DEU_FRA: ["1", "2024-05-01", "2024-05-01"],
        DEU_RUS: ["1", "2024-05-01", "2024-05-01"],
    }
    assert (found.totals.contacts, found.totals.held, found.totals.several) == (2, 2, 1)
    assert {record.pair: record.alone is not None for record in found.dyads} == {FRA_RUS: True, DEU_FRA: False, DEU_RUS: False}


def test_of_one_party_only_its_pairs() -> None:
    selection = replace(EVERYTHING, parties=("FRA",))
    found = of([contact("2024-05-01", "DEU FRA RUS"), contact("2024-04-03", "DEU RUS")], selection)
    assert [record.pair for record in found.dyads] == [DEU_FRA, FRA_RUS]


def test_most_held_contacts_first_then_the_pair() -> None:
    tried = [contact(f"2024-0{month}-01", "RUS USA", status=Status.DECLINED) for month in (1, 2, 3)]
    held = [contact("2024-01-01", "DEU RUS"), contact("2024-01-02"), contact("2024-01-03")]
    assert [record.pair for record in of([*tried, *held]).dyads] == [FRA_RUS, DEU_RUS, RUS_USA]


def test_silences_are_those_of_the_pair_with_what_was_tried_and_looked_at() -> None:
    known = [contact("2024-01-01"), contact("2024-01-11"), contact("2024-01-06", status=Status.DECLINED)]
    found = of(known, EVERYTHING, window(FRA_RUS, "2024-01-01", "2024-01-11", Completeness.COMPLETE))
    closed, running = _silences(known, EVERYTHING, window(FRA_RUS, "2024-01-01", "2024-01-11", Completeness.COMPLETE))
    assert found.dyads[0].now == running
    assert found.dyads[0].completed is not None
    assert found.dyads[0].completed.longest == closed.gap
    assert (closed.gap.days_max, closed.observed.observation, closed.attempts) == (
        10,
        Observation.OBSERVED,
        ("fra-rus-2024-01-06-phone",),
    )
    assert (running.gap.days_max, running.gap.open) == (720, True)  # 20 days of January, 335 and 365 more
    assert held(found.dyads[0]) == ["2", "2024-01-01", "2024-01-11"]


def test_the_period_cuts_the_list_and_never_the_series() -> None:
    known = [contact("2023-01-01"), contact("2024-06-01"), contact("2020-01-01", "DEU RUS"), contact("2026-02-01", "RUS USA")]
    selection = replace(EVERYTHING, period_from=day("2024-01-01"), period_to=day("2024-12-31"), as_of=day("2026-12-31"))
    found = of(known, selection)
    by_pair = {record.pair: record for record in found.dyads}
    assert set(by_pair) == {FRA_RUS, DEU_RUS}
    assert held(by_pair[FRA_RUS]) == ["1", "2024-06-01", "2024-06-01"]
    ended, running = by_pair[FRA_RUS].completed, by_pair[FRA_RUS].now
    assert ended is not None
    assert running is not None
    assert (ended.longest.days_max, running.gap.days_max) == (517, 943)  # ends in the period; open in it
    assert held(by_pair[DEU_RUS]) == []  # silent all through the period
    assert by_pair[DEU_RUS].now is not None
    assert by_pair[DEU_RUS].completed is None


def test_what_began_after_the_as_of_day_is_not_there() -> None:
    found = of([contact("2024-04-03"), contact("2024-05-01")], replace(EVERYTHING, as_of=day("2024-04-30")))
    assert held(found.dyads[0]) == ["1", "2024-04-03", "2024-04-03"]
    assert found.dyads[0].now is not None
    assert found.dyads[0].now.gap.days_max == 27
    assert found.as_of == day("2024-04-30")


def test_restricted_contacts_are_left_out_and_that_is_said() -> None:
    secret = contact("2024-05-01", "DEU RUS", restricted=True, dyad_slug="secret")
    found = of([contact("2024-04-03"), secret])
    assert [record.pair for record in found.dyads] == [FRA_RUS]
    assert (found.left_out, found.totals.restricted) == (True, False)
    shown = of([contact("2024-04-03"), secret], replace(EVERYTHING, include_restricted=True))
    assert [record.slug for record in shown.dyads] == ["secret", "fra-rus"]
    assert (shown.left_out, shown.totals.restricted) == (False, True)
    assert not of([contact("2024-04-03"), secret], replace(EVERYTHING, parties=("FRA",))).left_out


def test_a_restricted_contact_outside_the_period_does_not_show() -> None:
    selection = replace(EVERYTHING, include_restricted=True, period_from=day("2024-01-01"))
    assert not of([contact("2024-04-03"), contact("2023-05-01", restricted=True)], selection).totals.restricted


def test_the_slug_is_the_folder_of_the_pair_itself() -> None:
    known = [contact("2023-01-01", "RUS USA", dyad_slug="usa-rus"), contact("2022-01-01", "RUS USA DEU", dyad_slug="tur-rus")]
    assert {record.pair: record.slug for record in of(known).dyads} == {
        RUS_USA: "usa-rus",
        DEU_RUS: "deu-rus",
        Dyad("DEU", "USA"): "deu-usa",
    }


def test_names_and_files() -> None:
    found = replace(of([contact("2024-04-03", "FRA RUS"), contact("2024-04-04", "FRA XYZ")]), linked=frozenset({"fra-rus"}))
    assert [found.sides(record.pair) for record in found.dyads] == [["France", "Russia"], ["France", "XYZ"]]
    assert [found.file_of(record) for record in found.dyads] == ["fra-rus.html", ""]


def test_a_silence_may_show_only_in_a_narrower_selection() -> None:
    """All channels: silent from 2019 to a meeting of 2025, outside the period. Calls alone: silent all through it."""
    known = [contact("2019-01-01"), contact("2025-01-01", channel=Channel.IN_PERSON)]
    wide = replace(EVERYTHING, period_from=day("2020-01-01"), period_to=day("2021-12-31"))
    calls = replace(wide, channels=CALL_CHANNELS)
    assert of(known, wide).dyads == ()
    assert len(_narrowed(known, wide, calls).dyads) == 1


_PARTIES = ("DEU", "FRA", "RUS", "USA")


@st.composite
def _contacts(draw: st.DrawFn) -> Contact:
    first = draw(st.dates(min_value=date(2020, 1, 1), max_value=date(2020, 4, 30)))
    form = draw(st.sampled_from(["{0}", "{0}~", "{1}"]))
    parties = draw(st.sets(st.sampled_from(_PARTIES), min_size=2, max_size=3))
    return replace(
        contact(form.format(first.isoformat(), first.isoformat()[:7]), " ".join(sorted(parties))),
        contact_id=f"c{draw(st.integers(0, 10**9))}",
        channel=draw(st.sampled_from([Channel.PHONE, Channel.VIDEO, Channel.LETTER])),
        level=draw(st.sampled_from([Level.MINISTER, Level.OFFICIAL])),
        status=draw(st.sampled_from([Status.HELD, Status.HELD, Status.DECLINED])),
        restricted=draw(st.sampled_from([False, False, False, True])),
        dyad_slug=draw(st.sampled_from(["a", "b"])),
    )


_WINDOWS = st.builds(
    window,
    st.sampled_from(dyads_of(_PARTIES)),
    st.sampled_from(["2020-01-01", "2020-02-15"]),
    st.sampled_from(["2020-02-20", "2020-06-30"]),
    st.sampled_from(Completeness),
)
_DAYS = st.integers(day("2019-12-20"), day("2020-07-10"))


@st.composite
def _wide(draw: st.DrawFn) -> Selection:
    return Selection(
        as_of=draw(st.integers(day("2020-01-10"), day("2020-06-30"))),
        parties=draw(st.sampled_from([(), (), ("FRA",)])),
        channels=draw(st.sampled_from([frozenset(), frozenset({Channel.PHONE, Channel.LETTER})])),
        period_from=draw(st.none() | _DAYS),
        period_to=draw(st.none() | _DAYS),
        include_restricted=draw(st.booleans()),
    )


@st.composite
def _pair_of_selections(draw: st.DrawFn) -> tuple[Selection, Selection]:
    wide = draw(_wide())
    start, end = draw(st.none() | _DAYS), draw(st.none() | _DAYS)
    starts = [edge for edge in (wide.period_from, start) if edge is not None]
    ends = [edge for edge in (wide.period_to, end) if edge is not None]
    narrow = replace(
        wide,
        channels=draw(st.sampled_from([wide.channels, frozenset({Channel.PHONE}), frozenset({Channel.LETTER})])),
        levels=draw(st.sampled_from([frozenset(), frozenset({Level.MINISTER})])),
        statuses=draw(st.sampled_from([wide.statuses, frozenset({Status.HELD}), frozenset({Status.DECLINED})])),
        period_from=max(starts, default=None),
        period_to=min(ends, default=None),
    )
    return wide, narrow


@given(st.lists(_contacts(), max_size=12), st.lists(_WINDOWS, max_size=4), _pair_of_selections())
def test_narrowing_equals_asking_anew(
    known: list[Contact], windows: list[CoverageWindow], selections: tuple[Selection, Selection]
) -> None:
    wide, narrow = selections
    asked = of(known, narrow, *windows)
    assert _narrowed(known, wide, narrow, *windows) == replace(
        asked, left_out=False, dyads=tuple(replace(one, slug="") for one in asked.dyads)
    )


def _narrowed(known: list[Contact], wide: Selection, narrow: Selection, *windows: CoverageWindow) -> Survey:
    """The narrower selection, out of the series of the wider one."""
    whole = of(known, wide, *windows)
    (found,) = surveys(series_of(known, wide), [narrow], whole.known)
    return found


def _silences(known: list[Contact], selection: Selection, *windows: CoverageWindow) -> list[Silence]:
    """By the definitions: every gap of every pair selected, with what was tried in it."""
    tried: dict[Dyad, list[Endpoint]] = {}
    for one in known:
        if selection.matches(one) and not one.held:
            for pair in dyads_of(one.parties):
                tried.setdefault(pair, []).append(Endpoint(one.contact_id, one.date))
    declared = {pair: [w for w in windows if w.dyad == pair] for pair in {w.dyad for w in windows}}
    found = silences(gaps([one for one in known if selection.matches(one)], selection), selection, declared, tried)
    return [silence for silence in found if set(selection.parties) <= set(silence.gap.dyad.parties)]


_PEOPLE = st.sampled_from(["Ana", "Bo", None])


@st.composite
def _told_of(draw: st.DrawFn) -> Contact:
    """With people, so that series by person have several to be made of."""
    made = draw(_contacts())
    people = tuple(Participant(party, draw(_PEOPLE), "minister", Office.MINISTER) for party in made.parties)
    return replace(made, participants=people)


@given(
    st.lists(_told_of(), max_size=25, unique_by=lambda one: one.contact_id),
    st.lists(_WINDOWS, max_size=4),
    _wide(),
    st.sampled_from(By),
)
def test_a_walk_finds_what_the_definitions_say(
    known: list[Contact], windows: list[CoverageWindow], wide: Selection, by: By
) -> None:
    selection = replace(wide, by=by)
    found = {record.pair: record for record in of(known, selection, *windows).dyads}
    every: dict[Dyad, list[Silence]] = {}
    for silence in _silences(known, selection, *windows):
        every.setdefault(silence.gap.dyad, []).append(silence)
    listed: dict[Dyad, list[Contact]] = {}
    for one in sorted(known, key=lambda one: one.order):
        if selection.matches(one) and selection.in_period(one.date.first_day):
            for pair in dyads_of(one.parties):
                if set(selection.parties) <= set(pair.parties):
                    listed.setdefault(pair, []).append(one)
    assert set(found) == set(every) | set(listed)
    for pair, record in found.items():
        _agrees(record, every.get(pair, []), listed.get(pair, []))


def _agrees(record: PairRecord, every: list[Silence], listed: list[Contact]) -> None:
    took_place = [one for one in listed if one.held]
    assert (record.listed, record.held) == (len(listed), len(took_place))
    assert [entry.contact_id for entry in record.ends or ()] == [one.contact_id for one in (took_place[:1] + took_place[-1:])]
    quarters = Counter(index_of(one.date.first_day, Per.QUARTER) for one in took_place)
    assert record.per_quarter == quarters
    stands = standing(every)
    assert record.now == (None if stands is None else stands.silence)
    if stands is not None and record.rank is not None:
        own = summary(stands.completed)
        expected = (stands.n_gaps, stands.longer_than, stands.longer_than_max, own.longest, stands.last_longer, stands.median)
        rank = record.rank
        assert (rank.n_gaps, rank.longer_than, rank.longer_than_max, rank.longest, rank.last_longer, rank.median) == expected
    figures = summary(silence.gap for silence in every)
    if record.completed is None:
        assert not figures.completed
        return
    assert (record.completed.longest, record.completed.median) == (figures.longest, (figures.median_min, figures.median_max))
    long = [one for one in every if one.gap.following is not None and one.gap.days_min >= LONG_SILENCE]
    last = max(long, key=lambda one: one.gap.following.order if one.gap.following else (), default=None)
    told = record.completed.long
    assert (None if told is None else told.silence.gap) == (None if last is None else last.gap)


def test_every_silence_of_a_pair_is_told_where_they_are_few() -> None:
    known = [contact("2024-01-01"), contact("2024-01-11"), contact("2024-01-06", status=Status.DECLINED)]
    (series,) = series_of(known, EVERYTHING)
    assert silences_of_pair(series, EVERYTHING, ()) == _silences(known, EVERYTHING)


def test_no_series_is_kept() -> None:
    """By the time that a pair comes by, the one before the last is gone: a record may be longer than memory."""
    gone: list[weakref.ref[_Entries]] = []

    def walk() -> Iterator[PairSeries]:
        for number in range(5):
            known = [contact(f"2024-01-{day_:02d}", f"AAA P{number}") for day_ in (1, 11, 21)]
            (one,) = series_of(known, EVERYTHING)
            entries = _Entries(one.entries)
            gone.append(weakref.ref(entries))
            yield PairSeries(one.pair, entries)
            del entries
            assert all(ref() is None for ref in gone[:-1])

    (found,) = surveys(walk(), [EVERYTHING], of([]).known)
    assert len(found.dyads) == len(gone) == 5


class _Entries(list[Entry]):
    """Entries of which one can tell whether they are still there."""


def test_marks_are_kept_of_the_pairs_that_are_drawn_and_of_no_others() -> None:
    """Two hundred pairs, one contact more each, the busiest last: all of them are drawn when they come by."""
    codes = [f"P{number:03d}" for number in range(201)]
    known = [
        replace(contact(f"{2000 + number % 20}-01-01", f"P000 {code}"), contact_id=f"{code}-{number}")
        for place, code in enumerate(codes[1:])
        for number in range(place // 4 + 1)
    ]
    found = of(known)
    assert [bool(record.marks) for record in found.dyads[:MOST_DRAWN]] == [True] * MOST_DRAWN
    assert sum(bool(record.marks) for record in found.dyads) < 3 * MOST_DRAWN
    assert [record.held for record in found.dyads] == sorted((place // 4 + 1 for place in range(200)), reverse=True)


def test_a_row_has_the_marks_of_what_was_held_and_then_of_what_was_not() -> None:
    known = [contact("2024-01-01"), contact("2024-01-06", status=Status.DECLINED), contact("2024-01-11")]
    (series,) = series_of(known, EVERYTHING)
    record = marked(pair_record(series, series.entries, EVERYTHING, (), {}), series.entries)
    assert [mark.first.text for mark in record.marks[0]] == ["2024-01-01", "2024-01-11", "2024-01-06"]
    assert len(record.marks) == 3


def test_the_silence_of_two_people_is_theirs() -> None:
    """The gaps of others are none of it: the latest to have spoken stand for the pair."""

    def met(when: str, one: str) -> Contact:
        people = (Participant("FRA", one, "", Office.MINISTER), Participant("RUS", "Bo", "", Office.MINISTER))
        return contact(when, participants=people)

    selection = replace(EVERYTHING, by=By.PERSON)
    (series,) = series_of([met("2024-01-01", "Ana"), met("2024-02-01", "Ana"), met("2024-03-01", "Cy")], selection)
    record = pair_record(series, series.entries, selection, (), {})
    assert record.now is not None
    assert record.now.gap.persons == (("FRA", "Cy"), ("RUS", "Bo"))
    assert record.now.gap.previous.contact_id == "fra-rus-2024-03-01-phone"
    assert record.rank is not None
    assert record.rank.n_gaps == 0
    assert record.completed is not None
    assert record.completed.longest.persons == (("FRA", "Ana"), ("RUS", "Bo"))
    assert record.completed.median == (31, 31)
