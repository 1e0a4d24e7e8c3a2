"""Which "first since" sentences are true of a contact, how sure they sound, and what they rest on."""

from dataclasses import replace

import pytest

from detente.domain.contacts import Contact, Source
from detente.domain.context import FirstSince, context, weakest_grade
from detente.domain.grounds import Ground
from detente.domain.officeholders import Officeholder
from detente.domain.vocabulary import By, Reliability
from tests.domain.claims import ground, holder
from tests.domain.records import contact, window
from tests.domain.test_judging import published

NAMES = ["France", "Russia"]
MINISTERS = "between the defence ministers of France and Russia"
OCTOBER, APRIL = contact("2022-10-23"), contact("2024-04-03")


def sentences(about: Contact, record: Ground) -> dict[tuple[str | None, str | None, str | None, str], FirstSince]:
    """By channel, level, setting and "office" or the two names."""
    found: dict[tuple[str | None, str | None, str | None, str], FirstSince] = {}
    for told in context(about, record, NAMES):
        who = " and ".join(name for _, name in told.persons) or "office"
        found[told.scope.channel, told.scope.level, told.scope.setting, who] = told
    return found


def said(about: Contact, record: Ground, *scope: str | None) -> str:
    return sentences(about, record)[scope].sentence  # type: ignore[index]  # always four parts, which a star cannot say


def test_every_scope_of_a_call_of_ministers() -> None:
    about = contact("2024-04-03", people="FRA=Lecornu, RUS=Shoigu")
    found = sentences(about, ground(OCTOBER, about))
    assert set(found) == {
        (None, None, None, "office"),
        (None, "minister", None, "office"),
        ("call", None, None, "office"),
        ("call", "minister", None, "office"),
        (None, None, None, "Lecornu and Shoigu"),
        ("call", None, None, "Lecornu and Shoigu"),
    }
    assert found["call", "minister", None, "office"].sentence == (
        f"First call {MINISTERS} since 23 October 2022: 528 days, about 17 months."
    )
    assert found[None, None, None, "office"].sentence == (
        "First contact between the defence establishments of France and Russia since 23 October 2022: 528 days, about 17 months."
    )


@pytest.mark.parametrize(
    ("setting", "kind"), [("2+2", "2+2 meeting"), ("sidelines", "sideline meeting"), ("multilateral", "multilateral meeting")]
)
def test_a_setting_other_than_bilateral_has_a_scope_of_its_own(setting: str, kind: str) -> None:
    before, about = (contact(day, channel="in-person", setting=setting) for day in ("2012-10-31", "2019-09-09"))
    between = contact("2019-09-03", channel="in-person")
    expected = f"First {kind} {MINISTERS} since 31 October 2012: 2,504 days, about 82 months."
    record = ground(before, between, about)
    assert said(about, record, "in-person", "minister", setting, "office") == expected
    assert said(about, record, "in-person", "minister", None, "office").endswith("since 3 September 2019: 6 days.")


def test_the_most_newsworthy_comes_first() -> None:
    """A long silence broken comes before a short one; of equal ones, that of the wider scope; then the shorter sentence."""
    about = contact("2024-04-03")
    record = ground(contact("2022-10-23"), contact("2024-03-01", level="chief-of-defence"), about)
    assert [told.scope.level for told in context(about, record, NAMES)] == ["minister", "minister", None, None]
    assert context(about, record, NAMES)[0].sentence.startswith("First contact between the defence ministers")
    unseen = (window("minister", "phone", "2012-01-01", "2024-12-31", "complete"),)
    first = context(about, ground(contact("2022-10-23"), about, windows=unseen), NAMES)[0]
    assert first.scope.level is None, "528 days, unsure, of no restriction beat 528 days of two restrictions"


