"""No sentence that the record makes is contradicted by the same record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.contacts import Claim, Contact, Participant
from detente.domain.context import FirstSince, context
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import DEFAULT_TOLERANCE
from detente.domain.days import DAYS_PER_MONTH, months
from detente.domain.grounds import Ground
from detente.domain.judging import judge
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad, dyads_of
from detente.domain.vocabulary import ANY, CALL, Anchor, Channel, ClaimKind, Completeness, Level, Office, Qualifier, Setting
from detente.domain.words import gap_in_words
from tests.domain.records import contact, day
from tests.support.shipped_record import shipped_record

_PARTIES = ("DEU", "FRA", "RUS")
_PEOPLE = ("Ana", "Bo", None)


def claims_made_by(found: FirstSince, about: Contact) -> Iterator[Claim]:
    """What a sentence claims: the date and the length of the silence, or that it is the first ever."""
    scope = found.scope
    made = Claim(
        claim_id="",
        dyad_slug="",
        contact_id=about.contact_id,
        asserted_on=about.date.text,
        kind=ClaimKind.FIRST_SINCE,
        claim=found.sentence,
        since=None,
        anchor=None,
        months=None,
        qualifier=None,
        channel=ANY if scope.channel is None else Channel.PHONE if scope.channel == CALL else scope.channel,
        level=ANY if scope.level is None else scope.level,
        setting=scope.setting,
        by=scope.by,
        substance=ANY,
        source_url=None,
    )
    if found.gap is None:
        yield replace(made, kind=ClaimKind.FIRST_EVER)
        return
    gap = found.gap
    since = replace(made, since=gap.previous.date.text, anchor=Anchor.CONTACT)
    yield since
    if gap.days_min > 0:
        yield replace(since, months=(gap.days_min - 1) / DAYS_PER_MONTH, qualifier=Qualifier.MORE_THAN)
    yield replace(since, months=(gap.days_max + 1) / DAYS_PER_MONTH, qualifier=Qualifier.LESS_THAN)
    told = gap_in_words(gap).partition(", about ")[2].removesuffix("s").removesuffix(" month")
    if told and " to " not in told:
        figure = float(told.replace("½", "") or 0) + 0.5 * told.endswith("½")
        yield replace(since, months=figure, qualifier=Qualifier.ABOUT)
    if gap.days_min == gap.days_max:
        yield replace(since, months=months(gap.days_max), qualifier=Qualifier.EXACT)


def assert_no_sentence_is_contradicted(contacts: list[Contact], ground: Ground) -> int:
    """How many sentences there were; fails on the first that the record contradicts."""
    sentences = 0
    for about in contacts:
        if set(ground.dyad.parties) <= set(about.parties):
            for found in context(about, ground, ground.dyad.parties):
                sentences += 1
                for made in claims_made_by(found, about):
                    judgement = judge(made, ground)
                    assert judgement.verdict != "contradicted", (found.sentence, made, judgement.why)
                if " ever " in found.sentence:
                    assert judge(replace(made, kind=ClaimKind.FIRST_EVER), ground).verdict == "exact", found.sentence
    return sentences


@st.composite
def _contacts(draw: st.DrawFn) -> Contact:
    first = draw(st.dates(min_value=date(2020, 1, 1), max_value=date(2021, 3, 31)))
    form = draw(st.sampled_from(["{0}", "{0}", "{0}~", "{1}", "{1}~", "{0}/{2}", "[{0}..{2}]", "{3}"]))
    later = date.fromordinal(first.toordinal() + draw(st.integers(0, 60)))
    parties = tuple(sorted(draw(st.sets(st.sampled_from(_PARTIES), min_size=2))))
    made = contact(
        form.format(first.isoformat(), first.isoformat()[:7], later.isoformat(), first.year),
        channel=draw(st.sampled_from(["phone", "phone", "video", "in-person", "letter"])),
        level=draw(st.sampled_from(["minister", "minister", "chief-of-defence", "official"])),
        setting=draw(st.sampled_from([setting.value for setting in Setting])),
        substance=draw(st.sampled_from(["talks", "courtesy"])),
        status=draw(st.sampled_from(["held", "held", "held", "cancelled", "declined"])),
        parties=" ".join(parties),
    )
    people = tuple(
        Participant(party, draw(st.sampled_from(_PEOPLE)), "", draw(st.sampled_from([Office.MINISTER, Office.OFFICIAL])))
        for party in parties
        for _ in range(draw(st.sampled_from([1, 1, 2])))
    )
    return replace(made, participants=people)


_DAYS = st.dates(min_value=date(2019, 6, 1), max_value=date(2021, 12, 31))


@st.composite
def _windows(draw: st.DrawFn) -> CoverageWindow:
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    level = draw(st.sampled_from([ANY, Level.MINISTER, Level.CHIEF_OF_DEFENCE, Level.OFFICIAL]))
    channel = draw(st.sampled_from([ANY, ANY, "phone", "in-person"]))
    return CoverageWindow(Dyad("FRA", "RUS"), level, channel, first, last, draw(st.sampled_from(Completeness)), "")


@st.composite
def _grounds(draw: st.DrawFn) -> Ground:
    known = draw(st.lists(_contacts(), min_size=1, max_size=10))
    named = [replace(made, contact_id=f"{number:02}-{made.date}") for number, made in enumerate(known)]
    tenures = [
        Officeholder(person, party, Office.MINISTER, "", draw(st.one_of(st.none(), _DAYS)), None, "")
        for party in ("FRA", "RUS")
        for person in ("Ana", "Bo")
    ]
    everywhere = CoverageWindow(Dyad("FRA", "RUS"), ANY, ANY, date(2019, 1, 1), date(2022, 1, 1), Completeness.COMPLETE, "")
    windows = draw(st.one_of(st.just([everywhere]), st.lists(_windows(), max_size=4)))
    pair = [made for made in named if {"FRA", "RUS"} <= set(made.parties)]
    return Ground(Dyad("FRA", "RUS"), pair, windows, tenures, DEFAULT_TOLERANCE)


@settings(max_examples=80)
@given(_grounds())
def test_no_sentence_is_contradicted_on_any_record(ground: Ground) -> None:
    assert_no_sentence_is_contradicted(list(ground.contacts), ground)


@pytest.mark.long
@settings(max_examples=4_000)
@given(_grounds())
def test_no_sentence_is_contradicted_on_any_of_thousands_of_records(ground: Ground) -> None:
    assert_no_sentence_is_contradicted(list(ground.contacts), ground)


def test_no_sentence_of_the_shipped_record_is_contradicted() -> None:
    record = shipped_record()
    pairs = {pair for about in record.contacts for pair in dyads_of(about.parties)}
    sentences = 0
    for pair in pairs:
        contacts = record.contacts_of(pair.a, pair.b)
        ground = Ground(pair, contacts, record.windows_of(pair), record.officeholders, DEFAULT_TOLERANCE)
        sentences += assert_no_sentence_is_contradicted(contacts, ground)
    held = sum(about.held for about in record.contacts)
    assert sentences > 4 * held > 300
    assert any(about.date.first_day > day("2024-01-01") for about in record.contacts)
