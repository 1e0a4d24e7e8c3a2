"""How unusual is the silence of each lane of a pair: per channel, level and setting, by office and by person?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.analysis.baselines import WHOLE, SeriesGround
from detente.analysis.lanes import Lane, lanes, of_scope
from detente.analysis.sensitivity import Sensitivity, sensitivity
from detente.analysis.unusual import Unusual, against_each, unusual
from detente.domain.contacts import Contact
from detente.domain.gaps import Endpoint, gaps
from detente.domain.parties import Dyad
from detente.domain.silences import Silence, silences
from detente.domain.vocabulary import By


@dataclass(frozen=True, slots=True)
class LaneSilence:
    """The open silence of a lane, and how unusual it is for that lane."""

    lane: Lane
    unusual: Unusual


@dataclass(frozen=True, slots=True)
class PairSilence:
    """The silences of a pair, one a lane, the widest first: that of the selection, which is also set against each baseline.

    ``sensitivity`` is how its headline moves if the record were a little other.
    """

    lanes: tuple[LaneSilence, ...]
    baselines: tuple[Unusual, ...]
    sensitivity: Sensitivity


def pair_silence(
    contacts: Iterable[Contact], ground: SeriesGround, pair: Dyad, ways: Sequence[By] = tuple(By), name: str = WHOLE
) -> PairSilence:
    """The silences of ``pair``, in the lanes that ``lanes`` has, among ``contacts`` that the selection of ``ground`` chooses.

    ``contacts`` are all of the pair, with their details; those not held are the attempts. ``name`` is the baseline of the
    lanes. A lane whose silence is not open in the period of the selection is left out.
    """
    all_known = list(contacts)
    known = [contact for contact in all_known if ground.selection.matches(contact)]
    every = [(lane, *_series(known, ground, pair, lane)) for lane in lanes(known, ground.selection, pair, ground.windows, ways)]
    found = [(lane, series, own) for lane, series, own in every if any(silence.gap.open for silence in series)]
    told = [LaneSilence(lane, there) for lane, series, own in found if (there := unusual(series, own, name)) is not None]
    baselines = against_each(found[0][1], found[0][2], name) if found else ()
    own = replace(ground.selection, parties=pair.parties, by=ways[0])
    return PairSilence(tuple(told), baselines, sensitivity(all_known, own, ground.windows))


def _series(known: Sequence[Contact], ground: SeriesGround, pair: Dyad, lane: Lane) -> tuple[list[Silence], SeriesGround]:
    """The silences of the lane, and the ground narrowed to it."""
    own = of_scope(ground.selection, pair, lane.scope)
    found = [gap for gap in gaps(known, own) if gap.persons == lane.persons]
    attempts = [Endpoint(contact.contact_id, contact.date) for contact in known if not contact.held and own.matches(contact)]
    return silences(found, own, {pair: ground.windows}, {pair: attempts}), replace(ground, selection=own)
