"""What must be asked of the store for a panel, whoever asks for it?"""

from detente.analysis.panel import Counted, Panel, panel
from detente.analysis.periods import Per
from detente.domain.selection import Selection
from detente.domain.vocabulary import PartyKind
from detente.store.opening import Store
from detente.store.paneling import broad_topics, pair_lasts, pair_tallies, pair_topics
from detente.store.reference import parties
from detente.store.series import coverage


def panel_of(store: Store, selection: Selection, per: Per, *, by_topic: bool = False) -> Panel:
    """The panel of a selection, counted in the database; ``by_topic`` adds columns for each broad topic and side.

    Statuses of the selection do not matter: there is a column for each.
    """
    broad = broad_topics(store, selection) if by_topic else []
    counted = Counted(
        pair_tallies(store, selection, per.months),
        pair_lasts(store, selection, per.months),
        pair_topics(store, selection, per.months),
        pair_topics(store, selection, per.months, by_topic=True) if broad else (),
        broad,
    )
    states = frozenset(code for code, party in parties(store).items() if party.kind is PartyKind.STATE)
    return panel(counted, selection, per, windows=coverage(store), states=states)
