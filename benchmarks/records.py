"""The made-up records that everything is measured on, each made once a run."""

import sys
from pathlib import Path

from synthetic import write_package

from detente.formats.package import import_package
from detente.store.creating import create

PROGRAM = str(Path(sys.executable).with_name("detente"))
AS_OF = 740_000
"""2027-01-28: after every made-up contact."""


def package(folder: Path, contacts: int) -> Path:
    """A record package of that many contacts."""
    made = folder / f"package-{contacts}"
    return made if made.exists() else write_package(made, contacts)


def filled(folder: Path, contacts: int) -> Path:
    """A store in a file with that many contacts."""
    path = folder / f"{contacts}.db"
    if not path.exists():
        with create(str(path)) as store:
            import_package(store, package(folder, contacts))
    return path
