"""Do the files that come with a release say the same, and is everything in them that a release needs?"""

import re
import tomllib

from tests.docs.pages import ROOT, page

PROJECT = tomllib.loads(page(ROOT / "pyproject.toml"))
CITED = dict(re.findall(r'^([a-z-]+):(?: "?(.*?)"?)?$', page(ROOT / "CITATION.cff"), re.MULTILINE))


def test_the_citation_is_that_of_the_project() -> None:
    project = PROJECT["project"]
    assert CITED["version"] == project["version"]
    assert CITED["license"] == project["license"]
    assert CITED["abstract"] == project["description"]
    assert re.findall(r"^  - ([\w ]+)$", page(ROOT / "CITATION.cff"), re.MULTILINE) == project["keywords"]


def test_the_citation_has_what_its_format_requires_and_names_nobody() -> None:
    assert {"cff-version", "message", "title", "authors"} <= set(CITED)
    assert "given-names" not in page(ROOT / "CITATION.cff")


def test_the_source_archive_holds_every_file_of_the_top() -> None:
    """But for what is made, and not kept."""
    kept = set(PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]) | {"pyproject.toml", ".gitignore", "PKG-INFO"}
    made = {"build", "dist", "reports", ".git", ".venv", ".cache"}
    files = {path.name for path in ROOT.iterdir() if path.is_file()} | {"src", "migrations", "data", "tests", "docs", "man"}
    assert {name for name in files if not name.endswith(".db")} - made <= kept


def test_contributing_is_a_screen_and_is_found_from_the_readme() -> None:
    text = page(ROOT / "CONTRIBUTING.md")
    assert len(text.splitlines()) < 50
    assert "](CONTRIBUTING.md)" in page(ROOT / "README.md")
    for asked in ("sources", "each side said", "Dates as told", "judges it", "--dry-run", "--template"):
        assert asked.casefold() in text.casefold()
