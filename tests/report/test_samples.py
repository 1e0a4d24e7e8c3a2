"""The samples in reports/samples are what the program makes today; ``pytest --accept`` makes them anew."""

import base64
import gzip
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.cli.conftest import Run

SAMPLES = ROOT / "reports" / "samples"
DAY = ("--as-of", "2025-12-31")
COMMANDS = {
    "fra-rus.html": ("report", "FRA", "RUS", *DAY),
    "usa-rus.html": ("report", "USA", "RUS", *DAY),
    "overview.html": ("report", *DAY),  # after those that it leads to
    "fra-rus.md": ("report", "FRA", "RUS", "--format", "md", *DAY),
}
_MADE = re.compile(
    r"(?<=at the end of )\d+ \w+ \d{4}(?= \(UTC\))|(?<=--known-on )\d{4}-\d\d-\d\d|(?<=\\-\\-known\\-on )[\d\\-]+"
)
"""The day on which the record was asked: the clock of a report."""

_PACKED = re.compile(r'(?<=octet-stream" id=")(\w+">)([^<]+)(?=</script>)|(?<=data:application/gzip;)(base64,)([^"]+)')


def scrubbed(text: str) -> str:
    """``text`` with what is packed in it unpacked (compressors differ), without the version and the day of making."""

    def unpacked(found: re.Match[str]) -> str:
        return (found[1] or found[3]) + gzip.decompress(base64.b64decode(found[2] or found[4])).decode("utf-8")

    return _MADE.sub("MADE", _PACKED.sub(unpacked, text).replace(version("detente"), "VERSION"))


@pytest.fixture
def made(detente: Run, in_folder: Path) -> Path:
    """The folder with all samples as they are made now."""
    for name, command in COMMANDS.items():
        assert detente(*command, "-o", name).status == 0
    return in_folder


def test_the_samples_are_what_is_made_today(made: Path, request: pytest.FixtureRequest) -> None:
    for name in COMMANDS:
        text = (made / name).read_text(encoding="utf-8")
        if request.config.getoption("--accept"):
            (SAMPLES / name).write_bytes(text.encode("utf-8"))
        kept = scrubbed((SAMPLES / name).read_text(encoding="utf-8"))
        assert kept == scrubbed(text), f"{name} differs; run: pytest tests/report/test_samples.py --accept"


def test_there_are_no_others() -> None:
    assert sorted(path.name for path in SAMPLES.iterdir()) == sorted(COMMANDS)


def test_the_overview_leads_to_the_samples_beside_it() -> None:
    overview = (SAMPLES / "overview.html").read_text(encoding="utf-8")
    beside = set(re.findall(r'href="([\w-]+\.html)', overview))
    assert beside == {"fra-rus.html", "usa-rus.html"}


def test_scrubbing_hides_nothing_but_packing_version_and_clock() -> None:
    made = scrubbed((SAMPLES / "fra-rus.html").read_text(encoding="utf-8"))
    assert '"contact_id": "fra-rus-2024-04-03-phone"' in made  # of the enclosed JSON
    assert '"call|minister|2020-2024"' in made  # of what can be chosen
    assert "Détente VERSION" in made
