"""How far do the two sides' accounts differ: the share of topics that one side alone reports, per period."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from detente.analysis.periods import Per, period_of
from detente.domain.contacts import Contact
from detente.domain.readouts import Readout, readouts


@dataclass(frozen=True, slots=True)
class Asymmetry:
    """The accounts of one side in one period (None: all periods together).

    ``reported`` counts the topics (per contact) that the side reports, ``alone`` those that no other party reports; ``denied``
    those it denies. ``share`` = alone / reported; None where it reports nothing.
    """

    period: str | None
    party: str
    reported: int
    alone: int
    denied: int
    share: float | None


def asymmetry(contacts: Iterable[Contact], parties: Iterable[str], per: Per | None) -> list[Asymmetry]:
    """One row per party and period in which anybody told anything; a contact counts on its first day as written."""
    told: dict[str | None, list[Readout]] = defaultdict(list)
    for contact in contacts:
        told[None if per is None else period_of(contact.date.first_day, per)] += readouts(contact)
    return [_row(period, party, told[period]) for period in sorted(told, key=str) for party in parties if told[period]]


def _row(period: str | None, party: str, told: list[Readout]) -> Asymmetry:
    reported = sum(party in readout.reported_by for readout in told)
    alone = sum(readout.reported_by == (party,) for readout in told)
    denied = sum(party in readout.denied_by for readout in told)
    return Asymmetry(period, party, reported, alone, denied, alone / reported if reported else None)
