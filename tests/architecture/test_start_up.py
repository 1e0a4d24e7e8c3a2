import subprocess
import sys

import pytest

HEAVY = (
    "sqlalchemy",
    "alembic",
    "pandas",
    "numpy",
    "plotly",
    "jinja2",
    "rich",
    "prompt_toolkit",
    "psycopg",
    "pycountry",
    "rapidfuzz",
    "platformdirs",
    "openpyxl",
    "pyarrow",
    "ibis",
    "duckdb",
    "pyspark",
    "icalendar",
    "charset_normalizer",
)


def loaded_by(statement: str) -> set[str]:
    """Top-level modules that a fresh interpreter has after ``statement``."""
    command = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("library", HEAVY)
def test_starting_the_program_does_not_load(library: str) -> None:
    assert library not in _after_start()


def test_the_domain_loads_nothing_from_outside_the_standard_library() -> None:
    rooms = "contacts coverage dates days gaps ids officeholders parties resemblance selection silences tallies topics words"
    before = loaded_by("pass")
    after = loaded_by("\n".join(f"import detente.domain.{module}" for module in rooms.split()))
    assert after - before - sys.stdlib_module_names == {"detente"}


_started: set[str] = set()


def _after_start() -> set[str]:
    """As ``loaded_by`` for the command line; one interpreter serves every library."""
    if not _started:
        _started.update(loaded_by("import detente.cli.app"))
    return _started
