"""How does somebody log a contact who is asked for it: question by question, a look at the whole, then yes, a change, or no."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from detente.errors import AbandonedError, DetenteError

if TYPE_CHECKING:
    from detente.domain.contacts import Contact
    from detente.domain.drafts import Completed, Draft
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

    def draft(self) -> "Draft":
        """The answers as ``log`` reads its arguments; raises UsageError."""
        from detente.cli.commands.log import draft_of

        return draft_of(self.said, self.date, self.channel, self.parties)


def guided(form: Form) -> "tuple[Draft, bool]":
    """The contact that somebody wants recorded, and whether it is another one than those it resembles.

    Nothing is written here. Raises AbandonedError for ^C, ^D, and for who does not want it recorded.
    """
    from detente.cli.failure import note
    from detente.cli.form_fields import FIELDS, asked_for

    note("Enter leaves a question open, Tab completes, ^C leaves everything as it was.")
    for name in asked_for(form):
        FIELDS[name].ask(form)
    return settled(form)


def settled(form: Form) -> "tuple[Draft, bool]":
    """As ``guided``, of a form that is filled in: it is looked at and changed until somebody wants it recorded, or not."""
    from detente.cli.asking import Offer, choose
    from detente.cli.form_fields import FIELDS

    while True:
        draft, twins = _looked_at(form)
        verdicts = _verdicts(draft, twins)
        answer = choose("Record it?", verdicts, "" if twins or draft is None else "yes")
        if answer == "abandon":
            raise AbandonedError
        if answer == "edit":
            fields = [Offer(name, field.about) for name, field in FIELDS.items()]
            FIELDS[choose("Change what", fields)].ask(form)
        elif draft is not None:
            return draft, answer == "another" or "also" in form.given


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
    from detente.cli.commands.show import picture
    from detente.cli.failure import note, tell
    from detente.cli.screen import canvas_for_questions
    from detente.cli.tables import shortened
    from detente.domain.asserting import claim_in_words

    contact, canvas = completed.contact, canvas_for_questions()
    sentence = sentence_of(form.store, contact, completed.names, form.day, on_record=False)
    tell("")
    tell(picture(canvas, contact, [], sentence, [], []))
    tell("")
    for claim in completed.claims:
        note(f"Claim: {claim_in_words(claim, completed.names[:2])}")
    for news in completed.notes:
        note(news)
    for twin in twins:
        note(f"On record already, and like it: {twin.contact_id} ({twin.date.text}, {twin.status.value})")
        note(f"   {shortened(twin.summary, canvas.width - 3)}")
    tell("")
