"""When something happened, as far as is known: EDTF dates (ISO 8601-2 levels 0-1, and ``[A..B]``) with four bounds."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from detente.domain.days import LAST_DAY, Day, clamp, iso
from detente.errors import RejectedError


@dataclass(frozen=True, slots=True)
class Tolerance:
    """By how much ``~`` and ``%`` widen a date, on both sides: whole days, months and years (a season by months)."""

    days: int = 3
    months: int = 1
    years: int = 1


DEFAULT_TOLERANCE = Tolerance()


class DateError(RejectedError):
    """A text that is no date of the record: says which text and how to mend it."""


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as written, and what it allows: all bounds are days, inclusive.

    ``first_day`` is the first day of the date as written (``~`` not widened): series are ordered by it. The
    contact began between ``start_earliest`` and ``start_latest`` and ended between ``end_earliest`` and ``end_latest``.
    """

    text: str
    first_day: Day
    start_earliest: Day
    start_latest: Day
    end_earliest: Day
    end_latest: Day

    def __str__(self) -> str:
        return self.text

    @property
    def exact(self) -> bool:
        """Whether start and end are each known to the day."""
        return self.start_earliest == self.start_latest and self.end_earliest == self.end_latest

    @property
    def lasted(self) -> bool:
        """Whether the date says from when to when (``A/B``), rather than one occasion."""
        return "/" in self.text


@dataclass(frozen=True, slots=True)
class _Span:
    """One date of an expression: the days as written, and those days widened by its qualifier."""

    first: Day
    last: Day
    earliest: Day
    latest: Day


_ONE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[~?%])?", re.ASCII
)
_SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_FORMS = "write 2024-04-03, 2024-04, 2024, 2024-04-03~ (about), A/B (from, to) or [A..B] (one day within)"


def parse(text: str, tolerance: Tolerance = DEFAULT_TOLERANCE) -> UncertainDate:
    """The date that the EDTF expression ``text`` stands for; raises DateError.

    Taken: years, months, days; seasons 21-24 (northern, winter runs from December); ``X`` for unknown last digits;
    ``?`` (doubted: bounds unchanged), ``~`` (approximate: widened by ``tolerance``), ``%`` (both); ``A/B``; ``[A..B]``.
    Refused: open ends, times of day, years outside 0001-9999, and level 2 but for ``[A..B]``.
    """
    return _parse(text, tolerance)


@lru_cache(maxsize=65536)
def _parse(text: str, tolerance: Tolerance) -> UncertainDate:
    if text.startswith("[") and text.endswith("]"):
        return _one_day_within(text, tolerance)
    if "/" in text:
        return _from_to(text, tolerance)
    span = _span(text, text, tolerance)
    return UncertainDate(text, span.first, span.earliest, span.latest, span.earliest, span.latest)


def _one_day_within(text: str, tolerance: Tolerance) -> UncertainDate:
    ends = text[1:-1].split("..")
    if len(ends) != 2:
        raise DateError(f"'{text}' is not a set [A..B]", mend="name the first and the last possible day")
    first, last = (_span(end, text, tolerance) for end in ends)
    _in_order(first, last, text)
    return UncertainDate(text, first.first, first.earliest, last.latest, first.earliest, last.latest)


def _from_to(text: str, tolerance: Tolerance) -> UncertainDate:
    ends = text.split("/")
    if len(ends) != 2:
        raise _of_figures(text) or DateError(f"'{text}' has more than one '/'", mend=_FORMS)
    start, end = (_span(part, text, tolerance) for part in ends)
    _in_order(start, end, text)
    return UncertainDate(
        text,
        start.first,
        start.earliest,
        min(start.latest, end.latest),
        max(end.earliest, start.earliest),
        end.latest,
    )


_FIGURES = re.compile(r"(\d{1,2}|\d{4})([/.])(\d{1,2})\2(\d{1,2}|\d{4})", re.ASCII)


