from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.periods import Per
from detente.analysis.topic_mix import topic_mix
from detente.domain.selection import Selection
from detente.domain.tallies import TopicTally
from tests.domain.records import day

ALL = Selection(as_of=day("2025-12-31"))


def test_by_hand() -> None:
    tallies = [
        TopicTally(day("2022-08-25"), "syria", None, 1),
        TopicTally(day("2022-10-23"), "syria", None, 2),
        TopicTally(day("2022-10-23"), "dirty-bomb", None, 1),
        TopicTally(day("2024-04-03"), "counter-terrorism", None, 1),
    ]
    found = topic_mix(tallies, ALL, Per.YEAR, ["dirty-bomb", "syria"])
    assert (found.periods, found.totals) == (("2022", "2023", "2024"), (4, 0, 1))
    assert [(row.period, row.topic, row.reported_by, row.count, row.share) for row in found.rows] == [
        ("2022", "dirty-bomb", None, 1, 0.25),
        ("2022", "syria", None, 3, 0.75),
        ("2024", "counter-terrorism", None, 1, 1.0),
    ]


def test_by_side_each_account_has_shares_of_its_own() -> None:
    tallies = [
        TopicTally(day("2024-04-03"), "ukraine-war", "FRA", 1),
        TopicTally(day("2024-04-03"), "counter-terrorism", "FRA", 3),
        TopicTally(day("2024-04-03"), "ukraine-peace-talks", "RUS", 1),
        TopicTally(day("2024-04-03"), "counter-terrorism", "RUS", 1),
        TopicTally(day("2024-04-03"), "counter-terrorism", "media", 2),
    ]
    rows = topic_mix(tallies, ALL, Per.QUARTER).rows
    assert [(row.reported_by, row.topic, row.share) for row in rows] == [
        ("FRA", "counter-terrorism", 0.75),
        ("FRA", "ukraine-war", 0.25),
        ("RUS", "counter-terrorism", 0.5),
        ("RUS", "ukraine-peace-talks", 0.5),
        ("media", "counter-terrorism", 1.0),
    ]
    assert {row.period for row in rows} == {"2024-Q2"}


def test_nothing() -> None:
    assert topic_mix([], ALL, Per.YEAR).rows == ()


tallies = st.builds(
    TopicTally,
    st.dates(date(2010, 1, 1), date(2025, 12, 31)).map(date.toordinal),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(["FRA", "RUS", "media"]),
    st.integers(1, 50),
)


@given(st.lists(tallies, max_size=40), st.sampled_from(Per))
def test_the_shares_of_an_account_in_a_period_sum_to_one(counted: list[TopicTally], per: Per) -> None:
    found = topic_mix(counted, ALL, per)
    shares: dict[tuple[str, str | None], float] = defaultdict(float)
    for row in found.rows:
        shares[row.period, row.reported_by] += row.share
    assert all(share == pytest.approx(1) for share in shares.values())
    assert sum(found.totals) == sum(one.count for one in counted)
