"""Which command line asks for a report of exactly this selection?"""

import shlex
from collections.abc import Iterable, Iterator, Mapping

from detente.domain.days import iso
from detente.domain.selection import EVERY_STATUS, Selection
from detente.domain.topics import Topic
from detente.domain.vocabulary import CALL, CALL_CHANNELS, By, Channel


def command_line(selection: Selection, topics: Mapping[str, Topic]) -> str:
    """The command that makes the same page again, whenever it is run; of ``topics`` it names the broad ones that suffice."""
    return shlex.join(["detente", "report", *selection.parties, *_options(selection, topics)])


def _options(selection: Selection, topics: Mapping[str, Topic]) -> Iterator[str]:
    chosen: dict[str, Iterable[str]] = {
        "channel": _channels(selection.channels),
        "level": sorted(selection.levels),
        "setting": sorted(selection.settings),
        "substance": sorted(selection.substances),
        "topic": _topics(selection.topics, topics),
        "person": sorted(selection.persons),
        "status": [] if selection.statuses == EVERY_STATUS else sorted(selection.statuses),
        "from": [] if selection.period_from is None else [iso(selection.period_from)],
        "to": [] if selection.period_to is None else [iso(selection.period_to)],
        "by": [] if selection.by is By.OFFICE else [selection.by],
        "as-of": [iso(selection.as_of)],
    }
    for name, values in chosen.items():
        for value in values:
            yield from (f"--{name}", str(value))
    if selection.include_restricted:
        yield "--include-restricted"


def _channels(channels: frozenset[Channel]) -> list[str]:
    """``call`` where all kinds of call are chosen."""
    if channels >= CALL_CHANNELS:
        return [CALL, *sorted(channels - CALL_CHANNELS)]
    return sorted(channels)


def _topics(chosen: frozenset[str], topics: Mapping[str, Topic]) -> list[str]:
    return sorted(topic for topic in chosen if topic not in topics or topics[topic].broader not in chosen)
