"""Every example of docs/python.md is run and its output compared; python_examples.py is their code, for the type checker."""

import doctest
from pathlib import Path

import pytest

from tests.docs.console import demo_into
from tests.docs.pages import ROOT, page, rows

PAGE = ROOT / "docs" / "python.md"
CODE = Path(__file__).with_name("python_examples.py")
HEAD = '"""The code of docs/python.md, for the type checker: ``pytest tests/docs/test_python_page.py --accept`` writes it."""\n'


def examples() -> list[doctest.Example]:
    text = page(PAGE).replace("```\n", "\n")  # a fence ends an output as an empty line does
    return doctest.DocTestParser().get_examples(text, PAGE.name)


def test_every_example_prints_what_the_page_shows(work_folder: Path) -> None:
    made = demo_into(work_folder)
    assert made.status == 0, made.stderr
    shown = examples()
    told: list[str] = []
    test = doctest.DocTest(shown, {}, PAGE.name, str(PAGE), 0, None)
    found = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test, out=told.append)
    assert found.attempted > 20
    assert found.failed == 0, "".join(told)


def test_the_type_checker_sees_the_same_code(request: pytest.FixtureRequest) -> None:
    code = HEAD + "\n" + "".join(example.source for example in examples())
    if request.config.getoption("--accept"):
        CODE.write_bytes(code.encode())
    assert CODE.read_bytes().decode() == code, "run: pytest tests/docs/test_python_page.py --accept"


def test_the_table_has_every_question() -> None:
    from detente.api import Record

    asked = {row[0].partition("(")[0].removeprefix("`record.") for row in rows(page(PAGE), "call")}
    public = {name for name in vars(Record) if not name.startswith("_")} - {"close", "as_of", "selection"}
    assert {name.removeprefix("record.") for name in asked} == public
