"""The site is built from every page there is, and fetches nothing; ``make docs`` builds it and stops at a warning."""

import tomllib
from collections.abc import Iterator
from typing import Any

from tests.docs.pages import ROOT, page, pages

PROJECT = tomllib.loads(page(ROOT / "zensical.toml"))["project"]


def listed(nav: list[dict[str, Any]]) -> Iterator[str]:
    for entry in nav:
        for target in entry.values():
            if isinstance(target, str):
                yield target
            else:
                yield from listed(target)


def test_every_page_has_one_place_in_the_site() -> None:
    every = {path.relative_to(ROOT).as_posix() for path in pages()} | {"benchmarks/README.md"}
    assert sorted(listed(PROJECT["nav"])) == sorted(every)


def test_no_font_is_fetched_and_the_search_works_from_the_disk() -> None:
    assert PROJECT["theme"]["font"] is False
    assert {"search", "offline"} <= set(PROJECT["plugins"])


def test_the_script_that_the_search_needs_comes_with_its_licence() -> None:
    (script,) = (ROOT / "docs" / "assets").glob("iframe-worker-*.js")
    assert f"assets/{script.name}" in page(ROOT / ".ci" / "build-docs")
    assert "Permission is hereby granted, free of charge" in page(script.parent / "LICENSE.iframe-worker")
