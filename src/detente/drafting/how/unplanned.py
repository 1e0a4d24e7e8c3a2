"""Does a sentence say that nobody plans, or asked for, the contact of which it speaks?"""

from re import IGNORECASE

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern

_ENOUGH, _RATHER = 1.2, 1.0


def unplanned(text: str, *, said_to_be: bool) -> float:
    """The weight of what says so; none where something was held after all.

    ``said_to_be`` where a word tells what became of a contact, or is to: what somebody means not to do was refused.
    """
    if _NOT_ASKED.search(text) or _NO_REQUEST.search(text) or (not said_to_be and _NOT_TO.search(text)):
        return _ENOUGH
    if (none := _HELD_NONE.search(text)) is not None and not told_as_held(text[none.end() :]):
        return _ENOUGH
    if told_as_held(_TOLD_THE_PRESS.sub(lambda hit: "", text)):
        return 0.0
    if any(pattern.search(text) for pattern in _FOR_NONE):
        return _ENOUGH
    return _RATHER if _UNPLANNED.search(text) or (not said_to_be and _ONLY_WISHED.search(text)) else 0.0


_TOLD_THE_PRESS = Pattern(
    r"\btold (?:\w+ )?(?:reporters|journalists|the press|lawmakers|parliament|(?:a|the|its|his|her) (?:[\w-]+ )?(?:briefing|"
    r"conference))\b",
    IGNORECASE,
)


def denied_before(before: str) -> bool:
    """Whether what stands behind ``before`` is denied: ``denied reports that he would``."""
    return _DENIED.search(before) is not None


def denied_not(text: str, start: int) -> bool:
    """Whether what is denied from ``start`` on is that something will not be: ``denied a report that he would not travel``."""
    return _DENIED_NOT.match(text, start) is not None


def never_was(text: str) -> bool:
    """Whether somebody says of a contact of which others told that there was none: ``No such call was made``."""
    return _NEVER_WAS.search(text) is not None


_ONE = (
    r"(?:calls?|conversations?|meetings?|talks|visits?|exchanges?|encounters?|appel|entretien|rencontre|conversation|échange|"
    r"visite|réunion|Telefonat|Gespräch|Treffen|Anruf|Besuch|Unterredung|(?:звонк|звонок|разговор|встреч|бесед|переговор|"
    r"визит)\w*)"
)
_NEVER_WAS = Pattern(
    rf"\bno (?:such )?(?:\w+ )?{_ONE}\b(?: of (?:any|that|this) (?:kind|sort))? (?:ever |has |have |had )*(?:took place|"
    rf"taken place|"
    rf"happened|(?:was|were|been) (?:ever )?(?:made|held|placed|received))\b|"
    rf"\bthere (?:was|were|has been|have been|had been|is) (?:never any|never a|no) (?:such )?"
    rf"(?:(?:tele)?phone |video )?{_ONE}\b"
    rf"(?! (?:since|for|until|before|after)\b)|"
    rf"\b(?:un tel|une telle|cet|cette) {_ONE} n['’](?:a|existe|avait) (?:pas|jamais)\b|"
    rf"\bn['’]y (?:a|avait) (?:pas |jamais )?eu (?:aucune? |d['’]|de )(?:tel(?:le)? )?(?:coup de fil|{_ONE})\b(?! depuis)|"
    rf"\baucune? {_ONE} n['’]a (?:été (?:passée?|reçue?|tenue?)|eu lieu)\b|"
    rf"\b(?:ein solche[sr]|dieses|dieser|diesen|das) {_ONE}\b[^.;:]{{0,30}}\b(?:nie|nicht|niemals) (?:gegeben|stattgefunden)|"
    rf"\b(?:ein solche[sr]|einen solchen|dieses|diesen|das) {_ONE} (?:gab|gibt) es (?:nie|nicht)|"
    rf"\b(?:никак|так|эт)\w+ {_ONE} (?:\w+ ){{0,3}}?не (?:было|получал|проводил|состоял|зафиксир)\w*",
    IGNORECASE,
)

