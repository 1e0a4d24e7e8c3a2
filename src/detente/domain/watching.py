"""Has a silence lasted longer than it may, or was a dialogue missed: what a rule is, and how one is judged?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor

from detente.domain.coverage import Observed
from detente.domain.days import Day, clamp
from detente.domain.gaps import Endpoint, Gap
from detente.domain.occasions import Followed, Kept, Occasion
from detente.domain.parties import Dyad
from detente.errors import RejectedError

Mistake = tuple[int, str]
"""What is wrong with a file of rules, with the line that it stands in."""


def refuse_mistakes(file: str, wrong: Iterable[Mistake]) -> None:
    """Raises RejectedError with a line for each mistake, in the order of the file; nothing where there is none."""
    found = sorted(wrong)
    if found:
        count = "1 mistake" if len(found) == 1 else f"{len(found)} mistakes"
        details = tuple(f"{file}:{line}: {what}" for line, what in found)
        raise RejectedError(f"{file} has {count}: nothing was judged", mend="correct it; see docs/watch.md", details=details)


class Verdict(StrEnum):
    """What is to be said of a rule on a day, worst first; ``not-judged``: the record does not carry a judgement."""

    BROKEN = "broken"
    MAY_BE_BROKEN = "may-be-broken"
    NOT_JUDGED = "not-judged"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Rule:
    """What somebody wants to be told of: a silence of more than so many ``days``, or longer than a ``percentile`` (above 0,
    below 100) of the completed gaps of its series, or a missed occasion of a ``dialogue``; one of the three.

    The series is chosen by words as the shared options take them; no parties: that of every pair. ``lines`` tells in which
    line of its file each key stands, the rule itself under an empty one.
    """

    name: str
    parties: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    substance: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    by: str | None = None
    days: float | None = None
    percentile: float | None = None
    dialogue: str | None = None
    note: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule as one pair (None: there is none) keeps it.

    ``since`` is the contact from which the silence runs, ``days_min`` to ``days_max`` its length, ``limit_min`` to
    ``limit_max`` what it may be, in days. ``breaks_on`` is the first day on which the rule is surely broken unless there is a
    contact, ``may_break_on`` the first on which it may be; both may be past. ``occasion`` is that of a dialogue. None: does
    not apply.
    """

    rule: Rule
    verdict: Verdict
    pair: Dyad | None
    why: str
    persons: tuple[tuple[str, str], ...] = ()
    since: Endpoint | None = None
    days_min: int | None = None
    days_max: int | None = None
    limit_min: float | None = None
    limit_max: float | None = None
    breaks_on: Day | None = None
    may_break_on: Day | None = None
    observed: Observed | None = None
    dialogue: str | None = None
    occasion: Occasion | None = None


def lasted_longer(gap: Gap, limit_min: float, limit_max: float) -> Verdict:
    """Whether an open gap is longer than a limit, in days, that lies between the two: surely, perhaps, or not.

    Surely: at its shortest it is longer than the greatest limit. Perhaps: imprecise dates leave it open.
    """
    if gap.days_min > limit_max:
        return Verdict.BROKEN
    return Verdict.MAY_BE_BROKEN if gap.days_max > limit_min else Verdict.KEPT


def broken_from(gap: Gap, limit_min: float, limit_max: float) -> tuple[Day, Day]:
    """The first day on which an open gap may be longer than the limit, and the first on which it surely is."""
    last = gap.previous.date
    return clamp(last.end_earliest + floor(limit_min) + 1), clamp(last.end_latest + floor(limit_max) + 1)


_OF_OCCASION = {
    Kept.MET: Verdict.KEPT,
    Kept.MAY_BE_MET: Verdict.MAY_BE_BROKEN,
    Kept.MISSED: Verdict.BROKEN,
    Kept.NOT_KNOWN: Verdict.NOT_JUDGED,
    Kept.SUSPENDED: Verdict.KEPT,
}


def last_of(followed: Followed) -> Occasion | None:
    """The last occasion that is over or was met before its time; None: there was none yet."""
    over = [occasion for occasion in followed.occasions if occasion.kept not in (Kept.DUE, Kept.NEXT)]
    return over[-1] if over else None


def occasion_verdict(occasion: Occasion | None) -> Verdict:
    """What the last occasion of a dialogue makes of a rule: only a missed one breaks it."""
    return Verdict.KEPT if occasion is None else _OF_OCCASION[occasion.kept]


def worst(found: Iterable[Finding]) -> list[Finding]:
    """The findings, the worst first, else as they were."""
    order = list(Verdict)
    return sorted(found, key=lambda finding: order.index(finding.verdict))
