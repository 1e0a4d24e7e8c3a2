"""``detente silence``: how unusual is the silence now, for a pair or ranked over all?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Usual, asking, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.analysis.unusual import Unusual
    from detente.analysis.unusual_lanes import LaneSilence, PairSilence
    from detente.cli.output import Answer, Item, Picture
    from detente.cli.tables import Canvas, Cell, Part, Table
    from detente.domain.selection import Selection
    from detente.domain.vocabulary import By

app = typer.Typer(**PLAIN)

Against = Annotated[
    str,
    typer.Option("--baseline", metavar="whole|last:5y|officeholders|rate", help="What the silence is set against."),
]
NotHere = Annotated[list[str] | None, typer.Option("--status", hidden=True)]


@app.command()
@asking(without={"status"})
def silence(asked: Asked, parties: Usual = None, against: Against = "whole", status: NotHere = None) -> None:
    """Show how unusual the silence now is, for two parties or ranked over all.

    Of two parties: the sentence, what it rests on, and the figures for each kind of contact: its rank among the completed
    gaps, when half and nine in ten had ended, how contacts are spread, the chance of no contact at the usual rate. Below ten
    completed gaps there is the rank and nothing else. Without parties, or with one: every pair, the most unusual first.
    --baseline sets it against the whole record, the last years before it, the time of the latest known ministers, or the
    time since the last change of rate. It describes what is on record and forecasts nothing.
    """
    from detente.analysis.baselines import baseline_name
    from detente.cli.commands.gaps import pair
    from detente.cli.output import emit
    from detente.cli.restricted import answered
    from detente.store import reference

    if status:
        raise UsageError("--status does not apply to silence: only held contacts end one", mend="leave it out")
    name, form, ways = baseline_name("--baseline", against), asked.form(), _ways(asked)
    with asked.store() as store:
        selection = asked.selection(store, pair(parties))
        names = {code: party.name for code, party in reference.parties(store).items()}
        if selection.dyad is None:
            from detente.analysis.unusual_of_store import silences_ranked

            ranked = answered(store, selection, lambda chosen: silences_ranked(store, chosen, name))
            told = _ranking(ranked, selection, names)
        else:
            from detente.analysis.unusual_of_store import silence_of_pair

            found = answered(store, selection, lambda chosen: silence_of_pair(store, chosen, ways, name))
            told = _of_pair(found, selection, names, asked.by)
    emit(told, form)


def _ways(asked: Asked) -> "list[By]":
    from detente.domain.vocabulary import By

    return list(By) if asked.by is None else [word("--by", asked.by, By)]


def _of_pair(found: "PairSilence", selection: "Selection", names: "Mapping[str, str]", by: str | None) -> "Answer":
    """The lanes of a pair, the one of the selection first."""
    from detente.cli.unusual_items import compared_item, moved_item

    return _answer(
        found.lanes,
        selection,
        names,
        {"by": by},
        lambda canvas: _picture(canvas, found, names),
        {
            "lanes": len(found.lanes),
            "baselines": [compared_item(other) for other in found.baselines],
            "sensitivity": [moved_item(row) for row in found.sensitivity.rows],
        },
    )


def _ranking(found: "Sequence[LaneSilence]", selection: "Selection", names: "Mapping[str, str]") -> "Answer":
    """Every pair, the most unusual silence first; the summary says how many were looked at."""
    from detente.analysis.silence_words import ranking_in_words

    stands = [lane.unusual.standing for lane in found]
    sentence = ranking_in_words(stands, names)
    counts = {"pairs": len(stands), "enough": sum(each.enough for each in stands), "sentence": sentence}
    return _answer(found, selection, names, {}, lambda canvas: _ranked_picture(canvas, found, sentence), counts)


def _answer(
    found: "Sequence[LaneSilence]",
    selection: "Selection",
    names: "Mapping[str, str]",
    asked: "Item",
    picture: "Picture",
    summary: "Item",
) -> "Answer":
    from detente.analysis.unusual_words import sentence_of
    from detente.cli.output import Answer
    from detente.cli.unusual_items import COLUMNS, scope_item, unusual_item
    from detente.domain.days import iso
    from detente.formats.items import selection_item

    return Answer(
        command="silence",
        as_of=iso(selection.as_of),
        selection={**selection_item(selection), **asked},
        items=[unusual_item(lane.unusual, scope_item(lane.lane), sentence_of(lane.unusual, names)) for lane in found],
        columns=COLUMNS,
        picture=picture,
        summary=summary,
    )


def _picture(canvas: "Canvas", found: "PairSilence", names: "Mapping[str, str]") -> str:
    from detente.analysis.silence_words import lengths_in_words
    from detente.analysis.unusual_words import baseline_in_words, moved_rows, rests_on, said_of, sentence_of
    from detente.cli.tables import Column, Styled, Table, draw

    if not found.lanes:
        return "No silence is open for this selection."
    first = found.lanes[0]
    now = first.unusual
    parts: list[Part] = [
        Styled(sentence_of(now, names), "bold"),
        lengths_in_words(now.standing),
        f"Rests on {', '.join(rests_on(now))}; set against {baseline_in_words(now)}.",
        Table([Column("asked", wrap=True, share=2), Column("the record says", wrap=True, share=5)], said_of(now), spaced=True),
    ]
    if len(found.baselines) > 1:
        parts += [_compared(found.baselines)]
    if moved := moved_rows(found.sensitivity):
        titles = ("if the record were", "contacts", "days", "longer than", "longest gap", "moved")
        parts += [Table([Column(title, right=0 < place < 5, wrap=not place) for place, title in enumerate(titles)], moved)]
    return draw(canvas, [*parts, *_lanes(found.lanes)])


def _compared(found: "Sequence[Unusual]") -> "Table":
    """How the answer moves from one baseline to the other."""
    from detente.analysis.unusual_words import compared_rows
    from detente.cli.tables import Column, Table

    titles = ("set against", "longer than", "half", "nine in ten", "a year", "chance of none")
    columns = [Column(title, right=place > 0, wrap=place == 0) for place, title in enumerate(titles)]
    return Table(columns, compared_rows(found))


def _lanes(found: "Sequence[LaneSilence]") -> "Iterator[Table]":
    """By office and, below, by person: the lanes that ``last`` shows."""
    from detente.cli.commands.last import names, scope_cells, shown, widest
    from detente.cli.tables import Column, Table

    every = [there.lane for there in found]
    figures = [Column(title, right=True) for title in ("days", "longer than", "half", "nine in ten")]
    if offices := [there for there in found if not there.lane.persons and shown(there.lane, every)]:
        columns = [Column("channel"), Column("level"), Column("setting"), *figures]
        yield Table(columns, [[*scope_cells(there.lane), *_cells(there.unusual)] for there in offices])
    if people := [there for there in found if there.lane.persons and widest(there.lane)]:
        yield Table(
            [Column("the same two people", wrap=True), *figures],
            [[names(there.lane), *_cells(there.unusual)] for there in people],
        )


def _cells(found: "Unusual") -> "list[Cell]":
    """Days, rank, half and nine in ten."""
    from detente.analysis.unusual_words import longer_than_cell, quantile_cell
    from detente.cli.commands.gaps import days
    from detente.cli.tables import Styled

    stands, gap = found.standing, found.gap
    lasted = Styled(days(gap.days_min, gap.days_max), "bold")
    return [lasted, longer_than_cell(stands), quantile_cell(stands.median), quantile_cell(stands.p90)]


def _ranked_picture(canvas: "Canvas", found: "Sequence[LaneSilence]", sentence: str) -> str:
    from detente.analysis.unusual_words import DESCRIBES, chance_in_short
    from detente.cli.tables import Column, Styled, Table, draw, fitting
    from detente.domain.words import observed_in_short

    if not found:
        return "No silence is open for this selection."
    titles = ("", "pair", "days", "longer than", "half", "nine in ten", "looked at", "chance of none")
    rows = [
        [str(rank), _pair(there), *_cells(there), observed_in_short(there.silence.observed), chance_in_short(there.no_contact)]
        for rank, there in enumerate((lane.unusual for lane in found), start=1)
    ]
    columns = [Column(title, right=title not in ("pair", "looked at"), wrap=title == "pair") for title in titles]
    narrow = [place for place, title in enumerate(titles) if title not in ("nine in ten", "chance of none")]
    tables = Table(columns, rows), Table([columns[p] for p in narrow], [[row[p] for p in narrow] for row in rows])
    return draw(canvas, [Styled(sentence, "bold"), fitting(canvas, *tables), Styled(DESCRIBES, "dim")])


def _pair(found: "Unusual") -> str:
    people = " – ".join(name for _, name in found.gap.persons)
    return f"{found.gap.dyad} {people}" if people else str(found.gap.dyad)
