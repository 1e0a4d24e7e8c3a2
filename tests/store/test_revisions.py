"""Nothing on record is lost: what was changed, taken out and put back, by whom, and what was known when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from detente.domain.contacts import Claim, Contact, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import Party, dyad
from detente.domain.selection import Selection
from detente.domain.topics import Topic
from detente.domain.vocabulary import Completeness, PartyKind, Stance
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.store import amending, revisions
from detente.store.contacts import claims, contact, contacts
from detente.store.declaring import declare
from detente.store.history import changes_of, history, log
from detente.store.knowing import as_known_on, read_moment
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.reference import add_party, add_topic, topics
from detente.store.retracting import retract
from detente.store.series import coverage
from detente.store.undoing import undo
from tests.domain import records
from tests.domain.records import day
from tests.report.samples import claim as sentence

EVERY = Selection(as_of=day("2030-01-01"))


def logged(store: Store, when: str = "2024-04-03", **more: object) -> Contact:
    return record(store, replace(records.contact(when), contact_id="", dyad_slug="", **more))[0]  # type: ignore[arg-type]


def logged_with_claim(store: Store) -> tuple[Contact, Claim]:
    about = replace(sentence("x", None, "2024-04-03", months=18.0, source_url=None), claim_id="", dyad_slug="")
    one, [claim] = record(store, replace(records.contact("2024-04-03"), contact_id="", dyad_slug=""), [about])
    return one, claim


def amend(store: Store, contact_id: str, *, why: str | None = None, also: bool = False, **change: object) -> Contact:
    before = amending.known(store, contact_id)
    after = replace(before.contact, **change)  # type: ignore[arg-type]
    return amending.amend(store, before, after, before.claims, why=why, also=also)[0]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the time at which the next revisions are recorded."""
    return lambda moment: monkeypatch.setattr(revisions, "now", lambda: moment)


def told(store: Store, name: str) -> list[tuple[int, str, str, list[tuple[str, object, object]]]]:
    return [
        (c.revision.number, c.revision.author, c.revision.command, [(f.name, f.before, f.after) for f in c.fields])
        for c in history(store, name)
    ]


def test_who_changed_what_and_why(empty: Store) -> None:
    one = logged(empty)
    empty.author = "anna"
    amend(empty, one.contact_id, why="misread", place="Paris", note="by video")
    empty.author = "boris"
    amend(empty, one.contact_id, note=None)
    assert told(empty, one.contact_id) == [
        (2, "tester", "log", []),
        (3, "anna", "amend", [("place", None, "Paris"), ("note", None, "by video")]),
        (4, "boris", "amend", [("note", "by video", None)]),
    ]
    assert [(r.number, r.author, r.about, r.why) for r in log(empty)][:2] == [
        (4, "boris", one.contact_id, None),
        (3, "anna", one.contact_id, "misread"),
    ]
    assert [r.number for r in log(empty, author="anna")] == [3]
    assert [r.number for r in log(empty, limit=1)] == [4]
    assert [(c.record, c.before is None) for c in changes_of(empty, 2)] == [(one.contact_id, True), ("fra-rus", True)]


def test_what_is_told_of_a_contact_has_a_history_too(shipped: Store) -> None:
    before = amending.known(shipped, "fra-rus-2024-04-03-phone")
    amending.amend(shipped, before, replace(before.contact, statements=before.contact.statements[1:]), before.claims)
    gone = before.contact.statements[0]
    [change] = [c for c in history(shipped, before.contact.contact_id) if c.revision.command == "amend"]
    [field] = change.fields
    assert (field.name, field.after) == ("statement", None)
    assert isinstance(field.before, dict)
    assert (field.before["topic"], field.before["reported_by"]) == (gone.topic, gone.reported_by)


def test_an_amended_contact_is_found_by_what_it_says_now(empty: Store) -> None:
    one = logged(empty)
    amend(empty, one.contact_id, date=records.contact("2024-05-01").date, parties=("FRA", "RUS", "TUR"))
    assert [c.contact_id for c in contacts(empty, replace(EVERY, parties=("FRA", "TUR")))] == [one.contact_id]
    assert contacts(empty, replace(EVERY, period_to=day("2024-04-30"))) == []


def test_an_amendment_that_changes_nothing_is_refused(empty: Store) -> None:
    one = logged(empty)
    with pytest.raises(RejectedError, match="says so already"):
        amend(empty, one.contact_id, place=None)
    assert len(log(empty)) == 2


