"""May a workbook be unpacked: is it what it says, of a size that can be read, without anything that expands by itself?"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from detente.errors import RejectedError

_MEGABYTE = 1 << 20
_PIECE = 1 << 20
_OVERLAP = 400
"""Bytes of a piece that are looked at again with the next: what is searched for is shorter."""

MOST_MEMBERS = 2_000
MOST_BYTES = {
    "xl/worksheets/": 1024 * _MEGABYTE,
    "xl/sharedstrings.xml": 256 * _MEGABYTE,
    "xl/media/": 64 * _MEGABYTE,
}
MOST_OF_OTHERS = 16 * _MEGABYTE
"""How large a part may be once it is unpacked: sheets are read row by row, texts kept, all else kept as a tree."""

_EXPANDS = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref=["']([A-Z0-9:$]{2,40})["']""")


@dataclass(slots=True)
class Part:
    """What was seen of a part of a workbook: whether cells calculate, and which are merged (``A1:B2``)."""

    formulas: bool = False
    merged: list[str] = field(default_factory=list)


def looked_through(path: Path) -> dict[str, Part]:
    """Unpacks a workbook once, piece by piece and for nothing, before anything else reads it; gives its parts by name.

    The size that the archive declares is judged first, then the one that it really has. Raises RejectedError for a bomb, for
    XML that declares entities, and for what is no workbook.
    """
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise _refused(path, f"has {len(members):,} parts")
            for member in members:
                _judge(path, member, member.file_size)
            return {member.filename.lstrip("/"): _looked_at(path, archive, member) for member in members}
    # All that the library raises for damage: broken tables and streams, unknown methods, passwords, names that are no text.
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError, ValueError):
        mend = "save it as .xlsx, without a password"
        raise RejectedError(f"{path} is no Excel workbook that can be read", mend=mend) from None
    except OSError as error:
        raise RejectedError(f"{path} cannot be read: {error.strerror}", mend="check its permissions") from None


def _judge(path: Path, member: ZipInfo, size: int) -> None:
    name = member.filename.lstrip("/").lower()
    most = next((most for begins, most in MOST_BYTES.items() if name.startswith(begins)), MOST_OF_OTHERS)
    if size > most:
        raise _refused(path, f"has a part that unpacks to more than {most // _MEGABYTE:,} MB ({member.filename})")


def _looked_at(path: Path, archive: ZipFile, member: ZipInfo) -> Part:
    found, size, before = Part(), 0, b""
    for piece in _pieces(archive, member):
        size += len(piece)
        _judge(path, member, size)
        seen = before + piece
        if member.filename.lower().endswith((".xml", ".rels", ".vml")):
            if _EXPANDS.search(seen) or b"\0" in piece:  # no program writes workbooks in UTF-16, in which this is not seen
                raise _refused(path, f"declares entities ({member.filename})")
            found.formulas = found.formulas or _FORMULA.search(seen) is not None
            found.merged += [match.decode() for match in _MERGED.findall(seen)]
        before = piece[-_OVERLAP:]
    found.merged = list(dict.fromkeys(found.merged))
    return found


def _pieces(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            yield piece


def _refused(path: Path, why: str) -> RejectedError:
    return RejectedError(
        f"{path} is refused: it {why}", mend="a workbook of contacts has nothing of the kind; save the sheet as CSV"
    )
