"""What a page carries to download: the very items that the terminal prints, their hash, and nothing that is not public."""

import csv
import hashlib
import io
import json
from dataclasses import astuple, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from detente.analysis.dossier import Dossier
from detente.domain.contacts import DifferingValue, Source, Statement
from detente.domain.parties import Party
from detente.domain.vocabulary import Channel, Level, PartyKind, Reliability, Stance
from detente.report.enclosed import Enclosure, enclosed
from tests.cli.conftest import AS_OF, Run
from tests.report.samples import claim, contact, of, shipped

PAIRS = [("FRA", "RUS"), ("RUS", "TUR"), ("RUS", "USA"), ("DEU", "RUS")]

SELECTIONS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "everything": ({}, ()),
    "calls of ministers": (
        {"channels": frozenset({Channel.PHONE}), "levels": frozenset({Level.MINISTER})},
        ("--channel", "phone", "--level", "minister"),
    ),
    "a period": (
        {"period_from": date(2019, 1, 1).toordinal(), "period_to": date(2022, 12, 31).toordinal()},
        ("--from", "2019-01-01", "--to", "2022-12-31"),
    ),
}


@cache
def made(pair: tuple[str, str], selection: str = "everything") -> Enclosure:
    return enclosed(shipped(*pair, **SELECTIONS[selection][0]), "1.2.3")


def told(enclosure: Enclosure) -> dict[str, Any]:
    """What the JSON file says."""
    found: dict[str, Any] = json.loads(enclosure.json)
    return found


FRA_RUS = ("FRA", "RUS")


def test_the_json_is_one_object_in_the_documented_order() -> None:
    found = told(made(FRA_RUS))
    assert list(found) == ["schema", "command", "as_of", "selection", "items", "gaps", "coverage", "claims", "summary"]
    assert (found["schema"], found["command"], found["as_of"]) == (1, "report", AS_OF)
    assert "Sébastien Lecornu" in made(FRA_RUS).json, "not escaped"


@pytest.mark.parametrize("pair", PAIRS)
def test_contacts_are_what_show_prints(detente: Run, pair: tuple[str, str]) -> None:
    """But for who changed the record when, and judged what of it: a page is of the record as it stands."""
    items = told(made(pair))["items"]
    listed = [item["contact_id"] for item in detente("list", *pair, "--as-of", AS_OF, "--json").items]
    assert [item["contact_id"] for item in items] == listed
    for item in items:
        (shown,) = detente("show", item["contact_id"], "--json").items
        assert {**item, "history": shown["history"], "judgements": shown["judgements"]} == shown


