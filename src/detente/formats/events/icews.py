"""How is a tab-separated ICEWS file of 20 columns read?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import Cells, events, holds_word, iso_day, split

DEFENCE_SECTORS = ("Defense / Security Ministry", "Military")
_ID, _DAY, _SOURCE, _CODE, _TARGET, _PUBLISHER = 0, 1, 2, 6, 8, 13
"""Where the columns stand; name, sectors and country of an actor follow each other."""


class Icews:
    """Event ID to Longitude, no quoting, ``NA`` for what is missing; an id is unique only together with its date."""

    dataset = "icews"
    codebook = Codebook.CAMEO

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``."""
        rows = split(engine.lines(files))
        cells = Cells(rows)
        id_, day, code = cells.at(_ID), iso_day(cells.at(_DAY)), cells.at(_CODE)
        problems = [
            (rows["n"] != 20, "has not the 20 columns of an ICEWS file"),
            (id_.isnull(), "has no event id"),
            (day.isnull(), "has no day like 2014-04-03 in its second column"),
            (code.isnull(), "has no CAMEO code"),
        ]
        return events(
            rows,
            problems,
            heading=ibis.coalesce(id_.lower() == "event id", False),
            possible=ibis.coalesce(code.isin(sorted(POSSIBLE[self.codebook])), True),
            event_id=id_,
            day=day,
            code=code,
            **_actor("a", cells, _SOURCE),
            **_actor("b", cells, _TARGET),
            publisher=cells.at(_PUBLISHER),
            published=day,
        )


def _actor(side: str, cells: Cells, place: int) -> dict[str, Any]:
    return {
        f"{side}_name": cells.at(place),
        f"{side}_country": cells.at(place + 2),
        f"{side}_defence": holds_word(cells.at(place + 1), DEFENCE_SECTORS, ","),
    }
