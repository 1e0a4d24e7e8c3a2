"""How does somebody log a contact who is asked for it: question by question, a look at the whole, then yes, a change, or no."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from detente.errors import AbandonedError, DetenteError

if TYPE_CHECKING:
    from detente.domain.contacts import Contact
    from detente.domain.dates import UncertainDate
    from detente.domain.drafts import Completed, Draft
    from detente.domain.officeholders import Officeholder
    from detente.domain.told import Reference
    from detente.store.opening import Store


@dataclass(slots=True)
class Form:
    """What was answered so far, as the options of ``log`` would say it, and what the record knows."""

    store: "Store"
    known: "Reference"
    day: int
    date: str = ""
    channel: str = ""
    parties: list[str] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    """What the command line has said, which is not asked for again."""
    offices: list["Officeholder"] = field(default_factory=list)
    """Tenures of people who took part that are to go on record with the contact."""

    @classmethod
    def begun(
        cls,
        store: "Store",
        known: "Reference",
        said: Mapping[str, Any],
        named: tuple[str | None, str | None, Sequence[str] | None],
        day: int,
    ) -> "Form":
        """A form in which the arguments of the command are answered already; raises as ``log`` does for what cannot be."""
        from detente.domain.asked import word
        from detente.domain.dates import parse
        from detente.domain.vocabulary import Channel

        date, channel, parties = named
        if date is not None:
            parse(date, store.tolerance)
        codes = [known.party(text).code for text in parties or ()]
        given = {name for name, value in said.items() if value not in (None, False, [])}
        given |= {name for name, value in {"date": date, "channel": channel}.items() if value is not None}
        given |= {"parties"} if len(set(codes)) > 1 else set()
        given |= {"topic"} if given & {"says", "denies"} else set()
        kept = {name: list(value) if isinstance(value, list | tuple) else value for name, value in said.items()}
        medium = "" if channel is None else word("the channel", channel, Channel).value
        return cls(store, known, day, date or "", medium, codes, kept, frozenset(given))

    @property
    def when(self) -> "UncertainDate":
        """The date that was answered; raises DateError."""
        from detente.domain.dates import parse

        return parse(self.date, self.store.tolerance)

    def copy(self) -> "Form":
        """The same answers, to be changed without changing these."""
        said = {name: list(value) if isinstance(value, list) else value for name, value in self.said.items()}
        return replace(self, parties=list(self.parties), said=said, offices=list(self.offices))

    def draft(self) -> "Draft":
        """The answers as ``log`` reads its arguments; raises UsageError."""
        from detente.cli.commands.log import draft_of

        return draft_of(self.said, self.date, self.channel, self.parties)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What somebody wants recorded; ``another``: it is another contact than those that it resembles."""

    draft: "Draft"
    another: bool
    offices: "tuple[Officeholder, ...]"


def guided(form: Form) -> Confirmed:
    """The contact that somebody wants recorded.

    Nothing is written here. Raises AbandonedError for ^C, ^D, and for who does not want it recorded.
    """
    from detente.cli.asking import with_way_back
    from detente.cli.failure import note

    note("Enter leaves a question open, Tab completes, < goes back, ^C changes nothing.")
    return settled(with_way_back(partial(_filled, form)))


def _filled(begun: Form) -> Form:
    from detente.cli.form_fields import FIELDS, asked_for

    form = begun.copy()
    for name in asked_for(form):
        FIELDS[name].ask(form)
    return form


def settled(form: Form) -> Confirmed:
    """As ``guided``, of a form that is filled in: it is looked at and changed until somebody wants it recorded, or not."""
    from detente.cli.asking import LeftError, choose, with_way_back

    while True:
        draft, twins = _looked_at(form)
        verdicts = _verdicts(draft, twins)
        answer = choose("Record it?", verdicts, "" if twins or draft is None else "yes")
        if answer == "abandon":
            raise AbandonedError
        if answer == "edit":
            with suppress(LeftError):
                form = with_way_back(partial(_edited, form), leaving=True)
        elif draft is not None:
            return Confirmed(draft, answer == "another" or "also" in form.given, tuple(form.offices))


def _edited(before: Form) -> Form:
    from detente.cli.asking import Offer, choose
    from detente.cli.form_fields import FIELDS

    form = before.copy()
    FIELDS[choose("Change what", [Offer(name, field.about) for name, field in FIELDS.items()])].ask(form)
    return form


def _verdicts(draft: "Draft | None", twins: "Sequence[Contact]") -> "list[Any]":
    """What may be done with what was looked at."""
    from detente.cli.asking import Offer

    if draft is None:
        record = []
    elif twins:
        record = [Offer("another", "record it: it is another contact than the one on record")]
    else:
        record = [Offer("yes", "record it")]
    return [*record, Offer("edit", "change an answer"), Offer("abandon", "record nothing", ("no",))]


def _looked_at(form: Form) -> "tuple[Draft | None, list[Contact]]":
    """Shows the whole; gives the draft (None: it cannot be so, which was said) and what on record it resembles."""
    from detente.cli.failure import note
    from detente.domain.drafts import complete
    from detente.store.recording import as_named

    try:
        draft = form.draft()
        completed = complete(draft, form.known, today=form.day, tolerance=form.store.tolerance)
        contact, twins = as_named(form.store, completed.contact)
    except DetenteError as error:
        note(f"That cannot be recorded: {error}")
        return None, []
    twins = [] if "also" in form.given else twins
    _show(form, replace(completed, contact=contact), twins)
    return draft, twins


def _show(form: Form, completed: "Completed", twins: "Sequence[Contact]") -> None:
    """The card of the contact as it will be, the sentence that it makes true, and what may be the same contact."""
    from detente.cli.commands.log import sentence_of
    from detente.cli.commands.offices import in_words
    from detente.cli.commands.show import picture
    from detente.cli.failure import note, tell
    from detente.cli.screen import canvas_for_questions
    from detente.cli.tables import shortened
    from detente.domain.asserting import claim_in_words
    from detente.domain.told import SAY_THEM

    contact, canvas = completed.contact, canvas_for_questions()
    sentence = sentence_of(form.store, contact, completed.names, form.day, on_record=False)
    tell("")
    tell(picture(canvas, contact, [], sentence, [], []))
    tell("")
    for claim in completed.claims:
        note(f"Claim: {claim_in_words(claim, completed.names[:2])}")
    for office in form.offices:
        note(f"With it goes on record: {in_words(office)}")
    for news in completed.notes:
        note(news.partition(SAY_THEM)[0])  # the rest is for a command line; here an answer is changed
    for twin in twins:
        note(f"On record already, and like it: {twin.contact_id} ({twin.date.text}, {twin.status.value})")
        note(f"   {shortened(twin.summary, canvas.width - 3)}")
    tell("")
