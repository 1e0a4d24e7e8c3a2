"""Every rule by which a claim is judged, on records small enough to count by hand; then the published claims."""

import time
from typing import Any

import pytest

from detente.domain.contacts import Claim, Contact
from detente.domain.grounds import Ground
from detente.domain.judging import Judgement, judge
from detente.domain.parties import dyad
from tests.domain.claims import claim, ground, holder
from tests.domain.records import contact, window
from tests.support.shipped_record import shipped_record

OCTOBER, APRIL = contact("2022-10-23"), contact("2024-04-03")  # 528 days, 17.35 months
CALLS = ground(contact("2022-08-25"), OCTOBER, APRIL)
ONLY_2024 = (window("minister", "any", "2024-01-01", "2024-12-31", "complete"),)


def verdicts(judgement: Judgement) -> tuple[str | None, str | None, str | None]:
    """The verdict, that on the length, that on the date."""
    return (judgement.verdict, judgement.length, judgement.date)


# Length


@pytest.mark.parametrize(
    ("months", "qualifier", "verdict"),
    [
        (18, "about", "rounded"),  # 0.65 off
        (17, "exact", "exact"),
        (22, "exact", "contradicted"),
        (36, "exact", "contradicted"),
        (18, "nearly", "rounded"),
        (17, "nearly", "exact"),
        (16, "nearly", "contradicted"),
        (18, "more-than", "contradicted"),
        (17, "more-than", "exact"),
        (12, "more-than", "rounded"),
        (18, "less-than", "exact"),
        (24, "less-than", "rounded"),
    ],
)
def test_a_length(months: float, qualifier: str, verdict: str) -> None:
    found = judge(claim("2024-04-03", months=months, qualifier=qualifier), CALLS)
    assert verdicts(found) == (verdict, verdict, None)
    assert found.gap is not None
    assert (found.gap.previous.contact_id, found.gap.days_min, found.gap.days_max) == ("2022-10-23", 528, 528)
    assert found.rests_on == ("2022-10-23", "2024-04-03")


def test_a_shorter_length_whose_moment_nobody_looked_at_cannot_be_judged() -> None:
    """Only 2024 was looked at: twelve months before 3 April 2024 lie outside, two months before inside."""
    record = ground(OCTOBER, APRIL, windows=ONLY_2024)
    assert judge(claim("2024-04-03", months=12, level="minister"), record).verdict == "unverifiable"
    assert judge(claim("2024-04-03", months=2, level="minister"), record).verdict == "contradicted"
    assert judge(claim("2024-04-03", months=2), record).verdict == "unverifiable", "chiefs of defence were not looked at"
    assert judge(claim("2024-04-03", months=24), record).verdict == "contradicted", "longer: the contact of 2022 stands"


@pytest.mark.parametrize(
    ("completeness", "verdict"),
    [("complete", "contradicted"), ("fair", "contradicted"), ("poor", "unverifiable"), ("unknown", "unverifiable")],
)
def test_the_moment_claimed_lies_in_a_window(completeness: str, verdict: str) -> None:
    windows = (window("minister", "any", "2023-04-01", "2023-04-30", completeness),)
    assert judge(claim("2024-04-03", months=12, level="minister"), ground(OCTOBER, APRIL, windows=windows)).verdict == verdict


def test_a_match_stands_whatever_the_coverage() -> None:
    record = ground(OCTOBER, APRIL, windows=())
    assert judge(claim("2024-04-03", months=17), record).verdict == "exact"
    assert judge(claim("2024-04-03", since="2022-10"), record).verdict == "exact"
    assert judge(claim("2024-04-03", since="2021"), record).verdict == "contradicted", "a later contact on record stands too"


def test_over_imprecise_dates_the_weakest_verdict_counts() -> None:
    """Some day of October 2022 to 3 April 2024: 520 to 550 days, 17.08 to 18.07 months."""
    record = ground(contact("2022-10"), APRIL)
    assert judge(claim("2024-04-03", months=17.5), record).verdict == "rounded"  # 0.57 off at the far end
    assert judge(claim("2024-04-03", months=17, qualifier="more-than"), record).verdict == "exact"
    assert judge(claim("2024-04-03", months=18, qualifier="less-than"), record).verdict == "contradicted"
    assert judge(claim("2024-04-03", months=16, qualifier="nearly"), record).verdict == "contradicted"


