"""Who a contact is between: parties, and the unordered pairs that series belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from detente.domain.vocabulary import PartyKind


class OrganisationName(str):
    """The name of an international organisation, wherever it goes: it has no defence minister, and mostly an article."""

    __slots__ = ()


def name_of(name: str, kind: PartyKind) -> str:
    """The name of a party of that kind."""
    return OrganisationName(name) if kind is PartyKind.ORGANISATION else name


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166-1 alpha-3) or an international organisation (its usual short form), whose name tells that it is one."""

    code: str
    name: str
    kind: PartyKind = PartyKind.STATE
    ministry: str | None = None
    ministry_native: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", name_of(self.name, self.kind))


@dataclass(frozen=True, slots=True, order=True)
class Dyad:
    """An unordered pair of parties: ``a`` sorts before ``b``. Make one with ``dyad``."""

    a: str
    b: str

    @property
    def parties(self) -> tuple[str, str]:
        """Both codes, in alphabetical order."""
        return (self.a, self.b)

    @property
    def slug(self) -> str:
        """The default folder and id prefix, for example ``fra-rus``."""
        return f"{self.a}-{self.b}".lower()

    def __str__(self) -> str:
        return f"{self.a}-{self.b}"


def dyad(one: str, other: str) -> Dyad:
    """The dyad of two different party codes; raises ValueError when they are the same."""
    if one == other:
        raise ValueError(one)
    return Dyad(*sorted((one, other)))


def dyads_of(parties: Iterable[str]) -> tuple[Dyad, ...]:
    """Every pair among ``parties``: a contact of three or more belongs to the series of each."""
    return tuple(Dyad(a, b) for a, b in combinations(sorted(set(parties)), 2))
