"""Did somebody join those of whom the sentence before told, or did two of several meet by themselves?"""

from collections.abc import Sequence
from dataclasses import replace
from re import IGNORECASE

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.who.delegates import represented

_LATELY = 2
"""Sentences behind that of a contact within which it is told who else was there."""


def joined_by(one: Told, last: Occasion, anew: bool) -> Occasion | None:
    """The contact of which a sentence before told, with those whom this one has join it; None: it has nobody join.

    ``anew`` where the two went on with whoever joined them, in a contact of its own.
    """
    behind = one.sentence.number - last.told[-1].sentence.number
    named = represented(one.text, one.named)
    joined = behind == 1 and _JOINED_THEM.search(one.text) is not None and not anew
    others = {a.party for a in one.named.actors if a.name is not None or a.sure} - {None, *parties_of(named), *last.parties}
    if not (joined or (named and 0 < behind <= _LATELY and not others)):
        return None
    coming = (*one.named.actors, *named) if joined else named
    more = [a for a in coming if a.party is not None and a.party not in last.parties]
    if not more or (not joined and len(last.parties) + len(parties_of(more)) < _SEVERAL):
        return None
    return replace(last, parties=(*last.parties, *parties_of(more)), actors=(*last.actors, *more))


_SEVERAL = 3

_JOINED_THEM = Pattern(
    r"\b(?:joined (?:them|the (?:two|pair|talks|meeting|call|conversation|ministers))|(?:was|were) also (?:at the table|"
    r"present|there)|(?:them|two|pair|ministers) (?:was|were) (?:then |later )?joined by|"
    r"(?:will|is to) (?:then |also )*be at the table|(?:siégera|sera) (?:alors |aussi |également )*à la table|"
    r"wird (?:dann |auch )*mit am Tisch sitzen|(?:тоже|также) (?:сядет|будет) за стол\w*|"
    r"(?:s['’]est|se sont) jointe?s? (?:à (?:eux|elles|la réunion|l['’]entretien|l['’]appel)|aux (?:discussions|deux))|"
    r"(?:les|leur) a rejoints?|les a rejointes|schloss(?:en)? sich (?:ihnen|den beiden|dem Gespräch) an|"
    r"stieß(?:en)? (?:[\w]+ ){0,5}(?:zu ihnen|dazu|hinzu)|"
    r"third (?:screen|chair|seat|place|line|glass)|(?:will )?join(?:s|ing)? (?:in )?from|dial(?:s|led|ling)? in|"
    r"(?:un |le )?troisième (?:écran|siège|fauteuil|couvert)|dritte[rn]? (?:Bildschirm|Stuhl|Platz|Sessel)|"
    r"трет\w+ (?:экран|стул|место|кресло)\w*|"
    r"(?:war|wurde|waren) (?:\w+ )?zugeschaltet|к ним присоединил\w+|присоединил\w+ (?:к (?:ним|разговору|беседе|встрече|"
    r"переговорам)))",
    IGNORECASE,
)
"""Who came to those of whom the sentence before told."""


def the_two(one: Told) -> bool:
    """Whether a sentence speaks of the two of whom those before told, rather than of him who is named in it and his host."""
    hit = THE_TWO.search(one.text)
    if hit is None:
        return False
    return not (_WHERE.search(one.text[: hit.start()]) and any(0 <= actor.start < hit.start() for actor in one.named.actors))


_WHERE = Pattern(r"(?:\b(?:where|où|wo|где)|[;:]|[,;]\s+(?:and|et|und|и))\s+(?:the\s+|les\s+|die\s+)?$", IGNORECASE)
"""Before the two of whom one has just been named: ``was in Tokyo, where the two signed``."""


def with_a_third(one: Told) -> bool:
    """Whether a sentence says that those of whom the one before told went on with somebody else, as three."""
    return (_THEN.search(one.text) is not None or bool(day_words(one.text) or dates_in(one.text))) and (
        OF_THREE.search(one.text) is not None or the_two(one)
    )


