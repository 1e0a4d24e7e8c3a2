"""What does a published "first in so long" claim: the few words in which it is typed, and the record they become."""

import re

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
    r"(?P<hedge>about|nearly|more[ -]than|less[ -]than|) ?(?P<figure>\d{1,5}(?:\.\d{1,3})?) (?P<unit>day|month|year)s?"
    r"(?: (?P<channel>\S+))?",
    re.ASCII,
)
_SINCE = re.compile(r"since (?P<since>\S+)(?: (?P<channel>\S+))?")
_MOST_MONTHS = 12_000
_CLAIM_FORMS = "write 'about 18 months phone' or 'since 2022-10 any'"


def read_claim(text: str, contact: Contact, tolerance: Tolerance) -> Claim:
    """The claim that a contact is the first after so long, or since a date: ``about 18 months phone``, ``since 2022-10 any``.

    Level and setting are the contact's, phone, video, hotline and call are stored as ``phone``, a figure without a hedge is
    exact, and days are turned into months of 30.4375, of which six figures are kept. Raises RejectedError.
    """
    plain = " ".join(text.split()).lower()
    length, since = _LENGTH.fullmatch(plain), _SINCE.fullmatch(" ".join(text.split()))
    match = length or since
    if match is None:
        raise RejectedError(f"the claim '{text}' cannot be read", mend=_CLAIM_FORMS)
    channel = _claimed_channel(match["channel"], text)
    what = {ANY: "contact"}.get(channel) or kind_in_words(Channel(channel), contact.setting)
    months, qualifier, anchor, date = None, None, None, None
    if length is not None:
        qualifier = _HEDGES[length["hedge"].replace("-", " ")]
        months = _months(float(length["figure"]) * _MONTHS_IN[length["unit"]])
        said = f"First {what} in {_before_channel(plain, match)}."
    else:
        date, anchor = parse(match["since"], tolerance).text, Anchor.CONTACT
        said = f"First {what} since {date}."
    return Claim(
        claim_id="",
        dyad_slug="",
        contact_id=None,
        asserted_on=_approximate(contact.date),
        kind=ClaimKind.FIRST_SINCE,
        claim=said,
        since=date,
        anchor=anchor,
        months=months,
        qualifier=qualifier,
        channel=channel,
        level=contact.level.value,
        setting=contact.setting,
        by=By.OFFICE,
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


def _before_channel(plain: str, match: re.Match[str]) -> str:
    return plain[: match.start("channel")].strip() if match["channel"] else plain


def _approximate(when: UncertainDate) -> str:
    """The first date of the expression, as an approximate one."""
    return when.text.strip("[]").split("/")[0].split("..")[0].rstrip("~?%") + "~"
