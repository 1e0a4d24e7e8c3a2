import pytest

from detente.domain.dates import DateError, Tolerance, UncertainDate, exact_day, parse
from detente.domain.days import iso
from detente.errors import Exit
from tests.domain.records import day


def bounds(when: UncertainDate) -> tuple[str, str, str, str]:
    return (iso(when.start_earliest), iso(when.start_latest), iso(when.end_earliest), iso(when.end_latest))


# One occasion: it began and ended on the same, perhaps unknown, day.
ONE_OCCASION = [
    # written          first day     earliest      latest
    ("2024-04-03", "2024-04-03", "2024-04-03", "2024-04-03"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("2022-10", "2022-10-01", "2022-10-01", "2022-10-31"),
    ("2023-02", "2023-02-01", "2023-02-01", "2023-02-28"),
    ("2024-02", "2024-02-01", "2024-02-01", "2024-02-29"),
    ("2019", "2019-01-01", "2019-01-01", "2019-12-31"),
    # doubted: the bounds stay
    ("2024-04-03?", "2024-04-03", "2024-04-03", "2024-04-03"),
    ("2022-10?", "2022-10-01", "2022-10-01", "2022-10-31"),
    ("2019?", "2019-01-01", "2019-01-01", "2019-12-31"),
    # approximate: three days, one month, one year to either side; the first day as written stays
    ("2020-05-14~", "2020-05-14", "2020-05-11", "2020-05-17"),
    ("2020-03-01~", "2020-03-01", "2020-02-27", "2020-03-04"),  # over a leap day
    ("2019-12-31~", "2019-12-31", "2019-12-28", "2020-01-03"),
    ("2022-10~", "2022-10-01", "2022-09-01", "2022-11-30"),
    ("2022-01~", "2022-01-01", "2021-12-01", "2022-02-28"),
    ("2022-12~", "2022-12-01", "2022-11-01", "2023-01-31"),
    ("2019~", "2019-01-01", "2018-01-01", "2020-12-31"),
    # doubted and approximate widens as approximate does
    ("2020-05-14%", "2020-05-14", "2020-05-11", "2020-05-17"),
    ("2022-10%", "2022-10-01", "2022-09-01", "2022-11-30"),
    ("2019%", "2019-01-01", "2018-01-01", "2020-12-31"),
    # unknown last digits
    ("2004-07-XX", "2004-07-01", "2004-07-01", "2004-07-31"),
    ("2004-XX", "2004-01-01", "2004-01-01", "2004-12-31"),
    ("2004-XX-XX", "2004-01-01", "2004-01-01", "2004-12-31"),
    ("199X", "1990-01-01", "1990-01-01", "1999-12-31"),
    ("20XX", "2000-01-01", "2000-01-01", "2099-12-31"),
    ("2004-07-XX~", "2004-07-01", "2004-06-01", "2004-08-31"),  # widened by a month: the day is not written
    ("2004-XX-XX~", "2004-01-01", "2003-01-01", "2005-12-31"),
    ("199X~", "1990-01-01", "1989-01-01", "2000-12-31"),
    # seasons of the north; winter runs over the new year
    ("2014-21", "2014-03-01", "2014-03-01", "2014-05-31"),
    ("2014-22", "2014-06-01", "2014-06-01", "2014-08-31"),
    ("2014-23", "2014-09-01", "2014-09-01", "2014-11-30"),
    ("2014-24", "2014-12-01", "2014-12-01", "2015-02-28"),
    ("2015-24", "2015-12-01", "2015-12-01", "2016-02-29"),
    ("2014-21~", "2014-03-01", "2014-02-01", "2014-06-30"),
    # the ends of the calendar
    ("0001", "0001-01-01", "0001-01-01", "0001-12-31"),
    ("0001-01-02~", "0001-01-02", "0001-01-01", "0001-01-05"),
    ("0001~", "0001-01-01", "0001-01-01", "0002-12-31"),
    ("9999-12~", "9999-12-01", "9999-11-01", "9999-12-31"),
    # one day within A to B
    ("[2022-06-01..2022-07-12]", "2022-06-01", "2022-06-01", "2022-07-12"),
    ("[2022-06..2022-07]", "2022-06-01", "2022-06-01", "2022-07-31"),
    ("[2022-06-10~..2022-07-12~]", "2022-06-10", "2022-06-07", "2022-07-15"),
    ("[2022-06-01..2022-06-01]", "2022-06-01", "2022-06-01", "2022-06-01"),
]


@pytest.mark.parametrize(("text", "first", "earliest", "latest"), ONE_OCCASION)
def test_one_occasion(text: str, first: str, earliest: str, latest: str) -> None:
    when = parse(text)
    assert iso(when.first_day) == first
    assert bounds(when) == (earliest, latest, earliest, latest)
    assert when.text == str(when) == text
    assert not when.lasted


LASTED = [
    # written                    start from   start to      end from      end to
    ("2015-12-21/2015-12-23", "2015-12-21", "2015-12-21", "2015-12-23", "2015-12-23"),
    ("2015-12-31/2016-01-02", "2015-12-31", "2015-12-31", "2016-01-02", "2016-01-02"),
    ("2015-12-21/2015-12-21", "2015-12-21", "2015-12-21", "2015-12-21", "2015-12-21"),
    ("2015-12/2016", "2015-12-01", "2015-12-31", "2016-01-01", "2016-12-31"),
    ("2015-12-21~/2015-12-28", "2015-12-18", "2015-12-24", "2015-12-28", "2015-12-28"),
    # it cannot begin after its latest end, nor end before its earliest start
    ("2015-12-21~/2015-12-22", "2015-12-18", "2015-12-22", "2015-12-22", "2015-12-22"),
    ("2022-10-05/2022-10", "2022-10-05", "2022-10-05", "2022-10-05", "2022-10-31"),
    ("2022-10/2022-10", "2022-10-01", "2022-10-31", "2022-10-01", "2022-10-31"),
]


@pytest.mark.parametrize(("text", "a", "b", "c", "d"), LASTED)
def test_from_to(text: str, a: str, b: str, c: str, d: str) -> None:
    when = parse(text)
    assert bounds(when) == (a, b, c, d)
    assert when.lasted


def test_first_day_of_a_visit_is_its_written_start() -> None:
    assert iso(parse("2015-12-21~/2015-12-28").first_day) == "2015-12-21"


@pytest.mark.parametrize("text", ["2024-04-03", "2024-04-03?", "2015-12-21/2015-12-23", "[2024-04-03..2024-04-03]"])
def test_exact_dates(text: str) -> None:
    assert parse(text).exact


@pytest.mark.parametrize(
    "text", ["2024-04", "2024", "2024-04-03~", "2024-04-03%", "[2024-04-03..2024-04-04]", "2024-04-XX", "2024-21"]
)
def test_imprecise_dates(text: str) -> None:
    assert not parse(text).exact


REFUSED = [
    # what                     why
    ("", "open"),
    ("..", "open"),
    ("2015/..", "open"),
    ("../2015", "open"),
    ("/2015", "open"),
    ("2015/", "open"),
    ("[..2015]", "open"),
    ("[2015..]", "open"),
    ("unknown", "cannot be read|not a date"),
    ("3 April 2024", "not a date"),
    ("2024-4-3", "not a date"),
    ("20240403", "not a date"),
    (" 2024-04-03", "not a date"),
    ("2024-04-03\n", "not a date"),
    ("2024-04-03T10:00", "not a date"),
    ("2024-04-03Z", "not a date"),
    ("~2024", "not a date"),  # level 2: a qualifier before its part
    ("2024?-04", "not a date"),
    ("2024-04-03~?", "not a date"),
    ("Y20240", "not a date"),
    ("-0044-03-15", "not a date"),
    ("2024-04-03\x00", "not a date"),
    ("２０２４-04-03", "not a date"),  # full-width digits
    ("2024-32", "no calendar"),  # level 2 seasons and quarters
    ("2024-25", "no calendar"),
    ("2024-00", "no calendar"),
    ("2024-13", "no calendar"),
    ("2024-04-31", "no calendar"),
    ("2023-02-29", "no calendar"),
    ("2014-21-05", "no calendar"),
    ("0000", "no calendar"),
    ("000X", "no calendar"),
    ("2004-XX-15", "larger part unknown"),
    ("200X-07", "larger part unknown"),
    ("200X-XX", "larger part unknown"),
    ("XXXX", "not a date"),
    ("2X04", "not a date"),
    ("[2022-06-01,2022-06-03]", "not a set"),
    ("[2022-06-01]", "not a set"),
    ("[2022-06-01..2022-06-03..2022-06-05]", "not a set"),
    ("{2022..2023}", "not a date"),
    ("[2022-06-01 .. 2022-06-03]", "not a date"),
    ("2015/2016/2017", "more than one '/'"),
    ("2015-12-23/2015-12-21", "before its start"),
    ("2015-12-23~/2015-12-21", "before its start"),  # as written, though about the 23rd may be the 20th
    ("[2022-07-12..2022-06-01]", "before its start"),
    ("2016/2015-12", "before its start"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_refused_with_the_reason_and_a_mend(text: str, why: str) -> None:
    with pytest.raises(DateError, match=why) as caught:
        parse(text)
    assert caught.value.mend
    assert caught.value.exit_code is Exit.REJECTED
    assert f"'{text}'" in caught.value.reason


@pytest.mark.parametrize(
    ("text", "reason", "mend"),
    [
        ("05/01/2022", "may be read in two ways", "write 2022-01-05 or 2022-05-01"),
        ("5.1.2022", "may be read in two ways", "write 2022-01-05 or 2022-05-01"),
        ("25/01/2022", "is not written as a day of the record", "write 2022-01-25"),
        ("05/05/2022", "is not written as a day of the record", "write 2022-05-05"),
        ("2022/01/05", "is not written as a day of the record", "write 2022-01-05"),
    ],
)
def test_a_day_in_another_order_is_told_as_it_is_written_here(text: str, reason: str, mend: str) -> None:
    with pytest.raises(DateError, match=reason) as caught:
        parse(text)
    assert caught.value.mend == mend


def test_tolerance_is_configurable() -> None:
    wide = Tolerance(days=10, months=2, years=3)
    assert bounds(parse("2020-05-14~", wide))[:2] == ("2020-05-04", "2020-05-24")
    assert bounds(parse("2020-05~", wide))[:2] == ("2020-03-01", "2020-07-31")
    assert bounds(parse("2014-24~", wide))[:2] == ("2014-10-01", "2015-04-30")  # a season by months
    assert bounds(parse("2020~", wide))[:2] == ("2017-01-01", "2023-12-31")
    assert bounds(parse("2020-05-14", wide))[:2] == ("2020-05-14", "2020-05-14")  # nothing to widen


def test_no_tolerance_leaves_the_date_as_written() -> None:
    none = Tolerance(days=0, months=0, years=0)
    for approximate, plain in [
        ("2020-05-14~", "2020-05-14"),
        ("2020-05~", "2020-05"),
        ("2020~", "2020"),
        ("2014-24~", "2014-24"),
    ]:
        assert bounds(parse(approximate, none)) == bounds(parse(plain))


def test_two_tolerances_do_not_mix() -> None:
    assert bounds(parse("2021-05-14~"))[0] == "2021-05-11"
    assert bounds(parse("2021-05-14~", Tolerance(days=1)))[0] == "2021-05-13"
    assert bounds(parse("2021-05-14~"))[0] == "2021-05-11"


def test_exact_day() -> None:
    assert exact_day(day("2024-04-03")) == parse("2024-04-03")
