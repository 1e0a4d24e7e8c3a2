"""Is the day of a contact ahead or behind, by what became of it?"""

import re
from collections.abc import Sequence
from datetime import date

from detente.domain.vocabulary import Status
from detente.drafting.days.counted import WEEKDAYS, counted_later
from detente.drafting.days.resolving import days_in
from detente.drafting.how.askers import ASKED_TOO
from detente.drafting.how.manner import media_of
from detente.drafting.how.putting import put_to_them
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion
from detente.drafting.when.asked import asked_for_on, month_refused
from detente.drafting.when.choosing import day_of
from detente.drafting.when.dated import Dated, settled
from detente.drafting.when.set_for import set_for
from detente.drafting.when.tried import tried_on
from detente.drafting.when.windows import month_asked_for, tried_since, window_asked_for
from detente.drafting.which.coming import dated, had_been_off

_TO_COME = (Status.PLANNED, Status.CANCELLED, Status.POSTPONED)
"""What lies ahead of the day of publication, or would have."""

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

_WILL_NOT = Pattern(
    r"\b(?:will not|won['’]t|will no longer|ne (?:viendra|ira|sera|fera|se rendra|recevra|partira|rencontrera)\w*|"
    r"n['’](?:ira|aura|"
    r"accueillera)\w*|wird\b[^.;]{0,80}\b(?:nicht|abgesagt|verschoben|vertagt|gestrichen)|wird (?:es )?nichts|"
    r"(?:отменя|откладыва|сдвига|срыва)[ею]тся|перенос[ия]тся|не (?:приедет|поедет|прилетит|прибудет|состоится|полетит|"
    r"примет|встретится|вылетит|летит|едет)|"
    r"(?:fliegt|reist|kommt|fährt)\b[^.;]{0,60}\bnicht|is not (?:flying|going|travelling|coming))\b",
    re.IGNORECASE,
)
"""Of what was called off, and is still ahead."""

_AS_LONG = Pattern(r"\b(?:as long as|while their|tant qu|solange|пока)", re.IGNORECASE)
"""What a side will not do on principle, and tells of no day."""

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

_INVITED_FOR = Pattern(
    rf"\b(?:invitation|Einladung|приглашени\w+)\b[^.;:]{{0,120}}\b(?:on|for|am|für|le|pour|в|во|на)?\s?(?:{WEEKDAYS})\b"
    r"(?!\s(?:evening|morning)?\s?(?:said|told))",
    re.IGNORECASE,
)
"""For which weekday somebody was invited, who refused."""

_FAR = 240
"""Days ahead from which on a day without its year is rather that of the year before."""


def dated_of(occasion: Occasion, status: Status, published: date | None, text: Sequence[Sentence], *, alone: bool) -> Dated:
    """The day of a contact: behind, ahead, or, of what was to be and was called off, whichever is nearer.

    ``alone`` where the text tells of no other; without ``published`` only full dates are days.
    """
    if status is Status.DECLINED and not alone and ASKED_TOO.search(occasion.told[0].text) and not dated(occasion.told[0]):
        return Dated(None, None, None)
    if (window := _window(occasion, status, published, alone=alone)) is not None:
        return window
    if (
        status in _SAID_OF
        and published is not None
        and (deed := tried_on(occasion, published, alone=alone, met=status is Status.DISPUTED)) is not None
    ):
        return settled(*deed)
    to_come = status in _TO_COME or (status is Status.REQUESTED and put_to_them(occasion.told[0]))
    ahead = day_of(occasion, published, text, alone=alone, ahead=to_come)
    said = set_for(occasion, published) if alone and published is not None and status is not Status.HELD else None
    if said is not None and published is not None and not _by_its_own(occasion, ahead, said[0].day, published):
        return settled(*said)
    if (
        status is Status.REQUESTED
        and published is not None
        and ahead.day is None
        and (ahead.written or "9") < f"{published:%Y-%m}"
    ):
        ahead = day_of(occasion, published, text, alone=alone, ahead=True)
    refused = status is Status.DECLINED and published is not None
    if refused and (later := month_refused(occasion, ahead, published or date.min, alone=alone)) is not None:
        return later
    every = (one for one in (*occasion.told, *occasion.others) if not one.sentence.heading)
    refusing = status is Status.DECLINED and any(_WILL_NOT.search(one.text) and not _AS_LONG.search(one.text) for one in every)
    refusing = refusing or (status is Status.DECLINED and _INVITED_FOR.search(occasion.told[0].text) is not None)
    if status is Status.DECLINED and (refusing or ahead.got is None or ahead.got.how is How.GUESSED):
        coming = day_of(occasion, published, text, alone=alone, ahead=True)
        return coming if coming.got is not None and coming.got.how is not How.GUESSED else ahead
    if (
        status is Status.POSTPONED
        and published is not None
        and (was := _day_it_was_to_be(occasion, ahead, published)) is not None
    ):
        return was
    if (asked := asked_for_on(occasion, status, ahead, published, text, alone=alone)) is not None:
        return asked
    first = occasion.told[0].text
    if status is Status.UNANSWERED and published is not None and (ahead.got is None or ahead.got.how is How.GUESSED):
        since = tried_since(occasion.told[0], published)
        return ahead if since is None else settled(since, occasion.told[0])
    if status is Status.REQUESTED and published is not None and (month := month_asked_for(first, published)) is not None:
        return ahead if ahead.got is not None and ahead.day is not None else Dated(None, month, Got(How.STATED, first))
    if status not in _TO_COME[1:] or published is None:
        return ahead
    return _of_what_is_off(occasion, status, ahead, published, text, alone=alone)


