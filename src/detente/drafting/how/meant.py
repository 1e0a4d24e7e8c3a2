"""What became of a contact that a side only meant, or wished, to have, where no word of a list says so?"""

from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.days.counted import WEEKDAYS
from detente.drafting.days.dates import MONTH
from detente.drafting.how.afterall import HAPPENED
from detente.drafting.how.manner import media_of
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import QUOTED, Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told


def came_of_it(occasion: Occasion, *, alone: bool) -> tuple[Status, Got] | None:
    """What became of a contact that nothing says was held: put off, called off, refused, not answered; None: nothing says."""
    first = occasion.told[0]
    near = [first, *(_behind(occasion) if alone else ())]
    tried = _TRIED.search(first.text) is not None or any(
        {"phone", "letter", "hotline", "video"} & set(media_of(one)) for one in near
    )
    if tried and (silent := next((one for one in near if _no_answer(one.text)), None)) is not None:
        return Status.UNANSWERED, Got(How.INFERRED, silent.text, "nobody answered")
    if not _unheld(occasion):
        return None
    for one in near:
        if _NOT_TO_BE.search(one.text) is not None:
            return Status.CANCELLED, Got(How.INFERRED, one.text, "it is said not to be")
    if (hit := _WISHED.search(first.text)) is not None:
        told = [QUOTED.sub(lambda _: "", one.text) for one in near[1:] if _of_a_side(one, occasion)]
        rest = [first.text[hit.end() :], *told]
        if any(_WILL_NOT.search(text) is not None and _PENDING.search(text) is None for text in rest):
            return Status.DECLINED, Got(How.INFERRED, first.text, "it was wished for, and the other side would not")
    return None


def put_off(occasion: Occasion, *, alone: bool) -> Got | None:
    """What says that a contact that was not held was moved from its day to another; None: nothing does."""
    near = [occasion.told[0], *(_behind(occasion) if alone else ())]
    moved = next((one for one in near if _MOVED.search(one.text) is not None), None) if _unheld(occasion) else None
    return None if moved is None else Got(How.INFERRED, moved.text, "it was to be on another day")


def only_wished(occasion: Occasion) -> bool:
    """Whether a side says that it would like to have it, and nothing that it was."""
    return _unheld(occasion) and _WOULD_LIKE.search(occasion.told[0].text) is not None


def _unheld(occasion: Occasion) -> bool:
    return not any(told_as_held(one.text) or HAPPENED.search(one.text) is not None for one in occasion.told)


def _behind(occasion: Occasion) -> list[Told]:
    number = occasion.told[0].sentence.number
    near = [one for one in (*occasion.told[1:], *occasion.others) if -1 <= one.sentence.number - number <= 1]
    return [one for one in near if not one.earlier and not one.named.others and one.sentence.number != number]


