"""Which sentences of a text speak of a silence, and what do they claim?"""

import re
from dataclasses import dataclass
from datetime import date

from detente.domain.contacts import Claim
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Anchor, By, Channel, ClaimKind, Level, Qualifier
from detente.domain.words import claimed_length_in_words
from detente.drafting.claims.firsts import Opening, Telling, abroad, of_one_person, of_others, openings
from detente.drafting.claims.horizons import apart, broken, length_in, since_event, since_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Claimed

_CALLS = Pattern(
    r"call|phone|spoke|spoken|telephone|convers|entretien téléphonique|téléphon|telefon|gespräch|звон|разговор|созван|"
    r"conversation",
    re.IGNORECASE,
)
_EVER = Pattern(
    r"first (?:\w+\s+){0,3}(?:call|conversation|meeting|talks?|contact|phone call|visit) (?:with|between|of|by)|"
    r"first ever|first time|first had|no earlier|"
    r"first (?:[\w.'’-]+ ){1,5}to (?:visit|come|travel|go|set foot)\b|"
    r"(?:was|is|be) (?:the [\w'’ ]{3,30}['’]s?|their) first (?:\w+ ){0,2}(?:call|conversation|meeting|talks|contact|"
    r"exchange|encounter)\b|"
    r"première fois|toute première|premier entretien (?:entre|avec)|"
    r"(?:c['’](?:est|était)|s['’]agi\w+ d[e'’]) ?(?:la |le |leur )?premi(?:er|ère) (?:rencontre|visite|entretien|échange|"
    r"conversation)\b|"
    r"erste[rs]? (?:gespräch|treffen|telefonat|begegnung|besuch)|zum ersten mal|erstmals|"
    r"перв(?:ый|ая) (?:\w+ )?(?:разговор|контакт|встреча|беседа|визит|поездка)\b|впервые",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Silence:
    """How long it was, since when, or that there never was a contact before."""

    kind: ClaimKind
    months: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    since: str | None = None


def _silence(sentence: str, day: date | None) -> _Silence | None:
    """The silence of which a sentence tells; None: of none."""
    if of_others(sentence) or abroad(sentence):
        return None
    if (lasted := broken(sentence)) is not None and lasted[0] >= _LEAST:
        return _Silence(ClaimKind.FIRST_SINCE, *lasted)
    return next((found for one in openings(sentence) if (found := _told_by(one, sentence, day)) is not None), None)


_LEAST = 0.5
"""Months that a pause of which a sentence tells must have lasted to be a silence."""


_ASIDE = Pattern(r",\s+(?:who|whom|which|qui|dont|котор\w+)\b.*$", re.IGNORECASE)
"""What is told of somebody by the way."""


def _told_by(opening: Opening, sentence: str, day: date | None) -> _Silence | None:
    last = opening.telling is Telling.LAST
    months, qualifier = apart(sentence) if last else length_in(opening.words)
    since = since_in(opening.words, day, only_since=not last)
    if months is not None or since is not None:
        return _Silence(ClaimKind.FIRST_SINCE, months, qualifier, since)
    event = since_event(_ASIDE.sub(lambda _: "", opening.words))
    ever = opening.telling is Telling.NEVER or (
        opening.telling is not Telling.NONE and not (event or opening.of_itself) and _EVER.search(sentence) is not None
    )
    if of_one_person(sentence) or not (ever or event):
        return None
    return _Silence(ClaimKind.FIRST_EVER if ever else ClaimKind.STATEMENT)


def claimed(sentence: str, *, on: date | None, channel: Channel | None, level: Level, published: date | None) -> Claimed | None:
    """What the sentence claims of the silence before a contact on the day ``on``; None where it speaks of none."""
    day = on or published
    silence = _silence(sentence, day)
    if silence is None:
        return None
    kind, months, qualifier, since = silence.kind, silence.months, silence.qualifier, silence.since
    claim = Claim(
        claim_id="",
        dyad_slug="",
        contact_id=None,
        asserted_on="" if day is None else f"{day.isoformat()}~",
        kind=kind,
        claim=_told(kind, months, qualifier, since),
        since=since,
        anchor=None if since is None else Anchor.CONTACT,
        months=None if months is None else round(months, 3),
        qualifier=qualifier if months is not None else None,
        channel=_channel(sentence, channel),
        level=level.value,
        setting=None,
        by=By.PERSON if kind is ClaimKind.FIRST_EVER else By.OFFICE,
        substance=ANY,
        source_url=None,
    )
    return Claimed(claim, sentence)


def _told(kind: ClaimKind, months: float | None, qualifier: Qualifier | None, since: str | None) -> str:
    """The claim in words of our own."""
    if kind is ClaimKind.FIRST_EVER:
        return "The first between the two."
    parts = []
    if months is not None:
        parts.append(f"in {claimed_length_in_words(months, qualifier)}")
    if since is not None:
        parts.append(f"since {since}")
    return f"The first {' and '.join(parts)}." if parts else "The first since an event."


def _channel(sentence: str, channel: Channel | None) -> str:
    if _CALLS.search(sentence) or channel in CALL_CHANNELS:
        return Channel.PHONE.value
    return ANY if channel in (None, Channel.OTHER) else str(channel.value)
