"""How is a sheet read that was saved as text: CSV with commas or semicolons, TSV, in whichever encoding?"""

import codecs
import csv
import re
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from detente.domain.words import counted
from detente.errors import RejectedError, UsageError
from detente.formats.cells import exact
from detente.formats.contact_rows import ContactFile
from detente.formats.header import KNOWN, plain_name
from detente.formats.reading import EVERY, How
from detente.formats.sheet import Row, told_in
from detente.formats.told import Told
from detente.store.judging import Finding

csv.field_size_limit(10_000_000)

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PIECE = 1 << 20
_LATIN = {
    "cp1250",
    "cp1252",
    "cp1254",
    "cp1257",
    "cp1258",
    "latin_1",
    "iso8859_2",
    "iso8859_9",
    "iso8859_15",
    "mac_roman",
    "cp850",
}
"""Code pages for the Latin alphabet: a short text may be any of them."""
_PUNCTUATION = "\N{NO-BREAK SPACE}«»“”‘’„‚–—…°€"


def contacts_in(path: Path, how: How, file: ContactFile) -> Iterator[Told]:
    """The contacts of a CSV or TSV file.

    Raises RejectedError where nothing tells its encoding, and UsageError where the one that was named is none.
    """
    yield from told_in(_rows(path, how, file), file, how.map)


def _rows(path: Path, how: How, file: ContactFile) -> Iterator[Row]:
    encoding, line, count = _encoding(path, how.encoding), 1, 0
    size = max(path.stat().st_size, 1)
    try:
        with path.open("rb") as raw, TextIOWrapper(raw, encoding, newline="") as text:
            delimiter, line = _delimiter(path, encoding, how)
            for _ in range(line - 1):
                text.readline()
            reader = csv.reader(text, delimiter=delimiter, strict=True)
            before, width = line, 0
            for row in reader:
                width = width or len(row)
                if row and len(row) < width:
                    reason = f"has {counted(len(row), 'cell')} where the header has {width}"
                    file.wrong.append(Finding(file.name, line, "", "", reason))
                else:
                    yield line, row
                line = reader.line_num + before
                count += 1
                if count % EVERY == 0:
                    how.progress(count, raw.tell() / size)
            how.progress(count, 1.0)
    except csv.Error as error:
        file.wrong.append(Finding(file.name, line, "", "", f"the file, from here on, is not CSV: {error}"))
    except UnicodeError:
        file.wrong.append(Finding(file.name, line, "", "", f"the file, from here on, is not {encoding} text"))
    except OSError as error:
        raise RejectedError(f"{path} cannot be read: {error.strerror}", mend="check its permissions") from None


def _delimiter(path: Path, encoding: str, how: How) -> tuple[str, int]:
    """What stands between cells, and the line of the header: a first line ``sep=;`` tells, else the header's columns do."""
    with path.open(encoding=encoding, newline="") as text:
        first = text.readline()
        if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
            return first.strip()[4], 2
        if how.format == "tsv":
            return "\t", 1
        counted = {}
        for delimiter in ",;\t":
            text.seek(0)
            counted[delimiter] = _known(next(csv.reader(text, delimiter=delimiter), []), how)
        return max(counted, key=lambda delimiter: counted[delimiter]), 1


def _known(header: list[str], how: How) -> tuple[int, int]:
    """How many columns of a header are known, and how many there are."""
    mapped = {plain_name(name) for name in how.map.columns}
    names = [plain_name(exact(name)) for name in header]
    return sum(name in KNOWN or name in mapped for name in names), len(names)


def _encoding(path: Path, named: str | None) -> str:
    """The encoding that was named, that a mark at the beginning tells, or UTF-8 if all of the file is that."""
    if named is not None:
        try:
            return codecs.lookup(named).name
        except (LookupError, ValueError):
            raise UsageError(f"--encoding '{named}' is not known", mend="name one such as utf-8, cp1252 or cp1251") from None
    try:
        with path.open("rb") as raw:
            begins = raw.read(4)
            for mark, encoding in _MARKS:
                if begins.startswith(mark):
                    return encoding
            if b"\0" in begins[:2]:  # no heading begins with NUL: every other byte of UTF-16 is one
                return "utf-16-be" if begins[:1] == b"\0" else "utf-16-le"
            raw.seek(0)
            decoder = codecs.getincrementaldecoder("utf-8")()
            try:
                while piece := raw.read(_PIECE):
                    decoder.decode(piece)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                raw.seek(0)
                raise _unsaid(path, raw.read(_PIECE)) from None
            return "utf-8"
    except OSError as error:
        raise RejectedError(f"{path} cannot be read: {error.strerror}", mend="check its permissions") from None


def _unsaid(path: Path, sample: bytes) -> RejectedError:
    """The error for a file that is not UTF-8, with what it may be and how a word of it then reads."""
    encoding = _likely(sample)
    if encoding is None:
        return RejectedError(f"{path} is not UTF-8 text", mend="save it as UTF-8, or name its --encoding")
    text = sample.decode(encoding, "replace")
    word = re.search(r"\w*[^\W\x00-\x7f]\w*", text)
    reads = f", in which a word of it reads '{word[0][:40]}'" if word else ""
    return RejectedError(f"{path} is not UTF-8 text; it may be {encoding}{reads}", mend=f"if so, add --encoding {encoding}")


def _likely(sample: bytes) -> str | None:
    """The encoding that the bytes look like; of those for Latin letters the Western one, unless it makes symbols of some."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    western = sample.decode("cp1252", "replace")
    reads = all(character.isascii() or character.isalpha() or character in _PUNCTUATION for character in western)
    return "cp1252" if reads and best.encoding in _LATIN else best.encoding
