"""What can be chosen on the page, and that each choice is the report of exactly that selection."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.analysis.dossier import narrowed
from detente.domain.selection import Selection
from detente.domain.vocabulary import CALL_CHANNELS, By, Channel, Level, Status
from detente.report.choices import Choices, choices
from detente.report.command import command_line
from detente.report.page import render
from tests.report.rendered import Pages
from tests.report.samples import AS_OF, contact, many, of, shipped
from tests.report.test_page import Page
from tests.support.shipped_record import shipped_record


def _offered(*when: str, **choice: Any) -> Choices:
    made = of([contact(day) for day in when], claims=(), **choice)
    return choices(made.selection, made.contacts)


def _labels(offered: Choices) -> tuple[list[str], list[str], list[str]]:
    return (
        [option.label for option in offered.channels],
        [option.label for option in offered.levels],
        [option.label for option in offered.periods],
    )


def test_a_kind_and_a_level_are_offered_where_there_are_several() -> None:
    made = shipped("FRA", "RUS")
    assert _labels(choices(made.selection, made.contacts)) == (
        ["All channels", "Calls", "Meetings"],
        ["All levels", "Ministers", "Deputy ministers", "Chiefs of defence"],
        ["All years", "Since 2016", "Since 2021", "Since 2024", "2025", "2020–2024", "2015–2019", "2010–2014"],
    )


def test_one_contact_leaves_nothing_to_choose_but_years() -> None:
    assert _labels(_offered("2025-03-01")) == (["All channels"], ["All levels"], ["All years"])
    assert not _offered("2025-03-01").offered
    assert _labels(_offered("2023-03-01"))[2] == ["All years", "Since 2024", "2025", "2024", "2023"]


@pytest.mark.parametrize(
    ("first", "periods"),
    [
        ("2022-01-01", ["All years", "Since 2024", "2025", "2024", "2023", "2022"]),
        ("2021-12-31", ["All years", "Since 2024", "2025", "2020–2024"]),
        (
            "1990-06-01",
            ["All years", "Since 2016", "Since 2021", "Since 2024", "2020–2025", "2010–2019", "2000–2009", "1990–1999"],
        ),
        ("1900-06-01", ["All years", "Since 2016", "Since 2021", "Since 2024", "2000–2025", "1950–1999", "1900–1949"]),
    ],
)
def test_blocks_of_years_are_at_most_four(first: str, periods: list[str]) -> None:
    assert _labels(_offered(first))[2] == periods


def test_the_periods_of_a_selection_lie_inside_its_own() -> None:
    offered = _offered("2015-01-01", "2018-01-01", "2020-01-01", period_to=date(2019, 6, 30).toordinal())
    assert _labels(offered)[2] == ["All years", "Since 2018"]
    for choice in offered.narrower():
        assert choice.selection.period_to is not None
        assert choice.selection.period_to <= date(2019, 6, 30).toordinal()


def test_a_choice_is_the_selection_that_the_terminal_would_be_asked_with() -> None:
    made = shipped("FRA", "RUS")
    chosen = {choice.key: choice.selection for choice in choices(made.selection, made.contacts).narrower()}
    one = chosen["call|minister|2020-2024"]
    assert one.channels == CALL_CHANNELS
    assert one.levels == {Level.MINISTER}
    assert (one.period_from, one.period_to) == (date(2020, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
    assert command_line(one, made.topics) == (
        "detente report FRA RUS --channel call --level minister --from 2020-01-01 --to 2024-12-31 --as-of 2025-12-31"
    )
    assert "||" not in chosen
    assert len(chosen) == 3 * 4 * 8 - 1


@pytest.mark.parametrize(("count", "lanes", "periods"), [(300, True, True), (301, True, False), (501, False, False)])
def test_a_big_record_offers_fewer_combinations(count: int, lanes: bool, periods: bool) -> None:
    made = of(many(count, 12), claims=())
    keys = [choice.key.split("|") for choice in choices(made.selection, made.contacts).narrower()]
    assert any(channel and level for channel, level, _ in keys) is lanes
    assert any((channel or level) and period for channel, level, period in keys) is periods
    assert any(period and not channel and not level for channel, level, period in keys)


@pytest.mark.parametrize(
    ("choice", "options"),
    [
        ({"channels": frozenset({Channel.PHONE})}, "--channel phone"),
        ({"channels": frozenset({*CALL_CHANNELS, Channel.LETTER})}, "--channel call --channel letter"),
        ({"statuses": frozenset({Status.HELD})}, "--status held"),
        ({"by": By.PERSON}, "--by person"),
        ({"persons": frozenset({"Sergei Shoigu"})}, "--person 'Sergei Shoigu'"),
        ({"topics": frozenset({"ukraine-war", "ukraine-peace-talks"})}, "--topic ukraine-peace-talks --topic ukraine-war"),
    ],
)
def test_the_command_names_what_was_selected(choice: dict[str, object], options: str) -> None:
    selection = Selection(as_of=AS_OF, parties=("FRA", "RUS"), **choice)  # type: ignore[arg-type]  # the keys are its fields
    assert command_line(selection, {}) == f"detente report FRA RUS {options} --as-of 2025-12-31"
    assert command_line(Selection(as_of=AS_OF, include_restricted=True), {}).endswith("--as-of 2025-12-31 --include-restricted")


def test_of_a_topic_with_all_below_it_the_command_names_the_broad_one() -> None:
    topics = shipped_record().topics
    broad = next(topic.broader for topic in topics.values() if topic.broader)
    whole = frozenset({broad, *(name for name, topic in topics.items() if topic.broader == broad)})
    assert command_line(Selection(as_of=AS_OF, topics=whole), topics) == f"detente report --topic {broad} --as-of 2025-12-31"


_BOTH = [("FRA", "RUS"), ("RUS", "USA"), ("RUS", "TUR"), ("DEU", "RUS")]


@settings(max_examples=40, deadline=None)
@given(pair=st.sampled_from(_BOTH), number=st.integers(0, 200))
def test_narrowing_gives_what_the_narrower_selection_would(pair: tuple[str, str], number: int) -> None:
    whole = shipped(*pair)
    every = list(choices(whole.selection, whole.contacts).narrower())
    chosen = every[number % len(every)].selection
    direct = shipped(
        *pair,
        channels=chosen.channels,
        levels=chosen.levels,
        period_from=chosen.period_from,
        period_to=chosen.period_to,
    )
    found = narrowed(whole, chosen)
    assert (found.contacts, found.series, found.silences, found.lanes) == (
        direct.contacts,
        direct.series,
        direct.silences,
        direct.lanes,
    )
    assert (found.tallies, found.topic_tallies, found.topic_tallies_by_side) == (
        direct.tallies,
        direct.topic_tallies,
        direct.topic_tallies_by_side,
    )
    assert (found.judgements, found.attempts, found.restricted) == (direct.judgements, direct.attempts, direct.restricted)


def test_the_page_holds_each_choice_as_the_narrower_page_would_show_it(pages: Pages) -> None:
    page = Page(pages.text("fra-rus"))
    held = page.chosen()
    choice = held["choices"]["call|minister|2020-2024"]
    direct = Page(
        render(
            shipped(
                "FRA",
                "RUS",
                channels=CALL_CHANNELS,
                levels=frozenset({Level.MINISTER}),
                period_from=date(2020, 1, 1).toordinal(),
                period_to=date(2024, 12, 31).toordinal(),
            )
        )
    )
    assert {key: held["figures"][place] for key, place in choice["figures"].items()} == direct.figures()
    text = " ".join(direct.text.split())
    for section, place in choice["html"].items():
        words = " ".join(Page(held["html"][place]).text.split())
        assert words in text, section
    assert choice["said"] == "Calls, ministers, 2020–2024: 4 contacts, 4 held"


def test_a_period_without_a_contact_is_told_in_words() -> None:
    made = of([contact("2012-01-01"), contact("2025-01-01")], claims=())
    held = Page(render(made)).chosen()
    choice = held["choices"]["||2015-2019"]
    assert "is on record for this selection" in held["html"][choice["html"]["headline"]]
    assert choice["cards"] == []
