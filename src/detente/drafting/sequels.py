"""Does a sentence announce the next contact of those who have just been in one?"""

import re
from dataclasses import replace

from detente.domain.vocabulary import Office
from detente.drafting.actors import Actor
from detente.drafting.clauses import goes_on_to_plan
from detente.drafting.counted import WEEKDAY
from detente.drafting.dates import MONTH, dates_in
from detente.drafting.held import told_as_held
from detente.drafting.lexicon import Lexicon
from detente.drafting.offices import COUNTERPART
from detente.drafting.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.tense import AGREED

_NEAR = 6
"""Sentences behind that of a contact within which the next one is announced."""

_WILL = Pattern(
    r"\b(?:will|(?:is|are) (?:to|due to|set to)|plans? to|agreed (?:to|on|that)|(?:sont|ont) convenue?s?|vereinbart\w*|"
    r"verabredet\w*|"
    r"условил\w*|договорил\w*|want to|intend to|se retrouveront|se revoient|"
    r"se retrouvent|meet again|sehen sich|treffen sich|встречаются|se verront|\w+ront|"
    r"doivent|"
    r"prévoient|veulent|werden|wollen|sollen|wird|\w*стретятся|увидятся|обсудят|поговорят|проведут|созвонятся|продолжат|"
    r"планируют|намерены|соберутся|собираются|se réunissent|kommen\b[^.;]{0,80}\bzusammen(?=\s*[.,;:]|$))\b",
    re.IGNORECASE,
)
_MEETING = Pattern(
    r"\b(?:meet\w*|convene\w*|reconvene\w*|gather|tagen|tagt|face to face|face-to-face|in person|see each other|"
    r"talks?|visit\w*|encounter|session|call|speak|"
    r"conversation|continue|resume|reconvene|second round|next round|follow-up|poursuivr\w*|reprendr\w*|"
    r"(?:deuxième|second|prochain) (?:tour|round)|fortsetzen|fortgesetzt|weiterverhandeln|zweite Runde|"
    r"retrouve\w*|revoient|sehen sich|rencontr\w*|verront|reverront|entretien|visite|reparler\w*|réuni\w*|treffen|"
    r"trifft|wiedersehen|"
    r"persönlich|sprechen|kommen\b[^.;]{0,80}\bzusammen|"
    r"telefonieren|zusammenkommen|Gespräch\w*|\w*besuch\w*|beraten)\b|\b(?:встре[тч]|увид|лично|очн|переговор|созвон|"
    r"разговор|продолж|возобнов|соберут|раунд|"
    r"визит)\w*",
    re.IGNORECASE,
)
_WORK = Pattern(
    r"\b(?:sign|draw up|finali[sz]e|signer\w*|sign(?:er)?ont|dresser\w*|finaliser\w*|unterzeichn\w+|ausarbeiten|festlegen|"
    r"подпишут|подписать|составят|составить|согласуют|утвердят)\b",
    re.IGNORECASE,
)
"""What those who come together at a place, on a day, are to do."""

_WHEN = Pattern(
    r"\b(?:today|aujourd['’]hui|heute|сегодня|tomorrow|demain|morgen|завтра|next (?:week|month)|"
    r"(?:la )?semaine prochaine|le mois prochain|"
    r"nächste[nr]? (?:Woche|Monat)|"
    r"kommende[nr]? (?:Woche|Monat)|на следующей неделе|в следующем месяце)\b",
    re.IGNORECASE,
)


_IN_MONTH = Pattern(rf"\b(?:in|en|im|au mois de|au mois d['’]|в|на|for|pour|für)\s+(?:early\s+|late\s+)?{MONTH}", re.IGNORECASE)
"""A month in which something is to be."""

_BE_HELD = Pattern(r"\b(?:be|to be) (?:held|hosted|received|welcomed|signed|discussed)\b", re.IGNORECASE)
"""What is to be, in words that elsewhere tell of what was."""

_AGAIN = Pattern(
    r"\b(?:again|follow-up|(?:next|second) (?:round|session|meeting|talks)|suite|Folgetreffen|Fortsetzung|продолжени\w+|"
    r"à nouveau|de nouveau|prochaine (?:session|réunion|rencontre)|"
    r"erneut|wieder|"
    r"nächste (?:Runde|Sitzung|Treffen)|снова|вновь|следующ\w+ (?:встреч|заседани|раунд)\w*)\b",
    re.IGNORECASE,
)
"""Of a committee, say, that is to come together once more."""

