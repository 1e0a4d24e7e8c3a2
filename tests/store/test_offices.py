"""Who held which office: put on record, ended, corrected, taken back; judged as a package is."""

from dataclasses import replace
from datetime import date

import pytest

from detente.domain.officeholders import Officeholder
from detente.domain.tenures import as_row, beside, mistakes, of_row, record_of, usual_role
from detente.domain.vocabulary import Office
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.store.history import changes_of, history
from detente.store.knowing import as_known_on, read_moment
from detente.store.meant import meant
from detente.store.offices import add_office, amend_office, tenure
from detente.store.opening import Store
from detente.store.reference import officeholders
from detente.store.retracting import retract
from detente.store.undoing import undo

VAUTRIN = Officeholder(
    "Catherine Vautrin",
    "FRA",
    Office.MINISTER,
    "Minister of the Armed Forces",
    date(2025, 10, 12),
    None,
    "https://example.org/v",
)


def held(store: Store, party: str, day: date) -> list[str]:
    """Who was minister of a party on a day: both days inclusive, by the rows alone."""
    return [
        one.person
        for one in officeholders(store, party)
        if one.office is Office.MINISTER
        and (one.from_date or date.min) <= day <= (one.to_date or (date.max if "(" not in one.title else day))
    ]


def test_one_is_added_and_taken_back(empty: Store) -> None:
    before = officeholders(empty)
    add_office(empty, VAUTRIN)
    assert set(officeholders(empty)) - set(before) == {VAUTRIN}
    [change] = history(empty, "Catherine Vautrin FRA minister 2025-10-12")
    assert (change.revision.command, change.revision.about) == ("office", "Catherine Vautrin FRA minister 2025-10-12")
    undo(empty)
    assert officeholders(empty) == before
    undo(empty)
    assert VAUTRIN in officeholders(empty)


def test_a_successor_takes_over_in_one_revision(empty: Store) -> None:
    before = tenure(empty, "belousov")
    new = Officeholder(
        "Ivan Ivanov", "RUS", Office.MINISTER, "Minister of Defence", date(2026, 1, 2), None, "https://example.org/i"
    )
    assert amend_office(empty, before, replace(before, to_date=date(2026, 1, 1)), successor=new, why="the decree")
    assert [held(empty, "RUS", date(2026, 1, day)) for day in (1, 2)] == [["Andrei Belousov"], ["Ivan Ivanov"]]
    [*_, last] = history(empty, record_of(before))
    assert {change.record for change in changes_of(empty, last.revision.number)} == {record_of(before), record_of(new)}
    assert last.revision.why == "the decree"
    with as_known_on(empty, read_moment(f"r{last.revision.number - 1}"))[0] as known:
        assert held(known, "RUS", date(2026, 1, 2)) == ["Andrei Belousov"]
    undo(empty)
    assert held(empty, "RUS", date(2026, 1, 2)) == ["Andrei Belousov"]


def test_a_correction_of_what_it_is_named_by_gives_it_another_name(empty: Store) -> None:
    before = tenure(empty, "Andrei Belousov RUS minister 2024-05-14")
    assert amend_office(empty, before, replace(before, person="Andrey Belousov", from_date=date(2024, 5, 15)))
    assert tenure(empty, "belousov").person == "Andrey Belousov"
    assert [c.after is None for c in history(empty, record_of(before))] == [False, True]
    undo(empty)
    assert tenure(empty, "belousov") == before
    assert not amend_office(empty, before, before), "it says so already"


def test_somebody_else_changed_it_meanwhile(empty: Store) -> None:
    before = tenure(empty, "belousov")
    amend_office(empty, before, replace(before, title="Minister"))
    with pytest.raises(RejectedError, match="was changed meanwhile"):
        amend_office(empty, before, replace(before, title="Other"))
    assert tenure(empty, "belousov").title == "Minister"


def test_one_that_is_there_is_not_added_twice(empty: Store) -> None:
    add_office(empty, VAUTRIN)
    with pytest.raises(RejectedError, match="is on record already; to correct it: detente offices amend"):
        add_office(empty, replace(VAUTRIN, title="Other"))
    with pytest.raises(RejectedError, match="is on record already"):
        amend_office(empty, tenure(empty, "belousov"), VAUTRIN)
    assert tenure(empty, "belousov").person == "Andrei Belousov"


