"""How well texts are read: floors a little below what was measured; docs/draft.md has the table and names the failures."""

import pytest

from tests.drafting.scoring import HALVES, LATEST, UNLEARNT, failures, labelled, score, texts

FLOORS = {
    "contact or none": (0.95, 0.95),
    "contacts (parties and status)": (0.94, 0.94),
    "date": (0.95, 0.95),
    "channel": (0.94, 0.94),
    "parties": (0.95, 0.95),
    "persons": (0.97, 0.97),
    "topics, among the ten": (1.0, 0.94),
}
"""Precision and recall, of every set."""

FALLEN = {
    ("parties", "last"): (0.94, 0.95), ("parties", "papers"): (0.95, 0.97), ("parties", "counters"): (0.95, 0.95),
    ("contacts (parties and status)", "post"): (0.96, 0.96), ("contacts (parties and status)", "capitals"): (0.97, 0.97),
    ("contacts (parties and status)", "counters"): (0.90, 0.90), ("contacts (parties and status)", "papers"): (0.94, 0.97),
    ("date", "capitals"): (0.98, 0.98), ("date", "post"): (0.98, 0.98), ("date", "papers"): (0.98, 0.98),
    ("date", "counters"): (0.94, 0.94),
    ("parties", "capitals"): (0.98, 0.98), ("parties", "post"): (0.98, 0.98), ("channel", "papers"): (0.98, 0.98),
    ("persons", "capitals"): (0.92, 0.94), ("persons", "post"): (0.98, 0.98), ("persons", "counters"): (0.97, 0.91),
    ("topics, among the ten", "counters"): (1.0, 0.93), ("contact or none", "papers"): (0.96, 0.96),
    ("persons", "morning"): (0.98, 0.95), ("topics, among the ten", "evening"): (1.0, 0.89),
    ("date", "morning"): (0.97, 0.97), ("date", "evening"): (0.97, 0.97), ("parties", "evening"): (0.97, 0.98),
    ("persons", "noon"): (0.96, 0.96), ("date", "noon"): (0.96, 0.96), ("contact or none", "noon"): (0.98, 0.98),
    ("contact or none", "night"): (0.97, 0.97), ("date", "night"): (0.97, 0.97), ("parties", "noon"): (0.98, 0.97),
    ("parties", "night"): (0.97, 0.97), ("contacts (parties and status)", "noon"): (0.98, 0.97),
    ("parties", "morning"): (0.97, 0.97), ("contacts (parties and status)", "evening"): (0.97, 0.97),
    ("contact or none", "dawn"): (0.98, 0.98), ("contact or none", "dusk"): (0.98, 0.98), ("date", "dawn"): (0.98, 0.98),
    ("contacts (parties and status)", "dawn"): (0.98, 0.98), ("parties", "dawn"): (0.98, 0.98), ("parties", "dusk"): (0.98, 0.98),
    ("topics, among the ten", "dawn"): (1.0, 0.98), ("topics, among the ten", "dusk"): (1.0, 0.97), ("date", "dusk"): (0.98, 0.98),
    ("contacts (parties and status)", "spring"): (0.96, 0.96), ("contacts (parties and status)", "summer"): (0.91, 0.91),
    ("persons", "spring"): (0.96, 0.98), ("persons", "summer"): (0.95, 0.94), ("date", "spring"): (0.98, 0.98),
    ("date", "summer"): (0.98, 0.98), ("contact or none", "spring"): (0.98, 0.98), ("contact or none", "summer"): (1.0, 1.0),
    ("topics, among the ten", "spring"): (1.0, 0.95), ("topics, among the ten", "summer"): (1.0, 0.97),
    ("contact or none", "autumn"): (0.98, 0.98), ("contact or none", "winter"): (0.98, 0.98),
    ("contacts (parties and status)", "winter"): (0.92, 0.91), ("date", "autumn"): (0.98, 0.98), ("date", "winter"): (0.96, 0.96),
    ("parties", "autumn"): (1.0, 0.98), ("parties", "winter"): (1.0, 0.98), ("persons", "autumn"): (1.0, 0.98),
    ("persons", "winter"): (0.99, 0.98), ("topics, among the ten", "autumn"): (1.0, 0.96),
    ("topics, among the ten", "winter"): (1.0, 0.98),
    ("contact or none", "rounds"): (1.0, 1.0), ("contacts (parties and status)", "rounds"): (0.95, 0.91),
    ("date", "rounds"): (0.92, 0.92), ("channel", "rounds"): (0.92, 0.92), ("parties", "rounds"): (0.98, 0.93),
    ("persons", "rounds"): (0.97, 0.93), ("topics, among the ten", "rounds"): (1.0, 0.93),
    ("date", "frost"): (0.98, 0.98), ("date", "thaw"): (0.98, 0.98), ("parties", "frost"): (1.0, 0.98),
    ("parties", "thaw"): (1.0, 0.98), ("parties", "ebb"): (1.0, 0.98), ("parties", "flood"): (1.0, 0.98),
    ("persons", "ebb"): (0.99, 0.96), ("contact or none", "ebb"): (0.98, 0.98), ("contact or none", "flood"): (0.98, 0.98),
    ("contact or none", "reef"): (0.96, 0.96), ("contacts (parties and status)", "reef"): (0.91, 0.83),
    ("date", "reef"): (0.90, 0.90), ("channel", "reef"): (0.88, 0.88), ("parties", "reef"): (1.0, 0.90),
    ("persons", "reef"): (0.96, 0.93), ("topics, among the ten", "reef"): (1.0, 0.95),
    ("date", "delta"): (0.92, 0.92), ("parties", "delta"): (1.0, 0.98), ("contact or none", "delta"): (0.98, 0.98),
    ("contacts (parties and status)", "harvest"): (0.86, 0.82),
    ("date", "harvest"): (0.87, 0.87),
    ("channel", "harvest"): (0.89, 0.89),
    ("parties", "harvest"): (0.99, 0.94),
    ("persons", "harvest"): (0.99, 0.94),
    ("topics, among the ten", "harvest"): (1.0, 0.93),
    ("contacts (parties and status)", "lull"): (0.91, 0.92),
    ("date", "lull"): (0.94, 0.94),
    ("channel", "lull"): (0.87, 0.87),
    ("parties", "lull"): (0.92, 0.95),
    ("persons", "lull"): (0.96, 0.96),
    ("contacts (parties and status)", "ebb"): (0.94, 0.92), ("contacts (parties and status)", "flood"): (0.92, 0.90),
    ("contacts (parties and status)", "english"): (0.84, 0.78),
    ("date", "english"): (0.86, 0.86),
    ("channel", "english"): (0.90, 0.90),
    ("parties", "english"): (0.98, 0.89),
    ("persons", "english"): (0.97, 0.90),
    ("topics, among the ten", "english"): (0.99, 0.92),
    ("contacts (parties and status)", "french"): (0.90, 0.86),
    ("date", "french"): (0.89, 0.89),
    ("channel", "french"): (0.89, 0.89),
    ("parties", "french"): (0.98, 0.94),
    ("persons", "french"): (0.97, 0.93),
    ("contacts (parties and status)", "german"): (0.90, 0.90),
    ("channel", "german"): (0.91, 0.91),
    ("contacts (parties and status)", "russian"): (0.89, 0.85),
    ("date", "russian"): (0.93, 0.93),
    ("channel", "russian"): (0.87, 0.87),
    ("persons", "russian"): (0.89, 0.84),
    ("contact or none", "unheld"): (0.92, 0.92),
    ("contacts (parties and status)", "unheld"): (0.82, 0.74),
    ("date", "unheld"): (0.79, 0.79),
    ("channel", "unheld"): (0.85, 0.85),
    ("parties", "unheld"): (0.99, 0.89),
    ("persons", "unheld"): (0.97, 0.88),
    ("topics, among the ten", "unheld"): (0.99, 0.88),
    ("contacts (parties and status)", "several"): (0.86, 0.76),
    ("date", "several"): (0.79, 0.79),
    ("channel", "several"): (0.84, 0.84),
    ("parties", "several"): (0.95, 0.84),
    ("persons", "several"): (0.94, 0.82),
    ("topics, among the ten", "several"): (0.99, 0.87),
    ("contacts (parties and status)", "briefs"): (0.93, 0.89),
    ("date", "briefs"): (0.94, 0.94),
    ("contact or none", "stories"): (0.93, 0.93),
    ("contacts (parties and status)", "stories"): (0.91, 0.86),
    ("date", "stories"): (0.88, 0.88),
    ("channel", "stories"): (0.84, 0.84),
    ("parties", "stories"): (0.98, 0.92),
    ("persons", "stories"): (0.99, 0.90),
    ("topics, among the ten", "stories"): (0.99, 0.91),
    ("contacts (parties and status)", "breves"): (0.89, 0.87),
    ("date", "breves"): (0.93, 0.93),
    ("channel", "breves"): (0.89, 0.89),
    ("persons", "breves"): (0.98, 0.93),
    ("contacts (parties and status)", "notizen"): (0.91, 0.89),
    ("date", "notizen"): (0.92, 0.92),
    ("channel", "notizen"): (0.91, 0.91),
    ("persons", "notizen"): (0.95, 0.93),
    ("contacts (parties and status)", "zametki"): (0.83, 0.78),
    ("date", "zametki"): (0.87, 0.87),
    ("channel", "zametki"): (0.89, 0.89),
    ("parties", "zametki"): (0.96, 0.91),
    ("persons", "zametki"): (0.96, 0.87),
    ("topics, among the ten", "zametki"): (0.99, 0.92),
    ("contacts (parties and status)", "ember"): (0.92, 0.90),
    ("persons", "ember"): (0.95, 0.93),
    ("contacts (parties and status)", "drift"): (0.90, 0.90),
    ("persons", "drift"): (0.96, 0.95),
    ("contacts (parties and status)", "gust"): (0.90, 0.87),
    ("date", "gust"): (0.90, 0.90),
    ("channel", "gust"): (0.92, 0.92),
    ("parties", "gust"): (0.96, 0.92),
    ("persons", "gust"): (0.97, 0.93),
    ("topics, among the ten", "gust"): (0.99, 0.92),
    ("contacts (parties and status)", "breeze"): (0.92, 0.92),
    ("date", "breeze"): (0.91, 0.91),
    ("channel", "breeze"): (0.90, 0.90),
    ("persons", "breeze"): (0.95, 0.93),
    ("contacts (parties and status)", "slips"): (0.84, 0.77),
    ("date", "slips"): (0.84, 0.84),
    ("channel", "slips"): (0.84, 0.84),
    ("parties", "slips"): (0.95, 0.88),
    ("persons", "slips"): (0.95, 0.85),
    ("topics, among the ten", "slips"): (1.0, 0.89),
    ("contacts (parties and status)", "retards"): (0.86, 0.83),
    ("date", "retards"): (0.85, 0.85),
    ("channel", "retards"): (0.87, 0.87),
    ("parties", "retards"): (0.95, 0.92),
    ("persons", "retards"): (0.94, 0.90),
    ("contact or none", "mist"): (0.99, 0.99),
    ("contacts (parties and status)", "mist"): (0.91, 0.89),
    ("channel", "mist"): (0.97, 0.97),
    ("parties", "mist"): (0.98, 0.98),
    ("persons", "mist"): (0.98, 0.95),
    ("topics, among the ten", "mist"): (1.0, 0.95),
    ("contact or none", "haze"): (0.96, 0.96),
    ("contacts (parties and status)", "haze"): (0.91, 0.91),
    ("channel", "haze"): (0.96, 0.96),
    ("parties", "haze"): (0.97, 0.96),
    ("persons", "haze"): (0.95, 0.97),
    ("contacts (parties and status)", "rime"): (0.94, 0.90),
    ("date", "rime"): (0.93, 0.93),
    ("parties", "rime"): (0.95, 0.93),
    ("persons", "rime"): (0.97, 0.91),
    ("contacts (parties and status)", "kiosk"): (0.87, 0.85),
    ("date", "kiosk"): (0.88, 0.88),
    ("persons", "kiosk"): (0.97, 0.91),
    ("contacts (parties and status)", "ticker"): (0.86, 0.81),
    ("date", "ticker"): (0.86, 0.86),
    ("channel", "ticker"): (0.92, 0.92),
    ("parties", "ticker"): (0.95, 0.91),
    ("persons", "ticker"): (0.95, 0.90),
    ("contacts (parties and status)", "courier"): (0.87, 0.84),
    ("date", "courier"): (0.83, 0.83),
    ("channel", "courier"): (0.92, 0.92),
    ("parties", "courier"): (0.95, 0.90),
    ("persons", "courier"): (0.91, 0.88),
    ("contacts (parties and status)", "bulletin"): (0.72, 0.69),
    ("date", "bulletin"): (0.72, 0.72),
    ("channel", "bulletin"): (0.84, 0.84),
    ("parties", "bulletin"): (0.84, 0.85),
    ("persons", "bulletin"): (0.92, 0.83),
    ("topics, among the ten", "bulletin"): (1.0, 0.87),
    ("contacts (parties and status)", "gazette"): (0.72, 0.75),
    ("date", "gazette"): (0.81, 0.81),
    ("channel", "gazette"): (0.92, 0.92),
    ("parties", "gazette"): (0.83, 0.89),
    ("persons", "gazette"): (0.93, 0.90),
    ("contacts (parties and status)", "journal"): (0.68, 0.71),
    ("date", "journal"): (0.61, 0.61),
    ("channel", "journal"): (0.86, 0.86),
    ("parties", "journal"): (0.81, 0.77),
    ("persons", "journal"): (0.77, 0.69),
    ("topics, among the ten", "journal"): (1.0, 0.90),
    ("contact or none", "tribune"): (0.92, 0.92),
    ("contacts (parties and status)", "tribune"): (0.75, 0.67),
    ("date", "tribune"): (0.78, 0.78),
    ("channel", "tribune"): (0.81, 0.81),
    ("parties", "tribune"): (0.85, 0.62),
    ("persons", "tribune"): (0.94, 0.78),
    ("topics, among the ten", "tribune"): (1.0, 0.86),
    ("contacts (parties and status)", "herald"): (0.70, 0.74),
    ("date", "herald"): (0.86, 0.86),
    ("channel", "herald"): (0.89, 0.89),
    ("parties", "herald"): (0.83, 0.80),
    ("persons", "herald"): (0.95, 0.79),
    ("contact or none", "sentinel"): (0.91, 0.91),
    ("contacts (parties and status)", "sentinel"): (0.64, 0.63),
    ("date", "sentinel"): (0.60, 0.60),
    ("channel", "sentinel"): (0.83, 0.83),
    ("parties", "sentinel"): (0.75, 0.77),
    ("persons", "sentinel"): (0.91, 0.79),
    ("topics, among the ten", "sentinel"): (1.0, 0.82),
}  # fmt: skip
"""Sets with floors of their own: worse (``en-strike``, where a chief of staff is taken for the other side's), or better than all."""


