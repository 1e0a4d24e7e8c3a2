"""By which words does a sentence point at whom the text spoke of before?"""

import re

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

TOLD_HIM = Pattern(
    r"\b(?:(?:told|asked|assured|thanked|promised|showed|gave|warned|offered) (?:him|her)|(?:lui|leur) (?:a|avait|ont) \w+|"
    r"(?:sagte|zeigte|versprach|dankte|versicherte|erklärte|erläuterte|gab|bot|reichte|übergab) (?:ihm|ihr)|"
    r"(?:hat|habe|hatte) (?:ihm|ihr)\b|erfuhr von (?:ihm|ihr)|(?:learned|learnt|heard) (?:it )?from (?:him|her)|"
    r"a (?:appris|su) (?:de lui|d['’]elle)|услышал\w* от (?:него|не[её])|"
    r"(?:сказал|показал|пообещал|передал|рассказал|предложил|вручил|заверил)\w* (?:ему|ей|его|е[её])|"
    r"(?!urg|accus|blam|want|need|expect|challeng|critici|prais|nam|replac|follow|succeed|support|fear|trust|"
    r"appoint)[a-z]{3,}ed him|"
    r"(?!droh|folg|trau|glaub|fehl|gehör|misstrau|nütz|schad)[a-zäöüß]{3,}te "
    r"(?:ihm|ihr)(?= (?:auf|in|am|im|an|bei|von|vor|zu|die|das|den|einen?|seine|mit|über)\b)|"
    r"(?!угрожа|вери|принадлежа|меша|довер|помога|грози|суди|приш|удава)[а-яё]{3,}л[аи]? (?:ему|ей))\b",
    re.IGNORECASE,
)
"""What somebody said to, or did for, whom the text spoke of before."""

COMES = Pattern(
    r"\b(?:kam|kamen|came|arriv\w+|est venue?|flew|travell?ed|flog|reiste|прибыл\w*|приехал\w*|прилетел\w*)\s+"
    r"(?:[\w'’-]+\s+){1,5}?(?:nach|to|in|à|en|au|в)\s+\w",
    re.IGNORECASE,
)
"""Somebody comes to where the one is who was spoken of before."""


def led(one: Told) -> bool:
    """Whether a sentence begins with a word for whom the text spoke of before."""
    first = min((actor.start for actor in one.named.actors if actor.party is not None), default=len(one.text))
    return _SUBJECT.search(one.text[: min(first, 100)]) is not None


_SUBJECT = Pattern(
    r"\b(?:(?:ses|his|her|seine[nr]?|ihre[nr]?|его|е[её]|сво\w+) (?:(?:deux|trois|two|three|beiden|zwei|drei|дв\w+|тр\w+) )?"
    r"(?:hôtes|invités|visiteurs|homologues|guests|visitors|counterparts|colleagues|Gästen?|Besuchern?|Amtskollegen|Kollegen|"
    r"гост\w+|коллег\w*)|he|she|il|elle|t-il|t-elle|er|sie|он|она|the (?:minister|secretary|general))\b",
    re.IGNORECASE,
)


def anaphoric(one: Told) -> bool:
    """Whether a sentence has a pronoun for somebody, or begins with *with*, *then*, *also*, or is told by him."""
    return (
        one.has("lone")
        or one.has("pair")
        or _OPENS.match(one.text) is not None
        or in_first_person(one)
        or _NO_SUBJECT.match(one.text) is not None
        or _HIM.search(one.text) is not None
    )


_I = Pattern(r"\b(?:I|we|j['’]ai|nous|ich|wir|я|мы)\b")


def of_himself(one: Told) -> bool:
    """Whether a sentence begins with a side that says something, or was somewhere for something else, and names no other.

    ``Uruguay's defence minister said on Sunday that``, ``The army chief was in Lima last month for a conference``.
    """
    end = _subject_end(one)
    if end is None:
        return False
    says = _SAYS.match(one.text, end)
    return (says is not None and (not one.media or says["none"] is not None)) or _ELSEWHERE.match(one.text, end) is not None


def elsewhere(one: Told) -> bool:
    """Whether a sentence only has somebody at a gathering abroad: ``The chief was in Lima last month for a conference``."""
    end = _subject_end(one)
    return end is not None and _ELSEWHERE.match(one.text, end) is not None


