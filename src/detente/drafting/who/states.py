"""Which states that a sentence names without an office look like a side of a contact, and how much?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Country, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.who.actors import Actor
from detente.drafting.who.remarks import between_others
from detente.drafting.who.themes import of_another_office, qualifies, shared_with, spoken_of, strikes

_STAFF, _PARTNER, AGENT, _GOAL = 0.7, 0.5, 0.5, 0.4

_TO = Pattern(
    r"\b(?:visit\w*|trip|travel\w*|fl[ey]w?|visite|déplacement|ira|rendra|Besuch|reis\w+|flieg\w+|fährt|"
    r"визит\w*|поездк\w*|полет\w*|полетит|поедет|летит|прибудет|вылет\w*)\b[^.;]*?"
    r"\b(?:to|in|au|aux|en|à|nach|во?)\s+(?:the\s+|die\s+|den\s+|la\s+)?$",
    re.I,
)

_STAFFED = Pattern(
    r"(?:['’]s)?\s+(?:(?:military|defen[cs]e|MoD|senior|top)\s+)*(?:side|officials?|officers?|delegations?|military|"
    r"hosts?|colleagues?|partners?|generals?|"
    r"leadership|commanders?|team|colonels?|officer|envoy|(?:major|lieutenant)[- ]general|General(?:major|leutnant)\w*|Oberst|"
    r"Seite|Delegation|Militärs?|Offiziere?n?|Vertretern?|"
    r"Obersten|Partnern?|сторон\w+|делегаци\w+|полковник\w+|"
    r"военн\w+|партнер\w+|коллег\w+|request|invitation|offer|proposal|armed forces|representatives?|negotiators?|"
    r"guests?|visitors?)\b|['’]s(?=\s+(?:in|on|at|by|over|about|that|who|for|during|this|last|next)\b|[.,;]|$)",
    re.IGNORECASE,
)

_STAFFED_BEFORE = Pattern(
    r"(?:(?<!à )(?<!que )\bcel(?:ui|le) d(?:e|u|e la|e l['’])|(?<!als )\b(?:den|dem|die|der) (?:aus|der|des)|просьб\w+|"
    r"предложени\w+|приглашени\w+|(?:request|proposal|offer) (?:of|from|by)(?: the)?|"
    r"(?:demande|proposition|offre) (?:de|du|d['’])|"
    r"(?:Bitte|Anfrage|Vorschlag|Angebot) (?:aus|von)|partie|côté|délégation|colonels?|généraux|officier|officiers|officiels|"
    r"responsables|militaires|"
    r"représentants|partenaires|hôtes|Generälen?|Offiziere?n?|Unterhändlern?|Delegationen|Militärs|генерал\w*|офицер\w*|"
    r"военны[ем]\w*|"
    r"делегаци\w*|(?:officers?|officials|generals|commanders|negotiators|delegations?|experts|planners|"
    r"Offiziere?n?|Generälen?|Militärs|Delegationen|Vertretern?|Experten|Unterhändlern?|officiers|généraux|militaires|"
    r"experts|"
    r"délégations|офицер\w*|военны[ем]\w*|генерал\w*|делегаци\w*|представител\w*|эксперт\w*)"
    r"\s+(?:of|from|aus|von|d[eu]s?|из|от)(?:\s+(?:the|la|le|l['’]|der|den))?)\s+$",
    re.IGNORECASE,
)

_WITH_WHOM = Pattern(
    r"(?:\b(?:reach|ring|rang|phoned|telephoned|call|called|dial\w*|contact\w*|joindre|appel(?:er|é|a|ait)|contact(?:er|"
    r"é)|вызвал\w*|вызывал\w*|erreich\w*|"
    r"anrufen|with|avec|"
    r"mit|с|со|(?:a|the|secure|direct|military|red)\s+(?:tele)?(?:line|phone) to|дозвонит\w+ (?:до|в)|позвонил\w* в|"
    r"звонил\w* в|"
    r"связаться с|(?:ligne|liaison) (?:\w+ )?vers|Leitung (?:nach|zu)|rief(?:en)? in|numéro de|asked|invited|invite|"
    r"demandé à|invité|gebeten|bat|попросил\w*|(?:answer|reply|response|word|réponse|Antwort|"
    r"ответа?|"
    r"(?:phone |telephone )?calls?|letters?|envelope|messages?|telegram|cable|appels?|"
    r"coups? de fil|lettres?|pli|télégramme|"
    r"courrier|Anruf|Brief|Schreiben|Umschlag|Kuvert|Botschaft|Telegramm|Depesche|Post|звонок|звонк\w+|письм\w+|послани\w+|"
    r"телеграмм\w+|конверт\w*) (?:from|de|aus|von|из|от)|and|et|und|и|between|entre|zwischen|между)|"
    r"(?:visitors?|visit|delegations?|guests?|"
    r"team|Besuch\w*|"
    r"Gäste|Delegation\w*|visite|délégation|гост\w+|делегаци\w+)\s+(?:from|aus|von|de|du|из))\s+(?:the\s+|la\s+|"
    r"le\s+|l['’]|der\s+)?$",
    re.I,
)

_SENT = Pattern(
    r"\b(?:sent|addressed|dispatched|wrote|written|adressée?s?|envoyée?s?|expédiée?s?|écrite?s?|geschickt|gesandt|schickten?|"
    r"sandten?|gerichtet|schrieb|geschrieben|(?:направи|отправи|посла|написа|адресова)\w+)\b",
    re.IGNORECASE,
)
_SENT_TO = Pattern(r"\b(?:to|à|au|aux|nach|an|в)\s+(?:the\s+|la\s+|l['’]|die\s+)?$", re.IGNORECASE)
"""Before whom a letter was for: ``die er nach Minsk geschickt hat``."""

_SENT_THEM = Pattern(r"\b(?:sent|wrote|handed|schickten?|sandten?|schrieb|übergab)\s+(?:the|dem|der)\s+$", re.IGNORECASE)
_MINISTRY = Pattern(r"(?:['’]s)?\s+(?:ministry|side|ministerium\w*|seite)\b", re.IGNORECASE)
"""The same, without a word before it: ``sent the Russian ministry a letter``."""

_TO_CAPITAL = Pattern(
    r"\b(?:arrived|landed|arrivée?|angekommen|eingetroffen|прибыл\w*|прилетел\w*)\b[^.;,]{0,40}$", re.IGNORECASE
)

_THEN_THERE = Pattern(
    r"(?:[\w.]+,?\s+){0,4}?(?:dann|then(?:\s+(?:came|it was|on to|to))?|next (?:came|stop:?)|puis|ensuite|"
    r"étape(?:\s+suivante)?(?:\s*:)?"
    r"(?:\s+(?:en|au|à|aux))?|cap sur|folgte|weiter nach|затем|потом|дальше)\s+(?:the\s+|la\s+|l['’])?",
    re.IGNORECASE,
)
"""Before the next place of a journey: ``Am Dienstag dann``."""

_DATELINE = Pattern(
    r"(?:[A-ZÀ-ÝА-ЯЁ][A-ZÀ-ÝА-ЯЁ .'’/-]{2,40}|[A-ZÀ-ÝА-ЯЁ][\w.'’-]+(?: [A-ZÀ-ÝА-ЯЁ][\w.'’-]+)?)"
    r"(?:,\s[^;—–]{0,28}?)?(?:\s*\([^)]{1,40}\))?(?:\s*(?:—|–|--|-)\s|(?<=[A-ZА-ЯЁ])\.\s|\.\s(?=[A-ZА-ЯЁ]))"
)
"""``PARIS, 4 avril (Agence) —`` and the like: where and when it was written."""


def states_in(one: Told, own: Sequence[str], words: Lexicon, *, half_told: bool = False) -> list[Actor]:
    """States that the sentence names without an office, by how much they look like a side of a contact.

    ``half_told`` where the sentence before tells of a contact, and not yet with whom it was.
    """
    if _EMBASSY.search(one.text) and not one.reporting:
        return []
    found = []
    for country in one.named.countries:
        if country.party in own or any(a.start <= country.start < a.end for a in one.named.actors):
            continue
        weight = _as_side(one, country, words)
        if weight:
            found.append(Actor(country.party, None, country.start, country.end, sure=False, weight=weight))
    if (row := _in_a_row(one, own)) and (one.media or attended(one) or half_told):
        return row
    best = max((actor.weight for actor in found), default=0.0)
    need = 2 - len(own)
    stops = destinations(one) if need == 1 else []
    if (chief := next((a for a in found if a.weight == best and a.party in stops), None)) is not None:
        return [replace(chief, party=party) for party in stops if party not in own]
    return sorted([actor for actor in found if need > 1 or actor.weight == best], key=lambda a: -a.weight)[:need]


def destinations(one: Told) -> list[str]:
    """The states of which a sentence says that a journey is to them all: ``his trip to Vietnam and Myanmar``; else none."""
    row: list[Country] = []
    for country in sorted((*one.named.countries, *one.named.cities), key=lambda each: each.start):
        if row and _AND_TO.fullmatch(one.text[row[-1].end : country.start]):
            row.append(country)
        elif len(row) > 1:
            break
        else:
            row = [country] if _TO.search(one.text[: country.start]) else []
    parties = list(dict.fromkeys(country.party for country in row))
    return parties if len(parties) > 1 else []


_AND_TO = Pattern(
    r"\s*(?:,|,?\s*(?:and|et|und|и|sowie|as well as|ainsi qu(?:e\b|['’])))\s*(?:(?:then|dann|puis|затем)\s+)?"
    r"(?:(?:to|in|nach|aux?|en|à|во?)\s+)?(?:the\s+|die\s+|den\s+|la\s+)?",
    re.IGNORECASE,
)
"""Between two states to which one journey is."""


_EMBASSY = Pattern(
    r"\b(?:embass(?:y|ies) (?:staff|representatives|officials|people|employees)|(?:staff|representatives|people|officials) "
    r"(?:of|from) the embass\w+|(?:représentants|personnels?|membres|employés) de(?:s| l['’]) ?ambassades?|"
    r"Botschafts(?:vertreter|mitarbeiter|angehörige|personal)\w*|(?:сотрудник|представител|работник)\w* посольств\w*)\b",
    re.IGNORECASE,
)
"""Who stands for a state, and not for its defence."""

_BETWEEN = Pattern(
    r"\s*(?:,|and|et|und|и|,\s*and)\s+(?:the\s+|la\s+|le\s+|les\s+|l['’]|der\s+|die\s+|de\s+|du\s+|d['’]|des\s+)*",
    re.IGNORECASE,
)


_BUT = Pattern(r"(?:but|yet|however|still|so|mais|or|pourtant|toutefois|doch|aber|jedoch|но|однако|зато),?\s+", re.IGNORECASE)

_HEADED = Pattern(r"[^.;:,]{3,40}:\s")
"""What heads a sentence before the state that acts in it: ``Aussage gegen Aussage: Kiew will``."""

_ATTENDED = Pattern(
    r"\b(?:represented|took part|taking part|attended|present|représentée?s|participa\w+|ont pris part|présents|vertreten|"
    r"at the table|around the table|among those|in attendance|parmi les (?:présents|participants|invités)|autour de la table|"
    r"unter den (?:Teilnehmern|Gästen)|am Tisch|среди (?:участников|гостей)|за столом|"
    r"nahmen\b[^.;]{0,40}\bteil|teilgenommen|anwesend|представлен\w+|участвовал\w*|приняли участие)\b",
    re.IGNORECASE,
)
"""Of states that were at a meeting."""


def attended(one: Told) -> bool:
    """Whether a sentence says who was at a meeting."""
    return _ATTENDED.search(one.text) is not None


def _in_a_row(one: Told, own: Sequence[str]) -> list[Actor]:
    """Three states or more that a sentence about a meeting names in a row: ``of Australia, Chile and Fiji``."""
    row: list[Country] = []
    for country in (c for c in one.named.countries if not c.place):
        if row and not _BETWEEN.fullmatch(one.text[row[-1].end : country.start]):
            if len(row) > 2:
                break
            row = []
        row.append(country)
    if len(row) < 3 or spoken_of(one.text, row[0]) or _INFLUENCE.search(one.text[: row[0].start]):
        return []
    return [Actor(c.party, None, c.start, c.end, sure=False, weight=_STAFF, several=True) for c in row if c.party not in own]


_INFLUENCE = Pattern(
    r"\b(?:influence|presence|activit\w+|role|interference|meddling|situation|crises|conflicts?|wars?|operations?|missions?|"
    r"présence|ingérences?|rôle|crises?|conflits?|guerres?|opérations|"
    r"Einfluss\w*|Präsenz|Rolle|Einmischung\w*|Lage|Konflikte?n?|Kriege?n?|Krisen?|Einsätze?n?|"
    r"влияни\w+|присутстви\w+|рол\w+|вмешательств\w+|ситуаци\w+|положени\w+|конфликт\w*|войн\w*|операци\w+)\s+"
    r"(?:in|en|au|aux|à|dans|в|во)\s+(?:the\s+|dem\s+|der\s+|la\s+|le\s+|les\s+)?$",
    re.IGNORECASE,
)
"""Before states where something is that was spoken of: ``Iran's influence in Yemen, Lebanon and Syria``."""

