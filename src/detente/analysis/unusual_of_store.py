"""How unusual are the silences now on record: what is read of it for the terminal and for programs alike."""

from collections.abc import Sequence
from dataclasses import replace

from detente.analysis.baselines import WHOLE, SeriesGround
from detente.analysis.lanes import Lane
from detente.analysis.unusual import most_unusual_first, unusual
from detente.analysis.unusual_lanes import LaneSilence, PairSilence, pair_silence
from detente.domain.context import Scope
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import By
from detente.store import contacts, reference, series, telling
from detente.store.opening import Store


def silence_of_pair(store: Store, selection: Selection, ways: Sequence[By], name: str = WHOLE) -> PairSilence:
    """The silences of the two parties selected, lane by lane, against the baseline of that name."""
    pair = selection.dyad
    assert pair is not None  # two different parties were named
    holders = reference.officeholders(store, *pair.parties)
    ground = SeriesGround(selection, series.coverage(store, pair).get(pair, []), holders)
    everything = Selection(as_of=selection.as_of, parties=pair.parties, include_restricted=selection.include_restricted)
    return pair_silence(contacts.contacts(store, everything, details=True), ground, pair, ways, name)


def silences_ranked(store: Store, selection: Selection, name: str = WHOLE) -> list[LaneSilence]:
    """The open silence of each pair selected, the most unusual first; of one party in the selection, those of its pairs."""
    by_pair: dict[Dyad, list[Silence]] = {}
    for silence in telling.silences_of(store, selection):
        if set(selection.parties) <= set(silence.gap.dyad.parties):
            by_pair.setdefault(silence.gap.dyad, []).append(silence)
    windows, holders = series.coverage(store), reference.officeholders(store)
    scope, found = Scope(None, None, None, selection.by), []
    for pair, silences in by_pair.items():
        own = SeriesGround(replace(selection, parties=pair.parties), windows.get(pair, []), _of(pair, holders))
        if (there := unusual(silences, own, name)) is not None:
            found.append(LaneSilence(Lane(scope, there.gap, there.silence.observed, there.gap.persons), there))
    return sorted(found, key=lambda lane: most_unusual_first(lane.unusual.standing))


def _of(pair: Dyad, holders: Sequence[Officeholder]) -> list[Officeholder]:
    return [holder for holder in holders if holder.party in pair.parties]
