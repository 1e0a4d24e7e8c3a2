import ast
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.source import modules, named, tree


def functions(path: Path) -> dict[str, int]:
    """Lines of each function, its decorators aside."""
    return {
        f"{named(path)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_fits_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_function_fits_sixty_lines(path: Path) -> None:
    assert {name: lines for name, lines in functions(path).items() if lines > 60} == {}


def test_most_functions_are_short() -> None:
    assert median(lines for path in modules() for lines in functions(path).values()) <= 8


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    opening = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
    assert opening.rstrip()[-1:] in (".", "?"), "say in one sentence which question the module answers"
