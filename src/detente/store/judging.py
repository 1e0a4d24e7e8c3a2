"""Which rows of a package are wrong, where, and why: everything is judged before anything is recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy import Table as SqlTable

from detente.domain import package
from detente.domain.cell_values import is_wrong, wanted
from detente.domain.dialogues import read_suspended, rhythm_problem
from detente.domain.tabular import Column, Kind, Table
from detente.domain.tenures import BACKWARDS, runs_backwards
from detente.store import schema
from detente.store.choosing import stands_in
from detente.store.staging import Staging


@dataclass(frozen=True, slots=True)
class Finding:
    """One wrong cell or row: ``column`` and ``value`` are empty where the row as a whole is wrong."""

    file: str
    line: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        if not self.column:
            return f"{where}: {self.reason}"
        shown = self.value if len(self.value) <= 80 else self.value[:79] + "…"
        return f"{where}: {self.column} '{shown}': {self.reason}"


def findings(staging: Staging) -> list[Finding]:
    """Everything that is wrong with the staged rows, in the order of files and lines."""
    wrong_dates = staging.read_what_repeats()
    found = [finding for table in _filled(staging) for finding in _of_table(staging, table, wrong_dates)]
    for further in (_of_contacts, _of_sides, _of_windows, _of_dialogues, _of_topics, _of_folders):
        found += further(staging)
    return sorted(found, key=lambda finding: (finding.file, finding.line))


def _filled(staging: Staging) -> list[Table]:
    return [table for table in package.TABLES if table.name in staging.filled]


def _of_table(staging: Staging, table: Table, wrong_dates: dict[str, str]) -> Iterator[Finding]:
    stage = staging.tables[table.name]
    for column in table.columns:
        cell = stage.c[column.name]
        if column.required:
            yield from _where(staging, stage, column.name, cell == "", "is missing; write " + wanted(column))
        if column.kind is Kind.EDTF:
            yield from _judged(staging, stage, (column.name,), lambda text: wrong_dates.get(text))
        elif (test := is_wrong(column)) is not None:
            yield from _judged(staging, stage, (column.name,), _reason(test, column))
        elif (missing := _missing(staging, column, cell)) is not None:
            yield from _where(staging, stage, column.name, missing, "is not known; write " + wanted(column))
    yield from _twice(staging, stage, table)


def _reason(test: Callable[[str], bool], column: Column) -> Callable[[str], str | None]:
    reason = "write " + wanted(column)
    return lambda text: reason if test(text) else None


def _missing(staging: Staging, column: Column, cell: ColumnElement[str]) -> ColumnElement[bool] | None:
    """Where a reference points nowhere: neither into the package nor, for the reference tables, into the store."""
    if column.kind is Kind.CONTACT:
        told = (staging.tables["contacts"].c.contact_id, staging.unchanged.c.contact_id)
        return and_(cell != "", *(~stands_in(cell, ids) for ids in told))
    places: dict[Kind, tuple[ColumnElement[Any], ColumnElement[Any]]] = {
        Kind.PARTY: (schema.party.c.code, staging.tables["parties"].c.code),
        Kind.TOPIC: (schema.topic.c.topic, staging.tables["topics"].c.topic),
    }
    if column.kind not in places:
        return None
    kept, staged = places[column.kind]
    return and_(cell.not_in(["", *column.words]), cell.not_in(select(kept).union_all(select(staged))))


def _where(staging: Staging, stage: SqlTable, column: str, wrong: ColumnElement[bool], reason: str) -> Iterator[Finding]:
    if not staging.has(stage):
        return
    for file, line, value in staging.execute(select(stage.c.file, stage.c.line, stage.c[column]).where(wrong)):
        yield Finding(file, line, column, value, reason)


def _judged(staging: Staging, stage: SqlTable, columns: tuple[str, ...], judge: Callable[..., str | None]) -> Iterator[Finding]:
    """Judges each distinct value (or combination) once, then finds the rows; the last of ``columns`` is to blame."""
    if not staging.has(stage):
        return
    cells = [stage.c[name] for name in columns]
    distinct = select(*cells).where(cells[-1] != "").distinct()
    wrong = {tuple(row): reason for row in staging.each(distinct) if (reason := judge(*row)) is not None}
    if wrong:
        for file, line, *values in staging.each(select(stage.c.file, stage.c.line, *cells)):
            if (reason := wrong.get(tuple(values))) is not None:
                yield Finding(file, line, columns[-1], values[-1], reason)


def _twice(staging: Staging, stage: SqlTable, table: Table) -> Iterator[Finding]:
    cells = [stage.c[name] for name in table.unique]
    repeated = select(*cells).group_by(*cells).having(func.count() > 1).subquery()
    rows = select(stage.c.file, stage.c.line, stage.c.part, *cells)
    rows = rows.join(repeated, and_(*(cell == repeated.c[cell.name] for cell in cells)))
    first: dict[tuple[Any, ...], str] = {}
    for file, line, _part, *values in sorted(staging.execute(rows)):
        where = first.get(tuple(values))
        if where is None:
            first[tuple(values)] = f"{file}:{line}"
        else:
            yield Finding(file, line, table.unique[0], values[0], f"stands a second time, after {where}; keep one")


def _of_contacts(staging: Staging) -> Iterator[Finding]:
    contacts = staging.tables["contacts"]
    for name in ("contacts", "coverage", "dialogues"):
        yield from _judged(staging, staging.tables[name], ("parties",), _party_list(staging))
    for name in ("contacts", "dialogues"):
        yield from _judged(staging, staging.tables[name], ("slug", "parties"), _outside_of_folder)
    coverage = staging.tables["coverage"]
    yield from _judged(staging, coverage, ("slug", "parties"), _not_the_folders_pair)
    for side in ("initiator", "host"):
        yield from _judged(staging, contacts, ("parties", side), _not_among)


def _known_parties(staging: Staging) -> set[str]:
    codes = select(schema.party.c.code).union_all(select(staging.tables["parties"].c.code))
    return set(staging.connection.scalars(codes))


def _party_list(staging: Staging) -> Callable[[str], str | None]:
    known = _known_parties(staging)

    def judge(text: str) -> str | None:
        codes = text.split(";")
        if strange := [code for code in codes if code not in known]:
            return f"{', '.join(strange)} is not known; add it to parties.csv"
        if len(codes) < 2:
            return "write two parties or more"
        return None if codes == sorted(set(codes)) else "write each code once, in alphabetical order"

    return judge


def _outside_of_folder(slug: str, parties: str) -> str | None:
    there = parties.lower().split(";")
    return None if all(code in there for code in slug.split("-")) else f"both parties of the folder {slug} must be among them"


def _not_the_folders_pair(slug: str, parties: str) -> str | None:
    return None if sorted(slug.split("-")) == parties.lower().split(";") else f"write the two parties of the folder {slug}"


def _not_among(parties: str, side: str) -> str | None:
    return None if side in parties.split(";") else f"is not one of the parties {parties}"


def _of_sides(staging: Staging) -> Iterator[Finding]:
    """Rows told of a contact that name a side or a source which the contact does not have."""
    contacts = staging.tables["contacts"].c
    for name, column in (
        ("participants", "party"),
        ("statements", "reported_by"),
        ("statements", "raised_by"),
        ("sources", "side"),
    ):
        stage = staging.tables[name]
        if not staging.has(stage):
            continue
        cell = stage.c[column]
        besides = next(table for table in package.TABLES if table.name == name)[column].words
        member = staging.member.c
        rows = (
            select(stage.c.file, stage.c.line, cell, contacts.parties)
            .join(staging.tables["contacts"], contacts.contact_id == stage.c.contact_id)
            .outerjoin(staging.member, and_(member.text == contacts.parties, member.party == cell))
            .where(member.party.is_(None), cell.not_in(["", *besides]))
        )
        for file, line, value, parties in staging.execute(rows):
            yield Finding(file, line, column, value, f"is not one of the parties {parties} of the contact")
    yield from _uncited(staging)


def _uncited(staging: Staging) -> Iterator[Finding]:
    if "statements" not in staging.filled:
        return
    told, published = staging.tables["statements"].c, staging.tables["sources"].c
    cited = and_(published.contact_id == told.contact_id, published.url == told.source_url)
    nowhere = (
        select(told.file, told.line, told.source_url)
        .outerjoin_from(staging.tables["statements"], staging.tables["sources"], cited)
        .where(told.source_url != "", published.url.is_(None))
    )
    for file, line, value in staging.execute(nowhere):
        yield Finding(file, line, "source_url", value, "is no source of the contact; add it to sources.csv")


def _of_topics(staging: Staging) -> Iterator[Finding]:
    """Topics have two levels: what stands above one must itself be at the top."""
    if "topics" not in staging.filled:
        return
    staged, kept = staging.tables["topics"].c, schema.topic.c
    narrow = {topic for (topic,) in staging.execute(select(kept.topic).where(kept.broader.is_not(None)))}
    narrow |= {topic for (topic,) in staging.execute(select(staged.topic).where(staged.broader != ""))}
    yield from _where(
        staging, staging.tables["topics"], "broader", staged.broader.in_(sorted(narrow)), "is itself a narrower topic"
    )


def _of_folders(staging: Staging) -> Iterator[Finding]:
    """Every folder is named after two known parties, in small letters: to some systems FRA-RUS is another, to some not."""
    known = _known_parties(staging)
    for table in (table for table in package.PER_DYAD if table.name in staging.filled):
        stage = staging.tables[table.name].c
        for file, slug in staging.execute(select(stage.file, stage.slug).distinct()):
            codes = slug.upper().split("-")
            if len(set(codes)) != 2 or not set(codes) <= known or "-".join(codes).lower() != slug:
                yield Finding(file, 1, "", "", f"the folder '{slug}' is not named after two known parties, like fra-rus")


def _of_windows(staging: Staging) -> Iterator[Finding]:
    yield from _judged(staging, staging.tables["officeholders"], ("from", "to"), runs_backwards)
    for name in ("coverage", "dialogues"):
        stage = staging.tables[name]
        backwards = and_(stage.c["from"] != "", stage.c.to != "", stage.c.to < stage.c["from"])
        yield from _where(staging, stage, "to", backwards, BACKWARDS)


def _of_dialogues(staging: Staging) -> Iterator[Finding]:
    stage = staging.tables["dialogues"]
    yield from _judged(staging, stage, ("tolerance_days", "first_month", "last_month", "every_months"), _not_a_rhythm)
    yield from _judged(staging, stage, ("suspended",), _no_periods)


def _not_a_rhythm(tolerance: str, first: str, last: str, every: str) -> str | None:
    """What is wrong with cells that may each be right; of one that is no number something is said already."""
    if not all(cell.isdecimal() or (not cell and cell not in (every, tolerance)) for cell in (tolerance, first, last, every)):
        return None
    return rhythm_problem(int(every), int(first) if first else None, int(last) if last else None, int(tolerance))


def _no_periods(text: str) -> str | None:
    try:
        read_suspended(text)
    except ValueError as error:
        return str(error)
    return None
