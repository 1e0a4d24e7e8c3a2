import pytest

from detente.domain.days import parse_day
from detente.domain.settings import KNOWN, as_of_day, read_settings
from detente.errors import UsageError

WHOLE = """
store = "team.db"
author = " A. Analyst "
parties = ["FRA", "russia"]
as_of = "end-of-last-month"

[approximate]
days = 5
months = 2
years = 0
"""


def test_everything_that_can_be_set() -> None:
    assert read_settings(WHOLE, "f") == {
        "store": "team.db",
        "author": "A. Analyst",
        "parties": ("FRA", "russia"),
        "as_of": "end-of-last-month",
        "approximate.days": 5,
        "approximate.months": 2,
        "approximate.years": 0,
    }
    assert set(read_settings(WHOLE, "f")) == set(KNOWN)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('# a comment\nsotre = "x"', "f:2: there is no setting 'sotre'; did you mean 'store'?"),
        ("[approximate]\ndays = 1\nmonhts = 4", "f:3: there is no setting 'approximate.monhts'; did you mean 'approximate.months'?"),
        ("approximate = {days = 3, year = 2}", "f:1: there is no setting 'approximate.year'; did you mean 'approximate.years'?"),
        ('\n\n[approximat]\ndays = 1', "f:4: there is no setting 'approximat.days'; did you mean 'approximate.days'?"),
        ("approximate.days = 400", "f:1: 'approximate.days' cannot be read; write a whole number from 0 to 366"),
        ("[approximate]\nyears = true", "f:2: 'approximate.years' cannot be read; write a whole number from 0 to 100"),
        ("[approximate]\nmonths = 1.0", "f:2: 'approximate.months' cannot be read; write a whole number from 0 to 120"),
        ("[approximate]", "f:1: the table [approximate] is empty; remove it, or fill it"),
        ('parties = ["FRA", 3]', "f:1: 'parties' cannot be read; write a list of two parties at most, such as [\"FRA\", \"RUS\"]"),
        ("parties = 3", "f:1: 'parties' cannot be read; write a list of two parties at most, such as [\"FRA\", \"RUS\"]"),
        (" \"approximate\" .'days' = 400", "f:1: 'approximate.days' cannot be read; write a whole number from 0 to 366"),
        ("[ 'approximate' ]\n\"days\" = 400", "f:2: 'approximate.days' cannot be read; write a whole number from 0 to 366"),
        ("store = 3", "f:1: 'store' cannot be read; write a text in quotes, such as \"record.db\""),
        ('store = "a\\u0000b"', "f:1: 'store' cannot be read; write a text in quotes, such as \"record.db\""),
        (
            "as_of = 2025-12-31",
            "f:1: 'as_of' cannot be read; write \"today\", \"end-of-last-month\" or a day in quotes, such as \"2025-12-31\"",
        ),
        (
            'as_of = "2025-13-31"',
            "f:1: 'as_of' cannot be read; write \"today\", \"end-of-last-month\" or a day in quotes, such as \"2025-12-31\"",
        ),
    ],
)  # fmt: skip
def test_what_is_no_setting_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_settings(text, "f")
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("parties", "FRA RUS", ("FRA", "RUS")),
        ("parties", "France, United States", ("France", "United States")),
        ("parties", "", ()),
        ("approximate.days", " 5 ", 5),
        ("approximate.years", "0", 0),
        ("as_of", " Today ", "today"),
        ("as_of", " 2025-12-31 ", "2025-12-31"),
    ],
)
def test_a_variable_of_the_environment_is_a_text(name: str, text: str, value: object) -> None:
    assert KNOWN[name].read(text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("parties", "FRA RUS DEU"),
        ("parties", "FRA,"),
        ("approximate.days", "3.0"),
        ("approximate.days", "367"),
        ("approximate.days", "٣"),
    ],
)
def test_a_variable_that_makes_no_sense_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"^a (list of two parties|whole number from 0 to 366)"):
        KNOWN[name].read(text)


def test_what_is_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(UsageError, match=r"^f:2: this is no TOML: .*; correct the file$"):
        read_settings('store = "x"\nauthor == 3\n', "f")


@pytest.mark.parametrize(
    ("policy", "day"),
    [("today", "2024-03-15"), ("end-of-last-month", "2024-02-29"), ("2020-01-02", "2020-01-02")],
)
def test_the_day_that_a_policy_means(policy: str, day: str) -> None:
    assert as_of_day(policy, parse_day("2024-03-15")) == parse_day(day)


def test_the_last_month_of_january_is_that_of_the_year_before() -> None:
    assert as_of_day("end-of-last-month", parse_day("2024-01-01")) == parse_day("2023-12-31")
