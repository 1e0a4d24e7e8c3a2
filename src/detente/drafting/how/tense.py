"""Is a contact told of as one that was, or as one to come?"""

import re

from detente.domain.vocabulary import Status
from detente.drafting.days.counted import WEEKDAY, WEEKDAYS, near_hits
from detente.drafting.days.dates import MONTH, is_month, next_month
from detente.drafting.how.foretold import foretold
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of

AGREED = Pattern(
    r"\b(?:agreed (?:to|on|that)|(?:sont|ont) convenue?s? (?:de|d['’]|que|qu['’])|(?:se sont|s['’]étaient) (?:mis|"
    r"mises) d['’]accord pour|se sont donné rendez-vous|(?:ont|avaient) décidé de se (?:voir|revoir|retrouver|réunir|parler)|"
    r"vereinbarten|verabredeten|(?:haben|hatten) (?:vereinbart|verabredet)|(?:условил|договорил)\w*)",
    re.IGNORECASE,
)
"""Before what those who were in contact agreed to do."""


def agreed_to_meet(one: Told) -> bool:
    """Whether all that two sides did was to agree to meet."""
    hit = AGREED.search(one.text)
    rest = AGREED.sub(lambda hit: "", one.text)
    return hit is not None and _TO_MEET.match(one.text, hit.end()) is not None and not told_as_held(rest)


_TO_MEET = Pattern(
    r"[^.;:]{0,60}?\b(?:meet|talk again|see each other|speak|se (?:retrouver|revoir|rencontrer|réunir|parler)|"
    r"sich\b[^.;:]{0,60}\b(?:zu treffen|wiederzusehen|zusammenzusetzen)|zusammenzukommen|zu telefonieren|"
    r"встретиться|увидеться|провести переговоры|созвониться|о (?:поездке|визите|приезде)|(?:on|to) a (?:visit|trip)|"
    r"sur (?:une visite|un déplacement)|(?:auf )?einen Besuch)\b",
    re.IGNORECASE,
)


def about_to(one: Told) -> bool:
    """Whether a side is said to be about to do something, in words that follow right behind it: ``he and X will sign``."""
    sides = [actor for actor in one.named.actors if actor.party is not None]
    if (
        will_be_there(one)
        or comes_on_a_day(one.text)
        or _sets_out_in_a_month(one.text)
        or _WERDEN.search(one.text) is not None
        or foretold(one.text)
        or _TURN_TO_COME.search(one.text) is not None
        or (_APPOINTMENT.search(one.text) is not None and (_ON_A_DAY.search(one.text) is not None))
        or _ACCEPTS.search(one.text) is not None
        or _IN_THE_DIARY.search(one.text) is not None
        or _NOW_ON_A_DAY.search(one.text) is not None
        or _does_on_a_day(one.text)
        or (_WHEN_HE_COMES.search(one.text) is not None and not told_as_held(one.text))
        or _COUNTS_ON.search(one.text) is not None
        or (_NOW_LATER.search(one.text) is not None and not _HISTORIC.search(one.text))
        or (_FUTURE_ON_A_DAY.search(one.text) is not None and not told_as_held(one.text))
    ):
        return True
    return len(sides) > 1 and any(_WILL.match(one.text, actor.end) for actor in sides)


def comes_on_a_day(text: str) -> bool:
    """Whether somebody comes, as of now, on a weekday: ``Am Montag kommt dann der Niederländer nach Berlin``."""
    return any(not told_as_held(text[: hit.start()]) for hit in _COMES_ON.finditer(text)) and not _HISTORIC.search(text)


