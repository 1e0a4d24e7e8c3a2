import re
import subprocess
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

# A folder of somebody's machine at the start of a path (an address on the web has its host before it), or a registry.
MACHINE = re.compile(
    r"(?<![\w.:/~$}\])-])/(?:home|root|work|Users|mnt|opt)/\w"
    r"|[A-Z]:\\Users\\"
    r"|index[-_]url|--find-links|/simple/?[\"'\s]|artifactory|files\.pythonhosted\.org"
)
NOT_TEXT = {".png", ".db", ".ico", ".woff2", ".gz", ".xz", ".xlsx", ".parquet"}


def files() -> list[Path]:
    """Files that are, or are about to be, under version control; in an unpacked source archive, all."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0:
        found = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        found = [path for folder in ("src", "tests", "docs", "data", "migrations") for path in (ROOT / folder).rglob("*")]
    return sorted(path for path in found if path.is_file() and path.suffix not in NOT_TEXT and "__pycache__" not in path.parts)


def test_there_are_files_to_look_at() -> None:
    assert {PACKAGE / "errors.py", ROOT / "data" / "datapackage.json"} <= set(files())


def test_no_path_of_a_machine_and_no_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in files()
        if path != Path(__file__) and path.parent.name != "vendor"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MACHINE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("open('/home/somebody/record.db')", True),
        ("see /root/notes", True),
        ("C:\\Users\\me", True),
        ("pip install --index-url x", True),
        ("https://mil.example/home/news", False),
        ("tests/work/folder", False),
        ("~/work/x", False),
    ],
)
def test_the_pattern_itself(line: str, found: bool) -> None:
    assert bool(MACHINE.search(line)) is found


def test_lines_end_with_a_line_feed_alone() -> None:
    assert [path.name for path in files() if path.parent.name != "vendor" and b"\r\n" in path.read_bytes()] == []
