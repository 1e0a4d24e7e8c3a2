"""The tolerance of each way to hedge, at its edges; a month is 30.4375 days."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.days import months
from detente.domain.verdicts import Verdict, judge_length, telling_lengths, tolerance, worst
from detente.domain.vocabulary import Qualifier


@pytest.mark.parametrize(("claimed", "allowed"), [(0, 1), (3, 1), (10, 1), (11, 1.1), (18, 1.8), (36, 3.6)])
def test_one_month_or_a_tenth_whichever_is_more(claimed: float, allowed: float) -> None:
    assert tolerance(claimed) == pytest.approx(allowed)


@pytest.mark.parametrize("qualifier", ["exact", "about"])
@pytest.mark.parametrize(
    ("recorded", "claimed", "verdict"),
    [
        (18, 18, "exact"),
        (17.5, 18, "exact"),
        (18.5, 18, "exact"),
        (17.49, 18, "rounded"),
        (18.51, 18, "rounded"),
        (16.2, 18, "rounded"),
        (19.8, 18, "rounded"),
        (16.19, 18, "contradicted"),
        (19.81, 18, "contradicted"),
        # up to ten months the tolerance is one month
        (3, 2, "rounded"),
        (3.01, 2, "contradicted"),
        (1, 2, "rounded"),
        (0.99, 2, "contradicted"),
        # at twelve a tenth is more than a month
        (13.2, 12, "rounded"),
        (13.21, 12, "contradicted"),
        (10.8, 12, "rounded"),
        (10.79, 12, "contradicted"),
    ],
)
def test_a_plain_figure(recorded: float, claimed: float, verdict: str, qualifier: str) -> None:
    assert judge_length(recorded, claimed, Qualifier(qualifier)) == verdict


@pytest.mark.parametrize(
    ("recorded", "verdict"),
    [
        (16.19, "contradicted"),
        (16.2, "rounded"),
        (17.49, "rounded"),
        (17.5, "exact"),
        (18, "exact"),
        (18.5, "exact"),
        (18.51, "contradicted"),
        (19, "contradicted"),
    ],
)
def test_nearly_reaches_from_the_tolerance_below_to_half_a_month_above(recorded: float, verdict: str) -> None:
    assert judge_length(recorded, 18, Qualifier.NEARLY) == verdict


@pytest.mark.parametrize(
    ("recorded", "verdict"),
    [(11.9, "contradicted"), (12, "contradicted"), (12.01, "exact"), (13.2, "exact"), (13.21, "rounded"), (40, "rounded")],
)
def test_more_than_has_no_upper_end(recorded: float, verdict: str) -> None:
    assert judge_length(recorded, 12, Qualifier.MORE_THAN) == verdict


@pytest.mark.parametrize(
    ("recorded", "verdict"),
    [(12.1, "contradicted"), (12, "contradicted"), (11.99, "exact"), (10.8, "exact"), (10.79, "rounded"), (0, "rounded")],
)
def test_less_than_has_no_lower_end(recorded: float, verdict: str) -> None:
    assert judge_length(recorded, 12, Qualifier.LESS_THAN) == verdict


def test_days_on_the_edge_lie_inside() -> None:
    """400 days claimed, a tenth of it is 40: 360 and 440 days are rounded, 359 and 441 contradicted."""
    month = 30.4375
    verdicts = [judge_length(days / month, 400 / month, Qualifier.ABOUT) for days in (359, 360, 440, 441)]
    assert verdicts == ["contradicted", "rounded", "rounded", "contradicted"]


def test_more_than_a_year() -> None:
    """468 days are 15.38 months: 3.38 more than twelve, where the tolerance is 1.2. 365 days are 11.99 months."""
    verdicts = [judge_length(days / 30.4375, 12, Qualifier.MORE_THAN) for days in (365, 366, 401, 402, 468)]
    assert verdicts == ["contradicted", "exact", "exact", "rounded", "rounded"]


def test_the_weakest_counts() -> None:
    assert worst([Verdict.EXACT, Verdict.UNVERIFIABLE, Verdict.ROUNDED]) is Verdict.UNVERIFIABLE
    assert [worst([*Verdict][: n + 1]) for n in range(4)] == ["exact", "rounded", "unverifiable", "contradicted"]
    with pytest.raises(ValueError, match="empty"):
        worst([])


@given(
    st.integers(0, 3_000),
    st.integers(0, 3_000),
    st.one_of(st.floats(0, 100), st.integers(0, 3_000).map(months)),
    st.sampled_from(Qualifier),
)
def test_few_lengths_tell_as_much_as_every_length(shortest: int, more: int, claimed: float, qualifier: Qualifier) -> None:
    """Held against each day of the interval, or against the few that tell: the same verdicts, first of the same length."""

    def first_of_each(lengths: Iterable[int]) -> dict[Verdict, int]:
        verdicts: dict[Verdict, int] = {}
        for days in lengths:
            verdicts.setdefault(judge_length(months(days), claimed, qualifier), days)
        return verdicts

    longest = shortest + more
    few = telling_lengths(shortest, longest, claimed)
    assert len(few) < 30
    assert first_of_each(few) == first_of_each(range(shortest, longest + 1))
