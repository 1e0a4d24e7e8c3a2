"""``detente show``: what does the record say of one contact?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, asking

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Cell, Part
    from detente.domain.contacts import Contact, DifferingValue, Source, Statement
    from detente.domain.judging import Judgement
    from detente.store.history import Change
    from detente.store.judgements import Told

app = typer.Typer(**PLAIN)

ContactId = Annotated[str, typer.Argument(metavar="ID", help="The id of a contact, as list and gaps print it.")]


@app.command()
@asking(without=set(CHOOSING) - {"include_restricted", "known_on"})
def show(asked: Asked, contact_id: ContactId) -> None:
    """Show one contact: both accounts side by side, sources, claims.

    Also what it is the first of, the verdict on each claim, and the values on which sources differ, with the one adopted.
    CSV has the contact without its details; JSON has everything.
    """
    from detente.cli.output import Answer, emit
    from detente.formats.items import CONTACT_KEYS, judged_item, whole_item
    from detente.formats.revised import change_item
    from detente.store import contacts
    from detente.store.history import history
    from detente.store.judgements import judgements_of
    from detente.store.meant import meant
    from detente.store.telling import judged_claims, sentences

    form = asked.form()
    with asked.store() as store:
        whole = asked.include_restricted
        contact_id = meant(store, contact_id, include_restricted=whole)
        contact = contacts.contact(store, contact_id, include_restricted=whole)
        claims = contacts.claims(store, contact_id=contact_id, include_restricted=whole)
        judged = judged_claims(store, claims, include_restricted=whole)
        found, _ = sentences(store, contact, include_restricted=whole)
        changes = history(store, contact_id, include_restricted=whole)
        told = judgements_of(store, contact_id, include_restricted=whole)
    item = {
        **whole_item(contact, [judged_item(judgement, pair) for judgement, pair in judged]),
        "judgements": [{"contact_id": one.other, "verdict": one.verdict.value, "why": one.why} for one in told],
        "history": [_without_contents(change_item(change)) for change in changes],
    }
    emit(
        Answer(
            command="show",
            as_of=None,
            selection=None,
            items=[item],
            columns=CONTACT_KEYS,
            picture=lambda canvas: picture(canvas, contact, judged, found[0].sentence if found else "", changes, told),
        ),
        form,
    )


def _without_contents(item: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in item.items() if name not in ("before", "after")}


def picture(
    canvas: "Canvas",
    contact: "Contact",
    judged: "Sequence[tuple[Judgement, tuple[str, str]]]",
    first: str,
    changes: "Sequence[Change]",
    told: "Sequence[Told]",
) -> str:
    """The card of a contact; ``first`` is the sentence that says since when it is the first, or empty."""
    from detente.cli.tables import Column, Lines, Styled, Table, draw
    from detente.cli.verdicts import verdict_row

    parts: list[Part] = [Styled(contact.contact_id, "bold"), *([Styled(first, "bold")] if first else []), _facts(contact)]
    parts.append(contact.summary)
    if contact.note:
        parts.append(Styled(f"Note: {contact.note}", "dim"))
    if contact.statements:
        parts += _readouts(contact)
    if contact.values:
        columns = [Column("sources differ on"), Column("adopted", wrap=True), Column("another value", wrap=True)]
        parts.append(Table([*columns, Column("from", wrap=True)], [_differing(contact, value) for value in contact.values]))
    if judged:
        columns = [
            Column("claim"),
            Column("verdict"),
            Column("published", wrap=True, share=5),
            Column("record", wrap=True, share=4),
        ]
        parts.append(Table(columns, [verdict_row(judgement) for judgement, _ in judged], spaced=True))
    if contact.sources:
        parts.append(Lines([line for source in contact.sources for line in _document(source)]))
    parts += (_judgement(one) for one in told)
    if len(changes) > 1:
        from detente.cli.commands.history import history_lines

        parts += [Styled("History", "bold"), "\n".join(history_lines(changes))]
    return draw(canvas, parts)


def _judgement(told: "Told") -> str:
    why = f": {told.why}" if told.why else ""
    if told.verdict == "same":
        return f"Judged to be the same contact as {told.other}, which is on record no more{why}"
    return f"Judged not to be the same contact as {told.other}{why}"


def _differing(contact: "Contact", value: "DifferingValue") -> "list[Cell]":
    """The value that the record adopts beside the one that another source gives, and who published that."""
    from detente.formats.items import contact_item

    adopted = contact_item(contact).get(value.field)
    shown = ";".join(adopted) if isinstance(adopted, list) else "–" if adopted is None else str(adopted)
    publishers = {source.url: source.publisher for source in contact.sources}
    return [value.field, f"{shown} (adopted)", value.value, publishers.get(value.source_url or "", value.source_url or "–")]


def _facts(contact: "Contact") -> str:
    """Date, kind and circumstances, then who took part."""
    from detente.domain.words import and_list, date_in_words

    kind = [
        date_in_words(contact.date),
        contact.channel.value,
        contact.setting.value,
        contact.level.value,
        contact.status.value,
    ]
    if contact.substance != "talks":
        kind.append(contact.substance.value)
    if contact.duration_minutes:
        kind.append(f"{contact.duration_minutes} minutes")
    where = ", ".join(part for part in (contact.place, contact.country) if part)
    asked = [
        f"{label} {value}"
        for label, value in (("asked for by", contact.initiator), ("host", contact.host), ("in", where))
        if value
    ]
    lines = [" · ".join(kind), " · ".join([and_list(contact.parties), *asked])]
    if contact.restricted:
        lines.append("NOT PUBLIC")
    return "\n".join([*lines, *(f"{p.party}  {p.person or 'somebody not named'}, {p.role}" for p in contact.participants)])


def _readouts(contact: "Contact") -> "Iterator[Part]":
    """A row for each topic: what each party says of it, side by side; then what is no side's own account.

    A party of which the record has an account that lacks the topic is told apart from one of which it has none.
    """
    from detente.cli.tables import Column, Styled, Table
    from detente.domain.vocabulary import THIRD_PARTY

    sides = list(contact.parties)
    topics = list(dict.fromkeys(statement.topic for statement in contact.statements))
    third = [statement for statement in contact.statements if statement.reported_by == THIRD_PARTY]
    official = {statement.topic for statement in contact.statements if statement.reported_by in sides}
    rows: list[list[Cell]] = [
        [Styled(topic, "bold"), *(_account(contact, topic, side) for side in sides)] for topic in topics if topic in official
    ]
    if rows:
        columns = [Column("topic"), *(Column(f"{side} says", wrap=True, share=1) for side in sides)]
        yield Table(columns, rows, spaced=True)
    if third:
        told: list[list[Cell]] = [[Styled(statement.topic, "bold"), _said(statement)] for statement in third]
        yield Table([Column("topic"), Column("media say", wrap=True, share=1)], told, spaced=True)


def _account(contact: "Contact", topic: str, side: str) -> str:
    own = [statement for statement in contact.statements if statement.reported_by == side]
    said = [_said(statement) for statement in own if statement.topic == topic]
    return "\n".join(said) or ("not in its account" if own else "no account on record")


def _said(statement: "Statement") -> str:
    """What a statement comes to: the paraphrase, whether it is a denial, who raised it."""
    raised = f" (raised by {statement.raised_by})" if statement.raised_by else ""
    if statement.stance == "denies":
        return f"– DENIES: {statement.paraphrase}{raised}" if statement.paraphrase else f"– DENIES it{raised}"
    return f"– {statement.paraphrase or 'reports it'}{raised}"


def _document(source: "Source") -> "Iterator[Cell]":
    from detente.cli.tables import Styled

    published = f", {source.published}" if source.published else ""
    yield Styled(f"{source.reliability}{source.credibility} {source.side}: {source.publisher}{published}", "bold")
    if source.title:
        yield f"   {source.title}"
    yield f"   {source.url}"
