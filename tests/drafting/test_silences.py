from datetime import date

import pytest

from detente.domain.vocabulary import Channel, ClaimKind, Level
from detente.drafting.claims.silences import claimed
from detente.drafting.reading import read
from tests.drafting.shipped import known

ON = date(2024, 4, 3)

CASES = [
    ("Their first telephone conversation in around one and a half years.", "first-since", 18.0, "about", None),
    ("It was the first call in more than a year.", "first-since", 12.0, "more-than", None),
    ("The first call since October 2022.", "first-since", None, None, "2022-10"),
    ("It was their first conversation since October.", "first-since", None, None, "2023-10"),
    ("The first call since May 13, 2022.", "first-since", None, None, "2022-05-13"),
    ("C'est leur première conversation depuis le 18 février.", "first-since", None, None, "2024-02-18"),
    ("Le premier entretien depuis octobre 2022.", "first-since", None, None, "2022-10"),
    ("Es war das erste Gespräch seit anderthalb Jahren.", "first-since", 18.0, "exact", None),
    ("Это первый разговор за полтора года.", "first-since", 18.0, "exact", None),
    ("Предыдущая встреча прошла в 2019 году.", "first-since", None, None, "2019"),
    ("It was their first call in half a year.", "first-since", 6.0, "exact", None),
    ("The first call in nearly half a year.", "first-since", 6.0, "nearly", None),
    ("Es war das erste Gespräch seit einem halben Jahr.", "first-since", 6.0, "exact", None),
    ("Das erste Telefonat seit mehr als zweieinhalb Jahren.", "first-since", 30.0, "more-than", None),
    ("Ils se sont parlé au téléphone pour la première fois depuis six mois.", "first-since", 6.0, "exact", None),
    ("C'est le premier appel depuis un semestre.", "first-since", 6.0, "exact", None),
    ("Министры созвонились впервые за полгода.", "first-since", 6.0, "exact", None),
    ("Это первый разговор более чем за полтора года.", "first-since", 18.0, "more-than", None),
    ("It was Austin's first call with Belousov.", "first-ever", None, None, None),
    ("It was the first call since the invasion began.", "statement", None, None, None),
]


@pytest.mark.parametrize(("sentence", "kind", "months", "qualifier", "since"), CASES)
def test_a_claim_is_read(sentence: str, kind: str, months: float | None, qualifier: str | None, since: str | None) -> None:
    found = claimed(sentence, on=ON, channel=Channel.PHONE, level=Level.MINISTER, published=None)
    assert found is not None
    claim = found.claim
    assert (claim.kind, claim.months, claim.qualifier, claim.since) == (ClaimKind(kind), months, qualifier, since)
    assert claim.channel == "phone"
    assert sentence not in claim.claim  # the words of the text are not kept


@pytest.mark.parametrize(
    "sentence", ["The first soldiers arrived in May.", "They spoke for an hour.", "First he flew to Oslo."]
)
def test_a_sentence_about_something_else_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, on=ON, channel=Channel.PHONE, level=Level.MINISTER, published=None) is None


def test_a_claim_belongs_to_the_contact_of_whose_sentence_it_is_part() -> None:
    text = (
        "Ein für vergangenen Freitag geplantes Telefonat von Verteidigungsminister Boris Pistorius mit seinem französischen "
        "Amtskollegen Sébastien Lecornu war abgesagt worden. Am Montag empfing Pistorius Lecornu in Berlin. Es war das erste "
        "Treffen seit einem halben Jahr. Es ging um Luftverteidigung."
    )
    call, meeting = read(text, known(), published=date(2025, 5, 14)).proposals
    assert (call.channel, len(call.claims), call.named) == (Channel.PHONE, 0, 0)
    assert (meeting.channel, len(meeting.claims)) == (Channel.IN_PERSON, 1)
    assert "missile-defence" in meeting.topics[: meeting.named]


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("The first call since 2022-10-23.", "2022-10-23"),
        ("Le premier appel depuis 2022-10.", "2022-10"),
        ("Das erste Gespräch seit 2022-10-23.", "2022-10-23"),
        ("The first call since 2022-13-40.", None),
    ],
)
def test_a_date_in_figures_is_read_whole_or_not_at_all(sentence: str, since: str | None) -> None:
    found = claimed(sentence, on=ON, channel=Channel.PHONE, level=Level.MINISTER, published=None)
    assert (None if found is None else found.claim.since) == since
