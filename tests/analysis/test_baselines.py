"""What a silence is set against: which gaps and since when, by hand."""

from datetime import date
from random import Random

import pytest

from detente.analysis.baselines import Baseline, SeriesGround, baseline, baseline_name, baseline_names
from detente.analysis.silence import standing
from detente.analysis.unusual import Unusual, against_each, unusual
from detente.domain.contacts import Contact
from detente.domain.days import iso
from detente.domain.gaps import gaps
from detente.domain.officeholders import Officeholder
from detente.domain.silences import Silence, silences
from detente.domain.vocabulary import Office
from detente.errors import UsageError
from tests.domain.records import choose, contact, window

KNOWN = [
    contact(when) for when in ("2015-01-01", "2016-01-01", "2018-06-01", "2019-06-01", "2020-02-29", "2021-06-01", "2024-02-29")
]


def holder(person: str, party: str, begun: str, ended: str = "", office: Office = Office.MINISTER) -> Officeholder:
    days = (date.fromisoformat(begun) if begun else None, date.fromisoformat(ended) if ended else None)
    return Officeholder(person, party, office, "", *days, "")


def ground(as_of: str = "2024-12-31", *holders: Officeholder, levels: str = "") -> SeriesGround:
    return SeriesGround(
        choose(as_of, levels=levels), [window("minister", "any", "2010-01-01", "2030-12-31", "complete")], holders
    )


def found(known: list[Contact], given: SeriesGround) -> list[Silence]:
    return silences(gaps(known, given.selection), given.selection, {}, {})


def against(name: str, given: SeriesGround, known: list[Contact] = KNOWN) -> Unusual:
    told = unusual(found(known, given), given, name)
    assert told is not None
    return told


def named(name: str, given: SeriesGround) -> Baseline:
    whole = standing(found(KNOWN, ground()))
    assert whole is not None
    return baseline(name, whole, given)


@pytest.mark.parametrize(
    ("text", "name"), [("whole", "whole"), ("LAST:5Y", "last:5y"), (" rate ", "rate"), ("officeholders", "officeholders")]
)
def test_names(text: str, name: str) -> None:
    assert baseline_name("--baseline", text) == name


@pytest.mark.parametrize("text", ["", "last", "last:0y", "last:5", "last:5m", "last:1000y", "last:-1y", "last:٥y", "ministers"])
def test_a_name_that_is_none(text: str) -> None:
    with pytest.raises(UsageError, match=r"--baseline .* is not known; one of whole, last:5y"):
        baseline_name("--baseline", text)


def test_the_table_has_the_years_that_were_chosen() -> None:
    assert baseline_names("whole") == ["whole", "last:5y", "officeholders", "rate"]
    assert baseline_names("last:3y") == ["whole", "last:3y", "officeholders", "rate"]


def test_the_last_years_end_with_the_last_contact_and_keep_what_ended_in_them() -> None:
    # 29 February 2024 less four years: 28 February 2020. The gaps that ended on 29 February 2020 and later: three.
    told = against("last:4y", ground())
    assert iso(told.baseline.since or 0) == "2020-02-28"
    assert [gap.following.contact_id for gap in told.standing.completed if gap.following] == [
        "2020-02-29",
        "2021-06-01",
        "2024-02-29",
    ]
    assert named("last:1y", ground()).words == "the year before it"
    assert named("last:999y", ground()).since is not None


def test_officeholders_since_the_later_of_both_began() -> None:
    told = against(
        "officeholders",
        ground(
            "2024-12-31",
            holder("Ann", "FRA", "2021-01-01"),
            holder("Bob", "RUS", "2019-01-01"),
            holder("Cy", "RUS", "2012-01-01", "2018-12-31"),
        ),
    )
    assert told.baseline.words == "latest known ministers, Ann and Bob"
    assert iso(told.baseline.since or 0) == "2021-01-01"
    assert told.standing.n_gaps == 2


@pytest.mark.parametrize(
    ("holders", "who"),
    [
        ([], "FRA and RUS"),
        ([holder("Ann", "FRA", "2021-01-01")], "RUS"),
        ([holder("Ann", "FRA", "2021-01-01"), holder("Bob", "RUS", "2019-01-01", "2024-12-30")], "RUS"),
        ([holder("Ann", "FRA", "2021-01-01"), holder("Bob", "RUS", "2025-01-01")], "RUS"),
        ([holder("Ann", "FRA", ""), holder("Bob", "RUS", "2019-01-01")], "FRA"),
        ([holder("Ann", "FRA", "2021-01-01"), holder("Bob", "RUS", "2019-01-01", office=Office.CHIEF_OF_DEFENCE)], "RUS"),
    ],
)
def test_officeholders_that_are_not_on_record(holders: list[Officeholder], who: str) -> None:
    told = against("officeholders", ground("2024-12-31", *holders))
    assert told.baseline.missing == f"who holds the office in {who}, and since when, is not on record"
    assert (told.standing.n_gaps, told.outlooks, told.rhythm, told.no_contact) == (0, (), None, None)


def test_the_office_is_that_of_the_level_selected() -> None:
    chiefs = [
        holder("Ann", "FRA", "2021-01-01", office=Office.CHIEF_OF_DEFENCE),
        holder("Bob", "RUS", "2019-01-01", office=Office.CHIEF_OF_DEFENCE),
    ]
    assert (
        named("officeholders", ground("2024-12-31", *chiefs, levels="chief-of-defence")).words
        == "latest known chiefs of defence, Ann and Bob"
    )
    assert named("officeholders", ground("2024-12-31", *chiefs, levels="chief-of-defence minister")).missing


def test_the_last_change_of_rate_is_one_before_the_silence() -> None:
    """Every 100 days to the end of 2014, every 10 days in 2015, then silent for years: the change is that of 2015."""
    days = [*range(0, 3650, 100), *range(3650, 4015, 10)]
    start = date(2005, 1, 1).toordinal()
    known = [contact(date.fromordinal(start + day).isoformat(), f"c{day:05}") for day in days]
    given = SeriesGround(
        choose("2025-12-31"),
        [window(level, "any", "2000-01-01", "2030-12-31", "complete") for level in ("minister", "chief-of-defence")],
        (),
    )
    told = against("rate", given, known)
    assert told.baseline.missing == ""
    assert abs((told.baseline.since or 0) - start - 3650) <= 100
    assert 30 <= told.standing.n_gaps <= 40


def test_a_steady_rate_has_no_change() -> None:
    dice = Random(3)
    start = date(2005, 1, 1).toordinal()
    known = [contact(date.fromordinal(start + day).isoformat(), f"c{day:05}") for day in sorted(dice.sample(range(6000), 60))]
    given = SeriesGround(
        choose("2021-06-30"),
        [window(level, "any", "2000-01-01", "2030-12-31", "complete") for level in ("minister", "chief-of-defence")],
        (),
    )
    assert against("rate", given, known).baseline.missing == "no change of rate was found before it"


def test_each_baseline_is_of_the_same_silence() -> None:
    told = against_each(found(KNOWN, ground()), ground())
    assert [each.baseline.name for each in told] == ["whole", "last:5y", "officeholders", "rate"]
    assert {each.gap.previous.contact_id for each in told} == {"2024-02-29"}
    assert against_each([], ground()) == ()
    assert unusual([], ground()) is None
