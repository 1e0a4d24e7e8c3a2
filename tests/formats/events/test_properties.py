"""What holds for any events: an extraction in plain Python finds the same contacts, and no order of rows changes them."""

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.domain.contacts import Contact
from tests.formats.events.conftest import Extracting
from tests.formats.events.rows import gdelt

FIRST = date(2014, 1, 30)
COUNTRIES = ("FRA", "RUS", "USA", "EUR", "")
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from(("036", "040", "041", "041", "042", "043", "044", "125", "106", "190", "045")),
        st.sampled_from(COUNTRIES),
        st.sampled_from(("MIL", "MIL", "GOVMIL", "GOV")),
        st.sampled_from(COUNTRIES),
        st.sampled_from(("MIL", "MIL", "GOVMIL", "GOV")),
    ),
    max_size=120,
)
Event = tuple[int, str, str, str, str, str]

KNOWN = ("FRA", "RUS", "USA")
STATUS = {"036": "planned", "125": "declined", "106": "requested"}
CHANNEL = {"041": "phone", "042": "in-person", "043": "in-person", "044": "in-person"}
CONTACTS = ("036", "040", "041", "042", "043", "044", "106", "125")


def line(number: int, event: Event) -> str:
    day, code, a, a_kind, b, b_kind = event
    return gdelt(number, f"{FIRST + timedelta(day):%Y%m%d}", code, ("A", a, a_kind), ("B", b, b_kind))


def is_kept(event: Event) -> bool:
    _, code, a, a_kind, b, b_kind = event
    of_two = a in KNOWN and b in KNOWN and a != b
    return code in CONTACTS and of_two and "MIL" in a_kind and "MIL" in b_kind


def slowly(events: list[Event], echo: int) -> list[tuple[Any, ...]]:
    """The contacts of ``events`` by the definition of the documentation, one dyad and status after the other."""
    series: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, event in enumerate(events):
        if is_kept(event):
            channel = () if echo else (CHANNEL.get(event[1], "other"),)
            key = (*sorted((event[2], event[4])), STATUS.get(event[1], "held"), *channel)
            series.setdefault(key, []).append((event[0], number))
    return sorted(
        told(key, [events[number] for number in numbers], numbers)
        for key, rows in series.items()
        for numbers in cut(rows, echo)
    )


def cut(rows: list[tuple[int, int]], echo: int) -> list[list[int]]:
    """Episodes of days that follow each other at most ``echo`` days apart, each in pieces of ``echo`` + 1 days."""
    pieces: dict[tuple[int, int], list[int]] = {}
    before = first = -10_000
    for day, number in sorted(rows):
        if day - before > echo:
            first = day
        before = day
        pieces.setdefault((first, (day - first) // (echo + 1)), []).append(number)
    return list(pieces.values())


def told(key: tuple[str, ...], rows: list[Event], numbers: list[int]) -> tuple[Any, ...]:
    low, high, status = key[:3]
    channels = Counter(CHANNEL[row[1]] for row in rows if row[1] in CHANNEL)
    phone, in_person = channels["phone"], channels["in-person"]
    channel = "other" if not channels else "phone" if phone >= in_person else "in-person"
    hosts = {row[4] if row[1] == "042" else row[2] for row in rows if row[1] in ("042", "043")}
    host = next(iter(hosts)) if channel == "in-person" and len(hosts) == 1 else None
    askers = {row[2] for row in rows if row[1] == "106"}
    asker = next(iter(askers)) if len(askers) == 1 else None
    first = FIRST + timedelta(min(row[0] for row in rows))
    return (f"{low}-{high}", str(first), status, channel, host or "", asker or "", tuple(sorted(numbers)))


def in_brief(contact: Contact) -> tuple[Any, ...]:
    numbers = tuple(sorted(int(source.url.rpartition("-")[2]) for source in contact.sources))
    told = (contact.date.text, str(contact.status), str(contact.channel), contact.host or "", contact.initiator or "", numbers)
    return ("-".join(contact.parties), *told)


FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(events=EVENTS, echo=st.sampled_from((0, 1, 2, 3)))
def test_plain_python_finds_the_same_contacts(
    events: list[Event], echo: int, tmp_path_factory: pytest.TempPathFactory, extracting: Extracting
) -> None:
    path = tmp_path_factory.mktemp("events") / "events.csv"
    path.write_text("\n".join(line(number, event) for number, event in enumerate(events)), encoding="utf-8")
    found = extracting(path, "gdelt", echo=echo)
    assert sorted(map(in_brief, found.contacts)) == slowly(events, echo)
    assert found.read == len(events)
    assert found.kept == sum(map(is_kept, events))


def test_the_order_of_rows_and_files_changes_no_contact(tmp_path: Path, extracting: Extracting) -> None:
    """Not even its id or the order of its sources' addresses: all that is told of it is the same."""
    chance = random.Random(4)
    events: list[Event] = [
        (chance.randrange(30), chance.choice(CONTACTS), chance.choice(KNOWN), "MIL", chance.choice(KNOWN), "MIL")
        for _ in range(120)
    ]
    lines = [line(number, event) for number, event in enumerate(events)]
    found = []
    for shuffled in range(2):
        folder = tmp_path / str(shuffled)
        folder.mkdir()
        for part in range(3):
            (folder / f"{part}.csv").write_text("\n".join(lines[part::3]) + "\n", encoding="utf-8")
        found.append(extracting(folder, "gdelt").contacts)
        chance.shuffle(lines)
    first, second = found
    assert len(first) > 10
    assert [of_content(contact) for contact in first] == [of_content(contact) for contact in second]


def of_content(contact: Contact) -> tuple[Any, ...]:
    sources = sorted((source.url, source.title or "") for source in contact.sources)
    return (
        contact.contact_id,
        contact.summary,
        contact.note,
        contact.participants,
        *in_brief(contact),
        sources,
        set(contact.values),
    )
