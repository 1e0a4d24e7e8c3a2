"""Contacts found elsewhere: sources of those on record, contacts of their own, or known; by one revision that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.domain.contacts import Contact, Source
from detente.domain.selection import Selection
from detente.domain.vocabulary import Reliability
from detente.errors import NotFoundError, RejectedError
from detente.store.condition import check
from detente.store.contacts import contact as contact_of
from detente.store.contacts import contacts
from detente.store.history import changes_of, history, log
from detente.store.opening import Store
from detente.store.reconciling import Reconciled, Unsure, bring_in
from detente.store.recording import record
from detente.store.retracting import retract
from detente.store.undoing import undo
from tests.domain.records import contact, day

ALL = Selection(as_of=day("2030-12-31"), include_restricted=True)


def rows(*names: str) -> tuple[Source, ...]:
    """A source per original row."""
    return tuple(
        Source(f"https://events.example/{name}", "Wire", None, None, "en", "third", Reliability.F, 6) for name in names
    )


def event(when: str, *names: str, channel: str = "other", parties: str = "FRA RUS", status: str = "held") -> Contact:
    slug = "-".join(parties.lower().split())
    found = contact(
        when, f"{slug}-{when}-{channel}-off-icews", channel=channel, level="official", parties=parties, status=status
    )
    return replace(found, dyad_slug=slug, sources=rows(*names), summary="coded")


def bring(store: Store, *found: Contact, dry_run: bool = False) -> Reconciled:
    return bring_in(store, found, window=2, name="events.csv", dry_run=dry_run)


def urls(store: Store, contact_id: str) -> list[str]:
    return [source.url.rpartition("/")[2] for source in contact_of(store, contact_id, include_restricted=True).sources]


def names(store: Store) -> list[str]:
    return [one.contact_id for one in contacts(store, ALL)]


@pytest.fixture
def call(empty: Store) -> str:
    """A call that somebody logged."""
    return record(empty, replace(contact("2018-06-01"), sources=rows("article")))[0].contact_id


def test_one_that_matches_becomes_sources(empty: Store, call: str) -> None:
    done = bring(empty, event("2018-06-02", "a", "b", "a"))
    assert done == Reconciled(added=0, attached=1, known=0, unsure=())
    assert (names(empty), urls(empty, call)) == ([call], ["article", "a", "b"])
    assert [(one.revision.command, one.kind) for one in changes_of(empty, log(empty)[0].number)] == [("import", "contact")]
    assert log(empty)[0].about == "events.csv: 0 contacts, 2 sources of others"
    assert [finding for finding in check(empty, day("2030-01-01")) if finding.grave] == []


def test_a_second_time_changes_nothing(empty: Store, call: str) -> None:
    given = (event("2018-06-02", "a"), event("2018-06-05", "b", parties="FRA RUS"), event("2020-01-01", "c"))
    first = bring(empty, *given)
    assert (first.added, first.attached, first.known) == (2, 1, 0)
    revisions = len(log(empty))
    again = bring(empty, *given)
    assert (again.added, again.attached, again.known) == (0, 0, 3)
    assert again.unsure == first.unsure  # asked once more, for nobody has judged
    assert len(log(empty)) == revisions


def test_undo_takes_the_whole_import_back_and_it_may_come_again(empty: Store, call: str) -> None:
    bring(empty, event("2018-06-02", "a"), event("2020-01-01", "c"))
    undo(empty)
    assert (names(empty), urls(empty, call)) == ([call], ["article"])
    assert [one.revision.command for one in history(empty, call)] == ["log", "import", "undo"]
    again = bring(empty, event("2018-06-02", "a"), event("2020-01-01", "c"))
    assert (again.added, again.attached) == (1, 1)
    assert urls(empty, call) == ["article", "a"]


def test_a_dry_run_says_the_same_and_changes_nothing(empty: Store, call: str) -> None:
    given = (event("2018-06-02", "a"), event("2018-06-05", "b"))
    before = log(empty)
    tried = bring(empty, *given, dry_run=True)
    assert (log(empty), names(empty), urls(empty, call)) == (before, [call], ["article"])
    assert bring(empty, *given) == tried


def test_near_misses_are_contacts_of_their_own_and_asked_about(empty: Store, call: str) -> None:
    late, visit = event("2018-06-04", "a"), event("2018-06-02", "b", channel="in-person")
    done = bring(empty, late, visit)
    assert (done.added, done.attached) == (2, 0)
    assert done.unsure == (
        Unsure(late.contact_id, call, "3 days apart: 2018-06-04 and 2018-06-01"),
        Unsure(visit.contact_id, call, "the channel differs: in-person and phone"),
    )
    assert str(done.unsure[0]).endswith(
        f": detente same {call} {late.contact_id}, or detente not-same {call} {late.contact_id}"
    )


def test_where_two_match_neither_is_taken(empty: Store, call: str) -> None:
    other = record(empty, contact("2018-06-02", channel="in-person"))[0].contact_id
    done = bring(empty, event("2018-06-01", "a"))
    assert done.added == 1
    assert {(one.near, one.reason) for one in done.unsure} == {
        (call, "2 contacts on record match"),
        (other, "2 contacts on record match"),
    }


def test_contacts_that_come_together_are_not_held_against_each_other(empty: Store) -> None:
    done = bring(empty, event("2018-06-01", "a", channel="phone"), event("2018-06-02", "b", channel="in-person"))
    assert (done.added, done.unsure) == (2, ())


def test_more_rows_of_a_contact_that_was_brought_in_go_to_it(empty: Store) -> None:
    first = event("2018-06-01", "a")
    bring(empty, first)
    assert bring(empty, event("2018-06-01", "a", "b")).attached == 1
    assert bring(empty, event("2018-06-01", "c")).attached == 1
    assert urls(empty, first.contact_id) == ["a", "b", "c"]


def test_rows_stay_with_the_contact_that_has_them_wherever_its_date_went(empty: Store, call: str) -> None:
    from detente.domain.dates import parse
    from detente.store.amending import amend, known

    bring(empty, event("2018-06-02", "a"))
    before = known(empty, call)
    amend(empty, before, replace(before.contact, date=parse("2018-07-20")), ())
    again = bring(empty, event("2018-06-02", "a", "b"))
    assert (again.added, again.attached, urls(empty, call)) == (0, 1, ["article", "a", "b"])


def test_a_source_of_another_pair_is_not_in_the_way(empty: Store, call: str) -> None:
    done = bring(empty, event("2018-06-01", "article", parties="RUS TUR"))
    assert done.added == 1
    assert urls(empty, "rus-tur-2018-06-01-other-off-icews") == ["article"]


def test_what_was_retracted_stays_out(empty: Store) -> None:
    found = event("2018-06-01", "a")
    bring(empty, found)
    retract(empty, found.contact_id, "an echo")
    assert bring(empty, found).known == 1
    with pytest.raises(NotFoundError, match="was taken out"):
        contact_of(empty, found.contact_id)


def test_the_same_id_for_something_else_is_numbered(empty: Store) -> None:
    found = event("2018-06-01", "a")
    bring(empty, found)
    declined = event("2018-06-01", "b", status="declined")
    done = bring(empty, declined)
    assert (done.added, names(empty)) == (1, [found.contact_id, f"{found.contact_id}-2"])
    assert urls(empty, f"{found.contact_id}-2") == ["b"]
    assert bring(empty, declined).known == 1


def test_a_wrong_row_refuses_all(empty: Store, call: str) -> None:
    wrong = replace(event("2019-01-01", "b"), parties=("FRA", "XXX"))
    with pytest.raises(RejectedError) as refused:
        bring(empty, event("2018-06-02", "a"), wrong)
    assert any("XXX is not known" in line for line in refused.value.details)
    assert (names(empty), urls(empty, call)) == ([call], ["article"])


def test_nothing_is_nothing(empty: Store) -> None:
    assert bring(empty) == Reconciled(0, 0, 0, ())


EVENTS = st.lists(
    st.builds(
        lambda n, channel, parties, names: event(f"2018-06-{n:02}", *names, channel=channel, parties=parties),
        st.integers(1, 9),
        st.sampled_from(["other", "phone", "in-person"]),
        st.sampled_from(["FRA RUS", "RUS TUR"]),
        st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True),
    ),
    max_size=5,
    unique_by=lambda found: found.contact_id,
)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(logged=st.lists(st.integers(1, 9), unique=True, max_size=3), given_=EVENTS)
def test_whatever_comes_every_source_is_on_record_once_more_is_nothing_and_undo_is_undo(
    fresh: Callable[[], Store], logged: list[int], given_: list[Contact]
) -> None:
    with fresh() as store:
        for n in logged:
            record(store, contact(f"2018-06-{n:02}"), also=True)
        before = whole(store)
        done = bring(store, *given_)
        assert done.added + done.attached + done.known == len(given_)
        after = whole(store)
        assert {(one.parties, url) for one in given_ for url in {source.url for source in one.sources}} == {
            (one.parties, source.url) for one in after for source in one.sources
        }
        assert {one.contact_id for one in before} <= {one.contact_id for one in after}
        again = bring(store, *given_)
        assert (again.added, again.attached, again.known) == (0, 0, len(given_))
        assert whole(store) == after
        if after != before:
            undo(store)
        assert whole(store) == before


def whole(store: Store) -> list[Contact]:
    return contacts(store, ALL, details=True)


@pytest.mark.long
def test_a_hundred_thousand_rows(empty: Store) -> None:
    """5,000 contacts of 20 rows each, every fiftieth of them logged before: brought in, again, and with a row more each."""
    days = [date.fromordinal(day("1990-01-01") + 5 * number).isoformat() for number in range(5_000)]
    found = [event(when, *(f"{when}-{number}" for number in range(20))) for when in days]
    for one in found[::50]:
        record(empty, contact(one.date.text), also=True)
    assert bring(empty, *found) == Reconciled(4_900, 100, 0, ())
    assert bring(empty, *found) == Reconciled(0, 0, 5_000, ())
    more = [replace(one, sources=(*one.sources, *rows(f"{one.date}-more"))) for one in found]
    assert bring(empty, *more) == Reconciled(0, 5_000, 0, ())
    with empty.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM source").scalar() == 5_000 * 21
