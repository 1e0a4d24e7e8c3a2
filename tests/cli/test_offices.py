"""``detente offices``: listed, added, ended, corrected; and what it refuses."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

VAUTRIN = (
    "offices",
    "add",
    "FRA",
    "Catherine Vautrin",
    "--level",
    "minister",
    "--from",
    "2025-10-12",
    "--source",
    "https://example.org/v",
)


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
def test_prints_as_accepted(detente: Run, golden: Callable[[str, str], None], ending: str) -> None:
    assert detente(*VAUTRIN).status == 0
    flags = [] if ending == "txt" else [f"--{ending}"]
    done = detente("offices", "FRA", "RUS", *flags)
    assert (done.status, done.stderr) == (0, "")
    golden(f"offices.{ending}", done.stdout)


@pytest.mark.parametrize(
    ("chosen", "people"),
    [
        (("FRA", "russia", "--on", "2024-04-03", "--level", "minister"), ["Sébastien Lecornu", "Sergei Shoigu"]),
        (("RUS", "--on", "2024-05-12/2024-05-14", "--level", "minister"), ["Sergei Shoigu", "Andrei Belousov"]),
        (("RUS", "--on", "2024-05-13", "--level", "minister"), []),
        (("--person", "jean-yves le drian"), ["Jean-Yves Le Drian", "Jean-Yves Le Drian"]),
        (("NATO",), []),
    ],
)
def test_by_party_day_person_and_level(detente: Run, chosen: tuple[str, ...], people: list[str]) -> None:
    done = detente("offices", *chosen, "--json")
    assert done.status == 0, done.stderr
    assert [item["person"] for item in done.items] == people


def test_log_knows_who_was_added(detente: Run) -> None:
    added = detente(*VAUTRIN)
    assert added.stderr.splitlines() == [
        "on record: Catherine Vautrin, Minister of the Armed Forces (FRA, minister), since 2025-10-12",
        "Sébastien Lecornu is on record as minister of FRA at the same time; if that had ended: "
        "detente offices end 'Sébastien Lecornu FRA minister 2022-05-20' --to 2025-10-11",
    ]
    assert detente("offices", "end", "lecornu", "--to", "2025-10-11").status == 0
    done = detente("log", "2025-12-01", "phone", "FRA", "RUS", "--person", "FRA=catherine vautrin", "--json")
    assert (done.status, done.stderr) == (0, "")
    [who] = done.items[0]["participants"]
    assert (who["person"], who["role"], who["level"]) == ("Catherine Vautrin", "Minister of the Armed Forces", "minister")


def test_a_successor_takes_over_and_both_are_taken_back(detente: Run) -> None:
    before = detente("offices", "RUS", "--csv").stdout
    done = detente("offices", "end", "belousov", "--to", "2026-01-01", "--successor", "Ivan Ivanov", "--source", "https://example.org", "--why", "x")  # fmt: skip
    assert done.stderr.splitlines() == [
        "on record: Andrei Belousov, Minister of Defence (RUS, minister), 2024-05-14 to 2026-01-01",
        "on record: Ivan Ivanov, Minister of Defence (RUS, minister), since 2026-01-02",
    ]
    assert [i["person"] for i in detente("offices", "RUS", "--on", "2026-01-02", "--level", "minister", "--json").items] == [
        "Ivan Ivanov"
    ]
    assert detente("offices", "RUS", "--known-on", "r2", "--csv").stdout == before
    assert "why: x" in detente("history", "Andrei Belousov").stdout
    assert detente("undo").status == 0
    assert detente("offices", "RUS", "--csv").stdout == before


def test_an_end_of_which_the_day_is_known_needs_no_remark(detente: Run) -> None:
    detente("offices", "end", "lecornu", "--to", "2025-10-05", "--why", "")
    [item] = detente("offices", "--person", "Sébastien Lecornu", "--json").items
    assert (item["to"], item["title"]) == ("2025-10-05", "Minister of the Armed Forces")


def test_one_is_corrected_and_taken_out(detente: Run) -> None:
    detente(*VAUTRIN)
    done = detente(
        "offices",
        "amend",
        "vautrin",
        "--role",
        "Minister of the Armed Forces and Veterans",
        "--from",
        "2025-10-13",
        "--why",
        "decree",
    )
    assert done.status == 0, done.stderr
    again = detente("offices", "amend", "vautrin", "--from", "2025-10-13", "--why", "")
    assert "the record says so already" in again.stderr
    [item] = detente("offices", "--person", "Catherine Vautrin", "--json").items
    assert (item["from"], item["title"]) == ("2025-10-13", "Minister of the Armed Forces and Veterans")
    assert detente("retract", "Catherine Vautrin", "--why", "a test").status == 0
    assert detente("offices", "FRA", "--on", "2025-12-01", "--level", "minister", "--json").items == [
        *detente("offices", "--person", "Sébastien Lecornu", "--json").items
    ]


def test_what_was_added_goes_with_a_package(detente: Run, in_folder: object) -> None:
    from pathlib import Path

    detente(*VAUTRIN)
    assert detente("export", "package").status == 0
    assert "Catherine Vautrin,FRA,minister,Minister of the Armed Forces,2025-10-12,,https://example.org/v" in (
        Path("package/reference/officeholders.csv").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("add", "FRA", "X Y", "--source", "https://example.org"), 2, "--level is missing; one of minister"),
        (("add", "FRA", "X Y", "--level", "king", "--source", "https://example.org"), 2, "--level 'king' is not known; one of minister"),
        (("add", "FRA", "X Y", "--level", "minister"), 2, "--source is missing"),
        (("add", "FRA", "X Y", "--level", "minister", "--source", "there"), 2, "--source 'there' cannot be"),
        (("add", "FRA", "X Y", "--level", "official", "--source", "https://example.org"), 2, "--role is missing: nobody is on record as official of FRA"),
        (("add", "FRA", "X Y", "--level", "minister", "--from", "2025", "--source", "https://example.org"), 2, "--from '2025' is no day"),
        (("add", "FRA", "X Y", "--level", "minister", "--from", "2025-02-02", "--to", "2025-02-01", "--source", "https://example.org"), 2,
         "--to 2025-02-01 lies before the first day, 2025-02-02; exchange them"),
        (("add", "FRA", "Sebastian Lecornu", "--level", "minister", "--source", "https://example.org"), 4, "(add --also if it is somebody else)"),
        (("add", "atlantis", "X Y", "--level", "minister"), 4, "no party 'atlantis'"),
        (("end", "shoigu"), 2, "--to is missing"),
        (("end", "drian", "--to", "2020-01-01"), 4, "'drian' may be several tenures; which of"),
        (("end", "shoigu", "--to", "2024-05-12", "--role", "x"), 2, "--from and --role are of a successor"),
        (("end", "shoigu", "--to", "2024-05-12", "--successor", "X Y"), 2, "--source is missing"),
        (("amend", "shoigu"), 2, "amend was told to change nothing"),
        (("amend", "nobody", "--role", "x"), 4, "no tenure 'nobody'"),
        (("--on", "soon"), 2, "--on:"),
        (("--person", "Nobody"), 4, "nobody called 'Nobody' is on record"),
    ],
)  # fmt: skip
def test_what_is_refused(detente: Run, args: tuple[str, ...], status: int, said: str) -> None:
    before = detente("offices", "--csv").stdout
    done = detente("offices", *args)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert detente("offices", "--csv").stdout == before


def test_a_terminal_is_not_obeyed(detente: Run) -> None:
    detente("offices", "add", "FRA", "\x1b[2J[red]x", "--level", "minister", "--source", "https://example.org")
    assert "\x1b" not in detente("offices", "FRA").stdout


def test_role_and_level_are_said_with_a_name(detente: Run) -> None:
    person = "RUS=Alexander Fomin | role=Deputy Minister of Defence | deputy-minister"
    done = detente("log", "2025-12-01", "phone", "FRA", "RUS", "--person", person, "--json")
    assert (done.status, done.stderr) == (0, "")
    assert [(p["person"], p["role"], p["level"]) for p in done.items[0]["participants"]] == [
        ("Alexander Fomin", "Deputy Minister of Defence", "deputy-minister")
    ]
    for wrong, said in (
        ("RUS=Alexander Fomin | king", "'king' says nothing of a person; write PARTY='NAME | role=… | level=…'"),
        ("RUS=Alexander Fomin | level=king", "the level 'king' is not known"),
        ("RUS= | level=minister", "names nobody"),
    ):
        refused = detente("log", "2025-12-02", "phone", "FRA", "RUS", "--person", wrong)
        assert (refused.status, said in refused.stderr) == (5, True), refused.stderr


def test_one_is_replaced_by_a_name_that_is_alike(detente: Run) -> None:
    call = "fra-rus-2024-04-03-phone"
    done = detente("amend", call, "--drop-person", "Sergei Shoigu", "--add-person", "RUS=Sergey Shoigu", "--why", "spelling")
    assert done.status == 0, done.stderr
    assert "Sergey Shoigu" in {p["person"] for p in detente("show", call, "--json").items[0]["participants"]}
    other = detente("amend", call, "--add-person", "FRA=Sebastian Lecornu", "--why", "x")
    anew = detente("amend", call, "--person", "FRA=Sebastian Lecornu", "--why", "x")
    assert (anew.status, "add --also" in anew.stderr) == (4, True), "nobody said that it is not he"
    assert (other.status, "add --also if it is somebody else" in other.stderr) == (4, True), (
        "one that stays is still in the way"
    )


def test_undo_several_steps_with_a_look_before(detente: Run) -> None:
    detente("amend", "fra-rus-2024-04-03-phone", "--place", "Paris", "--why", "")
    detente("log", "2025-12-01", "phone", "FRA", "RUS")
    before = detente("list", "--csv", "--as-of", "2026-01-01").stdout
    look = detente("undo", "--last", "2", "--dry-run")
    assert look.stdout.splitlines() == [
        "r4: log fra-rus-2025-12-01-phone",
        "   contact fra-rus-2025-12-01-phone: recorded",
        "r3: amend fra-rus-2024-04-03-phone",
        "   contact fra-rus-2024-04-03-phone: place: nothing → Paris",
    ]
    assert look.stderr == "nothing was changed\n"
    assert detente("list", "--csv", "--as-of", "2026-01-01").stdout == before
    assert detente("undo", "--last", "2").stdout.splitlines() == [
        "r5: undo log fra-rus-2025-12-01-phone, which takes back r4",
        "r6: undo amend fra-rus-2024-04-03-phone, which takes back r3",
    ]
    assert detente("undo", "--revision", "r6").stdout == (
        "r7: undo the undo of amend fra-rus-2024-04-03-phone (r3 holds again), which takes back r6\n"
    )
    for args, said in (
        (("--last", "1", "--revision", "3"), "--last and --revision exclude each other"),
        (("--revision", "three"), "--revision 'three' is no number of a revision"),
    ):
        assert (detente("undo", *args).status, said in detente("undo", *args).stderr) == (2, True)
