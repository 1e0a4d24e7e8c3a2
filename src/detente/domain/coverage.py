"""Was a silence observed, or merely not looked at: declared completeness, per level and channel, laid over time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Channel, Completeness, Level, Observation


@dataclass(frozen=True, slots=True)
class CoverageWindow:
    """How complete the record of a dyad is for one level and channel (words, or ``any``), both days inclusive."""

    dyad: Dyad
    level: str
    channel: str
    from_date: date
    to_date: date
    completeness: Completeness
    basis: str

    @property
    def length(self) -> int:
        """The days declared."""
        return (self.to_date - self.from_date).days + 1


@dataclass(frozen=True, slots=True)
class Observed:
    """How much of a silence was looked at: the word, and the share of its days (0 to 1)."""

    observation: Observation
    share: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive days of one completeness; None: nothing is declared for them."""

    days: range
    completeness: Completeness | None


_WORST_LAST = [Completeness.COMPLETE, Completeness.FAIR, Completeness.POOR, Completeness.UNKNOWN, None]
SEEN = (Completeness.COMPLETE, Completeness.FAIR)
"""A day is observed where its window is one of these."""
_LOOKED = (*SEEN, Completeness.POOR)


def observed(windows: Sequence[CoverageWindow], selection: Selection, days: range) -> Observed:
    """How far ``days`` were observed for the levels and channels of the selection.

    A day is observed if its window is complete or fair. Without an observed day, one window of a selected level or channel
    that is not ``unknown`` makes the silence unobserved rather than unknown. A silence without a single day in it cannot
    hide a contact and is observed.
    """
    if not len(days):
        return Observed(Observation.OBSERVED, 1.0)
    parts = list(_answers(windows, selection, days))
    seen = sum(len(part) for part, answers in parts if _worst(answers) in SEEN)
    if seen == len(days):
        return Observed(Observation.OBSERVED, 1.0)
    if seen:
        return Observed(Observation.PARTLY_OBSERVED, seen / len(days))
    looked = any(answer in _LOOKED for _, answers in parts for answer in answers)
    return Observed(Observation.UNOBSERVED if looked else Observation.UNKNOWN, 0.0)


def stretches(windows: Sequence[CoverageWindow], selection: Selection, days: range) -> list[Stretch]:
    """``days`` cut where completeness changes; a day is as good as the worst of the levels and channels selected."""
    found: list[Stretch] = []
    for part, answers in _answers(windows, selection, days):
        worst = _worst(answers)
        if found and found[-1].completeness is worst:
            found[-1] = Stretch(range(found[-1].days.start, part.stop), worst)
        else:
            found.append(Stretch(part, worst))
    return found


def _worst(answers: Iterable[Completeness | None]) -> Completeness | None:
    return max(answers, key=_WORST_LAST.index)


def _answers(
    windows: Sequence[CoverageWindow], selection: Selection, days: range
) -> Iterator[tuple[range, list[Completeness | None]]]:
    """``days`` cut where a window begins or ends, with what is declared for each level and channel selected; None: nothing."""
    asked = [(level, channel) for level in _levels(selection) for channel in _channels(selection.channels)]
    spans = [(w.from_date.toordinal(), w.to_date.toordinal() + 1, w) for w in windows]
    near = [span for span in spans if span[0] < days.stop and span[1] > days.start]
    edges = {days.start, days.stop, *(edge for span in near for edge in span[:2] if days.start < edge < days.stop)}
    for start, stop in pairwise(sorted(edges)) if days else ():
        there = [window for first, after, window in near if first <= start < after]
        yield range(start, stop), [_declared(there, level, channel) for level, channel in asked]


def _declared(there: Iterable[CoverageWindow], level: str, channel: str) -> Completeness | None:
    """The window for a level and channel: the most particular one that speaks of them, by level before channel."""
    levels, channels = _speaking_of_level(level), _speaking_of_channel(channel)
    fitting = [w for w in there if w.level in levels and w.channel in channels]
    if not fitting:
        return None
    return min(fitting, key=lambda w: (levels.index(w.level), channels.index(w.channel))).completeness


def _levels(selection: Selection) -> list[str]:
    """The levels asked for: those selected, else ministers and chiefs; officials count only when selected."""
    return sorted(selection.levels or (Level.MINISTER, Level.CHIEF_OF_DEFENCE))


def _channels(chosen: frozenset[Channel]) -> list[str]:
    """The channels asked for; no choice asks for the ``any`` rows."""
    return sorted(chosen or (ANY,))


def _speaking_of_level(level: str) -> tuple[str, ...]:
    """The levels of windows that speak of ``level``, its own first: ``official`` stands for all below ministers and chiefs."""
    return (level, ANY) if level in (Level.MINISTER, Level.CHIEF_OF_DEFENCE) else (level, Level.OFFICIAL, ANY)


def _speaking_of_channel(channel: str) -> tuple[str, ...]:
    """The channels of windows that speak of ``channel``, its own first: ``phone`` stands for video and hotline too."""
    return (channel, Channel.PHONE, ANY) if channel in CALL_CHANNELS else (channel, ANY)


def covers(window_level: str, window_channel: str, level: Level, channel: Channel) -> bool:
    """Whether a window of that level and channel speaks of contacts of ``level`` and ``channel``."""
    return window_level in _speaking_of_level(level) and window_channel in _speaking_of_channel(channel)
