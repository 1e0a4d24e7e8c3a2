"""Does the record contradict what it says of itself: windows that overlap, or contacts that do not fit them or their people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, select

from detente.domain.coverage import covers
from detente.domain.dates import Tolerance, parse
from detente.domain.days import Day, iso
from detente.domain.dialogues import rhythm_problem
from detente.domain.officeholders import Officeholder
from detente.domain.resemblance import resembles
from detente.domain.vocabulary import Completeness, Sameness, Status
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.contacts import with_parties
from detente.store.judgements import judged

_CONTACT, _PAIR, _WINDOW = schema.contact.c, schema.contact_pair.c, schema.coverage.c
_HOLDER, _PRESENT = schema.officeholder.c, schema.participant.c


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the store that is wrong or worth a look: what, where, and what mends it.

    ``grave`` findings are damage and contradictions; the others are facts that somebody should know.
    """

    what: str
    where: str
    mend: str
    grave: bool = True


def contradictions(connection: Connection, tolerance: Tolerance, today: Day) -> Iterator[Finding]:
    """Everything that the rules of the domain find in the record as it stands."""
    windows = connection.execute(select(schema.coverage).order_by(*_KEY)).all()
    yield from _between_windows(windows)
    yield from _against_windows(connection, windows)
    yield from _outside_tenure(connection, tolerance)
    yield from _in_the_future(connection, today)
    yield from _same_as_adopted(connection)
    yield from _doubles(connection)
    yield from _same_and_still_two(connection)
    yield from _dialogues(connection)


_KEY = (_WINDOW.party_a, _WINDOW.party_b, _WINDOW.level, _WINDOW.channel, _WINDOW.from_date)


def _lane(window: Row[Any]) -> tuple[str, ...]:
    return (window.party_a, window.party_b, window.level, window.channel)


def _days_follow(days: int) -> str:
    return "1 day follows" if days == 1 else f"{days:,} days follow"


def _place(window: Row[Any]) -> str:
    return f"{window.party_a}-{window.party_b} {window.level}, {window.channel}: {window.from_date} to {window.to_date}"


def _between_windows(windows: Sequence[Row[Any]]) -> Iterator[Finding]:
    """Windows of one level and channel should follow each other day by day."""
    for before, after in pairwise(windows):
        if _lane(before) != _lane(after):
            continue
        apart = date.fromisoformat(after.from_date).toordinal() - date.fromisoformat(before.to_date).toordinal()
        if apart < 1:
            yield Finding(
                f"overlaps the window from {after.from_date}",
                _place(before),
                "export the record, correct one of the two in coverage.csv, and import it with --update",
            )
        elif apart > 1:
            mend = "declare it: detente coverage add"
            yield Finding(f"{_days_follow(apart - 1)} for which nothing is declared", _place(before), mend, grave=False)


def _against_windows(connection: Connection, windows: Sequence[Row[Any]]) -> Iterator[Finding]:
    """Held contacts outside of every window of their pair, and inside a complete one that was declared before them."""
    declared: dict[tuple[str, str], list[Row[Any]]] = {}
    for window in windows:
        declared.setdefault((window.party_a, window.party_b), []).append(window)
    told = (_PAIR.party_a, _PAIR.party_b, _PAIR.contact_id, _PAIR.level, _PAIR.channel, _PAIR.start_earliest, _PAIR.end_latest)
    query: AnySelect = select(*told, _CONTACT.first_revision).join(schema.contact, _CONTACT.contact_id == _PAIR.contact_id)
    for row in connection.execute(query.where(_PAIR.status == Status.HELD).order_by(_PAIR.contact_id)):
        of_pair = declared.get((row.party_a, row.party_b))
        if not of_pair:
            continue
        around = [window for window in of_pair if _around(window, row)]
        pair = f"{row.party_a}-{row.party_b}"
        if not around:
            mend = "declare how that time was looked at: detente coverage add"
            yield Finding(f"lies outside every window of {pair} for its level", row.contact_id, mend, grave=False)
        for window in around:
            if window.completeness is Completeness.COMPLETE and row.first_revision > window.revision:
                mend = "export the record, lower that window in coverage.csv, and import it with --update"
                yield Finding(f"was added to time declared complete ({_place(window)})", row.contact_id, mend)


def _around(window: Row[Any], contact: Row[Any]) -> bool:
    """Whether the window speaks of the contact's level and channel, and of a day that it may have had."""
    first, last = date.fromisoformat(window.from_date).toordinal(), date.fromisoformat(window.to_date).toordinal()
    spoken_of = covers(window.level, window.channel, contact.level, contact.channel)
    return spoken_of and first <= contact.end_latest and contact.start_earliest <= last


