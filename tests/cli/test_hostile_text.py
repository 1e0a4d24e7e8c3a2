"""A record full of what terminals obey and spreadsheets calculate: every command shows it harmlessly, whoever it shows it to."""

import csv
import io
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from detente.cli.app import COMMANDS
from detente.errors import Exit
from detente.formats.cells import ACTIVE
from detente.formats.package import export_package, import_package
from detente.store.opening import open_store
from tests.fuzz.commands import ABOUT, ASKED, ran
from tests.fuzz.hostile_record import EVERYTHING, hostile_package
from tests.fuzz.packages import files_of
from tests.fuzz.texts import OBEYED

ID = "fra-rus-2022-10-phone"
AS_OF = ("--as-of", "2025-12-31")

QUESTIONS = [
    *ASKED.values(),
    *((name, ID) for name in ABOUT),
    ("history",),
    ("history", ID),
    ("coverage", "list"),
    ("dialogues", "list"),
    ("offices", "list"),
    ("config", "show"),
    ("draft", "story.txt", "--published", "2023-05-02", "--json"),
    ("watch", "rules.toml"),
    ("db", "status"),
    ("claims", "check", "FRA", "RUS", "--on", "2022-10", "--months", "18"),
]
"""Command lines that read the record and print from it."""

DEEDS = [
    (
        "log",
        "2023-05-01",
        "phone",
        "FRA",
        "RUS",
        "--summary",
        EVERYTHING,
        "--says",
        f"RUS=drones: {EVERYTHING}",
        "--place",
        EVERYTHING,
    ),
    ("log", "2023-05-01", "phone", "FRA", "RUS"),  # refused: it resembles the one before
    ("log", "2023-06-01", "phone", "FRA", EVERYTHING),
    ("log", EVERYTHING, "phone", "FRA", "RUS"),
    (
        "log",
        "2023-06-01",
        "phone",
        "FRA",
        "RUS",
        "--source",
        EVERYTHING,
        "--person",
        f"FRA={EVERYTHING}",
        "--claim",
        EVERYTHING,
    ),
    ("log", "2023-06-01", "phone", "FRA", "RUS", "--person", f"FRA={EVERYTHING}", "--json"),
    ("amend", ID, "--summary", f"Not {EVERYTHING}", "--why", EVERYTHING),
    ("history", "r3"),
    ("history", ID),
    ("same", ID, "fra-rus-2023-06-01-phone", "--why", EVERYTHING),
    ("show", "fra-rus-2023-06-01-phone"),
    ("undo",),
    ("not-same", ID, "fra-rus-2023-06-01-phone", "--why", EVERYTHING),
    ("show", ID),
    ("same", ID, EVERYTHING),
    ("not-same", EVERYTHING, ID),
    ("retract", ID, "--why", EVERYTHING),
    ("undo",),
    ("undo",),
    ("show", EVERYTHING),
    ("list", "--search", EVERYTHING),
    ("list", EVERYTHING),
    ("list", "--topic", EVERYTHING, "--person", EVERYTHING),
    (
        "coverage",
        "add",
        "FRA",
        "RUS",
        "--from",
        "2010-01-01",
        "--to",
        "2010-12-31",
        "--completeness",
        "fair",
        "--basis",
        EVERYTHING,
    ),
    ("offices", "add", "FRA", EVERYTHING, "--level", "minister", "--role", EVERYTHING, "--source", EVERYTHING),
    ("offices", "end", EVERYTHING, "--to", "2024-01-01"),
    ("vocab", "add", "party", "ZZZ", EVERYTHING),
    ("vocab", "add", "topic", EVERYTHING, "--label", EVERYTHING, "--definition", EVERYTHING),
    ("import", "package"),
    ("import", "wrong"),
    ("import", EVERYTHING.replace("\0", "")),
    ("export", "out", "--include-restricted"),
    ("export", "out.ics", "--as", "icalendar"),
    ("export", "out.json", "--as", "timelinejs"),
    ("export", "out.json", "--as", EVERYTHING),
    ("panel", "-o", "panel.dta", "--topics"),
    ("panel", EVERYTHING),
    ("export", f"{'x' * 300}\x1b[31m"),
    ("report", "FRA", "RUS", "-o", "page.html"),
    ("report", "-o", "page.md"),
    ("init", "--db", "new\x1b[31m.db"),
    (EVERYTHING,),
]
"""Command lines that change something, or are refused with what was typed."""

OTHERWISE = {"demo": "prints from the shipped record alone"}
"""Commands that are not tried here, with the reason."""


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    """The files below ``folder``."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def hostile_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copyfile(empty_file, folder / "hostile.db")
    with open_store(str(folder / "hostile.db")) as store:
        import_package(store, laid_out(folder / "package", hostile_package(lambda: EVERYTHING)))
    return folder / "hostile.db"


@pytest.fixture
def hostile(hostile_file: Path, in_folder: Path) -> str:
    """A store with the hostile record, in an empty folder beside a package of the same and one with wrong rows."""
    shutil.copyfile(hostile_file, "hostile.db")
    files = hostile_package(lambda: EVERYTHING)
    laid_out(Path("package"), files)
    words = {name: content.replace(b"talks", EVERYTHING.replace('"', "").encode()) for name, content in files.items()}
    laid_out(Path("wrong"), words)
    Path("story.txt").write_text(
        f"The French and Russian ministers of defence spoke by telephone. {EVERYTHING}", encoding="utf-8"
    )
    name = "".join(f"\\U{ord(sign):08X}" for sign in EVERYTHING)  # as TOML spells out any character
    Path("rules.toml").write_text(f'[[rule]]\nname = "{name}"\nparties = ["FRA", "RUS"]\ndays = 100_000\n', encoding="utf-8")
    return "hostile.db"


def forms(question: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A command line for people, as JSON and as CSV."""
    yield (*question, "--include-restricted") if "--include-restricted" in _takes(question) else question
    for form in ("--json", "--csv"):
        if form in _takes(question):
            yield (*question, form)


