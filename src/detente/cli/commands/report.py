"""``detente report``: how does the whole record of two parties look on one page, and that of all pairs?"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Usual, asking
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.analysis.survey import Survey
    from detente.analysis.survey_of_store import StoreSurveyed
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

Target = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="Where to: .html, .md, or a folder; default: reports/ if there is such a folder, else here.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="html|md", help="md prints Markdown, or writes it with -o.", show_default=False),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Beside the page a PDF of it; needs Chromium.")]
Png = Annotated[bool, typer.Option("--png", help="Beside the page each chart as PNG; needs Chromium.")]
Svg = Annotated[bool, typer.Option("--svg", help="Beside the page each chart as SVG; needs Chromium.")]
Paper = Annotated[str, typer.Option("--paper", metavar="A4|Letter", help="The paper of the PDF.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]

OVERVIEW = "overview"
_BEGINNING = 80_000
"""Characters of a page within which its title and day stand."""
_ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


@dataclass(frozen=True, slots=True)
class Extras:
    """What is wanted beside a page: ``paper`` of a PDF (empty: none), and kinds of pictures."""

    paper: str = ""
    pictures: tuple[str, ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether anything is."""
        return bool(self.paper or self.pictures)


@app.command()
@asking(without={"json", "csv", "output"})
def report(
    asked: Asked,
    parties: Usual = None,
    output: Target = None,
    format_: Format = None,
    pdf: Pdf = False,
    png: Png = False,
    svg: Svg = False,
    paper: Paper = "A4",
    open_: Open = False,
) -> None:
    """Write the report of two parties, or the overview of all: one HTML file, no network needed.

    Timeline, frequency, gaps, silence, claims with verdicts, attempts, topics, both readouts, coverage and every contact, as
    of --as-of. The selection narrows what it is about; on the page it can be narrowed further. Without parties, or with one,
    the overview of the pairs, which leads to those of their reports that lie beside it; -o DIR writes them all. Chromium is
    looked for on the PATH, or named in DETENTE_CHROMIUM.
    """
    if len(parties or ()) > 2:
        raise UsageError("report takes two parties, one, or none", mend="for example: detente report FRA RUS")
    kind = _kind(format_, output)
    extras = _extras(pdf, png, svg, paper)
    if kind == "md" and (extras.wanted or open_):
        raise UsageError("Markdown has no pictures, paper or browser", mend="leave out --format md, or the other")
    _look_for_chromium(extras)
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        if kind == "md":
            _print_markdown(store, selection, output)
            return
        path = _write_pages(store, selection, output, extras)
    if open_:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())


def _kind(format_: str | None, output: str | None) -> str:
    """``html`` or ``md``, by --format, else by the ending of the file; raises UsageError where they contradict each other."""
    if format_ not in (None, "html", "md"):
        raise UsageError(f"--format '{format_}' is not known", mend="one of html, md")
    ending = "" if output is None else Path(output).suffix.lower()
    if not ending or Path(output or "").is_dir():
        return format_ or "html"
    if ending not in _ENDINGS:
        mend = "end it with .html or .md; what --pdf, --png and --svg make lies beside the page"
        raise UsageError(f"-o {output} is no name for a report", mend=mend)
    if format_ not in (None, _ENDINGS[ending]):
        raise UsageError(f"-o {output} and --format {format_} contradict each other", mend="give one of them")
    return _ENDINGS[ending]


def _extras(pdf: bool, png: bool, svg: bool, paper: str) -> Extras:
    from detente.report.chromium import PAPERS

    chosen = next((name for name in PAPERS if name.casefold() == paper.casefold()), None)
    if chosen is None:
        raise UsageError(f"--paper '{paper}' is not known", mend=f"one of {', '.join(PAPERS)}")
    return Extras(chosen if pdf else "", tuple(["png"] * png + ["svg"] * svg))


def _look_for_chromium(extras: Extras) -> None:
    """Before anything is written; raises RejectedError where it is missing."""
    from detente.report.chromium import browser

    if extras.wanted:
        browser("--pdf" if extras.paper else f"--{extras.pictures[0]}")


