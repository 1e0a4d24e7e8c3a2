"""What each panel shows of the shipped record, counted by hand from its files."""

from datetime import date

from detente.analysis.periods import Per
from detente.domain.contacts import DifferingValue
from detente.domain.dates import Tolerance
from detente.domain.vocabulary import By, Channel, Level, Observation, Status
from detente.report.contact_cards import cards_data
from detente.report.contact_frequency import frequency_data, frequency_figure
from detente.report.gap_figure import gaps_figure
from detente.report.gap_lengths import gaps_data
from detente.report.headline import headline_data
from detente.report.method import method_data
from detente.report.naming import surname
from detente.report.timeline import timeline_data
from detente.report.timeline_figure import timeline_figure
from detente.report.topic_mix import topic_mix_chart, topic_mix_data, topic_mix_figure
from tests.report.samples import contact, many, of, shipped

FRA_RUS = shipped("FRA", "RUS")


def test_the_headline_says_how_long_the_silence_is_and_what_ended_the_one_before() -> None:
    sentences = headline_data(FRA_RUS).sentences
    assert sentences[0].text.startswith(
        "No contact between the defence establishments of France and Russia is recorded since 3 April 2024: "
        "637 days, about 21 months, as of 31 December 2025"
    )
    assert "a contact may be missing" in sentences[0].text
    assert sentences[0].rests_on == ("fra-rus-2024-04-03-phone",)
    assert sentences[1].text == (
        "The silence of 637 days is longer than 19 of 21 completed gaps; the last longer one: 23 December 2015 to 27 April 2018 "
        "(856 days)."
    )
    assert sentences[1].rests_on == ("fra-rus-2015-12-23-in-person-cod", "fra-rus-2018-04-27-phone")
    assert sentences[2].text == (
        "The last contact on record dates from 3 April 2024. First call between the defence ministers of France and Russia "
        "since 23 October 2022: 528 days, about 17 months."
    )
    assert sentences[2].rests_on == ("fra-rus-2022-10-23-phone", "fra-rus-2024-04-03-phone")


def test_the_headline_sets_the_two_accounts_against_each_other() -> None:
    told = headline_data(FRA_RUS).sentences[3].text
    assert "France reports “Counter-terrorism”, “Intelligence sharing”" in told
    assert "France denies “Ukraine: peace talks”." in told
    assert "Russia reports “Counter-terrorism”, “Foreign troops in Ukraine” and “Ukraine: peace talks”." in told


def test_the_headline_counts_and_names_the_longest_gap() -> None:
    longest, counts = headline_data(FRA_RUS).sentences[4:]
    assert longest.text.startswith(
        "The longest completed gap lasted 1,114 days, about 37 months: 31 October 2012 to 19 November 2015, "
    )
    assert "24 contacts, 22 of them held (10 calls of ministers, 4 meetings of ministers, 1 meeting of deputy" in counts.text
    assert counts.text.endswith("1 cancelled and 1 postponed.")
    assert counts.rests_on == ("fra-rus-2014-03-18-in-person", "fra-rus-2020-09-14-in-person")


def test_the_key_figures() -> None:
    figures = [(item.figure, item.unit) for item in headline_data(FRA_RUS).figures]
    assert figures == [
        ("637", "days of silence"),
        ("528", "days before that"),
        ("1,114", "days at the longest"),
        ("22", "contacts held"),
    ]


def test_the_tiles_of_silences_say_how_far_they_were_looked_at() -> None:
    now, before, *_ = headline_data(shipped("FRA", "RUS", levels=frozenset({Level.MINISTER}))).figures
    assert now.label.endswith("with nothing known about how far this time was looked at")
    assert before.label.endswith("; all of it in time that was looked at")


def test_one_contact_has_no_gap_before_it() -> None:
    data = headline_data(of([contact("2024-04-03")]))
    assert "nothing earlier is recorded" in data.sentences[1].text
    assert [item.figure for item in data.figures] == ["637", "1"]


def test_only_non_contacts_are_no_silence() -> None:
    data = headline_data(of([contact("2024-04-03", status=Status.DECLINED)]))
    assert [sentence.text for sentence in data.sentences] == [
        "On record from 3 April 2024 to 3 April 2024: 1 contact, none of them held; 1 declined."
    ]


