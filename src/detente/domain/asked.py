"""Which word or day is meant by what somebody wrote: read the same way for the terminal and for programs."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeAlias, TypeVar

from detente.domain.dates import UncertainDate, parse
from detente.domain.days import Day, parse_day
from detente.domain.vocabulary import CALL, OTHER_CHANNELS, Channel, channels_named
from detente.errors import RejectedError, UsageError

Words: TypeAlias = str | Iterable[str]
"""One word, or several; a member of an enum is a word too."""

When: TypeAlias = str | date | UncertainDate
"""A date as EDTF, or one of Python's, or one of the record."""

Word = TypeVar("Word", bound=StrEnum)


def several(words: Words) -> list[str]:
    """The words, each as it was given."""
    return [words] if isinstance(words, str) else list(words)


def word(name: str, text: str, vocabulary: type[Word]) -> Word:
    """The word of a vocabulary that ``text`` is, in any case; raises UsageError with those allowed, and ``name`` first."""
    try:
        return vocabulary(_said(text, vocabulary))
    except ValueError:
        raise UsageError(f"{name} '{text}' is not known", mend=f"one of {', '.join(vocabulary)}") from None


def _said(text: str, vocabulary: type[StrEnum]) -> str:
    """The word as the vocabulary writes it: in small letters, a hyphen for a space, for a channel also by another name."""
    plain = "-".join(text.casefold().split())
    return OTHER_CHANNELS.get(plain, plain) if vocabulary is Channel else plain


def words(name: str, given: Words, vocabulary: type[Word]) -> frozenset[Word]:
    """As ``word``, for each."""
    return frozenset(word(name, text, vocabulary) for text in several(given))


def channels(name: str, given: Words) -> frozenset[Channel]:
    """The channels named, ``call`` for phone, video and hotline; raises UsageError."""
    names = several(given)
    try:
        return channels_named(_said(text, Channel) for text in names)
    except ValueError:
        unknown = next(text for text in names if _said(text, Channel) not in (*Channel, CALL))
        raise UsageError(f"{name} '{unknown}' is not known", mend=f"one of {', '.join((*Channel, CALL))}") from None


def dated(name: str, when: When) -> UncertainDate:
    """The date meant; raises UsageError."""
    if isinstance(when, UncertainDate):
        return when
    try:
        return parse(written(when))
    except RejectedError as error:
        raise UsageError(f"{name}: {error.reason}", mend=error.mend) from None


def written(when: str | date) -> str:
    """A date as text; of a date with a time of day the day."""
    return when if isinstance(when, str) else f"{when.year:04d}-{when.month:02d}-{when.day:02d}"


def day(name: str, when: str | date) -> Day:
    """The day meant; raises UsageError."""
    text = written(when)
    try:
        return parse_day(text)
    except ValueError:
        raise UsageError(f"{name} '{text}' is no day", mend="write it as 2024-12-31") from None
