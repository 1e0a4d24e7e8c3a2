"""Whatever a contact says, a file of any format gives it back letter by letter, and none of its cells is calculated."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.domain.contacts import Claim, Contact, DifferingValue, Participant, Source, Statement
from detente.domain.dates import parse
from detente.domain.vocabulary import By, Channel, ClaimKind, Level, Office, Reliability, Setting, Stance, Status, Substance
from detente.formats.cells import ACTIVE
from detente.formats.contact_files import READERS, WRITERS
from detente.formats.contact_rows import ContactFile
from detente.formats.known_formats import function_at
from detente.formats.list_cells import LISTS
from detente.formats.reading import How
from detente.formats.told import Told, told_of

TEXTS = st.text(
    st.one_of(
        st.sampled_from("\\;|=:, \n\t\r'\"+-@#_x0DA\x00\x1b\u2028\ufffe＝אé🙂"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=9,
)
SOME = st.none() | TEXTS.filter(bool)


def details(kind: Any, **given: Any) -> Any:
    return st.lists(st.builds(kind, **given), max_size=2).map(tuple)


CONTACTS = st.builds(
    Contact,
    contact_id=st.just("fra-rus-2024-04-03-phone"),
    dyad_slug=st.just("fra-rus"),
    date=st.sampled_from(["2024-04-03", "2024-04~", "[2024-04-03..2024-04-05]", "2024-04-03/2024-04-05"]).map(parse),
    channel=st.sampled_from(Channel),
    setting=st.sampled_from(Setting),
    level=st.sampled_from(Level),
    substance=st.sampled_from(Substance),
    status=st.sampled_from(Status),
    parties=st.sampled_from([("FRA", "RUS"), ("DEU", "FRA", "NATO", "RUS")]),
    summary=TEXTS.filter(bool),
    initiator=st.sampled_from([None, "FRA"]),
    host=st.sampled_from([None, "RUS"]),
    place=SOME,
    country=st.sampled_from([None, "FRA"]),
    duration_minutes=st.none() | st.integers(1, 999_999_999),
    note=SOME,
    restricted=st.booleans(),
    participants=details(Participant, party=st.just("FRA"), person=SOME, role=TEXTS.filter(bool), level=st.sampled_from(Office)),
    statements=details(
        Statement, topic=st.just("syria"), raised_by=st.sampled_from([None, "both"]), reported_by=st.sampled_from(["media", "FRA"]),
        stance=st.sampled_from(Stance), paraphrase=SOME, source_url=SOME, restricted=st.booleans(),
    ),
    sources=details(
        Source, url=TEXTS.map(lambda text: f"https://e.org/{text}"), publisher=TEXTS.filter(bool), published=st.sampled_from([None, "2024~"]),
        title=SOME, language=st.just("fr"), side=st.sampled_from(["third", "FRA"]), reliability=st.sampled_from(Reliability),
        credibility=st.integers(1, 6), archived_url=SOME, accessed=st.sampled_from([None, "2024-04-03"]), restricted=st.booleans(),
    ),
    values=details(DifferingValue, field=st.just("place"), value=TEXTS.filter(bool), source_url=SOME),
)  # fmt: skip
CLAIMS = st.lists(
    st.builds(
        Claim, claim_id=st.just("fra-rus-c01"), dyad_slug=st.just("fra-rus"), contact_id=st.just("fra-rus-2024-04-03-phone"),
        asserted_on=st.just("2024-04~"), kind=st.sampled_from(ClaimKind), claim=TEXTS.filter(bool), since=st.none(), anchor=st.none(),
        months=st.sampled_from([None, 18.0, 17.25]), qualifier=st.none(), channel=st.just("any"), level=st.just("any"), setting=st.none(),
        by=st.sampled_from(By), substance=st.just("any"), source_url=SOME, restricted=st.booleans(),
    ),
    max_size=1,
)  # fmt: skip


def whole(told: Told) -> dict[str, Any]:
    """All that is told, with what need not be written written out; the order of parties says only whose folder it is."""
    found: dict[str, Any] = {**told.cells, "parties": sorted(told.cells["parties"].split(";"))}
    for column in LISTS:
        names = [part.name for part in column.table.columns if part.name != "contact_id"]
        found[column.name] = [
            {**dict.fromkeys(names, ""), **dict(column.default), **entry} for entry in told.lists[column.name]
        ]
    return found


TOLD = st.lists(st.tuples(CONTACTS, CLAIMS), min_size=1, max_size=2)


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "parquet"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=TOLD)
def test_any_contact_comes_back_exactly(tmp_path: Path, name: str, told: list[tuple[Contact, list[Claim]]]) -> None:
    comes_back(tmp_path, name, told)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])  # workbooks are slow
@given(told=TOLD)
def test_any_contact_comes_back_exactly_from_a_workbook(tmp_path: Path, told: list[tuple[Contact, list[Claim]]]) -> None:
    comes_back(tmp_path, "xlsx", told)


def comes_back(tmp_path: Path, name: str, told: list[tuple[Contact, list[Claim]]]) -> None:
    path = tmp_path / f"any.{name}"
    function_at(WRITERS[name])(path, name, [told[:1], told[1:]])
    file = ContactFile(path.name, 1, lambda: ())
    found = [whole(one) for one in function_at(READERS[name])(path, How(name, 1), file)]
    assert file.wrong == []
    assert found == [whole(told_of(contact, claims)) for contact, claims in told]
    if name in ("csv", "xlsx"):
        assert not [cell for row in _raw(path) for cell in row if cell.startswith(ACTIVE)]


def _raw(path: Path) -> list[list[str]]:
    """The cells as a spreadsheet program takes them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    rows = openpyxl.load_workbook(path).active.iter_rows()
    cells = [[cell for cell in row if cell.value is not None] for row in rows]
    assert {cell.data_type for row in cells for cell in row} == {"s"}, "nothing is a formula, an error or a figure"
    return [[cell.value for cell in row] for row in cells]
