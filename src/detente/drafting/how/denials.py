"""Does one side deny the contact of which the other tells?"""

from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.how.unplanned import never_was
from detente.drafting.how.verdicts import ABOUT_CONTACT
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion


def denied(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """Whether another sentence has one of the sides deny that it was, or call what the other tells of it untrue."""
    asked = occasion.told[0].text
    for one in (*occasion.others, *occasion.told[1:]):
        named = {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
        near = one.sentence.number - occasion.told[0].sentence.number
        if one.earlier or not (named & set(occasion.parties) or (not named and near == 1)):
            continue
        told_by_one = near in _NEXT and (asked.endswith("?") or _ACCOUNT.search(asked) is not None)
        refuted = never_was(one.text) or (
            told_by_one and (_UNTRUE.search(one.text) is not None or _BARELY.search(one.text) is not None)
        )
        for cue in words.cues["status"].found(one.text):
            about = ABOUT_CONTACT.search(one.text[cue.start : cue.end + _ABOUT])
            refuted = refuted or (cue.means == Status.DISPUTED and about is not None)
        if refuted:
            return Status.DISPUTED, Got(How.INFERRED, one.text, "one side denies it")
    return None


_ABOUT = 30
"""Letters behind a denial within which it is said what is denied."""

_NEXT = range(1, 3)
"""How many sentences behind a contact it is called untrue."""

_ACCOUNT = Pattern(
    r"\b(?:according to|claims?|claimed|says|said|maintains?|insists?|reported(?:ly)?|announced|selon|d['’]après|à en croire|"
    r"aux dires|à entendre|(?:affirm|assur|soutien|prétend|jur|annonc|racont)\w*|(?:aurai(?:t|ent))\s\w+|"
    r"laut|zufolge|nach (?:Darstellung|Angaben|Lesart)|behaupt\w+|versicher\w+|meldet\w*|hab(?:e|en) sich|"
    r"по (?:словам|данным|версии|утверждению)|утвержда\w+|увер(?:я|ил)\w+|заяв\w+|сообщ\w+|тверд(?:и|я)т|будто|якобы|"
    r"рассказ(?:ал|ыва)\w+)\b",
    IGNORECASE,
)
"""By which a contact is that of somebody's account."""

_UNTRUE = Pattern(
    r"\b(?:nonsense|rubbish|(?:a|an? \w+|outright) lies?|untrue|(?:not|nothing|none)\b[^.;:]{0,25}\btrue|fairy tale|fantasy|"
    r"hoax|made[- ]up|"
    r"fiction|(?:nobody|no one) (?:has |had )?(?:rang|rung|called|phoned|met|spoke|spoken|talked)|nothing of the (?:sort|kind)|"
    r"no trace|fables?|fadaises?|mensonges?|sornettes?|balivernes?|contre-vérité|affabulation|rien de tel|"
    r"n['’]en (?:est|fut|était|a (?:jamais )?été) rien|pure invention|de toutes pièces|imaginaire|"
    r"pas (?:la|le) moindre (?:trace|appel|coup de fil|contact|échange|entretien|rencontre|conversation|poignée)|"
    r"(?:personne|nul) n['’]a (?:appelé|vu|rencontré|parlé|téléphoné|reçu)|"
    r"Märchen|\w*lügen?|(?:ge|er)logen|erfunden|Unsinn|unwahr\w*|nichts davon|(?:niemand|keiner) hab?e|aus der Luft gegriffen|"
    r"keine Spur|(?:кругом |сплошн\w+ |чист\w+ )?(?:ложь|ложью|неправд\w+|выдумк\w+|вымыс\w+|чушь\w*|ерунд\w+|небылиц\w+|"
    r"сказк\w+|враньё\w*|бред\w*|сочиня\w+|врут|лгут)|не соответству\w+ действительности|ничего (?:подобного|такого|похожего)|"
    r"(?:никто|никому|никого)\b[^.;:]{0,40}\bне (?:звонил|встречал|говорил|видел|беседовал|созванивал|принимал|"
    r"предупреждал)\w*|"
    r"никак(?:ого|ой|их) (?:звонк|встреч|разговор|контакт|бесед)\w*)\b",
    IGNORECASE,
)
"""What one side calls the account of the other, or says that nobody did."""

_BARELY = Pattern(
    r"\b(?:(?:categorically |flatly )?den(?:ies|y|ied) (?:it|this|that)|dément\w*(?: \w+ment)?|(?:le|l['’]a) (?:dément|nie|"
    r"démenti)|"
    r"(?:dementiert|bestreitet|bestritt)\w*(?: (?:das|dies|es))?(?: \w+)?|(?:это|всё|все) (?:\w+ )?(?:опроверг|отрица)\w*|"
    r"(?:опроверг|отрица)\w*(?: (?:это|всё|все))?)\s*(?=[.;!]|$)",
    IGNORECASE,
)
"""A denial that does not say of what: of all that was told."""
