from dataclasses import replace

from detente.domain.contacts import Contact
from detente.domain.gaps import gaps, highest_ranking
from detente.domain.selection import Selection
from detente.domain.vocabulary import By
from tests.domain.records import choose, contact

BY_PERSON: Selection = replace(choose("2024-12-31"), by=By.PERSON)


def series(record: list[Contact]) -> dict[tuple[tuple[str, str], ...], list[tuple[str, str | None, int]]]:
    """Persons → (previous, following, days)."""
    found: dict[tuple[tuple[str, str], ...], list[tuple[str, str | None, int]]] = {}
    for gap in gaps(record, BY_PERSON):
        end = gap.following.contact_id if gap.following else None
        found.setdefault(gap.persons, []).append((gap.previous.contact_id, end, gap.days_max))
    return found


def pair(fra: str, rus: str) -> tuple[tuple[str, str], ...]:
    return (("FRA", fra), ("RUS", rus))


def test_a_change_of_minister_starts_a_series_of_its_own() -> None:
    record = [
        contact("2022-01-01", people="FRA=Parly, RUS=Shoigu"),
        contact("2022-03-02", people="FRA=Parly, RUS=Shoigu"),
        contact("2022-08-25", people="FRA=Lecornu, RUS=Shoigu"),
        contact("2022-10-23", people="FRA=Lecornu, RUS=Shoigu"),
    ]
    assert series(record) == {
        pair("Lecornu", "Shoigu"): [("2022-08-25", "2022-10-23", 59), ("2022-10-23", None, 800)],
        pair("Parly", "Shoigu"): [("2022-01-01", "2022-03-02", 60), ("2022-03-02", None, 1035)],
    }


def test_the_same_two_people_in_other_offices_stay_one_series() -> None:
    record = [
        contact("2020-01-01", people="FRA=Burkhard:chief-of-defence, RUS=Gerasimov:chief-of-defence", level="chief-of-defence"),
        contact("2020-01-31", people="FRA=Burkhard:official, RUS=Gerasimov:minister"),
    ]
    assert series(record)[pair("Burkhard", "Gerasimov")][0] == ("2020-01-01", "2020-01-31", 30)


def test_a_contact_that_names_nobody_on_one_side_belongs_to_no_series() -> None:
    record = [
        contact("2020-01-01", people="FRA=Parly, RUS=Shoigu"),
        contact("2020-02-01", people="FRA=Parly, RUS="),
        contact("2020-02-15", people="FRA=Parly"),
        contact("2020-02-20"),
        contact("2020-03-01", people="FRA=Parly, RUS=Shoigu"),
    ]
    assert series(record) == {pair("Parly", "Shoigu"): [("2020-01-01", "2020-03-01", 60), ("2020-03-01", None, 1766)]}


def test_only_the_highest_of_either_side_count() -> None:
    record = [contact("2020-01-01", people="FRA=Parly, FRA=Lecointre:chief-of-defence, RUS=Shoigu, RUS=Fomin:deputy-minister")]
    assert list(series(record)) == [pair("Parly", "Shoigu")]


def test_foreign_ministers_are_no_defence_participants() -> None:
    two_plus_two = contact(
        "2019-09-09", people="FRA=Le Drian:foreign-minister, FRA=Parly, RUS=Lavrov:foreign-minister, RUS=Shoigu"
    )
    assert list(series([two_plus_two])) == [pair("Parly", "Shoigu")]
    assert series([contact("2019-09-09", people="FRA=Le Drian:foreign-minister, RUS=Shoigu")]) == {}


def test_several_of_one_rank_make_a_series_with_each() -> None:
    record = [contact("2020-01-01", people="FRA=B:official, FRA=A:official, RUS=C:official")]
    assert list(series(record)) == [pair("A", "C"), pair("B", "C")]


def test_an_unnamed_highest_participant_hides_the_named_one_below() -> None:
    assert highest_ranking(contact("2020-01-01", people="FRA=, FRA=Lecointre:chief-of-defence"), "FRA") == []
    assert highest_ranking(contact("2020-01-01", people="FRA=, FRA=Parly"), "FRA") == ["Parly"]


def test_only_held_contacts_make_a_series_by_person() -> None:
    record = [
        contact("2020-01-01", people="FRA=Parly, RUS=Shoigu"),
        contact("2020-02-01", status="cancelled", people="FRA=Parly, RUS=Shoigu"),
        contact("2020-03-01", people="FRA=Parly, RUS=Shoigu"),
    ]
    assert [days for _, _, days in series(record)[pair("Parly", "Shoigu")]] == [60, 1766]


def test_by_office_items_carry_no_persons() -> None:
    assert [gap.persons for gap in gaps([contact("2020-01-01", people="FRA=Parly, RUS=Shoigu")], choose())] == [()]
