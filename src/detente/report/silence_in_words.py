"""What else does the record say of the silence now, in words for a reader who is no statistician?"""

from collections.abc import Iterator

from detente.analysis.baselines import SeriesGround
from detente.analysis.dossier import Dossier
from detente.analysis.sensitivity import sensitivity
from detente.analysis.unusual import Unusual, against_each
from detente.analysis.unusual_words import compared_rows, moved_rows, outlook_in_words, said_of, too_few
from detente.report.chart import Chart, Table, View

_ABOUT = (
    "Below ten completed gaps nothing of this is worked out. A rate and a chance rest on looked-at time alone: days whose "
    "record is declared complete or fair, and the contacts on them. The table shows how the answer moves with what the silence "
    "is set against; the silence itself is no part of that."
)


def unusual_chart(dossier: Dossier) -> Chart | None:
    """The answers, and a row for each baseline; None where no silence is open."""
    ground = SeriesGround(dossier.selection, dossier.windows, dossier.officeholders)
    found = against_each(dossier.silences, ground)
    if not found:
        return None
    whole = found[0]
    tables = (*_answers(whole), _compared(found), *_moved(dossier))
    view = View("all", "All", _sentence(whole), None, tables, 0)
    return Chart("unusual", "How unusual it is", _ABOUT, "", (view,), spread=True)


def _sentence(whole: Unusual) -> str:
    return outlook_in_words(whole) if whole.standing.enough else too_few(whole)


def _answers(whole: Unusual) -> tuple[Table, ...]:
    """The questions that the sentence does not answer."""
    if not whole.standing.enough:
        return ()
    return (Table("The record in figures", ("Asked", "The record says"), tuple(said_of(whole)[1:])),)


def _moved(dossier: Dossier) -> Iterator[Table]:
    """How the headline moves if the record were a little other."""
    rows = moved_rows(sensitivity(dossier.ground.contacts, dossier.selection, dossier.windows))
    if rows:
        columns = (
            "If the record were",
            "Contacts",
            "Days of silence",
            "Longer than",
            "Longest completed gap, days",
            "The headline moves",
        )
        yield Table("How the headline moves with the record", columns, tuple(map(tuple, rows)))


def _compared(found: tuple[Unusual, ...]) -> Table:
    columns = (
        "Set against",
        "Longer than",
        "Half had ended after, days",
        "Nine in ten",
        "Contacts a year",
        "Chance of none for so long",
    )
    return Table("How the answer moves", columns, tuple(tuple(row) for row in compared_rows(found)))
