"""Which lines do the files of event data have, read in batches that a machine of any size can hold?"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.errors import NotFoundError, RejectedError

SCHEMA = pa.schema([("file", pa.string()), ("line", pa.int64()), ("text", pa.string()), ("fault", pa.string())])
"""A line as text, or why it is none: then ``text`` is empty."""

NOT_UTF8, TOO_LONG, HAS_NUL = "is not UTF-8 text", "is longer than 1,000,000 bytes", "holds a NUL"
LONGEST = 1_000_000
_CHUNK = 1 << 22
_ARCHIVES = {
    b"\x1f\x8b": ("gzip", "gunzip"),
    b"PK\x03\x04": ("zip", "unzip"),
    b"BZh": ("bzip2", "bunzip2"),
    b"\xfd7zXZ\x00": ("xz", "unxz"),
    b"\x28\xb5\x2f\xfd": ("zstd", "unzstd"),
}


def files_of(path: Path) -> list[Path]:
    """The file ``path``, or the files that stand in the folder ``path``, by name; hidden ones and folders aside.

    Raises NotFoundError where there is none, RejectedError for an archive: archives are not unpacked here, because one of a
    few bytes may hold more than a disk.
    """
    try:
        found = [path] if path.is_file() else []
        if path.is_dir():
            found = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        if not found:
            raise NotFoundError(f"no file {path}", mend="name a file of event data, or a folder of them")
        for file in found:
            _refuse_archive(file)
    except OSError as error:
        raise NotFoundError(f"{path} cannot be read: {error.strerror}", mend="name a file that may be read") from None
    return found


def _refuse_archive(file: Path) -> None:
    with file.open("rb") as content:
        beginning = content.read(6)
    for mark, (kind, program) in _ARCHIVES.items():
        if beginning.startswith(mark):
            raise RejectedError(f"{file} is packed ({kind})", mend=f"unpack it first: {program} {file.name}")


class Lines:
    """The lines of files, read anew each time that an engine asks for them; blank ones are left out."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        """A stream of batches, as the Arrow PyCapsule interface hands one over."""
        return pa.RecordBatchReader.from_batches(SCHEMA, self.batches()).__arrow_c_stream__(requested_schema)

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The lines in batches of some megabytes each."""
        for file in self._files:
            for first, block in _blocks(file):
                yield _batch(file.name, first, block.removeprefix(_MARK) if first == 1 else block)


_MARK = b"\xef\xbb\xbf"


def _blocks(file: Path) -> Iterator[tuple[int, bytes]]:
    """The number of the first line, from 1, and some whole lines; of an overlong line only its beginning is kept."""
    number, rest = 1, b""
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            whole, end, last = chunk.rpartition(b"\n")
            if not end:  # in the midst of a line: more of it than the longest that is taken is not needed
                rest = (rest + last)[: LONGEST + 1]
                continue
            yield number, rest + whole
            number += whole.count(b"\n") + 1
            rest = last[: LONGEST + 1]
    if rest:
        yield number, rest


def _batch(name: str, first: int, block: bytes) -> pa.RecordBatch:
    """The lines of a block, blank ones left out: read together, but one by one where something is wrong with any of them."""
    texts = _read_together(block)
    faults = pa.nulls(0 if texts is None else len(texts), pa.string())
    if texts is None:
        read = [_read(line) for line in block.split(b"\n")]
        texts, faults = (pa.array(found, pa.string()) for found in zip(*read, strict=True))
    numbers = pa.array(range(first, first + len(texts)), pa.int64())
    names = pa.array([name], pa.string()).take(pa.array([0] * len(texts)))
    batch = pa.record_batch([names, numbers, texts, faults], schema=SCHEMA)
    return batch.filter(pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(texts), ""), True))


def _read_together(block: bytes) -> pa.Array | None:
    """The lines of a block as text; None where one of them is none, so that each has to be looked at."""
    if b"\0" in block:
        return None
    try:
        text = pa.array([block.replace(b"\r\n", b"\n").removesuffix(b"\r")], pa.binary()).cast(pa.string())
    except pa.ArrowInvalid:
        return None
    lines = pc.split_pattern(text, "\n").flatten()
    return lines if pc.max(pc.binary_length(lines)).as_py() <= LONGEST else None


def _read(line: bytes) -> tuple[str | None, str | None]:
    """The text of a line without its end, or what is wrong with it."""
    if len(line) > LONGEST:
        return None, TOO_LONG
    if b"\0" in line:
        return None, HAS_NUL
    try:
        return line.decode("utf-8").removesuffix("\r"), None
    except UnicodeDecodeError:
        return None, NOT_UTF8


def first_line(file: Path) -> str:
    """The first line of a file, as text; what is no UTF-8 is replaced."""
    with file.open("rb") as content:
        return content.readline(LONGEST).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").rstrip("\r\n")
