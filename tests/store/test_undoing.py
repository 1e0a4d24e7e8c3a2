"""Several steps back: the record says what it said then, and the history tells of each step."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from detente.domain.contacts import Contact
from detente.errors import NotFoundError, RejectedError
from detente.store.contacts import contact, contacts
from detente.store.history import history, log
from detente.store.knowing import as_known_on, read_moment
from detente.store.opening import Store
from detente.store.retracting import retract
from detente.store.undoing import undo, undo_last, undo_revision
from tests.store.test_revisions import EVERY, amend, logged

ONE, OTHER = "fra-rus-2024-04-03-phone", "fra-rus-2024-05-03-phone"


def said(store: Store) -> list[Contact]:
    return contacts(store, EVERY, details=True)


STEPS: tuple[Callable[[Store], Any], ...] = (
    lambda store: logged(store),
    lambda store: amend(store, ONE, place="Paris"),
    lambda store: logged(store, "2024-05-03"),
    lambda store: amend(store, ONE, place="Lyon"),
    lambda store: retract(store, OTHER, "a test"),
    lambda store: amend(store, ONE, duration_minutes=61),
)


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_so_many_steps_back(empty: Store, count: int) -> None:
    before = [said(empty)]
    for step in STEPS:
        step(empty)
        before.append(said(empty))
    done = undo_last(empty, count)
    assert [one.undoes for one in done] == list(range(len(STEPS) + 1, len(STEPS) + 1 - count, -1)), "the latest first"
    assert said(empty) == before[len(STEPS) - count]
    with as_known_on(empty, read_moment(f"r{len(STEPS) + 1}"))[0] as known:
        assert said(known) == before[-1], "nothing of it is lost"


def test_step_by_step_is_the_same(empty: Store) -> None:
    for step in STEPS:
        step(empty)
    assert [undo_last(empty, 1)[0].undoes for _ in STEPS] == [7, 6, 5, 4, 3, 2]
    assert said(empty) == []
    with pytest.raises(RejectedError, match="has changed nothing in this store"):
        undo_last(empty, 1)


def test_what_was_taken_back_and_put_back_stands(empty: Store) -> None:
    logged(empty)
    amend(empty, ONE, place="Paris")
    undo(empty)
    undo(empty)
    assert contact(empty, ONE).place == "Paris"
    assert [one.undoes for one in undo_last(empty, 2)] == [3, 2]
    assert said(empty) == []


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 60))])
def test_steps_forth_and_back_at_random(empty: Store, seed: int) -> None:
    """A stack of what the record said is the model: what is taken back is popped."""
    dice, stack, serial = random.Random(seed), [said(empty)], 0
    for _ in range(9):
        serial += 1
        known = [one.contact_id for one in stack[-1]]
        match dice.choice(("log", "amend", "amend", "retract", "back")):
            case "amend" if known:
                amend(empty, dice.choice(known), place=f"place {serial}")
            case "retract" if known:
                retract(empty, dice.choice(known), "a test")
            case "back" if len(stack) > 1:
                steps = dice.randint(1, len(stack) - 1)
                undo_last(empty, steps)
                del stack[-steps:]
                assert said(empty) == stack[-1]
                continue
            case _:
                logged(empty, f"2020-01-{serial:02}")
        stack.append(said(empty))
    assert said(empty) == stack[-1]


def test_one_that_is_not_the_latest(empty: Store) -> None:
    for step in STEPS[:3]:
        step(empty)
    [done] = undo_revision(empty, 4)
    assert (done.undoes, [one.contact_id for one in said(empty)]) == (4, [ONE])
    [done] = undo_revision(empty, 3)
    assert contact(empty, ONE).place is None
    with pytest.raises(RejectedError, match="r3 was taken back already"):
        undo_revision(empty, 3)
    [done] = undo_revision(empty, done.number)
    assert contact(empty, ONE).place == "Paris"


def test_what_was_built_upon_stays(empty: Store) -> None:
    for step in STEPS[:2]:
        step(empty)
    before = said(empty), log(empty)
    with pytest.raises(RejectedError, match=rf"r2 cannot be undone: {ONE} was changed since by tester \(r3: amend"):
        undo_revision(empty, 2)
    assert (said(empty), log(empty)) == before


def test_only_ones_own(empty: Store) -> None:
    logged(empty)
    empty.author = "boris"
    with pytest.raises(RejectedError, match="r2 is of tester, and not yours to take back"):
        undo_revision(empty, 2)
    empty.author = "tester"
    with pytest.raises(RejectedError, match="r1 is what made the store"):
        undo_revision(empty, 1)
    with pytest.raises(NotFoundError, match="there is no revision 9"):
        undo_revision(empty, 9)
    with pytest.raises(RejectedError, match="only 1 revisions of tester stand"):
        undo_last(empty, 2)
    assert len(said(empty)) == 1


def test_all_steps_or_none(empty: Store) -> None:
    logged(empty)
    logged(empty, "2024-05-03")
    empty.author = "boris"
    amend(empty, ONE, place="Paris")
    empty.author = "tester"
    with pytest.raises(RejectedError, match="was changed since by boris"):
        undo_last(empty, 2)
    assert len(said(empty)) == 2


def test_a_look_before_changes_nothing(empty: Store) -> None:
    for step in STEPS[:3]:
        step(empty)
    before = said(empty), log(empty)
    assert [one.undoes for one in undo_last(empty, 2, dry_run=True)] == [4, 3]
    assert (said(empty), log(empty)) == before


def test_an_id_is_not_given_again(empty: Store) -> None:
    """It may have been cited, and its history tells of what it was given for."""
    logged(empty)
    undo(empty)
    assert logged(empty).contact_id == f"{ONE}-2"
    assert [change.after is None for change in history(empty, ONE)] == [False, True]
