from datetime import date

import pytest

from detente.domain.coverage import Observed
from detente.domain.dates import Tolerance, parse
from detente.domain.gaps import closed_gap, open_gap
from detente.domain.parties import Party, dyad
from detente.domain.sides import name_in_sentence, sides_in_words
from detente.domain.vocabulary import Channel, Level, Observation, PartyKind, Setting
from detente.domain.words import (
    and_list,
    date_in_words,
    day_in_words,
    first_since,
    gap_in_words,
    kind_in_words,
    length_in_words,
    observed_in_short,
    silence_since,
    widths_in_words,
)
from tests.domain.records import day, endpoint

PAIR = dyad("FRA", "RUS")
SIDES = "the defence ministers of France and Russia"


@pytest.mark.parametrize(
    ("shortest", "longest", "words"),
    [
        # exact: whole months, halves up, from one and a half months on
        (0, 0, "0 days"),
        (1, 1, "1 day"),
        (6, 6, "6 days"),
        (45, 45, "45 days"),  # 1.48 months
        (46, 46, "46 days, about 2 months"),  # 1.51
        (76, 76, "76 days, about 2 months"),  # 2.497
        (77, 77, "77 days, about 3 months"),  # 2.53
        (272, 272, "272 days, about 9 months"),  # 8.94
        (528, 528, "528 days, about 17 months"),  # 17.35
        (1136, 1136, "1,136 days, about 37 months"),  # 37.32
        # intervals: half months
        (0, 6, "0 to 6 days"),
        (7, 13, "7 to 13 days"),
        (0, 45, "0 to 45 days"),
        (500, 506, "500 to 506 days, about 16½ months"),  # 16.43 and 16.62
        (62, 122, "62 to 122 days, about 2 to 4 months"),  # 2.04 and 4.01
        (71, 101, "71 to 101 days, about 2½ to 3½ months"),  # 2.33 and 3.32
        (10, 100, "10 to 100 days, about ½ to 3½ months"),  # 0.33 and 3.29
        (1000, 1030, "1,000 to 1,030 days, about 33 to 34 months"),  # 32.85 and 33.84
    ],
)
def test_lengths(shortest: int, longest: int, words: str) -> None:
    assert length_in_words(shortest, longest) == words


def test_how_far_an_approximate_date_reaches() -> None:
    assert widths_in_words(Tolerance(3, 1, 0)) == "a day by 3 days, a month by 1 month, a year by 0 years"


def test_a_gap_says_its_length() -> None:
    assert gap_in_words(closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2024-04-03"))) == "528 days, about 17 months"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-04-03", "3 April 2024"),
        ("2022-10", "October 2022"),
        ("2019", "2019"),
        ("2022-03-12~", "about 12 March 2022"),
        ("2022-03-12?", "perhaps 12 March 2022"),
        ("2022-03-12%", "perhaps about 12 March 2022"),
        ("2022-10~", "about October 2022"),
        ("2014-21", "spring 2014"),
        ("2014-22~", "about summer 2014"),
        ("2014-23", "autumn 2014"),
        ("2014-24", "winter 2014"),
        ("2004-07-XX", "July 2004"),
        ("2004-XX-XX", "2004"),
        ("2004-XX", "2004"),
        ("199X", "the years 1990 to 1999"),
        ("20XX", "the years 2000 to 2099"),
        ("2015-12-21/2015-12-23", "21 December 2015 to 23 December 2015"),
        ("[2022-06-01..2022-07-12]", "between 1 June 2022 and 12 July 2022"),
    ],
)
def test_dates(text: str, words: str) -> None:
    assert date_in_words(parse(text)) == words


def test_days() -> None:
    assert day_in_words(date(2024, 4, 3)) == "3 April 2024"
    assert day_in_words(date(987, 1, 31)) == "31 January 0987"


