"""On which day did a contact take place, by its sentences, those beside them, and the day of publication?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.drafting.days.counted import WEEKDAY, Said, counted_later, day_words
from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.dates import month_in, month_of_contact, next_month
from detente.drafting.days.matters import of_another_matter, planned_in
from detente.drafting.days.preceding import of_the_last
from detente.drafting.days.resolving import days_in
from detente.drafting.days.weeks import month_of_week, of_that_week, of_this_week
from detente.drafting.days.years import year_told
from detente.drafting.how.manner import of_several
from detente.drafting.how.putting import put_to_them
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.when.above import dated_above, heads, is_date, quoted_on, written_above
from detente.drafting.when.dated import Dated, settled, without_a_day
from detente.drafting.when.diary import entered_under
from detente.drafting.when.events import counted_day, last_before, last_told
from detente.drafting.when.exact import of_its_month
from detente.drafting.when.nearby import in_a_clause_apart, named_beside
from detente.drafting.when.order import is_journey, likeliest_first, town_of
from detente.drafting.when.own_days import calls_made, own_day_word
from detente.drafting.when.referring import refers_to
from detente.drafting.when.windows import month_of_window
from detente.drafting.whether.stops import in_turn
from detente.drafting.which.again import some_time_ago
from detente.drafting.which.recalls import recalled_on

_BEFORE = 20
"""Letters before a side where its day stands, of several weekdays."""
_NEAR_PUBLICATION = 12
"""Days from the publication within which a day that another sentence names may be that of the contact."""


def day_of(occasion: Occasion, published: date | None, text: Sequence[Sentence], *, alone: bool, ahead: bool) -> Dated:
    """The day of a contact; ``ahead`` where it is still to come, ``alone`` where the text tells of no other."""
    own_day, spare, headed = published, None, None
    if published is not None and not ahead and (back := recalled_on(occasion.told[0].text, published)) is not None:
        return Dated(*back, Got(How.STATED, occasion.told[0].text))
    for one in occasion.told if published is not None else ():
        if own_day is None or any(days_in(other.text, published) for other in occasion.told[: occasion.told.index(one)]):
            break  # an earlier sentence names the day: what this one counts from may be anything
        if (counted := counted_day(one, text, published or date.min)) is not None:
            return settled(counted, one)
    if published is not None and not alone and not ahead and (hour := _hour_of_the_day(occasion, text, published)) is not None:
        return hour
    if published is not None and (entry := _of_its_entry(occasion.told[0], text, published, ahead=ahead)) is not None:
        return entry
    held_first = not ahead and told_as_held(occasion.told[0].text)
    month_told = _month_of(occasion, published, ahead)
    for one, own in likeliest_first(occasion, alone=alone):
        above = dated_above(one, text, ahead=ahead) or written_above(one, text, published) or quoted_on(one, text, published)
        own_day = above or own_day
        if one.sentence.heading and is_date(one.text):
            continue
        town = None if alone or one in occasion.told or not is_journey(one) else town_of(occasion, one)
        near = _place_of(occasion, one) if town is None else max(0, town - _BEFORE // 2)
        near = len(one.text) if ahead and put_to_them(one) else near
        behind = ahead and month_told is not None and one not in occasion.told and told_as_held(one.text)
        if behind or (not own and _of_something_else(occasion, one, alone=alone, ahead=ahead)):
            continue  # the day of what was held is not that of what is to be within a month
        last = last_told(one, text, above or published, ahead=ahead)
        found = _but_the_last(occasion, one, days_in(one.text, above or published, ahead=ahead, last=last, near=near))
        if spare is not None and not alone and found and one not in occasion.told:
            return spare
        if held_first:
            ahead_of = published or date.min
            found = [said for said in found if said.day <= ahead_of or (own and not planned_in(one.text, said.start))]
        if published is not None:
            held = not ahead and told_as_held(one.text)
            found = [s for s in found if own or _near(s, published) or of_its_month(occasion, one, s, month_told)]
            found = [said for said in found if not ahead or own or said.stated or said.day >= published]
            found = [said for said in found if own or ahead or said.day != published + timedelta(days=1)]
            found = [said for said in found if not held or (said.day - published).days <= 1]
        month = month_told if found and one not in occasion.told else None
        told_on = published is not None and found and abs((published - found[0].day).days) < 2
        if month is not None and (told_on or not (alone or found[0].stated) or not found[0].day.isoformat().startswith(month)):
            return Dated(None, month, Got(How.STATED, occasion.told[0].text))
        apart = bool(found) and one in occasion.told and in_a_clause_apart(one, found[0])
        found = _in_the_week_before(one, found, text, published)
        if found and not apart and (not found[0].aside or _long_since(occasion, one, found[0])):
            return settled(found[0], one)
        headed_by = heads(one) or (bool(found) and found[0].start < of_dateline(one.text))
        headed = headed or (settled(found[0], one) if found and headed_by else None)
        spare = spare or (settled(found[0], one) if found and (own or ahead) and not headed_by else None)
    if spare is not None:
        return spare
    first = occasion.told[0]
    went_on = _THAT_DAY.search(first.text) is not None or in_turn(first)
    if not alone and not ahead and went_on and (last := last_before(first, text, published)) is not None:
        return settled(Said(last, False, 0), first)
    if own_day is None:
        return headed or Dated(None, None, None)
    return _without_a_day(occasion, published, own_day, headed, alone=alone, ahead=ahead)


def _of_something_else(occasion: Occasion, one: Told, *, alone: bool, ahead: bool) -> bool:
    """Whether a sentence beside a contact goes on about something else; of a text's only contact such were left out before."""
    return of_another_matter(one, ahead=ahead) or not (alone or refers_to(occasion, one, alone=False))


