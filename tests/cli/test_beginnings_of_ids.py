"""The beginning of an id is enough wherever an id is taken, as long as it is the beginning of one only."""

import pytest

from tests.cli.conftest import Run

CALL = "fra-rus-2024-04-03-phone"
TWO = "fra-rus-2022-0"  # 2022-02… and 2022-08…


@pytest.mark.parametrize(
    "args",
    [
        ("show", "{}", "--json"),
        ("context", "{}", "--json"),
        ("readouts", "{}", "--json"),
        ("claims", "{}", "--json"),
        ("amend", "{}", "--duration", "61", "--why", "x", "--json"),
        ("history", "{}", "--json"),
    ],
)
def test_a_beginning_is_enough(detente: Run, args: tuple[str, ...]) -> None:
    done = detente(*(arg.format("fra-rus-2024-04") for arg in args))
    assert done.status == 0, done.stderr
    whole = detente(*(arg.format(CALL) for arg in args if arg != "61")) if args[0] != "amend" else done
    assert done.items == whole.items
    assert any(CALL in (item.get("contact_id"), item.get("record")) for item in done.items)


def test_two_contacts_by_their_beginnings(detente: Run) -> None:
    assert detente("log", "2024-04-03", "phone", "FRA", "RUS", "--also").status == 0
    done = detente("same", CALL, "fra-rus-2024-04-03-phone-")
    assert (done.status, done.stdout.strip().partition(": ")[2]) == (0, f"same {CALL} {CALL}-2"), done.stderr
    assert detente("retract", "fra-rus-2024", "--why", "a test").stdout.strip().endswith(f": retract {CALL}")


@pytest.mark.parametrize("command", ["show", "context", "readouts", "claims", "history"])
def test_the_beginning_of_several_names_them(detente: Run, command: str) -> None:
    done = detente(command, TWO)
    assert (done.status, done.stdout) == (4, "")
    assert done.stderr.startswith(f"detente: '{TWO}' is the beginning of several ids; which of fra-rus-2022-0")
    assert done.stderr.count("\n") == 1


def test_many_are_not_all_named(detente: Run) -> None:
    done = detente("show", "fra-rus-")
    assert (done.status, done.stderr.count("fra-rus-"), done.stderr.rstrip()[-3:]) == (4, 7, " …?")


def test_a_whole_id_is_that_id_though_others_begin_so(detente: Run) -> None:
    assert detente("log", "2024-04-03", "phone", "FRA", "RUS", "--also").status == 0
    assert detente("show", CALL, "--json").items[0]["contact_id"] == CALL
    assert detente("retract", CALL, "--why", "a test").status == 0
    gone = detente("show", CALL)
    assert (gone.status, "was taken out" in gone.stderr) == (4, True), "not the one that was logged after it"


def test_what_is_not_public_is_not_found_by_its_beginning(detente: Run) -> None:
    assert detente("log", "2025-03-01", "letter", "FRA", "RUS", "--restricted").status == 0
    done = detente("show", "fra-rus-2025-03")
    assert (done.status, "fra-rus-2025-03-01-letter" in done.stderr) == (4, False)
    assert detente("show", "fra-rus-2025-03", "--include-restricted").status == 0


def test_claims_by_the_beginning_of_theirs(detente: Run) -> None:
    assert detente("log", "2025-04-03", "phone", "TUR", "UKR", "--claim", "since 2022 any").status == 0
    assert [item["claim_id"] for item in detente("claims", "tur-ukr-c", "--json").items] == ["tur-ukr-c01"]
    assert detente("claims", "fra-rus-c").stderr.startswith("detente: 'fra-rus-c' is the beginning of several ids")


@pytest.mark.parametrize("name", ["FRA", "ukraine-war", "fra-rus"])
def test_other_records_keep_their_names(detente: Run, name: str) -> None:
    done = detente("history", name, "--json")
    assert done.status == 0, done.stderr
    assert {item["record"] for item in done.items} == {name}


def test_no_beginning_of_any(detente: Run) -> None:
    assert detente("show", "xyz-").stderr.startswith("detente: no contact 'xyz-'")