def test_an_amendment_may_not_make_a_double(empty: Store) -> None:
    one, other = logged(empty), logged(empty, "2024-06-01")
    with pytest.raises(RejectedError, match=f"this looks like {one.contact_id}"):
        amend(empty, other.contact_id, date=one.date)
    amend(empty, other.contact_id, date=one.date, also=True)


def test_the_second_of_two_who_amend_one_contact_is_told(empty: Store) -> None:
    one = logged(empty)
    mine, yours = amending.known(empty, one.contact_id), amending.known(empty, one.contact_id)
    empty.author = "anna"
    amending.amend(empty, mine, replace(mine.contact, place="Paris"), ())
    with pytest.raises(RejectedError, match=r"was changed meanwhile by anna at .* \(r3\); nothing was changed"):
        amending.amend(empty, yours, replace(yours.contact, place="Moscow"), ())
    assert contact(empty, one.contact_id).place == "Paris"


def test_a_claim_added_meanwhile_counts_as_a_change(empty: Store) -> None:
    one, claim = logged_with_claim(empty)
    mine, yours = amending.known(empty, one.contact_id), amending.known(empty, one.contact_id)
    amending.amend(empty, mine, mine.contact, ())
    assert claims(empty) == []
    with pytest.raises(RejectedError, match="was changed meanwhile"):
        amending.amend(empty, yours, replace(yours.contact, place="Moscow"), yours.claims)
    new = amending.known(empty, one.contact_id)
    _, [numbered] = amending.amend(empty, new, new.contact, [replace(claim, claim_id="")])
    assert (claim.claim_id, numbered.claim_id) == ("fra-rus-c01", "fra-rus-c02"), "the id of a claim is not given again"


def test_what_is_retracted_is_gone_but_kept_and_its_id_is_not_given_again(empty: Store) -> None:
    one, claim = logged_with_claim(empty)
    retract(empty, one.contact_id, "never took place")
    assert (contacts(empty, EVERY), claims(empty)) == ([], [])
    with pytest.raises(NotFoundError, match=r"was taken out by tester on .*; see: detente history"):
        contact(empty, one.contact_id)
    with pytest.raises(NotFoundError, match="was taken out"):
        amending.known(empty, one.contact_id)
    with pytest.raises(NotFoundError, match="was taken out"):
        retract(empty, one.contact_id, "again")
    [_, gone] = history(empty, one.contact_id)
    assert (gone.revision.why, gone.after) == ("never took place", None)
    assert [c.revision.number for c in history(empty, claim.claim_id)] == [2, 3]
    assert logged(empty).contact_id == f"{one.contact_id}-2"


def test_a_record_that_others_refer_to_cannot_be_taken_out(shipped: Store) -> None:
    with pytest.raises(RejectedError, match="syria cannot be taken out: something on record refers to it"):
        retract(shipped, "syria", "no more")
    with pytest.raises(NotFoundError, match="no record 'atlantis'"):
        retract(shipped, "atlantis", "no more")
    assert "syria" in topics(shipped)


def test_every_kind_of_record_can_be_taken_out_and_put_back(empty: Store) -> None:
    add_topic(empty, Topic("arctic", "Arctic", "The High North.", None, "military"))
    add_party(empty, Party("KFOR", "Kosovo Force", PartyKind.ORGANISATION, None, None))
    window = CoverageWindow(
        dyad("FRA", "RUS"), "minister", "any", date(2020, 1, 1), date(2020, 12, 31), Completeness.FAIR, "news"
    )
    declare(empty, window)
    for name in ("arctic", "KFOR", "FRA RUS minister any 2020-01-01"):
        retract(empty, name, "for a test")
        assert [c.revision.command for c in history(empty, name)][-1] == "retract"
        undo(empty)
    assert ("arctic" in topics(empty), coverage(empty)) == (True, {window.dyad: [window]})


def test_undo_and_undo_again(empty: Store) -> None:
    one = logged(empty)
    amend(empty, one.contact_id, place="Paris")
    assert undo(empty).undoes == 3
    assert contact(empty, one.contact_id) == one
    assert undo(empty).undoes == 4
    assert contact(empty, one.contact_id).place == "Paris"


def test_undo_of_a_log_takes_the_contact_out(empty: Store) -> None:
    one, claim = logged_with_claim(empty)
    undo(empty)
    assert (contacts(empty, EVERY), claims(empty)) == ([], [])
    undo(empty)
    assert (contacts(empty, EVERY, details=True), claims(empty)) == ([one], [claim])


def test_undo_of_a_retraction_puts_the_claims_back_too(empty: Store) -> None:
    one, claim = logged_with_claim(empty)
    retract(empty, one.contact_id, "by mistake")
    undo(empty)
    assert (contact(empty, one.contact_id), claims(empty)) == (one, [claim])


