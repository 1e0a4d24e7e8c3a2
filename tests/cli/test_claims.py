"""Published claims and their verdicts, and claims that somebody has read: by hand from the shipped tables."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

APRIL = "fra-rus-2024-04-03-phone"
OCTOBER = "fra-rus-2022-10-23-phone"
KEYS = [
    "claim_id",
    "contact_id",
    "kind",
    "asserted_on",
    "claim",
    "since",
    "anchor",
    "months",
    "qualifier",
    "channel",
    "level",
    "setting",
    "by",
    "substance",
    "source_url",
    "verdict",
    "previous",
    "days_min",
    "days_max",
    "months_min",
    "months_max",
    "rests_on",
    "length",
    "date",
    "why",
    "parties",
]

GOLDEN = {
    "claims": ("claims", "fra", "russia", "--verdict", "contradicted"),
    "claims-of-contact": ("claims", "fra-rus-2019-09-09-in-person"),
    "claims-check": (
        *("claims", "check", "FRA", "RUS", "--on", "2024-04-03"),
        *("--months", "18", "--qualifier", "about", "--channel", "phone"),
    ),
}


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
@pytest.mark.parametrize("name", GOLDEN)
def test_prints_as_accepted(detente: Run, golden: Callable[[str, str], None], name: str, ending: str) -> None:
    flags = [] if ending == "txt" else [f"--{ending}"]
    done = detente(*GOLDEN[name], *flags)
    assert (done.status, done.stderr) == (0, "")
    golden(f"{name}.{ending}", done.stdout)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", GOLDEN)
def test_nothing_is_wider_than_the_terminal(detente: Run, monkeypatch: pytest.MonkeyPatch, name: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(len(line) for line in detente(*GOLDEN[name]).stdout.splitlines()) <= width


@pytest.mark.parametrize("name", GOLDEN)
def test_items_have_the_documented_keys(detente: Run, name: str) -> None:
    done = detente(*GOLDEN[name], "--json")
    assert list(done.json) == ["schema", "command", "as_of", "selection", "items", "summary"]
    for item in done.items:
        assert set(KEYS) <= set(item)


def verdicts(run: Run, *args: str) -> dict[str, str | None]:
    return {item["claim_id"]: item["verdict"] for item in run("claims", *args, "--json").items}


def test_the_claims_of_april_2024(detente: Run) -> None:
    found = verdicts(detente, APRIL)
    assert found["fra-rus-c29"] == "rounded", "eighteen months, of 17.3"
    assert found["fra-rus-c33"] == "contradicted", "22 months"
    assert found["fra-rus-c23"] == "contradicted", "three years"
    assert {found[f"fra-rus-c{n}"] for n in (22, 25, 26, 27, 30, 31)} == {"exact"}, "since October 2022"
    assert found["fra-rus-c32"] == "contradicted", "more than a year and a half"


def test_the_session_of_2019(detente: Run) -> None:
    found = verdicts(detente, "fra-rus-2019-09-09-in-person")
    assert (found["fra-rus-c11"], found["fra-rus-c10"]) == ("exact", "contradicted"), "since 2012; since 2014"


def test_a_claim_shows_what_it_was_judged_by(detente: Run) -> None:
    [item] = detente("claims", "fra-rus-c33", "--json").items
    assert item["previous"] == {"contact_id": OCTOBER, "date": "2022-10-23"}
    assert (item["days_min"], item["days_max"], item["months_min"], item["months_max"]) == (528, 528, 17.35, 17.35)
    assert (item["length"], item["date"], item["verdict"]) == ("contradicted", "exact", "contradicted")
    assert item["rests_on"] == [OCTOBER, APRIL]
    assert item["why"] == "22 months claimed, 17.3 on record; the previous contact is of 2022-10-23"
    assert item["parties"] == ["FRA", "RUS"]


def test_without_parties_every_claim(detente: Run) -> None:
    summary = detente("claims", "--json").json["summary"]
    assert summary["claims"] == 34 + 48 + 2
    assert sum(number for name, number in summary.items() if name != "claims") == summary["claims"]
    assert detente("claims", "--json").stdout == detente("claims", "list", "--json").stdout


def test_the_summary_counts_whatever_the_verdict_leaves_out(detente: Run) -> None:
    every, chosen = (detente("claims", "FRA", "RUS", *more, "--json") for more in ([], ["--verdict", "contradicted"]))
    assert chosen.json["summary"] == every.json["summary"]
    assert {item["verdict"] for item in chosen.items} == {"contradicted"}
    assert len(chosen.items) == every.json["summary"]["contradicted"]
    both = detente("claims", "FRA", "RUS", "--verdict", "exact", "--verdict", "rounded", "--json").items
    assert {item["verdict"] for item in both} == {"exact", "rounded"}


def test_chosen_by_day_and_kind(detente: Run) -> None:
    assert set(verdicts(detente, "FRA", "RUS", "--from", "2023", "--to", "2023")) == {"fra-rus-c21"}
    assert set(verdicts(detente, "FRA", "RUS", "--kind", "silence")) == {"fra-rus-c03", "fra-rus-c21"}
    assert set(verdicts(detente, "FRA", "RUS", "--kind", "first-ever", "--to", "2015")) == {"fra-rus-c01", "fra-rus-c05"}


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (("FRA",), 2, "only one party"),
        (("FRA", "RUS", "USA"), 2, "two parties"),
        (("FRA", "FRA"), 2, "twice"),
        (("FRA", "Atlantis"), 4, "no party"),
        (("fra-rus-c99",), 4, "no contact 'fra-rus-c99'"),
        (("fra-rus-2024-04-03-fone",), 4, APRIL),
        (("FRA", "RUS", "--verdict", "true"), 2, "one of exact, rounded"),
        (("FRA", "RUS", "--kind", "rumour"), 2, "one of first-since"),
    ],
)
def test_what_cannot_be_asked(detente: Run, args: tuple[str, ...], status: int, says: str) -> None:
    done = detente("claims", *args)
    assert (done.status, done.stdout, done.stderr.count("\n")) == (status, "", 1)
    assert says in done.stderr


@pytest.mark.parametrize("args", [("FRA", "DEU"), ("FRA", "RUS", "--to", "1990"), (OCTOBER, "--kind", "silence")])
def test_no_claim_is_no_error(detente: Run, args: tuple[str, ...]) -> None:
    done = detente("claims", *args, "--json")
    assert (done.status, done.items, done.json["summary"]["claims"]) == (0, [], 0)
    assert detente("claims", *args).stdout == "No claim fits.\n"


def test_a_record_without_claims(fresh_detente: Run) -> None:
    assert fresh_detente("claims", "--json").items == []


# check


def check(run: Run, *args: str, parties: str = "FRA RUS") -> dict[str, object]:
    done = run("claims", "check", *parties.split(), *args, "--json")
    assert done.status == 0, done.stderr
    [item] = done.items
    return item


PHONE = ("--on", "2024-04-03", "--channel", "phone")


@pytest.mark.parametrize(
    ("args", "verdict", "days"),
    [
        ((*PHONE, "--months", "18", "--qualifier", "about"), "rounded", 528),
        ((*PHONE, "--months", "22"), "contradicted", 528),
        ((*PHONE, "--years", "3"), "contradicted", 528),
        ((*PHONE, "--years", "1.5", "--qualifier", "nearly"), "rounded", 528),
        ((*PHONE, "--days", "528"), "exact", 528),
        ((*PHONE, "--days", "527", "--qualifier", "more-than"), "exact", 528),
        ((*PHONE, "--days", "528", "--qualifier", "more-than"), "contradicted", 528),
        ((*PHONE, "--since", "2022-10"), "exact", 528),
        ((*PHONE, "--since", "2022-08"), "contradicted", 528),
        ((*PHONE, "--since", "2022-10", "--months", "22"), "contradicted", 528),
        (("--on", "2024-04-03", "--since", "2022-10", "--level", "any"), "exact", 528),
        (("--on", "2019-09-09", "--since", "2012", "--setting", "2+2", "--channel", "in-person"), "exact", 2504),
        (("--on", "2019-09-09", "--since", "2014", "--setting", "2+2", "--channel", "in-person"), "contradicted", 2504),
        # absence: from 23 October 2022 to 12 November 2023 are 385 days
        (("--on", "2023-11-12", "--kind", "silence", "--since", "2022-10"), "exact", 385),
        (("--on", "2023-11-12", "--kind", "silence", "--since", "2022-03"), "contradicted", 385),
        (("--on", "2023-11-12", "--kind", "silence", "--months", "12", "--qualifier", "more-than"), "exact", 385),
        # no contact on that day: the time up to it is judged
        (("--on", "2023-11-12", "--months", "13", "--qualifier", "about"), "exact", 385),
        (("--on", "2024-04-03", "--kind", "first-ever", "--by", "person"), "contradicted", 528),
    ],
)
def test_one_from_the_command_line(detente: Run, args: tuple[str, ...], verdict: str, days: int) -> None:
    item = check(detente, *args)
    assert (item["verdict"], item["days_min"], item["days_max"]) == (verdict, days, days)
    assert item["claim_id"] is None


@pytest.mark.parametrize(
    ("args", "verdict"),
    [
        (("--on", "2022-10-21", "--since", "2022-05"), "exact"),
        (("--on", "2024-06-25", "--since", "2023-03", "--channel", "call"), "exact"),
        (("--on", "2024-06-25", "--kind", "first-ever", "--by", "person"), "exact"),
        (("--on", "2024-06-25", "--years", "1", "--qualifier", "more-than"), "rounded"),
        (("--on", "2022-05-13", "--since", "2022-02-24", "--anchor", "event"), "exact"),
    ],
)
def test_of_the_united_states_and_russia(detente: Run, args: tuple[str, ...], verdict: str) -> None:
    assert check(detente, *args, parties="usa russia")["verdict"] == verdict


def test_it_is_about_the_contact_of_that_day(detente: Run) -> None:
    assert check(detente, *PHONE, "--months", "18")["contact_id"] == APRIL
    assert check(detente, "--on", "2024-04", "--months", "18")["contact_id"] == APRIL
    assert check(detente, *PHONE, "--months", "18", "--level", "chief-of-defence")["contact_id"] is None
    assert check(detente, "--on", "2024-04-03", "--months", "18", "--channel", "in-person")["contact_id"] is None
    assert check(detente, "--on", "2014-03-18", "--months", "17")["contact_id"] is None, "that one was called off"


def test_the_day_after_it_is_about_the_call_of_the_day_before(detente: Run) -> None:
    item = check(detente, "--on", "2024-04-04", "--months", "18", "--qualifier", "about", "--channel", "phone")
    assert (item["verdict"], item["contact_id"], item["days_min"]) == ("rounded", APRIL, 528)


def test_of_no_contact_it_says_how_to_ask_about_the_one_before(detente: Run) -> None:
    done = detente("claims", "check", "FRA", "RUS", "--on", "2024-04-20", "--months", "18")
    assert "as no such contact is on record for that day; about the one before: --on 2024-04-03" in " ".join(
        done.stdout.split()
    )
    silent = detente("claims", "check", "FRA", "RUS", "--on", "2024-04-20", "--months", "18", "--kind", "silence")
    assert "--on" not in silent.stdout


@pytest.mark.parametrize(
    ("parties", "args", "why"),
    [
        ("FRA RUS", ("--level", "official"), "at the level official"),
        ("FRA RUS", ("--channel", "letter"), "by letter"),
        ("CHN USA", (), "no contact of the two parties"),
        ("FRA RUS", ("--channel", "hotline", "--level", "deputy-minister"), "kind"),
    ],
)
@pytest.mark.parametrize("length", [("--months", "12"), ("--since", "2023"), ("--kind", "silence", "--days", "365")])
def test_what_the_record_does_not_hold_is_unverifiable(
    detente: Run, parties: str, args: tuple[str, ...], why: str, length: tuple[str, ...]
) -> None:
    item = check(detente, "--on", "2024-04-03", *length, *args, parties=parties)
    assert (item["verdict"], item["previous"]) == ("unverifiable", None)
    assert why in str(item["why"])


@pytest.mark.parametrize("length", [("--months", "12"), ("--since", "2010"), ("--kind", "silence", "--years", "1")])
def test_before_the_record_begins(detente: Run, length: tuple[str, ...]) -> None:
    item = check(detente, "--on", "2011-06-01", *length)
    assert (item["verdict"], item["previous"]) == ("unverifiable", None)
    assert "2012-10-31" in str(item["why"])


def test_the_verdict_is_said_first(detente: Run) -> None:
    lines = detente(*GOLDEN["claims-check"]).stdout.splitlines()
    assert lines[0] == "rounded"
    assert " ".join(lines[2:4]).startswith("First call between the defence ministers of France and Russia in about 18 months.")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "--on"),
        (("--on", "2024-04-03"), "neither a length nor a date"),
        (("--on", "3 April", "--months", "2"), "--on"),
        (("--on", "2024", "--since", "March"), "--since"),
        (("--on", "2024", "--months", "2", "--days", "3"), "one length"),
        (("--on", "2024", "--months", "nan"), "no length"),
        (("--on", "2024", "--months", "-3"), "no length"),
        (("--on", "2024", "--years", "inf"), "no length"),
        (("--on", "2024", "--kind", "statement"), "never judged"),
        (("--on", "2024", "--kind", "first-ever", "--months", "3"), "neither"),
        (("--on", "2024", "--months", "3", "--level", "king"), "one of minister"),
        (("--on", "2024", "--months", "3", "--channel", "pigeon"), "one of phone"),
        (("--on", "2024", "--months", "3", "--qualifier", "some"), "one of exact"),
    ],
)
def test_what_is_no_claim(detente: Run, args: tuple[str, ...], says: str) -> None:
    done = detente("claims", "check", "FRA", "RUS", *args)
    assert (done.status, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr


def test_the_parties_of_a_claim_are_two(detente: Run) -> None:
    for parties, status in ((("FRA",), 2), (("FRA", "RUS", "USA"), 2), (("FRA", "fr"), 2), (("FRA", "Atlantis"), 4)):
        assert detente("claims", "check", *parties, "--on", "2024-04-03", "--months", "18").status == status


def test_a_claim_that_was_logged_and_one_that_is_checked_have_one_verdict(fresh_detente: Run) -> None:
    fresh_detente("log", "2022-10-23", "phone", "FRA", "RUS")
    fresh_detente("log", "2024-04-03", "phone", "FRA", "RUS", "--claim", "about 18 months phone", "--claim", "since 2022 any")
    assert [item["verdict"] for item in fresh_detente("claims", APRIL, "--json").items] == ["rounded", "exact"]
    assert check(fresh_detente, *PHONE, "--months", "18", "--qualifier", "about")["verdict"] == "rounded"


# What is not public


def test_restricted_contacts_are_left_out_and_told_of(fresh_detente: Run) -> None:
    """Publicly the call of March 2024 is the first in 425 days; with the one of January, in 60."""
    for when, more in (
        ("2023-01-01", []),
        ("2024-01-01", ["--restricted"]),
        ("2024-03-01", ["--claim", "about 14 months phone"]),
    ):
        assert fresh_detente("log", when, "phone", "FRA", "RUS", *more).status == 0
    listed = fresh_detente("claims", "--json")
    assert [(item["verdict"], item["days_max"]) for item in listed.items] == [("exact", 425)]
    assert listed.stderr == (
        "contacts that are not public would change one judgement; to count them, add --include-restricted\n"
    )
    everything = fresh_detente("claims", "--include-restricted", "--json")
    assert [(item["verdict"], item["days_max"]) for item in everything.items] == [("contradicted", 60)]
    one = ("claims", "check", "FRA", "RUS", "--on", "2024-03-01", "--months", "14")
    assert fresh_detente(*one, "--json").items[0]["days_max"] == 425
    assert "would change one judgement" in fresh_detente(*one).stderr
    shown = fresh_detente(*one, "--include-restricted", "--json")
    assert (shown.items[0]["days_max"], shown.stderr) == (60, "what follows includes what is not public\n")
    hidden = fresh_detente("claims", "check", "FRA", "RUS", "--on", "2024-01-01", "--months", "12", "--json")
    assert hidden.items[0]["contact_id"] is None, "the contact of that day is not public"


SENTENCES = [
    ("first call in a year and a half", 18, "exact", None, "phone"),
    ("It was the first phone call between the two ministers in about eighteen months.", 18, "about", None, "phone"),
    ("more than three months any", 3, "more-than", None, "any"),
    ("roughly 18 months", 18, "about", None, "any"),
    ("about 18 months phone", 18, "about", None, "phone"),
    ("their first conversation since October 2022", None, None, "2022-10", "phone"),
    ("the first call since 2022-10-23", None, None, "2022-10-23", "phone"),
]


@pytest.mark.parametrize(("sentence", "months", "qualifier", "since", "channel"), SENTENCES)
def test_a_claim_may_be_pasted(
    detente: Run, sentence: str, months: float | None, qualifier: str | None, since: str | None, channel: str
) -> None:
    item = check(detente, "--on", "2024-04-03", sentence)
    assert (item["months"], item["qualifier"], item["since"], item["channel"]) == (months, qualifier, since, channel)


def test_a_pasted_claim_is_recorded_and_judged_like_one_of_options(fresh_detente: Run) -> None:
    said = ("first call in a year and a half", "first ever phone", "their first conversation since October 2022")
    log = fresh_detente(
        "log", "2024-04-03", "phone", "FRA", "RUS", *(part for one in said for part in ("--claim", one)), "--json"
    )
    [found] = log.items
    assert [(claim["kind"], claim["months"], claim["since"]) for claim in found["claims"]] == [
        ("first-since", 18, None),
        ("first-ever", None, None),
        ("first-since", None, "2022-10"),
    ]
    amended = fresh_detente("amend", "fra-rus-2024-04-03-phone", "--claim", "the first call in two weeks", "--json")
    assert [round(claim["months"] * 30.4375) for claim in amended.items[0]["claims"]] == [14]


WRONG_CLAIMS = [
    (("the weather is fine",), "'the weather is fine' claims nothing about a silence that can be read; give --months, --since"),
    (("first call in a year", "--months", "3"), "the sentence and --months both make the claim; leave one of them out"),
    (("--months", "-3"), "--months '-3' is no length; write digits, such as 18 or 1.5"),
    (("--months", "achtzehn"), "--months 'achtzehn' is no length; write digits, such as 18 or 1.5"),
]


@pytest.mark.parametrize(("said", "why"), WRONG_CLAIMS)
def test_a_sentence_or_a_figure_that_says_nothing(detente: Run, said: tuple[str, ...], why: str) -> None:
    done = detente("claims", "check", "FRA", "RUS", "--on", "2024-04-03", *said)
    assert done.status == 2
    assert why in done.stderr
