"""What must hold of dates, claims, the grammar of ``log`` and everything written out, whatever the text."""

import csv
import io
import json
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from detente.cli.commands.log import draft_of
from detente.cli.visible import in_one_line, visible
from detente.domain import dates
from detente.domain.asserting import claim_in_words
from detente.domain.cell_values import is_wrong
from detente.domain.contacts import Claim, Contact
from detente.domain.dates import DEFAULT_TOLERANCE, Tolerance, UncertainDate, parse
from detente.domain.days import FIRST_DAY, LAST_DAY
from detente.domain.drafts import complete
from detente.domain.ids import contact_id, date_in_id
from detente.domain.judging import judge
from detente.domain.officeholders import Officeholder
from detente.domain.package import CLAIMS, CONTACTS, SOURCES, STATEMENTS
from detente.domain.parties import Party
from detente.domain.tabular import Table
from detente.domain.verdicts import Verdict
from detente.domain.words import date_in_words
from detente.errors import NotFoundError, StoreError
from detente.formats.cells import exact, harmless
from detente.formats.csv_text import csv_text
from detente.formats.items import CONTACT_KEYS, Item, claim_item, whole_item
from detente.formats.json_text import json_text
from detente.store.addresses import read_url, shown
from detente.store.names import did_you_mean, name_key, nearest
from tests.domain import claims as claimed
from tests.domain.records import contact, day
from tests.fuzz.reading import arguments_of, said_of, text_of
from tests.support.shipped_record import shipped_record

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no terminal may be sent: control characters but tab and newline, and what turns the direction of text."""

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With what a cell begins that a spreadsheet calculates."""

_TOLERANCES = (DEFAULT_TOLERANCE, Tolerance(366, 120, 100))


def a_date(data: bytes) -> None:
    """The bounds are days in order, wider for a wider ``~``, and the text read again gives the same."""
    text = text_of(data)
    for tolerance in _TOLERANCES:
        when = parse(text, tolerance)
        in_order(when)
        assert when.text == text
        dates._parse.cache_clear()  # or the same object would be compared with itself
        assert parse(text, tolerance) == when
        plain = parse(text, Tolerance(0, 0, 0))
        assert (plain.first_day, plain.exact or not when.exact) == (when.first_day, True)
        assert when.start_earliest <= plain.start_earliest
        assert plain.end_latest <= when.end_latest
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", date_in_id(when))
    assert OBEYED.search(date_in_words(when)) is None


def in_order(when: UncertainDate) -> None:
    """Whether the bounds are days of the calendar and in order."""
    assert FIRST_DAY <= when.start_earliest <= when.first_day <= when.start_latest <= when.end_latest <= LAST_DAY
    assert when.start_earliest <= when.end_earliest <= when.end_latest
    assert when.lasted or (when.start_earliest, when.start_latest) == (when.end_earliest, when.end_latest)


def a_claim(data: bytes) -> None:
    """The few words of ``--claim``: what they become is a claim that can be written, read again and judged."""
    about = contact("[2024-04-03..2024-04-05]", "fra-rus-2024-04-phone")
    for claim in complete_with(["--claim", text_of(data)])[1]:
        judged(claim, about)


def complete_with(arguments: Sequence[str]) -> tuple[Contact, tuple[Claim, ...]]:
    """What ``log`` makes of its options for a call of France and Russia, where they name no other."""
    said, between = said_of(arguments)
    date, channel, *parties = between if len(between) > 2 else ("2024-04-03", "phone", "FRA", "russia")
    draft = draft_of(said, date, channel, parties)
    done = complete(draft, _known(), today=day("2025-12-31"), tolerance=DEFAULT_TOLERANCE)
    return done.contact, done.claims


def judged(claim: Claim, *contacts: Contact) -> None:
    """A claim keeps to the format, and every verdict on it is one of the four, its reason one line."""
    parse(claim.asserted_on)
    if claim.since is not None:
        parse(claim.since)
    if claim.months is not None:
        assert math.isfinite(claim.months)
        assert claim.months >= 0
    ground = claimed.ground(contact("2022-10", "fra-rus-2022-10-phone"), *contacts)
    for kept in (claim, *(replace(claim, contact_id=one.contact_id) for one in contacts)):
        judgement = judge(kept, ground)
        assert judgement.verdict in (None, *Verdict)
        assert judgement.why
        assert OBEYED.search(judgement.why) is None
    assert claim_in_words(claim, ("France", "Russia")).endswith(".")
    fits(CLAIMS, claim_item(claim))


