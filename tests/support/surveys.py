"""Contacts at hand, surveyed: their series are made by plain loops, as a store makes them by one walk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from detente.analysis.pair_record import silences_of_pair
from detente.analysis.survey import Known, Survey, surveys
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.entries import Entry, Kind, PairSeries
from detente.domain.gaps import pairings
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import By


def entry_of(contact: Contact) -> Entry:
    """What is told of the contact in a series."""
    when = contact.date
    kind = Kind(contact.channel, contact.setting, contact.level, contact.substance, contact.status)
    bounds = (when.first_day, when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
    return Entry(contact.contact_id, when.text, *bounds, kind, contact.restricted)


def series_of(contacts: Iterable[Contact], selection: Selection) -> list[PairSeries]:
    """The series of each pair that the selection chooses, in the order of pairs; the period is not looked at."""
    chosen: dict[Dyad, list[Contact]] = {}
    for contact in sorted(contacts, key=lambda contact: contact.order):
        if replace(selection, parties=()).matches(contact):
            for pair in dyads_of(contact.parties):
                if set(selection.parties) <= set(pair.parties):
                    chosen.setdefault(pair, []).append(contact)
    met = {pair: {one.contact_id: pairings(one, pair) for one in found} for pair, found in chosen.items()}
    return [
        PairSeries(pair, [entry_of(one) for one in found], met[pair] if selection.by is By.PERSON else {})
        for pair, found in sorted(chosen.items())
    ]


class SurveyedContacts:
    """Contacts, surveyed as a whole and by narrower selections: ``detente.analysis.survey.Surveyed``."""

    def __init__(
        self,
        contacts: Iterable[Contact],
        selection: Selection,
        names: Mapping[str, str],
        windows: Mapping[Dyad, Sequence[CoverageWindow]],
    ) -> None:
        self._contacts = sorted(contacts, key=lambda contact: contact.order)
        companies = {one.contact_id: one.parties for one in self._contacts if len(one.parties) > 2}
        self._known = Known(names, windows, companies, DEFAULT_TOLERANCE)
        unhidden = replace(selection, include_restricted=True)
        hidden = any(one.restricted and unhidden.matches(one) for one in self._contacts)
        self.whole = replace(self._survey(selection), left_out=hidden and not selection.include_restricted)

    def _survey(self, selection: Selection) -> Survey:
        (found,) = surveys(series_of(self._contacts, selection), [selection], self._known)
        named = (replace(record, slug=self._slug(record.pair, selection)) for record in found.dyads)
        return replace(found, dyads=tuple(named))

    def _slug(self, pair: Dyad, selection: Selection) -> str:
        own = (one for one in self._contacts if set(one.parties) == set(pair.parties) and selection.matches(one))
        return next((one.dyad_slug for one in own), pair.slug)

    def narrower(self, selections: Sequence[Selection]) -> Iterator[Survey]:
        for selection in selections:
            yield replace(self._survey(selection), left_out=self.whole.left_out)

    def contacts(self) -> Iterator[Contact]:
        chosen = self.whole.selection
        return (one for one in self._contacts if chosen.matches(one) and chosen.in_period(one.date.first_day))

    def silences(self) -> list[Silence]:
        chosen, windows = self.whole.selection, self._known.windows
        found = {
            one.pair: silences_of_pair(one, chosen, windows.get(one.pair, ())) for one in series_of(self._contacts, chosen)
        }
        return [silence for record in self.whole.dyads for silence in found[record.pair]]