def test_an_earlier_contact_of_an_imprecise_date_may_be_the_last() -> None:
    """[1 June..12 July] comes before 7 June as written, and may lie after it: from 7 June 86 days, from 12 July 51."""
    record = ground(contact("[2022-06-01..2022-07-12]", "june"), contact("2022-06-07"), contact("2022-09-01"))
    found = judge(claim("2022-09-01", months=3), record)  # 1.68 to 2.83 months
    assert found.gap is not None
    assert (found.gap.days_min, found.gap.days_max) == (51, 86)
    assert found.verdict == "contradicted"
    assert found.rests_on == ("2022-06-07", "june", "2022-09-01")
    assert judge(claim("2022-09-01", since="2022-07"), record).verdict == "exact"


def test_a_length_without_an_earlier_contact() -> None:
    first = ground(APRIL)
    assert judge(claim("2024-04-03", months=12), first).verdict == "contradicted"  # observed, and nothing there
    assert judge(claim("2024-04-03", months=12, qualifier="more-than"), first).verdict == "unverifiable"
    assert judge(claim("2024-04-03", months=12), ground(APRIL, windows=())).verdict == "unverifiable"
    assert judge(claim("2024-04-03", months=12), first).gap is None


@pytest.mark.parametrize(("months", "words"), [(1, "1 month claimed"), (2, "2 months claimed"), (0.5, "0.5 months claimed")])
def test_one_month_is_one(months: float, words: str) -> None:
    assert judge(claim("2024-04-03", months=months), ground(OCTOBER, APRIL)).why.startswith(words)


def test_a_length_where_the_date_may_be_any_in_eight_thousand_years() -> None:
    """Three million lengths are possible: they are not held against the claim one by one, which took six seconds."""
    before = time.process_time()
    found = judge(claim("[2023-01-01..9999-12-31]", months=18), ground(OCTOBER, contact("[2023-01-01..9999-12-31]")))
    assert found.verdict == "contradicted"
    assert found.why == "18 months claimed, 2.3 to 95724.3 on record"
    assert time.process_time() - before < 1


# Date


def test_since_a_contact() -> None:
    assert verdicts(judge(claim("2024-04-03", since="2022-10"), CALLS)) == ("exact", None, "exact")
    assert judge(claim("2024-04-03", since="2022-10-22~"), CALLS).verdict == "exact"
    assert judge(claim("2024-04-03", since="2022-08"), CALLS).verdict == "contradicted"
    later = judge(claim("2024-04-03", since="2023-01"), CALLS)
    assert (later.verdict, later.why) == (
        "unverifiable",
        "the record has no such contact in 2023-01; the previous one is of 2022-10-23",
    )


@pytest.mark.parametrize(("status", "verdict"), [("cancelled", "contradicted"), ("postponed", "contradicted")])
def test_a_contact_called_off_explains_the_error(status: str, verdict: str) -> None:
    record = ground(OCTOBER, contact("2023-05-06", status=status), APRIL)
    found = judge(claim("2024-04-03", since="2023"), record)
    assert found.verdict == verdict
    assert found.rests_on == ("2022-10-23", "2024-04-03", "2023-05-06")


@pytest.mark.parametrize(
    "other",
    [
        contact("2023-05-06", status="declined"),
        contact("2023-05-06", status="cancelled", channel="in-person"),
        contact("2022-12-31", status="cancelled"),
    ],
)
def test_other_attempts_explain_nothing(other: Contact) -> None:
    record = ground(OCTOBER, other, APRIL)
    assert judge(claim("2024-04-03", since="2023", channel="phone"), record).verdict == "unverifiable"


def test_of_a_length_and_a_date_the_worse_counts() -> None:
    assert verdicts(judge(claim("2024-04-03", since="2022-10", months=22), CALLS)) == ("contradicted", "contradicted", "exact")
    assert verdicts(judge(claim("2024-04-03", since="2022-08", months=17), CALLS)) == ("contradicted", "exact", "contradicted")
    assert verdicts(judge(claim("2024-04-03", since="2022-10", months=18), CALLS)) == ("rounded", "rounded", "exact")


