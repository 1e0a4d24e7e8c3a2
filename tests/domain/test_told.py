"""What is typed of people, statements and sources, and what it stands for."""

from collections.abc import Sequence
from datetime import date

import pytest

from detente.domain.contacts import Participant, Statement
from detente.domain.dates import parse
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Party
from detente.domain.told import (
    Sides,
    participants_of,
    person_said,
    read_duration,
    role_of,
    sources_of,
    statements_of,
    with_sources,
)
from detente.domain.vocabulary import Level, Office, Stance
from detente.errors import NotFoundError, RejectedError
from tests.domain.claims import holder

HELD = (
    Officeholder("Sergei Shoigu", "RUS", Office.MINISTER, "Minister (until May 2024, day not verified)", date(2012, 11, 6), None, ""),
    holder("Thierry Burkhard", "FRA", "2021-07-22", "2025-08-31", "chief-of-defence"),
)  # fmt: skip
CODES = {"france": "FRA", "russia": "RUS", "turkey": "TUR"}


class Known:
    """Three parties, every topic, two people; Shoygu resembles one of them."""

    def party(self, text: str) -> Party:
        code = CODES.get(text.casefold(), text.upper())
        if code not in CODES.values():
            raise NotFoundError(f"no party '{text}'")
        return Party(code, code)

    def topic(self, text: str) -> str:
        return text.casefold()

    def person(self, text: str) -> str:
        found = [one.person for one in HELD if text.casefold() in one.person.casefold()]
        if not found:
            raise NotFoundError(f"nobody is called '{text}'", mend="did you mean Shoigu?" if text == "Shoygu" else "")
        return found[0]

    def holders(self) -> Sequence[Officeholder]:
        return HELD


KNOWN = Known()
SIDES = Sides({"FRA": Party("FRA", "France"), "RUS": Party("RUS", "Russia")}, KNOWN)
WHEN = parse("2024-04-03")


def _refused(of: type[RejectedError | NotFoundError], *call: object) -> tuple[str, str]:
    function, *given = call
    with pytest.raises(of) as refused:
        function(*given)  # type: ignore[operator]  # the first is the function
    return refused.value.reason, refused.value.mend


@pytest.mark.parametrize(
    ("text", "side", "value"),
    [
        ("france = peace ", "FRA", "peace"),
        ("RUS=a=b", "RUS", "a=b"),
        (" peace ", None, "peace"),
        ("https://x.org/?a=b ", None, "https://x.org/?a=b"),
        ("RUS=https://x.org/?a=b", "RUS", "https://x.org/?a=b"),
        ("Third=peace", "other", "peace"),
        (" media = peace", "other", "peace"),
    ],
)
def test_the_side_before_the_first_sign(text: str, side: str | None, value: str) -> None:
    assert SIDES.split("--topic", text, "other") == (side, value)


def test_a_side_must_be_one_of_the_contact() -> None:
    assert SIDES.party("--host", None) is None
    assert _refused(RejectedError, SIDES.party, "--host", "turkey") == (
        "--host names TUR, which is no party of this contact", "its parties are FRA and RUS",
    )  # fmt: skip
    assert _refused(NotFoundError, SIDES.split, "--topic", "third=peace")[0] == "no party 'third'"


@pytest.mark.parametrize("text", ["Shoigu", "RUS=", "RUS= "])
def test_what_must_have_a_side_and_a_value(text: str) -> None:
    assert _refused(RejectedError, SIDES.both, "--person", text) == (
        f"--person '{text}' does not say whose it is", "write --person 'FRA=…'",
    )  # fmt: skip


def _people(*texts: str, level: Level | None = None, anew: bool = False) -> tuple[list[Participant], list[str]]:
    return participants_of(texts, WHEN, SIDES, KNOWN, level=level, anew=anew)


