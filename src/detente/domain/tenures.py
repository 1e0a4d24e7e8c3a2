"""What may be said of who held an office and when, and what of it cannot be so?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from detente.domain.cell_values import is_wrong, wanted
from detente.domain.officeholders import Officeholder
from detente.domain.package import OFFICEHOLDERS
from detente.domain.told import role_of
from detente.domain.vocabulary import Office

BACKWARDS = "lies before the first day"

SOLE = (Office.MINISTER, Office.CHIEF_OF_DEFENCE, Office.FOREIGN_MINISTER)
"""The offices of which a party has one holder at a time."""


def runs_backwards(first: str, last: str) -> str | None:
    """What is wrong with the last day of a tenure, beside its first; empty: not known."""
    return BACKWARDS if first and last and last < first else None


def mistakes(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Column and reason for all that is wrong with a row of officeholders.csv; whether its party is known is not looked at.

    The rules are those by which a package is judged: what its columns hold, and ``runs_backwards``.
    """
    found: dict[str, str] = {}
    for column in OFFICEHOLDERS.columns:
        cell, wrong = told[column.name], is_wrong(column)
        if column.required and not cell.strip():
            found[column.name] = f"is missing; write {wanted(column)}"
        elif cell and wrong is not None and wrong(cell):
            found[column.name] = f"write {wanted(column)}"
    yield from found.items()
    if not found.keys() & {"from", "to"} and (backwards := runs_backwards(told["from"], told["to"])) is not None:
        yield "to", backwards


def as_row(holder: Officeholder) -> dict[str, str]:
    """A tenure as a row of officeholders.csv."""
    return {
        "person": holder.person,
        "party": holder.party,
        "office": holder.office.value,
        "title": holder.title,
        "from": "" if holder.from_date is None else holder.from_date.isoformat(),
        "to": "" if holder.to_date is None else holder.to_date.isoformat(),
        "source_url": holder.source_url,
    }


def of_row(told: Mapping[str, str]) -> Officeholder:
    """The tenure that a row without mistakes tells of."""
    first, last = (date.fromisoformat(told[name]) if told[name] else None for name in ("from", "to"))
    return Officeholder(told["person"], told["party"], Office(told["office"]), told["title"], first, last, told["source_url"])


def record_of(holder: Officeholder) -> str:
    """How a tenure is called in the history: person, party, office and first day, which is empty where none is verified."""
    row = as_row(holder)
    return " ".join(row[name] for name in OFFICEHOLDERS.unique)


def usual_role(party: str, office: Office, holders: Iterable[Officeholder]) -> str | None:
    """What the office was called last; None: nobody is on record as having held it."""
    same = [holder for holder in holders if (holder.party, holder.office) == (party, office)]
    last = max(same, key=lambda holder: holder.from_date or date.min, default=None)
    return None if last is None else role_of(last)


def beside(new: Officeholder, holders: Iterable[Officeholder]) -> list[Officeholder]:
    """Others who, as far as the record knows, held an office of one holder on days of ``new``: one of the two is wrong.

    A tenure without a verified first day is left out: nothing tells whether it had ended.
    """
    if new.office not in SOLE or new.from_date is None:
        return []
    first = new.from_date.toordinal()
    return [
        holder
        for holder in holders
        if (holder.party, holder.office) == (new.party, new.office) and holder.person != new.person
        if holder.from_date is not None
        if holder.last_possible is None or holder.last_possible >= first
        if new.last_possible is None or new.last_possible >= holder.from_date.toordinal()
    ]
