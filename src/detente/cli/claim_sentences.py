"""What does a claim say that is typed, or pasted as it was published?"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from detente.errors import RejectedError

if TYPE_CHECKING:
    from detente.domain.claimed import Typed


def claims_in_short(texts: Iterable[str] | None, when: str) -> tuple[str, ...]:
    """Claims about a contact of the day ``when``, each in the few words that a record is made of; what cannot be read stays."""
    return tuple(text if (found := understood(text, when)) is None else str(found) for text in texts or ())


def understood(text: str, when: str) -> "Typed | None":
    """The claim that ``text`` makes on ``when`` (EDTF): in the few words that log takes, else as a sentence of a text.

    None where it makes none that can be judged.
    """
    from detente.domain.claimed import typed
    from detente.domain.vocabulary import ANY, CALL, Channel

    found = typed(text)
    if found is not None or not text.strip():
        return found
    head, _, last = text.strip().rpartition(" ")
    channel = last.casefold() if last.casefold() in (ANY, CALL, *Channel) else None
    length = text if channel is None else head
    return _of_sentence(text, when) or _of_sentence(f"The first contact in {length}", when, channel=channel)


def _of_sentence(sentence: str, when: str, channel: str | None = None) -> "Typed | None":
    """What ``draft`` reads in a sentence; ``channel`` None: that of which it speaks."""
    from detente.domain.claimed import Typed
    from detente.domain.days import DAYS_PER_MONTH
    from detente.domain.vocabulary import ClaimKind, Level
    from detente.drafting.claims.silences import claimed

    read = claimed(sentence, on=_first_day(when), channel=None, level=Level.MINISTER, published=None)
    if read is None or read.claim.kind is ClaimKind.STATEMENT:
        return None
    claim = read.claim
    of = claim.channel if channel is None else channel
    if claim.kind is ClaimKind.FIRST_EVER:
        return Typed(claim.kind, of, by=claim.by)
    if claim.months is None:
        return Typed(claim.kind, of, since=claim.since)
    length = f"{claim.months:g} months" if claim.months >= 1 else f"{round(claim.months * DAYS_PER_MONTH)} days"
    hedge = "" if claim.qualifier in (None, "exact") else f"{claim.qualifier} ".replace("-", " ")
    return Typed(claim.kind, of, f"{hedge}{length}", claim.months, claim.qualifier)


def _first_day(when: str) -> date | None:
    from detente.domain.dates import parse

    try:
        return date.fromordinal(parse(when).first_day)
    except RejectedError:
        return None
