"""What looks like a contact of ministers, and is none: ships in port, anniversaries, pleas, what one says that another does?"""

import re

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import QUOTED, Pattern
from detente.drafting.telling import Told


def lookalike(one: Told, weakest: float, *, joined: bool) -> float:
    """The weight of what only looks like a contact in a sentence; ``joined`` where words of contact join its sides."""
    less = 0.0
    if not joined and _BY_ACCOUNT.match(one.text):
        less += 0.6
    if weakest < 0.9 and _PORTS.search(one.text):
        less += 0.6
    if weakest <= _GOAL and _WENT_ON.search(one.text):
        less += 0.6
    if _YEARS_AGO.search(one.text) or (_PLEADED.search(one.text) and not told_as_held(one.text)):
        less += 0.8
    if not joined and any(_OPINION.search(one.text[: actor.start]) for actor in one.named.actors if actor.start > 0):
        less += 0.6
    if not joined and any(_PRAISED.search(one.text[: actor.start]) for actor in one.named.actors if actor.start > 0):
        less += 0.6
    observed = any(_OBSERVED.match(one.text, actor.end) for actor in one.named.actors if actor.start >= 0)
    if not joined and (observed or _only_in_quotes(one)):
        less += 0.6
    if _NO_USE.search(one.text) or (_POSTED.search(one.text) and not told_as_held(one.text)):
        less += 0.6
    if _WAITS_FOR_NONE.search(one.text):
        less += 1.2
    if any(_AGAINST.search(one.text[: actor.start]) for actor in one.named.actors if actor.start > 0):
        less += 0.6
    if not told_as_held(one.text) and not _when(one.text) and (_COULD_BE.match(one.text) or _HAD_I.match(one.text)):
        less += 1.0
    if any(_expected_of(one.text, actor.start, actor.end) for actor in one.named.actors if actor.start > 0):
        less += 1.2
    if weakest < _STRONG and _HEARD_OF.search(one.text):
        less += 1.0
    if _LONG_AGO.match(one.text):
        less += 1.0
    if _HIGH_TIME.match(one.text) and not _when(one.text):
        less += 1.0
    if weakest < _ITS_DEFENCE and _REACTED.search(one.text):
        less += 0.6
    if weakest < _ITS_DEFENCE and _GOVERNING.search(one.text):
        less += 0.6
    if weakest < _ITS_DEFENCE and _HAVE_A_LINE.search(one.text) and not _when(one.text):
        less += 0.6
    return less


_REACTED = Pattern(
    r"\b(?:reacted|react|responded|objected|took exception|looked askance)\b[^.;:]{0,40}\b(?:trips?|visits?|talks|meetings?|"
    r"journeys?|calls?)\b|"
    r"\b(?:critici[sz]ed|condemned|denounced|deplored|(?:a|ont) (?:critiqué|dénoncé|condamné|déploré|peu (?:goûté|"
    r"apprécié)))\s+(?:the|these|this|"
    r"ces|ce|cette|la|le|les)\s+(?:trips?|visits?|talks|meetings?|journeys?|calls?|visites?|déplacements?|rencontres?|"
    r"entretiens?|voyages?)\b|"
    r"\bréagi\b[^.;:]{0,30}\bà (?:ces?|cette|la|l['’])\s?(?:visites?|déplacements?|rencontres?|entretiens?|voyages?)|"
    r"\breagiert\w*\b[^.;:]{0,40}\bauf (?:die|diese|den|das) (?:Reisen?|Besuche?|Treffen|Gespräche?)\b|"
    r"\b(?:auf|an) (?:die|diese|den|das) (?:Reisen?|Besuche?|Treffen|Gespräche?) (?:\w+ )?reagiert|"
    r"\b(?:отозвал|отреагировал|откликнул)\w*\b[^.;:]{0,30}\bна (?:эт\w+|его|е[её]|их) (?:поездк|визит|встреч|переговор|"
    r"контакт)|"
    r"\bна (?:эт\w+|его|е[её]|их) (?:поездк|визит|встреч|переговор|контакт)\w*\s+(?:\w+ )?(?:отозвал|отреагировал|смотр|"
    r"посмотрел|откликнул)",
    re.IGNORECASE,
)
"""What another state only thought of a contact: ``В Баку на эти поездки отозвались раздражённо``."""