THE_TWO = Pattern(
    r"\b(?:the two ministers|both ministers|the two(?!\s+(?:\w+\s+)?(?:armies|navies|air forces|countries|"
    r"states|nations|capitals|governments|ministries|neighbou?rs|militaries|fleets|forces|peoples)\b)|the pair|the duo|"
    r"both men|les deux (?:ministres|hommes|femmes)|le duo|"
    r"tous deux|toutes deux|все вместе|вдво[её]м|оба|"
    r"(?:host(?:s|ed|ing)?(?: to)?|receiv\w+|welcom\w+|invit\w+|waits? for|expect\w*) (?:them )?both(?: of them)?"
    r"(?=[.,;]|$| (?:\w+ )?(?:in|"
    r"at|to|on)\b)|"
    r"(?:reçoi\w+|recevra|accueill\w+|invit\w+|attend\w*) les deux(?=[.,;]|$)|обоих(?=[.,;]|$| в )|обоим(?=[.,;]|$)|"
    r"beide (?=(?:eing|empf|bewirt|erwart|einl)\w+|zu Gast)|"
    r"(?:die )?beiden? (?:Minister|Männer|Frauen)\w*|"
    r"die beiden(?! (?:Länder|Staaten|Armeen|Marinen|Hauptstädte|Regierungen|Ministerien|Streitkräfte|Nachbarn)\b)|"
    r"das Duo|оба министра|обе стороны)\b",
    IGNORECASE,
)
"""Those of whom a sentence before told."""

OF_THREE = Pattern(
    r"\b(?:three-way|three-sided|tripartite|trilateral\w*|as a threesome|à trois|trilatéral\w*|tripartite\w*|zu dritt|"
    r"Dreier\w*|втро[её]м|тр[её]хсторонн\w+)\b",
    IGNORECASE,
)
_THEN = Pattern(
    r"\b(?:then|later|afterwards|after that|next|ensuite|puis|plus tard|danach|dann|anschließend|später|im Anschluss|затем|"
    r"потом|позже|после этого)\b",
    IGNORECASE,
)


def by_themselves(one: Told, new: Occasion, found: Sequence[Occasion], before: Told | None) -> bool:
    """Whether a sentence tells that two of those who were in a contact of several met alone besides.

    ``before`` is the sentence before it, which may say that it was later, or that the others had left.
    """
    larger = [known for known in found if set(new.parties) < set(known.parties)]
    same = any(set(known.parties) == set(new.parties) for known in found)
    staying = set(parties_of(one.named.actors)) - left(one)
    if not larger or same or not staying <= set(new.parties):
        return False
    if not set(new.parties) - staying <= set(larger[-1].parties[:1]):
        return False  # who is not named is whom the text was about
    went_on = bool(left(one)) or (before is not None and bool(left(before) & set(larger[-1].parties) - set(new.parties)))
    told = told_as_held(one.text) or _HAD.search(one.text) is not None
    if went_on:
        return told or _STAYED.search(one.text) is not None
    return _ALONE.search(one.text) is not None and (told or _THEN.search(one.text) is not None)


def remaining(one: Told, last: Occasion, beside: Sequence[Told]) -> Occasion | None:
    """The contact of the two who stayed of those of ``last``, whom a sentence does not name; None: it tells of none.

    One of the sentences ``beside`` it may say who had left, or name the two.
    """
    near = [other for other in (one, *beside) if abs(other.sentence.number - one.sentence.number) == 1 or other is one]
    if len(last.parties) < _SEVERAL or not (_TWO_OF_THEM.search(one.text) or THE_TWO.search(one.text)):
        return None
    gone = {party for other in near for party in left(other)} & set(last.parties)
    staying = [party for party in last.parties if party not in gone]
    if len(staying) != 2 or not set(parties_of(one.named.actors)) <= set(staying) | gone:
        return None
    if not (told_as_held(one.text) or _STAYED.search(one.text) or _WENT_ON.search(one.text)):
        return None
    actors = tuple(actor for actor in last.actors if actor.party in staying)
    return Occasion(tuple(staying), actors, (one, *last.told), sure=last.sure)