@pytest.mark.parametrize("pair", PAIRS)
def test_claims_are_what_claims_prints(detente: Run, pair: tuple[str, str]) -> None:
    found = told(made(pair))
    carried = [claim for item in found["items"] for claim in item["claims"]] + found["claims"]
    printed = detente("claims", "list", *pair, "--json").items
    assert sorted(carried, key=lambda item: str(item["claim_id"])) == printed
    assert [claim for claim in printed if claim["contact_id"] is None] == found["claims"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("pair", PAIRS)
def test_gaps_are_what_gaps_prints(detente: Run, pair: tuple[str, str], selection: str) -> None:
    found = told(made(pair, selection))
    printed = detente("gaps", *pair, *SELECTIONS[selection][1], "--as-of", AS_OF, "--json").json
    assert sorted(found["gaps"], key=_start) == sorted(printed["items"], key=_start)
    assert all(gap["to"] == following["from"] for gap, following in pairwise(found["gaps"])), "oldest first"
    assert found["summary"] == printed["summary"]
    assert found["selection"] == printed["selection"]


def _start(gap: dict[str, Any]) -> str:
    return str(gap["from"]["contact_id"])


@pytest.mark.parametrize("pair", PAIRS)
def test_coverage_is_what_coverage_prints(detente: Run, pair: tuple[str, str]) -> None:
    assert told(made(pair))["coverage"] == detente("coverage", "list", *pair, "--json").items


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("pair", PAIRS)
def test_the_csv_is_what_list_prints(detente: Run, pair: tuple[str, str], selection: str) -> None:
    printed = detente("list", *pair, *SELECTIONS[selection][1], "--as-of", AS_OF, "--csv")
    assert made(pair, selection).csv == printed.stdout
    assert "\r" not in printed.stdout


def test_claims_about_contacts_before_the_period_are_kept_apart() -> None:
    """Published in the period, about a contact that is older and so not listed."""
    contacts = [contact("2022-10-23"), contact("2024-04-03"), contact("2025-02-01")]
    spoken = claim("First since October 2022.", contacts[1].contact_id, "2025-02-01", since="2022-10")
    found = told(enclosed(of(contacts, claims=[spoken], period_from=date(2025, 1, 1).toordinal()), "1"))
    assert [item["contact_id"] for item in found["items"]] == [contacts[2].contact_id]
    assert [item["contact_id"] for item in found["claims"]] == [contacts[1].contact_id]


def test_the_hash_is_that_of_the_file_and_not_in_it() -> None:
    one = made(FRA_RUS)
    assert one.sha256 == hashlib.sha256(one.json.encode()).hexdigest()
    assert one.sha256[:12] not in one.json
    assert one.citation.endswith(f"SHA-256 {one.sha256[:12]}.")
    assert one.sha256 in one.bibtex
    assert one.sha256 in one.csl_json


def test_the_same_record_gives_the_same_data_whatever_the_version() -> None:
    again = enclosed(shipped(*FRA_RUS), "9.9.9")
    assert (again.json, again.sha256, again.csv) == (made(FRA_RUS).json, made(FRA_RUS).sha256, made(FRA_RUS).csv)
    assert "Version 9.9.9." in again.citation
    other = replace(shipped(*FRA_RUS).contacts[0], summary="Another summary.")
    assert enclosed(of([other]), "1.2.3").sha256 != made(FRA_RUS).sha256


def test_it_is_cited_by_its_parties_day_and_version() -> None:
    assert made(("RUS", "USA")).citation.startswith(
        "Détente (2025). Contacts between the defence ministries of Russia and the United States, as of 31 December 2025. Version 1.2.3. "
    )
    assert made(FRA_RUS).bibtex.startswith("@misc{detente-fra-rus-2025-12-31,\n")
    (item,) = json.loads(made(FRA_RUS).csl_json)
    assert item["note"].endswith("Made with: detente report FRA RUS --as-of 2025-12-31")


def test_an_organisation_has_no_ministry() -> None:
    parties = (Party("NATO", "NATO", PartyKind.ORGANISATION), Party("RUS", "Russia"))
    assert "the defence sides of NATO and Russia" in enclosed(replace(of([]), parties=parties), "1").citation


def test_files_are_named_as_the_record_names_the_pair() -> None:
    stems = [made(pair).stem for pair in PAIRS]
    assert stems == [f"{slug}-2025-12-31" for slug in ("fra-rus", "tur-rus", "usa-rus", "deu-rus")]
    nothing = enclosed(shipped("RUS", "USA", persons=frozenset({"Nobody"})), "1")
    assert (nothing.stem, told(nothing)["items"]) == ("usa-rus-2025-12-31", [])


def test_the_shipped_record_has_its_licence() -> None:
    assert made(FRA_RUS).licence.words == "CC BY 4.0 (the record shipped with Détente)."
    assert enclosed(of([contact("2025-02-01")]), "1").licence.url is None


def test_cells_are_harmless_and_text_is_kept() -> None:
    formula = '=HYPERLINK("http://x")'
    one = enclosed(of([contact("2025-02-01", summary=formula, note="halves \ud800 and \x00")]), "1")
    [row] = csv.DictReader(io.StringIO(one.csv))
    assert row["summary"] == f"'{formula}"
    assert told(one)["items"][0]["summary"] == formula
    assert told(one)["items"][0]["note"] == "halves \ud800 and \x00"
    for text in (one.json, one.csv, one.csl_json, one.bibtex, one.citation):
        text.encode("utf-8")


def _with_secrets(include_restricted: bool = False) -> Dossier:
    """A call with a cable beside its communiqué, and a call that is not public, with claims of each kind."""
    cable = Source("https://example.org/secret-cable", "secret", None, None, "fr", "FRA", Reliability.A, 2, restricted=True)
    paper = Source("https://example.org/paper", "Paper", None, None, "fr", "FRA", Reliability.A, 2)
    call = contact(
        "2024-01-01",
        sources=(cable, paper),
        statements=(
            Statement("syria", None, "FRA", Stance.REPORTS, "told", cable.url),
            Statement("libya", None, "FRA", Stance.REPORTS, "secret", paper.url, restricted=True),
        ),
        values=(DifferingValue("place", "secret", cable.url), DifferingValue("place", "Paris", paper.url)),
    )
    hidden = contact("2024-02-02", contact_id="fra-rus-secret", summary="secret", restricted=True)
    claims = [
        claim("First since February.", "fra-rus-2024-03-03-phone", "2024-03-03", months=2.0, source_url=cable.url),
        claim("Said in secret.", "fra-rus-2024-03-03-phone", "2024-03-03", claim_id="secret-c1", restricted=True),
        claim("About the secret.", "fra-rus-secret", "2024-02-02", claim_id="secret-c2"),
    ]
    return of(
        [contact("2023-01-01"), call, hidden, contact("2024-03-03")], claims=claims, include_restricted=include_restricted
    )


def test_nothing_restricted_is_carried() -> None:
    one = enclosed(_with_secrets(), "1")
    assert len(told(one)["items"]) == 3
    assert "secret" not in str(astuple(one))
    assert [(gap["days_min"], gap["open"]) for gap in told(one)["gaps"]] == [(365, False), (62, False), (668, True)]
    assert [item["verdict"] for contact in told(one)["items"] for item in contact["claims"]] == ["exact"]


def test_what_is_restricted_is_carried_when_asked_for_and_says_so() -> None:
    found = told(enclosed(_with_secrets(include_restricted=True), "1"))
    assert found["selection"]["include_restricted"] is True
    assert [item["restricted"] for item in found["items"]] == [False, False, True, False]
    assert [len(item["claims"]) for item in found["items"]] == [0, 0, 1, 2]
    assert len(found["items"][1]["sources"]) == 2
