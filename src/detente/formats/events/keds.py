"""How is a KEDS file read: date, source, target and code, of CAMEO or of WEIS?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import POSSIBLE, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import cells, compact_day, events, iso_day

OLDEST_YEAR = 45
"""Of two digits: 45 is 1945, 44 is 2044. The oldest series that are coded begin after the Second World War."""


_PLACES = {"date": 0, "a_name": 1, "b_name": 2, "code": 3}


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
        rows = cells(lines.mutate(text=text.strip().re_replace("[ ,\t]+", "\t")), _PLACES)
        rows = rows.mutate(day=_day(rows["date"]))
        problems = [
            (rows["n"] < 4, "has not the four columns date, source, target, code"),
            (rows["day"].isnull(), "has no day like 040403, 20040403 or 2004-04-03 in its first column"),
            (rows["code"].isnull(), f"has no {self.codebook.upper()} code"),
        ]
        return events(
            rows,
            problems,
            possible=rows["code"].isin(sorted(POSSIBLE[self.codebook])),
            a_country=_country(rows["a_name"]),
            a_defence=_is_military(rows["a_name"]),
            b_country=_country(rows["b_name"]),
            b_defence=_is_military(rows["b_name"]),
            published=rows["day"],
        )


def _day(text: Any) -> Any:
    century = ibis.ifelse(text.re_extract("^[0-9]{2}", 0) >= str(OLDEST_YEAR), "19", "20")
    two_digits = ibis.ifelse(text.re_search("^[0-9]{6}$"), century + text, ibis.null("string"))
    eight_digits = ibis.ifelse(text.re_search("^[0-9]{8}$"), text, ibis.null("string"))
    return ibis.coalesce(compact_day(two_digits), compact_day(eight_digits), iso_day(text))


def _country(actor: Any) -> Any:
    """An actor is a country and its roles, three letters each: RUSMIL, USAGOVMIL."""
    return ibis.ifelse(actor.re_search("^(?:[A-Z]{3})+$"), actor.re_extract("^[A-Z]{3}", 0), ibis.null("string"))


def _is_military(actor: Any) -> Any:
    return ibis.coalesce(actor.re_search("^[A-Z]{3}(?:[A-Z]{3})*MIL(?:[A-Z]{3})*$"), False)
