"""How does the silence now stand to the gaps before it that ended, in words and as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.analysis.silence import Standing, standing
from detente.analysis.silence_words import standing_in_words
from detente.domain.silences import Silence
from detente.domain.words import date_in_words, from_to, gap_in_words
from detente.report.naming import seen_share


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
    ended = sorted(stands.ended, key=lambda silence: silence.gap.sort_key)
    sentence = standing_in_words(stands, dossier.selection)
    return SilenceData(stands, SilenceRow(0, stands.silence), tuple(_ranked(ended)), sentence)


def _ranked(ended: Sequence[Silence]) -> Iterator[SilenceRow]:
    rank, length = 0, (-1, -1)
    for place, silence in enumerate(ended, start=1):
        if (silence.gap.days_max, silence.gap.days_min) != length:
            rank, length = place, (silence.gap.days_max, silence.gap.days_min)
        yield SilenceRow(rank, silence)


def longest_length(data: SilenceData) -> int:
    """The greatest possible length of any of the silences, at least a day: how far an axis of lengths must go."""
    return max(1, *(row.days_max for row in (data.now, *data.rows)))
