"""Which charts does the overview of all pairs have, in which order."""

from detente.analysis.survey import Survey
from detente.report.chart import Chart
from detente.report.heatmap import heatmap_chart
from detente.report.multiples import multiples_chart
from detente.report.ranking import ranking_chart


def overview_charts(survey: Survey) -> list[Chart]:
    """The charts that there is something to draw for."""
    panels = [
        (any(record.held for record in survey.dyads), heatmap_chart),
        (any(record.now is not None for record in survey.dyads), ranking_chart),
        (bool(survey.dyads), multiples_chart),
    ]
    return [chart(survey) for there, chart in panels if there]
