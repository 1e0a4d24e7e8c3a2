"""By which medium were they in contact, did it take place, and who asked for it?"""

import re

from detente.domain.vocabulary import Channel, Setting, Status
from detente.drafting.lexicon import Cue, Lexicon
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_STRONG = ("video", "hotline", "phone", "letter", "in-person")
IN = Pattern(r"\b(?:in|at|à|au|en|в|nach|aus)\s+(?:the\s+|der\s+)?$", re.IGNORECASE)
_HERE = Pattern(r"(?<!\w)here(?!\w)", re.IGNORECASE)
_ASIDE = Pattern(r"sidelines|margins of|en marge|am rande|на полях|margin of|on the fringes", re.IGNORECASE)
TWO_PLUS_TWO = Pattern(r"\b2\s?\+\s?2\b|two-plus-two|deux plus deux|zwei plus zwei|два плюс два", re.IGNORECASE)


_NO_CALL = Pattern(
    r"(?:called|calls?|calling)\s+(?:on\s+(?!\w+day\b|\d|[A-Z]\w+\s+\d)|upon|for|off|in|out|into|itself|himself|"
    r"herself|themselves|a|an|it|them|"
    r"this|that|the (?!\w+ (?:minister|"
    r"secretary|chief))|by|to)\b|(?:called|calling)\s+[“\"«']|rief\b[^.;]{0,40}\b(?:auf|zu|hervor)\b",
    re.IGNORECASE,
)
_CALL = Pattern(r"call(?:s|ed|ing)?\b", re.IGNORECASE)
_NO_CALL_BEFORE = Pattern(
    r"(?:\b(?:port|roll|courtesy|close|so|farewell|wake-up|is|was|are|were|been)[\s-]+|[“\"])$", re.IGNORECASE
)


def media_of(told: Told) -> list[str]:
    """The media that a sentence names, but for calls for something, port calls and what is called so."""
    return [means for means, _ in media_places(told)]


def media_places(told: Told) -> list[tuple[str, int]]:
    """Those media, and where each is named."""
    found = []
    for means, start in told.media:
        if means == "phone":
            if _NO_CALL.match(told.text, start) or (
                _CALL.match(told.text, start) and _NO_CALL_BEFORE.search(told.text[:start])
            ):
                continue
            verb = _VERB.match(told.text, start)
            apart = _APART.match(told.text, start) is not None
            if verb is not None and not apart and not any(start < actor.start <= start + 30 for actor in told.named.actors):
                continue
        if means == "in-person" and _HOST.match(told.text, start) and _THE.search(told.text[:start]):
            continue
        if _TO_NOBODY_OF_OURS.match(told.text, start):
            continue
        if means == "spoke" and _OF_SOMETHING.match(told.text, start):
            continue
        if means == "letter" and _POSTED.match(told.text, start):
            continue
        if means == "letter" and _OF_INTENT.match(told.text, start):
            continue
        found.append((means, start))
    return found


_HOST = Pattern(r"(?:hosts?|guests?|hôtes?|Gastgeber\w*)\b(?!\s+(?:of|d[eu]|des)\b)", re.IGNORECASE)
_THE = Pattern(r"\b(?:the|to the|l['’]|der|den|dem|des)\s*$", re.IGNORECASE)
"""Before who has guests, which says nothing of a contact by itself."""