def test_a_sentence_is_told_once() -> None:
    told = [found.sentence for found in context(APRIL, ground(OCTOBER, APRIL), NAMES)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("status", ["planned", "requested", "declined", "unanswered", "cancelled", "postponed", "disputed"])
def test_only_a_held_contact_is_the_first(status: str) -> None:
    about = contact("2024-04-03", status=status)
    assert context(about, ground(OCTOBER, about), NAMES) == []


# Never more than the record carries


@pytest.mark.parametrize(
    ("completeness", "first"), [("complete", "First "), ("fair", "First "), ("poor", "First rec"), ("unknown", "First rec")]
)
def test_first_recorded_where_not_all_was_observed(completeness: str, first: str) -> None:
    windows = (
        window("minister", "any", "2022-01-01", "2023-11-30", "complete"),
        window("minister", "any", "2023-12-01", "2023-12-01", completeness),
        window("minister", "any", "2023-12-02", "2024-12-31", "complete"),
    )
    told = said(APRIL, ground(OCTOBER, APRIL, windows=windows), "call", "minister", None, "office")
    assert told.startswith(first)
    assert ("recorded" in told) is ("rec" in first)


def test_an_imprecise_previous_contact_makes_the_length_an_interval() -> None:
    """Some day of October 2022 to 3 April 2024: 520 to 550 days, 17.08 to 18.07 months: to the half month 17 to 18."""
    told = said(APRIL, ground(contact("2022-10"), APRIL), "call", "minister", None, "office")
    assert told == f"First call {MINISTERS} since October 2022: 520 to 550 days, about 17 to 18 months."


def test_half_months_where_that_is_all_the_dates_allow() -> None:
    """About 24 October 2022 is the 21st to the 27th: 501 to 531 days from there to 8 March~6 April; 16.46 to 17.45 months."""
    about = contact("[2024-03-11..2024-04-04]")  # from 27 October 2022 to 11 March 2024: 501; from the 21st to 4 April: 531
    told = said(about, ground(contact("2022-10-24~"), about), "call", "minister", None, "office")
    assert told == f"First call {MINISTERS} since about 24 October 2022: 501 to 531 days, about 16½ to 17½ months."


def test_a_visit_of_several_days_ends_on_its_last() -> None:
    record = ground(contact("2015-12-21/2015-12-23"), contact("2016-01-02"))
    told = said(record.contacts[1], record, None, "minister", None, "office")
    assert told == f"First contact {MINISTERS} since that of 21 December 2015 to 23 December 2015: 10 days."


def test_a_rival_whose_date_may_make_it_the_last() -> None:
    """The one of June and July may lie after 7 June: 51 to 86 days, and the sentence says so."""
    rival, about = contact("[2022-06-01..2022-07-12]", "rival"), contact("2022-09-01")
    record = ground(rival, contact("2022-06-07"), about)
    told = sentences(about, record)["call", "minister", None, "office"]
    assert told.sentence == (
        f"First recorded call {MINISTERS} since 7 June 2022: 51 to 86 days, about 1½ to 3 months; "
        "one dated between 1 June 2022 and 12 July 2022 may be the later one."
    )
    assert told.rests_on == ("2022-09-01", "2022-06-07", "rival")
    assert not told.sure


def test_a_later_one_that_may_have_come_before() -> None:
    about, later = contact("2022-10", "october"), contact("2022-10-05")
    told = said(about, ground(contact("2022-01-01"), about, later), "call", "minister", None, "office")
    assert told.startswith("First recorded call")
    assert told.endswith("one dated 5 October 2022 may have come before it.")


def test_nothing_earlier_is_said_of_the_record_only() -> None:
    told = sentences(APRIL, ground(APRIL))["call", "minister", None, "office"]
    assert told.sentence == f"First call {MINISTERS} in this record; nothing earlier is recorded."
    assert (told.gap, told.rests_on, told.falls) == (None, ("2024-04-03",), ())


# By person

HOLDERS = (holder("Lecornu", "FRA", "2022-05-20"), holder("Shoigu", "RUS", "2012-11-06"))
PAIR = "Lecornu and Shoigu"


@pytest.mark.parametrize(
    ("seen_from", "sentence"),
    [
        ("2022-05-20", "First contact ever between Lecornu and Shoigu: none since both took office."),
        ("2022-05-21", "First recorded contact between Lecornu and Shoigu."),
    ],
)
def test_ever_needs_all_time_since_both_took_office(seen_from: str, sentence: str) -> None:
    about = contact("2022-08-25", people="FRA=Lecornu, RUS=Shoigu")
    windows = (window("minister", "any", seen_from, "2022-12-31", "complete"),)
    other = contact("2022-03-01", people="FRA=Parly, RUS=Shoigu")
    assert said(about, ground(other, about, windows=windows, holders=HOLDERS), None, None, None, PAIR) == sentence


@pytest.mark.parametrize("holders", [(), HOLDERS[:1], (HOLDERS[0], holder("Shoigu", "RUS", ""))])
def test_ever_needs_verified_tenures(holders: tuple[Officeholder, ...]) -> None:
    about = contact("2022-08-25", people="FRA=Lecornu, RUS=Shoigu")
    record = ground(about, holders=holders)
    told = sentences(about, record)[None, None, None, PAIR]
    assert (told.sentence, told.observed.observation) == ("First recorded contact between Lecornu and Shoigu.", "unknown")


def test_a_contact_that_names_nobody_makes_it_first_recorded() -> None:
    about = contact("2022-10-23", people="FRA=Lecornu, RUS=Shoigu")
    before, unnamed = contact("2022-06-01", people="FRA=Lecornu, RUS=Shoigu"), contact("2022-08-25", people="FRA=, RUS=Shoigu")
    ever = said(about, ground(unnamed, about, holders=HOLDERS), None, None, None, PAIR)
    assert ever == "First recorded contact between Lecornu and Shoigu."
    again = said(about, ground(before, unnamed, about, holders=HOLDERS), None, None, None, PAIR)
    assert again == "First recorded contact between Lecornu and Shoigu since 1 June 2022: 144 days, about 5 months."


def test_what_is_not_public_counts_where_the_record_holds_it() -> None:
    """Whether it does is chosen when the record is read."""
    before, about = contact("2022-10-23", restricted=True), contact("2024-04-03")
    assert said(about, ground(before, about), None, None, None, "office").startswith(
        "First contact between the defence establishments of France and Russia since 23 October 2022"
    )


def test_no_sentence_by_person_where_one_side_names_nobody() -> None:
    about = contact("2022-10-23", people="FRA=, RUS=Shoigu")
    assert {told.scope.by for told in context(about, ground(about, holders=HOLDERS), NAMES)} == {By.OFFICE}


def test_a_sentence_for_each_two_people_of_the_highest_rank() -> None:
    about = contact("2022-10-23", people="FRA=Lecornu, FRA=Parly, FRA=Burkhard:chief-of-defence, RUS=Shoigu")
    pairs = {told.persons for told in context(about, ground(about), NAMES) if told.persons}
    assert pairs == {(("FRA", "Lecornu"), ("RUS", "Shoigu")), (("FRA", "Parly"), ("RUS", "Shoigu"))}


# What would change it


def test_falls_say_what_the_sentence_would_be_without_a_contact() -> None:
    told = sentences(APRIL, ground(contact("2022-08-25"), OCTOBER, APRIL))["call", "minister", None, "office"]
    assert told.rests_on == ("2024-04-03", "2022-10-23")
    assert [(fall.contact_id, fall.then) for fall in told.falls] == [
        ("2022-10-23", f"First call {MINISTERS} since 25 August 2022: 587 days, about 19 months.")
    ]


def test_a_sentence_that_another_contact_of_the_day_carries_does_not_fall() -> None:
    record = ground(contact("2022-10-23", "one"), contact("2022-10-23", "two"), APRIL)
    assert sentences(APRIL, record)["call", "minister", None, "office"].falls == ()


def graded(about: Contact, *grades: str) -> Contact:
    sources = (Source(f"https://x/{g}", "", None, None, "en", "FRA", Reliability(g[0]), int(g[1])) for g in grades)
    return replace(about, sources=tuple(sources))


def test_the_weakest_of_the_best_grades() -> None:
    april, october = graded(APRIL, "F6", "A2", "B1"), graded(OCTOBER, "C2", "B4", "B3")
    assert weakest_grade([april]) == "A2"
    assert weakest_grade([april, october]) == "B3"
    assert sentences(april, ground(october, april))["call", "minister", None, "office"].weakest_grade == "B3"
    assert weakest_grade([april, graded(OCTOBER, "F6")]) == "F6"
    assert weakest_grade([april, OCTOBER]) is None


# The shipped record


def test_by_office_and_by_person_in_one_answer() -> None:
    """15 March 2023 to 25 June 2024: 468 days. Belousov took office on 14 May 2024, and all of that time was observed."""
    record = published("usa-rus")
    about = next(c for c in record.contacts if c.contact_id == "usa-rus-2024-06-25-phone")
    told = {found.sentence for found in context(about, record, ["Russia", "the United States"])}
    assert (
        "First contact between the defence ministers of Russia and the United States since 15 March 2023: "
        "468 days, about 15 months."
    ) in told
    assert "First call ever between Andrei Belousov and Lloyd Austin: none since both took office." in told


def test_the_call_of_april_2024() -> None:
    record = published("fra-rus")
    about = next(c for c in record.contacts if c.contact_id == "fra-rus-2024-04-03-phone")
    found = sentences(about, record)
    assert found["call", "minister", None, "office"].sentence == (
        f"First call {MINISTERS} since 23 October 2022: 528 days, about 17 months."
    )
    # What chiefs of defence did from August 2022 on is not known.
    assert found[None, None, None, "office"].sentence.startswith("First recorded contact between the defence establishments")
    assert found[None, None, None, "office"].observed.observation == "unobserved"
