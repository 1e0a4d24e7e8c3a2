from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.contacts import Participant, Statement
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.drafts import Completed, Draft, complete
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Party
from detente.domain.told import read_duration, role_of
from detente.domain.vocabulary import Channel, Level, Office, PartyKind, Reliability, Setting, Stance, Status, Substance
from detente.errors import NotFoundError, RejectedError
from tests.domain.records import day

NAMES = {"fra": "FRA", "france": "FRA", "rus": "RUS", "russia": "RUS", "deu": "DEU", "nato": "NATO", "sco": "SCO", "che": "CHE"}
ENGLISH = {"FRA": "France", "RUS": "Russia", "DEU": "Germany", "NATO": "NATO", "SCO": "SCO", "CHE": "Switzerland"}
TOPICS = ("syria", "ukraine-war", "ukraine-peace-talks", "counter-terrorism")
PEOPLE = ("Sébastien Lecornu", "Sergei Shoigu", "Thierry Burkhard", "Valery Gerasimov", "Sergey Lavrov", "Hulusi Akar")


def tenure(person: str, party: str, office: str, title: str, begun: str | None, ended: str | None) -> Officeholder:
    first, last = (date.fromisoformat(text) if text else None for text in (begun, ended))
    return Officeholder(person, party, Office(office), title, first, last, "https://example.org")


TENURES = [
    tenure("Sébastien Lecornu", "FRA", "minister", "Minister of the Armed Forces (end not verified)", "2022-05-20", None),
    tenure("Sergei Shoigu", "RUS", "minister", "Minister of Defence", "2012-11-06", "2024-05-12"),
    tenure("Thierry Burkhard", "FRA", "chief-of-defence", "Chief of the Defence Staff", "2021-07-22", "2025-09-01"),
    tenure("Valery Gerasimov", "RUS", "chief-of-defence", "Chief of the General Staff", "2012-11-09", None),
    tenure("Valery Gerasimov", "RUS", "deputy-minister", "First Deputy Minister of Defence", "2012-11-09", None),
    tenure("Sergey Lavrov", "RUS", "foreign-minister", "Minister of Foreign Affairs", "2004-03-09", None),
]


class Known:
    """A small reference: what the store would answer."""

    def party(self, text: str) -> Party:
        if text.lower() not in NAMES:
            raise NotFoundError(f"no party '{text}'", mend="did you mean FRA?")
        code = NAMES[text.lower()]
        return Party(code, ENGLISH[code], PartyKind.ORGANISATION if code in ("NATO", "SCO") else PartyKind.STATE)

    def topic(self, text: str) -> str:
        if text not in TOPICS:
            raise NotFoundError(f"no topic '{text}'")
        return text

    def person(self, text: str) -> str:
        if text in PEOPLE:
            return text
        raise NotFoundError(f"nobody called '{text}'", mend="did you mean Sergei Shoigu?" if text.startswith("Serg") else "")

    def holders(self) -> Sequence[Officeholder]:
        return TENURES


PLAIN = Draft("2024-04-03", Channel.PHONE, ("france", "RUS"))


def completed(draft: Draft = PLAIN, today: str = "2025-12-31", **changes: object) -> Completed:
    return complete(replace(draft, **changes), Known(), today=day(today), tolerance=DEFAULT_TOLERANCE)  # type: ignore[arg-type]  # the keys are the fields of a draft


def test_a_date_a_channel_and_two_parties_suffice() -> None:
    done = completed()
    contact = done.contact
    assert (contact.parties, contact.channel, contact.date.text) == (("FRA", "RUS"), Channel.PHONE, "2024-04-03")
    assert (contact.level, contact.setting, contact.status, contact.substance) == (
        Level.MINISTER, Setting.BILATERAL, Status.HELD, Substance.TALKS,
    )  # fmt: skip
    assert contact.summary == "Call between the defence ministers of France and Russia."
    assert (contact.initiator, contact.host, contact.country, contact.duration_minutes, contact.note) == (None,) * 5
    assert (contact.participants, contact.statements, contact.sources, done.claims, done.notes) == ((), (), (), (), ())
    assert (contact.contact_id, contact.dyad_slug, done.names) == ("", "fra-rus", ("France", "Russia"))


def test_the_pair_named_first_is_its_folder() -> None:
    contact = completed(parties=("russia", "deu", "fra")).contact
    assert (contact.dyad_slug, contact.parties) == ("rus-deu", ("DEU", "FRA", "RUS"))


def test_what_was_not_held_says_so_in_its_summary() -> None:
    draft = replace(PLAIN, channel=Channel.IN_PERSON, setting=Setting.TWO_PLUS_TWO, status=Status.CANCELLED)
    assert completed(draft).contact.summary == "2+2 meeting between the defence ministers of France and Russia: cancelled."


