"""By which words does a sentence say who asked for a contact?"""

import re
from collections.abc import Iterator

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told

ON_THE_LINE = Pattern(
    r"(?:it was|c['’]était|au bout du fil|à l['’]autre bout|am (?:apparat|telefon|anderen ende)|es war|"
    r"на (?:другом конце )?провод\w*|это был\w*|звонил\w*)\b",
    re.IGNORECASE,
)
"""Who it was that rang, where the sentence before tells that somebody did."""

PICKED_UP = Pattern(
    r"\b(?:(?:picked|picks) up(?= (?:at|after|on|in|within|himself|herself|immediately|the (?:phone|receiver))\b|[.,;])|"
    r"took the call|(?:at|on) the other end of (?:that|the) line|à l['’]autre bout (?:du fil|de la ligne)|"
    r"am anderen Ende der Leitung|на другом конце (?:провода|линии)|(?:a |avait )?(?:décroch(?:é|e|a))\b|"
    r"(?:nahm|hob) (?:\w+ ){0,4}?ab(?=[.,;]|$)|ging (?:\w+ ){0,3}?(?:dran|ran|ans Telefon)|meldete sich|"
    r"(?:снял|взял|поднял)\w* трубку|ответил\w* (?:сразу|лично|сам\w*|после|через|с))",
    re.IGNORECASE,
)
"""Who answered, where the sentence before tells that somebody rang."""

