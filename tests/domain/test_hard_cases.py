"""The eleven cases in which a "first since" sentence goes wrong most easily, each counted by hand."""

from dataclasses import replace

from detente.domain.contacts import Contact, DifferingValue
from detente.domain.context import context
from detente.domain.gaps import Endpoint, attempts_inside
from detente.domain.grounds import Ground
from detente.domain.judging import judge
from tests.domain.claims import claim, ground, holder
from tests.domain.records import contact, window

MINISTERS = "between the defence ministers of France and Russia"


def told(about: Contact, record: Ground, channel: str | None = "call", people: str = "") -> str:
    """The sentence about ministers; with ``people`` (surnames), the one about those two."""
    for found in context(about, record, ["France", "Russia"]):
        who = " ".join(name for _, name in found.persons)
        if found.scope.channel == channel and who == people and (people or found.scope.level == "minister"):
            return found.sentence
    raise AssertionError("no such sentence")


def test_a_previous_contact_known_to_the_month() -> None:
    """From 31 October 2022 to 3 April 2024 are 520 days, from 1 October 550: 17.1 to 18.1 months."""
    about = contact("2024-04-03")
    record = ground(contact("2022-10"), about)
    assert told(about, record) == f"First call {MINISTERS} since October 2022: 520 to 550 days, about 17 to 18 months."
    assert judge(claim("2024-04-03", since="2022-10-23"), record).verdict == "exact", "it may have been on the 23rd"
    assert judge(claim("2024-04-03", since="2022-09"), record).verdict == "contradicted"
    assert judge(claim("2024-04-03", months=17.5), record).verdict == "rounded", "0.57 off, were it the first"
    assert judge(claim("2024-04-03", months=16), record).verdict == "contradicted", "2.07 off, were it the first"


def test_sources_that_differ_about_the_channel() -> None:
    """One side says phone, the other video: either is a call, and the value adopted counts for phone alone."""
    before = replace(
        contact("2024-01-01", channel="phone"), values=(DifferingValue("channel", "video", "https://example.org/a"),)
    )
    about = contact("2024-04-10", channel="video")
    assert told(about, ground(before, about)) == f"First call {MINISTERS} since 1 January 2024: 100 days, about 3 months."
    assert judge(claim("2024-04-10", since="2024-01-01", channel="phone"), ground(before, about)).verdict == "exact"
    meeting = replace(before, channel=contact("2024-01-01", channel="in-person").channel)
    assert judge(claim("2024-04-10", since="2024-01-01", channel="phone"), ground(meeting, about)).verdict == "unverifiable"


def test_a_declined_call_inside_a_gap() -> None:
    """It is news about the silence, and ends none: 1 January to 10 April 2024 are 100 days."""
    before, declined, about = contact("2024-01-01"), contact("2024-02-20", status="declined"), contact("2024-04-10")
    record = ground(before, declined, about)
    assert told(about, record) == f"First call {MINISTERS} since 1 January 2024: 100 days, about 3 months."
    assert judge(claim("2024-04-10", since="2024-02"), record).verdict == "unverifiable", "declined is not called off"
    found = judge(claim("2024-04-10", since="2024-01"), record)
    assert found.gap is not None
    assert attempts_inside(found.gap, [Endpoint(declined.contact_id, declined.date)]) == ("2024-02-20",)


def test_a_change_of_minister_inside_a_gap() -> None:
    """By office 365 days since 2023; by person the first ever, and to those of 2023 no claim by person applies."""
    before = contact("2023-06-25", people="FRA=Lecornu, RUS=Shoigu")
    about = contact("2024-06-24", people="FRA=Lecornu, RUS=Belousov")
    holders = (holder("Lecornu", "FRA", "2022-05-20"), holder("Belousov", "RUS", "2024-05-14"))
    record = ground(before, about, holders=holders)
    assert told(about, record) == f"First call {MINISTERS} since 25 June 2023: 365 days, about 12 months."
    assert told(about, record, None, "Lecornu Belousov") == (
        "First contact ever between Lecornu and Belousov: none since both took office."
    )
    assert judge(claim("2024-06-24", months=12), record).verdict == "exact"
    assert judge(claim("2024-06-24", kind="first-ever", by="person"), record).verdict == "exact"
    assert judge(claim("2024-06-24", kind="first-ever", by="office"), record).verdict == "contradicted"


def test_two_contacts_on_one_day() -> None:
    """Neither may call itself the first since October without a word about the other."""
    one, two = contact("2023-03-15", "a"), contact("2023-03-15", "b")
    record = ground(contact("2022-10-24"), one, two)
    assert told(one, record) == (
        f"First recorded call {MINISTERS} since 24 October 2022: 142 days, about 5 months; "
        "another of the same day may have come before it."
    )
    assert told(two, record) == f"Not the only call {MINISTERS} on 15 March 2023; which came first is not on record."
    second = judge(claim("b", since="2023-03-15"), record)
    assert second.gap is not None
    assert (second.verdict, second.gap.days_min, second.gap.days_max) == ("exact", 0, 0)


