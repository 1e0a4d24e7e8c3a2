"""``detente vocab``: which parties and topics may be named, and how is one added?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, Db, asking, word
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.cli.tables import Canvas, Cell
    from detente.domain.parties import Party
    from detente.domain.topics import Topic

app = typer.Typer(help="List and add parties and topics.", **PLAIN)
add = typer.Typer(help="Add a party or a topic.", **PLAIN)
app.add_typer(add, name="add")

Kind = Annotated[str, typer.Argument(metavar="parties|topics", help="Which vocabulary.")]


@app.command(name="list")
@asking(without=set(CHOOSING) - {"known_on"})
def list_words(asked: Asked, vocabulary: Kind) -> None:
    """List the parties or the topics that may be named."""
    from detente.cli.output import emit
    from detente.store import reference

    if vocabulary not in ("parties", "topics"):
        raise UsageError(f"there is no vocabulary '{vocabulary}'", mend="one of parties, topics")
    form = asked.form()
    with asked.store() as store:
        answer = _parties(reference.parties(store)) if vocabulary == "parties" else _topics(reference.topics(store))
    emit(answer, form)


def _parties(found: "dict[str, Party]") -> "Answer":
    from detente.cli.output import Answer

    columns = ("code", "name", "kind", "ministry", "ministry_native")
    items = [
        {"code": p.code, "name": p.name, "kind": p.kind.value, "ministry": p.ministry, "ministry_native": p.ministry_native}
        for p in found.values()
    ]
    rows: list[Sequence[Cell]] = [[p.code, p.name, p.kind.value, p.ministry or ""] for p in found.values()]
    return Answer(
        "vocab list", None, None, items, columns, lambda canvas: _picture(canvas, columns[:4], rows), {"parties": len(items)}
    )


def _topics(found: "dict[str, Topic]") -> "Answer":
    from detente.cli.output import Answer
    from detente.cli.tables import Styled

    columns = ("topic", "label", "definition", "broader", "plover_context")
    items = [
        {
            "topic": t.topic,
            "label": t.label,
            "definition": t.definition,
            "broader": t.broader,
            "plover_context": t.plover_context,
        }
        for t in found.values()
    ]
    rows: list[Sequence[Cell]] = [
        [Styled(t.topic, "bold") if t.broader is None else f"  {t.topic}", t.label, t.definition] for t in found.values()
    ]
    return Answer(
        "vocab list", None, None, items, columns, lambda canvas: _picture(canvas, columns[:3], rows), {"topics": len(items)}
    )


def _picture(canvas: "Canvas", columns: Sequence[str], rows: "Sequence[Sequence[Cell]]") -> str:
    from detente.cli.tables import Column, Table, draw

    return draw(canvas, [Table([Column(name, wrap=place > 0) for place, name in enumerate(columns)], rows)])


@add.command()
def party(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Two to four capital letters.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The English name.")],
    kind: Annotated[str, typer.Option("--kind", metavar="organisation|state", help="What it is.")] = "organisation",
    ministry: Annotated[
        str | None, typer.Option("--ministry", metavar="NAME", help="Its defence ministry, in English.")
    ] = None,
    native: Annotated[str | None, typer.Option("--ministry-native", metavar="NAME", help="In the national language.")] = None,
    db: Db = None,
) -> None:
    """Add a party; every state of ISO 3166-1 is there from the start."""
    from detente.cli.failure import note
    from detente.domain.package import MOST_OF_NAME, PARTIES
    from detente.domain.parties import Party
    from detente.domain.vocabulary import PartyKind
    from detente.store.opening import open_store
    from detente.store.reference import add_party

    new = Party(_fitting(PARTIES["code"].pattern, "code", code), name, word("--kind", kind, PartyKind), ministry, native)
    if not name.strip():
        raise RejectedError("the name is empty", mend="give the English name")
    _short_enough("name", name, MOST_OF_NAME)
    with open_store(db, to_write=True) as store:
        add_party(store, new)
    note(f"added the party {code}, {name}")


@add.command()
def topic(
    name: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and hyphens.")],
    label: Annotated[str, typer.Option("--label", metavar="TEXT", help="What reports call it.")],
    definition: Annotated[str, typer.Option("--definition", metavar="TEXT", help="What belongs to it, in a sentence.")],
    broader: Annotated[str | None, typer.Option("--broader", metavar="TOPIC", help="The broad topic above it.")] = None,
    context: Annotated[
        str | None, typer.Option("--plover-context", metavar="WORD", help="The nearest context of PLOVER; default: that above.")
    ] = None,
    db: Db = None,
) -> None:
    """Add a topic, below a broad one or (without --broader) as a broad one."""
    from detente.cli.failure import note
    from detente.domain.package import MOST_OF_TOPIC, TOPICS
    from detente.domain.topics import Topic
    from detente.domain.vocabulary import PLOVER_CONTEXTS
    from detente.store import reference
    from detente.store.opening import open_store

    _short_enough("topic", _fitting(TOPICS["topic"].pattern, "topic", name), MOST_OF_TOPIC)
    if context is not None and context not in PLOVER_CONTEXTS:
        raise UsageError(f"--plover-context '{context}' is not known", mend=f"one of {', '.join(PLOVER_CONTEXTS)}")
    with open_store(db, to_write=True) as store:
        above = None if broader is None else reference.find_topic(store, broader)
        context = context or (above.plover_context if above else None)
        if context is None:
            raise UsageError("a broad topic needs --plover-context", mend="the nearest context of PLOVER, such as military")
        reference.add_topic(store, Topic(name, label, definition, above.topic if above else None, context))
    note(f"added the topic {name}")


def _short_enough(what: str, text: str, most: int) -> None:
    from detente.domain.cell_values import longer_than

    if longer_than(most, text):
        raise RejectedError(f"the {what} is too long", mend=f"{most} characters are the most")


def _fitting(pattern: str, what: str, text: str) -> str:
    import re

    if not re.fullmatch(pattern, text, re.ASCII):
        forms = {"code": "use two to four capital letters", "topic": "use small letters, digits and hyphens"}
        raise RejectedError(f"'{text}' is no {what}", mend=forms[what])
    return text