_CONTACT = r"(?:Anruf|Gespräch|Telefonat|Treffen|Unterredung|Besuch|Videokonferenz|Videoschalte)"
_BEFORE_THE_ASKING = (
    Pattern(  # was called by, a été appelé par
        r"\b(?:was|were|been|(?:a|ont|avait|avaient) été)\s+(?:\w+\s+){0,2}?(?:called|phoned|telephoned|rung(?: up)?|"
        r"contacted|invited|"
        r"approached|appelée?s?|contactée?s?|invitée?s?|jointe?s?|sollicitée?s?)\s+(?:[^\s.;,]+\s+){0,4}?(?:by|par)\s",
        re.IGNORECASE,
    ),
    Pattern(  # had been asked for a talk by Minsk
        r"\b(?:was|were|been)\s+asked\s+(?:for|to)\b[^.;]{2,60}?\bby\s|"
        r"\b(?:war|waren|worden)\s[^.;]{0,40}?\bvon\s(?=[^.;]{2,80}\bum (?:ein|einen)\b[^.;]{2,40}\bgebeten\b)",
        re.IGNORECASE,
    ),
    Pattern(r"^(?:invited|invitée?|appelée?|sollicitée?)\s+(?:[^\s.;,]+\s+){0,3}?(?:by|par)\s", re.IGNORECASE),
    Pattern(  # wurde von seinem Kollegen angerufen
        r"\bwurde[n]?\b[^.;]{0,60}?\bvon\s(?=[^.;]{2,80}\b(?:angerufen|kontaktiert|eingeladen|gebeten)\b)", re.IGNORECASE
    ),
    Pattern(r"\b(?:eingeladen|erbeten|angeregt|gewünscht|angerufen) von\s|\bauf Anregung\s", re.IGNORECASE),
    Pattern(  # Angerufen hatte der Schwede; den Anruf hatte Ankara erbeten
        r"\b(?:angerufen|gebeten|eingeladen|vorgeschlagen|angefragt) (?:hatte|hat)\s", re.IGNORECASE
    ),
    Pattern(
        rf"\b{_CONTACT}\s+(?:hatte|hat)\s(?=[^.;]{{2,60}}\b(?:erbeten|angeregt|gewünscht|vorgeschlagen|gewollt|angefragt|"
        rf"initiiert)\b)"
    ),
    Pattern(  # It was Athens that picked up the phone, c'est Varsovie qui a appelé
        r"\b(?:it was|c['’]est|c['’]était|es war)\s(?=[^.;:]{2,60}?\b(?:that|who|which|qui|der|die|das)\s+(?:[\w'’]+\s+){0,5}?"
        r"(?:picked up|called|rang|phoned|asked|requested|proposed|wanted|sought|invited|appel\w+|téléphon\w+|demand\w+|"
        r"propos\w+|"
        r"souhait\w+|sollicit\w+|invit\w+|anrief|angerufen|gebeten|bat|vorschlug|wollte|einlud)\b)",
        re.IGNORECASE,
    ),
    Pattern(r"\bинициатор\w*\b[^.]*?\b(?:был[аио]?|выступил\w*|стал\w*|явля\w+)\s", re.IGNORECASE),
    Pattern(  # Министру позвонил китайский коллега
        r"\b(?:позвонил\w*|перезвонил\w*|написал\w*|обратил\w*)\s(?=(?:\w+(?:ский|цкий|ская|цкая)\s+)?"
        r"(?:коллега|министр|глава|начальник|сторона|визави)\b)",
        re.IGNORECASE,
    ),
    Pattern(  # took a call on Monday from
        r"\b(?:received|got|took|had|taken|accepted|answered)\s+(?:a|an|the)\s+(?:\w+\s+){0,2}?(?:call|letter|"
        r"message)\s+[^.;,]{0,30}?\bfrom\s",
        re.IGNORECASE,
    ),
    Pattern(
        r"\b(?:demandé|sollicité|souhaité|voulu|proposé|provoqué)e?s?\s+par\s|\b(?:requested|sought|asked for|initiated|"
        r"arranged|proposed)"
        r"\s+by\s",
        re.IGNORECASE,
    ),
    Pattern(  # turned down a proposal by; ein Angebot von
        r"\b(?:(?:proposal|offer|invitation|request)\s+(?:by|from)|(?<!à la )(?:proposition|offre|invitation|"
        r"demande)\s+(?:par|de (?=son|sa|la|l['’]))|(?:Angebot|Vorschlag|Einladung|Bitte|Anfrage)\s+(?:von|des|seines|ihres|"
        r"ihrer)|(?:предложени|приглашени|запрос|"
        r"просьб)\w*\s+от)\s",
        re.IGNORECASE,
    ),
    Pattern(  # the invitation that her colleague had sent her, l'invitation que lui a adressée son homologue
        r"\b(?:invitation|demande|proposition)s?\s+qu(?:e|['’])\s*(?:lui|leur)\s+(?:a|avait|ont)\s+(?:adressée?s?|faite?s?|"
        r"transmise?s?|lancée?s?|envoyée?s?)\s(?:par\s)?|"
        r"\b(?:invitation|request|proposal)\s(?:that\s|which\s)?(?=[^.;,]{2,50}\bhad (?:extended|sent|made|issued|put)\b)|"
        r"\b(?:Einladung|Bitte|Anfrage),\s+die\s+(?:ihm|ihr|ihnen)\s|"
        r"\b(?:приглашени|просьб|предложени)\w+,\s+котор\w+\s+(?:ему|ей|им)\s+(?:направил|передал|сделал|прислал)\w*\s",
        re.IGNORECASE,
    ),
    Pattern(  # which Paris had asked for, um das der Amerikaner gebeten hatte, о котором попросил
        r"\b(?:which|that|que|qu['’]|den|das|die)\s(?!(?:he|she|it|they|il|elle|ils|er|sie|"
        r"es)\b)(?=[^.;,]{2,50}\b(?:had (?:requested|asked for|sought|proposed)|"
        r"avait (?:demandé|sollicité|souhaité|proposé)e?|(?:gebeten|erbeten|angeregt|gewünscht|vorgeschlagen) hatte)\b)|"
        r"\bо котор\w+ (?:попросил|просил)\w*\s|\bкотор\w+ (?:запросил|предложил|инициировал)\w*\s",
        re.IGNORECASE,
    ),
    Pattern(  # the request was India's
        r"\b(?:request|call|proposal|wish|suggestion|idea|initiative)\s+(?:(?:had )?came? from\s|"
        r"was\s(?=(?:the\s+)?[\w-]+(?:\s[\w-]+)?"
        r"['’]s?\s*(?:[.,;]|$)))",
        re.IGNORECASE,
    ),
)


