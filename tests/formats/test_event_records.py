"""Event records of PLOVER and CAMEO, by hand; the crosswalk, and what becomes of statuses that no codebook has."""

import json
from typing import Any

import pytest

from detente.domain.contacts import Contact
from detente.domain.vocabulary import Channel, Level, Setting, Status
from detente.formats import cameo, plover
from tests.formats.outgoing import HOSTILE, HOSTILE_CONTACT, contact, outgoing, says, source


def records(text: str) -> list[dict[str, Any]]:
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def in_plover(made: Contact) -> list[dict[str, Any]]:
    return records(plover.written(outgoing(made)))


def in_cameo(made: Contact) -> list[tuple[str, str, str, float]]:
    found = records(cameo.written(outgoing(made)))
    return [(r["source"][0]["code"], r["recipient"][0]["code"], r["event"][0], r["event_scale"]) for r in found]


def test_a_call_in_plover_by_hand() -> None:
    made = contact(
        contact_id="a-call",
        summary="They spoke.",
        people="FRA=Lecornu, RUS=Shoigu",
        statements=(says("syria", "FRA"), says("nato", "RUS"), says("libya", "RUS", "denies")),
        sources=(source(),),
    )
    assert in_plover(made) == [
        {
            "id": "a-call",
            "date": "2024-04-03",
            "source": [
                {"code": "FRA", "sector": "GOV", "actor_text": "Lecornu"},
                {"code": "RUS", "sector": "GOV", "actor_text": "Shoigu"},
            ],
            "recipient": [],
            "event": ["CONSULT"],
            "mode": "phone",
            "context": ["military"],
            "quad_code": 1,
            "text": "They spoke.",
            "cite_info": [{"url": "https://example.org/a", "publisher": "The Paper", "language": "en"}],
            "coder": "Détente",
            "comment": None,
        }
    ]


def sides(made: Contact) -> tuple[list[str], str | None, str, str]:
    (record,) = in_plover(made)
    source_, recipient = (" ".join(actor["code"] for actor in record[side]) for side in ("source", "recipient"))
    return record["event"], record["mode"], source_, recipient


VISIT = {"channel": "in-person", "host": "FRA"}


@pytest.mark.parametrize(
    ("told", "event", "mode", "source_", "recipient"),
    [
        ({"channel": "video"}, "CONSULT", "phone", "FRA RUS", ""),
        ({"channel": "hotline"}, "CONSULT", "phone", "FRA RUS", ""),
        (VISIT, "CONSULT", "visit", "RUS", "FRA"),
        ({"channel": "in-person", "country": "RUS"}, "CONSULT", "visit", "FRA", "RUS"),
        ({**VISIT, "setting": "2+2"}, "CONSULT", "visit", "RUS", "FRA"),
        ({**VISIT, "parties": "FRA RUS TUR"}, "CONSULT", "visit", "RUS TUR", "FRA"),
        ({"channel": "in-person", "country": "TUR"}, "CONSULT", "third-party", "FRA RUS", ""),
        ({"channel": "in-person"}, "CONSULT", None, "FRA RUS", ""),
        ({**VISIT, "setting": "sidelines"}, "CONSULT", "multilateral", "FRA RUS", ""),
        ({**VISIT, "setting": "multilateral"}, "CONSULT", "multilateral", "FRA RUS", ""),
        ({"channel": "letter"}, "CONSULT", None, "FRA RUS", ""),
        ({"channel": "other"}, "CONSULT", None, "FRA RUS", ""),
        ({"status": "planned"}, "AGREE", None, "FRA RUS", ""),
        ({"status": "requested", "initiator": "RUS"}, "REQUEST", "meet", "RUS", "FRA"),
        ({"status": "declined", "initiator": "RUS"}, "REJECT", "meet", "FRA", "RUS"),
        ({"status": "unanswered", "initiator": "RUS"}, "REJECT", "meet", "FRA", "RUS"),
        ({"status": "declined"}, "REJECT", "meet", "FRA RUS", ""),
        ({"status": "cancelled", "initiator": "RUS"}, "REJECT", "meet", "FRA RUS", ""),
        ({"status": "postponed"}, "REJECT", "meet", "FRA RUS", ""),
    ],
)
def test_the_crosswalk_to_plover(told: dict[str, object], event: str, mode: str | None, source_: str, recipient: str) -> None:
    assert sides(contact(**told)) == ([event], mode, source_, recipient)


BOTH_WAYS = [("FRA", "RUS"), ("RUS", "FRA")]


