"""Sheets as people make them: encodings, delimiters, dates, merged cells, formulas, several sheets, names of their own."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from detente.errors import NotFoundError, RejectedError, UsageError
from detente.formats.column_map import read_map
from detente.formats.reading import ColumnMap
from detente.formats.template import write_template
from detente.formats.workbook_text import MOST_OF_CELL
from detente.formats.workbook_writing import write_rows
from detente.store.contacts import contact
from detente.store.opening import Store
from detente.store.retracting import retract
from tests.formats.test_contact_files import read, refused, typed
from tests.formats.test_package import rows_of

HEAD = ("date", "channel", "parties")
CALL = ("2023-04-03", "phone", "FRA;RUS")
ID = "fra-rus-2023-04-03-phone"


def book(folder: Path, *rows: tuple[Any, ...], name: str = "book.xlsx") -> openpyxl.Workbook:
    """A workbook with one sheet, to be saved as ``name`` below ``folder`` by ``save``."""
    made = openpyxl.Workbook()
    made.active.title = "Sheet1"
    for row in rows:
        made.active.append(row)
    return made


def saved(made: openpyxl.Workbook, folder: Path) -> Path:
    made.save(folder / "book.xlsx")
    return folder / "book.xlsx"


# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16-le+bom"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_that_need_no_word(empty: Store, tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "typed.csv"
    text = f'Date{delimiter}Channel{delimiter}Parties{delimiter}Place\r\n2023-04-03{delimiter}Phone{delimiter}"FRA;RUS"{delimiter}Évian\r\n'
    path.write_bytes(b"\xff\xfe" + text.encode("utf-16-le") if encoding.endswith("+bom") else text.encode(encoding))
    assert read(empty, path).added == {"contacts": 1}
    assert contact(empty, ID).place == "Évian"


def test_a_first_line_may_name_the_delimiter(empty: Store, tmp_path: Path) -> None:
    path = typed(tmp_path, "date|channel|parties", "2023-04-03|phone|FRA;RUS", header="sep=|")
    assert read(empty, path).added == {"contacts": 1}
    bad = typed(tmp_path, "date|channel|parties", "2023-04-03|fax|FRA;RUS", header="sep=|")
    assert refused(empty, bad) == ("typed.csv:3: channel 'fax': write one of phone, video, hotline, in-person, letter, other",)


def test_another_encoding_is_asked_for_not_guessed(empty: Store, tmp_path: Path) -> None:
    path = tmp_path / "typed.csv"
    text = "date,channel,parties,summary\n2023-04-03,phone,FRA;RUS,Министры обороны России и Франции обсудили положение\n"
    path.write_bytes(text.encode("cp1251"))
    before = rows_of(empty)
    with pytest.raises(RejectedError) as error:
        read(empty, path)
    assert "is not UTF-8 text; it may be cp1251, in which a word of it reads 'Министры'" in str(error.value)
    assert str(error.value).endswith("if so, add --encoding cp1251")
    assert rows_of(empty) == before
    read(empty, path, encoding="windows-1251")
    assert contact(empty, ID).summary.startswith("Министры")
    with pytest.raises(UsageError, match="--encoding 'klingon' is not known"):
        read(empty, path, encoding="klingon")


def test_a_western_sheet_is_taken_for_one(empty: Store, tmp_path: Path) -> None:
    """A few French words may be Czech to whoever counts letters."""
    path = tmp_path / "contacts.csv"
    path.write_bytes(
        "date,channel,parties,summary\n2024-04-03,phone,FRA;RUS,Première conversation téléphonique\n".encode("cp1252")
    )
    with pytest.raises(RejectedError, match=r"it may be cp1252, in which a word of it reads 'Première'"):
        read(empty, path)


def test_a_row_with_too_few_or_too_many_cells(empty: Store, tmp_path: Path) -> None:
    path = typed(tmp_path, "2023-04-03,phone", "2023-04-03,phone,FRA;RUS,more", ",,", "")
    assert refused(empty, path) == (
        "typed.csv:2: has 2 cells where the header has 3",
        "typed.csv:3: has 4 cells where the header has 3",
    )


HEADERS = [
    ("date,channel", "the header lacks parties"),
    ("date,chanel,parties", "the header has the unknown column chanel; did you mean channel?"),
    (
        "date,channel,parties,colour",
        "the header has the unknown column colour; leave out, or map: detente import typed.csv --map map.toml",
    ),
    ("date,channel,parties,sumary,Ort", "the header has the unknown columns sumary, Ort; did you mean summary for sumary?"),
    ("date,channel,parties,Date", "the header names the column date twice"),
    ("", "the header lacks date, channel, parties"),
]


TWO_COLUMNS = "Date,Type,Country 1,Country 2,Minister 1,Minister 2,Subject,Source,Remarks"


def test_a_header_with_a_party_a_column_is_told_the_map_that_reads_it(empty: Store, tmp_path: Path) -> None:
    row = "2023-04-03,Meeting,France,Russia,Lecornu,Shoigu,The war,https://example.org/a,none"
    path = typed(tmp_path, row, header=TWO_COLUMNS)
    [said] = refused(empty, path)
    assert said.startswith(
        "typed.csv:1: the header has the unknown columns Type, Country 1, Country 2, Minister 1, Minister 2,"
    )
    assert "detente import typed.csv --map map.toml" in said
    proposed = re.search(r"columns = \{.*\}", said)
    assert proposed is not None
    (tmp_path / "map.toml").write_text(proposed[0], encoding="utf-8")
    assert read(empty, path, map=read_map(tmp_path / "map.toml")).added == {"contacts": 1, "sources": 1}
    found = contact(empty, "fra-rus-2023-04-03-in-person")
    assert (found.parties, found.summary, found.note) == (("FRA", "RUS"), "The war", "none")
    assert [source.url for source in found.sources] == ["https://example.org/a"]


def test_lists_may_stand_in_several_columns_and_in_the_constants(empty: Store, tmp_path: Path) -> None:
    by = ColumnMap({"With": "parties", "And": "parties", "First": "topics", "Second": "topics"}, {"parties": "France"})
    path = typed(tmp_path, "2023-04-03,Telephone Call,RUS,Germany,nato,FRA=syria", header="date,channel,With,And,First,Second")
    read(empty, path, map=by)
    found = contact(empty, ID)
    assert found.parties == ("DEU", "FRA", "RUS")
    assert {(one.reported_by, one.topic) for one in found.statements if one.topic == "syria"} == {("FRA", "syria")}
    assert {one.reported_by for one in found.statements if one.topic == "nato"} == {"DEU", "FRA", "RUS"}


@pytest.mark.parametrize("word", ["meeting", "Visit", "face to face", "In Person"])
def test_a_channel_goes_by_the_names_that_log_takes(empty: Store, tmp_path: Path, word: str) -> None:
    read(empty, typed(tmp_path, f"2023-04-03,{word},FRA;RUS"))
    assert contact(empty, "fra-rus-2023-04-03-in-person").channel == "in-person"


@pytest.mark.parametrize(("header", "said"), HEADERS, ids=[said for _, said in HEADERS])
def test_a_header_that_is_none(empty: Store, tmp_path: Path, header: str, said: str) -> None:
    assert any(f"typed.csv:1: {said}" in line for line in refused(empty, typed(tmp_path, header=header)))


# What stands in cells


def test_every_wrong_cell_is_named_as_in_the_file(empty: Store, tmp_path: Path) -> None:
    header = "Date,Channel,Parties,host,Persons,Sources,duration"
    path = typed(
        tmp_path,
        "2023-13-03,fax,FRA;Rusia,,,,",
        "2999-01-01,phone,FRA;RUS,DEU,DEU=Somebody | role=x,ftp://x,soon",
        "2023-04-03,phone,FRA,,FRA=A | rank=x,,",
        header=header,
    )
    said = refused(empty, path)
    assert said == (
        "typed.csv:2: Parties 'Rusia': is no party that is known; did you mean Russia (RUS)?",
        "typed.csv:2: Date '2023-13-03': '2023-13-03' names a day that no calendar has; write 2024-04-03, 2024-04, 2024, 2024-04-03~ (about), A/B (from, to) or [A..B] (one day within)",
        "typed.csv:2: Channel 'fax': write one of phone, video, hotline, in-person, letter, other",
        "typed.csv:3: duration 'soon': is no duration; write minutes or hours, such as 60, 60m or 1h30",
        "typed.csv:3: Sources 'ftp://x': is no web address; begin it with https:// and leave out spaces",
        "typed.csv:3: Date '2999-01-01': lies in the future; a contact that is to come has the status planned",
        "typed.csv:3: host 'DEU': is not one of the parties FRA;RUS",
        "typed.csv:3: Persons (party) 'DEU': is not one of the parties FRA;RUS of the contact",
        "typed.csv:4: Persons 'FRA=A | rank=x': has no 'rank'; it may have party, person, role, level",
        "typed.csv:4: Parties 'FRA': write two parties or more",
    )


def test_a_person_who_resembles_somebody_is_asked_about(shipped: Store, tmp_path: Path) -> None:
    path = typed(tmp_path, "2023-04-03,phone,FRA;RUS,FRA=Sebastian Lecornu", header="date,channel,parties,participants")
    [said] = refused(shipped, path)
    assert said.startswith(
        "typed.csv:2: participants 'Sebastian Lecornu': is nobody on record; did you mean Sébastien Lecornu?"
    )
    path = typed(
        tmp_path, "2023-04-03,phone,FRA;RUS,FRA=Sebastian Lecornu | role=Adviser", header="date,channel,parties,participants"
    )
    read(shipped, path)
    assert [(p.person, p.role, p.level) for p in contact(shipped, ID).participants] == [
        ("Sebastian Lecornu", "Adviser", "minister")
    ]


@pytest.mark.parametrize(
    ("dates", "cell", "kept"),
    [
        ("day-first", "03/04/2023", "2023-04-03"),
        ("month-first", "04/03/2023", "2023-04-03"),
        ("day-first", "3.4.2023", "2023-04-03"),
        ("day-first", "2023-04-03", "2023-04-03"),
        ("day-first", "[2023-04-03..2023-04-05]", "[2023-04-03..2023-04-05]"),
        ("%d %B %Y", "3 April 2023", "2023-04-03"),
        ("%d %B %Y", "2023-04~", "2023-04~"),
        (None, "2023-04-03 00:00:00", "2023-04-03"),
    ],
)
def test_dates_in_an_order_that_was_told(empty: Store, tmp_path: Path, dates: str | None, cell: str, kept: str) -> None:
    read(empty, typed(tmp_path, f"{cell},phone,FRA;RUS"), map=ColumnMap(dates=dates))
    assert any(kept in row for row in rows_of(empty)["contact"])


@pytest.mark.parametrize(
    ("dates", "cell", "said"),
    [
        (None, "03/04/2024", "may be read in two ways; add --dates day-first or --dates month-first, or write 2024-04-03"),
        (None, "25/12/2024", "may be read in two ways"),
        ("month-first", "25/12/2024", "names no day when it is read month-first"),
        ("day-first", "03/04/24", "has a year of two figures; write all four"),
    ],
)
def test_day_and_month_are_never_guessed(empty: Store, tmp_path: Path, dates: str | None, cell: str, said: str) -> None:
    [found] = refused(empty, typed(tmp_path, f"{cell},phone,FRA;RUS"), map=ColumnMap(dates=dates))
    assert found.startswith(f"typed.csv:2: date '{cell}': {said}")


# Workbooks


def test_what_a_spreadsheet_program_makes_of_cells(empty: Store, tmp_path: Path) -> None:
    """Days, figures, truth values and times as such; a text that looks like a formula; empty rows at the end."""
    head = (*HEAD, "duration", "restricted", "note", "place", "summary")
    rows = (
        (date(2023, 4, 3), "phone", "FRA;RUS", 60.0, True, 2024, "'=1+1", "#N/A"),
        (datetime(2023, 4, 4, 14, 30), "video", "FRA; RUS", time(1, 30), False, 1.5, None, "_x0041_"),
    )
    made = book(tmp_path, head, *rows, *[(None,) * 8] * 40)
    made.active["H2"].data_type = "s"
    read(empty, saved(made, tmp_path))
    first, second = contact(empty, ID, include_restricted=True), contact(empty, "fra-rus-2023-04-04-video")
    assert (first.duration_minutes, first.restricted, first.note, first.place, first.summary) == (
        60,
        True,
        "2024",
        "=1+1",
        "#N/A",
    )
    assert (second.duration_minutes, second.restricted, second.note, second.summary) == (90, False, "1.5", "A")


def test_formulas_errors_and_merged_cells(empty: Store, tmp_path: Path) -> None:
    made = book(
        tmp_path,
        (*HEAD, "note", "place"),
        (*CALL, '="a"&"b"', "#REF!"),
        ("2023-04-05", "phone", "FRA;RUS"),
        (None, "phone", "FRA;RUS"),
    )
    made.active.merge_cells("A3:A4")
    assert refused(empty, saved(made, tmp_path)) == (
        'book.xlsx:2: note \'="a"&"b"\': is a formula whose result the file does not hold; open the file in a spreadsheet program and save it',
        "book.xlsx:2: place '#REF!': is an error of the sheet; correct it there",
        "book.xlsx:3: the cells A3:A4 of the sheet 'Sheet1' are merged; split them, and fill in each",
        "book.xlsx:4: date '': is missing; write an EDTF date",
    )


def test_which_sheet(empty: Store, tmp_path: Path) -> None:
    made = book(tmp_path, ("something", "else"))
    for title in ("2023", "2024"):
        made.create_sheet(title).append(HEAD)
    made["2023"].append(CALL)
    path = saved(made, tmp_path)
    with pytest.raises(RejectedError, match="has 3 sheets; name one with --sheet: Sheet1, 2023, 2024"):
        read(empty, path)
    with pytest.raises(NotFoundError, match="has no sheet '2022'; one of Sheet1, 2023, 2024"):
        read(empty, path, sheet="2022")
    assert read(empty, path, sheet="2024").added == {}
    assert read(empty, path, sheet="2023").added == {"contacts": 1}


def test_a_hidden_sheet_is_named_and_not_read(empty: Store, tmp_path: Path) -> None:
    made = book(tmp_path, HEAD, CALL)
    made.create_sheet("old").sheet_state = "hidden"
    made["old"].append(("2020-01-01", "phone", "FRA;RUS"))
    report = read(empty, saved(made, tmp_path))
    assert report.added == {"contacts": 1}
    assert report.warnings == ("book.xlsx: the hidden sheet 'old' is not read; to read it, add --sheet 'old'",)


def test_the_template_is_empty_and_offers_the_words_of_the_store(empty: Store, tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    write_template(empty, path)
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == ["contacts", "columns", "words"]
    named = [cell.value for cell in made["contacts"][1]]
    assert [row[0].value for row in made["columns"].iter_rows(min_row=2)] == named
    offered = {str(v.sqref)[0]: v.formula1 for v in made["contacts"].data_validations.dataValidation}
    words = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in made["words"].iter_cols()}
    assert words["channel"] == ["phone", "video", "hotline", "in-person", "letter", "other"]
    assert {"FRA", "RUS", "NATO"} <= set(words["parties"])
    assert "ukraine-war" in words["topics"]
    assert len(offered) == 11
    assert read(empty, path).added == {}
    sheet = made["contacts"]
    for name, value in zip(("date", "channel", "parties", "topics"), (*CALL, "syria"), strict=True):
        sheet.cell(2, named.index(name) + 1, value)
    made.save(path)
    assert read(empty, path).added == {"contacts": 1, "statements": 2}
    write_template(empty, tmp_path / "contacts.csv")
    assert (tmp_path / "contacts.csv").read_text(encoding="utf-8") == ",".join(named) + "\n"
    with pytest.raises(UsageError, match="end it with"):
        write_template(empty, tmp_path / "contacts.pdf")


@pytest.mark.parametrize(("length", "fits"), [(MOST_OF_CELL, True), (MOST_OF_CELL + 1, False)])
def test_a_cell_that_excel_would_cut_is_refused(tmp_path: Path, length: int, fits: bool) -> None:
    path = tmp_path / "long.xlsx"
    if fits:
        assert write_rows(path, ["note"], [["x" * length]], title="a") == 1
        assert len(openpyxl.load_workbook(path)["a"]["A2"].value) == length
        return
    with pytest.raises(RejectedError, match=r"a cell of note has 32,768 characters, and Excel keeps 32,767; write .csv"):
        write_rows(path, ["note"], [["x" * length]], title="a")
    assert list(tmp_path.iterdir()) == []


# Names of one's own

MAP = """
dates = "day-first"
separator = ","
[columns]
"Datum" = "date"
"Kanal" = "channel"
"Länder" = "parties"
"Sachbearbeiter" = ""
[constants]
level = "official"
[values.channel]
"Telefon" = "phone"
[values.parties]
"Frankreich" = "FRA"
"""


def test_a_map_of_columns_words_and_dates(empty: Store, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    path = typed(
        tmp_path,
        '03.04.2023,Telefon,"Frankreich, Russia",Müller',
        '04.04.2023,Fax,"Frankreich, Russia",Müller',
        header="Datum,Kanal,Länder,Sachbearbeiter",
    )
    by = read_map(tmp_path / "map.toml")
    assert refused(empty, path, map=by) == (
        "typed.csv:3: Kanal 'Fax': write one of phone, video, hotline, in-person, letter, other; "
        f"or say in [values.channel] of {tmp_path / 'map.toml'} what it stands for",
    )
    path.write_text(path.read_text(encoding="utf-8").replace("Fax", "telefon"), encoding="utf-8")
    assert read(empty, path, map=by).added == {"contacts": 2}
    assert contact(empty, f"{ID}-off").level == "official"


def test_the_parties_of_a_map_hold_wherever_a_party_stands(empty: Store, tmp_path: Path) -> None:
    by = ColumnMap(values={"parties": {"Frankreich": "FRA", "Rossija": "RUS"}})
    header = "date,channel,parties,initiator,persons,topics,sources"
    row = "2023-04-03,phone,Frankreich;Rossija,Frankreich,Frankreich=Newman,Rossija=nato,Frankreich=https://example.org/a"
    read(empty, typed(tmp_path, row, header=header), map=by)
    found = contact(empty, ID)
    assert (found.parties, found.initiator) == (("FRA", "RUS"), "FRA")
    assert [p.party for p in found.participants] == [s.side for s in found.sources] == ["FRA"]
    assert [s.reported_by for s in found.statements] == ["RUS"]


def test_what_a_map_gives_wrongly_is_told_once_and_before_any_row(empty: Store, tmp_path: Path) -> None:
    by = ColumnMap(values={"parties": {"Frankreich": "Francce"}, "channel": {"Telefon": "telefone"}}, name="map.toml")
    path = typed(tmp_path, "2023-04-03,Telefon,Frankreich;RUS", "2023-04-04,Fax,Frankreich;RUS", header="date,channel,parties")
    assert refused(empty, path, map=by) == (
        "map.toml: [values.parties] 'Frankreich' = 'Francce': is no party that is known; did you mean France (FRA)?",
        "map.toml: [values.channel] 'Telefon' = 'telefone': write one of phone, video, hotline, in-person, letter, other",
    )


def test_a_party_that_the_map_lacks_is_told_once_of_its_own_column(empty: Store, tmp_path: Path) -> None:
    """The topic has no side of its own: what is wrong with the party is not said of it again."""
    by = ColumnMap(columns={"Thema": "topics", "Land": "parties"}, values={"topics": {"Syrien": "syra"}}, name="map.toml")
    path = typed(tmp_path, "2023-04-03,phone,Frankrike;RUS,Syrien", header="date,channel,Land,Thema")
    assert refused(empty, path, map=by) == (
        "typed.csv:2: Land 'Frankrike': is no party that is known; did you mean France (FRA)? "
        "Or say in [values.parties] of map.toml what it stands for",
        "typed.csv:2: Thema 'syra': is no topic that is known; did you mean syria? (map.toml has it for 'Syrien' in [values.topics])",
    )
    assert refused(empty, path, map=ColumnMap(columns=by.columns))[1].endswith(
        "say in [values.topics] of the map what it stands for"
    )


def test_words_of_a_list_are_translated_too(empty: Store, tmp_path: Path) -> None:
    by = ColumnMap(columns={"Themen": "topics"}, values={"topics": {"Syrien": "syria"}})
    read(empty, typed(tmp_path, "2023-04-03,phone,FRA;RUS,Syrien; FRA=nato", header="date,channel,parties,Themen"), map=by)
    assert [(s.topic, s.reported_by) for s in contact(empty, ID).statements] == [
        ("syria", "FRA"),
        ("syria", "RUS"),
        ("nato", "FRA"),
    ]


def test_an_import_that_changes_nothing_says_nothing_again(empty: Store, tmp_path: Path) -> None:
    path = typed(tmp_path, "2023-04-03,phone,FRA;RUS,FRA=Newman", header="date,channel,parties,persons")
    assert read(empty, path).warnings == ("typed.csv:2: Newman held no office of FRA on record then; the role is 'not stated'",)
    assert read(empty, path).warnings == ()


def test_notes_beyond_what_anybody_reads_are_counted(empty: Store, tmp_path: Path) -> None:
    rows = [f"2023-04-{day:02},phone,FRA;RUS,FRA=Newman the {day}th" for day in range(1, 26)]
    warnings = read(empty, typed(tmp_path, *rows, header="date,channel,parties,persons")).warnings
    assert warnings[0] == "typed.csv:2: Newman the 1th held no office of FRA on record then; the role is 'not stated'"
    assert (len(warnings), warnings[-1]) == (21, "and 5 more notes like these")


WRONG_MAPS = [
    ("x", "is not TOML: "),
    ("colums = {}", "'colums' is no part of a map; did you mean columns?"),
    ('columns = "x"', "columns is no table; begin it with a line [columns]"),
    ('[columns]\n"A" = "dat"', "columns: there is no column 'dat'; did you mean date?"),
    ('[columns]\n"A" = 1', "columns: 'A' has no text"),
    ('[constants]\ncolour = "red"', "constants: there is no column 'colour'; one of contact_id, date"),
    ('[values]\nchannel = "x"', "values.channel is no table; begin it with a line [values.channel]"),
    ('[values.chanel]\n"a" = "b"', "values: there is no column 'chanel'; did you mean channel?"),
    ('dates = "sometimes"', "dates = 'sometimes' is not understood; one of day-first, month-first, or a pattern"),
    ('separator = "ab"', "the separator 'ab' cannot stand between parts"),
]


def test_a_map_that_an_editor_saved_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "plain.toml").write_text(MAP, encoding="utf-8")
    (tmp_path / "marked.toml").write_text(MAP, encoding="utf-8-sig")
    assert read_map(tmp_path / "marked.toml") == read_map(tmp_path / "plain.toml")


@pytest.mark.parametrize(("text", "said"), WRONG_MAPS, ids=[text for text, _ in WRONG_MAPS])
def test_what_is_wrong_with_a_map_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "map.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RejectedError) as error:
        read_map(tmp_path / "map.toml")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_no_map(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no file"):
        read_map(tmp_path / "map.toml")


# Ids, and what is on record


def test_rows_without_an_id_are_the_same_contacts_the_next_time(shipped: Store, tmp_path: Path) -> None:
    """Two calls of one day get two ids; one that is on record already is that one."""
    path = typed(
        tmp_path, "2023-04-03,phone,FRA;RUS,one", "2023-04-03,phone,RUS;FRA,two", header="date,channel,parties,summary"
    )
    read(shipped, path)
    assert (contact(shipped, ID).summary, contact(shipped, f"{ID}-2").summary) == ("one", "two")
    before = rows_of(shipped)
    assert read(shipped, path).added == {}
    assert rows_of(shipped) == before
    known = typed(tmp_path, "2024-04-03,phone,FRA;RUS,another summary", header="date,channel,parties,summary", name="known.csv")
    [said] = refused(shipped, known)
    assert said.startswith("known.csv:2: summary 'another summary': the record has '")
    assert said.endswith("for fra-rus-2024-04-03-phone")


def test_no_id_is_given_twice(shipped: Store, tmp_path: Path) -> None:
    path = typed(tmp_path, *[",".join(CALL)])
    read(shipped, path)
    retract(shipped, ID, "a mistake")
    read(shipped, path)
    assert contact(shipped, f"{ID}-2").date.text == "2023-04-03"


def test_an_id_that_stands_further_down_is_taken(shipped: Store, tmp_path: Path) -> None:
    header = "contact_id,date,channel,parties,summary"
    path = typed(tmp_path, ",2023-04-03,phone,FRA;RUS,one", f"{ID},2023-04-03,phone,FRA;RUS,two", header=header)
    read(shipped, path)
    assert (contact(shipped, ID).summary, contact(shipped, f"{ID}-2").summary) == ("two", "one")


def test_what_a_sheet_does_not_speak_of_stays(shipped: Store, tmp_path: Path) -> None:
    """A sheet of ids and places corrects places; people, statements and sources stay. An empty cell takes away."""
    name = "fra-rus-2024-04-03-phone"
    kept = contact(shipped, name)
    path = typed(tmp_path, f"{name},Paris", header="contact_id,place")
    dry = read(shipped, path, overwrite=True, dry_run=True)
    assert [(d.record, d.finding.column, d.before, d.after) for d in dry.differences] == [(name, "place", "", "Paris")]
    assert contact(shipped, name) == kept
    assert read(shipped, path, overwrite=True).changed == {"contacts": 1}
    now = contact(shipped, name)
    assert now.place == "Paris"
    assert (now.participants, now.statements, now.sources, now.values) == (
        kept.participants,
        kept.statements,
        kept.sources,
        kept.values,
    )
    read(shipped, typed(tmp_path, f"{name},", header="contact_id,place"), overwrite=True)
    assert contact(shipped, name) == kept


def test_a_dry_run_names_new_changed_and_same(shipped: Store, tmp_path: Path) -> None:
    name = "fra-rus-2024-04-03-phone"
    header = "contact_id,date,channel,parties,note"
    kept = contact(shipped, name)
    path = typed(
        tmp_path, f"{name},2024-04-03,phone,FRA;RUS,other", "fra-rus-2022-10-23-phone,2022-10-23,phone,FRA;RUS,", f",{','.join(CALL)},",
        header=header,
    )  # fmt: skip
    before = rows_of(shipped)
    report = read(shipped, path, overwrite=True, dry_run=True)
    assert report.new == (ID,)
    assert (name, "note", kept.note or "", "other") in [
        (d.record, d.finding.column, d.before, d.after) for d in report.differences
    ]
    assert {*report.same, *(d.record for d in report.differences)} == {name, "fra-rus-2022-10-23-phone"}
    assert rows_of(shipped) == before


def test_the_folder_of_a_contact_of_three(empty: Store, tmp_path: Path) -> None:
    """The two named first, as in ``log``; later rows use the same folder, however they name the two."""
    path = typed(tmp_path, "2023-04-03,phone,USA;RUS;FRA", "2023-04-04,phone,RUS;USA")
    read(empty, path)
    assert contact(empty, "rus-usa-2023-04-03-phone").parties == ("FRA", "RUS", "USA")
    assert contact(empty, "rus-usa-2023-04-04-phone").dyad_slug == "rus-usa"