def _outside_tenure(connection: Connection, tolerance: Tolerance) -> Iterator[Finding]:
    """Participants in an office that they are known to have held at other times only."""
    tenures: dict[tuple[str, str, str], list[Officeholder]] = {}
    for row in connection.execute(select(schema.officeholder)):
        begun, ended = (date.fromisoformat(text) if text else None for text in (row.from_date, row.to_date))
        holder = Officeholder(row.person, row.party, row.office, row.title, begun, ended, row.source_url)
        tenures.setdefault((row.person, row.party, row.office), []).append(holder)
    told = select(_PRESENT.contact_id, _PRESENT.person, _PRESENT.party, _PRESENT.level, _CONTACT.date)
    told = told.join(schema.contact, _CONTACT.contact_id == _PRESENT.contact_id).where(_PRESENT.person.is_not(None))
    for row in connection.execute(told.order_by(_PRESENT.contact_id, _PRESENT.position)):
        known = tenures.get((str(row.person), row.party, row.level), [])
        if known and not any(holder.may_hold_on(parse(row.date, tolerance)) for holder in known):
            what = f"{row.person} was not {row.level} of {row.party} on {row.date}, as far as is known"
            mend = "correct it: detente amend; or the tenure: in officeholders.csv, then detente import --update"
            yield Finding(what, row.contact_id, mend, grave=False)


def _in_the_future(connection: Connection, today: Day) -> Iterator[Finding]:
    ahead = select(_CONTACT.contact_id, _CONTACT.first_day).where(_CONTACT.status == Status.HELD, _CONTACT.first_day > today)
    for contact_id, first in connection.execute(ahead.order_by(_CONTACT.contact_id)):
        mend = f"correct it: detente amend {contact_id} --status planned"
        yield Finding(f"is held, but begins on {iso(first)}", contact_id, mend)


def _same_as_adopted(connection: Connection) -> Iterator[Finding]:
    """A value kept because a source differs must differ."""
    value = schema.differing_value.c
    query = select(schema.contact, value.field, value.value).join(
        schema.differing_value, value.contact_id == _CONTACT.contact_id
    )
    for row in connection.execute(query):
        columns = row._mapping
        adopted = columns.get(row.field)
        if adopted is not None and str(adopted) == row.value:
            what = f"the differing {row.field} '{row.value}' is the one adopted"
            mend = "export the record, take it out of values.csv, and import it with --update"
            yield Finding(what, columns[_CONTACT.contact_id], mend, grave=False)


def _doubles(connection: Connection) -> Iterator[Finding]:
    """Contacts that resemble each other, as ``log`` would have asked; somebody may have said that they are two."""
    rows = connection.execute(select(schema.contact).order_by(_CONTACT.start_earliest, _CONTACT.contact_id)).all()
    running: dict[tuple[str, str], list[Row[Any]]] = {}
    pairs: list[tuple[Row[Any], Row[Any]]] = []
    for row in rows:
        kind = (row.channel, row.level)
        running[kind] = [one for one in running.get(kind, []) if one.end_latest >= row.start_earliest]
        pairs += [(one, row) for one in running[kind]]
        running[kind].append(row)
    alike = {row.contact_id: row for pair in pairs for row in pair}
    known = {contact.contact_id: contact for contact in with_parties(connection, list(alike.values()))}
    judgements = judged(connection)
    for one, other in pairs:
        if judgements.are_two(one.contact_id, other.contact_id):
            continue
        if resembles(known[one.contact_id], known[other.contact_id]):
            mend = f"judge: detente same {one.contact_id} {other.contact_id}, or detente not-same with the two"
            yield Finding(f"resembles {one.contact_id}", other.contact_id, mend, grave=False)


def _same_and_still_two(connection: Connection) -> Iterator[Finding]:
    """A judgement came with a package, and both contacts are on record here."""
    judgement, kept, other = schema.judgement.c, schema.contact.alias().c, schema.contact.alias().c
    both = select(judgement.contact_id, judgement.other_id).where(
        judgement.verdict == Sameness.SAME, kept.contact_id == judgement.contact_id, other.contact_id == judgement.other_id
    )
    for row in connection.execute(both.order_by(judgement.contact_id, judgement.other_id)):
        mend = f"make them one: detente same {row.contact_id} {row.other_id}"
        yield Finding(f"is judged to be the same as {row.contact_id}, and on record too", row.other_id, mend, grave=False)


def _dialogues(connection: Connection) -> Iterator[Finding]:
    """Dialogues of parties that are not on record, in a rhythm that makes no sense, or that nothing vouches for."""
    known = set(connection.scalars(select(schema.party.c.code)))
    anew = "export the record, correct dialogues.csv, and import it with --update"
    for row in connection.execute(select(schema.dialogue).order_by(schema.dialogue.c.dialogue_id)):
        if strange := [code for code in row.parties.split(";") if code not in known]:
            yield Finding(f"names {', '.join(strange)}, which is no party on record", row.dialogue_id, anew)
        wrong = rhythm_problem(row.every_months, row.first_month, row.last_month, row.tolerance_days)
        if wrong is not None:
            yield Finding(f"its rhythm makes no sense: {wrong}", row.dialogue_id, anew)
        if row.source_url is None:
            mend = f"name one: detente dialogues amend {row.dialogue_id} --source URL"
            yield Finding("no source says that it recurs so", row.dialogue_id, mend, grave=False)
