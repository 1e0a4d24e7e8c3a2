"""Is a contact of the same parties another one, at another time and by another medium?"""

import re
from dataclasses import replace
from datetime import date

from detente.domain.vocabulary import Office
from detente.drafting.days.aftermath import after_talks
from detente.drafting.days.counted import counted_later, day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.days.preceding import but_for_accords
from detente.drafting.days.resolving import days_in
from detente.drafting.how.manner import media_of
from detente.drafting.how.tense import AGREED
from detente.drafting.language.entries import begins_with_a_day
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import QUOTED, Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.which.coming import OFF, WAS_TO_BE, told_as
from detente.drafting.which.pairs import people_by_party
from detente.drafting.which.recalls import he_and_him, last_time, together_then
from detente.drafting.which.returns import RETURNED
from detente.drafting.who.remarks import to_the_press

_WIRES = ("phone", "video", "letter", "hotline")

_THE_LAST = Pattern(
    r"\b(?:last|latest|most recent|previous|since|(?<!ce )dernier|(?<!cette )dernière|précédente?|depuis|remonte\w*|"
    r"letzte[rsn]?|zuletzt|seit|"
    r"vorige[rsn]?|последн\w+|предыдущ\w+|с тех пор|в последний раз|прошл\w+)\b",
    re.IGNORECASE,
)
"""Of a contact that is only named to say how long ago it was."""

_SOME_TIME_AGO = Pattern(
    r"\b(?:(?:earlier|early) (?:this|in the|that) month|last (?:month|week|year)|"
    r"(?:(?:plus tôt|au début de|dans le courant de) ce mois(?:-ci)?|(?:au|en) début (?:du|de) mois)|le mois (?:dernier|"
    r"passé)|la semaine (?:dernière|passée)|"
    r"(?:vorige|vergangene|letzte) Woche|(?:the week before|la semaine précédente|на минувшей неделе)|"
    r"(?:im|in der|Ende|Anfang) (?:des )?(?:vorigen?|vergangenen?|letzten?) (?:Monats?|Woche|Jahr)|"
    r"(?:Anfang|Beginn) (?:des|dieses) Monats|in the (?:first|opening) (?:days|week) of (?:the|this|last) month|"
    r"(?:dans|durant) les premiers jours (?:du|de ce) mois|in den ersten Tagen d(?:ies)?es Monats|"
    r"в первых числах (?:этого )?месяца|в прошлом месяце|на прошлой неделе|(?:ранее )?в (?:начале|этом) месяц\w+)\b",
    re.IGNORECASE,
)
"""A time that is behind, by its month or week."""


def _long_ago(text: str) -> bool:
    """Whether a contact is only named as the last one; "last month" alone says when it was."""
    last = _THE_LAST.search(text) is not None
    return last and _THE_LAST.search(_SOME_TIME_AGO.sub(lambda hit: "", text)) is not None


def some_time_ago(text: str) -> bool:
    """Whether a sentence says of which month or week before it tells."""
    return _SOME_TIME_AGO.search(text) is not None


_PROPOSED = Pattern(
    r"\b(?:suggest\w*|propos\w+|offered|invit\w+|asked for|request\w*|demand\w+|sollicit\w+|vorgeschlagen|schlug|angeboten|"
    r"gebeten|bat|eingeladen|lud|предл[ао]\w+|пригла\w+|попросил\w*|запрос\w+)\b",
    re.IGNORECASE,
)
"""Of a letter or a call that only was to bring about the contact."""

_SOME_DAYS = date(2024, 5, 15), date(2024, 5, 17)
"""Any two days: it is only asked whether two sentences name the same one, and "today" is not Wednesday on both."""


def at_another_time(known: Occasion, new: Occasion, one: Told) -> bool:
    """Whether a sentence about the parties of ``known`` tells of a call beside a meeting on a day of its own."""
    if not set(new.parties) <= set(known.parties) or not on_its_own_day(one, known):
        return False
    before, now = _kind(known.told[0]), _kind(one)
    other_medium = None not in (before, now) and before != now and (now != "met" or _both_meant(one, new))
    fewer = len(new.parties) < len(known.parties) and bool(media_of(one))
    again = len(new.parties) == len(known.parties) and _ONCE_MORE.search(one.text) is not None and bool(media_of(one))
    lines = len(parties_of(one.named.actors)) > 1 and begins_with_a_day(one.text) and begins_with_a_day(known.told[0].text)
    return other_medium or fewer or again or bool(lines) or _other_offices(known, new) or _by_another(known, new, one)