_COMES = (
    r"(?:kommt|reist|fliegt|besucht|empfängt|begrüßt|erwartet|trifft|comes|visits|travels|flies|receives|hosts|welcomes|vient|"
    r"se rend|reçoit|accueille|arrive|arrives|s['’]envole|heads|sets out|приезжает|прилетает|прибывает|посещает|принимает|"
    r"встречает|едет|летит|собирается|направляется|отправляется|вылетает|отбывает)"
)
_TO_SOMEWHERE = (
    r"\b(?=[^.;:]{0,80}\b(?:(?:nach|in|to|à|en|au|pour|в|на)\s+(?-i:[A-ZÀ-ÝА-Я])|(?:dans la|in die|in the|to the|в)\s+"
    r"(?:[\w-]+\s+)?(?:capitale?|Hauptstadt|столицу)\b))"
)
_COMES_ON = Pattern(
    rf"\b(?:on |am |le |в |во )?(?:{WEEKDAYS}),?\s+(?:[\w'’-]+\s+){{0,6}}?{_COMES}{_TO_SOMEWHERE}|"
    rf"\b{_COMES}\s+(?:dann\s+)?(?:on |am |le |ce |в |во )?(?:{WEEKDAYS}){_TO_SOMEWHERE}|"
    rf"\b(?:on |am |le |в |во )?(?:{WEEKDAYS}),?\s+(?:(?-i:[A-ZÀ-ÝА-Я])[\w'’-]+\s+)?"
    r"(?:empfängt|begrüßt|erwartet|receives|hosts|welcomes|reçoit|accueille|принимает|встречает)\s+(?![.,;:])",
    re.IGNORECASE,
)


def _does_on_a_day(text: str) -> bool:
    """Whether a clause begins with a weekday and has, as of now, a verb of contact: ``Montag sucht X seinen Kollegen auf``."""
    day = _DAY_FIRST.search(text)
    return day is not None and _DOES_BEHIND.match(text, day.end()) is not None and not _HISTORIC.search(text)


_WHEN_HE_COMES = Pattern(
    rf"(?:^|[:;,]\s)(?:wenn|sobald|when|once|lorsque|"
    rf"quand)\b(?=[^.;:]{{0,160}}\b(?:{WEEKDAYS})\b)[^.;:]{{0,160}}?\b(?:kommt|eintrifft|"
    r"anreist|landet|comes|arrives|visits|lands|viendra|arrivera)\b",
    re.IGNORECASE,
)
"""What is to be done when somebody comes on a weekday: ``Wenn am Montag X kommt, will ihm Y``."""
_DAY_FIRST = Pattern(rf"(?:^|[:;]\s)(?:on |am |le |ce |в |во )?(?:{WEEKDAYS})(?: prochain)?\b(?!['’])", re.IGNORECASE)
_DOES_BEHIND = Pattern(
    r",?(?-i:[^.;:]{0,130}?\s(?:(?:calls on|meets|sees|hosts|visits|receives|welcomes)\s|"
    r"(?<!la )(?<!une )(?<!leur )(?<!cette )(?:rencontre|reçoit|accueille|s['’]entretient|se rend)\s|"
    r"(?:trifft|treffen|kommt|kommen|setzt|setzen)\s[^.;:]{0,160}\b(?:zusammen)\b|sucht\s[^.;:]{0,160}\sauf(?=[.,;:]|$)|"
    r"(?:empfängt|besucht|spricht|telefoniert|berät|verhandelt)\s|"
    r"(?:встречается|встречаются|принимает|посещает|созванивается|созваниваются|беседует|беседуют|"
    r"проводит|проводят|навещает)\s))"
)
_HISTORIC = Pattern(r"\b(?:when|as|als|lorsque|quand|когда)\b", re.IGNORECASE)
"""Before what is told as of now, and was."""


def _sets_out_in_a_month(text: str) -> bool:
    """Whether somebody sets out, as of now, in a month without its year or later in this: ``goes to Tokyo in June``."""
    if _SETS_OUT.search(text) is None:
        return False
    month = _MONTH_TO_COME.search(text)
    return (month is not None and is_month(month["month"])) or (next_month(text) and not told_as_held(text))


def will_be_there(one: Told) -> bool:
    """Whether a sentence says that somebody will be, or is on a day, where another party is: ``sera jeudi à Nicosie``."""
    return any(
        place.party not in parties_of(one.named.actors)
        and (_WILL_BE.search(one.text[: place.start]) or _would_travel(one.text, place.start, place.end))
        for place in (*one.named.countries, *one.named.cities)
    )


_ON = rf"(?:(?:on |le |am |в |во )?(?:{WEEKDAYS}|\d{{1,2}}\.? \w+)(?: prochain)?,? )"
_WILL_BE = Pattern(rf"\b(?:(?:will be|sera|будет)\s+{_ON}?|(?:ist|wird)\s+{_ON})(?:in|à|au|en|nach|в)\s+$", re.IGNORECASE)