@pytest.mark.parametrize(
    ("text", "person"),
    [("lecornu", "Sébastien Lecornu"), ("Sebastien LECORNU", "Sébastien Lecornu"), ("shoigu rus", "Sergei Shoigu"),
     ("le drian minister", "Jean-Yves Le Drian"), ("lecoin", "François Lecointre"), ("rus minister 2012", "Sergei Shoigu")],
)  # fmt: skip
def test_a_few_words_are_enough(empty: Store, text: str, person: str) -> None:
    assert tenure(empty, text).person == person


def test_words_that_are_not_enough(empty: Store) -> None:
    with pytest.raises(
        NotFoundError, match=r"'drian' may be several tenures; which of 'Jean-Yves Le Drian FRA foreign-minister 2017"
    ):
        tenure(empty, "drian")
    with pytest.raises(NotFoundError, match=r"no tenure 'Lecornou'; did you mean Sébastien Lecornu\?"):
        tenure(empty, "Lecornou")
    retract(empty, meant(empty, "Andrei Belousov", claims=True), "a test")
    with pytest.raises(NotFoundError, match="was taken out by"):
        tenure(empty, "Andrei Belousov RUS minister 2024-05-14")


def test_one_without_a_first_day(empty: Store) -> None:
    """Its name ends with a space, which nobody types."""
    undated = replace(VAUTRIN, from_date=None)
    add_office(empty, undated)
    assert tenure(empty, "Catherine Vautrin FRA minister") == undated
    retract(empty, meant(empty, "Catherine Vautrin FRA minister", claims=True), "a test")
    assert undated not in officeholders(empty)


WRONG = [
    (replace(VAUTRIN, to_date=date(2025, 10, 11)), "--to 2025-10-11 lies before the first day, 2025-10-12"),
    (replace(VAUTRIN, source_url=""), "--source is missing; write "),
    (replace(VAUTRIN, source_url="there"), "--source 'there' cannot be; write "),
    (replace(VAUTRIN, title=" "), "--role is missing"),
    (replace(VAUTRIN, person="x" * 300), "cannot be; write text, of at most"),
]


@pytest.mark.parametrize(("holder", "said"), WRONG)
def test_what_cannot_be_is_refused(empty: Store, holder: Officeholder, said: str) -> None:
    before = officeholders(empty)
    with pytest.raises(UsageError) as raised:
        add_office(empty, holder)
    assert said in str(raised.value)
    assert officeholders(empty) == before


def test_a_row_and_a_tenure_are_the_same() -> None:
    assert of_row(as_row(VAUTRIN)) == VAUTRIN
    assert list(mistakes(as_row(VAUTRIN))) == []
    bad = as_row(VAUTRIN) | {"office": "king", "from": "2025", "source_url": ""}
    assert {column for column, _ in mistakes(bad)} == {"office", "from", "source_url"}


def test_who_else_is_on_record_for_the_same_days() -> None:
    """A party has one minister at a time, but several deputies; of who has no first day nothing can be said."""
    other = replace(VAUTRIN, person="Other", from_date=date(2022, 5, 20))
    assert beside(VAUTRIN, [other, VAUTRIN]) == [other]
    assert beside(VAUTRIN, [replace(other, to_date=date(2025, 10, 11))]) == []
    assert beside(VAUTRIN, [replace(other, to_date=date(2025, 10, 12))]) != []
    assert beside(VAUTRIN, [replace(other, title="Minister (until June 2024, day not verified)")]) == []
    assert beside(replace(VAUTRIN, to_date=date(2025, 10, 20)), [replace(other, from_date=date(2025, 10, 21))]) == []
    assert (
        beside(VAUTRIN, [replace(other, party="DEU"), replace(other, office=Office.OFFICIAL), replace(other, from_date=None)])
        == []
    )
    deputies = [replace(one, office=Office.DEPUTY_MINISTER) for one in (VAUTRIN, other)]
    assert beside(deputies[0], deputies) == []


def test_what_an_office_is_called(empty: Store) -> None:
    known = officeholders(empty)
    assert usual_role("FRA", Office.MINISTER, known) == "Minister of the Armed Forces", "the last one's, without its remark"
    assert usual_role("FRA", Office.DEPUTY_MINISTER, known) is None
