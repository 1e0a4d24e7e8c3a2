"""Where the source lies, and what its modules import."""

import ast
from collections.abc import Iterator
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


def tree(path: Path) -> ast.Module:
    """The module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(nodes: Iterator[ast.AST]) -> set[str]:
    """The dotted names that import statements among ``nodes`` name."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found.add(node.module)
    return found