def _would_travel(text: str, start: int, end: int) -> bool:
    """Whether somebody is to travel to the place from ``start`` to ``end``: ``she would be leaving for``."""
    return _WILL_GO.search(text[:start]) is not None or (
        _WILL_NACH.search(text[:start]) is not None and _TRAVEL.match(text, end) is not None
    )


_WILL_GO = Pattern(
    rf"\b(?:(?:will|would) (?:soon |then |be )?(?:leav|fly|travel|go|head|set(?:ting)? off|depart)\w*\s+(?:for|to)\s+|"
    rf"(?:se rendr|ir|partir|s['’]envoler|repartir)(?:a|ait|ont|aient)\s+{_ON}?(?:à|au|en|pour)\s+|"
    r"(?:по(?:лет|ед|йд)|вылет|отправ|прилет|приед|прибуд)\w*(?:ит|ет|ут|ят)(?:ся)?\s+(?:в|на)\s+)(?:the\s+|la\s+|l['’])?$",
    re.IGNORECASE,
)
_WILL_NACH = Pattern(r"\b(?:wird|werde|würde|will|wolle|werden|wollen)\b[^.;:]{0,50}\b(?:nach|in)\s+$", re.IGNORECASE)
_TRAVEL = Pattern(r"\s+(?:(?:auf|ab)?(?:reisen|fliegen|fahren|brechen)|kommen)\b", re.IGNORECASE)

_MONTH_TO_COME = Pattern(
    rf"\b(?:in|en|au mois de|im|Anfang|Mitte|Ende|début|fin|в|в начале|в конце)\s+(?:early\s+|late\s+|mid-)?"
    rf"(?P<month>{MONTH})\b(?!\s*\d)",
    re.IGNORECASE,
)

_WILL = Pattern(
    r",?\s+(?:will(?! have (?!an?\b|the\b|talks|his|her|their|two|lunch|dinner))|shall|are to|is to|vont|va|doivent|doit|"
    r"\w{3,}ront|werden|wird)\s",
    re.IGNORECASE,
)


_TURN_TO_COME = Pattern(
    r"\bce sera (?:au tour|le tour|à)\b|\bit will be\b[^.;]{0,40}\bturn\b|\bwill be (?:next|the turn of)\b|"
    r"\b(?:ist|sind)\b[^.;]{0,60}\b(?:dran|an der Reihe)\b|\b(?:настанет|придёт|будет) (?:\w+ )?(?:очередь|черёд)\b|"
    r"(?<!, )\bочередь за\b(?=[^.;:]*$)",
    re.IGNORECASE,
)
"""Whose turn it will be."""


_IN_THE_DIARY = Pattern(
    r"\b(?:has|have|ont|hat|haben)\b[^.;:]{0,90}\b(?:(?:in|on) (?:the|their|his|her|its) (?:\w+ )?(?:diary|diaries|calendar|"
    r"calendars|schedule|agenda)|pencilled in|penciled in|lined up|(?:à l['’]agenda|au (?:programme|calendrier))|"
    r"(?:im|in (?:der|ihrer)|auf (?:dem|der)) (?:Termin)?(?:kalender|plan|agenda|programm))\b|"
    r"\b(?:(?:is|are|stands?) (?:now |already |\w+ly )?(?:on|in) (?:the|their|his|her) (?:\w+ )?(?:diary|diaries|"
    r"calendars?|schedules?|"
    r"books)|(?:est|figurent?|sont|inscrite?s?) (?:désormais |déjà )?(?:à l['’]agenda|au (?:programme|calendrier))|"
    r"(?:steht|stehen)\b(?! (?:\w+ )?nicht\b)[^.;:]{0,90}\b(?:im (?:Termin)?kalender|in den Kalendern)|"
    r"im (?:Termin)?kalender\b[^.;:]{0,120}\bsteh(?:t|en))\b|"
    r"\b(?:(?:стоит|значится|появил\w+) в (?:график|календар|расписани)\w*)|"
    r"\b(?:в (?:график|календар|расписани|повестк)\w*|на (?:понедельник|вторник|среду|четверг|пятницу|субботу|"
    r"воскресенье)|(?:в|во) \w+ на \w+ (?:утра|вечера|дня|часов|часа))[^.;:]{0,60}"
    r"\b(?:стоит|записан\w*|значится|назначен\w*|запланирован\w*|намечен\w*)\b|"
    rf"\bво? (?:{WEEKDAYS})\b[^.;:]{{0,40}}(?<!был )(?<!была )(?<!были )\b"
    r"(?:записан|назначен|намечен|запланирован)[аоы]?\s+(?:\w+\s+)?"
    r"(?:переговор|встреч|бесед|разговор|сеанс|видео|звонок|визит|приём|прием|консультаци)\w*",
    re.IGNORECASE,
)
"""A contact that those who are to have it keep in their diaries."""

