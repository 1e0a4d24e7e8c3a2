"""``detente last``: when was the last contact of each kind?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Words, asking, usual, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.analysis.lanes import Ended, Lane
    from detente.cli.tables import Canvas, Cell, Table
    from detente.domain.selection import Selection
    from detente.domain.vocabulary import By
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

Two = Annotated[
    Words,
    typer.Argument(
        metavar="PARTY PARTY", help="The two parties; default: those of detente.toml.", show_default=False, callback=usual
    ),
]
NotHere = Annotated[list[str] | None, typer.Option("--status", hidden=True)]


CONTACT = ("contact_id", "date", "days_min", "days_max")


@app.command()
@asking(without={"status", "from_", "to"})
def last(asked: Asked, parties: Two = None, status: NotHere = None) -> None:
    """Show the last contact per channel, level and setting.

    Every kind of contact on record has its lane, and so has every wider one ("any"); call means phone, video and hotline.
    By office and, below, by person: when the same two people last dealt with each other. --by shows one of the two. Last, the
    contacts that ended the latest long silences of the selection, of 90 days or more.
    """
    from detente.cli.output import Answer, emit
    from detente.cli.restricted import answered
    from detente.domain.days import iso
    from detente.domain.vocabulary import By
    from detente.formats.items import selection_item

    if status:
        raise UsageError("--status does not apply to last: only held contacts count", mend="leave it out")
    if parties is None or len(parties) != 2:
        raise UsageError("last takes two parties", mend="for example: detente last FRA RUS")
    form = asked.form()
    ways = list(By) if asked.by is None else [word("--by", asked.by, By)]
    with asked.store() as store:
        selection = asked.selection(store, parties)
        found, ended = answered(store, selection, lambda chosen: _found(store, chosen, ways))
    emit(
        Answer(
            command="last",
            as_of=iso(selection.as_of),
            selection={**selection_item(selection), "by": asked.by},
            items=[_item(lane) for lane in found],
            columns=(*(f"scope.{part}" for part in ("channel", "level", "setting", "by")), *CONTACT, "persons"),
            picture=lambda canvas: _picture(canvas, found, ended, selection),
            summary={"lanes": len(found), "long_silences": [_ended_item(gap) for gap in ended]},
        ),
        form,
    )


LONG = 90
"""Days from which on a silence is long enough to ask which contact ended it."""


def _found(store: "Store", selection: "Selection", ways: "Sequence[By]") -> "tuple[list[Lane], list[Ended]]":
    """The lanes of the pair selected, and what ended its last long silences."""
    from detente.analysis.lanes import lanes, long_silences
    from detente.domain.vocabulary import By
    from detente.store.contacts import contacts
    from detente.store.series import gaps

    pair = selection.dyad
    assert pair is not None  # two different parties were named
    held = contacts(store, selection.only_held(), details=By.PERSON in ways)
    return lanes(held, selection, pair, ways), long_silences(gaps(store, selection), held, LONG)


def _item(lane: "Lane") -> dict[str, object]:
    """The last contact of a scope, and the days since; ``persons`` only by person."""
    from detente.formats.items import endpoint_item

    scope = lane.scope
    item: dict[str, object] = {
        "scope": {"channel": scope.channel, "level": scope.level, "setting": scope.setting, "by": scope.by.value},
        **endpoint_item(lane.gap.previous),
        "days_min": lane.gap.days_min,
        "days_max": lane.gap.days_max,
    }
    return {**item, "persons": dict(lane.persons)} if lane.persons else item


def _ended_item(ended: "Ended") -> dict[str, object]:
    """A long silence and the contact that ended it, with the lane of that contact."""
    from detente.formats.items import endpoint_item

    gap, by = ended.gap, ended.by
    kind = {"channel": by.channel.value, "level": by.level.value, "setting": by.setting.value}
    return {
        "from": endpoint_item(gap.previous),
        "ended_by": {"contact_id": by.contact_id, "date": by.date.text, **kind},
        "days_min": gap.days_min,
        "days_max": gap.days_max,
    }


def _picture(canvas: "Canvas", found: "Sequence[Lane]", ended: "Sequence[Ended]", selection: "Selection") -> str:
    from detente.cli.commands.gaps import WIDER
    from detente.cli.tables import Styled, draw, natural_width
    from detente.domain.days import iso

    if not found:
        return "No contact fits."
    whole = list(_tables(found, ended, ids=True))
    fits = all(natural_width(table) <= canvas.width for table in whole)
    told = f"Days to {iso(selection.as_of)}." if fits else f"Days to {iso(selection.as_of)}. {WIDER}"
    return draw(canvas, [*(whole if fits else _tables(found, ended, ids=False)), Styled(told, "dim")])


def _tables(found: "Sequence[Lane]", ended: "Sequence[Ended]", *, ids: bool) -> "Iterator[Table]":
    """By office, by person, and what ended the last long silences, each where there is something to show."""
    from detente.cli.tables import Column, Table

    ends = [Column("days", right=True), Column("last contact", wrap=True)]
    if lanes := [lane for lane in found if not lane.persons and shown(lane, found)]:
        columns = [Column("channel"), Column("level"), Column("setting"), *ends]
        yield Table(columns, [[*scope_cells(lane), *_since(lane, ids)] for lane in lanes])
    if people := [lane for lane in found if lane.persons and widest(lane)]:
        rows = [[names(lane), *_since(lane, ids)] for lane in people]
        yield Table([Column("the same two people", wrap=True), *ends], rows)
    if ended:
        whole = [Column("days", right=True), Column("of silence, ended by", wrap=True)]
        yield Table(
            [*whole, Column("channel"), Column("level"), Column("setting")], [_ended(silence, ids) for silence in ended]
        )


def _ended(silence: "Ended", ids: bool) -> "list[Cell]":
    """The days that all that is chosen was silent, and the contact that ended it: the silence is not that of its lane alone."""
    from detente.cli.commands.gaps import days

    gap, by = silence.gap, silence.by
    kind = [by.channel.value, by.level.value, by.setting.value]
    return [days(gap.days_min, gap.days_max), by.contact_id if ids else by.date.text, *kind]


def widest(lane: "Lane") -> bool:
    """Whether the lane has every channel, level and setting."""
    scope = lane.scope
    return scope.channel is None and scope.level is None and scope.setting is None


def shown(lane: "Lane", found: "Sequence[Lane]") -> bool:
    """Whether people are shown it: each kind of contact, each level as a whole, calls together where by several media."""
    from detente.domain.vocabulary import CALL, CALL_CHANNELS

    scope = lane.scope
    if scope.setting is not None:
        return scope.level is not None and scope.channel not in (None, CALL)
    media = {other.scope.channel for other in found} & CALL_CHANNELS
    return scope.channel is None or (scope.channel == CALL and scope.level is not None and len(media) > 1)


def scope_cells(lane: "Lane") -> "list[Cell]":
    """Channel, level and setting of the lane."""
    from detente.cli.tables import Styled

    scope = lane.scope
    return [Styled("any", "dim") if word is None else str(word) for word in (scope.channel, scope.level, scope.setting)]


def _since(lane: "Lane", ids: bool) -> "list[Cell]":
    from detente.cli.commands.gaps import days
    from detente.cli.tables import Styled

    gap = lane.gap
    last = gap.previous.contact_id if ids else gap.previous.date.text
    return [Styled(days(gap.days_min, gap.days_max), "bold"), last]


def names(lane: "Lane") -> str:
    """The two people of a lane by person."""
    return " – ".join(name for _, name in lane.persons)
