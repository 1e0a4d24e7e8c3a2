"""How is a file to be read, or written: what was asked for besides its name?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import NotFoundError
from detente.store.staging import StagedFile

Progress = Callable[[int, float | None], None]
"""Is told how many rows were read or written so far, and which share of the whole that is (None: not known)."""


def unseen(rows: int, share: float | None) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What a file calls our columns and words.

    ``columns`` are its headers → our columns (empty: a column to leave out); ``constants`` what holds for every row;
    ``values`` per column of ours, the file's word → ours; ``dates`` is ``day-first``, ``month-first`` or a pattern of
    ``strptime``, None where dates are ISO or EDTF; ``separator`` stands between the parts of a list; ``name`` is what the map
    is called where something in it is wrong.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dates: str | None = None
    separator: str = ";"
    name: str = field(default="the map", compare=False)

    @property
    def given(self) -> bool:
        """Whether somebody wrote one: it says something."""
        return bool(self.columns or self.constants or self.values)


@dataclass(frozen=True, slots=True)
class How:
    """What was asked for; ``today`` is the as-of day. ``format`` is a name of ``FORMATS``."""

    format: str
    today: int
    dry_run: bool = False
    overwrite: bool = False
    encoding: str | None = None
    sheet: str | None = None
    map: ColumnMap = field(default_factory=ColumnMap)
    progress: Progress = unseen


@dataclass(frozen=True, slots=True)
class Whither:
    """How something is to be written; ``format`` is a name of ``FORMATS``, ``today`` the day on which it is."""

    format: str
    today: int
    progress: Progress = unseen


EVERY = 200
"""After how many rows progress is told."""


def watched(folder: Path, files: Iterable[StagedFile], progress: Progress) -> Iterator[StagedFile]:
    """The files of a package, each telling of its rows as they are read; the share is that of the bytes of the files."""
    if progress is unseen:
        yield from files
        return
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*.csv") if path.is_file()}
    whole, before, count = max(sum(sizes.values()), 1), 0, 0

    def rows(staged: StagedFile) -> Iterator[tuple[int, Sequence[str]]]:
        nonlocal count
        read = 0
        for row in staged.rows:
            yield row
            count += 1
            read += sum(map(len, row[1])) + len(row[1])
            if count % EVERY == 0:
                progress(count, min(before + read, before + sizes.get(staged.file, 0)) / whole)

    for staged in files:
        yield StagedFile(staged.table, staged.file, staged.slug, rows(staged))
        before += sizes.get(staged.file, 0)
        progress(count, before / whole)


def there(path: Path) -> Path:
    """``path``, if it is a file; raises NotFoundError."""
    try:
        if path.is_file():
            return path
        raise NotFoundError(f"no file {path}", mend="name a file, or the folder of a record package")
    except OSError as error:
        raise NotFoundError(f"{path} cannot be read: {error.strerror}", mend="name another file") from None
