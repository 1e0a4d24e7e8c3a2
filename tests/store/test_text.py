"""Text from anywhere is kept exactly, found whatever its case, and sorted by its bytes, on every engine."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from detente.domain.contacts import Contact, Participant, Source, Statement
from detente.domain.selection import Selection
from detente.domain.vocabulary import Office, Reliability, Stance
from detente.store import schema
from detente.store.contacts import contact, contacts
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.reference import find_person, officeholders
from tests.domain import records
from tests.domain.records import day

_MARKS = "\U0010fffb\U0010fffc\U0010fffd"
"""What NUL is written with on PostgreSQL."""

EVERY = Selection(as_of=day("2030-01-01"))


def saying(text: str, *, person: str | None = None) -> Contact:
    """A contact that says it in every place where free text may stand."""
    url = "https://example.org/a"
    return replace(
        records.contact("2024-04-03"),
        contact_id="",
        dyad_slug="",
        summary=text,
        place=text,
        note=text,
        participants=(Participant("FRA", person, text, Office.OFFICIAL),),
        sources=(Source(url, text, None, text, "en", "FRA", Reliability.B, 2),),
        statements=(Statement("syria", None, "FRA", Stance.REPORTS, text, url),),
    )


_TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\0\\\t\n\r'%_{}" + _MARKS)), min_size=1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TEXTS)
def test_any_text_comes_back_as_it_went_in(empty: Store, text: str) -> None:
    kept, _ = record(empty, saying(text), also=True)
    assert contact(empty, kept.contact_id) == kept
    assert kept.contact_id in {found.contact_id for found in contacts(empty, EVERY, search=text)}


@pytest.mark.parametrize("name", ["Ana\0Bo", "\0", f"{_MARKS}\0{_MARKS}", "Ана 🙂", "a" * 200])
def test_a_name_is_found_as_it_was_written(empty: Store, name: str) -> None:
    record(empty, saying("x", person=name))
    assert find_person(empty, name) == name
    assert [c.summary for c in contacts(empty, replace(EVERY, persons=frozenset({name})))] == ["x"]


@pytest.mark.parametrize(
    ("kept", "searched", "found"),
    [
        ("Лекорню и Белоусов", "лекорню", True),
        ("лекорню", "ЛЕКОРНЮ", True),
        ("ÉLYSÉE", "élysée", True),
        ("Élysée", "elysee", False),
        ("ΑΘΗΝΑ", "αθηνα", True),
        ("İzmir", "i̇zmir", True),
        ("straße", "STRASSE", False),
        ("100% sure", "0% s", True),
        ("100 sure", "0%s", False),
        ("a_b", "A_B", True),
        ("axb", "a_b", False),
        ("a/b\\c", "/B\\C", True),
        ("nul\0here", "L\0H", True),
        ("nul\0here", "\0\0", False),
        ("nul\0here", _MARKS[0], False),
        ("nul\0here", _MARKS[1], False),
        ("nul\0here", _MARKS[1] * 2, False),
        (_MARKS, _MARKS[1], True),
        (_MARKS, _MARKS[1:], True),
        (_MARKS, _MARKS[2] + _MARKS[1], False),
        (_MARKS, "\0", False),
        ("\0" + _MARKS[0], _MARKS[1], False),
    ],
)  # fmt: skip
def test_what_is_searched_for_is_found_in_any_alphabet_and_nothing_else(
    empty: Store, kept: str, searched: str, found: bool
) -> None:
    record(empty, saying(kept))
    assert bool(contacts(empty, EVERY, search=searched)) is found


def test_names_sort_by_their_bytes(empty: Store) -> None:
    names = ["Zander", "de Vries", "Émile", "Adam", "adam", "a-b", "ab", "a b", "_x", "Ёлкин", "Яков", "🙂"]
    row = {"party": "FRA", "office": Office.MINISTER, "from_date": "2020-01-01", "title": "t", "source_url": "u"}
    revisions = {"first_revision": 1, "revision": 1, "imported": None}
    empty.write(
        lambda connection: connection.execute(
            insert(schema.officeholder), [{**row, **revisions, "person": name} for name in names]
        )
    )
    found = [holder.person for holder in officeholders(empty, "FRA") if holder.person in names]
    assert found == sorted(names, key=str.encode)
