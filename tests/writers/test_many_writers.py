"""Many write at once: nothing is lost, nothing is there twice, and whoever is refused is told why."""

import lzma
import subprocess
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from detente.store import schema
from detente.store.contacts import contacts
from detente.store.creating import migrate
from detente.store.engine import engine_for, reading, transaction
from detente.store.opening import Store, locate, open_store
from detente.store.recording import record
from tests.support.places import Place
from tests.support.processes import Meeting, at_once
from tests.writers import deeds, mixed
from tests.writers.deeds import STEM
from tests.writers.failing_over import COLD
from tests.writers.rows import contact_ids, grave, half_written, revisions

Say = Callable[[str], None]

FROZEN = Path(__file__).parents[1] / "migrations" / "frozen" / "0001.db.xz"


def names(count: int) -> list[str]:
    """The ids of so many contacts of one dyad, day and channel."""
    return [STEM, *(f"{STEM}-{number}" for number in range(2, count + 1))]


def everything_is_there_once(store: Store, acknowledged: list[str]) -> None:
    """What was acknowledged is what is on record, under ids that were given in the order of the revisions."""
    assert Counter(acknowledged) == Counter(contact_ids(store)) == Counter(names(len(acknowledged)))
    assert [row.about for row in revisions(store)][1:] == names(len(acknowledged))
    assert grave(store) == []


def logged_at_once(place: Place, processes: int, each: int) -> str:
    """Has so many processes log at once; gives what they took, in words."""
    address = place.empty()
    found = at_once([partial(deeds.log_many, address, each)] * processes)
    logged = [one for some in found for one in some]
    with open_store(address) as store:
        everything_is_there_once(store, [one.contact_id for one in logged])
        rows = len(contact_ids(store))
    place.remove(address)
    took = max(sum(one.seconds for one in some) for some in found)
    longest = max(one.seconds for one in logged)
    return f"{processes * each:,} concurrent logs: {rows:,} rows on {place.engine} ({took:.0f} s, longest wait {longest:.1f} s)"


def test_four_who_log_at_once(place: Place) -> None:
    assert logged_at_once(place, 4, 25).startswith("100 concurrent logs: 100 rows")


@pytest.mark.long
def test_eight_who_log_two_hundred_each(place: Place, say: Say) -> None:
    told = logged_at_once(place, 8, 200)
    assert told.startswith("1,600 concurrent logs: 1,600 rows")
    say(told)


@pytest.mark.long
def test_eight_who_log_from_the_command_line(place: Place, say: Say) -> None:
    address = place.empty()
    command = [*COLD, "log", deeds.DAY, "phone", "FRA", "RUS", "--also", "--db", address]

    def log(_: int) -> str:
        ran = subprocess.run(command, capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, ""), ran
        return ran.stdout.splitlines()[0]

    with ThreadPoolExecutor(8) as eight:
        acknowledged = list(eight.map(log, range(40)))
    with open_store(address) as store:
        everything_is_there_once(store, acknowledged)
    place.remove(address)
    say(f"40 concurrent command lines: 40 rows on {place.engine}")


def of_two_one_wins(place: Place, rounds: int) -> None:
    address = place.empty()
    with open_store(address) as store:
        record(store, deeds.new())
    found = at_once([partial(deeds.amend_in_turn, address, STEM, author, rounds) for author in ("anna", "boris")])
    winners = []
    for number, (anna, boris) in enumerate(zip(*found, strict=True)):
        won = [said for said in (anna, boris) if said.endswith(f" {number}")]
        assert len(won) == 1, (anna, boris)
        winners += won
        [lost] = {anna, boris} - {*won}
        by = won[0].split()[0]
        assert lost.startswith(f"{STEM} was changed meanwhile by {by} at "), lost
        assert lost.endswith("nothing was changed; look at it with detente show, and amend that")
    with open_store(address) as store:
        assert contacts(store, deeds.EVERY)[0].note == winners[-1]
        assert [(row.author, row.command) for row in revisions(store)][2:] == [(won.split()[0], "amend") for won in winners]
        assert grave(store) == []
    place.remove(address)


def test_of_two_who_amend_one_contact_at_once_one_is_told(place: Place) -> None:
    of_two_one_wins(place, 20)


@pytest.mark.long
def test_of_two_who_amend_one_contact_at_once_one_is_told_each_time(place: Place) -> None:
    of_two_one_wins(place, 300)


def as_if_one_after_the_other(place: Place, folder: Path, seed: int, authors: int, count: int) -> Counter[str]:
    """Has authors do different things at once; the store must be what it is when one does them after the other."""
    address, other = place.empty(), place.empty()
    mixed.packages(folder, 3)
    named = [f"author {number}" for number in range(authors)]
    found = at_once([partial(mixed.act, address, name, seed, count, str(folder)) for name in named])
    done = {name: outcome.done for name, outcome in zip(named, found, strict=True)}
    with open_store(address) as store, open_store(other) as serial:
        began = revisions(store)[1:]
        assert Counter(row.author for row in began) == {name: len(some) for name, some in done.items() if some}
        mixed.again(serial, [row.author for row in began], done)
        assert mixed.content(store) == mixed.content(serial)
        assert grave(store) == []
        with store.reading() as connection:
            assert list(half_written(connection)) == []
    for used in (address, other):
        place.remove(used)
    refused = [said for outcome in found for said in outcome.refused]
    known = (
        "was changed meanwhile",
        "cannot be undone",
        "has changed nothing",
        "no contact '",
        "was retracted",
        "was taken out",
    )
    assert [said for said in refused if not any(words in said for words in known)] == []
    return Counter(deed.kind for some in done.values() for deed in some) + Counter(refused=len(refused))


