"""Drafting from a text: what is proposed as JSON, what is asked at a terminal, and what is kept."""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.keys import CTRL_C, CTRL_U, Type

STORY = """French Defence Minister Sebastien Lecornu spoke by phone with Russian counterpart Sergei Shoigu on Wednesday, in their first \
conversation in around one and a half years.

Paris said that Lecornu had condemned the war in Ukraine. The call came at the request of Paris.

The Russian ministry said that a readiness for dialogue on Ukraine had been noted.
"""
PUBLISHED = ("--published", "2024-04-04")


@pytest.fixture
def story(in_folder: Path) -> str:
    Path("story.txt").write_text(STORY, encoding="utf-8")
    return "story.txt"


def test_proposes_as_accepted(detente: Run, golden: Callable[[str, str], None], story: str) -> None:
    done = detente("draft", story, *PUBLISHED, "--json")
    assert (done.status, done.stderr) == (0, "")
    golden("draft.json", done.stdout)


def test_json_has_the_documented_keys_and_keeps_nothing(detente: Run, story: str) -> None:
    before = detente("list", "--json").stdout
    found = detente("draft", story, *PUBLISHED, "--json").json
    assert list(found) == ["schema", "command", "as_of", "selection", "items", "summary"]
    [item] = found["items"]
    required = "date channel status level parties participants initiator topics statements claims how"
    assert set(required.split()) <= set(item)
    assert set(item["how"].values()) <= {"stated", "inferred", "guessed"}
    assert found["summary"]["text_sha256"] == hashlib.sha256(STORY.encode()).hexdigest()
    assert item["look_alikes"] == ["fra-rus-2024-04-03-phone"]
    [claim] = item["claims"]
    assert (claim["verdict"], claim["days_min"], claim["months"]) == ("rounded", 528, 18.0)
    assert detente("list", "--json").stdout == before


def test_a_claim_is_judged_though_the_contact_is_not_on_record(fresh_detente: Run, story: str) -> None:
    fresh_detente("log", "2022-10-23", "phone", "FRA", "RUS")
    [claim] = fresh_detente("draft", story, *PUBLISHED, "--json").items[0]["claims"]
    assert (claim["contact_id"], claim["previous"]["contact_id"], claim["days_min"]) == (None, "fra-rus-2022-10-23-phone", 528)
    assert claim["verdict"] == "rounded"


def test_no_contact_is_an_answer(detente: Run, in_folder: Path) -> None:
    Path("none.txt").write_text("The presidents of France and Russia spoke by phone on Wednesday.", encoding="utf-8")
    done = detente("draft", "none.txt", "--json")
    assert (done.status, done.items, done.json["summary"]["contacts"]) == (0, [], 0)


def test_without_a_day_of_publication_a_weekday_is_no_date(detente: Run, story: str) -> None:
    [item] = detente("draft", story, "--json").items
    assert item["date"] is None
    assert "date" not in item["how"]


def test_several_contacts_of_one_text(detente: Run, in_folder: Path) -> None:
    Path("two.txt").write_text(
        "Сергей Шойгу в понедельник созвонился с министром обороны Армении Давидом Тонояном. Отдельный телефонный разговор он "
        "провел с министром обороны Азербайджана Закиром Гасановым.",
        encoding="utf-8",
    )
    items = detente("draft", "two.txt", "--published", "2020-11-02", "--json").items
    assert [(item["parties"], item["date"], item["channel"]) for item in items] == [
        (["ARM", "RUS"], "2020-11-02", "phone"),
        (["AZE", "RUS"], "2020-11-02", "phone"),
    ]


def test_a_word_that_was_added_tells_of_its_topic(fresh_detente: Run, story: str) -> None:
    assert "visits" not in fresh_detente("draft", story, *PUBLISHED, "--json").items[0]["topics"]
    assert fresh_detente("vocab", "add", "words", "visits", "readiness for dialog*").stderr == (
        "draft takes readiness for dialog* for visits\n"
    )
    assert "visits" in fresh_detente("draft", story, *PUBLISHED, "--json").items[0]["topics"]
    assert fresh_detente("vocab", "list", "words", "--json").items == [{"word": "readiness for dialog*", "topic": "visits"}]
    assert fresh_detente("vocab", "forget-words", "readiness for dialog*").status == 0
    assert fresh_detente("vocab", "list", "words", "--json").items == []


