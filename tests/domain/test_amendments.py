"""What a correction makes of a contact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from detente.domain.amendments import Amended, Amendment, amended
from detente.domain.contacts import Claim, Contact, Source, Statement
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.listed import Changes
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Party
from detente.domain.vocabulary import Channel, Level, Office, PartyKind, Reliability, Setting, Stance, Status, Substance
from detente.errors import DetenteError, NotFoundError, RejectedError
from tests.domain.records import contact, day

NAMES = {"FRA": "France", "RUS": "Russia", "TUR": "Türkiye"}
URL, OTHER = "https://example.org/a", "https://example.org/b"
LECORNU = Officeholder(
    "Sébastien Lecornu", "FRA", Office.MINISTER, "Minister of the Armed Forces", date(2022, 5, 20), None, URL
)


class Known:
    """Three parties, two topics, one minister."""

    def party(self, text: str) -> Party:
        if text.upper() not in NAMES:
            raise NotFoundError(f"no party '{text}'")
        return Party(text.upper(), NAMES[text.upper()], PartyKind.STATE, None, None)

    def topic(self, text: str) -> str:
        if text not in ("syria", "libya"):
            raise NotFoundError(f"no topic '{text}'")
        return text

    def person(self, text: str) -> str:
        if text.casefold() in ("lecornu", "sébastien lecornu"):
            return "Sébastien Lecornu"
        raise NotFoundError(f"nobody called '{text}' is on record")

    def holders(self) -> Sequence[Officeholder]:
        return [LECORNU]


def source(url: str, side: str = "FRA") -> Source:
    return Source(url, "Ministry", "2024-04-03", "Call", "fr", side, Reliability.A, 2)


def told(topic: str, side: str, paraphrase: str | None = None, stance: Stance = Stance.REPORTS) -> Statement:
    return Statement(topic, None, side, stance, paraphrase, URL if side == "FRA" else None)


CONTACT = replace(
    contact("2024-04-03", people="FRA=Sébastien Lecornu, RUS=Sergei Shoigu"),
    contact_id="fra-rus-2024-04-03-phone",
    dyad_slug="fra-rus",
    summary="Call between the defence ministers of France and Russia.",
    sources=(source(URL),),
    statements=(told("syria", "FRA", "spoke of it"), told("syria", "RUS"), told("libya", "RUS", stance=Stance.DENIES)),
)


def made(wanted: Amendment, one: Contact = CONTACT, claims: tuple[Claim, ...] = ()) -> Amended:
    return amended(one, claims, wanted, Known(), today=day("2025-01-01"), tolerance=DEFAULT_TOLERANCE)


def test_nothing_wanted_is_nothing_changed() -> None:
    assert made(Amendment()).contact == CONTACT


def test_a_value_replaces_the_one_on_record() -> None:
    done = made(
        Amendment(
            date="2024-04-04", level=Level.OFFICIAL, place="Paris", duration="1h", note="late", substance=Substance.COURTESY
        )
    ).contact
    assert (done.date.text, done.date.first_day, done.level) == ("2024-04-04", day("2024-04-04"), Level.OFFICIAL)
    assert (done.place, done.duration_minutes, done.note, done.substance) == ("Paris", 60, "late", Substance.COURTESY)
    assert (done.contact_id, done.participants, done.statements) == (
        CONTACT.contact_id,
        CONTACT.participants,
        CONTACT.statements,
    )


def test_an_empty_value_empties() -> None:
    full = replace(CONTACT, place="Paris", host="FRA", country="FRA", initiator="FRA", duration_minutes=60, note="x")
    done = made(Amendment(place="", host="", initiator="", duration="", note=""), full).contact
    assert (done.place, done.host, done.country, done.initiator, done.duration_minutes, done.note) == (None,) * 6


def test_the_country_follows_the_host_unless_it_is_another() -> None:
    hosted = replace(CONTACT, host="FRA", country="FRA")
    assert made(Amendment(host="RUS"), hosted).contact.country == "RUS"
    assert made(Amendment(host="RUS"), replace(hosted, country="TUR")).contact.country == "TUR"
    assert made(Amendment(country="TUR"), hosted).contact.country == "TUR"


def test_a_summary_made_from_the_fields_follows_them() -> None:
    done = made(Amendment(channel=Channel.LETTER, status=Status.CANCELLED)).contact
    assert done.summary == "Letter between the defence ministers of France and Russia: cancelled."
    own = replace(CONTACT, summary="They spoke.")
    assert made(Amendment(channel=Channel.LETTER), own).contact.summary == "They spoke."
    assert made(Amendment(summary=""), own).contact.summary == CONTACT.summary


def test_people_are_added_dropped_and_named_anew() -> None:
    without = made(Amendment(persons=Changes(drop=("Lecornu",)))).contact
    assert [one.person for one in without.participants] == ["Sergei Shoigu"]
    again = made(Amendment(persons=Changes(add=("FRA=lecornu",))), without).contact
    assert [(one.person, one.role) for one in again.participants][1] == ("Sébastien Lecornu", "Minister of the Armed Forces")
    anew = made(Amendment(persons=Changes(anew=("FRA=lecornu",)))).contact
    assert [one.person for one in anew.participants] == ["Sébastien Lecornu"]


def test_a_source_that_stays_keeps_what_is_known_of_it() -> None:
    done = made(Amendment(sources=Changes(add=(f"RUS={OTHER}", f"RUS={URL}")))).contact
    assert [(one.url, one.side, one.publisher) for one in done.sources] == [
        (URL, "RUS", "Ministry"),
        (OTHER, "RUS", "example.org"),
    ]


def test_statements_do_not_cite_a_source_that_is_gone() -> None:
    done = made(Amendment(sources=Changes(drop=(URL,)))).contact
    assert (done.sources, [one.source_url for one in done.statements]) == ((), [None] * 3)


def test_statements_are_added_and_dropped() -> None:
    dropped = made(Amendment(topics=Changes(drop=("syria",)))).contact
    assert [(one.topic, one.stance) for one in dropped.statements] == [("libya", Stance.DENIES)]
    one_side = made(Amendment(topics=Changes(drop=("RUS=syria",)), denies=Changes(drop=("RUS=libya",)))).contact
    assert [one.reported_by for one in one_side.statements] == ["FRA"]
    added = made(Amendment(topics=Changes(add=("syria", "FRA=libya")), says=Changes(add=("RUS=syria: more",)))).contact
    assert [(one.topic, one.reported_by, one.paraphrase) for one in added.statements[3:]] == [
        ("libya", "FRA", None),
        ("syria", "RUS", "more"),
    ], "what both already report is not told twice"
    anew = made(Amendment(says=Changes(anew=("FRA=libya: only this",)))).contact
    assert [(one.topic, one.paraphrase, one.source_url) for one in anew.statements] == [("libya", "only this", URL)]


def test_claims_are_added_and_dropped() -> None:
    with_claim = made(Amendment(claims=Changes(add=("about 18 months phone",)))).claims
    kept = replace(with_claim[0], claim_id="fra-rus-c01")
    assert [(one.months, one.claim_id) for one in with_claim] == [(18.0, "")]
    assert made(Amendment(claims=Changes(drop=("fra-rus-c01",))), claims=(kept,)).claims == ()


def test_parties_are_added_and_dropped_but_those_of_the_folder_stay() -> None:
    three = made(Amendment(parties=Changes(add=("tur",)), setting=Setting.MULTILATERAL)).contact
    assert three.parties == ("FRA", "RUS", "TUR")
    assert made(Amendment(parties=Changes(drop=("TUR",))), three).contact.parties == ("FRA", "RUS")


@pytest.mark.parametrize(
    ("wanted", "error", "said"),
    [
        (Amendment(date="2026-01-01"), RejectedError, "lies in the future"),
        (Amendment(date="soon"), RejectedError, "soon"),
        (
            Amendment(host="TUR"),
            RejectedError,
            "^--host names TUR, which is no party of this contact; its parties are FRA and RUS$",
        ),
        (Amendment(initiator="TUR"), RejectedError, "^--initiator names TUR"),
        (Amendment(persons=Changes(drop=("TUR=Lecornu",))), RejectedError, "^--drop-person names TUR"),
        (Amendment(topics=Changes(drop=("TUR=syria",))), RejectedError, "^--drop-topic names TUR"),
        (Amendment(says=Changes(drop=("TUR=syria",))), RejectedError, "^--drop-says names TUR"),
        (Amendment(denies=Changes(drop=("TUR=syria",))), RejectedError, "^--drop-denies names TUR"),
        (
            Amendment(parties=Changes(drop=("RUS",))),
            RejectedError,
            "belongs to FRA and RUS, which stay its parties; log the contact anew and retract this one$",
        ),
        (
            Amendment(parties=Changes(drop=("TUR",))),
            NotFoundError,
            "^TUR is no party of fra-rus-2024-04-03-phone; see what there is: detente show$",
        ),
        (Amendment(persons=Changes(drop=("nobody",))), NotFoundError, "nobody is no participant"),
        (Amendment(persons=Changes(drop=("RUS=Lecornu",))), NotFoundError, "is no participant"),
        (Amendment(topics=Changes(drop=("libya",))), NotFoundError, "no such statement"),
        (Amendment(says=Changes(drop=("FRA=syria: other words",))), NotFoundError, "no such statement"),
        (Amendment(sources=Changes(drop=(OTHER,))), NotFoundError, "is no source"),
        (Amendment(claims=Changes(drop=("fra-rus-c09",))), NotFoundError, "is no claim"),
        (Amendment(duration="long"), RejectedError, "no duration"),
    ],
)
def test_what_cannot_be(wanted: Amendment, error: type[DetenteError], said: str) -> None:
    with pytest.raises(error, match=said):
        made(wanted)


def test_a_party_that_something_still_names_cannot_go() -> None:
    three = made(Amendment(parties=Changes(add=("TUR",)), topics=Changes(add=("TUR=libya",)))).contact
    with pytest.raises(RejectedError, match="statements of TUR; drop those first"):
        made(Amendment(parties=Changes(drop=("TUR",))), three)