def asked_since(known: Occasion, one: Told, words: Lexicon) -> bool:
    """Whether a sentence tells of a contact that is asked for, where the last one was a call on a hotline, in vain."""
    if "hotline" not in media_of(known.told[0]) or "hotline" in media_of(one) or len(parties_of(one.named.actors)) < 2:
        return False
    return told_as(one.text, ("requested",), words)


def _both_meant(one: Told, new: Occasion) -> bool:
    """Whether a sentence names both sides, their states or towns, or one of them by a pronoun: it is they who met."""
    named = {*parties_of(one.named.actors), *(place.party for place in (*one.named.countries, *one.named.cities))}
    pronouns = [one.text[cue.start : cue.end].lower() for cue in one.cues.get("lone", ())]
    return set(new.parties) <= named or one.has("pair") or any(word not in _RELATIVE for word in pronouns)


_RELATIVE = ("who", "où", "wo", "где", "son", "sa")


def by_another_medium(known: Occasion, one: Told) -> bool:
    """Whether a sentence tells of a call, or a letter, beside a meeting, on a day of its own."""
    wires = {"phone", "video", "letter"} & {*media_of(one)} and not set(_WIRES) & {*media_of(known.told[0])}
    dated = bool(day_words(one.text) or dates_in(one.text)) and _on_other_days(one, known.told[0])
    return bool(wires) and dated and not one.sentence.heading and not _long_ago(one.text)


def on_its_own_day(one: Told, known: Occasion) -> bool:
    """Whether a sentence tells of what was on a day that is not that of ``known``, rather than how long ago it was."""
    if one.sentence.heading or _PROPOSED.search(QUOTED.sub(lambda hit: "", one.text)) or _long_ago(one.text):
        return False
    told = but_for_accords(one.text)
    if not (named := bool(day_words(told) or dates_in(told))) and media_of(one) and some_time_ago(one.text):
        return not some_time_ago(known.told[0].text)
    return named and _on_other_days(one, known.told[0])


def _other_offices(known: Occasion, new: Occasion) -> bool:
    """Whether both sides took part by other offices: first ministers, then chiefs of staff."""
    return all(
        (before := offices_of(known, party)) and (now := offices_of(new, party)) and not before & now for party in new.parties
    )


def _by_another(known: Occasion, new: Occasion, one: Told) -> bool:
    """Whether a sentence tells of a contact as held in which another of one side took part: a deputy, then the minister."""
    held = told_as_held(one.text) or _HAD_SEEN.search(one.text) is not None
    if len(new.parties) != len(known.parties) or not media_of(one) or not held or to_the_press(one.text):
        return False
    named = {actor.party for actor in one.named.actors if actor.name is not None or actor.counterpart}
    return set(new.parties) <= named and any(_others_of(party, known, new) for party in new.parties)


_HAD_SEEN = Pattern(
    r"\b(?:(?:avait|avaient) (?:\w+ ){0,2}(?:reçu|rencontré|accueilli|vu)e?s?|s['’]était (?:\w+ )?entretenue?|"
    r"hatten?\b[^.;]{0,80}\b(?:getroffen|gesprochen|empfangen)|встречал(?:ся|ась|ись))\b",
    re.IGNORECASE,
)
"""What somebody had done before, with another of the same side: ``Lundi, il avait rencontré``."""


def _others_of(party: str, known: Occasion, new: Occasion) -> bool:
    """Whether a side took part by another office, or somebody of another name."""
    before, now = offices_of(known, party), offices_of(new, party)
    first, then = people_by_party(known)[party], people_by_party(new)[party]
    return (bool(before) and bool(now) and not before & now) or (len(first) == len(then) == 1 and first != then)


def offices_of(occasion: Occasion, party: str) -> set[Office]:
    """By which offices a party took part: a counterpart by that of whose counterpart he is."""
    own = [actor for actor in occasion.actors if actor.party == party]
    offices = {actor.office for actor in own if actor.office is not None}
    if not offices and any(actor.counterpart for actor in own):
        return {actor.office for actor in occasion.actors if actor.office is not None}
    return offices