_UNPLANNED = Pattern(
    r"(?<!Ersatz ist )(?<!Ersatztermin ist )(?<!Termin ist )(?<!date is )(?<!replacement is )(?<!дата )"
    r"\b(?:nicht|kein\w*|not|no|none|aucune?|rien n['’]est|pas|не)\s+"
    r"(?!(?:new|nouvelle|neue[rn]?|нов\w+) (?:date|termin|дат\w+)\b|ersatz|replacement\b)"
    r"(?:(?!wie\b|as\b|comme\b|как\b)\w+\s+){0,3}?(?:geplant|"
    r"vorgesehen|planned|"
    r"scheduled|prévue?s?|"
    r"запланирован\w*|планируется|намечен\w*)\b",
    IGNORECASE,
)
"""What nobody ever planned is not cancelled either."""

_ONLY_WISHED = Pattern(
    r"\b(?:both|they|two|ministers|and (?-i:[A-Z])\w+) (?:have (?:long )?(?:wanted|hoped|wished)|want|hope|wish|would like) to "
    r"(?:meet|talk|speak|see each other)\b|\b(?:veulent|voudraient|aimeraient|souhaitent|"
    r"rêvent de) (?:depuis longtemps )?(?:se |s['’])"
    r"(?:voir|rencontrer|parler|appeler|entretenir)\b|\b(?:wollen|möchten|würden)\b[^.;:]{0,60}\b(?:gern\w* )?(?:treffen|"
    r"sprechen|"
    r"telefonieren)\b(?=[.,;]|$)|\b(?:хотят|хотели бы|мечтают|надеются|желают)\b[^.;:]{0,20}\b(?:встретиться|увидеться|"
    r"поговорить)\b",
    IGNORECASE,
)
"""What both sides only wish for."""

_NOT_TO = Pattern(
    r"\bnot to (?:meet|speak|talk|call|see)\b|\bnicht (?:zu|mehr) (?:sprechen|treffen|reden|telefonieren|empfangen)\b|"
    r"\bne pas (?:parler|rencontrer|recevoir|appeler)\b|\bне (?:разговаривал\w*|разговаривать|встречаться|беседовать|"
    r"общаться)\b",
    IGNORECASE,
)
"""What somebody means not to do, or did not."""

_TALKS = (
    r"(?:talks|contacts?|conversations?|meetings?|discussions?|negotiations|exchanges?|entretiens?|échanges?|contacts?|"
    r"négociations?|rencontres?|Gespräche?|Kontakte?|Treffen|Verhandlungen|Telefonate?|(?:переговор|встреч|разговор|"
    r"контакт|бесед|"
    r"консультаци)\w*)"
)
_HELD_NONE = Pattern(
    rf"\b(?:has|have|had) (?:held|had|been in) no {_TALKS}|\bheld no {_TALKS}|"
    rf"\bn['’](?:a|ont|avait|avaient) (?:mené|eu|tenu|entretenu|engagé) aucune? {_TALKS}|"
    rf"\bkein(?:e|en|erlei) {_TALKS}\b[^.;:]{{0,60}}\b(?:geführt|gehabt|gepflegt|unterhalten)\b|"
    rf"\b(?:führte|hatte)\b[^.;:]{{0,90}}\bkein(?:e|en|erlei) {_TALKS}|"
    rf"\bникак\w+ (?:\w+ )?{_TALKS}\b[^.;:]{{0,120}}?\bне (?:в[её]л|вела|вели|вед[её]т|ведут|проводил|пров[её]л|имел|"
    rf"поддержива)\w*|"
    rf"\bне (?:в[её]л|вела|вели|вед[её]т|ведут|проводил\w*|пров[её]л\w*|имел\w*) никак\w+ (?:\w+ )?{_TALKS}",
    IGNORECASE,
)
"""What a side says that it did not do at all."""

