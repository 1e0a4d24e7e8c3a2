"""Did the two meet of whom the sentences before told one by one: ``Tanner came. Crosetto had the band out. They spoke``?"""

from collections.abc import Sequence
from re import IGNORECASE

from detente.drafting.how.manner import media_of
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.pleas import only_pleads
from detente.drafting.whether.undone import undone

_BACK = 3
"""Sentences before it within which the two are named."""
_CERTAIN, _UNDONE = 0.9, 0.5


def named_apart(one: Told, told: Sequence[Told], words: Lexicon) -> Occasion | None:
    """The contact of two whom the sentences before name, each in one of its own; None: a sentence tells of none."""
    if parties_of(one.named.actors) or one.named.others or _OF_THE_TWO.match(one.text) is None:
        return None
    if {"spoke"} >= set(media_of(one)) and _EACH.match(one.text) is not None:
        return None  # each may have spoken to somebody else
    if not media_of(one) and _THEIR_TALKS.match(one.text) is None:
        return None
    before = [each for each in told if 0 < one.sentence.number - each.sentence.number <= _BACK and not each.sentence.heading]
    each_own = [parties_of(each.named.actors) for each in before]
    two = list(dict.fromkeys(party for parties in each_own for party in parties))
    if len(two) != 2 or any(len(parties) > 1 for parties in each_own) or any(each.named.others for each in before):
        return None
    actors = [actor for each in before for actor in each.named.actors if actor.party is not None]
    named = parties_of(actor for actor in actors if actor.name is not None and actor.weight >= _CERTAIN)
    if len(named) != len(two) or only_pleads(one) or undone(one, 1.0, words, refused=False) >= _UNDONE:
        return None
    return Occasion(tuple(two), tuple(actors), (one,), sure=False)


_OF_THE_TWO = Pattern(
    r"(?:(?:when|where|what|on \w+day|yesterday|this morning|hier|gestern|am \w+tag|вчера|во? \w+),?\s+)?"
    r"(?:they|the (?:two|pair)|both|their|ils|elles|les deux|tous deux|toutes deux|leurs?|sie|die beiden|beide|"
    r"ihr(?:e[nmrs]?)?|они|оба|обе|их)\b",
    IGNORECASE,
)
"""How a sentence begins that tells of those of whom the ones before told."""

_EACH = Pattern(r"(?:both|tous deux|toutes deux|beide|оба|обе)\b", IGNORECASE)

_THEIR_TALKS = Pattern(
    r"(?:their (?:[\w-]+ ){0,2}?(?:discussion|conversation|appointment|encounter|consultations?|exchange|hour|"
    r"evening|lunch|dinner)|"
    r"leurs? (?:\w+ )?(?:discussion|conversation|rendez-vous|concertation|échange|tête-à-tête|déjeuner|dîner)s?|"
    r"ihr(?:e[nmrs]?)? (?:\w+ )?(?:Aussprache|Unterredung|Austausch|Verabredung|Termin|Beratung|Begegnung|Mittag|Abend)\w*|"
    r"их (?:\w+ )?(?:обсуждени|консультаци|свидани|обед|ужин|завтрак)\w*)\b",
    IGNORECASE,
)
"""What the two had with each other, as the beginning of a sentence names it."""
