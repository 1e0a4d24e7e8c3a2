"""What undoes the evidence for a contact: a negation, a wish, somebody else who acts, a look back?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from detente.drafting.days.counted import WEEKDAY, day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.foretold import foretold
from detente.drafting.how.manner import TWO_PLUS_TWO, media_of, media_places
from detente.drafting.how.putting import put_to_them
from detente.drafting.how.unplanned import unplanned
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.whether.lookalikes import lookalike
from detente.drafting.whether.outside import outside_what_is_said
from detente.drafting.whether.pleas import pleaded
from detente.drafting.whether.questions import asked_about, supposes
from detente.drafting.whether.supposed import supposed
from detente.drafting.whether.uninvolved import had_no_part
from detente.drafting.whether.wanted import wanted_of_sides, wishes_before
from detente.drafting.who.actors import Actor
from detente.drafting.who.delegates import two_led
from detente.drafting.who.remarks import addressed, never_in_contact, only_tells, to_the_press

_HABIT = Pattern(
    r"\b(?:every (?:day|week|month|year|other)|regularly|(?:has|have|had) (?:so )?often|a souvent|m['’]a souvent|"
    r"hat (?:\w+ )?(?:oft|immer wieder)|не раз|часто|chaque (?:jour|semaine|mois)|régulièrement|jede[nrs]? (?:Tag|Woche|"
    r"Monat)|"
    r"(?:once|twice|three times) (?:a|every) (?:\w+ )?(?:years?|months?|weeks?)|(?:une|deux|trois) fois (?:par|tous les)\b|"
    r"(?:ein|zwei|drei)mal (?:im|pro) (?:Jahr|Monat|Woche)|раз в (?:\w+ )?(?:год\w*|лет|месяц\w*|недел\w+)|"
    r"regelmäßig|кажд\w+ (?:день|неделю|месяц)|регулярно)\b",
    re.IGNORECASE,
)
"""What is done again and again is no one contact."""

_SAT_IN = Pattern(
    r"\b(?:sat in (?:but|on|without|silently)|listened in|(?<!generals )(?<!aides )(?<!officers )"
    r"(?<!cameras )(?<!interpreters )(?<!officials )looked on|were among those|was among those|ont assisté|a assisté|"
    r"était du voyage|"
    r"étaient du voyage|saß(?:en)? dabei|hörten? zu|waren zugegen|war zugegen|присутствовал\w*|слушал\w* молча)\b",
    re.IGNORECASE,
)
"""Who was there while others spoke."""

_RUMOUR = Pattern(
    r"\b(?:rejected|dismissed|scotched|rejeté|balayé|wies\b[^.;]{0,40}\bzurück|zurückgewiesen|отверг\w*)\b[^.;]{0,60}"
    r"\b(?:reports?|claims?|rumou?rs?|story|rumeurs?|information|Berichte?|Meldung\w*|Gerüchte?|сообщени\w+|слух\w*)\b",
    re.IGNORECASE,
)
"""A contact of which only others told, and which a side says never was."""

_DELEGATES = Pattern(
    r"\b(?:(?:was|were) (?:in|part of|members? of) (?:the|their|his|her) (?:delegations?|entourages?|party)|"
    r"faisai(?:t|ent) partie (?:de|des) (?:la |leurs? )?délégations?|gehörten? (?:zu (?:den|ihren)|zur) Delegation\w*|"
    r"входил\w* в (?:состав )?(?:их )?делегаци\w*)\b",
    re.IGNORECASE,
)
"""Who came with those who spoke."""

_OWN_DENIAL = Pattern(
    r"\b(?:denied|denies|rejected|disputed)\b[^.;]{0,30}\bthat (?:he|she|they) (?:had|has|have)\b|"
    r"\b(?:denied|denies)\b[^.;]{0,30}\bhaving (?:proposed|sought|asked|offered|suggested|spoken|met|discussed)\b|"
    r"\b(?:dément|démenti|nie|nié)\b[^.;]{0,20}\bavoir (?:parlé|discuté|évoqué|rencontré|proposé|demandé|sollicité|cherché)|"
    r"\b(?:bestritt|bestreitet|dementiert\w*)\b[^.;]{0,90}\b(?:gesprochen|getroffen|telefoniert|verhandelt|vorgeschlagen|"
    r"angeboten|gebeten) zu haben|"
    r"\b(?:отрица\w+|опроверг\w*), что (?:он |она )?(?:обсуждал|говорил|встречал|предлагал|просил)\w*",
    re.IGNORECASE,
)
"""Who says that he was in no contact."""

_LAST_TIME = Pattern(
    r"\b(?:last|most recently) (?:met|saw|seen|spoke|spoken|talked|visited|sat down)\b|\bpour la dernière fois\b|"
    r"\b(?:traf|trafen|sprach|sprachen|sah|sahen|telefonierten?|war|waren|empfing)\b[^.;]{0,60}\bzuletzt\b|"
    r"\bзадн\w+ раз\b|\b(?:в )?последний раз\b",
    re.IGNORECASE,
)
"""What was the last time, and is long ago."""

_APART_OR_AWAY = Pattern(
    r"\b(?:was absent|were absent|stayed away|on different days|declined to comment|refused to comment|"
    r"would not comment|did not comment|"
    r"était absente?|étaient absente?s|brill\w+ par leur absence|(?:refusé|souhaité|voulu) (?:de )?commenter|fehlt\w*|"
    r"blieb\w* fern|nicht kommentieren|wollte sich nicht äußern|отказал\w* комментировать|"
    r"(?:in|on|via) social (?:media|networks)|sur les réseaux sociaux|in (?:den )?sozialen (?:Medien|Netzwerken)|"
    r"в (?:социальных сетях|соцсетях)|"
    r"(?:said|had said) nothing (?:of|about) it|n['’]en (?:a|ont|avait|avaient) rien dit|(?:sagten?|äußerten?) (?:sich )?dazu "
    r"nicht\w*|"
    r"ничего об этом не (?:сказал|сообщил)\w*|"
    r"(?:war|waren|kam|erschien)\b[^.;]{0,30}\bniemand|(?:nobody|no one) from|никто из|"
    r"отсутствова\w+|от комментариев)\b",
    re.IGNORECASE,
)
"""Who was not there, or did not want to speak of it."""

_NOT = Pattern(
    r"\b(?:ne|n['’])\s*[\w ]{2,30}?\b(?:pas|plus|guère|jamais)\b|"
    r"\b(?:no(?! (?:less|fewer|more|later|longer) than\b)|not(?! only\b| (?:less|more|later) than\b)|never|nor|nobody|kein\w*|"
    r"nicht(?! (?:nur|weniger als|mehr als|länger als|später als)\b)|niemand|nie|"
    r"не(?! (?:далее|менее|более|больше|меньше|позднее|позже|дольше|только|раз)\b)|нет|никогда)\b|n['’]t\b",
    re.IGNORECASE,
)


_SURE = 0.75
"""From which weight on a side is more than pointed at."""

_NEAR_IT = 36
"""Letters between a negation and a word of contact within which it is that of the contact."""


def _near(text: str, place: int, contact: int) -> bool:
    """Whether a negation is that of a word of contact: near it, and not of what stands before a colon."""
    return abs(place - contact) < _NEAR_IT and not (place < contact and _PARTED.search(text[place:contact]))


_PARTED = Pattern(r"[:;]\s")


_WISHED = 45
"""Letters between a wish and a word of contact within which it is the contact that is wished."""


def undone(one: Told, weakest: float, words: Lexicon, *, refused: bool, in_turn: bool = False) -> float:
    """The weight of what undoes it: a negation, a wish, an accusation, somebody else who acts, a look back.

    ``in_turn`` where one side saw the others one after the other, each on a day of his own.
    """
    less = 0.0
    said = words.cues["status"].found(one.text)
    own = bool(said) or put_to_them(one) or foretold(one.text)
    status = refused or own
    media = media_of(one)
    first = min((start for _, start in media_places(one)), default=len(one.text))
    joined = bool(one.media) or one.has("joint") or addressed(one)
    told = outside_what_is_said(one)
    if not status and any((media and _near(told, hit.start(), first)) or not joined for hit in _NOT.finditer(told)):
        less += 0.6
    if not status and one.media and any(first - cue.start < _WISHED for cue in wishes_before(one, first)):
        less += 0.6
    if not own and wanted_of_sides(one):
        less += 1.0
    less += unplanned(one.text, said_to_be=own) + pleaded(one) + supposed(one, said_to_be=own)
    less += asked_about(one.text, bare=not media or _NOT.search(one.text) is not None)
    if _HABIT.search(one.text) and not told_as_held(one.text):
        less += 0.6
    if _SAT_IN.search(one.text):
        less += 0.8
    if not in_turn and not media and not one.has("joint") and len({hit.lastgroup for hit in WEEKDAY.finditer(one.text)}) > 1:
        less += 0.4
    if not media and (press := to_the_press(one.text)) is not None:
        by_others = _SPOKESMAN.search(one.text[:press]) or _SPOKESMAN_BEHIND.match(one.text, press)
        less += 0.0 if by_others else 0.6
    less += lookalike(one, weakest, joined=joined or own)
    last = _LAST_TIME.search(one.text) is not None and not dates_in(one.text)
    if last or (supposes(one) and not put_to_them(one)):
        less += 0.8
    if _DELEGATES.search(one.text) or _OWN_DENIAL.search(one.text):
        less += 1.0
    away = _APART_OR_AWAY.search(one.text) is not None or had_no_part(one)
    less += 0.8 * (away + never_in_contact(one.text) + (_RUMOUR.search(one.text) is not None))
    against = [cue for cue in one.cues.get("against", ()) if not _CONGRATULATED.search(one.text[: cue.start])]
    against = [cue for cue in against if not _CLAUSE_ABOUT.search(one.text[first : cue.start])]
    if any(not any(c.start < cue.end and cue.start < c.end for c in said) for cue in against):
        less += 0.3 if media or one.has("joint") else 0.5
    if (
        any(not only_tells(one.text, x) for x in one.named.others)
        and weakest < 0.8
        and not (TWO_PLUS_TWO.search(one.text) or two_led(one.text))
    ):
        less += 0.4
    if not in_turn and not media and in_parts(one) and not two_led(one.text):
        less += 0.3
    if weakest < _SURE and (_TROOPS.search(one.text) or _TROOPS_FIRST.search(one.text)):
        less += 0.4
    if len(one.named.others) > 1 and _IN_TRAIN.search(one.text):
        less += 0.6
    if _RECALLED.search(one.text) or (_REMEMBERED.search(one.text) and not day_words(one.text)):
        less += 0.5
    if one.earlier:
        dated = day_words(one.text) or dates_in(one.text) or _THAT_MONTH.search(one.text)
        less += 0.1 if dated or just_before(one.text) else 0.3  # "had met the day before" is no look back
    return less


_CONGRATULATED = Pattern(
    r"\b(?:congratulat\w+|f[ée]licit\w+|gratul\w+|glückwünsch\w*|beglückwünsch\w*|поздрав\w+)\b[^.;]{0,60}$", re.IGNORECASE
)
"""Before an appointment that is what the contact was for."""


_THAT_MONTH = Pattern(
    r"\b(?:(?:earlier|early|late|later) (?:this|last|in the) (?:month|week)|last (?:month|week)|le mois dernier|"
    r"la semaine dernière|"
    r"(?:au début|à la fin) du mois|(?:Anfang|Ende|Mitte) (?:des Monats|der Woche)|(?:im vergangenen|im vorigen) Monat|"
    r"в (?:начале|конце|середине) (?:месяца|недели)|в прошлом месяце|на прошлой неделе)\b",
    re.IGNORECASE,
)
"""When what was before was, if not on which day."""


def just_before(text: str) -> bool:
    """Whether a sentence begins with words for what came right before what the one before it told."""
    return _JUST_BEFORE.match(text) is not None


_JUST_BEFORE = Pattern(
    r"(?:(?:just|shortly|right) )?before (?:that|then)\b|beforehand\b|earlier,|earlier (?:in the day|that day)\b|auparavant\b|"
    r"juste avant\b|peu avant\b|(?:kurz )?(?:zuvor|davor|vorher)\b|до этого\b|перед этим\b|ранее\b|незадолго до этого\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of what came right before what the one before it told."""

