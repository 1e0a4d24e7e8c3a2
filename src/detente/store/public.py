"""What of the history may be shown where only what is public may."""

import json
import shlex
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import NotFoundError
from detente.store import schema
from detente.store.judgements import judged
from detente.store.records import Content

_PAST = schema.superseded.c

_HIDDEN_WHOLE = ("contact", "claim", "dialogue")
"""The tables of records that may themselves be not public."""


def public(content: Content | None) -> Content | None:
    """What a record says without what is not public; None for one that is not public at all."""
    if content is None or any(row.get("restricted") for table in _HIDDEN_WHOLE for row in content.get(table, [])):
        return None
    hidden = {row["url"] for row in content.get("source", []) if row.get("restricted")}
    shown = {table: [row for row in rows if not row.get("restricted")] for table, rows in content.items()}
    if "statement" in shown:
        shown["statement"] = [_uncited(row, hidden) for row in shown["statement"]]
    if "differing_value" in shown:
        shown["differing_value"] = [row for row in shown["differing_value"] if row["source_url"] not in hidden]
    return shown


def _uncited(row: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
    return {**row, "source_url": None} if row["source_url"] in hidden else row


def taken_out(connection: Connection, record: str, *, include_restricted: bool = False) -> NotFoundError | None:
    """What to say of a record that stood once and does not now; None where there was none, or it may not be spoken of."""
    if joined := _joined(connection, record, include_restricted):
        return joined
    query = select(_PAST.kind, _PAST.content, schema.revision).join(schema.revision, schema.revision.c.number == _PAST.until)
    row = connection.execute(query.where(_PAST.record == record).order_by(_PAST.until.desc()).limit(1)).one_or_none()
    if row is None or not (include_restricted or public(json.loads(row.content))):
        return None
    by, day = row.author or "somebody", row.recorded_at[:10]
    return NotFoundError(f"{record} was taken out by {by} on {day}", mend=f"see: detente history {shlex.quote(record)}")


def _joined(connection: Connection, record: str, include_restricted: bool) -> NotFoundError | None:
    """What to say of a contact that was judged to be the same as another; None where that other may not be spoken of."""
    kept = judged(connection).stands_for(record)
    shown = select(schema.contact.c.contact_id).where(schema.contact.c.contact_id == kept)
    if not include_restricted:
        shown = shown.where(schema.contact.c.restricted.is_(False))
    if kept == record or connection.scalar(shown) is None:
        return None
    return NotFoundError(f"{record} was judged to be the same contact as {kept}", mend=f"see: detente show {shlex.quote(kept)}")


def hidden_records(connection: Connection) -> set[str]:
    """The ids of contacts, claims and dialogues that are, or ever were, not public; those of claims about such contacts too."""
    contact, claim, dialogue = schema.contact.c, schema.claim.c, schema.dialogue.c
    hidden = set(connection.scalars(select(contact.contact_id).where(contact.restricted.is_(True))))
    about = claim.contact_id.in_(select(contact.contact_id).where(contact.restricted.is_(True)))
    hidden |= set(connection.scalars(select(claim.claim_id).where(claim.restricted.is_(True) | about)))
    hidden |= set(connection.scalars(select(dialogue.dialogue_id).where(dialogue.restricted.is_(True))))
    past = select(_PAST.record, _PAST.kind, _PAST.content).where(_PAST.content.contains('"restricted":true', autoescape=True))
    for row in connection.execute(past):
        [first] = json.loads(row.content).get(row.kind, [{}])
        if first.get("restricted"):
            hidden.add(row.record)
    return hidden
