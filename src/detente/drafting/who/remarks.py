"""Is a side named only for what it said, on which somebody else remarks?"""

import re

from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

_WORDS_OF = Pattern(
    r"(?:\b(?:words|remarks?|comments?|statements?|claims?|threats?|warnings?|accusations?|allegations?|criticism|speech|"
    r"interview|tweets?|article|outburst|rhetoric|assertions?|contention|boasts?|complaints?|insinuations?)\s+(?:of|by|"
    r"from|made by)\s+(?:the\s+|its\s+|his\s+|her\s+)?"
    r"|\b(?:in the (?:view|opinion) of|de l['’]avis de|de l['’]avis du|nach (?:Ansicht|Meinung|Überzeugung|Auffassung)|"
    r"(?:по|по\s+)?\s*(?:мнению|убеждению)|nach (?:Ansicht|Meinung|Überzeugung|Auffassung) (?:von|des|der|seines|"
    r"ihres))\s+(?:the\s+)?"
    r"|\b(?:said|says|spoke|speaks|quipped|joked|dit|disait|raconte|sagt|sagte|spricht|говорит|отозвал\w*)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:of|about|de|du|über|о|об)\s+(?:his|her|the|son|sa|seinen?|ihren?|своем|своём|его)?\s*"
    r"|(?<!à )\b(?:propos|déclarations?|menaces?|accusations?|mise en garde|mises en garde|critiques?|paroles|mots|sortie|"
    r"discours|"
    r"avertissements?|affirmations?|assertions?|insinuations?|interview|tribune)\s+(?:tenus?\s+par\s+|"
    r"faites?\s+par\s+)?(?:de\s+|du\s+|des\s+|d['’])?"
    r"(?:la\s+|le\s+|l['’]|son\s+|sa\s+)?"
    r"|\b(?:supports?|supported|back(?:s|ed)?|praise[sd]?|soutien\w+|soutenu|appuie|salue|unterstützt\w*|lobt\w*|поддержива\w+|"
    r"поддержал\w*|одобр\w+)\s+(?:the\s+|la\s+|l['’]|le\s+|den\s+|die\s+)?(?:proposal|idea|initiative|position|work|plan|"
    r"efforts|"
    r"proposition|idée|position|projet|travail|Vorschlag|Idee|Haltung|Arbeit|предложени\w+|иде\w+|инициатив\w+|позици\w+)\s+"
    r"(?:(?:of|by|from|d[eu]s?|von|des|der|seine[sr]|ihre[sr])\s+)?(?:the\s+|his\s+|her\s+|son\s+|sa\s+|l['’]|его\s+|е[её]\s+)?"
    r"|\b(?:(?:announced|ordered|described|voiced)\s+by|(?:annoncée?s?|ordonnée?s?|décrite?s?)\s+par|(?:объявленн|сделанн)\w+)"
    r"\s+(?:the\s+|his\s+|her\s+|son\s+|sa\s+|le\s+|la\s+|его\s+|е[её]\s+)?"
    r"|\b(?:Äußerung|Worte|Aussage|Drohung|Warnung|Kritik|Vorw[uü]rf|Bemerkung|Behauptung|Rede(?!te)|Anschuldigung|Interview|"
    r"Andeutung|Unterstellung|"
    r"Einlassung)\w*\s+(?:von\s+|des\s+|der\s+|seines\s+|seiner\s+|ihres\s+|ihrer\s+)"
    r"|(?<!по )\b(?:слова|словам|словах|заявлени[еяюй]\w*|высказывани\w+|угроз[ыуае]?\w*|критик[уеи]|обвинени\w+|"
    r"предупреждени\w+|реплик\w+|интервью|речь)\s+(?:от\s+)?)$",
    re.IGNORECASE,
)
_ITS_WORDS = Pattern(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:words|remarks?|comments?|statements?|claims?|threats?|warnings?|accusations?|"
    r"allegations?|"
    r"criticism|speech|interview|tweets?|rhetoric|Äußerung\w*|Worte\w*|Aussage\w*|Drohung\w*|Warnung\w*|Kritik|"
    r"Vorw[uü]rfe\w*)\b",
    re.IGNORECASE,
)
_NEVER = Pattern(
    r"\bnever\s+(?:yet\s+|once\s+)?(?:spoke|spoken|met|talked|called|phoned)\b"
    r"|n['’](?:a|ont|avait|avaient|ai)\s+(?:encore\s+)?jamais\s+(?:parlé|rencontré|vu|appelé|reçu)|"
    r"ne\s+s['’]\w+\s+jamais\s+\w+"
    r"|\b(?:noch\s+)?nie(?:mals)?\s+(?:\w+\s+){0,4}?(?:gesprochen|getroffen|telefoniert|begegnet)\b"
    r"|\b(?:переговоров|контактов|встреч|разговоров)\b[^.;,]{0,60}\bнет\b|\bthere (?:are|have been|were) no (?:talks|"
    r"contacts)\b|"
    r"\bes gibt (?:derzeit )?keine (?:Gespräche|Kontakte)\b|\bil n['’]y a (?:pas de|aucun)e? (?:contact|pourparler|"
    r"discussion)s?\b"
    r"|\b(?:derni(?:er|ère)|last|letzte\w*|последн\w+)\s+(?:appel|call|meeting|conversation|entretien|rencontre|"
    r"Gespräch|Treffen|"
    r"Telefonat|"
    r"разговор|встреча|визит)\b[^.;]{0,80}\b(?:remonte|dates? (?:back|from)|was in|liegt|lag|war (?:im|vor)|был[аио]? в|"
    r"состоял\w+ в)\b"
    r"|\b(?:not|nicht|pas|не)\s+(?:(?:to|with|mit)\s+)?(?:each other|one another|miteinander|l['’]un (?:à|avec) l['’]autre|"
    r"друг с другом)\b"
    r"|\b(?:miteinander|with (?:each other|one another)|to (?:each other|one another)|entre eux|друг с другом)\s*,?\s+"
    r"(?:(?:not|kein) (?:once|einziges Mal)|never|noch nie|nie|jamais|pas une (?:seule )?fois|ни разу)\b"
    r"|\b(?:not once|kein einziges Mal|pas une (?:seule )?fois|ни разу)\b[^.;]{0,30}\b(?:each other|one another|miteinander|"
    r"l['’]un|entre eux|друг с другом)\b"
    r"|\bя (?:с ним |с ней )?не (?:говорил|встречал|созванивал|общал)\w*|\bI (?:have not|haven['’]t|did not|didn['’]t) "
    r"(?:spoken|met|talked|called|speak|meet|talk|call)|\bje n['’]ai (?:pas|ni) (?:parlé|rencontré|vu|appelé)|"
    r"\bje ne (?:lui|leur) ai pas parlé|\bich habe (?:\w+ ){0,4}?nicht (?:\w+ ){0,3}?(?:gesprochen|getroffen|telefoniert)"
    r"|\b(?:line|hotline|phone|ligne|téléphone|Leitung|Draht|Telefon|линия|телефон)\b[^.;:]{0,60}(?:\bhas(?: not|"
    r"n['’]t) rung\b|"
    r"\bn['’]a (?:pas|plus) sonné\b|\bnicht (?:mehr )?geklingelt\b|\bне звонил\w*)"
    r"|\bникогда\s+не\s+(?:говорил|встречал|разговаривал|созванивал|виделся|видел)\w*",
    re.IGNORECASE,
)


