"""What becomes of two contacts that are one: worked out by hand, and that nothing which either said is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.domain.contacts import DifferingValue, Participant, Source, Statement
from detente.domain.uniting import united
from detente.domain.vocabulary import Channel, Office, Reliability, Stance
from tests.domain.records import contact


def source(name: str) -> Source:
    return Source(f"https://example.org/{name}", "P", None, None, "en", "third", Reliability.F, 6)


LOGGED = replace(
    contact("2018-06-01", "logged", people="FRA=Parly"),
    place="Paris",
    sources=(source("a"), source("b")),
    statements=(Statement("syria", None, "FRA", Stance.REPORTS, "said", source("a").url),),
)
CODED = replace(
    contact("2018-06-02", "coded", channel="other", level="official"),
    place="Moscow",
    country="RUS",
    summary="coded",
    sources=(source("b"),),
)


def test_what_the_first_does_not_state_is_taken_over() -> None:
    assert united(LOGGED, CODED).country == "RUS"
    assert united(LOGGED, CODED).contact_id == "logged"


def test_values_that_differ_are_kept_with_the_only_source_of_the_second() -> None:
    assert set(united(LOGGED, CODED).values) == {
        DifferingValue("date", "2018-06-02", source("b").url),
        DifferingValue("channel", "other", source("b").url),
        DifferingValue("level", "official", source("b").url),
        DifferingValue("place", "Moscow", source("b").url),
        DifferingValue("summary", "coded", source("b").url),
    }


def test_which_of_several_sources_says_so_is_not_known() -> None:
    whole = united(LOGGED, replace(CODED, sources=(source("b"), source("c"))))
    assert {value.source_url for value in whole.values} == {None}
    assert [one.url[-1] for one in whole.sources] == ["a", "b", "c"]


def test_a_value_that_the_first_adopts_is_not_kept_as_another() -> None:
    other = replace(CODED, values=(DifferingValue("channel", "phone", None), DifferingValue("channel", "video", None)))
    assert LOGGED.channel is Channel.PHONE
    assert [value.value for value in united(LOGGED, other).values if value.field == "channel"] == ["other", "video"]


def test_the_same_people_and_words_are_not_told_twice() -> None:
    people = (
        Participant("FRA", "Parly", "Minister of the Armed Forces", Office.MINISTER),
        Participant("FRA", None, "an official", Office.OFFICIAL),
        Participant("RUS", None, "an official", Office.OFFICIAL),
    )
    whole = united(LOGGED, replace(CODED, participants=people, statements=LOGGED.statements))
    assert [(one.party, one.person) for one in whole.participants] == [("FRA", "Parly"), ("RUS", None)]
    assert whole.statements == LOGGED.statements


TEXTS = st.sampled_from([None, "Paris", "Moscow"])
NAMES = st.lists(st.sampled_from("abcd"), unique=True, max_size=3)


@given(first=TEXTS, second=TEXTS, ours=NAMES, theirs=NAMES)
def test_nothing_is_lost(first: str | None, second: str | None, ours: list[str], theirs: list[str]) -> None:
    one = replace(contact("2018-06-01", "one"), place=first, sources=tuple(map(source, ours)))
    other = replace(contact("2018-06-01", "other"), place=second, sources=tuple(map(source, theirs)))
    whole = united(one, other)
    said = {whole.place} | {value.value for value in whole.values if value.field == "place"}
    assert said - {None} == {first, second} - {None}
    assert {found.url for found in whole.sources} == {found.url for found in (*one.sources, *other.sources)}
    assert whole.place == (first if first is not None else second)
    assert united(whole, other) == whole
