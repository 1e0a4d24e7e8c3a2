"""How is a panel written for Stata: variables with labels, dates that it knows as dates, words as labelled numbers?"""

import io
from typing import TYPE_CHECKING, Literal

from detente.analysis.frames import panel_frame
from detente.analysis.panel import Panel
from detente.analysis.panel_columns import Kind
from detente.analysis.periods import Per
from detente.domain.vocabulary import Observation

if TYPE_CHECKING:
    from detente.analysis.frames import Frame

OBSERVATIONS: dict[float, str] = {number: word.value for number, word in enumerate(Observation, start=1)}
"""The value label of ``observation``."""

_PERIODS: dict[Per, Literal["tm", "tq", "ty"]] = {Per.MONTH: "tm", Per.QUARTER: "tq", Per.YEAR: "ty"}


def stata_file(panel: Panel, label: str) -> bytes:
    """The panel as a Stata file of format 118 (Stata 14 and later), for ``xtset pair period``.

    ``pair`` numbers the pairs and has their names as value label; ``period`` is a Stata date of the length of the periods
    (``%tm``, ``%tq``, ``%ty``). Missing cells are ``.`` in numbers and empty in texts. ``label`` names the data set; the first
    80 characters of it are kept.
    """
    written = io.BytesIO()
    _frame(panel).to_stata(
        written,
        write_index=False,
        version=118,
        data_label=label[:80],
        variable_labels={"pair": "Pair, numbered", **{column.name: column.label for column in panel.columns}},
        value_labels={"observation": dict(OBSERVATIONS), "pair": dict(enumerate(map(str, panel.pairs), start=1))},
        convert_dates={"period": _PERIODS[panel.per], "period_start": "td", "period_end": "td"},
    )
    return written.getvalue()


def _frame(panel: Panel) -> "Frame":
    """The panel in the types that Stata has: numbers of which one is missing are doubles, texts are never missing."""
    made = panel_frame(panel)
    numbers = {str(pair): number for number, pair in enumerate(panel.pairs, start=1)}
    made.insert(0, "pair", made["dyad"].map(numbers).astype("int32"))
    made["period"] = made["period_start"]
    made["observation"] = made["observation"].map({word: number for number, word in OBSERVATIONS.items()}).astype("int8")
    for column in panel.columns:
        if column.kind in (Kind.NUMBER, Kind.SHARE):
            whole = column.kind is Kind.NUMBER and not made[column.name].isna().any()
            made[column.name] = made[column.name].astype("int32" if whole else "float64")
        elif column.kind is Kind.TEXT and column.name not in ("period", "observation"):
            made[column.name] = made[column.name].fillna("").astype(object)
    return made
