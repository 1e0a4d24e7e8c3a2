"""Which pages the documentation has, and what they link to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_CODE = re.compile(r"^`([^`]+)`(?: \*)?$")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """Every page that is written by hand or generated for readers."""
    at_the_top = [
        ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "data/README.md", "reports/README.md")
    ]
    return [path for path in [*at_the_top, *sorted((ROOT / "docs").rglob("*.md"))] if path.is_file()]


def page(path: Path) -> str:
    """The text of a page; empty when there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def links(text: str) -> list[str]:
    """The targets of links and pictures, code aside."""
    return list(_LINK.findall(re.sub(r"`[^`\n]*`", "", _FENCED.sub("", text))))


def anchors(text: str) -> set[str]:
    """The anchors that headings make, as GitHub spells them."""
    headings = re.findall(r"^#+ +(.+?) *$", _FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text: str, first_heading: str) -> list[list[str]]:
    """The rows of the tables whose first column is headed ``first_heading``; of a cell that is code, the bare code."""
    found: list[list[str]] = []
    inside = False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            inside = False
        elif cells[0] == first_heading:
            inside = True
        elif inside and set(cells[0]) != {"-"}:
            found.append([_CODE.sub(r"\1", cell) for cell in cells])
    return found
