"""How the data of a report is cited: a line, CSL-JSON and BibTeX, whatever parties are called."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from detente.report.citing import Citation, Cited, citation

CITED = Cited(
    key="detente-fra-rus-2025-12-31",
    title="Contacts between the defence ministries of France and Russia",
    as_of=date(2025, 12, 31),
    version="0.1.0.dev0",
    digest="1a2b3c4d5e6f" + "0" * 52,
    hashed="JSON",
    command="detente report FRA RUS --as-of 2025-12-31",
    keywords=("diplomacy", "France", "Russia"),
)

HOSTILE = [
    "{x}",
    "}{",
    "}}}\n@misc{other, title = {x}",
    r"\input{secrets} \write18{rm}",
    r"trailing \ ".strip(),
    "100 % of_it & #1 $x$ ~ ^",
    "\x00\x1b]0;title\x07\u202egnp\ud800\u2028\r\n",
    'Quoted "x" <script>',
]


def titled(name: str) -> Citation:
    return citation(replace(CITED, title=name, command=f"detente report --person {name!r}", keywords=(name,)))


def test_a_line_to_quote() -> None:
    assert citation(CITED).line == (
        "Détente (2025). Contacts between the defence ministries of France and Russia, as of 31 December 2025. "
        "Version 0.1.0.dev0. SHA-256 1a2b3c4d5e6f."
    )


def test_csl_json_is_one_data_set() -> None:
    (item,) = json.loads(citation(CITED).csl_json)
    assert item == {
        "id": "detente-fra-rus-2025-12-31",
        "type": "dataset",
        "title": "Contacts between the defence ministries of France and Russia, as of 31 December 2025",
        "author": [{"literal": "Détente"}],
        "issued": {"date-parts": [[2025, 12, 31]]},
        "version": "0.1.0.dev0",
        "publisher": "Détente",
        "note": f"SHA-256 of the JSON file in this report: {CITED.digest}. Made with: {CITED.command}",
        "keyword": "diplomacy, France, Russia",
    }


def test_bibtex() -> None:
    lines = citation(CITED).bibtex.splitlines()
    assert lines[0] == "@misc{detente-fra-rus-2025-12-31,"
    assert "  author = {{Détente}}," in lines
    assert "  title = {{Contacts between the defence ministries of France and Russia, as of 31 December 2025}}," in lines
    assert "  year = {2025}," in lines
    assert CITED.digest in lines[-2]
    assert r"\texttt{detente report FRA RUS -{}-as-of 2025-12-31}" in lines[-2]
    assert lines[-1] == "}"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_never_ends_the_entry_of_bibtex(name: str) -> None:
    """BibTeX counts braces and does not care for backslashes: only the last one may close the entry."""
    bibtex = titled(name).bibtex
    depths = [bibtex[:end].count("{") - bibtex[:end].count("}") for end in range(bibtex.index("{") + 1, len(bibtex) - 1)]
    assert min(depths) == 1
    assert bibtex.count("{") == bibtex.count("}")
    assert len(bibtex.splitlines()) == 10
    assert re.findall(r"^@\w+", bibtex, re.MULTILINE) == ["@misc"]


@pytest.mark.parametrize("name", HOSTILE)
def test_latex_obeys_nothing_in_a_name(name: str) -> None:
    commands = set(re.findall(r"\\([a-zA-Z]+|.)", titled(name).bibtex))
    assert commands <= {
        "texttt",
        "textbackslash",
        "textbraceleft",
        "textbraceright",
        "textasciitilde",
        "textasciicircum",
        *"%#&$_",
    }
    assert not re.search(r"(?<!\\)[%#&$_~^]", titled(name).bibtex)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_one_line_that_utf_8_holds(name: str) -> None:
    told = titled(name)
    assert len(told.line.splitlines()) == 1
    for text in (told.line, told.csl_json, told.bibtex):
        text.encode("utf-8")
        assert not set(text) & set(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x202E]))
    (item,) = json.loads(told.csl_json)
    assert item["author"] == [{"literal": "Détente"}]


def test_a_plain_name_is_told_as_it_is() -> None:
    assert "title = {{Türkiye – 日本, as of 31 December 2025}}" in titled("Türkiye – 日本").bibtex
