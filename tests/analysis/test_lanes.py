from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.lanes import Lane, lanes, long_silences
from detente.domain.contacts import Contact
from detente.domain.context import Scope
from detente.domain.coverage import Observed
from detente.domain.gaps import gaps
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.silences import silences
from detente.domain.vocabulary import CALL_CHANNELS, By, Channel, Level, Observation, Setting
from tests.domain.records import contact, day, window

PAIR = Dyad("FRA", "RUS")
ALL = Selection(as_of=day("2025-12-31"), parties=PAIR.parties)

RECORD = [
    contact("2015-12-21", "visit", channel="in-person", people="FRA=Le Drian, RUS=Shoigu"),
    contact(
        "2021-11-12", "two", channel="in-person", setting="2+2", people="FRA=Parly, RUS=Shoigu, RUS=Lavrov:foreign-minister"
    ),
    contact("2022-03-04", "cod", channel="phone", level="chief-of-defence"),
    contact("2024-03", "video", channel="video", people="FRA=Lecornu, RUS=Shoigu"),
    contact("2025-01-01", "refused", status="declined"),
    contact("2025-02-01", "others", parties="FRA USA"),
]


def found(by: By) -> dict[tuple[str | None, ...], Lane]:
    return {
        (lane.scope.channel, lane.scope.level, lane.scope.setting, *(name for _, name in lane.persons)): lane
        for lane in lanes(RECORD, ALL, PAIR, ())
        if lane.scope.by is by
    }


def test_each_kind_and_every_wider_one() -> None:
    offices = found(By.OFFICE)
    last = {scope: lane.gap.previous.contact_id for scope, lane in offices.items()}
    assert last[None, None, None] == last["call", None, None] == last["video", "minister", "bilateral"] == "video"
    assert last["phone", None, None] == last["call", "chief-of-defence", None] == last[None, "chief-of-defence", None] == "cod"
    assert last["in-person", None, None] == last["in-person", "minister", "2+2"] == last[None, None, "2+2"] == "two"
    assert last["in-person", "minister", "bilateral"] == "visit"
    assert ("letter", None, None) not in last
    # Some day of March 2024 to the last of 2025: from the 31st 640 days, from the 1st 670.
    widest = offices[None, None, None].gap
    assert (widest.days_min, widest.days_max, widest.open) == (640, 670, True)


def test_by_person_only_defence_participants_count() -> None:
    people = found(By.PERSON)
    assert {key[3:] for key in people} == {("Le Drian", "Shoigu"), ("Parly", "Shoigu"), ("Lecornu", "Shoigu")}
    assert people[None, None, None, "Parly", "Shoigu"].gap.previous.contact_id == "two"
    assert people[None, None, None, "Le Drian", "Shoigu"].gap.days_min == 10 * 365 + 3 + 10
    # 2015-12-21 to 2025-12-31: ten years and ten days, with 29 February in 2016, 2020 and 2024.


def test_a_lane_says_how_far_its_own_silence_was_looked_at() -> None:
    """Visits of 31 December 2023; of the 731 days since, the ministers' were looked at in 2024 alone: 366 days."""
    visits = [
        contact("2023-12-31", "ministers", channel="in-person"),
        contact("2023-12-31", "chiefs", channel="in-person", level="chief-of-defence"),
        contact("2023-12-31", "officials", channel="in-person", level="official"),
    ]
    windows = [
        window("minister", "any", "2024-01-01", "2024-12-31", "fair"),
        window("chief-of-defence", "any", "2023-01-01", "2026-12-31", "complete"),
        window("official", "any", "2024-01-01", "2024-12-31", "poor"),
    ]
    seen = {lane.scope.level: lane.observed for lane in lanes(visits, ALL, PAIR, windows, [By.OFFICE])}
    assert seen[Level.MINISTER] == seen[None] == Observed(Observation.PARTLY_OBSERVED, 366 / 731)
    assert seen[Level.CHIEF_OF_DEFENCE] == Observed(Observation.OBSERVED, 1.0)
    assert seen[Level.OFFICIAL] == Observed(Observation.UNOBSERVED, 0.0)
    assert {lane.observed.observation for lane in lanes(visits, ALL, PAIR, ())} == {Observation.UNKNOWN}


def test_wide_before_narrow_and_office_before_person() -> None:
    scopes = [lane.scope for lane in lanes(RECORD, ALL, PAIR, ())]
    assert scopes[0] == Scope(None, None, None, By.OFFICE)
    assert [scope.by for scope in scopes] == sorted((scope.by for scope in scopes), key=list(By).index)


def test_as_of_and_the_rest_of_the_selection() -> None:
    early = lanes(RECORD, replace(ALL, as_of=day("2021-12-31")), PAIR, (), [By.OFFICE])
    assert early[0].gap.previous.contact_id == "two"
    assert early[0].gap.days_max == 49  # 12 November to 31 December
    letters = replace(ALL, channels=frozenset({Channel.LETTER}))
    assert lanes(RECORD, letters, PAIR, ()) == []


kinds = st.tuples(
    st.dates(date(2020, 1, 1), date(2025, 1, 1)),
    st.sampled_from(Channel),
    st.sampled_from(Level),
    st.sampled_from(Setting),
)


@given(st.lists(kinds, min_size=1, max_size=15))
def test_a_lane_is_the_open_gap_of_its_scope(drawn: list[tuple[object, Channel, Level, Setting]]) -> None:
    contacts: list[Contact] = [
        contact(str(when), f"c{number:02d}", channel=channel, level=level, setting=setting)
        for number, (when, channel, level, setting) in enumerate(drawn)
    ]
    for lane in lanes(contacts, ALL, PAIR, (), [By.OFFICE]):
        scope = lane.scope
        channels = CALL_CHANNELS if scope.channel == "call" else {Channel(scope.channel)} if scope.channel else set()
        narrowed = replace(
            ALL,
            channels=frozenset(channels),
            levels=frozenset({scope.level} if scope.level else ()),
            settings=frozenset({scope.setting} if scope.setting else ()),
        )
        assert [gap for gap in gaps(contacts, narrowed) if gap.open] == [lane.gap]


def test_what_ended_the_long_silences() -> None:
    """Of silences of 90, 89, 94 to 100 and 91 days the long ones, latest first; the open one has not ended."""
    held = [
        contact("2020-01-01"),
        contact("2020-03-31", channel="letter"),
        contact("2020-06-28", level="chief-of-defence"),
        contact("2020-10-03~", setting="2+2", channel="in-person"),
        contact("2021-01-05", channel="video"),
    ]
    chosen = Selection(as_of=day("2025-12-31"), parties=("FRA", "RUS"))
    found = long_silences(silences(gaps(held, chosen), chosen, {}, {}), held, 90)
    assert [(ended.by, ended.silence.gap.days_min, ended.silence.gap.days_max) for ended in found] == [
        (held[4], 91, 97),
        (held[3], 94, 100),
        (held[1], 90, 90),
    ]
    assert [ended.by for ended in long_silences(silences(gaps(held, chosen), chosen, {}, {}), held, 90, most=1)] == [held[4]]
