"""``detente db``: in what state is the store, and how is it kept in order?"""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.groups import WholeGroup
from detente.cli.options import CHOOSING, AsJson, Asked, Db, asking
from detente.errors import RejectedError

if TYPE_CHECKING:
    from detente.cli.tables import Canvas
    from detente.store.contradictions import Finding
    from detente.store.keeping import Kept

app = typer.Typer(cls=WholeGroup, help="Look after the store: status, upgrade, check, backup, restore, copy.", **PLAIN)


@app.command()
@asking(without=CHOOSING)
def status(asked: Asked) -> None:
    """Show where the store is, what it holds, and of which version it is."""
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.store.condition import status as status_of

    form = asked.form()
    with asked.store() as store:
        found = status_of(store)
    item: dict[str, object] = {
        "store": found.url,
        "engine": found.engine,
        "revision": found.revision,
        "contacts": found.contacts,
        "held": found.held,
        "claims": found.claims,
        "parties": found.parties,
        "topics": found.topics,
        "first_date": None if found.first_day is None else iso(found.first_day),
        "last_date": None if found.last_day is None else iso(found.last_day),
        "size_bytes": found.size_bytes,
        "approximate": {"days": found.tolerance.days, "months": found.tolerance.months, "years": found.tolerance.years},
    }
    emit(Answer("db status", None, None, [item], tuple(item), lambda canvas: _picture(canvas, item)), form)


def _picture(canvas: "Canvas", item: dict[str, object]) -> str:
    from detente.cli.tables import Lines, Styled, draw

    widths = item["approximate"]
    assert isinstance(widths, dict)
    about = ", ".join(f"{width} {unit if width != 1 else unit[:-1]}" for unit, width in widths.items())
    size = item["size_bytes"]
    rows = {
        "engine": f"{item['engine']}, schema {item['revision']}",
        "contacts": f"{item['contacts']:,}, {item['held']:,} of them held",
        "from, to": f"{item['first_date'] or '–'}, {item['last_date'] or '–'}",
        "claims": f"{item['claims']:,}",
        "parties": f"{item['parties']:,}",
        "topics": f"{item['topics']:,}",
        "size": f"{size / 1024:,.0f} KiB" if isinstance(size, int) else "–",
        "~ widens by": about,
    }
    return draw(canvas, [Lines([Styled(str(item["store"]), "bold"), *(f"{name:<12} {said}" for name, said in rows.items())])])


@app.command()
def upgrade(db: Db = None) -> None:
    """Bring the store to the schema of this version, all of it or nothing; make a copy before."""
    from detente.cli.failure import note
    from detente.store.creating import upgrade as upgraded

    before, now = upgraded(db)
    note(f"schema {now}: nothing to do" if before == now else f"schema {before} is now {now}")


@app.command()
def backup(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    db: Db = None,
    as_json: AsJson = False,
) -> None:
    """Write the whole store, history and all, into one file, while others go on using it.

    The file holds one moment, is read back and compared before it gets its name, and is itself a store: any command reads it
    with --db FILE. It holds what is not public too, and is readable by its owner only.
    """
    from detente.cli.failure import note
    from detente.store.keeping import backup as backed_up

    done = backed_up(db, path)
    _tell("db backup", "backed up", done, as_json)
    if not done.content_hash:
        note("the store is of an older version and was kept as it is; next: detente db upgrade")


@app.command()
def restore(
    path: Annotated[str, typer.Argument(metavar="FILE", help="What detente db backup wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the store that is there; what it held is kept in a file beside it.")
    ] = False,
    db: Db = None,
    as_json: AsJson = False,
) -> None:
    """Make the store what a backup holds, all of it or nothing.

    The backup is looked through before, and the store is read back and compared after.
    """
    from detente.cli.failure import note
    from detente.store.keeping import restore as restored

    done = restored(path, db, replace=replace)
    _tell("db restore", "restored", done, as_json)
    if done.set_aside:
        note(f"what the store held before is in {done.set_aside}")
    if not done.content_hash:
        note("the backup is of an older version; next: detente db upgrade")


@app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A store: a file or a database URL.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="A file that is not there yet, or an empty database.")],
    as_json: AsJson = False,
) -> None:
    """Copy a store, history and all, to another place or engine: from a file to PostgreSQL, or back.

    What was written is read back and compared by a hash over every row, before anybody can see it.
    """
    from detente.store.keeping import copy as copied
    from detente.store.opening import open_store

    with open_store(source) as store:
        done = copied(store, to)
    _tell("db copy", "copied", done, as_json)


def _tell(command: str, did: str, done: "Kept", as_json: bool) -> None:
    from detente.cli.output import Answer, Form, Format, emit
    from detente.domain.words import counted

    item: dict[str, object] = {
        "store": done.place,
        "contacts": done.contacts,
        "revision": done.revision,
        "content_hash": done.content_hash or None,
    }
    if done.set_aside:
        item["set_aside"] = done.set_aside
    said = f"{did}: {done.place}"
    if done.content_hash:
        said += f"\n{counted(done.contacts, 'contact')}, up to revision r{done.revision}, content {done.content_hash}"
    emit(Answer(command, None, None, [item], tuple(item), lambda canvas: said), Form(Format.JSON if as_json else Format.TEXT))


@app.command()
@asking(without=CHOOSING)
def check(asked: Asked) -> None:
    """Look for damage and contradictions inside the store; exit with 5 when there are any.

    Also told, without a mark on the exit code: contacts outside of every declared window, windows with holes between them,
    and people in an office that they held at other times only.
    """
    from detente.cli.failure import note
    from detente.cli.options import today
    from detente.cli.output import Answer, emit
    from detente.store.condition import check as checked

    form = asked.form()
    with asked.store() as store:
        found = checked(store, today())
    items = [{"what": f.what, "where": f.where, "mend": f.mend, "grave": f.grave} for f in found]
    columns = ("what", "where", "mend", "grave")
    emit(Answer("db check", None, None, items, columns, lambda canvas: _findings(canvas, found)), form)
    if grave := sum(finding.grave for finding in found):
        count = f"{grave} finding{'' if grave == 1 else 's'}"
        raise RejectedError(f"the store contradicts itself: {count}", mend="see above what mends each")
    note("nothing else was found" if found else "nothing wrong was found")


def _findings(canvas: "Canvas", found: "list[Finding]") -> str:
    from detente.cli.tables import Column, Table, draw

    if not found:
        return ""
    rows = [["wrong" if f.grave else "note", f"{f.where}\n{f.what}\n→ {f.mend}"] for f in found]
    return draw(canvas, [Table([Column(""), Column("found", wrap=True)], rows, spaced=True)])