_SPOKESMAN = Pattern(
    r"\b(?:spokes\w+|ministry|officials?|sources?|aides?|porte-parole|ministère|source|Sprecher\w*|Ministerium|представител\w+|"
    r"источник\w*)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Who tells a newspaper of what others did."""

_SPOKESMAN_BEHIND = Pattern(
    r"[^.;,:]{4,60}?\b(?:porte-parole|source|Sprecher\w*|представител\w+|источник\w*|пресс-секретар\w*|собеседник\w*)\b",
    re.IGNORECASE,
)
"""The same, named behind the verb: ``рассказал журналистам источник``."""

_CLAUSE_ABOUT = Pattern(
    r",\s(?:where|which|whose|où|dont|qui|wo|der|die|das|deren|dessen|где|котор\w+|чь\w+)\s[^,;]{3,}$", re.IGNORECASE
)
"""Within what a clause says of something that was spoken of in the contact."""

_APART = Pattern(r";\s")


_PRESENT = Pattern(
    r"(?:taking part|took part|participants?|present|in attendance|attending|participants?|présents?|étaient présents|"
    r"ont pris part|"
    r"Teilnehmer|anwesend|teilgenommen haben|участники|присутствовали|участвовали)\b",
    re.IGNORECASE,
)
"""Before those who were at a meeting, one by one."""


def in_parts(one: Told, among: Sequence[Actor] | None = None) -> bool:
    """Whether a sentence has parts between semicolons, each of which names one side at most, or one of those ``among``."""
    if not _APART.search(one.text) or _PRESENT.match(one.text):
        return False
    ends = [0, *(hit.end() for hit in _APART.finditer(one.text)), len(one.text)]
    sides = [(actor.start, actor.party) for actor in among or one.named.actors if actor.party is not None]
    parts = [{party for start, party in sides if begun <= start < end} for begun, end in pairwise(ends)]
    return all(len(part) < 2 for part in parts) and sum(bool(part) for part in parts) > 1


_TROOPS = Pattern(
    r"\b(?:visit\w*|visite\w*|besuch\w*|посетил\w*|навестил\w*|inspect\w*|inspizier\w*|to (?:meet|see|greet|thank)|saluer|"
    r"rencontrer|voir|проинспектир\w*|проверить|осмотре\w*)\s+(?:[\w'’-]+\s+){0,3}?(?:troops|soldiers|sailors|"
    r"personnel|base|contingent|positions|front ?line|garrison|poste avancé|Stellungen|Front|позици\w*|передов\w+|гарнизон\w*|"
    r"soldats|troupes|militaires|Soldat\w*|Truppen?|военнослужащ\w*|военны\w+|солдат\w*|баз\w*)",
    re.IGNORECASE,
)

_TROOPS_FIRST = Pattern(
    r"\b(?:welcom\w+|greet\w+|saluted|accueilli\w*|salué\w*|приветствовал\w*)\s+(?:[\w'’-]+\s+){0,4}?(?:troops|soldiers|"
    r"sailors|recruits|"
    r"soldats|troupes|marins|солдат\w*|военнослужащ\w*)\b|\b(?:Soldat\w*|Truppen?|Rekruten|"
    r"Kadetten)\s+(?:\w+\s+){0,2}(?:begrüßt|besucht|"
    r"verabschiedet|empfangen|geehrt)\b",
    re.IGNORECASE,
)

_IN_TRAIN = Pattern(
    r"\b(?:delegations? of|in the delegation|accompan\w+|also present|in attendance|entourage|dans la délégation|"
    r"accompagn\w+|"
    r"en présence|Begleitung|Delegation|begleitet\w*|в делегаци\w+|в составе делегации|в присутствии|сопровожда\w+)\b",
    re.IGNORECASE,
)
"""Where presidents meet, who comes with them is in no contact of his own."""

_RECALLED = Pattern(
    r"\b(?:obituar\w+|nécrologi\w+|Nachruf\w*|некролог\w*|pranked?|hoax\w*|impostors?|posing as|impersonat\w+|canular|"
    r"imposteur|se faisant passer|Scherzanruf\w*|"
    r"ausgegeben|пранк\w*|"
    r"выдава\w+ себя|defended|reminisc\w*|memoirs?|testif\w+|historians?|"
    r"archives?|"
    r"declassified|presidency|"
    r"mémoires|historien\w*|archives|Memoiren|Historiker\w*|Archiv\w*|мемуар\w*|"
    r"историк\w*|архив\w*)\b",
    re.IGNORECASE,
)

_REMEMBERED = Pattern(
    r"\b(?:(?<!may be )(?<!will be )recall\w*|remember\w*|se souvient|erinnert sich|вспомина\w*|вспомнил\w*)\b", re.IGNORECASE
)
"""What somebody looks back at, unless it was on a day of these: ``remembers his meeting with X on Wednesday``."""