_IS_SET = Pattern(
    r"\b(?:visit|trip|meeting|call|talks|session|round|encounter)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:is|are|has been|"
    r"have been) (?:now )?"
    r"(?:planned|scheduled|set|due|fixed|expected|pencilled in|agreed|slated|to follow|to take place)\b|"
    r"\b(?:visite|déplacement|voyage|rencontre|entretien|réunion|session)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:est|sont|a été|"
    r"doit|doivent) "
    r"(?:prévue?s?|programmée?s?|fixée?s?|attendue?s?|avoir lieu|suivre|annoncée?s?)\b|"
    r"\b(?:\w*besuch\w*|\w*treffen|Gespräch\w*|Reise|Runde|Sitzung)\b(?:[^.;]|(?<=\d)\.){0,90}\b(?:ist|sind|"
    r"wurde)\b(?:[^.;]|(?<=\d)\.){0,60}"
    r"\b(?:geplant|vorgesehen|angesetzt|vereinbart|terminiert|anberaumt)\b|"
    r"\b(?:визит\w*|встреч\w*|поездк\w*|переговор\w*|разговор\w*|заседани\w*)\b(?:[^.;]|"
    r"(?<=\d)\.){0,90}\b(?:запланирован\w*|намечен\w*|"
    r"назначен\w*|ожида[ею]тся|ожидаются|состоится|состоятся|пройд[её]т|пройдут)\b",
    re.IGNORECASE,
)
"""A contact to come, told by a noun: ``ein Gegenbesuch ist für den 3. Juni geplant``."""

_INVITED = Pattern(
    r"\b(?:accepted|accepts|taken up|took up)\b[^.;:]{0,30}\binvitation\b|"
    r"\b(?:accept(?:e|é|ée|ait)|répond(?:u|ra) (?:favorablement )?à|honorera)\b[^.;:]{0,30}\binvitation\b|"
    r"\bnahm\b[^.;:]{0,30}\bEinladung\b[^.;:]{0,60}\ban\b|\bEinladung\b[^.;:]{0,60}\bangenommen\b|"
    r"\bприня\w+ приглашение\b|\bприглашение\b[^.;:]{0,40}\bпринят\w*",
    re.IGNORECASE,
)
"""One of them is to be the other's guest."""

_OFF = ("cancelled", "postponed", "declined", "unanswered")

_INSTEAD = Pattern(r"\b(?:instead|à la place|au lieu de cela|stattdessen|вместо этого)\b", re.IGNORECASE)
"""What is to be in the place of what was called off."""


def sequel(one: Told, last: Occasion, words: Lexicon) -> Occasion | None:
    """The contact to come, of the parties of ``last``, of which a sentence soon after it says the day; None: it does not."""
    behind = one.sentence.number - last.told[-1].sentence.number
    named = set(parties_of(one.named.actors))
    if not 0 < behind <= _NEAR or not named <= set(last.parties) or one.sentence.heading or one.named.others:
        return None
    half = behind == 1 and goes_on_to_plan(one.text)
    together = (
        half or one.has("pair") or len(named) > 1 or _AGAIN.search(one.text) is not None or _IS_SET.search(one.text) is not None
    )
    instead = _INSTEAD.search(one.text) is not None
    invited = _INVITED.search(one.text) is not None and _dated(one)
    if (
        not (together or invited)
        or not (half or invited or _announced(one, words))
        or (_to_come(last.told[0], words) and not instead)
    ):
        return None
    return Occasion(last.parties, _taking_part(one, last, words), (one,), sure=last.sure, sequel=True)


def _taking_part(one: Told, last: Occasion, words: Lexicon) -> tuple[Actor, ...]:
    """Who is to take part: the same, unless the sentence says that it is those of another office, whom nobody names."""
    coming = [Office(cue.means) for cue in words.cues["office"].found(one.text) if cue.means != COUNTERPART]
    coming += [Office.CHIEF_OF_DEFENCE] if _CHIEFS.search(one.text) else []
    if not coming or set(coming) & {actor.office for actor in last.actors} or any(actor.name for actor in one.named.actors):
        return last.actors
    return tuple(replace(actor, office=coming[0], name=None, person=None, listed="") for actor in last.actors)


_CHIEFS = Pattern(
    r"\b(?:heads|chiefs) of (?:\w+ ){0,3}staffs?\b|\bchefs? d['’]état-major\b|\b(?:General)?[Ss]tabschefs\b|"
    r"\bначальник\w* (?:\w+ )?\w*штабов\b",
    re.IGNORECASE,
)


def _announced(one: Told, words: Lexicon) -> bool:
    will = _WILL.search(one.text) is not None or _to_come(one, words)
    if any(cue.means in _OFF for cue in words.cues["status"].found(one.text)) and _INSTEAD.search(one.text) is None:
        return False
    meeting = _MEETING.search(one.text) is not None or (
        _WORK.search(one.text) is not None and bool(dates_in(one.text)) and bool(one.named.places)
    )
    return (
        will
        and _dated(one)
        and meeting
        and not told_as_held(_BE_HELD.sub(lambda hit: "", AGREED.sub(lambda hit: "", one.text)))
    )


def _dated(one: Told) -> bool:
    by_words = any(pattern.search(one.text) is not None for pattern in (WEEKDAY, _IN_MONTH, _WHEN))
    return by_words or bool(dates_in(one.text))


def _to_come(one: Told, words: Lexicon) -> bool:
    return any(cue.means == "planned" for cue in words.cues["status"].found(one.text))
