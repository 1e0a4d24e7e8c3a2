"""How are contacts read from JSON Lines and written so: one object a line, the item of ``detente show --json``?"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.domain.contacts import Claim, Contact
from detente.errors import RejectedError
from detente.formats.contact_rows import ContactFile
from detente.formats.json_text import json_line
from detente.formats.objects import item_of, told_of_object
from detente.formats.reading import EVERY, How
from detente.formats.told import Told
from detente.formats.writing import whole_file
from detente.store.judging import Finding

_MOST_OF_LINE = 64 << 20
"""Bytes of a line, which is kept in memory."""


def contacts_in(path: Path, how: How, file: ContactFile) -> Iterator[Told]:
    """The contacts of a file of JSON Lines; a line that is no JSON goes to ``file.wrong``, empty lines count for nothing."""
    size = max(path.stat().st_size, 1)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(iter(lambda: lines.readline(_MOST_OF_LINE), b""), 1):
                if line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield from _told(line, number, file)
                if number % EVERY == 0 or lines.tell() == size:
                    how.progress(number, lines.tell() / size)
    except OSError as error:
        raise RejectedError(f"{path} cannot be read: {error.strerror}", mend="check its permissions") from None


def _told(line: bytes, number: int, file: ContactFile) -> Iterator[Told]:
    try:
        given = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
    except UnicodeDecodeError:
        file.wrong.append(Finding(file.name, number, "", "", "is not UTF-8 text"))
    except (ValueError, RecursionError) as error:
        file.wrong.append(Finding(file.name, number, "", "", f"is not JSON: {str(error)[:120]}"))
    else:
        yield from told_of_object(given, number, file)


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def write_contacts(path: Path, format_name: str, batches: Iterable[list[tuple[Contact, list[Claim]]]]) -> int:
    """Writes contacts to a new file; gives how many."""
    count = 0
    with whole_file(path) as file:
        for batch in batches:
            file.writelines(f"{json_line(item_of(contact, claims))}\n" for contact, claims in batch)
            count += len(batch)
    return count