def test_an_order_that_is_not_known() -> None:
    """One of October 2022, one of the 15th: 0 to 14 days if the month comes first, and it may not."""
    about = contact("2022-10-15")
    record = ground(contact("2022-08-25"), contact("2022-10", "october"), about)
    assert told(about, record) == (
        f"First recorded call {MINISTERS} since October 2022: 0 to 14 days; imprecise dates leave the order of the two open."
    )
    found = judge(claim("2022-10-15", since="2022-10"), record)
    assert found.gap is not None
    assert (found.verdict, found.gap.order_uncertain) == ("exact", True)
    # As written it came first, so that the call of August is no longer the last one; on some days it was, though.
    assert judge(claim("2022-10-15", since="2022-08"), record).verdict == "contradicted"


def test_a_contact_of_three_parties() -> None:
    """A meeting of three ends the silence of each pair, and counts from the end of its last day: 7 March to 7 April 2017."""
    three = contact("2017-03-06/2017-03-07", "three", channel="in-person", setting="multilateral", parties="FRA RUS TUR")
    about = contact("2017-04-07")
    assert told(about, ground(three, about), None) == (
        f"First contact {MINISTERS} since that of 6 March 2017 to 7 March 2017: 31 days."
    )
    others = ground(three, pair="FRA TUR")
    assert [found.gap for found in context(three, others, ["France", "Türkiye"])] == [None] * 8, "two by two by two scopes"
    assert judge(claim("2017-04-07", since="2017-03"), ground(three, about)).verdict == "exact"
    assert judge(claim("2017-04-07", since="2017-03", setting="bilateral"), ground(three, about)).verdict == "unverifiable"


def test_a_contact_of_which_no_topic_is_known() -> None:
    """What was spoken of decides nothing: a contact without statements ends a silence like any other."""
    silent, about = contact("2024-01-01"), contact("2024-04-10", topics="FRA=syria")
    record = ground(contact("2023-01-01", topics="RUS=libya"), silent, about)
    assert told(about, record).endswith("since 1 January 2024: 100 days, about 3 months.")
    assert judge(claim("2024-04-10", since="2024-01-01"), record).verdict == "exact"


def test_a_claim_about_a_level_that_is_not_on_record() -> None:
    """Nothing is known of deputy ministers: no verdict but that, and it says why."""
    record = ground(contact("2022-10-23"), contact("2024-04-03"))
    for said in (
        claim("2024-04-03", months=12, level="deputy-minister"),
        claim("2024-04-03", since="2022-10", level="deputy-minister"),
        claim(None, kind="silence", months=12, level="deputy-minister"),
    ):
        found = judge(said, record)
        assert (found.verdict, found.gap) == ("unverifiable", None)
        assert "at the level deputy-minister" in found.why


def test_a_claim_before_the_first_record() -> None:
    """The record begins on 31 October 2012: of 2011 it can say nothing."""
    windows = (window("minister", "any", "2012-10-31", "2024-12-31", "complete"),)
    record = ground(contact("2012-10-31"), contact("2024-04-03"), windows=windows)
    for said in (
        claim(None, "2011-06-01", months=6, level="minister"),
        claim(None, "2011-06-01", since="2010", level="minister"),
        claim(None, "2011-06-01", kind="silence", since="2010", level="minister"),
        claim(None, "2011-06-01", kind="first-ever", level="minister"),
    ):
        found = judge(said, record)
        assert (found.verdict, found.gap) == ("unverifiable", None)
    assert judge(claim(None, "2011-06-01", months=6, level="minister"), record).why == (
        "the record begins later: its first contact of this kind is of 2012-10-31"
    )
    first = judge(claim("2012-10-31", months=13, level="minister"), record)
    assert (first.verdict, first.gap) == ("unverifiable", None), "thirteen months before, nobody looked"


def test_a_claim_in_an_unobserved_period() -> None:
    """From 2016 to 2018 nobody looked: 858 days of silence, 28.2 months, may hide a contact; a longer claim is still false."""
    windows = (
        window("minister", "any", "2015-01-01", "2015-12-31", "fair"),
        window("minister", "any", "2016-01-01", "2018-03-31", "poor"),
        window("minister", "any", "2018-04-01", "2018-12-31", "fair"),
    )
    about = contact("2018-04-27")
    record = ground(contact("2015-12-21", channel="in-person"), about, windows=windows)
    assert told(about, record, None) == (
        f"First recorded contact {MINISTERS} since 21 December 2015: 858 days, about 28 months."
    )
    level = "minister"
    assert judge(claim("2018-04-27", months=12, level=level), record).verdict == "unverifiable"
    assert judge(claim("2018-04-27", months=36, level=level), record).verdict == "contradicted"
    assert judge(claim("2018-04-27", months=28, level=level), record).verdict == "exact"
    assert judge(claim("2018-04-27", since="2017", level=level), record).verdict == "unverifiable"
    assert judge(claim("2018-04-27", since="2016-06-01", anchor="event", level=level), record).verdict == "unverifiable"
    assert judge(claim("2018-04-27", months=0.5, level=level), record).verdict == "contradicted", "12 April 2018 was looked at"
