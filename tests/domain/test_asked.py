import pytest

from detente.domain.asked import channels, word
from detente.domain.vocabulary import OTHER_CHANNELS, Channel, Level
from detente.errors import UsageError


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