def test_somebody_takes_part_in_the_office_of_that_day() -> None:
    people, notes = _people("RUS=shoigu", "FRA=Burkhard", "RUS=Shoigu")
    assert people == [
        Participant("RUS", "Sergei Shoigu", "Minister", Office.MINISTER),
        Participant("FRA", "Thierry Burkhard", "", Office.CHIEF_OF_DEFENCE),
    ]
    assert notes == [
        "Sergei Shoigu is taken for Minister (until May 2024, day not verified): "
        "check that the office was still held on 2024-04-03"
    ] * 2  # fmt: skip


def test_somebody_without_an_office_has_the_rank_of_the_contact() -> None:
    people, notes = _people("FRA=Shoigu", "FRA=Jane Doe", level=Level.OFFICIAL)
    assert people == [
        Participant("FRA", "Sergei Shoigu", "not stated", Office.OFFICIAL),
        Participant("FRA", "Jane Doe", "not stated", Office.OFFICIAL),
    ]
    told = [note.split(", or put the office on record: ") for note in notes]
    assert [said for said, _ in told] == [
        "Sergei Shoigu holds no office of FRA on record for 2024-04-03: the role is recorded as 'not stated', the level as official; "
        "say them: --person FRA='Sergei Shoigu | role=… | level=…'",
        "Jane Doe is not on record yet: the role is recorded as 'not stated', the level as official; "
        "say them: --person FRA='Jane Doe | role=… | level=…'",
    ]
    assert [mend for _, mend in told] == ["detente offices add FRA 'Sergei Shoigu' …", "detente offices add FRA 'Jane Doe' …"]
    assert _people("FRA=Jane Doe")[0] == [Participant("FRA", "Jane Doe", "not stated", Office.MINISTER)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jane Doe", ("Jane Doe", None, None)),
        ("Jane Doe | role=Chief of Staff | level=chief-of-defence", ("Jane Doe", "Chief of Staff", Office.CHIEF_OF_DEFENCE)),
        ("Jane Doe|official", ("Jane Doe", None, Office.OFFICIAL)),
        ("Jane Doe | role=State = Secretary", ("Jane Doe", "State = Secretary", None)),
    ],
)
def test_a_person_with_role_and_level(text: str, said: tuple[str, str | None, Office | None]) -> None:
    assert person_said(text) == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Jane | age=40", "'age=40' says nothing of a person"),
        ("Jane | role=", "'role=' says nothing of a person"),
        ("Jane | general", "'general' says nothing of a person"),
        ("Jane | role=A | role=B", "'role=B' says nothing of a person"),
        ("Jane | level=king", "the level 'king' is not known"),
        (" | role=A", "' | role=A' names nobody"),
    ],
)
def test_what_says_nothing_of_a_person(text: str, why: str) -> None:
    with pytest.raises(RejectedError) as refused:
        person_said(text)
    assert refused.value.reason == why


def test_a_name_that_resembles_one_is_asked_back_unless_it_is_new() -> None:
    with pytest.raises(NotFoundError) as refused:
        _people("RUS=Shoygu")
    assert refused.value.reason == "nobody is called 'Shoygu'"
    assert refused.value.mend == "did you mean Shoigu? (add --also if it is somebody else)"
    assert [one.person for one in _people("RUS=Shoygu", anew=True)[0]] == ["Shoygu"]


def test_a_name_has_a_length() -> None:
    assert [one.person for one in _people(f"RUS={'x' * 200}")[0]] == ["x" * 200]
    with pytest.raises(RejectedError) as refused:
        _people(f"RUS={'x' * 201}")
    assert refused.value.reason == f"'{'x' * 40}…' is too long for a name"
    assert refused.value.mend == "give at most 200 characters"


