"""Every command that prints rows, once in every format, against what somebody has looked at."""

import re
from collections.abc import Callable

import pytest

from tests.cli.conftest import AS_OF, Run

COMMANDS = {
    "panel": ("panel", "fra", "rus", "--level", "minister", "--from", "2019", "--as-of", AS_OF),
    "gaps": ("gaps", "FRA", "RUS", "--channel", "phone", "--level", "minister", "--as-of", AS_OF),
    "gaps-all": ("gaps", "--min", "2y", "--as-of", AS_OF),
    "gaps-by-person": ("gaps", "FRA", "RUS", "--by", "person", "--min", "1y", "--sort", "date", "--as-of", AS_OF),
    "list": ("list", "fra", "russia", "--from", "2020", "--to", "2022", "--as-of", AS_OF),
    "show": ("show", "fra-rus-2024-04-03-phone"),
    "last": ("last", "fra", "rus", "--as-of", AS_OF),
    "silence": ("silence", "usa", "RUS", "--channel", "call", "--level", "minister", "--by", "office", "--as-of", "2024-04-02"),
    "silence-all": ("silence", "--as-of", "2024-04-02"),
    "silence-by-person": (
        "silence",
        "TUR",
        "RUS",
        "--level",
        "minister",
        "--channel",
        "phone",
        "--by",
        "person",
        "--baseline",
        "last:2y",
        "--as-of",
        AS_OF,
    ),
    "frequency": ("frequency", "fra", "rus", "--as-of", AS_OF),
    "topics": ("topics", "fra", "rus", "--broad", "--from", "2019", "--as-of", AS_OF),
    "topics-by-side": ("topics", "fra", "rus", "--by-side", "--from", "2024", "--per", "quarter", "--as-of", AS_OF),
    "readouts": ("readouts", "fra-rus-2024-04-03-phone", "--as-of", AS_OF),
    "readouts-of-pair": ("readouts", "FRA", "RUS", "--from", "2021", "--as-of", AS_OF),
    "attempts": ("attempts", "--as-of", AS_OF),
    "coverage": ("coverage", "RUS", "TUR"),
    "vocab-topics": ("vocab", "list", "topics"),
}


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
@pytest.mark.parametrize("name", COMMANDS)
def test_prints_as_accepted(detente: Run, golden: Callable[[str, str], None], name: str, ending: str) -> None:
    flags = [] if ending == "txt" else [f"--{ending}"]
    done = detente(*COMMANDS[name], *flags)
    assert (done.status, done.stderr) == (0, "")
    golden(f"{name}.{ending}", done.stdout)


@pytest.mark.parametrize(
    "name", ["gaps", "gaps-by-person", "list", "show", "last", "silence", "silence-all", "frequency", "topics-by-side"]
)
def test_prints_wide_as_accepted(
    detente: Run, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    golden(f"{name}-120.txt", detente(*COMMANDS[name]).stdout)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_table_is_wider_than_the_terminal(detente: Run, monkeypatch: pytest.MonkeyPatch, name: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = detente(*COMMANDS[name]).stdout.splitlines()
    whole = re.compile(r"[A-F][1-6] |   ")  # a source keeps to its lines, so that its address can be copied
    assert max(len(line) for line in lines if not whole.match(line)) <= width


@pytest.mark.parametrize("name", COMMANDS)
def test_json_is_one_object_with_the_documented_keys(detente: Run, name: str) -> None:
    found = detente(*COMMANDS[name], "--json").json
    assert list(found) == ["schema", "command", "as_of", "selection", "items", "summary"]
    assert found["schema"] == 1


REQUIRED = {
    "gaps": "parties from to days_min days_max open order_uncertain observation observed_share attempts",
    "list": "contact_id date channel setting level substance status parties initiator host place country summary",
    "show": "contact_id date channel setting level substance status parties initiator host place country summary participants "
    "statements sources claims",
    "last": "scope contact_id date days_min days_max",
    "silence": "parties scope contact_id days_min days_max n_gaps longer_than last_longer median p90 observed_share",
    "silence-all": "parties scope contact_id days_min days_max n_gaps longer_than last_longer median p90 observed_share",
    "frequency": "period channel level count share",
    "topics": "period topic reported_by count share",
    "readouts": "contact_id topic reported_by denied_by raised_by third_party one_sided",
    "attempts": "contact_id date status initiator asked channel level parties next days_min days_max within",
}


@pytest.mark.parametrize("name", REQUIRED)
def test_items_have_the_documented_keys(detente: Run, name: str) -> None:
    for item in detente(*COMMANDS[name], "--json").items:
        assert set(REQUIRED[name].split()) <= set(item)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("show", "readouts", "vocab-topics", "panel")])
def test_an_empty_answer_is_no_error(fresh_detente: Run, name: str) -> None:
    done = fresh_detente(*COMMANDS[name], "--json")
    assert (done.status, done.items) == (0, [])
    assert fresh_detente(*COMMANDS[name]).status == 0
    assert len(fresh_detente(*COMMANDS[name], "--csv").stdout.splitlines()) == 1, "the header"
