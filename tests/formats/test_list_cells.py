"""The grammar of a list in a cell: any entries come back exactly, and what people type is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.tabular import Kind
from detente.formats.list_cells import LISTS, Entry, ListCellError, ListColumn, cell_of, entries_of

PEOPLE, STATEMENTS, SOURCES, VALUES, _CLAIMS = LISTS
TEXTS = st.text(st.one_of(st.sampled_from("\\;|=:,/ \n\t\r'a\x1f\u2028é"), st.characters()), max_size=8)


@st.composite
def entries(draw: st.DrawFn) -> tuple[ListColumn, list[Entry]]:
    """A list whose entries have every column of their table, each with any text."""
    column = draw(st.sampled_from(LISTS))
    texts = {
        part.name: st.sampled_from(["", "true"]) if part.kind is Kind.FLAG else TEXTS
        for part in column.table.columns
        if part.name != "contact_id"
    }
    return column, draw(st.lists(st.fixed_dictionaries(texts), max_size=3))


@given(entries(), st.sampled_from(";,/\n"))
def test_any_entries_come_back_exactly(written: tuple[ListColumn, list[Entry]], separator: str) -> None:
    column, told = written
    found = entries_of(column, cell_of(column, told, separator), separator)
    nothing = dict.fromkeys(told[0], "") if told else {}
    assert [{**nothing, **dict(column.default), **entry} for entry in found] == told


ADDRESSES = [
    ("/", "https://a.fr/b/c", ["https://a.fr/b/c"]),
    ("/", "FRA=https://a.fr/b/ / RUS=https://b.ru/c", ["https://a.fr/b/", "https://b.ru/c"]),
    (",", "https://a.fr/b,c.html, https://b.ru", ["https://a.fr/b,c.html", "https://b.ru"]),
    (",", "https://a.fr/b,RUS=https://b.ru,https://c.de", ["https://a.fr/b", "https://b.ru", "https://c.de"]),
    (",", r"https://a.fr/b\, c,https://b.ru", ["https://a.fr/b, c", "https://b.ru"]),
]


@pytest.mark.parametrize(("separator", "cell", "found"), ADDRESSES)
def test_a_separator_of_ones_own_does_not_cut_an_address(separator: str, cell: str, found: list[str]) -> None:
    assert [entry["url"] for entry in entries_of(SOURCES, cell, separator)] == found


@given(TEXTS)
def test_any_cell_is_refused_or_read_into_columns_of_its_table(cell: str) -> None:
    for column in LISTS:
        try:
            found = entries_of(column, cell)
        except ListCellError:
            continue
        assert {name for entry in found for name in entry} <= {part.name for part in column.table.columns}


TYPED = [
    (PEOPLE, "FRA=Sébastien Lecornu", [{"party": "FRA", "person": "Sébastien Lecornu"}]),
    (PEOPLE, " FRA = A ;; RUS=B ; ", [{"party": "FRA", "person": "A"}, {"party": "RUS", "person": "B"}]),
    (PEOPLE, "FRA=A | minister", [{"party": "FRA", "person": "A", "level": "minister"}]),
    (PEOPLE, "FRA=A|role=Chief = of staff", [{"party": "FRA", "person": "A", "role": "Chief = of staff"}]),
    (PEOPLE, "FRA= | role=Delegation", [{"party": "FRA", "person": "", "role": "Delegation"}]),
    (STATEMENTS, "ukraine-war", [{"topic": "ukraine-war"}]),
    (
        STATEMENTS,
        "ukraine-war; FRA=counter-terrorism",
        [{"topic": "ukraine-war"}, {"reported_by": "FRA", "topic": "counter-terrorism"}],
    ),
    (
        STATEMENTS,
        r"RUS=peace: ready\; if asked: yes | denies | restricted",
        [
            {
                "reported_by": "RUS",
                "topic": "peace",
                "paraphrase": "ready; if asked: yes",
                "stance": "denies",
                "restricted": "true",
            }
        ],
    ),
    (STATEMENTS, "RUS=peace | source_url=", [{"reported_by": "RUS", "topic": "peace", "source_url": ""}]),
    (SOURCES, "https://example.org/a?b=c", [{"url": "https://example.org/a?b=c"}]),
    (
        SOURCES,
        "FRA=https://example.org/a?b=c | publisher=X | B | 2",
        [{"side": "FRA", "url": "https://example.org/a?b=c", "publisher": "X", "reliability": "B", "credibility": "2"}],
    ),
    (
        VALUES,
        "channel=video | source_url=https://e.org",
        [{"field": "channel", "value": "video", "source_url": "https://e.org"}],
    ),
    (PEOPLE, "", []),
    (PEOPLE, " ; \n;", []),
]


@pytest.mark.parametrize(("column", "cell", "told"), TYPED, ids=[f"{n}-{t[0].name}" for n, t in enumerate(TYPED)])
def test_what_people_type(column: ListColumn, cell: str, told: list[Entry]) -> None:
    assert entries_of(column, cell) == told


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        (PEOPLE, "FRA=A | rank=minister", "has no 'rank'; it may have party, person, role, level"),
        (PEOPLE, "FRA=A | boss", "'boss' behind | is not understood; write field=text"),
        (STATEMENTS, "FRA=a | denies | stance=reports", "says 'stance' twice"),
        (SOURCES, "https://e.org | 7", "'7' behind | is not understood"),
    ],
)
def test_an_entry_that_cannot_be_read(column: ListColumn, cell: str, said: str) -> None:
    with pytest.raises(ListCellError) as refused:
        entries_of(column, cell)
    assert said in str(refused.value)
    assert refused.value.value == cell
