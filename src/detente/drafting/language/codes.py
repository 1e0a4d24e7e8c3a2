"""Which states does a log of contacts name by their codes: ``Gallant (ISR)``?"""

from collections.abc import Iterator
from functools import cache

from detente.drafting.language.patterns import Pattern
from detente.store.gazetteer import countries


def codes_in(text: str) -> Iterator[tuple[str, int]]:
    """The codes of states that stand in brackets, and where."""
    for hit in _CODE.finditer(text):
        if hit[0] in _codes():
            yield hit[0], hit.start()


_CODE = Pattern(r"(?<=\()[A-Z]{3}(?=\))")


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["party"] for row in countries())