_REPORTERS = Pattern(
    r"\b(?:journalist\w*|reporters?|correspondents?|Reporter\w*|Korrespondent\w*|correspondante?s?|журналист\w*|"
    r"корреспондент\w*)\s+"
    r"(?:from|of|aus|von|de|du|из)\s+(?:the\s+|la\s+|der\s+)?$",
    re.IGNORECASE,
)
"""Before the state of somebody who asks questions, and is no side."""


_COMPANY = Pattern(
    r"\s+(?:[\w-]+\s+){0,2}?(?:compan(?:y|ies)|firms?|manufacturers?|shipyards?|arms? ?makers?|contractors?|"
    r"group(?=\s+(?-i:[A-Z]))|"
    r"Konzern\w*|Firm(?:a|en)|Unternehmen\w*|Hersteller\w*|Rüstungs\w+|Werft\w*|групп\w+(?=\s+(?-i:[A-Z«\"“]))|компани\w+|"
    r"фирм\w+|"
    r"концерн\w*|производител\w+|корпораци\w+)\b",
    re.IGNORECASE,
)
_COMPANY_BEFORE = Pattern(
    r"\b(?:groupe|entreprise|société|constructeur|firme|industriel|fabricant|avionneur|chantier)\s+(?:naval\s+)?$",
    re.IGNORECASE,
)
"""A state of which it is a firm that does something."""


