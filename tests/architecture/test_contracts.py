import ast
import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT, imported, imports, modules, named, room, tree

HOMES = {
    "sqlalchemy": "store",
    "alembic": "store",
    "psycopg": "store",
    "pycountry": "store",
    "pandas": "analysis",
    "numpy": "analysis",
    "plotly": "report",
    "jinja2": "report",
    "openpyxl": "formats",
    "pyarrow": "formats",
    "ibis": "formats",
    "duckdb": "formats",
    "pyspark": "formats",
    "icalendar": "formats",
    "charset_normalizer": "formats",
    "trafilatura": "formats",
    "anyascii": "drafting",
    "typer": "cli",
    "click": "",  # typer brings its own; importing click would catch none of its errors
    "rich": "cli",
}


def test_the_import_contracts_are_kept() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "COLUMNS": "120"}
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("library", HOMES)
def test_every_heavy_library_has_one_home(library: str) -> None:
    """Imports inside functions count too."""
    homes = {room(path) for path in modules() if library in imported(path)}
    assert homes <= {HOMES[library]} - {""}


def test_command_modules_import_next_to_nothing_at_the_top() -> None:
    """Start-up is felt by everybody: what a command needs, it imports when it runs."""
    allowed = sys.stdlib_module_names | {"typer"}
    heavy = {
        f"{named(path)} imports {name}"
        for path in modules()
        if room(path) == "cli"
        for name in imports(iter(tree(path).body))
        if name.split(".")[0] not in allowed
        and name not in ("detente", "detente.errors")
        and not name.startswith("detente.cli")
    }
    assert heavy == set()


def test_the_domain_and_errors_are_standard_library_only() -> None:
    below = [path for path in modules() if room(path) == "domain" or named(path) == "errors.py"]
    foreign = {
        f"{named(path)} imports {name}"
        for path in below
        for name in imports(ast.walk(tree(path)))
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(("detente.domain", "detente.errors"))
    }
    assert len(below) > 10
    assert foreign == set()
