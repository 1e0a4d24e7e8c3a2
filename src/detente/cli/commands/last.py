"""``detente last``: when was the last contact of each kind, and how far was it looked at since?"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Words, asking, usual, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.analysis.lanes import Ended, Lane
    from detente.cli.tables import Canvas, Cell, Table
    from detente.domain.contacts import Contact
    from detente.domain.gaps import Endpoint
    from detente.domain.selection import Selection
    from detente.domain.vocabulary import By
    from detente.store.opening import Store

    Name = Callable[[Endpoint | Contact], str]

app = typer.Typer(**PLAIN)

Two = Annotated[
    Words,
    typer.Argument(
        metavar="PARTY PARTY", help="The two parties; default: those of detente.toml.", show_default=False, callback=usual
    ),
]
NotHere = Annotated[list[str] | None, typer.Option("--status", hidden=True)]


CONTACT = ("contact_id", "date", "days_min", "days_max", "observation", "observed_share")


@app.command()
@asking(without={"status", "from_", "to"})
def last(asked: Asked, parties: Two = None, status: NotHere = None) -> None:
    """Show the last contact per channel, level and setting.

    Every kind of contact on record has its lane, and so has every wider one ("any"); call means phone, video and hotline.
    By office and, below, by person: when the same two people last dealt with each other. --by shows one of the two. Last, the
    contacts that ended the latest long silences of the selection, of 90 days or more. "observed" says how much of the
    silence lies in time that was looked at, as declared with detente coverage.
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
    from detente.store.series import coverage
    from detente.store.telling import silences_of

    pair = selection.dyad
    assert pair is not None  # two different parties were named
    held = contacts(store, selection.only_held(), details=By.PERSON in ways)
    windows = coverage(store, pair).get(pair, ())
    return lanes(held, selection, pair, windows, ways), long_silences(silences_of(store, selection), held, LONG)


def _item(lane: "Lane") -> dict[str, object]:
    """The last contact of a scope, and the days since; ``persons`` only by person."""
    from detente.formats.items import endpoint_item, observed_item

    scope = lane.scope
    item: dict[str, object] = {
        "scope": {"channel": scope.channel, "level": scope.level, "setting": scope.setting, "by": scope.by.value},
        **endpoint_item(lane.gap.previous),
        "days_min": lane.gap.days_min,
        "days_max": lane.gap.days_max,
        **observed_item(lane.observed),
    }
    return {**item, "persons": dict(lane.persons)} if lane.persons else item


def _ended_item(ended: "Ended") -> dict[str, object]:
    """A long silence and the contact that ended it, with the lane of that contact."""
    from detente.formats.items import endpoint_item, observed_item

    gap, by = ended.silence.gap, ended.by
    kind = {"channel": by.channel.value, "level": by.level.value, "setting": by.setting.value}
    return {
        "from": endpoint_item(gap.previous),
        "ended_by": {"contact_id": by.contact_id, "date": by.date.text, **kind},
        "days_min": gap.days_min,
        "days_max": gap.days_max,
        **observed_item(ended.silence.observed),
    }


def _picture(canvas: "Canvas", found: "Sequence[Lane]", ended: "Sequence[Ended]", selection: "Selection") -> str:
    """The tables and the day that they go up to; where it is narrow, first parts of the ids go, then ids."""
    from detente.cli.commands.gaps import WIDER, every_id_begins, shared_beginning
    from detente.cli.tables import Styled, draw, natural_width
    from detente.domain.days import iso

    if not found:
        return "No contact fits."
    shared = shared_beginning([*(lane.gap.previous for lane in found), *(one.by for one in ended)])
    ways: dict[str, Name] = {
        "": lambda end: end.contact_id,
        **({every_id_begins(shared): lambda end: end.contact_id.removeprefix(shared)} if shared else {}),
        WIDER: lambda end: end.date.text,
    }
    drawn = {told: list(_tables(found, ended, name)) for told, name in ways.items()}
    fitting = (told for told, tables in drawn.items() if all(natural_width(table) <= canvas.width for table in tables))
    told = next(fitting, WIDER)
    return draw(canvas, [*drawn[told], Styled(f"Days to {iso(selection.as_of)}. {told}".strip(), "dim")])


def _tables(found: "Sequence[Lane]", ended: "Sequence[Ended]", name: "Name") -> "Iterator[Table]":
    """By office, by person, and what ended the last long silences, each where there is something to show."""
    from detente.cli.tables import Column, Table

    silent = [Column("days", right=True), Column("observed")]
    ends = [*silent, Column("last contact", wrap=True)]
    kind = [Column("channel"), Column("level"), Column("setting")]
    if lanes := [lane for lane in found if not lane.persons and shown(lane, found)]:
        yield Table([*kind, *ends], [[*scope_cells(lane), *_since(lane, name)] for lane in lanes])
    if people := [lane for lane in found if lane.persons and widest(lane)]:
        rows = [[names(lane), *_since(lane, name)] for lane in people]
        yield Table([Column("the same two people", wrap=True), *ends], rows)
    if ended:
        yield Table([*silent, Column("of silence, ended by", wrap=True), *kind], [_ended(one, name) for one in ended])


def _ended(ended: "Ended", name: "Name") -> "list[Cell]":
    """The days that all that is chosen was silent, and the contact that ended it: the silence is not that of its lane alone."""
    from detente.cli.commands.gaps import days
    from detente.domain.words import observed_in_short

    gap, by = ended.silence.gap, ended.by
    kind = [by.channel.value, by.level.value, by.setting.value]
    return [
        days(gap.days_min, gap.days_max),
        observed_in_short(ended.silence.observed),
        name(by),
        *kind,
    ]


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


def _since(lane: "Lane", name: "Name") -> "list[Cell]":
    from detente.cli.commands.gaps import days
    from detente.cli.tables import Styled
    from detente.domain.words import observed_in_short

    gap = lane.gap
    return [Styled(days(gap.days_min, gap.days_max), "bold"), observed_in_short(lane.observed), name(gap.previous)]


def names(lane: "Lane") -> str:
    """The two people of a lane by person."""
    return " – ".join(name for _, name in lane.persons)