def test_the_timeline_has_a_lane_for_all_and_one_for_each_channel_and_level() -> None:
    data = timeline_data(FRA_RUS)
    assert data.lanes == (
        "all contacts",
        "ministers: calls",
        "ministers: meetings",
        "deputy ministers: meetings",
        "chiefs of defence: calls",
        "chiefs of defence: meetings",
    )
    assert len(data.marks) == 24
    assert data.first == date(2012, 10, 31).toordinal()
    assert ("528 days", "about 17 months") in [label.lines for label in data.labels]
    assert ("637 days so far", "about 21 months") in [label.lines for label in data.labels]


def test_the_silence_before_april_2024_was_looked_at_among_ministers_and_the_open_one_was_not() -> None:
    data = timeline_data(FRA_RUS)
    calls = data.lanes.index("ministers: calls")
    last_call, previous = date(2024, 4, 3).toordinal(), date(2022, 10, 23).toordinal()
    parts = [(part.start, part.stop, part.seen, part.open) for part in data.silent if part.lane == calls]
    assert (previous, last_call, "looked at", False) in parts
    assert (last_call + 1, date(2025, 12, 31).toordinal(), "not known if looked at", True) in parts


def test_officeholders_lie_under_the_lanes_as_far_as_their_days_are_known() -> None:
    data = timeline_data(FRA_RUS)
    assert data.era_rows == (
        "France: minister",
        "Russia: minister",
        "France: chief of defence",
        "Russia: chief of defence",
    )
    parly = next(era for era in data.eras if era.person == "Florence Parly")
    assert (parly.first, parly.last) == (date(2017, 6, 21).toordinal(), date(2022, 5, 20).toordinal())


def test_status_is_told_by_shape_and_every_status_has_its_own() -> None:
    contacts = [contact(f"2020-{month:02d}-01", status=status) for month, status in enumerate(Status, start=1)]
    shapes = {
        trace.name: trace.marker.symbol
        for trace in timeline_figure(timeline_data(of(contacts))).to_plotly().data
        if trace.name in list(Status)
    }
    assert len(shapes) == len(set(shapes.values())) == len(Status)


def test_imprecise_dates_and_visits_of_days_are_spans() -> None:
    figure = timeline_figure(
        timeline_data(of([contact("[2020-05-01..2020-05-20]"), contact("2021-03-06/2021-03-07")]))
    ).to_plotly()
    spans = {trace.name: list(trace.x) for trace in figure.data if trace.type == "scatter" and "lines" in trace.mode}
    assert spans == {
        "date not exact": ["2020-05-01", "2020-05-20", None],
        "lasted": ["2021-03-06", "2021-03-07", None],
    }


def test_frequency_counts_held_contacts_up_to_the_as_of_day() -> None:
    data = frequency_data(FRA_RUS, Per.YEAR)
    assert data.periods == tuple(str(year) for year in range(2012, 2026))
    assert data.totals == (1, 0, 0, 3, 0, 0, 2, 6, 4, 1, 4, 0, 1, 0)
    counts = dict(data.counts)
    assert counts[Channel.PHONE][7] == 5
    assert counts[Channel.IN_PERSON][7] == 1
    assert "at most 6 in one year, 2019; none in 6 of 14 years" in data.sentence


def test_frequency_per_quarter_and_month_adds_up_to_the_same() -> None:
    for per, count in ((Per.QUARTER, 13 * 4 + 1), (Per.MONTH, 13 * 12 + 3)):
        data = frequency_data(FRA_RUS, per)
        assert (len(data.periods), sum(data.totals)) == (count, 22)


def test_channels_are_told_by_pattern_too() -> None:
    figure = frequency_figure(frequency_data(of(many(200, 5)), Per.YEAR)).to_plotly()
    shapes = [trace.marker.pattern.shape for trace in figure.data if trace.type == "bar"]
    assert len(shapes) == len(set(shapes)) == len(Channel)


