"""How is a KEDS file read: date, source, target and code, of CAMEO or of WEIS?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import Cells, compact_day, events, iso_day, split

OLDEST_YEAR = 45
"""Of two digits: 45 is 1945, 44 is 2044. The oldest series that are coded begin after the Second World War."""


class Keds:
    """Four columns separated by tabs, spaces or commas; the words of the code may follow.

    A file may be of WEIS though its name says CAMEO, and there 042 is "endorse": so which it is has to be said.
    """

    dataset = "keds"

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``."""
        lines = engine.lines(files)
        text: Any = ibis.coalesce(lines["text"], "")
        rows = split(lines.mutate(text=text.strip().re_replace("[ ,\t]+", "\t")))
        cells = Cells(rows)
        day, code = _day(cells.at(0)), cells.at(3)
        problems = [
            (rows["n"] < 4, "has not the four columns date, source, target, code"),
            (day.isnull(), "has no day like 040403, 20040403 or 2004-04-03 in its first column"),
            (code.isnull(), f"has no {self.codebook.upper()} code"),
        ]
        return events(
            rows,
            problems,
            possible=ibis.coalesce(code.isin(sorted(POSSIBLE[self.codebook])), True),
            day=day,
            code=code,
            **_actor("a", cells.at(1)),
            **_actor("b", cells.at(2)),
            published=day,
        )


def _day(text: Any) -> Any:
    century = ibis.ifelse(text.substr(0, 2) >= str(OLDEST_YEAR), "19", "20")
    two_digits = ibis.ifelse(text.re_search("^[0-9]{6}$"), century + text, ibis.null("string"))
    eight_digits = ibis.ifelse(text.re_search("^[0-9]{8}$"), text, ibis.null("string"))
    return ibis.coalesce(compact_day(two_digits), compact_day(eight_digits), iso_day(text))


def _actor(side: str, code: Any) -> dict[str, Any]:
    """A code is a country and its roles, three letters each: RUSMIL, USAGOVMIL."""
    return {
        f"{side}_name": code,
        f"{side}_country": ibis.ifelse(code.re_search("^(?:[A-Z]{3})+$"), code.substr(0, 3), ibis.null("string")),
        f"{side}_defence": ibis.coalesce(code.re_search("^[A-Z]{3}(?:[A-Z]{3})*MIL(?:[A-Z]{3})*$"), False),
    }
