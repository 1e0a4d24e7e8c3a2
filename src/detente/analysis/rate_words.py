"""How is a change of rate put into words: one plain sentence for terminal and report, and what it rests on."""

from collections.abc import Iterator
from datetime import date

from detente.analysis.rates import LEAST_CONTACTS, Change, Lack, Rates, Segment
from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.words import and_list, day_in_words, month_in_words, series_kind_in_words

_ROUGH = 60
"""A change that may lie in more days than this is told by months."""

_LATE = 30
"""Where so many days at the end do not count, that is said."""


def rates_in_words(rates: Rates, selection: Selection) -> str:
    """The latest change of rate, or that there is none, or why nothing can be said; then what was counted.

    ``From November 2015 on about 11.6 contacts a year (12 in 378 days), before none in 611 days; the change lies between …``
    """
    return " ".join([_found(rates, _kind(selection)), *_grounds(rates)])


def rate_in_words(rate: float) -> str:
    """A rate per year: ``4.6``, ``25``, ``0.04``; ``none`` without a contact."""
    if not rate:
        return "none"
    return f"{rate:,.0f}" if rate >= 20 else f"{rate:.1f}" if rate >= 0.1 else f"{rate:.2f}"


def change_in_words(change: Change) -> str:
    """Between which days it lies: ``between July 2015 and December 2015``; by days where they are few."""
    if change.earliest == change.latest:
        return f"on {_day(change.earliest)}"
    tell = _month if _is_rough(change) else _day
    return f"between {tell(change.earliest)} and {tell(change.latest)}"


def _is_rough(change: Change) -> bool:
    return change.latest - change.earliest > _ROUGH


def _day(day: Day) -> str:
    return day_in_words(date.fromordinal(day))


def _month(day: Day) -> str:
    return month_in_words(date.fromordinal(day))


def _kind(selection: Selection) -> str:
    """``call``, ``meeting``; ``contact`` for what has no name that takes a plural."""
    kind = series_kind_in_words(selection.channels, selection.settings)
    return "contact" if " by " in kind else kind


def _found(rates: Rates, kind: str) -> str:
    if rates.lack is Lack.NO_CONTACT:
        return f"No {kind} is on record from which a rate could be counted."
    if rates.lack is Lack.NOT_LOOKED_AT:
        return "None of this time was looked at closely, so that nothing can be said of a rate."
    if rates.lack is Lack.TOO_FEW:
        seen = " that were looked at" if rates.declared else ""
        few = f"{_things(rates.contacts, kind)} in {rates.exposure:,} days{seen}"
        are = "is" if rates.contacts == 1 else "are"
        return f"{few} {are} too few to look for a change of rate: {_SMALL.get(LEAST_CONTACTS, LEAST_CONTACTS)} are needed."
    *_, now = rates.segments
    if rates.last_change is None:
        return f"No change of rate is found: {_rate(now, kind)} since {_day(now.first)}."
    return f"{_changed(rates, rates.last_change, kind)}{_earlier(rates)}."


_SMALL = {10: "ten"}


def _changed(rates: Rates, change: Change, kind: str) -> str:
    *_, before, now = rates.segments
    when = _month(change.day) if _is_rough(change) else _day(change.day)
    return f"From {when} on {_rate(now, kind)}, before {_rate(before, '')}; the change lies {change_in_words(change)}"


def _rate(segment: Segment, kind: str) -> str:
    """``about 4.6 contacts a year (14 in 1,112 days)``, ``none in 611 days``; no kind: the figure alone."""
    if not segment.contacts:
        return f"no {kind} in {segment.exposure:,} days" if kind else f"none in {segment.exposure:,} days"
    things = f" {kind}s a year" if kind else ""
    return f"about {rate_in_words(segment.rate)}{things} ({segment.contacts:,} in {segment.exposure:,} days)"


def _things(count: int, kind: str) -> str:
    return f"{count:,} {kind}{'' if count == 1 else 's'} after the first"


def _earlier(rates: Rates) -> str:
    others = [_month(change.day) for change in rates.changes[:-1]]
    if not others:
        return ""
    named = and_list(others[-3:])
    return f". Earlier changes: {named}" if len(others) <= 3 else f". {len(others):,} earlier changes, the last ones: {named}"


def _grounds(rates: Rates) -> Iterator[str]:
    """What was counted and what was not, and what imprecise dates leave open."""
    if rates.first is None or rates.last is None or rates.lack is Lack.NOT_LOOKED_AT:
        return
    whole = rates.last - rates.first + 1
    if not rates.declared:
        yield "Nothing is declared about how far this time was looked at: contacts may be missing, and rates be too low."
    elif rates.exposure < whole and rates.lack is None:
        unseen = rates.until is not None and rates.last - rates.until >= _LATE
        end = f"; of the time after {_day(rates.until)} this says nothing" if unseen and rates.until else ""
        yield f"Only the {rates.exposure:,} of {whole:,} days that were looked at count, and the contacts on them{end}."
        if 2 * rates.exposure < whole:
            yield "That is less than half: if it was mostly looked at when there was something to see, the rates are too high."
    if rates.changes_min < rates.changes_max:
        yield f"Imprecise dates allow for {rates.changes_min:,} to {rates.changes_max:,} changes."
    if rates.last_change is not None and not rates.last_change.sure:
        yield "The latest may be none: it is not there with such dates at their earliest or latest."
