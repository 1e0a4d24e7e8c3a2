"""Dates against ``edtf``, an independent reader of the same notation.

Ours differs on purpose in two points: winter runs into the new year, and ``~`` widens by a documented amount. Neither is
compared here; both stand in the tables of test_dates.
"""

import warnings
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.dates import parse
from detente.domain.days import iso

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the grammar of edtf 5 warns about itself under today's pyparsing
    from edtf import parse_edtf


@cache
def oracle(text: str) -> tuple[str, str]:
    """First and last day of ``text`` as edtf reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read: Any = parse_edtf(text)
    return _iso(read.lower_strict()), _iso(read.upper_strict())


def _iso(moment: Any) -> str:
    return date(*moment[:3]).isoformat()


YEARS = st.integers(1, 9999)
DAYS = st.dates().map(date.isoformat)
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda ym: f"{ym[0]:04d}-{ym[1]:02d}")
PLAIN = st.one_of(DAYS, MONTHS, YEARS.map(lambda year: f"{year:04d}"))
SEASONS = st.tuples(YEARS, st.integers(21, 23)).map(lambda ys: f"{ys[0]:04d}-{ys[1]}")
UNKNOWN_DIGITS = st.one_of(
    MONTHS.map(lambda month: f"{month}-XX"),
    YEARS.map(lambda year: f"{year:04d}-XX"),
    YEARS.map(lambda year: f"{year:04d}-XX-XX"),
    st.integers(1, 999).map(lambda decade: f"{decade:03d}X"),
    st.integers(1, 99).map(lambda century: f"{century:02d}XX"),
)
DOUBTED = PLAIN.map(lambda text: f"{text}?")
APPROXIMATE = st.tuples(PLAIN, st.sampled_from("~%")).map("".join)


@given(st.one_of(PLAIN, SEASONS, UNKNOWN_DIGITS, DOUBTED))
def test_first_and_last_day_agree(text: str) -> None:
    ours = parse(text)
    assert (iso(ours.start_earliest), iso(ours.end_latest)) == oracle(text)
    assert iso(ours.first_day) == oracle(text)[0]


@given(APPROXIMATE)
def test_the_days_as_written_agree_where_ours_are_widened(text: str) -> None:
    ours = parse(text)
    first, last = oracle(text)
    assert iso(ours.first_day) == first
    assert iso(ours.start_earliest) <= first
    assert last <= iso(ours.end_latest)


@settings(max_examples=40)  # the oracle takes its time
@given(PLAIN, PLAIN)
def test_from_to_agrees(one: str, other: str) -> None:
    _from_to_agrees(one, other)


@pytest.mark.long
@settings(max_examples=2_000)
@given(PLAIN, PLAIN)
def test_from_to_agrees_for_thousands(one: str, other: str) -> None:
    _from_to_agrees(one, other)


def _from_to_agrees(one: str, other: str) -> None:
    start, end = sorted((one, other), key=lambda text: oracle(text))
    text = f"{start}/{end}"
    ours = parse(text)
    assert (iso(ours.start_earliest), iso(ours.end_latest)) == oracle(text)


@given(PLAIN, PLAIN)
def test_one_day_within_agrees(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: oracle(text))
    text = f"[{first}..{last}]"
    ours = parse(text)
    assert (iso(ours.start_earliest), iso(ours.end_latest)) == (oracle(first)[0], oracle(last)[1])


@given(st.one_of(PLAIN, SEASONS, UNKNOWN_DIGITS, DOUBTED, APPROXIMATE))
def test_bounds_are_in_order(text: str) -> None:
    when = parse(text)
    assert when.start_earliest <= when.first_day <= when.start_latest
    assert when.start_earliest <= when.start_latest <= when.end_latest
    assert when.start_earliest <= when.end_earliest <= when.end_latest
