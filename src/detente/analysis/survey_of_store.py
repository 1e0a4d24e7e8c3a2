"""What must be asked of the store for an overview, of the whole selection and of each narrower one?"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from detente.analysis.pair_record import silences_of_pair
from detente.analysis.survey import Known, Survey, surveys
from detente.domain.contacts import Contact
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.store import reference
from detente.store.opening import Store
from detente.store.series import coverage
from detente.store.walking import Walk, walking

_MOST_RECORDS = 10_000
"""How many records of pairs, for all selections together, are made in one walk: each is some thousand bytes."""


class StoreSurveyed:
    """One state of a store, surveyed as a whole and by narrower selections: ``detente.analysis.survey.Surveyed``."""

    def __init__(self, walk: Walk, selection: Selection, known: Known) -> None:
        self._walk = walk
        (whole,) = surveys(walk.series(selection), [selection], known)
        alone = {record.alone.contact_id: record.pair for record in whole.dyads if record.alone is not None}
        self._slugs = {alone[contact_id]: slug for contact_id, slug in walk.folders(list(alone)).items()}
        self.whole = replace(self._named(whole), left_out=walk.leaves_out(selection))

    def _named(self, found: Survey) -> Survey:
        """With the slug that the record uses for each pair: the folder of its first contact without others."""
        slugs = self._slugs
        return replace(found, dyads=tuple(replace(one, slug=slugs.get(one.pair, one.pair.slug)) for one in found.dyads))

    def narrower(self, selections: Sequence[Selection]) -> Iterator[Survey]:
        """The survey of each narrower selection, as many in one walk as may be held together."""
        at_once = max(1, _MOST_RECORDS // max(1, len(self.whole.dyads)))
        for start in range(0, len(selections), at_once):
            some = selections[start : start + at_once]
            for found in surveys(self._walk.series(self.whole.selection), some, self.whole.known):
                yield replace(self._named(found), left_out=self.whole.left_out)

    def contacts(self) -> Iterator[Contact]:
        """Every contact listed in the whole, in series order."""
        return self._walk.contacts(self.whole.selection, self.whole.known.companies)

    def silences(self) -> list[Silence]:
        """Every silence of the whole, pair by pair."""
        chosen, windows = self.whole.selection, self.whole.known.windows
        found = {one.pair: silences_of_pair(one, chosen, windows.get(one.pair, ())) for one in self._walk.series(chosen)}
        return [silence for record in self.whole.dyads for silence in found[record.pair]]


@contextmanager
def surveyed(store: Store, selection: Selection) -> Iterator[StoreSurveyed]:
    """The store as it is now, surveyed for as long as the context lasts."""
    names = {code: party.name for code, party in reference.parties(store).items()}
    windows = coverage(store)
    with walking(store) as walk:
        yield StoreSurveyed(walk, selection, Known(names, windows, walk.companies(), store.tolerance))
