"""On which day was a contact to be that was called off, or put off: is it ahead or behind?"""

import re
from datetime import date

from detente.drafting.days.counted import counted_later
from detente.drafting.days.resolving import days_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import How
from detente.drafting.when.case import Case
from detente.drafting.when.dated import Dated, settled
from detente.drafting.which.coming import had_been_off

_FAR = 240
"""Days ahead from which on a day without its year is rather that of the year before."""

_PAST, _WEEK, _LATELY = 2, 7, 30


def of_what_is_put_off(case: Case, ahead: Dated) -> Dated:
    """The day on which it was to be: that which another sentence names, where one says only how much later it will be."""
    if ahead.got is not None and ahead.got.sentence is not None and counted_later(ahead.got.sentence):
        for one in case.occasion.others:
            dates = [said for said in days_in(one.text, case.published, ahead=True) if said.stated and not said.aside]
            if dates and one.text != ahead.got.sentence:
                return settled(dates[0], one)
    return _ahead_or_behind(case, ahead, lately=False)


def of_what_is_off(case: Case, ahead: Dated) -> Dated:
    """The day on which what was called off was to be: that to come, which is ``ahead``, or the same behind."""
    return _ahead_or_behind(case, ahead, lately=True)


def _ahead_or_behind(case: Case, ahead: Dated, *, lately: bool) -> Dated:
    """Which of both it is; ``lately`` where it may have been two days ago though nothing says that it was to be."""
    published, first = case.published, case.first
    near = (first, *case.beside)
    will_not = any(WILL_NOT.search(one.text) for one in near)
    if not had_been_off(first.text) and not any(_WAS_TO.search(one.text) for one in near):
        own = [one for one in case.occasion.told[1:] if ahead.got is not None and ahead.got.sentence == one.text]
        may_be_past = lately or _is_far(ahead, published) or any(_WAS_TO.search(one.text) for one in own)
        return _just_past(case, ahead) if may_be_past and not will_not else ahead
    if will_not:
        return ahead
    behind = case.day(ahead=False)
    if had_been_off(first.text):
        return behind
    if ahead.day is None and behind.day is None and ahead.written is not None and behind.written is not None:
        return min(ahead, behind, key=lambda one: _months_from(published, str(one.written)))
    if ahead.day is None or behind.day is None or ahead.got is None:
        return ahead
    if ahead.got.how is How.STATED and 0 <= (ahead.day - published).days < _FAR:
        return ahead
    still_to_come = any(_IS_OFF.search(one.text) for one in near)
    if still_to_come and (published - behind.day).days > _PAST and (ahead.day - behind.day).days == _WEEK:
        return ahead
    return min(ahead, behind, key=lambda one: abs(((one.day or published) - published).days))


def _is_far(ahead: Dated, published: date) -> bool:
    return ahead.day is not None and (ahead.day - published).days > _FAR


def _months_from(published: date, month: str) -> int:
    """Months between the day of publication and a month or year that is written as ``2024-03``."""
    year, _, number = month.partition("-")
    return abs(published.year * 12 + published.month - int(year) * 12 - int(number[:2] or published.month))


def _just_past(case: Case, ahead: Dated) -> Dated:
    """The weekday that was yesterday or the day before, rather than the same next week."""
    far = _is_far(ahead, case.published)
    if ahead.day is None or ahead.got is None or (ahead.got.how is not How.INFERRED and not far):
        return ahead
    behind = case.day(ahead=False)
    if far:
        return behind if behind.day is not None and 0 <= (case.published - behind.day).days <= _LATELY else ahead
    days = 0 if behind.day is None else (case.published - behind.day).days
    return behind if behind.day is not None and 0 < days <= _PAST and (ahead.day - behind.day).days == _WEEK else ahead


_WAS_TO = Pattern(
    r"\b(?:(?:was|were) (?:to have|due|to|supposed to|expected)|"
    r"had been (?:due|planned|scheduled|expected)|(?:would|should) have|"
    r"devai(?:t|ent)|étai(?:t|ent) attendue?s?|wurden?\b[^.;:]{0,120}\berwartet|ждал[аи]?|"
    r"had (?:\w+ )?invited|avai(?:t|ent) (?:\w+ )?(?:convié|invité)e?s?|hatten?\b[^.;]{0,90}\beingeladen|"
    r"(?:had|hatte|war) (?:\w+ )?been|avai(?:t|ent) (?:dû )?ét(?:é|re)|worden|"
    r"did not|n['’]a (?:finalement )?pas|kam nicht|не состоял\w*|сорвал\w*|planned for|scheduled for|eigentlich|"
    r"(?:angesetzt|geplant|vorgesehen) (?:war|gewesen)|(?:angesetzt|geplant|vorgesehen)e[nrs]?|"
    r"had been set|(?:which|that) was set|initialement|qui était prévue?|намечавш\w+ на|планировавш\w+ на|"
    r"(?:aurait|auraient) dû|hätten?|[sw]ollten?|долж(?:ен|на|ны) был\w*|планировал\w*)\b",
    re.IGNORECASE,
)
"""Of what was called off: its day may lie behind."""

WILL_NOT = Pattern(
    r"\b(?:will not|won['’]t|will no longer|ne (?:viendra|ira|sera|fera|se rendra|recevra|partira|rencontrera)\w*|"
    r"n['’](?:ira|aura|"
    r"accueillera)\w*|wird\b[^.;]{0,80}\b(?:nicht|abgesagt|verschoben|vertagt|gestrichen)|wird (?:es )?nichts|"
    r"(?:отменя|откладыва|сдвига|срыва)[ею]тся|перенос[ия]тся|не (?:приедет|поедет|прилетит|прибудет|состоится|полетит|"
    r"примет|встретится|вылетит|летит|едет)|"
    r"(?:fliegt|reist|kommt|fährt)\b[^.;]{0,60}\bnicht|is not (?:flying|going|travelling|coming))\b",
    re.IGNORECASE,
)
"""Of what was called off, and is still ahead."""

_IS_OFF = Pattern(
    r"\b(?:(?:is|are|(?:has|have) been) (?:now )?(?:off|called off|cancel+ed|scrapped|postponed|put off|shelved)|"
    r"(?:est|sont) (?:annul|report|ajourn|suspendu|supprim)\w+|n['’]aur(?:a|ont) pas lieu|tomb(?:e|ent) à l['’]eau|"
    r"(?:ist|sind) (?:[^.;,]{0,40} )?(?:abgesagt|verschoben|gestrichen|vertagt|abgeblasen)|(?:entf|f)(?:ällt|allen)(?: aus)?|"
    r"(?:entf|f)(?:ällt|allen) [^.;]{0,60}\b(?:aus|weg|flach)|findet\b[^.;]{0,60}\bnicht statt|"
    r"verschieb(?:t|en)|vertag(?:t|en)(?! hat| haben| worden)|reporte(?:nt)?|annule(?:nt)?|(?:postpone|cancel|scrap|shelve)s|"
    r"(?<!был )(?<!была )(?<!были )(?:отмен[её]н|отложен|перенес[её]н|сорван|заморожен)[аы]?|снят[аоы]? (?:с|из)|"
    r"(?:перенос[ия]т|отменя[ею]т|откладыва[ею]т)(?:ся)?|(?:сдвига[ею]т|срыва[ею]т)ся|не состоится)\b",
    re.IGNORECASE,
)
"""Of what is called off, as of now: a weekday longer ago than yesterday or the day before is the next one."""