def _of_its_entry(one: Told, text: Sequence[Sentence], published: date, *, ahead: bool) -> Dated | None:
    """The day of a diary's line above a sentence, or the month or year in which the sentence has the contact; else None."""
    if (entry := entered_under(one, text, published, ahead=ahead)) is not None:
        return settled(entry, one)
    span = month_of_contact(one.text, published) or year_told(one.text, published, ahead=ahead)
    return None if span is None else Dated(None, span, Got(How.STATED, one.text))


def _but_the_last(occasion: Occasion, one: Told, found: list[Said]) -> list[Said]:
    """The days of a sentence without that of the last contact before the one of which the first sentence tells."""
    return found if one is occasion.told[0] else [said for said in found if not of_the_last(one.text[: said.start])]


def _in_the_week_before(one: Told, found: list[Said], text: Sequence[Sentence], published: date | None) -> list[Said]:
    """The days of a sentence, the first, if it is a weekday, in the week of which the sentence before it tells."""
    number = one.sentence.number
    if published is None or not found or number == 0 or WEEKDAY.match(one.text, found[0].start) is None:
        return found
    before = text[number - 1]
    if before.paragraph != one.sentence.paragraph or days_in(before.text, published):
        return found
    moved = of_that_week(before.text, one.text, found[0].day, published)
    return found if moved is None else [replace(found[0], day=moved), *found[1:]]


def _without_a_day(
    occasion: Occasion, published: date | None, own_day: date, headed: Dated | None, *, alone: bool, ahead: bool
) -> Dated:
    """What is known where no sentence of a contact names its day; ``headed`` is the day at the head of the text."""
    known = without_a_day(occasion, published, own_day, alone=alone, ahead=ahead)
    if known.got is None or known.got.how is not How.GUESSED:
        return known
    beside = named_beside(occasion, published) if alone and not ahead and known.day == published else None
    if headed is not None and headed.day == published and known.got.sentence is not None and known.day != published:
        return known  # it was told a day or two before the text was written
    return headed or (known if beside is None else settled(*beside))


def _hour_of_the_day(occasion: Occasion, text: Sequence[Sentence], published: date) -> Dated | None:
    """The day of the sentence before, where a contact was at another hour of it; None: it was not, or has a day of its own."""
    first = occasion.told[0]
    own = any(days_in(one.text, published) or day_words(one.text) or counted_later(one.text) for one in occasion.told)
    if first.sentence.number == 0 or own or not _THAT_DAY.search(first.text) or quoted_on(first, text, published):
        return None
    for before in reversed(text[max(0, first.sentence.number - _HOURS_BACK) : first.sentence.number]):
        if found := [said for said in days_in(before.text, published) if not said.aside]:
            return settled(Said(found[-1].day, False, 0), first)
    if _THAT_DAY.search(text[first.sentence.number - 1].text) is not None:  # in the morning, and after lunch, of a day named
        last = last_before(first, text, published)
        return None if last is None else settled(Said(last, False, 0), first)
    return None


_HOURS_BACK = 2
"""Sentences before one that tells of another hour within which the day is named that it is an hour of."""

_THAT_DAY = Pattern(
    r"\b(?:in the (?:morning|afternoon|evening)|later|(?:after|over) (?:lunch|dinner|breakfast)|towards (?:noon|evening)|"
    r"dans (?:l['’]après-midi|la soirée|la matinée)|en (?:fin|début) de (?:journée|matinée|soirée|soir|après-midi)|"
    r"après (?:le |un )?(?:petit-)?(?:déjeuner|dîner)|plus tard|am (?:Vormittag|Nachmittag|Abend)|"
    r"nach dem (?:Mittag|Abend)?essen|"
    r"gegen (?:Mittag|Abend)|mittags|nachmittags|abends|später|утром|дн[её]м|вечером|после (?:обеда|ужина|завтрака)|"
    r"во второй половине дня|к (?:вечеру|полудню|обеду)|позже|позднее)\b",
    re.IGNORECASE,
)
"""At another hour of the day that was named before."""


def _near(said: Said, published: date) -> bool:
    return abs((said.day - published).days) <= _NEAR_PUBLICATION


def _month_of(occasion: Occasion, published: date | None, ahead: bool) -> str | None:
    """The month that the first sentence of a contact names; None where it names none."""
    if published is None:
        return None
    first = occasion.told[0].text
    relative = next_month(first) if ahead else some_time_ago(first)
    month = month_in(first, published, ahead=ahead, named=not relative)
    month = month or (month_of_window(first, published) if ahead and not day_words(first) else None)
    return month or (None if day_words(first) or of_this_week(first) else month_of_week(first, published))


def _place_of(occasion: Occasion, one: Told) -> int:
    """Where a sentence tells of a contact: before its second side if it tells of others too, else at its first word of it."""
    if (made := calls_made(one.text)) is not None:
        return made
    place = of_several(occasion, one)
    if place is not None and (own := own_day_word(occasion, one)) is not None:
        return own
    if place is None and len(day_words(one.text)) > 1 and WEEKDAY.search(one.text):
        sides = [
            min(a.start for a in one.named.actors if a.party == party)
            for party in parties_of(one.named.actors)
            if party in occasion.parties
        ]
        place = max(0, max(sides) - _BEFORE) if sides else None
    of_them = (a.start for a in one.named.actors if a.party in occasion.parties)
    spoken_of = min((start for _, start in one.media), default=next(of_them, 0) if ";" in one.text else 0)
    return spoken_of if place is None else place


def _long_since(occasion: Occasion, one: Told, said: Said) -> bool:
    """Whether it is the date of what a sentence tells of as long behind, and of nothing else."""
    return occasion.told == (one,) and one.earlier and said.stated and one.has("pair")