def test_piped_text_is_read(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped(io.StringIO):
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr("detente.cli.article.sys", type("sys", (), {"stdin": Piped()}))
    assert detente("draft", "-", *PUBLISHED, "--json").items[0]["date"] == "2024-04-03"


def test_what_is_piped_in_is_to_be_saved_and_named(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped(io.StringIO):
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr("detente.cli.article.sys", type("sys", (), {"stdin": Piped()}))
    done = detente("draft", "-", *PUBLISHED)
    assert (done.status, done.stdout) == (2, "")
    assert "save it and name the file: detente draft article.txt" in done.stderr


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (
            ("story.txt",),
            2,
            "draft asks before it records, and nobody sits at a terminal to answer; to see what it proposes, add --json",
        ),
        (("nothing.txt", "--json"), 4, "no file nothing.txt"),
        (("nothing.txt",), 4, "no file nothing.txt"),
        (("story.txt", "--lang", "tr"), 2, "--lang tr cannot be read"),
        (("story.txt", "--published", "soon"), 2, "--published"),
        (("empty.txt",), 5, "empty.txt holds no text; save the article as text and name that file"),
        (("story.txt", "--json", "--lang", "tr"), 2, "--lang tr cannot be read; one of en, fr, de, ru"),
        (("story.txt", "--json", "--published", "soon"), 2, "--published"),
        (("story.txt", "--json", "--url", "example"), 5, "'example' is no web address"),
        (("empty.txt", "--json"), 5, "empty.txt holds no text"),
        (("latin.txt", "--json"), 5, "latin.txt is no text in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    detente: Run, story: str, args: tuple[str, ...], status: int, said: str
) -> None:
    Path("empty.txt").write_text(" \n", encoding="utf-8")
    Path("latin.txt").write_bytes("Défense".encode("latin-1"))
    done = detente("draft", *args)
    assert (done.status, done.stdout, done.stderr.count("\n")) == (status, "", 1)
    assert said in done.stderr


def test_a_saved_page_says_where_and_when(detente: Run, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    Path("page.html").write_text(
        '<!doctype html><html><head><link rel="canonical" href="https://example.org/call">'
        f'<meta property="article:published_time" content="2024-04-04"></head><body>{paragraphs}</body></html>',
        encoding="utf-8",
    )
    done = detente("draft", "page.html", "--json")
    assert done.json["selection"]["url"] == "https://example.org/call"
    assert done.items[0]["date"] == "2024-04-03"
    assert done.stderr == "read as a simple page; for the article without what surrounds it: pip install 'detente[html]'\n"


YES = ""
KEPT = (
    YES,  # go on with this contact
    YES,  # 'Sebastien Lecornu' is Sébastien Lecornu
    "condemns the war",  # FRA on ukraine-war
    "+",  # RUS on ukraine-peace-talks: the topic alone
    "",  # no other topic
    "https://example.org/story",
    "third",
    YES,  # record the claim
    f"{CTRL_U}First call in some eighteen months.",
    "yes",  # record it
)


def test_what_is_confirmed_is_recorded_and_nothing_of_the_text(fresh_detente: Run, story: str, keys: Type) -> None:
    fresh_detente("log", "2022-10-23", "phone", "FRA", "RUS")
    keys(*KEPT)
    done = fresh_detente("draft", story, *PUBLISHED)
    assert done.status == 0, done.stderr
    assert done.stdout.splitlines()[0] == "fra-rus-2024-04-03-phone"
    [item] = fresh_detente("show", "fra-rus-2024-04-03-phone", "--json").items
    assert (item["date"], item["channel"], item["initiator"], item["parties"]) == ("2024-04-03", "phone", "FRA", ["FRA", "RUS"])
    assert [one["person"] for one in item["participants"]] == ["Sébastien Lecornu", "Sergei Shoigu"]
    told = {(one["topic"], one["reported_by"], one["paraphrase"]) for one in item["statements"]}
    assert told == {("ukraine-war", "FRA", "condemns the war"), ("ukraine-peace-talks", "RUS", None)}
    [source] = item["sources"]
    assert (source["url"], source["published"], source["language"], source["side"]) == (
        "https://example.org/story", "2024-04-04", "en", "third",
    )  # fmt: skip
    [claim] = item["claims"]
    assert (claim["claim"], claim["months"], claim["verdict"]) == ("First call in some eighteen months.", 18.0, "rounded")
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    assert item["note"] == f"Drafted from a text with SHA-256 {digest}."
    kept = json.dumps(item, ensure_ascii=False)
    parts = [sentence[:40] for sentence in STORY.replace("\n", " ").split(". ") if sentence.strip()]
    assert [part for part in parts if part in kept] == []
    assert fresh_detente("vocab", "list", "spellings", "--json").items == [
        {"written": "sebastien lecornu", "person": "Sébastien Lecornu"}
    ]


def test_a_spelling_that_was_confirmed_is_not_asked_about_again(fresh_detente: Run, story: str, keys: Type) -> None:
    keys(*KEPT)
    fresh_detente("draft", story, *PUBLISHED)
    [item] = fresh_detente("draft", story, *PUBLISHED, "--json").items
    assert item["how"]["participants"] == "stated"


@pytest.mark.parametrize("answered", range(len(KEPT)))
def test_who_gives_up_leaves_nothing(fresh_detente: Run, story: str, keys: Type, answered: int) -> None:
    keys(*KEPT[:answered], CTRL_C)
    done = fresh_detente("draft", story, *PUBLISHED)
    assert (done.status, done.stdout) == (130, "")
    assert fresh_detente("list", "--json").items == []
    assert fresh_detente("vocab", "list", "spellings", "--json").items == []


def test_the_day_of_publication_is_asked_for(fresh_detente: Run, story: str, keys: Type) -> None:
    keys("2024-04-04", *KEPT)
    assert fresh_detente("draft", story).status == 0
    assert fresh_detente("list", "--json").items[0]["date"] == "2024-04-03"


def test_a_guess_is_confirmed_by_itself_and_can_be_mended(fresh_detente: Run, in_folder: Path, keys: Type) -> None:
    Path("bare.txt").write_text("Sébastien Lecornu spoke with Sergei Shoigu by phone.", encoding="utf-8")
    # go on; the date (that of the text, published 4 April) is wrong, the right one; no topic, no address; record
    keys(YES, "no", f"{CTRL_U}2024-04-03", "", "", "yes")
    done = fresh_detente("draft", "bare.txt", *PUBLISHED)
    assert done.status == 0, done.stderr
    assert fresh_detente("list", "--json").items[0]["date"] == "2024-04-03"


def test_a_contact_that_is_on_record_is_shown_and_not_taken_for_new(detente: Run, story: str, keys: Type) -> None:
    before = detente("list", "--json").stdout
    keys("no")
    done = detente("draft", story, *PUBLISHED)
    assert (done.status, done.stdout) == (0, "")
    assert "fra-rus-2024-04-03-phone" in done.stderr
    assert detente("list", "--json").stdout == before


def test_no_contact_is_told_at_a_terminal_too(fresh_detente: Run, in_folder: Path, keys: Type) -> None:
    Path("none.txt").write_text("The weather in Paris was fine.", encoding="utf-8")
    keys()
    done = fresh_detente("draft", "none.txt")
    assert (done.status, done.stdout) == (0, "")
    assert done.stderr == "no contact between defence sides found in this text; nothing is recorded\n"


def test_what_a_text_says_is_not_obeyed_by_the_terminal(fresh_detente: Run, in_folder: Path, keys: Type) -> None:
    Path("bad.txt").write_text(STORY.replace("Paris said", "\x1b[31mParis\x1b[0m said \u202e"), encoding="utf-8")
    keys(CTRL_C)
    done = fresh_detente("draft", "bad.txt", *PUBLISHED)
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


DATED = """BERLIN, 12 March 2025 – German Defence Minister Boris Pistorius held a video call on Tuesday with his Polish counterpart \
Wladyslaw Kosiniak-Kamysz. They spoke of hybrid threats at the border, and of much else that ministers speak of when they speak.

Kosiniak-Kamysz invited Pistorius to visit Warsaw on 3 April 2025.
"""


def test_a_full_dateline_is_the_day_of_publication_and_an_appointment_no_day_of_the_contact(
    fresh_detente: Run, in_folder: Path
) -> None:
    Path("dated.txt").write_text(DATED, encoding="utf-8")
    found = fresh_detente("draft", "dated.txt", "--json").json
    assert found["selection"]["published"] == "2025-03-12"
    [item] = found["items"]
    assert (item["date"], item["how"]["date"], item["status"]) == ("2025-03-11", "inferred", "held")


def test_an_appointment_is_no_day_of_a_contact_without_a_day_of_publication(fresh_detente: Run, in_folder: Path) -> None:
    Path("undated.txt").write_text(DATED.replace("BERLIN, 12 March 2025 – ", ""), encoding="utf-8")
    [item] = fresh_detente("draft", "undated.txt", "--json").items
    assert (item["date"], item["status"]) == (None, "held")


def test_the_office_that_a_text_states_gives_role_and_level(fresh_detente: Run, in_folder: Path) -> None:
    Path("dated.txt").write_text(DATED, encoding="utf-8")
    [item] = fresh_detente("draft", "dated.txt", "--json").items
    assert {(one["person"], one["role"], one["level"]) for one in item["participants"]} == {
        ("Boris Pistorius", "minister", "minister"),
        ("Władysław Kosiniak-Kamysz", "minister", "minister"),
    }


def test_a_counterpart_has_the_level_of_whose_counterpart_he_is(detente: Run, in_folder: Path) -> None:
    Path("turc.txt").write_text(
        "Le ministre des Armées, Sébastien Lecornu, s'est entretenu lundi par téléphone avec son homologue turc, Yaşar Güler.",
        encoding="utf-8",
    )
    [item] = detente("draft", "turc.txt", "--published", "2025-05-14", "--json").items
    [guler] = [one for one in item["participants"] if one["party"] == "TUR"]
    assert (guler["role"], guler["level"], item["level"]) == ("minister", "minister", "minister")


def test_a_topic_that_a_word_suggests_is_no_more_than_inferred(detente: Run, in_folder: Path) -> None:
    Path("dated.txt").write_text(DATED, encoding="utf-8")
    [item] = detente("draft", "dated.txt", "--json").items
    assert (item["topics_named"] > 0, item["how"]["topics"]) == (True, "inferred")


def test_at_a_terminal_the_dateline_is_proposed_and_enter_records_no_topic(
    fresh_detente: Run, in_folder: Path, keys: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    Path("dated.txt").write_text(DATED, encoding="utf-8")
    # published, as proposed; go on; who took part for both; no words on any topic; no other; no address; record
    keys("", YES, "", "", *[""] * 5, "yes")
    done = fresh_detente("draft", "dated.txt")
    assert done.status == 0, done.stderr
    [item] = fresh_detente("list", "--json").items
    [shown] = fresh_detente("show", item["contact_id"], "--json").items
    assert (shown["date"], shown["statements"]) == ("2025-03-11", [])
    assert {(one["person"], one["role"]) for one in shown["participants"]} == {
        ("Boris Pistorius", "minister"),
        ("Władysław Kosiniak-Kamysz", "minister"),
    }
    assert "not stated" not in done.stderr


def test_quoted_sentences_are_broken_between_words(
    fresh_detente: Run, in_folder: Path, keys: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    Path("dated.txt").write_text(DATED, encoding="utf-8")
    keys("", YES, "", "", CTRL_C)
    told = fresh_detente("draft", "dated.txt").stderr.splitlines()
    begun = max(number for number, line in enumerate(told) if line.startswith("   “"))
    quoted = [line.strip() for line in told[begun:] if line.startswith("   ")]
    assert len(quoted) > 1
    assert max(map(len, quoted)) <= 47
    assert " ".join(quoted).strip("“”") in " ".join(DATED.split())


def test_level_and_role_are_asked_for_where_neither_text_nor_record_tells_an_office(
    fresh_detente: Run, in_folder: Path, keys: Type
) -> None:
    Path("bare.txt").write_text("Boris Pistorius spoke with Sébastien Lecornu by phone on 3 April 2024.", encoding="utf-8")
    [item] = fresh_detente("draft", "bare.txt", *PUBLISHED, "--json").items
    [german] = [one for one in item["participants"] if one["party"] == "DEU"]
    assert (german["role"], german["level"]) == ("not stated", "minister")
    keys(YES, "yes", "", "minister", "Federal Minister of Defence", "no", "", "", "yes")
    done = fresh_detente("draft", "bare.txt", *PUBLISHED)
    assert done.status == 0, done.stderr
    [item] = fresh_detente("list", "--json").items
    [shown] = fresh_detente("show", item["contact_id"], "--json").items
    assert ("Boris Pistorius", "Federal Minister of Defence") in {(one["person"], one["role"]) for one in shown["participants"]}


def test_the_notice_of_an_office_that_nobody_told_is_given_once_and_advises_no_option(
    fresh_detente: Run, in_folder: Path, keys: Type
) -> None:
    Path("bare.txt").write_text("Boris Pistorius spoke with Sébastien Lecornu by phone on 3 April 2024.", encoding="utf-8")
    keys(YES, "yes", "", "", "", "", "yes")
    done = fresh_detente("draft", "bare.txt", *PUBLISHED)
    assert done.status == 0, done.stderr
    told = " ".join(done.stderr.split())
    assert (told.count("the role is recorded as 'not stated'"), "--person" in told) == (1, False)
