"""Are those whom a sentence names said to have had nothing to do with what another tells?"""

import re

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def had_no_part(one: Told) -> bool:
    """Whether those whom a sentence names are said to have had nothing to do with what another tells."""
    hit = _NO_PART.search(one.text)
    return hit is not None and any(0 <= hit.start() - actor.end < _NO_PART_OF for actor in one.named.actors)


_NO_PART_OF = 20
"""Letters between a side and the words for it."""

_NO_PART = Pattern(
    r"\b(?:(?:had|have|has) (?:nothing to do with|no (?:part|share|hand) in)|(?:played|took) no part|"
    r"(?:n['’]y (?:étai(?:en)?t|sont|est)|n['’](?:étai(?:en)?t) (?:\w+ )?)\s*pour rien|n['’](?:avai(?:en)?t|ont|a) rien à voir|"
    r"n['’]y (?:ont|a|avai(?:en)?t) pris aucune part|"
    r"(?:hatten?|haben|hat) (?:damit|mit [^.;:,]{3,40}|daran) (?:nichts|keinen)|waren? (?:daran )?(?:nicht|un)beteiligt|"
    r"не имел\w*|никакого отношения|не участвовал\w*|ни при ч[её]м)\b",
    re.IGNORECASE,
)
