"""Whom did a side see one after the other, as one sentence says, where the next name them one by one?"""

import re
from collections.abc import Iterator, Sequence

from detente.drafting.days.counted import COUNTS, day_words
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.who.actors import Actor
from detente.drafting.who.remarks import to_the_press

_LEAST = 2
"""Sides from which on they are those whom it saw, rather than one of whom more is told."""

_CERTAIN = 0.9


def one_after_the_other(body: Sequence[Told], words: Lexicon) -> tuple[list[Occasion], Sequence[Told]]:
    """The contacts of a side that one sentence counts, and the sentences that tell of them; none where none does."""
    for place, one in enumerate(body):
        own = parties_of(one.named.actors)
        counted = _number(one)
        if (
            len(own) != 1
            or one.named.others
            or not (counted or _counts(one))
            or words.cues["status"].first(one.text) is not None
        ):
            continue
        naming = [(each, _others(each, own[0])) for each in _behind(body[place + 1 :], own[0], words)]
        others = [party for _, actors in naming for party in parties_of(actors)]
        if len(others) >= _LEAST and len(set(others)) == len(others) and (_counts(one) or len(others) == counted):
            mine = tuple(actor for actor in one.named.actors if actor.party is not None)
            found = [
                Occasion((own[0], party), (*mine, *(a for a in actors if a.party == party)), (each, one))
                for each, actors in naming
                for party in parties_of(actors)
            ]
            return found, [one, *(each for each, _ in naming)]
    return [], ()


def _counts(one: Told) -> bool:
    """Whether a sentence speaks of several contacts, each by itself, and does not say with whom they were."""
    return _BILATERAL.search(one.text) is not None or (one.several and _SEVERAL.search(one.text) is not None)


def _number(one: Told) -> int | None:
    """How many colleagues or guests a sentence says that somebody saw; None: it counts none."""
    hit = _SEVERAL.search(one.text)
    return None if hit is None else COUNTS.get(hit["count"].lower()) or _CASES.get(hit["count"].lower())


_CASES = {"двух": 2, "двоих": 2, "двумя": 2, "трёх": 3, "трех": 3, "троих": 3, "тремя": 3, "четырёх": 4, "четверых": 4}


def _behind(after: Sequence[Told], own: str, words: Lexicon) -> Iterator[Told]:
    """The sentences right behind it that name with whom; those that name nobody may stand between them."""
    for each in after:
        others = _others(each, own)
        if not others and set(parties_of(each.named.actors)) <= {own} and not each.named.others:
            continue
        told = words.cues["status"].first(each.text) is None and to_the_press(each.text) is None
        back = each.earlier and _LAST.match(each.text) is None
        if not others or not told or back or each.named.others or day_words(each.text):
            return
        yield each


def _others(one: Told, own: str) -> list[Actor]:
    """Who is named, with a name, for another side."""
    return [a for a in one.named.actors if a.party not in (None, own) and a.name is not None and a.weight >= _CERTAIN]


_LAST = Pattern(r"(?:zuletzt|last|enfin|последн\w+)\b", re.IGNORECASE)
"""How a sentence begins that says who came last, in a word that elsewhere looks back."""

_BILATERAL = Pattern(
    r"\b(?:bilaterals|pull-asides|one-on-ones|(?:bilateral|separate|one-on-one|individual) (?:meetings|talks|conversations|"
    r"sessions)|(?:entretiens|rencontres|échanges|réunions) (?:bilatér\w+|séparée?s)|apartés|bilatérales|"
    r"(?:bilateral|getrennt|einzeln)\w* (?:Gespräche|Treffen|Unterredungen)|Einzelgespräche|Vieraugengespräche|"
    r"(?:двусторонн|отдельн|раздельн)\w+ (?:встреч|бесед|переговор)\w*)\b",
    re.IGNORECASE,
)
"""Contacts of two sides each."""

_SEVERAL = Pattern(
    r"\b(?P<count>two|three|four|five|six|several|deux|trois|quatre|cinq|six|plusieurs|zwei|drei|vier|fünf|sechs|mehrere\w*|"
    r"дв[аеуя]\w*|двоих|тр[её]\w+|троих|четыр\w+|четвер\w+|пят\w+|нескольк\w+)\s+"
    r"(?:(?:of (?:his|her) (?:fellow )?|de ses |(?:seiner|ihrer) |своих )?(?:\w+\s+)?)"
    r"(?:colleagues|counterparts|ministers|guests|visitors|homologues|collègues|ministres|visiteurs|hôtes|Amtskolleg\w+|Kolleg\w+|"
    r"Minister\w*|Gäste\w*|Besucher\w*|коллег\w*|министр\w+|гост\w+)\b",
    re.IGNORECASE,
)
"""So many whom somebody saw."""