def test_offices_are_those_of_the_day() -> None:
    done = completed(persons=("FRA=Sébastien Lecornu", "russia = Sergei Shoigu"), level=Level.MINISTER)
    assert done.contact.participants == (
        Participant("FRA", "Sébastien Lecornu", "Minister of the Armed Forces", Office.MINISTER),
        Participant("RUS", "Sergei Shoigu", "Minister of Defence", Office.MINISTER),
    )
    assert done.notes == ()


def test_an_office_left_before_that_day_is_not_claimed() -> None:
    done = completed(date="2025-04-03", persons=("RUS=Sergei Shoigu",))
    assert done.contact.participants == (Participant("RUS", "Sergei Shoigu", "not stated", Office.MINISTER),)
    assert done.notes == (
        "Sergei Shoigu holds no office of RUS on record for 2025-04-03: the role is recorded as 'not stated', the level as minister; "
        "say them: --person RUS='Sergei Shoigu | role=… | level=…', or put the office on record: detente offices add RUS 'Sergei Shoigu' …",
    )


def test_of_two_offices_the_one_of_the_level_is_taken() -> None:
    chief = completed(persons=("RUS=Valery Gerasimov",), level=Level.CHIEF_OF_DEFENCE).contact.participants
    deputy = completed(persons=("RUS=Valery Gerasimov",), level=Level.DEPUTY_MINISTER).contact.participants
    assert [p.level for p in (*chief, *deputy)] == [Office.CHIEF_OF_DEFENCE, Office.DEPUTY_MINISTER]


@pytest.mark.parametrize(
    ("persons", "level"),
    [
        (("FRA=Thierry Burkhard", "RUS=Valery Gerasimov"), Level.DEPUTY_MINISTER),  # his highest office
        (("FRA=Thierry Burkhard",), Level.MINISTER),  # who spoke for Russia is not known
        (("FRA=Sébastien Lecornu", "RUS=Valery Gerasimov"), Level.MINISTER),
        (("FRA=Thierry Burkhard", "RUS=Sergey Lavrov"), Level.MINISTER),  # no defence participant on one side
    ],
)
def test_the_level_is_that_of_the_people_where_all_are_known(persons: tuple[str, ...], level: Level) -> None:
    assert completed(persons=persons).contact.level is level


def test_somebody_new() -> None:
    done = completed(persons=("FRA=Xavier Quelconque",), level=Level.OFFICIAL)
    assert done.contact.participants == (Participant("FRA", "Xavier Quelconque", "not stated", Office.OFFICIAL),)
    assert done.notes == (
        "Xavier Quelconque is not on record yet: the role is recorded as 'not stated', the level as official; "
        "say them: --person FRA='Xavier Quelconque | role=… | level=…', or put the office on record: "
        "detente offices add FRA 'Xavier Quelconque' …",
    )


def test_a_name_like_one_on_record_is_refused_unless_it_is_another() -> None:
    with pytest.raises(NotFoundError, match="nobody called 'Sergi Shoigu'") as caught:
        completed(persons=("RUS=Sergi Shoigu",))
    assert caught.value.mend == "did you mean Sergei Shoigu? (add --also if it is somebody else)"
    assert completed(persons=("RUS=Sergi Shoigu",), anew=True).contact.participants[0].person == "Sergi Shoigu"


def test_remarks_behind_an_office_are_kept_only_where_the_tenure_is_known() -> None:
    acting = tenure("A", "FRA", "minister", "Minister (acting)", "2022-01-01", "2022-02-01")
    assert role_of(acting) == "Minister (acting)"
    assert role_of(replace(acting, to_date=None)) == "Minister"


def test_statements() -> None:
    contact = completed(
        topics=("counter-terrorism", "FRA=ukraine-war", "media=syria"),
        says=("RUS=ukraine-peace-talks: ready: for dialogue", "rus=counter-terrorism: a trace"),
        denies=("FRA=ukraine-peace-talks", "RUS=syria: not raised"),
        sources=("FRA=https://www.defense.gouv.fr/a?b=c", "https://example.org/x=y", "FRA=https://example.org/2"),
    ).contact
    french, third = "https://www.defense.gouv.fr/a?b=c", "https://example.org/x=y"
    assert contact.statements == (
        Statement("counter-terrorism", None, "FRA", Stance.REPORTS, None, french),
        Statement("ukraine-war", None, "FRA", Stance.REPORTS, None, french),
        Statement("syria", None, "media", Stance.REPORTS, None, third),
        Statement("ukraine-peace-talks", None, "RUS", Stance.REPORTS, "ready: for dialogue", None),
        Statement("counter-terrorism", None, "RUS", Stance.REPORTS, "a trace", None),
        Statement("ukraine-peace-talks", None, "FRA", Stance.DENIES, None, french),
        Statement("syria", None, "RUS", Stance.DENIES, "not raised", None),
    )
    assert [(s.url, s.side, s.publisher, s.language, s.reliability, s.credibility) for s in contact.sources] == [
        (french, "FRA", "defense.gouv.fr", "fr", Reliability.F, 6),
        (third, "third", "example.org", "en", Reliability.F, 6),
        ("https://example.org/2", "FRA", "example.org", "en", Reliability.F, 6),
    ]


