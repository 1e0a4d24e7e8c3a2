"""Is there what event data needs, and what installs it?"""

from importlib.util import find_spec

from detente.errors import RejectedError


def refuse_without_ibis() -> None:
    """Raises RejectedError where the libraries of the extra ``events`` are not installed."""
    _refuse_without("event data needs Ibis", "events", "ibis", "duckdb", "pyarrow")


def refuse_without_spark() -> None:
    """Raises RejectedError where the libraries of the extra ``spark`` are not installed."""
    _refuse_without("--engine spark needs PySpark", "spark", "ibis", "pyspark", "pyarrow")


def _refuse_without(reason: str, extra: str, *libraries: str) -> None:
    if not all(map(_is_installed, libraries)):
        raise RejectedError(reason, mend=f"run: pip install 'detente[{extra}]'")


def _is_installed(library: str) -> bool:
    return find_spec(library) is not None