def _print_markdown(store: "Store", selection: "Selection", output: str | None) -> None:
    from detente.cli.failure import note
    from detente.cli.gathering import gathered_dossier, surveyed
    from detente.cli.output import write
    from detente.report.document import write_text
    from detente.report.enclosed import slug_of
    from detente.report.markdown import render_markdown, render_overview_markdown

    if selection.dyad is None:
        with surveyed(store, selection) as found:
            text, name = render_overview_markdown(found.whole), _overview_name(selection)
    else:
        dossier = gathered_dossier(store, selection)
        text, name = render_markdown(dossier), slug_of(dossier)
    if output is None:
        write(text)
        return
    path = Path(output) / f"{name}.md" if _is_folder(output) else Path(output)
    with _place(path):
        write_text(text, path)
    note(f"wrote {path} ({path.stat().st_size / 1024:,.0f} KiB)")


def _write_pages(store: "Store", selection: "Selection", output: str | None, extras: Extras) -> Path:
    """Writes the page, or the overview and the pages beside it; the path of the one to open."""
    from detente.cli.gathering import surveyed

    target = None if output is None or _is_folder(output) else Path(output)
    beside = Path(output) if output is not None and target is None else None
    if selection.dyad is not None:
        return write_dyad(store, selection, target, beside, extras)
    with surveyed(store, selection) as found:
        if beside is not None:
            for record in found.whole.dyads:
                write_dyad(store, replace(selection, parties=record.pair.parties), beside / f"{record.slug}.html", None, extras)
        return _write_overview(found, target or (beside or _default_folder()) / f"{_overview_name(selection)}.html", extras)


def _overview_name(selection: "Selection") -> str:
    """``overview``; ``overview-fra`` for the pairs of one party."""
    return "-".join([OVERVIEW, *(code.lower() for code in selection.parties)])


def _is_folder(output: str) -> bool:
    return Path(output).is_dir() or not Path(output).suffix


def write_dyad(
    store: "Store", selection: "Selection", target: Path | None = None, folder: Path | None = None, extras: Extras | None = None
) -> Path:
    """Writes the page of the two parties selected, by default under the record's name for the pair; says so on stderr."""
    from detente.cli.gathering import gathered_dossier
    from detente.report.enclosed import slug_of
    from detente.report.page import render

    dossier = gathered_dossier(store, selection)
    path = target or (folder or _default_folder()) / f"{slug_of(dossier)}.html"
    return _write(path, lambda: render(dossier), extras or Extras())


def _write_overview(found: "StoreSurveyed", path: Path, extras: Extras) -> Path:
    """Links lead to the pairs' pages that lie beside it, whenever they were made."""
    from detente.report.overview_page import render_overview

    whole = found.whole
    there = frozenset(record.slug for record in whole.dyads if _alike(path.parent / f"{record.slug}.html", whole))
    return _write(path, lambda: render_overview(found, there), extras)


def _alike(page: Path, survey: "Survey") -> bool:
    """Whether ``page`` is there, of the same day, and shows what is not public only where the overview may too."""
    from datetime import date

    from detente.domain.words import day_in_words

    if not page.is_file():
        return False
    with page.open(encoding="utf-8") as file:
        beginning = file.read(_BEGINNING)
    same_day = f"as of {day_in_words(date.fromordinal(survey.as_of))}</p>" in beginning
    return same_day and (survey.selection.include_restricted or "<strong>Not public.</strong>" not in beginning)


def _default_folder() -> Path:
    return Path("reports") if Path("reports").is_dir() else Path()


def _write(path: Path, render: Callable[[], str], extras: Extras) -> Path:
    from detente.cli.failure import note
    from detente.report.document import write_text

    with _place(path):
        write_text(render(), path)
        note(f"wrote {path} ({path.stat().st_size / 1024:,.0f} KiB)")
        for beside in _extra_files(path, extras):
            note(f"wrote {beside}")
    return path


def _extra_files(page: Path, extras: Extras) -> "Iterator[Path]":
    from detente.report.chromium import figures, print_pdf

    if extras.paper:
        print_pdf(page, page.with_suffix(".pdf"), paper=extras.paper)
        yield page.with_suffix(".pdf")
    for kind in extras.pictures:
        yield from figures(page, page.parent, kind)


@contextmanager
def _place(path: Path) -> "Iterator[None]":
    """Makes the folder of ``path``; whatever the system has against writing there is one line."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise RejectedError(f"{path} cannot be written: {error.strerror}", mend="name another place with -o") from None
