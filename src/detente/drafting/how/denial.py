"""Does one side say of a contact of which another tells that it never was, or that what is told of it is untrue?"""

import re

from detente.domain.vocabulary import Status
from detente.drafting.how.of_contact import ABOUT_CONTACT
from detente.drafting.how.unplanned import denied_before, never_was
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_NEAR = 3
"""Sentences behind that which tells of a contact within which the other side denies it."""


def denying(occasion: Occasion, *, alone: bool) -> Told | None:
    """The sentence in which a side says that a contact never was; None: none does.

    What it denies is the contact, or the report of it. A bare denial (``a fairy tale``) is one where the contact is a claim.
    """
    first = occasion.told[0]
    claimed = _claimed(first)
    number = first.sentence.number
    behind = [*occasion.told[1:], *(one for one in occasion.others if alone and 0 < one.sentence.number - number <= _NEAR)]
    for one in (first, *behind):
        for hit in _NEVER.finditer(one.text):
            if ((hit["bare"] or one is first) and not claimed) or denied_before(one.text[: hit.start()]):
                continue
            if _names_a_side(one, occasion, hit.start(), own=one is first):
                return one
    return None


def denied(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """Whether another sentence has one of the sides deny that it was, or call what the other tells of it untrue."""
    first = occasion.told[0]
    for one in (*occasion.others, *occasion.told[1:]):
        named = {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
        near = one.sentence.number - first.sentence.number
        told_by_one = near in _NEXT and _claimed(first)
        if one.earlier or not (named & set(occasion.parties) or (not named and (near == 1 or told_by_one))):
            continue
        refuted = never_was(one.text) or (
            told_by_one and (_UNTRUE.search(one.text) is not None or _BARELY.search(one.text) is not None)
        )
        for cue in words.cues["status"].found(one.text) if named or near == 1 else ():
            about = ABOUT_CONTACT.search(one.text[cue.start : cue.end + _ABOUT])
            refuted = refuted or (cue.means == Status.DISPUTED and about is not None)
        if refuted:
            return Status.DISPUTED, Got(How.INFERRED, one.text, "one side denies it")
    return None


_ABOUT = 30
"""Letters behind a denial within which it is said what is denied."""

_NEXT = range(1, 4)
"""How many sentences behind a contact it is called untrue."""


def _claimed(one: Told) -> bool:
    """Whether a contact is told of as what a side claims, or is asked about."""
    return one.text.endswith("?") or _CLAIMED.search(one.text) is not None


def _names_a_side(one: Told, occasion: Occasion, place: int, *, own: bool) -> bool:
    """Whether a side is named close to a denial: in the sentence of the contact itself, one of which it said nothing else."""
    states = (*one.named.countries, *one.named.places)
    named = [(a.start, a.party) for a in one.named.actors] + [(c.start, c.party) for c in states]
    close = [start for start, party in named if party in occasion.parties and abs(start - place) < _REACH]
    return bool(close) and (not own or _CLAUSE.search(one.text[min(close) : place]) is not None or place < min(close))


_REACH = 110
_CLAUSE = Pattern(r"[,;:.–—]\s|\b(?:and|but|while|et|mais|und|aber|während|и|но|а)\s")

_CLAIMED = Pattern(
    r"\b(?:according to|by \w+['’]s? (?:account|telling)|has it that|claim\w*|insist\w*|maintain\w*|asserts?|sa(?:ys|id)|"
    r"report\w*|announced|(?:conflicting|contradictory|differing|diverging|rival) (?:versions|accounts)|"
    r"versions (?:contradictoires|"
    r"divergentes)|(?:widersprüchlich|unterschiedlich)\w* (?:Darstellung|Angabe|Version)\w*|противоречив\w+|selon|"
    r"d['’]après|à en croire|aux dires|à entendre|(?:aurai(?:t|ent))\s\w+|"
    r"(?:affirm|prétend|assur|soutien|rapport|jur|annonc|racont)\w*|fait état|"
    r"behaupt\w*|sagte\w*|erzählte\w*|a dit|laut|zufolge|nach (?:\w+ )?(?:Darstellung|Angaben|Lesart)|berichte\w*|"
    r"melde\w*|versicher\w+|"
    r"will\b[^.;:]{0,140}\bhaben|hab(?:e|en) sich|schwärm\w*|verbreite\w*|schilder\w*|"
    r"по (?:словам|данным|версии|утверждени\w+)|утвержда\w+|увер(?:я|ил)\w+|заяв\w+|сообщ\w+|тверд(?:и|я)т|будто|якобы|"
    r"рассказ\w+)\b",
    re.IGNORECASE,
)
"""How a contact is told of as what a side claims."""

_IT = (
    r"(?:call|conversation|meeting|talks|encounter|visit|contact|exchange|story|report|article|account|version|appel|entretien|"
    r"conversation|rencontre|visite|échange|récit|information|nouvelle|publication|Anruf|Gespräch|Telefonat|Treffen|Begegnung|"
    r"Besuch|"
    r"Unterredung|Zusammenkunft|Kontakt|Bericht|Meldung|Darstellung|Geschichte|звон(?:ок|ка|ке)|разговор\w*|встреч\w*|"
    r"бесед\w*|визит\w*|контакт\w*|сообщени\w+|рассказ\w*|публикаци\w+|стать\w+)"
)
_TALE = (
    r"(?:an? )?(?:pure |sheer |complete |outright |total |reine[rsn]? |pure |чист\w+ |полн\w+ )?(?:inventions?|fabrications?|"
    r"fiction|fairy[ -]?tale|fantasy|figment|myth|hoax|canard|moonshine|lie|made up|invented|fabricated|affabulation|fable|"
    r"invention|mensonge|inventée?|fabriquée?|pure fantaisie|chimère|Erfindung|erfunden|Märchen|Hirngespinst\w*|Lüge|Ente|"
    r"aus der Luft gegriffen|Phantasie|Fantasie|выдум\w+|вымы(?:сел|слом|шлен\w+)|ложь|ложью|фейк\w*|небылиц\w+|сказк\w+|"
    r"утк\w+|фантази\w+)"
)
_NEVER = Pattern(
    rf"\b{_IT}\b[^.;:]{{0,140}}?\b(?:never (?:took place|happened|was|occurred|existed)|did not (?:take place|happen|occur)|"
    rf"n['’](?:a|ont) (?:jamais|pas) (?:eu lieu|existé)|nie (?:gegeben|stattgefunden)|gab es (?:nie|nicht)|"
    rf"(?:hat|habe) (?:es )?(?:nie|nicht) (?:gegeben|stattgefunden)|не (?:было|состоялось|происходило))\b"
    rf"|\b(?:calls?|called|brands?|branded|dubs?|dubbed|terms?|termed|qualifi\w+|trait\w+|nennt|nannte|bezeichne\w*|tut|tat|"
    rf"назва\w+|называ\w+|счита\w+)\b[^.;:]{{0,40}}?\b(?:{_IT}|it|this|that|es|das|dies|это|cela|"
    rf"ça)\b[^.;:]{{0,25}}?\b{_TALE}\b"
    rf"|\b{_IT}\b[^.;:]{{0,40}}?\b(?:is|was|are|est|était|serait|relève|sei|ist|war|wäre)\b[^.;:]{{0,20}}?\b{_TALE}\b"
    rf"|\b(?:knows? nothing of|unaware of|ignor\w+ tout d[eu'’]|(?:ne sai\w+ rien|ne rien savoir) d[eu'’]|"
    rf"(?:wei(?:ß|ss)|wisse) (?:nichts von|von nichts|von kein\w+)|(?:has|have) no (?:record|trace|knowledge) of|"
    rf"n['’](?:a|ont) (?:aucune )?trace d[eu'’]|"
    rf"ничего не зна\w+ о)[^.;:]{{0,25}}\b{_IT}\b"
    rf"|\bno such (?:(?:tele)?phone |video )?(?:call|conversation|meeting|talks|encounter|visit|contact)\b"
    rf"|\b(?:bestreite\w*|bestritt\w*|dementier\w*|denie[sd]|den(?:y|ying)|dément\w*|démenti\w*|отрица\w+|опроверг\w*)\b"
    rf"[^.;:]{{0,50}}\b(?:dass|that|que|qu['’]|что)\b[^.;:]{{0,60}}\b(?:ever|je|jemals|jamais|когда-либо|вообще)\b"
    rf"|(?P<bare>\b(?:knows? nothing of (?:it|this|that|the kind)|n['’]en sai\w+ rien|en ignor\w+ tout|"
    rf"wei(?:ß|ss) (?:davon|hiervon) nichts|davon wei(?:ß|ss)\b[^.;:]{{0,30}}\bnichts|об этом ничего не зна\w+|"
    rf"ничего об этом не зна\w+|ничего подобного|no (?:record|trace) of it|"
    rf"nothing of the (?:kind|sort)|rien de tel|nichts dergleichen|"
    rf"false from (?:beginning|start|first)|faux de bout en bout|von A bis Z|"
    rf"(?:spricht|sprach|speaks?|spoke|parle|redet) (?:von|of|d['’e]) ?(?:an? |einem |einer |une? )?{_TALE}|"
    rf"говор\w+ о {_TALE})\b|[:«„“\"]\s?{_TALE}\b)",
    re.IGNORECASE,
)
"""What says that it never was; ``bare`` where it does not say what."""

_UNTRUE = Pattern(
    r"\b(?:nonsense|rubbish|devoid of (?:any )?truth|baseless|groundless|unfounded|dénuée?s? de tout fondement|sans fondement|"
    r"haltlos|беспочвен\w+|безосновательн\w+|(?:a|an? \w+|outright) lies?|untrue|(?:not|nothing|none)\b[^.;:]{0,25}\btrue|"
    r"fairy tale|fantasy|"
    r"hoax|made[- ]up|"
    r"fiction|(?:nobody|no one) (?:has |had )?(?:rang|rung|called|phoned|met|spoke|spoken|talked)|nothing of the (?:sort|kind)|"
    r"no trace|fables?|fadaises?|mensonges?|sornettes?|balivernes?|contre-vérité|affabulation|rien de tel|"
    r"(?:n['’](?:a|avait)|never|habe (?:nie|niemals)|никогда не) (?:jamais )?(?:écrit|parlé|téléphoné|wrote|written|spoke|rang|"
    r"met|geschrieben|gesprochen|telefoniert|писал|звонил|говорил|встречался)\b(?! que| comment)|"
    r"(?:not|n['’](?:a|avait|est|était) pas|nicht|не (?:был|покидал|выезжал|летал|приезжал))\b[^.;:]{0,80}\b(?:that|"
    r"the same) (?:day|evening)|"
    r"(?:n['’](?:a|avait|est|était) pas)\b[^.;:]{0,80}\bce jour-là|(?:an|zu) (?:jenem|diesem) Tag\b[^.;:]{0,60}\bnicht\b|"
    r"в тот день\b[^.;:]{0,40}\bне\s|un démenti|n['’]en (?:est|fut|était|a (?:jamais )?été) rien|pure invention|"
    r"de toutes pièces|imaginaire|"
    r"pas (?:la|le) moindre (?:trace|appel|coup de fil|contact|échange|entretien|rencontre|conversation|poignée)|"
    r"(?:personne|nul) n['’]a (?:appelé|vu|rencontré|parlé|téléphoné|reçu)|"
    r"Märchen|\w*lügen?|(?:ge|er)logen|erfunden|Unsinn|unwahr\w*|nichts davon|(?:niemand|keiner) hab?e|aus der Luft gegriffen|"
    r"keine Spur|(?:кругом |сплошн\w+ |чист\w+ )?(?:ложь|ложью|неправд\w+|выдумк\w+|вымыс\w+|чушь\w*|ерунд\w+|небылиц\w+|"
    r"сказк\w+|враньё\w*|бред\w*|сочиня\w+|врут|лгут)|не соответству\w+ действительности|ничего (?:подобного|такого|похожего)|"
    r"(?:никто|никому|никого)\b[^.;:]{0,40}\bне (?:звонил|встречал|говорил|видел|беседовал|созванивал|принимал|"
    r"предупреждал)\w*|"
    r"никак(?:ого|ой|их) (?:звонк|встреч|разговор|контакт|бесед)\w*)\b",
    re.IGNORECASE,
)
"""What one side calls the account of the other, or says that nobody did."""

_BARELY = Pattern(
    r"\b(?:(?:\w+ly )?(?:den(?:ies|y|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)) (?:it|this|that)|"
    r"dément\w*(?: \w+ment)?|(?:le|l['’]a) (?:dément|nie|"
    r"démenti)|"
    r"(?:dementiert|bestreitet|bestritt)\w*(?: (?:das|dies|es))?(?: \w+)?|(?:weist|wies) (?:das|dies|"
    r"es) (?:\w+ )?zurück|(?:это|всё|все) (?:\w+ )?(?:опроверг|отрица)\w*|"
    r"(?:опроверг|отрица)\w*(?: (?:это|всё|все))?)\s*(?=[.;!]|$)",
    re.IGNORECASE,
)
"""A denial that does not say of what: of all that was told."""
