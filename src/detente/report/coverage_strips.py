"""How well was each level and channel looked at, day by day: declared completeness as strips over time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow, stretches
from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Channel, Completeness, Level
from detente.domain.words import and_list, day_in_words, level_in_words
from detente.report.naming import capital

UNDECLARED = "undeclared"
"""Stands for the completeness of days for which nothing is declared."""

COMPLETENESS = (*(word.value for word in Completeness), UNDECLARED)


@dataclass(frozen=True, slots=True)
class StripPart:
    """Consecutive days of one completeness, both ends inclusive."""

    first: Day
    last: Day
    completeness: str

    @property
    def days(self) -> int:
        """How many days these are."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Strip:
    """One level and channel (words, or ``any``) over the whole time; ``held`` are the days of its held contacts."""

    level: str
    channel: str
    label: str
    parts: tuple[StripPart, ...]
    held: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class CoverageData:
    """The strips from ``first`` to ``last`` (inclusive), ministers first."""

    strips: tuple[Strip, ...]
    first: Day
    last: Day
    sentence: str


def coverage_data(dossier: Dossier) -> CoverageData:
    """What is declared for the pair, from its first contact or declared day to the as-of day."""
    begun = [window.from_date.toordinal() for window in dossier.windows if window.from_date.toordinal() <= dossier.as_of]
    begun += [contact.date.start_earliest for contact in dossier.series]
    first = min([*begun, dossier.as_of])
    strips = tuple(_strips(dossier, range(first, dossier.as_of + 1)))
    return CoverageData(strips, first, dossier.as_of, _sentence(strips, first, dossier.as_of))


def _strips(dossier: Dossier, days: range) -> Iterator[Strip]:
    for level in _levels(dossier):
        for channel in _channels(dossier.windows, level):
            own = replace(
                dossier.selection,
                levels=frozenset({level}),
                channels=frozenset() if channel == ANY else frozenset({Channel(channel)}),
            )
            parts = tuple(
                StripPart(part.days.start, part.days.stop - 1, part.completeness.value if part.completeness else UNDECLARED)
                for part in stretches(dossier.windows, own, days)
            )
            held = tuple(contact.date.first_day for contact in dossier.series if _counts(contact, own))
            yield Strip(level.value, channel, f"{level_in_words(level)}: {_channel_words(channel)}", parts, held)


def _levels(dossier: Dossier) -> list[Level]:
    """Ministers and chiefs of defence, and those below them where something is declared or on record."""
    declared = {window.level for window in dossier.windows}
    below = any(_coverage_level(contact.level) is Level.OFFICIAL for contact in dossier.series)
    others = [Level.OFFICIAL] if Level.OFFICIAL in declared or below else []
    return [Level.MINISTER, Level.CHIEF_OF_DEFENCE, *others]


def _coverage_level(level: Level) -> Level:
    """Coverage knows ministers, chiefs of defence and, as one, all below."""
    return level if level in (Level.MINISTER, Level.CHIEF_OF_DEFENCE) else Level.OFFICIAL


def _channels(windows: Iterable[CoverageWindow], level: Level) -> list[str]:
    """Any channel, then those with a declaration of their own."""
    declared = {window.channel for window in windows if window.level in (level, ANY)}
    return [ANY, *(channel.value for channel in Channel if channel in declared)]


def _counts(contact: Contact, own: Selection) -> bool:
    """Whether the contact was held at the strip's level and channel; ``phone`` stands for every kind of call."""
    channels = {channel for chosen in own.channels for channel in (CALL_CHANNELS if chosen in CALL_CHANNELS else {chosen})}
    return contact.held and _coverage_level(contact.level) in own.levels and (not channels or contact.channel in channels)


def _channel_words(channel: str) -> str:
    words = {ANY: "any channel", Channel.PHONE: "calls", Channel.IN_PERSON: "meetings", Channel.LETTER: "letters"}
    return words.get(channel, channel)


def _sentence(strips: Sequence[Strip], first: Day, last: Day) -> str:
    """The shares of each level over any channel."""
    time = f"from {day_in_words(date.fromordinal(first))} to {day_in_words(date.fromordinal(last))}"
    if all(part.completeness == UNDECLARED for strip in strips for part in strip.parts):
        return f"Nothing is declared for these parties {time}: no silence here can be told from not having looked."
    told = [f"{strip.label.partition(':')[0]}: {_shares(strip)}" for strip in strips if strip.channel == ANY]
    return f"How well each level was looked at {time}, in shares of the days. {capital('; '.join(told))}."


def _shares(strip: Strip) -> str:
    """``complete 41 %, fair 20 % and poor 39 %``; a share is never rounded down to nothing."""
    total = sum(part.days for part in strip.parts)
    days = {word: sum(part.days for part in strip.parts if part.completeness == word) for word in COMPLETENESS}
    return and_list([f"{word} {max(1, round(100 * count / total))} %" for word, count in days.items() if count])