def test_lists() -> None:
    assert [and_list(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_kinds() -> None:
    assert [kind_in_words(channel) for channel in Channel] == [
        "call", "call", "call", "meeting", "letter", "contact by another or unnamed medium",
    ]  # fmt: skip
    assert kind_in_words(Channel.IN_PERSON, Setting.TWO_PLUS_TWO) == "2+2 meeting"
    assert kind_in_words(Channel.VIDEO, Setting.TWO_PLUS_TWO) == "2+2 call"
    assert kind_in_words(Channel.IN_PERSON, Setting.SIDELINES) == "meeting"


def test_sides() -> None:
    names = ["France", "Russia"]
    assert sides_in_words(Level.MINISTER, names) == SIDES
    assert sides_in_words(Level.CHIEF_OF_DEFENCE, names) == "the chiefs of defence of France and Russia"
    assert sides_in_words(Level.DEPUTY_MINISTER, names) == "the deputy defence ministers of France and Russia"
    assert sides_in_words(Level.OFFICIAL, names) == "officials of the defence ministries of France and Russia"
    assert sides_in_words(None, [*names, "Turkey"]) == "the defence establishments of France, Russia and Turkey"


def test_an_organisation_has_an_article_and_no_minister() -> None:
    union, treaty, short = (
        Party(code, name, PartyKind.ORGANISATION).name
        for code, name in (("EU", "European Union"), ("NATO", "North Atlantic Treaty Organization"), ("ASEAN", "ASEAN"))
    )
    assert sides_in_words(Level.MINISTER, ["Germany", union]) == "the defence minister of Germany and the European Union"
    assert sides_in_words(Level.CHIEF_OF_DEFENCE, [treaty, "Ukraine"]) == (
        "the chief of defence of Ukraine and the North Atlantic Treaty Organization"
    )
    assert sides_in_words(None, ["Japan", short]) == "the defence establishment of Japan and ASEAN"
    assert sides_in_words(Level.MINISTER, ["France", "Germany", union]) == (
        "the defence ministers of France and Germany, and the European Union"
    )
    assert sides_in_words(Level.MINISTER, [union, treaty]) == "the European Union and the North Atlantic Treaty Organization"
    assert name_in_sentence(Party("UN", "United Nations", PartyKind.ORGANISATION).name) == "the United Nations"


def test_first_since() -> None:
    gap = closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2024-04-03"))
    sentence = f"First call between {SIDES} since 23 October 2022: 528 days, about 17 months."
    assert first_since("call", SIDES, gap, Observation.OBSERVED) == sentence


@pytest.mark.parametrize("observation", [Observation.PARTLY_OBSERVED, Observation.UNOBSERVED, Observation.UNKNOWN])
def test_a_silence_not_observed_throughout_is_first_recorded_only(observation: Observation) -> None:
    gap = closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2024-04-03"))
    assert first_since("call", SIDES, gap, observation).startswith("First recorded call between")


@pytest.mark.parametrize(
    ("before", "after", "since"),
    [
        ("2024-04-03", "2024-04-03", "that of 3 April 2024, on the same day."),
        ("2024-04-01/2024-04-03", "2024-04-03", "that of 1 April 2024 to 3 April 2024, on the same day."),
        ("2024-04-01/2024-04-05", "2024-04-03", "that of 1 April 2024 to 5 April 2024, within the same days."),
        ("2024-04-02", "2024-04-03", "2 April 2024: 1 day."),
    ],
)
def test_no_silence_at_all_has_no_length(before: str, after: str, since: str) -> None:
    gap = closed_gap(PAIR, endpoint(before), endpoint(after))
    assert first_since("call", SIDES, gap, Observation.OBSERVED).partition(" since ")[2] == since


def test_a_silence_that_begins_today_has_no_length() -> None:
    gap = open_gap(PAIR, endpoint("2024-04-03"), day("2024-04-03"))
    assert silence_since("call", SIDES, gap, date(2024, 4, 3)) == (
        f"No call between {SIDES} is recorded since 3 April 2024, the day up to which it is asked."
    )


@pytest.mark.parametrize(
    ("word", "share", "short"),
    [
        ("observed", 1.0, "yes"),
        ("partly-observed", 0.004, "1 %"),
        ("partly-observed", 0.996, "99 %"),
        ("partly-observed", 0.434, "43 %"),
        ("unobserved", 0.0, "no"),
        ("unknown", 0.0, "unknown"),
    ],
)
def test_how_far_it_was_observed_as_a_cell(word: str, share: float, short: str) -> None:
    assert observed_in_short(Observed(Observation(word), share)) == short


def test_nothing_earlier_on_record() -> None:
    expected = f"First call between {SIDES} in this record; nothing earlier is recorded."
    assert first_since("call", SIDES, None, Observation.OBSERVED) == expected


def test_an_uncertain_order_is_said() -> None:
    gap = closed_gap(PAIR, endpoint("[2022-06-01..2022-07-12]"), endpoint("2022-07-11"))
    assert first_since("meeting", SIDES, gap, Observation.OBSERVED) == (
        f"First meeting between {SIDES} since a day between 1 June 2022 and 12 July 2022: 0 to 40 days; "
        "imprecise dates leave the order of the two open."
    )


def test_silence_since() -> None:
    gap = open_gap(PAIR, endpoint("2024-04-03"), day("2024-12-31"))
    assert silence_since("call", SIDES, gap, date(2024, 12, 31)) == (
        f"No call between {SIDES} is recorded since 3 April 2024: 272 days, about 9 months, as of 31 December 2024."
    )
