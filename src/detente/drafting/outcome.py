"""Did a contact take place, or what became of it, by the words of its sentences and of those beside them?"""

import re

from detente.domain.vocabulary import Status
from detente.drafting.answers import answered
from detente.drafting.held import told_as_held
from detente.drafting.lexicon import Cue, Lexicon
from detente.drafting.manner import media_of
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.tense import about_to, agreed_to_meet, still_to_come

_ABOUT_CONTACT = Pattern(
    r"call|reach|appointment|rendez-vous|Termin\b|Verabredung|travel|reise|déplacement|voyage|поездк|joindre|erreich|"
    r"дозвон|связаться|anruf|anrief|meet|talk|tête-à-tête|session|request|invit|propos|trip|visit|convers|contact|"
    r"engage|phone|"
    r"rencontre|entretien|appel|demande|visite|"
    r"proposition|treffen|gespräch|besuch|telefon|anfrage|einladung|встреч|разговор|визит|предложени|запрос|переговор|"
    r"консультаци|2\+2",
    re.IGNORECASE,
)


_REFUSED = (Status.UNANSWERED, Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.DISPUTED)


def status_of(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got, Cue | None]:
    """Whether it was held: anything else is what its sentence says, or others where that does not say that it was held."""
    first = occasion.told[0]
    asked = alone and any(_HAD_ASKED.search(o.text) for o in occasion.others if o.sentence.number == first.sentence.number + 1)
    if alone and (answer := answered(occasion)) is not None:
        return *answer, None
    if _FALLS_OUT.search(first.text):
        return Status.CANCELLED, Got(How.STATED, first.text), None
    for one in occasion.told[:1]:
        after = [each for each in occasion.others if alone and each.sentence.number == first.sentence.number + 1]
        happened = _HAPPENED.search(one.text) is not None or any(_HAPPENED.search(each.text) for each in after)
        ahead = () if happened else (Status.REQUESTED, Status.PLANNED)
        for status in (*_REFUSED, *ahead):
            if (cue := _says(one, words, status, asked=asked)) is not None:
                if _GOES_NOT.match(one.text, cue.start) and (later := _says(one, words, Status.POSTPONED)) is not None:
                    return Status.POSTPONED, Got(How.STATED, one.text), later
                if (
                    alone
                    and status in (Status.REQUESTED, Status.PLANNED)
                    and (other := _undone_by(occasion, words)) is not None
                ):
                    return *other, cue
                if status is Status.CANCELLED and _GOES_NOT.match(one.text, cue.start) and _PROPOSED.search(one.text):
                    status = Status.DECLINED
                return status, Got(How.STATED, one.text), cue
    if alone and _WAS_DUE.search(first.text) and not told_as_held(first.text):
        for one in occasion.others:
            if abs(one.sentence.number - first.sentence.number) < _NEAR and _NOT_TO_BE.search(one.text):
                return Status.CANCELLED, Got(How.INFERRED, one.text, "another sentence says so"), None
    if alone and (other := _denied(occasion, words)) is not None:
        return *other, None
    if not any(told_as_held(one.text) for one in (*occasion.told, *(_going_on(occasion) if alone else ()))):
        number = first.sentence.number
        near = [one for one in occasion.others if alone and not one.earlier]
        for one in (*occasion.told[1:], *sorted(near, key=lambda other: abs(other.sentence.number - number))):
            if one.named.others and not _names_one_of(one, occasion):
                continue  # what presidents, say, are to have
            of_them = one.sentence.number > number or one.has("lone") or one.has("pair") or _names_one_of(one, occasion)
            for status in _REFUSED[0 if of_them else 1 :]:
                if (cue := _says(one, words, status)) is not None:
                    return status, Got(How.INFERRED, one.text, "another sentence says so"), None
    if not alone and not any(told_as_held(one.text) for one in occasion.told) and (other := _later_undone(occasion, words)):
        return *other, None
    if agreed_to_meet(first) or (not any(map(_held, occasion.told)) and about_to(first)):
        return Status.PLANNED, Got(How.INFERRED, first.text, "it is told of as to come"), None
    if occasion.sequel or still_to_come(occasion, words):
        return Status.PLANNED, Got(How.INFERRED, first.text, "it is told of as to come"), None
    return Status.HELD, Got(How.INFERRED, first.text, "it is told as something that took place"), None


def _going_on(occasion: Occasion) -> list[Told]:
    """The sentence after that of a contact, where it goes on about the two: ``The ministers sat down on Tuesday``."""
    number = occasion.told[0].sentence.number + 1
    return [one for one in occasion.others if one.sentence.number == number and one.has("pair") and not one.named.others]


