"""Which id has a contact of which none was given: that of the same contact on record, else a new one."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection, select

from detente.domain import ids
from detente.domain.dates import UncertainDate
from detente.domain.parties import Dyad
from detente.domain.vocabulary import Channel, Level
from detente.store import schema
from detente.store.contacts import with_parties
from detente.store.opening import Store
from detente.store.recording import ever, slug_of
from detente.store.records import CONTACT


class Numbering:
    """Gives ids during one import; ``given`` tells, when it is first needed, which ids the file itself has."""

    def __init__(self, store: Store, given: Callable[[], Collection[str]]) -> None:
        self._store = store
        self._given = given
        self._taken: set[str] | None = None
        self._slugs: dict[Dyad, str] = {}

    def slug(self, pair: Dyad, proposed: str) -> str:
        """The folder of a pair: the one on record, else the first proposed for it."""
        if pair not in self._slugs:
            with self._store.reading() as connection:
                kept = slug_of(connection, pair)
            self._slugs[pair] = proposed if kept == pair.slug and not self._is_kept(kept) else kept
        return self._slugs[pair]

    def _is_kept(self, slug: str) -> bool:
        with self._store.reading() as connection:
            return connection.scalar(select(schema.folder.c.slug).where(schema.folder.c.slug == slug)) is not None

    def id_of(self, slug: str, when: UncertainDate, channel: Channel, level: Level, parties: Sequence[str]) -> tuple[str, bool]:
        """The id of the contact on record with this date, channel, level and parties, else one that was never given.

        Tells whether it is on record.

        Each is given once: of several alike, the first of the file is the first on record.
        """
        if self._taken is None:
            self._taken = set(self._given())
        with self._store.reading() as connection:
            alike = [name for name in _alike(connection, when, channel, level, parties) if name not in self._taken]
            stem = ids.contact_id(slug, when, channel, level)
            taken = self._taken if alike else self._taken | ever(connection, CONTACT, stem)
        name = alike[0] if alike else ids.contact_id(slug, when, channel, level, taken)
        self._taken.add(name)
        return name, bool(alike)


def _alike(connection: Connection, when: UncertainDate, channel: Channel, level: Level, parties: Sequence[str]) -> list[str]:
    column, pair = schema.contact.c, schema.contact_pair.c
    between = select(pair.contact_id).where(pair.party_a == sorted(parties)[0], pair.party_b == sorted(parties)[1])
    query = select(schema.contact).where(
        column.contact_id.in_(between.where(pair.start_earliest == when.start_earliest)),
        column.date == when.text,
        column.channel == channel,
        column.level == level,
    )
    found = with_parties(connection, connection.execute(query).all())
    same = [contact.contact_id for contact in found if set(contact.parties) == set(parties)]
    return sorted(same, key=lambda name: (len(name), name))
