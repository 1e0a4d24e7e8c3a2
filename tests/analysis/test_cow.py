import itertools
from datetime import date

import pycountry
import pytest

from detente.analysis.cow import cow_code, memberships
from detente.domain.days import LAST_DAY
from tests.domain.records import day


@pytest.mark.parametrize(
    ("code", "when", "number"),
    [
        ("FRA", "2024-04-03", 220),
        ("RUS", "2024-04-03", 365),
        ("RUS", "1980-01-01", 365),  # the Soviet Union has the number of Russia
        ("USA", "1950-06-25", 2),
        ("GBR", "2020-01-01", 200),
        ("CHN", "2020-01-01", 710),
        ("TUR", "2020-01-01", 640),
        ("UKR", "1991-12-25", None),
        ("UKR", "1991-12-26", 369),
        ("DEU", "1950-01-01", None),
        ("DEU", "1955-05-05", 260),
        ("DEU", "1990-10-02", 260),
        ("DEU", "1990-10-03", 255),
        ("DDR", "1990-10-02", 265),
        ("DDR", "1990-10-03", None),
        ("CSK", "1992-12-31", 315),
        ("CZE", "1992-12-31", None),
        ("CZE", "1993-01-01", 316),
        ("FRA", "1943-01-01", None),  # between two spells
        ("YEM", "1990-05-21", 678),
        ("YEM", "1990-05-22", 679),
        ("SRB", "2010-01-01", 345),
        ("XKX", "2010-01-01", 347),
        ("SSD", "2011-07-08", None),
        ("SSD", "2011-07-09", 626),
        ("EU", "2024-01-01", None),
        ("NATO", "2024-01-01", None),
        ("HKG", "2024-01-01", None),
        ("VAT", "2024-01-01", None),
    ],
)
def test_the_number_of_a_party_on_a_day(code: str, when: str, number: int | None) -> None:
    assert cow_code(code, day(when)) == number


def test_the_whole_list_is_there() -> None:
    """The list of 2016: 243 spells of 217 states; 195 were members when it closed."""
    spells = memberships()
    assert (len(spells), len({spell.ccode for spell in spells})) == (243, 217)
    assert len([spell for spell in spells if spell.last == LAST_DAY]) == 195


def test_spells_follow_each_other_without_overlap() -> None:
    spells = memberships()
    for one, other in itertools.pairwise(spells):
        assert one.ccode < other.ccode or (one.ccode == other.ccode and one.last < other.first)
    assert all(date(1816, 1, 1).toordinal() <= spell.first <= spell.last for spell in spells)


def test_a_code_is_one_of_iso_and_names_one_member_a_day() -> None:
    known = {country.alpha_3 for country in pycountry.countries} | {gone.alpha_3 for gone in pycountry.historic_countries}
    codes = {spell.iso3 for spell in memberships()} - {""}
    assert codes - known == {"XKX"}
    for code in codes:
        own = sorted((spell.first, spell.last) for spell in memberships() if spell.iso3 == code)
        assert all(one[1] < other[0] for one, other in itertools.pairwise(own)), code


def test_every_member_of_today_has_a_code() -> None:
    assert [spell.name for spell in memberships() if spell.last == LAST_DAY and not spell.iso3] == []