def behind_asking(text: str) -> Iterator[int]:
    """The places behind which the side that asked, or rang, is named next."""
    for pattern in _BEFORE_THE_ASKING:
        for hit in pattern.finditer(text):
            yield hit.end()


def whose_request(one: Told, occasion: Occasion) -> str | None:
    """The side of whose request a sentence speaks by its people: ``auf litauischen Wunsch``, ``une demande norvégienne``."""
    if occasion.sequel and any(means in ("phone", "video") for means, _ in one.media):
        return None  # it was the call that was asked for
    for country in one.named.countries:
        before, behind = one.text[: country.start], one.text[country.end :]
        if country.party in occasion.parties and (_REQUEST.match(behind) or _REQUEST_BEFORE.search(before)):
            return country.party
    return None


_REQUEST = Pattern(
    r"(?:['’]s?)?\s(?:request|wish|initiative|suggestion|Wunsch|Bitte|Bitten|Anfrage|Initiative|Anregung|"
    r"(?:просьб|инициатив|запрос)\w*)\b(?!\s(?:for|to|nach|um|о|об)\b(?!\s(?:a\s|the\s|ein\w*\s)?(?:call|meeting|talk|"
    r"conversation|"
    r"Gespräch|Telefonat|Treffen|встреч|разговор)))",
    re.IGNORECASE,
)
_REQUEST_BEFORE = Pattern(r"(?<!chaque )(?<!toute )\b(?:demande|initiative|requête|suggestion)\s$", re.IGNORECASE)


def of_each(text: str) -> bool:
    """Whether a sentence tells of all contacts that the text told of: ``Both calls were made at the request of``."""
    return _BOTH.search(text) is not None


_BOTH = Pattern(
    r"\b(?:(?:both|the two|all three|all) (?:\w+ )?(?:calls|conversations|meetings|talks)|"
    r"les (?:deux|trois) (?:appels|entretiens|conversations|rencontres)|"
    r"(?:beide|die beiden|alle drei) (?:Anrufe|Gespräche|Telefonate|Treffen|Unterredungen)|"
    r"(?:обоих|обеих|обе|оба|всех тр[её]х) (?:звонк|разговор|бесед|встреч|переговор)\w*)\b",
    re.IGNORECASE,
)


def for_a_thing(text: str, start: int, end: int) -> bool:
    """Whether what somebody asked for, in the words from ``start`` to ``end`` or behind them, is a thing, no contact."""
    asked = text[start:end]
    inside = _ASKED_IN_GERMAN.search(asked)
    if inside is not None:
        return _CONTACT_OR_IT.search(inside[1]) is None
    if _ASKED_FOR.search(asked) is None or (behind := _THING.match(text, end)) is None:
        return False
    return _CONTACT_OR_IT.search(behind[0]) is None


_ASKED_IN_GERMAN = Pattern(r"\bum\s(.+)\sgebeten$", re.IGNORECASE)
_ASKED_FOR = Pattern(
    r"(?:asked for|requested|sought|(?:demandé|sollicité)|(?:просил\w*|попросил\w*) о|запросил\w*)$", re.IGNORECASE
)
_THING = Pattern(
    r"(?:\s+(?:an?|the|some|more|two|three|further|\d+|du|de la|des|une?|les?|la|deux|trois)\b|(?<=\sо)\s)[^.;,:]{3,60}",
    re.IGNORECASE,
)
_CONTACT_OR_IT = Pattern(
    r"call|talk|meet|conversation|contact|exchange|visit|appointment|audience|discussion|consultation|session|entretien|appel|"
    r"rencontre|échange|réunion|rendez-vous|gespräch|telefonat|treffen|austausch|anruf|termin|besuch|unterredung|kontakt|"
    r"schalte|unterhaltung|konferenz|разговор|встреч|звон|бесед|переговор|контакт|визит|связ|консультац|\b(?:it|es|ihn|sie|"
    r"him|her|them|dies|das|нём|этом)\b",
    re.IGNORECASE,
)