def recalled(one: Told, before: Told | None, last: Occasion, words: Lexicon) -> Occasion | None:
    """The call beside a meeting, or the other way, of the parties of ``last`` whom a sentence calls the two; None: none.

    ``before`` is the sentence before it, which may name the medium: ``It had begun by telephone.``
    """
    named = parties_of(one.named.actors)
    if not set(named) <= set(last.parties):
        return None
    if one.named.others or any(one is told for told in last.told) or WAS_TO_BE.search(one.text):
        return None
    if (before_that := last_time(one, last)) is not None:
        return before_that
    if len(last.parties) != 2 and len(named) != 2:
        return None
    if len(last.parties) > 2:
        last = replace(last, parties=tuple(named), actors=tuple(actor for actor in last.actors if actor.party in named))
    if _once_more(one, words) and (counted_later(one.text) or on_its_own_day(one, last)):
        return Occasion(last.parties, last.actors, (one,), sure=last.sure)
    together = together_then(one) and _on_other_days(one, last.told[0]) and not told_as(one.text, OFF, words)
    if not (together or on_its_own_day(one, last) or (counted_later(one.text) and bool(media_of(one)))):
        return None
    of_them = _HAD.search(one.text) or _CALLED_HIM.search(one.text) or he_and_him(one.text)
    in_vain = _kind(one) == "letter" and told_as(one.text, ("unanswered",), words)
    if not (one.has("pair") or len(named) > 1 or of_them or in_vain):
        return None
    if (earlier := _on_a_date_before(one, last, together=together) or _behind_a_plan(one, last)) is not None:
        return earlier
    now, then = _kind(one), next((kind for each in last.told if (kind := _kind(each)) is not None), None)
    if now is None and before is not None and not before.named.actors and not media_of(one):
        now = _kind(before)
    if now == "letter" and then is None and "spoke" in media_of(last.told[0]):
        then = "wire"
    if None in (now, then) or now == then:
        return None
    told = (one,) if _kind(one) == now or before is None else (one, before)
    return Occasion(last.parties, last.actors, told, sure=last.sure)


def _once_more(one: Told, words: Lexicon) -> bool:
    """Whether the two are told to have been in contact again, on a day of its own, or some time later."""
    if one.earlier or told_as(QUOTED.sub(lambda hit: "", one.text), OFF, words):
        return False
    held = one.has("pair") and told_as_held(one.text) and _ONCE_MORE.search(one.text) is not None and bool(media_of(one))
    return held or RETURNED.search(one.text) is not None


_ONCE_MORE = Pattern(
    r"\b(?:(?:once more|a second time|une (?:nouvelle|deuxième|seconde) fois|ein (?:weiteres|zweites) Mal|ещ[её] раз|"
    r"во второй раз)|"
    r"(?:spoke|met|talked|conferred|rang|phoned) (?:\w+ )?again|(?:day|days|week|weeks|fortnight|month|months) later|"
    r"(?:de|à) nouveau|se sont (?:re(?:vus?|parlé|trouvés?)|revues?)|(?:jours?|semaines?|mois) plus tard|"
    r"(?:erneut|wieder) (?:\w+ ){0,3}(?:gesprochen|getroffen|telefoniert)|(?:sprachen|trafen sich|"
    r"telefonierten) (?:\w+ ){0,3}(?:erneut|wieder)|"
    r"(?:Tage?|Wochen?|Monate?) später|(?:вновь|снова|опять) (?:созвонились|встретились|поговорили|говорили|провели)|"
    r"(?:дн\w+|недел\w+|месяц\w*) (?:спустя|позже))\b",
    re.IGNORECASE,
)
"""The two were in contact once more."""


def _on_a_date_before(one: Told, last: Occasion, *, together: bool) -> Occasion | None:
    """What the two had done before, on a date that the sentence gives: ``on June 12 the pair had met``."""
    dated = any(hit.groupdict().get("day") or hit.groupdict().get("d") for hit in dates_in(one.text))
    had = bool(media_of(one)) and _HAD.search(one.text) is not None
    if not dated or len(last.parties) != 2 or not (had or together):
        return None
    return Occasion(last.parties, last.actors, (one,), sure=last.sure)


def _behind_a_plan(one: Told, last: Occasion) -> Occasion | None:
    """What those who are to be in contact had already done, on a day of its own."""
    first = last.told[0].text
    planned = (
        _WILL_BE.search(first) is not None and not after_talks(first) and not told_as_held(AGREED.sub(lambda hit: "", first))
    )
    done = _HELD_BY_THE_TWO.search(one.text) is not None or told_as_held(one.text)
    if not planned or not done or len(last.told) > 1 or _WILL_BE.search(one.text):
        return None
    named = parties_of(one.named.actors)
    sides = tuple(named) if len(named) > 1 else last.parties
    return Occasion(sides, tuple(actor for actor in last.actors if actor.party in sides), (one,), sure=last.sure)


