"""What does a tree of Python look like in figures? ``python benchmarks/structure.py [SOURCE [TESTS]]`` prints a table.

Without folders it is this project, room by room. Lines are all lines of a file or function, decorators aside; a function nested
in another counts by itself too.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "detente"

_ALIKE = 6
"""So many lines that stand in two places, blank ones aside, are a repetition."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Figures:
    """Lines of modules and functions; the shares (0 to 1) of functions typed throughout, of public names that are explained,
    and of lines that stand in another place too."""

    name: str
    modules: tuple[int, ...]
    functions: tuple[int, ...]
    typed: float
    explained: float
    repeated: float

    def row(self) -> str:
        """A line of the table."""
        tenth = quantiles(self.functions, n=10)[-1] if len(self.functions) > 1 else sum(self.functions)
        return (
            f"| {self.name} | {len(self.modules)} | {sum(self.modules):,} | {median(self.modules):.0f} | {max(self.modules):,} "
            f"| {median(self.functions):.0f} | {tenth:.0f} | {max(self.functions)} | {self.typed:.0%} | {self.explained:.0%} "
            f"| {self.repeated:.1%} |"
        )


HEADER = (
    "| tree | modules | lines | median | largest | median function | nine in ten below | longest | typed | public explained "
    "| repeated |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def figures(name: str, paths: Sequence[Path]) -> Figures:
    """The figures of some modules, of which at least one has a function."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    found = [node for tree in trees for node in ast.walk(tree) if isinstance(node, Function)]
    public = [node for tree in trees for node in _public(tree)]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return Figures(
        name,
        tuple(len(text.splitlines()) for text in texts),
        tuple((node.end_lineno or node.lineno) - node.lineno + 1 for node in found),
        sum(map(_typed, found)) / len(found),
        sum(ast.get_docstring(node) is not None for node in public) / max(1, len(public)),
        _repeated(texts),
    )


def _public(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """Functions and classes of the module, and methods of its classes, whose names begin with a letter."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (one for one in node.body if isinstance(one, Function) and not one.name.startswith("_"))


def _typed(node: Function) -> bool:
    """Whether the result and every parameter have a type, but for the first of a method."""
    given = [*node.args.posonlyargs, *node.args.args]
    own = given[1:] if given and given[0].arg in ("self", "cls") else given
    others = [*node.args.kwonlyargs, *(one for one in (node.args.vararg, node.args.kwarg) if one is not None)]
    return node.returns is not None and all(one.annotation is not None for one in (*own, *others))


def _repeated(texts: Sequence[str]) -> float:
    """The share of lines in runs of ``_ALIKE`` that stand in two places, imports aside."""
    files = [[line for line in map(str.strip, text.splitlines()) if line] for text in texts]
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for file, lines in enumerate(files):
        for start in range(len(lines) - _ALIKE + 1):
            run = tuple(lines[start : start + _ALIKE])
            if not all(line.startswith(("import ", "from ")) for line in run):
                places.setdefault(run, []).append((file, start))
    twice = [place for found in places.values() if len(found) > 1 for place in found]
    return len({(file, start + step) for file, start in twice for step in range(_ALIKE)}) / max(1, sum(map(len, files)))


def rooms() -> Iterator[Figures]:
    """This project: all of the package, each room, the tests."""
    modules = sorted(PACKAGE.rglob("*.py"))
    yield figures("Détente", modules)
    for room in sorted({path.relative_to(PACKAGE).parts[0] for path in modules if path.parent != PACKAGE}):
        yield figures(f"{room}/", [path for path in modules if path.is_relative_to(PACKAGE / room)])
    yield figures("tests/", sorted((ROOT / "tests").rglob("*.py")))


def main(given: Sequence[str]) -> None:
    """Prints the table, and how many lines of tests there are for one of source."""
    trees = [Path(text) for text in given]
    found = [figures(tree.name, sorted(tree.rglob("*.py"))) for tree in trees] or list(rooms())
    print(HEADER)
    for one in found:
        print(one.row())
    if len(found) > 1:
        print(f"\nLines of tests for one of source: {sum(found[-1].modules) / sum(found[0].modules):.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