def fits(table: Table, item: Item) -> None:
    """Whether every value of ``item`` may stand in the column of that name: what is recorded can be imported again."""
    for column in table.columns:
        value = item.get(column.name)
        cell = "" if value in (None, False) else "true" if value is True else str(value)
        cell = f"{value:g}" if isinstance(value, float) else cell
        assert cell or not column.required or column.name in ("contact_id", "claim_id"), f"{column.name} is empty"
        wrong = is_wrong(column)
        assert not (cell and wrong is not None and wrong(cell)), f"{column.name} '{cell}'"


def a_command_line(data: bytes) -> None:
    """The grammar of ``log``: what is accepted is complete, of its own parties, and survives being written and read."""
    kept, claims = complete_with(arguments_of(data))
    assert list(kept.parties) == sorted(set(kept.parties))
    assert len(kept.parties) >= 2
    in_order(kept.date)
    assert {kept.initiator, kept.host} <= {None, *kept.parties}
    assert {person.party for person in kept.participants} <= set(kept.parties)
    assert {told.reported_by for told in kept.statements} <= {"media", *kept.parties}
    assert {told.source_url for told in kept.statements} <= {None, *(source.url for source in kept.sources)}
    named = contact_id(kept.dyad_slug, kept.date, kept.channel, kept.level)
    item = {**whole_item(kept, ()), "contact_id": named, "parties": ";".join(kept.parties)}
    fits(CONTACTS, item)
    for table, details in ((STATEMENTS, item["statements"]), (SOURCES, item["sources"])):
        assert isinstance(details, list)
        for detail in details:
            fits(table, detail)
    for claim in claims:
        judged(claim, kept)
    written(whole_item(kept, map(claim_item, claims)))


def written(item: dict[str, object]) -> None:
    """As JSON the item is what it was and nothing that a terminal obeys; as CSV no cell is calculated."""
    text = json_text(item)
    assert json.loads(text) == json.loads(json.dumps(item))
    assert OBEYED.search(text) is None
    for row in csv.reader(io.StringIO(csv_text([item], CONTACT_KEYS), newline=""), strict=True):
        assert len(row) == len(CONTACT_KEYS)
        assert not any(cell.startswith(ACTIVE) for cell in row)


def a_cell(data: bytes) -> None:
    """A text is harmless in a spreadsheet and in a terminal, and comes back exactly."""
    text = text_of(data)
    assert exact(harmless(text)) == text
    assert not harmless(text).startswith(ACTIVE)
    [_, [kept, beside]] = csv.reader(io.StringIO(csv_text([{"a": text, "b": "x"}], ["a", "b"]), newline=""), strict=True)
    assert (exact(kept), beside) == (text, "x")
    assert OBEYED.search(visible(text)) is None
    assert len(in_one_line(text).splitlines()) <= 1
    assert json.loads(json_text({"a": text})) == {"a": text}
    assert OBEYED.search(json_text({"a": text})) is None


SECRET = "hunter2-hunter2"
"""The password in the addresses below."""


def an_address(data: bytes) -> None:
    """The address of a database, with a password where one may stand: what is printed of it never has it in it."""
    user, _, rest = text_of(data).partition("\0")
    for text in (
        f"postgresql://{user}:{SECRET}@{rest}",
        f"postgresql://{user}@{rest}{'&' if '?' in rest else '?'}password={SECRET}",
    ):
        try:
            url = read_url(text)
        except StoreError as refused:
            if SECRET not in str(refused):
                raise
            raise AssertionError(f"a password is told: {refused}") from refused
        assert SECRET not in shown(url), shown(url)


class _Known:
    """What names stand for, by the shipped record: as the store answers, without asking a database each time."""

    def __init__(self) -> None:
        record = shipped_record()
        parties = [*record.parties.values()]
        self._parties = {name_key(name): party for party in parties for name in (party.code, party.name)}
        self._topics = {name_key(name): topic.topic for topic in record.topics.values() for name in (topic.label, topic.topic)}
        self._holders = record.officeholders
        self._people = {name_key(holder.person): holder.person for holder in record.officeholders}

    def party(self, text: str) -> Party:
        if (found := self._parties.get(name_key(text))) is None:
            raise NotFoundError(f"no party '{text}'", mend=did_you_mean(nearest(text, self._parties)))
        return found

    def topic(self, text: str) -> str:
        if (found := self._topics.get(name_key(text))) is None:
            raise NotFoundError(f"no topic '{text}'", mend=did_you_mean(nearest(text, self._topics)))
        return found

    def person(self, text: str) -> str:
        if (found := self._people.get(name_key(text))) is None:
            raise NotFoundError(f"nobody called '{text}'", mend=did_you_mean(nearest(text, self._people.values())))
        return found

    def holders(self) -> Sequence[Officeholder]:
        return self._holders


@lru_cache(maxsize=1)
def _known() -> _Known:
    return _Known()