def _expected_of(text: str, start: int, end: int) -> bool:
    """Whether somebody only says what whoever is named from ``start`` to ``end`` should do: ``expects his colleague to``."""
    before = text[:start]
    if told_as_held(text):
        return False
    return _EXPECTED_OF.search(before) is not None or (
        _EXPECTED.search(before) is not None and _TO_DO.match(text, end) is not None
    )


_OWN = r"(?:the\s+|his\s+|her\s+|son\s+|sa\s+|seine[mr]\s+|ihre[mr]\s+|свое\w+\s+|его\s+|е[её]\s+)?(?:[\w-]+\s+)?"
_EXPECTED_OF = Pattern(
    rf"\b(?:expect(?:s|ed)? of|attend(?:re|ait)? de|erwarte\w*\b[^.;,]{{0,20}} von|ожида\w+ от|жд[её]т от)\s+{_OWN}$",
    re.IGNORECASE,
)
_EXPECTED = Pattern(rf"\bexpect(?:s|ed)?\s+{_OWN}$", re.IGNORECASE)
_TO_DO = Pattern(r"\s+to\s+(?!arrive|come|visit|travel|fly|be\b|join|host|receive|meet|return)", re.IGNORECASE)


def _when(text: str) -> bool:
    return bool(day_words(text) or dates_in(text))


def _only_in_quotes(one: Told) -> bool:
    """Whether a sentence names its one side where somebody is quoted: ``« Mon collègue a les mêmes soucis »``."""
    sides = [actor for actor in one.named.actors if actor.start >= 0 and actor.party is not None]
    quotes = [(hit.start(), hit.end()) for hit in QUOTED.finditer(one.text)]
    return len(sides) == 1 and any(begun < sides[0].start < end for begun, end in quotes)


_CONTACT = (
    r"(?:conversation|call|meeting|talk|encounter|entretien|conversation|rencontre|appel|dialogue|coup de fil|Gespräch|"
    r"Treffen|Telefonat|Anruf|разговор|встреча|звонок|беседа)"
)
_THAT = r"(?:that|which|who|que|qui|où|dass|d[aie][se]|что|котор\w+)"
_COULD_BE = Pattern(
    rf"(?:(?:an?|any|one|another|une?|ein)\s+)?(?:[\w-]+\s+){{0,2}}?{_CONTACT}\s+(?:(?!{_THAT}\b)[^.;:,«“\"])*?"
    r"\b(?:(?:would|could|might) (?:not |well |hardly )?(?:be|cost|help|do|serve|send|save|make)|need not|needn['’]t|"
    r"(?:ne )?(?:serait|coûterait|aiderait|vaudrait|suffirait)(?! (?:prévue?|en préparation|envisagée?|programmée?))|"
    r"wäre|würde|könnte|бы)\b",
    re.IGNORECASE,
)
"""A contact that nobody had, and of which somebody says what it would be: ``A call between them would be no reward``."""

_HAD_I = Pattern(
    r"(?:if I (?:had|were|could)|had I|were I|si (?:j['’]avais|je pouvais|j['’]étais)|(?:wenn|hätte|dürfte|könnte) ich|"
    r"если бы я|будь я)\b",
    re.IGNORECASE,
)
"""How somebody begins who says what he himself would do."""

