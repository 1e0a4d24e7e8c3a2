"""What a contact is the first of, by hand from the dates printed in the shipped tables."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

APRIL = "fra-rus-2024-04-03-phone"
MINISTERS = "between the defence ministers of France and Russia"
KEYS = [
    "contact_id",
    "scope",
    "previous",
    "days_min",
    "days_max",
    "sentence",
    "rests_on",
    "observation",
    "falls",
    "weakest_grade",
    "parties",
]


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
def test_prints_as_accepted(detente: Run, golden: Callable[[str, str], None], ending: str) -> None:
    flags = [] if ending == "txt" else [f"--{ending}"]
    done = detente("context", APRIL, *flags)
    assert (done.status, done.stderr) == (0, "")
    golden(f"context.{ending}", done.stdout)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("contact_id", [APRIL, "usa-rus-2017-03-06-in-person-cod", "usa-rus-2024-06-25-phone"])
def test_nothing_is_wider_than_the_terminal(detente: Run, monkeypatch: pytest.MonkeyPatch, contact_id: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(len(line) for line in detente("context", contact_id).stdout.splitlines()) <= width


def test_items_have_the_documented_keys(detente: Run) -> None:
    done = detente("context", APRIL, "--json")
    assert list(done.json) == ["schema", "command", "as_of", "selection", "items", "summary"]
    for item in done.items:
        assert set(KEYS) <= set(item)
        assert set(item["scope"]) == {"channel", "level", "setting", "by"}
        assert ("persons" in item) is (item["scope"]["by"] == "person")
    assert done.json["summary"] == {"sentences": len(done.items)}


def test_the_call_of_april_2024(detente: Run) -> None:
    found = {tuple(item["scope"].values()): item for item in detente("context", APRIL, "--json").items}
    calls = found["call", "minister", None, "office"]
    assert calls["sentence"] == f"First call {MINISTERS} since 23 October 2022: 528 days, about 17 months."
    assert calls["previous"] == {"contact_id": "fra-rus-2022-10-23-phone", "date": "2022-10-23"}
    assert (calls["days_min"], calls["days_max"], calls["observation"]) == (528, 528, "observed")
    assert calls["rests_on"] == [APRIL, "fra-rus-2022-10-23-phone"]
    # 25 August 2022 to 3 April 2024: 6 + 122 days of 2022, 365, 94 = 587.
    assert calls["falls"] == [
        {
            "contact_id": "fra-rus-2022-10-23-phone",
            "then": f"First call {MINISTERS} since 25 August 2022: 587 days, about 19 months.",
        }
    ]
    two = found[None, None, None, "person"]
    assert two["persons"] == {"FRA": "Sébastien Lecornu", "RUS": "Sergei Shoigu"}


def test_the_best_sentence_is_the_first_thing_said(detente: Run) -> None:
    first = detente("context", APRIL, "--json").items[0]["sentence"]
    assert " ".join(detente("context", APRIL).stdout.split()).startswith(first)


def test_by_office_and_by_person_in_one_answer(detente: Run) -> None:
    found = detente("context", "usa-rus-2024-06-25-phone", "--json").items
    office = next(
        item for item in found if item["scope"] == dict.fromkeys(item["scope"]) | {"level": "minister", "by": "office"}
    )
    assert (office["previous"]["date"], office["days_min"], office["days_max"]) == ("2023-03-15", 468, 468)
    person = [item for item in found if item["scope"]["by"] == "person"]
    assert {item["previous"] for item in person} == {None}
    assert person[0]["sentence"] == "First contact ever between Andrei Belousov and Lloyd Austin: none since both took office."


def test_a_contact_of_three_parties_has_sentences_for_each_pair(detente: Run) -> None:
    found = detente("context", "usa-rus-2017-03-06-in-person-cod", "--json").items
    pairs = [tuple(item["parties"]) for item in found]
    assert set(pairs) == {("RUS", "TUR"), ("RUS", "USA"), ("TUR", "USA")}
    assert pairs == sorted(pairs, key=pairs.index), "those of a pair stand together"
    chiefs = next(i for i in found if i["parties"] == ["RUS", "USA"] and i["scope"]["level"] and i["previous"])
    assert (chiefs["previous"]["date"], chiefs["days_max"]) == ("2017-02-16", 18)


def test_a_contact_that_was_not_held(detente: Run) -> None:
    done = detente("context", "fra-rus-2014-03-18-in-person", "--json")
    assert (done.status, done.items) == (0, [])
    assert done.stderr.startswith("fra-rus-2014-03-18-in-person was not held (cancelled)")
    assert detente("context", "fra-rus-2014-03-18-in-person").status == 0


def test_an_id_that_does_not_exist(detente: Run) -> None:
    done = detente("context", "fra-rus-2024-04-03-phome")
    assert (done.status, done.stdout) == (4, "")
    assert APRIL in done.stderr


def log(run: Run, *args: str) -> None:
    assert run("log", *args).status == 0


def test_what_is_not_public_is_left_out_and_told_of(fresh_detente: Run) -> None:
    """With the restricted call of January the silence before March is one of 60 days, without it one of 425."""
    for when, more in (("2023-01-01", []), ("2024-01-01", ["--restricted"]), ("2024-03-01", [])):
        log(fresh_detente, when, "phone", "FRA", "RUS", *more)
    public = fresh_detente("context", "fra-rus-2024-03-01-phone", "--json")
    assert {item["days_max"] for item in public.items} == {425}
    assert "would change 4 sentences of these" in public.stderr
    assert "2024-01-01" not in public.stdout + public.stderr
    everything = fresh_detente("context", "fra-rus-2024-03-01-phone", "--include-restricted", "--json")
    assert {item["days_max"] for item in everything.items} == {60}
    assert everything.stderr == "what follows includes what is not public\n"
    unaffected = fresh_detente("context", "fra-rus-2023-01-01-phone")
    assert (unaffected.status, unaffected.stderr) == (0, "")
    assert fresh_detente("context", "fra-rus-2024-01-01-phone").status == 4


def test_imprecise_dates_reach_the_sentence(fresh_detente: Run) -> None:
    """Some day of October 2022 to 3 April 2024: 520 to 550 days."""
    log(fresh_detente, "2022-10", "phone", "FRA", "RUS")
    log(fresh_detente, "2024-04-03", "phone", "FRA", "RUS")
    found = fresh_detente("context", APRIL, "--json").items
    assert {(item["days_min"], item["days_max"], item["observation"]) for item in found} == {(520, 550, "unknown")}
    sentences = {item["sentence"] for item in found}
    assert f"First recorded call {MINISTERS} since October 2022: 520 to 550 days, about 17 to 18 months." in sentences
    assert {item["weakest_grade"] for item in found} == {None}


def test_what_is_not_known_is_named_and_what_was_not_held_told_once(fresh_detente: Run) -> None:
    fresh_detente("log", "2011-01-05", "phone", "ITA", "ESP")
    said = " ".join(fresh_detente("context", "esp-ita-2011-01-05-phone").stdout.split())
    assert "by office · not known if observed · no grade: a contact without a source" in said
    assert "unknown" not in said
    fresh_detente("log", "2023-01-05", "phone", "ITA", "ESP", "--status", "declined")
    done = fresh_detente("context", "esp-ita-2023-01-05-phone")
    assert (done.stdout, done.stderr) == (
        "esp-ita-2023-01-05-phone was not held (declined): only a held contact is the first since another.\n",
        "",
    )
