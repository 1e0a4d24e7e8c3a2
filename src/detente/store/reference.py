"""Who and what may be named in a record: parties, topics, people and their offices."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from shlex import quote

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from detente.domain.officeholders import Officeholder
from detente.domain.parties import Party
from detente.domain.topics import Topic
from detente.errors import NotFoundError, RejectedError
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.gazetteer import called, known_as
from detente.store.names import did_you_mean, name_key, nearest
from detente.store.opening import Store
from detente.store.revisions import begin

_PARTY = schema.party.c
_NAME = schema.party_name.c
_TOPIC = schema.topic.c
_HOLDER = schema.officeholder.c
_SHOWN = 6
"""How many topics are named that begin alike."""
_CODE = 3
"""The letters of a code."""
_ONE_LETTER = 0.66
"""How alike two codes are that differ in one letter."""
_PARTIES: AnySelect = select(_PARTY.code, _PARTY.name, _PARTY.kind, _PARTY.ministry, _PARTY.ministry_native)
_TOPICS: AnySelect = select(_TOPIC.topic, _TOPIC.label, _TOPIC.definition, _TOPIC.broader, _TOPIC.plover_context)


def find_party(store: Store, text: str) -> Party:
    """The party that ``text`` names: alpha-3, alpha-2 or an English name, in any case; else a state by its French, German or
    Russian name or that of its people.

    Raises NotFoundError with the names or codes it may be a misspelling of, or the state whose capital it is.
    """
    by_name = _PARTIES.join(schema.party_name)
    with store.reading() as connection:
        row = connection.execute(by_name.where(_NAME.name == name_key(text))).one_or_none()
        if row is not None:
            return Party(*row)
        found = [Party(*row) for row in connection.execute(_PARTIES.where(_PARTY.code.in_(called(text))))]
        if len(found) == 1:
            return found[0]
        names = {row.code: row.name for row in connection.execute(select(_PARTY.code, _PARTY.name))}
        own = {row.name: row.party for row in connection.execute(select(_NAME.name, _NAME.party))}
        on_record = connection.scalars(select(schema.contact_party.c.party).distinct()).all() if len(text) == _CODE else ()
    codes = [party.code for party in found] or [code for code in names if sorted(code) == sorted(text.upper())]
    codes = codes or [code for code in _probable(text, own) if code in names]
    codes = codes or nearest(text, on_record, least=_ONE_LETTER)
    mend = did_you_mean([f"{names[code]} ({code})" for code in codes])
    raise NotFoundError(
        f"no party '{text}'",
        mend=mend or f"run: detente vocab list parties, or add it: detente vocab add party {_to_add(text)}",
    )


def _to_add(text: str) -> str:
    """A party as ``vocab add`` takes it: the code or the name that was given, and a word for the other."""
    is_code = text.isascii() and text.isalpha() and text.isupper() and len(text) in (_CODE, _CODE + 1)
    return f"{text} NAME" if is_code else f"CODE {quote(text)}"


def _probable(text: str, own: dict[str, str]) -> list[str]:
    """The codes of the parties whose name, people or capital ``text`` is, or may be a misspelling of, the nearest first."""
    known = known_as() | own
    if (exact := known.get(name_key(text))) is not None:
        return [exact]
    return list(dict.fromkeys(known[name] for name in nearest(text, known)))


def parties(store: Store) -> dict[str, Party]:
    """Every party by code."""
    with store.reading() as connection:
        return {row.code: Party(*row) for row in connection.execute(_PARTIES.order_by(_PARTY.code))}


def party_names(store: Store) -> dict[str, str]:
    """The code of each party by every name it goes by, as ``name_key`` writes them."""
    with store.reading() as connection:
        return {row.name: row.party for row in connection.execute(select(_NAME.name, _NAME.party))}


def topics(store: Store) -> dict[str, Topic]:
    """Every topic by id, each broad one before its narrower ones."""
    with store.reading() as connection:
        return {row.topic: Topic(*row) for row in connection.execute(_TOPICS.order_by(_TOPIC.position))}


def find_topic(store: Store, text: str) -> Topic:
    """The topic on record whose id or label is ``text``; as ``topic_among``."""
    return topic_among(topics(store), text)


def topic_among(known: Mapping[str, Topic], text: str) -> Topic:
    """The topic of ``known``, by id, whose id or label is ``text``, in any case, or the only one whose id begins so.

    Raises NotFoundError with those that begin so, or the nearest.
    """
    by_name = {name_key(topic.label): topic for topic in known.values()} | {
        name_key(id_): topic for id_, topic in known.items()
    }
    if (found := by_name.get(name_key(text))) is not None:
        return found
    begun = [id_ for id_ in known if name_key(text) and id_.startswith(name_key(text))]
    if len(begun) == 1:
        return known[begun[0]]
    if begun:
        more = " …" if len(begun) > _SHOWN else ""
        mend = f"which of {', '.join(begun[:_SHOWN])}{more}?"
        raise NotFoundError(f"'{text}' is the beginning of several topics", mend=mend)
    near = nearest(text, [*known, *(topic.label for topic in known.values())])
    suggestions = dict.fromkeys([*_abbreviated(text, known), *(by_name[name_key(name)].topic for name in near)])
    raise NotFoundError(f"no topic '{text}'", mend=did_you_mean(list(suggestions)) or "run: detente vocab list topics")


def _abbreviated(text: str, ids: Iterable[str]) -> list[str]:
    """The ids whose words begin as those of ``text`` do, one after the other: ukr-war, ukraine-war."""
    said = name_key(text).split("-")
    split = {id_: id_.split("-") for id_ in ids}
    return [
        id_ for id_, words in split.items() if all(said) and len(words) == len(said) and all(map(str.startswith, words, said))
    ]


def officeholders(store: Store, *parties: str) -> list[Officeholder]:
    """The known tenures, of ``parties`` or of all, by party, office and first day."""
    query = select(schema.officeholder).order_by(_HOLDER.party, _HOLDER.office, _HOLDER.from_date, _HOLDER.person)
    if parties:
        query = query.where(_HOLDER.party.in_(parties))
    with store.reading() as connection:
        return [
            Officeholder(row.person, row.party, row.office, row.title, _day(row.from_date), _day(row.to_date), row.source_url)
            for row in connection.execute(query)
        ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def find_person(store: Store, text: str) -> str:
    """The name, as recorded, of somebody who took part in a contact or held an office; raises NotFoundError."""
    return person_among(people(store), text)


def people(store: Store) -> dict[str, str]:
    """The name, as recorded, of everybody who took part in a contact or held an office, by ``name_key``."""
    present = schema.participant.c
    query = select(present.person).union(select(_HOLDER.person))
    with store.reading() as connection:
        return {name_key(name): name for name in connection.scalars(query) if name is not None}


def person_among(known: Mapping[str, str], text: str) -> str:
    """The name of ``known``, by ``name_key``, that ``text`` is; raises NotFoundError with the nearest."""
    if (found := known.get(name_key(text))) is not None:
        return found
    near = nearest(text, known.values())
    raise NotFoundError(f"nobody called '{text}' is on record", mend=did_you_mean(near), near=tuple(near))


def add_party(store: Store, party: Party) -> None:
    """Adds a party to the vocabulary; raises RejectedError when its code or name is taken."""
    names = {name_key(party.code), name_key(party.name)}

    def add(connection: Connection) -> None:
        new = _added(connection, store, f"party {party.code}")
        connection.execute(insert(schema.party).values(**asdict(party), **new))
        connection.execute(insert(schema.party_name), [{"name": name, "party": party.code} for name in sorted(names)])

    try:
        store.write(add)
    except IntegrityError:
        raise RejectedError(
            f"a party with the code {party.code} or the name '{party.name}' exists", mend="run: detente vocab list parties"
        ) from None


def add_topic(store: Store, topic: Topic) -> None:
    """Adds a topic to the vocabulary, last; raises RejectedError when the id is taken or the broader topic is itself narrow."""

    def add(connection: Connection) -> None:
        known = {row.topic: row.broader for row in connection.execute(select(_TOPIC.topic, _TOPIC.broader))}
        if topic.topic in known:
            raise RejectedError(f"the topic '{topic.topic}' exists", mend="run: detente vocab list topics")
        if topic.broader and known.get(topic.broader, "") is not None:
            raise RejectedError(f"'{topic.broader}' is no broad topic", mend="name one of the top level, or leave it out")
        last = connection.scalar(select(func.max(_TOPIC.position))) or 0
        new = _added(connection, store, f"topic {topic.topic}")
        connection.execute(insert(schema.topic).values(**asdict(topic), **new, position=last + 1))

    store.write(add)


def _added(connection: Connection, store: Store, about: str) -> dict[str, int]:
    """The columns that say which revision a new row of the vocabulary comes from."""
    number = begin(connection, store.author, "vocab", about)
    return {"first_revision": number, "revision": number, "imported": number}
