"""Who reported what: on the shipped record, and in small records by hand."""

from dataclasses import replace

import pytest

from detente.analysis.asymmetry import asymmetry
from detente.analysis.periods import Per
from detente.domain.readouts import Readout, readouts
from detente.domain.words import readout_in_words
from tests.domain.records import contact
from tests.support.shipped_record import shipped_record

CALL = "fra-rus-2024-04-03-phone"


def told() -> dict[str, Readout]:
    return {readout.topic: readout for readout in readouts(shipped_record().contact(CALL))}


def test_the_two_accounts_of_april_2024() -> None:
    found = told()
    assert found["counter-terrorism"].reported_by == ("FRA", "RUS")
    assert (found["foreign-troops-ukraine"].reported_by, found["foreign-troops-ukraine"].one_sided) == (("RUS",), True)
    assert (found["ukraine-war"].reported_by, found["ukraine-war"].one_sided) == (("FRA",), True)
    talks = found["ukraine-peace-talks"]
    assert "RUS" in talks.reported_by
    assert talks.denied_by == ("FRA",)
    assert talks.third_party
    assert readout_in_words(talks) == "reported by RUS, denied by FRA (FRA also reports it)"


def test_both_stands_for_every_party_and_media_for_none() -> None:
    one = contact("2020-01-01", parties="FRA RUS TUR", topics="media=syria, FRA=libya, !RUS=libya")
    one = replace(one, statements=tuple(replace(s, raised_by="both") for s in one.statements))
    syria, libya = readouts(one)
    assert syria == Readout(one.contact_id, "syria", (), (), ("FRA", "RUS", "TUR"), True)
    assert libya == Readout(one.contact_id, "libya", ("FRA",), ("RUS",), ("FRA", "RUS", "TUR"), False)
    assert libya.one_sided
    assert not syria.one_sided


@pytest.mark.parametrize(
    ("reported", "denied", "third", "said"),
    [
        (("FRA", "RUS"), (), False, "reported by both"),
        (("RUS",), (), False, "RUS only"),
        (("RUS",), ("FRA",), False, "reported by RUS, denied by FRA"),
        ((), ("FRA",), False, "denied by FRA"),
        ((), (), True, "told by third parties"),
        (("FRA", "RUS", "TUR"), (), True, "reported by FRA, RUS and TUR"),
    ],
)
def test_what_it_comes_to(reported: tuple[str, ...], denied: tuple[str, ...], third: bool, said: str) -> None:
    assert readout_in_words(Readout("x", "syria", reported, denied, (), third)) == said


def test_two_of_three_are_named() -> None:
    assert readout_in_words(Readout("x", "syria", ("FRA", "RUS"), (), (), False), sides=3) == "reported by FRA and RUS"


def test_asymmetry_is_the_share_that_nobody_else_reports() -> None:
    """2020: France reports Syria and Libya, Russia Syria; 2021: Russia alone speaks of NATO, and denies Libya."""
    contacts = [
        contact("2020-05-01", topics="FRA=syria, FRA=libya, RUS=syria, media=nato"),
        contact("2021-05-01", topics="RUS=nato, !RUS=libya"),
    ]
    found = asymmetry(contacts, ("FRA", "RUS"), Per.YEAR)
    assert [(row.period, row.party, row.reported, row.alone, row.denied, row.share) for row in found] == [
        ("2020", "FRA", 2, 1, 0, 0.5),
        ("2020", "RUS", 1, 0, 0, 0.0),
        ("2021", "FRA", 0, 0, 0, None),
        ("2021", "RUS", 1, 1, 1, 1.0),
    ]
    assert [(row.party, row.reported, row.alone) for row in asymmetry(contacts, ("FRA", "RUS"), None)] == [
        ("FRA", 2, 1),
        ("RUS", 2, 1),
    ]
