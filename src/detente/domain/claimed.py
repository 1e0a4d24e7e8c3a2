"""What does a published "first in so long" claim: the few words in which it is typed, and the record they become."""

import re
from dataclasses import dataclass

from detente.domain.cell_values import as_kept
from detente.domain.contacts import Claim, Contact
from detente.domain.dates import Tolerance, UncertainDate, parse
from detente.domain.days import DAYS_PER_MONTH
from detente.domain.vocabulary import (
    ANY,
    CALL,
    CALL_CHANNELS,
    OTHER_CHANNELS,
    Anchor,
    By,
    Channel,
    ClaimKind,
    Qualifier,
    channels_named,
)
from detente.domain.words import kind_in_words
from detente.errors import RejectedError

_HEDGES = {
    "": Qualifier.EXACT,
    "about": Qualifier.ABOUT,
    "nearly": Qualifier.NEARLY,
    "more than": Qualifier.MORE_THAN,
    "less than": Qualifier.LESS_THAN,
}
_MONTHS_IN = {"day": 1 / DAYS_PER_MONTH, "month": 1.0, "year": 12.0}
_LENGTH = re.compile(
    r"(?P<said>(?P<hedge>about|nearly|more[ -]than|less[ -]than|) ?"
    r"(?P<figure>\d{1,5}(?:\.\d{1,3})?) (?P<unit>day|month|year)s?)"
    r"(?: (?P<channel>\S+))?",
    re.ASCII,
)
_SINCE = re.compile(r"since (?P<since>\S+)(?: (?P<channel>\S+))?")
_EVER = re.compile(r"first ever(?: (?!by )(?P<channel>\S+))?(?: by (?P<by>office|person))?")
_MOST_MONTHS = 12_000
_CLAIM_FORMS = "write 'about 18 months phone', 'since 2022-10 any' or 'first ever phone', or the sentence as it was published"


@dataclass(frozen=True, slots=True)
class Typed:
    """A claim in the few words in which it is typed: ``said`` are those of its length, ``months`` what they come to.

    ``since`` is not read yet, ``channel`` is the name that was given, None for any.
    """

    kind: ClaimKind
    channel: str | None
    said: str = ""
    months: float | None = None
    qualifier: Qualifier | None = None
    since: str | None = None
    by: By = By.OFFICE

    def __str__(self) -> str:
        if self.kind is ClaimKind.FIRST_EVER:
            words = ["first ever", self.channel, f"by {self.by}"]
        else:
            words = [f"since {self.since}" if self.since else self.said, self.channel]
        return " ".join(filter(None, words))


def typed(text: str) -> Typed | None:
    """What is said in ``about 18 months phone``, ``since 2022-10 any``, ``first ever phone by person``; None for other words.

    Days are turned into months of 30.4375, of which six figures are kept. Raises RejectedError for a length beyond all bounds.
    """
    as_typed = " ".join(text.split())
    plain = as_typed.lower()
    if (ever := _EVER.fullmatch(plain)) is not None:
        return Typed(ClaimKind.FIRST_EVER, ever["channel"], by=By(ever["by"] or "office"))
    if (length := _LENGTH.fullmatch(plain)) is not None:
        months = _months(float(length["figure"]) * _MONTHS_IN[length["unit"]])
        hedge = _HEDGES[length["hedge"].replace("-", " ")]
        return Typed(ClaimKind.FIRST_SINCE, length["channel"], length["said"].strip(), months, hedge)
    if (since := _SINCE.fullmatch(as_typed)) is not None:
        return Typed(ClaimKind.FIRST_SINCE, since["channel"], since=since["since"])
    return None


def read_claim(text: str, contact: Contact, tolerance: Tolerance) -> Claim:
    """The claim that a contact is the first after so long, since a date, or ever, as ``typed`` takes it.

    Level and setting are the contact's, phone, video, hotline and call are stored as ``phone``, and a figure without a hedge
    is exact. Raises RejectedError.
    """
    found = typed(text)
    if found is None:
        raise RejectedError(f"the claim '{text}' cannot be read", mend=_CLAIM_FORMS)
    channel = _claimed_channel(found.channel, text)
    what = {ANY: "contact"}.get(channel) or kind_in_words(Channel(channel), contact.setting)
    since = None if found.since is None else parse(found.since, tolerance).text
    if found.kind is ClaimKind.FIRST_EVER:
        said = f"First {what} ever{' between the two people' if found.by is By.PERSON else ''}."
    else:
        said = f"First {what} in {found.said}." if since is None else f"First {what} since {since}."
    return Claim(
        claim_id="",
        dyad_slug="",
        contact_id=None,
        asserted_on=_approximate(contact.date),
        kind=found.kind,
        claim=said,
        since=since,
        anchor=None if since is None else Anchor.CONTACT,
        months=found.months,
        qualifier=found.qualifier,
        channel=channel,
        level=contact.level.value,
        setting=contact.setting,
        by=found.by,
        substance=ANY,
        source_url=None,
        restricted=contact.restricted,
    )


def _months(figure: float) -> float:
    """The months as they are kept; raises RejectedError for more than anybody can claim."""
    if figure > _MOST_MONTHS:
        raise RejectedError("that is no length of a silence", mend="give at most 1,000 years")
    return as_kept(round(figure, 3))


def _claimed_channel(name: str | None, text: str) -> str:
    if name is None or name.lower() == ANY:
        return ANY
    try:
        named = channels_named([OTHER_CHANNELS.get(name.lower(), name.lower())])
    except ValueError:
        allowed = ", ".join((*Channel, CALL, ANY))
        raise RejectedError(f"the claim '{text}' names no channel that is known", mend=f"one of {allowed}") from None
    return Channel.PHONE.value if named <= CALL_CHANNELS else next(iter(named)).value


def _approximate(when: UncertainDate) -> str:
    """The first date of the expression, as an approximate one."""
    return when.text.strip("[]").split("/")[0].split("..")[0].rstrip("~?%") + "~"
