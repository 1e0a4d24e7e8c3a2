"""What is asked of records of any size, all of it on either engine."""

from collections.abc import Callable
from dataclasses import replace

from records import AS_OF

from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel
from detente.store.opening import Store

EVERYTHING = Selection(as_of=AS_OF)
_A_YEAR: tuple[Day, Day] = (730_000, 730_365)


def _list(store: Store) -> object:
    from detente.store.contacts import contacts

    chosen = replace(EVERYTHING, channels=frozenset([Channel.PHONE]), period_from=_A_YEAR[0], period_to=_A_YEAR[1])
    return contacts(store, chosen)


def _search(store: Store) -> object:
    from detente.store.contacts import contacts

    return contacts(store, EVERYTHING, search="number 77 of")


def _frequency(store: Store) -> object:
    from detente.store.counting import tallies

    return tallies(store, EVERYTHING)


def _gaps(store: Store) -> object:
    from detente.store.series import gaps

    return gaps(store, EVERYTHING)


def _panel(store: Store) -> object:
    from detente.analysis.panel_of_store import panel_of
    from detente.analysis.periods import Per

    return panel_of(store, EVERYTHING, Per.QUARTER)


def _overview(store: Store) -> object:
    from detente.cli.gathering import surveyed
    from detente.report.overview_page import render_overview

    with surveyed(store, EVERYTHING) as found:
        return render_overview(found)


ASKED: dict[str, Callable[[Store], object]] = {
    "list, one channel, one year": _list,
    "list --search, in every text": _search,
    "frequency, counted in the store": _frequency,
    "gaps of all dyads": _gaps,
    "panel, dyad and quarter": _panel,
    "overview report, rendered": _overview,
}

COMMANDS: dict[str, tuple[str, ...]] = {
    "`detente gaps --csv`, all dyads": ("gaps", "--csv"),
    "`detente panel --per quarter --csv`": ("panel", "--per", "quarter", "--csv"),
}
"""What prints a line for each answer, as a user waits for it: start-up, words and output are in the time."""
