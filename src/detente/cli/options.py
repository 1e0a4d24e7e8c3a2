"""What may be asked of every command alike: the selection, the store, the form of the answer."""

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from detente.errors import NotFoundError

if TYPE_CHECKING:
    from detente.cli.output import Form
    from detente.domain.days import Day
    from detente.domain.selection import Selection
    from detente.store.opening import Store

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE|URL",
        help="The store; default: DETENTE_DB, else that of detente.toml, else record.db in your data folder.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="Answer as on this day; default: today, or as detente.toml says.", show_default=False
    ),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        "--known-on",
        metavar="DAY",
        help="Answer from the record as it stood at the end of DAY (UTC); also a time, or a revision: r17.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
OutFile = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE: .json, .csv, .tsv, .xlsx, .jsonl, .parquet or .txt.",
        show_default=False,
    ),
]
Restricted = Annotated[bool, typer.Option("--include-restricted", help="Include what is not public.")]
Words = list[str] | None
EVERY = "all"
"""Stands for no party in particular where detente.toml names some."""


def usual(ctx: typer.Context, named: Words) -> Words:
    """The parties named, else those of detente.toml; nothing for ``all``."""
    if ctx.resilient_parsing:  # somebody is completing a line
        return named
    if named and [name.casefold() for name in named] == [EVERY]:
        return None
    return named or _settled_parties()


class Settled(str):
    """A party that nobody named, but a file or the environment; ``origin`` is which."""

    __slots__ = ("origin",)
    origin: str


def _settled_parties() -> Words:
    from detente.store.configuration import configured

    found = configured("parties")
    if found is None or not isinstance(found.value, tuple) or not found.value:
        return None
    named: list[str] = []
    for name in found.value:
        settled = Settled(name)
        settled.origin = found.origin
        named.append(settled)
    return named


Parties = Annotated[Words, typer.Argument(metavar="[PARTY]...", help="Contacts of all parties named.", show_default=False)]
Usual = Annotated[
    Words,
    typer.Argument(
        metavar="[PARTY]...",
        help="Contacts of all parties named; default: those of detente.toml, if any, else all.",
        show_default=False,
        callback=usual,
    ),
]
Per = Annotated[str, typer.Option("--per", metavar="month|quarter|year", help="How long a period is.")]


def choice(flag: str, metavar: str, help_text: str) -> Any:
    """An option that may be given several times."""
    return Annotated[Words, typer.Option(flag, metavar=metavar, help=help_text, show_default=False)]


def one(flag: str, metavar: str, help_text: str) -> Any:
    """An option with a value."""
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=help_text, show_default=False)]


_SHARED: dict[str, tuple[Any, object]] = {
    "channel": (
        choice("--channel", "WORD", "phone, video, hotline, in-person, letter, other; call: the first three. Repeatable."),
        None,
    ),
    "level": (choice("--level", "WORD", "minister, deputy-minister, chief-of-defence, official. Repeatable."), None),
    "setting": (choice("--setting", "WORD", "bilateral, sidelines, multilateral, 2+2. Repeatable."), None),
    "substance": (choice("--substance", "WORD", "talks, courtesy. Repeatable."), None),
    "topic": (choice("--topic", "TOPIC", "A topic and the narrower ones below it. Repeatable."), None),
    "person": (choice("--person", "NAME", "Somebody who took part. Repeatable."), None),
    "status": (
        choice(
            "--status", "WORD", "held, planned, requested, declined, unanswered, cancelled, postponed, disputed. Repeatable."
        ),
        None,
    ),
    "from_": (one("--from", "DATE", "From the first day of DATE on."), None),
    "to": (one("--to", "DATE", "Up to the last day of DATE."), None),
    "by": (one("--by", "office|person", "Whose series: of two offices, or of two people."), None),
    "as_of": (AsOf, None),
    "known_on": (KnownOn, None),
    "include_restricted": (Restricted, False),
    "db": (Db, None),
    "json": (AsJson, False),
    "csv": (AsCsv, False),
    "output": (OutFile, None),
}

