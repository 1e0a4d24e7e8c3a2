"""``detente log``: how does a contact get on record?"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db, choice, one, taking, today, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.cli.output import Answer
    from detente.domain.contacts import Contact
    from detente.domain.drafts import Completed, Draft
    from detente.domain.judging import Judgement
    from detente.domain.officeholders import Officeholder
    from detente.domain.parties import Party
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

_LEVELS = "minister, deputy-minister, chief-of-defence or official; default: that of the people named, else minister."
_WHO = "Who took part; the office is filled in, or said: 'FRA=NAME | role=… | level=…'. Repeatable."
_STATUSES = "held (default), planned, requested, declined, unanswered, cancelled, postponed or disputed."
_CLAIM = "A published claim: the sentence, or 'about 18 months phone', 'since 2022-10 any', 'first ever phone'. Repeatable."

SAID: dict[str, tuple[Any, object]] = {
    "level": (one("--level", "WORD", _LEVELS), None),
    "setting": (one("--setting", "WORD", "bilateral (default), sidelines, multilateral or 2+2."), None),
    "status": (one("--status", "WORD", _STATUSES), None),
    "substance": (one("--substance", "WORD", "talks (default) or courtesy."), None),
    "initiator": (one("--initiator", "PARTY", "The party that asked for it."), None),
    "host": (one("--host", "PARTY", "The party in whose country it took place."), None),
    "place": (one("--place", "TEXT", "Where it took place."), None),
    "country": (one("--country", "COUNTRY", "The country of the place; default: that of the host."), None),
    "duration": (one("--duration", "LENGTH", "60, 60m or 1h30."), None),
    "summary": (one("--summary", "TEXT", "What happened, in a sentence or two."), None),
    "note": (one("--note", "TEXT", "What else should be known."), None),
    "person": (choice("--person", "PARTY=NAME", _WHO), None),
    "topic": (choice("--topic", "[PARTY=]TOPIC", "What all sides, or one, report to have spoken of. Repeatable."), None),
    "says": (choice("--says", "PARTY='TOPIC: TEXT'", "What a side reports. Repeatable."), None),
    "denies": (choice("--denies", "PARTY=TOPIC[: TEXT]", "What a side denies. Repeatable."), None),
    "source": (choice("--source", "[PARTY=]URL", "Where it was published, and whose account it is. Repeatable."), None),
    "claim": (choice("--claim", "TEXT", _CLAIM), None),
    "restricted": (Annotated[bool, typer.Option("--restricted", help="It is not public.")], False),
    "also": (Annotated[bool, typer.Option("--also", help="Record it although something on record resembles it.")], False),
    "db": (Db, None),
    "as_json": (AsJson, False),
}
"""The options of log, in the order of its help."""

Ask = Annotated[bool, typer.Option("--ask", help="Ask for what is not given, with completion from the record.")]

Date = Annotated[str | None, typer.Argument(metavar="DATE", help="EDTF: 2024-04-03, 2024-04, 2024-04-03~, A/B or [A..B].")]
Medium = Annotated[str | None, typer.Argument(metavar="CHANNEL", help="phone, video, hotline, in-person, letter or other.")]
Those = Annotated[list[str] | None, typer.Argument(metavar="PARTY PARTY...", help="Two parties or more.")]


@app.command()
@taking(SAID)
def log(said: "Mapping[str, Any]", date: Date = None, channel: Medium = None, parties: Those = None, ask: Ask = False) -> None:
    """Log a contact; prints its id and what it is the first of.

    In a terminal it asks for what is missing. What may belong to a side is written PARTY=VALUE:

    \b
    detente log 2024-04-03 phone FRA RUS --person FRA='Sébastien Lecornu'
      --says RUS='ukraine-peace-talks: readiness for dialogue noted'
    """
    from detente.cli.asking import somebody_is_there
    from detente.store.opening import open_store

    day, missing = today(), date is None or channel is None or len(parties or ()) < 2
    if ask and not somebody_is_there():
        raise UsageError("--ask needs a terminal, with somebody who answers", mend="detente log 2024-04-03 phone FRA RUS")
    if ask or (missing and somebody_is_there()):
        from detente.cli.guided import Form, guided

        with open_store(said["db"], to_write=True) as store:
            form = Form.begun(store, StoreReference(store), said, (date, channel, parties), day)
            done = guided(form)
            _keep(store, done.draft, day, also=done.another, as_json=said["as_json"], offices=done.offices)
        return
    if date is None or channel is None or not parties:
        raise UsageError("log needs a date, a channel and two parties", mend="detente log 2024-04-03 phone FRA RUS")
    draft = draft_of(said, date, channel, parties)
    with open_store(said["db"], to_write=True) as store:
        _keep(store, draft, day, also=draft.anew, as_json=said["as_json"])


def _keep(
    store: "Store", draft: "Draft", day: int, *, also: bool, as_json: bool, offices: "Sequence[Officeholder]" = ()
) -> None:
    """Records what a draft stands for, and prints it."""
    from detente.domain.drafts import complete

    completed = complete(draft, StoreReference(store), today=day, tolerance=store.tolerance)
    keep(store, completed, day, also=also, as_json=as_json, offices=offices)


def keep(
    store: "Store", completed: "Completed", day: int, *, also: bool, as_json: bool, offices: "Sequence[Officeholder]" = ()
) -> None:
    """Records a complete record with the offices that go with it, and prints it.

    ``also``: it is another contact than those that it resembles.
    """
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.cli.recorded import recorded
    from detente.store.recording import record
    from detente.store.telling import judged_claims

    contact, claims = record(store, completed.contact, completed.claims, also=also, judging=also, offices=offices)
    for news in completed.notes:
        note(news)
    with recorded(contact.contact_id):
        sentence = sentence_of(store, contact, completed.names, day)
        judged = judged_claims(store, claims, include_restricted=contact.restricted)
    emit(_answer(contact, judged, sentence, day), Form(Format.JSON if as_json else Format.TEXT))


def draft_of(said: "Mapping[str, Any]", date: str, channel: str, parties: "Sequence[str]") -> "Draft":
    """What was typed, its closed vocabularies read; raises UsageError for a word that is none of them."""
    from detente.cli.claim_sentences import claims_in_short
    from detente.domain.drafts import Draft
    from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance

    return Draft(
        date=date,
        channel=word("the channel", channel, Channel),
        parties=tuple(parties),
        level=None if said["level"] is None else word("--level", said["level"], Level),
        setting=word("--setting", said["setting"] or Setting.BILATERAL, Setting),
        status=word("--status", said["status"] or Status.HELD, Status),
        substance=word("--substance", said["substance"] or Substance.TALKS, Substance),
        **{name: said[name] for name in ("initiator", "host", "place", "country", "duration", "summary", "note", "restricted")},
        persons=tuple(said["person"] or ()),
        topics=tuple(said["topic"] or ()),
        says=tuple(said["says"] or ()),
        denies=tuple(said["denies"] or ()),
        sources=tuple(said["source"] or ()),
        claims=claims_in_short(said["claim"], date),
        anew=said["also"],
    )


class StoreReference:
    """What names stand for, by the store."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._holders: list[Officeholder] | None = None
        self._parties: dict[str, Party] = {}

    def party(self, text: str) -> "Party":
        """The party named, looked up once; raises NotFoundError."""
        from detente.store.reference import find_party

        if text not in self._parties:
            self._parties[text] = find_party(self._store, text)
        return self._parties[text]

    def topic(self, text: str) -> str:
        """The id of the topic named; raises NotFoundError."""
        from detente.store.reference import find_topic

        return find_topic(self._store, text).topic

    def person(self, text: str) -> str:
        """The name on record; raises NotFoundError."""
        from detente.store.reference import find_person

        return find_person(self._store, text)

    def holders(self) -> "list[Officeholder]":
        """Every tenure known, read once."""
        from detente.store.reference import officeholders

        if self._holders is None:
            self._holders = officeholders(self._store)
        return self._holders


