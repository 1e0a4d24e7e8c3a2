"""What was tried and did not come about: who asked whom, what came of it, and how long until they did deal with each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.domain.attempts import Attempt
from detente.domain.days import Day
from detente.domain.sides import name_in_sentence
from detente.domain.vocabulary import Status
from detente.domain.words import and_list, days_in_words
from detente.report.naming import counted, party_name, side_name, start_in_words, what, when


@dataclass(frozen=True, slots=True)
class Tried:
    """A non-contact in words.

    ``asked_by`` and ``asked`` are names, empty where the record does not say who took the initiative. ``days_min`` and
    ``days_max`` are the days until ``following``, the next held contact of the same level; while there is none, ``following``
    is empty and the days run to the as-of day.
    """

    contact_id: str
    day: Day
    date: str
    when: str
    what: str
    status: Status
    asked_by: str
    asked: str
    following: str
    following_date: str
    days_min: int
    days_max: int
    summary: str

    @property
    def open(self) -> bool:
        """Whether no held contact of the level has followed."""
        return not self.following

    @property
    def until(self) -> str:
        """``3 days``; ``637 days so far`` while nothing followed."""
        return days_in_words(self.days_min, self.days_max) + (" so far" if self.open else "")

    @property
    def who(self) -> str:
        """``United States to Russia``; the party alone where nobody else was asked; empty where it is not recorded."""
        return f"{self.asked_by} to {self.asked}" if self.asked else self.asked_by


@dataclass(frozen=True, slots=True)
class AttemptsData:
    """Every non-contact of the dossier in time order."""

    tried: tuple[Tried, ...]
    sentence: str


def attempts_data(dossier: Dossier) -> AttemptsData:
    """The non-contacts listed; what followed is looked for among all held contacts of the pair at the same level."""
    found = tuple(_tried(dossier, attempt) for attempt in dossier.attempts)
    return AttemptsData(found, _sentence(dossier, found))


def _tried(dossier: Dossier, attempt: Attempt) -> Tried:
    contact, following = attempt.contact, attempt.following
    asked = attempt.asked if contact.initiator in contact.parties else ()
    so_far = (max(0, dossier.as_of - contact.date.end_latest), max(0, dossier.as_of - contact.date.end_earliest))
    return Tried(
        contact_id=contact.contact_id,
        day=contact.date.first_day,
        date=contact.date.text,
        when=when(contact),
        what=what(contact),
        status=contact.status,
        asked_by="" if contact.initiator is None else side_name(dossier, contact.initiator),
        asked=and_list([party_name(dossier, code) for code in asked]),
        following="" if following is None else following.contact_id,
        following_date="" if following is None else start_in_words(following.date),
        days_min=so_far[0] if attempt.days_min is None else attempt.days_min,
        days_max=so_far[1] if attempt.days_max is None else attempt.days_max,
        summary=contact.summary,
    )


def _sentence(dossier: Dossier, found: Sequence[Tried]) -> str:
    statuses = Counter(one.status for one in found)
    became = and_list([f"{statuses[status]:,} {status}" for status in Status if statuses[status]])
    text = f"{counted(len(found), 'attempt')} did not lead to a contact: {became}"
    askers = Counter(one.asked_by for one in found if one.asked_by)
    asked = [f"{name_in_sentence(name)} ({count:,})" for name, count in sorted(askers.items(), key=lambda item: -item[1])]
    text += f"; asked for by {and_list(asked)}" if asked else ""
    silent = len(found) - sum(askers.values())
    some = f" for {silent:,} of them" if asked else ""
    text += f"; the record does not say who asked{some}." if silent else "."
    followed = [one for one in found if not one.open]
    if followed:
        longest = max(followed, key=lambda one: (one.days_max, one.contact_id))
        text += f" The longest wait until the next held contact of the level: {longest.until}, after {longest.when}."
    waiting = len(found) - len(followed)
    return text + (f" After {waiting:,} of them none has followed so far." if waiting else "")