_BOTH = Pattern(r"\s+(?:and|et|und|и)\s+(?:the\s+)?", re.IGNORECASE)
_SIDES = Pattern(r"\s+(?:sides|delegations|parties|Seiten?|Delegation\w*|сторон\w+|делегаци\w+)\b", re.IGNORECASE)
"""Behind the second of two of whom it is said: ``the Russian and American sides``."""


_FEELING = Pattern(
    r"\b(?:patience|impatience|anger|irritation|frustration|tensions?|quarrel|row|dispute|feud|war|border|frontier|"
    r"colère|agacement|brouille|querelle|différend|guerre|frontière|Geduld|Ärger|Verärgerung|Streit|Spannungen|Krieg|Grenze|"
    r"терпени\w+|раздражени\w+|ссор\w+|спор\w*|конфликт\w*|войн\w+|границ\w+)\s+(?:with|avec|mit|zu|с|со)\s+"
    r"(?:the\s+|la\s+|le\s+|l['’]|der\s+)?$",
    re.IGNORECASE,
)
"""Before the state of which somebody has had enough, or on whose border something is."""


def states_of_dateline(one: Told) -> tuple[int, list[str]]:
    """Where a sentence begins behind its dateline, and the states of the towns that this names."""
    head = _DATELINE.match(one.text)
    end = 0 if head is None else head.end()
    towns = (*one.named.countries, *one.named.cities)
    return end, list(dict.fromkeys(town.party for town in towns if town.start < end))