def _of_what_is_off(
    occasion: Occasion, status: Status, ahead: Dated, published: date, text: Sequence[Sentence], *, alone: bool
) -> Dated:
    """The day of what was called or put off: that to come, which is ``ahead``, or the same behind."""
    own = [one for one in occasion.told[1:] if ahead.got is not None and ahead.got.sentence == one.text]
    near = [*occasion.told[:1], *(occasion.others if alone else ())]
    if not had_been_off(occasion.told[0].text) and not any(_WAS_TO.search(one.text) for one in near):
        far = ahead.day is not None and (ahead.day - published).days > _FAR
        near_by = status is Status.CANCELLED or far or any(_WAS_TO.search(one.text) for one in own)
        near_by = near_by and not any(_WILL_NOT.search(one.text) for one in near)
        return _just_past(occasion, ahead, published, text, alone=alone) if near_by else ahead
    if any(_WILL_NOT.search(one.text) for one in near):
        return ahead
    still_to_come = any(_IS_OFF.search(one.text) for one in near)
    behind = day_of(occasion, published, text, alone=alone, ahead=False)
    if had_been_off(occasion.told[0].text):
        return behind
    if ahead.day is None and behind.day is None and ahead.written is not None and behind.written is not None:
        return min(ahead, behind, key=lambda one: _months_from(published, str(one.written)))
    if ahead.day is None or behind.day is None or ahead.got is None:
        return ahead
    if ahead.got.how is not How.GUESSED and behind.got is not None and behind.got.how is How.GUESSED:
        return ahead
    if ahead.got.how is How.STATED and 0 <= (ahead.day - published).days < _FAR:
        return ahead
    if still_to_come and (published - behind.day).days > _PAST and (ahead.day - behind.day).days == _WEEK:
        return ahead
    return min(ahead, behind, key=lambda one: abs(((one.day or published) - published).days))


def _day_it_was_to_be(occasion: Occasion, new: Dated, published: date) -> Dated | None:
    """The date that another sentence names, where one only says how much later it will be; None: none."""
    if new.got is None or new.got.sentence is None or not counted_later(new.got.sentence):
        return None
    for one in occasion.others:
        dates = [said for said in days_in(one.text, published, ahead=True) if said.stated and not said.aside]
        if dates and one.text != new.got.sentence:
            return settled(dates[0], one)
    return None


def _by_its_own(occasion: Occasion, dated: Dated, other: date, published: date) -> bool:
    """Whether a day was got from a sentence of the contact itself, not guessed, nor a weekday on which that was told.

    ``other`` is the day for which another sentence says that it was to be.
    """
    own = [one.text for one in occasion.told]
    if dated.got is None or dated.got.how is How.GUESSED or dated.got.sentence not in own:
        return False
    told_then = dated.got.how is How.INFERRED and dated.day is not None and dated.day <= published < other
    return not told_then


_SAID_OF = (Status.UNANSWERED, Status.DISPUTED)
"""What was done by one side alone, or as one side alone tells it."""


def _months_from(published: date, month: str) -> int:
    """Months between the day of publication and a month or year that is written as ``2024-03``."""
    year, _, number = month.partition("-")
    return abs(published.year * 12 + published.month - int(year) * 12 - int(number[:2] or published.month))


def _window(occasion: Occasion, status: Status, published: date | None, *, alone: bool) -> Dated | None:
    """The month within which a contact was asked for: ``a meeting before the end of this month``; None: within none."""
    first = occasion.told[0]
    if published is None or status not in _ASKED_FOR or "letter" in media_of(first):
        return None
    month = window_asked_for(first, occasion.others if alone else (), published)
    if month is None:
        return None
    return Dated(None, month, Got(How.INFERRED, first.text, "the time for which it was asked, counted from the publication"))


_ASKED_FOR = (Status.REQUESTED, Status.DECLINED, Status.UNANSWERED)


def _just_past(occasion: Occasion, ahead: Dated, published: date, text: Sequence[Sentence], *, alone: bool) -> Dated:
    """The day of what was called off: the weekday that was yesterday or the day before, rather than the same next week."""
    far = ahead.day is not None and (ahead.day - published).days > _FAR
    if ahead.day is None or ahead.got is None or (ahead.got.how is not How.INFERRED and not far):
        return ahead
    behind = day_of(occasion, published, text, alone=alone, ahead=False)
    if far:
        return behind if behind.day is not None and 0 <= (published - behind.day).days <= _LATELY else ahead
    days = 0 if behind.day is None else (published - behind.day).days
    return behind if behind.day is not None and 0 < days <= _PAST and (ahead.day - behind.day).days == _WEEK else ahead


_PAST, _WEEK, _LATELY = 2, 7, 30
