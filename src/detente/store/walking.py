"""What are the series of all pairs, one pair after another, so that a record of any length is never held whole?

They are read in one walk along the key of the pair table, and of each contact no more than its date and its kind: a window
function for each question would sort what lies in order already, and each would walk anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, String, func, select, type_coerce

from detente.domain.contacts import Contact, Participant
from detente.domain.entries import Entry, Kind, PairSeries
from detente.domain.gaps import paired
from detente.domain.parties import Dyad
from detente.domain.preceding import Persons
from detente.domain.selection import Selection
from detente.domain.vocabulary import By, Channel, Level, Setting, Status, Substance
from detente.store import schema
from detente.store.choosing import AnySelect, among, conditions, in_period
from detente.store.contacts import contact_of
from detente.store.opening import Store

_PAIR, _CONTACT = schema.contact_pair.c, schema.contact.c
_AT_ONCE = 2_000
"""How many rows are fetched together."""
_NAMED_AT_ONCE = 500
"""How many ids one query names; every engine takes that many parameters."""


class Walk:
    """One state of the store, whose pairs are walked through as often as there is something to be asked of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kinds: dict[Sequence[str], Kind] = {}

    def series(self, selection: Selection) -> Iterator[PairSeries]:
        """The series of each pair that has one, in the order of pairs: of one party in the selection, its pairs.

        The period of the selection is not looked at. By person, who met is read pair by pair.
        """
        rows = self._rows(_walk(selection))
        for (a, b), found in groupby(rows, key=lambda row: (row[0], row[1])):
            pair = Dyad(a, b)
            entries = [self._entry(row) for row in found]
            yield PairSeries(pair, entries, self._met(pair) if selection.by is By.PERSON else {})

    def _rows(self, query: AnySelect) -> Iterator[Sequence[Any]]:
        """The rows, some at a time, from a server too."""
        for some in self._connection.execute(query.execution_options(yield_per=_AT_ONCE)).partitions():
            yield from some

    def _entry(self, row: Sequence[Any]) -> Entry:
        words = row[9:14]
        kind = self._kinds.get(words)
        if kind is None:
            channel, setting, level, substance, status = words
            kind = Kind(Channel(channel), Setting(setting), Level(level), Substance(substance), Status(status))
            self._kinds[words] = kind
        return Entry._make((*row[2:9], kind, bool(row[14])))

    def _met(self, pair: Dyad) -> dict[str, list[Persons]]:
        """The pairs of people of each contact of the pair."""
        present = schema.participant.c
        query = select(present.contact_id, present.party, present.person, present.role, present.level)
        query = query.join(schema.contact_pair, present.contact_id == _PAIR.contact_id)
        query = query.where(_PAIR.party_a == pair.a, _PAIR.party_b == pair.b).order_by(present.contact_id, present.position)
        there: dict[str, list[Participant]] = {}
        for row in self._connection.execute(query):
            there.setdefault(row.contact_id, []).append(Participant(row.party, row.person, row.role, row.level))
        return {contact_id: paired(people, pair) for contact_id, people in there.items()}

    def companies(self) -> dict[str, tuple[str, ...]]:
        """The parties of each contact of more than two, in alphabetical order, by its id."""
        present = schema.contact_party.c
        several = select(present.contact_id).group_by(present.contact_id).having(func.count() > 2)
        query = select(present.contact_id, present.party).where(present.contact_id.in_(several)).order_by(*present)
        known: dict[tuple[str, ...], tuple[str, ...]] = {}  # each company is kept once
        found: dict[str, tuple[str, ...]] = {}
        for contact_id, rows in groupby(self._rows(query), key=lambda row: str(row[0])):
            parties = tuple(sorted(row[1] for row in rows))
            found[contact_id] = known.setdefault(parties, parties)
        return found

    def folders(self, contact_ids: Sequence[str]) -> dict[str, str]:
        """The folder of each of those contacts, by its id."""
        found: dict[str, str] = {}
        for start in range(0, len(contact_ids), _NAMED_AT_ONCE):
            some = contact_ids[start : start + _NAMED_AT_ONCE]
            query = select(_CONTACT.contact_id, _CONTACT.folder).where(_CONTACT.contact_id.in_(some))
            found |= {row.contact_id: row.folder for row in self._connection.execute(query)}
        return found

    def leaves_out(self, selection: Selection) -> bool:
        """Whether a contact that is not public would be selected, whatever the period, and is not to be shown."""
        if selection.include_restricted:
            return False
        chosen = conditions(replace(selection, include_restricted=True), schema.contact)
        query = select(_CONTACT.contact_id).where(*chosen, _CONTACT.restricted.is_(True)).limit(1)
        return self._connection.scalar(query) is not None

    def contacts(self, selection: Selection, companies: Mapping[str, tuple[str, ...]]) -> Iterator[Contact]:
        """The contacts selected whose first day lies in the period, without details, in series order.

        ``companies`` is what the method of that name gives: of all others two parties suffice, the first and the last.
        """
        query = (
            select(schema.contact, _party(func.min), _party(func.max))
            .where(*conditions(selection, schema.contact), *in_period(selection, _CONTACT.first_day))
            .order_by(_CONTACT.first_day, _CONTACT.start_latest, _CONTACT.contact_id)
        )
        for some in self._connection.execute(query.execution_options(yield_per=_AT_ONCE)).partitions():
            for row in some:
                yield contact_of(row, companies.get(row.contact_id) or (row[-2], row[-1]))


@contextmanager
def walking(store: Store) -> Iterator[Walk]:
    """The store as it is now, to walk through for as long as the context lasts."""
    with store.reading() as connection:
        yield Walk(connection)


def _party(first_or_last: Callable[[ColumnElement[str]], ColumnElement[str]]) -> ColumnElement[str]:
    """The first or the last party of a contact."""
    present = schema.contact_party.c
    return select(first_or_last(present.party)).where(present.contact_id == _CONTACT.contact_id).scalar_subquery()


def _walk(selection: Selection) -> AnySelect:
    """Words come as they are kept: there are five in a row, and very many rows have the same five."""
    words = (_PAIR.channel, _PAIR.setting, _PAIR.level, _PAIR.substance, _PAIR.status)
    columns: list[ColumnElement[Any]] = [
        *(_PAIR.party_a, _PAIR.party_b, _PAIR.contact_id, _PAIR.date, _PAIR.first_day),
        *(_PAIR.start_earliest, _PAIR.start_latest, _PAIR.end_earliest, _PAIR.end_latest),
        *(type_coerce(word, String) for word in words),
        type_coerce(_PAIR.restricted, Integer),
    ]
    query: AnySelect = select(*columns)
    query = query.where(*conditions(replace(selection, parties=()), schema.contact_pair), *among(selection.parties))
    return query.order_by(_PAIR.party_a, _PAIR.party_b, _PAIR.first_day, _PAIR.start_latest, _PAIR.contact_id)
