"""Where the source lies, and what its modules import."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "detente"


def modules() -> list[Path]:
    """Every Python module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    """A module as people name it: ``domain/gaps.py``."""
    return path.relative_to(PACKAGE).as_posix()


def room(path: Path) -> str:
    """``domain``, ``store``, …; empty for a module at the top of the package."""
    return path.relative_to(PACKAGE).parts[0] if path.parent != PACKAGE else ""


@cache
def tree(path: Path) -> ast.Module:
    """The module, parsed; nobody may change it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """The libraries that the module imports anywhere, inside functions too."""
    return frozenset(name.split(".")[0] for name in imports(ast.walk(tree(path))))


def imports(nodes: Iterator[ast.AST]) -> set[str]:
    """The dotted names that import statements among ``nodes`` name."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found.add(node.module)
    return found
