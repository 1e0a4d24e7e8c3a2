"""How are the event files of GDELT 1.0 and 2.0 read, of 57, 58 and 61 columns mixed?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import cells, compact_day, events

_PLACES = {
    "id": 0, "date": 1, "a_name": 6, "a_country": 7, "a_type_1": 12, "a_type_2": 13, "a_type_3": 14, "b_name": 16,
    "b_country": 17, "b_type_1": 22, "b_type_2": 23, "b_type_3": 24, "code": 26, "cell_56": 56, "cell_57": 57, "cell_59": 59,
    "cell_60": 60,
}  # fmt: skip
_WIDTHS = (57, 58, 61)
"""2.0 has 61 columns; 1.0 had no address of an article, and so 57, before 1 April 2013."""


class Gdelt:
    """No header, no quoting; an actor's types are MIL or GOVMIL where it is of the defence side."""

    dataset = "gdelt"
    codebook = Codebook.CAMEO

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``; the day is that of the event, which may lie years before that of the file."""
        rows = cells(engine.lines(files), _PLACES, absent=())
        wide = rows["n"] == 61
        rows = rows.mutate(
            day=compact_day(rows["date"]),
            added=ibis.ifelse(wide, rows["cell_59"], rows["cell_56"]),
            url=ibis.ifelse(wide, rows["cell_60"], rows["cell_57"]),
        )
        problems = [
            (~rows["n"].isin(_WIDTHS), "has not the 57, 58 or 61 columns of a GDELT file"),
            (~ibis.coalesce(rows["id"], "").re_search("^[0-9]+$"), "has no number in GLOBALEVENTID"),
            (rows["day"].isnull(), "has no day like 20140403 in SQLDATE"),
            (rows["code"].isnull(), "has no CAMEO code"),
        ]
        return events(
            rows,
            problems,
            heading=ibis.coalesce(rows["id"].lower() == "globaleventid", False),
            possible=rows["code"].isin(sorted(POSSIBLE[self.codebook])),
            event_id=rows["id"],
            a_defence=_is_military(rows, "a"),
            b_defence=_is_military(rows, "b"),
            published=compact_day(rows["added"]),
        )


def _is_military(rows: Table, side: str) -> Any:
    first, second, third = (ibis.coalesce(rows[f"{side}_type_{place}"].isin(["MIL", "GOVMIL"]), False) for place in (1, 2, 3))
    return first | second | third