def test_the_gap_before_april_2024_has_seven_published_figures_beside_it() -> None:
    bar = next(bar for bar in gaps_data(FRA_RUS).bars if bar.following_id == "fra-rus-2024-04-03-phone")
    assert (bar.days_min, bar.days_max, bar.open) == (528, 528, False)
    assert sorted(round(claim.days / 30.4375) for claim in bar.claims) == [18, 18, 18, 18, 18, 22, 36]


def test_a_figure_stands_only_beside_the_gap_that_it_speaks_of() -> None:
    everything = {claim.claim_id for bar in gaps_data(FRA_RUS).bars for claim in bar.claims}
    meetings = {claim.claim_id for bar in gaps_data(FRA_RUS, "minister-in-person").bars for claim in bar.claims}
    assert not everything & {"fra-rus-c07", "fra-rus-c09"}  # in the series of all, another contact lies between
    assert meetings == {"fra-rus-c07", "fra-rus-c15", "fra-rus-c17"}  # not the seven years between two sessions of four


def test_gaps_are_drawn_to_scale_and_the_open_one_by_its_pattern() -> None:
    traces = {trace.name: trace for trace in gaps_figure(gaps_data(FRA_RUS, "minister-call")).to_plotly().data}
    assert list(traces["completed gap"].x) == [144, 300, 50, 38, 46, 170, 833, 59, 528]
    assert list(traces["open gap, so far"].x) == [637]
    assert traces["open gap, so far"].marker.pattern.shape == "/"
    assert traces["completed gap"].marker.pattern.shape == ""


def test_an_imprecise_gap_shows_its_shortest_and_longest_length() -> None:
    data = gaps_data(of([contact("2020-01-01"), contact("[2020-02-01..2020-02-11]")]))
    assert [(bar.days_min, bar.days_max) for bar in data.bars[:1]] == [(31, 41)]
    traces = {trace.name: trace for trace in gaps_figure(data).to_plotly().data}
    assert traces["possible, dates being imprecise"].x[0] == 10


def test_the_observation_of_a_gap_is_told() -> None:
    bars = {bar.previous_id: bar for bar in gaps_data(FRA_RUS, "minister-call").bars}
    assert (bars["fra-rus-2022-10-23-phone"].observation, bars["fra-rus-2022-10-23-phone"].seen) == (
        Observation.OBSERVED,
        "all",
    )
    assert bars["fra-rus-2024-04-03-phone"].seen == "not known"


def test_the_call_of_2024_is_reported_under_three_broad_topics() -> None:
    data = topic_mix_data(FRA_RUS)
    place = data.years.index("2024")
    assert data.reports[place] == 3  # the war in Ukraine, relations between the ministries, terrorism
    assert dict(data.counts)["Ukraine"][place] == 1


def test_topic_shares_of_a_year_add_up_to_the_whole_in_every_account() -> None:
    for account in ("all", "FRA", "RUS", "media"):
        data = topic_mix_data(FRA_RUS, account)
        for place, reports in enumerate(data.reports):
            shares = [row[place] for _, row in data.shares]
            assert (abs(sum(share or 0 for share in shares) - 1) < 1e-9) if reports else shares == [None] * len(shares)


def test_the_accounts_of_a_topic_mix_share_one_axis_and_one_order() -> None:
    views = {view.key: view for view in topic_mix_chart(FRA_RUS).views}
    assert list(views) == ["all", "FRA", "RUS", "media"]
    order = [name for name, _ in topic_mix_data(FRA_RUS).counts]
    for account in views:
        data = topic_mix_data(FRA_RUS, account)
        assert data.years == topic_mix_data(FRA_RUS).years
        assert [name for name, _ in data.counts] == [name for name in order if name in dict(data.counts)]


def test_topics_are_told_by_pattern_too() -> None:
    shapes = [trace.marker.pattern.shape for trace in topic_mix_figure(topic_mix_data(FRA_RUS)).to_plotly().data]
    assert len(shapes) == len(set(shapes)) == 8