_NOT_ASKED = Pattern(
    r"\b(?:did|has|had|have) not (?:ask(?:ed)?|sought|seek|request(?:ed)?) (?:to (?:see|meet|speak|talk)|for (?:a|"
    r"any) (?:\w+ )?"
    r"(?:meeting|call|talks))\b|\bn['’](?:a|ont|avait|avaient) pas (?:demandé|cherché|sollicité) (?:à (?:voir|rencontrer|"
    r"parler)|"
    r"(?:de|d['’]) ?(?:rencontre|entretien|appel))|\b(?:bat|baten) nicht um (?:ein|einen)\b|"
    r"\bhat(?:ten?)?\b[^.;:]{0,60}\bnicht um (?:ein|einen)\b[^.;:]{0,40}\bgebeten\b|"
    r"\bне (?:просил|запрашивал|искал)\w* (?:о )?(?:встреч|разговор|переговор)\w*",
    IGNORECASE,
)
"""What nobody asked for."""

_NO_REQUEST = Pattern(
    r"\b(?:has|had|have) (?:received no|not received (?:any|such an?|an?)) (?:\w+ )?(?:request|invitation|demand)s?\b|"
    r"\bn['’](?:a|ont|avait) (?:pas )?reçu (?:aucune|de) (?:\w+ )?(?:demande|invitation)|"
    r"\b(?:hat|habe|haben)\b[^.;:]{0,40}\bkeine (?:Anfrage|Einladung|Bitte)\w*\b[^.;:]{0,40}\b(?:erhalten|bekommen)\b|"
    r"\bне получал\w* (?:никаких |никакого )?(?:запрос|приглашени|просьб)\w*",
    IGNORECASE,
)
"""What nobody was asked for."""

_NO_PLANS = Pattern(
    r"\b(?:no|any) (?:\w+ )?(?:plans?|intention)\b[^.;:]{0,20}\b(?:for|to|of|on)\b|"
    r"\b(?:aucun|pas de|pas d['’]|pas l['’]) ?(?:projet|plan|intention)\b|"
    r"\bn['’]est (?:pas|nullement) (?:question|prévu) (?:qu|de|d['’])|\bkein\w* (?:Pläne?|Absicht\w*|Planung\w*)\b|"
    r"\bsans qu(?:e|['’])[^.;:]{0,90}\b(?:soit|ne soit) (?:prévu|programmé|envisagé|annoncé|au programme)e?|"
    r"\bohne dass\b[^.;:]{0,90}\b(?:geplant|vorgesehen|angesetzt) (?:ist|sei|wäre|war)|"
    r"\bkeine Rede (?:sein|von)\b|\b(?:can be|is) no (?:question|talk) of\b|\b(?:не может быть и речи|речи не ид[её]т)\b|"
    r"\bпланов\b[^.;:]{0,120}\bнет\b|\bнет (?:никаких )?(?:планов|намерени\w+)|"
    r"\bне планир\w+ (?:ни )?(?:встреч|разговор|переговор|провод|провести|встречаться|звон)\w*",
    IGNORECASE,
)
"""Somebody says that there is no plan for it."""

_NOT_AHEAD = Pattern(
    r"\b(?:meeting|call|talks|conversation|encounter|visit|contact)\b[^.;:]{0,120}\b(?:is|are) (?:simply |currently )?not "
    r"(?:on|in|being|about|under)\b|\bnothing (?:has been|had been|is|was|is being) (?:arranged|planned|scheduled|agreed|"
    r"set up|prepared|fixed)\b|"
    r"\b(?:rencontre|entretien|appel|tête-à-tête|visite|échange|discussion)\b[^.;:]{0,120}\bn['’]est (?:pas )?(?:à l['’]|au|à|"
    r"en|d['’])|\brien n['’](?:est|a été) (?:arrêté|prévu|programmé|préparé|convenu)|"
    r"\b(?:meeting|call|talks|conversation|encounter|visit|contact)\b[^.;:]{0,120}\b(?:is|are) (?:out of the question|"
    r"off the table|ruled out)\b|"
    r"\b(?:rencontre|entretien|appel|tête-à-tête|visite|échange|discussion)\b[^.;:]{0,120}\best (?:hors de question|"
    r"exclue?)\b|"
    r"\b(?:Gespräch|Treffen|Telefonat|Besuch|Begegnung|Anruf)\b[^.;:]{0,120}\b(?:ist|sei)\b[^.;:]{0,40}\b(?:kein Thema|"
    r"ausgeschlossen|nicht denkbar|vom Tisch)\b|"
    r"\b(?:встреч\w*|звонк\w+|разговор\w*|переговор\w*|визит\w*)\b[^.;:]{0,120}?\b(?:говорить (?:пока |ещ[её] )?"
    r"(?:рано|преждевременно)|исключен\w*)|"
    r"\b(?:Gespräch|Treffen|Telefonat|Besuch|Begegnung|Anruf)\b[^.;:]{0,120}\b(?:steht|stehe|ist|sei) (?:\w+ )?nicht (?:auf|im|"
    r"an|in|"
    r"bevor|zur)\b|\bnichts (?:geplant|vereinbart|vorbereitet|verabredet)\b|"
    r"\b(?:встреч\w*|звонк\w+|звонок|разговор\w*|переговор\w*|контакт\w*|визит\w*|поездк\w+)\b[^.;:]{0,120}?\b(?:нет\b|"
    r"не (?:готов|планир|намеча|предусм|предвид|ожида|значит|стоит)\w*)",
    IGNORECASE,
)
"""Somebody says of it that it does not lie ahead."""

