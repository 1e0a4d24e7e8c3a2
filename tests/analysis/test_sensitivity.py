"""Each change by hand on six contacts, and what counts as the weakest grade."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.sensitivity import Sensitivity, Variant, Variation, best_grade, sensitivity, weakest
from detente.domain.contacts import Contact, Source
from detente.domain.vocabulary import By, Reliability
from tests.domain.records import choose, contact


def _source(grade: str, *, restricted: bool = False) -> Source:
    return Source(
        "https://a.example", "A", None, None, "en", "third", Reliability(grade[0]), int(grade[1]), restricted=restricted
    )


def _graded(made: Contact, grades: str) -> Contact:
    return replace(made, sources=tuple(map(_source, grades.split())))


PEOPLE = "FRA=Parly, RUS=Shoigu"
SIX = [
    _graded(contact("2020-01-01", people=PEOPLE), "A1"),
    _graded(contact("2020-01-31", people=PEOPLE, setting="sidelines", channel="in-person"), "B2 D4"),
    _graded(contact("2020-04-10", people=PEOPLE), "C3"),
    _graded(contact("2021-04-10", people="FRA=Lecornu, RUS=Shoigu"), "A2"),
    _graded(
        contact("2021-05-10", people="FRA=Burkhard:chief-of-defence, RUS=Gerasimov:chief-of-defence", level="chief-of-defence"),
        "A1",
    ),
    _graded(contact("2021-06-01", people="FRA=Lecornu, RUS=Shoigu", status="declined"), "E5"),
]
"""Held by ministers on days 0, 30, 100 and 465 from New Year 2020, by chiefs of defence on day 495; the declined one is none."""


def _row(found: Sensitivity, variant: Variant) -> Variation:
    (row,) = (row for row in found.rows if row.variant is variant)
    return row


def _figures(row: Variation | Sensitivity) -> tuple[int, int, int, int | None] | None:
    """Days of silence, gaps that it exceeds, completed gaps, days of the longest."""
    head = row.headline
    if head is None:
        return None
    return head.silence.gap.days_min, head.longer_than, head.n_gaps, None if head.longest is None else head.longest.days_min


MINISTERS = sensitivity(SIX, choose("2021-05-31", levels="minister"), [])


def test_as_it_stands() -> None:
    assert _figures(MINISTERS) == (51, 1, 3, 365)


def test_without_the_weakest() -> None:
    row = _row(MINISTERS, Variant.WITHOUT_WEAKEST)
    assert (row.taken_out, row.brought_in, row.grade, row.alike) == (("2020-04-10",), (), "C3", 1)
    assert _figures(row) == (51, 1, 2, 435)
    assert row.moved
    assert row.words == "without the weakest-graded contact (C3)"


def test_without_sidelines() -> None:
    row = _row(MINISTERS, Variant.WITHOUT_SIDELINES)
    assert (row.taken_out, _figures(row)) == (("2020-01-31",), (51, 0, 2, 365))
    assert not row.moved  # two gaps are as long or longer, as before: 70 and 365 days there, 100 and 365 here


def test_by_person() -> None:
    row = _row(MINISTERS, Variant.BY_PERSON)
    assert (row.taken_out, _figures(row)) == (("2020-01-01", "2020-01-31", "2020-04-10"), (51, 0, 0, None))
    assert row.headline is not None
    assert row.headline.silence.gap.persons == (("FRA", "Lecornu"), ("RUS", "Shoigu"))
    other = sensitivity(SIX, replace(choose("2021-05-31", levels="minister"), by=By.PERSON), [])
    assert _figures(other) == (51, 0, 0, None)
    back = _row(other, Variant.BY_OFFICE)
    assert (back.brought_in, _figures(back)) == (row.taken_out, (51, 1, 3, 365))


def test_chiefs_of_defence_in_and_out() -> None:
    row = _row(MINISTERS, Variant.WITH_CHIEFS)
    assert (row.brought_in, _figures(row)) == (("2021-05-10",), (21, 0, 4, 365))
    every = sensitivity(SIX, choose("2021-05-31"), [])
    assert _figures(every) == (21, 0, 4, 365)
    out = _row(every, Variant.WITHOUT_CHIEFS)
    assert (out.taken_out, _figures(out)) == (("2021-05-10",), (51, 1, 3, 365))
    assert {row.variant for row in sensitivity(SIX, choose("2021-05-31", levels="chief-of-defence"), []).rows} == {
        Variant.WITHOUT_WEAKEST,
        Variant.WITHOUT_SIDELINES,
        Variant.BY_PERSON,
    }


def test_a_weakest_contact_that_changes_nothing() -> None:
    known = [
        _graded(contact(when), grades) for when, grades in (("2020-01-01", "D3"), ("2020-01-03", "A1"), ("2021-01-01", "A1"))
    ]
    row = _row(sensitivity(known, choose("2021-01-31"), []), Variant.WITHOUT_WEAKEST)
    assert (row.taken_out, row.moved) == (("2020-01-01",), False)


def test_the_last_contact_may_be_the_weakest() -> None:
    known = [_graded(contact(when), grades) for when, grades in (("2020-01-01", "A1"), ("2020-03-01", "B4"))]
    row = _row(sensitivity(known, choose("2020-03-31"), []), Variant.WITHOUT_WEAKEST)
    assert (row.taken_out, _figures(row), row.moved) == (("2020-03-01",), (90, 0, 0, None), True)


def test_what_nobody_could_judge_is_not_the_weakest_and_has_its_own_row() -> None:
    known = [
        _graded(contact(when), grades)
        for when, grades in (("2020-01-01", "A1"), ("2020-02-01", "C4"), ("2020-03-01", "F6 F1"), ("2020-04-01", ""))
    ]
    found = sensitivity(known, choose("2020-04-30"), [])
    assert _row(found, Variant.WITHOUT_WEAKEST).taken_out == ("2020-02-01",)
    ungraded = _row(found, Variant.WITHOUT_UNGRADED)
    assert (ungraded.taken_out, _figures(ungraded)) == (("2020-03-01", "2020-04-01"), (89, 1, 1, 31))
    assert {row.variant for row in MINISTERS.rows}.isdisjoint({Variant.WITHOUT_UNGRADED})


def test_no_grade_at_all_takes_nothing_out() -> None:
    known = [contact("2020-01-01"), contact("2020-03-01")]
    found = sensitivity(known, choose("2020-04-30"), [])
    row = _row(found, Variant.WITHOUT_WEAKEST)
    assert (row.taken_out, row.grade, row.alike, row.moved) == ((), None, 0, False)
    every = _row(found, Variant.WITHOUT_UNGRADED)
    assert (every.taken_out, every.headline, every.moved) == (("2020-01-01", "2020-03-01"), None, True)


def test_a_source_that_is_not_public_does_not_grade_unless_asked_for() -> None:
    hidden = replace(contact("2020-01-01"), sources=(_source("A1", restricted=True), _source("D4")))
    known = [hidden, _graded(contact("2020-03-01"), "C2")]
    chosen = choose("2020-04-30")
    assert _row(sensitivity(known, chosen, []), Variant.WITHOUT_WEAKEST).taken_out == ("2020-01-01",)
    told = sensitivity(known, replace(chosen, include_restricted=True), [])
    assert _row(told, Variant.WITHOUT_WEAKEST).taken_out == ("2020-03-01",)


@pytest.mark.parametrize(
    ("grades", "best"),
    [("C1 B5", "B5"), ("F1 D4", "D4"), ("B6 B4", "B6"), ("B6 B3", "B3"), ("F1 F6", None), ("", None), ("A6", "A6")],
)
def test_the_best_of_several_grades(grades: str, best: str | None) -> None:
    assert best_grade(map(_source, grades.split())) == best


def test_of_several_alike_the_latest_goes() -> None:
    known = [_graded(contact(f"2020-0{month}-01"), "C3") for month in (1, 2, 3)] + [_graded(contact("2020-04-01"), "B6")]
    found = weakest(known)
    assert found is not None
    assert (found[0].contact_id, found[1], found[2]) == ("2020-03-01", "C3", 3)
    row = _row(sensitivity(known, choose("2020-04-30"), []), Variant.WITHOUT_WEAKEST)
    assert row.words == "without the weakest-graded contact (C3, the latest of 3)"


def test_nothing_on_record_and_one_contact() -> None:
    assert sensitivity([], choose(), []).headline is None
    assert not any(row.moved for row in sensitivity([], choose(), []).rows)
    alone = _row(sensitivity([_graded(contact("2020-01-01"), "A1")], choose(), []), Variant.WITHOUT_WEAKEST)
    assert (alone.headline, alone.moved) == (None, True)


def test_it_is_asked_of_two_parties() -> None:
    with pytest.raises(ValueError, match="FRA"):
        sensitivity([], choose(parties="FRA"), [])


@given(st.lists(st.sampled_from(["A1", "B6", "C3", "D5", "E4", "F6", "F1"]), max_size=8))
def test_what_is_taken_out_is_graded_and_no_other_is_worse(grades: list[str]) -> None:
    known: Sequence[Contact] = [_graded(contact(f"2020-01-{day:02d}"), grade) for day, grade in enumerate(grades, start=1)]
    order = ["A1", "B6", "C3", "D5", "E4"]
    found = weakest(known)
    judged = [grade for grade in grades if grade in order]
    assert (found is None) == (not judged)
    if found is not None:
        assert found[1] == max(judged, key=order.index)
        assert found[2] == judged.count(found[1])
