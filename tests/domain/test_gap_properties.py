from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from detente.domain.contacts import Contact
from detente.domain.dates import parse
from detente.domain.gaps import closed_gap, gaps, open_gap
from detente.domain.parties import dyad
from tests.domain.records import choose, contact, day, endpoint

PAIR = dyad("FRA", "RUS")
AS_OF = "2025-12-31"
# A short calendar, so that dates collide and overlap often.
NEAR = st.dates(date(2020, 1, 1), date(2020, 4, 30))


def _written(first: date, second: date, form: str) -> str:
    one, other = sorted((first.isoformat(), second.isoformat()))
    return {
        "day": one,
        "about": f"{one}~",
        "month": one[:7],
        "year": one[:4],
        "within": f"[{one}..{other}]",
        "lasted": f"{one}/{other}",
        "lasted about": f"{one}~/{other}",
    }[form]


DATES = st.builds(_written, NEAR, NEAR, st.sampled_from(["day", "about", "month", "year", "within", "lasted", "lasted about"]))
SHORT = DATES.filter(lambda text: len(text) != 4)  # brute force over years would take minutes


@st.composite
def records(draw: st.DrawFn, *, statuses: tuple[str, ...] = ("held", "declined", "planned")) -> list[Contact]:
    return [
        contact(
            draw(DATES),
            f"c{number}",
            status=draw(st.sampled_from(statuses)),
            channel=draw(st.sampled_from(["phone", "in-person"])),
            parties=draw(st.sampled_from(["FRA RUS", "DEU RUS", "DEU FRA RUS"])),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@given(records())
def test_the_shortest_is_never_above_the_longest(record: list[Contact]) -> None:
    assert all(0 <= gap.days_min <= gap.days_max for gap in gaps(record, choose(AS_OF, parties="")))


@given(records())
def test_one_open_gap_ends_every_series(record: list[Contact]) -> None:
    found = gaps(record, choose(AS_OF, parties=""))
    for pair in {gap.dyad for gap in found}:
        assert [gap.open for gap in found if gap.dyad == pair][-1]
        assert sum(gap.open for gap in found if gap.dyad == pair) == 1
    held = [c for c in record if c.held and {"FRA", "RUS"} <= set(c.parties)]
    assert len([gap for gap in found if gap.dyad == PAIR]) == len(held)


@given(st.lists(NEAR, min_size=1, max_size=12))
def test_exact_gaps_add_up_to_the_time_from_first_to_last(days: list[date]) -> None:
    found = gaps([contact(when.isoformat(), f"c{i}") for i, when in enumerate(days)], choose(AS_OF))
    closed = [gap for gap in found if not gap.open]
    assert all(gap.days_min == gap.days_max for gap in found)
    assert not any(gap.order_uncertain for gap in found)
    assert sum(gap.days_min for gap in closed) == (max(days) - min(days)).days
    assert found[-1].days_min == (date(2025, 12, 31) - max(days)).days


@given(
    records(), DATES, st.sampled_from(["planned", "requested", "declined", "unanswered", "cancelled", "postponed", "disputed"])
)
def test_a_non_contact_never_changes_a_gap(record: list[Contact], when: str, status: str) -> None:
    assert gaps([*record, contact(when, "new", status=status)], choose(AS_OF)) == gaps(record, choose(AS_OF))


@given(records(), DATES)
def test_a_contact_of_other_parties_never_changes_a_gap(record: list[Contact], when: str) -> None:
    assert gaps([*record, contact(when, "new", parties="RUS USA")], choose(AS_OF)) == gaps(record, choose(AS_OF))


@given(records(), NEAR)
def test_the_future_never_changes_the_past(record: list[Contact], when: date) -> None:
    as_of = when.isoformat()
    known = [c for c in record if c.date.first_day <= day(as_of)]
    assert gaps(record, choose(as_of)) == gaps(known, choose(as_of))


@given(st.permutations(range(6)), st.lists(DATES, min_size=6, max_size=6))
def test_the_order_of_the_record_never_matters(order: list[int], written: list[str]) -> None:
    record = [contact(when, f"c{i}") for i, when in enumerate(written)]
    assert gaps([record[i] for i in order], choose(AS_OF)) == gaps(record, choose(AS_OF))


def possible_days(text: str) -> list[tuple[int, int]]:
    """Every (first, last) day that the written date allows, spelt out from its text alone."""
    if text.startswith("["):
        first, last = text[1:-1].split("..")
        return [(one, one) for one in range(day(first), day(last) + 1)]
    if "/" in text:
        start, end = text.split("/")
        return [(one, other) for one, _ in possible_days(start) for other, _ in possible_days(end) if one <= other]
    if text.endswith("~"):
        middle = day(text[:-1])
        return [(one, one) for one in range(middle - 3, middle + 4)]
    if len(text) == 7:
        begin = day(f"{text}-01")
        return [(one, one) for one in range(begin, begin + 31) if date.fromordinal(one).isoformat()[:7] == text]
    return [(day(text), day(text))]


@given(SHORT, SHORT)
def test_brute_force_over_every_possible_day(one: str, other: str) -> None:
    before, after = sorted((one, other), key=lambda text: (parse(text).first_day, parse(text).start_latest))
    gap = closed_gap(PAIR, endpoint(before), endpoint(after))
    every = list(product(possible_days(before), possible_days(after)))
    days = [max(0, start - end) for (_, end), (start, _) in every]
    assert (gap.days_min, gap.days_max) == (min(days), max(days))
    assert gap.order_uncertain == any(later_start < start for (start, _), (later_start, _) in every)


@given(SHORT, st.dates(date(2020, 4, 30), date(2020, 12, 31)))
def test_brute_force_over_an_open_gap(last: str, as_of: date) -> None:
    gap = open_gap(PAIR, endpoint(last), as_of.toordinal())
    days = [max(0, as_of.toordinal() - end) for _, end in possible_days(last)]
    assert (gap.days_min, gap.days_max) == (min(days), max(days))
