"""What the shipped reference lists know, without a store."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache

from detente.domain.officeholders import Officeholder
from detente.domain.vocabulary import Office
from detente.drafting.known import Known
from detente.shipped import data_folder


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (data_folder() / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def known() -> Known:
    """The shipped officeholders and topics; no contacts, and so no frequent topics."""
    holders = [
        Officeholder(r["person"], r["party"], Office(r["office"]), r["title"], _day(r["from"]), _day(r["to"]), r["source_url"])
        for r in _rows("officeholders")
    ]
    return Known(holders=holders, topics=frozenset(row["topic"] for row in _rows("topics")))