_NONE_AHEAD = Pattern(
    r"\bnothing to (?:announce|report|preview|read out)\b|\brien à (?:annoncer|signaler)\b|\bnichts (?:anzukündigen|"
    r"mitzuteilen|"
    r"zu vermelden)\b|\b(?:объявить|сообщить|анонсировать|объявлять|сообщать) (?:пока )?нечего|"
    r"\bнечего (?:пока )?(?:объяв|сообщ|"
    r"анонсир)\w+|"
    r"\b(?:Termin|Gespräch|Treffen|Telefonat|Besuch)\b[^.;:]{0,140}\bgibt es (?:derzeit |zurzeit )?nicht\b|"
    r"\b(?:no|not (?:have|see|expect) (?:a|an|any))\s+(?:[\w-]+\s+){0,2}?(?:calls?|meetings?|talks|conversations?|visits?|"
    r"encounters?|trips?|"
    r"contacts?)\b[^.;:]{0,140}?\b(?:to (?:announce|preview|read out|share|report|confirm)|(?:on|in) (?:the|anyone['’]s|"
    r"his|her|"
    r"their|its) "
    r"(?:[\w-]+ )?(?:calendars?|diar(?:y|ies)|agendas?|schedules?|books|cards)|in the (?:works|offing|pipeline|making)|"
    r"(?:being|been) (?:planned|prepared|scheduled|arranged|set up|discussed))\b|"
    r"\bnothing\b[^.;:]{0,30}\b(?:on|in) (?:the|his|her|their|its) (?:[\w-]+ )?(?:calendars?|diar(?:y|ies)|agendas?|schedules?|"
    r"books|cards)\b|"
    r"\b(?:aucune?|pas d['’]|pas de|nul(?:le)?)\s?«?\s?(?:\w+ )?(?:appel|entretien|rencontre|visite|échange|réunion|"
    r"conversation|"
    r"tête-à-tête|déplacement)\b[^.;:]{0,160}?\b(?:à (?:annoncer|signaler|communiquer|confirmer)|à l['’](?:agenda|"
    r"ordre du jour|"
    r"étude|horizon)|(?:dans|sur) (?:l['’]|son |leur |les )agendas?|au (?:programme|calendrier)|ne se prépar\w+|"
    r"en préparation)\b|"
    r"\brien\b[^.;:]{0,40}\b(?:à l['’]agenda|au (?:programme|calendrier))|"
    r"\bkein\w*\s+(?:\w+\s+)?(?:Gespräche?|Telefonate?|Treffen|Besuche?|Begegnung|Reise|Anrufe?|Termine?)\b[^.;:]{0,160}?"
    r"\b(?:anzukündigen|mitzuteilen|zu vermelden|(?:im|in \w+) (?:Termin)?kalender|auf (?:dem|der) (?:Programm|Terminplan|"
    r"Tagesordnung|Agenda)|in Vorbereitung|in Planung)\b|"
    r"\b(?:Termin)?kalender\b[^.;:]{0,120}\b(?:kein\w*|nichts)\b|\bnichts\b[^.;:]{0,40}\bim (?:Termin)?kalender\b|"
    r"\bне (?:может|могут|готов\w*|собира\w+) (?:\w+ )?(?:анонсир|объяв)\w+|\b(?:график|календар|расписани)\w* (?:\w+ )?"
    r"(?:нет|не значит|не стоит)\w*|\bникак\w+ (?:\w+ )?(?:встреч|звонк|разговор|переговор|визит|контакт)\w*\b[^.;:]{0,120}?"
    r"\b(?:не (?:готов|планир|намеча|предвид|ожида|значит|стоит|анонсир)\w*|нет\b)",
    IGNORECASE,
)
"""Somebody says that there is none to announce, or in anybody's diary."""

