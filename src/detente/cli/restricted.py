"""Would what is not public change this answer: one question for every command that answers from series."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.domain.selection import Selection
    from detente.store.opening import Store


def tell_hidden(store: "Store", selection: "Selection") -> None:
    """Says on stderr how many restricted contacts the series of ``selection`` leaves out; nothing where there is none."""
    from detente.cli.failure import note
    from detente.store.counting import hidden

    if count := hidden(store, selection):
        which, them = ("1 contact that is", "it") if count == 1 else (f"{count} contacts that are", "them")
        note(f"{which} not public would change this answer; to count {them}, add --include-restricted")
