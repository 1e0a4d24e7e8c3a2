"""Which occasions of recurring dialogues stand on the timeline: the missed ones as hollow marks, and all of them as rows?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from detente.analysis.dossier import Dossier, DossierLane
from detente.domain.days import Day
from detente.domain.dialogue_words import due_in_words, kept_in_words
from detente.domain.dialogues import Dialogue
from detente.domain.occasions import Followed, Kept, Occasion
from detente.domain.selection import Selection
from detente.domain.vocabulary import ANY
from detente.report.chart import Cell, Table
from detente.report.drawing import INK, PAPER, hover, moment
from detente.report.figure import scatter_trace
from detente.report.naming import counted

_SYMBOLS = {Kept.MISSED: ("missed occasion", "square"), Kept.NOT_KNOWN: ("occasion not on record", "square-dot")}
"""Name and shape of what is drawn; no contact has either shape."""

ABOUT = (
    "A hollow square: an occasion of a recurring dialogue that was missed; with a dot in it: none is on record, and nobody "
    "looked throughout."
)


@dataclass(frozen=True, slots=True)
class DueMark:
    """An occasion in a lane; ``record``: the contact that fulfilled it, where the page has it."""

    lane: int
    day: Day
    kept: Kept
    dialogue: str
    due: str
    became: str
    record: str
    tried: str
    words: tuple[str, ...]

    @property
    def drawn(self) -> bool:
        """Whether it has a mark of its own: a contact has one already."""
        return self.kept in _SYMBOLS


def due_marks(dossier: Dossier, overall: bool, first: Day) -> Iterator[DueMark]:
    """The occasions of the dialogues whose meetings the selection leaves open, inside the period and the axis, up to now.

    Each stands in the lane of its channel and level; where there is none such, in the first.
    """
    for followed in dossier.followed:
        if _fits(followed.dialogue, dossier.selection):
            lane = _lane(followed.dialogue, dossier.lanes, overall)
            for occasion in followed.occasions:
                day = _day(occasion)
                over = occasion.kept not in (Kept.DUE, Kept.NEXT)
                if over and first <= day <= dossier.last_day and dossier.selection.in_period(day):
                    yield _mark(dossier, followed, occasion, lane, day)


def _day(occasion: Occasion) -> Day:
    """Where it stands: at its contact, or at the middle of the days on which it was due."""
    met = occasion.contact
    return (occasion.due.first + occasion.due.last) // 2 if met is None else met.date.first_day


def _fits(dialogue: Dialogue, selection: Selection) -> bool:
    """Whether its meetings may be among what is selected."""
    chosen: tuple[tuple[str, frozenset[Any]], ...] = (
        (dialogue.channel, selection.channels),
        (dialogue.setting, selection.settings),
        (dialogue.level, selection.levels),
    )
    return all(word == ANY or not words or word in words for word, words in chosen)


def _lane(dialogue: Dialogue, lanes: Sequence[DossierLane], overall: bool) -> int:
    for place, lane in enumerate(lanes, start=overall):
        if dialogue.level in lane.selection.levels and dialogue.channel in lane.selection.channels:
            return place
    return 0


def _mark(dossier: Dossier, followed: Followed, occasion: Occasion, lane: int, day: Day) -> DueMark:
    due, became = due_in_words(occasion.due), kept_in_words(occasion)
    shown = {contact.contact_id for contact in dossier.contacts}
    record = "" if occasion.contact is None else occasion.contact.contact_id
    tried = ", ".join(f"{one.status}: {one.date.text}" for one in occasion.attempts)
    words = (f"{followed.dialogue.name}: due {due}, {became}", *([f"Tried: {tried}"] if tried else []))
    return DueMark(
        lane, day, occasion.kept, followed.dialogue.name, due, became, record if record in shown else "", tried, words
    )


def due_traces(marks: Sequence[DueMark], below: float) -> list[Any]:
    """Hollow marks, light inside whatever lies below, a trace for each kind; ``below`` the middle of its lane, in lanes."""
    traces = []
    for kept, (name, symbol) in _SYMBOLS.items():
        drawn = [mark for mark in marks if mark.kept is kept]
        if drawn:
            traces.append(
                scatter_trace(
                    name=name,
                    mode="markers",
                    x=[moment(mark.day) for mark in drawn],
                    y=[-mark.lane - below for mark in drawn],
                    marker={"symbol": symbol, "size": 14, "color": PAPER, "line": {"color": INK, "width": 2}},
                    words=[hover(*mark.words) for mark in drawn],
                    cliponaxis=False,
                )
            )
    return traces


def due_table(marks: Sequence[DueMark]) -> Table:
    """Each occasion with what became of it."""
    rows = sorted(marks, key=lambda mark: (mark.dialogue, mark.day))
    return Table(
        "Recurring dialogues",
        ("Dialogue", "Due", "What became of it", "Tried", "Record"),
        tuple((mark.dialogue, mark.due, mark.became, mark.tried, Cell(mark.record, mark.record)) for mark in rows),
    )


def due_sentence(marks: Sequence[DueMark]) -> str:
    """How many occasions were missed, for whoever does not see the marks; nothing where none was."""
    missed = sum(mark.kept is Kept.MISSED for mark in marks)
    return f" {counted(missed, 'occasion')} of recurring dialogues missed." if missed else ""