EACH = pytest.mark.parametrize(
    "half", [half if half in LATEST else pytest.param(half, marks=pytest.mark.long) for half in HALVES]
)


@EACH
@pytest.mark.parametrize("field", FLOORS)
def test_no_field_is_read_worse_than_it_was(field: str, half: str) -> None:
    found, (precision, recall) = score(field, half), FALLEN.get((field, half), FLOORS[field])
    assert (found.precision >= precision, found.recall >= recall) == (True, True), list(failures(half))


AT_FIRST_SIGHT = {
    "termine": {
        "contact or none": (0.94, 0.94), "date": (0.78, 0.78), "channel": (0.80, 0.80), "parties": (0.93, 0.84),
        "persons": (0.96, 0.84), "topics, among the ten": (1.0, 0.72),
    },
    "sroki": {
        "contact or none": (0.95, 0.95), "date": (0.74, 0.74), "channel": (0.79, 0.79), "parties": (0.97, 0.83),
        "persons": (0.91, 0.76), "topics, among the ten": (1.0, 0.80),
    },
    "cove": {
        "contact or none": (1.0, 1.0), "date": (0.93, 0.93), "channel": (0.95, 0.95), "parties": (0.98, 0.98),
        "persons": (0.97, 0.98), "topics, among the ten": (1.0, 0.96),
    },
    "crest": {
        "contact or none": (0.97, 0.97), "date": (0.95, 0.95), "channel": (0.97, 0.97), "parties": (0.94, 0.95),
        "persons": (0.95, 0.97), "topics, among the ten": (1.0, 0.95),
    },
    "inquirer": {
        "contact or none": (0.84, 0.84), "date": (0.7, 0.7), "channel": (0.81, 0.81), "parties": (0.83, 0.66),
        "persons": (0.9, 0.76), "topics, among the ten": (1.0, 0.79),
    },
}  # fmt: skip
"""Of sets that have taught the rules nothing yet: precision and recall of each field, a little below what was measured."""


def test_what_the_rules_have_not_learnt_from_is_read_no_worse_than_at_first_sight() -> None:
    assert set(AT_FIRST_SIGHT) == set(UNLEARNT)
    for unlearnt, field in ((half, field) for half in UNLEARNT for field in AT_FIRST_SIGHT[half]):
        found, (precision, recall) = score(field, unlearnt), AT_FIRST_SIGHT[unlearnt][field]
        assert (found.precision >= precision, found.recall >= recall) == (True, True), [field, *failures(unlearnt)]


def test_the_texts_are_many_and_some_tell_of_no_contact() -> None:
    every = [label for half in HALVES for _, _, label in labelled(half)]
    assert len(every) >= 1100
    assert sum(not label["contacts"] for label in every) >= 250


@EACH
def test_every_proposal_says_how_it_was_got(half: str) -> None:
    for one in texts(half):
        for proposal in one.proposals:
            assert {"status", "channel", "parties", "level", "setting"} <= set(proposal.how), one.name
            assert ("date" in proposal.how) is (proposal.date is not None), one.name
            assert len(proposal.topics) <= 10, one.name
