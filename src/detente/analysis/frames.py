"""How do answers become data frames: one column a field, dates without a time zone, dtypes that can say missing?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from detente.analysis.panel import Panel
from detente.analysis.panel_columns import Kind

if TYPE_CHECKING:
    import pandas as pd

    Frame: TypeAlias = pd.DataFrame
    """A data frame of pandas, which only this room imports."""

_DTYPES = {Kind.TEXT: "string", Kind.NUMBER: "Int64", Kind.SHARE: "Float64", Kind.DAY: "datetime64[s]", Kind.YES_NO: "boolean"}


def frame(columns: Mapping[str, Kind], rows: Iterable[Sequence[object]]) -> "Frame":
    """The rows, one cell for each column, as a frame; None is missing in every dtype. Days are ISO texts."""
    import pandas as pd

    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.Series(list(values), dtype=_DTYPES[kind])
            for (name, kind), values in zip(columns.items(), cells, strict=True)
        }
    )


def panel_frame(panel: Panel) -> "Frame":
    """The panel as it is: one row for each pair and period, in its order."""
    return frame({column.name: column.kind for column in panel.columns}, panel.rows)