def test_a_claim_of_neither_cannot_be_judged() -> None:
    found = judge(claim("2024-04-03"), CALLS)
    assert (*verdicts(found), found.why) == ("unverifiable", None, None, "it names neither a length nor a date")


def test_since_an_event() -> None:
    shock = claim("2024-04-03", since="2023-02-24", anchor="event", level="minister")
    assert judge(shock, CALLS).verdict == "exact"
    assert judge(shock, ground(OCTOBER, APRIL, windows=ONLY_2024)).verdict == "unverifiable"
    assert judge(claim("2024-04-03", since="2022-10-22", anchor="event"), CALLS).verdict == "contradicted"
    assert judge(claim("2024-04-03", since="2022-10-23", anchor="event"), CALLS).verdict == "exact", "on the day of the event"


def test_an_event_of_an_imprecise_date_is_judged_by_its_worst_day() -> None:
    """An event of October 2022 may lie before the call of the 23rd; one of November is observed from its first day on."""
    assert judge(claim("2024-04-03", since="2022-10", anchor="event"), CALLS).verdict == "contradicted"
    from_the_tenth = (window("minister", "any", "2022-11-10", "2024-04-03", "complete"),)
    record = ground(OCTOBER, APRIL, windows=from_the_tenth)
    assert judge(claim("2024-04-03", since="2022-11", anchor="event", level="minister"), record).verdict == "unverifiable"
    assert judge(claim("2024-04-03", since="2022-11-09", anchor="event", level="minister"), record).verdict == "exact"


# First ever


def test_first_ever_by_office() -> None:
    """Exact where the record begins with complete and all of it is observed."""
    ever = claim("2024-04-03", kind="first-ever", level="minister")
    assert judge(ever, CALLS).verdict == "contradicted"
    assert judge(ever, ground(APRIL)).verdict == "exact"
    poor_first = (
        window("minister", "any", "2012-01-01", "2012-12-31", "poor"),
        window("minister", "any", "2013-01-01", "2024-12-31", "complete"),
    )
    assert judge(ever, ground(APRIL, windows=poor_first)).verdict == "unverifiable"
    gap_later = (
        window("minister", "any", "2012-01-01", "2012-12-31", "complete"),
        window("minister", "any", "2014-01-01", "2024-12-31", "complete"),
    )
    assert judge(ever, ground(APRIL, windows=gap_later)).verdict == "unverifiable"
    assert judge(ever, ground(APRIL, windows=())).verdict == "unverifiable"


AUSTIN = (holder("Austin", "FRA", "2021-01-22"), holder("Belousov", "RUS", "2024-05-14"))
JUNE = contact("2024-06-25", people="FRA=Austin, RUS=Belousov")
EVER = claim("2024-06-25", kind="first-ever", by="person", level="minister")


@pytest.mark.parametrize(
    ("seen_from", "verdict"), [("2024-05-14", "exact"), ("2024-05-01", "exact"), ("2024-05-15", "unverifiable")]
)
def test_first_ever_by_person_needs_all_time_since_both_took_office(seen_from: str, verdict: str) -> None:
    windows = (window("minister", "any", seen_from, "2024-12-31", "complete"),)
    before = contact("2023-03-15", people="FRA=Austin, RUS=Shoigu")
    found = judge(EVER, ground(before, JUNE, windows=windows, holders=AUSTIN))
    assert (found.verdict, found.persons) == (verdict, (("FRA", "Austin"), ("RUS", "Belousov")))


def test_first_ever_by_person_is_contradicted_by_any_earlier_one() -> None:
    earlier = contact("2021-05-05", people="FRA=Austin:deputy-minister, RUS=Belousov:official")
    found = judge(claim("2024-06-25", kind="first-ever", by="person"), ground(earlier, JUNE, holders=AUSTIN))
    assert (found.verdict, found.rests_on) == ("contradicted", ("2021-05-05", "2024-06-25"))


