"""Which keys has an item of the JSON output: the documented names, for everything that is printed."""

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.analysis.lanes import Lane
    from detente.domain.contacts import Claim, Contact
    from detente.domain.gaps import Endpoint, Gap
    from detente.domain.selection import Selection
    from detente.domain.silences import Silence, SilenceSummary
    from detente.formats.package import ImportReport

Item = dict[str, object]

CONTACT_KEYS = (
    "contact_id", "date", "channel", "setting", "level", "substance", "status", "parties", "initiator", "host", "place",
    "country", "duration_minutes", "summary", "note", "restricted",
)  # fmt: skip
"""The keys of a contact in a list, and the columns of its CSV."""


def selection_item(selection: "Selection") -> Item:
    """What was selected."""
    return dict(selection.as_json())


def contact_item(contact: "Contact") -> Item:
    """A contact without its details."""
    return {
        "contact_id": contact.contact_id,
        "date": contact.date.text,
        "channel": contact.channel.value,
        "setting": contact.setting.value,
        "level": contact.level.value,
        "substance": contact.substance.value,
        "status": contact.status.value,
        "parties": list(contact.parties),
        "initiator": contact.initiator,
        "host": contact.host,
        "place": contact.place,
        "country": contact.country,
        "duration_minutes": contact.duration_minutes,
        "summary": contact.summary,
        "note": contact.note,
        "restricted": contact.restricted,
    }


def whole_item(contact: "Contact", claims: "Iterable[Item]") -> Item:
    """A contact with participants, statements, sources, differing values and the items of the claims made about it."""
    return {
        **contact_item(contact),
        "participants": [asdict(participant) for participant in contact.participants],
        "statements": [asdict(statement) for statement in contact.statements],
        "sources": [asdict(source) for source in contact.sources],
        "values": [asdict(value) for value in contact.values],
        "claims": list(claims),
    }


def claim_item(claim: "Claim") -> Item:
    """A claim as it is recorded."""
    return {
        "claim_id": claim.claim_id,
        "contact_id": claim.contact_id,
        "kind": claim.kind.value,
        "asserted_on": claim.asserted_on,
        "claim": claim.claim,
        "since": claim.since,
        "anchor": claim.anchor,
        "months": claim.months,
        "qualifier": claim.qualifier,
        "channel": claim.channel,
        "level": claim.level,
        "setting": claim.setting,
        "by": claim.by.value,
        "substance": claim.substance,
        "source_url": claim.source_url,
    }


def endpoint_item(endpoint: "Endpoint") -> Item:
    """The contact at one end of a gap."""
    return {"contact_id": endpoint.contact_id, "date": endpoint.date.text}


def silence_item(silence: "Silence") -> Item:
    """A gap with what was observed of it and the non-contacts inside; ``persons`` only where the series has any."""
    from detente.domain.words import gap_in_words

    gap = silence.gap
    item: Item = {
        "parties": list(gap.dyad.parties),
        "from": endpoint_item(gap.previous),
        "to": None if gap.following is None else endpoint_item(gap.following),
        "days_min": gap.days_min,
        "days_max": gap.days_max,
        "open": gap.open,
        "order_uncertain": gap.order_uncertain,
        "observation": silence.observed.observation.value,
        "observed_share": round(silence.observed.share, 4),
        "attempts": list(silence.attempts),
        "words": gap_in_words(gap),
    }
    return {**item, "persons": dict(gap.persons)} if gap.persons else item


def summary_item(figures: "SilenceSummary") -> Item:
    """The completed gaps of a series in figures."""
    return {
        "completed": figures.completed,
        "open": figures.open,
        "longest": None if figures.longest is None else _length_item(figures.longest),
        "median_min": figures.median_min,
        "median_max": figures.median_max,
    }


def _length_item(gap: "Gap") -> Item:
    return {
        "from": endpoint_item(gap.previous),
        "to": None if gap.following is None else endpoint_item(gap.following),
        "days_min": gap.days_min,
        "days_max": gap.days_max,
    }


def lane_item(lane: "Lane") -> Item:
    """The last contact of a scope, and the days since; ``persons`` only by person."""
    scope = lane.scope
    item: Item = {
        "scope": {"channel": scope.channel, "level": scope.level, "setting": scope.setting, "by": scope.by.value},
        **endpoint_item(lane.gap.previous),
        "days_min": lane.gap.days_min,
        "days_max": lane.gap.days_max,
    }
    return {**item, "persons": dict(lane.persons)} if lane.persons else item


def import_items(report: "ImportReport") -> list[Item]:
    """Rows added and rows that were there, per table in the order of the package."""
    from detente.domain.package import TABLES

    named = [table.name for table in TABLES if table.name in report.added or table.name in report.unchanged]
    return [{"table": name, "added": report.added.get(name, 0), "unchanged": report.unchanged.get(name, 0)} for name in named]
