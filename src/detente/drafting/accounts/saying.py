"""Which voice says something in a sentence, which denies it, and which has the second word, by the verbs?"""

import re
from collections.abc import Sequence

from detente.drafting.accounts.sourcing import subject_of, turned_round
from detente.drafting.accounts.stances import denying_reports, rejecting
from detente.drafting.accounts.voices import Kind, Voice
from detente.drafting.language.lexicon import Cue, Lexicon
from detente.drafting.language.patterns import Pattern


def who_says(text: str, voices: Sequence[Voice], denials: Sequence[Cue], words: Lexicon) -> Voice | None:
    """The voice of a word of saying; one that publishes rather than one that took part."""
    apart = {cue.start for cue in denials}
    cues = [cue for cue in _cues(text, words) if cue.start not in apart]
    cues += [Cue("says", hit.start("so"), hit.end("so")) for hit in _SO.finditer(text)]
    speaking = [(voice, cue) for cue in cues if (voice := subject_of(text, cue, voices)) is not None]
    outer = [voice for voice, cue in speaking if turned_round(text, cue, voice)]
    ranked = [
        *(v for v in outer if not v.took_part),
        *(v for v, _ in speaking if not v.took_part and v.kind is not Kind.STATE),
        *outer,
        *(v for v, _ in speaking if not v.took_part),
        *(v for v, _ in speaking),
    ]
    return next(iter(ranked), None)


def acting_state(text: str, voices: Sequence[Voice], source: Voice | None, words: Lexicon) -> Voice | None:
    """The state with whose deed a sentence begins of which somebody else tells: ``Fiji has asked for …, the minister said``."""
    first = next(iter(voices), None)
    if first is None or first.kind is not Kind.STATE or first.start > _ARTICLE or source in (None, first):
        return None
    return first if any(subject_of(text, cue, voices) is first for cue in words.cues["verb"].found(text)) else None


_ARTICLE = 4
"""Letters before the first word that counts, at most."""


def who_denies(text: str, voices: Sequence[Voice], denials: Sequence[Cue]) -> Voice | None:
    """The voice that denies, that rejects what is reported, or that rejects what was said and took no part."""
    reports = denying_reports(text)
    places = [*((cue.start, cue.end) for cue in denials), *(() if reports is None else (reports,))]
    subjects = (subject_of(text, Cue("denies", *place), voices) for place in places)
    denying = next((voice for voice in subjects if voice is not None), None)
    place = rejecting(text) if denying is None else None
    voice = None if place is None else subject_of(text, Cue("denies", *place), voices)
    return voice if voice is not None and voice.publishes else denying


def who_says_besides(text: str, voices: Sequence[Voice], source: Voice | None, words: Lexicon) -> Sequence[Voice]:
    """Those who speak for a side in a second clause, where another did in the first: ``…, while Paris says that …``."""
    joint = None if source is None or not source.publishes else next(_JOINT.finditer(text, source.end), None)
    if joint is None:
        return ()
    cues = [cue for cue in _cues(text, words) if cue.start >= joint.end()]
    there = [v for v in voices if v.start >= joint.start()]
    return [voice for cue in cues if (voice := subject_of(text, cue, there)) is not None and voice.publishes]


def _cues(text: str, words: Lexicon) -> list[Cue]:
    return [cue for kind in ("say", "verb") for cue in words.cues[kind].found(text)]


_SO = Pattern(r",\s*(?P<so>so)\s+(?=[A-ZÄÖÜ]|der |die |das |ein)")
"""Behind what somebody says in German: ``…, so Pistorius``."""
_JOINT = Pattern(r"[,;:]\s+(?:and|but|while|whereas|et|mais|tandis que|alors que|und|aber|während|а|но|и)\s+", re.IGNORECASE)
"""Between two clauses in which different sides may speak."""
