"""On which day will a rule be broken unless somebody speaks: as a calendar, each rule once, on a day that moves?"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.domain.watch_words import limit_in_words, pair_in_words, warning_in_words
from detente.domain.watching import Finding
from detente.formats.plain import plain
from detente.formats.watch_items import feed_id, midnight, rule_key

if TYPE_CHECKING:
    from icalendar import Event

    from detente.domain.days import Day


def calendar(found: Iterable[Finding], title: str | None = None) -> str:
    """A calendar by RFC 5545 with a day for each rule and pair, past or to come; what cannot be judged has none.

    An event is the same whenever it is written, until something happens: its UID is of the rule, its DTSTAMP the day of the
    contact from which the silence runs, so that a program that was given it before moves it instead of adding another.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Detente//Rules about silences//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    if title:
        made.add("x-wr-calname", plain(title))
    dated = [(finding.breaks_on, rule_key(finding), finding) for finding in found if finding.breaks_on is not None]
    for day, _, finding in sorted(dated, key=lambda one: one[:2]):  # not by verdict, which changes by itself
        made.add_component(_event(finding, day))
    written: bytes = made.to_ical()
    return written.decode()


def _event(finding: Finding, day: "Day") -> "Event":
    from icalendar import Event

    first = date.fromordinal(day)
    event = Event()
    event.add("uid", f"{feed_id(*rule_key(finding))}@detente")
    event.add("dtstamp", midnight(_changed_on(finding, day)))
    event.add("dtstart", first)
    if first < date.max:
        event.add("dtend", first + timedelta(days=1))
    event.add("summary", plain(f"{finding.rule.name}: {pair_in_words(finding)}, {_what(finding)}"))
    lines = [warning_in_words(finding), *([finding.rule.note] if finding.rule.note else [])]
    event.add("description", plain("\n".join(lines)))
    event.add("transp", "TRANSPARENT")  # it takes nobody's time
    return event


def _changed_on(finding: Finding, day: "Day") -> "Day":
    """The last day on which something happened that the event tells of."""
    if finding.since is not None:
        return finding.since.date.end_latest
    return day if finding.occasion is None else finding.occasion.due.first


def _what(finding: Finding) -> str:
    if finding.dialogue is not None:
        return f"{finding.dialogue} is missed"
    return f"silent for more than {limit_in_words(finding)}"