def test_a_card_has_both_accounts_sources_with_grades_and_claims() -> None:
    cards, _ = cards_data(FRA_RUS)
    card = next(card for card in cards if card.contact_id == "fra-rus-2024-04-03-phone")
    accounts = {account.side: account for account in card.accounts}
    assert list(accounts) == ["France", "Russia", "Third parties"]
    assert [told.topic for told in accounts["France"].told if told.stance == "denies"] == ["Ukraine: peace talks"] * 2
    assert accounts["Russia"].people == ("Sergei Shoigu, Minister of Defence",)
    assert len(card.claims) == 13
    assert all(len(source.grade) == 2 for source in card.sources)


def test_values_that_sources_give_differently_stand_with_the_one_adopted() -> None:
    """Kyodo: phone; Pentagon: video. The record adopts phone; nobody told it the place."""
    values = (
        DifferingValue("channel", "video", "https://example.org/pentagon"),
        DifferingValue("channel", "hotline", "javascript:alert(1)"),
        DifferingValue("duration_minutes", "60", "https://example.org/kyodo"),
        DifferingValue("place", "Paris", None),
    )
    (card,), _ = cards_data(of([contact("2024-04-03", values=values, duration_minutes=60)], claims=()))
    assert [(given.field, given.value, given.adopted) for given in card.differing] == [
        ("channel", "phone", True),
        ("channel", "video", False),
        ("channel", "hotline", False),
        ("duration minutes", "60", True),
        ("place", "not stated", True),
        ("place", "Paris", False),
    ]
    links = [given.source.url for given in card.differing if given.source]
    assert links == ["https://example.org/pentagon", "", "https://example.org/kyodo"]


def test_an_address_that_is_no_web_address_is_text() -> None:
    from detente.report.sourcing import link

    assert link("x", "javascript:alert(1)").url == ""
    assert link("x", "data:text/html,<b>").url == ""
    assert link("x", "https://example.org").url == "https://example.org"


def test_the_method_names_the_day_and_the_command() -> None:
    data = method_data(FRA_RUS.selection, "France and Russia", FRA_RUS.topics, Tolerance(days=5), "1.2.3")
    assert dict(data.facts)["As of"] == "31 December 2025"
    assert dict(data.facts)["Command"] == "detente report FRA RUS --as-of 2025-12-31"
    about = "“about” widens a day by 5 days, a month by 1 month, a year by 1 year, on both sides"
    assert dict(data.facts)["Approximate dates"] == about
    assert dict(data.facts)["Program"] == "Détente 1.2.3"


def test_surnames_keep_what_belongs_to_them() -> None:
    assert [surname(name) for name in ("Charles Q. Brown Jr.", "Jean-Yves Le Drian", "Pierre de Villiers", "Parly")] == [
        "Brown Jr.",
        "Le Drian",
        "de Villiers",
        "Parly",
    ]


def test_a_gap_runs_from_the_end_of_a_visit_to_the_start_of_the_next() -> None:
    visits = [contact("2017-03-06/2017-03-07"), contact("2022-03-01/2022-03-04"), contact("2023-05")]
    data = headline_data(of(visits))
    assert any("7 March 2017 to 1 March 2022" in sentence.text for sentence in data.sentences)
    assert data.sentences[2].text.startswith("The last contact on record dates from May 2023.")
    assert any("3 contacts, all held." in sentence.text for sentence in data.sentences)


def test_a_sentence_never_says_more_than_the_selection_holds() -> None:
    """On Syria nothing since 2020, though there was a call in 2024; by person the two people are named."""
    syria = headline_data(shipped("FRA", "RUS", topics=frozenset({"syria"}))).sentences[0].text
    assert syria.startswith("No contact of this selection between the defence establishments of France and Russia")
    people = headline_data(shipped("FRA", "RUS", by=By.PERSON)).sentences[0].text
    assert people.startswith("No contact between Sébastien Lecornu and Sergei Shoigu is recorded since 3 April 2024")
    assert "First call" not in " ".join(
        sentence.text
        for sentence in headline_data(shipped("RUS", "USA", by=By.PERSON)).sentences
        if "defence of" in sentence.text
    )


def test_a_period_without_a_contact_still_tells_the_silence() -> None:
    told = [one.text for one in headline_data(shipped("FRA", "RUS", period_from=date(2025, 1, 1).toordinal())).sentences]
    assert told[0].endswith("is on record for this selection, as of 31 December 2025.")
    assert "637 days" in told[1]