@pytest.mark.parametrize(
    ("told", "code", "score"),
    [
        ({}, "041", 1.0),
        ({"channel": "video"}, "041", 1.0),
        ({"channel": "hotline"}, "041", 1.0),
        ({"channel": "in-person", "country": "TUR"}, "044", 2.5),
        ({"channel": "in-person", "setting": "sidelines"}, "044", 2.5),
        ({"channel": "in-person", "setting": "multilateral"}, "040", 1.0),
        ({"channel": "in-person"}, "040", 1.0),
        ({"channel": "letter"}, "040", 1.0),
        ({"channel": "other"}, "040", 1.0),
        ({"status": "planned"}, "036", 4.0),
        ({"status": "requested"}, "026", 4.0),
        ({"status": "declined"}, "125", -5.0),
        ({"status": "cancelled"}, "164", -6.5),
        ({"status": "postponed", "initiator": "FRA"}, "164", -6.5),
    ],
)
def test_what_both_do_is_written_twice(told: dict[str, object], code: str, score: float) -> None:
    assert in_cameo(contact(**told)) == [(one, other, code, score) for one, other in BOTH_WAYS]


def test_a_visit_is_made_by_one_and_hosted_by_the_other() -> None:
    assert in_cameo(contact(**VISIT)) == [("FRA", "RUS", "043", 2.8), ("RUS", "FRA", "042", 1.9)]


def test_three_parties_at_one_of_them_are_six_records() -> None:
    assert in_cameo(contact(**VISIT, parties="FRA RUS TUR")) == [
        ("FRA", "RUS", "043", 2.8),
        ("FRA", "TUR", "043", 2.8),
        ("RUS", "FRA", "042", 1.9),
        ("RUS", "TUR", "044", 2.5),
        ("TUR", "FRA", "042", 1.9),
        ("TUR", "RUS", "044", 2.5),
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("requested", [("RUS", "FRA", "026", 4.0)]),
        ("planned", [("RUS", "FRA", "036", 4.0)]),
        ("declined", [("FRA", "RUS", "125", -5.0)]),
        ("unanswered", [("FRA", "RUS", "125", -5.0)]),
    ],
)
def test_what_one_side_does_is_written_once(status: str, expected: list[tuple[str, str, str, float]]) -> None:
    assert in_cameo(contact(status=status, initiator="RUS")) == expected


def test_a_disputed_contact_is_no_event() -> None:
    assert (in_plover(contact(status="disputed")), in_cameo(contact(status="disputed"))) == ([], [])


def test_every_kind_of_contact_has_a_code_that_has_a_score() -> None:
    for channel in Channel:
        for setting in Setting:
            for status in Status:
                made = contact(channel=channel.value, setting=setting.value, status=status.value, host="FRA")
                assert len(in_plover(made)) == (status is not Status.DISPUTED)
                assert len(in_cameo(made)) == (0 if status is Status.DISPUTED else 2)


def test_actors() -> None:
    (record,) = in_plover(contact(parties="NATO RUS", level=Level.CHIEF_OF_DEFENCE.value, people="NATO=Bauer"))
    assert record["source"] == [
        {"code": "IGO", "sector": "MIL", "actor_text": "NATO; Bauer"},
        {"code": "RUS", "sector": "MIL", "actor_text": None},
    ]


def test_a_plan_lies_ahead_and_dates_say_how_sure_they_are() -> None:
    (plan,) = in_plover(contact("2024-05", status="planned"))
    assert (plan["date"], plan["context"], plan["comment"]) == ("2024-05-01", ["future"], "recorded as 2024-05; status planned")
    (visit,) = in_plover(contact("2015-12-21/2015-12-23", **VISIT))
    assert (visit["date"], visit["enddate"], visit["comment"]) == (
        "2015-12-21",
        "2015-12-23",
        "recorded as 2015-12-21/2015-12-23",
    )
    assert "enddate" not in in_plover(contact())[0]


def test_the_ids_of_directions_are_unique() -> None:
    found = records(cameo.written(outgoing(contact(contact_id="a"), contact(contact_id="b", **VISIT))))
    assert [record["id"] for record in found] == ["a:FRA>RUS", "a:RUS>FRA", "b:FRA>RUS", "b:RUS>FRA"]


@pytest.mark.parametrize("write", [plover.written, cameo.written])
def test_hostile_text_is_one_line_and_the_same_text(write: Any) -> None:
    text = write(outgoing(HOSTILE_CONTACT))
    assert not any(sign in text for sign in "\x00\x1b\r\u202e")
    assert {record["text"] for record in records(text)} == {HOSTILE}
