"""Who takes part for a defence side, and what else does a sentence name?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain.vocabulary import Office
from detente.drafting.language.lexicon import Country, Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.names import Name, Person


@dataclass(frozen=True, slots=True)
class Actor:
    """A defence office or person named: the party (None: not said), the office, the name as written and on record.

    ``person`` is None where the name is that of nobody on record, ``listed`` then the name as a list would have it; ``sure``
    False where the party was inferred; ``weight`` how much it tells of a defence side that takes part, from 0 to 1;
    ``several`` where one office in the plural stands for more than one party, ``counterpart`` where it is that of another
    side; ``by_list`` where party and office are those of the shipped list of people, for the text says neither.
    """

    party: str | None
    office: Office | None
    start: int
    end: int
    name: Name | None = None
    person: Person | None = None
    sure: bool = True
    listed: str = ""
    weight: float = 1.0
    several: bool = False
    counterpart: bool = False
    by_list: bool = False

    @property
    def called(self) -> str | None:
        """The name on record, else as written."""
        if self.person is not None:
            return self.person.name
        return None if self.name is None else self.name.written


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names: countries, defence actors, and whether somebody else (a president, a foreign minister) is."""

    countries: tuple[Country, ...]
    actors: tuple[Actor, ...]
    others: tuple[Cue, ...]
    cities: tuple[Country, ...] = ()

    @property
    def stops(self) -> frozenset[int]:
        """Where words begin that are no part of a name."""
        return frozenset(place.start for place in (*self.countries, *self.cities))

    @property
    def places(self) -> tuple[Country, ...]:
        """Capitals and other towns."""
        return tuple(sorted((*(c for c in self.countries if c.place), *self.cities), key=lambda place: place.start))


VOICE = 0.05
"""The weight of somebody who speaks for a party to the press, and takes no part."""

HEAD = "head of state"
"""What the name of somebody whom the list of people knows as a president, or the like, means among words for other offices."""


_ENVOY = Pattern(r"ambassador|consul|envoy|ambassadeur|ambassadrice|Botschafter(?:in)?|посол\w*", re.I)
"""A title that may stand for the first word of a name: ``Ambassador Kazuya Endo``."""


def is_other(text: str, name: Name, others: Sequence[Cue]) -> bool:
    """Whether the name is that of somebody whose office is not one of defence."""
    return any(
        (0 <= name.start - x.end <= 2 and not (x.means == HEAD and "," in text[x.end : name.start]))
        or (0 <= x.start - name.end <= 6 and "," in text[name.end : x.start])
        or (x.start == name.start and x.end < name.end and _ENVOY.fullmatch(text[x.start : x.end]) is not None)
        or (0 <= x.start - name.end <= _OWNED and _OF_ITS_STATE.fullmatch(text[name.end : x.start]) is not None)
        for x in others
    )


_OWNED = 30
_OF_ITS_STATE = Pattern(
    r",\s(?:[A-ZÀ-Ý][\w’-]+['’]s?|(?:(?:the|der|die|le|la)\s)?[\w-]{3,16}(?:[ns]|ian|ish|ese|sche[nrm]?|ский|ской|ского))\s"
)
"""Between a name and the office of its holder, of what state: ``Irakli Garibashvili, Georgia's Prime Minister``."""
