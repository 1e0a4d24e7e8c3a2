"""What is not public stays out of what is read and handed on, and is counted where it would be missed."""

import csv
from dataclasses import replace
from pathlib import Path

from detente.domain.contacts import DifferingValue, Source, Statement
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Reliability, Stance
from detente.formats.package import export_package
from detente.store.contacts import claims, contact
from detente.store.counting import hidden
from detente.store.opening import Store
from detente.store.recording import record
from tests.domain import records
from tests.domain.records import day
from tests.report.samples import claim as sentence

SECRET, OPEN = "https://example.org/cable", "https://example.org/communique"
EVERY = Selection(as_of=day("2025-12-31"), parties=("FRA", "RUS"))


def source(url: str, *, restricted: bool) -> Source:
    return Source(url, "x", None, None, "en", "FRA", Reliability.B, 2, restricted=restricted)


def told_twice(store: Store) -> str:
    """A contact with a public and a secret source; gives its id."""
    one = replace(
        records.contact("2021-01-01"),
        contact_id="",
        dyad_slug="",
        sources=(source(SECRET, restricted=True), source(OPEN, restricted=False)),
        statements=(
            Statement("syria", None, "FRA", Stance.REPORTS, "said", SECRET),
            Statement("libya", None, "FRA", Stance.REPORTS, "said", OPEN, restricted=True),
        ),
        values=(
            DifferingValue("channel", "video", SECRET),
            DifferingValue("channel", "letter", OPEN),
            DifferingValue("place", "Paris", None),
        ),
    )
    return record(store, one)[0].contact_id


def test_a_source_that_is_not_public_is_named_nowhere(empty: Store, tmp_path: Path) -> None:
    kept = told_twice(empty)
    public, whole = contact(empty, kept), contact(empty, kept, include_restricted=True)
    assert [(s.topic, s.source_url) for s in public.statements] == [("syria", None)]
    assert [(v.value, v.source_url) for v in public.values] == [("letter", OPEN), ("Paris", None)]
    assert [s.source_url for s in whole.statements] == [SECRET, OPEN]
    assert [v.source_url for v in whole.values] == [SECRET, OPEN, None]
    export_package(empty, tmp_path / "public")
    assert all(SECRET not in file.read_text(encoding="utf-8") for file in (tmp_path / "public").rglob("*.csv"))
    values = (tmp_path / "public" / "contacts" / "fra-rus" / "values.csv").read_text(encoding="utf-8").splitlines()
    assert values[1:] == [f"{kept},channel,letter,{OPEN}", f"{kept},place,Paris,"]


def test_a_claim_does_not_name_a_source_that_is_not_public(empty: Store, tmp_path: Path) -> None:
    one = replace(
        records.contact("2021-01-01"),
        contact_id="",
        dyad_slug="",
        sources=(source(SECRET, restricted=True), source(OPEN, restricted=False)),
    )
    made = [
        replace(sentence(url, None, "2021-01-01", months=18.0, source_url=url), claim_id="", dyad_slug="")
        for url in (SECRET, OPEN)
    ]
    record(empty, one, made)
    assert [claim.source_url for claim in claims(empty)] == [None, OPEN]
    assert [claim.source_url for claim in claims(empty, include_restricted=True)] == [SECRET, OPEN]
    export_package(empty, tmp_path / "public")
    text = (tmp_path / "public/contacts/fra-rus/claims.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["source_url"] for row in rows] == ["", OPEN]


def test_what_a_selection_leaves_out_is_counted(empty: Store) -> None:
    """A secret call of France and Russia, one of three parties, an open one with a secret statement on Libya."""
    told_twice(empty)
    for when, parties in (("2022-01-01", "FRA RUS"), ("2023-01-01", "FRA RUS USA"), ("2024-01-01", "RUS USA")):
        made = records.contact(when, parties=parties, restricted=True)
        record(empty, replace(made, contact_id="", dyad_slug=""))
    assert hidden(empty, EVERY) == 2
    assert hidden(empty, replace(EVERY, parties=())) == 3
    assert hidden(empty, replace(EVERY, parties=("USA",))) == 2
    assert hidden(empty, replace(EVERY, as_of=day("2022-06-01"))) == 1
    assert hidden(empty, replace(EVERY, channels=frozenset({Channel.LETTER}))) == 0
    assert hidden(empty, replace(EVERY, topics=frozenset({"libya"}))) == 1
    assert hidden(empty, replace(EVERY, topics=frozenset({"syria"}))) == 0
    assert hidden(empty, replace(EVERY, include_restricted=True)) == 0
