"""Logging a contact: its id, its look-alikes, its details."""

from dataclasses import replace

import pytest

from detente.domain.contacts import Claim, Contact, Participant, Source, Statement
from detente.domain.parties import dyad
from detente.domain.vocabulary import Anchor, By, ClaimKind, Office, Qualifier, Reliability, Stance
from detente.errors import RejectedError
from detente.store.contacts import claims, contact
from detente.store.opening import Store
from detente.store.recording import record
from tests.domain import records


def new(when: str, *, channel: str = "phone", level: str = "minister", parties: str = "FRA RUS") -> Contact:
    made = records.contact(when, channel=channel, level=level, parties=parties)
    return replace(made, contact_id="", dyad_slug="")


def test_the_id_follows_date_channel_level_and_number(empty: Store) -> None:
    assert record(empty, new("2024-04-03"))[0].contact_id == "fra-rus-2024-04-03-phone"
    assert record(empty, new("2024-04-03"), also=True)[0].contact_id == "fra-rus-2024-04-03-phone-2"
    assert (
        record(empty, new("2024-04", channel="letter", level="chief-of-defence"))[0].contact_id == "fra-rus-2024-04-letter-cod"
    )
    assert (
        record(empty, new("2024-05-01/2024-05-02", channel="in-person", level="official"))[0].contact_id
        == "fra-rus-2024-05-01-in-person-off"
    )


def test_the_folder_that_the_record_uses_gives_the_name(shipped: Store) -> None:
    """The record writes usa-rus, not rus-usa; a pair that it does not know is written in alphabetical order."""
    assert record(shipped, new("2025-06-01", parties="RUS USA"))[0].contact_id == "usa-rus-2025-06-01-phone"
    three = replace(new("2025-06-02", parties="DEU FRA USA"), dyad_slug="usa-deu")
    assert record(shipped, three)[0].contact_id == "deu-usa-2025-06-02-phone"


@pytest.mark.parametrize(
    ("when", "refused"),
    [("2024-04-03", True), ("2024-04", True), ("2024-04-05~", True), ("2024-04-01/2024-04-09", True), ("2024-04-04", False)],
)
def test_a_look_alike_is_refused_by_name(shipped: Store, when: str, refused: bool) -> None:
    if refused:
        with pytest.raises(RejectedError, match=r"looks like fra-rus-2024-04-03-phone \(2024-04-03, held\).*--also"):
            record(shipped, new(when))
    else:
        record(shipped, new(when))


def test_another_channel_level_or_circle_is_no_look_alike(shipped: Store) -> None:
    for made in (
        new("2024-04-03", channel="video"),
        new("2024-04-03", level="chief-of-defence"),
        new("2024-04-03", parties="FRA RUS USA"),
    ):
        record(shipped, made)


def test_all_that_is_told_is_kept_in_order(empty: Store) -> None:
    made = replace(
        new("2024-04-03"),
        participants=(Participant("RUS", "Б", "Министр", Office.MINISTER), Participant("FRA", None, "r", Office.OFFICIAL)),
        sources=(Source("https://example.org/b", "p", None, None, "fr", "FRA", Reliability.A, 2), Source("https://example.org/a", "p", "2024", "t", "ru", "third", Reliability.F, 6)),
        statements=(Statement("syria", None, "FRA", Stance.REPORTS, None, "https://example.org/a"), Statement("libya", "both", "media", Stance.DENIES)),
    )  # fmt: skip
    told = Claim(
        "",
        "",
        None,
        "2024-04-03~",
        ClaimKind.FIRST_SINCE,
        "c",
        None,
        None,
        18,
        Qualifier.ABOUT,
        "phone",
        "minister",
        None,
        By.OFFICE,
        "any",
        None,
    )
    since = replace(told, months=None, qualifier=None, since="2022-10", anchor=Anchor.CONTACT)
    kept, published = record(empty, made, [told, since])
    assert contact(empty, kept.contact_id) == kept
    assert kept == replace(made, contact_id="fra-rus-2024-04-03-phone", dyad_slug="fra-rus")
    assert [claim.claim_id for claim in published] == ["fra-rus-c01", "fra-rus-c02"]
    assert claims(empty, contact_id=kept.contact_id) == list(published)


def test_claims_are_numbered_after_those_on_record(shipped: Store) -> None:
    last = claims(shipped, dyad=dyad("FRA", "RUS"))[-1]
    assert last.claim_id == "fra-rus-c34"
    _, published = record(shipped, new("2025-01-01"), [last])
    assert published[0].claim_id == "fra-rus-c35"


def test_what_fails_leaves_nothing(empty: Store) -> None:
    """A topic that is not known breaks a foreign key: neither the contact nor its folder stays."""
    from sqlalchemy import func, select
    from sqlalchemy.exc import IntegrityError

    from detente.store import schema

    with pytest.raises(IntegrityError):
        record(empty, replace(new("2024-04-03"), statements=(Statement("nothing", None, "FRA", Stance.REPORTS),)))
    with empty.reading() as connection:
        for table in (schema.contact, schema.folder, schema.contact_pair, schema.statement):
            assert connection.scalar(select(func.count()).select_from(table)) == 0
