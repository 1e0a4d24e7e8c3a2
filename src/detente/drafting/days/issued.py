"""When was a text published, as it says itself, in a line of its own or before its first words?"""

from datetime import date

from detente.drafting.days.datelines import DATELINE
from detente.drafting.days.dates import dates_in
from detente.drafting.days.resolving import in_full


def dateline(text: str) -> date | None:
    """The publication day that the first or last lines of a text name in full, if they do nothing else."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in [*lines[:6], *lines[-2:]]:
        told = line.endswith((".", "!", "?")) and len(line.split()) > _FEW
        if (
            len(line) < 60
            and not told
            and (hits := dates_in(line))
            and (hits[0].groupdict().get("year") or hits[0].groupdict().get("y"))
        ):
            said = in_full(hits[0], "", None, False)
            return None if said is None else said.day
    return None


_FEW = 5
"""Words of a line that only dates a text, even if it ends with a full stop: ``Bern, den 12. März 2025.``"""


def published_in(text: str) -> date | None:
    """The day of publication that a text gives: in a line of its own, or in full before its first words.

    ``BERLIN, 12 May 2025 – The minister …``
    """
    if (alone := dateline(text)) is not None:
        return alone
    for line in [line.strip() for line in text.splitlines() if line.strip()][:_FIRST_LINES]:
        head = DATELINE.match(line)
        for hit in [] if head is None else dates_in(line[: head.end()]):
            if (said := in_full(hit, "", None, False)) is not None:
                return said.day
    return None


_FIRST_LINES = 4
"""Lines of a text within which its first sentence begins: a heading, somebody's name."""
