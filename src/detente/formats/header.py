"""Which of our columns does each heading of a sheet stand for, and what may one mean that stands for none?"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from detente.formats.cells import exact
from detente.formats.contact_rows import ContactFile
from detente.formats.list_cells import LISTS
from detente.formats.reading import ColumnMap
from detente.formats.told import ALSO, COLUMNS, NEEDED, ONE_PARTY
from detente.store.judging import Finding

_OF_LISTS = tuple(column.name for column in LISTS)
KNOWN = (*COLUMNS, *_OF_LISTS, *ALSO)
SHEET_COLUMNS = (*COLUMNS, *_OF_LISTS)
"""The columns that a sheet is written with."""

_IN_SEVERAL = {"parties", *_OF_LISTS, *(short for short, ours in ALSO.items() if ours in _OF_LISTS)}
"""Lists, which may be spread over columns."""

_PARTY = (*ONE_PARTY, "country", "party", "state", "nation", "side", "actor")
"""What heads one of several columns with a party each."""

_PROPOSED = {
    **dict.fromkeys(("type", "kind", "form", "mode", "medium"), "channel"),
    **dict.fromkeys(("day", "when"), "date"),
    **dict.fromkeys(("countries", "states", "sides", "actors"), "parties"),
    **dict.fromkeys(("subject", "description"), "summary"),
    **dict.fromkeys(("remarks", "comment", "comments", "notes"), "note"),
    **dict.fromkeys(("url", "link", "links"), "sources"),
    **dict.fromkeys(("location", "city", "venue"), "place"),
}
"""What sheets often call our columns: proposed, never taken."""


def columns_of(line: int, header: Sequence[str], file: ContactFile, by: ColumnMap) -> list[str] | None:
    """Our name for each column, empty for those left out; None where the header is wrong, which is then reported."""
    mapped = {plain_name(theirs): ours for theirs, ours in by.columns.items()}
    named = [mapped.get(plain_name(exact(name)), plain_name(exact(name))) for name in header]
    called: dict[str, list[str]] = {}
    for theirs, ours in zip(header, named, strict=True):
        called.setdefault(ours, []).append(theirs)
    wrong = [name for name, ours in zip(header, named, strict=True) if ours and ours not in KNOWN]
    proposed = _proposed(wrong, set(named))
    there = {"", *named, *by.constants, *proposed.values()}
    said = [_unknown(proposed, file.name)] if wrong else []
    if "contact_id" not in named and (lacking := [name for name in NEEDED if name not in there]):
        said.append(_lacking(lacking))
    said += [_twice(ours, names) for ours, names in called.items() if ours and ours not in _IN_SEVERAL and len(names) > 1]
    file.wrong.extend(Finding(file.name, line, "", "", reason) for reason in said)
    file.headers.update({ours: ", ".join(names) for ours, names in called.items() if ours})
    for short, ours in ALSO.items():
        if short in file.headers:
            file.headers.setdefault(ours, file.headers[short])
    return None if said else named


def plain_name(name: str) -> str:
    """A name of a column as it is compared: ``Contact ID`` is ``contact_id``."""
    return "_".join(name.replace("-", " ").casefold().split())


def _proposed(names: Sequence[str], there: set[str]) -> dict[str, str]:
    """What each heading that is not known may be; empty where nothing suggests it, or where that is there already."""
    stems = {name: re.sub(r"_?(\d|[ab])$", "", plain_name(name)) for name in names}
    several = {stem for stem, count in Counter(stems.values()).items() if count > 1}
    found: dict[str, str] = {}
    for name, stem in stems.items():
        numbered = stem in several and stem != plain_name(name)
        near = get_close_matches(stem if numbered else plain_name(name), KNOWN, 1, 0.75)
        ours = "parties" if numbered and stem in _PARTY else _PROPOSED.get(plain_name(name), near[0] if near else "")
        taken = there | set(found.values()) if ours not in _IN_SEVERAL else set()
        found[name] = "" if ours in taken or (numbered and ours not in _IN_SEVERAL) else ours
    return found


def _unknown(proposed: Mapping[str, str], file: str) -> str:
    """What is said of headings that are not known: which column each may be, and the map that says so."""
    several = len(proposed) > 1
    meant = [f"{ours} for {name}" if several else ours for name, ours in proposed.items() if ours]
    mend = f"did you mean {', '.join(meant)}? Correct the sheet, or say it in a map" if meant else "leave out, or map"
    columns = ", ".join(f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(ours)}" for name, ours in proposed.items())
    by = f'detente import {file} --map map.toml, where map.toml says columns = {{{columns}}} ("" leaves one out)'
    return f"the header has the unknown column{'s' if several else ''} {', '.join(proposed)}; {mend}: {by}"


def _lacking(names: Sequence[str]) -> str:
    mend = "name a column so, say in a map (--map) which one it is, or say there for every row"
    return f'the header lacks {", ".join(names)}; {mend}: constants = {{{names[0]} = "…"}}'


def _twice(ours: str, names: Sequence[str]) -> str:
    shown = "" if len(set(names)) == 1 else f" ({', '.join(names)})"
    return f"the header names the column {ours} {'twice' if len(names) == 2 else 'more than once'}{shown}; leave one out"