def test_first_ever_by_person_where_somebody_is_not_named() -> None:
    """A contact of that time that names nobody may have been one of theirs."""
    unnamed = contact("2024-06-01", people="FRA=Austin, RUS=")
    assert judge(EVER, ground(unnamed, JUNE, holders=AUSTIN)).verdict == "unverifiable"
    long_ago = contact("2024-05-01", people="FRA=Austin, RUS=")
    assert judge(EVER, ground(long_ago, JUNE, holders=AUSTIN)).verdict == "exact"
    nobody = ground(contact("2024-06-25", people="FRA=Austin, RUS="), holders=AUSTIN)
    assert (judge(EVER, nobody).verdict, judge(EVER, nobody).gap) == ("unverifiable", None)


@pytest.mark.parametrize("first", ["", "2024-07-01"])
def test_first_ever_by_person_where_a_tenure_is_not_verified(first: str) -> None:
    holders = (AUSTIN[0], holder("Belousov", "RUS", first))
    assert judge(EVER, ground(JUNE, holders=holders)).verdict == "unverifiable"


def test_two_people_may_have_met_in_an_earlier_office() -> None:
    """A minister who was chief of defence before counts from the first of the two offices on."""
    holders = (
        holder("Akar", "FRA", "2015-08-18", "2018-07-10", "chief-of-defence"),
        holder("Akar", "FRA", "2018-07-10"),
        holder("Shoigu", "RUS", "2012-11-06"),
    )
    met = contact("2020-01-01", people="FRA=Akar, RUS=Shoigu")
    windows = (window("minister", "any", "2018-07-10", "2020-12-31", "complete"),)
    ever = claim("2020-01-01", kind="first-ever", by="person", level="minister")
    assert judge(ever, ground(met, windows=windows, holders=holders)).verdict == "unverifiable"
    assert judge(ever, ground(met, holders=holders)).verdict == "exact"


# Series: channel, level, setting, substance, office and person


@pytest.mark.parametrize(
    ("other", "scope", "previous"),
    [
        (contact("2023-01-01", channel="video"), {"channel": "phone"}, "2023-01-01"),
        (contact("2023-01-01", channel="hotline"), {"channel": "phone"}, "2023-01-01"),
        (contact("2023-01-01", channel="in-person"), {"channel": "phone"}, "2022-10-23"),
        (contact("2023-01-01", channel="in-person"), {}, "2023-01-01"),
        (contact("2023-01-01", level="chief-of-defence"), {"level": "minister"}, "2022-10-23"),
        (contact("2023-01-01", level="chief-of-defence"), {}, "2023-01-01"),
        (contact("2023-01-01", setting="2+2"), {"setting": "bilateral"}, "2022-10-23"),
        (contact("2023-01-01", substance="courtesy"), {"substance": "talks"}, "2022-10-23"),
        (contact("2023-01-01", substance="courtesy"), {}, "2023-01-01"),
        (contact("2023-01-01", status="declined"), {}, "2022-10-23"),
        (contact("2023-01-01", status="disputed"), {}, "2022-10-23"),
        (contact("2023-01-01", parties="DEU RUS"), {}, "2022-10-23"),
        (contact("2023-01-01", parties="DEU FRA RUS"), {}, "2023-01-01"),
    ],
)
def test_the_previous_contact_is_that_of_the_claimed_series(other: Contact, scope: dict[str, Any], previous: str) -> None:
    record = ground(OCTOBER, other, APRIL)
    found = judge(claim("2024-04-03", months=17, **scope), record)
    assert found.gap is not None
    assert found.gap.previous.contact_id == previous


def test_by_person_the_previous_contact_is_that_of_the_same_two() -> None:
    record = ground(
        contact("2022-01-01", people="FRA=Parly, RUS=Shoigu"),
        contact("2023-01-01", people="FRA=Lecornu, RUS=Shoigu"),
        contact("2024-01-01", people="FRA=Parly, RUS=Shoigu"),
    )
    by_office = judge(claim("2024-01-01", months=12), record)
    by_person = judge(claim("2024-01-01", months=24, by="person"), record)
    assert by_office.gap is not None
    assert by_person.gap is not None
    assert (by_office.gap.days_max, by_office.verdict) == (365, "exact")
    assert (by_person.gap.days_max, by_person.verdict) == (730, "exact")


