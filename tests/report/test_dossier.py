"""The dossier: what of a record belongs to a pair, what is left out, and the lanes it is cut into."""

from dataclasses import replace
from datetime import date

import pytest

from detente.domain.contacts import Contact, DifferingValue, Source, Statement
from detente.domain.selection import Selection
from detente.domain.vocabulary import Anchor, Channel, Level, Reliability, Stance, Status
from tests.report.samples import AS_OF, claim, contact, of, shipped
from tests.support.shipped_record import shipped_record


def test_the_shipped_record_holds_fourteen_held_contacts_of_the_french_and_russian_ministers() -> None:
    fra_rus = shipped("FRA", "RUS")
    assert len(fra_rus.contacts) == 24
    assert len(fra_rus.held) == 22
    assert sum(one.held and one.level is Level.MINISTER for one in fra_rus.contacts) == 14


def test_lanes_are_levels_by_channel_groups_with_the_contacts_of_each() -> None:
    lanes = {lane.key: (sum(one.held for one in lane.contacts), len(lane.contacts)) for lane in shipped("FRA", "RUS").lanes}
    assert lanes == {
        "minister-call": (10, 10),
        "minister-in-person": (4, 6),
        "deputy-minister-in-person": (1, 1),
        "chief-of-defence-call": (5, 5),
        "chief-of-defence-in-person": (2, 2),
    }


def test_the_lane_of_ministers_calls_has_the_528_days_before_april_2024() -> None:
    lane = next(lane for lane in shipped("FRA", "RUS").lanes if lane.key == "minister-call")
    lengths = [(s.gap.days_min, s.gap.days_max) for s in lane.silences if not s.gap.open]
    assert lengths == [(n, n) for n in (144, 300, 50, 38, 46, 170, 833, 59, 528)]
    assert (lane.silences[-1].gap.open, lane.silences[-1].gap.days_min) == (True, 272 + 365)


def test_non_contacts_lie_in_the_silence_they_fall_in() -> None:
    lane = next(lane for lane in shipped("FRA", "RUS").lanes if lane.key == "minister-in-person")
    attempts = [silence.attempts for silence in lane.silences]
    assert attempts == [("fra-rus-2014-03-18-in-person",), (), ("fra-rus-2020-09-14-in-person",), ()]


def test_a_contact_of_four_parties_belongs_to_the_pair_and_claims_at_large_do_not_follow_it() -> None:
    turkey = shipped("RUS", "TUR")
    assert any(len(one.parties) > 2 for one in turkey.contacts)
    about = {one.contact_id for one in turkey.contacts}
    assert all(claim.dyad_slug == "tur-rus" or claim.contact_id in about for claim in turkey.claims)


def test_the_period_bounds_the_list_but_never_the_series() -> None:
    cut = shipped("FRA", "RUS", period_from=date(2024, 1, 1).toordinal())
    assert [one.contact_id for one in cut.contacts] == ["fra-rus-2024-04-03-phone"]
    assert [silence.gap.days_max for silence in cut.silences] == [528, 637]


def _secretive() -> Contact:
    secret = Source("https://example.org/secret", "Nobody", None, None, "fr", "FRA", Reliability.A, 2, restricted=True)
    public = Source("https://example.org/public", "Paper", None, None, "fr", "FRA", Reliability.A, 2)
    return contact(
        "2024-01-01",
        sources=(secret, public),
        statements=(
            Statement("syria", None, "FRA", Stance.REPORTS, "told", secret.url),
            Statement("libya", None, "FRA", Stance.REPORTS, "hidden", public.url, restricted=True),
        ),
        values=(DifferingValue("channel", "video", secret.url), DifferingValue("channel", "letter", public.url)),
    )


def test_restricted_details_are_left_out_with_every_trace_of_a_restricted_source() -> None:
    made = of([_secretive(), contact("2024-02-02", restricted=True)])
    (only,) = made.contacts
    assert [(s.topic, s.source_url) for s in only.statements] == [("syria", None)]
    assert [source.publisher for source in only.sources] == ["Paper"]
    assert [value.value for value in only.values] == ["letter"]
    assert (made.left_out, made.restricted) == (True, False)


def test_restricted_details_are_kept_when_asked_for() -> None:
    made = of([_secretive(), contact("2024-02-02", restricted=True)], include_restricted=True)
    assert len(made.contacts) == 2
    assert len(made.contacts[0].sources) == len(made.contacts[0].statements) == 2
    assert (made.left_out, made.restricted) == (False, True)


def test_restricted_claims_are_left_out() -> None:
    claims = [replace(claim, restricted=True) for claim in shipped_record().claims]
    assert of(shipped_record().contacts, claims=claims).claims == ()
    shown = of(shipped_record().contacts, claims=claims, include_restricted=True)
    assert len(shown.claims) == 34
    assert shown.restricted


def test_claims_published_after_the_as_of_day_are_left_out() -> None:
    """c13 speaks of the session of September 2019, in January 2020; c21 of a silence, in November 2023."""
    early = {claim.claim_id for claim in shipped("FRA", "RUS", as_of=date(2019, 12, 31).toordinal()).claims}
    assert "fra-rus-c11" in early
    assert not early & {"fra-rus-c13", "fra-rus-c15", "fra-rus-c21"}


def test_claims_are_judged_on_all_contacts_of_the_pair_whatever_the_selection() -> None:
    cut = shipped("FRA", "RUS", channels=frozenset({Channel.PHONE}), period_from=date(2024, 1, 1).toordinal())
    assert [one.contact_id for one in cut.contacts] == ["fra-rus-2024-04-03-phone"]
    verdicts = {one.claim.claim_id: (one.verdict, one.gap.days_max if one.gap else None) for one in cut.judgements}
    assert verdicts["fra-rus-c25"] == ("exact", 528)
    assert len(cut.ground.contacts) == 24


def test_what_is_restricted_decides_no_public_verdict() -> None:
    contacts = [contact("2022-10-23"), contact("2023-05-01", restricted=True), contact("2024-04-03")]
    claims = [claim("Since October 2022.", contacts[2].contact_id, "2024-04-03", since="2022-10", anchor=Anchor.CONTACT)]
    assert [one.verdict for one in of(contacts, claims=claims).judgements] == ["exact"]
    assert [one.verdict for one in of(contacts, claims=claims, include_restricted=True).judgements] == ["contradicted"]


def test_attempts_are_those_of_the_period() -> None:
    cut = shipped("FRA", "RUS", period_from=date(2020, 1, 1).toordinal())
    assert [attempt.contact.contact_id for attempt in cut.attempts] == ["fra-rus-2020-09-14-in-person"]


def test_only_non_contacts_make_a_lane_without_silences() -> None:
    made = of([contact("2024-01-01", status=Status.DECLINED, channel=Channel.LETTER)])
    (lane,) = made.lanes
    assert (lane.key, lane.silences, made.silences) == ("minister-letter", (), ())


def test_a_selection_of_other_than_two_parties_has_no_dossier() -> None:
    with pytest.raises(ValueError, match="FRA"):
        of([], parties=("FRA",))


def test_as_of_is_that_of_the_selection() -> None:
    assert of([]).as_of == AS_OF == Selection(AS_OF).as_of
