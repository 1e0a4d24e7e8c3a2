"""Does a sentence tell of the next day, or stop, of a journey, or of whose turn it was?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.drafting.days.counted import counted_later, day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.days.named import days_named
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of
from detente.drafting.whether.undone import in_parts
from detente.drafting.who.actors import Actor


def next_stop(one: Told) -> bool:
    """Whether a sentence, or what it says behind a colon, begins with the next day, or stop, of a journey."""
    if _NEXT_STOP.match(one.text) is not None or any(_NEXT_STOP.match(one.text, h.end()) for h in _PART.finditer(one.text)):
        return True
    town = next(iter(one.named.places), None)
    return (
        town is not None
        and _IN_TOWN.fullmatch(one.text[: town.start]) is not None
        and (bool(day_words(one.text)) or counted_later(one.text))
    )


_IN_TOWN = Pattern(
    r"(?:(?:finally|lastly|then|enfin|puis|schließlich|zuletzt|наконец|затем),?\s+)?(?:in|at|à|au|en|в)\s+", re.IGNORECASE
)
"""How a sentence begins that names the town of the next stop: ``In Vilnius schließlich``."""


def stop_before(one: Told, told: Sequence[Told]) -> Told | None:
    """The sentence before one, if it does nothing but name the next stop, of whose side this one names somebody; else None.

    ``Two days later it was Berlin. Annegret Kramp-Karrenbauer put forward`` …
    """
    before = next((each for each in told if each.sentence.number == one.sentence.number - 1), None)
    own = parties_of(one.named.actors)
    if before is None or len(own) != 1 or len(before.text) > _SHORT or parties_of(before.named.actors) or before.named.others:
        return None
    there = own[0] in {place.party for place in (*before.named.countries, *before.named.cities)}
    return before if there and (next_stop(before) or in_turn(before) or _STOP.search(before.text) is not None) else None


_SHORT = 90
"""Letters that a sentence may have that does nothing but name a stop."""

_STOP = Pattern(
    r"\b(?:next (?:stop|up|port of call|on (?:his|her|the) list)|(?:last|second|third) stop|(?:prochaine?|dernière?|deuxième|"
    r"nouvelle?) (?:étape|escale|arrêt|halte)|ce fut(?= (?-i:[A-ZÀ-Ý]))|(?:nächste[rn]?|letzte[rn]?|zweite[rn]?) (?:Station|"
    r"Halt|Stopp|Etappe|Ziel)|(?:следующ|последн|втор)\w+ (?:остановк|пункт|этап)\w*|далее)\b",
    re.IGNORECASE,
)


def points_there(one: Told) -> bool:
    """Whether a sentence begins with a word for where the one before has somebody."""
    return _THERE.match(one.text) is not None


_THERE = Pattern(r"(?:there|là|là-bas|y|dort|там|здесь|hier|ici|here)\b", re.IGNORECASE)


def in_turn(one: Told) -> bool:
    """Whether a sentence says that it was somebody's turn, or who it was."""
    return whose_turn(one) or _IT_WAS.search(one.text) is not None


def whose_turn(one: Told) -> bool:
    """Whether a sentence says that it was somebody's turn."""
    return _TURN.search(one.text) is not None


def turn_of_several(one: Told, said: Sequence[Actor]) -> bool:
    """Whether a sentence says only whose turn it was, and names two sides or more: whom the one spoken of saw in turn."""
    return len(parties_of(said)) > 1 and not one.media and whose_turn(one)


_PART = Pattern(r"[:;]\s|\s[—–]\s")

