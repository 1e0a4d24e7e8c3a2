"""What stands around the timeline: how to read it, and its contacts and officeholders as tables."""

from collections import Counter
from collections.abc import Sequence

from detente.domain.vocabulary import Status
from detente.report.chart import MOST_SINGLE, Cell, Chart, Table, View
from detente.report.drawing import year_of
from detente.report.naming import capital
from detente.report.timeline import Era, TimelineData
from detente.report.timeline_due import ABOUT as DUE_ABOUT
from detente.report.timeline_due import due_sentence, due_table
from detente.report.timeline_figure import timeline_figure, timeline_height

_ABOUT = (
    "Each row is one channel and level. A bar is a gap, drawn to scale; a mark is a contact, its shape says what became of it. "
    "Hatched time was hardly looked at, of dotted time nothing is known: a contact may be missing there."
)


_ARROWS = "An arrow head: the gap began before this axis, or goes on after it."
_MANY = "Of so many contacts a mark stands for all that were held in a lane and {per}; attempts are counted in the table."


def timeline_chart(data: TimelineData) -> Chart:
    """The timeline with its contacts and officeholders as tables."""
    tables = [_marks_table(data)]
    if data.eras:
        tables.append(_eras_table(data.era_rows, data.eras))
    if data.due:
        tables.append(due_table(data.due))
    sentence = data.sentence + due_sentence(data.due)
    view = View("all", "All", sentence, timeline_figure(data), tuple(tables), timeline_height(data))
    return Chart("timeline", "Timeline", _about(data), "", (view,), wide=True, newest=True)


def _about(data: TimelineData) -> str:
    cut = (data.cut and any(part.open for part in data.silent)) or any(part.before for part in data.silent)
    many = [] if data.together is None else [_MANY.format(per=data.together)]
    due = [DUE_ABOUT] if any(mark.drawn for mark in data.due) else []
    return " ".join([_ABOUT, *([_ARROWS] if cut else []), *many, *due])


def _marks_table(data: TimelineData) -> Table:
    """Each contact, or with very many how many there were in a lane and year."""
    if len(data.marks) > MOST_SINGLE:
        return _marks_by_year(data)
    rows = sorted(data.marks, key=lambda mark: (mark.lane, mark.day, mark.contact_id))
    return Table(
        "Contacts by lane",
        ("Lane", "Contact", "Status", "Record"),
        tuple(
            (capital(data.lanes[mark.lane]), mark.words[0], mark.status.value, Cell(mark.contact_id, mark.contact_id))
            for mark in rows
        ),
    )


def _marks_by_year(data: TimelineData) -> Table:
    counts: Counter[tuple[int, int, bool]] = Counter()
    for mark in data.marks:
        counts[mark.lane, year_of(mark.day), mark.status is Status.HELD] += mark.count
    places = sorted({(lane, year) for lane, year, _ in counts})
    return Table(
        "Contacts by lane and year",
        ("Lane", "Year", "Held", "Did not take place"),
        tuple(
            (capital(data.lanes[lane]), str(year), f"{counts[lane, year, True]:,}", f"{counts[lane, year, False]:,}")
            for lane, year in places
        ),
        "The contacts one by one are in the section Contacts, or in the data at the end of the page.",
    )


def _eras_table(rows: Sequence[str], eras: Sequence[Era]) -> Table:
    ordered = sorted(eras, key=lambda era: (era.row, era.first))
    return Table(
        "Officeholders",
        ("Office", "Who", "When"),
        tuple((rows[era.row], era.words[0], era.words[1]) for era in ordered),
    )
