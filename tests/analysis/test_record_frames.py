"""The frame of each answer: which cell stands in which column, spelt out for one row of each."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from detente.analysis.baselines import SeriesGround
from detente.analysis.frequency import FrequencyRow
from detente.analysis.lanes import Lane
from detente.analysis.record_frames import (
    contact_frame,
    frequency_frame,
    judgement_frame,
    lane_frame,
    readout_frame,
    sentence_frame,
    silence_frame,
    unusual_frame,
)
from detente.analysis.unusual_lanes import pair_silence
from detente.domain.context import FirstSince, Scope
from detente.domain.coverage import Observed
from detente.domain.gaps import closed_gap, open_gap
from detente.domain.judging import Judgement
from detente.domain.parties import dyad
from detente.domain.readouts import Readout
from detente.domain.silences import Silence
from detente.domain.verdicts import Verdict
from detente.domain.vocabulary import By, Channel, Level, Observation
from tests.domain.claims import claim
from tests.domain.records import choose, contact, day, endpoint, window

PAIR = dyad("FRA", "RUS")
CLOSED = closed_gap(PAIR, endpoint("2022-10", "a"), endpoint("2024-04-03", "b"))
OPEN = open_gap(PAIR, endpoint("2024-04-03", "b"), day("2024-12-31"))
PERSONS = (("FRA", "Lecornu"), ("RUS", "Shoigu"))
PARTLY = Observed(Observation.PARTLY_OBSERVED, 0.25)
SCOPE = Scope("call", Level.MINISTER, None, By.OFFICE)


def _row(frame: pd.DataFrame) -> dict[str, Any]:
    """The only row; a missing cell is None, a day its text."""
    assert len(frame) == 1
    cells = {name: frame[name][0] for name in frame.columns}
    return {
        name: None if pd.isna(cell) else f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else cell
        for name, cell in cells.items()
    }


def test_a_contact() -> None:
    told = replace(contact("2024-02/2024-04-03", "c1"), initiator="RUS", host="FRA", place="Paris", country="FRA")
    told = replace(told, duration_minutes=60, summary="On peace.", note="a note", restricted=True)
    assert list(_row(contact_frame([told])).items()) == [
        ("contact_id", "c1"),
        ("date", "2024-02/2024-04-03"),
        ("first_day", "2024-02-01"),
        ("start_earliest", "2024-02-01"),
        ("start_latest", "2024-02-29"),
        ("end_earliest", "2024-04-03"),
        ("end_latest", "2024-04-03"),
        ("channel", "phone"),
        ("setting", "bilateral"),
        ("level", "minister"),
        ("substance", "talks"),
        ("status", "held"),
        ("parties", "FRA;RUS"),
        ("initiator", "RUS"),
        ("host", "FRA"),
        ("place", "Paris"),
        ("country", "FRA"),
        ("duration_minutes", 60),
        ("summary", "On peace."),
        ("note", "a note"),
        ("restricted", True),
    ]


def test_a_silence() -> None:
    """From 1 October 2022 to 3 April 2024 are 550 days, from the 31st 520."""
    assert list(_row(silence_frame([Silence(CLOSED, PARTLY, ("x", "y"))])).items()) == [
        ("party_a", "FRA"),
        ("party_b", "RUS"),
        ("from_id", "a"),
        ("from_date", "2022-10"),
        ("to_id", "b"),
        ("to_date", "2024-04-03"),
        ("days_min", 520),
        ("days_max", 550),
        ("open", False),
        ("order_uncertain", False),
        ("observation", "partly-observed"),
        ("observed_share", 0.25),
        ("attempts", 2),
        ("person_a", None),
        ("person_b", None),
    ]


def test_an_open_silence_of_two_people_has_no_end() -> None:
    row = _row(silence_frame([Silence(replace(OPEN, persons=PERSONS), PARTLY)]))
    assert [row[name] for name in ("from_id", "to_id", "to_date", "days_min", "open", "attempts", "person_a", "person_b")] == [
        "b", None, None, 272, True, 0, "Lecornu", "Shoigu",
    ]  # fmt: skip


def test_a_lane() -> None:
    assert list(_row(lane_frame([Lane(SCOPE, OPEN, PARTLY, PERSONS)])).items()) == [
        ("channel", "call"),
        ("level", "minister"),
        ("setting", None),
        ("by", "office"),
        ("contact_id", "b"),
        ("date", "2024-04-03"),
        ("days_min", 272),
        ("days_max", 272),
        ("observation", "partly-observed"),
        ("observed_share", 0.25),
        ("person_a", "Lecornu"),
        ("person_b", "Shoigu"),
    ]


SENTENCE = FirstSince("b", ("FRA", "RUS"), SCOPE, (), CLOSED, PARTLY, False, "First recorded …", ("b", "a"), (), "C3")


def test_a_sentence() -> None:
    assert list(_row(sentence_frame([SENTENCE])).items()) == [
        ("contact_id", "b"),
        ("party_a", "FRA"),
        ("party_b", "RUS"),
        ("channel", "call"),
        ("level", "minister"),
        ("setting", None),
        ("by", "office"),
        ("previous_id", "a"),
        ("previous_date", "2022-10"),
        ("days_min", 520),
        ("days_max", 550),
        ("sentence", "First recorded …"),
        ("observation", "partly-observed"),
        ("observed_share", 0.25),
        ("weakest_grade", "C3"),
    ]


JUDGED = Judgement(
    replace(claim("b", months=18, channel="phone", level="minister"), claim="first in 18 months", source_url="https://x.org/"),
    Verdict.EXACT, Verdict.EXACT, None, CLOSED, PARTLY, ("a", "b"), "because",
)  # fmt: skip


def test_a_judgement() -> None:
    assert list(_row(judgement_frame([JUDGED])).items()) == [
        ("claim_id", "c1"),
        ("contact_id", "b"),
        ("kind", "first-since"),
        ("asserted_on", "2024-04-03"),
        ("claim", "first in 18 months"),
        ("since", None),
        ("months", 18.0),
        ("channel", "phone"),
        ("level", "minister"),
        ("setting", None),
        ("by", "office"),
        ("verdict", "exact"),
        ("previous_id", "a"),
        ("previous_date", "2022-10"),
        ("days_min", 520),
        ("days_max", 550),
        ("why", "because"),
        ("source_url", "https://x.org/"),
    ]


@pytest.mark.parametrize(
    "frame",
    [sentence_frame([replace(SENTENCE, gap=None)]), judgement_frame([replace(JUDGED, gap=None)])],
    ids=["told", "judged"],
)
def test_where_the_record_has_nothing_before(frame: pd.DataFrame) -> None:
    row = _row(frame)
    assert [row[name] for name in ("previous_id", "previous_date", "days_min", "days_max")] == [None] * 4


def test_a_readout() -> None:
    told = Readout("c1", "ukraine-war", ("FRA", "RUS"), (), ("RUS",), True)
    assert list(_row(readout_frame([told])).items()) == [
        ("contact_id", "c1"),
        ("topic", "ukraine-war"),
        ("reported_by", "FRA;RUS"),
        ("denied_by", ""),
        ("raised_by", "RUS"),
        ("third_party", True),
        ("one_sided", False),
    ]


def test_a_count_of_a_period() -> None:
    found = frequency_frame([FrequencyRow("2024-Q2", Channel.PHONE, Level.MINISTER, 3, 0.75)])
    assert list(_row(found).items()) == [
        ("period", "2024-Q2"),
        ("channel", "phone"),
        ("level", "minister"),
        ("count", 3),
        ("share", 0.75),
    ]


def test_how_unusual_a_silence_is() -> None:
    """Twelve contacts, 30 days apart: eleven gaps alike, so that no memory is defined; 45 days of silence."""
    days = [f"{date.fromordinal(day('2020-01-01') + 30 * place)}" for place in range(12)]
    seen = (window("minister", "any", "2019-01-01", "2021-12-31", "complete"),)
    ground = SeriesGround(choose(str(date.fromordinal(day(days[-1]) + 45)), levels="minister"), seen, ())
    told = pair_silence([contact(when) for when in days], ground, PAIR, [By.OFFICE])
    row = _row(unusual_frame(told.lanes[:1]))
    assert list(row) == [
        "party_a", "party_b", "channel", "level", "setting", "by", "contact_id", "date",
        "days_min", "days_max", "n_gaps", "longer_than", "longer_than_max", "median", "median_max", "p90", "p90_max",
        "observed_share", "baseline",
        "burstiness", "burstiness_max", "memory", "memory_max", "dispersion", "dispersion_max", "rate", "rate_max",
        "no_contact", "no_contact_max", "person_a", "person_b",
    ]  # fmt: skip
    assert [row[name] for name in list(row)[:23]] == [
        "FRA", "RUS", None, None, None, "office", days[-1], days[-1],
        45, 45, 11, 11, 11, 30, 30, 30, 30, 1.0, "whole", -1.0, -1.0, None, None,
    ]  # fmt: skip
    assert row["rate"] == row["rate_max"] == pytest.approx(365.25 / 30, rel=0.1)
    assert 0 < row["no_contact"] == row["no_contact_max"] < 0.3
    assert (row["person_a"], row["person_b"]) == (None, None)


def test_of_a_short_record_no_figure_is_known() -> None:
    told = pair_silence([contact("2024-04-03")], SeriesGround(choose("2024-12-31"), (), ()), PAIR, [By.OFFICE])
    row = _row(unusual_frame(told.lanes[:1]))
    known = {name: cell for name, cell in row.items() if cell is not None}
    assert [known.pop(name) for name in ("days_min", "n_gaps", "longer_than", "observed_share")] == [272, 0, 0, 0.0]
    assert "median" not in known
    assert "burstiness" not in known
    assert "dispersion" not in known
