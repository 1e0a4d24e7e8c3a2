"""Whom does the record know: countries by their names, holders of office by theirs, ministries?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from detente.domain.officeholders import RANK, Officeholder
from detente.domain.parties import Dyad, Party, dyad
from detente.domain.vocabulary import Office, PartyKind
from detente.store import reference
from detente.store.dumping import folders
from detente.store.names import name_key
from detente.store.opening import Store

_OTHER_NAMES = {
    "burma": "MMR",
    "congo (brazzaville)": "COG",
    "congo (kinshasa)": "COD",
    "cote d'ivoire": "CIV",
    "democratic republic of congo": "COD",
    "east timor": "TLS",
    "kyrgyz republic": "KGZ",
    "republic of congo": "COG",
    "republic of korea": "KOR",
    "swaziland": "SWZ",
    "cape verde": "CPV",
    "rom": "ROU",
    "tmp": "TLS",
    "zar": "COD",
}
"""How ICEWS names countries, and what CAMEO codes them as, where the record has another name or code."""


@dataclass(frozen=True, slots=True)
class Register:
    """What the record knows that events are judged by.

    ``names`` leads from the name of a state, in small letters, to its code; ``slugs`` from a dyad to the folder that the
    record already uses for it.
    """

    names: Mapping[str, str]
    parties: Mapping[str, Party]
    holders: Sequence[Officeholder]
    slugs: Mapping[Dyad, str]

    def slug(self, pair: Dyad) -> str:
        """The folder of a dyad."""
        return self.slugs.get(pair, pair.slug)

    def ministries(self) -> list[str]:
        """Every ministry known by its English name, as ``role_key`` writes it."""
        return sorted({role_key(party.ministry, party.code) for party in self.parties.values() if party.ministry})


def role_key(role: str, party: str) -> str:
    """A name without its country, and the country: so that it is looked up as one text."""
    return f"{role.casefold()}|{party}"


def register_of(store: Store) -> Register:
    """What the record in ``store`` knows."""
    parties = reference.parties(store)
    states = {code for code, party in parties.items() if party.kind is PartyKind.STATE}
    names = {name: code for name, code in _OTHER_NAMES.items() if code in states}
    known = reference.party_names(store)
    names |= {name: code for name, code in known.items() if code in states and len(name) > 2}  # NA is no Namibia here
    for code in states:
        names |= dict.fromkeys(_spellings(parties[code].name), code)
    slugs = {dyad(*slug.upper().split("-")): slug for slug in sorted(folders(store), reverse=True)}
    return Register(names, parties, reference.officeholders(store), slugs)


def _spellings(name: str) -> set[str]:
    """A name in small letters, with its accents and without."""
    return {name.casefold(), name_key(name)}


def tenures(holders: Sequence[Officeholder]) -> dict[str, list[Any]]:
    """Who held the highest office that counts, by name and time: of one name and party no two rows share a day.

    ``holder`` is the place in ``holders``; ``sole`` tells that no other party had a holder of that name. The foreign
    minister is no defence actor.
    """
    rows: dict[str, list[Any]] = {name: [] for name in ("name", "party", "first", "last", "holder", "sole")}
    known: dict[str, dict[str, list[int]]] = {}
    for number, holder in enumerate(holders):
        if holder.office is not Office.FOREIGN_MINISTER:
            for name in _spellings(holder.person):
                known.setdefault(name, {}).setdefault(holder.party, []).append(number)
    for name, of_party in sorted(known.items()):
        for party, numbers in sorted(of_party.items()):
            for first, last, number in _highest(numbers, holders):
                row = (name, party, first, last, number, len(of_party) == 1)
                for column, value in zip(rows.values(), row, strict=True):
                    column.append(value)
    return rows


def _last(holder: Officeholder) -> date:
    return date.max if holder.last_possible is None else date.fromordinal(holder.last_possible)


def _highest(numbers: Sequence[int], holders: Sequence[Officeholder]) -> Iterator[tuple[date, date, int]]:
    """The tenures ``numbers`` cut wherever one begins or ends: first day, last day, and the highest of that time."""
    spans = {n: (holders[n].from_date or date.min, _last(holders[n])) for n in numbers}
    begins = {first.toordinal() for first, _ in spans.values()}
    begins |= {last.toordinal() + 1 for _, last in spans.values() if last != date.max}
    bounds = [*sorted(begins), date.max.toordinal() + 1]
    for start, following in pairwise(bounds):
        first, last = date.fromordinal(start), date.fromordinal(following - 1)
        within = [n for n, (begun, ended) in spans.items() if begun <= first and last <= ended]
        if within:
            yield first, last, min(within, key=lambda n: (RANK[holders[n].office], n))
