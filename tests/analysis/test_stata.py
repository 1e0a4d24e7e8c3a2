"""The Stata file of a panel, read back by two other hands."""

import io
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from detente.analysis.frames import panel_frame
from detente.analysis.panel import Panel
from detente.analysis.panel_columns import panel_columns
from detente.analysis.periods import Per
from detente.analysis.stata import stata_file
from tests.analysis.test_panel import FRA_RUS, LOOKED, last, made, tally

FOUND = made([tally("2020-03-01"), tally("2022-05-01", "declined")], [last("2020-12-21")], windows=LOOKED, levels="minister")


def test_pandas_reads_it_back() -> None:
    read = pd.read_stata(io.BytesIO(stata_file(FOUND, "A label")))
    assert list(read["pair"]) == ["FRA-RUS"] * 3
    assert list(read["period"]) == [pd.Timestamp(year, 1, 1) for year in (2020, 2021, 2022)]
    assert list(read["period_end"]) == [pd.Timestamp(year, 12, 31) for year in (2020, 2021, 2022)]
    assert list(read["held"]) == [1, 0, 0]
    assert list(read["held_official"].isna()) == [True] * 3
    assert list(read["observation"]) == ["observed"] * 3
    assert list(read["silence_max"]) == [10, 375, 740]


def test_another_reader_finds_every_label(tmp_path: Path) -> None:
    path = tmp_path / "panel.dta"
    path.write_bytes(stata_file(FOUND, "A label"))
    _, told = pyreadstat.read_dta(path)
    assert told.file_label == "A label"
    assert told.column_names_to_labels == {"pair": "Pair, numbered", **{column.name: column.label for column in FOUND.columns}}
    assert told.variable_value_labels["pair"] == {1: "FRA-RUS"}
    assert told.variable_value_labels["observation"] == {1: "observed", 2: "partly-observed", 3: "unobserved", 4: "unknown"}
    assert told.original_variable_types["period"] == "%ty"
    assert told.original_variable_types["period_start"] == "%td"


def test_a_file_is_labelled_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "panel.dta"
    FOUND.to_stata(path)
    _, told = pyreadstat.read_dta(path, metadataonly=True)
    assert told.file_label == "Détente: contacts per pair and year"
    path.write_bytes(stata_file(FOUND, "x" * 81))
    assert pyreadstat.read_dta(path, metadataonly=True)[1].file_label == "x" * 80


@pytest.mark.parametrize("per", list(Per))
def test_an_empty_panel_is_a_file_too(per: Per) -> None:
    read = pd.read_stata(io.BytesIO(stata_file(Panel(per, panel_columns(), (), (), ()), "")))
    assert len(read) == 0
    assert "held" in read.columns


def test_the_frame_says_missing_and_has_no_time_zone() -> None:
    frame = panel_frame(FOUND)
    assert frame["held_official"].isna().all()
    assert [str(frame[name].dtype) for name in ("dyad", "held", "observed_share", "period_start")] == [
        "string", "Int64", "Float64", "datetime64[s]",
    ]  # fmt: skip
    assert FRA_RUS.a == frame["party_a"][0]
