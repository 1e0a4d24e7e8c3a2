"""Does a sentence recall when those of whom the text tells had last been in contact? That was a contact of its own."""

import re
from collections.abc import Sequence
from datetime import date

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import MONTH, dates_in, month_in
from detente.drafting.days.resolving import days_in
from detente.drafting.days.years import opens_in_a_year
from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of

_PAIR = 2


def last_time(one: Told, last: Occasion) -> Occasion | None:
    """The contact that those of ``last`` had had before, as a sentence says by its date; None: it says of none."""
    named = parties_of(one.named.actors)
    if (
        not (len(last.parties) == _PAIR or _ALL.search(one.text))
        or not set(named) <= set(last.parties)
        or one.named.others
        or not recalls(one.text)
    ):
        return None
    return Occasion(
        last.parties, tuple(a for a in last.actors if a.name is None or not one.named.actors), (one,), sure=last.sure
    )


_ALL = Pattern(
    r"\b(?:(?:the|all) (?:three|four|five)|(?:les|tous|toutes) (?:les )?(?:trois|quatre|cinq)|(?:die|alle) (?:drei|vier|fünf)|"
    r"(?:трое|четверо|втро[её]м|вчетвером))\b",
    re.IGNORECASE,
)
"""All of those who were in a contact of more than two."""


def recalls(text: str) -> bool:
    """Whether a sentence does nothing but say when two had last been in contact, by a date, or a month of a year."""
    dated = any(hit.groupdict().get("day") or hit.groupdict().get("d") for hit in dates_in(text))
    if not dated and not (("19" in text or "20" in text) and _MONTH_OF_YEAR.search(text)):
        return False
    said = _LAST_TIME.search(text)
    return said is not None and not day_words(text[: said.start()])


def opens_with_the_last(known: Occasion, one: Told) -> bool:
    """Whether a text begins with when two had last been in contact, and ``one`` tells of the contact that is its news."""
    return all(recalls(told.text) for told in known.told) and bool(media_of(one)) and not one.earlier and not recalls(one.text)


def recalled_on(text: str, published: date) -> tuple[date | None, str] | None:
    """The day on which two had last been in contact, and how it is written, or its month; None: the text recalls none."""
    if not recalls(text):
        return None
    for hit in dates_in(text):
        for said in days_in(text[hit.start() :], published)[:1]:
            return said.day, said.day.isoformat()
    month = month_in(text, published)
    return None if month is None else (None, month)


def of_now(found: Sequence[Occasion]) -> list[Occasion]:
    """Those contacts that are not what others are to have next; nor, beside one of a day, those told of by a year alone."""
    firm = [one for one in found if not one.sequel]
    return [one for one in firm if not opens_in_a_year(one.told[0].text)] or firm


def together_then(one: Told) -> bool:
    """Whether a sentence says that the two were together on a date: ``They also sat down on March 7``."""
    if not one.has("pair"):
        return False
    dates = [hit for hit in dates_in(one.text) if hit.groupdict().get("day") or hit.groupdict().get("d")]
    dated = any(_OF.search(one.text[: hit.start()]) is None for hit in dates)
    return dated and _TOGETHER.search(one.text) is not None


def he_and_him(text: str) -> bool:
    """Whether a sentence calls both sides by a pronoun, or has Russian verbs of what those do of whom it told."""
    return _HE_HIM.search(text) is not None


_HE_HIM = Pattern(
    r"\b(?:he|she)\b[^.;]{0,60}?\b(?<!about )(?<!of )(?<!from )(?<!after )(?<!before )"
    r"(?:him\b|(?:to|with|for) her(?=[.,;]|$| (?:by|on|in|at|that)\b))|"
    r"\b(?:il|elle) (?:lui|l['’])|\b(?:er ihr|sie ihm|er ihm|er ihn|er sie|sie ihn)\b|"
    r"\b(?:он|она)\b[^.;]{0,40}?\b(?:ему|ей|с ним|с ней)\b|"
    r"(?:^|[,—]\s)[^.;«»]{0,25}?(?<!они )\b(?:говорили|созвонились|созванивались|встретились|виделись|увиделись|беседовали)\b",
    re.IGNORECASE,
)
"""Both of them: ``bestätigte er ihr``."""

_OF = Pattern(r"\b(?:of|du|des|vom|от)\s+$", re.IGNORECASE)
"""Before the date of what was spoken of: ``sprachen über den Angriff vom 7. März``."""

