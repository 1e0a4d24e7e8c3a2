"""docs/schema.md and its picture are the models: ``pytest --accept`` makes them anew."""

import re
from xml.etree import ElementTree

import pytest

from detente.store.schema import metadata
from tests.docs.column_meanings import OF_TABLE, OF_TABLES
from tests.docs.pages import page
from tests.docs.schema_page import PAGE, PICTURE, picture, schema_page


def test_the_page_and_its_picture_are_those_of_the_models(request: pytest.FixtureRequest) -> None:
    text, drawn = schema_page(), picture()
    if request.config.getoption("--accept"):
        PAGE.write_bytes(text.encode())
        PICTURE.write_bytes(drawn.encode())
    assert PAGE.read_bytes().decode() == text, "run: pytest tests/docs/test_schema_page.py --accept"
    assert PICTURE.read_bytes().decode() == drawn


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_every_table_has_its_columns_on_the_page_and_in_the_picture(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", page(PAGE), re.MULTILINE | re.DOTALL)
    assert section
    assert set(re.findall(r"^\| `(\w+)`", section[1], re.MULTILINE)) == {
        column.name for column in metadata.tables[name].columns
    }
    texts = [
        "".join(text.itertext()) for text in ElementTree.fromstring(page(PICTURE)).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert name in texts


def test_no_meaning_outlives_its_column() -> None:
    assert set(OF_TABLES) == set(metadata.tables)
    gone = [
        (table, column) for table, told in OF_TABLE.items() for column in told if column not in metadata.tables[table].columns
    ]
    assert gone == []
