"""How are contacts drawn by TimelineJS: one slide each, grouped by channel, with dates as uncertain as they are?"""

from html import escape

from detente.domain.contacts import Contact, Source
from detente.domain.vocabulary import Stance
from detente.domain.words import date_in_words
from detente.formats.edtf_parts import date_parts
from detente.formats.json_text import json_text
from detente.formats.outgoing import Outgoing

Value = dict[str, object]


def written(outgoing: Outgoing) -> str:
    """JSON as TimelineJS 3 loads it (timeline.knightlab.com/docs/json-format.html); text from the record is escaped HTML."""
    return json_text({"events": [_slide(contact, outgoing) for contact in outgoing.contacts]}) + "\n"


def _slide(contact: Contact, outgoing: Outgoing) -> Value:
    parts = date_parts(contact.date)
    slide: Value = {"unique_id": contact.contact_id, "start_date": _date(parts.first)}
    if parts.last is not None:
        slide["end_date"] = _date(parts.last)
    status = "" if contact.held else f" ({contact.status})"
    headline = f"{' – '.join(outgoing.names(contact))}: {contact.channel}{status}"
    return {
        **slide,
        "display_date": escape(date_in_words(contact.date)),  # there is a place for a date, and none for how sure it is
        "group": contact.channel.value,
        "text": {"headline": escape(headline), "text": _text(contact, outgoing)},
        "autolink": False,
    }


def _date(numbers: tuple[int, ...]) -> Value:
    return dict(zip(("year", "month", "day"), numbers, strict=False))


def _text(contact: Contact, outgoing: Outgoing) -> str:
    """Paragraphs: the summary, what each account reports or denies, the sources as text."""
    paragraphs = [contact.summary, *_accounts(contact, outgoing)]
    if contact.sources:
        paragraphs.append(f"Sources: {'; '.join(_source(source) for source in contact.sources)}")
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)


def _accounts(contact: Contact, outgoing: Outgoing) -> list[str]:
    told: dict[tuple[str, Stance], dict[str, None]] = {}
    for statement in contact.statements:
        label = outgoing.topics[statement.topic].label if statement.topic in outgoing.topics else statement.topic
        told.setdefault((statement.reported_by, statement.stance), {})[label] = None
    return [f"{who} {stance}: {', '.join(labels)}" for (who, stance), labels in told.items()]


def _source(source: Source) -> str:
    told = [source.publisher, source.title, source.published, source.url]
    return ", ".join(part for part in told if part)
