"""Is the day that a sentence beside a contact names that of something else: of what begins, an arrival, an offer?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def of_another_matter(one: Told, *, ahead: bool) -> bool:
    """Whether a sentence that does not tell of the contact itself names the day of something else, and of no contact.

    ``ahead`` where the contact is still to come.
    """
    if told_as_held(one.text):
        return False
    if _ARRIVED.search(one.text) is not None and _EVE.search(one.text) is not None:
        return True
    return _CONVEYED.search(one.text) is not None or (not ahead and _BEGINS.search(one.text) is not None)


def has_arrived(text: str) -> bool:
    """Whether a sentence says that somebody came somewhere."""
    return _ARRIVED.search(text) is not None


def behind_incident(before: str) -> bool:
    """Whether a sentence begins with what was before its contact, and when: ``Nach dem Absturz am 2. Mai``."""
    return _AFTER_INCIDENT.match(before) is not None and _ITSELF.search(before) is None


_AFTER_INCIDENT = Pattern(
    r"(?:[^.;:]{0,50}(?:[—–:]|\s-)\s)?(?:"
    r"(?:After|Following|In the wake of|In response to)\s+(?:the|an?|last|[\w’']+['’]s)\s|"
    r"(?:Nach|Infolge|Als Reaktion auf)\s+(?:de[rmn]|einem|einer|eine)\s|"
    r"(?:Après|Suite à|À la suite d[eu'’])\s?(?:l[ae']|l’|une?|les|des)|"
    r"(?:После|Вслед за|В связи с)\s[а-яё])[^.;:,]{3,80}$",
)
_ITSELF = Pattern(
    r"\b(?:\w*calls?|\w*meetings?|talks|\w*visits?|conversation|letter|trip|summit|conference|exchange|stop|session|entretiens?|rencontre|appel|"
    r"visite|réunion|échange|sommet|lettre|étape|passage|\w*treffens?|\w*telefonat\w*|\w*gespräch\w*|\w*besuchs?|\w*reise|\w*konferenz|"
    r"\w*gipfels?|\w*sitzung|Brief\w*|Station|встреч\w*|разговор\w*|визит\w*|звонк\w*|переговор\w*|поездк\w*|саммит\w*|письм\w*|"
    r"заседани\w*|совещани\w*)\b",
    re.IGNORECASE,
)
"""What the day behind such a beginning is one of, where it is a contact."""


def planned_in(text: str, place: int) -> bool:
    """Whether a clause tells before ``place`` of a plan, an invitation, a journey to come: ``invited him to Warsaw on``."""
    return _TO_COME.search(text[:place]) is not None


_TO_COME = Pattern(
    r"\b(?:will(?! have)|(?:is|are) (?:to|due|set|expected)|plans? to|intends? to|invit\w+|agreed to (?:meet|visit|travel)|"
    r"doit|doivent|devrait|devraient|compte\w*|convi(?:é|e)\w*|\w{3,}(?:era|eront|ira|iront|evra|evront|rendra|rendront)|"
    r"wird|werden|will|wollen|soll|sollen|eingeladen|einlud|lud\b|Einladung|посетит|приедет|прилетит|поедет|полетит|"
    r"встретится|встретятся|состоится|намерен\w*|планиру\w+|пригласил\w*|приглашени\w+)\b[^.;:]{0,100}$",
    re.IGNORECASE,
)

_ARRIVED = Pattern(
    r"\b(?:arrived|landed|flew in|came in|(?:s['’](?:est|était) )?posée?|(?:est|était) (?:arrivée?|venue?)|(?:a|"
    r"avait) atterri|angekommen|eingetroffen|"
    r"angereist|gelandet|"
    r"kam\b[^.;]{0,40}\ban|traf\b[^.;]{0,40}\bein|прибыл\w*|прилетел\w*|приехал\w*)\b",
    re.IGNORECASE,
)
_EVE = Pattern(
    r"\b(?:the (?:day|evening|night) before|the previous (?:day|evening|night)|a day earlier|la veille|am (?:Vortag|"
    r"Vorabend|Tag zuvor|"
    r"Abend zuvor)|tags zuvor|накануне|дн[её]м (?:ранее|раньше))\b",
    re.IGNORECASE,
)
"""The day before that of the contact, on which somebody came to it."""

_OFFER = (
    r"(?:offer|proposal|invitation|request|message|proposition|offre|demande|Angebot|Vorschlag|Einladung|Anfrage|Bitte|"
    r"предложени\w+|"
    r"приглашени\w+|запрос\w*|просьб\w+)"
)
_SENT = (
    r"(?:passed on|conveyed|delivered|sent|handed|made|lodged|submitted|gone out|transmi\w+|remis\w*|adressée?|parvenue?|"
    r"formulée?|"
    r"übermittelt\w*|überbracht\w*|eingegangen|verschickt|gerichtet|передан\w*|передал\w*|направ\w+|поступил\w*|"
    r"отправ(?!ил(?:ся|[аи]сь))\w+)"
)
_CONVEYED = Pattern(rf"\b(?:{_SENT}\b[^.;]{{0,40}}\b{_OFFER}|{_OFFER}\b[^.;]{{0,60}}\b{_SENT})\b", re.IGNORECASE)
"""When something was asked or offered, which was not yet the contact."""

_BEGINS = Pattern(
    r"\b(?:starts?|begins?|leaves?|ends?|closes?|opens?|flies|travels|heads|moves on|continues|fährt|fliegt|poursuit|gagne|"
    r"repart|rejoint|отправится|продолжит|beginn\w+|startet|endet|reist|commence\w*|débute\w*|repart|"
    r"начн\w+|стартует|откро\w+|закро\w+|закрывается|вылетает|летит)\b",
    re.IGNORECASE,
)
"""What is to come, in a sentence beside that of a contact: its day is another."""


def of_the_matter(text: str, start: int) -> bool:
    """Whether a date is that of what the two spoke of: ``about the soldiers fired upon near Bunagana on 3 May``."""
    before = text[:start]
    if _BEFELL_THE_MATTER.search(before) is not None or _ATTRIBUTE.search(before) is not None:
        return True
    clause = _RELATIVE.search(before)
    if (
        clause is not None
        and not told_as_held(clause[0])
        and _OF_SIDES.search(clause[0]) is None
        and _TAKES_PLACE.search(clause[0]) is None
        and not _BESIDE.search(before)
    ):
        return True
    if _OF_EVENT.search(before) is not None or _PASSED.search(before) is not None:
        return True
    if _BEGINS_ON.search(before) is not None and _OF_SIDES.search(before) is None:
        return True
    return _BESIDE_ITS_NAME.search(before) is not None or began_on(before)


def began_on(before: str) -> bool:
    """Whether the day behind ``before`` is that on which something began, of which a sentence counts."""
    return _BEGAN_ON.search(before) is not None


_BEGAN_ON = Pattern(
    r"\b(?:(?:beginning|start|onset|outbreak|launch)(?: of)?|invasion|"
    r"(?:début|commencement|déclenchement|lancement)(?: d[eu]s?)?|(?:Beginn|Ausbruch|Anfang|Auftakt)(?: der| des| von)?|"
    r"Überfall|Einmarsch\w*|начал[аоу]|вторжени\w+)\s(?:[^\s.,;:]+\s){0,9}(?:on|le|am|,)?\s*$",
    re.IGNORECASE,
)
"""Before the day on which something began of which a sentence counts: ``for the first time since the start of the war on``."""


_TAKES_PLACE = Pattern(
    r"\b(?:take place|be held|(?:ait|aient|aura|auront) lieu|statt(?:find|zufind)\w*|состо(?:ится|ялс\w+))\b", re.IGNORECASE
)
"""What a clause says of a contact, rather than of what it was about."""

_BEFELL_THE_MATTER = Pattern(
    r"\b(?:(?:about|over|regarding|concerning|following)\s[^.;:,]{2,70}?\b(?:\w{3,}ed|shot|hit|struck|sunk|lost|held|taken)|"
    r"(?:au sujet|à propos|à la suite)\s[^.;:,]{2,70}?\b\w+(?:[^t\W]ée?s?|ie?s?|ue?s?|ort[es]?)|"
    r"(?:об?|по поводу|из-за|в связи с)\s[^.;:,]{2,70}?\b\w+(?:нн|вш|ит|щ)(?:ого|ых|ой|ом|ему|ему|им|ими))"
    r"\b[^.;:,]{0,45}\b(?:on|le|du)?\s*$|,\s+\w+(?:нн|вш|[ия]т|щ)(?:ого|ых|ой|ом|ему?|им|ими?|ую)(?:ся)?\b[^.;:,]{0,45}$",
    re.IGNORECASE,
)
_ATTRIBUTE = Pattern(
    r"\b(?:de[nrms]|die|das)\s+(?:am|vom)\s+$|^[а-яё]{3,}(?:нн|ыт|ят)(?:ый|ое|ая|ые)\s+(?:во?\s+)?$", re.IGNORECASE
)
"""Before the day of what befell something that is named behind it: ``den am 2. Mai verirrten Hubschrauber``."""


_RELATIVE = Pattern(
    r"(?<=[\w,] )(?:(?<!so )that|which|que|qu['’]|dont|(?<=, )(?:die|das|den|dem)|котор\w+)\s(?!(?:day|morning|afternoon|"
    r"evening|night|week|weekend|same)\b)(?:[^\s.,;:»”\"]+\s+){2,12}$",
    re.IGNORECASE,
)
"""A clause about something of which they spoke, before its day: ``the plans that leaders are to approve at the summit on``."""

_OF_SIDES = Pattern(
    r"\b(?:he|she|they|it|him|her|them|we|I|il|elle|ils|elles|eux|lui|er|sie|ihn|ihm|ihr|ihnen|они|он|она|minist\w+|"
    r"Minister\w*|министр\w*|secretar\w+|counterparts?|colleagues?|homologues?|Kolleg\w*|коллег\w*|chiefs?|generals?|"
    r"two|both|deux|beide[ns]?|оба|sessions?|séances?|Sitzung\w*|заседани\w+|trip|journey|tour|tournée|voyage|Reisen?|"
    r"appointment|rendez-vous|Termin\w*|поездк\w+|"
    r"\w*(?:conf[eé]rence|konferenz|конференци)\w*|links?|tête-à-tête|entrevue|échange|audience|dinner|dîner|déjeuner|"
    r"ended|took|held|opened|began|concluded|lasted|tenue?s?|"
    r"eu lieu|"
    r"ouverte?s?|terminée?s?|endete\w*|stattf\w+|прош\w+|состоя\w+|заверш\w+|(?-i:[A-ZÀ-ÝА-Я][\w'’-]+ [A-ZÀ-ÝА-Я]\w+)|"
    r"planned|scheduled|set|due|prévue?s?|fixée?s?|geplant\w*|angesetzt\w*|vorgesehen\w*|назначен\w*|намечен\w*|"
    r"meeting\w*|talks|call\w*|visit\w*|rencontr\w*|entretien\w*|visite\w*|reçu\w*|"
    r"Treffen|Gespräch\w*|Telefonat\w*|Besuch\w*|встреч\w*|переговор\w*|разговор\w*|визит\w*|бесед\w*)\b",
    re.IGNORECASE,
)
"""Those who may have been in contact, or the contact itself."""

_BESIDE = Pattern(r"\b(?:margins?|sidelines|marge|Rande|кулуарах|полях)\b", re.IGNORECASE)
"""Beside something, whose day is that of the contact too."""

_PASSED = Pattern(
    r"\b(?:delivered|inaugurated|commissioned|unveiled|imposed|livrée?s?|inaugurée?s?|lancée?s?|geliefert\w*|eingeweiht\w*|"
    r"поставленн\w+|запущенн\w+|введ[её]нн\w+|passed|adopted|ratified|enacted|elected|adoptée?s?|votée?s?|ratifiée?s?|"
    r"promulguée?s?|élue?s?|en vigueur|"
    r"verabschiedet\w*|beschlossen\w*|ratifiziert\w*|gewählt\w*|in Kraft|принят(?:ый|ого|ых|ые|ой|ому)|ратифицирован\w+|"
    r"избран\w+)\s+(?:(?:by|par|von) (?:[^\s.,;:]+\s+){1,4})?(?:on\s+|le\s+|am\s+)?$",
    re.IGNORECASE,
)
"""Before the day of a law or a vote."""

_OF_EVENT = Pattern(
    r"(?<!at )(?<!at the )(?<!during the )(?<!lors du )(?<!lors de l['’])(?<!beim )(?<!auf dem )(?<!bei der )(?<!на )"
    r"\b(?:(?:\w+ )?(?:summit|elections?|vote|referendum|parade|exercises?|drills?)|(?:sommet|exercice|vote|scrutin|défilé)|"
    r"(?:\w+-)?(?:Gipfels?|Übung|Manövers?|Wahl)|(?:саммит\w*|учени\w+|выбор\w+|парад\w*))\s+"
    r"(?:(?:in|à|en|au|в|на) [^\s.,;:]+\s+)?(?:on\s+|le\s+|am\s+)?$",
    re.IGNORECASE,
)
"""Before the day of something to which those who met looked ahead or back."""

_BEGINS_ON = Pattern(
    r"\b(?:begins?|starts?|commence\w*|début(?:e|era|eront|ent)|beginn\w*|startet|starten|начн\w+|начина\w+|стартует|"
    r"стартуют)\s+"
    r"(?:on\s+|le\s+|am\s+|в\s+|во\s+|с\s+)?$",
    re.IGNORECASE,
)
"""Before the day on which something begins that was agreed."""

_BESIDE_ITS_NAME = Pattern(
    r"\b(?:after|following|since|après|depuis|nach|seit|после|с момента)\s+[^.,;:]{3,60},\s+(?:on\s+|le\s+|am\s+)?$",
    re.IGNORECASE,
)
"""Before the day of what was before, in commas behind its name: ``après la signature, le 2 novembre, des traités``."""


def of_who_goes_on(text: str, start: int) -> bool:
    """Whether a day is that on which somebody of whom a sentence tells goes elsewhere."""
    return _WHO_GOES_ON.search(text[:start]) is not None


_WHO_GOES_ON = Pattern(
    r",\s+(?:who|qui|der|die|котор\w+)\s+(?:(?:will|is to|am|le|в|во)\s+)?(?:visits?|go(?:es)?(?: on)?|leaves?|"
    r"flies|fly|travels?|moves? on|"
    r"continues?|se rend(?:ra)?|part(?:ira)?|repart(?:ira)?|s['’]envole\w*|reist|fliegt|fährt|besucht|уезж\w+|улет\w+|"
    r"отправ\w+|посетит|поедет|полетит)\b[^,.;:]{0,40}$",
    re.IGNORECASE,
)
"""Before the day on which somebody of whom a sentence tells goes elsewhere: ``the minister, who travels to Gori on Friday``."""
