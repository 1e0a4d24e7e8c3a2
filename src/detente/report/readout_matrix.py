"""What does each side say was spoken of: topic by contact, told by both, by one side only, denied, or by third parties only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Contact
from detente.domain.days import Day
from detente.domain.readouts import Readout, readouts
from detente.domain.sides import name_in_sentence
from detente.domain.topics import broadest
from detente.domain.words import and_list
from detente.report.naming import counted, party_name, short_date, topic_label, what_became, when

MOST_COLUMNS, MOST_TOPICS = 60, 40
"""The chart shows no more contacts (the latest) and topics (the most told) than this."""


class Told(StrEnum):
    """Whose account has a topic, as seen from the pair: ``first`` and ``second`` in the order of the pair."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    OTHERS = "others"
    THIRD = "third"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ToldTopic:
    """One topic of one contact; ``denied_by`` holds those of the pair that deny it, ``words`` say it all in a few words."""

    contact_id: str
    day: Day
    date: str
    short_date: str
    topic: str
    label: str
    told: Told
    reported_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    raised_by: tuple[str, ...]
    words: str
    what: str


@dataclass(frozen=True, slots=True)
class ReadoutsData:
    """Every topic of every contact in time order, and what of it is drawn: contacts and topics (as labels), in order.

    ``sides`` are codes and names of the pair; ``all_topics`` and ``all_contacts`` count what is on record.
    """

    sides: tuple[tuple[str, str], ...]
    topics: tuple[ToldTopic, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[str, ...]
    all_topics: int
    all_contacts: int
    sentence: str


def readouts_data(dossier: Dossier) -> ReadoutsData:
    """The readouts of the contacts listed, held or not; a contact without an account on record has none."""
    found = tuple(_told(dossier, contact, one) for contact in dossier.contacts for one in readouts(contact))
    columns = list(dict.fromkeys((one.contact_id, one.short_date) for one in found))
    topics = _ordered(dossier, found)
    drawn = tuple(columns[-MOST_COLUMNS:])
    sides = tuple((code, party_name(dossier, code)) for code in dossier.pair.parties)
    sentence = _sentence(dossier, found, len(columns))
    return ReadoutsData(sides, found, drawn, _drawn(topics, found, drawn), len(topics), len(columns), sentence)


def _drawn(topics: Sequence[str], found: Iterable[ToldTopic], columns: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The topics of the contacts drawn, of very many those told most often."""
    shown = {contact_id for contact_id, _ in columns}
    counts = Counter(one.topic for one in found if one.contact_id in shown)
    most = sorted(counts, key=lambda topic: (-counts[topic], topic))[:MOST_TOPICS]
    return tuple(topic for topic in topics if topic in most)


def _told(dossier: Dossier, contact: Contact, readout: Readout) -> ToldTopic:
    told = _whose(dossier, readout)
    denied = tuple(code for code in readout.denied_by if code in dossier.pair.parties)
    return ToldTopic(
        contact.contact_id,
        contact.date.first_day,
        contact.date.text,
        short_date(contact.date),
        readout.topic,
        topic_label(dossier, readout.topic),
        told,
        readout.reported_by,
        readout.denied_by,
        readout.raised_by,
        _words(dossier, readout, told, denied),
        f"{when(contact)}: {what_became(contact)}",
    )


def _whose(dossier: Dossier, readout: Readout) -> Told:
    own = [code for code in dossier.pair.parties if code in readout.reported_by]
    if len(own) == 2:
        return Told.BOTH
    if own:
        return Told.FIRST if own == [dossier.pair.a] else Told.SECOND
    if readout.reported_by:
        return Told.OTHERS
    return Told.THIRD if readout.third_party else Told.NOBODY


def _words(dossier: Dossier, readout: Readout, told: Told, denied: Sequence[str]) -> str:
    """``both sides``, ``Russia only``, ``third parties only``; then who denies it."""
    reported = and_list([party_name(dossier, code) for code in readout.reported_by])
    words = {
        Told.BOTH: "both sides",
        Told.OTHERS: f"{reported}, neither side of the two",
        Told.THIRD: "third parties only",
        Told.NOBODY: "reported by nobody",
    }.get(told, f"{reported} only")
    if not denied:
        return words
    return f"{words}; denied by {and_list([name_in_sentence(party_name(dossier, code)) for code in denied])}"


def _ordered(dossier: Dossier, found: Iterable[ToldTopic]) -> list[str]:
    """Topics under their broad topic, the most told first."""
    counts = Counter(one.topic for one in found)
    broad: Counter[str] = Counter()
    for topic, count in counts.items():
        broad[broadest(topic, dossier.topics)] += count

    def place(topic: str) -> tuple[int, str, int, str]:
        above = broadest(topic, dossier.topics)
        return (-broad[above], above, -counts[topic], topic)

    return sorted(counts, key=place)


def _sentence(dossier: Dossier, found: Sequence[ToldTopic], contacts: int) -> str:
    if not found:
        return "No account of any contact is on record."
    names = [name_in_sentence(party_name(dossier, code)) for code in dossier.pair.parties]
    counts = Counter(one.told for one in found)
    words = {
        Told.BOTH: "by both sides",
        Told.FIRST: f"by {names[0]} only",
        Told.SECOND: f"by {names[1]} only",
        Told.OTHERS: "by another party only",
        Told.THIRD: "by third parties only",
        Told.NOBODY: "by nobody, but denied",
    }
    parts = [f"{counts[told]:,} {words[told]}" for told in Told if counts[told]]
    text = f"{counted(len(found), 'topic')} told of at {counted(contacts, 'contact')}: {and_list(parts)}"
    denied = [f"{count:,} by {names[place]}" for place in (0, 1) if (count := _denials(dossier, found, place))]
    return f"{text}; denied: {and_list(denied)}." if denied else f"{text}; none is denied."


def _denials(dossier: Dossier, found: Iterable[ToldTopic], place: int) -> int:
    return sum(dossier.pair.parties[place] in one.denied_by for one in found)
