"""Which party was the host of an encounter?"""

import re

from detente.domain.vocabulary import Channel
from detente.drafting.how.there import IN
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_RECEIVES = Pattern(
    r"\b(?:received|receives|hosted|hosts|welcomed|welcomes|(?:a|ont) (?:reçu|accueilli)\w*|reçoit|accueille|recevra|"
    r"accueillera|"
    r"empfing|empfängt|empfangen|begrüßte|begrüßt|принял\w*|принимает|принимал\w*|примет)\b",
    re.IGNORECASE,
)
_RECEIVED_BY = Pattern(
    r"\b(?:(?:was|were|been|be) (?:received|hosted|welcomed) by|(?:été|est|sera) (?:reçu|accueilli)\w*\b[^.;]{0,30}?\bpar|"
    r"(?:wurde|wird|worden)\b[^.;]{0,40}\bvon)\b",
    re.IGNORECASE,
)


def host_of(occasion: Occasion, channel: Channel) -> tuple[str, Got] | None:
    """The party in whose capital or country they met, else the one that is said to have received the other; None: not told."""
    if channel is not Channel.IN_PERSON:
        return None
    for one in occasion.told:
        for country in one.named.places:
            if country.party in occasion.parties and IN.search(one.text[: country.start]):
                return country.party, Got(How.INFERRED, one.text, "the place lies there")
    for one in occasion.told:
        if (party := _receiving(one, occasion.parties)) is not None:
            return party, Got(How.INFERRED, one.text, "it is told of as the one that received")
    return None


def _receiving(one: Told, parties: tuple[str, ...]) -> str | None:
    """Who received somebody: who stands before the verb, or behind ``was received by``; of two parties alone."""
    sides = [actor for actor in one.named.actors if actor.party in parties]
    if len(parties) != 2 or len({actor.party for actor in sides}) < 2:
        return None
    if (hit := _RECEIVED_BY.search(one.text)) is not None:
        return next((actor.party for actor in sides if actor.start >= hit.end()), None)
    hit = _RECEIVES.search(one.text)
    before = [] if hit is None else [actor for actor in sides if actor.end <= hit.start()]
    return before[0].party if before and len({actor.party for actor in before}) == 1 else None
