"""What may be said of who held which office: rows, what a row may not say, and who held it at the same time."""

from datetime import date

import pytest

from detente.domain.officeholders import Officeholder
from detente.domain.tenures import as_row, beside, mistakes, of_row, record_of, runs_backwards, usual_role
from detente.domain.vocabulary import Office

ROW = {
    "person": "Sergei Shoigu",
    "party": "RUS",
    "office": "minister",
    "title": "Minister of Defence",
    "from": "2012-11-06",
    "to": "2024-05-12",
    "source_url": "https://example.org/decree",
}
SHOIGU = Officeholder(
    "Sergei Shoigu",
    "RUS",
    Office.MINISTER,
    "Minister of Defence",
    date(2012, 11, 6),
    date(2024, 5, 12),
    "https://example.org/decree",
)


def tenure(
    person: str, first: str | None, last: str | None, office: Office = Office.MINISTER, party: str = "RUS"
) -> Officeholder:
    begun, ended = (None if day is None else date.fromisoformat(day) for day in (first, last))
    return Officeholder(person, party, office, f"{office} of {person}", begun, ended, "")


def test_a_tenure_and_its_row() -> None:
    assert of_row(ROW) == SHOIGU
    assert as_row(SHOIGU) == ROW
    open_ended = {**ROW, "from": "", "to": ""}
    assert (of_row(open_ended).from_date, of_row(open_ended).to_date) == (None, None)
    assert as_row(of_row(open_ended)) == open_ended


def test_what_it_is_called_in_the_history() -> None:
    assert record_of(SHOIGU) == "Sergei Shoigu RUS minister 2012-11-06"
    assert record_of(tenure("Bo", None, None)) == "Bo RUS minister "


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, []),
        ({"to": "2012-11-06"}, []),  # one day in office
        ({"to": "2012-11-05"}, ["to"]),
        ({"person": " "}, ["person"]),
        ({"office": "king"}, ["office"]),
        ({"from": "6 November 2012"}, ["from"]),
        ({"person": "", "office": "", "to": "2011-01-01"}, ["person", "office", "to"]),
    ],
)
def test_what_is_wrong_with_a_row(changed: dict[str, str], wrong: list[str]) -> None:
    assert [column for column, _ in mistakes({**ROW, **changed})] == wrong


def test_a_day_that_is_not_known_lies_before_none() -> None:
    assert (runs_backwards("", "2012-01-01"), runs_backwards("2012-01-01", "")) == (None, None)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2020-01-01", "2020-12-31", ["Ana"]),
        ("2020-12-31", None, ["Ana", "Bo"]),  # the last day of one, and the whole of the other
        ("2021-01-01", "2021-01-01", ["Bo"]),
        ("2021-01-01", None, ["Bo"]),
        ("2010-01-01", "2019-12-31", []),
        (None, None, []),
    ],
)
def test_who_held_an_office_of_one_holder_on_the_same_days(first: str | None, last: str | None, found: list[str]) -> None:
    known = [
        tenure("Ana", "2020-01-01", "2020-12-31"),
        tenure("Bo", "2021-01-01", None),
        tenure("Cy", None, None),  # nothing tells when it began
        tenure("Di", "2020-01-01", None, Office.CHIEF_OF_DEFENCE),
        tenure("Ed", "2020-01-01", None, party="FRA"),
        tenure("New", "2020-06-01", "2020-06-30"),  # the same person, again
    ]
    assert [other.person for other in beside(tenure("New", first, last), known)] == found


def test_of_officials_there_may_be_many() -> None:
    ana, bo = (tenure(name, "2020-01-01", None, Office.OFFICIAL) for name in ("Ana", "Bo"))
    assert beside(bo, [ana]) == []


def test_an_office_is_called_as_it_was_last() -> None:
    known = [tenure("Bo", "2021-01-01", None), tenure("Ana", "2020-01-01", "2020-12-31"), tenure("Cy", None, "2010-01-01")]
    assert usual_role("RUS", Office.MINISTER, known) == "minister of Bo"
    assert usual_role("RUS", Office.MINISTER, known[2:]) == "minister of Cy"
    assert usual_role("RUS", Office.OFFICIAL, known) is None
    assert usual_role("FRA", Office.MINISTER, known) is None
