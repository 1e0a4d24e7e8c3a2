"""What does the record say of silences and claims: what is read of it for the terminal and for programs alike."""

from collections.abc import Sequence

from detente.domain import context as domain
from detente.domain.contacts import Claim, Contact
from detente.domain.context import FirstSince
from detente.domain.judging import Judgement, judge
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences
from detente.errors import UsageError
from detente.store import contacts, series
from detente.store.grounds import folders, ground, names
from detente.store.meant import meant
from detente.store.opening import Store


def silences_of(store: Store, selection: Selection, *, beside: Contact | None = None) -> list[Silence]:
    """The gaps of a selection with observation and attempts, in series order.

    ``beside`` is a contact that is not on record yet: the answer is what it would be if it were.
    """
    found = series.gaps(store, selection) if beside is None else series.gaps_beside(store, selection, beside)
    dyads = {gap.dyad for gap in found}
    if not dyads:
        return []
    windows = series.coverage(store) if len(dyads) > 1 else series.coverage(store, *dyads)
    return silences(found, selection, windows, series.non_contacts(store, selection))


def sentences(store: Store, contact: Contact, *, include_restricted: bool = False) -> tuple[list[FirstSince], int]:
    """The sentences for each pair of the contact's parties, and how many of them restricted contacts would change.

    Within a pair the most newsworthy comes first, and the pair with the most newsworthy one comes first.
    """
    told, hidden = [], 0
    for pair in dyads_of(contact.parties) if contact.held else ():
        whole, called = ground(store, pair, include_restricted=True), names(store, pair)
        shown = whole if include_restricted else whole.public()
        found = domain.context(contact, shown, called)
        if shown is not whole:
            all_told = {sentence.sentence for sentence in domain.context(contact, whole, called)}
            hidden += sum(sentence.sentence not in all_told for sentence in found)
        told.append(found)
    told.sort(key=lambda found: -found[0].newsworthiness)
    return [sentence for found in told for sentence in found], hidden


def judged_claims(
    store: Store, claims: Sequence[Claim], *, include_restricted: bool
) -> list[tuple[Judgement, tuple[str, str]]]:
    """The judgement of each claim on the whole record of the pair it speaks of, with that pair; each pair is read once."""
    pairs = folders(store) if claims else {}
    named = {pairs[claim.dyad_slug] for claim in claims}
    grounds = {pair: ground(store, pair, include_restricted=include_restricted) for pair in named}
    return [(judge(claim, grounds[pairs[claim.dyad_slug]]), pairs[claim.dyad_slug].parties) for claim in claims]


def claims_named(store: Store, named: Sequence[str], pair: Dyad | None, include_restricted: bool) -> list[Claim]:
    """The claims about a pair of two names, of a contact or claim of one id, or all; raises NotFoundError for an unknown id."""
    if len(named) > 2:
        raise UsageError("claims are about two parties", mend="name two, or the id of a contact, or nothing")
    if len(named) == 2:
        return contacts.claims(store, dyad=pair, include_restricted=include_restricted)
    every = contacts.claims(store, include_restricted=include_restricted)
    if not named or (of_that_id := [claim for claim in every if claim.claim_id == named[0]]):
        return of_that_id if named else every
    if not any(character.isdigit() or character == "-" for character in named[0]):
        raise UsageError(f"'{named[0]}' is only one party", mend="name two, or the id of a contact or claim")
    name = meant(store, named[0], claims=True, include_restricted=include_restricted)
    if of_that_id := [claim for claim in every if claim.claim_id == name]:
        return of_that_id
    known = contacts.contact(store, name, include_restricted=include_restricted)
    return [claim for claim in every if claim.contact_id == known.contact_id]