_HIGH_TIME = Pattern(
    r"(?:it(?:['’]s| is| would be) (?:\w+ ){0,2}?(?:time|wise|good|better|useful|wiser) (?:that|if|for|the)\b|"
    r"il (?:est|serait) (?:\w+ ){0,2}?(?:temps|bon|sage|utile) (?:que|de)\b|il faudrait que\b|"
    r"(?:avant de|before \w+ing|bevor (?:ich|wir|er|sie|man)|прежде чем)\b[^.;]*\b(?:faudrait|faut|would have to|should|must|"
    r"needs?|müss\w+|braucht\w*|нужн\w+|надо|должн\w+)\b|"
    r"es (?:ist|wäre) (?:\w+ ){0,2}?(?:Zeit|klug|gut|besser|sinnvoll|klüger), (?:dass|wenn)\b|пора\b|(?:стоило|хорошо) бы\b)",
    re.IGNORECASE,
)
"""How somebody begins who says what others should do: ``It is time that the ministers spoke``."""

_ITS_DEFENCE = 0.7
"""The weight of a side that is more than a state, at least."""

_STRONG = 0.9
"""The weight of somebody whom a text names as one of the defence, at least."""

_IT = (
    r"(?:(?:of|about) (?:it|this|that|the (?:call|meeting|talks|conversation|visit|contact|letter|exchange))|"
    r"(?:parler )?(?:de (?:l['’](?:appel|entretien|échange)|la (?:rencontre|visite|conversation|lettre))|du coup de fil)|"
    r"(?:von|über|aus) (?:dem|der) (?:\w+ )?(?:Gespräch|Telefonat|Treffen|Anruf|Besuch|Unterredung|Brief)|"
    r"(?:о|об) (?:этом|н[её]м|ней|звонке|встрече|разговоре|беседе|визите|письме))"
)
_HEARD_OF = Pattern(
    rf"\b(?:(?:heard|learn(?:ed|t)|knew|known|knows?|read|been told|found out|unaware) (?:nothing |only |first )?{_IT}|"
    rf"(?:entendu|appris|eu vent|eu connaissance|su|lu|informée?) (?:parler )?{_IT}|en (?:avoir|avait|a) (?:seulement )?"
    rf"(?:entendu parler|eu (?:vent|connaissance))|(?:avoir|avait|a) (?:tout )?appris (?:la nouvelle|l['’]existence|{_IT})|"
    rf"(?:davon|darüber|{_IT})\b[^.;]{{0,50}}\b(?:gehört|erfahren|gelesen|gewusst|wisse|wusste)|"
    rf"(?:erfuhr|hörte|las|weiß|wusste)\w* (?:erst |nur )?(?:davon|{_IT})|"
    rf"(?:слышал|услышал|узнал|знал|знает|прочитал|прочёл)\w* {_IT})\b",
    re.IGNORECASE,
)
"""Of a contact of others, of which somebody only heard: ``A Kenyan officer said he had heard of it``."""

_HAVE_A_LINE = Pattern(
    r"\b(?:have|possess|share|maintain|ont|possèdent|partagent|haben|besitzen|verfügen über|unterhalten|есть|имеют|"
    r"существует)\s+(?:[\w-]+\s+){0,3}?(?:hotlines?|(?:red|direct|crisis) (?:line|phone|telephone)s?|téléphone rouge|"
    r"ligne (?:directe|rouge)|"
    r"heißen Draht|rotes Telefon|Direktleitung|горяч\w+ лини\w+|прям\w+ лини\w+)\b",
    re.IGNORECASE,
)
"""A line that two states have, which is no call yet: ``A and B have a hotline that nobody trusts``."""

_GOVERNING = Pattern(
    r"\b(?:government|parliament|cabinet|lawmakers|gouvernement|parlement|Regierung|Kabinett|Parlament|правительство|"
    r"парламент)\s+(?:(?:has|have|had|a|ont|hat|late|finally|\w+ly)\s+)?(?:signed|agreed|approved|passed|adopted|signé|"
    r"approuvé|adopté|voté|décidé|convenu|(?:[\w'’-]+\s+){0,6}?(?:vereinbart|beschlossen|gebilligt|unterzeichnet)|"
    r"подписал\w*|одобрил\w*|утвердил\w*|принял\w*)\b",
    re.IGNORECASE,
)
"""What a government or a parliament decides by itself: ``In Vilnius the government signed off the budget``."""

