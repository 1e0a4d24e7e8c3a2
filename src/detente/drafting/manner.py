"""By which medium were they in contact, did it take place, and who asked for it?"""

import re

from detente.domain.vocabulary import Channel, Setting, Status
from detente.drafting.lexicon import Country, Cue, Lexicon, countries_in
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_STRONG = ("video", "hotline", "phone", "letter", "in-person")
_IN = re.compile(r"\b(?:in|at|à|au|en|в|nach|nach|aus)\s+(?:the\s+|der\s+)?$", re.IGNORECASE)
_HERE = re.compile(r"(?<!\w)here(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r"sidelines|margins of|en marge|am rande|на полях|margin of|on the fringes", re.IGNORECASE)
TWO_PLUS_TWO = re.compile(r"\b2\s?\+\s?2\b|two-plus-two|deux plus deux|zwei plus zwei|два плюс два", re.IGNORECASE)


def media_of(told: Told) -> list[str]:
    """The media that a sentence names, but for calls for something."""
    found = []
    for means, start in told.media:
        verb = re.match(r"(?:called|rief)\b(?:\s+(\w+))?", told.text[start:], re.IGNORECASE)
        if verb is not None and not any(start < actor.start <= start + 30 for actor in told.named.actors):
            continue
        found.append(means)
    return found


def channel_of(occasion: Occasion, *, alone: bool) -> tuple[Channel, Got]:
    """The medium: as the sentences of the contact name it, else as others do, else as a place tells, else a call."""
    for one in occasion.told:
        named = media_of(one)
        for means in _STRONG:
            if means in named:
                return Channel(means), Got(How.STATED, one.text)
    for one in occasion.told:
        if any(country.place and _IN.search(one.text[: country.start]) for country in one.named.countries) or _HERE.search(
            one.text
        ):
            return Channel.IN_PERSON, Got(How.INFERRED, one.text, "a place is named")
    for one in occasion.others if alone or occasion.others else ():
        named = [] if one.earlier else media_of(one)
        for means in ("video", "phone", "in-person"):
            if means in named:
                return Channel(means), Got(How.INFERRED, one.text, "another sentence names it")
    return Channel.OTHER, Got(How.GUESSED, occasion.told[0].text, "no medium is named")


_BEFORE_HELD = re.compile(
    r"\b(?:spoke|met|held|discussed|talked|received|s'est entretenu\w*|a reçu|traf|trafen|empfing|sprach|"
    r"telefonierte|провел\w*|обсудил\w*|"
    r"встретил\w*)\b",
    re.IGNORECASE,
)
_ABOUT_CONTACT = re.compile(
    r"call|anruf|anrief|meet|talk|request|invit|propos|trip|visit|convers|contact|engage|phone|rencontre|entretien|appel|demande|visite|"
    r"proposition|treffen|gespräch|besuch|telefon|anfrage|einladung|встреч|разговор|визит|предложени|запрос|переговор|"
    r"консультаци|2\+2",
    re.IGNORECASE,
)


def status_of(occasion: Occasion, words: Lexicon) -> tuple[Status, Got, Cue | None]:
    """Whether it was held: anything else is what the sentence of the contact says."""
    for one in occasion.told[:1]:
        cues = words.cues["status"].found(one.text)
        for status in (
            Status.UNANSWERED,
            Status.CANCELLED,
            Status.POSTPONED,
            Status.DECLINED,
            Status.DISPUTED,
            Status.REQUESTED,
            Status.PLANNED,
        ):
            for cue in cues:
                if cue.means == status and _fits(one.text, cue, status):
                    return status, Got(How.STATED, one.text), cue
    return Status.HELD, Got(How.INFERRED, occasion.told[0].text, "it is told as something that took place"), None


def _fits(text: str, cue: Cue, status: Status) -> bool:
    """Whether it is the contact that is planned or refused, not something that was spoken of in it."""
    held = _BEFORE_HELD.search(text[: cue.start])
    if status is Status.PLANNED:
        return held is None
    far = status in (Status.CANCELLED, Status.POSTPONED)
    near = text if far else text[max(0, cue.start - 70) : cue.end + 70]
    return bool(_ABOUT_CONTACT.search(near)) and (held is None or status is Status.UNANSWERED)


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


_AT_WHOSE = re.compile(
    r"\bat\s+(?:the\s+)?([^.;,]{2,40}?)(?:['’]s?)?\s+(?:request|initiative|invitation|behest)\b", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:called|phoned|telephoned|rang|rief|a appelé|a téléphoné|позвонил\w*|направил\w*|a écrit|schrieb|sent a letter|sent|"
    r"wrote)\b",
    re.IGNORECASE,
)


def initiator_of(occasion: Occasion, words: Lexicon, status: Status, cue: Cue | None, *, alone: bool) -> tuple[str, Got] | None:
    """The party that asked for it; None where nothing tells."""
    for one in (*occasion.told, *(occasion.others if alone else ())):
        if (party := _at_whose(one, occasion, words)) is not None:
            return party, Got(How.STATED, one.text)
    first = occasion.told[0]
    if cue is not None and status in (Status.DECLINED, Status.UNANSWERED) and len(occasion.parties) == 2:
        refusing = [c.party for c in first.named.countries if c.end <= cue.start and c.party in occasion.parties]
        refusing = refusing or [a.party for a in first.named.actors if a.end <= cue.start and a.party in occasion.parties]
        if refusing:
            other = next(party for party in occasion.parties if party != refusing[0])
            return other, Got(How.INFERRED, first.text, "the other side refused")
    if status is Status.REQUESTED:
        return occasion.parties[0], Got(How.INFERRED, first.text, "it is told of as the one that asks")
    for one in occasion.told:
        for verb in _CALLED.finditer(one.text):
            before = [a.party for a in one.named.actors if a.end <= verb.start() and a.party in occasion.parties]
            after = [a for a in one.named.actors if a.start >= verb.end() and a.party in occasion.parties]
            if not before and after and after[0].party != occasion.parties[0]:
                before = [occasion.parties[0]]
            if before and after and before[-1] != after[0].party and after[0].start - verb.end() < 40:
                return str(before[-1]), Got(How.INFERRED, one.text, "it is told of as the one that called")
    return None


def _at_whose(one: Told, occasion: Occasion, words: Lexicon) -> str | None:
    if (hit := _AT_WHOSE.search(one.text)) is not None:
        for country in countries_in(hit[1] + " ", words):
            if country.party in occasion.parties:
                return country.party
    for cue in words.cues["initiative"].found(one.text):
        reach = one.text[cue.end : cue.end + 60]
        named: list[Country] = countries_in(reach, words)
        if (party := next((c.party for c in named if c.party in occasion.parties), None)) is not None:
            return party
        close = [a for a in one.named.actors if cue.end <= a.start <= cue.end + 30 and a.party in occasion.parties]
        if close:
            return close[0].party
    return None
