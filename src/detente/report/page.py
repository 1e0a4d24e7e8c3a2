"""How does a dossier become one HTML file that needs no network and runs nothing but its own two scripts."""

import base64
import gzip
import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from detente.analysis.dossier import Dossier
from detente.domain.words import and_list, name_in_sentence
from detente.report.attempts_figure import attempts_chart
from detente.report.chart import Cell, Chart
from detente.report.claims_figure import claims_chart
from detente.report.contact_cards import contacts_data
from detente.report.contact_frequency import frequency_chart
from detente.report.coverage_figure import coverage_chart
from detente.report.drawing import as_script_text
from detente.report.gap_figure import gaps_chart
from detente.report.headline import headline_data
from detente.report.method import method_data
from detente.report.naming import capital
from detente.report.readout_figure import readouts_chart
from detente.report.timeline import timeline_data
from detente.report.timeline_chart import timeline_chart
from detente.report.topic_mix import topic_mix_chart

_HERE = Path(__file__).parent
PLOTLY_BUNDLE = _HERE / "vendor" / "plotly-basic-4.1.1.min.js"

# A C0 or C1 control ends or corrupts the text in a browser, and a lone surrogate cannot be written as UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def write_report(dossier: Dossier, path: Path) -> None:
    """Writes the page to ``path``, whose folder must exist: the whole of it, or nothing. Raises OSError."""
    text = render(dossier).encode("utf-8")
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that new files do not get; the system tells it only when it is set."""
    current = os.umask(0o022)
    os.umask(current)
    return current


def render(dossier: Dossier) -> str:
    """The page; the same dossier gives the same text."""
    headline = headline_data(dossier)
    needed = {target for sentence in headline.sentences for target in sentence.rests_on}
    table, cards, left_out = contacts_data(dossier, needed)
    charts = _charts(dossier)
    bundle, boot = _asset(PLOTLY_BUNDLE), _asset(_HERE / "assets" / "boot.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            dossier=dossier,
            title=capital(and_list([name_in_sentence(party.name) for party in dossier.parties])),
            headline=headline,
            charts=charts,
            figures={chart.key: Markup(_figures(chart)) for chart in _with_those_below(charts)},
            contacts=table,
            cards=cards,
            cards_note=left_out,
            anchors=frozenset(card.contact_id for card in cards),
            method=method_data(dossier, version("detente")),
            csp=content_security_policy([bundle, boot]),
            style=Markup(_asset(_HERE / "assets" / "report.css")),
            bundle=Markup(_packed(bundle)),
            boot=Markup(boot),
        )
    )


def _charts(dossier: Dossier) -> list[Chart]:
    """The charts that there is something to draw for."""
    panels: list[tuple[object, Callable[[Dossier], Chart]]] = [
        (dossier.contacts or dossier.silences, lambda given: timeline_chart(timeline_data(given))),
        (dossier.tallies, frequency_chart),
        (dossier.silences, gaps_chart),
        (dossier.judgements, claims_chart),
        (dossier.attempts, attempts_chart),
        (dossier.topic_tallies, topic_mix_chart),
        (any(contact.statements for contact in dossier.contacts), readouts_chart),
        (dossier.contacts or dossier.windows, coverage_chart),
    ]
    return [chart(dossier) for there, chart in panels if there]


def _with_those_below(charts: Iterable[Chart]) -> Iterator[Chart]:
    for chart in charts:
        yield chart
        if chart.below is not None:
            yield chart.below


def content_security_policy(scripts: list[str]) -> str:
    """Nothing may be fetched or sent, and only scripts with exactly these texts run."""
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


@lru_cache(maxsize=8)
def _asset(path: Path) -> str:
    """A file as the browser will see it: line ends are LF, as HTML parsing makes them."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


@lru_cache(maxsize=1)
def _packed(script: str) -> str:
    """The drawing library as a JSON string of base64 of gzip: a third of its size, and of the whole page's.

    The page's own script unpacks and runs it; the policy lets it run only if not a byte of it was changed.
    """
    return f'"{base64.b64encode(gzip.compress(script.encode("utf-8"), 9, mtime=0)).decode("ascii")}"'


def _figures(chart: Chart) -> str:
    """The views of a chart for the page's script."""
    views: dict[str, Any] = {
        view.key: {"sentence": view.sentence, "height": view.height, "figure": view.figure.to_plotly_json()}
        for view in chart.views
    }
    return _printable(as_script_text(views))


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _finalize(value: object) -> object:
    """Text from the record without what a page cannot hold; it is escaped afterwards."""
    return _printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["anchor"] = lambda contact_id: quote(_printable(contact_id), safe="")
    environment.tests["cell"] = lambda value: isinstance(value, Cell)
    return environment
