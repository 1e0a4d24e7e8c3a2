"""Where does the next item of a digest begin?"""

from detente.drafting.days.counted import counted_later, day_words
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.whether.stops import in_turn


def new_item(one: Told) -> bool:
    """Whether a sentence does nothing but name the town of the next item of a digest: ``London.``

    One with *he* or a day goes on.
    """
    places = one.named.places
    alone = bool(places) and not one.named.actors and _TOWN.fullmatch(one.text) is not None
    return alone and not (in_turn(one) or one.has("lone") or day_words(one.text) or counted_later(one.text))


_TOWN = Pattern(r"[^\W\d_][\w .'’/–-]{1,30}[.:]?")
