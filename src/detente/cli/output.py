"""How an answer is shown: a table for people, JSON or CSV for programs; the only writer of stdout."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from detente.cli.failure import note
from detente.cli.screen import PLAIN_WIDTH, canvas, draws_with_ascii, in_ascii
from detente.cli.tables import Canvas
from detente.cli.visible import visible
from detente.errors import RejectedError, UsageError

Item = Mapping[str, object]
Picture = Callable[[Canvas], str]
"""Draws an answer for people."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found. ``columns`` are the keys that CSV shows, ``from.date`` for a key inside another.

    ``as_of`` is an ISO day; ``picture`` draws the answer for people.
    """

    command: str
    as_of: str | None
    selection: Item | None
    items: Sequence[Item]
    columns: tuple[str, ...]
    picture: Picture
    summary: Item = field(default_factory=dict)


class Made(Sequence[Item]):
    """Items that are made when they are looked at: kept all at once, those of a million gaps take a gigabyte."""

    def __init__(self, things: Sequence[Any], item: Callable[[Any], Item]) -> None:
        self._things = things
        self._item = item

    def __len__(self) -> int:
        return len(self._things)

    def __getitem__(self, place: Any) -> Any:
        return Made(self._things[place], self._item) if isinstance(place, slice) else self._item(self._things[place])

    def __iter__(self) -> Iterator[Item]:
        return map(self._item, self._things)


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "txt"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Form:
    """What was asked for by --json, --csv and -o; ``file`` None is stdout."""

    format: Format = Format.TEXT
    file: Path | None = None


_ENDINGS = ", ".join(f".{format}" for format in Format if format is not Format.TEXT) + " or .txt"


def form_of(as_json: bool, as_csv: bool, file: str | None) -> Form:
    """The form that the options ask for; raises UsageError where they contradict each other."""
    flags = [Format.JSON] * as_json + [Format.CSV] * as_csv
    if len(flags) == 2:
        raise UsageError("--json and --csv exclude each other", mend="give one of them")
    if file is None:
        return Form(flags[0] if flags else Format.TEXT)
    ending = Path(file).suffix.lower().removeprefix(".")
    if ending not in tuple(Format):
        raise UsageError(f"-o {file} has no ending that names a format", mend=f"end it with {_ENDINGS}")
    if flags and flags[0] != ending:
        raise UsageError(f"-o {file} and --{flags[0]} contradict each other", mend="give one of them")
    return Form(Format(ending), Path(file))


def emit(answer: Answer, form: Form) -> None:
    """Writes ``answer`` in the form asked for; a file is complete or not there."""
    if form.file is not None and form.format not in (Format.TEXT, Format.JSON, Format.CSV):
        from detente.formats.answers import write_items

        write_items(form.file, form.format.value, answer.items, answer.columns, title=answer.command)
        note(f"wrote {form.file}")
        return
    if form.format is Format.TEXT:
        text = answer.picture(Canvas(PLAIN_WIDTH, False) if form.file else canvas())
    else:
        text = as_json(answer) if form.format is Format.JSON else as_csv(answer)
    if form.file is not None:
        _write_file(form.file, text)
        note(f"wrote {form.file}")
    elif form.format is Format.TEXT:
        _show(in_ascii(text) if draws_with_ascii() else text)
    else:
        # A terminal obeys what stands in a CSV cell; a file has to keep it.
        write(visible(text) if form.format is Format.CSV and sys.stdout.isatty() else text)


def _show(text: str) -> None:
    """Writes what is for people, page by page where it is longer than the terminal."""
    if sys.stdout.isatty():
        from detente.cli.paging import paged

        if paged(text):
            return
    write(text)


def emit_text(text: str, file: Path | None) -> None:
    """Writes what is in a format of its own: to a file, which is complete or not there, or to stdout."""
    if file is None:
        write(visible(text) if sys.stdout.isatty() else text)
    else:
        _write_file(file, text)
        note(f"wrote {file}")


def write(text: str) -> None:
    """Writes ``text`` to stdout as UTF-8, a newline after it if there is none; a reader that has gone is no error.

    Raises RejectedError where it cannot be written, as on a full disk.
    """
    line_end = "" if text.endswith("\n") or not text else "\n"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write((text + line_end).encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        stop_writing()
        if not isinstance(error, BrokenPipeError):
            mend = "what the command changed stays changed; make room, or name a file elsewhere"
            raise RejectedError(f"the answer cannot be written: {error.strerror}", mend=mend) from None


def stop_writing() -> None:
    """Gives up on stdout, which failed: what Python flushes when it ends would fail again, and loudly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def as_json(answer: Answer) -> str:
    """One object, its keys in the documented order."""
    from detente.formats.json_text import SCHEMA, json_text

    envelope = {
        "schema": SCHEMA,
        "command": answer.command,
        "as_of": answer.as_of,
        "selection": answer.selection,
        "items": list(answer.items),
        "summary": answer.summary,
    }
    return json_text(envelope)


def as_csv(answer: Answer) -> str:
    """One line an item, of its columns."""
    from detente.formats.csv_text import csv_text

    return csv_text(answer.items, answer.columns)


def _write_file(path: Path, text: str) -> None:
    from detente.formats.writing import whole_file

    with whole_file(path) as file:
        file.write(text if text.endswith("\n") else f"{text}\n")