def addressed(one: Told) -> bool:
    """Whether one side is said to have told, asked or thanked another: its name stands right behind the verb."""
    sides = [actor for actor in one.named.actors if actor.party is not None]
    return any(_TOLD.search(one.text[: side.start]) for side in sides[1:] if side.party != sides[0].party)


_TOLD = Pattern(
    r"\b(?:told|assured|informed|thanked|reminded|promised|briefed|asked|warned|urged|pressed|a (?:dit|assuré|"
    r"promis|demandé|remercié|"
    r"prévenu|indiqué)(?: à)?|sagte|versicherte|dankte|bat|warnte|сказал\w*|пообещал\w*|поблагодарил\w*|заверил\w*|"
    r"предупредил\w*)\s+"
    r"(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)


def quoted(text: str, start: int, end: int) -> bool:
    """Whether whoever is named from ``start`` to ``end`` is named for his words: ``Lloyd Austin's warning``."""
    before = text[:start]
    if (
        _WORDS_OF.search(before) is not None
        or _ITS_WORDS.match(text, end) is not None
        or _NOT_A_WORD.search(before[-_NEAR:]) is not None
    ):
        return True
    return _WHAT_HE.search(before[-_NEAR:]) is not None and _HOLDS.match(text, end) is not None


_NEAR = 70
"""Letters before a side within which such words stand."""

_POSSESSIVE = (
    r"(?:the\s+|his\s+|her\s+|sein\w{0,2}\s+|ihr\w{0,2}\s+|son\s+|sa\s+|l['’]|le\s+|la\s+|его\s+|е[её]\s+)?(?:\w+\s+)?"
)
_NOT_A_WORD = Pattern(
    rf"\b(?:(?:without|not|no)\s+(?:a\s+|saying\s+a\s+)?(?:single\s+)?word\s+(?:about|on)|"
    rf"sans (?:un|dire) (?:un )?mot (?:sur|de)|(?:ohne ein|kein) (?:einziges )?Wort (?:über|zu)|"
    rf"(?:без|ни) слова (?:о|об|про))\s+{_POSSESSIVE}$",
    re.IGNORECASE,
)
"""Before whom somebody passed over in silence: ``without a word about his counterpart``."""

_WHAT_HE = Pattern(
    rf"(?:\bque\s+|\bqu['’]|,\s+(?:was|die|das|den|котор\w+|что)\s+|\b(?:what|which|that)\s+){_POSSESSIVE}$", re.IGNORECASE
)
_HOLDS = Pattern(
    r"\s+(?:[^\s,.;]+\s+){0,5}?(?:calls?|called|considers?|considered|deems?|thinks?|finds?|had (?:said|told|written|called)|"
    r"juge|jugeait|trouve|qualifie|estime|considère|(?:a|avait) (?:dit|qualifié|jugé|écrit)|nennt|nannte|hält|hielt|findet|"
    r"(?:gesagt|genannt|geschrieben|erzählt) hat\w*|считает|называет|назвал\w*|сказал\w*|находит)\b",
    re.IGNORECASE,
)
"""Whoever is named only for what he holds of something: ``a budget that his counterpart calls excessive``."""


def between_others(before: str) -> bool:
    """Whether whoever is named behind ``before`` only passes on what others let each other know."""
    return _THROUGH.search(before) is not None


_THROUGH = Pattern(
    r"\b(?:(?:passed|conveyed|handed|relayed|delivered|sent|transmi\w+|remis\w*|übermittelt\w*|weitergeleitet|überbracht|"
    r"передан\w*|"
    r"переда[лн]\w*)\b[^.;]{0,30}?)?\b(?:through|via|by way of|par (?:le canal|l['’]intermédiaire|l['’]entremise) d(?:e|u|"
    r"es)|über|через|"
    r"при посредничестве)\s+(?:the\s+|la\s+|le\s+|les\s+|l['’]|die\s+|den\s+|das\s+)?$",
    re.IGNORECASE,
)
"""Before a go-between: ``passed on through the Russian peacekeepers' command``."""


def never_in_contact(text: str) -> bool:
    """Whether a sentence says that there never was a contact."""
    return _NEVER.search(text) is not None


def to_the_press(text: str) -> int | None:
    """Where somebody is said to have spoken to a newspaper, to reporters, to a parliament: to no side; None: nowhere."""
    hit = _TO_THE_PRESS.search(text)
    return None if hit is None else hit.start()


_TO_THE_PRESS = Pattern(
    r"\b(?:told|said (?:to|on|in)|speaking (?:to|on)|gave|wrote in|(?:a |avait )?(?:déclaré|dit|confié|affirmé|"
    r"assuré) (?:à|sur|dans)|"
    r"sagte|erklärte|заявил\w*|сказал\w*|рассказал\w*|сообщил\w*)\s+(?:[\w'’-]+\s+){0,2}?(?:(?:tele|TV|radio)\w*|"
    r"(?:news)?paper|channel|broadcaster|agency|reporters|journalists|parliament|lawmakers|deputies|senators|committee|"
    r"(?:la |une )?chaîne|(?:l['’])?antenne|journalistes|députés|sénateurs|presse|Sender|Fernsehen|Zeitung|Journalisten|"
    r"Abgeordnete\w*|Reporter\w*|телеканал\w*|газет\w*|агентств\w*|журналист\w*|репортер\w*|депутат\w*)\b",
    re.IGNORECASE,
)


def only_tells(text: str, other: Cue) -> bool:
    """Whether somebody of another office is named for telling what a sentence says: ``…, Foreign Minister Bishop said``."""
    return _TELLS.match(text, other.end) is not None or _TOLD_BY.search(text[: other.start]) is not None


_TELLS = Pattern(
    r"(?:\s+[^\W\d_a-zа-яё][\w’'-]+){0,4}\s+(?:said|says|told|announced|confirmed|explained|wrote)\b(?:\s+on)?(?:\s+\w+)?\s*[.,]|"
    r"(?:\s+[^\W\d_a-zа-яё][\w’'-]+){0,4}\s+(?:said|announced|confirmed|a (?:dit|déclaré|annoncé)|(?:сообщил|заявил)\w*)"
    r"(?:\s+\w+){0,3}\s+(?:that|que|что)\b"
)
"""Behind who tells of it."""
_TOLD_BY = Pattern(
    r",\s+(?:said|a (?:déclaré|dit|annoncé|indiqué|confirmé)|sagte|erklärte|teilte|so|сообщил\w*|заявил\w*|сказал\w*)\s+"
    r"(?:(?:the|le|la|der|die)\s+)?(?:\w+\s+)?$"
)
"""Before who tells of it."""