_NEXT_STOP = Pattern(
    r"(?:(?:finally|lastly|enfin|schließlich|zuletzt|наконец),?\s+)?(?:in the (?:morning|afternoon|evening)|"
    r"(?:an|one|two|a few|some) hours? (?:later|after(?:wards)?)|(?:after|over) (?:lunch|dinner|breakfast)|"
    r"towards (?:noon|evening)|"
    r"(?:une|deux|quelques) heures? (?:après|plus tard)|en (?:fin|début) de (?:journée|matinée|soirée|soir|après-midi)|"
    r"après le (?:petit-)?(?:déjeuner|dîner)|(?:eine|zwei|einige) Stunden? (?:später|danach|darauf)|"
    r"nach dem (?:Mittag|Abend)?essen|gegen (?:Mittag|Abend)|mittags|abends|(?:час|часом|двумя часами|через (?:час|два часа)|"
    r"пару часов) ?(?:спустя|позже|позднее)?|после (?:обеда|ужина|завтрака)|(?:ближе )?к (?:вечеру|полудню|обеду)|(?:le|"
    r"au) (?:matin|soir)|(?:dans )?l['’]après-midi|"
    r"am (?:Morgen|Vormittag|Mittag|Nachmittag|Abend)|утром|дн[её]м|вечером|"
    r"(?:yesterday|today|this (?:morning|afternoon|evening)|ce (?:matin|soir)|aujourd['’]hui|gestern|heute|вчера|сегодня)|"
    r"the (?:next|following) (?:day|morning)|then|next|on \w+day|le lendemain|puis|ensuite|(?:lun|mar|mercre|jeu|vendre|"
    r"same)di|dimanche|"
    r"tags darauf|am (?:nächsten|folgenden) tag|am (?:\w+tag|mittwoch)|danach|на следующий день|затем|потом|днем позже|"
    r"в(?:о)? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the next day, or stop, of a journey."""

_TURN = Pattern(
    r"\b(?:(?:the )?turn of|turn to|['’]s turn|(?:was|were) next|next in line|next (?:was|were)|"
    r"(?:au|le) tour d(?:e|u|es)\b|(?:au|le) tour d['’]|"
    r"an der Reihe|\bdran\b|an die Reihe|die Reihe an|очередь|чер[её]д|следующими? был\w*)",
    re.IGNORECASE,
)
"""Somebody is the next whom the one who was spoken of saw."""

_IT_WAS = Pattern(
    r"\b(?:it (?:was|is|had been)(?= (?-i:[A-Z]))|c['’](?:était|est|a été)(?= (?-i:[A-ZÀ-Ý]))|war es|ist es|"
    r"это был[аи]?(?= (?-i:[А-ЯЁ])))",
    re.IGNORECASE,
)
"""Who it was whom the one who was spoken of saw next."""


def each_by_itself(one: Told, said: Sequence[Actor]) -> bool:
    """Whether two sides or more are named each with a town of its own, or a day: whom the one spoken of saw in turn."""
    parties = set(parties_of(said))
    towns = {place.party for place in one.named.places}
    return (
        len(parties) > 1
        and len(day_words(one.text)) + len(dates_in(one.text)) >= len(parties)
        and (
            parties <= towns
            or in_parts(one, said)
            or _WITH_HIM.search(one.text[: (first := min(a.start for a in said))]) is not None
            or (_TO_HIM.search(one.text[:first]) is not None and in_order(one.text, said))
        )
    )


def by_clauses(one: Told) -> bool:
    """Whether behind a semicolon a sentence says with whom the one spoken of was next: ``told him …; with X it was …``.

    Or it begins with whom he was first: ``Mit X hat er es am Montag besprochen, mit Y am Mittwoch``.
    """
    if not one.has("lone"):
        return False
    apart = ";" in one.text and _WITH_NEXT.search(one.text) is not None and in_parts(one)
    return apart or (_WITH_FIRST.match(one.text) is not None and in_order(one.text, one.named.actors))


def in_order(text: str, said: Sequence[Actor]) -> bool:
    """Whether the days that a sentence names stand in turn with the sides: each has its own."""
    days = days_named(text)
    sides = [min(a.start for a in said if a.party == party) for party in parties_of(said)]
    turns = sorted([(place, True) for place in days] + [(place, False) for place in sides])
    return _TWO <= len(days) == len(sides) and all(first[1] is not second[1] for first, second in pairwise(turns))


_WITH_FIRST = Pattern(
    r"(?:with|avec|mit|bei|chez|с|со|у)\s[^.;]{3,120}?,\s+(?:(?:and|et|und|и|а)\s+)?(?:with|avec|mit|bei|chez|с|со|у)\s",
    re.IGNORECASE,
)
_TO_HIM = Pattern(r"\b(?:him|ihm|ihn|lui|ему|его|ей|её)\b[^.;]{0,45}$", re.IGNORECASE)
"""To whom the text spoke of before each of those who follow said or did something, on a day of his own."""

_WITH_NEXT = Pattern(r";\s+(?:(?:and|then|et|puis|und|dann|и|а|затем)\s+)?(?:with|avec|mit|с|со)\s", re.IGNORECASE)


def stops_listed(one: Told, said: Sequence[Actor]) -> bool:
    """Whether a colon stands between one side and the stops of its journey, each with a day, a town and whom it was with."""
    colon = _COLON.search(one.text)
    if colon is None or len(parties_of(said)) <= _TWO:
        return False
    behind = [actor for actor in said if actor.start >= colon.end()]
    before = parties_of(actor for actor in said if actor.start < colon.start())
    return len(before) == 1 and before[0] not in parties_of(behind) and each_by_itself(one, behind)


_TWO = 2
_COLON = Pattern(r"\s?:\s")

_WITH_HIM = Pattern(
    r"\b(?:with (?:him|her)|(?:received|hosted|welcomed|met) (?:him|her)|avec (?:lui|elle)|l['’](?:a|ont) (?:reçue?|"
    r"accueillie?)|"
    r"(?:mit|bei) (?:ihm|ihr)|(?:empf[iä]ng\w*|traf|trifft|begrüßte?|begrüßt) (?:ihn|sie)|с (?:ним|ней)|его (?:принял|"
    r"встретил)\w*|"
    r"(?:принял|встретил)\w* его)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
"""With whom the text spoke of before each of those who follow was, on a day of his own."""


def one_by_one(one: Told, said: Sequence[Actor], *, half_told: bool) -> bool:
    """Whether a sentence says who was first and who came then, behind one that told of contacts of one side alone.

    ``half_told`` where that one says itself that there were contacts; else this one says who came: ``First came Mattis``.
    """
    if len(parties_of(said)) < 2 or _FIRST_THEN.match(one.text) is None:
        return False
    return half_told or _FIRST_CAME.match(one.text) is not None


_FIRST_CAME = Pattern(
    r"(?:first (?:came|up|was|on|in|to ring|to call)|d['’]abord (?:vint|est venue?|ce fut|c['’]était)|"
    r"(?:zuerst|als erste[rs]?) (?:kam|war|"
    r"meldete|rief)|(?:сначала|первым) (?:был|пришёл|пришел|позвонил|вышел|приехал)\w*)\b",
    re.IGNORECASE,
)

_FIRST_THEN = Pattern(
    r"(?:first|d['’]abord|zuerst|zunächst|erst|сначала|сперва|первым)\b[^.]*\b(?:then|next|after|puis|ensuite|dann|danach|"
    r"затем|потом|после|следом|следующ\w+|suivi\w*|suivit|folgte\w*|followed)\b",
    re.IGNORECASE,
)
