"""Whom does a sentence speak of whom it does not name?"""

import re
from collections.abc import Sequence

from detente.drafting.days.years import opens_in_a_year
from detente.drafting.language.entries import is_line
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.pointing import in_first_person, led, of_himself
from detente.drafting.who.actors import Actor


def of_diary(one: Told, told: Sequence[Told]) -> Actor | None:
    """Whose diary it is that a line beginning with a day is of, as the heading says; None: it is none."""
    if not is_line(one.text):
        return None
    before = [(other, a) for other in told[: told.index(one)] for a in other.named.actors if a.party is not None]
    above = [a for other, a in before if other.sentence.heading]
    if above and above[0].name is None and not above[0].sure:  # an office alone, of which the first line says whose it is
        lines = (a for other, a in before if not other.sentence.heading and a.office == above[0].office)
        above = [next(lines, above[0])]
    return above[0] if len(parties_of(above)) == 1 and above[0].party not in parties_of(one.named.actors) else None


def first_person(one: Told, told: Sequence[Told]) -> Actor | None:
    """Who speaks of itself as I or we, where one office alone is named outside the sentence."""
    if not in_first_person(one):
        return None
    named = [
        a for other in told if other is not one for a in other.named.actors if a.party is not None and a.office is not None
    ]
    apart = [actor for actor in named if actor.party not in parties_of(one.named.actors)]
    return apart[0] if len(parties_of(apart)) == 1 else None


def subject_before(one: Told, told: Sequence[Told]) -> Actor | None:
    """Whom a sentence calls he or she at its beginning: whom the one before begins with, if it names nobody else."""
    last = next((other for other in told if other.sentence.number == one.sentence.number - 1), None)
    if last is None or _HE.match(one.text) is None:
        return None
    named = [actor for actor in last.named.actors if actor.party is not None]
    if len(parties_of(named)) != 1 or not -1 < named[0].start < _BEGINNING:
        return None
    return named[0]


_HE = Pattern(r"(?:he|she|il|elle|er|он|она)\b", re.IGNORECASE)
_BEGINNING = 12
"""Letters at the beginning of a sentence within which its subject stands."""


def behind_opening(one: Told, parties: Sequence[str]) -> str | None:
    """Who did what a sentence of three sides tells, where it opens with whom he had been in contact with before.

    ``Having spoken to the Italian on Monday, the Turkish minister called``; None: it does not.
    """
    if len(parties) < _THREE or _OPENING.match(one.text) is None:
        return None
    sides = sorted((a for a in one.named.actors if a.party in parties and a.start >= 0), key=lambda actor: actor.start)
    second = next((side for side in sides if side.party != sides[0].party and side.start > sides[0].start), None)
    if second is None:
        return None
    last = max(side.end for side in sides if side.start < second.start)
    return second.party if "," in one.text[last : second.start] else None


_THREE = 3
_OPENING = Pattern(
    r"(?:après (?:avoir|s['’]être|un|une|son|sa|ses)|(?:de retour|revenue?|rentrée?|venant|arrivée?) (?:de|d['’]|du)|"
    r"(?:having|after|fresh from|back from|on (?:his|her) way (?:back )?from|straight from)\b|"
    r"(?:nachdem|nach|zurück (?:aus|von)|kaum zurück)\b|(?:после|вернувшись|поговорив|приняв|встретившись|созвонившись|"
    r"переговорив|проведя|побывав)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that tells first what its subject had done before."""


def before(one: Told, told: Sequence[Told]) -> Actor | None:
    """The side whose ministry reports it, as a sentence before says."""
    reporting = [party for other in told[: told.index(one)] for party in other.reporting]
    return Actor(reporting[0], None, -1, -1, sure=False, weight=0.7) if len(set(reporting)) == 1 else None


def only_side(told: Sequence[Told]) -> Actor | None:
    """The one side that the text names anywhere by an office, who may speak of itself as I."""
    named = [actor for one in told for actor in one.named.actors if actor.party is not None and not actor.counterpart]
    return named[0] if len(parties_of(named)) == 1 else None


def lead_after(one: Told, lead: Actor | None, found: Sequence[Occasion], opening: Sequence[Actor]) -> Actor | None:
    """Whom the text speaks of after a sentence: who was spoken of before, if named again, else the first whom it names.

    ``opening`` is whom it begins with, called by his people: ``Der Ukrainer reiste weiter``.
    """
    named = [actor for actor in one.named.actors if actor.party is not None]
    if opening and opening[0].party not in parties_of(named):
        return opening[0]
    if not named:
        return lead
    if lead is not None and (led(one) or any(actor.party == lead.party for actor in named)):
        return lead
    if lead is not None and (of_himself(one) or opens_in_a_year(one.text)):
        return lead  # it is told in passing
    if lead is None and _FRONTED.match(one.text[: named[0].start]) is not None:
        return named[-1]  # "after his visit to Oslo, where X saw him, Y went on": it is of Y
    if lead is None and _AT.fullmatch(one.text[: named[0].start]) is not None:
        others = (actor for actor in named if actor.party != named[0].party and (actor.sure or actor.name is not None))
        return next(others, named[0])  # "bei X war Y": it is of Y
    if (
        named[0].counterpart
        and _MINE.search(one.text[: named[0].start])
        and (speaking := [a for a in named if not a.counterpart])
    ):
        return speaking[0]  # "I have not spoken to my counterpart", says X
    if found and lead is not None and {lead.party, named[0].party} <= set(found[-1].parties):
        return lead
    return named[0]


_MINE = Pattern(
    r"\b(?:my|our|mon|notre|mein(?:e[nmr]?)?|unser(?:e[nmr]?)?|мо[йеимяю]\w*|наш\w*)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
"""Before a counterpart of whoever is quoted."""

_FRONTED = Pattern(
    r"[^,]{0,70}\b(?:his|her|their|son|sa|ses|leur|seine[mnrs]?|ihre[mnrs]?|свое\w+|своих|его|её)\s[^,]{0,60},",
    re.IGNORECASE,
)
"""How a sentence begins that says *his* of somebody whom it names later."""

_AT = Pattern(
    r"(?:[^.;,]{0,25}\s)?(?:with|opposite|at|avec|chez|auprès d[eu]|bei(?:m)?|mit|gegenüber|von|у|с|со|рядом с)\s+"
    r"(?:(?:the|le|la|dem|der|den)\s|l['’])?",
    re.IGNORECASE,
)
"""Before somebody with whom another was: ``Beim``."""
