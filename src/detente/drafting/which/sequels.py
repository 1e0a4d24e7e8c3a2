"""Does a sentence announce the next contact of those who have just been in one?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.domain.vocabulary import Office
from detente.drafting.days.clauses import goes_on_to_plan
from detente.drafting.days.dates import dates_in
from detente.drafting.how.answers import comes_invited
from detente.drafting.how.manner import media_of
from detente.drafting.how.tense import AGREED
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.which.coming import (
    OFF,
    WAS_TO_BE,
    comes_back,
    dated,
    had_been_off,
    invited,
    one_and_him,
    told_as,
    trip_off,
)
from detente.drafting.which.company import JOINING, OF_THREE, THE_TWO
from detente.drafting.which.onwards import OF_LESS, decided, next_round, next_time, so_far
from detente.drafting.which.returns import returns
from detente.drafting.who.actors import Actor
from detente.drafting.who.offices import COUNTERPART

_NEAR = 6
"""Sentences behind that of a contact within which the next one is announced."""

_WILL = Pattern(
    r"\b(?:will|(?:is|are) (?:to|due to|set to)|plans? to|agreed (?:to|on|that)|(?:sont|ont) convenue?s?|vereinbart\w*|"
    r"verabredet\w*|"
    r"условил\w*|договорил\w*|want to|intend to|décidé de se|decided to meet|мы договорились|we(?:['’]ll| will| shall)|"
    r"nous nous \w+rons|wir (?:sehen|treffen) uns|"
    r"увидимся|встретимся|se sont donné rendez-vous|sieht sich|se retrouveront|se revoient|"
    r"se retrouvent|meet again|sehen sich|treffen sich|(?:sehen|treffen) (?:sie|die beiden|beide) sich|встречаются|"
    r"se verront|\w+ront|"
    r"doivent|"
    r"prévoient|veulent|werden|wollen|sollen|wird|\w*стретятся|увидятся|обсудят|поговорят|проведут|созвонятся|продолжат|"
    r"планируют|намерены|соберутся|собираются|se réunissent|kommen\b[^.;]{0,80}\bzusammen(?=\s*[.,;:]|$))\b",
    re.IGNORECASE,
)
_MEETING = Pattern(
    r"\b(?:one-on-one|tête-à-tête|unter vier Augen|с глазу на глаз|"
    r"meet\w*|convene\w*|reconvene\w*|gather|tagen|tagt|face to face|face-to-face|in person|see each other|"
    r"receive|host|welcome|recevra|accueillera|empfangen|talks?|visit\w*|to see|sit down|se voir|encounter|session|call|speak|"
    r"conversation|continue|resume|guest|return to|take (?:that|it|this|the matter) up|revenir sur|video\w*|visioconférence|"
    r"schalte|reconvene|second round|"
    r"next round|follow-up|poursuivr\w*|reprendr\w*|"
    r"(?:deuxième|second|prochain) (?:tour|round)|fortsetzen|fortgesetzt|weiterverhandeln|zweite Runde|"
    r"retrouve\w*|rendez-vous|reverrons|retrouverons|(?:sehen|treffen) uns|revoient|(?:sehen|treffen) (?:(?:sie|die beiden|"
    r"beide) )?sich|sieht sich|rencontr\w*|verront|"
    r"reverront|entretien|visite|reparler\w*|"
    r"réuni\w*|treffen|"
    r"trifft|wiedersehen|"
    r"persönlich|sprechen|kommen\b[^.;]{0,80}\bzusammen|"
    r"telefonieren|zusammenkommen|Gespräch\w*|\w*besuch\w*|beraten)\b|\b(?:встре[тч]|примет\b|увид|лично|очн|переговор|созвон|"
    r"разговор|видео|вернуться к|продолж|возобнов|соберут|раунд|"
    r"визит)\w*",
    re.IGNORECASE,
)
_WORK = Pattern(
    r"\b(?:sign|draw up|finali[sz]e|signer\w*|sign(?:er)?ont|dresser\w*|finaliser\w*|unterzeichn\w+|ausarbeiten|festlegen|"
    r"подпишут|подписать|составят|составить|согласуют|утвердят)\b",
    re.IGNORECASE,
)
"""What those who come together at a place, on a day, are to do."""

_ALL_OF_THEM = Pattern(
    r"\bministers of the (?:three|four|five) \w+|\bministres des (?:trois|quatre|cinq) \w+|\bMinister(?:innen)? der (?:drei|"
    r"vier|fünf) \w+|"
    r"\bминистры (?:трёх|трех|четырёх|четырех|пяти) \w+|"
    r"\b(?:(?:the|all) (?:three|four|five)|(?:les|tous les) (?:trois|quatre|cinq)|(?:die|alle) (?:drei|vier|fünf)|"
    r"(?:все )?(?:трое|четверо|пятеро)|все (?:три|четыре|пять))"
    r"(?=\s+(?:men|women|ministers|hommes|femmes|ministres|Minister\w*|"
    r"Männer|Frauen|министр\w*)\b|\s+(?:will|are|agreed|se|sont|doivent|wollen|werden|sollen|встретятся|соберутся|увидятся)\b)",
    re.IGNORECASE,
)
"""All of those of whom the sentence before told, where they were more than two."""

_BE_HELD = Pattern(
    r"\btold (?:reporters|journalists|the press|parliament|lawmakers|a news conference)\b|\b(?:be|to be) (?:held|hosted|"
    r"received|welcomed|signed|discussed)\b",
    re.IGNORECASE,
)
"""What is to be, in words that elsewhere tell of what was."""

_AGAIN = Pattern(
    r"\b(?:again|follow-up|(?:next|second) (?:round|session|meeting|talks)|suite|Folgetreffen|Fortsetzung|продолжени\w+|"
    r"à nouveau|de nouveau|prochaine (?:session|réunion|rencontre)|"
    r"erneut|wieder|"
    r"nächste (?:Runde|Sitzung|Treffen)|снова|вновь|следующ\w+ (?:встреч|заседани|раунд)\w*)\b",
    re.IGNORECASE,
)
"""Of a committee, say, that is to come together once more."""

_IS_SET = Pattern(
    r"\b(?:visit|trip|meeting|call|talks|session|round|encounter)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:is|are|has been|"
    r"have been) (?:now )?"
    r"(?:planned|scheduled|set|due|fixed|expected|pencilled in|agreed|slated|to follow|to take place)\b|"
    r"\b(?:visite|déplacement|voyage|rencontre|entretien|réunion|session)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:est|sont|a été|"
    r"doit|doivent) "
    r"(?:prévue?s?|programmée?s?|fixée?s?|attendue?s?|avoir lieu|suivre|annoncée?s?)\b|"
    r"\b(?:\w*besuch\w*|\w*treffen|Gespräch\w*|Reise|Runde|Sitzung)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:ist|sind|"
    r"wurde)\b(?:[^.;]|(?<=\d)\.){0,60}"
    r"\b(?:geplant|vorgesehen|angesetzt|vereinbart|terminiert|anberaumt)\b|"
    r"\b(?:визит\w*|встреч\w*|поездк\w*|переговор\w*|разговор\w*|заседани\w*)\b(?:[^.;]|"
    r"(?<=\d)\.){0,90}\b(?:запланирован\w*|намечен\w*|"
    r"назначен\w*|ожида[ею]тся|ожидаются|состоится|состоятся|пройд[её]т|пройдут)\b",
    re.IGNORECASE,
)
"""A contact to come, told by a noun: ``ein Gegenbesuch ist für den 3. Juni geplant``."""

_INSTEAD = Pattern(r"\b(?:instead|à la place|au lieu de cela|stattdessen|вместо этого)\b", re.IGNORECASE)
"""What is to be in the place of what was called off."""


def sequel(one: Told, last: Occasion, words: Lexicon, before: Told | None, after: Told | None) -> Occasion | None:
    """The contact to come, of the parties of ``last``, of which a sentence soon after it says the day; None: it does not.

    The sentence may name a third side whom they are to meet together; ``before`` and ``after`` stand beside it.
    """
    behind = one.sentence.number - last.told[-1].sentence.number
    if not 0 < behind <= _NEAR or one.sentence.heading:
        return None
    instead = _INSTEAD.search(one.text) is not None
    if _to_come(last.told[0], words) and not instead and not (had_been_off(one.text) and not parties_of(one.named.actors)):
        return None
    third = set(parties_of(one.named.actors)) - set(last.parties)
    if third:
        return _with_others(one, last, words)
    if (sides := comes_back(one, last.parties, before)) and not one.named.others:
        people = tuple(actor for actor in _own_people(one, last, words) if actor.party in sides)
        return Occasion(sides, people, (one,), sure=last.sure, sequel=True)
    half = behind == 1 and goes_on_to_plan(one.text)
    if one.named.others or not (
        (_together(one, half) and (half or _announced(one, words)))
        or decided(one)
        or next_time(one)
        or next_round(one)
        or (trip_off(one, last.parties, words) and not told_as(last.told[0].text, OFF, words))
        or invited(one, after, words)
        or returns(one, words)
    ):
        return None
    return Occasion(last.parties, _own_people(one, last, words), (one,), sure=last.sure, sequel=True)


def of_all(one: Told, coming: Occasion, found: Sequence[Occasion]) -> Occasion:
    """What is to come, of the sides of all contacts told of, where its sentence says so: ``where the three will meet``."""
    parties = tuple(dict.fromkeys(party for each in found for party in each.parties))
    number = _ALL_OF_THEM.search(one.text)
    if number is None or len(coming.parties) == len(parties) or len(parties) != _counted(number[0]):
        return coming
    return replace(coming, parties=parties, actors=tuple(actor for each in found for actor in each.actors))


def _counted(words: str) -> int:
    return next((n for n, said in _NUMBERS.items() if set(said.split()) & set(words.lower().split())), 0)


_NUMBERS = {
    3: "three trois drei трое три трёх трех",
    4: "four quatre vier четверо четыре четырёх",
    5: "five cinq fünf пятеро пять пяти",
}


def of_whom(one: Told, found: Sequence[Occasion]) -> Occasion:
    """The contact about whose sides a sentence goes on: the last one, or another of all whom it names."""
    named = {*parties_of(one.named.actors), *(country.party for country in one.named.countries if not country.place)}
    if named <= set(found[-1].parties):
        return found[-1]
    return next((each for each in reversed(found) if named <= set(each.parties) and not each.sequel), found[-1])


def _together(one: Told, half: bool) -> bool:
    """Whether a sentence tells of both, or all, of those of whom the one before told."""
    both = one.has("pair") or len(parties_of(one.named.actors)) > 1 or _ALL_OF_THEM.search(one.text) is not None
    again = _AGAIN.search(one.text) is not None or _IS_SET.search(one.text) is not None
    instead = _INSTEAD.search(one.text) is not None and bool(media_of(one))
    return (
        half
        or both
        or again
        or instead
        or OF_LESS.search(one.text) is not None
        or _EACH_OTHER.search(one.text) is not None
        or one_and_him(one)
    )


_EACH_OTHER = Pattern(
    r"\b(?:(?:sehen|treffen) sie sich|se (?:verront|reverront|retrouveront|retrouvent|revoient)|nous nous (?:rever|retrouve|"
    r"parle)rons|wir (?:sehen|treffen) uns|увидятся|увидимся|встретятся|встретимся|"
    r"we (?:will|shall) (?:meet|see each other|talk) again|"
    r"will meet again|"
    r"(?:the|both|the two) (?:(?:army|military|defence|defense|staff|navy|air) )?(?:chiefs|generals|admirals|commanders|"
    r"secretaries)(?: of (?:\w+ )?staff)? (?:will|are (?:now )?(?:to|due to|set to))|"
    r"les (?:chefs(?: d['’]état-major)?|généraux|amiraux) (?:se \w+ront|doivent|vont)|"
    r"(?:werden|wollen|sollen) (?:sich )?(?:nun )?die (?:\w*chefs|Generale|Generäle|Admirale|Befehlshaber)|"
    r"(?:военачальники|генералы|адмиралы|командующие|главкомы|начальники генштабов) (?:должны |собираются |намерены )?"
    r"(?:встрет|увид|соберут|провед)\w*|"
    r"we (?:have )?agreed to (?:meet|talk|sit down|see each other)|nous sommes convenus de nous|"
    r"мы договорились (?:встретиться|увидеться)|"
    r"will see each other)\b",
    re.IGNORECASE,
)


def _with_others(one: Told, last: Occasion, words: Lexicon) -> Occasion | None:
    """What those of ``last`` are to have with one more side: ``on 5 June the two are to meet X in Vilnius``."""
    more = [actor for actor in one.named.actors if actor.party not in (None, *last.parties)]
    if len(parties_of(more)) != 1 or max(actor.weight for actor in more) < _CERTAIN or set(one.reporting) & {more[0].party}:
        return None
    both = (THE_TWO, OF_THREE, _ALL_OF_THEM, JOINING)
    if (
        not any(pattern.search(one.text) for pattern in both)
        or not (_announced(one, words) or (_IS_SET.search(one.text) and dated(one)))
        or any(cue.start < more[0].end for cue in one.named.others)
    ):
        return None
    parties = (*last.parties, *parties_of(more))
    return Occasion(parties, (*last.actors, *more), (one,), sure=False, sequel=True)


_CERTAIN = 0.9


def _own_people(one: Told, last: Occasion, words: Lexicon) -> tuple[Actor, ...]:
    """Who takes part in what is to come: those whom its sentence names for every side, else those of the contact before."""
    named = [actor for actor in one.named.actors if actor.name is not None and actor.party is not None]
    others = {actor.office for actor in named if actor.office} and not {a.office for a in named} & {
        a.office for a in last.actors
    }
    return tuple(named) if others or set(parties_of(named)) == set(last.parties) else _of_another_office(one, last, words)


def _of_another_office(one: Told, last: Occasion, words: Lexicon) -> tuple[Actor, ...]:
    """The same as before, unless the sentence says that it is those of another office, whom nobody names."""
    coming = [Office(cue.means) for cue in words.cues["office"].found(one.text) if cue.means != COUNTERPART]
    coming += [Office.CHIEF_OF_DEFENCE] if _CHIEFS.search(one.text) else []
    if _TEAMS.match(one.text) or OF_LESS.search(one.text):
        return tuple(replace(actor, name=None, person=None, listed="") for actor in last.actors)
    if not coming or set(coming) & {actor.office for actor in last.actors} or any(actor.name for actor in one.named.actors):
        return last.actors
    return tuple(replace(actor, office=coming[0], name=None, person=None, listed="") for actor in last.actors)


_CHIEFS = Pattern(
    r"\b(?:heads|chiefs) of (?:\w+ ){0,3}staffs?\b|\bchefs? d['’]état-major\b|\b(?:General)?[Ss]tabschefs\b|"
    r"\bначальник\w* (?:\w+ )?\w*штабов\b",
    re.IGNORECASE,
)


_TEAMS = Pattern(
    r"(?:the |les |des |die )?(?:teams?|experts?|delegations?|working groups?|staffs|officials|planners|équipes|délégations|"
    r"groupes? de travail|Arbeitsgruppen?|Fachleute|Experten|Delegationen|Stäbe|команды|эксперты|делегации|рабочие группы|"
    r"специалисты)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of what those who work for the two are to have next."""


