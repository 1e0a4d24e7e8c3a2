"""Which contacts on record may be those that wait to be brought in: by id, by source, by judgement, or by their days."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import and_, func, insert, select

from detente.domain import ids
from detente.domain.contacts import Contact
from detente.domain.matching import reach
from detente.store import schema
from detente.store.choosing import AnySelect, stands_in
from detente.store.contacts import with_parties
from detente.store.judgements import judged
from detente.store.records import CONTACT
from detente.store.retracted import retracted
from detente.store.staging import Staging

_AT_ONCE = 500
_NEAR_AS_WRITTEN = 800
"""How many days from the days that a date allows its first day as written may lie: two years and more. What is not known to two
years is near nothing; and so near ones are found along the key of the pair table."""

_CONTACT, _PAIR, _SOURCE = schema.contact.c, schema.contact_pair.c, schema.source.c
_FOR_GOOD = ("retract", "same")
"""Commands by which a contact is taken out to stay out; one that was undone may come back."""


class Candidates:
    """What the record has that the contacts ``given``, staged, may be, read from it by a few queries for all of them.

    ``repeated`` lists the staged sources (url, staged contact) that a contact on record of the same pair has already.
    """

    def __init__(self, staging: Staging, given: Sequence[Contact], window: int) -> None:
        self._staging = staging
        self._judged = judged(staging.connection)
        self._given = {contact.contact_id for contact in given}
        gone = retracted(staging.connection, CONTACT)
        self._ever = set(gone)
        self._retracted = {record for record, revision in gone.items() if revision.command in _FOR_GOOD}
        self.repeated = staging.more("repeated", "url", "contact_id", "known_as")
        days = ("start_earliest:", "end_latest:")
        self._between = staging.more("between", "contact_id", "party_a", "party_b", *days)
        self._find_between()
        self._find_repeated()
        self._shared = self._count_shared()
        self._near = self._find_near(reach(window))
        wanted = self._given | {self._judged.stands_for(name) for name in self._given}
        wanted |= {name for near in self._near.values() for name in near} | {one for of in self._shared.values() for one in of}
        self._standing = {contact.contact_id: contact for contact in self._called(sorted(wanted))}

    def on_record_as(self, contact: Contact) -> str | None:
        """The contact on record that this one is whatever their days: judged to be, with the same sources, or of its id."""
        name = contact.contact_id
        kept = self._judged.stands_for(name)
        if kept != name and kept in self._standing:
            return kept
        if shared := self._shared.get(name):
            return min(shared, key=lambda one: (-shared[one], one != name, one))
        there = self._standing.get(name)
        same = there is not None and (there.parties, there.status) == (contact.parties, contact.status)
        return name if same else None

    def near(self, contact: Contact) -> Iterator[Contact]:
        """The contacts on record about whose days a match may be judged; none of those that were brought in with it."""
        for name in self._near.get(contact.contact_id, ()):
            if not self._judged.are_two(contact.contact_id, name):
                yield self._standing[name]

    def was_retracted(self, contact_id: str) -> bool:
        """Whether somebody took a contact of that id out on purpose."""
        return contact_id in self._retracted

    def has_all_sources(self, contact: Contact) -> bool:
        """Whether every source of the contact is on record."""
        return sum(self._shared.get(contact.contact_id, {}).values()) >= len(contact.sources)

    def free_name(self, contact: Contact) -> str:
        """Its id, or the next of the same where another contact on record has that."""
        name = contact.contact_id
        if name not in self._standing:
            return name
        new = ids.next_of(name, self._given | self._ever | self._standing.keys() | set(self._beginning(name)))
        self._given.add(new)
        return new

    def _beginning(self, name: str) -> Iterable[str]:
        return self._staging.connection.scalars(
            select(_CONTACT.contact_id).where(_CONTACT.contact_id.startswith(f"{name}-", autoescape=True))
        )

    def _find_between(self) -> None:
        """Each staged contact with the pairs and the days that it is between; later queries join no more than two tables, for
        a database that knows nothing of temporary ones cannot choose well among more."""
        staging = self._staging
        contacts, pair, when = staging.tables["contacts"].c, staging.pair.c, staging.date.c
        query = (
            select(contacts.contact_id, pair.party_a, pair.party_b, when.start_earliest, when.end_latest)
            .join(staging.pair, pair.text == contacts.parties)
            .join(staging.date, when.text == contacts.date)
        )
        columns = ["contact_id", "party_a", "party_b", "start_earliest", "end_latest"]
        staging.connection.execute(insert(self._between).from_select(columns, query))

    def _find_repeated(self) -> None:
        """Sources of the pairs in question first, then those that are staged, then what both have."""
        staging, stage, between = self._staging, self._staging.tables["sources"].c, self._between.c
        columns = ["url", "contact_id", "party_a", "party_b"]
        cited, told = staging.more("cited", *columns), staging.more("told", *columns)
        pairs = select(between.party_a, between.party_b).distinct().subquery()
        on_record = (
            select(_SOURCE.url, _SOURCE.contact_id, _PAIR.party_a, _PAIR.party_b)
            .join(schema.contact_pair, _PAIR.contact_id == _SOURCE.contact_id)
            .join(pairs, and_(pairs.c.party_a == _PAIR.party_a, pairs.c.party_b == _PAIR.party_b))
        )
        staging.connection.execute(insert(cited).from_select(columns, on_record))
        staged = select(stage.url, stage.contact_id, between.party_a, between.party_b).join(
            self._between, between.contact_id == stage.contact_id
        )
        staging.connection.execute(insert(told).from_select(columns, staged))
        both = and_(cited.c.url == told.c.url, cited.c.party_a == told.c.party_a, cited.c.party_b == told.c.party_b)
        repeated = (
            select(told.c.url, told.c.contact_id, func.min(cited.c.contact_id))
            .join(cited, both)
            .group_by(told.c.url, told.c.contact_id)
        )
        staging.connection.execute(insert(self.repeated).from_select(["url", "contact_id", "known_as"], repeated))

    def _count_shared(self) -> dict[str, dict[str, int]]:
        """How many sources each staged contact shares with which on record."""
        repeated = self.repeated.c
        query = select(repeated.contact_id, repeated.known_as, func.count()).group_by(repeated.contact_id, repeated.known_as)
        found: dict[str, dict[str, int]] = {}
        for name, known_as, count in self._staging.execute(query):
            found.setdefault(name, {})[known_as] = count
        return found

    def _find_near(self, days: int) -> dict[str, list[str]]:
        between = self._between.c
        query: AnySelect = (
            select(between.contact_id, _PAIR.contact_id)
            .join(schema.contact_pair, and_(_PAIR.party_a == between.party_a, _PAIR.party_b == between.party_b))
            .where(
                _PAIR.first_day.between(between.start_earliest - _NEAR_AS_WRITTEN, between.end_latest + _NEAR_AS_WRITTEN),
                _PAIR.start_earliest <= between.end_latest + days,
                _PAIR.end_latest >= between.start_earliest - days,
                ~stands_in(_PAIR.contact_id, self._staging.tables["contacts"].c.contact_id),
            )
            .distinct()
            .order_by(between.contact_id, _PAIR.contact_id)
        )
        found: dict[str, list[str]] = {}
        for name, known in self._staging.execute(query):
            found.setdefault(name, []).append(known)
        return found

    def _called(self, names: Sequence[str]) -> Iterator[Contact]:
        connection = self._staging.connection
        for start in range(0, len(names), _AT_ONCE):
            some = _CONTACT.contact_id.in_(names[start : start + _AT_ONCE])
            yield from with_parties(connection, connection.execute(select(schema.contact).where(some)).all())
