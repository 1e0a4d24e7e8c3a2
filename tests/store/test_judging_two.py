"""Two contacts judged to be one, or two: what becomes of them, what is kept, and that nobody is asked again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from detente.domain.contacts import Claim, Contact, Source
from detente.domain.selection import Selection
from detente.domain.vocabulary import By, ClaimKind, Reliability, Sameness
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.formats.package import export_package, import_package
from detente.store.amending import amend, known
from detente.store.condition import check
from detente.store.contacts import claims, contacts
from detente.store.contacts import contact as contact_of
from detente.store.history import changes_of, history, log
from detente.store.judgements import Told, judgements_of
from detente.store.keeping import copy
from detente.store.knowing import as_known_on, read_moment
from detente.store.opening import Store
from detente.store.reconciling import bring_in
from detente.store.recording import record
from detente.store.retracting import retract
from detente.store.undoing import undo
from detente.store.uniting import not_same, same
from tests.domain import records
from tests.domain.records import day
from tests.support.places import Place

ALL = Selection(as_of=day("2030-12-31"), include_restricted=True)
LOGGED, CODED = "fra-rus-2018-06-01-phone", "fra-rus-2018-06-04-other-off"


def contact(when: str, **more: Any) -> Contact:
    return replace(records.contact(when, **more), summary="They spoke.")


def source(name: str) -> Source:
    return Source(f"https://example.org/{name}", "P", None, None, "en", "third", Reliability.F, 6)


def sentence(text: str) -> Claim:
    return Claim(
        "", "fra-rus", None, "2018-06~", ClaimKind.STATEMENT, text, None, None, None, None, "any", "any", None, By.OFFICE, "any", None
    )  # fmt: skip


EVENT = replace(contact("2018-06-04", channel="other", level="official"), sources=(source("b"), source("c")))


@pytest.fixture
def two(empty: Store) -> Store:
    record(empty, replace(contact("2018-06-01"), sources=(source("a"),)), [sentence("one")])
    record(empty, EVENT, [sentence("two")])
    return empty


def urls(store: Store, contact_id: str) -> list[str]:
    return [one.url[-1] for one in contact_of(store, contact_id, include_restricted=True).sources]


def names(store: Store) -> list[str]:
    return [one.contact_id for one in contacts(store, ALL)]


def test_two_are_made_one(two: Store) -> None:
    done = same(two, LOGGED, CODED, why="the wire dates it later")
    assert (done.command, done.about, done.why) == ("same", f"{LOGGED} {CODED}", "the wire dates it later")
    assert (names(two), urls(two, LOGGED)) == ([LOGGED], ["a", "b", "c"])
    assert [(one.claim, one.contact_id) for one in claims(two)] == [("one", LOGGED), ("two", LOGGED)]
    assert judgements_of(two, LOGGED) == [Told(CODED, Sameness.SAME, "the wire dates it later")]
    assert {(one.kind, one.record) for one in changes_of(two, done.number)} == {
        ("contact", LOGGED),
        ("contact", CODED),
        ("claim", "fra-rus-c02"),
        ("judgement", f"{LOGGED} {CODED}"),
    }
    assert [finding for finding in check(two, day("2030-01-01")) if finding.grave] == []


def test_who_asks_for_the_other_is_told_where_it_went(two: Store) -> None:
    same(two, LOGGED, CODED)
    with pytest.raises(
        NotFoundError, match=f"{CODED} was judged to be the same contact as {LOGGED}; see: detente show {LOGGED}"
    ):
        contact_of(two, CODED)
    third = record(two, contact("2018-06-20"))[0].contact_id
    same(two, third, LOGGED)
    with pytest.raises(NotFoundError, match=f"the same contact as {third}"):
        contact_of(two, CODED)


def test_undo_takes_it_back_and_again(two: Store) -> None:
    before = contact_of(two, LOGGED), contact_of(two, CODED), claims(two)
    same(two, LOGGED, CODED)
    after = contact_of(two, LOGGED), claims(two)
    undo(two)
    assert (contact_of(two, LOGGED), contact_of(two, CODED), claims(two)) == before
    assert judgements_of(two, LOGGED) == []
    undo(two)
    assert (contact_of(two, LOGGED), claims(two), names(two)) == (*after, [LOGGED])
    assert len(judgements_of(two, LOGGED)) == 1


def test_what_was_known_before(two: Store) -> None:
    same(two, LOGGED, CODED)
    earlier, _ = as_known_on(two, read_moment("r3"))
    with earlier:
        assert names(earlier) == [LOGGED, CODED]
        assert judgements_of(earlier, LOGGED) == []
    now, _ = as_known_on(two, read_moment("r4"))
    with now:
        assert (names(now), len(judgements_of(now, LOGGED))) == ([LOGGED], 1)


def test_what_cannot_be_one(two: Store) -> None:
    other = record(two, replace(contact("2018-06-04", parties="RUS TUR"), dyad_slug=""))[0].contact_id
    secret = record(two, contact("2018-06-09", restricted=True))[0].contact_id
    before = len(log(two))
    with pytest.raises(RejectedError, match="the two are of other parties: FRA, RUS and RUS, TUR"):
        same(two, LOGGED, other)
    for one, two_ in ((LOGGED, secret), (secret, LOGGED)):
        with pytest.raises(RejectedError, match=f"{secret} is not public, and {LOGGED} is"):
            same(two, one, two_)
    with pytest.raises(UsageError, match="is named twice"):
        same(two, LOGGED, LOGGED)
    for judge in (same, not_same):
        with pytest.raises(NotFoundError):
            judge(two, LOGGED, "fra-rus-1999-01-01-phone")
    assert len(log(two)) == before


def test_an_import_of_what_was_judged_is_known(two: Store) -> None:
    same(two, LOGGED, CODED)
    again = replace(EVENT, contact_id=CODED)
    assert bring_in(two, [again], window=0, name="events").known == 1
    more = replace(again, sources=(*again.sources, source("d")))
    assert bring_in(two, [more], window=0, name="events").attached == 1
    assert (names(two), urls(two, LOGGED)) == ([LOGGED], ["a", "b", "c", "d"])


def test_two_that_are_not_one_are_not_asked_about_again(two: Store) -> None:
    event = replace(EVENT, contact_id="fra-rus-2018-06-02-other-off-icews", sources=(source("e"),))
    late = replace(
        event, date=contact("2018-06-02", channel="letter").date, channel=contact("2018-06-02", channel="letter").channel
    )
    first = bring_in(two, [late], window=2, name="events")
    assert {one.near for one in first.unsure} == {LOGGED, CODED}
    not_same(two, first.unsure[0].contact_id, LOGGED, why="a letter and a call")
    assert [one.near for one in bring_in(two, [late], window=2, name="events").unsure] == [CODED]
    assert judgements_of(two, LOGGED) == [Told(late.contact_id, Sameness.NOT_SAME, "a letter and a call")]
    with pytest.raises(RejectedError, match="are judged to be two already"):
        not_same(two, LOGGED, late.contact_id)


def test_two_that_are_not_one_do_not_match_either(two: Store) -> None:
    event = replace(
        EVENT, contact_id="fra-rus-2018-06-01-other-off-icews", date=contact("2018-06-01").date, sources=(source("e"),)
    )
    bring_in(two, [replace(event, date=contact("2019-06-01").date)], window=2, name="events")
    not_same(two, LOGGED, event.contact_id)
    assert bring_in(two, [replace(event, sources=(source("f"),))], window=2, name="events").attached == 1
    assert urls(two, LOGGED) == ["a"]


def doubles(store: Store) -> list[str]:
    return [one.where for one in check(store, day("2030-01-01")) if one.what.startswith("resembles")]


def test_the_check_and_amendments_respect_it(empty: Store) -> None:
    one = record(empty, contact("2018-06-01"))[0].contact_id
    other = record(empty, contact("2018-06-01"), also=True)[0].contact_id
    assert doubles(empty) == [other]
    before = known(empty, other)
    assert amend(empty, before, replace(before.contact, place="Paris"), ())[0].place == "Paris", "it resembled no less before"
    not_same(empty, other, one)
    assert doubles(empty) == []
    later = record(empty, contact("2018-09-01"))[0].contact_id
    not_same(empty, later, other)
    before = known(empty, later)
    moved = replace(before.contact, date=known(empty, one).contact.date)
    with pytest.raises(RejectedError, match=f"looks like {one}"):
        amend(empty, before, moved, ())
    not_same(empty, later, one)
    assert amend(empty, known(empty, later), moved, ())[0].date == moved.date


def test_it_replaces_what_was_judged_before(two: Store) -> None:
    not_same(two, LOGGED, CODED)
    same(two, CODED, LOGGED)
    assert judgements_of(two, CODED) == [Told(LOGGED, Sameness.SAME, None)]
    undo(two)
    assert judgements_of(two, CODED) == [Told(LOGGED, Sameness.NOT_SAME, None)]


def made(store: Store) -> None:
    same(store, LOGGED, CODED, why="=1+1")
    other = record(store, contact("2018-06-01"), also=True)[0].contact_id
    not_same(store, LOGGED, other)


def test_judgements_travel_in_the_package(two: Store, fresh: Callable[[], Store], tmp_path: Path) -> None:
    made(two)
    export_package(two, tmp_path / "one")
    text = (tmp_path / "one" / "contacts" / "fra-rus" / "judgements.csv").read_text(encoding="utf-8")
    assert text == (
        "contact_id,other_id,verdict,why\n"
        f"{LOGGED},{LOGGED}-2,not-same,\n"
        f"{LOGGED},{CODED},same,'=1+1\n"
    )  # fmt: skip
    with fresh() as store:
        assert import_package(store, tmp_path / "one").added["judgements"] == 2
        export_package(store, tmp_path / "two")
        assert import_package(store, tmp_path / "one").added == {}
        with pytest.raises(NotFoundError, match=f"the same contact as {LOGGED}"):
            contact_of(store, CODED)
        assert doubles(store) == []
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert [(tmp_path / "one" / name).read_bytes() for name in files] == [
        (tmp_path / "two" / name).read_bytes() for name in files
    ]


def test_a_package_corrects_a_judgement_only_if_told_to(two: Store, tmp_path: Path) -> None:
    not_same(two, LOGGED, CODED)
    export_package(two, tmp_path / "p")
    path = tmp_path / "p" / "contacts" / "fra-rus" / "judgements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("not-same,", "not-same,because"), encoding="utf-8")
    with pytest.raises(RejectedError):
        import_package(two, tmp_path / "p")
    assert import_package(two, tmp_path / "p", overwrite=True).changed == {"judgements": 1}
    assert judgements_of(two, LOGGED)[0].why == "because"


def test_what_names_a_contact_that_is_not_public_is_not_passed_on(empty: Store, tmp_path: Path) -> None:
    shown = record(empty, contact("2018-06-01"))[0].contact_id
    secret = record(empty, contact("2018-06-01", restricted=True), also=True)[0].contact_id
    done = not_same(empty, shown, secret, why="heard from a friend")
    assert judgements_of(empty, shown) == []
    assert len(judgements_of(empty, shown, include_restricted=True)) == 1
    assert changes_of(empty, done.number) == []
    assert log(empty)[0].about == "(not public)"
    with empty.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM v_judgements").all() == []
    export_package(empty, tmp_path / "public")
    assert not (tmp_path / "public" / "contacts" / "fra-rus" / "judgements.csv").exists()
    export_package(empty, tmp_path / "all", include_restricted=True)
    assert (tmp_path / "all" / "contacts" / "fra-rus" / "judgements.csv").exists()


def test_judgements_go_with_a_copy_and_into_the_views(two: Store, place: Place) -> None:
    made(two)
    address = place.nothing()
    copy(two, address)
    from detente.store.opening import open_store

    with open_store(address) as store, store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT other_id, verdict, judged_by FROM v_judgements ORDER BY other_id").all()
    assert [tuple(row) for row in rows] == [(f"{LOGGED}-2", "not-same", "tester"), (CODED, "same", "tester")]
    place.remove(address)


def test_a_contact_that_was_judged_may_be_retracted(two: Store) -> None:
    done = not_same(two, LOGGED, CODED)
    retract(two, CODED, "never was")
    assert [one.revision.number for one in history(two, f"{LOGGED} {CODED}")] == [done.number]


def test_a_judgement_may_be_retracted(two: Store) -> None:
    not_same(two, LOGGED, CODED)
    retract(two, f"{LOGGED} {CODED}", "they may be one after all")
    assert judgements_of(two, LOGGED) == []
    assert [one.revision.command for one in history(two, f"{LOGGED} {CODED}")] == ["not-same", "retract"]


def test_two_that_are_not_public_become_one_that_is_not(empty: Store) -> None:
    for when in ("2018-06-01", "2018-06-04"):
        record(empty, contact(when, restricted=True))
    kept, gone = names(empty)
    same(empty, kept, gone)
    assert contact_of(empty, kept, include_restricted=True).restricted
    with pytest.raises(NotFoundError, match=f"no contact '{gone}'"):
        contact_of(empty, gone)
    with pytest.raises(NotFoundError, match=f"the same contact as {kept}"):
        contact_of(empty, gone, include_restricted=True)


def test_a_judgement_from_elsewhere_about_two_on_record_is_told_of(
    two: Store, fresh: Callable[[], Store], tmp_path: Path
) -> None:
    export_package(two, tmp_path / "both")
    same(two, LOGGED, CODED)
    export_package(two, tmp_path / "one")
    with fresh() as store:
        import_package(store, tmp_path / "both")
        import_package(store, tmp_path / "one", overwrite=True)
        found = [one for one in check(store, day("2030-01-01")) if "is judged to be the same" in one.what]
        assert [(one.where, one.mend, one.grave) for one in found] == [
            (CODED, f"make them one: detente same {LOGGED} {CODED}", False)
        ]
        same(store, LOGGED, CODED)
        assert [one for one in check(store, day("2030-01-01")) if "is judged to be the same" in one.what] == []
        assert names(store) == [LOGGED]


def test_a_package_that_brings_the_other_once_more_leaves_it_out(two: Store, tmp_path: Path) -> None:
    export_package(two, tmp_path / "both")
    same(two, LOGGED, CODED)
    undo(two)
    same(two, LOGGED, CODED)
    amended = known(two, LOGGED)
    with pytest.raises(RejectedError):  # the package says less of the first than the record does now
        import_package(two, tmp_path / "both")
    retract(two, amended.contact.contact_id, "a test")
    warnings = import_package(two, tmp_path / "both").warnings
    assert [warning.partition(": ")[2].partition(" by ")[0] for warning in warnings if "contacts.csv" in warning] == [
        f"{LOGGED} was retracted",
        f"{CODED} was judged to be another contact",
    ]
