"""Which narrower selections does the page offer: kinds of contact, levels and periods, each combination of them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from itertools import product

from detente.analysis.dossier import CHANNEL_GROUPS, GROUP_LABELS
from detente.analysis.periods import last_day
from detente.domain.contacts import Contact
from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Level
from detente.domain.words import level_in_words
from detente.report.naming import capital

EVERY = ""
"""The key of the option that leaves a thing as wide as the selection of the whole page."""

_MOST_FOR_ALL, _MOST_FOR_LANES = 300, 500
"""With more contacts than this a period is chosen for all lanes alone; with more than that, one thing is chosen at a time."""

_LATEST_YEARS = (10, 5, 2)
_MOST_BLOCKS = 4
_BLOCK_YEARS = (1, 5, 10, 25, 50, 100, 1_000, 5_000)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: ``key`` stands in the page's address, ``label`` is what the reader sees."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One combination of options and the selection that it stands for: the one that the terminal would be asked with."""

    channel: str
    level: str
    period: str
    selection: Selection

    @property
    def key(self) -> str:
        """``call|minister|2020-2024``, as the page's script puts it together; ``||`` is the whole page."""
        return f"{self.channel}|{self.level}|{self.period}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the page's switches offer among ``count`` contacts; each list begins with the option for everything."""

    channels: tuple[Option, ...]
    levels: tuple[Option, ...]
    periods: tuple[Option, ...]
    selection: Selection
    count: int

    @property
    def offered(self) -> bool:
        """Whether there is anything to choose."""
        return max(len(self.channels), len(self.levels), len(self.periods)) > 1

    def narrower(self) -> Iterator[Choice]:
        """Every combination but that of everything, which is the page itself."""
        for options in product(self.channels, self.levels, self.periods):
            channel, level, period = (option.key for option in options)
            if (channel or level or period) and self._together(channel, level, period):
                yield Choice(channel, level, period, self._selection(channel, level, period))

    def _together(self, channel: str, level: str, period: str) -> bool:
        """Whether the page can hold this combination too: the whole of it has to stay small."""
        if self.count <= _MOST_FOR_ALL:
            return True
        if period:
            return not channel and not level
        return self.count <= _MOST_FOR_LANES or not (channel and level)

    def in_words(self, choice: Choice) -> str:
        """``Calls, ministers, since 2016``."""
        chosen = zip((self.channels, self.levels, self.periods), (choice.channel, choice.level, choice.period), strict=True)
        labels = [option.label for options, key in chosen for option in options if option.key == key and key]
        return ", ".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])])

    def _selection(self, channel: str, level: str, period: str) -> Selection:
        chosen = self.selection
        if channel:
            channels = CHANNEL_GROUPS[channel]
            chosen = replace(chosen, channels=channels & chosen.channels if chosen.channels else channels)
        if level:
            chosen = replace(chosen, levels=frozenset({Level(level)}))
        return _within(chosen, period) if period else chosen


@dataclass(frozen=True, slots=True)
class Shown:
    """What kinds of contact a page shows, how many, and from which day on (the first day as written; None without any)."""

    channels: Collection[Channel]
    levels: Collection[Level]
    count: int
    first: Day | None


def choices(selection: Selection, contacts: Iterable[Contact]) -> Choices:
    """What can be chosen among ``contacts``, those that the page of ``selection`` shows."""
    told = list(contacts)
    first = min((contact.date.first_day for contact in told), default=None)
    shown = Shown({contact.channel for contact in told}, {contact.level for contact in told}, len(told), first)
    return choices_among(selection, shown)


def choices_among(selection: Selection, shown: Shown) -> Choices:
    """What can be chosen among contacts of these kinds."""
    groups = [group for group, members in CHANNEL_GROUPS.items() if not members.isdisjoint(shown.channels)]
    levels = [level for level in Level if level in shown.levels]
    return Choices(
        channels=(Option(EVERY, "All channels"), *_several(Option(one, capital(GROUP_LABELS[one])) for one in groups)),
        levels=(Option(EVERY, "All levels"), *_several(Option(one, capital(level_in_words(one))) for one in levels)),
        periods=(Option(EVERY, "All years"), *_periods(selection, shown)),
        selection=selection,
        count=shown.count,
    )


def _several(options: Iterable[Option]) -> list[Option]:
    """A single one is everything."""
    found = list(options)
    return found if len(found) > 1 else []


def _periods(selection: Selection, shown: Shown) -> list[Option]:
    """The latest ten, five and two calendar years up to the as-of day, then (of not too many contacts) blocks of years."""
    if shown.first is None:
        return []
    first = _year(shown.first)
    last = _year(last_day(selection))
    latest = [Option(f"{last - years + 1}-", f"Since {last - years + 1}") for years in _LATEST_YEARS if last - years >= first]
    length = next(years for years in _BLOCK_YEARS if last // years - first // years < _MOST_BLOCKS)
    starts = range(last // length * length, first // length * length - 1, -length)
    blocks = [_block(start, min(start + length - 1, last)) for start in starts]
    return [*latest, *(blocks if len(blocks) > 1 and shown.count <= _MOST_FOR_LANES else [])]


def _block(first: int, last: int) -> Option:
    return Option(f"{first}-{last}", f"{first}" if first == last else f"{first}–{last}")


def _within(selection: Selection, period: str) -> Selection:
    """``selection`` from the first day of the first year to the last day of the last, or to wherever it ends by itself."""
    first, _, last = period.partition("-")
    begins = date(max(1, int(first)), 1, 1).toordinal()
    ends = date(min(MAXYEAR, int(last)), 12, 31).toordinal() if last else None
    return replace(
        selection,
        period_from=max(begins, selection.period_from or begins),
        period_to=ends if selection.period_to is None else min(ends or selection.period_to, selection.period_to),
    )


def _year(day: Day) -> int:
    return date.fromordinal(day).year
