"""How a contact is named: ``<slug>-<date>-<channel>[-cod|-dep|-off]``, with ``-2`` for the next of the same."""

from collections.abc import Container

from detente.domain.dates import UncertainDate
from detente.domain.vocabulary import Channel, Level

_SUFFIX = {
    Level.MINISTER: "",
    Level.CHIEF_OF_DEFENCE: "-cod",
    Level.DEPUTY_MINISTER: "-dep",
    Level.OFFICIAL: "-off",
}


def contact_id(slug: str, when: UncertainDate, channel: Channel, level: Level, taken: Container[str] = ()) -> str:
    """The id of a new contact: the date as written, cut to what is known of its first day; never one of ``taken``."""
    return next_of(f"{slug}-{date_in_id(when)}-{channel}{_SUFFIX[level]}", taken)


def next_of(stem: str, taken: Container[str]) -> str:
    """``stem``, or with ``-2``, ``-3`` and so on the first that is not one of ``taken``."""
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def date_in_id(when: UncertainDate) -> str:
    """``2022-06`` for a month; the earliest day of ``A/B`` and ``[A..B]``, cut to the month where that has no day.

    A set whose ends are days in different months is cut to the month of the first: its day is not known.
    """
    text = when.text
    if text.startswith("["):
        first, last = (_known(part) for part in text[1:-1].split(".."))
        return first[:7] if first != last else first
    return _known(text.split("/")[0])


def _known(part: str) -> str:
    """Year, month and day as far as written in digits."""
    pieces = part.rstrip("~?%").split("-")
    known = [piece for piece in pieces if "X" not in piece]
    return "-".join(known) if known else pieces[0].replace("X", "0")
