from datetime import date

import pytest

from detente.drafting.days.issued import dateline, published_in
from detente.drafting.days.resolving import days_in

# 2024-04-03 was a Wednesday.
THURSDAY = date(2024, 4, 4)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("They spoke on Wednesday.", "2024-04-03"),
        ("They spoke on Thursday.", "2024-04-04"),  # published that day
        ("They spoke on Friday.", "2024-03-29"),
        ("They spoke yesterday, a spokesman said on Thursday.", "2024-04-03"),
        ("They met on April 2.", "2024-04-02"),
        ("They met on 2 December.", "2023-12-02"),  # the last one
        ("They met on 29 February.", "2024-02-29"),
        ("Ils se sont parlé mercredi.", "2024-04-03"),
        ("Ils se sont vus le 1er avril.", "2024-04-01"),
        ("Sie trafen sich am 14. März in Oslo.", "2024-03-14"),
        ("Sie sprachen am Dienstag.", "2024-04-02"),
        ("Они говорили в среду.", "2024-04-03"),
        ("Встреча прошла 28 марта 2024 года.", "2024-03-28"),
        ("PARIS, 4 avril — Ils se sont parlé mercredi.", "2024-04-03"),  # the dateline is when it was written
        ("On 02.04.2024 they met.", "2024-04-02"),
        ("They met on April 1-3.", "2024-04-01"),  # the first day of several
        ("Sie trafen sich vom 1. bis 3. April.", "2024-04-01"),
        ("Ils se sont vus du 1er au 3 avril.", "2024-04-01"),
        ("С 1 по 3 апреля прошла встреча.", "2024-04-01"),
        ("He said on Wednesday that they had met the day before.", "2024-04-02"),
        ("Il a fait savoir mercredi qu'ils s'étaient parlé la veille.", "2024-04-02"),
        ("Sie hätten tags zuvor telefoniert.", "2024-04-03"),
        ("Они накануне говорили по телефону.", "2024-04-03"),
        ("Sie trafen sich vorgestern.", "2024-04-02"),
        ("They met last Thursday.", "2024-03-28"),
        ("Они встретились в прошлую пятницу.", "2024-03-29"),
        ("They spoke on Thursday of last week.", "2024-03-28"),
        ("Ils se sont parlé la semaine dernière, mercredi.", "2024-03-27"),
        ("Sie sprachen in der Vorwoche, und zwar am Montag.", "2024-03-25"),
        ("Le 17 au soir, ils dînaient à Abidjan.", "2024-03-17"),
        ("Am 2. abends trafen sie sich.", "2024-04-02"),
        ("Они встретились 31-го в Минске.", "2024-03-31"),
    ],
)
def test_a_day_is_counted_from_the_publication(sentence: str, day: str) -> None:
    assert days_in(sentence, THURSDAY)[0].day.isoformat() == day


@pytest.mark.parametrize(
    "sentence",
    [
        "They spoke, the ministry said on Wednesday.",
        "It was their first call since October 23, 2022.",
        "C'est leur premier entretien depuis le 18 février.",
        "Об этом сообщили в среду.",
    ],
)
def test_a_day_on_which_something_was_said_or_since_which_something_is_so_is_not_meant(sentence: str) -> None:
    assert days_in(sentence, THURSDAY) == []


def test_what_is_to_come_lies_ahead() -> None:
    assert [said.day for said in days_in("They will meet on Wednesday.", THURSDAY, ahead=True)] == [date(2024, 4, 10)]
    assert [said.day for said in days_in("They will meet on January 5.", THURSDAY, ahead=True)] == [date(2025, 1, 5)]


def test_without_a_publication_only_full_dates_are_days() -> None:
    assert days_in("They spoke on Wednesday, April 3.", None) == []
    assert days_in("They spoke on April 3, 2024.", None)[0].day == date(2024, 4, 3)


def test_a_weekday_that_contradicts_the_date_is_told() -> None:
    [said] = days_in("They met on Friday, October 17.", date(2024, 10, 19))
    assert said.day == date(2024, 10, 17)  # a Thursday
    assert said.doubt == "'Friday' is written beside 2024-10-17, which was a Thursday"


def test_a_line_that_is_a_date_is_that_of_publication() -> None:
    assert dateline("June 24, 2023\n\nThey met.") == date(2023, 6, 24)
    assert dateline("They met on June 24, 2023, in a small house by the sea, and talked for hours about nothing.") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BERLIN, 12 March 2025 – The minister held a call on Tuesday.", "2025-03-12"),
        ("PARIS, le 14 mai 2025. – Le ministre s'est entretenu lundi.", "2025-05-14"),
        ("A heading\n\nEMA/COM - 10 février 2022 - Le général s'est entretenu hier.", "2022-02-10"),
        ("Bern, 15.09.2023 - Die Bundesrätin hat am Donnerstag telefoniert.", "2023-09-15"),
        ("12 March 2025", "2025-03-12"),
        ("BERLIN, 12 March – The minister held a call on Tuesday.", None),
        ("The minister held a call on 12 March 2025 – an hour long.", None),
        ("He will travel to Washington on 3 April 2025.", None),
    ],
)
def test_a_full_dateline_is_the_day_of_publication(text: str, day: str | None) -> None:
    found = published_in(text)
    assert (None if found is None else found.isoformat()) == day