_ACCEPTS = Pattern(
    r"\b(?:(?:accept(?:ed|s)|sa(?:id|ys) yes to|"
    r"respond(?:ed|s) (?:favou?rably|positively) to|took up)\b[^.;:]{0,60}\binvitation|"
    r"(?:accepte|répond favorablement à|(?:a|ont) (?:\w+ )?(?:acceptée?|répondu (?:favorablement|positivement) à|"
    r"dit oui à))\b[^.;:]{0,40}\binvitation|"
    r"Einladung\b[^.;:]{0,120}\bangenommen|nimmt\b[^.;:]{0,60}\bEinladung\b[^.;:]{0,60}\ban|"
    r"(?:принял\w*|принимает|согласием на|согласился на|положительно на) приглашени\w+)\b",
    re.IGNORECASE,
)
"""That one side accepts to come, with nothing that tells of its visit."""

_APPOINTMENT = Pattern(
    r"\b(?:(?:a|ont) (?:pris )?rendez-vous|(?:has|have) an? (?:[\w-]+ )?(?:appointment|meeting)|"
    r"у\b[^.;:]{0,140}(?<!был )(?<!была )(?<!были )\b(?:встреча|созвон|переговоры|разговор|беседа) с|(?:ist|"
    r"sind)\b[^.;:]{0,90}\bverabredet(?! worden)|"
    r"(?:hat|haben)\b[^.;:]{0,90}\beinen Termin)\b"
    r"(?! (?:room|behind|hinter)\b)",
    re.IGNORECASE,
)
"""What somebody has, as of now, on a day that is named: ``ont rendez-vous vendredi``."""
_ON_A_DAY = Pattern(
    rf"\b(?:{WEEKDAYS}|tomorrow|завтра|послезавтра|demain|après-demain|übermorgen|"
    rf"(?<!am )(?<!tag )(?<!heute )(?<!gestern )morgen)\b",
    re.IGNORECASE,
)

_COUNTS_ON = Pattern(
    rf"\b(?:counts? on|hopes? to|expects? to|aims? to|compte(?:nt)?|espère(?:nt)?|hofft|hoffen|gedenkt|рассчитыва[ею]т|"
    rf"надеет?ся|"
    rf"наде[ею]тся|хочет|хотят|думает)\b(?=[^.;:]{{0,140}}\b(?:in|en|im|в) (?:early |late |mid-|début |"
    rf"fin )?(?P<month>{MONTH})\b)"
    r"[^.;:]{0,140}?\b(?:meet|see(?:ing)?|speak|visit|receive|host|voir|rencontrer|recevoir|accueillir|se rendre|treffen|sehen|"
    r"sprechen|besuchen|empfangen|увидеть\w*|встретить\w*|поговорить|побывать|посетить|принять|заехать|приехать|прилететь)\b",
    re.IGNORECASE,
)
"""What somebody counts on having in a month: ``compte le voir en juin``."""

