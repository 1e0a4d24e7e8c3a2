"""``detente attempts``: who asked whom and was not heard, and how long was it until they did speak?"""

from collections import Counter
from typing import TYPE_CHECKING

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Usual, asking
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.cli.tables import Canvas, Cell
    from detente.domain.attempts import Attempt
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)


@app.command()
@asking(without={"by", "person", "topic"})
def attempts(asked: Asked, parties: Usual = None) -> None:
    """Show what was asked for, planned or announced and did not take place.

    For each: who asked, what became of it, and the days until the next held contact of the same pair and level.
    """
    from detente.cli.output import Answer, emit
    from detente.cli.restricted import answered
    from detente.domain.days import iso
    from detente.formats.items import selection_item

    form = asked.form()
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        found = answered(store, selection, lambda chosen: _found(store, chosen))
    emit(
        Answer(
            command="attempts",
            as_of=iso(selection.as_of),
            selection=selection_item(selection),
            items=[_item(attempt) for attempt in found],
            columns=("contact_id", "date", "status", "initiator", "asked", "channel", "level", "parties", "next.contact_id",
                     "next.date", "days_min", "days_max", "within.from", "within.to"),
            picture=lambda canvas: _picture(canvas, found),
            summary={"attempts": len(found), "by_initiator": _by_initiator(found)},
        ),
        form,
    )  # fmt: skip


def _found(store: "Store", selection: "Selection") -> "list[Attempt]":
    """The attempts selected, each looked up among all contacts of its pair, so that the next one is really the next."""
    from dataclasses import replace

    from detente.domain.attempts import attempts as tried
    from detente.domain.selection import Selection as Every
    from detente.domain.vocabulary import Status
    from detente.store.contacts import contacts
    from detente.store.series import non_contacts

    if Status.HELD in selection.statuses and len(selection.statuses) == 1:
        raise UsageError("--status held is no attempt", mend="name another status, or leave it out")
    wanted = {contact.contact_id for contact in contacts(store, selection) if not contact.held}
    found: list[Attempt] = []
    for pair in non_contacts(store, replace(selection, period_from=None, period_to=None)):
        every = Every(as_of=selection.as_of, parties=pair.parties, include_restricted=selection.include_restricted)
        found += [attempt for attempt in tried(pair, contacts(store, every)) if attempt.contact.contact_id in wanted]
    return sorted(found, key=lambda attempt: (*attempt.contact.order, attempt.dyad))


def _item(attempt: "Attempt") -> dict[str, object]:
    from detente.formats.items import endpoint_item

    contact = attempt.contact
    return {
        "contact_id": contact.contact_id,
        "date": contact.date.text,
        "status": contact.status.value,
        "initiator": contact.initiator,
        "asked": list(attempt.asked),
        "channel": contact.channel.value,
        "level": contact.level.value,
        "parties": list(attempt.dyad.parties),
        "next": None if attempt.following is None else endpoint_item(attempt.following),
        "days_min": attempt.days_min,
        "days_max": attempt.days_max,
        "within": {
            "from": None if attempt.previous is None else attempt.previous.contact_id,
            "to": None if attempt.following is None else attempt.following.contact_id,
        },
    }


def _by_initiator(found: "Sequence[Attempt]") -> list[dict[str, object]]:
    """How often each party tried, and what came of it."""
    counts = Counter((attempt.contact.initiator, attempt.contact.status.value) for attempt in found)
    ordered = sorted(counts.items(), key=lambda entry: (entry[0][0] or "~", entry[0][1]))
    return [{"initiator": initiator, "status": status, "count": count} for (initiator, status), count in ordered]


def _picture(canvas: "Canvas", found: "Sequence[Attempt]") -> str:
    from detente.cli.tables import Column, Styled, Table, draw, fitting

    if not found:
        return "No attempt fits."
    columns = [Column("attempt", wrap=True), Column("asked by"), Column("outcome"), Column("days", right=True)]
    until = Column("until", wrap=True)
    whole = Table([Column("date"), *columns, until], [_row(attempt, ids=True) for attempt in found])
    short = Table([Column("date"), *columns, until], [_row(attempt, ids=False) for attempt in found])
    shorter = Table([*columns, until], [_row(attempt, ids=False)[1:] for attempt in found])
    return draw(canvas, [fitting(canvas, whole, short, shorter), Styled(_counts(found), "dim")])


def _counts(found: "Sequence[Attempt]") -> str:
    """``RUS asked: 1 unanswered; not known who asked: 1 cancelled, 1 postponed.``"""
    told: dict[str, list[str]] = {}
    for entry in _by_initiator(found):
        told.setdefault(str(entry["initiator"] or "not known who"), []).append(f"{entry['count']} {entry['status']}")
    return "; ".join(f"{who} asked: {', '.join(outcomes)}" for who, outcomes in told.items()) + "."


def _row(attempt: "Attempt", *, ids: bool) -> "list[Cell]":
    from detente.cli.commands.gaps import days

    contact, following = attempt.contact, attempt.following
    until = "" if attempt.days_min is None or attempt.days_max is None else days(attempt.days_min, attempt.days_max)
    ended = "nothing since" if following is None else following.contact_id if ids else following.date.text
    return [contact.date.text, contact.contact_id, contact.initiator or "–", contact.status.value, until, ended]
