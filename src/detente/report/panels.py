"""Which charts does the report of two parties have, in which order."""

from collections.abc import Callable, Iterable, Iterator

from detente.analysis.dossier import Dossier
from detente.report.attempts_figure import attempts_chart
from detente.report.chart import Chart
from detente.report.claims_figure import claims_chart
from detente.report.contact_frequency import frequency_chart
from detente.report.coverage_figure import coverage_chart
from detente.report.gap_figure import gaps_chart
from detente.report.readout_figure import readouts_chart
from detente.report.silence_figure import silence_chart
from detente.report.timeline import timeline_data
from detente.report.timeline_chart import timeline_chart
from detente.report.topic_mix import topic_mix_chart


def charts(dossier: Dossier) -> list[Chart]:
    """The charts that there is something to draw for."""
    panels: list[tuple[object, Callable[[Dossier], Chart]]] = [
        (dossier.contacts or dossier.silences, lambda given: timeline_chart(timeline_data(given))),
        (dossier.tallies, frequency_chart),
        (dossier.silences, gaps_chart),
        (any(silence.gap.open for silence in dossier.silences), silence_chart),
        (dossier.judgements, claims_chart),
        (dossier.attempts, attempts_chart),
        (dossier.topic_tallies, topic_mix_chart),
        (any(contact.statements for contact in dossier.contacts), readouts_chart),
        (dossier.contacts or dossier.windows, coverage_chart),
    ]
    return [chart(dossier) for there, chart in panels if there]


def with_those_below(drawn: Iterable[Chart]) -> Iterator[Chart]:
    """Each chart, and the one in the same panel after it."""
    for chart in drawn:
        yield chart
        if chart.below is not None:
            yield chart.below
