"""How do the contacts of a pair become the marks of its row, so few that a page can draw all of them?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.analysis.periods import Per, index_of
from detente.domain.entries import Entry
from detente.domain.vocabulary import Status

MOST_IN_A_ROW = (300, 125, 60)
"""How many marks of held contacts a row may have, of others a third: the first limit by which all rows are short enough."""

_Groups = Mapping[tuple[int, Status], Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Mark:
    """So many contacts of one status, drawn where the ``middle`` one began; of a single one all three are that one."""

    count: int
    first: Entry
    middle: Entry
    last: Entry


def row_marks(held: Sequence[Entry], missed: Sequence[Entry]) -> tuple[tuple[Mark, ...], ...]:
    """The marks of a pair's contacts, which are in series order, for each of the limits."""
    by_month = _by_month(held), _by_month(missed)
    return tuple((*_marks(held, by_month[0], most), *_marks(missed, by_month[1], most // 3)) for most in MOST_IN_A_ROW)


def _marks(entries: Sequence[Entry], by_month: _Groups, most: int) -> Iterator[Mark]:
    """One contact each where that makes no more than ``most``, else those of one status and as short a period as possible."""
    if len(entries) <= most:
        return (Mark(1, entry, entry, entry) for entry in entries)
    found: _Groups = by_month
    for per in Per:
        found = _together(by_month, per)
        if len(found) <= most:
            break
    return (Mark(len(group), group[0], group[len(group) // 2], group[-1]) for group in found.values())


def _by_month(entries: Sequence[Entry]) -> _Groups:
    """The contacts of each month and status; of so few that no limit asks for it, none."""
    found: dict[tuple[int, Status], list[Entry]] = {}
    if len(entries) > MOST_IN_A_ROW[-1] // 3:
        for entry in entries:
            found.setdefault((index_of(entry.first_day, Per.MONTH), entry.kind.status), []).append(entry)
    return found


def _together(by_month: _Groups, per: Per) -> _Groups:
    """The same of periods that are so long."""
    if per is Per.MONTH:
        return by_month
    months = per.months
    found: dict[tuple[int, Status], list[Entry]] = {}
    for (month, status), entries in by_month.items():
        found.setdefault((month // months, status), []).extend(entries)
    return found


def longest_first(limits: Iterable[Sequence[Sequence[Mark]]], most: int) -> Sequence[Sequence[Mark]]:
    """Of the same rows by each limit, the first that have no more than ``most`` marks together, else the last."""
    rows: Sequence[Sequence[Mark]] = ()
    for rows in limits:
        if sum(map(len, rows)) <= most:
            break
    return rows
