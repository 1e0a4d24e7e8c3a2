"""The report as Markdown, read by another program: harmless whatever the record says, complete, and aligned as plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len

from detente.analysis.dossier import Dossier
from detente.domain.contacts import DifferingValue, Participant, Source, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Anchor, Completeness, Level, Office, Reliability, Stance, Status
from detente.report.chart import Cell, Table
from detente.report.contact_cards import contacts_table
from detente.report.markdown import render_markdown, render_overview_markdown
from detente.report.markdown_text import columns_wide, escaped
from detente.report.panels import charts, with_those_below
from tests.report.samples import claim, contact, many, of, overview, shipped

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(frozen=True)
class Read:
    """A piece of text as a reader sees it, and where its first link leads."""

    text: str
    href: str = ""


def pieces(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or []


def read(inline: Token) -> Read:
    words = "".join(token.content for token in inline.children or [] if token.type in ("text", "code_inline"))
    return Read(words, next((str(token.attrs["href"]) for token in inline.children or [] if token.type == "link_open"), ""))


class Text:
    """What a reader of Markdown makes of a text."""

    def __init__(self, markdown: str) -> None:
        self.tokens = READER.parse(markdown)
        self.pieces = list(pieces(self.tokens))

    def headings(self, tag: str = "") -> list[str]:
        following = zip(self.tokens, self.tokens[1:], strict=False)
        return [read(inline).text for at, inline in following if at.type == "heading_open" and tag in ("", at.tag)]

    def tables(self) -> list[list[list[Read]]]:
        """Every table as rows of cells, the names of the columns first."""
        made: list[list[list[Read]]] = []
        for at, inline in zip(self.tokens, self.tokens[1:], strict=False):
            if at.type == "table_open":
                made.append([])
            elif at.type == "tr_open":
                made[-1].append([])
            elif at.type in ("th_open", "td_open"):
                made[-1][-1].append(read(inline))
        return made

    def links(self) -> list[str]:
        return [str(token.attrs["href"]) for token in self.pieces if token.type == "link_open"]

    def words(self) -> str:
        return "\n".join(read(token).text for token in self.tokens if token.type == "inline")

    def shape(self) -> list[str]:
        """The elements in their order, whatever the text in them."""
        return [token.type for token in self.pieces if token.type != "text"]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return shipped("FRA", "RUS")


@pytest.fixture(scope="module")
def markdown(dossier: Dossier) -> str:
    return render_markdown(dossier)


@pytest.fixture(scope="module")
def text(markdown: str) -> Text:
    return Text(markdown)


def test_each_contact_has_a_section_headed_by_its_id(dossier: Dossier, text: Text) -> None:
    assert text.headings("h3") == [contact.contact_id for contact in dossier.contacts]


def test_the_sections_are_those_of_the_page(text: Text) -> None:
    assert text.headings("h1") == ["France and Russia: contacts between defence ministries"]
    assert text.headings("h2") == [
        "Timeline",
        "Frequency",
        "Changes of rate",
        "Gaps",
        "Silence",
        "How unusual it is",
        "Claims",
        "Attempts",
        "Topic mix",
        "Readouts",
        "Reported by one side alone",
        "Coverage",
        "Contacts",
        "Method",
    ]


def test_the_sentences_stand_beside_the_records_that_they_rest_on(markdown: str, text: Text) -> None:
    said = "First call between the defence ministers of France and Russia since 23 October 2022: 528 days, about 17 months."
    (line,) = [line for line in markdown.splitlines() if said in line]
    assert line.endswith("([fra-rus-2022-10-23-phone], [fra-rus-2024-04-03-phone])")
    assert "24 contacts on record, as of 31 December 2025." in text.words()
    assert "detente report FRA RUS --as-of 2025-12-31 --format md" in text.words()


def test_a_section_has_both_accounts_sources_with_grades_and_claims_with_verdicts(markdown: str) -> None:
    section = markdown.partition("### fra-rus-2024-04-03-phone\n")[2].partition("\n## ")[0]
    for expected in (
        "**3 April 2024**: Call, ministers",
        "**France**: Sébastien Lecornu, Minister of the Armed Forces",
        "- **denies** Ukraine: peace talks: A French government source: at no point",
        "**Russia**: Sergei Shoigu, Minister of Defence",
        "- Ukraine: peace talks: Readiness for dialogue on Ukraine noted",
        "- **rounded**, 18 months claimed, 17.3 on record: The last call lay a year and a half back (dpa, Der Spiegel). (",
        "- C1 [France denies showing readiness for Ukraine dialogue in Russia talks][",
        "fairly reliable, confirmed by other sources",
    ):
        assert expected in section


def _expected(dossier: Dossier) -> list[Table]:
    """Of the frequency the years alone, of everything else every view."""
    tables = [
        table
        for chart in with_those_below(charts(dossier))
        for view in (chart.views[:1] if chart.key == "frequency" else chart.views)
        for table in view.tables
    ]
    return [*tables, contacts_table(dossier)]


def _leads(item: Cell | str) -> Read:
    if not isinstance(item, Cell):
        return Read(str(item))
    return Read(item.text, f"#{item.target}" if item.target else item.url)


@pytest.mark.parametrize("pair", [("FRA", "RUS"), ("RUS", "USA"), ("DEU", "RUS")])
def test_the_tables_are_those_of_the_charts(pair: tuple[str, str]) -> None:
    dossier = shipped(*pair)
    shown = Text(render_markdown(dossier)).tables()
    expected = _expected(dossier)
    assert len(shown) == len(expected)
    for rows, table in zip(shown, expected, strict=True):
        assert [cell.text for cell in rows[0]] == [str(column) for column in table.columns]
        assert rows[1:] == [[_leads(item) for item in row] for row in table.rows]


def test_no_figure_is_needed(monkeypatch: pytest.MonkeyPatch, dossier: Dossier, markdown: str) -> None:
    plain = [replace(chart, views=tuple(replace(view, figure=None) for view in chart.views)) for chart in charts(dossier)]
    monkeypatch.setattr("detente.report.markdown.charts", lambda _: plain)
    assert render_markdown(dossier) == markdown


def _anchors(headings: Sequence[str]) -> set[str]:
    """What GitHub makes of headings: small letters, no punctuation, hyphens for spaces, a number for one that is there already."""
    made: list[str] = []
    for heading in headings:
        slug = "".join("-" if sign == " " else sign for sign in heading.lower() if sign.isalnum() or sign in " -_")
        taken = [one for one in made if one == slug or re.fullmatch(rf"{re.escape(slug)}-\d+", one)]
        made.append(f"{slug}-{len(taken)}" if slug in made else slug)
    return set(made)


@pytest.mark.parametrize("sample", [shipped("FRA", "RUS"), of(many(500, 20))], ids=["shipped", "500"])
def test_links_to_contacts_lead_to_their_sections(sample: Dossier) -> None:
    text = Text(render_markdown(sample))
    inside = [unquote(url[1:]) for url in text.links() if url.startswith("#")]
    assert len(inside) > 100
    assert set(inside) <= _anchors(text.headings())


def test_a_link_finds_its_section_among_headings_that_are_alike() -> None:
    ids = ["timeline", "12", "fra-rus-2+2", "fra-rus-22"]
    made = of([contact(f"202{n}-01-01", contact_id=one, level=Level.OFFICIAL) for n, one in enumerate(ids)], claims=())
    text = Text(render_markdown(made))
    rows = text.tables()[-1][1:]
    assert [row[0].href for row in rows] == ["#timeline-1", "#12", "#fra-rus-22", "#fra-rus-22-1"]
    assert text.headings("h3") == ids


def test_each_section_can_be_copied_alone(markdown: str) -> None:
    sections = re.split(r"(?m)^(?=#{1,3} )", markdown)[1:]
    assert len(sections) == 1 + 14 + 24
    for section in sections:
        assert not re.search(r"\]\[\d+\]", Text(section).words())


def test_columns_are_aligned_whatever_the_alphabet() -> None:
    names = ["Ясный", "日本 防衛省", "서욱", "شويغو", "e\u0301toile", "a | b", "👩"]
    made = [
        contact(f"2024-01-0{n}", participants=(Participant("FRA", name, "Minister", Office.MINISTER),))
        for n, name in enumerate(names, start=1)
    ]
    table = render_markdown(of(made)).partition("**All contacts**\n\n")[2].partition("\n\n")[0].splitlines()
    assert len(table) == 2 + len(names)
    assert len({cell_len(line) for line in table}) == 1


def test_a_long_cell_does_not_widen_its_column(markdown: str) -> None:
    table = markdown.partition("**Officeholders**\n\n")[2].partition("\n\n")[0].splitlines()
    widths = [cell_len(line.split(" | ")[1]) for line in table]
    assert max(widths) > 60
    assert {width for width in widths if width <= 60} == {min(widths)}


@pytest.mark.parametrize("words", ["abc", "日本", "e\u0301", "Ясный", "👍", "a\u200bb", ""])
def test_display_width(words: str) -> None:
    assert columns_wide(words) == cell_len(words)


@pytest.mark.parametrize(
    "prose",
    [
        "fra-rus-2024-04-03-phone",
        "2+2 meeting, ministers: 1,114 days, about 37 months (55 %)",
        "from 2020-05-14~ to 2021-05",
        "a snake_case_word, Marine & Océans, it's “quoted”, 1.5 years, 5 - 3, no. 2)",
        "Augen geradeaus! (dpa) – C#, R&D x = y",
        "-5 degrees, +7 495",
        "Минобороны / 日本",
    ],
)
def test_prose_stays_as_it_is(prose: str) -> None:
    assert escaped(prose) == prose


MARKUP = "\\`*_{}[]()<>#+-.!|~&;:=\"'$^@/ \n\tab1w"
PLACES = {
    "{}": "{}",
    "x {} y": "x {} y",
    "- {}": "{}",
    "**x** {} **y**": "x {} y",
    "[{}][1]\n\n[1]: https://example.org": "{}",
    "| {} |\n| --- |": "{}",
}


@pytest.mark.parametrize("place", PLACES)
@given(st.text(alphabet=st.sampled_from(MARKUP), min_size=1).filter(str.strip))
def test_any_text_is_shown_as_it_stands(place: str, words: str) -> None:
    text = Text(place.format(escaped(words)))
    assert text.words() == PLACES[place].format(" ".join(words.split()))
    assert not {"image", "html_inline", "html_block", "code_inline", "em_open", "s_open"} & {
        token.type for token in text.pieces
    }
    assert text.links() == ["https://example.org"] * ("example.org" in place)


EVIL = [
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "<!-- --><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/a.png)",
    "[fra-rus-2023-01-01-phone] [1] [x][1] [^1]",
    "[1]: https://evil.example",
    "<https://evil.example> https://evil.example ftp://evil.example www.evil.example",
    "شويغو وليكورنو \u202eevil\u2066",
    "👩🏽‍🚀 日本 <b>bold</b> &amp; &#60;b&#62;",
    "\x1b[31m\x00\x07\ud800",
    "*a* **b** _c_ __d__ ~~e~~ `f` ``` $g$",
    "1. one\n2. two",
    "# a\n\n## b",
    "- a\n- [x] b\n+ c\n* d",
    "> quoted\n\n***\n---\n===",
    "| b |\n|---|---|\n| c | d |",
    "\\",
    "!",
    "    code",
]


def _evil(words: str) -> Dossier:
    """Hostile text wherever a record has text."""
    made = contact(
        "2024-04-03",
        contact_id=f"fra-rus {words}",
        summary=words,
        note=words,
        place=words,
        participants=(Participant("FRA", words, words, Office.MINISTER),),
        statements=(Statement(words, "FRA", "FRA", Stance.REPORTS, words, "javascript:alert(1)"),),
        sources=(Source(words, words, words, words, words, words, Reliability.F, 6, words),),
        values=(DifferingValue("host", words, "javascript:alert(1)"), DifferingValue("place", words, None)),
    )
    tried = contact("2024-05-01", contact_id=f"tried {words}", status=Status.DECLINED, summary=words, initiator=words)
    window = CoverageWindow(dyad("FRA", "RUS"), "minister", "any", date(2020, 1, 1), date(2024, 1, 1), Completeness.FAIR, words)
    claims = [
        claim(words, made.contact_id, "2024-04-03", months=18.0, source_url="javascript:alert(1)"),
        claim(words, None, "2024-05", since="2022", anchor=Anchor.CONTACT, claim_id="fra-rus-c98", source_url="http://[x"),
    ]
    gathered = of([made, tried, contact("2023-01-01")], claims=claims, windows=[window])
    return replace(gathered, names={"FRA": words, "RUS": "Russia"})


@pytest.mark.parametrize("words", EVIL)
def test_text_from_the_record_is_shown_as_text_and_nothing_else(words: str) -> None:
    markdown = render_markdown(_evil(words))
    markdown.encode("utf-8")
    text, calm = Text(markdown), Text(render_markdown(_evil("calm")))
    assert text.shape() == calm.shape()
    assert all(url.startswith(("#", "https://example.org/", "http://%5Bx")) for url in text.links())
    shown = re.sub("[\x00-\x1f\u202e\u2066\ud800]", "\N{REPLACEMENT CHARACTER}", " ".join(words.split()))
    assert text.words().casefold().count(shown.casefold()) >= calm.words().count("calm")


def test_no_address_stands_in_the_text_for_github_to_make_a_link_of() -> None:
    markdown = render_markdown(_evil("see https://evil.example WWW.evil.example (ftp://evil.example)"))
    assert Text(markdown).words().count("https://evil.example WWW.evil.example (ftp://evil.example)") > 20
    assert not re.search(r"(?i)(?<!\\)://evil|www\.evil", markdown)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/wiki/Minister_(France)",
        "https://example.org/a b<c>\"d'|e\\f`g",
        "https://example.org/?a=1&copy;=2&b=%D1%80#c",
        "http://example.org/Шойгу/日本",
    ],
)
def test_web_addresses_are_links_whatever_stands_in_them(url: str) -> None:
    made = contact("2024-04-03", sources=(Source(url, "A newspaper", "2024-04-03", "A title", "fr", "FRA", Reliability.A, 2),))
    assert unquote(url) in map(unquote, Text(render_markdown(of([made]))).links())


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "data:text/html,x", " https://example.org", ""])
def test_nothing_but_a_web_address_is_a_link(url: str) -> None:
    made = contact("2024-04-03", sources=(Source(url, "A newspaper", "2024-04-03", "A title", "fr", "FRA", Reliability.A, 2),))
    assert {link[:1] for link in Text(render_markdown(of([made], claims=()))).links()} == {"#"}


def test_a_source_without_a_title_is_named_after_its_publisher() -> None:
    source = Source("https://example.org/1", "A newspaper", "2024-04-03", None, "fr", "FRA", Reliability.A, 2)
    markdown = render_markdown(of([contact("2024-04-03", sources=(source,))]))
    assert re.search(r"- A2 \[A newspaper\]\[\d+\], 3 April 2024, fr; France; completely reliable, probably true", markdown)


def test_without_contacts_there_is_a_sentence_and_no_section_of_contacts() -> None:
    text = Text(render_markdown(of([], claims=(), windows=())))
    assert text.headings("h2") == ["Method"]
    assert "is on record for this selection" in text.words()
    assert text.links() == []


def test_one_contact() -> None:
    text = Text(render_markdown(of([contact("2024-04-03")], claims=())))
    assert text.headings("h3") == ["fra-rus-2024-04-03-phone"]


def test_of_very_many_contacts_the_latest_have_a_section() -> None:
    made = of(many(500, 20))
    text = Text(render_markdown(made))
    latest = [contact.contact_id for contact in made.contacts[-50:]]
    assert set(latest) <= set(text.headings("h3"))
    assert len(text.headings("h3")) < 60
    assert "Of 500 contacts the latest 50 and those named above have a card" in text.words()
    assert len(text.tables()[-1]) == 1 + 500


def test_it_says_at_its_top_when_it_is_not_public() -> None:
    secret = [contact("2024-04-03", restricted=True)]
    assert "> Records marked restricted have been left out." in render_markdown(of(secret))
    shown = render_markdown(of(secret, include_restricted=True))
    assert shown.index("> **Not public.**") < shown.index("days of silence")


def test_the_same_dossier_gives_the_same_text(markdown: str) -> None:
    assert render_markdown(shipped("FRA", "RUS")) == markdown
    assert markdown.endswith("phone\n")
    assert not re.search(r"\n{3}|[ \t]\n|\r", markdown)


def test_the_overview_has_its_sentences_and_a_row_for_each_pair() -> None:
    text = render_overview_markdown(overview().whole)
    assert text.startswith(
        "# Who talks to whom: contacts between defence ministries\n\n15 pairs on record, as of 31 December 2025."
    )
    assert "Germany and Russia is recorded since" in text
    for pair in ("France – Russia", "Russia – United States", "Germany – Russia"):
        assert text.count(f"| {pair} ") == 3  # in the heat table, the ranking and the timelines
    assert text == render_overview_markdown(overview().whole)
