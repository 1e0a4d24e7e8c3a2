"""Does a sentence tell of somebody who asked for what another had got, and was refused or not answered?"""

import re
from collections.abc import Sequence

from detente.drafting.how.askers import ASKED_TOO
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of


def asked_too(one: Told, told: Sequence[Told], words: Lexicon) -> bool:
    """Whether a sentence has somebody refused, or left without an answer, who asked too, or whom the one before has asked."""
    if not any(cue.means in _REFUSED for cue in words.cues["status"].found(one.text)):
        return False
    if ASKED_TOO.search(one.text) is not None:
        return True
    before = next((each for each in told if each.sentence.number == one.sentence.number - 1), None)
    named = set(parties_of(one.named.actors))
    there = set() if before is None else {place.party for place in (*before.named.countries, *before.named.cities)}
    return before is not None and bool(named & there) and _TRIED.search(before.text) is not None


_REFUSED = ("declined", "unanswered")

_TRIED = Pattern(
    r"\b(?:tried|sought|hoped|asked|requested|wanted|wished|proposed|offered|wrote|(?:a|avait|ont|avaient) (?:\w+ )?(?:tenté|"
    r"essayé|cherché|demandé|sollicité|proposé|souhaité|écrit)|voulait|souhaitait|frappé|"
    r"wollte\w*|versuchte\w*|hoffte\w*|bat|baten|gebeten|angefragt|vorgeschlagen|gewünscht|schrieb|"
    r"хотел\w*|пытал\w+|просил\w*|попросил\w*|предлагал\w*|предложил\w*|запросил\w*|рассчитывал\w*|написал\w*)\b",
    re.IGNORECASE,
)
"""Somebody tried to be in contact."""
