"""What is a silence set against: the whole record, the last years before it, the present officeholders, the last pace?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.rates import Lack, Rates, contact_rates
from detente.analysis.silence import Standing
from detente.domain.coverage import CoverageWindow
from detente.domain.days import FIRST_DAY, Day
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Office
from detente.domain.words import and_list
from detente.errors import UsageError

WHOLE, HOLDERS, RATE = "whole", "officeholders", "rate"
_LAST = re.compile(r"last:([1-9]\d{0,2})y", re.ASCII)
LAST_YEARS = "last:5y"
"""How many years the table of all baselines goes back, unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a silence is set against, by the ``name`` that ``--baseline`` takes, and in words.

    Gaps that ended on ``since`` or later (None: all), up to the last contact: the silence is no part of its own baseline.
    ``missing`` says why there is no such time; empty where there is.
    """

    name: str
    words: str
    since: Day | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class SeriesGround:
    """What a series is looked at with: its selection, the coverage declared for the pair, the known tenures of its parties."""

    selection: Selection
    windows: Sequence[CoverageWindow]
    holders: Sequence[Officeholder]


def baseline_name(flag: str, text: str) -> str:
    """The name that ``text`` spells, in any case; raises UsageError, with ``flag`` first."""
    name = text.strip().casefold()
    if name in (WHOLE, HOLDERS, RATE) or _LAST.fullmatch(name):
        return name
    raise UsageError(
        f"{flag} '{text}' is not known", mend=f"one of {WHOLE}, {LAST_YEARS} (any number of years), {HOLDERS}, {RATE}"
    )


def baseline_names(chosen: str) -> list[str]:
    """Every baseline to compare, the one chosen among them."""
    return [WHOLE, chosen if _LAST.fullmatch(chosen) else LAST_YEARS, HOLDERS, RATE]


def baseline(name: str, whole: Standing, ground: SeriesGround) -> Baseline:
    """The baseline of that name for the silence of ``whole``, which stands on the whole record of its series."""
    if years := _LAST.fullmatch(name):
        return _last_years(name, int(years[1]), whole)
    if name == HOLDERS:
        return _same_holders(whole.silence.gap.dyad, ground)
    if name == RATE:
        return _last_rate(whole, ground)
    return Baseline(WHOLE, "the whole record")


def _last_years(name: str, years: int, whole: Standing) -> Baseline:
    """The years up to the last contact."""
    last = date.fromordinal(whole.silence.gap.previous.date.first_day)
    day = min(last.day, 28) if last.month == 2 else last.day
    since = date(last.year - years, last.month, day).toordinal() if last.year > years else FIRST_DAY
    return Baseline(name, "the year before it" if years == 1 else f"the {years} years before it", since)


def _last_rate(whole: Standing, ground: SeriesGround) -> Baseline:
    """The time since the last change of rate that is not the silence itself: one up to the last contact."""
    completed = whole.completed
    dates = [gap.previous.date for gap in (*completed, whole.silence.gap)]
    found = contact_rates(dates, ground.selection, ground.windows)
    last = whole.silence.gap.previous.date.first_day
    since = max((change.day for change in found.changes if change.day <= last), default=None)
    return Baseline(RATE, "the time since the last change of rate", since, "" if since else _no_change(found))


def _no_change(found: Rates) -> str:
    if found.lack is None:
        return "no change of rate was found before it"
    return _LACKS[found.lack]


_LACKS = {
    Lack.NO_CONTACT: "there is no contact to find a change of rate by",
    Lack.NOT_LOOKED_AT: "none of the time was looked at, so that no change of rate can be found",
    Lack.TOO_FEW: "there are too few contacts to find a change of rate by",
}


def _same_holders(pair: Dyad, ground: SeriesGround) -> Baseline:
    """The time since the latest known holders of the office are in it: that of the one level selected, else the ministers."""
    office = _office(ground.selection)
    present = [_present(code, office, ground.selection.as_of, ground.holders) for code in pair.parties]
    unknown = [code for code, holder in zip(pair.parties, present, strict=True) if holder is None]
    if unknown:
        missing = f"who holds the office in {and_list(unknown)}, and since when, is not on record"
        return Baseline(HOLDERS, f"latest known {_OFFICES[office]}", None, missing)
    people = and_list([holder.person for holder in present if holder is not None])
    since = max(_begun(holder) for holder in present if holder is not None)
    return Baseline(HOLDERS, f"latest known {_OFFICES[office]}, {people}", since)


_OFFICES = {
    Office.MINISTER: "ministers",
    Office.DEPUTY_MINISTER: "deputy ministers",
    Office.CHIEF_OF_DEFENCE: "chiefs of defence",
}


def _office(selection: Selection) -> Office:
    level = next(iter(selection.levels)) if len(selection.levels) == 1 else None
    return Office(level) if level is not None and Office(level) in _OFFICES else Office.MINISTER


def _present(code: str, office: Office, as_of: Day, holders: Iterable[Officeholder]) -> Officeholder | None:
    """Who held the office on the as-of day, the latest if the record has several; None unless the first day is known."""
    those = [holder for holder in holders if (holder.party, holder.office) == (code, office) and _holds(holder, as_of)]
    return max(those, key=_begun, default=None)


def _holds(holder: Officeholder, day: Day) -> bool:
    begun = holder.from_date is not None and holder.from_date.toordinal() <= day
    return begun and (holder.last_possible is None or day <= holder.last_possible)


def _begun(holder: Officeholder) -> Day:
    return FIRST_DAY if holder.from_date is None else holder.from_date.toordinal()
