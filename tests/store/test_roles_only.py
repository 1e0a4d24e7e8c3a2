"""The roles of docs/postgresql.md, made by the statements that stand there: what each may do, and what it is told it may not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.app import app
from detente.formats.package import import_package
from detente.store.creating import create, upgrade
from detente.store.opening import open_store
from detente.store.schema import REVISIONS
from tests.support.postgres import Server
from tests.support.shipped_record import SHIPPED

PAGE = Path(__file__).parents[2] / "docs" / "postgresql.md"

Ask = Callable[..., tuple[int, str, str]]
"""Runs a command line as a user; gives its exit code, stdout and stderr."""


@pytest.fixture(scope="module")
def team(server: Server) -> Iterator[Server]:
    """A server where the page has been followed, with the shipped record, and Anna who writes and Rita who reads."""
    statements = re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    administration, grants = [block for block in statements if "detente_reader" in block]
    for statement in _statements(administration):
        with server.connect() as administrator:
            administrator.execute(statement)
    create(server.url("record", "detente_owner")).engine.dispose()
    for statement in _statements(grants):
        with server.connect("record", "detente_owner") as owner:
            owner.execute(statement)
    with server.connect() as administrator:
        administrator.execute("CREATE ROLE anna LOGIN; GRANT detente_writer TO anna")
        administrator.execute("CREATE ROLE rita LOGIN; GRANT detente_reader TO rita")
    with open_store(server.url("record", "anna"), to_write=True) as store:
        import_package(store, SHIPPED)
    yield server
    with server.connect() as administrator:
        administrator.execute("DROP DATABASE record WITH (FORCE)")
        administrator.execute("DROP ROLE anna, rita, detente_owner, detente_writer, detente_reader")


def _statements(block: str) -> list[bytes]:
    bare = re.sub(r" *--.*$", "", block, flags=re.MULTILINE)
    return [statement.encode() for statement in bare.split(";") if statement.strip()]


@pytest.fixture
def ask(team: Server, work_folder: Path) -> Ask:
    def run(user: str, *args: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, [*args, "--db", team.url("record", user)])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.stdout, done.stderr

    return run


CALL = "fra-rus-2024-04-03-phone"

READING = [
    ("show", CALL), ("list", "fra", "rus", "--search", "ukraine"), ("gaps", "fra", "rus"), ("gaps",), ("last", "fra", "rus"),
    ("silence",), ("silence", "fra", "rus"),
    ("context", CALL), ("claims",), ("claims", "check", "FRA", "RUS", "--on", "2024-04-03", "--months", "18"), ("readouts", CALL),
    ("attempts",), ("frequency",), ("topics",), ("report", "fra", "rus", "-o", "pair.html"), ("report", "-o", "all.html"),
    ("export", "package"), ("coverage", "fra", "rus"), ("db", "status"), ("db", "check"), ("db", "backup", "copy.db"),
    ("vocab", "list", "parties"), ("history",), ("history", CALL), ("gaps", "fra", "rus", "--known-on", "r2"),
    ("import", str(SHIPPED), "--dry-run"),
]  # fmt: skip


@pytest.mark.parametrize("args", READING, ids=lambda args: " ".join(args[:2]))
def test_who_reads_may_ask_everything(ask: Ask, args: tuple[str, ...]) -> None:
    code, _, said = ask("rita", *args)
    if args[0] == "import":  # waits in temporary tables, which a reader may not make either
        assert (code, said.count("\n")) == (3, 1)
    else:
        assert code == 0, said


WRITING = [
    ("log", "2025-06-01", "phone", "fra", "rus", "--topic", "syria", "--claim", "about 14 months phone"),
    ("amend", "fra-rus-2025-06-01-phone", "--place", "Paris"),
    ("undo",),
    ("retract", "fra-rus-2025-06-01-phone", "--why", "a test"),
    ("vocab", "add", "party", "ECW", "Economic Community"),
    ("vocab", "add", "topic", "drones", "--label", "Drones", "--definition", "Unmanned.", "--broader", "military-risk"),
    (
        "coverage",
        "add",
        "fra",
        "tur",
        "--from",
        "2020-01-01",
        "--to",
        "2020-12-31",
        "--completeness",
        "fair",
        "--basis",
        "a test",
    ),
    ("log", "2031-06-01", "phone", "fra", "rus", "--status", "planned"),
    ("log", "2031-06-02", "other", "fra", "rus", "--status", "planned"),
    ("not-same", "fra-rus-2031-06-01-phone", "fra-rus-2031-06-02-other"),
    ("same", "fra-rus-2031-06-01-phone", "fra-rus-2031-06-02-other"),
    ("import", str(SHIPPED), "--update"),
]


@pytest.mark.parametrize("args", [*WRITING, ("db", "upgrade"), ("init",)], ids=lambda args: " ".join(args[:2]))
def test_who_reads_is_told_that_that_is_all(ask: Ask, args: tuple[str, ...]) -> None:
    args = tuple(CALL if arg == "fra-rus-2025-06-01-phone" else arg for arg in args)
    code, told, said = ask("rita", *args)
    if args == ("db", "upgrade"):
        assert (code, said) == (0, f"schema {REVISIONS[-1]}: nothing to do\n")
    elif args == ("init",):
        assert (code, told) == (5, "")
    elif args == ("undo",):
        assert (code, told) in ((3, ""), (4, ""), (5, ""))  # there is nothing that she could take back
    else:
        assert (code, told, said.count("\n")) == (3, "", 1), said
        assert "permission denied" in said
        assert said.endswith("; ask the owner of the database for the right; docs/postgresql.md lists what each role needs\n")


def test_who_writes_may_do_the_daily_work(ask: Ask) -> None:
    for args in WRITING:
        code, _, said = ask("anna", *args)
        assert code == 0, (args, said)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM superseded",
        "UPDATE superseded SET content = ''",
        "UPDATE alembic_version SET version_num = 'x'",
        "DROP TABLE contact",
    ],
)
def test_who_writes_may_not_rewrite_the_past(team: Server, statement: str) -> None:
    import psycopg

    with team.connect("record", "anna") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_who_owns_it_may_upgrade(team: Server) -> None:
    before, now = upgrade(team.url("record", "detente_owner"))
    assert before == now


def test_a_stranger_is_not_let_in(team: Server, ask: Ask) -> None:
    code, _, said = ask("detente", "gaps")
    assert (code, said.count("\n")) == (3, 1)
    assert "permission denied for database" in said