def _announced(one: Told, words: Lexicon) -> bool:
    will = _WILL.search(one.text) is not None or _to_come(one, words)
    if WAS_TO_BE.search(one.text) or so_far(one):
        return False
    if told_as(one.text, OFF, words) and _INSTEAD.search(one.text) is None:
        return False
    meeting = _MEETING.search(one.text) is not None or (
        _WORK.search(one.text) is not None and bool(dates_in(one.text)) and bool(one.named.places)
    )
    apart = _AND_THE_TWO_WILL.search(one.text)
    rest = one.text if apart is None else one.text[apart.start() :]
    held = told_as_held(_BE_HELD.sub(lambda hit: "", AGREED.sub(lambda hit: "", rest)))
    return will and dated(one) and meeting and not held


_AND_THE_TWO_WILL = Pattern(
    r"\b(?:and|et|und|и)\s+(?:the (?:two|pair)(?: ministers| men)?|both|les deux (?:ministres|hommes)|tous deux|die beiden|"
    r"beide|"
    r"оба (?:министра)?)\s*(?:will|(?:are|is) (?:to|due to)|\w{3,}ront|doivent|wollen|werden|sollen|встретятся|увидятся|"
    r"проведут)\b",
    re.IGNORECASE,
)
"""Behind what was said, what the two are to have next."""


def _to_come(one: Told, words: Lexicon) -> bool:
    return told_as(one.text, ("planned",), words) or comes_invited(one)
