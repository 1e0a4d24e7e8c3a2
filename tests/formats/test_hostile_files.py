"""Files made to do harm, or broken: refused in one line, quickly, and nothing of them is kept."""

import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from detente.errors import RejectedError
from detente.formats import unpacking
from detente.formats.unpacking import looked_through
from detente.store.opening import Store
from tests.formats.test_contact_files import read, refused
from tests.formats.test_package import rows_of

SHEET = "xl/worksheets/sheet1.xml"


def workbook(folder: Path, **parts: str | bytes) -> Path:
    """A workbook with a contact, of which some parts (``SHEET`` …) are replaced, or are there besides."""
    path, changed = folder / "book.xlsx", folder / "changed.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("date", "channel", "parties"), ("2023-04-03", "phone", "FRA;RUS")):
        sheet.append(row)
    book.save(path)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename not in parts:
                new.writestr(member.filename, old.read(member))
        for name, content in parts.items():
            new.writestr(name, content)
    return changed


def declared(path: Path, name: str, size: int) -> Path:
    """The archive with another size declared for a part, in both of its places."""
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        real = archive.getinfo(name).file_size.to_bytes(4, "little")
    encoded = name.encode()
    assert content.count(real) >= 2
    for place in [n for n in range(len(content)) if content.startswith(encoded, n)]:
        for offset in (place - 8, place - 22):  # sizes stand before the name: 8 bytes in the local head, 22 in the directory
            if content[offset : offset + 4] == real:
                content = content[:offset] + size.to_bytes(4, "little") + content[offset + 4 :]
    path.write_bytes(content)
    return path


def test_the_workbook_of_these_tests_is_good(empty: Store, tmp_path: Path) -> None:
    assert read(empty, workbook(tmp_path)).added == {"contacts": 1}


def test_a_bomb_is_refused_by_the_size_it_declares(empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it is unpacked."""
    path = workbook(tmp_path, **{"xl/bomb.xml": b" " * (unpacking.MOST_OF_OTHERS + 1)})
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(unpacking, "_looked_at", lambda *given: pytest.fail("it was unpacked"))
    with pytest.raises(RejectedError, match=r"is refused: it has a part that unpacks to more than 16 MB \(xl/bomb.xml\)"):
        read(empty, path)


@pytest.mark.parametrize("size", [10, 100_000])
def test_a_bomb_that_declares_less_than_it_holds(empty: Store, tmp_path: Path, size: int) -> None:
    path = workbook(tmp_path, **{"xl/bomb.xml": b" " * (3 * unpacking.MOST_OF_OTHERS)})
    declared(path, "xl/bomb.xml", size)
    tracemalloc.start()
    with pytest.raises(RejectedError, match="is no Excel workbook that can be read"):
        read(empty, path)
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


def test_many_parts(empty: Store, tmp_path: Path) -> None:
    with pytest.raises(RejectedError, match=r"it has 3,\d\d\d parts"):
        read(empty, workbook(tmp_path, **{f"xl/{n}.xml": "" for n in range(3_000)}))


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "xml",
    [
        f'<?xml version="1.0"?>{LAUGHS}<worksheet>&b;</worksheet>',
        f'<?xml version="1.0"?>{" " * (1 << 20)}{LAUGHS}<worksheet>&b;</worksheet>',  # across two pieces
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>',
        f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<worksheet>&b;</worksheet>'.encode("utf-16"),
    ],
)
def test_entities_are_refused(empty: Store, tmp_path: Path, xml: str | bytes) -> None:
    with pytest.raises(RejectedError, match="it declares entities"):
        read(empty, workbook(tmp_path, **{SHEET: xml}))


HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def test_dimensions_beyond_all_measure(empty: Store, tmp_path: Path) -> None:
    """A sheet that says it is as large as can be, with a cell in its last corner, is read at once; one beyond is refused."""
    first = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{name}</t></is></c>'
        for c, name in zip("ABC", ("date", "channel", "parties"), strict=True)
    )
    start = time.perf_counter()
    xml = f'{HEAD}<dimension ref="A1:XFD1048576"/><sheetData><row r="1">{first}</row></sheetData></worksheet>'
    assert read(empty, workbook(tmp_path, **{SHEET: xml})).added == {}
    xml = f'{HEAD}<sheetData><row r="1">{first}</row><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(RejectedError, match="has more than 1,048,576 rows"):
        read(empty, workbook(tmp_path, **{SHEET: xml}))
    xml = f'{HEAD}<sheetData><row r="1">{first}<c r="ZZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(RejectedError, match="is no Excel workbook that can be read"):
        read(empty, workbook(tmp_path, **{SHEET: xml}))
    assert time.perf_counter() - start < 60


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"date,channel\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_what_is_no_such_file(empty: Store, tmp_path: Path, ending: str, content: bytes) -> None:
    path = tmp_path / f"broken.{ending}"
    path.write_bytes(content)
    before = rows_of(empty)
    with pytest.raises(RejectedError) as error:
        read(empty, path)
    assert "\n" not in str(error.value)
    assert rows_of(empty) == before


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_workbook_of_which_a_part_is_missing(empty: Store, tmp_path: Path, share: float) -> None:
    path = workbook(tmp_path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(RejectedError, match="is no Excel workbook"):
        read(empty, path)


def test_a_workbook_without_its_parts(empty: Store, tmp_path: Path) -> None:
    for part in ("xl/workbook.xml", "[Content_Types].xml", SHEET):
        with pytest.raises(RejectedError, match="is no Excel workbook that can be read"):
            read(empty, workbook(tmp_path, **{part: "<x/>" if part != SHEET else "<x"}))


JSON = [
    ("{", "is not JSON"),
    ("[1]", "is no object"),
    ("null", "is no object"),
    ("[" * 100_000, "is not JSON"),
    ('{"date": NaN}', "is not JSON: NaN is no number"),
    ('{"date": "2023", "date": "2024"}', "is not JSON: a key stands twice"),
    ('{"colour": "red"}', "colour '': is no key of a contact"),
    ('{"parties": "FRA;RUS", "date": ["2023"]}', "date '['2023']': is no value of date"),
    ('{"sources": "x"}', "sources 'x': is no list of objects"),
    ('{"sources": ["x"]}', "sources[0] 'x': is no object"),
    ('{"sources": [{"url": {}}]}', "sources[0].url '{}': is no value of url"),
    ('{"sources": [{"address": "x"}]}', "sources[0].address '': is no key of sources"),
    (b"\xff\xfe", "is not UTF-8 text"),
]


@pytest.mark.parametrize(("line", "said"), JSON, ids=[said for _, said in JSON])
def test_a_line_that_is_no_contact(empty: Store, tmp_path: Path, line: str | bytes, said: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"\n" + (line if isinstance(line, bytes) else line.encode()) + b"\n")
    assert any(found.startswith("lines.jsonl:2: ") and said in found for found in refused(empty, path))


def test_a_look_finds_formulas_and_merged_cells_wherever_they_stand(tmp_path: Path) -> None:
    filler = "<c/>" * 300_000
    found = looked_through(workbook(tmp_path, **{SHEET: f'{HEAD}{filler}<f>1</f><mergeCell ref="A1:B2"/></worksheet>'}))
    assert (found[SHEET].formulas, found[SHEET].merged) == (True, ["A1:B2"])
    plain = looked_through(workbook(tmp_path))
    assert (plain[SHEET].formulas, plain[SHEET].merged) == (False, [])
