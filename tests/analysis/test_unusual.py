"""What is said of a silence: of the shipped pairs on two days, and where there is too little on record for a figure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import pytest

from detente.analysis.baselines import SeriesGround
from detente.analysis.outlook import Outlook
from detente.analysis.pace import Counting, Pace
from detente.analysis.rhythm import Rhythm
from detente.analysis.silence import Quantile, Standing, standing
from detente.analysis.silence_words import kind_of, lengths_in_words, quantile_in_words, ranking_in_words, series_sides
from detente.analysis.unusual import Unusual, most_unusual_first
from detente.analysis.unusual_lanes import PairSilence, pair_silence
from detente.analysis.unusual_words import (
    baseline_in_words,
    chance_in_words,
    compared_rows,
    moved_rows,
    outlook_in_words,
    pace_in_words,
    rate_in_words,
    rests_on,
    rhythm_in_words,
    said_of,
    sentence_of,
)
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.gaps import gaps, open_gap
from detente.domain.parties import Dyad, dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import silences
from detente.domain.vocabulary import By
from tests.architecture.source import ROOT
from tests.domain.records import choose, contact, day, endpoint, window
from tests.support.shipped_record import shipped_record

NAMES = {"FRA": "France", "RUS": "Russia"}
DAYS = ("2024-04-02", "2024-12-31")
LOOKED = tuple(window(level, "any", "2000-01-01", "2030-12-31", "complete") for level in ("minister", "chief-of-defence"))


def of(known: list[Contact], as_of: str, *windows: CoverageWindow, by: By = By.OFFICE) -> PairSilence:
    return pair_silence(known, SeriesGround(choose(as_of), windows, ()), dyad("FRA", "RUS"), [by])


def first(known: list[Contact], as_of: str, *windows: CoverageWindow) -> Unusual:
    return of(known, as_of, *windows).lanes[0].unusual


def every(days: int, count: int) -> list[Contact]:
    start = date(2020, 1, 1)
    return [contact((start + timedelta(days=days * place)).isoformat(), f"c{place:03}") for place in range(count)]


def shipped(pair: Dyad, as_of: str) -> PairSilence:
    record = shipped_record()
    holders = [holder for holder in record.officeholders if holder.party in pair.parties]
    ground = SeriesGround(Selection(as_of=day(as_of), parties=pair.parties), record.windows_of(pair), holders)
    return pair_silence(record.contacts_of(*pair.parties), ground, pair)


def all_pairs() -> list[Dyad]:
    return sorted({pair for known in shipped_record().contacts if known.held for pair in dyads_of(known.parties)})


def told(found: PairSilence, names: dict[str, str]) -> Iterator[str]:
    """Everything that is said of a pair."""
    for lane in found.lanes:
        yield sentence_of(lane.unusual, names)
        yield lengths_in_words(lane.unusual.standing)
    for other in found.baselines:
        yield sentence_of(other, names)
        yield baseline_in_words(other)
        yield from chain.from_iterable(said_of(other))
    yield from chain.from_iterable(compared_rows(found.baselines))
    yield from chain.from_iterable(moved_rows(found.sensitivity))


@pytest.mark.parametrize("as_of", DAYS)
def test_the_sentence_of_each_shipped_pair_and_what_it_rests_on(golden: Callable[[str, str], None], as_of: str) -> None:
    names = {code: party.name for code, party in shipped_record().parties.items()}
    lines = []
    for pair in all_pairs():
        found = shipped(pair, as_of)
        if not found.lanes:
            continue
        now = found.lanes[0].unusual
        lines += [sentence_of(now, names), f"  rests on {', '.join(rests_on(now))}", f"  {lengths_in_words(now.standing)}"]
        lines += [f"  {question} {answer}" for question, answer in said_of(now)]
    golden(f"silence-sentences-{as_of}.txt", "\n".join(lines) + "\n")


def test_the_french_and_russian_sentence_the_day_before_the_call() -> None:
    now = shipped(dyad("FRA", "RUS"), "2024-04-02").lanes[0].unusual
    # From 23 October 2022 to 2 April 2024: 69 days of 2022, 365 of 2023, 31 + 29 + 31 + 2 of 2024.
    assert (now.gap.days_min, now.gap.days_max) == (69 + 365 + 93,) * 2
    assert list(rests_on(now)) == [
        "fra-rus-2022-10-23-phone", "fra-rus-2015-12-23-in-person-cod", "fra-rus-2018-04-27-phone",
    ]  # fmt: skip


def test_three_contacts() -> None:
    now = first(every(10, 3), "2020-03-01", *LOOKED)
    assert sentence_of(now, NAMES) == (
        "No contact between the defence establishments of France and Russia is recorded since 21 January 2020: 40 days, as of "
        "1 March 2020, all of it in time that was looked at. The silence of 40 days is longer than both completed gaps."
    )
    assert said_of(now) == [
        (
            "What else can be said?",
            "With 2 completed gaps no outlook, rhythm or chance is worked out: 10 are needed. The list of gaps says what there is.",
        )
    ]
    assert (now.outlooks, now.rhythm, now.no_contact, now.pace.per_year, now.standing.median) == ((), None, None, None, None)


def test_only_an_open_gap() -> None:
    now = first(every(10, 1), "2020-03-01", *LOOKED)
    assert sentence_of(now, NAMES).endswith(
        "The silence of 60 days stands alone: its series has no completed gap to set it against."
    )
    assert said_of(now)[0][1].startswith("With no completed gap no outlook")
    assert list(rests_on(now)) == ["c000"]


def test_nothing_on_record() -> None:
    found = of([], "2020-03-01", *LOOKED)
    assert (found.lanes, found.baselines, found.sensitivity.headline) == ((), (), None)
    assert moved_rows(found.sensitivity) == []


def test_all_contacts_on_one_day() -> None:
    now = first([contact("2020-01-01", f"c{place:02}") for place in range(12)], "2020-03-01", *LOOKED)
    assert "The silence of 60 days is longer than all 11 completed gaps." in sentence_of(now, NAMES)
    answers = [answer for _, answer in said_of(now)]
    assert answers[0].startswith("It is longer than anything on record.")
    assert answers[1] == "All contacts lie so close together that the gaps between them have no length."
    assert answers[2] == "No contact lies in time that was looked at, so that there is no rate; 10 are needed."
    assert answers[3] == "Without a rate there is no chance to give."


def test_dates_known_to_the_month() -> None:
    now = first([contact(f"2020-{month:02}") for month in range(1, 13)], "2021-06-30", *LOOKED)
    assert "since December 2020: 181 to 211 days" in sentence_of(now, NAMES)
    answers = [answer for _, answer in said_of(now)]
    assert "burstiness −1.00 to −0.99" in answers[1]
    # From some day of January 2020 to some day of December: 305 to 365 days, of which the first only opens the time.
    assert answers[2].startswith("11 contacts in 305 to 365 days that were looked at, 11 to 13 a year.")
    assert re.search(
        r"Its 181 to 211 days would pass without a contact with a chance of less than 0\.1 % to 0\.4 %", answers[3]
    )


def test_no_coverage() -> None:
    now = first(every(10, 20), "2021-06-30")
    answers = [answer for _, answer in said_of(now)]
    assert "with nothing known about how far this time was looked at" in sentence_of(now, NAMES)
    assert answers[2].startswith("Nothing is declared about how far this time was looked at, so that no rate is given")
    assert answers[3] == "Without a rate there is no chance to give."
    assert now.rhythm is not None  # of the gaps on record, which the sentence before says were not looked at


def test_a_silence_after_the_last_day_that_was_looked_at() -> None:
    looked = [window(level, "any", "2000-01-01", "2020-07-09", "complete") for level in ("minister", "chief-of-defence")]
    answers = [answer for _, answer in said_of(first(every(10, 20), "2021-06-30", *looked))]
    assert answers[2].startswith("19 contacts in 190 days that were looked at, 37 a year.")
    assert answers[3] == "None of this silence was looked at: no chance is given that nothing would have happened."


@pytest.mark.parametrize("gaps_", range(10))
def test_below_ten_gaps_there_is_no_figure_but_the_rank(gaps_: int) -> None:
    for other in of(every(10, gaps_ + 1), "2021-06-30", *LOOKED).baselines:
        assert (other.outlooks, other.rhythm, other.no_contact, other.pace.counting) == ((), None, None, None)
        assert (other.standing.median, other.standing.p90, other.standing.curves) == (None, None, None)
        assert [len(said_of(other))] == [1]


def test_against_a_part_of_the_record_nothing_is_said_of_the_whole() -> None:
    """Ten years of silence long ago; in the last year before this one a contact every ten days."""
    known = [contact("2010-01-01", "a"), *every(10, 60)]  # to day 590, 13 August 2021; the year before begins with day 225
    ground = SeriesGround(choose("2022-06-30"), LOOKED, ())
    whole, year, *_ = pair_silence(known, ground, dyad("FRA", "RUS"), [By.OFFICE], "last:1y").baselines
    assert said_of(whole)[0][1].startswith("1 of 60 completed gaps was longer than this one.")
    assert said_of(year)[0][1].startswith("It is longer than all that it is set against.")
    assert sentence_of(year, NAMES).endswith("is longer than all 37 completed gaps that ended since 13 August 2020.")
    assert whole.standing.last_longer is not None
    assert year.standing.last_longer is None


@pytest.mark.parametrize(
    ("rhythm", "words"),
    [
        (Rhythm(16, (0.3, 0.3), (0.5, 0.5)), "in bursts: several close together, then a long pause (burstiness 0.30;"),
        (Rhythm(16, (0.1, 0.1), (0.0, 0.0)), "about as unevenly as chance would have them (burstiness 0.10;"),
        (Rhythm(16, (-0.2, -0.15), None), "more evenly than chance would have them (burstiness −0.20 to −0.15;"),
        (Rhythm(16, (0.1, 0.2), None), "depending on dates that are not known to the day, either (burstiness 0.10 to 0.20;"),
    ],
)
def test_chance_is_called_chance(rhythm: Rhythm, words: str) -> None:
    """Of 16 gaps 1/(2·√16) = 0.125 is about one standard deviation of burstiness."""
    assert words in rhythm_in_words(rhythm)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (0.3, "A long gap tends to follow a long one"),
        (-0.3, "A long gap tends to be followed by a short one"),
        (0.2, "The length of one"),
    ],
)
def test_memory_in_words(figure: float, words: str) -> None:
    assert words in rhythm_in_words(Rhythm(16, (0.0, 0.0), (figure, figure)))


@pytest.mark.parametrize(
    ("index", "words"),
    [(1.4, "about as unevenly as"), (1.5, "more unevenly than"), (0.6, "about as unevenly as"), (0.5, "more evenly than")],
)
def test_dispersion_in_words(index: float, words: str) -> None:
    """Of ten windows √(2/9) = 0.47 is one standard deviation of the index."""
    pace = Pace((1000, 1000), (20, 20), (5, 5), True, Counting(100, 10, (index, index), (None, None)))
    assert f"they are spread {words} chance would spread them" in pace_in_words(pace)


@pytest.mark.parametrize(
    ("contacts", "days", "words"),
    [
        ((9, 9), (100, 100), "–"),
        ((20, 20), (3652, 3653), "2.0"),
        ((4, 4), (1461, 1461), "–"),  # too few
        ((12, 12), (4383, 4383), "1.0"),  # exactly one a year
        ((10, 12), (7305, 7305), "0.5 to 0.6"),
        ((400, 400), (365, 365), "400"),
    ],
)
def test_rates_in_words(contacts: tuple[int, int], days: tuple[int, int], words: str) -> None:
    assert rate_in_words(Pace(days, contacts, (0, 0), True)) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        ((0.04, 0.04), "4.0 %"),
        ((0.0, 0.0005), "less than 0.1 %"),
        ((0.0, 0.25), "less than 0.1 % to 25 %"),
        ((1.0, 1.0), "more than 99.9 %"),
        ((0.101, 0.104), "10 %"),
    ],
)
def test_chances_in_words(chance: tuple[float, float], words: str) -> None:
    assert chance_in_words(chance) == words


def test_the_ranking_says_how_many_were_looked_at() -> None:
    def one(parties: str) -> Standing:
        known = [contact("2024-01-01", parties=parties), contact("2024-02-01", parties=parties)]
        selection = choose("2024-12-31", parties)
        found = standing(silences(gaps(known, selection), selection, {}, {}))
        assert found is not None
        return found

    stands = [one(f"A{place:02} RUS") for place in range(60)]
    assert ranking_in_words(stands, {}).startswith("Of 60 pairs compared, the longest silence")
    for count, words in (
        (2, "The more pairs are compared"),
        (20, "one or two will be unusual by chance"),
        (60, "several will be"),
    ):
        assert words in ranking_in_words(stands[:count], {})
    assert "by chance" not in ranking_in_words(stands[:1], {})


def test_the_most_unusual_of_a_ranking_is_set_against_its_own_gaps() -> None:
    """516 days, then ten gaps of 30; 100 days of silence to 5 July 2020."""
    start = date(2019, 6, 1)
    known = [contact("2018-01-01"), *(contact((start + timedelta(days=30 * place)).isoformat()) for place in range(11))]
    unusual = first(known, "2020-07-05").standing
    unseen = "with nothing known about how far this time was looked at, so a contact may be missing"
    told = (
        f"most unusual silence is that between France and Russia: 100 days, about 3 months, longer than 10 of 11 earlier gaps, {unseen}. "
        "The last that may have been as long: 516 days, about 17 months, 1 January 2018 to 1 June 2019."
    )
    assert ranking_in_words([unusual], NAMES) == f"The {told}"
    few = first([contact("2020-01-01")], "2020-07-05").standing
    chance = "The more pairs are compared, the likelier it is that one looks unusual by chance."
    assert ranking_in_words([unusual, few], NAMES) == (
        f"Of 2 pairs compared, the {told} 1 pair with fewer than 10 completed gaps comes after the others, by days alone. {chance}"
    )
    assert "2 pairs with fewer than 10 completed gaps come after the others" in ranking_in_words([unusual, few, few], NAMES)
    assert ranking_in_words([few], NAMES).endswith("With fewer than 10 completed gaps, none can be called usual or unusual.")
    assert ranking_in_words([], NAMES) == "No silence is open for this selection."


@pytest.mark.parametrize(
    ("chosen", "kind", "sides"),
    [
        ({}, "contact", "the defence establishments of France and Russia"),
        ({"levels": "minister", "channels": "phone"}, "call", "the defence ministers of France and Russia"),
        ({"levels": "minister official"}, "contact of this selection", "the defence establishments of France and Russia"),
        ({"channels": "phone letter"}, "contact of this selection", "the defence establishments of France and Russia"),
        ({"settings": "2+2"}, "2+2 contact", "the defence establishments of France and Russia"),
        (
            {"settings": "2+2", "channels": "phone letter"},
            "2+2 contact of this selection",
            "the defence establishments of France and Russia",
        ),
        ({"settings": "bilateral"}, "contact of this selection", "the defence establishments of France and Russia"),
        (
            {"topics": "syria", "channels": "letter"},
            "letter of this selection",
            "the defence establishments of France and Russia",
        ),
        ({"persons": "Shoigu"}, "contact of this selection", "the defence establishments of France and Russia"),
        ({"substances": "talks"}, "contact of this selection", "the defence establishments of France and Russia"),
    ],
)
def test_what_the_contacts_are_called_and_between_whom(chosen: dict[str, str], kind: str, sides: str) -> None:
    selection = choose(**chosen)
    gap = open_gap(dyad("FRA", "RUS"), endpoint("2024-04-03"), selection.as_of)
    assert (kind_of(selection), series_sides(selection, gap, NAMES)) == (kind, sides)
    by_person = replace(gap, persons=(("FRA", "Lecornu"), ("RUS", "Shoigu")))
    assert series_sides(selection, by_person, NAMES) == "Lecornu and Shoigu"


def test_few_gaps_come_after_many_in_a_ranking() -> None:
    ten, nine = (first(every(10, count), "2021-06-30").standing for count in (11, 10))
    assert sorted([nine, ten], key=most_unusual_first) == [ten, nine]


def test_nothing_that_is_said_calls_anything_significant_or_certain() -> None:
    names = {code: party.name for code, party in shipped_record().parties.items()}
    said = [words for as_of in DAYS for pair in all_pairs() for words in told(shipped(pair, as_of), names)]
    for known in (
        [],
        every(10, 1),
        every(10, 3),
        every(10, 11),
        every(0, 12),
        [contact(f"2020-{month:02}") for month in range(1, 13)],
    ):
        for windows in ((), LOOKED):
            for by in By:
                said += told(of(known, "2021-06-30", *windows, by=by), NAMES)
    assert len(said) > 1000
    assert "forecasts nothing" in " ".join(said)
    wrong = re.compile(
        r"significan|abnormal|anomal|proves|will (?:end|last|speak|talk|meet)|expected|predict|p-value|\bnan\b|\binf\b|(?-i:None(?! of this))",
        re.IGNORECASE,
    )
    assert [words for words in said if wrong.search(words)] == []


def test_the_word_stands_nowhere() -> None:
    """Not in what the program may say, nor in the pages, nor in what it said when somebody last looked."""
    folders = (("src/detente", "*.py"), ("docs", "*.md"), ("tests/golden", "*"), ("reports/samples", "*.md"))
    files = [path for folder, names in folders for path in sorted((ROOT / folder).rglob(names)) if path.is_file()]
    assert len(files) > 300
    wrong = re.compile("statistical(ly)? signific|significan(t|ce|tly)", re.IGNORECASE)
    assert [path.name for path in files if wrong.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (77, 77, "77 days"),
        (77, 80, "77 to 80 days"),
        (80, 77, "77 to 80 days"),
        (1000, None, "1,000 days or more"),
        (None, None, "more days than are on record"),
    ],
)
def test_when_a_share_had_ended(least: int | None, most: int | None, words: str) -> None:
    assert quantile_in_words((Quantile(least, None, None), Quantile(most, None, None))) == words


def test_a_silence_that_is_set_against_nothing_says_why() -> None:
    ground = SeriesGround(choose("2024-04-03"), (), ())
    told = pair_silence([contact("2024-01-01"), contact("2024-02-01")], ground, dyad("FRA", "RUS"), [By.OFFICE], "rate")
    assert sentence_of(told.lanes[0].unusual, NAMES).endswith(
        " The silence of 62 days is set against nothing: there are too few contacts to find a change of rate by."
    )


@pytest.mark.parametrize(
    ("shares", "rests_on", "words"),
    [
        ((2 / 3, 2 / 3), (3, 3), "2"),
        ((0.5, 0.5), (2, 4), "50 %"),
        ((0.4, 0.6), (5, 5), "40 to 60 %"),
        ((0.501, 0.502), (300, 301), "50 %"),
    ],
)
def test_how_many_went_on(shares: tuple[float, float], rests_on: tuple[int, int], words: str) -> None:
    found = replace(first(every(30, 12), "2020-12-31"), outlooks=(Outlook(30, shares, rests_on),))
    assert f" Of these, {words} went on for 30 days more." in outlook_in_words(found)


def test_a_baseline_that_there_is_not_has_a_row_without_figures() -> None:
    found = of([contact("2024-01-01"), contact("2024-02-01")], "2024-04-03")
    (rate,) = [row for row in compared_rows(found.baselines) if "change of rate by" in row[0]]
    assert rate[1:] == ["–"] * 5


@pytest.mark.parametrize(
    ("contacts", "words"),
    [
        ((1, 1), "lies 1 contact: too few for a rate, 10 are needed."),
        ((1, 2), "lie 1 to 2 contacts: too few for a rate, 10 are needed."),
        ((9, 9), "lie 9 contacts: too few for a rate, 10 are needed."),
    ],
)
def test_too_few_contacts_for_a_rate_are_counted(contacts: tuple[int, int], words: str) -> None:
    assert pace_in_words(Pace((100, 100), contacts, (0, 0), True)) == f"In time that was looked at {words}"
