import re
from pathlib import Path

import pytest

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page


@pytest.mark.parametrize(("name", "commands"), [("dialogues.md", 4), ("watch.md", 6)])
def test_every_command_of_the_pages_on_dialogues_and_watching_prints_what_the_page_shows(
    name: str, commands: int, tmp_path: Path
) -> None:
    """The rules that the page shows are in the folder, as it says."""
    text = page(ROOT / "docs" / name)
    for rules in re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (tmp_path / "rules.toml").write_text(rules, encoding="utf-8")
    ran = run_console_blocks(text, tmp_path)
    assert len(ran) == commands
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_line_for_cron_mails_only_when_a_rule_is_broken(tmp_path: Path) -> None:
    """The command of the crontab line, run by a shell on a day before and a day after the limit."""
    import os
    import subprocess
    import sys

    text = page(ROOT / "docs" / "watch.md")
    [line] = re.findall(r"^0 7 \* \* \* (.*)$", text, re.MULTILINE)
    [rules] = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "rules.toml").write_text(rules, encoding="utf-8")
    env = {**os.environ, "HOME": str(tmp_path), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def run(command: str) -> str:
        done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
        return done.stdout

    run("detente init --db ~/record.db && detente log 2024-04-03 phone FRA RUS --db ~/record.db >/dev/null")
    for as_of, mailed in (("2024-12-31", False), ("2025-12-31", True)):
        printed = run(line.replace("--db", f"--as-of {as_of} --db"))
        assert bool(printed) is mailed
        assert ("'Paris and Moscow' is broken" in printed) is mailed
