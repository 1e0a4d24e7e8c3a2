"""What a shell is told when somebody presses Tab, by the protocol that its script speaks."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from detente.cli.app import COMMANDS, app
from detente.cli.completing import Completion, _safe, completed
from tests.cli.conftest import Run


def asked(shell: str, line: str) -> str:
    """What the program answers to a shell; the word at the cursor is the last of ``line``, empty after a space."""
    words = line.split(" ")
    speaking = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer._completion_classes._sanitize_help_text", str)  # put back after the test
        done = CliRunner().invoke(app, [], prog_name="detente", env={"_DETENTE_COMPLETE": f"complete_{shell}", **speaking})
    assert done.stderr == ""
    return done.stdout


def offered(line: str) -> list[str]:
    return asked("bash", line).split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("detente ga", ["gaps"]),
        ("detente gaps RUS", ["RUS", "RUSSIA"]),
        ("detente gaps russi", ["russia"]),
        ("detente gaps Ger", ["Germany"]),
        ("detente last FRA german", ["germany"]),
        ("detente last FRA r", ["ru", "rus", "russia"]),
        ("detente last FRA roma", ["romania"]),
        ("detente show fra-rus-2024", ["fra-rus-2024-04-03-phone"]),
        ("detente amend fra-rus-2024", ["fra-rus-2024-04-03-phone"]),
        ("detente same fra-rus-2024-04-03-phone fra-rus-2018-0", ["fra-rus-2018-04-27-phone", "fra-rus-2018-09-18-phone"]),
        ("detente claims list fra-rus-2024", ["fra-rus-2024-04-03-phone"]),
        ("detente claims list germ", ["germany"]),
        ("detente history fra-rus-c01", ["fra-rus-c01"]),
        ("detente list --topic ukraine-p", ["ukraine-peace-talks"]),
        ("detente log 2024-04-03 ph", ["phone"]),
        ("detente log 2024-04-03 phone turke", ["turkey"]),
        ("detente log 2024-04-03 phone FRA RUS --initiator franc", ["france"]),
        ("detente list --channel c", ["call"]),
        ("detente list --status de", ["declined"]),
        ("detente list --level m", ["minister"]),
        ("detente frequency --per q", ["quarter"]),
        ("detente gaps --sort l", ["length"]),
        ("detente claims list --verdict r", ["rounded"]),
        ("detente vocab list t", ["topics"]),
        ("detente gaps xyzxyz", []),
        ("detente misspelt x", []),
        ("detente vocab add topic fra-", []),
    ],
)
def test_what_begins_so(detente: Run, line: str, words: list[str]) -> None:
    assert offered(line) == words


def test_with_nothing_typed_the_parties_on_record(detente: Run) -> None:
    assert offered("detente gaps ")[:4] == ["RUS", "USA", "FRA", "TUR"]


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("zsh", '_arguments \'*: :(("ukraine-peace-talks":"Ukraine  peace talks"))\'\n'),
        ("fish", "ukraine-peace-talks\tUkraine peace talks\n"),
        ("bash", "ukraine-peace-talks\n"),
    ],
)
def test_zsh_and_fish_say_what_it_means(detente: Run, shell: str, said: str) -> None:
    assert " ".join(asked(shell, "detente list --topic ukraine-pe").split()) == " ".join(said.split())


def test_another_store_is_asked_where_one_is_named(detente: Run) -> None:
    assert detente("init", "--db", "other.db").status == 0
    assert offered("detente list --db other.db --topic ukraine-pe") == ["ukraine-peace-talks"]
    assert offered("detente show --db other.db fra-rus-2024") == []


@pytest.mark.parametrize("line", ["detente gaps fr", "detente show fra", "detente list --topic u"])
def test_without_a_store_nothing_is_offered_and_nothing_said(bare: Run, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_DB", "/nowhere/at.all")
    assert asked("bash", line).strip() == ""


def test_what_is_not_public_is_not_offered(detente: Run) -> None:
    assert detente("log", "2025-03-01", "letter", "FRA", "RUS", "--restricted").status == 0
    assert offered("detente show fra-rus-2025") == []


@pytest.mark.parametrize(
    "hostile", ["$(reboot)", "`reboot`", "\\$(reboot)", "a;reboot", "a b", "a'b", 'a"b', "a\nb", "\x1b[2J", "(x)", "a:b"]
)
def test_no_shell_is_given_what_it_would_obey(hostile: str) -> None:
    assert _safe([(hostile, "")]) == []
    [kept] = _safe([("word", hostile)])
    assert not set(kept.help or "") & set("$`\\;'\"\n\x1b[]:")


def test_help_of_a_word() -> None:
    assert _safe([("TUR", "Türkiye (Turkey)")]) == [Completion("TUR", "Türkiye (Turkey)")]


def parameters(command: Any) -> Iterator[Any]:
    yield from command.params
    for further in getattr(command, "commands", {}).values():
        yield from parameters(further)


def test_whatever_takes_a_party_a_topic_or_an_id_is_completed() -> None:
    group: Any = typer.main.get_command(app)
    left_out = set()
    for name in (name for section in COMMANDS.values() for name in section):
        for parameter in parameters(completed(group.get_command(None, name))):
            takes = str(parameter.metavar or "")
            by_name = any(word in takes for word in ("PARTY", "TOPIC", "ID")) and "=" not in takes.replace("[PARTY=]TOPIC", "")
            if by_name and "shell_complete" not in vars(parameter):
                left_out.add((name, parameter.name, takes))
    assert left_out == {("vocab", "name", "ID")}, "a new topic has no id yet"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_installed_for_the_shell_one_is_in(tmp_path: Path, shell: str) -> None:
    """A shell is the parent of the program, under its own name; nothing outside the home folder is touched."""
    sh, home = tmp_path / shell, tmp_path / "home"
    sh.symlink_to("/bin/bash")
    home.mkdir()
    program = f"'{sys.executable}' -c 'from detente.cli.app import main; main()'"
    environment = {**os.environ, "HOME": str(home)}
    for option in ("--install-completion", "--show-completion"):
        done = subprocess.run(
            [sh, "-c", f"{program} {option}; true"], env=environment, capture_output=True, text=True, check=True
        )
        assert "completion installed in" in done.stdout or "_DETENTE_COMPLETE=complete_" in done.stdout, done.stderr
    written = "".join(path.read_text(encoding="utf-8") for path in home.rglob("*") if path.is_file())
    assert f"complete_{shell}" in written


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs bash")
def test_bash_takes_what_it_is_given(detente: Run, tmp_path: Path) -> None:
    """The script itself, in a real bash, with the program behind it."""
    program = tmp_path / "detente"
    program.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -c 'from detente.cli.app import main; main()' \"$@\"\n", encoding="utf-8"
    )
    program.chmod(0o755)
    script = (
        "set -e; _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION=1 detente --show-completion bash > c.sh; . ./c.sh; "
        'COMP_WORDS=(detente list --topic ukraine-pe); COMP_CWORD=3; _detente_completion detente; echo "${COMPREPLY[*]}"'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["/bin/bash", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("ukraine-peace-talks\n", "")
