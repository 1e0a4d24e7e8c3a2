"""What is meant by what somebody wrote, and what is said of what means nothing."""

from datetime import date, datetime

import pytest

from detente.domain.asked import channels, dated, day, several, word, words, written
from detente.domain.dates import parse
from detente.domain.vocabulary import OTHER_CHANNELS, By, Channel, Level
from detente.errors import UsageError
from tests.domain import records

CALLS = frozenset({Channel.PHONE, Channel.VIDEO, Channel.HOTLINE})


def test_one_word_or_several() -> None:
    assert several("phone") == ["phone"]
    assert several(word for word in ("phone", "video")) == ["phone", "video"]
    assert several(Channel.PHONE) == [Channel.PHONE]


def test_a_word_in_any_case() -> None:
    assert word("--by", "PERSON", By) is By.PERSON
    assert words("--level", ["Minister", "OFFICIAL"], Level) == {Level.MINISTER, Level.OFFICIAL}


@pytest.mark.parametrize(
    ("given", "meant"),
    [("Phone", {Channel.PHONE}), ("CALL", CALLS), (["letter", "call"], {*CALLS, Channel.LETTER}), ([], frozenset())],
)
def test_channels_and_calls(given: str | list[str], meant: frozenset[Channel]) -> None:
    assert channels("--channel", given) == meant


def test_a_word_that_is_not_known_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError) as refused:
        word("--by", "Pigeon", By)
    assert (refused.value.reason, refused.value.mend) == ("--by 'Pigeon' is not known", "one of office, person")
    with pytest.raises(UsageError) as refused:
        words("--level", ["minister", "pigeon"], Level)
    assert refused.value.reason == "--level 'pigeon' is not known"


def test_a_channel_that_is_not_known_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError) as refused:
        channels("--channel", ["Phone", "call", "Pigeon", "raven"])
    assert refused.value.reason == "--channel 'Pigeon' is not known"
    assert refused.value.mend == "one of phone, video, hotline, in-person, letter, other, call"


def test_a_date_as_text_as_a_day_and_as_itself() -> None:
    meant = parse("2022-10-23")
    assert dated("on", "2022-10-23") == meant
    assert dated("on", date(2022, 10, 23)) == meant
    assert dated("on", datetime(2022, 10, 23, 18, 30)) == meant
    assert dated("on", meant) is meant


def test_a_date_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(UsageError) as refused:
        dated("on", "23 October")
    assert refused.value.reason.startswith("on: ")
    assert "23 October" in refused.value.reason
    assert refused.value.mend


def test_a_year_of_few_digits_has_four() -> None:
    assert written(date(987, 6, 5)) == "0987-06-05"


def test_a_day() -> None:
    assert day("--as-of", "2024-12-31") == day("--as-of", date(2024, 12, 31)) == records.day("2024-12-31")
    with pytest.raises(UsageError) as refused:
        day("--as-of", "2024-02-30")
    assert (refused.value.reason, refused.value.mend) == ("--as-of '2024-02-30' is no day", "write it as 2024-12-31")


@pytest.mark.parametrize(
    ("said", "channel"),
    [("telephone", "phone"), ("Phone Call", "phone"), ("videoconference", "video"), ("in person", "in-person"),
     ("visit", "in-person"), ("HOTLINE", "hotline")],
)  # fmt: skip
def test_a_channel_by_what_people_call_it(said: str, channel: str) -> None:
    assert word("--channel", said, Channel) == channel
    assert channels("--channel", [said]) == {Channel(channel)}


def test_other_names_are_no_words_of_the_vocabulary() -> None:
    assert not set(OTHER_CHANNELS) & {*Channel, "call", "any"}


def test_a_word_of_another_vocabulary_has_no_other_names() -> None:
    assert word("--level", "Chief of defence", Level) == "chief-of-defence"
    with pytest.raises(UsageError, match="--level 'visit' is not known"):
        word("--level", "visit", Level)
    with pytest.raises(UsageError, match="--channel 'pigeon post' is not known"):
        channels("--channel", ["phone", "pigeon post"])
