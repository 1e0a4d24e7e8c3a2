"""What is known of when a contact was: the day that a sentence names, or what there is where none names one?"""

import re
from dataclasses import dataclass
from datetime import date

from detente.drafting.days.counted import Said
from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.dates import month_in
from detente.drafting.days.letters import sent_then
from detente.drafting.days.resolving import day_reported, days_in
from detente.drafting.days.weeks import month_of_week, of_this_week
from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told
from detente.drafting.when.windows import month_of_window
from detente.drafting.which.again import some_time_ago


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a contact (None: not known, or only the month), how it is written (EDTF; None: not known), how it was got.

    ``doubts`` are what contradicts it.
    """

    day: date | None
    written: str | None
    got: Got | None
    doubts: tuple[str, ...] = ()


_THEN = Pattern(r"\b(?:then|at the time|alors|à l['’]époque|damals|seinerzeit|тогда)\b", re.IGNORECASE)
_NOT_TOLD = Pattern(
    r"\b(?:on what|on which|what|which) (?:day|date)\b|\b(?:name|give|gave|disclose|reveal|specify|tell|say|said)\w*\s+"
    r"(?:the|a|no|any)\s+(?:exact\s+)?(?:day|date)\b|\bno date\b|\b(?:not|without) (?:say|saying|"
    r"disclos\w+) (?:exactly )?when\b|"
    r"\bdate (?:was|is) not\b"
    r"|(?:\bne|\bn['’]|\bsans)\b[^.;]{0,40}\b(?:date|jour)\b|\b(?:date|jour)\b[^.;]{0,30}(?:\bn['’]|"
    r"\bne\b)[^.;]{0,30}\b(?:précis|"
    r"donn|communiqu|révél|connu)\w*|aucune date|personne ne dit quand"
    r"|\b(?:Datum|Tag)\b[^.;]{0,50}\b(?:niemand|nicht|keiner?)\b|\ban welchem Tag\b|\bwann genau\b|\bkein(?:en)? (?:Datum|"
    r"Tag)\b"
    r"|\b(?:дат[ауы]|день|дня)\b[^.;]{0,40}\bне\s+(?:называ|назва|указ|уточн|сообща|раскры)\w*|\bкогда именно\b|"
    r"\bкакого числа\b|\bв какой (?:именно )?день\b",
    re.IGNORECASE,
)


def _month_of_week(text: str, published: date) -> str | None:
    """The month of the last or the next week, where it is all that a sentence says of when."""
    named = [said for said in days_in(text, published) if said.start >= of_dateline(text)]
    return None if named else month_of_week(text, published)


def without_a_day(occasion: Occasion, published: date | None, own_day: date, *, alone: bool, ahead: bool) -> Dated:
    """What is known of when, where no sentence names the day: the month, the day on which it was told or written; else none.

    ``own_day`` is the day that the sentences call today.
    """
    others = occasion.others if alone else ()
    untold = any(_NOT_TOLD.search(one.text) for one in (*occasion.told, *others))
    back = untold or any(_THEN.search(one.text) for one in occasion.told)
    near = others if back or ahead else [*_some_time_before(occasion), *(_of_the_two_behind(occasion) if alone else ())]
    near = [*near, *(one for one in others if media_of(one) and of_this_week(one.text) and not one.earlier)]
    letters = [one for one in others if sent_then(one.text)]
    by_letter = {"phone", "video"}.isdisjoint(media_of(occasion.told[0])) and any(
        "letter" in media_of(o) for o in occasion.told
    )
    told = [one for one in occasion.told if by_letter or not sent_then(one.text)]
    near = [*(letters if by_letter else ()), *(one for one in near if one not in letters)]
    for one in (*told, *near):
        if published is not None and (month := month_in(one.text, published, ahead=ahead)) is not None:
            return Dated(None, month, Got(How.STATED, one.text))
        if published is not None and (month := _month_of_week(one.text, published)) is not None:
            if alone and not ahead and (named := _in_this_week(occasion, one, published)) is not None:
                return settled(*named)
            return Dated(None, month, Got(How.INFERRED, one.text, "the week that the text names, counted from its publication"))
        if ahead and published is not None and (month := month_of_window(one.text, published)) is not None:
            return Dated(None, month, Got(How.INFERRED, one.text, "the time left for it, counted from the publication"))
    if untold:
        return Dated(None, None, None)
    over = _visit_over(occasion) if alone and not ahead else None
    if over is not None and published is not None and published.day > _A_VISIT:
        why = "the visit of which it tells was over by then: the text names no day of it"
        return Dated(None, f"{published:%Y-%m}", Got(How.INFERRED, over.text, why))
    for one in (*occasion.told, *others):
        if not one.earlier and (reported := day_reported(one.text, published)) is not None:
            why = "the day on which it was told: the text names none of its own"
            return Dated(reported, reported.isoformat(), Got(How.GUESSED, one.text, why))
    if own_day != published:
        return Dated(own_day, own_day.isoformat(), Got(How.INFERRED, None, f"the text bears the date {own_day}"))
    got = Got(How.GUESSED, None, f"the day of publication, {own_day}: the text names none")
    return Dated(own_day, own_day.isoformat(), got)


_A_VISIT = 5
"""Days of a month within which a visit that is over may have been in the month before."""


def _visit_over(occasion: Occasion) -> Told | None:
    """The sentence that tells of a contact, or stands before it, if it says that a visit is over; else None."""
    first = occasion.told[0].sentence.number
    near = [*occasion.told, *(one for one in occasion.others if first - one.sentence.number in (1, 2))]
    return next((one for one in near if _OVER.search(one.text) is not None), None)


_OVER = Pattern(
    r"\b(?:(?:has|have|had) (?:just )?(?:ended|completed|concluded|finished|returned from)\b[^.;:]{0,60}\b(?:visit|trip|tour)|"
    r"(?:visit|trip|tour)\b[^.;:]{0,40}\b(?:was (?:coming|drawing) to (?:an end|a close)|came to an end)|"
    r"(?:vient|venait|viennent) d['’](?:achever|effectuer)\b[^.;:]{0,60}\b(?:visite|déplacement|voyage|tournée)|"
    r"(?:a|ont) (?:achevé|conclu|terminé|bouclé)\b[^.;:]{0,60}\b(?:visite|déplacement|voyage|tournée)|"
    r"(?:hat|haben|hatte)\b[^.;:]{0,60}\b(?:besuch|reise)\b[^.;:]{0,40}\b(?:beendet|abgeschlossen)|"
    r"(?:завершил|закончил)\w*\b[^.;:]{0,60}\b(?:визит|поездк|турне)\w*)",
    re.IGNORECASE,
)
"""A visit that was over when the text was written."""


def _in_this_week(occasion: Occasion, one: Told, published: date) -> tuple[Said, Told] | None:
    """The weekday of this week on which a sentence behind one that only names the week goes on; None: none does."""
    if not of_this_week(one.text):
        return None
    behind = (each for each in occasion.others if each.sentence.number > one.sentence.number and not each.earlier)
    days = ((said, each) for each in behind for said in days_in(each.text, published) if not said.stated)
    return next((day for day in days if 0 <= (published - day[0].day).days <= published.weekday()), None)


def _some_time_before(occasion: Occasion) -> list[Told]:
    """The sentence right before those of a contact, in their paragraph, if it says of which month or week it tells."""
    first = occasion.told[0].sentence
    before = [one for one in occasion.others if one.sentence.number == first.number - 1]
    return [one for one in before if one.sentence.paragraph == first.paragraph and some_time_ago(one.text)]


def _of_the_two_behind(occasion: Occasion) -> list[Told]:
    """The sentence right behind those of a contact, if it goes on about how the two met: ``They had met in April``."""
    number = occasion.told[-1].sentence.number + 1
    return [one for one in occasion.others if one.sentence.number == number and one.has("pair") and media_of(one)]


def settled(said: Said, one: Told) -> Dated:
    """The day that a sentence names, and how it was got."""
    if said.doubt:
        got = Got(How.GUESSED, one.text, said.doubt)
    elif said.stated:
        got = Got(How.STATED, one.text)
    else:
        got = Got(How.INFERRED, one.text, "counted from the day of publication, or from another day of the text")
    return Dated(said.day, said.day.isoformat(), got, (said.doubt,) if said.doubt else ())
