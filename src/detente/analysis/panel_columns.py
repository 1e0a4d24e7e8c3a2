"""Which columns has a panel: their names, valid in Stata and R, what each means, and what it takes to say zero."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Level, Status


class Kind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    DAY = "day"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class PanelColumn:
    """A column; ``name`` has at most 32 letters, digits and underscores, ``label`` at most 80 characters."""

    name: str
    label: str
    kind: Kind = Kind.NUMBER


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A count of contacts: held ones of a channel or level, or those of another status; ``key`` is the word counted."""

    column: PanelColumn
    key: str
    channel: Channel | None = None
    level: Level | None = None

    def narrowed(self, selection: Selection) -> Selection | None:
        """The selection of what this column counts, by which its zeros are judged; None where it is not selected."""
        if self.channel is not None:
            chosen = not selection.channels or self.channel in selection.channels
            return replace(selection, channels=frozenset({self.channel})) if chosen else None
        if self.level is not None:
            chosen = not selection.levels or self.level in selection.levels
            return replace(selection, levels=frozenset({self.level})) if chosen else None
        return selection


def _name(word: str) -> str:
    return word.replace("-", "_")


COUNTS: tuple[CountColumn, ...] = (
    CountColumn(PanelColumn("held", "Contacts held"), "held"),
    *(
        CountColumn(PanelColumn(f"held_{_name(word)}", f"Contacts held, channel {word}"), word, channel=word)
        for word in Channel
    ),
    *(
        CountColumn(PanelColumn(f"held_{_name(word)}", f"Contacts held, highest rank {word}"), word, level=word)
        for word in Level
    ),
    *(CountColumn(PanelColumn(_name(word), f"Contacts {word}, not held"), word) for word in Status if word is not Status.HELD),
)
"""The counts of a panel, in order."""

BEFORE_COUNTS = (
    PanelColumn("dyad", "Pair: both codes in alphabetical order", Kind.TEXT),
    PanelColumn("party_a", "Party A, first by code", Kind.TEXT),
    PanelColumn("party_b", "Party B", Kind.TEXT),
    PanelColumn("iso3_a", "ISO 3166-1 alpha-3 code of A, if a state", Kind.TEXT),
    PanelColumn("iso3_b", "ISO 3166-1 alpha-3 code of B, if a state", Kind.TEXT),
    PanelColumn("cow_a", "Correlates of War number of A, member of the system at the end of the period"),
    PanelColumn("cow_b", "Correlates of War number of B, member of the system at the end of the period"),
    PanelColumn("period", "Period: 2024, 2024-Q2 or 2024-04", Kind.TEXT),
    PanelColumn("year", "Year of the period"),
    PanelColumn("period_start", "First day counted", Kind.DAY),
    PanelColumn("period_end", "Last day counted", Kind.DAY),
    PanelColumn("days", "Days counted, the whole period unless it is cut"),
)

AFTER_COUNTS = (
    PanelColumn("silence_min", "Days since the last held contact at the end of the period, at least"),
    PanelColumn("silence_max", "Days since the last held contact at the end of the period, at most"),
    PanelColumn("last_contact", "Id of the last held contact at the end of the period", Kind.TEXT),
    PanelColumn("topics_a", "Topics that A reports, summed over the held contacts"),
    PanelColumn("topics_b", "Topics that B reports, summed over the held contacts"),
    PanelColumn("topics_both", "Topics that both report, summed over the held contacts"),
    PanelColumn("denied_a", "Topics that A denies, summed over the held contacts"),
    PanelColumn("denied_b", "Topics that B denies, summed over the held contacts"),
)

LAST = (
    PanelColumn("observed_share", "Share of the days that were observed, 0 to 1", Kind.SHARE),
    PanelColumn("observation", "How far the period was observed", Kind.TEXT),
)


@dataclass(frozen=True, slots=True)
class TopicColumn:
    """Held contacts of which a party reports a broad topic; ``side`` is ``a`` or ``b``."""

    column: PanelColumn
    topic: str
    side: str


def topic_columns(broad: Iterable[str]) -> tuple[TopicColumn, ...]:
    """Two columns for each broad topic, by each side's account; names that would be alike or too long are numbered."""
    found: list[TopicColumn] = []
    taken: set[str] = set()
    for topic in broad:
        stem = f"t_{re.sub(r'[^a-z0-9]+', '_', topic.casefold()).strip('_')}"[:30].rstrip("_")
        number = 1
        while stem in taken:
            number += 1
            stem = f"{stem[:26].rstrip('_')}_{number}"
        taken.add(stem)
        for side in ("a", "b"):
            label = f"Held contacts of which {side.upper()} reports {topic}"[:80]
            found.append(TopicColumn(PanelColumn(f"{stem}_{side}", label), topic, side))
    return tuple(found)


def panel_columns(topics: Iterable[TopicColumn] = ()) -> tuple[PanelColumn, ...]:
    """Every column of a panel, in order."""
    counts = (count.column for count in COUNTS)
    return (*BEFORE_COUNTS, *counts, *AFTER_COUNTS, *(topic.column for topic in topics), *LAST)
