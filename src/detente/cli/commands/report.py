"""``detente report``: how does the whole record of two parties look on one page?"""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Parties, asking
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from detente.analysis.dossier import Dossier
    from detente.domain.parties import Dyad
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

Html = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to; default: reports/ if there is such a folder, else here."),
]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


@app.command()
@asking(without={"json", "csv", "output"})
def report(asked: Asked, parties: Parties = None, output: Html = None, open_: Open = False) -> None:
    """Write the report of two parties: one HTML file, no network needed.

    Timeline, frequency, gaps, claims with verdicts, attempts, topics, both readouts, coverage and every contact, as of
    --as-of. The selection narrows what it is about.
    """
    if len(parties or ()) != 2:
        raise UsageError("report takes two parties", mend="for example: detente report FRA RUS")
    if output is not None and Path(output).suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"-o {output} is no name for a page", mend="end it with .html")
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        path = write(store, selection, None if output is None else Path(output), command_of(asked, selection))
    if open_:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())


def write(store: "Store", selection: "Selection", path: Path | None, command: str) -> Path:
    """Writes the page of the two parties selected, by default under the record's name for the pair; says so on stderr."""
    from detente.cli.failure import note
    from detente.report.page import write_report

    gathered, slug = gather(store, selection, command)
    path = path or (Path("reports") if Path("reports").is_dir() else Path()) / f"{slug}.html"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(gathered, path)
    except OSError as error:
        raise RejectedError(f"{path} cannot be written: {error.strerror}", mend="name another place with -o") from None
    note(f"wrote {path} ({path.stat().st_size / 1024:,.0f} KiB)")
    return path


def gather(store: "Store", selection: "Selection", command: str) -> "tuple[Dossier, str]":
    """What the page is drawn from, and the record's own name for the pair."""
    from detente.analysis.dossier import dossier
    from detente.domain.selection import Selection
    from detente.store import contacts, reference, series

    pair = selection.dyad
    assert pair is not None  # two different parties were named
    # The page says what it leaves out, so it is given everything between the two; the dossier does the choosing.
    everything = Selection(as_of=selection.as_of, parties=selection.parties, include_restricted=True)
    told = contacts.contacts(store, everything, details=True)
    claims = contacts.claims(store, dyad=pair, include_restricted=True)
    for contact in told:
        if len(contact.parties) > 2:  # it may lie in the folder of another pair
            claims += contacts.claims(store, contact_id=contact.contact_id, include_restricted=True)
    gathered = dossier(
        told,
        selection=selection,
        parties=reference.parties(store),
        topics=reference.topics(store),
        officeholders=reference.officeholders(store, *pair.parties),
        windows=series.coverage(store, pair).get(pair, []),
        claims={claim.claim_id: claim for claim in claims}.values(),
        tolerance=store.tolerance,
        command=command,
    )
    return gathered, _slug(gathered, pair)


def _slug(gathered: "Dossier", pair: "Dyad") -> str:
    own = [contact.dyad_slug for contact in gathered.contacts if contact.parties == pair.parties]
    return own[0] if own else pair.slug


def command_of(asked: Asked, selection: "Selection") -> str:
    """The command line that makes the same page again, whenever it is run."""
    from detente.domain.days import iso

    words = ["detente", "report", *selection.parties]
    for name in ("channel", "level", "setting", "substance", "topic", "person", "status"):
        for value in getattr(asked, name) or ():
            words += [f"--{name}", value]
    for flag, value in (("--from", asked.from_), ("--to", asked.to), ("--by", asked.by), ("--as-of", iso(selection.as_of))):
        words += [flag, value] if value is not None else []
    return shlex.join([*words, *["--include-restricted"] * asked.include_restricted])
