"""Which contacts do files of event data tell of, how many rows were read, and what became of the others?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.domain.contacts import Contact
from detente.errors import RejectedError
from detente.formats.events.actors import judged
from detente.formats.events.crosswalk import MEANINGS
from detente.formats.events.engines import engine_named
from detente.formats.events.lines import files_of
from detente.formats.events.merging import ORDER, grouped
from detente.formats.events.reading import COLUMNS, Format
from detente.formats.events.register import Register
from detente.formats.events.telling import Row, contacts_of

MOST_IMPOSSIBLE = 0.05
"""The share of impossible codes above which a file is refused as being of another codebook; one such row alone never is."""

SHOWN = 3
"""How many lines are listed for each reason to refuse them."""

NO_CONTACT = "no code of a contact"


@dataclass(frozen=True, slots=True)
class Extract:
    """What files of event data held.

    ``read`` counts rows, headings and blank lines aside; ``kept`` those that tell of a contact; ``repeated`` those of them
    that are there twice; ``passed_over`` and ``refused`` the others by reason; ``lines`` the first refused of each.
    """

    contacts: tuple[Contact, ...]
    read: int
    kept: int
    repeated: int
    passed_over: dict[str, int]
    refused: dict[str, int]
    lines: tuple[str, ...]


def extract(
    path: Path, format_: Format, register: Register, *, echo: int = 2, parties: Collection[str] = (), engine: str = "duckdb"
) -> Extract:
    """The contacts that the file or folder ``path`` tells of; rows at most ``echo`` days apart may tell of one.

    ``parties`` are codes: only contacts of one of them are wanted, all if none is named. Raises NotFoundError, and
    RejectedError for an archive and for a file that cannot be of its codebook.
    """
    files = files_of(path)
    with engine_named(engine) as running:
        read = running.keep("events", _read(format_.events(running, files), format_))
        tally = _tally(read, "file", "outcome", "problem", "possible")
        _refuse_other_codebook(tally, format_)
        of_contacts = read.filter(read["outcome"] == "contact").select(*COLUMNS)
        looked_at = running.keep("judged", judged(of_contacts, running, register, parties))
        kept = looked_at.filter(looked_at["passed_over"].isnull())
        rows = _rows(grouped(kept, format_.codebook, echo))
        passed_over = _summed(_tally(looked_at, "passed_over"), "passed_over")
        refused = _summed(tally, "problem")
        lines = tuple(_first_lines(read)) if refused else ()
    contacts = contacts_of(rows, format_, register, echo)
    outcomes = _summed(tally, "outcome")
    others = {NO_CONTACT: outcomes["other"]} if "other" in outcomes else {}
    return Extract(
        contacts=tuple(contacts),
        read=sum(count for outcome, count in outcomes.items() if outcome != "heading"),
        kept=len(rows),
        repeated=len(rows) - sum(len(contact.sources) for contact in contacts),
        passed_over=others | passed_over,
        refused=refused,
        lines=lines,
    )


def _read(events: Table, format_: Format) -> Table:
    """``events`` with ``outcome``: heading, refused, contact or other; of what is no contact only the place is kept."""
    strange = f"has a code that {format_.codebook.upper()} does not have"
    problem = ibis.coalesce(events["problem"], ibis.ifelse(events["possible"], ibis.null("string"), strange))
    events = events.mutate(problem=ibis.ifelse(events["heading"], ibis.null("string"), problem))
    outcome = ibis.cases(
        (events["heading"], "heading"),
        (events["problem"].notnull(), "refused"),
        (events["code"].isin(sorted(MEANINGS[format_.codebook])), "contact"),
        else_="other",
    )
    events = events.mutate(outcome=outcome)
    always = ("file", "line", "problem", "heading", "possible")
    told = {
        name: ibis.ifelse(events["outcome"] == "contact", events[name], ibis.null(events[name].type()))
        for name in COLUMNS
        if name not in always
    }
    return events.mutate(**told)


def _tally(table: Table, *columns: str) -> list[dict[str, Any]]:
    """How many ``rows`` there are of each combination."""
    found: list[dict[str, Any]] = table.group_by(list(columns)).aggregate(rows=table.count()).to_pyarrow().to_pylist()
    return found


def _summed(tally: Sequence[dict[str, Any]], column: str) -> dict[str, int]:
    """Rows by what stands in a column, in alphabetical order; where nothing stands there is not told."""
    said = sorted({row[column] for row in tally if row[column] is not None})
    return {text: sum(row["rows"] for row in tally if row[column] == text) for text in said}


def _refuse_other_codebook(tally: Sequence[dict[str, Any]], format_: Format) -> None:
    events = [row for row in tally if row["outcome"] != "heading"]
    rows, impossible = _summed(events, "file"), _summed([row for row in events if not row["possible"]], "file")
    for file, count in impossible.items():
        if count > 1 and (share := count / rows[file]) > MOST_IMPOSSIBLE:
            raise RejectedError(
                f"{file}: {share:.0%} of its codes are none of {format_.codebook.upper()} ({count:,} of {rows[file]:,})",
                mend="say which format and codebook it has with --as and --codebook; leading zeros belong to a code",
            )


def _first_lines(read: Table) -> list[str]:
    refused = read.filter(read["problem"].notnull())
    place: Any = ibis.row_number().over(ibis.window(group_by="problem", order_by=["file", "line"]))
    first = refused.mutate(place=place)
    first = first.filter(first["place"] < SHOWN).order_by("problem", "file", "line")
    return [f"{row['file']}:{row['line']}: {row['problem']}" for row in first.to_pyarrow().to_pylist()]


def _rows(events: Table) -> Sequence[Row]:
    columns = [*ORDER, "event_id", "code", "a_name", "a_party", "a_holder", "b_name", "b_party", "b_holder", "url", "publisher"]
    found = events.order_by(*ORDER).select(*columns, "published", "language")
    return [Row(**row) for row in found.to_pyarrow().to_pylist()]