def test_undo_is_of_ones_own_and_not_of_what_others_built_upon(empty: Store) -> None:
    empty.author = "nobody"
    with pytest.raises(RejectedError, match="nobody has changed nothing in this store"):
        undo(empty)
    empty.author = "anna"
    one = logged(empty)
    empty.author = "boris"
    amend(empty, one.contact_id, place="Paris")
    empty.author = "anna"
    with pytest.raises(RejectedError, match=rf"r2 cannot be undone: {one.contact_id} was changed since by boris \(r3"):
        undo(empty)
    add_topic(empty, Topic("arctic", "Arctic", "The High North.", None, "military"))
    empty.author = "boris"
    amend(empty, one.contact_id, statements=(Statement("arctic", None, "FRA", Stance.REPORTS),))
    empty.author = "anna"
    with pytest.raises(RejectedError, match="what it added is referred to by what was recorded since"):
        undo(empty)
    assert len(log(empty, author="anna")) == 2


def test_what_was_known_at_every_revision(empty: Store, at: Callable[[str], None]) -> None:
    at("2024-04-03T10:00:00+00:00")
    one, claim = logged_with_claim(empty)
    at("2024-04-05T10:00:00+00:00")
    amend(empty, one.contact_id, place="Paris")
    at("2024-04-06T10:00:00+00:00")
    other = logged(empty, "2024-04-05")
    at("2024-04-07T10:00:00+00:00")
    retract(empty, one.contact_id, "never took place")

    def known(moment: str) -> list[tuple[str, str | None]]:
        with as_known_on(empty, read_moment(moment))[0] as then:
            return [(c.contact_id, c.place) for c in contacts(then, EVERY)]

    assert known("r1") == []
    assert known("r2") == [(one.contact_id, None)]
    assert known("r3") == [(one.contact_id, "Paris")]
    assert known("r4") == [(one.contact_id, "Paris"), (other.contact_id, None)]
    assert known("r5") == [(other.contact_id, None)]
    with as_known_on(empty, read_moment("r2"))[0] as then:
        assert (contact(then, one.contact_id), claims(then)) == (one, [claim])
        assert [r.number for r in log(then)] == [2, 1]
        assert then.url == empty.url


def test_times_never_run_back(empty: Store, at: Callable[[str], None]) -> None:
    """A machine whose clock is slow does not put its revisions before those that are there."""
    at("2031-01-01T00:00:00+00:00")
    logged(empty)
    at("2030-01-01T00:00:00+00:00")
    logged(empty, "2024-05-01")
    assert [r.recorded_at[:4] for r in log(empty)][:2] == ["2031", "2031"]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2024-04-03", "2024-04-03T23:59:59+00:00"),
        ("2024-04-03T18:00Z", "2024-04-03T18:00:00+00:00"),
        ("2024-04-03T18:00:30+02:00", "2024-04-03T16:00:30+00:00"),
        ("2024-04-03T00:30", "2024-04-03T00:30:00+00:00"),
    ],
)
def test_moments(text: str, until: str) -> None:
    assert read_moment(text).until == until


@pytest.mark.parametrize("text", ["", "soon", "r0", "r", "2024", "2024-13-01", "r1234567890", "0001-01-01T00:00+14:00"])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(UsageError, match="is no moment"):
        read_moment(text)


def test_before_there_was_a_store(empty: Store) -> None:
    with pytest.raises(UsageError, match="lies before the store was made; its revisions are r1 to r1"):
        as_known_on(empty, read_moment("2001-01-01"))
    with pytest.raises(UsageError, match="there is no revision 9"):
        as_known_on(empty, read_moment("r9"))


def test_the_history_of_what_is_not_public(empty: Store) -> None:
    secret = logged(empty, restricted=True)
    open_one = logged(empty, "2024-05-01")
    amend(empty, open_one.contact_id, restricted=True, place="Paris")
    amend(empty, open_one.contact_id, restricted=False)
    with pytest.raises(NotFoundError):
        history(empty, secret.contact_id)
    assert len(history(empty, secret.contact_id, include_restricted=True)) == 1
    assert [c.revision.number for c in history(empty, open_one.contact_id)] == [3, 4, 5]
    assert [r.about for r in log(empty)][-2:] == ["(not public)", "the store is made"]
    assert secret.contact_id in [r.about for r in log(empty, include_restricted=True)]
    retract(empty, secret.contact_id, "secret reason")
    assert (log(empty)[0].about, log(empty)[0].why) == ("(not public)", None)
    with pytest.raises(NotFoundError, match=r"^no contact"):
        contact(empty, secret.contact_id)
