"""How is a tab-separated ICEWS file of 20 columns read?"""

from collections.abc import Sequence
from pathlib import Path

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import cells, events, holds_word, iso_day

DEFENCE_SECTORS = ("Defense / Security Ministry", "Military")
_PLACES = {
    "id": 0, "date": 1, "a": 2, "a_sectors": 3, "a_country": 4, "code": 6, "b": 8, "b_sectors": 9, "b_country": 10,
    "publisher": 13,
}  # fmt: skip


class Icews:
    """Event ID to Longitude, no quoting, ``NA`` for what is missing; an id is unique only together with its date."""

    dataset = "icews"
    codebook = Codebook.CAMEO

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``."""
        rows = cells(engine.lines(files), _PLACES)
        rows = rows.mutate(day=iso_day(rows["date"]))
        problems = [
            (rows["n"] != 20, "has not the 20 columns of an ICEWS file"),
            (rows["id"].isnull(), "has no event id"),
            (rows["day"].isnull(), "has no day like 2014-04-03 in its second column"),
            (rows["code"].isnull(), "has no CAMEO code"),
        ]
        return events(
            rows,
            problems,
            heading=ibis.coalesce(rows["id"].lower() == "event id", False),
            possible=rows["code"].isin(sorted(POSSIBLE[self.codebook])),
            event_id=rows["id"],
            a_name=rows["a"],
            a_defence=holds_word(rows["a_sectors"], DEFENCE_SECTORS, ","),
            b_name=rows["b"],
            b_defence=holds_word(rows["b_sectors"], DEFENCE_SECTORS, ","),
            published=rows["day"],
        )
