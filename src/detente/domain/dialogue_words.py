"""How are dialogues, their rhythm and their occasions put into words: the same for terminal, report and feed?"""

from calendar import monthrange
from datetime import date

from detente.domain.days import iso
from detente.domain.dialogues import Dialogue, Due
from detente.domain.occasions import Followed, Kept, Occasion
from detente.domain.vocabulary import ANY, Observation
from detente.domain.words import and_list, day_in_words, month_in_words, month_name, percent_in_words

_YEAR = 12


def rhythm_in_words(dialogue: Dialogue) -> str:
    """``every year, in September, within 60 days``; ``every 6 months, within 30 days``."""
    return f"every {_length(dialogue.every_months)}{_usually(dialogue)}, within {_days(dialogue.tolerance_days)}"


def _length(months: int) -> str:
    count, unit = divmod(months, _YEAR)[0], "year"
    if months % _YEAR:
        count, unit = months, "month"
    return unit if count == 1 else f"{count} {unit}s"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _usually(dialogue: Dialogue) -> str:
    if dialogue.first_month is None:
        return ""
    last = dialogue.last_month or dialogue.first_month
    named = month_name(dialogue.first_month)
    return f", in {named}" if last == dialogue.first_month else f", in {named} to {month_name(last)}"


def lane_in_words(dialogue: Dialogue) -> str:
    """What its meetings are on record as: ``in-person, 2+2, minister``; ``any contact``."""
    return ", ".join(word for word in (dialogue.channel, dialogue.setting, dialogue.level) if word != ANY) or "any contact"


def due_text(due: Due) -> str:
    """The days on which an occasion is due, as EDTF: ``2021-09``, ``2021-09/2021-11``, ``2019-09-09/2020-09-08``."""
    first, last = date.fromordinal(due.first), date.fromordinal(due.last)
    if not _whole_months(first, last):
        return f"{first}/{last}"
    begin, end = first.isoformat()[:7], last.isoformat()[:7]
    return begin if begin == end else f"{begin}/{end}"


def due_in_words(due: Due) -> str:
    """``September 2021``, ``September 2021 to November 2021``, ``9 September 2019 to 8 September 2020``."""
    first, last = date.fromordinal(due.first), date.fromordinal(due.last)
    if not _whole_months(first, last):
        return f"{day_in_words(first)} to {day_in_words(last)}"
    begin, end = (month_in_words(day) for day in (first, last))
    return begin if begin == end else f"{begin} to {end}"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


_KEPT = {
    Kept.MET: "met",
    Kept.MAY_BE_MET: "may have been met",
    Kept.MISSED: "missed",
    Kept.SUSPENDED: "suspended",
    Kept.DUE: "due now",
    Kept.NEXT: "next",
}


def kept_in_words(occasion: Occasion) -> str:
    """What became of it: ``missed``; ``not on record, and nobody looked``, or ``43 % of that time looked at``."""
    if occasion.kept is not Kept.NOT_KNOWN or occasion.observed is None:
        return _KEPT.get(occasion.kept, "not on record")
    if occasion.observed.observation is Observation.PARTLY_OBSERVED:
        return f"not on record, {percent_in_words(occasion.observed.share)} of that time looked at"
    hardly = occasion.observed.observation is Observation.UNOBSERVED
    return "not on record, hardly looked at" if hardly else "not on record, and nobody looked"


def followed_in_words(followed: Followed) -> str:
    """The account of a pair: ``4 met, 2 missed, 1 not known; next September 2026``."""
    counted = [
        (len(followed.of(Kept.MET)), "met"),
        (len(followed.of(Kept.MAY_BE_MET)), "perhaps met"),
        (len(followed.of(Kept.MISSED)), "missed"),
        (len(followed.of(Kept.NOT_KNOWN)), "not known"),
        (len(followed.of(Kept.SUSPENDED)), "suspended"),
    ]
    told = ", ".join(f"{count} {word}" for count, word in counted if count) or "no occasion yet"
    coming = followed.coming
    if coming is None:
        return f"{told}; none is expected."
    last = day_in_words(date.fromordinal(coming.latest))
    return f"{told}; {_KEPT[coming.kept]}: {due_in_words(coming.due)}, at the latest {last}."


def missed_in_words(followed: Followed, occasion: Occasion) -> str:
    """``FRA-RUS, security council: due September 2020, missed``."""
    return f"{followed.pair}, {followed.dialogue.name}: due {due_in_words(occasion.due)}, {kept_in_words(occasion)}"


def running_in_words(dialogue: Dialogue) -> str:
    """From when to when it runs, and when it did not: ``since 2002-07-01; suspended 2014-03-18 to 2019-06-30``."""
    begun = dialogue.from_date.isoformat()
    said = f"since {begun}" if dialogue.to_date is None else f"{begun} to {dialogue.to_date}"
    pauses = [iso(one.first) + (" to now" if one.last is None else f" to {iso(one.last)}") for one in dialogue.suspended]
    return f"{said}; suspended {and_list(pauses)}" if pauses else said
