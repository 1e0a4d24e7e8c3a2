from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.frequency import frequency
from detente.analysis.periods import Per
from detente.domain.selection import Selection
from detente.domain.tallies import Tally
from detente.domain.vocabulary import Channel, Level
from tests.domain.records import day

ALL = Selection(as_of=day("2025-12-31"))


def tally(when: str, channel: str = "phone", level: str = "minister", count: int = 1) -> Tally:
    return Tally(day(when), Channel(channel), Level(level), count)


def test_by_hand() -> None:
    found = frequency(
        [
            tally("2022-08-25"),
            tally("2022-10-23", count=2),
            tally("2022-06-09", level="chief-of-defence"),
            tally("2022-06-10", "in-person"),
            tally("2024-04-03"),
        ],
        ALL,
        Per.YEAR,
    )
    assert found.periods == ("2022", "2023", "2024")
    assert found.totals == (5, 0, 1)
    rows = [(row.period, row.channel, row.level, row.count, row.share) for row in found.rows]
    assert rows == [
        ("2022", Channel.PHONE, Level.MINISTER, 3, 0.6),
        ("2022", Channel.PHONE, Level.CHIEF_OF_DEFENCE, 1, 0.2),
        ("2022", Channel.IN_PERSON, Level.MINISTER, 1, 0.2),
        ("2024", Channel.PHONE, Level.MINISTER, 1, 1.0),
    ]


@pytest.mark.parametrize(
    ("first", "last", "periods", "totals"),
    [
        (None, None, ("2022-Q4", "2023-Q1"), (1, 1)),
        ("2022-01-01", None, ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1"), (0, 0, 0, 1, 1)),
        (None, "2023-06-30", ("2022-Q4", "2023-Q1", "2023-Q2"), (1, 1, 0)),
    ],
)
def test_the_period_selected_is_the_axis(
    first: str | None, last: str | None, periods: tuple[str, ...], totals: tuple[int, ...]
) -> None:
    chosen = Selection(
        as_of=day("2025-12-31"), period_from=(first and day(first)) or None, period_to=(last and day(last)) or None
    )
    found = frequency([tally("2022-12-31"), tally("2023-01-01")], chosen, Per.QUARTER)
    assert (found.periods, found.totals) == (periods, totals)


def test_nothing() -> None:
    assert frequency([], ALL, Per.MONTH).periods == ()
    chosen = Selection(as_of=day("2025-12-31"), period_from=day("2024-01-01"), period_to=day("2024-02-29"))
    found = frequency([], chosen, Per.MONTH)
    assert (found.periods, found.totals, found.rows) == (("2024-01", "2024-02"), (0, 0), ())


tallies = st.builds(
    Tally,
    st.dates(date(2010, 1, 1), date(2025, 12, 31)).map(date.toordinal),
    st.sampled_from(Channel),
    st.sampled_from(Level),
    st.integers(1, 50),
)


@given(st.lists(tallies, max_size=40), st.sampled_from(Per))
def test_nothing_is_lost_and_the_shares_of_a_period_sum_to_one(counted: list[Tally], per: Per) -> None:
    found = frequency(counted, ALL, per)
    assert sum(row.count for row in found.rows) == sum(found.totals) == sum(one.count for one in counted)
    shares: dict[str, float] = defaultdict(float)
    for row in found.rows:
        shares[row.period] += row.share
    assert list(shares) == [period for period, total in zip(found.periods, found.totals, strict=True) if total]
    assert all(share == pytest.approx(1) for share in shares.values())
