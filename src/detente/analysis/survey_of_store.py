"""What must be asked of the store for an overview, of the whole selection and of each narrower one?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from detente.analysis.pair_record import silences_of_pair
from detente.analysis.survey import Known, Survey, survey
from detente.domain.contacts import Contact
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.store import reference
from detente.store.opening import Store
from detente.store.series import coverage
from detente.store.walking import Walk, walking


class StoreSurveyed:
    """One state of a store, surveyed as a whole and by narrower selections: ``detente.analysis.survey.Surveyed``."""

    def __init__(self, walk: Walk, selection: Selection, known: Known) -> None:
        self._walk = walk
        whole = survey(walk.series(selection), selection, known)
        alone = {record.alone.contact_id: record.pair for record in whole.dyads if record.alone is not None}
        self._slugs = {alone[contact_id]: slug for contact_id, slug in walk.folders(list(alone)).items()}
        self.whole = replace(self._named(whole), left_out=walk.leaves_out(selection))

    def _named(self, found: Survey) -> Survey:
        """With the slug that the record uses for each pair: the folder of its first contact without others."""
        slugs = self._slugs
        return replace(found, dyads=tuple(replace(one, slug=slugs.get(one.pair, one.pair.slug)) for one in found.dyads))

    def narrower(self, selection: Selection) -> Survey:
        """The survey of a narrower selection."""
        found = survey(self._walk.series(selection), selection, self.whole.known)
        return replace(self._named(found), left_out=self.whole.left_out)

    def contacts(self) -> Iterator[Contact]:
        """Every contact listed in the whole, in series order."""
        return self._walk.contacts(self.whole.selection)

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
