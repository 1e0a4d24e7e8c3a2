"""How is it said how a silence stands: one wording for the terminal, the report and the overview."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detente.analysis.silence import LEAST_GAPS, Quantile, Rank, Standing
from detente.domain.days import Day
from detente.domain.gaps import Gap
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.sides import name_in_sentence, sides_in_words
from detente.domain.silences import Silence
from detente.domain.vocabulary import Observation, Setting
from detente.domain.words import (
    and_list,
    counted,
    day_in_words,
    days_in_words,
    from_to,
    gap_in_words,
    observed_in_words,
    series_kind_in_words,
    silence_since,
)

_MANY, _VERY_MANY = 20, 60


def now_in_words(silence: Silence, kind: str, sides: str, as_of: Day) -> str:
    """``No call between … is recorded since …: 637 days, about 21 months, as of …, all of it in time that was looked at.``"""
    words = silence_since(kind, sides, silence.gap, date.fromordinal(as_of)).removesuffix(".")
    return f"{words}, {observed_in_words(silence.observed)}."


def standing_in_words(stands: Standing, selection: Selection) -> str:
    """Its rank, when half and nine in ten had ended, and what was not looked at."""
    return f"{rank_in_words(stands, selection)}. {lengths_in_words(stands)}"


def lengths_in_words(stands: Standing) -> str:
    """When half and nine in ten had ended, and what was not looked at."""
    return " ".join(part for part in (_quantiles(stands), _unseen(stands.silence, stands.ended)) if part)


def rank_in_words(stands: Standing, selection: Selection, since: Day | None = None) -> str:
    """``The silence of 637 days is longer than 19 of 21 completed gaps; the last longer one: … (856 days)``.

    ``since``: only gaps that ended on that day or later are among those.
    """
    gap, last = stands.silence.gap, stands.last_longer
    period = selection.period_from is not None or selection.period_to is not None
    when = " in the period" if period else ""
    when += "" if since is None else f" since {day_in_words(date.fromordinal(since))}"
    if not stands.ended:
        where = f"no gap ended{when}" if when else "its series has no completed gap"
        return f"{silence_in_words(gap)} stands alone: {where} to set it against"
    return f"{silence_in_words(gap)} {_is_longer_than(stands)}{f' that ended{when}' if when else ''}" + (
        "" if last is None else f"; {_how_long(last, gap)}: {_told(last)}"
    )


def silence_in_words(gap: Gap) -> str:
    """``The silence of 637 days``, by person with the two people."""
    people = f" between {and_list([name for _, name in gap.persons])}" if gap.persons else ""
    return f"The silence of {days_in_words(gap.days_min, gap.days_max)}{people}"


def _is_longer_than(stands: Standing) -> str:
    """``is longer than 19 of 21 completed gaps``; where imprecise dates leave it open ``17 to 19 of 21``."""
    least, most, every = stands.longer_than, stands.longer_than_max, stands.n_gaps
    if every == 1:
        return f"{('may be' if most else 'is not') if not least else 'is'} longer than the one completed gap"
    if least == every:
        return f"is longer than {'both' if every == 2 else f'all {every:,}'} completed gaps"
    if not most:
        return f"is longer than none of {every:,} completed gaps"
    return f"is longer than {longer_than_in_words(stands)} completed gaps"


def longer_than_in_words(stands: Rank) -> str:
    """``41 of 44``; ``40 to 41 of 44`` where imprecise dates leave it open."""
    most = f" to {stands.longer_than_max:,}" if stands.longer_than_max > stands.longer_than else ""
    return f"{stands.longer_than:,}{most} of {stands.n_gaps:,}"


def _how_long(last: Gap, now: Gap) -> str:
    if last.days_min > now.days_max:
        return "the last longer one"
    return (
        "the last one as long"
        if last.days_min == last.days_max == now.days_min == now.days_max
        else "the last that may have been as long"
    )


def _told(gap: Gap) -> str:
    return f"{from_to(gap)} ({days_in_words(gap.days_min, gap.days_max)})"


def _quantiles(stands: Standing) -> str:
    """When half and nine in ten had ended, or why that cannot be told."""
    if stands.median is None or stands.p90 is None:
        few = counted(stands.n_gaps, "completed gap")
        are = "is" if stands.n_gaps == 1 else "are"
        return f"{few} {are} too few for a curve: ten are needed." if stands.n_gaps else "A curve needs ten completed gaps."
    half, most = (quantile_in_words(pair) for pair in (stands.median, stands.p90))
    return (
        f"Half of all silences had ended after {half}{_interval(stands.median, '95 % interval ')}, "
        f"nine in ten after {most}{_interval(stands.p90)}."
    )


def quantile_in_words(pair: tuple[Quantile, Quantile]) -> str:
    """``77 days``; ``77 to 80 days`` where imprecise dates make a difference; more days than are on record if not reached."""
    least, most = (quantile.days for quantile in pair)
    if least is None:
        return "more days than are on record"
    return f"{least:,} days or more" if most is None else days_in_words(min(least, most), max(least, most))


def _interval(pair: tuple[Quantile, Quantile], name: str = "") -> str:
    """The interval over both: `` (95 % interval 32 to 112)``, or with no upper end `` (300 or more)``."""
    lows = [quantile.low for quantile in pair if quantile.low is not None]
    highs = [quantile.high for quantile in pair if quantile.high is not None]
    if not lows:
        return ""
    return f" ({name}{min(lows):,} {f'to {max(highs):,}' if len(highs) == len(pair) else 'or more'})"


def _unseen(now: Silence, completed: Sequence[Silence]) -> str:
    """Which of them were not looked at throughout, and what that does to them."""
    gaps = sum(not _seen(silence) for silence in completed)
    which = "the one completed gap" if len(completed) == 1 else f"{gaps:,} of {len(completed):,} completed gaps"
    parts = [which] if gaps else []
    parts += [] if _seen(now) else ["the silence now"]
    if not parts:
        return ""
    warning = "contacts may be missing there, and a silence would look longer than it was"
    return f"Not looked at throughout: {and_list(parts)}; {warning}."


def _seen(silence: Silence) -> bool:
    return silence.observed.observation is Observation.OBSERVED


def ranking_in_words(found: Sequence[Rank], names: Mapping[str, str]) -> str:
    """The most unusual of several silences, which come in that order, and what must be said of the most unusual among many."""
    if not found:
        return "No silence is open for this selection."
    comparable = [stands for stands in found if stands.enough]
    text = f"Of {counted(len(found), 'pair')} compared, " if len(found) > 1 else ""
    first = comparable[0] if comparable else found[0]
    gap = first.silence.gap
    lead = "the most unusual silence" if comparable else "the longest silence"
    text += f"{lead} is that between {_between(gap.dyad, names)}: {gap_in_words(gap)}"
    text += f", longer than {longer_than_in_words(first)} earlier gaps" if first.n_gaps else ""
    text = f"{text[:1].upper()}{text[1:]}, {observed_in_words(first.silence.observed)}."
    if comparable and (last := first.last_longer) is not None:
        text += f" The last that may have been as long: {gap_in_words(last)}, {from_to(last)}."
    return " ".join([text, *_few(len(found) - len(comparable), len(found)), *_by_chance(len(found))])


def _between(pair: Dyad, names: Mapping[str, str]) -> str:
    return and_list([name_in_sentence(names.get(code, code)) for code in pair.parties])


def _few(few: int, every: int) -> Iterator[str]:
    if few == every:
        yield f"With fewer than {LEAST_GAPS} completed gaps, none can be called usual or unusual."
    elif few:
        come = "comes" if few == 1 else "come"
        yield f"{counted(few, 'pair')} with fewer than {LEAST_GAPS} completed gaps {come} after the others, by days alone."


def _by_chance(pairs: int) -> Iterator[str]:
    if pairs >= _VERY_MANY:
        yield "Among so many, several will be unusual by chance."
    elif pairs >= _MANY:
        yield "Among so many, one or two will be unusual by chance."
    elif pairs > 1:
        yield "The more pairs are compared, the likelier it is that one looks unusual by chance."


def kind_of(selection: Selection) -> str:
    """What the contacts of a selection are called in a sentence, which says so where it cannot name all that narrows it."""
    kind = series_kind_in_words(selection.channels, selection.settings)
    return f"{kind} of this selection" if _narrower_than(kind, selection) else kind


def _narrower_than(kind: str, selection: Selection) -> bool:
    unnamed = selection.topics or selection.persons or selection.substances or len(selection.levels) > 1
    settings = selection.settings and selection.settings != {Setting.TWO_PLUS_TWO}
    return bool(unnamed or settings or (selection.channels and kind in ("contact", "2+2 contact")))


def series_sides(selection: Selection, gap: Gap, names: Mapping[str, str]) -> str:
    """Between whom: two people, two offices, or the defence establishments of two parties."""
    if gap.persons:
        return and_list([name for _, name in gap.persons])
    level = next(iter(selection.levels)) if len(selection.levels) == 1 else None
    return sides_in_words(level, [names.get(code, code) for code in gap.dyad.parties])
