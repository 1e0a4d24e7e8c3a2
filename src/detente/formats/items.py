"""Which keys has an item of JSON: the documented names, one for whatever is printed and for whatever a report carries."""

from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.domain.contacts import Claim, Contact, DifferingValue, Participant, Source, Statement
    from detente.domain.coverage import CoverageWindow, Observed
    from detente.domain.gaps import Endpoint, Gap
    from detente.domain.judging import Judgement
    from detente.domain.officeholders import Officeholder
    from detente.domain.selection import Selection
    from detente.domain.silences import Silence, SilenceSummary

Item = dict[str, object]

CONTACT_KEYS = (
    "contact_id", "date", "channel", "setting", "level", "substance", "status", "parties", "initiator", "host", "place",
    "country", "duration_minutes", "summary", "note", "restricted",
)  # fmt: skip
"""The keys of a contact in a list, and the columns of its CSV."""


def selection_item(selection: "Selection") -> Item:
    """What was selected."""
    return dict(selection.as_json())


def lasting_selection_item(selection: "Selection") -> Item:
    """What was selected, but for when the record was asked: the same data have the same hash on any day."""
    return {**selection_item(selection), "known_on": None}


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
        "participants": [_detail(participant) for participant in contact.participants],
        "statements": [_detail(statement) for statement in contact.statements],
        "sources": [_detail(source) for source in contact.sources],
        "values": [_detail(value) for value in contact.values],
        "claims": list(claims),
    }


def _detail(told: "Participant | Statement | Source | DifferingValue") -> Item:
    """The fields by their names; ``asdict`` would copy each value, which takes a second for a long record."""
    return {field.name: getattr(told, field.name) for field in fields(told)}


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


def judged_item(judgement: "Judgement", parties: "Sequence[str]") -> Item:
    """A claim with its verdict and what it was judged by; ``parties`` is the pair it speaks of.

    Months are days / 30.4375, to two places. ``persons`` is there only where the claim is by person and says of whom.
    """
    from detente.domain.days import months

    gap, claim = judgement.gap, judgement.claim
    item: Item = {
        **claim_item(claim),
        "claim_id": claim.claim_id or None,
        "parties": list(parties),
        "verdict": judgement.verdict,
        "length": judgement.length,
        "date": judgement.date,
        "previous": None if gap is None else endpoint_item(gap.previous),
        "days_min": None if gap is None else gap.days_min,
        "days_max": None if gap is None else gap.days_max,
        "months_min": None if gap is None else round(months(gap.days_min), 2),
        "months_max": None if gap is None else round(months(gap.days_max), 2),
        "observation": None if judgement.observed is None else judgement.observed.observation.value,
        "observed_share": None if judgement.observed is None else round(judgement.observed.share, 4),
        "rests_on": list(judgement.rests_on),
        "why": judgement.why,
    }
    return {**item, "persons": dict(judgement.persons)} if judgement.persons else item


def observed_item(observed: "Observed") -> Item:
    """How far a silence was looked at: the word, and the share of its days."""
    return {"observation": observed.observation.value, "observed_share": round(observed.share, 4)}


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
        **observed_item(silence.observed),
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


OFFICE_KEYS = ("record", "person", "party", "office", "title", "from", "to", "source_url")
"""The keys of a tenure, and the columns of its CSV: its name in the history, then those of officeholders.csv."""


def office_item(holder: "Officeholder") -> Item:
    """Who held which office when; null where no day is known, or none yet."""
    from detente.domain.tenures import as_row, record_of

    told = {name: value or None for name, value in as_row(holder).items()}
    return {"record": record_of(holder), **told}


def window_item(window: "CoverageWindow") -> Item:
    """How complete the record is declared to be, and for how many days."""
    return {
        "parties": list(window.dyad.parties),
        "level": window.level,
        "channel": window.channel,
        "from": window.from_date.isoformat(),
        "to": window.to_date.isoformat(),
        "completeness": window.completeness.value,
        "days": window.length,
        "basis": window.basis,
    }
