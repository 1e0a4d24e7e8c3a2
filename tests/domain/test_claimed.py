import pytest

from detente.domain.claimed import read_claim
from detente.domain.contacts import Claim
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.vocabulary import Anchor, By, ClaimKind, Qualifier, Setting
from detente.errors import RejectedError
from tests.domain.records import contact


def claim(text: str, when: str = "2024-04-03", setting: str = "bilateral") -> Claim:
    return read_claim(text, contact(when, setting=setting), DEFAULT_TOLERANCE)


@pytest.mark.parametrize(
    ("text", "months", "qualifier", "channel"),
    [
        ("about 18 months phone", 18, Qualifier.ABOUT, "phone"),
        ("18 months", 18, Qualifier.EXACT, "any"),
        ("nearly 2 years in-person", 24, Qualifier.NEARLY, "in-person"),
        ("more than 1 year", 12, Qualifier.MORE_THAN, "any"),
        ("more-than 1.5 years any", 18, Qualifier.MORE_THAN, "any"),
        ("less than 40 days video", 1.314, Qualifier.LESS_THAN, "phone"),  # 40 / 30.4375; video is a call
        ("528 days call", 17.347, Qualifier.EXACT, "phone"),
        ("  About   18  MONTHS  phone ", 18, Qualifier.ABOUT, "phone"),
        ("1 month letter", 1, Qualifier.EXACT, "letter"),
    ],
)
def test_lengths(text: str, months: float, qualifier: Qualifier, channel: str) -> None:
    read = claim(text)
    assert (read.months, read.qualifier, read.channel, read.since, read.anchor) == (months, qualifier, channel, None, None)


@pytest.mark.parametrize(
    ("text", "since", "channel"),
    [
        ("since 2022-10 any", "2022-10", "any"),
        ("since 2022-10", "2022-10", "any"),
        ("since 2022-10-23~ hotline", "2022-10-23~", "phone"),
        ("since [2022-06-01..2022-07-12] in-person", "[2022-06-01..2022-07-12]", "in-person"),
    ],
)
def test_dates(text: str, since: str, channel: str) -> None:
    read = claim(text)
    assert (read.since, read.anchor, read.channel, read.months, read.qualifier) == (since, Anchor.CONTACT, channel, None, None)


@pytest.mark.parametrize(
    ("text", "channel", "by"),
    [
        ("first ever", "any", By.OFFICE),
        ("First ever phone", "phone", By.OFFICE),
        ("first ever in-person by person", "in-person", By.PERSON),
    ],
)
def test_first_ever(text: str, channel: str, by: By) -> None:
    read = claim(text)
    assert (read.kind, read.channel, read.by) == (ClaimKind.FIRST_EVER, channel, by)
    assert (read.months, read.qualifier, read.since, read.anchor) == (None, None, None, None)


def test_the_rest_is_that_of_the_contact() -> None:
    read = claim("about 18 months phone", setting="2+2")
    assert (read.kind, read.level, read.setting, read.by, read.substance) == (
        ClaimKind.FIRST_SINCE, "minister", Setting.TWO_PLUS_TWO, By.OFFICE, "any",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "asserted"),
    [
        ("2024-04-03", "2024-04-03~"),
        ("2024-04-03~", "2024-04-03~"),
        ("2022-10", "2022-10~"),
        ("2015-12-21/2015-12-23", "2015-12-21~"),
        ("[2022-06-01..2022-07-12]", "2022-06-01~"),
    ],
)
def test_it_was_asserted_about_when_the_contact_took_place(when: str, asserted: str) -> None:
    assert claim("18 months", when).asserted_on == asserted


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cannot be read"),
        ("a long time", "cannot be read"),
        ("roughly 18 months", "cannot be read"),
        ("18 weeks", "cannot be read"),
        ("-3 months", "cannot be read"),
        ("18 months phone minister", "cannot be read"),
        ("18 months fax", "no channel that is known"),
        ("since yesterday", "not a date"),
        ("since 2022-10/..", "open"),
        ("12000.1 months", "^that is no length of a silence; give at most 1,000 years$"),
        ("1001 years", "no length of a silence"),
        ("99999.999 years", "no length of a silence"),  # once recorded, and exported as 1.2e+06, which no import takes
    ],
)
def test_refused(text: str, why: str) -> None:
    with pytest.raises(RejectedError, match=why) as caught:
        claim(text)
    assert caught.value.mend


@pytest.mark.parametrize(
    ("text", "months"),
    [("1000 years", 12_000), ("99999 days", 3285.39), ("1234.567 months", 1234.57), ("0.001 days", 0), ("400 days", 13.142)],
)
def test_months_are_kept_to_the_six_figures_that_a_package_holds(text: str, months: float) -> None:
    """What a package says of a claim is what was recorded of it, so that an export and an import change nothing."""
    kept = claim(text).months
    assert kept == months
    assert kept == float(f"{kept:g}")
