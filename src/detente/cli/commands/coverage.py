"""``detente coverage``: for which time is the record complete, and how is that declared?"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.groups import ListedGroup
from detente.cli.options import Asked, Db, Parties, asking, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Cell, Part
    from detente.domain.coverage import CoverageWindow
    from detente.domain.vocabulary import Completeness

app = typer.Typer(cls=ListedGroup, help="List and declare how complete the record is.", **PLAIN)

_CHOSEN = {"channel", "setting", "substance", "topic", "person", "status", "level", "from_", "to", "by", "as_of"}


@app.command(name="list")
@asking(without=_CHOSEN | {"include_restricted"})
def list_windows(asked: Asked, parties: Parties = None) -> None:
    """List the declared windows of a pair, or of all.

    A window says how complete the record is for one level and channel; complete and fair time counts as observed. Each level
    and channel tells which share of its declared days that is.
    """
    from detente.cli.output import Answer, emit
    from detente.formats.items import window_item
    from detente.store.series import coverage

    form = asked.form()
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        windows = coverage(store)
    found = [w for pair in sorted(windows) if set(selection.parties) <= set(pair.parties) for w in windows[pair]]
    columns = ("parties", "level", "channel", "from", "to", "completeness", "days", "basis")
    emit(
        Answer(
            command="coverage list",
            as_of=None,
            selection={"parties": list(selection.parties)},
            items=[window_item(window) for window in found],
            columns=columns,
            picture=lambda canvas: _picture(canvas, found),
            summary={"windows": len(found), "observed": [_share_item(lane, days) for lane, days in _days(found).items()]},
        ),
        form,
    )


Two = Annotated[list[str], typer.Argument(metavar="PARTY PARTY", help="The two parties.")]
Level = Annotated[str, typer.Option("--level", metavar="WORD", help="A level; official: all below ministers and chiefs; any.")]
Channel = Annotated[str, typer.Option("--channel", metavar="WORD", help="A channel; any: those without a window of their own.")]
First = Annotated[str, typer.Option("--from", metavar="DAY", help="First day, inclusive.", show_default=False)]
Last = Annotated[str, typer.Option("--to", metavar="DAY", help="Last day, inclusive.", show_default=False)]
How = Annotated[str, typer.Option("--completeness", metavar="WORD", help="complete, fair, poor, unknown.", show_default=False)]
Basis = Annotated[str, typer.Option("--basis", metavar="TEXT", help="Why it is judged so.", show_default=False)]


@app.command(name="add")
def add_window(
    parties: Two,
    from_: First,
    to: Last,
    completeness: How,
    basis: Basis,
    level: Level = "minister",
    channel: Channel = "any",
    db: Db = None,
) -> None:
    """Declare how complete the record of a pair is for one level and channel, from one day to another.

    Days are observed where the window is complete or fair. Windows of the same level and channel do not overlap.
    """
    from detente.cli.failure import note
    from detente.domain import vocabulary
    from detente.domain.coverage import CoverageWindow
    from detente.domain.parties import dyad
    from detente.store.declaring import declare
    from detente.store.opening import open_store
    from detente.store.reference import find_party

    if len(parties) != 2:
        raise UsageError("coverage is declared for two parties", mend="for example: detente coverage add FRA RUS …")
    if not basis.strip():
        raise UsageError("--basis is empty", mend="say in a sentence what was looked through")
    with open_store(db, to_write=True) as store:
        codes = [find_party(store, text).code for text in parties]
        if codes[0] == codes[1]:
            raise UsageError(f"{' '.join(parties)} names one party twice", mend="name different parties")
        window = CoverageWindow(
            dyad(*codes),
            _word("--level", level, vocabulary.Level),
            _word("--channel", channel, vocabulary.Channel),
            _day("--from", from_),
            _day("--to", to),
            word("--completeness", completeness, vocabulary.Completeness),
            basis,
        )
        declare(store, window)
    note(f"declared: {window.dyad} {window.level}, {window.channel}, {from_} to {to}: {window.completeness}")


def _word(flag: str, text: str, vocabulary: type[StrEnum]) -> str:
    """A vocabulary word, or ``any``."""
    return "any" if text.casefold() == "any" else word(flag, text, vocabulary).value


def _day(flag: str, text: str) -> date:
    from detente.domain.days import parse_day

    try:
        return date.fromordinal(parse_day(text))
    except ValueError:
        raise UsageError(f"{flag} '{text}' is no day", mend="write it as 2024-12-31") from None


Lane = tuple[str, str, str]


Days = dict["Completeness", int]


def _days(found: "Sequence[CoverageWindow]") -> dict[Lane, Days]:
    """Per pair, level and channel: the days declared of each completeness, best first."""
    from detente.domain.vocabulary import Completeness

    counted: dict[Lane, Days] = {}
    for window in found:
        days = counted.setdefault((str(window.dyad), window.level, window.channel), dict.fromkeys(Completeness, 0))
        days[window.completeness] += window.length
    return counted


def _observed(days: Days) -> int:
    from detente.domain.coverage import SEEN

    return sum(count for completeness, count in days.items() if completeness in SEEN)


def _share_item(lane: Lane, days: Days) -> dict[str, object]:
    """The days declared of a lane, and their shares by completeness."""
    pair, level, channel = lane
    declared = sum(days.values())
    return {
        "parties": pair.split("-"),
        "level": level,
        "channel": channel,
        "observed_days": _observed(days),
        "declared_days": declared,
        "shares": {completeness.value: round(count / declared, 4) for completeness, count in days.items()},
    }


def _shares_in_words(lane: Lane, days: Days) -> str:
    """``FRA-RUS, minister, any channel: 41% observed (26% complete, 15% fair, 46% poor, 12% unknown)``."""
    pair, level, channel = lane
    declared = sum(days.values())
    parts = ", ".join(f"{count / declared:.0%} {completeness}" for completeness, count in days.items() if count)
    which = "any channel" if channel == "any" else channel
    return f"{pair}, {level}, {which}: {_observed(days) / declared:.0%} observed ({parts})"


def _picture(canvas: "Canvas", found: "Sequence[CoverageWindow]") -> str:
    from detente.cli.tables import Column, Styled, Table, draw

    if not found:
        return "No window is declared."
    parts: list[Part] = []
    for lane, declared in _days(found).items():
        inside = [w for w in found if (str(w.dyad), w.level, w.channel) == lane]
        rows: list[list[Cell]] = [
            [w.from_date.isoformat(), w.to_date.isoformat(), w.completeness.value, f"{w.length:,}", w.basis] for w in inside
        ]
        parts.append(Styled(_shares_in_words(lane, declared), "bold"))
        columns = [Column("from"), Column("to"), Column("record"), Column("days", right=True), Column("why", wrap=True)]
        parts.append(Table(columns, rows))
    return draw(canvas, parts)