_UNFOUNDED = Pattern(
    r"\b(?:rumou?rs?|reports?|speculation|rumeurs?|bruits|informations?|Gerüchte?|Berichte?|Meldung\w*|слух\w*|сообщени\w+)\s"
    r"[^.;:]{0,160}\b(?:not (?:been )?(?:confirmed|true)|unfounded|untrue|baseless|false|infondée?s?|sans fondement|fausses?|"
    r"pas (?:été )?confirmée?s?|falsch|unzutreffend|haltlos|unbegründet|nicht bestätigt|не подтверди\w+|беспочвенн\w+|"
    r"ложн\w+|не соответству\w+)\b|\bno truth (?:in|to) (?:the |any )?(?:reports?|rumou?rs?|claims?|speculation)\b",
    IGNORECASE,
)
"""What was only rumoured."""

_NOTHING_TO_SAY = Pattern(
    r"\b(?:asked|questioned|pressed|interrogée?|questionnée?|à la question|gefragt|auf die frage|на вопрос|отвечая)\b[^;]*"
    r"\b(?:nothing (?:to (?:announce|say|report|add)|planned|scheduled|new)|rien (?:à (?:annoncer|dire|signaler|ajouter)|"
    r"de prévu)|"
    r"nichts (?:anzukündigen|mitzuteilen|zu (?:vermelden|sagen|berichten)|bekannt)|(?:нечего|ничего) (?:не )?(?:сообщ|сказ|"
    r"доба|"
    r"объяв|запланир)\w*|nothing (?:on|in) (?:the|his|her)\b|(?:stehe|stünde|steht) nichts\b|nichts im\b|"
    r"rien (?:à l['’]|(?:dans|sur) (?:l['’]|son|le)|ne (?:figur\w+|se prépar\w+)|n['’]est (?:inscrit|fixé))|ничего нет\b)",
    IGNORECASE,
)
"""Somebody who is asked about it has nothing to say."""

_RULED_OUT = Pattern(
    r"\b(?:rul(?:ed|es) out|(?:a|ont) (?:\w+ )?exclu|exclu[te]|schlie(?:ß|ss)t|schloss|исключи\w+)\b[^.;:]{0,40}?"
    r"\b(?:any|tout|toute|jede\w*|jegliche\w*|люб\w+)\s+(?:\w+ )?(?:call|meeting|talks|contact|conversation|encounter|"
    r"échange|rencontre|entretien|contact|appel|discussion|Gespräch|Treffen|Telefonat|Kontakt|Begegnung|разговор\w*|"
    r"встреч\w*|контакт\w*|переговор\w*)\b",
    IGNORECASE,
)
"""Somebody says that there will be none of any kind."""

