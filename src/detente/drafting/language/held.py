"""Does a sentence tell of a contact as of something that took place?"""

import re

from detente.drafting.language.patterns import Pattern

_BEFORE_HELD = Pattern(
    r"\b(?:spoke|met|held|did (?:speak|meet|talk|call|confer)|"
    r"discussed|talked|received|rang|called|phoned|telephoned|told|hosted|welcomed|signed|"
    r"agreed(?! on (?:the )?(?:\d[^.;,]{0,20} for (?:the|their|a|his|her|talks)|(?:a|on an?) (?:(?:new )?date|visit|trip))\b)|"
    r"visited|"
    r"lasted|went on for|(?:a|avait) duré|dauerte\w*|длил\w+|продлил\w+|sat (?:down|across|together)|conferred|"
    r"had (?:an? )?(?:[\w-]+ ){0,4}?(?:meeting|talks|call|conversation|exchange|chat)(?=\s(?:with|in|on|about|by)\b)|"
    r"had (?:[\w'’-]+ ){1,6}?over(?= (?:for|to)\b|[.,;])|"
    r"co-?chaired|co-?hosted|exchanged views|(?:a|ont) (?:co)?présidé|"
    r"(?:a|ont) conféré|konferierten?|tagten|tauschten? sich|begrüßten?|сопредседательствовал\w*|пообщал\w*|"
    r"took (?:\w+ ){0,3}(?:hours?|minutes)|заня\w+ [^.;]{0,25}\b(?:час\w*|минут\w*)|"
    r"took stock|(?:came|got) together|saw (?:each other|one another)|consulted(?! by\b)|konsultierten?|"
    r"sahen (?:sich|einander)|увиделись|виделись|"
    r"s'est entretenu\w*|(?:a|ont) (?:reçu|rencontré|accueilli|signé)|(?:a|ont) été (?:reçu|accueilli)\w*|"
    r"(?:a|ont) (?:\w+ )?(?:téléphoné|appelé)(?! à (?:une?|la|des|l['’])\b)|ont (?:discuté|échangé|évoqué)|(?:a|"
    r"ont) (?:\w+ )?(?:parlé|conversé|dialogué) (?:\w+ ){0,3}(?:avec|par|au téléphone|"
    r"en visio)|se sont \w+|"
    r"s['’]étaient (?:\w+ )?(?:vue?s|parlé|retrouvée?s|réunie?s|rencontrée?s|entretenue?s|consultée?s|donné rendez-vous)|"
    r"(?:wurden?|worden)\b[^.;]{0,80}\bempfangen|(?:kam|"
    r"kamen)\b[^.;]{0,80}\bzusammen|"
    r"(?:hat|haben) sich\b[^.;]{0,240}\b(?:abgestimmt|besprochen|ausgetauscht|verständigt|beraten|getroffen)|"
    r"l['’](?:y )?attend(?:ait|aient)|(?:awaited|was (?:waiting for|awaiting)) (?:him|her|them)|erwarteten? (?:ihn|sie)|"
    r"жд(?:ал[аи]?|али) (?:его|е[её])|"
    r"traf|trafen|empfing|sprach|sprachen|telefonierten?|vereinbarten(?! (?:\w+e[nrms] )?\w*(?:besuch|treffen|termin|"
    r"gespräch|telefonat|"
    r"reise|visite|begegnung|unterredung)\b)|unterzeichneten|berieten|(?:hat|"
    r"haben)\b[^.;]{0,80}\b(?:getroffen|"
    r"gesprochen|telefoniert|empfangen|beraten|unterzeichnet)|(?:hat|haben)\b(?:[^.;]|(?<=\d)\.){0,240}gespräche? geführt|"
    r"(?:ist|sind)\b(?:[^.;]|(?<=\d)\.){0,300}\bzusammenge(?:kommen|troffen)|"
    r"(?:a|ont) (?:[\w']+ )?(?:eu|tenu) (?:[\w']+ )?(?:une?|des|deux|trois) (?:[\w']+ )?(?:entretien|échange|rencontre|"
    r"discussion|conversation|réunion|tête-à-tête|séance)s?(?! à (?:la )?presse)|"
    r"говорил\w*|поговорил\w*|беседовал\w*|побеседовал\w*|"
    r"переговорил\w*|провел\w*|провёл|обсудил\w*|встретил\w*|подписал\w*|"
    r"договорил\w*(?! о (?:поездк|визит|встреч|приезд|разговор)\w*)|принял\w*|созвонил\w*)\b",
    re.IGNORECASE,
)


def told_as_held(text: str) -> bool:
    """Whether a sentence has a verb that tells of a contact as of something that took place."""
    return _BEFORE_HELD.search(text) is not None


def not_only_reported(text: str) -> bool:
    """The same, but for what somebody told those who are no side: ``told a committee that he would``."""
    return told_as_held(_TOLD_TO_OTHERS.sub(lambda hit: "", text))


_TOLD_TO_OTHERS = Pattern(
    r"\btold (?:[\w'’-]+ ){0,3}?(?:us|reporters|journalists|committee|parliament|lawmakers|deputies|senators|MPs|staff|aides|"
    r"Pentagon|embassy|ministry|attaché|side|"
    r"cabinet|(?:news)?paper|radio|television|agency|broadcaster|Reuters|Associated Press|(?-i:AFP|AP|BBC|CNN|Times|Post|"
    r"Herald|Guardian|Tribune|Telegraph|Gazette|Chronicle|Standard|Observer|News|Mail|Daily \w+))\b",
    re.IGNORECASE,
)


def past_in_russian(text: str) -> bool:
    """Whether a text has a Russian verb of the past, whatever it means: ``уточнили``, ``завтракали``."""
    return _RUSSIAN_PAST.search(text) is not None


_RUSSIAN_PAST = Pattern(
    r"\b(?!(?:генера|адмира|матери|персона|капита|кварта|филиа|сигна|вокза|журна|нача|недел|модел|должны|был|мог)\w*)"
    r"[а-яё]{2,}(?<!те)(?:[аеиоуыяё]л(?:[аио]?(?:сь)?|ся)|шли|шла)\b"
)
