"""``detente watch``: exit codes, forms, and what it says on stderr."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULES = """\
title = "My desk"

[[rule]]
name = "Paris and Moscow"
parties = ["FRA", "RUS"]
level = "minister"
days = 180
note = "ask the attaché"

[[rule]]
name = "Washington and Moscow"
parties = ["usa", "russia"]
channel = ["call"]
percentile = 90

[[rule]]
name = "letters"
parties = ["USA", "RUS"]
channel = "letter"
percentile = 90

[[rule]]
name = "Ankara and Moscow"
parties = ["RUS", "TUR"]
days = 600
"""
ENDINGS = {"markdown": "md", "rss": "rss", "atom": "atom", "icalendar": "ics"}


@pytest.fixture
def rules(in_folder: Path) -> str:
    (in_folder / "rules.toml").write_text(RULES, encoding="utf-8")
    return "rules.toml"


@pytest.mark.parametrize("form", ["txt", "json", "csv", *ENDINGS])
def test_prints_as_accepted(detente: Run, rules: str, golden: Callable[[str, str], None], form: str) -> None:
    flags = [] if form == "txt" else ["--format", form] if form in ENDINGS else [f"--{form}"]
    done = detente("watch", rules, "--as-of", "2024-12-31", *flags)
    assert done.status == 6
    golden(f"watch.{ENDINGS.get(form, form)}", done.stdout.replace("\r\n", "\n"))  # as RFC 5545 ends lines, golden files do not


def test_what_is_broken_and_what_cannot_be_judged_is_told_on_stderr(detente: Run, rules: str) -> None:
    done = detente("watch", rules, "--as-of", "2024-12-31", "--format", "rss")
    assert done.stderr.splitlines() == [
        "rule 'letters', RUS-USA cannot be judged: a percentile needs 10 completed gaps; this series has none",
        "detente: rule 'Paris and Moscow' is broken: FRA-RUS, silent for 272 days; see: detente last FRA RUS",
    ]


def test_what_may_be_broken_is_told_and_no_alarm(detente: Run, rules: str) -> None:
    """The last contact of Türkiye and Russia is of May 2023: on 22 December 2024 it may be 601 days, on 21 January it is."""
    for as_of, verdict, status in (("2024-12-21", "kept", 0), ("2024-12-22", "may-be-broken", 0), ("2025-01-21", "broken", 6)):
        Path("one.toml").write_text(RULES[RULES.rindex("[[rule]]") :], encoding="utf-8")
        done = detente("watch", "one.toml", "--as-of", as_of, "--json")
        assert (done.status, [item["verdict"] for item in done.items]) == (status, [verdict])


def test_it_judges_as_gaps_does(detente: Run) -> None:
    for as_of in ("2024-09-30", "2024-10-01"):
        asked = ("--as-of", as_of, "--level", "minister")
        gaps = detente("gaps", "FRA", "RUS", "--fail-over", "180d", *asked).status
        Path("one.toml").write_text(RULES[: RULES.index('[[rule]]\nname = "Wash')], encoding="utf-8")
        assert detente("watch", "one.toml", "--as-of", as_of).status == gaps


def test_a_missed_dialogue(detente: Run) -> None:
    detente(
        "dialogues", "add", "fra-rus-2+2", "FRA", "RUS", "--name", "Council", "--every", "1y", "--months", "9-11",
        "--setting", "2+2", "--from", "2019-01-01",
    )  # fmt: skip
    Path("one.toml").write_text('[[rule]]\nname = "council"\ndialogue = "fra-rus-2+2"\n', encoding="utf-8")
    done = detente("watch", "one.toml", "--as-of", "2021-06-30")
    assert done.status == 6
    assert "due September 2020 to November 2020: missed" in done.stdout
    assert done.stderr.endswith("see: detente dialogues FRA RUS\n")
    assert detente("watch", "one.toml", "--as-of", "2021-12-31").status == 0


@pytest.mark.parametrize("ending", ["md", "rss", "atom", "ics"])
def test_the_ending_of_a_file_tells_the_format(detente: Run, rules: str, ending: str) -> None:
    form = next(name for name, known in ENDINGS.items() if known == ending)
    done = detente("watch", rules, "--as-of", "2024-12-31", "-o", f"news.{ending}")
    assert (done.status, done.stdout) == (6, "")
    shown = detente("watch", rules, "--as-of", "2024-12-31", "--format", form).stdout
    assert Path(f"news.{ending}").read_bytes().decode() == shown


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        (("none.toml",), 4, "no file none.toml"),
        (("rules.toml", "--format", "pdf"), 2, "--format 'pdf' is not known; one of markdown, rss, atom, icalendar"),
        (("rules.toml", "--format", "rss", "--json"), 2, "exclude each other"),
        (("rules.toml", "--csv", "-o", "x.ics"), 2, "contradict each other"),
        (("rules.toml", "--format", "rss", "-o", "x.ics"), 2, "contradict each other"),
        (("rules.toml", "-o", "x.doc"), 2, "has no ending that names a format"),
        (("wrong.toml",), 5, "wrong.toml:3: rule 'a': 'dayz' is no part of a rule; did you mean days?"),
        (("strange.toml",), 5, "strange.toml:3: rule 'a': channel 'pigeon' is not known"),
    ],
)
def test_what_is_refused(detente: Run, rules: str, given: tuple[str, ...], status: int, said: str) -> None:
    Path("wrong.toml").write_text("[[rule]]\nname = 'a'\ndayz = 3\n", encoding="utf-8")
    Path("strange.toml").write_text("[[rule]]\nname = 'a'\nchannel = 'pigeon'\ndays = 3\n", encoding="utf-8")
    done = detente("watch", *given)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr


def test_what_is_not_public_changes_the_answer(detente: Run, rules: str) -> None:
    detente("log", "2024-12-01", "phone", "FRA", "RUS", "--restricted")
    done = detente("watch", rules, "--as-of", "2024-12-31")
    assert done.status == 6
    assert "not public would change this answer" in done.stderr
    assert detente("watch", rules, "--as-of", "2024-12-31", "--include-restricted").status == 0


def test_a_terminal_is_not_obeyed(detente: Run) -> None:
    Path("one.toml").write_text('[[rule]]\nname = "\\u001b[2J[red]"\nparties = ["FRA", "RUS"]\ndays = 3\n', encoding="utf-8")
    done = detente("watch", "one.toml", "--as-of", "2024-12-31")
    assert "\x1b" not in done.stdout + done.stderr
