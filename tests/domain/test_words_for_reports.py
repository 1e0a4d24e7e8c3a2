"""Wordings that the report needs: what a series is called, how far a silence was observed, names that take an article."""

import pytest

from detente.domain.coverage import Observed
from detente.domain.sides import sides_in_words
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Level, Observation, Setting
from detente.domain.words import days_in_words, level_in_words, observed_in_words, series_kind_in_words


@pytest.mark.parametrize(
    ("channels", "settings", "words"),
    [
        (frozenset(), frozenset(), "contact"),
        (CALL_CHANNELS, frozenset(), "call"),
        (frozenset({Channel.VIDEO}), frozenset(), "call"),
        (frozenset({Channel.IN_PERSON}), frozenset(), "meeting"),
        (frozenset({Channel.IN_PERSON}), frozenset({Setting.TWO_PLUS_TWO}), "2+2 meeting"),
        (frozenset(), frozenset({Setting.TWO_PLUS_TWO}), "2+2 contact"),
        (frozenset({Channel.IN_PERSON, Channel.PHONE}), frozenset(), "contact"),
        (frozenset({Channel.IN_PERSON}), frozenset({Setting.TWO_PLUS_TWO, Setting.BILATERAL}), "meeting"),
    ],
)
def test_a_series_is_called_what_its_contacts_have_in_common(
    channels: frozenset[Channel], settings: frozenset[Setting], words: str
) -> None:
    assert series_kind_in_words(channels, settings) == words


@pytest.mark.parametrize(("share", "percent"), [(0.5, "50 %"), (0.001, "1 %"), (0.9999, "99 %"), (0.625, "62 %")])
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, percent: str) -> None:
    assert observed_in_words(Observed(Observation.PARTLY_OBSERVED, share)).startswith(f"{percent} of it")


def test_a_silence_nobody_looked_at_says_that_a_contact_may_be_missing() -> None:
    assert "may be missing" in observed_in_words(Observed(Observation.UNOBSERVED, 0.0))
    assert "nothing known" in observed_in_words(Observed(Observation.UNKNOWN, 0.0))
    assert "missing" not in observed_in_words(Observed(Observation.OBSERVED, 1.0))


def test_names_that_take_an_article_get_it_inside_a_sentence() -> None:
    assert sides_in_words(Level.MINISTER, ["Russia", "United States"]).endswith("of Russia and the United States")
    assert sides_in_words(None, ["France", "Netherlands"]).endswith("of France and the Netherlands")


def test_days_and_levels() -> None:
    assert [days_in_words(1, 1), days_in_words(528, 528), days_in_words(1000, 1006)] == [
        "1 day",
        "528 days",
        "1,000 to 1,006 days",
    ]
    assert [level_in_words(level) for level in Level] == ["ministers", "deputy ministers", "chiefs of defence", "officials"]
