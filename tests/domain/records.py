"""What a small record looks like in a test: contacts and windows of which only the part under test is spelt out."""

from datetime import date

from detente.domain.contacts import Contact, Participant, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import parse
from detente.domain.days import Day
from detente.domain.gaps import Endpoint
from detente.domain.parties import dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Completeness, Level, Office, Setting, Stance, Status, Substance


def day(text: str) -> Day:
    """The ordinal of YYYY-MM-DD, by the standard library alone."""
    return date.fromisoformat(text).toordinal()


def contact(
    when: str,
    contact_id: str = "",
    *,
    channel: str = "phone",
    level: str = "minister",
    setting: str = "bilateral",
    substance: str = "talks",
    status: str = "held",
    parties: str = "FRA RUS",
    people: str = "",
    topics: str = "",
    restricted: bool = False,
) -> Contact:
    """A contact; its id is the date unless given.

    ``people`` is ``FRA=Lecornu, RUS=Shoigu:minister`` (no name: nobody named); ``topics`` is ``FRA=syria, !RUS=libya``, where
    ``!`` makes a denial.
    """
    return Contact(
        contact_id or when,
        "fra-rus",
        parse(when),
        Channel(channel),
        Setting(setting),
        Level(level),
        Substance(substance),
        Status(status),
        tuple(parties.split()),
        "",
        restricted=restricted,
        participants=tuple(_participant(words) for words in people.split(", ") if words),
        statements=tuple(_statement(words) for words in topics.split(", ") if words),
    )


def _participant(words: str) -> Participant:
    party, _, rest = words.partition("=")
    name, _, office = rest.partition(":")
    return Participant(party, name or None, "", Office(office or "minister"))


def _statement(words: str) -> Statement:
    account, _, topic = words.partition("=")
    stance = Stance.DENIES if account.startswith("!") else Stance.REPORTS
    return Statement(topic, None, account.lstrip("!"), stance)


def endpoint(when: str, contact_id: str = "") -> Endpoint:
    """One end of a gap."""
    return Endpoint(contact_id or when, parse(when))


def choose(as_of: str = "2025-12-31", parties: str = "FRA RUS", **choice: str) -> Selection:
    """A selection as of a day; keywords take words: ``channels="phone video"``, ``period_from="2020-01-01"``."""
    chosen: dict[str, object] = {
        "channels": frozenset(map(Channel, choice.get("channels", "").split())),
        "levels": frozenset(map(Level, choice.get("levels", "").split())),
        "settings": frozenset(map(Setting, choice.get("settings", "").split())),
        "substances": frozenset(map(Substance, choice.get("substances", "").split())),
        "topics": frozenset(choice.get("topics", "").split()),
        "persons": frozenset(name for name in choice.get("persons", "").split(", ") if name),
        "period_from": day(choice["period_from"]) if "period_from" in choice else None,
        "period_to": day(choice["period_to"]) if "period_to" in choice else None,
    }
    return Selection(day(as_of), parties=tuple(parties.split()), **chosen)  # type: ignore[arg-type]  # the keys are the fields


def window(level: str, channel: str, first: str, last: str, completeness: str) -> CoverageWindow:
    """A coverage window of France and Russia, both days inclusive."""
    return CoverageWindow(
        dyad("FRA", "RUS"), level, channel, date.fromisoformat(first), date.fromisoformat(last), Completeness(completeness), ""
    )
