"""Who took part in a meeting of ministers of whom one sentence tells, and whom the next name one by one?"""

import re
from collections.abc import Sequence

from detente.domain.vocabulary import Office
from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.who.actors import Actor

_BEHIND = 4
"""Sentences behind it within which those who were there are named."""

_LEAST = 3
"""Sides from which on they are those of the meeting, rather than two who met beside it."""

_CERTAIN = 0.9


def gathering(body: Sequence[Told]) -> tuple[Occasion, Sequence[Told]] | None:
    """A meeting of ministers whose states its sentence does not name, and the sentences that name who was there; None: none."""
    for place, one in enumerate(body):
        if parties_of(one.named.actors) or one.named.others or _MET.search(one.text) is None:
            continue
        naming = [each for each in body[place + 1 : place + 1 + _BEHIND] if any(map(_minister, each.named.actors))]
        actors = [actor for each in naming for actor in each.named.actors if _minister(actor)]
        parties = parties_of(actors)
        if len(parties) >= _LEAST and not any(map(_of_two, naming)):
            return Occasion(tuple(parties), tuple(actors), (one,), sure=False), naming
    return None


_PAIR = 2


def _of_two(one: Told) -> bool:
    """Whether a sentence tells of a contact of two by themselves."""
    return len(parties_of(one.named.actors)) == _PAIR and any(means != "spoke" for means in media_of(one))


def _minister(actor: Actor) -> bool:
    return actor.name is not None and actor.party is not None and actor.office is Office.MINISTER and actor.weight >= _CERTAIN


_MINISTERS = (
    r"ministers|ministres|verteidigungsminister(?:n|innen)?|minister(?:n|innen)?(?= der| aus)|министр(?:ы|ов|ам)|"
    r"главы оборонных ведомств"
)
_DID = (
    r"met|took place|conferred|gathered|convened|assembled|held|sat down|talked|discussed|(?:se sont|s['’]étaient|"
    r"étaient) (?:réuni|"
    r"retrouvé|entretenu|"
    r"concerté)\w*|réunis|ont (?:conféré|tenu|débattu|discuté)|tagten|berieten|trafen|kamen\b[^.;]{0,80}\bzusammen|"
    r"konferierten|"
    r"schalteten sich|собра(?:лись|вшиеся)|встретил\w*|прош(?:ло|ла|ли|ёл|ел)|состоял\w*|eu lieu|s['’]est tenue?|"
    r"fand\b[^.;]{0,60}\bstatt|провели|обсудили|съехались|совещались"
)
_MET = Pattern(
    rf"\b(?:{_MINISTERS})\b[^.;]{{0,120}}?\b(?:{_DID})\b|\b(?:{_DID})\b[^.;]{{0,80}}?\b(?:{_MINISTERS})\b", re.IGNORECASE
)


GROUP = Pattern(
    r"contact group|groupe de contact|kontaktgruppe|контактн\w+ групп\w+|Ramstein[- ](?:group|format|Gruppe)|"
    r"groupe de Ramstein|формат\w* «?Рамштайн|"
    r"coalition of|ministerial meeting|(?:tri|quadri|multi)lateral(?!\w*\s+(?:exercise|drill|Übung|Manöver))|"
    r"(?:tri|multi)latéral|(?:тр[её]х|много)сторонн(?!\w+ (?:учени|ман[её]вр))|"
    r"Dreiertreffen|four-way|three-way",
    re.IGNORECASE,
)
"""Words for a meeting of many, of which the next sentences name some."""
