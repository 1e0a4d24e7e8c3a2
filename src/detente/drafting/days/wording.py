"""Which days does a sentence name otherwise than as dates: by weekday, feast, number, or counted from another?"""

from collections.abc import Sequence
from datetime import date

from detente.drafting.days.ahead import days_ahead
from detente.drafting.days.calendars import in_short
from detente.drafting.days.counted import Said
from detente.drafting.days.earlier import earlier_in
from detente.drafting.days.feasts import feasts_in
from detente.drafting.days.nth import nth_weekdays
from detente.drafting.days.reckoned import near_days, weekdays_in
from detente.drafting.days.relative import numbered_in

_CLOSE = 16
"""Letters within which two words are for the same day."""


def named_in_words(
    text: str, published: date, dates: Sequence[Said], last: date | None, *, written: date, ahead: bool
) -> list[Said]:
    """Those days; feasts and days counted back in place of what their words would mean by themselves (``Easter Monday``).

    ``dates`` are those that the sentence writes, ``written`` the day on which it says that it was written.
    """
    forward, spans = days_ahead(text, published)
    own = [
        *feasts_in(text, published, ahead=ahead),
        *earlier_in(text, published, dates, last),
        *nth_weekdays(text, published, ahead=ahead),
    ]
    by_word = [
        *in_short(text, published, ahead),
        *near_days(text, written, last, dates, ahead=ahead),
        *weekdays_in(text, published, ahead),
        *numbered_in(text, published, ahead=ahead),
    ]
    by_word = [said for said in by_word if not any(start <= said.start < end for start, end in spans)]
    return [*forward, *own, *(said for said in by_word if not any(0 <= said.start - one.start < _CLOSE for one in own))]
