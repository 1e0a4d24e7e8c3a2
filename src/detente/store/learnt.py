"""What has a store learnt of how people and topics are written: confirmed spellings, and words beside those shipped?

Both are kept among the settings, each list as one text of JSON: they belong to the store and go where it is copied, and are
no part of the record, its history or a package.
"""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from detente.domain.cell_values import longer_than
from detente.domain.package import MOST_OF_NAME
from detente.errors import NotFoundError, RejectedError
from detente.store import schema
from detente.store.opening import Store

_KEPT = schema.setting.c
_SPELLINGS, _WORDS = "spellings", "topic_words"
_MOST = 5_000
"""Entries of a list."""


def spellings(store: Store) -> dict[str, str]:
    """The name on record that each confirmed spelling, case-folded, stands for."""
    with store.reading() as connection:
        return _kept(connection, _SPELLINGS)


def learn_spellings(store: Store, confirmed: Mapping[str, str]) -> None:
    """Keeps that each spelling stands for a name on record; one that was kept for another name stands for the new one."""
    _add(store, _SPELLINGS, {written.casefold(): name for written, name in confirmed.items()})


def people(store: Store) -> list[tuple[str, str]]:
    """Everybody who took part in a contact on record, and for which party."""
    present = schema.participant.c
    query = select(present.person, present.party).where(present.person.is_not(None)).distinct()
    with store.reading() as connection:
        return [(row.person, row.party) for row in connection.execute(query.order_by(present.person, present.party))]


def topic_words(store: Store) -> dict[str, str]:
    """The topic that each word of this store tells of, the words case-folded."""
    with store.reading() as connection:
        return _kept(connection, _WORDS)


def add_topic_words(store: Store, topic: str, words: Iterable[str]) -> list[str]:
    """Keeps that ``words`` tell of a topic; gives them as kept. Raises RejectedError for what is no word."""
    found = [" ".join(word.split()).casefold() for word in words]
    for word in found:
        if not any(letter.isalnum() for letter in word) or longer_than(MOST_OF_NAME, word):
            raise RejectedError(
                f"'{word[:40]}' is no word", mend="give a word or a few, * for any ending: ceasefire, 'cease fire*'"
            )
    _add(store, _WORDS, dict.fromkeys(found, topic))
    return found


def drop_topic_word(store: Store, word: str) -> str:
    """Forgets a word; gives the topic that it told of. Raises NotFoundError."""
    wanted = " ".join(word.split()).casefold()

    def drop(connection: Connection) -> str:
        words = _kept(connection, _WORDS)
        if wanted not in words:
            raise NotFoundError(f"'{word}' is no word of this store", mend="run: detente vocab list words")
        topic = words.pop(wanted)
        _keep(connection, _WORDS, words)
        return topic

    return store.write(drop)


def _add(store: Store, name: str, entries: Mapping[str, str]) -> None:
    if not entries:
        return

    def add(connection: Connection) -> None:
        known = _kept(connection, name) | dict(entries)
        if len(known) > _MOST:
            raise RejectedError(f"a store keeps {_MOST} of them at most", mend="drop some")
        _keep(connection, name, known)

    store.write(add)


def _kept(connection: Connection, name: str) -> dict[str, str]:
    text = connection.scalar(select(_KEPT.value).where(_KEPT.name == name))
    return {} if text is None else dict(json.loads(text))


def _keep(connection: Connection, name: str, entries: Mapping[str, str]) -> None:
    connection.execute(delete(schema.setting).where(_KEPT.name == name))
    connection.execute(
        insert(schema.setting).values(name=name, value=json.dumps(dict(sorted(entries.items())), ensure_ascii=False))
    )