@pytest.mark.parametrize(
    ("title", "first", "last", "role"),
    [
        ("Minister (until 2024)", "2012-11-06", "", "Minister"),
        ("Minister (from 2012)", "", "2024-05-12", "Minister"),
        ("Minister (acting)", "2012-11-06", "2024-05-12", "Minister (acting)"),
        ("Minister (acting) (until 2024)", "2012-11-06", "", "Minister (acting)"),
    ],
)
def test_a_remark_on_the_days_is_no_part_of_the_role(title: str, first: str, last: str, role: str) -> None:
    begun, ended = (date.fromisoformat(day) if day else None for day in (first, last))
    assert role_of(Officeholder("X", "RUS", Office.MINISTER, title, begun, ended, "")) == role


def _statement(topic: str, side: str, words: str | None = None, stance: Stance = Stance.REPORTS) -> Statement:
    return Statement(topic, None, side, stance, words)


def test_topics_are_told_by_every_side_or_by_the_one_named() -> None:
    assert statements_of(["Syria", "RUS=libya", "third=iran"], [], [], SIDES, KNOWN) == [
        _statement("syria", "FRA"),
        _statement("syria", "RUS"),
        _statement("libya", "RUS"),
        _statement("iran", "media"),
    ]


def test_what_is_said_in_words_needs_no_second_statement_without() -> None:
    said = statements_of(
        ["syria", "syria"], ["FRA=syria: that: it ends", "FRA=syria: that: it ends"], ["FRA=syria"], SIDES, KNOWN
    )
    assert said == [
        _statement("syria", "RUS"),
        _statement("syria", "FRA", "that: it ends"),
        _statement("syria", "FRA", None, Stance.DENIES),
    ]


def test_a_denial_may_have_words() -> None:
    assert statements_of([], [], ["RUS=iran : no, never "], SIDES, KNOWN) == [
        _statement("iran", "RUS", "no, never", Stance.DENIES)
    ]


@pytest.mark.parametrize("text", ["RUS=syria", "RUS=syria: "])
def test_what_is_said_has_words(text: str) -> None:
    assert _refused(RejectedError, statements_of, [], [text], [], SIDES, KNOWN) == (
        f"--says '{text}' has no text", "write --says 'RUS=TOPIC: TEXT', or use --topic",
    )  # fmt: skip


ONE, OTHER = "https://www.mil.ru/1", "https://x.org/2"


def test_a_source_is_of_its_side_or_of_a_third() -> None:
    found = sources_of([f"RUS={ONE}", OTHER, f"russia={ONE}"], SIDES)
    assert [(one.url, one.side, one.publisher) for one in found] == [(ONE, "RUS", "mil.ru"), (OTHER, "third", "x.org")]
    assert _refused(RejectedError, sources_of, [f"RUS={ONE}", f"FRA={ONE}"], SIDES) == (
        f"the source {ONE} is given for two sides", "name it once",
    )  # fmt: skip


def test_a_statement_cites_the_first_source_of_its_side() -> None:
    sources = sources_of([f"RUS={ONE}", "RUS=https://www.mil.ru/2", OTHER], SIDES)
    said = [_statement("syria", side) for side in ("FRA", "RUS", "media")]
    assert [one.source_url for one in with_sources(said, sources)] == [None, ONE, OTHER]
    whole = Statement("iran", "FRA", "RUS", Stance.DENIES, "words")
    assert with_sources([whole], sources) == (Statement("iran", "FRA", "RUS", Stance.DENIES, "words", ONE),)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("60", 60), (" 60 M ", 60), ("60min", 60), ("1h", 60), ("1h30", 90), ("1 h 30 min", 90), ("1h59", 119), ("90", 90), ("999h", 59940)],
)  # fmt: skip
def test_durations(text: str, minutes: int) -> None:
    assert read_duration(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "0h0", "1h60", "h", "-5", "1.5h", "an hour", "10000", "٣"])
def test_what_is_no_duration(text: str) -> None:
    assert _refused(RejectedError, read_duration, text) == (
        f"'{text}' is no duration", "write minutes or hours, such as 60, 60m or 1h30",
    )  # fmt: skip