_OPINION = Pattern(
    r"\b(?:jugé|estimé|considéré|trouvé|pense|estime|juge|thinks|believes|judged|considers?|reckons|meinte|meint|findet|"
    r"fand|glaubt|"
    r"считает|полагает|думает)\b[^.;:,]{0,20},?\s*(?:que|qu['’]|that|dass|что)\s+(?:(?:son|sa|his|her|sein\w*|ihr\w*|его|"
    r"е[её]|le|la|"
    r"the|der|die)\s+)?$",
    re.IGNORECASE,
)
"""Before a side of whom another only has an opinion."""

_PRAISED = Pattern(
    r"\b(?:praised|lauded|hailed|admires?|admired|envies|quoted|a (?:loué|encensé|cité)|lobte|lobt|würdigte|bewundert\w*|"
    r"zitierte|"
    r"похвалил\w*|процитировал\w*|wirft|warf)\b[^.;:,]{0,80}$",
    re.IGNORECASE,
)
"""Before a side of whom another only says what it thinks of it."""

_OBSERVED = Pattern(
    r",\s+(?:a-t-(?:il|elle|on)\s+\w+|(?:dit|disait|estime|juge|selon|d['’]après)[-\s](?:il|elle|lui)|(?:he|she) (?:said|"
    r"says|noted|observed|"
    r"added|argued)|(?:said|noted|observed) (?:he|she|the minister)|(?:sagte|sagt|meinte|so) (?:er|sie|der Minister|"
    r"die Ministerin)|"
    r"(?:сказал|заметил|отметил|считает|добавил)\w* (?:он|она|министр)|по (?:его|е[её]) (?:словам|мнению))\b",
    re.IGNORECASE,
)
"""Behind a side of whom another only says something: ``Son homologue, a-t-elle observé, a les mêmes contraintes``."""

_NO_USE = Pattern(
    r"\b(?:telephones?|phones?|calls?|calling|talks?|talking|meetings?|speaking)\b[^.;,]{0,25}\b(?:no|of no|little) (?:use|"
    r"point|good|sense)\b|"
    r"\b(?:no|little) (?:use|point|sense) (?:in )?(?:talk|call|meet|speak|phon)\w*|"
    r"\b(?:parler|téléphon\w+|dialogu\w+|se voir|rencontr\w+)\b[^.;,]{0,25}\bne (?:sert|servirait) à rien\b|"
    r"\b(?:Telefon\w*|Reden|Gespräch\w*|Treffen)\b[^.;,]{0,25}\b(?:bring\w*|brächten?|nütz\w+) nichts\b|"
    r"\b(?:звон|разговор|переговор|встреч)\w*\b[^.;,]{0,20}\b(?:нет смысла|бесполезн\w+)",
    re.IGNORECASE,
)
"""What somebody says would lead to nothing."""

_POSTED = Pattern(
    r"\b(?:wrote|written|posted|posts?|écrit|publié|posté|schrieb|geschrieben|gepostet|написал\w*|"
    r"опубликовал\w*)\b[^.;]{0,30}\b"
    r"(?:on|sur|auf|bei|в|via)\s+(?:the\s+)?(?:Facebook|X|Twitter|Telegram|Instagram|Weibo|LinkedIn|соцсет\w*|фейсбук\w*|"
    r"телеграм\w*)\b",
    re.IGNORECASE,
)
"""What was written to everybody."""

_WAITS_FOR_NONE = Pattern(
    r"\b(?:not (?:be )?waiting (?:by|for|on)|not going to (?:call|ring|phone|telephone)|(?:n['’]attend\w*|"
    r"pas attendre)(?: pas)? "
    r"(?:d['’]|l['’]|de |un |à )?(?:appel|coup de|visite|rencontre|côté du téléphone)|"
    r"wart\w*\s+[“\"„«]?nicht (?:auf|am)|не (?:жд[её]т|"
    r"жду|станет ждать|собирается ждать) (?:звонк|встреч|приглашени|визит))",
    re.IGNORECASE,
)
"""What somebody says that he does not wait for."""

