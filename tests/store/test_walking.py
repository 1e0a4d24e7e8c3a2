"""The walk through all pairs: equal to plain loops over the contacts on any record, and of one state of the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import settings

from detente.analysis import survey_of_store
from detente.analysis.survey_of_store import surveyed
from detente.domain.contacts import Contact
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Level
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.walking import walking
from tests.domain.records import contact, day
from tests.store.test_series import _any_record
from tests.support.places import Place
from tests.support.surveys import SurveyedContacts

EVERY = Selection(as_of=day("2025-12-31"))


@pytest.mark.hypothesis  # counted with the properties
def test_a_walk_and_plain_loops_agree(emptied: Callable[[], Store], place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_of_store, "_MOST_RECORDS", 3)  # so that several walks are needed

    _hold(emptied, 12 if place.engine == "sqlite" else 8)


@pytest.mark.long
def test_a_walk_and_plain_loops_agree_however_often(
    emptied: Callable[[], Store], place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey_of_store, "_MOST_RECORDS", 3)
    _hold(emptied, 400 if place.engine == "sqlite" else 150)


def _hold(emptied: Callable[[], Store], count: int) -> None:
    @settings(max_examples=count)
    @_any_record
    def hold(known: list[Contact], selections: list[Selection]) -> None:
        store = emptied()
        kept = [record(store, made, also=True)[0] for made in known]
        for selection in selections:
            _agree(store, kept, selection)

    hold()


def _agree(store: Store, kept: list[Contact], selection: Selection) -> None:
    with surveyed(store, selection) as found:
        known = found.whole.known
        expected = SurveyedContacts(kept, selection, known.names, known.windows)
        assert found.whole == expected.whole
        listed = [replace(one, participants=(), statements=()) for one in expected.contacts()]
        assert list(found.contacts()) == listed
        assert found.silences() == expected.silences()
        since = max(day("2020-02-01"), selection.period_from or 0)
        narrower = [replace(selection, period_from=since)]
        if not selection.channels:
            narrower.append(replace(selection, channels=frozenset({Channel.PHONE, Channel.VIDEO})))
        if not selection.levels:
            narrower.append(replace(selection, levels=frozenset({Level.MINISTER})))
        for one, other in zip(found.narrower(narrower), expected.narrower(narrower), strict=True):
            slugs = {own.pair: own.slug for own in found.whole.dyads}  # a pair is called alike whatever is chosen
            same = tuple(replace(own, slug=slugs.get(own.pair, own.pair.slug)) for own in other.dyads)
            assert one == replace(other, dyads=same)


def test_the_shipped_record(shipped: Store) -> None:
    """104 contacts of 15 pairs; 5 of them of three parties or more, each kept with its parties."""
    with walking(shipped) as walk:
        series = {one.pair: [entry.contact_id for entry in one.entries] for one in walk.series(EVERY)}
        assert len(series) == 15
        assert len(series[Dyad("FRA", "RUS")]) == 24
        assert list(series) == sorted(series)
        companies = walk.companies()
        assert len(companies) == 5
        assert companies["usa-rus-2017-03-06-in-person-cod"] == ("RUS", "TUR", "USA")


def test_what_is_recorded_meanwhile_is_not_seen(shipped: Store) -> None:
    """Choices are surveyed after the whole; a contact that came between would be counted in some of them alone."""
    chosen = replace(EVERY, channels=frozenset({Channel.LETTER}))
    with surveyed(shipped, EVERY) as found:
        before = next(found.narrower([chosen]))
        made = contact(date(2025, 12, 1).isoformat(), channel="letter")
        record(shipped, replace(made, contact_id="", dyad_slug=""), also=True)
        assert next(found.narrower([chosen])) == before
    with surveyed(shipped, EVERY) as found:
        assert next(found.narrower([chosen])).totals.contacts == before.totals.contacts + 1
