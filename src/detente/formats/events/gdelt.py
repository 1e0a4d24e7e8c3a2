"""How are the event files of GDELT 1.0 and 2.0 read, of 57, 58 and 61 columns mixed?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import Cells, compact_day, events, split

_ID, _DAY, _SOURCE, _TARGET, _CODE = 0, 1, 5, 15, 26
_ADDED = {57: 56, 58: 56, 61: 59}
_URL = {58: 57, 61: 60}
"""Where DATEADDED and SOURCEURL stand in a line of so many columns: 1.0 had no address before 1 April 2013."""


class Gdelt:
    """No header, no quoting; an actor's types are MIL or GOVMIL where it is of the defence side."""

    dataset = "gdelt"
    codebook = Codebook.CAMEO

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``; the day is that of the event, which may lie years before that of the file."""
        rows = split(engine.lines(files))
        cells = Cells(rows, absent=("",))
        id_, day, code = cells.at(_ID), compact_day(cells.at(_DAY)), cells.at(_CODE)
        problems = [
            (~rows["n"].isin(list(_ADDED)), "has not the 57, 58 or 61 columns of a GDELT file"),
            (~ibis.coalesce(id_, "").re_search("^[0-9]+$"), "has no number in GLOBALEVENTID"),
            (day.isnull(), "has no day like 20140403 in SQLDATE"),
            (code.isnull(), "has no CAMEO code"),
        ]
        return events(
            rows,
            problems,
            heading=ibis.coalesce(id_.lower() == "globaleventid", False),
            possible=ibis.coalesce(code.isin(sorted(POSSIBLE[self.codebook])), True),
            event_id=id_,
            day=day,
            code=code,
            **_actor("a", cells, _SOURCE),
            **_actor("b", cells, _TARGET),
            url=_of_width(cells, _URL),
            published=compact_day(_of_width(cells, _ADDED)),
        )


def _of_width(cells: Cells, places: dict[int, int]) -> Any:
    """The cell that stands in a place of its own in lines of each width."""
    branches = [(cells.table["n"] == width, cells.at(place)) for width, place in places.items()]
    return ibis.cases(*branches, else_=ibis.null("string"))


def _actor(side: str, cells: Cells, place: int) -> dict[str, Any]:
    """Code, name and country follow each other; the three types stand seven places on."""
    types = [ibis.coalesce(cells.at(place + further), "").isin(["MIL", "GOVMIL"]) for further in (7, 8, 9)]
    return {
        f"{side}_name": cells.at(place + 1),
        f"{side}_country": cells.at(place + 2),
        f"{side}_defence": types[0] | types[1] | types[2],
    }