_TWO = (
    r"(?:they|(?:the|these) (?:two|pair)(?: \w+){0,2}|both(?: \w+)?|"
    r"ils|elles|(?:les|tous|toutes) deux(?: \w+)?|sie|(?:die )?beiden?(?: \w+)?|они|оба(?: министра)?|обе|"
    r"собеседники|министры)"
)
_WERE = (
    r"(?:(?:dined|lunched|breakfasted|ate|sat|supped)(?! (?:out|back|on|for)\b)|saw (?:each other|one another)|met|"
    r"(?:spoke|talked|conferred)(?! (?:of|about)\b)|"
    r"shook hands|were face to face|shared an?|crossed paths|"
    r"(?:dîné|déjeuné|soupé|conféré|conversé|négocié|attablée?s|assis(?:es)?|vue?s|croisée?s|retrouvée?s|rencontrée?s|parlé)|"
    r"(?:saßen|aßen|speisten|tafelten|sahen|trafen|sprachen|verhandelten|telefonierten|zusammengesessen|zusammensaßen|gesehen|"
    r"getroffen)|"
    r"(?:сидели|ужинали|обедали|завтракали|встречались|виделись|увиделись|беседовали|разговаривали|созванивались|"
    r"вели (?:переговоры|разговор|беседу)))"
)
_TOGETHER = Pattern(
    rf"\b{_TWO}\b(?:[^.;]|(?<=\d)\.){{0,40}}?\b{_WERE}\b|\b{_WERE}\s+(?:sich\s+)?{_TWO}\b|\bкогда {_WERE}\b", re.IGNORECASE
)
"""The two, and what those do who are in one place or on one line."""

_MONTH_OF_YEAR = Pattern(r"[^\W\d_]{3,9}\s+(?:de\s+|des\s+Jahres\s+)?(?:19|20)\d\d", re.IGNORECASE)

_LAST_TIME = Pattern(
    r"\b(?:had|have|has) (?:last|previously) (?:spoken|met|talked|conferred|seen|been|sat|phoned|called|exchanged)|"
    r"\b(?:last|previously) (?:spoke|met|talked|conferred|saw each other|sat down)\b|"
    r"\b(?:had|have|has)(?: not|n['’]t) (?:spoken|met|talked|seen|exchanged)\b[^.;]{0,60}?"
    r"\bsince\s+(?:\w+day,?\s+)?(?=\d|"
    rf"{MONTH}\s)|"
    r"\b(?:their|the) (?:last|previous|most recent) (?:\w+ )?(?:call|conversation|meeting|talks?|exchange|contact|encounter)"
    r"\b[^.;,]{0,40}?\b(?:was|were|took place|dated|dates|went|had been|had taken place|came)\b|"
    r"\b(?:ne |n['’])(?:s['’](?:étaient|est|sont)|avaient|avait|ont)\b[^.;]{0,40}?\b(?:plus|pas|jamais)\b"
    r"[^.;]{0,40}?\bdepuis\s+(?:le\s+)?(?:\w+di\s+)?(?=\d)|"
    r"\bs['’]étaient\b[^.;]{0,60}\bpour la dernière fois|\bpour la dernière fois\b[^.;]{0,60}\b(?:s['’]étaient|avaient)\b|"
    r"\b(?:leur|le|la) (?:dernier|dernière|précédente?) (?:entretien|échange|conversation|rencontre|appel|contact|"
    r"coup de fil|tête-à-tête)\b[^.;]{0,40}?\b(?:remont|dat|av?ait eu lieu|s['’]était|était|a eu lieu)|"
    r"\bzuletzt\b[^.;]{0,120}?\b(?:gesprochen|getroffen|telefoniert|gesehen|begegnet|beraten)\b|"
    r"\b(?:hatten|haben|hatte)\b[^;]{0,80}?\bzuletzt\b|\bzuletzt (?:hatten|sprachen|trafen|telefonierten|sahen)\b|"
    r"\bseit\s+(?:dem\s+|\w+tag,?\s+|dem\s+)*(?=\d)\d{1,2}\. [^.;]{0,60}?\bnicht mehr\b[^.;]{0,60}?"
    r"\b(?:gesprochen|getroffen|telefoniert|gesehen)|"
    r"\b(?:ihr|das) (?:letzte|vorige)s? (?:Gespräch|Treffen|Telefonat|Kontakt|Begegnung)\b[^;,]{0,40}?\b(?:war|fand|lag|"
    r"datiert\w*|hatte)\b|"
    r"\bв последний раз\b[^.;]{0,80}?\b(?:говорил|встречал|бесед|созванивал|вид[еа]л|общал|разговаривал)\w*|"
    r"\b(?:говорил|встречал|бесед|созванивал|вид[еа]л|общал|разговаривал)\w*\b[^.;]{0,60}?\bв последний раз\b|"
    r"\bне (?:говорил|разговаривал|встречал|общал|вид[еа]л|созванивал)\w*\b[^.;]{0,60}?\bс(?= \d)|"
    r"\b(?:последн|предыдущ|прошл)\w+ (?:\w+ )?(?:разговор|встреч|контакт|бесед|звонок|переговор)\w*\b[^.;,]{0,40}?"
    r"\b(?:был|состоял|прош|дат|случил)\w*",
    re.IGNORECASE,
)
"""That the two had last been in contact, or had not since."""
