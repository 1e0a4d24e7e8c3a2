"""The form of log: what it asks, what it offers from the record, what it shows before it asks whether to record it."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Run
from tests.support.keys import CTRL_C, CTRL_D, CTRL_U, TAB, Type

NOTHING_MORE = ("", "", "", "", "", "")
"""Enter at the topics of both sides, three kinds of source and the claim."""

FRENCH_CALL = (
    "2025-04-03", "ph", "fr", "russia", "", "", "",  # no third party; held; bilateral
    f"lecornu{TAB}", "", "Andrei Belousov", "", "",  # people; level as theirs
    "fra",  # asked for by
    "counter-terrorism", "",
    "peace talks", "denies", "", "ukraine-peace", "readiness for dialogue noted", "",
    "https://www.defense.gouv.fr/x", "", "", "",
    "about 12 months phone", "",
    "",  # summary
)  # fmt: skip


def contacts(detente: Run) -> int:
    return len(detente("list", "--json", "--as-of", "2026-06-01").items)


@pytest.fixture(autouse=True)
def in_2026(on_day: Callable[[str], None]) -> None:
    on_day("2026-06-01")


def test_a_call_from_nothing_to_the_record(detente: Run, keys: Type) -> None:
    keys(*FRENCH_CALL, "yes")
    done = detente("log")
    assert done.status == 0, done.stderr
    sentence = (
        "First recorded call between the defence ministers of France and Russia since 3 April 2024: 365 days, about 12 months."
    )
    assert done.stdout == f"fra-rus-2025-04-03-phone\n{sentence}\n", "stdout is the answer and nothing else"
    assert f"fra-rus-2025-04-03-phone {sentence} 3 April 2025" in " ".join(done.stderr.split()), "it is shown before"
    assert "DENIES it" in done.stderr
    assert "Claim: First bilateral call between the defence ministers of France and Russia in about 12 months." in done.stderr
    [item] = detente("show", "fra-rus-2025-04-03-phone", "--json").items
    assert [(p["party"], p["person"], p["role"]) for p in item["participants"]] == [
        ("FRA", "Sébastien Lecornu", "Minister of the Armed Forces"),
        ("RUS", "Andrei Belousov", "Minister of Defence"),
    ]
    assert (item["level"], item["setting"], item["status"], item["initiator"]) == ("minister", "bilateral", "held", "FRA")
    assert {(s["topic"], s["reported_by"], s["stance"], s["paraphrase"]) for s in item["statements"]} == {
        ("counter-terrorism", "FRA", "reports", None),
        ("counter-terrorism", "RUS", "reports", None),
        ("ukraine-peace-talks", "FRA", "denies", None),
        ("ukraine-peace-talks", "RUS", "reports", "readiness for dialogue noted"),
    }
    assert [(s["side"], s["url"]) for s in item["sources"]] == [("FRA", "https://www.defense.gouv.fr/x")]
    assert [claim["months"] for claim in item["claims"]] == [12.0]


def test_it_is_what_the_arguments_would_have_recorded(detente: Run, keys: Type) -> None:
    line = (
        "log", "2025-04-03", "phone", "FRA", "RUS", "--status", "held", "--level", "minister", "--setting", "bilateral",
        "--person", "FRA=Sébastien Lecornu", "--person", "RUS=Andrei Belousov", "--initiator", "FRA", "--topic", "counter-terrorism",
        "--denies", "FRA=ukraine-peace-talks", "--says", "RUS=ukraine-peace-talks: readiness for dialogue noted",
        "--source", "FRA=https://www.defense.gouv.fr/x", "--claim", "about 12 months phone", "--json",
    )  # fmt: skip
    by_arguments = detente(*line)
    assert detente("undo").status == 0
    keys(*FRENCH_CALL, "yes")
    by_questions = detente("log", "--json")
    assert by_arguments.json["items"][0] | {"contact_id": "", "claims": []} == by_questions.json["items"][0] | {
        "contact_id": "", "claims": [],
    }  # fmt: skip


@pytest.mark.parametrize("before", range(0, len(FRENCH_CALL) + 1, 7))
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_gives_up_leaves_nothing(detente: Run, keys: Type, before: int, key: str) -> None:
    _leaves_nothing(detente, keys, before, key)


@pytest.mark.long
@pytest.mark.parametrize("before", range(len(FRENCH_CALL) + 1))
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_gives_up_at_any_question_leaves_nothing(detente: Run, keys: Type, before: int, key: str) -> None:
    _leaves_nothing(detente, keys, before, key)


def _leaves_nothing(detente: Run, keys: Type, before: int, key: str) -> None:
    there = contacts(detente)
    keys(*FRENCH_CALL[:before], key)
    done = detente("log")
    assert (done.status, done.stdout) == (130, "")
    assert done.stderr.endswith("detente: abandoned: nothing was changed\n")
    assert contacts(detente) == there


def test_who_does_not_want_it_leaves_nothing(detente: Run, keys: Type) -> None:
    keys(*FRENCH_CALL, "no")
    done = detente("log")
    assert (done.status, done.stdout, contacts(detente)) == (130, "", 104)


def test_only_what_is_missing_is_asked(detente: Run, keys: Type) -> None:
    keys("rus", "", "", "", "", "", "", *NOTHING_MORE, "", "yes")
    done = detente("log", "2025-04-03", "phone", "FRA", "--status", "held", "--initiator", "FRA")
    assert done.status == 0, done.stderr
    assert (done.status, done.stdout.splitlines()[0]) == (0, "fra-rus-2025-04-03-phone"), done.stderr


def test_a_look_alike_is_shown_and_the_judgement_kept(detente: Run, keys: Type) -> None:
    keys("2024-04-03", "phone", "FRA", "RUS", "", "", "", "", "", "", "", "", *NOTHING_MORE, "", "yes", f"{CTRL_U}another")
    done = detente("log")
    assert (done.status, done.stdout.splitlines()[0]) == (0, "fra-rus-2024-04-03-phone-2"), done.stderr
    assert "On record already, and like it: fra-rus-2024-04-03-phone (2024-04-03, held)" in done.stderr
    [item] = detente("show", "fra-rus-2024-04-03-phone-2", "--json").items
    assert item["judgements"] == [
        {"contact_id": "fra-rus-2024-04-03-phone", "verdict": "not-same", "why": "logged as another contact"}
    ]


def test_an_answer_is_changed(detente: Run, keys: Type) -> None:
    keys(*FRENCH_CALL, "edit", "date", f"{CTRL_U}2025-05-05", "edit", "place", "Paris", "yes")
    done = detente("log")
    assert (done.status, done.stdout.splitlines()[0]) == (0, "fra-rus-2025-05-05-phone"), done.stderr
    [item] = detente("list", "--from", "2025-05", "--json").items
    assert item["place"] == "Paris"


def test_what_cannot_be_so_is_said_and_can_be_mended(detente: Run, keys: Type) -> None:
    keys(
        "2027-01-01", "phone", "FRA", "RUS", "", "held", "", "", "", "", "", "", *NOTHING_MORE, "",
        "yes", f"{CTRL_U}edit", "status", "planned", "yes",
    )  # fmt: skip
    done = detente("log")
    assert (done.status, done.stdout.splitlines()[0]) == (0, "fra-rus-2027-01-01-phone"), done.stderr
    assert (
        "That cannot be recorded: '2027-01-01' lies in the future; a contact that is to come has --status planned"
        in done.stderr
    )


def test_what_is_to_come_is_taken_for_planned(detente: Run, keys: Type) -> None:
    keys("2027-01-01", "phone", "FRA", "RUS", "", "", "", "", "", "", "", *NOTHING_MORE, "", "yes")
    assert detente("log", "--level", "minister").status == 0
    [item] = detente("list", "--from", "2027", "--as-of", "2027-06-01", "--json").items
    assert item["status"] == "planned"


def test_a_name_that_resembles_one_on_record_has_to_be_meant(detente: Run, keys: Type) -> None:
    """Neither the one on record nor somebody new: the question comes again, and nobody is recorded."""
    asked = ("2025-04-03", "phone", "FRA", "RUS", "", "", "")
    rest = ("", "", "", "", *NOTHING_MORE, "")
    keys(*asked, "Sebastian Lecornu", "no", "no", "", *rest, "yes")
    assert detente("log").status == 0
    [item] = detente("show", "fra-rus-2025-04-03-phone", "--json").items
    assert item["participants"] == []


@pytest.mark.parametrize("typed", ["Sebastian Lecornu", "Lecornu"])
def test_the_one_on_record_is_taken_for_a_name_that_resembles_it(detente: Run, keys: Type, typed: str) -> None:
    keys("2025-04-03", "phone", "FRA", "RUS", "", "", "", typed, *[""] * 6, *NOTHING_MORE, "", "yes")
    assert detente("log").status == 0
    [item] = detente("show", "fra-rus-2025-04-03-phone", "--json").items
    assert [participant["person"] for participant in item["participants"]] == ["Sébastien Lecornu"]


def test_yesterday(detente: Run, keys: Type) -> None:
    keys("yesterday", "phone", "FRA", "RUS", "", "", "", "", "", "", "", "", *NOTHING_MORE, "", "yes")
    assert detente("log").stdout.splitlines()[0] == "fra-rus-2026-05-31-phone"


def test_a_party_is_found_by_any_of_its_names(fresh_detente: Run, keys: Type) -> None:
    keys("2025-04-03", "in-person", "turkey", "côte d'iv", "NATO", *[""] * 9, "Ankara", *[""] * 10, "yes")
    done = fresh_detente("log")
    assert done.status == 0, done.stderr
    [item] = fresh_detente("list", "--json").items
    assert (item["parties"], item["place"]) == (["CIV", "NATO", "TUR"], "Ankara")


def test_nobody_is_asked_without_a_terminal(detente: Run) -> None:
    for args, said in ((("log",), "log needs a date, a channel and two parties"), (("log", "--ask"), "--ask needs a terminal")):
        done = detente(*args)
        assert (done.status, done.stdout) == (2, "")
        assert done.stderr.startswith(f"detente: {said}")


def test_the_reason_of_a_change_is_asked_for(detente: Run, keys: Type) -> None:
    keys("a misprint", CTRL_C)
    assert detente("amend", "fra-rus-2024-04-03-phone", "--duration", "65").status == 0
    assert detente("history", "--limit", "1", "--json").items[0]["why"] == "a misprint"
    assert detente("retract", "fra-rus-2024-04-03-phone").status == 130
    assert detente("show", "fra-rus-2024-04-03-phone").status == 0


def test_log_also_keeps_the_judgement_until_it_is_undone(detente: Run) -> None:
    line = ("log", "2024-04-03", "phone", "FRA", "RUS", "--also")
    assert detente(*line).status == 0
    [item] = detente("show", "fra-rus-2024-04-03-phone", "--json").items
    assert [told["contact_id"] for told in item["judgements"]] == ["fra-rus-2024-04-03-phone-2"]
    assert "resembles fra-rus-2024-04-03-phone" not in detente("db", "check").stdout
    assert detente("undo").status == 0
    [item] = detente("show", "fra-rus-2024-04-03-phone", "--json").items
    assert item["judgements"] == []


def test_who_holds_no_office_on_record_is_asked_for_role_and_level(fresh_detente: Run, keys: Type) -> None:
    keys("2025-04-03", "phone", "ARM", "AZE", "", "", "",
         "Suren Papikyan", "minister", "Minister of Defence", "yes", "2021-11-15", "https://example.org/p", "",
         "Ali Naghiyev", "dep", "Deputy Minister of Defence", "no", "",
         "", "", *NOTHING_MORE, "", "", "yes")  # fmt: skip
    done = fresh_detente("log", "--json")
    assert done.status == 0, done.stderr
    [item] = done.items
    assert [(p["party"], p["person"], p["role"], p["level"]) for p in item["participants"]] == [
        ("ARM", "Suren Papikyan", "Minister of Defence", "minister"),
        ("AZE", "Ali Naghiyev", "Deputy Minister of Defence", "deputy-minister"),
    ]
    assert "not stated" not in done.stderr
    assert "With it goes on record: Suren Papikyan, Minister of Defence (ARM, minister), since 2021-11-15" in done.stderr
    [office] = fresh_detente("offices", "ARM", "--json").items
    assert (office["record"], office["source_url"]) == ("Suren Papikyan ARM minister 2021-11-15", "https://example.org/p")
    assert fresh_detente("undo").status == 0
    assert fresh_detente("offices", "ARM", "--json").items == [], "contact and office are one revision"


def test_role_and_level_may_stay_open_and_it_is_said_how_to_give_them(fresh_detente: Run, keys: Type) -> None:
    keys("2025-04-03", "phone", "ARM", "AZE", "", "", "", "Suren Papikyan", "", "", "", "", "", *NOTHING_MORE, "", "", "yes")
    done = fresh_detente("log")
    assert done.status == 0, done.stderr
    assert "the role is recorded as 'not stated', the level as minister; say them: --person ARM=" in done.stderr
    assert "or put the office on record: detente offices add ARM 'Suren Papikyan'" in done.stderr


def test_back_to_the_question_before(detente: Run, keys: Type) -> None:
    """Over the end of a list, out of another field, and twice in a row; the answer given before stands in the line."""
    keys("2025-04-03", "video", "<", f"{CTRL_U}phone", "FRA", "DEU", "<", f"{CTRL_U}RUS", "", "", "", "<", "<",
         f"{CTRL_U}planned", "", "", "", "", "", *NOTHING_MORE, "", "", "yes")  # fmt: skip
    done = detente("log", "--json")
    assert done.status == 0, done.stderr
    [item] = done.items
    assert (item["contact_id"], item["parties"], item["status"]) == ("fra-rus-2025-04-03-phone", ["FRA", "RUS"], "planned")


def test_back_by_a_key_and_out_of_a_change(detente: Run, keys: Type) -> None:
    keys("2025-04-03", f"video\x1b[Z{CTRL_U}2025-04-04", "phone", "FRA", "RUS", "", "", "", "", "", "", "",
         *NOTHING_MORE, "", "", f"{CTRL_U}edit", "<", f"{CTRL_U}edit", "place", "<", f"{CTRL_U}duration", "60", "yes")  # fmt: skip
    done = detente("log", "--json")
    assert done.status == 0, done.stderr
    [item] = done.items
    assert (item["date"], item["place"], item["duration_minutes"]) == ("2025-04-04", None, 60)


def test_a_topic_is_followed_by_words_at_once(detente: Run, keys: Type) -> None:
    keys("2025-04-03", "phone", "FRA", "RUS", "", "", "", "", "", "", "", "",
         "european-sec: with the Allies", f"{CTRL_U}peace talks: denies", "", "", "", "", "", "", "", "yes")  # fmt: skip
    done = detente("log", "--json")
    assert done.status == 0, done.stderr
    assert {(s["topic"], s["reported_by"], s["stance"], s["paraphrase"]) for s in done.items[0]["statements"]} == {
        ("european-security", "FRA", "reports", "with the Allies"),
        ("ukraine-peace-talks", "FRA", "denies", None),
    }
