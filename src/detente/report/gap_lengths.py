"""How long was each gap, to scale, and what figures did others publish for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.domain.days import DAYS_PER_MONTH
from detente.domain.gaps import Gap
from detente.domain.silences import Silence, summary
from detente.domain.verdicts import Verdict
from detente.domain.vocabulary import By, ClaimKind, Observation
from detente.domain.words import gap_in_words, length_in_words
from detente.report.claims import months_in_words
from detente.report.naming import capital, from_to, seen_share, series_in_words

MOST_BARS = 40
"""Longer charts show the longest gaps only."""


@dataclass(frozen=True, slots=True)
class ClaimedLength:
    """A published figure for a gap, in days (the months claimed times 30.4375), and how it stands to the record."""

    claim_id: str
    days: float
    verdict: Verdict
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapBar:
    """A gap of the series: its length is ``days_min`` to ``days_max``; ``claims`` are figures published for this very gap."""

    previous_id: str
    following_id: str
    label: str
    days_min: int
    days_max: int
    open: bool
    observation: Observation
    seen: str
    attempts: tuple[str, ...]
    words: str
    claims: tuple[ClaimedLength, ...]


@dataclass(frozen=True, slots=True)
class GapsData:
    """The gaps of one series in time order, the latest last; ``drawn`` are those in the chart."""

    key: str
    label: str
    bars: tuple[GapBar, ...]
    drawn: tuple[GapBar, ...]
    sentence: str


def gaps_data(dossier: Dossier, key: str = "all") -> GapsData:
    """The gaps of the whole selection (``all``) or of the lane ``key``; raises KeyError for a lane that is not there."""
    if key == "all":
        label, found = capital(series_in_words(dossier.selection)), dossier.silences
    else:
        lane = {lane.key: lane for lane in dossier.lanes}[key]
        label, found = capital(lane.label), lane.silences
    claimed = _claimed(dossier)
    bars = tuple(_bar(silence, claimed) for silence in found)
    return GapsData(key, label, bars, _drawn(bars), _sentence(label, [silence.gap for silence in found], bars))


def _bar(silence: Silence, claimed: dict[tuple[str, str], list[ClaimedLength]]) -> GapBar:
    gap = silence.gap
    following = "" if gap.following is None else gap.following.contact_id
    return GapBar(
        previous_id=gap.previous.contact_id,
        following_id=following,
        label=_short_label(gap),
        days_min=gap.days_min,
        days_max=gap.days_max,
        open=gap.open,
        observation=silence.observed.observation,
        seen=seen_share(silence),
        attempts=silence.attempts,
        words=f"{gap_in_words(gap)}: {from_to(gap)}" + ("; the order of the two is not sure" if gap.order_uncertain else ""),
        claims=tuple(claimed.get((gap.previous.contact_id, following), ())),
    )


def _short_label(gap: Gap) -> str:
    until = "open, so far" if gap.following is None else gap.following.date.text
    people = "".join(f", {name}" for _, name in gap.persons)
    return f"{gap.previous.date.text} → {until}{people}"


def _drawn(bars: Sequence[GapBar]) -> tuple[GapBar, ...]:
    """All bars, or the longest and the open one, in time order."""
    if len(bars) <= MOST_BARS:
        return tuple(bars)
    places = sorted(range(len(bars)), key=lambda place: (not bars[place].open, -bars[place].days_max, place))
    return tuple(bars[place] for place in sorted(places[:MOST_BARS]))


def _claimed(dossier: Dossier) -> dict[tuple[str, str], list[ClaimedLength]]:
    """Published figures by the gap that each is about: the one before the claimed contact in the claim's own series.

    A claim about sessions of four ministers therefore never stands beside the gap since an ordinary call.
    """
    found: dict[tuple[str, str], list[ClaimedLength]] = {}
    for judgement in dossier.judgements:
        claim, gap = judgement.claim, judgement.gap
        if (
            claim.kind is not ClaimKind.FIRST_SINCE
            or claim.by is not By.OFFICE
            or claim.months is None
            or claim.contact_id is None
        ):
            continue
        if gap is not None and gap.following is not None and judgement.verdict is not None:
            words = (f"Claimed: {months_in_words(claim)}, {judgement.verdict}", claim.claim)
            figure = ClaimedLength(claim.claim_id, claim.months * DAYS_PER_MONTH, judgement.verdict, words)
            found.setdefault((gap.previous.contact_id, gap.following.contact_id), []).append(figure)
    return found


def _sentence(label: str, found: Sequence[Gap], bars: Sequence[GapBar]) -> str:
    figures = summary(found)
    if not found:
        return f"{label}: no gap."
    text = f"{label}: {figures.completed:,} completed gap{'' if figures.completed == 1 else 's'}"
    if figures.longest is not None and figures.median_min is not None and figures.median_max is not None:
        middle = length_in_words(round(figures.median_min), round(figures.median_max))
        text += f", the longest {gap_in_words(figures.longest)}, the median {middle}"
    running = max((gap for gap in found if gap.open), key=lambda gap: gap.previous.order, default=None)
    if running is not None:
        text += f"; the open gap is {gap_in_words(running)} so far"
    claims = sum(len(bar.claims) for bar in bars)
    return text + (f"; {claims} published figure{'' if claims == 1 else 's'} beside their gaps." if claims else ".")
