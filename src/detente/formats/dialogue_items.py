"""What are the keys of a dialogue and of its occasions, in JSON and in CSV?"""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.formats.items import endpoint_item

if TYPE_CHECKING:
    from detente.domain.dialogues import Dialogue
    from detente.domain.occasions import Followed, Occasion

Item = Mapping[str, object]

OCCASION_KEYS = (
    "dialogue_id", "name", "parties", "due", "earliest", "latest", "kept", "contact.contact_id", "contact.date", "attempts",
    "observation", "observed_share", "words",
)  # fmt: skip
"""The columns of a table of occasions."""


def occasion_item(followed: "Followed", occasion: "Occasion") -> Item:
    """One occasion of a dialogue for a pair; ``due`` is EDTF, ``earliest`` and ``latest`` are days with the tolerance."""
    from detente.domain.days import iso
    from detente.domain.dialogue_words import due_text, kept_in_words
    from detente.domain.gaps import Endpoint

    contact, seen = occasion.contact, occasion.observed
    return {
        "dialogue_id": followed.dialogue.dialogue_id,
        "name": followed.dialogue.name,
        "parties": list(followed.pair.parties),
        "due": due_text(occasion.due),
        "earliest": iso(occasion.earliest),
        "latest": iso(occasion.latest),
        "kept": occasion.kept.value,
        "contact": None if contact is None else endpoint_item(Endpoint(contact.contact_id, contact.date)),
        "attempts": [attempt.contact_id for attempt in occasion.attempts],
        "observation": None if seen is None else seen.observation.value,
        "observed_share": None if seen is None else round(seen.share, 4),
        "words": kept_in_words(occasion),
    }


def dialogue_item(dialogue: "Dialogue") -> Item:
    """A dialogue as it is declared."""
    from detente.domain.dialogue_words import rhythm_in_words
    from detente.domain.dialogues import write_suspended

    return {
        "dialogue_id": dialogue.dialogue_id,
        "name": dialogue.name,
        "parties": list(dialogue.parties),
        "channel": dialogue.channel,
        "setting": dialogue.setting,
        "level": dialogue.level,
        "every_months": dialogue.every_months,
        "first_month": dialogue.first_month,
        "last_month": dialogue.last_month,
        "tolerance_days": dialogue.tolerance_days,
        "from": dialogue.from_date.isoformat(),
        "to": None if dialogue.to_date is None else dialogue.to_date.isoformat(),
        "suspended": write_suspended(dialogue.suspended) or None,
        "source_url": dialogue.source_url,
        "note": dialogue.note,
        "words": rhythm_in_words(dialogue),
    }


def counted_item(followed: "Followed") -> Item:
    """How often a pair kept a dialogue, by what became of the occasions."""
    from detente.domain.occasions import Kept

    counts = Counter(occasion.kept for occasion in followed.occasions)
    told = {kept.value.replace("-", "_"): counts[kept] for kept in Kept if kept not in (Kept.DUE, Kept.NEXT)}
    return {"dialogue_id": followed.dialogue.dialogue_id, "parties": list(followed.pair.parties), **told}
