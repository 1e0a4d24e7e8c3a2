"""How do broken rules stand in a feed reader: as RSS 2.0 or Atom, each silence once, with a date that stays?"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from detente.domain.watch_words import news_in_words, title_in_words
from detente.domain.watching import Finding, Verdict
from detente.formats.plain import plain
from detente.formats.watch_items import feed_id, midnight, silence_key

if TYPE_CHECKING:
    from detente.domain.days import Day

TITLE = "Détente: dialogues that have gone quiet"
_ATOM = "http://www.w3.org/2005/Atom"
_SILENT = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed was changed in which nothing stands yet."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one silence or missed occasion: nothing in it changes while nothing happens."""

    entry_id: str
    title: str
    text: str
    updated: datetime


def entries(found: Iterable[Finding]) -> list[Entry]:
    """Of the rules that are broken, or may be, latest first; of others a feed has nothing to tell."""
    told = [finding for finding in found if finding.verdict in (Verdict.BROKEN, Verdict.MAY_BE_BROKEN)]
    made = [_entry(finding, day) for finding in told if (day := _day(finding)) is not None]
    return sorted(made, key=lambda entry: (entry.updated, entry.entry_id), reverse=True)


def _day(finding: Finding) -> "Day | None":
    """The day on which it became what it is."""
    return finding.breaks_on if finding.verdict is Verdict.BROKEN else finding.may_break_on


def _entry(finding: Finding, day: "Day") -> Entry:
    lines = [news_in_words(finding), *([finding.rule.note] if finding.rule.note else [])]
    return Entry(feed_id(*silence_key(finding)), _text(title_in_words(finding)), _text("\n".join(lines)), midnight(day))


def _text(text: str) -> str:
    """``text`` without what XML cannot hold or a program would obey."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", plain(text))


def atom(found: Iterable[Finding], title: str | None = None, link: str | None = None) -> str:
    """An Atom feed (RFC 4287). Its date is that of its latest entry, so that the same news is the same file."""
    told, name = entries(found), _text(title or TITLE)
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", f"urn:uuid:{feed_id(name)}")
    _add(feed, "title", name)
    _add(feed, "updated", _latest(told).isoformat())
    _add(ET.SubElement(feed, "author"), "name", "Détente")
    if link:
        ET.SubElement(feed, "link", href=_text(link))
    for entry in told:
        element = ET.SubElement(feed, "entry")
        _add(element, "id", f"urn:uuid:{entry.entry_id}")
        _add(element, "title", entry.title)
        _add(element, "updated", entry.updated.isoformat())
        _add(element, "content", entry.text, type="text")
    return _written(feed)


def rss(found: Iterable[Finding], title: str | None = None, link: str | None = None) -> str:
    """An RSS 2.0 feed. Its texts are HTML to a reader, and escaped as such; where no link is known a name stands for it."""
    told, name = entries(found), _text(title or TITLE)
    feed = ET.Element("rss", version="2.0")
    channel = ET.SubElement(feed, "channel")
    _add(channel, "title", name)
    _add(channel, "link", _text(link) if link else f"urn:uuid:{feed_id(name)}")
    _add(channel, "description", "Silences that have lasted longer than they may, and dialogues that were missed.")
    _add(channel, "lastBuildDate", format_datetime(_latest(told), usegmt=True))
    for entry in told:
        item = ET.SubElement(channel, "item")
        _add(item, "title", html.escape(entry.title, quote=False))
        _add(item, "description", html.escape(entry.text, quote=False))
        _add(item, "guid", f"urn:uuid:{entry.entry_id}", isPermaLink="false")
        _add(item, "pubDate", format_datetime(entry.updated, usegmt=True))
    return _written(feed)


def _latest(told: Sequence[Entry]) -> datetime:
    return max((entry.updated for entry in told), default=_SILENT)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def _written(feed: ET.Element) -> str:
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'
