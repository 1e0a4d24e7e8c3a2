"""Which readers are fuzzed, with how many inputs each, and what an input may come to: accepted, or refused in plain words.

A new reader is a line in ``TARGETS``: a function of bytes that may raise DetenteError and nothing else, and that asserts
what must hold of whatever it accepts. Its first inputs stand in corpus/<name>.txt, a list of texts as Python writes them;
inputs that once went wrong are added there and so tried for ever.
"""

import ast
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import FrameType

from detente.cli.visible import in_one_line
from detente.domain import vocabulary
from detente.domain.package import TABLES
from detente.errors import DetenteError
from tests.fuzz import commands, foreign, packages, texts

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Target:
    """One reader. ``quick`` and ``long`` are the numbers of inputs of ``make test`` and ``make test-long``.

    ``words`` are put into inputs that are made from others: what the reader knows, and what has broken others.
    ``seconds`` is what one input may take on a busy machine; more is a hang. ``at_once`` is how many inputs one process of a
    long campaign is given, for what the guide remembers of them takes memory.
    """

    name: str
    run: Callable[[bytes], None]
    quick: int
    long: int
    words: tuple[str, ...] = ()
    seconds: int = 20
    at_once: int = 1_000_000

    def seeds(self) -> list[bytes]:
        """The inputs that others are made from; a half of a surrogate pair stands for a byte that is no UTF-8."""
        listed: list[str] = ast.literal_eval((CORPUS / f"{self.name}.txt").read_text(encoding="utf-8"))
        return [text.encode("utf-8", "surrogateescape") for text in listed]

    def pieces(self) -> list[bytes]:
        """What is put into inputs: the words of the target, and what is nasty everywhere."""
        return [word.encode() for word in dict.fromkeys((*self.words, *NASTY))]

    def accepts(self, data: bytes) -> bool:
        """Whether the reader takes the input; raises AssertionError, or whatever a bug raises, where something is wrong."""
        try:
            self.run(data)
        except DetenteError as refused:
            _told_plainly(refused)
            return False
        return True


def _told_plainly(refused: DetenteError) -> None:
    """An error has an exit code of its own, a reason, and nothing in it that a terminal obeys when it is shown."""
    assert type(refused) is not DetenteError
    assert refused.reason
    assert texts.OBEYED.search(in_one_line(str(refused))) is None