def test_by_person_a_contact_that_names_nobody_softens_a_contradiction() -> None:
    """The one of 2023 may have been theirs: twelve months cannot be denied; 36 can, as the one of 2022 stands."""
    record = ground(
        contact("2022-01-01", people="FRA=Parly, RUS=Shoigu"),
        contact("2023-01-01", people="FRA=, RUS=Shoigu"),
        contact("2024-01-01", people="FRA=Parly, RUS=Shoigu"),
    )
    assert judge(claim("2024-01-01", months=12, by="person"), record).verdict == "unverifiable"
    assert judge(claim("2024-01-01", months=36, by="person"), record).verdict == "contradicted"


# Of which contact


@pytest.mark.parametrize(
    ("asserted_on", "about", "days"),
    [
        ("2024-04-03", "2024-04-03", 528),
        ("2024-04-04", "2024-04-03", 528),  # the papers of the day after
        ("2024-04-05", "2024-04-03", 528),
        ("2024-04-06", None, 3),  # no longer new: the time since that call
        ("2024-04-02", None, 527),  # before it nothing is known of it
        ("2024-04", "2024-04-03", 528),
    ],
)
def test_a_sentence_is_about_the_contact_of_which_it_is_the_news(asserted_on: str, about: str | None, days: int) -> None:
    found = judge(claim(None, asserted_on, months=17), CALLS)
    assert found.claim.contact_id == about
    assert found.gap is not None
    assert (found.gap.days_min, found.gap.days_max) == (days, days)


def test_the_news_is_of_the_nearest_day_and_of_its_series() -> None:
    """A meeting of 3 April; calls of 2 April and, twice, of 4 April."""
    record = ground(
        OCTOBER,
        contact("2024-04-02"),
        contact("2024-04-03", channel="in-person"),
        contact("2024-04-04", "morning"),
        contact("2024-04-04", "evening", level="chief-of-defence"),
    )

    def about(day: str, **scope: str) -> str | None:
        return judge(claim(None, day, months=36, **scope), record).claim.contact_id

    assert about("2024-04-05", level="minister") == "morning"
    assert about("2024-04-05", level="chief-of-defence") == "evening"
    assert about("2024-04-05", channel="in-person") == "2024-04-03"
    assert about("2024-04-03", channel="phone") == "2024-04-02"
    assert about("2024-04-03") == "2024-04-03", "one on the day itself comes first"


def test_a_sentence_may_be_about_a_contact_that_is_not_on_record() -> None:
    """On 5 April "the first since that of 3 April" speaks of another one: the better reading counts."""
    found = judge(claim(None, "2024-04-05", since="2024-04-03"), CALLS)
    assert (found.verdict, found.claim.contact_id) == ("exact", None)
    assert found.rests_on == ("2024-04-03",)
    wrong = judge(claim(None, "2024-04-05", months=36), CALLS)
    assert (wrong.verdict, wrong.claim.contact_id) == ("contradicted", "2024-04-03")


def test_a_silence_is_about_no_contact_and_a_claim_stays_with_the_one_it_names() -> None:
    silent = judge(claim(None, "2024-04-04", kind="silence", since="2024-04-03"), CALLS)
    assert (silent.verdict, silent.claim.contact_id) == ("exact", None)
    named = judge(claim("2022-10-23", "2024-04-04", since="2022-08"), CALLS)
    assert (named.verdict, named.claim.contact_id) == ("exact", "2022-10-23")


# Silence


def test_a_silence_runs_to_the_day_on_which_it_was_claimed() -> None:
    """23 October 2022 to 12 November 2023: 385 days, 12.65 months. The call of 2024 is no part of it."""
    found = judge(claim(None, "2023-11-12", kind="silence", since="2022-10-23", months=13), CALLS)
    assert verdicts(found) == ("exact", "exact", "exact")
    assert found.gap is not None
    assert (found.gap.days_min, found.gap.days_max) == (385, 385)
    assert found.rests_on == ("2022-10-23",)


