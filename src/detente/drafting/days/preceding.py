"""Is a day that of what was before a contact: of what it came after, or of the last one before it?"""

import re

from detente.drafting.language.patterns import Pattern


def comes_after(before: str) -> bool:
    """Whether the day behind ``before`` is that of what a contact is said to have come after: ``The call came after a``."""
    return _COMES_AFTER.search(before) is not None


_CONTACT = (
    r"(?:\w*calls?|talks?|\w*meetings?|conversation|visits?|entretiens?|appel|rencontre|visite|réunion|échange|"
    r"\w*gespräche?|\w*telefonat|\w*treffen|\w*besuch|звонок|разговор|встреч[аи]|переговоры|визит|беседа)"
)
_COMES_AFTER = Pattern(
    rf"\b{_CONTACT}\s(?:(?:came|comes|come)\s(?:[\w-]+\s){{0,3}}?after|(?:follow(?:s|ed)?|comes on the heels of)|"
    r"(?:intervien\w+|survien\w+|intervenait|a (?:eu )?lieu|ont (?:eu )?lieu)\s(?:[\w-]+\s){0,3}?après (?:qu['’]?|une?)|"
    r"fai[st]\w* suite (?:à|aux?)|(?:folgt\w*|kam(?:en)?|fand(?:en)? statt,|erfolgten?,)\s(?:[\w-]+\s){0,3}?"
    r"(?:nachdem|auf eine?n?|nach eine[rm])|kam es,?\s(?:[\w-]+\s){0,3}?(?:nachdem|nach eine[rm])|"
    r"(?:состоял\w+|прош\w+|последовал\w*)\s(?:[\w-]+\s){0,3}?(?:после того,? как|вслед за))\s(?:[^.;:]*\s)?$",
    re.IGNORECASE,
)


def of_the_last(before: str) -> bool:
    """Whether the day behind ``before`` is that of the last contact before the one told of: ``Their last call was on``."""
    return _OF_THE_LAST.search(before) is not None


_OF_THE_LAST = Pattern(
    rf"\b(?:(?:their|his|her|the)\s(?:last|previous|most recent|preceding)\s(?:[\w-]+\s){{0,2}}?{_CONTACT}|"
    r"last (?:spoke|met|talked|spoken)|(?:had|have) last (?:spoken|met|talked)|"
    rf"(?:leur|son|le|la)\s(?:derni[eè]re?|précédente?)\s(?:[\w-]+\s){{0,2}}?{_CONTACT}|pour la dernière fois|"
    rf"(?:ihr|das|der|ihre)\s(?:bislang |bisher )?(?:letzte|vorige|vorherige)[srn]?\s(?:[\w-]+\s){{0,2}}?{_CONTACT}|"
    r"zuletzt (?:hatten|sprachen|trafen|telefonierten)|в (?:последний|предыдущий) раз|"
    rf"(?:последн|предыдущ)\w+\s(?:[\w-]+\s){{0,2}}?{_CONTACT})\s(?:[^.;:]{{0,60}}\s)?$",
    re.IGNORECASE,
)


def but_for_accords(text: str) -> str:
    """A text without the days on which what it names was signed: ``la feuille de route signée à Rabat le 2 octobre 2020``."""
    return _SIGNED_ON.sub(lambda hit: "", text) if _SIGN.search(text) is not None else text


_SIGN = Pattern(r"sign|unterzeichn|подписан", re.IGNORECASE)
_SIGNED_ON = Pattern(
    r"(?:\b(?:accord|convention|feuille de route|mémorandum|protocole|traité|plan|agreement|roadmap|memorandum|treaty|pact|"
    r"protocol|соглашени\w+|меморандум\w*|договор\w*|план\w*)\b[^.;:]{0,60}?,?\s(?:signée?s?|(?:which was )?signed|"
    r"подписанн\w+)\b[^.;:,]{0,60}|"
    r"\b(?:am|im) [^.;:,]{4,40} unterzeichnete[nrms]?\b)",
    re.IGNORECASE,
)
"""An accord and when it was signed, named as what is to be carried out."""
