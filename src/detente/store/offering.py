"""What does the record hold that somebody may mean: parties, people, topics and sources, those of the pair at hand first."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, or_, select

from detente.domain.parties import Party
from detente.store import schema
from detente.store.opening import Store
from detente.store.reference import parties, party_names

_PAIR, _PRESENT, _SOURCE = schema.contact_pair.c, schema.participant.c, schema.source.c


class OfferedParty(NamedTuple):
    """A party with the other names it goes by; ``likely``: it has contacts on record, or officeholders."""

    party: Party
    names: tuple[str, ...]
    likely: bool


def offered_parties(store: Store) -> list[OfferedParty]:
    """Every party: those with contacts on record first, the most frequent first, then those of whom somebody is known."""
    named: dict[str, list[str]] = {}
    for name, code in party_names(store).items():
        named.setdefault(code, []).append(name)
    there, holder = schema.contact_party.c, schema.officeholder.c
    query = select(there.party).group_by(there.party).order_by(func.count().desc(), there.party)
    with store.reading() as connection:
        likely = dict.fromkeys(connection.scalars(query))
        likely |= dict.fromkeys(connection.scalars(select(holder.party).distinct().order_by(holder.party)))
    known = parties(store)
    return [OfferedParty(known[code], tuple(named.get(code, ())), code in likely) for code in dict.fromkeys([*likely, *known])]


def offered_people(store: Store, party: str) -> list[str]:
    """Those who took part in contacts for a party, the most frequent first."""
    query = select(_PRESENT.person).where(_PRESENT.party == party, _PRESENT.person.is_not(None))
    with store.reading() as connection:
        return list(connection.scalars(query.group_by(_PRESENT.person).order_by(func.count().desc(), _PRESENT.person)))


def offered_sources(store: Store, between: Sequence[str], most: int = 500) -> list[tuple[str, str]]:
    """Address and publisher of the public sources of contacts of these parties, those of the latest contact first."""
    query = (
        select(_SOURCE.url, _SOURCE.publisher, func.max(_PAIR.first_day).label("last"))
        .join(schema.contact_pair, _PAIR.contact_id == _SOURCE.contact_id)
        .where(_SOURCE.restricted.is_(False), or_(_PAIR.party_a.in_(between), _PAIR.party_b.in_(between)))
        .group_by(_SOURCE.url, _SOURCE.publisher)
        .order_by(func.max(_PAIR.first_day).desc(), _SOURCE.url)
        .limit(most)
    )
    with store.reading() as connection:
        return [(row.url, row.publisher) for row in connection.execute(query)]


def used_parties(store: Store) -> list[tuple[str, str]]:
    """Code and name of the parties that the record has contacts of, the most frequent first."""
    there, party = schema.contact_party.c, schema.party.c
    query = select(party.code, party.name).join(schema.contact_party, there.party == party.code)
    with store.reading() as connection:
        rows = connection.execute(query.group_by(party.code, party.name).order_by(func.count().desc(), party.code))
        return [(row.code, row.name) for row in rows]


def party_names_beginning(store: Store, key: str) -> list[tuple[str, str]]:
    """The names of parties, as ``name_key`` writes them, that begin so, each with the English name, in order."""
    name, party = schema.party_name.c, schema.party.c
    query = select(name.name, party.name.label("meaning")).join(schema.party, party.code == name.party)
    with store.reading() as connection:
        rows = connection.execute(query.where(name.name >= key, name.name < f"{key}{chr(0x10FFFF)}").order_by(name.name))
        return [(row.name, row.meaning) for row in rows]