def _takes(question: tuple[str, ...]) -> str:
    """The help of a command, which names its options."""
    path = (
        question[:2]
        if question[0] in ("vocab", "db", "config", "dialogues", "offices")
        or question[:2] in (("claims", "check"), ("coverage", "list"))
        else question[:1]
    )
    return ran("nowhere.db", *path, "--help").stdout


def test_every_command_is_tried() -> None:
    """A new command is added to the lists above; until then this fails."""
    assert {line[0] for line in (*QUESTIONS, *DEEDS) if line[0] in COMMANDS_NAMED} | set(OTHERWISE) == COMMANDS_NAMED


COMMANDS_NAMED = {name for section in COMMANDS.values() for name in section}


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_an_answer_is_harmless(hostile: str, question: tuple[str, ...]) -> None:
    """To people and as JSON nothing that a terminal obeys is printed; in CSV no cell begins as a formula does."""
    for line in forms(question):
        done = ran(hostile, *line)
        assert done.status == Exit.OK, done.stderr
        if "--csv" in line:
            cells = [cell for row in csv.reader(io.StringIO(done.stdout, newline=""), strict=True) for cell in row]
            assert not [cell for cell in cells if cell.startswith(ACTIVE)]


def test_deeds_and_refusals_are_told_harmlessly(hostile: str) -> None:
    """What is typed comes back on stderr in one line, its control characters spelt out; no command line is a bug."""
    for line in DEEDS:
        done = ran(hostile, *line)
        assert done.status in (Exit.OK, Exit.USAGE, Exit.NOT_FOUND, Exit.REJECTED), (line, done.stderr)
        last = done.stderr.splitlines()[-1:]
        assert done.status == Exit.OK or last[0].startswith("detente: "), (line, done.stderr)


_AT_A_TERMINAL = """
import ast, sys
from detente.cli.app import app
for line in ast.literal_eval(sys.stdin.read()):
    try:
        app(list(line))
    except SystemExit:
        pass
"""


def test_nothing_is_obeyed_at_a_terminal(hostile: str) -> None:
    """At a terminal CSV is shown harmlessly too, which in a file is kept exactly; colours are off, so that no escape is ours."""
    lines = [line for question in QUESTIONS for line in forms(question)]
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "DETENTE_DB": hostile,
        "NO_COLOR": "1",
        "DETENTE_PAGER": "cat",
        "COLUMNS": "80",
        "TERM": "xterm",
    }
    running = subprocess.Popen(
        [sys.executable, "-c", _AT_A_TERMINAL], stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    assert running.stdin is not None
    running.stdin.write(repr(lines).encode())
    running.stdin.close()
    shown = _all_of(ours)
    assert running.wait() == 0, shown[-2_000:]
    assert shown.count("=1+1") > len(lines)
    assert OBEYED.search(re.sub("\r+\n", "\n", shown)) is None  # a terminal itself turns LF into CR LF


def _all_of(terminal: int) -> str:
    """Everything written to a terminal until nobody holds its other end."""
    found = b""
    while True:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        found += piece
    os.close(terminal)
    return found.decode()


_SIGNS = st.text(
    st.one_of(st.sampled_from("=+-@'\t\r\n\x00\x1b\x9b\u202e\u2066\ufeff[]<>,;\"＝"), st.characters(exclude_categories=["Cs"])),
    max_size=8,
)


@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # each is an import and an export
@given(st.lists(_SIGNS, min_size=20, max_size=40))
def test_any_text_is_exported_without_a_formula_and_shown_without_an_escape(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """Any text in any cell: exported so that no cell begins as a formula does, and the same record when it is imported again."""
    folder = tmp_path_factory.mktemp("any")
    waiting = iter(texts * 20)
    for name in ("one.db", "two.db"):
        shutil.copyfile(empty_file, folder / name)
    with open_store(str(folder / "one.db")) as one, open_store(str(folder / "two.db")) as two:
        import_package(one, laid_out(folder / "package", hostile_package(lambda: next(waiting))))
        export_package(one, folder / "out", include_restricted=True)
        for path in (folder / "out").rglob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                assert not [cell for row in csv.reader(file, strict=True) for cell in row if cell.startswith(ACTIVE)]
        import_package(two, folder / "out", overwrite=True)
        export_package(two, folder / "again", include_restricted=True)
    assert files_of(folder / "again") == files_of(folder / "out")
    for line in (("show", ID), ("list", "--json"), ("claims",), ("readouts", "FRA", "RUS")):
        ran(str(folder / "one.db"), *line)