def test_what_is_done_at_once_could_have_been_done_in_turn(place: Place, tmp_path: Path) -> None:
    counts = as_if_one_after_the_other(place, tmp_path, seed=1, authors=3, count=8)
    assert counts["log"], counts


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_much_that_is_done_at_once_could_have_been_done_in_turn(place: Place, tmp_path: Path, say: Say, seed: int) -> None:
    counts = as_if_one_after_the_other(place, tmp_path, seed, authors=6, count=40)
    assert all(counts[kind] for kind in mixed.KINDS), counts
    say(f"at once on {place.engine}: " + ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))


def readers_see_whole_contacts(place: Place, folder: Path, writers: int, count: int) -> int:
    address, done = place.empty(), folder / "done"
    written = [partial(_write_and_say, address, seed, count, str(done), writers) for seed in range(writers)]
    looked = [partial(_look, address, str(done))] * 2
    numbers: list[int | list[str]] = at_once([*written, *looked])
    seen = [found for found in numbers if isinstance(found, list)]
    assert [wrong for found in seen for wrong in found[:-1]] == []
    with open_store(address) as store:
        assert len(revisions(store)) == 1 + sum(number for number in numbers if isinstance(number, int))
        assert list(deeds.contradictions_of(store)) == grave(store) == []
    place.remove(address)
    return sum(int(found[-1]) for found in seen)


def _write_and_say(address: str, seed: int, count: int, done: str, writers: int, meeting: Meeting) -> int | list[str]:
    try:
        return deeds.write_and_rewrite(address, seed, count, meeting)
    finally:
        said = Path(done)
        said.with_name(f"{seed}").touch()
        if all(said.with_name(f"{other}").exists() for other in range(writers)):
            said.touch()


def _look(address: str, done: str, meeting: Meeting) -> int | list[str]:
    return deeds.look(address, done, meeting)


def test_who_reads_while_others_write_sees_whole_contacts(place: Place, tmp_path: Path) -> None:
    assert readers_see_whole_contacts(place, tmp_path, writers=2, count=8) >= 2


@pytest.mark.long
def test_who_reads_for_long_while_others_write_sees_whole_contacts(place: Place, tmp_path: Path, say: Say) -> None:
    looks = readers_see_whole_contacts(place, tmp_path, writers=4, count=60)
    say(f"{looks} looks at a store of {place.engine} that four wrote to: every contact was whole in each")


def one_makes_it(place: Place) -> None:
    address = place.nothing()
    both = at_once([partial(deeds.run, ("init", "--db", address))] * 2)
    assert sorted(one.status for one in both) == [0, 5], both
    [refused] = [one for one in both if one.status]
    assert "already" in refused.stderr
    assert refused.stderr.count("\n") == 1
    with open_store(address) as store:
        assert [row.command for row in revisions(store)] == ["init"]
        assert grave(store) == []
    if place.engine == "sqlite":
        assert [path.name for path in Path(address).parent.glob(f".{Path(address).name}*")] == []
    place.remove(address)


def test_of_two_who_make_a_store_at_once_one_makes_it(place: Place) -> None:
    one_makes_it(place)


@pytest.mark.long
def test_of_two_who_make_a_store_at_once_one_makes_it_each_time(place: Place) -> None:
    for _ in range(10):
        one_makes_it(place)


def old(place: Place) -> str:
    """A store of the first schema: on SQLite one that was kept, elsewhere one without contacts."""
    address = place.nothing()
    if place.engine == "sqlite":
        Path(address).write_bytes(lzma.decompress(FROZEN.read_bytes()))
        return address
    engine = engine_for(locate(address), to_write=True)
    with transaction(engine) as connection:
        migrate(connection, "0001")
        connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('approximate_days', '3')")
    engine.dispose()
    return address


def test_of_two_who_upgrade_at_once_none_is_in_the_way(place: Place) -> None:
    address, alone = old(place), old(place)
    both = at_once([partial(deeds.run, ("db", "upgrade", "--db", address))] * 2)
    assert [one.status for one in both] == [0, 0], both
    assert deeds.command(("db", "upgrade", "--db", alone)).status == 0
    assert _tables(address) == _tables(alone)
    if place.engine == "sqlite":
        with open_store(address) as store:
            assert grave(store) == []
    for used in (address, alone):
        place.remove(used)


def _tables(address: str) -> dict[str, list[str]]:
    engine = engine_for(locate(address))
    with reading(engine) as connection:
        made = {name: [column["name"] for column in inspect(connection).get_columns(name)] for name in schema.metadata.tables}
        rows = {table.name: sorted(map(repr, connection.execute(select(table)))) for table in schema.metadata.sorted_tables}
    engine.dispose()
    return {name: [*made[name], *rows[name]] for name in made}
