from detente.domain.tallies import Tally, TopicTally, tallies, topic_tallies
from detente.domain.topics import Topic
from detente.domain.vocabulary import Channel, Level
from tests.domain.records import contact, day

MINISTER = Level.MINISTER
TOPICS = {
    "ukraine-conflict": Topic("ukraine-conflict", "", "", None, "military"),
    "ukraine-war": Topic("ukraine-war", "", "", "ukraine-conflict", "military"),
    "ukraine-peace-talks": Topic("ukraine-peace-talks", "", "", "ukraine-conflict", "diplomatic"),
    "syria": Topic("syria", "", "", None, "military"),
}


def test_contacts_are_counted_per_first_day_channel_and_level() -> None:
    record = [
        contact("2020-01-01", "a"),
        contact("2020-01-01", "b"),
        contact("2020-01-01", "c", channel="in-person"),
        contact("2020-01-01", "d", level="chief-of-defence"),
        contact("2020-01", "e"),  # an imprecise date counts on its first day as written
        contact("2019-12-31/2020-01-02", "f"),
    ]
    assert tallies(record) == [
        Tally(day("2019-12-31"), Channel.PHONE, MINISTER, 1),
        Tally(day("2020-01-01"), Channel.IN_PERSON, MINISTER, 1),
        Tally(day("2020-01-01"), Channel.PHONE, Level.CHIEF_OF_DEFENCE, 1),
        Tally(day("2020-01-01"), Channel.PHONE, MINISTER, 3),
    ]
    assert tallies([]) == []


RECORD = [
    contact("2020-01-01", "a", topics="FRA=ukraine-war, FRA=ukraine-peace-talks, RUS=ukraine-war, FRA=syria"),
    contact("2020-01-01", "b", topics="RUS=ukraine-war, !FRA=syria"),
]
NEW_YEAR = day("2020-01-01")


def test_a_contact_counts_once_for_a_topic_and_denials_never() -> None:
    assert topic_tallies(RECORD, TOPICS, broad=False, by_side=False) == [
        TopicTally(NEW_YEAR, "syria", None, 1),
        TopicTally(NEW_YEAR, "ukraine-peace-talks", None, 1),
        TopicTally(NEW_YEAR, "ukraine-war", None, 2),
    ]


def test_broad_topics_roll_up_the_narrower_ones() -> None:
    assert topic_tallies(RECORD, TOPICS, broad=True, by_side=False) == [
        TopicTally(NEW_YEAR, "syria", None, 1),
        TopicTally(NEW_YEAR, "ukraine-conflict", None, 2),
    ]


def test_by_side_each_account_counts_for_itself() -> None:
    assert topic_tallies(RECORD, TOPICS, broad=True, by_side=True) == [
        TopicTally(NEW_YEAR, "syria", "FRA", 1),
        TopicTally(NEW_YEAR, "ukraine-conflict", "FRA", 1),
        TopicTally(NEW_YEAR, "ukraine-conflict", "RUS", 2),
    ]


def test_a_topic_that_is_not_in_the_tree_stands_for_itself() -> None:
    assert topic_tallies([contact("2020-01-01", topics="FRA=piracy")], {}, broad=True, by_side=False) == [
        TopicTally(NEW_YEAR, "piracy", None, 1)
    ]
