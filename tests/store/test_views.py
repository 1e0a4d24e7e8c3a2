"""The views that other programs read: the same on both engines, equal to what the program itself answers, and public only."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from detente.domain import gaps as definition
from detente.domain.contacts import Contact, DifferingValue, Participant, Source, Statement
from detente.domain.selection import Selection
from detente.domain.vocabulary import Office, Reliability, Stance
from detente.store.contacts import contacts
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.series import gaps
from tests.domain.records import contact, day

Row = dict[str, Any]

LATE = Selection(as_of=day("9999-12-31"))


def asked(store: Store, query: str) -> list[Row]:
    with store.reading() as connection:
        return [dict(row) for row in connection.exec_driver_sql(query).mappings()]


def test_a_view_for_everything_that_is_on_record(empty: Store) -> None:
    with empty.reading() as connection:
        assert sorted(inspect(connection).get_view_names()) == [
            "v_claims", "v_contacts", "v_coverage", "v_dialogues", "v_dyads", "v_gaps", "v_judgements", "v_officeholders", "v_participants",
            "v_parties", "v_parties_of_contact", "v_sources", "v_statements", "v_topics", "v_values",
        ]  # fmt: skip


def test_the_call_of_april_2024(shipped: Store) -> None:
    [call] = asked(shipped, "SELECT * FROM v_contacts WHERE contact_id = 'fra-rus-2024-04-03-phone'")
    assert (call["date"], call["first_day"], call["end_latest"]) == ("2024-04-03", "2024-04-03", "2024-04-03")
    assert (call["parties"], call["channel"], call["level"], call["status"]) == ("FRA;RUS", "phone", "minister", "held")
    people = asked(shipped, "SELECT party, person FROM v_participants WHERE contact_id = 'fra-rus-2024-04-03-phone' ORDER BY 1")
    assert people == [{"party": "FRA", "person": "Sébastien Lecornu"}, {"party": "RUS", "person": "Sergei Shoigu"}]


def test_an_imprecise_date_as_days(shipped: Store) -> None:
    """[2022-06-01..2022-07-12]: one day within, so it begins and ends on one and the same, whichever it is."""
    [found] = asked(shipped, "SELECT * FROM v_contacts WHERE contact_id = 'tur-rus-2022-06-in-person'")
    bounds = [found[name] for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")]
    assert bounds == ["2022-06-01", "2022-07-12", "2022-06-01", "2022-07-12"]
    [gap] = asked(shipped, "SELECT * FROM v_gaps WHERE from_id = 'tur-rus-2022-06-in-person' AND party_b = 'TUR'")
    assert (gap["days_min"], gap["days_max"], gap["order_uncertain"], gap["from_day"]) == (0, 6, "true", "2022-06-01")


def test_the_ends_of_the_calendar(empty: Store) -> None:
    for text in ("0001-01-01", "9999-12-31"):
        record(empty, contact(text))
    assert [row["first_day"] for row in asked(empty, "SELECT first_day FROM v_contacts ORDER BY 1")] == [
        "0001-01-01",
        "9999-12-31",
    ]
    [gap] = asked(empty, "SELECT days_min, days_max FROM v_gaps")
    assert gap == {"days_min": 3652058, "days_max": 3652058}


def as_view(found: list[definition.Gap]) -> list[Row]:
    return [
        {
            "party_a": gap.dyad.a,
            "party_b": gap.dyad.b,
            "from_id": gap.previous.contact_id,
            "from_date": gap.previous.date.text,
            "to_id": gap.following.contact_id,
            "to_date": gap.following.date.text,
            "days_min": gap.days_min,
            "days_max": gap.days_max,
            "order_uncertain": "true" if gap.order_uncertain else "false",
        }
        for gap in found
        if gap.following is not None
    ]


def view_of_gaps(store: Store) -> list[Row]:
    rows = asked(store, "SELECT * FROM v_gaps")
    return [{name: cell for name, cell in row.items() if name not in ("from_day", "to_day")} for row in rows]


def by_key(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["party_a"], row["party_b"], row["from_id"]))


def test_the_gaps_of_the_shipped_record_are_those_of_the_program(shipped: Store) -> None:
    assert by_key(view_of_gaps(shipped)) == by_key(as_view(gaps(shipped, LATE)))


DATES = st.sampled_from(
    [
        "2021-01-01",
        "2021-01-03~",
        "2021-01",
        "2021",
        "[2021-01-02..2021-01-09]",
        "2021-01-05/2021-01-08",
        "2021-02-01",
        "2021-21",
    ]
)
CONTACTS = st.lists(
    st.builds(
        lambda when, parties, status, restricted: replace(
            contact(when, parties=parties, status=status, restricted=restricted), dyad_slug=""
        ),
        DATES,
        st.sampled_from(["FRA RUS", "FRA RUS TUR", "RUS TUR"]),
        st.sampled_from(["held", "held", "held", "declined"]),
        st.sampled_from([False, False, True]),
    ),
    max_size=8,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=CONTACTS)
def test_the_gaps_of_any_record_are_those_of_the_definition(emptied: Callable[[], Store], made: list[Contact]) -> None:
    store = emptied()
    for one in made:
        record(store, one, also=True)
    found = by_key(view_of_gaps(store))
    assert found == by_key(as_view(definition.gaps(contacts(store, LATE), LATE)))
    assert found == by_key(as_view(gaps(store, LATE)))


SECRET = Source("https://example.org/secret", "P", None, None, "en", "FRA", Reliability.A, 1, restricted=True)
OPEN = Source("https://example.org/open", "P", "2021-01", None, "en", "RUS", Reliability.B, 2)


def test_what_is_not_public_is_in_no_view(empty: Store) -> None:
    told = Statement("syria", None, "FRA", Stance.REPORTS, "cites the secret", SECRET.url)
    hidden = Statement("syria", None, "RUS", Stance.REPORTS, "hidden words", OPEN.url, restricted=True)
    values = (DifferingValue("channel", "video", SECRET.url), DifferingValue("place", "Rome", OPEN.url))
    seen = replace(contact("2021-01-01"), sources=(SECRET, OPEN), statements=(told, hidden), values=values)
    people = (Participant("FRA", "Nobody Known", "Envoy", Office.OFFICIAL),)
    unseen = replace(contact("2022-01-01", restricted=True), sources=(OPEN,), participants=people)
    for one in (seen, unseen):
        record(empty, one)
    count = {name: len(asked(empty, query)) for name, query in ALL.items()}
    assert (count["v_contacts"], count["v_parties_of_contact"], count["v_participants"]) == (1, 2, 0)
    assert asked(empty, "SELECT url FROM v_sources") == [{"url": OPEN.url}]
    assert asked(empty, "SELECT paraphrase, source_url FROM v_statements") == [
        {"paraphrase": "cites the secret", "source_url": None}
    ]
    assert asked(empty, "SELECT field, value FROM v_values") == [{"field": "place", "value": "Rome"}]
    assert (count["v_gaps"], asked(empty, "SELECT contacts, held FROM v_dyads")) == (0, [{"contacts": 1, "held": 1}])


ALL = {
    "v_contacts": "SELECT * FROM v_contacts",
    "v_parties_of_contact": "SELECT * FROM v_parties_of_contact",
    "v_participants": "SELECT * FROM v_participants",
    "v_gaps": "SELECT * FROM v_gaps",
}