def _subject_end(one: Told) -> int | None:
    """Where the side ends with which a sentence begins; None: it begins otherwise, or speaks of two."""
    side = next((actor for actor in one.named.actors if actor.party is not None), None)
    if side is None or side.start > _FIRST or one.has("pair"):
        return None
    return max(side.end, side.name.end if side.name is not None else 0)


_FIRST = 12
"""Letters before a side with which a sentence begins: an article, a rank."""

_SAYS = Pattern(
    r"(?:,[^,;]{3,60},)?\s+(?:(?:has|had|a|avait|hat|hatte)\s+)?(?:said|says|stated|declared|announced|warned|told reporters|"
    r"dit|déclaré|annoncé|affirmé|estimé|prévenu|sagte|erklärte|kündigte|warnte|сказал\w*|заявил\w*|сообщил\w*|"
    r"предупредил\w*)\b"
    r"(?:\s+(?:on\s+|am\s+|в\s+|во\s+)?\w+){0,3},?\s+(?:that|que|qu['’]|dass|что)\b"
    r"(?P<none>\s*(?:no|not|aucune?|kein\w*|никак\w+)\b)?",
    re.IGNORECASE,
)

_ELSEWHERE = Pattern(
    r"(?:\s+(?:last|в прошл\w+|на прошл\w+) \w+)?\s+(?:was|had been|était|avait été|war|был\w*|"
    r"находил\w*)\s[^.;:]{0,60}?\b(?:for|at|pour|à|zu|bei|на)\s+"
    r"(?:an?\s+|une?\s+|einer?\s+|einem\s+)?(?:conference|course|seminar|parade|congress|conférence|séminaire|congrès|"
    r"Konferenz|Tagung|Seminar|конференци\w+|семинар\w*)\.?$|"
    r"(?:\s+(?:в прошл\w+|на прошл\w+) \w+)?\s+(?:war|был\w*)\s[^.;:]{0,60}?\b(?:bei|на)\s+(?:einer\s+)?(?:Konferenz|"
    r"Tagung|конференци\w+|семинаре)\b[^.;:]{0,30}\.?$",
    re.IGNORECASE,
)


def in_first_person(one: Told) -> bool:
    """Whether a sentence is told by somebody of himself: in an interview, in a letter."""
    return _I.search(one.text) is not None


_NO_SUBJECT = Pattern(
    r"(?-i:(?:[«„“\"]\s*)?(?:(?:[АИаи]|Но|Потом|Затем),?\s+)?(?:(?:[Вв]чера|[Пп]озавчера|[Сс]егодня|[Вв]о? (?:минувш\w+ |"
    r"прошл\w+ )?[а-яё]+)"
    r"\s+){0,2}[А-ЯЁа-яё][а-яё]{2,}(?:л|ла|ли|лся|лась|лись)\s+(?:в|во|на|с|со|у|к|по|его|её)\s|"
    r"[“\"]?(?:And |Then |Also |Yesterday,? |On [A-Z][a-z]+day,? )*(?:[Ss]poke|[Mm]et|[Rr]eceived|[Ww]elcomed|[Hh]osted|"
    r"[Tt]alked|[Rr]ang)"
    r"\s(?:[a-z]+day |[a-z]+ ){0,2}?(?:with |to |in |at )?(?:the |my )?[A-Z]|"
    r"(?:«\s*)?(?:Et |Puis |Hier,? |(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di,? )*(?:[Rr]eçu|[Rr]encontré|[Éé]changé|[Pp]arlé)\s)"
)
"""How a sentence begins that leaves out who did it: ``А во вторник принимал в Киеве``, ``Received X in Kyiv on Tuesday``."""

_OPENS = Pattern(
    r"(?:[\w'’-]+,?\s+){0,5}?(?:with|avec|mit|с|со|zwischen)\s|(?:[\w'’-]+,?\s+){0,3}?(?:then|dann|puis|ensuite|затем|"
    r"потом)\s|(?:auch|also|aussi|ebenso|likewise|même|также)\s",
    re.IGNORECASE,
)

_HIM = Pattern(r"\bl['’](?:y |en )?(?:a|ont|avait|avaient|accueill\w+|attend\w*|invit\w+)\s?\b(?! dit\b)", re.IGNORECASE)
"""Whom a French verb has before it: ``Guido Crosetto l'y a accueilli``."""