def _of_a_side(one: Told, occasion: Occasion) -> bool:
    named = {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
    return bool(named & set(occasion.parties))


def _no_answer(text: str) -> bool:
    return any(not asked_by_others(text, hit.start(), hit.end()) for hit in _NO_ANSWER.finditer(text))


def asked_by_others(text: str, start: int, end: int) -> bool:
    """Whether what is not answered, between two places, is what the press asked, which no side wanted of the other."""
    return _ASKED_BY_OTHERS.match(text, end) is not None or _ASKED_BEFORE.search(text[:start]) is not None


_TRIED = Pattern(
    r"\b(?:put through|qu['’]on (?:lui|leur) passe|durchgestellt|durchstellen|verbinden lassen|соединить\w*|joindre|"
    r"erreichen|to reach)\b",
    IGNORECASE,
)
"""Somebody wanted the other on the line."""

_ASKED_BEFORE = Pattern(
    r"\b(?:на (?:\w+ )?(?:вопрос|запрос)\w*|auf (?:\w+ )?(?:Frage|Anfrage)\w*|aux? (?:\w+ )?questions?|(?:to )?questions?)\b"
    r"[^.;:]{0,40}$",
    IGNORECASE,
)


_NO_ANSWER = Pattern(
    r"\b(?:no|not|never|nobody|no one|without|n['’]t)\b[^.;:,]{0,40}?\b(?:answer|repl|respon[ds]|pick\w* (?:it )?up|"
    r"(?:rang|called|rung) back|came to the phone)\w*|"
    r"\b(?:sans|aucune|nulle|pas (?:de|(?:eu|reçu|obtenu) (?:de|l['’]honneur d['’]une)))\s*réponse|"
    r"\b(?:ne|n['’])\s?(?:[\w’']+ ){0,3}?(?:pas|jamais|point|rien) (?:encore )?(?:répondu|décroché|rappelé)|"
    r"\b(?:nicht|nie|kein\w*|niemand|ohne|keiner)\b[^.;:,]{0,40}?\b(?:antwort|geantwortet|abgehoben|abgenommen|zurückgerufen|"
    r"Reaktion|reagier|ans Telefon)\w*|\b(?:Antwort|Rückruf|Reaktion)\b[^.;:,]{0,40}?\b(?:nicht|aus|nie)\b|"
    r"\b(?:не|ни|без|нет|никто)\b[^.;:,]{0,30}?\b(?:ответ|трубк|отклик|перезвон|отозвал)\w*|"
    r"\bтрубк\w+[^.;:,]{0,30}?\bне (?:сн|вз|подн|бер)\w+|\bответа\b[^.;:,]{0,30}?\bне(?:т)?\b|\bжд[её]т ответа\b|"
    r"\b(?:promised|a promis|versprach|обещал\w*) (?:de |to )?(?:rappeler|(?:call|ring) back|zurückzurufen|перезвонить)",
    IGNORECASE,
)
"""Nobody picks up, or writes back."""

_ASKED_BY_OTHERS = Pattern(
    r"\s*(?:to |aux? |à |on |auf |на |за |for )?(?:the |des |les |la |une? |die |eine |any |a )?(?:\w+ )?(?:questions?|"
    r"request\w*|"
    r"comment\w*|journalist\w*|reporters?|presse|press|media|Fragen?|Anfragen?|вопрос\w*|запрос\w*|журналист\w*|критик\w*)\b",
    IGNORECASE,
)
"""Of what others asked: nothing that a side wanted of the other."""

_MONTHS = rf"(?:{WEEKDAYS}|(?-i:{MONTH})|\d{{1,2}}\b)"
_SEASON = (
    r"(?:autumn|spring|summer|winter|next year|automne|printemps|été|hiver|rentrée|année prochaine|l['’]an prochain|Herbst|"
    r"Frühjahr|Sommer|Winter|nächste Jahr|осен\w+|весн\w+|лет[оау]|зим\w+|следующ\w+|потом|январ\w+|феврал\w+|март\w*|"
    r"апрел\w+|ма[йея]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+|janvier|février|mars|avril|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|June|July|August|September|October|"
    r"November|December|Januar|Februar|März|Juni|Juli|Oktober|Dezember)"
)
_MOVED = Pattern(
    rf"(?<!ночь )\bсо?\s+(?:{WEEKDAYS}|\d{{1,2}}(?:-го)?(?: [а-я]+)?|\w+шн\w+ дня)\s+на\s+(?:{WEEKDAYS}|\d|{_SEASON})|"
    rf"\bfrom\s+(?:{WEEKDAYS}|\d{{1,2}} \w+)\s+(?:back )?to\s+{_SEASON}|\bvon\s+(?:{WEEKDAYS})\s+auf\s+(?:den\s+)?{_SEASON}|"
    rf"\bde\s+(?:{WEEKDAYS})\s+(?:à|en|au)\s+(?:l['’])?{_SEASON}|"
    r"\b(?:rück|wander|rutsch|slip|slid|gliss)\w*\s+(?:vom|from|du)\s(?=\d|\w+tag\b|\w+day\b|\w+di\b)|"
    rf"\b(?:ce|cela|ça) (?:sera|se fera|attendra) (?:pour |en |à |au )?(?:l['’]|le )?{_SEASON}|"
    rf"\b(?:ne|n['’])\s?(?:[\w’'-]+ ){{1,9}}?qu['’](?:en |à |au )(?:l['’])?{_SEASON}|"
    rf"\b(?:вместо|au lieu (?:de |d['’])|statt|anstatt|instead of)\s?(?:on |am )?(?:{WEEKDAYS}|завтра\w*|сегодня\w*|"
    rf"demain|morgen|"
    r"tomorrow)\b|\bs['’]y rendra (?:en|à l['’]|au )|"
    r"\b(?:pas|non) avant\b|\baux calendes\b|\bnot (?:before|until)\b|\bnicht vor\b|\bне раньше\b|"
    rf"\b(?:will|must|can) (?:now |only )?(?:be|wait|follow|happen)(?: for| in| until| till)?\s+{_SEASON}|"
    rf"\b(?:erst|frühestens) (?:im|in|zum)\s+{_SEASON}|"
    r"\b(?:передвин|сдвин|отодвин|перенес|перенёс|отсрочил|съехал|уехал на|сместил)\w*\b(?!\s+(?:\w+\s+)?(?:учени|поставк|"
    r"закупк|ман[её]вр))(?=[^.;:]{0,60}[.!]?$|"
    r"[^.;:]{0,60}\bна\b)",
    IGNORECASE,
)
"""From the day on which it was to be to another."""

_CONTACT = (
    r"(?:встреч|визит|переговор|разговор|поездк|бесед|при[её]м|rencontre|entretien|visite|appel|rendez-vous|déjeuner|dîner|"
    r"tête-à-tête|voyage|déplacement|réunion|meeting|call|visit|talks|trip|lunch|dinner|Treffen|Gespräch|Besuch|Telefonat|"
    r"Reise)"
)
_NOT_TO_BE = Pattern(
    rf"\b{_CONTACT}\w*\b[^.;:]{{0,120}}?\b(?:не (?:будет|бывать)(?=\s*[.,;]|$)|невозмож\w+|сорв\w+|(?:a|ont) sauté|"
    r"n['’](?:aura|ont|a) (?:plus|pas eu|pas) (?:lieu|été)|"
    r"(?:из|с) (?:программы|графика|расписания|планов|повестки)\b[^.;:]{0,20}?(?:убра|вычерк|исключ|исчез|пропа|выпа|снял|"
    r"снят)\w*|"
    r"(?:убра|вычерк|исключ|исчез|пропа|выпа|снял|снят)\w*\b[^.;:]{0,20}?(?:из|с) (?:программы|графика|расписания|планов|"
    r"повестки)|"
    r"(?:a|ont) été (?:gomm|effac|ray|retir|ôt|sacrifi|enterr)ée?s?|est (?:mort|caduc|compromis|sans objet|à l['’]eau)\w*|"
    r"(?:is|are) (?:now )?(?:off|impossible|dead)|(?:ist|sind) (?:nun |jetzt )?(?:unmöglich|hinfällig|gestorben))|"
    rf"\b(?:a|aura|ont|auront) eu raison (?:du|de la|de l['’]|des)\s*{_CONTACT}|\b(?:il )?n['’]y (?:en )?aura pas\b|"
    rf"\b(?:больше|уже) не (?:собира|поед|приед|намерен|планир|встрет)\w*|\bне до {_CONTACT}\w*|"
    rf"\bput paid to\b[^.;:]{{0,40}}\b{_CONTACT}|\b(?:aus|nichts) (?:dem|der|aus|"
    rf"mit)\b[^.;:]{{0,30}}\b{_CONTACT}\w*[^.;:]{{0,60}}"
    r"\b(?:wird|wurde) (?:nun )?nichts\b",
    IGNORECASE,
)
"""What was to be will not."""

_VERB = (
    r"(?:voir|voient|rencontr\w+|recev\w+|reçu\w*|parl\w+|entretenir|appel\w*|visit\w*|vienne|venir|se rendre|accueill\w+|"
    r"tête-à-tête|retrouv\w+|see|meet\w*|speak|talk\w*|call|receiv\w+|host|come|treffen|sprechen|sehen|telefonieren|besuch\w*|"
    r"empfang\w*|Gespräch|Treffen|встре\w+|вид\w+|увид\w+|поговорить|говорить|принять|приехать|при[её]м\w*|созвон\w+|"
    r"побеседовать|"
    r"разговор\w*|услышать|переговор\w*|посетить|приглаш\w+)"
)
_WOULD_LIKE = Pattern(
    r"\b(?:would (?:like|love|be (?:glad|happy|pleased))|wishes|hopes|is keen|voudrait|aimerait|souhaite(?:rait)?|"
    r"serait (?:heureu\w+|ravie?|honorée?)|cherche à|désire(?:rait)?|tient à|brûle de|demande|réclame|möchte|"
    r"würde (?:sich|gern\w*)|"
    r"wünscht|bittet|wäre (?:froh|dankbar)|(?:хотел|желал)\w* бы|был\w* бы рад\w*|мечтает|желает|добива\w+ся|ищет|"
    r"просит\w*|попросил\w*|"
    rf"напросил\w*)\b(?:[^.;]|(?<=\d)\.){{0,110}}?\b(?:{_VERB}|créneau|demi-heure|quart d['’]heure|slot|Termin|время|"
    rf"место|час\w*|"
    rf"минут\w*)\b",
    IGNORECASE,
)
"""What one side would like to have with the other."""

_WISHED = Pattern(
    r"\b(?:(?:had|have|has)? ?(?:wanted|hoped|wished|offered|proposed|suggested)|would have liked|aurai(?:t|ent) (?:aimé|voulu|"
    r"souhaité)|(?:voul|souhait|propos|espér|tend)ai(?:t|ent)|(?:a|avait|ont) (?:proposé|souhaité|voulu|offert)|offrait|"
    r"proposition|offre|wollten?|hätten? gern|bot\b|schlug\b|Vorschlag|Angebot|хотел\w*(?! бы\b)|предлагал\w*|предложил\w*|"
    rf"предложение|зва(?:л|ла|ли)|приглашал\w*)\b[^.;]{{0,140}}?\b{_VERB}\b",
    IGNORECASE,
)
"""What one side wished for, or proposed."""

_WILL_NOT = Pattern(
    r"\b(?:not(?! only)|never|nothing|no(?! later)|nobody|n['’]t)\b|\bne\b|\bn['’]|\bpas\b(?! plus tard)|\bnon\b|"
    r"\bsans façon\b|"
    r"\bla moue\b|\bnicht\b(?! (?:später|nur))|"
    r"\bnein\b|\bkein\w*\b|\bне\b(?! (?:позднее|позже|раньше|только))|\bнет\b|\bни\b|\bнезачем\b|\bнекогда\b",
    IGNORECASE,
)
"""A word by which the other side would not."""

_PENDING = Pattern(
    r"\b(?:yet|so far|still|encore|toujours|jusqu['’]ici|à ce stade|noch|bisher|bislang|пока|ещ[её] не)\b", IGNORECASE
)
"""What is not decided: nobody refused it so far."""