_CALLED_HIM = Pattern(
    r"\b(?:called|rang|phoned|telephoned) (?:him|her)(?: back)?\b|\b(?:l['’]a|l['’]avait) (?:\w+ )?(?:r?appelée?|jointe?)\b|"
    r"\bответил\w* (?:ему |ей )?(?:звонком|по телефону)|\b(?:answered|replied) (?:with a (?:phone )?call|by (?:tele)?phone)\b|"
    r"\ba répondu par (?:un appel|téléphone)\b|\bantwortete (?:\w+ ){0,3}mit einem Anruf\b|\b(?:rang|called) back\b|\b(?:a|"
    r"avait) eue? (?:ce dernier|cette dernière|celui-ci|celle-ci) au téléphone\b|\bl['’](?:a|"
    r"avait) eue? au (?:téléphone|bout)\b|"
    r"\bhad (?:him|her|the latter) on the (?:line|phone|telephone)\b|\bhatte (?:ihn|sie) am (?:Telefon|Apparat)\b|"
    r"\blui a (?:\w+ )?(?:téléphoné|répondu par téléphone)\b|\brief (?:ihn|sie)\b[^.;]{0,60}\b(?:an|zurück)\b|"
    r"\b(?:hat|habe) (?:ihn|sie)\b[^.;]{0,60}\bangerufen\b|\b(?:пере|по)звонил\w* (?:ему|ей)\b|\b(?:ему|ей) (?:пере|"
    r"по)звонил\w*\b",
    re.IGNORECASE,
)
"""Somebody called whom the text named before."""

_HAD = Pattern(
    r"\b(?:the (?:two|pair)|they|both(?: men| ministers)?|the (?:two )?(?:ministers|men|women))\s+(?:\w+\s+)?had\b|"
    r"\b(?:ils|elles|les deux (?:hommes|ministres|femmes)|tous deux)\s+(?:s['’]étaient|avaient)\b|"
    r"\bhatten\s+(?:sich\s+)?(?:die beiden|beide|sie)\b|\b(?:sie|die beiden|beide)\s+hatten\b|"
    r"\b(?:они|министры|оба министра|стороны)\s+(?:уже\s+|в последний раз\s+)?(?:встречались|говорили|беседовали|созванивались|"
    r"виделись)\b",
    re.IGNORECASE,
)
"""The two had been in contact before, which is told of by itself."""


_HELD_BY_THE_TWO = Pattern(
    r"\b(?:avaient|s['’]étaient|ont) (?:\w+\s+){0,2}(?:fait le point|échangé|parlé|discuté|rencontré\w*|vus?|"
    r"entretenus?|réunis?)|"
    r"\bhatten\b[^.;]{0,80}\b(?:beraten|gesprochen|getroffen|telefoniert|gesehen|verhandelt|konferiert)|"
    r"\b(?:had|have) (?:\w+\s+){0,2}(?:spoken|met|talked|conferred|seen)",
    re.IGNORECASE,
)
"""What two had done, in the past of the past."""

_WILL_BE = Pattern(
    r"\b(?:will (?!have\b)|(?:is|are) (?:to|due to|set to)\b|plans? to\b|agreed (?:to|on)\b|pour se (?:retrouver|revoir|"
    r"réunir)|"
    r"\w{3,}(?:ra|ront)\b|wird\b|werden\b|wollen\b|sollen\b|verabred\w+|vereinbar\w+|условил\w*|договорил\w*|встретятся|"
    r"проведут|подпишут|планиру\w+|намерен\w*|посетит|прибудет)",
    re.IGNORECASE,
)
"""Words of what is to come."""


def _kind(one: Told) -> str | None:
    """``wire`` where a sentence tells of calls first, ``letter`` of letters, ``met`` of meetings; None: of none."""
    media = [means for means in media_of(one) if means in (*_WIRES, "in-person")]
    return None if not media else _KINDS.get(media[0], "wire")


_KINDS = {"in-person": "met", "letter": "letter"}


def _on_other_days(one: Told, other: Told) -> bool:
    """Whether a sentence names days, and not the same as another."""
    for day in _SOME_DAYS:
        own = [said.day for said in days_in(one.text, day)]
        if own != [said.day for said in days_in(other.text, day)]:
            return bool(own)
    return False
