"""Somebody in a sentence who may speak: what publishes for a side, who took part, or a word that stands for one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a voice is; the first five publish, a stranger is nobody's, the others took part."""

    AUTHORITY = auto()
    """A ministry, a spokesman, officials."""
    PAPER = auto()
    """What an authority has published: a statement, a readout."""
    TOWN = auto()
    """A capital."""
    STATE = auto()
    IT = auto()
    """A word for one of these that was named before."""
    PERSON = auto()
    SIDE = auto()
    TITLE = auto()
    """Somebody by his office or rank alone: ``the minister``."""
    PRONOUN = auto()
    STRANGER = auto()
    """Somebody who speaks for no side: an analyst, the opposition."""


_PUBLISHING = (Kind.AUTHORITY, Kind.PAPER, Kind.TOWN, Kind.STATE, Kind.IT)
_REACH = {Kind.STATE: 6, Kind.IT: 30, Kind.TITLE: 30, Kind.PRONOUN: 30}
_FAR = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak, from where to where named.

    ``party`` None: the words do not say for which side. ``own`` where it is the authority of whoever acts in the sentence:
    ``his ministry``.
    """

    party: str | None
    start: int
    end: int
    kind: Kind
    own: bool = False

    @property
    def publishes(self) -> bool:
        """Whether it gives a side's account, rather than having taken part."""
        return self.kind in _PUBLISHING

    @property
    def took_part(self) -> bool:
        """Whether it may be one of those who were in contact."""
        return not self.publishes and self.kind is not Kind.STRANGER

    @property
    def reach(self) -> int:
        """Letters between it and the word by which it speaks, at most."""
        return _REACH.get(self.kind, _FAR)


def meets(start: int, end: int, voices: Iterable[Voice]) -> bool:
    """Whether one of the voices stands there, too."""
    return any(one.start < end and start < one.end for one in voices)