_FALLS_OUT = Pattern(
    r"\bf(?:ällt|iel|allen|ielen)\b(?=[^.;:]*\b(?:Treffen|Gespräch|Besuch|Telefonat|Begegnung|Reise|Unterredung|Visite|Sitzung))"
    r"[^.;:]{10,240}\saus(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
"""A verb of which the other half stands at the end: ``fällt das Treffen von X mit Y aus``."""

_WAS_DUE = Pattern(
    r"\b(?:(?:was|were) (?:to have|due to|to)|had been (?:due|set) to|devai(?:t|ent)|sollten?|(?:должен|должна|"
    r"должны) был\w*)\b",
    re.IGNORECASE,
)
_NOT_TO_BE = Pattern(
    r"\b(?:there )?will be no (?:\w+ )?(?:meeting|call|visit|talks|encounter)\b|\b(?:meeting|call|visit|talks) (?:is|"
    r"are) off\b|"
    r"n['’]y aura pas (?:de |d['’])|n['’]aura (?:donc )?pas lieu|(?:Treffen|Gespräch|Besuch|Telefonat)\b[^.;]{0,50}"
    r"(?:nicht geben|nicht stattfinden|findet nicht statt|ausfallen|fällt aus)|(?:wird|findet)\b[^.;]{0,50}"
    r"\b(?:nicht geben|nicht stattfinden|nicht statt)|(?:встреч\w+|визит\w*|переговор\w+|разговор\w*)\s+не (?:состоится|будет)",
    re.IGNORECASE,
)
"""What was to be will not."""

_PROPOSED = Pattern(
    r"\b(?:proposed|suggested|invitations?|invited|proposée?s?|invitations?|invité|Einladung\w*|eingeladen|vorgeschlagen\w*|"
    r"предложен\w*|предложил\w*|предлага\w*|приглаш\w*|пригласил\w*)\b",
    re.IGNORECASE,
)
"""What a side had proposed, and the other does not come to."""

_HAD_ASKED = Pattern(
    r"\b(?:had|has) (?:asked|requested|proposed|sought|offered|wanted)|\b(?:avait|a) (?:demandé|sollicité|proposé|"
    r"souhaité|voulu)|"
    r"\bhatte[^.;]{0,60}\b(?:gebeten|vorgeschlagen|angefragt|gewünscht|angeboten|gewollt)|\b(?:попросил|просил|"
    r"предложил|запросил|хотел)\w*",
    re.IGNORECASE,
)
"""A side had asked for what the other will not have."""


def _undone_by(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of a contact that is planned or asked for, as one of the next sentences, or the one before, says."""
    number = occasion.told[0].sentence.number
    near = [one for one in occasion.others if not one.earlier and abs(one.sentence.number - number) < _NEAR]
    for one in sorted(near, key=lambda other: abs(other.sentence.number - number)):
        for status in (Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.UNANSWERED):
            if _says(one, words, status) is not None and _names_one_of(one, occasion):
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


def _later_undone(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of it, as a later sentence about it says."""
    for one in occasion.told[1:]:
        for status in (Status.POSTPONED, Status.CANCELLED, Status.DECLINED):
            if _says(one, words, status) is not None:
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


def _names_one_of(one: Told, occasion: Occasion) -> bool:
    named = {a.party for a in one.named.actors} | {country.party for country in one.named.countries}
    return bool(named & set(occasion.parties))


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


def _held(one: Told) -> bool:
    return told_as_held(one.text)


_HAPPENED = Pattern(
    r"\b(?:took place|went ahead|a (?:bien )?eu lieu|s['’]est tenue?|stattgefunden|fand\b[^.;]{0,60}\bstatt|"
    r"прош(?:ла|ел|ёл|ли|ло)|состоял(?:ся|ась|ось|ись))\b",
    re.IGNORECASE,
)


def _says(one: Told, words: Lexicon, status: Status, *, asked: bool = False) -> Cue | None:
    """The word by which a sentence says that a contact became ``status``; what will not be is refused, or off.

    ``asked`` where the next sentence says that a side had asked for it.
    """
    sought = (status, Status.PLANNED) if status in (Status.DECLINED, Status.CANCELLED) else (status,)
    for cue in words.cues["status"].found(one.text):
        if (
            _TO_TELL.match(one.text, cue.end)
            or _NOT_TO_TELL.search(one.text[: cue.start])
            or _IN_ORDER_TO.search(one.text[: cue.start])
            or _taken_back(one, cue, words)
        ):
            continue
        if cue.means not in sought or not _fits(one, cue, Status(cue.means)):
            continue
        will_not = cue.means == Status.PLANNED and (
            _NEGATED.search(one.text[: cue.start]) is not None or _NOT_IN.search(one.text[cue.start : cue.end]) is not None
        )
        wanted = _WANTED.search(one.text) is not None or asked
        if will_not and not (media_of(one) or _ABOUT_CONTACT.search(one.text) or len(parties_of(one.named.actors)) > 1):
            continue  # what somebody else will not do
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

_NOT_TO_TELL = Pattern(
    r"(?:от (?:\w+ )?комментариев|комментировать|подтвер(?:ждать|дить)|сообщ(?:ать|ить)|назвать|называть|"
    r"уточн(?:ять|ить)|zu (?:äußern|"
    r"kommentieren|bestätigen))(?:\s+[\w]+){0,2}\s+$",
    re.IGNORECASE,
)
"""The same, before the word for a refusal."""

_IN_ORDER_TO = Pattern(
    r"\b(?:call\w*|phon\w+|telephon\w+|rang|wrote|written|letter|appel\w*|téléphon\w+|écri\w+|lettre|ruft?|rief|angerufen|"
    r"telefoni\w+|schr[ie]+b\w*|geschrieben|Brief|позвонил\w*|созвонил\w*|написал\w*|письм\w+)\b[^.;]{0,50}?"
    r"(?:\bto\s+|\bpour\s+|,\s*um\s+|,\s*чтобы\s+)(?:(?!get|fix|arrange|convenir|vereinbaren)\w+\s+)[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before what a call was made for: to explain why something else will not be."""

_NOT_IN = Pattern(r"\b(?:not|nicht|pas|не|never|kein\w*|nie)\b", re.IGNORECASE)
_NEGATED = Pattern(r"(?:\bne\b|\bn['’]|\bnot\b|\bnicht\b|\bне\b|\bnever\b|\bkein\w*)\s*(?:\w+\s+)?$", re.IGNORECASE)
_WANTED = Pattern(
    r"\b(?:invitations?|Einladung|приглашени\w+|receiv\w+|reçoi\w*|recev\w+|empfang\w*|прин(?:ять|имать|има\w+|"
    r"им[еу]т)|примет|wanted|requests?|Bitte|demande|просьб\w*|asked|proposed|offered|invited|requested|sought|"
    r"souhait\w+|demand\w+|"
    r"propos\w+|invit\w+|wollte|"
    r"bat|gebeten|vorgeschlagen|"
    r"eingeladen|хотел\w*|просил\w*|предлож\w*|пригласил\w*)\b",
    re.IGNORECASE,
)


def _fits(one: Told, cue: Cue, status: Status) -> bool:
    """Whether it is the contact that is planned or refused, not something that was spoken of in it."""
    text, spoken = one.text, bool(one.media) or _GOES_NOT.match(one.text, cue.start) is not None
    held = told_as_held(text[: cue.start])
    if status is Status.PLANNED and not held:
        held = _WAS_THERE.search(text[: cue.start]) is not None
    if status is Status.PLANNED:
        sides = [actor.start for actor in one.named.actors if actor.party is not None and actor.start >= 0]
        later = (
            bool(sides)
            and min(sides) > cue.end
            and told_as_held(text[cue.end :])
            and _BY.search(text[: min(sides)]) is not None
        )
        return not (held or later)
    far = status in (Status.CANCELLED, Status.POSTPONED)
    near = text if far else text[max(0, cue.start - 70) : cue.end + 70]
    of_contact = bool(_ABOUT_CONTACT.search(near)) or ((far or status is Status.UNANSWERED) and spoken)
    of_contact = of_contact or (status in (Status.DECLINED, Status.UNANSWERED) and _ENDS.match(text, cue.end) is not None)
    return of_contact and (not held or status is Status.UNANSWERED)


_WAS_THERE = Pattern(
    r"\b(?:last \w+day|yesterday|hier|gestern|вчера|vergangenen \w+|\w+di dernier)\b[^.;]{0,80}\b(?:was|were|était|"
    r"étaient|war|waren|"
    r"был[аи]?)\s+(?:in|at|à|au|en|bei|zu|в|у)\b",
    re.IGNORECASE,
)
"""Somebody was there on a day that is behind: what is to come of it stands behind that."""

_BY = Pattern(
    r"\b(?:signed|agreed|concluded|sealed|initialled|inked|signée?s?|conclue?s?|paraphée?s?|scellée?s?|convenue?s?|unterzeichnet\w*|"
    r"vereinbart\w*|geschlossen\w*|подписанн\w+|заключ[её]нн\w+|согласованн\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before those who agreed on what is to come of it: ``will train together under a pact signed by``."""

_GOES_NOT = Pattern(
    r"n['’]ira|ne (?:se rendra|partira|viendra|fera)|(?:will not|won['’]t|is not) (?:now )?(?:travel|go|fly|come)|"
    r"(?:reist|fliegt|fährt|kommt) nicht|не (?:полетит|поедет|прилетит|приедет|вылетит|летит|едет|прибудет)",
    re.IGNORECASE,
)
"""A visit that will not be, in words that name none."""

_ENDS = Pattern(r"[\s.!»”\"]*$")
"""Nothing behind it: what was refused is what the sentence before tells of."""
