"""What a claim and the record that it is judged on look like in a test, of which only the part under test is spelt out."""

from datetime import date

from detente.domain.contacts import Claim, Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.grounds import Ground
from detente.domain.officeholders import Officeholder
from detente.domain.parties import dyad
from detente.domain.vocabulary import Anchor, By, ClaimKind, Office, Qualifier, Setting
from tests.domain.records import window

SEEN = (
    window("minister", "any", "2000-01-01", "2030-12-31", "complete"),
    window("chief-of-defence", "any", "2000-01-01", "2030-12-31", "complete"),
    window("official", "any", "2000-01-01", "2030-12-31", "complete"),
)
"""Everything was looked at."""


def ground(
    *contacts: Contact,
    windows: tuple[CoverageWindow, ...] = SEEN,
    holders: tuple[Officeholder, ...] = (),
    pair: str = "FRA RUS",
) -> Ground:
    """A record of these contacts."""
    return Ground(dyad(*pair.split()), contacts, windows, holders, DEFAULT_TOLERANCE)


def holder(person: str, party: str, first: str, last: str = "", office: str = "minister") -> Officeholder:
    """A tenure; an empty last day: still in office; an empty first day: not verified."""
    begun, ended = (date.fromisoformat(day) if day else None for day in (first, last))
    return Officeholder(person, party, Office(office), "", begun, ended, "")


def claim(
    about: str | None,
    asserted_on: str = "2024-04-03",
    *,
    kind: str = "first-since",
    since: str | None = None,
    anchor: str = "contact",
    months: float | None = None,
    qualifier: str = "exact",
    channel: str = "any",
    level: str = "any",
    setting: str | None = None,
    by: str = "office",
    substance: str = "any",
) -> Claim:
    """A claim about the contact of that id."""
    return Claim(
        claim_id="c1",
        dyad_slug="fra-rus",
        contact_id=about,
        asserted_on=asserted_on,
        kind=ClaimKind(kind),
        claim="",
        since=since,
        anchor=Anchor(anchor) if since else None,
        months=months,
        qualifier=None if months is None else Qualifier(qualifier),
        channel=channel,
        level=level,
        setting=None if setting is None else Setting(setting),
        by=By(by),
        substance=substance,
        source_url=None,
    )
