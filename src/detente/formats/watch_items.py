"""What are the keys of a judged rule, in JSON and in CSV, and by what is it known again on another day?"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from detente.domain.days import Day
    from detente.domain.watching import Finding

Item = Mapping[str, object]

FINDING_KEYS = (
    "rule", "verdict", "parties", "persons", "dialogue", "since.contact_id", "since.date", "days_min", "days_max", "limit_min",
    "limit_max", "percentile", "may_break_on", "breaks_on", "due", "observation", "observed_share", "why", "note",
)  # fmt: skip
"""The columns of a table of judged rules."""

_OURS = UUID("6f0c7d5e-7c0b-5a53-9d43-1d4d2b3f9a10")
"""The name space of ids that stand in feeds and calendars; never changed."""


def finding_item(finding: "Finding") -> Item:
    """A rule as one pair keeps it; days are ISO, lengths in days, null where it does not apply."""
    from detente.domain.days import iso
    from detente.domain.dialogue_words import due_text
    from detente.formats.items import endpoint_item

    seen = finding.observed
    return {
        "rule": finding.rule.name,
        "verdict": finding.verdict.value,
        "parties": [] if finding.pair is None else list(finding.pair.parties),
        "persons": dict(finding.persons) or None,
        "dialogue": finding.dialogue,
        "since": None if finding.since is None else endpoint_item(finding.since),
        "days_min": finding.days_min,
        "days_max": finding.days_max,
        "limit_min": finding.limit_min,
        "limit_max": finding.limit_max,
        "percentile": finding.rule.percentile,
        "may_break_on": None if finding.may_break_on is None else iso(finding.may_break_on),
        "breaks_on": None if finding.breaks_on is None else iso(finding.breaks_on),
        "due": None if finding.occasion is None else due_text(finding.occasion.due),
        "observation": None if seen is None else seen.observation.value,
        "observed_share": None if seen is None else round(seen.share, 4),
        "why": finding.why,
        "note": finding.rule.note,
    }


def feed_id(*parts: str) -> str:
    """An id that is the same whenever it is made of the same texts."""
    return str(uuid5(_OURS, "\x1f".join(parts)))


def rule_key(finding: "Finding") -> tuple[str, ...]:
    """By what a rule is known again, whatever happens to it: its name, and whose series it is about."""
    return (finding.rule.name, str(finding.pair), *(name for _, name in finding.persons))


def silence_key(finding: "Finding") -> tuple[str, ...]:
    """By what this silence, or this occasion, is known again: the next one has another."""
    since = "" if finding.since is None else finding.since.contact_id
    due = "" if finding.occasion is None else str(finding.occasion.due.first)
    return (*rule_key(finding), since, due)


def midnight(day: "Day") -> datetime:
    """The moment at which a day begins, UTC."""
    return datetime.combine(date.fromordinal(day), time(), UTC)
