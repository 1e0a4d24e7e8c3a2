"""Would what is not public change this answer: one question for every command that answers from series."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from detente.domain.selection import Selection
    from detente.store.opening import Store

Found = TypeVar("Found")


def answered(store: "Store", selection: "Selection", ask: "Callable[[Selection], Found]") -> Found:
    """What ``ask`` finds for the selection; says on stderr when it would find something else with what is not public."""
    from detente.cli.failure import note
    from detente.store.counting import hidden

    found = ask(selection)
    count = hidden(store, selection)
    if count and ask(replace(selection, include_restricted=True)) != found:
        which, them = ("1 contact that is", "it") if count == 1 else (f"{count} contacts that are", "them")
        note(f"{which} not public would change this answer; to count {them}, add --include-restricted")
    return found