_AGAINST = Pattern(
    r"\b(?:threat|directed|aimed|menace|dirigée?s?|visant|Drohung|gerichtet|угроз\w+|направлен\w*)\s+(?:against|at|contre|"
    r"gegen|"
    r"против|для)\s+(?:the\s+|le\s+|la\s+|den\s+|die\s+)?$",
    re.IGNORECASE,
)
"""Before a side against whom something is, or is not, meant."""


_GOAL = 0.5
"""The weight of a state that is only travelled to, at most."""

_WENT_ON = Pattern(
    r"\b(?:fl(?:ew|ies) (?:on|home|back)|travell?ed on|went on to|continued to|headed (?:on |home|back)|"
    r"s['’]est (?:ensuite )?envolée?|"
    r"a (?:ensuite )?(?:gagné|regagné|poursuivi)|(?:flog|reiste|fuhr)\b[^.;]{0,50}\bweiter|улетел\w*|вылетел\w*|"
    r"отправил(?:ся|ась) (?:далее|дальше))\b",
    re.IGNORECASE,
)
"""Somebody leaves for where nobody is said to have received him."""

_BY_ACCOUNT = Pattern(
    r"(?:according to|in the words of|selon|d['’]après|à en croire|aux dires d|nach (?:Darstellung|Angaben|Worten)|laut|"
    r"по словам|"
    r"по версии|по данным)\b",
    re.IGNORECASE,
)
"""Whose account it is of what another does."""

_PORTS = Pattern(
    r"\b(?:frigates?|destroyers?|warships?|ships?|carriers?|flotilla|port calls?|port visits?|ports|harbours|frégates?|"
    r"navires?|"
    r"bâtiments?|escales?|porte-avions|Fregatten?|Schiffe?n?|Häfen|Hafenbesuch\w*|Verband\w*|фрегат\w*|корабл\w+|порт(?:ы|"
    r"ов|ах)|"
    r"отряд\w* кораблей)\b[^.;]{0,80}\b(?:call(?:s|ed)? at|visit\w*|ports|harbours|escale|visit\w+|besuch\w*|Häfen|"
    r"anlaufen|läuft|laufen|"
    r"зайд\w+|заход\w*|порт\w*|посет\w+)\b",
    re.IGNORECASE,
)
"""Where ships put in, which is no contact of ministers."""

_YEARS_AGO = Pattern(
    r"\byears ago (?:this|today|on|last|next)\b|\bil y a \w+ ans (?:ce|cette|jour|aujourd)|\bvor \w+ Jahren (?:diese|"
    r"in dies|um diese|heute)|"
    r"\b(?:лет|года) назад в эт\w+",
    re.IGNORECASE,
)
"""What is remembered on its anniversary."""

_LONG_AGO = Pattern(
    r"(?:[\w-]+ )?(?:years|decades) ago\b|il y a (?:[\w-]+ ){1,3}ans\b|vor (?:[\w-]+ ){1,2}(?:Jahren|Jahrzehnten)\b|"
    r"(?:[\w-]+ ){1,2}(?:лет|года) назад\b",
    re.IGNORECASE,
)
"""How a sentence begins that looks years back."""

_PLEADED = Pattern(
    r"\b(?:(?:a |ont )?plaid(?:é|e|ent|aient|ait) |pleaded|pleads|call(?:ed|s|ing) (?:again )?for (?:talks|a meeting|"
    r"dialogue|the|both|closer)|"
    r"appel(?:é|le|lent) à (?:une?|des|la)|plädiert\w*|sprach sich\b[^.;]{0,40}\bfür|warb\b[^.;]{0,30}\bfür|"
    r"выступил\w* за|высказал\w* за|"
    r"призвал\w* к)",
    re.IGNORECASE,
)
"""What somebody only spoke in favour of."""
