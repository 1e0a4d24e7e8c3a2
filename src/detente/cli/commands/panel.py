"""``detente panel``: how does the record become a table of pairs and periods for a statistics package?"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Parties, Per, asking, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.analysis.panel import Panel
    from detente.analysis.periods import Per as Length
    from detente.cli.output import Form
    from detente.cli.tables import Canvas, Cell
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

ByTopic = Annotated[bool, typer.Option("--topics", help="Add two columns for each broad topic: reported by either side.")]
NotHere = Annotated[list[str] | None, typer.Option("--status", hidden=True)]


@app.command()
@asking(without={"by", "status"})
def panel(asked: Asked, parties: Parties = None, per: Per = "year", topics: ByTopic = False, status: NotHere = None) -> None:
    """Make a table of pairs and periods for statistics packages.

    One row for each pair and period, without gaps: of two or more parties the pairs among them, of one its pairs. Contacts by
    channel, level and status, topics by side, the days of silence at the end of the period, how far it was observed, ISO and
    Correlates of War codes. A zero stands only where somebody looked; elsewhere the cell is missing. -o FILE.dta writes a
    Stata file with labels.
    """
    from detente.analysis.periods import Per as Length
    from detente.cli.output import Form
    from detente.cli.restricted import answered

    if status:
        raise UsageError("--status does not apply to panel: it has a column for each", mend="leave it out")
    to_stata = _stata_file(asked)
    form, length = Form() if to_stata else asked.form(), word("--per", per, Length)
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        # Of several parties every pair is meant, not the contacts of all: what is hidden is looked for among all pairs.
        wide = replace(selection, parties=selection.parties if len(selection.parties) < 3 else ())
        found = answered(store, wide, lambda chosen: _found(store, replace(chosen, parties=selection.parties), length, topics))
    if to_stata is not None:
        _write_stata(found, selection, to_stata)
        return
    _emit(found, selection, form)


def _found(store: "Store", selection: "Selection", per: "Length", topics: bool) -> "Panel":
    from detente.analysis.panel_of_store import panel_of

    return panel_of(store, selection, per, by_topic=topics)


def _stata_file(asked: Asked) -> Path | None:
    """The Stata file that -o names; None for any other ending, which is none of this command's business."""
    if asked.output is None or Path(asked.output).suffix.lower() != ".dta":
        return None
    if asked.json or asked.csv:
        flag = "json" if asked.json else "csv"
        raise UsageError(f"-o {asked.output} and --{flag} contradict each other", mend="give one of them")
    return Path(asked.output)


def _write_stata(found: "Panel", selection: "Selection", path: Path) -> None:
    from detente.analysis.stata import stata_file
    from detente.cli.failure import note
    from detente.domain.days import iso
    from detente.formats.writing import write_whole

    write_whole(path, stata_file(found, f"Détente: contacts per pair and {found.per}, as of {iso(selection.as_of)}"))
    note(f"wrote {path}")


def _emit(found: "Panel", selection: "Selection", form: "Form") -> None:
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.formats.items import selection_item

    emit(
        Answer(
            command="panel",
            as_of=iso(selection.as_of),
            selection={**selection_item(selection), "per": found.per.value},
            items=list(found.items()),
            columns=tuple(column.name for column in found.columns),
            picture=lambda canvas: _picture(canvas, found),
            summary={"pairs": len(found.pairs), "periods": list(found.periods), "rows": len(found.rows)},
        ),
        form,
    )


def _picture(canvas: "Canvas", found: "Panel") -> str:
    """The few columns that a terminal holds; all are in the files."""
    from detente.analysis.panel_columns import COUNTS
    from detente.cli.tables import Column, Styled, Table, draw
    from detente.domain.vocabulary import Status

    if not found.rows:
        return "No pair fits."
    others = [count.column.name for count in COUNTS if count.key in tuple(Status) and count.key != Status.HELD]
    rows: list[list[Cell]] = []
    for item in found.items():
        missed = [item[name] for name in others]
        not_held: int | None = (
            None if None in missed and not any(missed) else sum(count for count in missed if isinstance(count, int))
        )
        silence = (item["silence_min"], item["silence_max"])
        days = [f"{length:,}" for length in dict.fromkeys(silence) if isinstance(length, int)]
        share = item["observed_share"]
        seen = f"{share:.0%}" if isinstance(share, float) and share else str(item["observation"])
        told = (item["dyad"], item["period"], item["held"], not_held, "–".join(days) or None, seen)
        rows.append(["." if cell is None else str(cell) for cell in told])
    columns = [
        Column("pair"),
        Column(found.per.value),
        *(Column(title, right=True) for title in ("held", "not held", "days silent at its end", "observed")),
    ]
    missing = "A point is a missing cell: nobody looked. Every column: --csv, --json or -o FILE."
    return draw(canvas, [Table(columns, rows), Styled(missing, "dim")])