def sentence_of(store: "Store", contact: "Contact", names: "Sequence[str]", day: int, *, on_record: bool = True) -> str:
    """What the contact is the first of; for one that was not held, the silence it falls into.

    ``names`` are those of its parties, in the order in which they were named; ``on_record`` False: it is not recorded yet.

    The series is that of the two parties named first, the contact's channel (phone, video and hotline together) and its
    level, by office. Restricted contacts count only where this one is restricted too.
    """
    from datetime import date

    from detente.cli.restricted import answered
    from detente.domain.selection import Selection
    from detente.domain.sides import sides_in_words
    from detente.domain.vocabulary import CALL_CHANNELS, Observation
    from detente.domain.words import first_since, kind_in_words, silence_since
    from detente.store.telling import silences_of

    kind, sides = kind_in_words(contact.channel), sides_in_words(contact.level, names[:2])

    def told(chosen: Selection) -> str:
        found = silences_of(store, chosen, beside=None if on_record else contact)
        if contact.held:
            closed = [s for s in found if s.gap.following is not None and s.gap.following.contact_id == contact.contact_id]
            before = closed[0] if closed else None
            observation = before.observed.observation if before else Observation.UNKNOWN
            return first_since(kind, sides, before.gap if before else None, observation)
        running = [silence.gap for silence in found if silence.gap.open]
        if running:
            return silence_since(kind, sides, running[0], date.fromordinal(chosen.as_of))
        return f"No {kind} between {sides} is recorded before that."

    group = CALL_CHANNELS if contact.channel in CALL_CHANNELS else frozenset({contact.channel})
    until = max(day, contact.date.first_day) if contact.held else min(day, contact.date.first_day)
    selection = Selection(
        as_of=until,
        parties=tuple(contact.dyad_slug.upper().split("-")),
        channels=group,
        levels=frozenset({contact.level}),
        include_restricted=contact.restricted,
    )
    return answered(store, selection, told)


def _answer(contact: "Contact", judged: "Sequence[tuple[Judgement, tuple[str, str]]]", sentence: str, day: int) -> "Answer":
    from detente.cli.output import Answer
    from detente.cli.visible import visible
    from detente.domain.days import iso
    from detente.formats.items import CONTACT_KEYS, judged_item, whole_item

    claims = [judged_item(judgement, pair) for judgement, pair in judged]
    item = {**whole_item(contact, claims), "sentence": sentence}
    return Answer("log", iso(day), None, [item], CONTACT_KEYS, lambda canvas: visible(f"{contact.contact_id}\n{sentence}"))
