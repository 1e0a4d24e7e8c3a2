"""The overview of all pairs: who belongs to which pair, what is left out, and that narrowing needs no second look."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.survey import DyadRecord, Survey, narrowed, survey
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import DEFAULT_TOLERANCE, parse
from detente.domain.days import Day
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Completeness, Level, Observation, Setting, Status, Substance

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
    return survey(contacts, selection=selection, names=NAMES, windows=declared, tolerance=DEFAULT_TOLERANCE)


def ids(record: DyadRecord) -> list[str]:
    return [contact.date.text for contact in record.contacts]


def test_a_contact_of_three_belongs_to_each_pair() -> None:
    found = of([contact("2024-05-01", "DEU FRA RUS"), contact("2024-04-03")])
    assert {record.pair: ids(record) for record in found.dyads} == {
        FRA_RUS: ["2024-04-03", "2024-05-01"],
        DEU_FRA: ["2024-05-01"],
        DEU_RUS: ["2024-05-01"],
    }


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
    closed, running = found.dyads[0].silences
    assert (closed.gap.days_max, closed.observed.observation, closed.attempts) == (
        10,
        Observation.OBSERVED,
        ("fra-rus-2024-01-06-phone",),
    )
    assert (running.gap.days_max, running.gap.open) == (720, True)  # 20 days of January, 335 and 365 more
    assert [contact.date.text for contact in found.dyads[0].held] == ["2024-01-01", "2024-01-11"]


def test_the_period_cuts_the_list_and_never_the_series() -> None:
    known = [contact("2023-01-01"), contact("2024-06-01"), contact("2020-01-01", "DEU RUS"), contact("2026-02-01", "RUS USA")]
    selection = replace(EVERYTHING, period_from=day("2024-01-01"), period_to=day("2024-12-31"), as_of=day("2026-12-31"))
    found = of(known, selection)
    by_pair = {record.pair: record for record in found.dyads}
    assert ids(by_pair[FRA_RUS]) == ["2024-06-01"]
    assert [silence.gap.days_max for silence in by_pair[FRA_RUS].silences] == [517, 943]  # ends in the period; open in it
    assert ids(by_pair[DEU_RUS]) == []  # silent all through the period
    assert [silence.gap.open for silence in by_pair[DEU_RUS].silences] == [True]
    assert [record.pair for record in found.elsewhere] == [RUS_USA]


def test_what_began_after_the_as_of_day_is_not_there() -> None:
    found = of([contact("2024-04-03"), contact("2024-05-01")], replace(EVERYTHING, as_of=day("2024-04-30")))
    assert ids(found.dyads[0]) == ["2024-04-03"]
    assert found.dyads[0].silences[-1].gap.days_max == 27
    assert found.as_of == day("2024-04-30")


def test_restricted_contacts_are_left_out_and_that_is_said() -> None:
    secret = contact("2024-05-01", "DEU RUS", restricted=True, dyad_slug="secret")
    found = of([contact("2024-04-03"), secret])
    assert [record.pair for record in found.dyads] == [FRA_RUS]
    assert (found.left_out, found.restricted) == (True, False)
    shown = of([contact("2024-04-03"), secret], replace(EVERYTHING, include_restricted=True))
    assert [record.slug for record in shown.dyads] == ["secret", "fra-rus"]
    assert (shown.left_out, shown.restricted) == (False, True)
    assert not of([contact("2024-04-03"), secret], replace(EVERYTHING, parties=("FRA",))).left_out


def test_a_restricted_contact_outside_the_period_does_not_show() -> None:
    selection = replace(EVERYTHING, include_restricted=True, period_from=day("2024-01-01"))
    assert not of([contact("2024-04-03"), contact("2023-05-01", restricted=True)], selection).restricted


def test_the_slug_is_the_folder_of_the_pair_itself() -> None:
    known = [contact("2023-01-01", "RUS USA", dyad_slug="usa-rus"), contact("2022-01-01", "RUS USA DEU", dyad_slug="tur-rus")]
    assert {record.pair: record.slug for record in of(known).dyads} == {
        RUS_USA: "usa-rus",
        DEU_RUS: "deu-rus",
        Dyad("DEU", "USA"): "deu-usa",
    }


def test_topics_and_people_have_been_chosen_before() -> None:
    found = of([contact("2024-04-03")], replace(EVERYTHING, topics=frozenset({"syria"}), persons=frozenset({"Ana"})))
    assert len(found.dyads[0].silences) == 1


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
    assert len(narrowed(of(known, wide), calls).dyads) == 1
    assert narrowed(of(known, wide), calls) == of(known, calls)


def test_narrowing_keeps_the_files_that_lie_beside() -> None:
    whole = replace(of([contact("2024-04-03")]), linked=frozenset({"fra-rus"}))
    assert narrowed(whole, replace(EVERYTHING, channels=CALL_CHANNELS)).linked == {"fra-rus"}


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
    assert narrowed(of(known, wide, *windows), narrow) == of(known, narrow, *windows)
