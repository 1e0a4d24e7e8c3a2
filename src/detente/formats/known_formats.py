"""Which formats are there, by what names and endings, and where is each read and written?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from detente.errors import UsageError


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, and ``module:function`` of what reads and what writes it, below this package.

    A reader is called with (store, path, ``How``) and gives an ``ImportReport``; a writer with (store, path, ``Selection``,
    ``Whither``) and gives an ``ExportReport``. Empty: it cannot be read, or written.
    ``options`` are those of import that go with it, besides what goes with every format.
    """

    words: str
    endings: tuple[str, ...] = ()
    reads: str = ""
    writes: str = ""
    options: tuple[str, ...] = ()


FOLDER = "package"
"""The format of a folder."""

_CONTACTS = ("contact_files:import_contacts", "contact_files:export_contacts")
_FOR_OTHERS = "outgoing:export_for_others"
_SHEET = ("--map", "--dates")

FORMATS: dict[str, Format] = {
    FOLDER: Format("record package", (), "packages_in:import_folder", "packages_in:export_folder"),
    "csv": Format("CSV", (".csv",), *_CONTACTS, ("--encoding", *_SHEET)),
    "tsv": Format("TSV", (".tsv", ".tab"), *_CONTACTS, ("--encoding", *_SHEET)),
    "xlsx": Format("Excel workbook", (".xlsx",), *_CONTACTS, ("--sheet", *_SHEET)),
    "jsonl": Format("JSON Lines", (".jsonl", ".ndjson"), *_CONTACTS),
    "parquet": Format("Parquet", (".parquet",), *_CONTACTS),
    "timelinejs": Format("TimelineJS", (), "", _FOR_OTHERS),
    "icalendar": Format("iCalendar", (".ics",), "", _FOR_OTHERS),
    "csl-json": Format("CSL-JSON", (".csl",), "", _FOR_OTHERS),
    "plover": Format("PLOVER", (), "", _FOR_OTHERS),
    "cameo": Format("CAMEO", (), "", _FOR_OTHERS),
}
"""Every format by its name, as --as takes it. A further one is a line here, and a module."""


def format_of(path: Path, named: str | None, *, to_write: bool, besides: Sequence[str] = ()) -> str:
    """The name of the format that is meant: the one ``named``, else that of the ending, else a folder's.

    Raises UsageError for a name or an ending that is none, or one that cannot be read or written; ``besides`` are the names
    of formats that are dealt with elsewhere.
    """
    able = [name for name, one in FORMATS.items() if (one.writes if to_write else one.reads)]
    doing = "written" if to_write else "read"
    if named is not None:
        if named.lower() not in able:
            raise UsageError(f"--as '{named}' cannot be {doing}", mend=f"one of {', '.join((*able, *besides))}")
        return named.lower()
    try:
        if path.is_dir() or not path.suffix:
            return FOLDER
    except OSError:  # a name that no system takes: whoever opens it says so
        return FOLDER
    ending = path.suffix.lower()
    for name in able:
        if ending in FORMATS[name].endings:
            return name
    endings = ", ".join(one for name in able for one in FORMATS[name].endings)
    raise UsageError(f"{path} has no ending that tells its format", mend=f"end it with {endings}, or name the format with --as")


def function_at(place: str) -> Callable[..., Any]:
    """What reads or writes a format, loaded now."""
    module, _, name = place.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"detente.formats.{module}"), name)
    return function