def _of_figures(text: str) -> DateError | None:
    """What is said of a day written as ``05/01/2022``: how to write each day that it may be; None where it is no such day."""
    match = _FIGURES.fullmatch(text)
    if match is None or sorted((len(match[1]), len(match[4])))[1] != 4:
        return None
    one, middle, other = match[1], match[3], match[4]
    orders = [(one, middle, other)] if len(one) == 4 else [(other, middle, one), (other, one, middle)]
    meant = list(dict.fromkeys(f"{year}-{month:>02}-{day:>02}" for year, month, day in orders if _is_day(year, month, day)))
    if not meant:
        return None
    said = "may be read in two ways" if len(meant) > 1 else "is not written as a day of the record"
    return DateError(f"'{text}' {said}", mend=f"write {' or '.join(meant)}")


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _in_order(first: _Span, last: _Span, text: str) -> None:
    if last.last < first.first:
        raise DateError(f"the end of '{text}' lies before its start", mend="put the earlier date first")


def _span(part: str, whole: str, tolerance: Tolerance) -> _Span:
    if part in ("", ".."):
        raise DateError(f"'{whole}' leaves one end open", mend="give both ends; an unknown end can be a year, or [A..B]")
    match = _ONE.fullmatch(part)
    if match is None:
        raise _of_figures(whole) or DateError(f"'{whole}' is not a date that can be read", mend=_FORMS)
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    if not _unknown_from_the_right(year, month, day):
        raise DateError(f"'{whole}' leaves a larger part unknown than a smaller one", mend="X may stand at the end only")
    try:
        first, last = _as_written(year, month, day)
    except ValueError:
        raise DateError(f"'{whole}' names a day that no calendar has", mend=_FORMS) from None
    if qualifier not in ("~", "%"):
        return _Span(first, last, first, last)
    return _Span(first, last, *_widened(first, last, month, day, tolerance))


def _unknown_from_the_right(year: str, month: str | None, day: str | None) -> bool:
    """Whether every part after one with an X is unknown too (level 1): ``2004-XX-XX`` yes, ``2004-XX-15`` no."""
    parts = [part for part in (year, month, day) if part is not None]
    unknown = ["X" in part for part in parts]
    return unknown == sorted(unknown) and ("X" not in year or month is None)


def _as_written(year: str, month: str | None, day: str | None) -> tuple[Day, Day]:
    """First and last day; raises ValueError for what no calendar has."""
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year == 0:
        raise ValueError(year)
    if month is None or month == "XX":
        return date(first_year, 1, 1).toordinal(), date(last_year, 12, 31).toordinal()
    if int(month) in _SEASON_FIRST_MONTH:
        if day is not None:
            raise ValueError(month)
        start = _SEASON_FIRST_MONTH[int(month)]
        return date(first_year, start, 1).toordinal(), _month_end(first_year, start + 2)
    if day is None or day == "XX":
        return date(first_year, int(month), 1).toordinal(), _month_end(first_year, int(month))
    exact = date(first_year, int(month), int(day)).toordinal()
    return exact, exact


def _widened(first: Day, last: Day, month: str | None, day: str | None, by: Tolerance) -> tuple[Day, Day]:
    """The span widened at the precision it is written in."""
    if day is not None and day != "XX":
        return clamp(first - by.days), clamp(last + by.days)
    step = by.years * 12 if month is None or month == "XX" else by.months
    start, end = date.fromordinal(first), date.fromordinal(last)
    return _month_start(start.year, start.month - step), _month_end(end.year, end.month + step)


def _carried(year: int, month: int) -> tuple[int, int]:
    years, index = divmod(month - 1, 12)
    return year + years, index + 1


def _month_start(year: int, month: int) -> Day:
    year, month = _carried(year, month)
    return date(year, month, 1).toordinal() if year >= 1 else clamp(0)


def _month_end(year: int, month: int) -> Day:
    year, month = _carried(year, month)
    return date(year, month, monthrange(year, month)[1]).toordinal() if year <= 9999 else LAST_DAY


def exact_day(day: Day) -> UncertainDate:
    """The date that is ``day`` and nothing else."""
    return UncertainDate(iso(day), day, day, day, day, day)