def test_a_silence_counts_contacts_surely_before_it_was_claimed() -> None:
    """Claimed in some day of October 2022: the call of the 23rd may have come after."""
    found = judge(claim(None, "2022-10", kind="silence", since="2022-08"), CALLS)
    assert found.verdict == "exact"
    assert found.gap is not None
    assert (found.gap.days_min, found.gap.days_max) == (37, 67)  # 25 August to 1 and to 31 October


def test_a_silence_of_two_people_is_that_of_those_in_office() -> None:
    record = ground(
        contact("2022-10-23", people="FRA=Lecornu, RUS=Shoigu"),
        holders=(
            holder("Lecornu", "FRA", "2022-05-20"),
            holder("Shoigu", "RUS", "2012-11-06", "2024-05-12"),
            holder("Belousov", "RUS", "2024-05-14"),
        ),
    )
    then, after = (
        judge(claim(None, day, kind="silence", since="2022-10", by="person"), record) for day in ("2023-11-12", "2025-01-01")
    )
    assert then.verdict == "exact"
    assert (after.verdict, after.persons) == ("unverifiable", (("FRA", "Lecornu"), ("RUS", "Belousov")))


def test_a_statement_is_shown_and_never_judged() -> None:
    found = judge(claim("2024-04-03", kind="statement", months=5), CALLS)
    assert verdicts(found) == (None, None, None)
    assert found.gap is not None


# The published claims


def published(slug: str) -> Ground:
    record, pair = shipped_record(), dyad(*slug.upper().split("-"))
    return ground(
        *record.contacts_of(pair.a, pair.b),
        windows=tuple(record.windows_of(pair)),
        holders=record.officeholders,
        pair=" ".join(pair.parties),
    )


FRA_RUS = "fra-rus-2024-04-03-phone"
USA_RUS = "usa-rus-2024-06-25-phone"
MARCH = "usa-rus-2023-03-15-phone"


@pytest.mark.parametrize(
    ("said", "verdict", "previous", "days"),
    [
        (claim(FRA_RUS, months=18, qualifier="about", channel="phone"), "rounded", "fra-rus-2022-10-23-phone", 528),
        (claim(FRA_RUS, months=22, channel="phone", level="minister"), "contradicted", "fra-rus-2022-10-23-phone", 528),
        (claim(FRA_RUS, months=36, level="minister"), "contradicted", "fra-rus-2022-10-23-phone", 528),
        (claim(FRA_RUS, since="2022-10", level="minister"), "exact", "fra-rus-2022-10-23-phone", 528),
        (claim("usa-rus-2022-10-21-phone", since="2022-05", level="minister"), "exact", "usa-rus-2022-05-13-phone", 161),
        (claim(USA_RUS, since="2023-03", level="minister"), "exact", MARCH, 468),
        (claim(USA_RUS, kind="first-ever", by="person", level="minister"), "exact", None, None),
        (
            claim("usa-rus-2022-05-13-phone", since="2022-02-24", anchor="event", level="minister"),
            "exact",
            "usa-rus-2022-02-18-phone",
            84,
        ),
        (claim(USA_RUS, months=12, qualifier="more-than", level="minister"), "rounded", MARCH, 468),
        (
            claim("fra-rus-2019-09-09-in-person", since="2012", channel="in-person", setting="2+2"),
            "exact",
            "fra-rus-2012-10-31-in-person",
            2504,
        ),
        (
            claim("fra-rus-2019-09-09-in-person", since="2014", channel="in-person", setting="2+2"),
            "contradicted",
            "fra-rus-2012-10-31-in-person",
            2504,
        ),
    ],
)
def test_claims_that_were_published(said: Claim, verdict: str, previous: str | None, days: int | None) -> None:
    found = judge(said, published(str(said.contact_id)[:7]))
    assert found.verdict == verdict
    assert (found.gap and found.gap.previous.contact_id, found.gap and found.gap.days_max) == (previous, days)


def test_every_shipped_claim_is_judged_and_says_why() -> None:
    for said in shipped_record().claims:
        found = judge(said, published(said.dyad_slug))
        assert found.why
        assert set(found.rests_on) <= {c.contact_id for c in shipped_record().contacts}
