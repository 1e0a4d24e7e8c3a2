"""How does the silence now stand to the gaps before it that ended, in words and as rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.analysis.silence import Quantile, Standing, standing
from detente.domain.gaps import Gap
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import Observation
from detente.domain.words import and_list, date_in_words, days_in_words, gap_in_words
from detente.report.naming import counted, from_to, seen_share


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """A silence and its ``rank``: 1 for the longest completed gap, alike for equal lengths; the open one has 0.

    What a reader sees of it is put into words when it is asked for: of very many silences few are told one by one.
    """

    rank: int
    silence: Silence

    @property
    def days_min(self) -> int:
        """The shortest possible length in days."""
        return self.silence.gap.days_min

    @property
    def days_max(self) -> int:
        """The longest possible length in days."""
        return self.silence.gap.days_max

    @property
    def previous_id(self) -> str:
        """The contact after which it fell silent."""
        return self.silence.gap.previous.contact_id

    @property
    def following_id(self) -> str:
        """The contact that ended it; empty for the open one."""
        following = self.silence.gap.following
        return "" if following is None else following.contact_id

    @property
    def start(self) -> str:
        """The date of the contact before it, in words."""
        return date_in_words(self.silence.gap.previous.date)

    @property
    def end(self) -> str:
        """The date of the contact that ended it, in words."""
        following = self.silence.gap.following
        return "still open" if following is None else date_in_words(following.date)

    @property
    def seen(self) -> str:
        """How much of it was looked at."""
        return seen_share(self.silence)

    @property
    def words(self) -> str:
        """Its length, from when to when."""
        return f"{gap_in_words(self.silence.gap)}: {from_to(self.silence.gap)}"


@dataclass(frozen=True, slots=True)
class SilenceData:
    """The silence ``now``, the completed gaps of its series, longest first, and how they stand to each other."""

    standing: Standing
    now: SilenceRow
    rows: tuple[SilenceRow, ...]
    sentence: str


def silence_data(dossier: Dossier) -> SilenceData | None:
    """The silence now of the selection; None when none is open."""
    stands = standing(dossier.silences)
    if stands is None:
        return None
    ended = sorted(_ended(dossier.silences, stands.silence.gap), key=lambda silence: silence.gap.sort_key)
    return SilenceData(
        stands, SilenceRow(0, stands.silence), tuple(_ranked(ended)), _sentence(stands, ended, dossier.selection)
    )


def _ended(found: Iterable[Silence], now: Gap) -> Iterator[Silence]:
    """The completed gaps of the same series."""
    for silence in found:
        if not silence.gap.open and (silence.gap.dyad, silence.gap.persons) == (now.dyad, now.persons):
            yield silence


def _ranked(ended: Sequence[Silence]) -> Iterator[SilenceRow]:
    rank, length = 0, (-1, -1)
    for place, silence in enumerate(ended, start=1):
        if (silence.gap.days_max, silence.gap.days_min) != length:
            rank, length = place, (silence.gap.days_max, silence.gap.days_min)
        yield SilenceRow(rank, silence)


def _sentence(stands: Standing, completed: Sequence[Silence], selection: Selection) -> str:
    said = [f"{rank_in_words(stands, selection)}.", _quantiles(stands), _unseen(stands.silence, completed)]
    return " ".join(part for part in said if part)


def rank_in_words(stands: Standing, selection: Selection) -> str:
    """``The silence of 637 days is longer than 19 of 21 completed gaps; the last longer one: … (856 days)``."""
    gap = stands.silence.gap
    people = f" between {and_list([name for _, name in gap.persons])}" if gap.persons else ""
    subject = f"The silence of {days_in_words(gap.days_min, gap.days_max)}{people}"
    period = selection.period_from is not None or selection.period_to is not None
    if not stands.completed:
        where = "no gap ended in the period" if period else "its series has no completed gap"
        return f"{subject} stands alone: {where} to set it against"
    last = stands.last_longer
    return f"{subject} {_longer_than(stands)}{' that ended in the period' * period}" + (
        "" if last is None else f"; {_how_long(last, gap)}: {_told(last)}"
    )


def _longer_than(stands: Standing) -> str:
    """``is longer than 19 of 21 completed gaps``; where imprecise dates leave it open ``17 to 19 of 21``."""
    least, most, every = stands.longer_than, stands.longer_than_max, stands.n_gaps
    if every == 1:
        return f"{('may be' if most else 'is not') if not least else 'is'} longer than the one completed gap"
    if least == every:
        return f"is longer than {'both' if every == 2 else f'all {every:,}'} completed gaps"
    if not most:
        return f"is longer than none of {every:,} completed gaps"
    return f"is longer than {least:,}{'' if least == most else f' to {most:,}'} of {every:,} completed gaps"


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


def longest_length(data: SilenceData) -> int:
    """The greatest possible length of any of the silences, at least a day: how far an axis of lengths must go."""
    return max(1, *(row.days_max for row in (data.now, *data.rows)))
