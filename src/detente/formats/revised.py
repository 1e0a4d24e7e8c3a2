"""Which keys has an item that tells of a revision, and how is a change said in one line?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.store.history import Change, Field
    from detente.store.revisions import Revision

REVISION_KEYS = ("revision", "recorded_at", "author", "command", "about", "why", "undoes")
"""The keys of a revision, and the columns of its CSV."""

CHANGE_KEYS = (*REVISION_KEYS, "kind", "record", "change")

_TELLS_OF = {
    "contact_party": "party",
    "participant": "participant",
    "source": "source",
    "statement": "statement",
    "differing_value": "differing value",
    "party_name": "name",
}
"""What a row of a table of details is called."""


def revision_item(revision: "Revision") -> dict[str, object]:
    """A revision; the author is null where nobody kept it."""
    return {
        "revision": revision.number,
        "recorded_at": revision.recorded_at,
        "author": revision.author or None,
        "command": revision.command,
        "about": revision.about,
        "why": revision.why,
        "undoes": revision.undoes,
    }


def change_item(change: "Change") -> dict[str, object]:
    """What a revision did to one record: ``before`` and ``after`` are the record's rows by table, null if not there."""
    return {
        **revision_item(change.revision),
        "kind": change.kind,
        "record": change.record,
        "change": "; ".join(change_lines(change)),
        "changes": [{"field": field.name, "before": field.before, "after": field.after} for field in change.fields],
        "before": change.before,
        "after": change.after,
    }


def change_lines(change: "Change") -> list[str]:
    """``date: 2024-04-03 → 2024-04-04``, ``+ statement: syria, RUS``; one line a value."""
    if change.before is None:
        return ["recorded"] if change.revision.command != "undo" else ["put back"]
    if change.after is None:
        return ["taken out"]
    return [_line(field) for field in change.fields]


def _line(field: "Field") -> str:
    name = _TELLS_OF.get(field.name, field.name)
    if isinstance(field.after, Mapping):
        return f"+ {name}: {_said(field.name, field.after)}"
    if isinstance(field.before, Mapping):
        return f"- {name}: {_said(field.name, field.before)}"
    return f"{name}: {_value(field.before)} → {_value(field.after)}"


def _said(table: str, row: Mapping[str, object]) -> str:
    """A row in a few words: what tells it from its like."""
    if table == "statement":
        words = f": {row['paraphrase']}" if row.get("paraphrase") else ""
        return f"{row['reported_by']} {row['stance']} {row['topic']}{words}"
    if table == "participant":
        return f"{row['party']} {row.get('person', 'somebody not named')}, {row['role']}"
    if table == "source":
        return f"{row['url']} ({row['side']}, {row['reliability']}{row['credibility']})"
    return ", ".join(_value(value) for value in row.values())


def _value(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    return str(value).lower() if isinstance(value, bool) else str(value)
