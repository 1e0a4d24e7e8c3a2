"""``detente config``: what is set, and where does each value come from?"""

from typing import TYPE_CHECKING

import typer

from detente.cli import PLAIN
from detente.cli.groups import WholeGroup
from detente.cli.options import CHOOSING, Asked, asking

if TYPE_CHECKING:
    from detente.cli.tables import Canvas
    from detente.domain.settings import Value

app = typer.Typer(cls=WholeGroup, help="Show what is set, and where each value comes from.", **PLAIN)

COLUMNS = ("setting", "value", "origin", "variable", "meaning")
_DEFAULT = "default"


@app.command()
@asking(without=CHOOSING)
def show(asked: Asked) -> None:
    """Show every setting, its value, and where that comes from.

    An option goes before the environment, that before detente.toml in the current folder, that before your own detente.toml,
    and that before the default. Passwords are not shown.
    """
    from detente.cli.output import Answer, emit
    from detente.domain.settings import KNOWN

    form = asked.form()
    items = [_item(name, asked.db) for name in KNOWN]
    emit(Answer("config show", None, None, items, COLUMNS, lambda canvas: _picture(canvas, items)), form)


@app.command()
def path() -> None:
    """Print where your own detente.toml is, or would be."""
    from detente.cli.failure import note
    from detente.cli.output import write
    from detente.errors import NotFoundError
    from detente.store.configuration import FILE, users_file

    if (file := users_file()) is None:
        raise NotFoundError("you have no folder for settings", mend=f"put {FILE} into the folder that you work in")
    write(str(file))
    if not file.exists():
        note("there is none yet")


def _item(name: str, db: str | None) -> dict[str, object]:
    from detente.domain.settings import KNOWN

    known = KNOWN[name]
    value, origin = _given(name, db)
    return {
        "setting": name,
        "value": list(value) if isinstance(value, tuple) else value,
        "origin": origin,
        "variable": known.variable,
        "meaning": known.meaning,
    }


def _given(name: str, db: str | None) -> "tuple[Value, str]":
    """The value as it may be printed, and its origin: an option, a variable, a file, or ``default``."""
    from detente.domain.settings import KNOWN
    from detente.store.addresses import shown
    from detente.store.configuration import configured
    from detente.store.opening import author, locate

    found = configured(name) if name != "store" or db is None else None
    origin = _DEFAULT if found is None else found.origin
    if name == "store":
        return shown(locate(db)), "--db" if db is not None else origin
    if found is not None:
        return found.value, origin
    default = author() if name == "author" else KNOWN[name].default
    assert default is not None  # what has no default is found out above
    return default, origin


def _picture(canvas: "Canvas", items: "list[dict[str, object]]") -> str:
    from detente.cli.tables import Column, Styled, Table, draw

    rows = [(str(item["setting"]), Styled(_told(item["value"]), "bold"), str(item["origin"])) for item in items]
    return draw(canvas, [Table([Column("setting"), Column("value", wrap=True), Column("from", wrap=True)], rows)])


def _told(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