class HangError(AssertionError):
    """An input took so long that nobody would wait for it."""


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Raises HangError where what is done inside takes longer."""

    def hang(_number: int, _frame: FrameType | None) -> None:
        raise HangError(f"took more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


NASTY = (
    "\0", "\t", "\n", "\r", "\r\n", "\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffd",
    "=1+1", "'=1", "@x", "+1", "-1", "''", '"', '""', ",", ";", ":", "=", "/", "..", "~", "%", "?", "X", "[", "]", "0", "9999",
    "0001", "１", "İ", "ß", "ſ", "ﷺ", "é", "e\u0301", "🕊", "%s", "{0}", "$(x)", "'; DROP TABLE contact; --", "\\", "<b>", "[bold]",
    "a" * 300, "9" * 30,
)  # fmt: skip

_DATES = ("2024-04-03", "2022-10", "2014-21", "199X", "20XX", "2004-XX", "-XX", "/", "..", "[2022-06-01..2022-07-12]", "~", "%")
_VOCABULARIES: tuple[type[StrEnum], ...] = (
    vocabulary.Channel, vocabulary.Setting, vocabulary.Level, vocabulary.Substance, vocabulary.Status, vocabulary.Stance,
    vocabulary.ClaimKind, vocabulary.Qualifier, vocabulary.Anchor, vocabulary.Completeness,
)  # fmt: skip
_WORDS = tuple(word.value for words in _VOCABULARIES for word in words)
_CLAIMS = ("about ", "nearly ", "more than ", "less-than ", "since ", " days", " months", " year", "18", ".5", " call", " any")
_OPTIONS = (
    "\0--person\0", "\0--topic\0", "\0--says\0", "\0--denies\0", "\0--source\0", "\0--claim\0", "\0--host\0", "\0--initiator\0",
    "\0--place\0", "\0--country\0", "\0--duration\0", "\0--summary\0", "\0--note\0", "\0--level\0", "\0--status\0", "\0--also",
    "\0--restricted", "FRA=", "RUS=", "media=", "third=", "syria", "ukraine-war: ", "Sébastien Lecornu", "Sergei Shoigu",
    "https://", "http://www.", "https://mil.ru/", "1h30", "NATO", "Türkiye", "\0france\0", "\0phone\0FRA\0RUS",
)  # fmt: skip
_CSV = (
    ",",
    "\n",
    "\r\n",
    '"',
    '""',
    "==> ",
    " <==\n",
    "contacts/",
    "fra-rus/",
    "reference/",
    *(table.file for table in TABLES),
)
_ADDRESSES = (
    "\0", "localhost", ":5432", "[::1]", "h1:1,h2:2", "/detente", "?", "&", "sslmode=require", "host=/var/run", "port=1", "password=",
    "options=", "%40", "%00", "@", "#", "user=", "dbname=", "sslpassword=", "passfile=",
)  # fmt: skip
_CELLS = (
    "\0\0\0\0", "\0\1\1\1", "\0\2\2\2", "FRA;RUS", "FRA;OSZE;RUS", "fra-rus-2022-10-phone", "fra-rus-c01", "true", "false",
    "media", "both", "third", "any", "syria", "drones", "arms", "18", "17.5", "0", "1", "https://example.org/b", "2022-05-20",
)  # fmt: skip
_COLUMNS = tuple(dict.fromkeys(column.name for table in TABLES for column in table.columns))

_ASKING = (
    "amend\0fra-rus-2022-10-phone\0", "list\0", "gaps\0", "last\0", "claims\0", "history\0", "\0--from\0", "\0--to\0", "\0--by\0person",
    "\0--as-of\0", "\0--known-on\0", "r1", "\0--search\0", "\0--min\0", "180d", "\0--why\0", "\0--date\0", "\0--drop-topic\0",
    "\0--add-source\0", "\0--json", "\0--csv", "\0--include-restricted",
)  # fmt: skip
_EVENTS = (
    "\t", "\n", "040", "041", "042", "043", "044", "036", "125", "164", "999", "Military (France)", "Russia", "Defense / Security Ministry",
    "GOVMIL", "MIL", "FRA", "RUS", "NA", "20140403", "140403", "CONSULT", "phone", "Occupied (x (y))", "https://example.org/a",
)  # fmt: skip
_PACKAGE = (*_CSV, *_COLUMNS, *_DATES, *_WORDS)

TARGETS = {
    target.name: target
    for target in (
        Target("dates", texts.a_date, 504, 30_000, _DATES),
        Target("claims", texts.a_claim, 300, 15_000, (*_CLAIMS, *_DATES, *_WORDS)),
        Target("grammar", texts.a_command_line, 450, 30_000, (*_OPTIONS, *_CLAIMS, *_DATES, *_WORDS)),
        Target("cells", texts.a_cell, 250, 10_000),
        Target("addresses", texts.an_address, 200, 10_000, _ADDRESSES),
        Target("tables", packages.a_table, 280, 20_000, (*_CSV, *_COLUMNS)),
        Target("package-files", packages.a_package_of_files, 5, 450, _PACKAGE, seconds=120, at_once=300),
        Target("package-cells", packages.a_package_of_cells, 5, 900, (*_CELLS, *_DATES, *_WORDS), seconds=120, at_once=300),
        Target("sheets", foreign.a_sheet, 5, 900, (*_CSV, *_COLUMNS, *_DATES, *_WORDS), seconds=120, at_once=300),
        Target("sheet-cells", foreign.a_sheet_of_cells, 5, 900, (*_CELLS, *_DATES, *_WORDS), seconds=120, at_once=300),
        Target("event-data", foreign.event_data, 5, 300, (*_EVENTS, *_DATES), seconds=120, at_once=100),
        Target("commands", commands.a_command, 6, 600, (*_OPTIONS, *_ASKING, *_DATES, *_WORDS), seconds=120, at_once=300),
    )
}