CHOOSING = (
    "channel", "level", "setting", "substance", "topic", "person", "status", "from_", "to", "by", "as_of", "known_on",
    "include_restricted",
)  # fmt: skip
"""The options that make a selection."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The shared options as they were typed; those that a command does not take have their defaults."""

    channel: Words = None
    level: Words = None
    setting: Words = None
    substance: Words = None
    topic: Words = None
    person: Words = None
    status: Words = None
    from_: str | None = None
    to: str | None = None
    by: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    include_restricted: bool = False
    db: str | None = None
    json: bool = False
    csv: bool = False
    output: str | None = None

    def form(self) -> "Form":
        """The form of the answer; raises UsageError where options contradict each other."""
        from detente.cli.output import form_of

        return form_of(self.json, self.csv, self.output)

    def store(self, *, to_write: bool = False) -> "Store":
        """The store asked for, open, as it stood at the moment of --known-on; raises StoreError or UsageError."""
        from detente.store.opening import open_store

        store = open_store(self.db, to_write=to_write)
        if self.known_on is None:
            return store
        from detente.cli.failure import note
        from detente.store.knowing import as_known_on, read_moment

        with store:
            known, number = as_known_on(store, read_moment(self.known_on))
        note(f"as known on {self.known_on}: revision {number}")
        return known

    def day(self) -> "Day":
        """The as-of day: the one given, else that of --known-on, else what detente.toml says, else today."""
        from detente.cli.answer_day import answer_day

        return answer_day(self.as_of, self.known_on, today())

    def selection(self, store: "Store", parties: Sequence[str] = ()) -> "Selection":
        """The selection of contacts of all ``parties`` named; raises UsageError, or NotFoundError for an unknown name.

        Where they were not named, a note says who they are once they are found.
        """
        from detente.store.selecting import Wanted, selection

        wanted = Wanted(
            channel=self.channel or (),
            level=self.level or (),
            setting=self.setting or (),
            substance=self.substance or (),
            topic=self.topic or (),
            person=self.person or (),
            status=self.status or (),
            from_=self.from_,
            to=self.to,
            by=self.by,
            include_restricted=self.include_restricted,
            known_on=self.known_on,
        )
        settled = next((name for name in parties if isinstance(name, Settled)), None)
        try:
            made = selection(store, wanted, parties, as_of=self.day(), mark="--")
        except NotFoundError as error:
            if settled is None:
                raise
            raise NotFoundError(f"{error.reason}, of whom {settled.origin} speaks", mend=error.mend) from None
        if settled is not None:
            from detente.cli.failure import note

            note(f"of {' '.join(parties)}, as {settled.origin} says; for every party: {EVERY}")
        return made


Command = Callable[..., None]


def taking(options: Mapping[str, tuple[Any, object]]) -> Callable[[Command], Command]:
    """Gives a command the options of a table (name: annotation and default); their values are its first argument."""

    def taken(command: Command) -> Command:
        own = [parameter.replace(kind=_BY_NAME) for parameter in list(inspect.signature(command).parameters.values())[1:]]
        added = [inspect.Parameter(name, _BY_NAME, default=value, annotation=kind) for name, (kind, value) in options.items()]

        @wraps(command)
        def called(**given: Any) -> None:
            command({name: given.pop(name) for name in options}, **given)

        called.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]  # what typer reads
        called.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *added]}
        del called.__wrapped__  # or typer would read the signature of the command itself
        return called

    return taken


_BY_NAME = inspect.Parameter.KEYWORD_ONLY


def asking(*, without: Collection[str] = ()) -> Callable[[Command], Command]:
    """Gives a command the shared options, but for those named; it receives them as its first argument, an ``Asked``."""

    def asked(command: Command) -> Command:
        @wraps(command)
        def called(given: dict[str, Any], **own: Any) -> None:
            if given.get("include_restricted"):
                from detente.cli.failure import note

                note("what follows includes what is not public")
            if "as_of" in without:  # it answers of no day, and what detente.toml says of one is not for it
                given["as_of"] = date.fromordinal(today()).isoformat()
            command(Asked(**given), **own)

        return taking({name: option for name, option in _SHARED.items() if name not in without})(called)

    return asked


def today() -> "Day":
    """The local date: read here and nowhere else."""
    return date.today().toordinal()


def known_today() -> str:
    """The UTC day on which the record is asked, as --known-on takes it."""
    return datetime.now(UTC).date().isoformat()


Word = TypeVar("Word", bound=StrEnum)


def word(flag: str, text: str, vocabulary: type[Word]) -> Word:
    """The word of a vocabulary that ``text`` is; raises UsageError with those allowed."""
    from detente.domain.asked import word as meant

    return meant(flag, text, vocabulary)
