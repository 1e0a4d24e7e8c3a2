"""How are contacts read from Parquet and written so: typed columns, the lists of a contact nested?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.domain import package
from detente.domain.contacts import Claim, Contact
from detente.domain.tabular import Column, Kind
from detente.errors import RejectedError
from detente.formats.contact_rows import ContactFile
from detente.formats.json_text import json_line
from detente.formats.list_cells import LISTS
from detente.formats.objects import item_of, told_of_object
from detente.formats.reading import How
from detente.formats.told import Told
from detente.formats.writing import draft_of

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 1_000
_MOST_BYTES = 8 << 30
"""What the columns of a file may take once they are unpacked, as the file declares it."""


def _arrow() -> Any:
    """pyarrow; raises RejectedError where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise RejectedError("Parquet needs pyarrow", mend="run: pip install 'detente[parquet]'") from None
    return pyarrow


def contacts_in(path: Path, how: How, file: ContactFile) -> Iterator[Told]:
    """The contacts of a Parquet file, some at a time; the line of each is the number of its row."""
    arrow = _arrow()
    number = 0
    try:
        with arrow.parquet.ParquetFile(path, memory_map=True) as opened:
            told = opened.metadata
            if sum(told.row_group(group).total_byte_size for group in range(told.num_row_groups)) > _MOST_BYTES:
                raise RejectedError(f"{path} unpacks to more than {_MOST_BYTES >> 30} GB", mend="split it")
            for batch in opened.iter_batches(_AT_ONCE):
                for given in batch.to_pylist():
                    number += 1
                    yield from told_of_object(given, number, file)
                how.progress(number, number / max(told.num_rows, 1))
    except OSError as error:
        reason = error.strerror or str(error).splitlines()[0][:100]
        raise RejectedError(f"{path} cannot be read: {reason}", mend="check that it is a Parquet file") from None
    except (arrow.ArrowException, UnicodeDecodeError, ValueError, OverflowError) as error:
        said = (str(error).splitlines() or [""])[0][:100]
        raise RejectedError(f"{path} is no Parquet file that can be read ({said})", mend="write it again") from None


def write_contacts(path: Path, format_name: str, batches: Iterable[list[tuple[Contact, list[Claim]]]]) -> int:
    """Writes contacts to a new file, a few hundred at a time; gives how many."""
    arrow = _arrow()
    schema, count = _schema(arrow), 0
    with draft_of(path) as draft, arrow.parquet.ParquetWriter(draft, schema, compression="zstd") as writer:
        for batch in batches:
            items = [item_of(contact, claims) for contact, claims in batch]
            writer.write_table(arrow.Table.from_pylist(items, schema=schema))
            count += len(batch)
    return count


def _schema(arrow: Any) -> "pa.Schema":
    fields = [arrow.field(column.name, _type(arrow, column)) for column in package.CONTACTS.columns]
    for column in LISTS:
        parts = [arrow.field(part.name, _type(arrow, part)) for part in column.table.columns if part.name != "contact_id"]
        fields.append(arrow.field(column.name, arrow.list_(arrow.struct(parts))))
    return arrow.schema(fields)


def _type(arrow: Any, column: Column) -> Any:
    if column.name == "credibility":
        return arrow.int8()
    return {
        Kind.COUNT: arrow.int32(),
        Kind.NUMBER: arrow.float64(),
        Kind.FLAG: arrow.bool_(),
        Kind.PARTIES: arrow.list_(arrow.string()),
    }.get(column.kind, arrow.string())


def write_items(path: Path, items: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Writes the items of an answer, nested as in JSON; ``columns`` name those of a file without any."""
    arrow = _arrow()
    names = list(dict.fromkeys(name for item in items for name in item))
    found = arrow.table({name: _array(arrow, [item.get(name) for item in items]) for name in names})
    if not items:
        found = _empty(arrow, columns)
    table = found.cast(arrow.schema([arrow.field(field.name, _not_null(arrow, field.type)) for field in found.schema]))
    with draft_of(path) as draft:
        arrow.parquet.write_table(table, draft, compression="zstd")


def _array(arrow: Any, values: list[Any]) -> Any:
    """A column; one whose values are of several types is written as JSON texts."""
    try:
        return arrow.array(values)
    except (arrow.ArrowInvalid, arrow.ArrowTypeError):
        return arrow.array([None if value is None else json_line(value) for value in values], arrow.string())


def _empty(arrow: Any, columns: Sequence[str]) -> Any:
    names = list(dict.fromkeys(column.partition(".")[0] for column in columns))
    return arrow.table({name: arrow.array([], arrow.string()) for name in names})


def _not_null(arrow: Any, kind: Any) -> Any:
    """A type in which nothing was ever stated, as text: few programs know a type of nothing."""
    if arrow.types.is_null(kind):
        return arrow.string()
    if arrow.types.is_list(kind):
        return arrow.list_(_not_null(arrow, kind.value_type))
    if arrow.types.is_struct(kind):
        return arrow.struct([arrow.field(part.name, _not_null(arrow, part.type)) for part in kind])
    return kind