def _as_side(one: Told, country: Country, words: Lexicon) -> float:
    begun, _ = states_of_dateline(one)
    if country.start < begun:
        return 0.0
    before, after = one.text[begun : country.start], one.text[country.end :]
    if (
        shared_with(one.text, country)
        or spoken_of(one.text, country)
        or strikes(one.text, country.start, country.end)
        or _REPORTERS.search(before)
        or _COMPANY.match(after)
        or _COMPANY_BEFORE.search(before)
        or between_others(before)
        or _FEELING.search(before)
        or of_another_office(one.text, country, one.named.others)
    ):
        return 0.0
    if any(means == "letter" for means, _ in one.media):
        if _SENT_THEM.search(before) and _MINISTRY.match(after):
            return _STAFF
        if _SENT_TO.search(before) and (_SENT.search(before) or _SENT.search(after)):
            return _PARTNER
    both = next((c for c in one.named.countries if _BOTH.fullmatch(one.text[country.end : c.start])), None)
    if _STAFFED.match(after) or _STAFFED_BEFORE.search(before) or (both and _SIDES.match(one.text, both.end)):
        return _STAFF
    if qualifies(one.text, country):
        return 0.0
    if _WITH_WHOM.search(before):
        return _PARTNER
    begins = len(before) < 5 or _BUT.fullmatch(before) is not None or (begun == 0 and _HEADED.fullmatch(before) is not None)
    if begins and not re.match(r"\s*[(,.:—–-]", after):
        return AGENT
    if _THEN_THERE.fullmatch(before):
        return AGENT
    if _TO.search(before) or _TO_CAPITAL.search(before):
        return _GOAL + (0.1 if words.cues["status"].first(one.text) else 0.0)
    return 0.0
