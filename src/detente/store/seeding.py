"""What a new store knows before anybody logs anything: states, organisations, topics and officeholders."""

import csv
from collections.abc import Iterator

from sqlalchemy import Connection, insert

from detente.domain.vocabulary import PartyKind
from detente.shipped import data_folder
from detente.store import schema
from detente.store.names import name_key

_OTHER_NAMES = {
    "CZE": ("Czech Republic",),
    "GBR": ("UK", "Britain", "Great Britain"),
    "KOR": ("South Korea",),
    "MKD": ("Macedonia",),
    "PRK": ("North Korea", "DPRK"),
    "RUS": ("Russian Federation",),
    "TUR": ("Turkey", "Turkiye"),
    "USA": ("US", "United States of America", "America"),
    "CIV": ("Ivory Coast",),
    "COD": ("DR Congo", "DRC"),
    "ARE": ("UAE",),
    "VAT": ("Vatican",),
}
"""English names in daily use that ISO 3166-1 does not give."""


def seed(connection: Connection, revision: int) -> None:
    """Fills the reference tables of an empty store: every ISO 3166-1 state and the shipped reference lists."""
    written = {"first_revision": revision, "revision": revision, "imported": None}
    none: dict[str, str | None] = {"ministry": None, "ministry_native": None}
    parties = {code: {**none, "code": code, "name": name, "kind": PartyKind.STATE} for code, name, _ in _iso_states()}
    for row in _shipped("parties"):
        parties[row["code"]] = {name: value or None for name, value in row.items()}
    connection.execute(insert(schema.party), [{**party, **written} for party in parties.values()])
    connection.execute(insert(schema.party_name), _names({code: str(row["name"]) for code, row in parties.items()}))
    topics = [
        {**row, "broader": row["broader"] or None, **written, "position": position}
        for position, row in enumerate(_shipped("topics"))
    ]
    connection.execute(insert(schema.topic), sorted(topics, key=lambda topic: topic["broader"] is not None))
    holders = [
        {**row, "from_date": row.pop("from"), "to_date": row.pop("to") or None, **written} for row in _shipped("officeholders")
    ]
    connection.execute(insert(schema.officeholder), holders)


def _shipped(table: str) -> Iterator[dict[str, str]]:
    with (data_folder() / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _iso_states() -> Iterator[tuple[str, str, list[str]]]:
    """Code, short English name, and every other name, of each state."""
    import pycountry

    for country in pycountry.countries:
        known = [getattr(country, field, "") for field in ("common_name", "name", "official_name", "alpha_2")]
        short = known[0] or known[1]
        if ", " in short:  # "Korea, Republic of" is no name that anybody says
            short = " ".join(reversed(short.split(", ", 1)))
        yield country.alpha_3, short, [name for name in known if name]


def _names(shown: dict[str, str]) -> list[dict[str, str]]:
    """Every name a party goes by; where two claim one name, the first in order of code has it."""
    names: dict[str, str] = {name_key(code): code for code in shown}
    for code, name in shown.items():
        names.setdefault(name_key(name), code)
    for code, short, others in _iso_states():
        for name in (short, *others, *_OTHER_NAMES.get(code, ())):
            names.setdefault(name_key(name), code)
    return [{"name": name, "party": party} for name, party in names.items()]
