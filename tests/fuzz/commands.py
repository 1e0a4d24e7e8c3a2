"""What must hold of every command, whatever stands in the record: an exit code that is documented, and harmless text."""

import json
from dataclasses import dataclass
from hashlib import sha256

from typer.testing import CliRunner

from detente.cli.app import app
from detente.errors import Exit, NotFoundError, RejectedError, SilenceError, UsageError
from detente.store.opening import Store
from tests.fuzz.packages import comes_back, workshop
from tests.fuzz.reading import arguments_of
from tests.fuzz.texts import OBEYED

ASKED: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "gaps": ("gaps",),
    "gaps by person": ("gaps", "FRA", "RUS", "--by", "person"),
    "last": ("last", "FRA", "RUS"),
    "silence": ("silence",),
    "silence of a pair": ("silence", "FRA", "RUS", "--baseline", "rate"),
    "claims": ("claims",),
    "readouts": ("readouts", "FRA", "RUS"),
    "attempts": ("attempts",),
    "frequency": ("frequency",),
    "panel": ("panel", "--topics", "--per", "quarter"),
    "topics": ("topics", "FRA", "RUS", "--by-side"),
    "coverage": ("coverage",),
    "parties": ("vocab", "list", "parties"),
    "vocabulary": ("vocab", "list", "topics"),
    "check": ("db", "check"),
    "history": ("history",),
}
"""Questions to the whole record."""

ABOUT = ("show", "context", "readouts", "claims")
"""Questions about one contact."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    status: int
    stdout: str
    stderr: str


def ran(store: str, *arguments: str) -> Ran:
    """Runs a command line on a store; raises whatever a bug raises, and AssertionError for what is not harmless."""
    done = CliRunner().invoke(app, list(arguments), env={"DETENTE_DB": store, "COLUMNS": "80"})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    found = Ran(done.exit_code, done.stdout_bytes.decode(), done.stderr)
    assert found.status != Exit.BUG
    assert OBEYED.search(found.stderr) is None
    if "--csv" not in arguments:  # what goes into a file is kept exactly; a terminal is shown it harmlessly
        assert OBEYED.search(found.stdout) is None
    if "--json" in arguments and found.status == Exit.OK:
        json.loads(found.stdout)
    return found


_REFUSALS = {error.exit_code: error for error in (UsageError, NotFoundError, RejectedError, SilenceError)}


OTHERS = (
    "amend",
    "list",
    "gaps",
    "last",
    "silence",
    "claims",
    "show",
    "context",
    "history",
    "frequency",
    "topics",
    "readouts",
    "attempts",
)
"""Commands that may be named first; where none is, ``log`` is meant."""


def a_command(data: bytes) -> None:
    """Any command line of ``log`` and of what answers: a documented exit code; refused, one line on stderr and nothing written."""
    arguments = [argument for argument in arguments_of(data) if not argument.startswith(("--db", "--output", "-o"))]
    command = arguments.pop(0) if arguments and arguments[0] in OTHERS else "log"
    shop = workshop()
    with shop.working_on(shop.filled) as store:
        done = ran(store.url, command, *arguments)
        if done.status != Exit.OK:
            last = done.stderr.splitlines()[-1]
            assert last.startswith("detente: ")
            assert not done.stdout or done.status == Exit.SILENCE  # the answer is printed, and the limit judged by it
            raise _REFUSALS[Exit(done.status)](last)
        if command in ("log", "amend") and not {"--help", "-h"} & set(arguments):
            whole = json.loads(ran(store.url, "list", "--json", "--include-restricted").stdout)
            assert len(whole["items"]) == (4 if command == "log" else 3)
            asked_about(store, data)
            comes_back(store, shop, len(data))


def asked_about(store: Store, data: bytes) -> None:
    """Asks a few of the questions, by chance of ``data``, in each form of answer."""
    questions, chance = list(ASKED), sha256(data).digest()
    for byte, form in zip(chance, ((), ("--json",), ("--csv",)), strict=False):
        ran(store.url, *ASKED[questions[byte % len(questions)]], *form)
    items = json.loads(ran(store.url, "list", "--json", "--include-restricted").stdout)["items"]
    if items:
        one = items[chance[-1] % len(items)]["contact_id"]
        ran(store.url, ABOUT[chance[-2] % len(ABOUT)], one, "--include-restricted")
