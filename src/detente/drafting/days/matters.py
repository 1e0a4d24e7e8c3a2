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
    r"\b(?:arrived|landed|flew in|came in|(?:est|était) (?:arrivée?|venue?)|(?:a|avait) atterri|angekommen|eingetroffen|"
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
    return _BEFELL_THE_MATTER.search(text[:start]) is not None or _ATTRIBUTE.search(text[:start]) is not None


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
