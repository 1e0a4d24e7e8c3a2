"""Which occasions of a dialogue were kept: small records, each with the account that a person would give of it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dialogue_words import due_text, followed_in_words, kept_in_words
from detente.domain.dialogues import Dialogue, read_suspended
from detente.domain.occasions import Followed, Kept, follow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Completeness, Level, Setting, Status
from tests.domain.records import contact, day
from tests.domain.test_dialogues import COUNCIL

PAIR = dyad("FRA", "RUS")
YEARLY = replace(COUNCIL, from_date=date(2019, 1, 1))


def met(when: str, status: Status = Status.HELD) -> Contact:
    return replace(
        contact(when), contact_id=f"c-{when}-{status}", channel=Channel.IN_PERSON, setting=Setting.TWO_PLUS_TWO, status=status
    )


def window(first: str, last: str, completeness: Completeness = Completeness.COMPLETE) -> CoverageWindow:
    return CoverageWindow(PAIR, "minister", "any", date.fromisoformat(first), date.fromisoformat(last), completeness, "read")


ALWAYS = [window("2000-01-01", "2030-12-31")]


def account(dialogue: Dialogue, contacts: list[Contact], as_of: str, windows: list[CoverageWindow] = ALWAYS) -> list[str]:
    """``2019-09/2019-11 met c-2019-10-01-held``."""
    found = follow(dialogue, PAIR, contacts, windows, day(as_of))
    return [
        " ".join([due_text(o.due), o.kept.value, *([o.contact.contact_id] if o.contact else []), *(a.contact_id for a in o.attempts)])
        for o in found.occasions
    ]  # fmt: skip


def test_met_missed_due_and_next() -> None:
    known = [met("2019-10-01"), met("2021-11-12")]
    assert account(YEARLY, known, "2022-06-30") == [
        "2019-09/2019-11 met c-2019-10-01-held",
        "2020-09/2020-11 missed",
        "2021-09/2021-11 met c-2021-11-12-held",
        "2022-09/2022-11 next",
    ]
    assert account(YEARLY, known, "2022-09-01")[-1] == "2022-09/2022-11 due"
    assert account(YEARLY, known, "2022-12-30")[-1] == "2022-09/2022-11 due"  # thirty days are left to it
    assert account(YEARLY, known, "2022-12-31")[-2:] == ["2022-09/2022-11 missed", "2023-09/2023-11 next"]


def test_nobody_looked_is_not_missed() -> None:
    """One day of the tolerance that nobody looked at is enough not to say so."""
    partly = [window("2019-08-02", "2019-12-29")]
    [occasion, _] = follow(YEARLY, PAIR, [], partly, day("2020-03-01")).occasions
    assert (occasion.kept, kept_in_words(occasion)) == (Kept.NOT_KNOWN, "not on record, 99 % of that time looked at")
    [occasion, _] = follow(YEARLY, PAIR, [], [], day("2020-03-01")).occasions
    assert (occasion.kept, kept_in_words(occasion)) == (Kept.NOT_KNOWN, "not on record, and nobody looked")
    poor = [window("2019-01-01", "2019-12-31", Completeness.POOR)]
    [occasion, _] = follow(YEARLY, PAIR, [], poor, day("2020-03-01")).occasions
    assert kept_in_words(occasion) == "not on record, hardly looked at"
    whole = [window("2019-08-02", "2019-12-30")]
    assert account(YEARLY, [], "2020-03-01", whole) == ["2019-09/2019-11 missed", "2020-09/2020-11 next"]


def test_what_came_to_nothing_stands_beside_the_missed_occasion() -> None:
    known = [met("2020-09-14", Status.POSTPONED), met("2020-06-01", Status.CANCELLED), met("2019-09-01")]
    assert account(YEARLY, known, "2021-03-01")[1] == "2020-09/2020-11 missed c-2020-09-14-postponed"


def test_only_its_own_lane_fulfils_it() -> None:
    call = replace(met("2019-10-01"), channel=Channel.PHONE)
    chiefs = replace(met("2019-10-02"), level=Level.CHIEF_OF_DEFENCE)
    others = replace(met("2019-10-03"), parties=("DEU", "FRA"))
    assert account(YEARLY, [call, chiefs, others], "2020-01-31")[0] == "2019-09/2019-11 missed"
    anything = replace(YEARLY, channel="any", level="any")
    assert account(anything, [call], "2020-01-31")[0] == "2019-09/2019-11 met c-2019-10-01-held"
    several = replace(met("2019-10-04"), parties=("DEU", "FRA", "RUS"))
    assert account(YEARLY, [several], "2020-01-31")[0] == "2019-09/2019-11 met c-2019-10-04-held"


def test_each_contact_fulfils_one_occasion() -> None:
    """Once in each year from 1 January, with 60 days: one in the last days of a year may be the late or the early one."""
    free = replace(YEARLY, first_month=None, last_month=None, tolerance_days=60)
    assert account(free, [met("2019-06-01"), met("2019-12-20")], "2021-03-15") == [
        "2019-01/2019-12 met c-2019-06-01-held",
        "2020-01/2020-12 met c-2019-12-20-held",
        "2021-01/2021-12 due",
    ]
    assert account(free, [met("2019-12-20")], "2021-03-15")[:2] == ["2019-01/2019-12 met c-2019-12-20-held", "2020-01/2020-12 missed"]  # fmt: skip
    assert account(free, [met("2020-02-01"), met("2020-07-01")], "2021-03-15")[:2] == [
        "2019-01/2019-12 met c-2020-02-01-held",
        "2020-01/2020-12 met c-2020-07-01-held",
    ]


def test_a_date_that_is_not_exact_may_have_been_the_occasion() -> None:
    """The whole month lies inside; the whole year does not, and so may have been it."""
    assert account(YEARLY, [met("2019-10")], "2020-01-31")[0] == "2019-09/2019-11 met c-2019-10-held"
    [first, second] = follow(YEARLY, PAIR, [met("2019")], ALWAYS, day("2020-01-31")).occasions
    assert (first.kept, second.kept, kept_in_words(first)) == (Kept.MAY_BE_MET, Kept.NEXT, "may have been met")
    assert account(YEARLY, [met("2019"), met("2019-09-30")], "2020-01-31")[0] == "2019-09/2019-11 met c-2019-09-30-held"


def test_what_was_suspended_is_not_missed_and_may_still_be_met() -> None:
    paused = replace(YEARLY, suspended=read_suspended("2020-10-01/2021-12-31"))
    assert account(paused, [met("2019-10-01"), met("2020-09-20")], "2022-12-31") == [
        "2019-09/2019-11 met c-2019-10-01-held",
        "2020-09/2020-11 met c-2020-09-20-held",
        "2021-09/2021-11 suspended",
        "2022-09/2022-11 missed",
        "2023-09/2023-11 next",
    ]
    until_further = replace(YEARLY, suspended=read_suspended("2020-01-01/.."))
    found = follow(until_further, PAIR, [met("2019-10-01")], ALWAYS, day("2021-12-31"))
    assert [occasion.kept for occasion in found.occasions] == [Kept.MET, Kept.SUSPENDED, Kept.SUSPENDED]
    assert (found.coming, followed_in_words(found)) == (None, "1 met, 2 suspended; none is expected.")


def test_the_next_one_waits_for_a_suspension_to_end() -> None:
    paused = replace(YEARLY, suspended=read_suspended("2020-01-01/2024-12-31"))
    assert account(paused, [met("2019-10-01")], "2021-06-01") == [
        "2019-09/2019-11 met c-2019-10-01-held", "2020-09/2020-11 suspended", "2025-09/2025-11 next",
    ]  # fmt: skip


def test_a_dialogue_that_ended() -> None:
    """The occasion in which it ended is expected of nobody; one that was held then is told."""
    ended = replace(YEARLY, to_date=date(2020, 9, 30))
    assert account(ended, [met("2019-10-01")], "2022-01-01") == ["2019-09/2019-11 met c-2019-10-01-held"]
    assert account(ended, [met("2019-10-01"), met("2020-09-10")], "2022-01-01")[1:] == ["2020-09/2020-11 met c-2020-09-10-held"]


def test_one_held_early_makes_the_next_one_come_after_it() -> None:
    assert account(YEARLY, [met("2019-08-20")], "2019-08-31") == [
        "2019-09/2019-11 met c-2019-08-20-held", "2020-09/2020-11 next",
    ]  # fmt: skip


def test_what_is_not_public_counts_only_if_asked_for() -> None:
    secret = replace(met("2019-10-01"), restricted=True)
    assert follow(YEARLY, PAIR, [secret], ALWAYS, day("2020-01-31")).occasions[0].kept is Kept.MISSED
    told = follow(YEARLY, PAIR, [secret], ALWAYS, day("2020-01-31"), include_restricted=True)
    assert told.occasions[0].kept is Kept.MET


def test_the_account_in_words() -> None:
    found = follow(YEARLY, PAIR, [met("2019-10-01")], ALWAYS, day("2021-06-30"))
    assert followed_in_words(found) == (
        "1 met, 1 missed; next: September 2021 to November 2021, at the latest 30 December 2021."
    )
    assert found.latest is not None
    assert found.latest.kept is Kept.MISSED
    assert followed_in_words(Followed(YEARLY, PAIR, ())) == "no occasion yet; none is expected."


def most_that_can_be_met(dialogue: Dialogue, days: list[date], as_of: date) -> int:
    """By trying every choice of contacts for the occasions, both in their order."""
    widths = timedelta(days=dialogue.tolerance_days)
    windows = [
        (max(dialogue.from_date, date.fromordinal(due.first) - widths), date.fromordinal(due.last) + widths)
        for due in dialogue.due(as_of.toordinal() + dialogue.tolerance_days)
    ]
    for count in range(min(len(days), len(windows)), 0, -1):
        for chosen in combinations(sorted(days), count):
            for places in combinations(windows, count):
                if all(first <= one <= last for one, (first, last) in zip(chosen, places, strict=True)):
                    return count
    return 0


@settings(max_examples=60)
@given(st.lists(st.dates(date(2019, 1, 1), date(2022, 12, 31)), max_size=5), st.integers(1, 200), st.booleans())
def test_no_other_way_meets_more_occasions(days: list[date], tolerance: int, free: bool) -> None:
    dialogue = replace(YEARLY, tolerance_days=tolerance)
    if free:
        dialogue = replace(dialogue, first_month=None, last_month=None)
    as_of = date(2022, 12, 31)
    known = [replace(met(one.isoformat()), contact_id=f"c{number}") for number, one in enumerate(days)]
    found = follow(dialogue, PAIR, known, ALWAYS, as_of.toordinal())
    given_away = [occasion.contact.contact_id for occasion in found.of(Kept.MET) if occasion.contact]
    assert len(set(given_away)) == len(given_away) == most_that_can_be_met(dialogue, days, as_of)