_TO_NOBODY_OF_OURS = Pattern(
    r"talk[\s-]?shows?\b|(?:spoke|spoken|speak\w*|talk\w*|met|parl\w+|sprach\w*|sprich\w*|"
    r"gesprochen)\s+(?:briefly\s+)?(?:to|with|before|"
    r"avec|devant|aux?|à|mit|vor|zu)\s+(?:the\s+|des\s+|les\s+|den\s+|some\s+)?(?:reporters?|journalists?|journalist\w*|"
    r"troops|soldiers|sailors|students|cadets|la presse|presse|soldats|soldat\w*|truppen|marins|parliament|lawmakers)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = Pattern(r"(?:spoke of (?:a|an|the)\b|parlé d(?:e|['’]un)|sprach von|говорила? о)\b", re.IGNORECASE)
_POSTED = Pattern(
    r"\w+\s+(?:(?:later|dazu|ensuite|затем)\s+)?(?:on|auf|sur|bei|в|in (?:a|his|her) (?:post|blog|column))\s+(?:the\s+)?"
    r"(?:X\b|Twitter|Facebook|Telegram|Instagram|LinkedIn|VK|Weibo|social|соцсет\w*|фейсбук\w*|телеграм\w*|твиттер\w*|post|"
    r"blog|column)",
    re.IGNORECASE,
)
_OF_INTENT = Pattern(
    r"cables?\b(?!\s+(?:to|from)\b)|dispatch\w*\s+(?:of|from)\b|(?:letters?|lettres?)\s+(?:of\s+(?:intent|offer|acceptance)|"
    r"d['’]intention|d['’]offre)",
    re.IGNORECASE,
)


_APART = Pattern(r"rief(?:en)?\b[^.;]{0,140}\san\s*(?:[.,;:!?]|und\b|$)")
"""A verb that means a call where its other half says so: ``rief in der Nacht seinen Kollegen an``."""

_VERB = Pattern(r"(?:called|rief)\b(?:\s+(\w+))?", re.IGNORECASE)


_BEFORE_A_SIDE = 35
"""Letters before a side where what is said of the contact with it stands."""


def of_several(occasion: Occasion, one: Told) -> int | None:
    """Where a sentence that tells of others too speaks of this contact; None where it tells of no others."""
    if not {actor.party for actor in one.named.actors if actor.party is not None} - set(occasion.parties):
        return None
    theirs = [actor.start for actor in one.named.actors if actor.party == occasion.parties[-1]]
    return max(0, min(theirs) - _BEFORE_A_SIDE) if theirs else None


_PLAIN = Pattern(
    r"(?:met|meet|visit|receiv|host|face|in person|saw|sat|welcom|sidelines|encounter|rencontr|reç|recev|visite|"
    r"accueil|se sont v|en marge|"
    r"tête|traf|treff|getroff|empf|besuch|zusammen|begrüß|am rande|встре|визит|прин|посе|на полях|очн|прибы)",
    re.IGNORECASE,
)
"""How words begin that say themselves that people met, rather than that they signed, dined or were in the same town."""


def channel_of(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Channel, Got]:
    """The medium: as the sentences of the contact name it, else as a place tells, else as others do, else the likeliest."""
    for one in occasion.told:
        named = [(means, start) for means, start in media_places(one) if means in _STRONG]
        if named:
            near = of_several(occasion, one)
            means, _ = min(named, key=lambda m: _STRONG.index(m[0]) if near is None else abs(m[1] - near))
            plain = means != "in-person" or any(_PLAIN.match(one.text, s) for kind, s in named if kind == means)
            return Channel(means), Got(How.STATED, one.text) if plain else Got(How.INFERRED, one.text, "it is done in person")
    for one in _beside(occasion) if alone and not any(media_of(one) for one in occasion.told) else ():
        for means in ("video", "phone"):
            if means in media_of(one):
                return Channel(means), Got(How.INFERRED, one.text, "the sentence beside it names it")
    for one in occasion.told:
        if any(IN.search(one.text[: place.start]) for place in one.named.places) or _HERE.search(one.text):
            return Channel.IN_PERSON, Got(How.INFERRED, one.text, "a place is named")
    for one in () if occasion.sequel else occasion.others:
        told = [] if one.earlier else media_of(one)
        for means in ("video", "phone", "in-person", *(("letter",) if alone else ())):
            if means in told:
                return Channel(means), Got(How.INFERRED, one.text, "another sentence names it")
    one = occasion.told[0]
    spoke = "spoke" in media_of(one) and not words.cues["talks"].found(one.text)
    likeliest = Channel.PHONE if spoke else Channel.IN_PERSON
    return likeliest, Got(How.GUESSED, one.text, "no medium is named")


def _beside(occasion: Occasion) -> list[Told]:
    """The sentences right before and after those of a contact, of none but its parties."""
    numbers = {one.sentence.number for one in occasion.told}
    near = [one for one in occasion.others if {one.sentence.number - 1, one.sentence.number + 1} & numbers and not one.earlier]
    return [one for one in near if {a.party for a in one.named.actors} <= {None, *occasion.parties} and not one.named.others]


_BEFORE_HELD = Pattern(
    r"\b(?:spoke|met|held|discussed|talked|received|rang|called|phoned|telephoned|told|hosted|welcomed|signed|agreed|visited|"
    r"s'est entretenu\w*|a (?:reçu|rencontré|accueilli|signé)|ont (?:signé|discuté|échangé|évoqué)|se sont \w+|"
    r"traf|trafen|empfing|sprach|sprachen|telefonierten?|vereinbarten|unterzeichneten|berieten|(?:hat|"
    r"haben)\b[^.;]{0,80}\b(?:getroffen|"
    r"gesprochen|telefoniert|empfangen|beraten|unterzeichnet)|провел\w*|провёл|обсудил\w*|встретил\w*|подписал\w*|"
    r"договорил\w*|принял\w*|созвонил\w*)\b",
    re.IGNORECASE,
)
_ABOUT_CONTACT = Pattern(
    r"call|anruf|anrief|meet|talk|tête-à-tête|session|request|invit|propos|trip|visit|convers|contact|engage|phone|"
    r"rencontre|entretien|appel|demande|visite|"
    r"proposition|treffen|gespräch|besuch|telefon|anfrage|einladung|встреч|разговор|визит|предложени|запрос|переговор|"
    r"консультаци|2\+2",
    re.IGNORECASE,
)


def told_as_held(text: str) -> bool:
    """Whether a sentence has a verb that tells of a contact as of something that took place."""
    return _BEFORE_HELD.search(text) is not None


_REFUSED = (Status.UNANSWERED, Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.DISPUTED)


def status_of(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got, Cue | None]:
    """Whether it was held: anything else is what its sentence says, or others where that does not say that it was held."""
    first = occasion.told[0]
    for one in occasion.told[:1]:
        ahead = () if _HAPPENED.search(one.text) else (Status.PLANNED,)
        for status in (*_REFUSED, Status.REQUESTED, *ahead):
            if (cue := _says(one, words, status)) is not None:
                if alone and status in (Status.REQUESTED, Status.PLANNED) and (other := _undone_by(occasion, words)) is not None:
                    return *other, cue
                return status, Got(How.STATED, one.text), cue
    if alone and (other := _denied(occasion, words)) is not None:
        return *other, None
    if not any(_BEFORE_HELD.search(one.text) for one in occasion.told):
        number = first.sentence.number
        near = [one for one in occasion.others if alone and not one.earlier]
        for one in (*occasion.told[1:], *sorted(near, key=lambda other: abs(other.sentence.number - number))):
            for status in _REFUSED:
                if (cue := _says(one, words, status)) is not None:
                    return status, Got(How.INFERRED, one.text, "another sentence says so"), None
    if occasion.sequel or _still_to_come(occasion, words):
        return Status.PLANNED, Got(How.INFERRED, first.text, "it is told of as to come"), None
    return Status.HELD, Got(How.INFERRED, first.text, "it is told as something that took place"), None


def _undone_by(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of a contact that is planned or asked for, as one of the next sentences, or the one before, says."""
    number = occasion.told[0].sentence.number
    near = [one for one in occasion.others if not one.earlier and abs(one.sentence.number - number) < _NEAR]
    for one in sorted(near, key=lambda other: abs(other.sentence.number - number)):
        for status in (Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.UNANSWERED):
            if _says(one, words, status) is not None and {a.party for a in one.named.actors} & set(occasion.parties):
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


_NEAR = 4
"""Sentences within which it is told what became of a plan."""


def _denied(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """Whether another sentence has one of the sides deny that it was."""
    for one in occasion.others:
        named = {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
        for cue in words.cues["status"].found(one.text):
            about = _ABOUT_CONTACT.search(one.text[cue.start : cue.end + 30])
            if cue.means == Status.DISPUTED and about is not None and named & set(occasion.parties) and not one.earlier:
                return Status.DISPUTED, Got(How.INFERRED, one.text, "one side denies it")
    return None


def _still_to_come(occasion: Occasion, words: Lexicon) -> bool:
    """Whether the sentence before, or the one that tells of it, has it planned, and nothing in them was done."""
    first = occasion.told[0]
    before = [one for one in occasion.others if one.sentence.number == first.sentence.number - 1]
    planned = any(cue.means == Status.PLANNED for one in before for cue in words.cues["status"].found(one.text))
    return planned and _IS_TO.search(first.text) is not None and not told_as_held(first.text)


_IS_TO = Pattern(
    r"\b(?:(?:is|are) to|doit|doivent|должен|должна|должны|will|wird|werden|soll|sollen|\w{3,}(?:ra|ront)|будет|будут)\s+\w",
    re.IGNORECASE,
)


_HAPPENED = Pattern(
    r"\b(?:took place|went ahead|a (?:bien )?eu lieu|s['’]est tenue?|stattgefunden|fand\b[^.;]{0,60}\bstatt|"
    r"прош(?:ла|ел|ёл|ли|ло)|состоял(?:ся|ась|ось|ись))\b",
    re.IGNORECASE,
)


def _says(one: Told, words: Lexicon, status: Status) -> Cue | None:
    """The word by which a sentence says that a contact became ``status``; what will not be is refused, or off."""
    sought = (status, Status.PLANNED) if status in (Status.DECLINED, Status.CANCELLED) else (status,)
    for cue in words.cues["status"].found(one.text):
        if _TO_TELL.match(one.text, cue.end) or _taken_back(one, cue, words):
            continue
        if cue.means not in sought or not _fits(one, cue, Status(cue.means)):
            continue
        will_not = cue.means == Status.PLANNED and (
            _NEGATED.search(one.text[: cue.start]) is not None or _NOT_IN.search(one.text[cue.start : cue.end]) is not None
        )
        wanted = _WANTED.search(one.text) is not None
        if cue.means == status and not will_not:
            return cue
        if will_not and status is (Status.DECLINED if wanted else Status.CANCELLED):
            return cue
    return None


def _taken_back(one: Told, cue: Cue, words: Lexicon) -> bool:
    """Whether what was called off before is planned again: ``who had cancelled, will see her colleague``."""
    later = any(other.means == Status.PLANNED and other.start > cue.end for other in words.cues["status"].found(one.text))
    return later and cue.means in (Status.CANCELLED, Status.POSTPONED) and _HAD.search(one.text[: cue.start]) is not None


_HAD = Pattern(r"\b(?:had|avait|avaient|hatten?|после того как)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_TO_TELL = Pattern(
    r"\s*(?:to\s+|d['’]|de\s+|zu\s+)?(?:say|tell|comment\w*|disclose|name|confirm|elaborate|give (?:details|a reason)|dire|"
    r"préciser|"
    r"donner de détails|от комментариев|комментировать|сообщить|назвать|уточнить)\b",
    re.IGNORECASE,
)
"""What was refused, where it was only to say more."""

_NOT_IN = Pattern(r"\b(?:not|nicht|pas|не|never|kein\w*|nie)\b", re.IGNORECASE)
_NEGATED = Pattern(r"(?:\bne\b|\bn['’]|\bnot\b|\bnicht\b|\bне\b|\bnever\b|\bkein\w*)\s*(?:\w+\s+)?$", re.IGNORECASE)
_WANTED = Pattern(
    r"\b(?:wanted|requests?|Bitte|demande|просьб\w*|asked|proposed|offered|invited|requested|sought|souhait\w+|demand\w+|"
    r"propos\w+|invit\w+|wollte|"
    r"bat|gebeten|vorgeschlagen|"
    r"eingeladen|хотел\w*|просил\w*|предлож\w*|пригласил\w*)\b",
    re.IGNORECASE,
)


def _fits(one: Told, cue: Cue, status: Status) -> bool:
    """Whether it is the contact that is planned or refused, not something that was spoken of in it."""
    text, spoken = one.text, bool(one.media) or _GOES_NOT.match(one.text, cue.start) is not None
    held = _BEFORE_HELD.search(text[: cue.start])
    if status is Status.PLANNED:
        return held is None
    far = status in (Status.CANCELLED, Status.POSTPONED)
    near = text if far else text[max(0, cue.start - 70) : cue.end + 70]
    of_contact = bool(_ABOUT_CONTACT.search(near)) or ((far or status is Status.UNANSWERED) and spoken)
    of_contact = of_contact or (status in (Status.DECLINED, Status.UNANSWERED) and _ENDS.match(text, cue.end) is not None)
    return of_contact and (held is None or status is Status.UNANSWERED)


_GOES_NOT = Pattern(
    r"n['’]ira|ne (?:se rendra|partira|viendra|fera)|(?:will not|won['’]t|is not) (?:now )?(?:travel|go|fly|come)|"
    r"(?:reist|fliegt|fährt|kommt) nicht|не (?:полетит|поедет|прилетит|приедет|вылетит|летит|едет|прибудет)",
    re.IGNORECASE,
)
"""A visit that will not be, in words that name none."""

_ENDS = Pattern(r"[\s.!»”\"]*$")
"""Nothing behind it: what was refused is what the sentence before tells of."""


def setting_of(occasion: Occasion, channel: Channel) -> tuple[Setting, Got]:
    """The occasion: 2+2 or sidelines where the sentences say so, multilateral for three parties or more, else bilateral."""
    for one in (*occasion.told, *occasion.others):
        if TWO_PLUS_TWO.search(one.text):
            return Setting.TWO_PLUS_TWO, Got(How.STATED, one.text)
    for one in occasion.told:
        if channel is Channel.IN_PERSON and _ASIDE.search(one.text):
            return Setting.SIDELINES, Got(How.STATED, one.text)
    if len(occasion.parties) > 2:
        return Setting.MULTILATERAL, Got(How.INFERRED, occasion.told[0].text, "three parties or more took part")
    return Setting.BILATERAL, Got(How.INFERRED, occasion.told[0].text, "nothing else is said")
