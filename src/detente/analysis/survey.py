"""What is everything that the overview of all pairs is drawn from: their contacts, their silences, and what was looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.analysis.periods import last_day
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance
from detente.domain.days import Day
from detente.domain.gaps import Endpoint, gaps
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences


@dataclass(frozen=True, slots=True)
class DyadRecord:
    """The record of one pair; ``slug`` is the folder that it has in the record.

    ``series`` are its contacts that the selection chooses, of every status selected, in series order; ``contacts`` those of
    them whose first day lies in the period; ``silences`` the gaps that end, or are open, in the period.
    """

    pair: Dyad
    slug: str
    series: tuple[Contact, ...]
    contacts: tuple[Contact, ...]
    silences: tuple[Silence, ...]

    @property
    def held(self) -> tuple[Contact, ...]:
        """The contacts that took place."""
        return tuple(contact for contact in self.contacts if contact.held)


@dataclass(frozen=True, slots=True)
class Survey:
    """All that the overview shows, as of the day of its selection.

    ``dyads`` are the pairs with a contact or a silence in the period, those with most held contacts first; ``elsewhere`` the
    other pairs of the selection, with nothing in the period. ``windows`` is the declared coverage per pair. ``left_out`` is
    True when something restricted was left out, ``restricted`` when something restricted is shown. ``linked`` are the slugs
    of the pairs whose own page lies beside the overview. ``tolerance`` is how far ``~`` widened the dates.
    """

    selection: Selection
    dyads: tuple[DyadRecord, ...]
    elsewhere: tuple[DyadRecord, ...]
    names: Mapping[str, str]
    windows: Mapping[Dyad, Sequence[CoverageWindow]]
    restricted: bool
    left_out: bool
    tolerance: Tolerance
    linked: frozenset[str] = frozenset()

    @property
    def as_of(self) -> Day:
        """The day to which open gaps run, inclusive."""
        return self.selection.as_of

    @property
    def last_day(self) -> Day:
        """The last day shown, inclusive: that of the period, or the as-of day where it comes first."""
        return last_day(self.selection)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact listed, each once, in series order: one of three parties belongs to several pairs."""
        found = {contact.contact_id: contact for record in self.dyads for contact in record.contacts}
        return tuple(sorted(found.values(), key=lambda contact: contact.order))

    def sides(self, pair: Dyad) -> list[str]:
        """The names of both parties; the code of one whose name nobody told."""
        return [self.names.get(code, code) for code in pair.parties]

    def file_of(self, record: DyadRecord) -> str:
        """The name of the pair's own page, ``fra-rus.html``; empty when none lies beside the overview."""
        return f"{record.slug}.html" if record.slug in self.linked else ""


def survey(
    contacts: Iterable[Contact],
    *,
    selection: Selection,
    names: Mapping[str, str],
    windows: Mapping[Dyad, Sequence[CoverageWindow]],
    tolerance: Tolerance,
) -> Survey:
    """Gathers the overview of the pairs among ``contacts``; of one party in the selection, the pairs of that party.

    ``contacts`` are not yet cut to the period, and restricted ones are among them: the survey does the leaving out. They need
    no details: what the selection says of topics and people has been applied to them. A contact of three or more parties
    belongs to each pair among them.
    """
    known = _by_pair(contacts, selection)
    public = {pair: [c for c in found if selection.include_restricted or not c.restricted] for pair, found in known.items()}
    records = [DyadRecord(pair, _slug(pair, found), tuple(found), (), ()) for pair, found in public.items()]
    hidden = sum(map(len, known.values())) > sum(map(len, public.values()))
    return _arranged(Survey(selection, tuple(records), (), names, windows, False, hidden, tolerance))


def narrowed(whole: Survey, selection: Selection) -> Survey:
    """The survey of a narrower selection (fewer channels or levels, a shorter period), without another look at the store.

    It equals the one that ``survey`` gathers for that selection; ``linked`` stays that of the whole.
    """
    return _arranged(replace(whole, selection=selection))


def _by_pair(contacts: Iterable[Contact], selection: Selection) -> dict[Dyad, list[Contact]]:
    """The contacts of each pair up to the as-of day, in series order."""
    found: dict[Dyad, list[Contact]] = {}
    wanted = set(selection.parties)
    for contact in sorted(contacts, key=lambda contact: contact.order):
        if contact.date.first_day <= selection.as_of:
            for pair in dyads_of(contact.parties):
                if wanted <= set(pair.parties):
                    found.setdefault(pair, []).append(contact)
    return found


def _slug(pair: Dyad, contacts: Iterable[Contact]) -> str:
    """The folder that the record uses for the pair: a contact of three may lie in that of another."""
    return next((contact.dyad_slug for contact in contacts if set(contact.parties) == set(pair.parties)), pair.slug)


def _arranged(whole: Survey) -> Survey:
    """``whole`` with the contacts that its selection chooses among its series, and the silences between them."""
    found = sorted(_chosen(whole), key=lambda record: (-len(record.held), record.pair))
    return replace(
        whole,
        dyads=tuple(record for record in found if record.contacts or record.silences),
        elsewhere=tuple(record for record in found if not (record.contacts or record.silences)),
        restricted=any(contact.restricted for record in found for contact in record.contacts),
    )


def _chosen(whole: Survey) -> Iterator[DyadRecord]:
    """The record of each pair for which the selection chooses a contact."""
    chosen = replace(whole.selection, topics=frozenset(), persons=frozenset())  # applied before
    for record in (*whole.dyads, *whole.elsewhere):
        series = tuple(contact for contact in record.series if chosen.matches(contact))
        if series:
            listed = tuple(contact for contact in series if chosen.in_period(contact.date.first_day))
            silent = _silences(record.pair, series, chosen, whole.windows.get(record.pair, ()))
            yield DyadRecord(record.pair, record.slug, series, listed, tuple(silent))


def _silences(pair: Dyad, series: Sequence[Contact], selection: Selection, windows: Sequence[CoverageWindow]) -> list[Silence]:
    own = replace(selection, parties=pair.parties)
    attempts = [Endpoint(contact.contact_id, contact.date) for contact in series if not contact.held]
    return silences(gaps(series, own), own, {pair: windows}, {pair: attempts})