def test_what_is_said_twice_is_recorded_once() -> None:
    draft = replace(PLAIN, topics=("syria", "FRA=syria"), denies=("RUS=syria", "russia=syria"))
    stances = [(s.reported_by, s.stance) for s in completed(draft).contact.statements]
    assert stances == [("FRA", Stance.REPORTS), ("RUS", Stance.REPORTS), ("RUS", Stance.DENIES)]


@pytest.mark.parametrize(
    ("url", "language"),
    [
        ("https://mil.ru/x", "ru"),
        ("https://bmvg.de", "de"),
        ("http://msb.gov.tr:8080/x", "tr"),
        ("https://example.com/fr", "en"),
    ],
)
def test_the_language_of_a_source_is_guessed_from_its_country(url: str, language: str) -> None:
    assert completed(sources=(url,)).contact.sources[0].language == language


def test_host_and_country() -> None:
    assert (completed(host="fra").contact.host, completed(host="fra").contact.country) == ("FRA", "FRA")
    assert completed(country="che", place="Geneva").contact.country == "CHE"
    assert completed(parties=("fra", "nato"), host="nato").contact.country is None, "an organisation is no country"
    assert completed(parties=("fra", "sco"), host="sco").contact.country is None, "one of three letters neither"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60", 60),
        ("60m", 60),
        ("60min", 60),
        ("1h", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("2H05", 125),
        (" 1 h 30 ", 90),
        ("75", 75),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    assert read_duration(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "0h0", "h", "soon", "-5", "1h75", "1:30", "1.5h", "99999", "٣"])
def test_no_duration(text: str) -> None:
    with pytest.raises(RejectedError, match="is no duration"):
        read_duration(text)


@given(st.integers(1, 999), st.integers(0, 59))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    assert read_duration(f"{hours}h{minutes:02d}") == hours * 60 + minutes


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"date": "2026-01-01"}, "lies in the future"),
        ({"date": "2026-01~"}, "lies in the future"),
        ({"date": "2024-04-05/2024-04-01"}, "lies before its start"),
        ({"parties": ()}, "no party is named"),
        ({"parties": ("fra",)}, "only FRA is named"),
        ({"parties": ("fra", "France")}, "only FRA is named"),
        ({"initiator": "deu"}, "--initiator names DEU"),
        ({"host": "deu"}, "--host names DEU"),
        ({"country": "nato"}, "is no country"),
        ({"country": "sco"}, "^--country names SCO, which is no country; name a country$"),
        ({"persons": ("Sergei Shoigu",)}, "does not say whose"),
        ({"persons": ("DEU=Sergei Shoigu",)}, "--person names DEU"),
        ({"persons": ("FRA=",)}, "does not say whose"),
        ({"persons": ("media=X Y",)}, "no party 'media'"),
        ({"topics": ("DEU=syria",)}, "--topic names DEU"),
        ({"topics": ("sirya",)}, "no topic 'sirya'"),
        ({"says": ("syria: text",)}, "does not say whose"),
        ({"says": ("RUS=syria",)}, "has no text"),
        ({"says": ("RUS=syria: ",)}, "has no text"),
        ({"denies": ("syria",)}, "does not say whose"),
        ({"sources": ("FRA=ftp://x",)}, "no web address"),
        ({"sources": ("https://",)}, "no web address"),
        ({"sources": ("https://a b",)}, "no web address"),
        ({"persons": ("FRA=" + "J" * 201,)}, "too long for a name"),  # a server has no key for it
        ({"sources": ("https://[x",)}, "no web address"),
        ({"sources": ("https://www./",)}, "no web address"),  # its publisher would be empty, which no package may hold
        ({"sources": ("FRA=https://a.org", "RUS=https://a.org")}, "is given for two sides"),
        ({"duration": "soon"}, "is no duration"),
        ({"claims": ("ages",)}, "cannot be read"),
    ],
)
def test_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises((RejectedError, NotFoundError), match=why):
        completed(**changes)


def test_a_plan_may_lie_in_the_future_and_today_is_not_the_future() -> None:
    assert completed(date="2026-01-01", status=Status.PLANNED).contact.date.text == "2026-01-01"
    assert completed(today="2024-04-03").contact.held
    assert completed(date="2024-04", today="2024-04-03").contact.held, "it began on the first as written"


def test_claims_go_with_the_contact() -> None:
    [claim] = completed(claims=("about 18 months phone",), restricted=True).claims
    assert (claim.contact_id, claim.claim, claim.restricted) == (None, "First call in about 18 months.", True)


def test_restricted_is_carried_over() -> None:
    assert completed(restricted=True).contact.restricted
