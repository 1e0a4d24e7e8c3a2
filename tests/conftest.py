"""What every test shares: no home folder, no network, no store of the user's, and a count of tests by kind at the end."""

import os
import signal
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from xdist.scheduler import LoadScopeScheduling

from tests.support import compiled, memory, postgres

pytest_plugins = ["tests.support.stores", "tests.support.keys", "tests.support.golden", "tests.crashes.table"]

memory.work_in_memory()
# Below a script that runs in the background Ctrl-C is ignored, and all that the tests start would ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)
compiled.share()

# A busy machine must not fail a property; the example that fails one is printed so that it can be tried again.
settings.register_profile("detente", deadline=None, print_blob=True)
# For mutants: what fails needs no smallest example, and each is judged by the same examples.
settings.register_profile("mutation", deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
settings.load_profile("detente")

_OF_THE_USER = (
    "DETENTE_DB",
    "DETENTE_PARTIES",
    "DETENTE_AS_OF",
    "DETENTE_APPROXIMATE_DAYS",
    "DETENTE_APPROXIMATE_MONTHS",
    "DETENTE_APPROXIMATE_YEARS",
    "DETENTE_CHROMIUM",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "PAGER",
    "DETENTE_PAGER",
    "LESS",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
)


@pytest.fixture(autouse=True, scope="session")
def no_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The home folder is a file: whatever writes below it fails."""
    nowhere = tmp_path_factory.mktemp("no-home") / "a-file"
    nowhere.write_text("not a folder", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(nowhere))
        for name in _OF_THE_USER:
            patch.delenv(name, raising=False)
        patch.setenv("DETENTE_AUTHOR", "tester")
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A connection to another machine is an error; this machine's own addresses are allowed."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each test goes to the process that is free, but those that share what is dear go all to one."""
    scheduling = LoadScopeScheduling(config, log)
    scheduling._split_scope = lambda nodeid: next(
        (what for what, where in _TOGETHER.items() if nodeid.startswith(where)), nodeid
    )
    return scheduling


_TOGETHER = {
    "architecture": ("tests/architecture/",),  # the source is taken apart once, for all of them
    "browser": ("tests/browser/",),  # on two cores two browsers are slower
    "roles": ("tests/store/test_roles_only.py",),  # a server is set up for them
    "drafting": ("tests/drafting/", "tests/docs/test_draft_page.py"),  # hundreds of texts are read once, for all of them
    "docs": ("tests/docs/",),  # the demonstration that pages begin with is made once, and so are the commands of the README
}


_KINDS = ("unit", "property", "migration", "browser", "README", "architecture", "docs")


def _kind(report: pytest.TestReport) -> str:
    if "browser" in report.keywords:
        return "browser"
    if "test_readme" in report.nodeid:
        return "README"
    if "tests/migrations/" in report.nodeid:
        return "migration"
    if "hypothesis" in report.keywords:  # a mark that hypothesis gives its tests
        return "property"
    return next((kind for kind in ("architecture", "docs") if f"tests/{kind}/" in report.nodeid), "unit")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line per outcome: how many tests of each kind."""
    terminalreporter.section("tests by kind")
    for outcome in ("passed", "failed", "error", "skipped"):
        reports = [report for report in terminalreporter.stats.get(outcome, []) if isinstance(report, pytest.TestReport)]
        if reports or outcome == "passed":
            counts = Counter(_kind(report) for report in reports)
            terminalreporter.write_line(f"{outcome}: " + ", ".join(f"{counts[kind]} {kind}" for kind in _KINDS))
    if contract := contract_counts(terminalreporter):
        told = ", ".join(f"{count} on {engine}" for engine, count in sorted(contract.items()))
        terminalreporter.write_line(f"contract suite: {told}")


def contract_counts(terminalreporter: pytest.TerminalReporter) -> Counter[str]:
    """How many tests of the contract suite passed, by engine."""
    passed = [r for r in terminalreporter.stats.get("passed", []) if isinstance(r, pytest.TestReport)]
    return Counter(str(engine) for report in passed for name, engine in report.user_properties if name == "engine")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A machine that checks everything may not skip the tests that need a browser or a server, nor pass fewer on one engine."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None or session.exitstatus != pytest.ExitCode.OK:
        return
    skipped = [r for r in reporter.stats.get("skipped", []) if isinstance(r, pytest.TestReport)]
    needed = [r for r in skipped if _kind(r) == "browser" or postgres.MISSING in str(r.longrepr)]
    if needed:
        reporter.write_line(f"{len(needed)} tests of browser or server were skipped, which CI does not allow", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    counts = contract_counts(reporter)
    if len(set(counts.values())) > 1:
        reporter.write_line(f"the contract suite differs between engines: {dict(counts)}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
