"""Which contacts were with a state's ambassador, whom no defence side of it joined?"""

from collections.abc import Sequence
from re import IGNORECASE

from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told
from detente.drafting.who.attending import ATTENDED

_NEAR = 40
"""Letters from the word for an ambassador within which the state stands whose he is."""


def without_envoys(found: Sequence[Occasion], told: Sequence[Told]) -> list[Occasion]:
    """The contacts but those of two of which one side is nobody named, of a state whose ambassador a defence side met."""
    envoys = {party for one in told if media_of(one) and not ATTENDED.search(one.text) for party in _envoys(one)}
    return [one for one in found if len(one.parties) > _PAIR or not any(_nobody(one, party) for party in envoys)]


_PAIR = 2


def _nobody(occasion: Occasion, party: str) -> bool:
    own = [actor for actor in occasion.actors if actor.party == party]
    return party in occasion.parties and all(actor.name is None and not actor.sure for actor in own)


def _envoys(one: Told) -> list[str]:
    starts = [cue.start for cue in one.named.others if _ENVOY.match(one.text, cue.start) is not None]
    if not any(actor.name is not None and actor.party is not None for actor in one.named.actors):
        return []
    return [c.party for c in one.named.countries for start in starts if not c.place and abs(c.start - start) <= _NEAR]


_ENVOY = Pattern(r"(?:the |l['’])?(?:ambassad|botschafter|посол|посл[аоуе]|envoy|chargé)", IGNORECASE)
