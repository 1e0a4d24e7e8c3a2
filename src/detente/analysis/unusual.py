"""How unusual is a silence, by everything that the record of its series can say: against one baseline, or each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.analysis.baselines import WHOLE, Baseline, SeriesGround, baseline, baseline_names
from detente.analysis.no_contact import NoContact, no_contact
from detente.analysis.outlook import Outlook, outlooks
from detente.analysis.pace import Pace, pace
from detente.analysis.rhythm import Rhythm, rhythm
from detente.analysis.silence import Rank, Standing, standing
from detente.domain.days import LAST_DAY
from detente.domain.gaps import Gap
from detente.domain.selection import Selection
from detente.domain.silences import Silence


@dataclass(frozen=True, slots=True)
class Unusual:
    """The silence now of a series and all that is said of it; figures that need ten completed gaps are None below.

    ``selection`` is that of the series.
    """

    selection: Selection
    baseline: Baseline
    standing: Standing
    outlooks: tuple[Outlook, ...]
    rhythm: Rhythm | None
    pace: Pace
    no_contact: NoContact | None

    @property
    def narrowed(self) -> bool:
        """Whether only a part of the record of its series is looked at: a period, or a baseline that begins with a day."""
        period = self.selection.period_from, self.selection.period_to
        return self.baseline.since is not None or period != (None, None)

    @property
    def silence(self) -> Silence:
        """The open silence."""
        return self.standing.silence

    @property
    def gap(self) -> Gap:
        """The open gap."""
        return self.standing.silence.gap


def unusual(found: Iterable[Silence], ground: SeriesGround, name: str = WHOLE) -> Unusual | None:
    """The silence now among ``found``, the silences of a pair, against the baseline of that name; None where none is open."""
    every = list(found)
    whole = standing(every)
    return None if whole is None else _against(whole, every, ground, name)


def against_each(found: Iterable[Silence], ground: SeriesGround, chosen: str = WHOLE) -> tuple[Unusual, ...]:
    """The same against every baseline, the one ``chosen`` among them; empty where no silence is open."""
    every = list(found)
    whole = standing(every)
    return () if whole is None else tuple(_against(whole, every, ground, name) for name in baseline_names(chosen))


def _against(whole: Standing, found: Sequence[Silence], ground: SeriesGround, name: str) -> Unusual:
    chosen = baseline(name, whole, ground)
    since = LAST_DAY if chosen.missing else chosen.since
    stands = whole if since is None else standing(found, since)
    assert stands is not None  # the same silence is open
    kept = pace(stands, ground.windows, ground.selection, since)
    return Unusual(ground.selection, chosen, stands, outlooks(stands), rhythm(stands.completed), kept, no_contact(kept))


def most_unusual_first(stands: Rank) -> tuple[bool, float, int, int, tuple[str, str]]:
    """The order of a ranking: by the share of the pair's own completed gaps that a silence surely exceeds, then by days.

    Pairs with fewer than ten completed gaps come after the others, by days alone.
    """
    share = stands.longer_than / stands.n_gaps if stands.enough else 0.0
    gap = stands.silence.gap
    return (not stands.enough, -share, -gap.days_min, -gap.days_max, gap.dyad.parties)