_DOES_NOW = (
    r"(?:meets|speaks|receives|hosts|trifft|spricht|telefoniert|empfängt|berät|konferiert|(?:se )?rencontrent?|"
    r"reçoit|accueille|(?<!au )(?<!par )(?<!le )téléphone|s['’]entretien(?:t|nent)|se (?:parlent|retrouvent|réunissent|"
    r"concertent)|confère|"
    r"(?-i:treffen|sprechen|telefonieren|beraten)|"
    r"проводит|встречается|принимает|созванивается|беседует|проводят|встречаются|созваниваются|беседуют)"
)
_NOW_ON_A_DAY = Pattern(
    rf"\b{_DOES_NOW}\s+(?:sich\s+)?(?:on |am |le |ce |в |во )?(?:{WEEKDAYS})\b|"
    rf"\b(?:am |le |в |во )(?:{WEEKDAYS})\s+{_DOES_NOW}\b(?!\s*(?:[.,;:!»“”\"]|$|und\b))",
    re.IGNORECASE,
)
"""What somebody does, as of now, on a weekday: ``spricht am Freitag mit``."""

_NOW_LATER = Pattern(
    r"\b(?:meets|receives|hosts|sees|welcomes|visits|takes a call|sits down|calls on|flies|travels|trifft|empfängt|besucht|"
    rf"spricht|telefoniert|fliegt|reist|sitzt)\b[^.;:]{{0,110}}?\b(?:on|am) (?:{WEEKDAYS})\b(?!['’])",
    re.IGNORECASE,
)
"""The same, where others stand between: ``takes a call from X on Monday``."""
_FUTURE_ON_A_DAY = Pattern(
    r"\b(?:sera|seront|fera|feront|aura|auront|(?:re|par|sur|inter)?v(?:ien|er)d?r(?:a|ont)|\w{2,}(?:era|eront|ira|iront|"
    r"dra|dront|"
    rf"vra|vront))\s+(?:[\w’']+ ){{0,2}}?(?:(?:le |ce )?(?:{WEEKDAYS})|demain|après-demain|le \d{{1,2}})\b",
    re.IGNORECASE,
)
"""What somebody will do, in French, on a day: ``sera jeudi l'hôte de``."""

_WERDEN = Pattern(
    r"\b(?:wird|werden?|soll|sollen|will|wollen)\b[^.;:]{0,200}?\b(?:zusammenkommen|zusammentreffen|treffen|empfangen|"
    r"sprechen|beraten|reisen|fliegen|"
    r"besuchen|begrüßen|telefonieren|verhandeln|konferieren|anrufen|aufsuchen|besprechen|"
    r"unterzeichnen|tagen|reden|sehen|aufbrechen)\b(?=\s*(?:[.,;:!»“\"]|$|und\b))",
    re.IGNORECASE,
)
"""A verb of contact at the end of its clause, of which the other half says that it is to come."""


def still_to_come(occasion: Occasion, words: Lexicon) -> bool:
    """Whether the sentence before, or the one that tells of it, has it planned, and nothing in them was done."""
    first = occasion.told[0]
    before = [one for one in occasion.others if one.sentence.number == first.sentence.number - 1]
    planned = any(cue.means == Status.PLANNED for one in before for cue in words.cues["status"].found(one.text))
    sets_out = any(_SETS_OUT.search(one.text) is not None and not told_as_held(one.text) for one in before)
    tomorrow = any(hit.lastgroup == "tomorrow" for one in before for hit in near_hits(one.text))
    if sets_out and _DOES.search(first.text) and (tomorrow or WEEKDAY.search(first.text)):
        return not told_as_held(first.text)
    return planned and _IS_TO.search(first.text) is not None and not told_as_held(first.text)


_SETS_OUT = Pattern(
    r"\b(?:leaves|travels|flies|heads|sets off|goes on|goes to|reist|fliegt|fährt|bricht|se rend|s['’]envole|part|poursuit|"
    r"отправляется|летит|едет|вылетает)\b",
    re.IGNORECASE,
)


_DOES = Pattern(
    r"\b(?:meets|receives|hosts|sees|awaits|expects|empfängt|trifft|spricht|besucht|erwartet|kommt\b[^.;:]*\bzusammen|"
    r"reçoit|rencontre|accueille|attend|"
    r"s['’]entretient|принимает|встречается|ждет|ждёт)\b",
    re.IGNORECASE,
)
"""Somebody sets out, and what is told next, as of now, is to be: on a weekday, or he leaves tomorrow."""


_IS_TO = Pattern(
    r"\b(?:(?:is|are) to|doit|doivent|должен|должна|должны|will|wird|werden|soll|sollen|\w{3,}(?:ra|ront)|будет|будут)\s+\w",
    re.IGNORECASE,
)
