"""What claims are judged on, read from the store, against an independent reading of the package."""

from dataclasses import replace

from sqlalchemy import event

from detente.domain.contacts import Source
from detente.domain.parties import Dyad, dyad
from detente.domain.vocabulary import Reliability
from detente.store.grounds import folders, ground, names
from detente.store.opening import Store
from detente.store.recording import record
from tests.domain.records import contact
from tests.support.shipped_record import shipped_record

USA_RUS = Dyad("RUS", "USA")


def test_the_ground_of_a_pair_is_that_of_the_package(shipped: Store) -> None:
    known, found = shipped_record(), ground(shipped, USA_RUS)
    assert [c.contact_id for c in found.contacts] == [c.contact_id for c in known.contacts_of("RUS", "USA")]
    for read, told in zip(found.contacts, known.contacts_of("RUS", "USA"), strict=True):
        assert (read.status, read.date, read.parties) == (told.status, told.date, told.parties)
        assert (read.participants, read.sources) == (told.participants, told.sources)
    assert set(found.windows) == set(known.windows_of(USA_RUS))
    assert {holder.person for holder in found.holders} == {
        holder.person for holder in known.officeholders if holder.party in ("RUS", "USA")
    }


def test_a_contact_of_three_parties_lies_in_the_ground_of_each_pair(shipped: Store) -> None:
    for pair in (USA_RUS, Dyad("RUS", "TUR"), Dyad("TUR", "USA")):
        assert "usa-rus-2017-03-06-in-person-cod" in {c.contact_id for c in ground(shipped, pair).contacts}


def test_a_pair_without_a_record(shipped: Store) -> None:
    found = ground(shipped, dyad("CHN", "USA"))
    assert (list(found.contacts), list(found.windows)) == ([], [])


def test_what_is_restricted_is_left_out_unless_asked_for(empty: Store) -> None:
    page = Source("https://example.org/a", "example.org", None, None, "en", "third", Reliability.B, 2)
    hidden = replace(page, url="https://example.org/b", restricted=True)
    record(empty, replace(contact("2024-01-01"), contact_id="", dyad_slug="", sources=(page, hidden)))
    record(empty, replace(contact("2024-02-01", restricted=True), contact_id="", dyad_slug=""))
    public, everything = (ground(empty, Dyad("FRA", "RUS"), include_restricted=asked).contacts for asked in (False, True))
    assert [(c.date.text, c.sources) for c in public] == [("2024-01-01", (page,))]
    assert [(c.date.text, c.sources) for c in everything] == [("2024-01-01", (page, hidden)), ("2024-02-01", ())]


def test_few_queries_whatever_the_number_of_contacts(shipped: Store) -> None:
    asked: list[str] = []
    event.listen(shipped.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    ground(shipped, USA_RUS)
    assert sum("SELECT" in statement for statement in asked) <= 6  # contacts, their parties, people, sources; windows; tenures


def test_names_and_folders(shipped: Store) -> None:
    assert names(shipped, Dyad("FRA", "RUS")) == ["France", "Russia"]
    assert names(shipped, Dyad("RUS", "USA")) == ["Russia", "United States"]
    assert folders(shipped)["usa-rus"] == USA_RUS
