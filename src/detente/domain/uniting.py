"""What is on record of two contacts that turn out to be one: everything that is said of either, told of the first."""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.contacts import Contact, DifferingValue, Participant

_SCALARS = (
    "date",
    "channel",
    "setting",
    "level",
    "substance",
    "status",
    "initiator",
    "host",
    "place",
    "country",
    "duration_minutes",
    "summary",
    "note",
)


def united(first: Contact, second: Contact) -> Contact:
    """``first`` with what ``second`` has and it lacks; both must have the same parties.

    A value that ``first`` does not state is taken over; where both state one and they differ, that of ``second`` is kept as a
    differing value, with its source where it has a single one. A participant is lacking where ``first`` names nobody of that
    name and party; one without a name, where it has nobody of that party at all.
    """
    stated = {name: getattr(second, name) for name in _SCALARS if getattr(first, name) is None}
    known = {source.url for source in first.sources}
    whole = replace(
        first,
        **stated,
        participants=(*first.participants, *(one for one in second.participants if _lacks(first, one))),
        sources=(*first.sources, *(source for source in second.sources if source.url not in known)),
        statements=(*first.statements, *(told for told in second.statements if told not in first.statements)),
    )
    given = (*_differing(whole, second), *(value for value in second.values if not _adopts(whole, value)))
    return replace(whole, values=tuple(dict.fromkeys((*first.values, *given))))


def _lacks(contact: Contact, one: Participant) -> bool:
    of_party = [other for other in contact.participants if other.party == one.party]
    return not of_party if one.person is None else all(other.person != one.person for other in of_party)


def _differing(first: Contact, second: Contact) -> Iterator[DifferingValue]:
    source = second.sources[0].url if len(second.sources) == 1 else None
    for name in _SCALARS:
        adopted, other = getattr(first, name), getattr(second, name)
        if other is not None and str(other) != str(adopted):
            yield DifferingValue(name, str(other), source)


def _adopts(contact: Contact, value: DifferingValue) -> bool:
    return str(getattr(contact, value.field)) == value.value
