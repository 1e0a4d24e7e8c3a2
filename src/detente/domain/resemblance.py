"""Is this contact already on record: same parties, channel and level, on days that may be the same."""

from collections.abc import Iterable

from detente.domain.contacts import Contact


def look_alikes(new: Contact, known: Iterable[Contact]) -> list[Contact]:
    """Those of ``known`` that ``new`` may be."""
    return [contact for contact in known if resembles(new, contact)]


def resembles(one: Contact, other: Contact) -> bool:
    """Whether the two have the same parties, channel and level, and dates that can overlap."""
    return (
        set(one.parties) == set(other.parties)
        and one.channel is other.channel
        and one.level is other.level
        and one.date.start_earliest <= other.date.end_latest
        and other.date.start_earliest <= one.date.end_latest
    )
