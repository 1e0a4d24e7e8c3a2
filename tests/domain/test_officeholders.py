from dataclasses import replace
from datetime import date

import pytest

from detente.domain.dates import parse
from detente.domain.officeholders import Officeholder, holder_of
from detente.domain.vocabulary import Level, Office


def holder(person: str, office: str, begin: str = "", end: str = "", party: str = "FRA") -> Officeholder:
    first, last = (date.fromisoformat(text) if text else None for text in (begin, end))
    return Officeholder(person, party, Office(office), office, first, last, "https://example.org")


LECORNU = holder("Lecornu", "minister", "2022-05-20", "2025-09-09")


@pytest.mark.parametrize(
    ("when", "held"),
    [
        ("2022-05-19", False),
        ("2022-05-20", True),
        ("2025-09-09", True),
        ("2025-09-10", False),
        ("2022-05", True),  # some day of May
        ("2022-05-17~", True),  # may be the twentieth
        ("2022-05-16~", False),
        ("[2022-05-01..2022-05-20]", True),
        ("2025-09-09/2025-09-12", True),
        ("2021", False),
    ],
)
def test_tenure_both_days_inclusive(when: str, held: bool) -> None:
    assert LECORNU.may_hold_on(parse(when)) is held


def test_no_day_known_leaves_the_tenure_open() -> None:
    assert holder("A", "minister", "2022-05-20").may_hold_on(parse("2099-01-01"))
    assert holder("A", "minister", "", "2022-05-20").may_hold_on(parse("1999-01-01"))
    assert not holder("A", "minister", "", "2022-05-20").may_hold_on(parse("2022-05-21"))
    assert holder("A", "minister").may_hold_on(parse("1999"))


@pytest.mark.parametrize(
    ("title", "when", "held", "asked"),
    [
        ("Minister (end of term in autumn 2025, day not verified)", "2024-12-31", True, False),
        ("Minister (end of term in autumn 2025, day not verified)", "2025-01-01", True, True),
        ("Minister (end of term in autumn 2025, day not verified)", "2025-12-31", True, True),
        ("Minister (end of term in autumn 2025, day not verified)", "2026-01-01", False, True),
        ("Chief of Staff (until June 2023, day not verified)", "2023-07-01", True, True),
        ("Chief of Staff (until June 2023, day not verified)", "2026-05-01", False, True),
        ("Minister (in office in April 2023, days not verified)", "2026-05-01", True, False),
    ],
)
def test_a_year_of_the_end_stands_in_the_title(title: str, when: str, held: bool, asked: bool) -> None:
    one = replace(holder("A", "minister", "2018-07-10"), title=title)
    assert (one.may_hold_on(parse(when)), one.may_have_ended(parse(when))) == (held, asked)


def test_the_office_held_on_the_day() -> None:
    le_drian = [
        holder("Le Drian", "minister", "2012-05-16", "2017-05-16"),
        holder("Le Drian", "foreign-minister", "2017-05-17", "2022-05-20"),
    ]
    assert holder_of("Le Drian", "FRA", parse("2015-12-21"), le_drian) == le_drian[0]
    assert holder_of("Le Drian", "FRA", parse("2019-09-09"), le_drian) == le_drian[1]
    assert holder_of("Le Drian", "FRA", parse("2023-01-01"), le_drian) is None
    assert holder_of("Le Drian", "RUS", parse("2015-12-21"), le_drian) is None
    assert holder_of("Parly", "FRA", parse("2015-12-21"), le_drian) is None


def test_two_offices_on_one_day_the_preferred_else_the_highest() -> None:
    both = [holder("A", "chief-of-defence"), holder("A", "deputy-minister"), holder("A", "foreign-minister")]
    when = parse("2020-01-01")
    assert holder_of("A", "FRA", when, both) == both[1]
    assert holder_of("A", "FRA", when, both, preferred=Level.CHIEF_OF_DEFENCE) == both[0]
    assert holder_of("A", "FRA", when, both, preferred=Level.MINISTER) == both[1]
    assert holder_of("A", "FRA", when, both[2:]) == both[2]
