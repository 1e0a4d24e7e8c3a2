"""``detente context``: the first since when is a contact, and what does that rest on?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, asking

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Part
    from detente.domain.contacts import Contact
    from detente.domain.context import FirstSince

app = typer.Typer(**PLAIN)

ContactId = Annotated[str, typer.Argument(metavar="ID", help="The id of a contact, as list and gaps print it.")]

COLUMNS = (
    "contact_id", "parties", "scope.channel", "scope.level", "scope.setting", "scope.by", "persons", "previous.contact_id",
    "previous.date", "days_min", "days_max", "sentence", "rests_on", "observation", "weakest_grade",
)  # fmt: skip


@app.command()
@asking(without=set(CHOOSING) - {"include_restricted", "known_on"})
def context(asked: Asked, contact_id: ContactId) -> None:
    """Show what a contact is the first of, and since when.

    Every "first since" sentence that the record can carry, the most newsworthy first: by channel, level and setting, by
    office and by person. "First recorded" where not all of the silence was observed, or dates leave the order open. With
    each: the contacts it rests on, and what it would become if one of them were wrong. Of three parties: for each pair.
    """
    from detente.cli.failure import note
    from detente.cli.output import Answer, Format, emit
    from detente.store.contacts import contact as read
    from detente.store.meant import meant
    from detente.store.telling import sentences

    form = asked.form()
    with asked.store() as store:
        contact_id = meant(store, contact_id, include_restricted=asked.include_restricted)
        contact = read(store, contact_id, include_restricted=asked.include_restricted)
        found, hidden = sentences(store, contact, include_restricted=asked.include_restricted)
    if not contact.held and form.format is not Format.TEXT:  # there it is the answer
        note(_not_held(contact))
    if hidden:
        told = "one sentence" if hidden == 1 else f"{hidden} sentences"
        note(f"contacts that are not public would change {told} of these; to count them, add --include-restricted")
    emit(
        Answer(
            command="context",
            as_of=None,
            selection=None,
            items=[sentence_item(sentence) for sentence in found],
            columns=COLUMNS,
            picture=lambda canvas: picture(canvas, contact, found),
            summary={"sentences": len(found)},
        ),
        form,
    )


def sentence_item(found: "FirstSince") -> dict[str, object]:
    """A sentence with its scope and what it rests on; ``persons`` only where it speaks of two people."""
    from detente.formats.items import endpoint_item

    scope, gap = found.scope, found.gap
    item: dict[str, object] = {
        "contact_id": found.contact_id,
        "parties": list(found.parties),
        "scope": {"channel": scope.channel, "level": scope.level, "setting": scope.setting, "by": scope.by.value},
        "previous": None if gap is None else endpoint_item(gap.previous),
        "days_min": None if gap is None else gap.days_min,
        "days_max": None if gap is None else gap.days_max,
        "sentence": found.sentence,
        "rests_on": list(found.rests_on),
        "observation": found.observed.observation.value,
        "observed_share": round(found.observed.share, 4),
        "falls": [{"contact_id": fall.contact_id, "then": fall.then} for fall in found.falls],
        "weakest_grade": found.weakest_grade,
    }
    return {**item, "persons": dict(found.persons)} if found.persons else item


def picture(canvas: "Canvas", contact: "Contact", found: "Sequence[FirstSince]") -> str:
    """The best sentence with what it rests on, then all others in a table."""
    from detente.cli.tables import Column, Styled, Table, draw

    if not found:
        return f"{_not_held(contact)}."
    best = found[0]
    parts: list[Part] = [
        Styled(best.sentence, "bold"),
        "\n".join(_reasons(best)),
        Styled(" · ".join(_scope(best)), "dim"),
    ]
    if len(found) > 1:
        columns = [Column("also true", wrap=True, share=3), Column("of", wrap=True, share=1)]
        rows = [["\n".join([other.sentence, *_reasons(other)]), "\n".join(_scope(other))] for other in found[1:]]
        parts.append(Table(columns, rows, spaced=True))
    return draw(canvas, parts)


def _not_held(contact: "Contact") -> str:
    return f"{contact.contact_id} was not held ({contact.status}): only a held contact is the first since another"


_OBSERVED = {
    "observed": "silence observed",
    "partly-observed": "silence partly observed",
    "unobserved": "silence not observed",
    "unknown": "not known if observed",
}


def _scope(found: "FirstSince") -> list[str]:
    """``FRA-RUS, call, minister``, ``by office``, ``silence observed``, ``grade B2``."""
    scope = found.scope
    series = [part for part in (scope.channel, scope.level, scope.setting) if part is not None]
    pair = "-".join(found.parties)
    grade = f"grade {found.weakest_grade}" if found.weakest_grade else "no grade: a contact without a source"
    return [", ".join([pair, *series]), f"by {scope.by}", _OBSERVED[found.observed.observation.value], grade]


def _reasons(found: "FirstSince") -> list[str]:
    """What a sentence rests on besides the contact itself, and what it would be without each of those."""
    others = found.rests_on[1:]
    falls = [f"– falls if {fall.contact_id} is wrong: {fall.then}" for fall in found.falls]
    needed = {fall.contact_id for fall in found.falls}
    stands = [f"– stands even without {other}" for other in others if other not in needed]
    return [f"– rests on {', '.join(others)}" if others else "– rests on no other contact", *stands, *falls]
