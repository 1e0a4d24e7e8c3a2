"""Which number has a state in the data of the Correlates of War Project, and was it a member of their system on a day?"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from detente.domain.days import LAST_DAY, Day

SOURCE = "Correlates of War Project. 2017. State System Membership List, v2016. https://correlatesofwar.org"


@dataclass(frozen=True, slots=True)
class Membership:
    """A spell of membership of the state system, both days inclusive, and the alpha-3 code of the state.

    ``iso3`` is empty for states that ended before there were such codes. One withdrawn since is given for those that had one
    (DDR, CSK, YMD), and XKX, which ISO leaves to its users, for Kosovo.
    """

    ccode: int
    stateabb: str
    name: str
    iso3: str
    first: Day
    last: Day


@cache
def memberships() -> Sequence[Membership]:
    """Every spell of the list, by number and day. Who was a member when the list closed, at the end of 2016, is one since."""
    with Path(__file__).with_name("cow_states.csv").open(encoding="utf-8", newline="") as table:
        return [
            Membership(
                int(row["ccode"]),
                row["stateabb"],
                row["name"],
                row["iso3"],
                date.fromisoformat(row["from"]).toordinal(),
                date.fromisoformat(row["to"]).toordinal() if row["to"] else LAST_DAY,
            )
            for row in csv.DictReader(table)
        ]


@cache
def _by_code() -> dict[str, list[Membership]]:
    found: dict[str, list[Membership]] = {}
    for spell in memberships():
        if spell.iso3:
            found.setdefault(spell.iso3, []).append(spell)
    return found


def cow_code(party: str, day: Day) -> int | None:
    """The number of the state that the alpha-3 code ``party`` stands for on ``day``; None where it was no member.

    DEU is 260, the Federal Republic, until 2 October 1990, and 255 from the day after. Organisations have none.
    """
    return next((spell.ccode for spell in _by_code().get(party, ()) if spell.first <= day <= spell.last), None)