_DENIES = (
    r"(?:den(?:ied|ies|y|ying)|play(?:ed|s) down|poured cold water on|scotched|reject(?:ed|s)|dismiss(?:ed|es)|refute[ds]|"
    r"dément\w*|démenti\w*|réfut\w+|dementier\w*|"
    r"zurückgewiesen|wies(?:en)?\b(?=[^.;]*\bzurück\b)|bestr(?:itt|eitet)\w*|опроверг\w*|опровергл\w*|отрица\w+|отверг\w*)"
)
_DENIED_PLAN = Pattern(
    rf"\b{_DENIES}\b[^.;]{{0,120}}?\b(?:"
    r"(?:was|were|is|are) (?:preparing|planning|about|due|set|going) (?:to|for|a)\b|(?:would|will|plans? to|intends? to|"
    r"wants? to) "
    r"(?:meet|speak|talk|see|call|receive|host)\b|"
    r"bevorsteh\w+|bevorstünden?|ansteh\w+|(?:geplant|vorgesehen|in Vorbereitung) sei(?:en)?|(?:was|were|is|are) (?:imminent|"
    r"in the works|on the cards|being (?:prepared|planned|arranged))|(?:était|étaient|serait|soit) (?:imminent|en préparation|"
    r"prévu|programmé)\w*|(?:готовит|планирует)ся|предстоит|"
    r"s['’]appr[êe]t\w+ à|se prépar\w+ à|(?:allait|va|vont|allaient|devait|doit|compte|comptait|"
    r"souhait\w+) (?:s['’]entretenir|parler|"
    r"rencontrer|voir|recevoir|appeler)|(?:rencontrera|recevra|appellera|parlera)\b|"
    r"[^.;:]{0,90}?(?:\b(?:vorbereite|plane|anstrebe|beabsichtige|treffe)(?:n|t)?\b|\b(?:werde|"
    r"wolle)n?\b[^.;:]{0,80}(?<!nicht )\b"
    r"(?:treffen|sprechen|telefonieren|empfangen)|\b(?:treffen|sprechen|telefonieren|empfangen) (?:werde|wolle)n?\b)|"
    r"(?:готов\w+ся (?:к|встретиться|провести|обсудить)|собира\w+ся (?:встретиться|поговорить|провести|позвонить)|"
    r"планиру\w+ (?:встре|разговор|провести|поговор)|намерен\w* (?:встретиться|поговорить|провести)|встретится|проведёт|"
    r"проведет)\w*|"
    r"(?:reports?|rumou?rs?|informations?|rumeurs?|Berichte?\w*|Meldung\w*|Gerüchte?\w*|сообщени\w+|слух\w*)\b[^.;]{0,30}?"
    r"\b(?:upcoming|forthcoming|imminent|planned|coming|prochaine?|imminente?|future|bevorstehend\w*|geplant\w*|baldig\w*|"
    r"предстоящ\w+|готовящ\w+|скор\w+|планируем\w+)\b)",
    IGNORECASE,
)
"""Somebody denies that one is to come."""

_DENIED_PREPARED = Pattern(
    rf"\b{_DENIES}\b[^.;:]{{0,60}}?\b(?:visit|call|meeting|trip|talks|visite|rencontre|entretien|appel|déplacement|Besuch|"
    r"Reise|Treffen|Gespräch|Telefonat|визит|встреча|разговор|поездка|звонок)\b[^.;:]{0,90}?"
    r"(?:\b(?:is|was|were|are|be|been|soit|est|était|serait)\s+(?:\w+\s+)?(?:planned|scheduled|prepared|arranged|"
    r"in preparation|"
    r"under (?:consideration|discussion|study|way)|on the cards|à l['’]étude|prévue?|envisagée?|programmée?|en préparation)|"
    r"\b(?:geplant|vorgesehen|vorbereitet|angedacht|in (?:Vorbereitung|Planung)) (?:ist|sei|wäre|war|werde|wird)|"
    r"\b(?:готовится|планируется|намечен\w*|запланирован\w*|рассматрива[ею]тся|прорабатыва[ею]тся))\b",
    IGNORECASE,
)
"""The same, of the contact rather than of who would have it: ``denied that a visit was under study``."""

_DENIED = Pattern(rf"\b{_DENIES}\b[^.;]{{0,140}}$", IGNORECASE)

_DENIED_NOT = Pattern(
    rf"{_DENIES}\b[^.;]{{0,120}}?(?:\b(?:would|will|does|do|did|is|was) not\b|n['’]t\b|\b(?:ne|n['’])\s?[^.;,]{{2,40}}? pas\b|"
    r"\bnicht\b|\bне (?:поедет|приедет|примет|встретится|состоится|полетит))",
    IGNORECASE,
)

_FOR_NONE = (_NO_PLANS, _NOT_AHEAD, _NONE_AHEAD, _NOTHING_TO_SAY, _DENIED_PLAN, _DENIED_PREPARED, _UNFOUNDED, _RULED_OUT)
