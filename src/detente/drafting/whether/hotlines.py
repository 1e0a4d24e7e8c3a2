"""Between whom was a call on a hotline that nobody answered, where no office is named?"""

import re
from collections.abc import Sequence

from detente.drafting.how.manner import media_of
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.who.actors import Actor
from detente.drafting.who.states import states_of_dateline

_WEIGHT = 0.7


def rung_in_vain(one: Told, own: Sequence[str], *, defence: bool) -> list[Actor]:
    """The two states, or the one beside ``own``, of which a sentence tells that one rang the other on a hotline, in vain.

    A ministry, or staff, of which it says no state is that of the town where it was written; ``defence`` where the sentences
    beside it name one.
    """
    if len(own) > 1 or "hotline" not in media_of(one) or one.named.others or _CALL.search(one.text) is None:
        return []
    if not (defence or _INSTITUTION.search(one.text) or _INTER_KOREAN.search(one.text)):
        return []
    begun, here = states_of_dateline(one)
    parties = [*own, *(c.party for c in one.named.countries if c.start >= begun), *one.reporting]
    parties += _KOREAS if _INTER_KOREAN.search(one.text) else ()
    if len(set(parties)) == 1 and _INSTITUTION.search(one.text):
        parties += here
    both = list(dict.fromkeys(parties))
    if len(both) != _PAIR:
        return []
    end = len(one.text)
    return [Actor(party, None, end, end, sure=False, weight=_WEIGHT) for party in both if party not in own]


def unheard(one: Told, after: Told | None, words: Lexicon) -> bool:
    """Whether a sentence tells of a hotline, and the one right ``after`` it, of nobody else, that there was no answer."""
    if after is None or after.named.actors or after.named.countries or "hotline" not in media_of(one):
        return False
    return any(cue.means == "unanswered" for cue in words.cues["status"].found(after.text))


_CALL = Pattern(
    r"\b(?:calls?|called|calling|rang|ring|rings|rung|tried|attempts?|reach|pick\w* up|lift(?:s|ed)|appels?|"
    r"appel[ée]\w*|joindre|décroch\w+|"
    r"sonn\w+|Anrufe?n?|angerufen|rief|anrufen|erreichen|klingel\w+|gr(?:iff|eift)|abgehoben|abgenommen|\w*звон\w+|трубк\w+)\b",
    re.IGNORECASE,
)
"""What makes it a call, rather than a line that has been silent for years."""
_PAIR = 2
_KOREAS = ("KOR", "PRK")
_INTER_KOREAN = Pattern(r"\binter-?korean|intercoréen|inter-coréen|inn?erkoreanisch|межкорейск", re.IGNORECASE)
_INSTITUTION = Pattern(
    r"\b(?:ministry|joint chiefs|military|army|navy|ministère|état-major|armée|Ministerium|\w+ministerium|Generalstab|Armee|"
    r"министерств\w+|минобороны|генштаб\w*|военны[ех]|арми\w)\b",
    re.IGNORECASE,
)
