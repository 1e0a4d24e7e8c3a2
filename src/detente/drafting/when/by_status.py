"""On which day was a contact, or was it to be, by what became of it?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from detente.domain.vocabulary import Status
from detente.drafting.how.askers import ASKED_TOO
from detente.drafting.how.manner import media_of
from detente.drafting.how.putting import put_to_them
from detente.drafting.how.tense import comes_on_a_day
from detente.drafting.language.sentences import Sentence
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told
from detente.drafting.when.asked import of_a_refusal, of_a_request
from detente.drafting.when.case import Case
from detente.drafting.when.choosing import day_of
from detente.drafting.when.dated import Dated, settled
from detente.drafting.when.off import of_what_is_off, of_what_is_put_off
from detente.drafting.when.set_for import set_for
from detente.drafting.when.tried import tried_on
from detente.drafting.when.windows import asks_for_a_month, month_asked_for, tried_since, window_asked_for
from detente.drafting.which.coming import dated
from detente.drafting.which.pairs import people_of

_TO_COME = (Status.PLANNED, Status.CANCELLED, Status.POSTPONED)
"""What lies ahead of the day of publication, or would have."""

_SAID_OF = (Status.UNANSWERED, Status.DISPUTED)
"""What was done by one side alone, or as one side alone tells it."""

_ASKED_FOR = (Status.REQUESTED, Status.DECLINED, Status.UNANSWERED)


def dated_of(occasion: Occasion, status: Status, published: date | None, text: Sequence[Sentence], *, alone: bool) -> Dated:
    """The day of a contact: behind, ahead, or, of what was to be and was called off, whichever is nearer.

    ``alone`` where the text tells of no other; without ``published`` only full dates are days.
    """
    if status in (Status.HELD, Status.PLANNED):
        own = (one for one in occasion.told[1:] if not _of_others(one, occasion))
        occasion = replace(occasion, told=(occasion.told[0], *own))
    if status is Status.DECLINED and not alone and ASKED_TOO.search(occasion.told[0].text) and not dated(occasion.told[0]):
        return Dated(None, None, None)
    to_come = status in _TO_COME or (status is Status.REQUESTED and put_to_them(occasion.told[0]))
    to_come = to_come or (
        status is Status.DISPUTED and any(comes_on_a_day(one.text) for one in (*occasion.told, *occasion.others))
    )
    if published is None or status is Status.HELD:
        return day_of(occasion, published, text, alone=alone, ahead=to_come)
    case = Case(occasion, published, text, alone)
    if status in _ASKED_FOR and (window := _window(case)) is not None:
        return window
    met = status is Status.DISPUTED
    if status in _SAID_OF and (deed := tried_on(occasion, published, alone=alone, met=met)) is not None:
        return settled(*deed)
    known = case.day(ahead=to_come)
    said = set_for(occasion, published) if alone else None
    if said is not None and not _by_its_own(case, known, said[0].day):
        return settled(*said)
    return _BY_STATUS[status](case, known) if status in _BY_STATUS else known


def _of_others(one: Told, occasion: Occasion) -> bool:
    """Whether a sentence names for a party somebody else than the first sentence does, and nobody whom that names for it."""
    met, named = (people_of(each.named.actors, occasion.parties) for each in (occasion.told[0], one))
    return any(met[party] and named[party] and not met[party] & named[party] for party in occasion.parties)


def _of_an_attempt(case: Case, known: Dated) -> Dated:
    """The day since which nobody answered, where no other is known."""
    if known.got is not None and known.got.how is not How.GUESSED and known.day is not None:
        return known
    for one in () if known.day is not None and known.day < case.published else (*case.occasion.told, *case.beside):
        month = month_asked_for(one.text, case.published) if asks_for_a_month(one.text) else None
        if month is not None and _soon(month, case.published):
            return Dated(None, month, Got(How.STATED, one.text))
    since = tried_since(case.first, case.published)
    return known if since is None else settled(since, case.first)


def _soon(month: str, published: date) -> bool:
    """Whether a month to come is near enough to be that of what nobody has answered yet."""
    return (int(month[:4]) - published.year) * 12 + int(month[5:7]) - published.month < _HALF_A_YEAR


_HALF_A_YEAR = 6


_BY_STATUS: dict[Status, Callable[[Case, Dated], Dated]] = {
    Status.REQUESTED: of_a_request,
    Status.DECLINED: of_a_refusal,
    Status.UNANSWERED: _of_an_attempt,
    Status.POSTPONED: of_what_is_put_off,
    Status.CANCELLED: of_what_is_off,
}


def _window(case: Case) -> Dated | None:
    """The month within which a contact was asked for: ``a meeting before the end of this month``; None: within none."""
    month = None if "letter" in media_of(case.first) else window_asked_for(case.first, case.beside, case.published)
    if month is None:
        return None
    return Dated(
        None, month, Got(How.INFERRED, case.first.text, "the time for which it was asked, counted from the publication")
    )


def _by_its_own(case: Case, known: Dated, other: date) -> bool:
    """Whether a day was got from a sentence of the contact itself, not guessed, nor a weekday on which that was told.

    ``other`` is the day for which another sentence says that it was to be.
    """
    own = [one.text for one in case.occasion.told]
    if known.got is None or known.got.how is How.GUESSED or known.got.sentence not in own:
        return False
    told_then = known.got.how is How.INFERRED and known.day is not None and known.day <= case.published < other
    return not told_then