_TWO_OF_THEM = Pattern(
    r"\b(?:the (?:other|remaining) (?:two|pair)|(?:les )?deux (?:autres|restants)|(?:les )?deux (?:ministres|hommes|femmes) "
    r"(?:restant\w*|autres)|(?:die )?(?:anderen|übrigen|verbliebenen|restlichen) (?:beiden|zwei)|(?:die )?beiden? "
    r"(?:anderen|übrigen|verbliebenen)|(?:остальны[ех]|оставши[ех]ся) (?:двое|двух)|двое (?:остальных|оставшихся|других))\b",
    IGNORECASE,
)
"""Two of three of whom the sentence before told."""

_WENT_ON = Pattern(
    r"\b(?:turned to|went on|carried on|continued|got down to|walked|took a walk|(?:a|ont) (?:poursuivi|continué|repris)|"
    r"(?:se sont|s['’]est) (?:attardé\w*|isolé\w*)|redeten|sprachen|gingen|setzten\b[^.;,]{0,60}\bfort|wandten sich|machten "
    r"[^.;,]{0,30}weiter|продолжил\w*|перешл\w+|занялись|обсужда\w+)\b",
    IGNORECASE,
)
"""What those who stayed did."""


def left(one: Told) -> set[str]:
    """The parties of whom a sentence says, beside their name, that they had left, or were not there."""
    sides = [(actor.party, actor.start, actor.end) for actor in one.named.actors if actor.party is not None]
    sides += [(country.party, country.start, country.end) for country in one.named.countries if not country.place]
    return {party for party, start, end in sides if _LEFT.match(one.text, end) or _DEPARTURE_OF.search(one.text[:start])}


_LEFT = Pattern(
    r"(?:\s+(?!and\b|et\b|und\b|и\b)[\w'’-]+){0,3}?\s+(?:left|gone|departed|(?:flown|flew|flies) (?:home|back|off|out)|"
    r"went home|repartie?s?|"
    r"rentrée?s?|partie?s?|abgereist|heimgeflogen|abgeflogen|fort|reiste\b[^.;,]{0,20}\bab|"
    r"(?:reprenait|reprit|repris|prenait|pris) (?:l['’]avion|son avion|le train)|flog\b[^.;,]{0,20}\b(?:ab|heim|zurück)|"
    r"verabschiedet|попрощал\w*|уехал\w*|улетел\w*|отбыл\w*)\b",
    IGNORECASE,
)
"""Behind somebody who was no longer there."""

_DEPARTURE_OF = Pattern(
    r"\b(?:(?:after|since) the departure of|après le départ d(?:e|u)|nach der Abreise (?:des|der|von)|после отъезда|"
    r"после отлёта|without|sans|ohne|без)\s+(?:(?:the|la|le|l['’]|d['’]|den|die|das)\s*)?$",
    IGNORECASE,
)
"""Before somebody who was no longer there."""

_STAYED = Pattern(
    r"\b(?:stayed|remained|kept|sat on|a retenu|ont prolongé|est restée?|sont restée?s|blieb\w*|behielt\w*|"
    r"hielt\b[^.;,]{0,60}\bzurück|"
    r"остал\w+|задержал\w+)\b",
    IGNORECASE,
)
"""Who went on when somebody else had left."""

_ALONE = Pattern(
    r"\b(?:alone|separately|separate|one[- ]on[- ]one|bilateral(?:ly)?|tête-à-tête|in private|privately|pull-aside|"
    r"on the (?:margins|sidelines|fringes)|en marge|à part|séparément|en aparté|en privé|à deux|entre quatre yeux|"
    r"am Rande|unter vier Augen|zu zweit|separat|gesondert|für sich|отдельно|на полях|с глазу на глаз|наедине|вдво[её]м|"
    r"двусторонн\w+ (?:встреч|бесед|переговор)\w*)\b",
    IGNORECASE,
)
_HAD = Pattern(
    r"\b(?:had|held|ont eu|eurent|se sont|hatten|führten|провел\w*|провёл|уединил\w*)\b",
    IGNORECASE,
)

JOINING = Pattern(
    r"\b(?:(?:joining|to join|will join|joins) (?:them|the two)|joined by|se joindr(?:a|e)|(?:les |sera )rejoi\w+|"
    r"en présence d|(?:dazu|hinzu)(?:kommen|stoßen|kommt|stößt)|(?:schließt|anschließen) sich|присоедин[ия]\w*|с участием)\b",
    IGNORECASE,
)
"""Who is to be there too."""
