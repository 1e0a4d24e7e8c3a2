"""What does a report need from the store: everything between two parties, or what the record of each pair comes to?"""

from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.analysis.dossier import Dossier
    from detente.analysis.survey_of_store import StoreSurveyed
    from detente.domain.selection import Selection
    from detente.store.opening import Store


def gathered_dossier(store: "Store", selection: "Selection") -> "Dossier":
    """What the report of the two parties selected is drawn from."""
    from detente.analysis.dossier import dossier
    from detente.domain.selection import Selection
    from detente.store import contacts, reference, series
    from detente.store.dialogues import followed

    pair = selection.dyad
    assert pair is not None  # two different parties were named
    # The page says what it leaves out, so it is given everything between the two; the dossier does the choosing.
    everything = Selection(as_of=selection.as_of, parties=selection.parties, include_restricted=True)
    told = contacts.contacts(store, everything, details=True)
    claims = contacts.claims(store, dyad=pair, include_restricted=True)
    for contact in told:
        if len(contact.parties) > 2:  # it may lie in the folder of another pair
            claims += contacts.claims(store, contact_id=contact.contact_id, include_restricted=True)
    return dossier(
        told,
        selection=_dated(selection),
        parties=reference.parties(store),
        topics=reference.topics(store),
        officeholders=reference.officeholders(store, *pair.parties),
        windows=series.coverage(store, pair).get(pair, []),
        claims={claim.claim_id: claim for claim in claims}.values(),
        tolerance=store.tolerance,
        followed=followed(store, selection),
    )


def surveyed(store: "Store", selection: "Selection") -> "AbstractContextManager[StoreSurveyed]":
    """What the overview of the pairs selected is drawn from, for as long as the context lasts."""
    from detente.analysis.survey_of_store import surveyed

    return surveyed(store, _dated(selection))


def _dated(selection: "Selection") -> "Selection":
    """With the day on which the record is asked, so that a report can say how to make it again."""
    from detente.cli.options import known_today

    return selection if selection.known_on is not None else replace(selection, known_on=known_today())
