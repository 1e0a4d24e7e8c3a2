"""Which contacts are meant by words: parties by any name, words of the vocabularies, people, topics and dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain import asked
from detente.domain.asked import When, Words
from detente.domain.days import Day, iso
from detente.domain.selection import EVERY_STATUS, Selection
from detente.domain.topics import with_narrower
from detente.domain.vocabulary import By, Level, Setting, Status, Substance
from detente.errors import UsageError
from detente.store import reference
from detente.store.opening import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice of contacts in words; what is empty or None leaves all. ``from_`` and ``to`` are EDTF or dates."""

    channel: Words = ()
    level: Words = ()
    setting: Words = ()
    substance: Words = ()
    topic: Words = ()
    person: Words = ()
    status: Words = ()
    from_: When | None = None
    to: When | None = None
    by: str | None = None
    include_restricted: bool = False
    known_on: str | None = None


def selection(store: Store, wanted: Wanted, parties: Sequence[str] = (), *, as_of: Day, mark: str = "") -> Selection:
    """The selection of contacts of all ``parties`` named.

    ``mark`` stands before the name of what was asked in a message: ``--`` for options of the terminal. Raises UsageError, or
    NotFoundError for a name that is not on record.
    """
    first = None if wanted.from_ is None else asked.dated(f"{mark}from", wanted.from_).first_day
    last = None if wanted.to is None else asked.dated(f"{mark}to", wanted.to).end_latest
    if first is not None and last is not None and last < first:
        raise UsageError(
            f"{mark}to {_shown(wanted.to, last)} lies before {mark}from {_shown(wanted.from_, first)}", mend="exchange them"
        )
    return Selection(
        as_of=as_of,
        parties=_codes(store, parties),
        channels=asked.channels(f"{mark}channel", wanted.channel),
        levels=asked.words(f"{mark}level", wanted.level, Level),
        settings=asked.words(f"{mark}setting", wanted.setting, Setting),
        substances=asked.words(f"{mark}substance", wanted.substance, Substance),
        topics=_topics(store, asked.several(wanted.topic)),
        persons=frozenset(reference.find_person(store, text) for text in asked.several(wanted.person)),
        statuses=asked.words(f"{mark}status", wanted.status, Status) or EVERY_STATUS,
        period_from=first,
        period_to=last,
        by=By.OFFICE if wanted.by is None else asked.word(f"{mark}by", wanted.by, By),
        include_restricted=wanted.include_restricted,
        known_on=wanted.known_on,
    )


def _shown(when: When | None, day: Day) -> str:
    return when if isinstance(when, str) else iso(day)


def _topics(store: Store, named: Sequence[str]) -> frozenset[str]:
    if not named:
        return frozenset()
    topics = [reference.find_topic(store, text).topic for text in named]
    return with_narrower(topics, reference.topics(store).values())


def _codes(store: Store, parties: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(reference.find_party(store, text).code for text in parties)
    if len(set(codes)) < len(codes):
        raise UsageError(f"{' '.join(parties)} names one party twice", mend="name different parties")
    return codes
