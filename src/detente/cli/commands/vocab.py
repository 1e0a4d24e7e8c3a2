"""``detente vocab``: which parties and topics may be named, which words tell of a topic, and how is one added?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.groups import WholeGroup
from detente.cli.options import CHOOSING, Asked, Db, asking, word
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.cli.tables import Canvas, Cell
    from detente.domain.parties import Party
    from detente.domain.topics import Topic

app = typer.Typer(cls=WholeGroup, help="List and add parties, topics and words.", **PLAIN)
add = typer.Typer(cls=WholeGroup, help="Add a party, a topic, or words that tell of one.", **PLAIN)
app.add_typer(add, name="add")

Kind = Annotated[str, typer.Argument(metavar="parties|topics|words|spellings", help="Which vocabulary.")]
_KINDS = ("parties", "topics", "words", "spellings")


@app.command(name="list")
@asking(without=set(CHOOSING) - {"known_on"})
def list_words(asked: Asked, vocabulary: Kind) -> None:
    """List the parties or topics that may be named, or what this store has learnt for draft."""
    from detente.cli.output import emit
    from detente.store import reference
    from detente.store.learnt import spellings, topic_words

    if vocabulary not in _KINDS:
        raise UsageError(f"there is no vocabulary '{vocabulary}'", mend=f"one of {', '.join(_KINDS)}")
    form = asked.form()
    with asked.store() as store:
        match vocabulary:
            case "parties":
                answer = _parties(reference.parties(store))
            case "topics":
                answer = _topics(reference.topics(store))
            case "words":
                answer = _learnt("words", ("word", "topic"), topic_words(store))
            case _:
                answer = _learnt("spellings", ("written", "person"), spellings(store))
    emit(answer, form)


def _learnt(kind: str, columns: tuple[str, str], entries: "dict[str, str]") -> "Answer":
    from detente.cli.output import Answer

    items = [dict(zip(columns, entry, strict=True)) for entry in entries.items()]
    rows: list[Sequence[Cell]] = [list(entry) for entry in entries.items()]
    return Answer("vocab list", None, None, items, columns, lambda canvas: _picture(canvas, columns, rows), {kind: len(items)})


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


@add.command("words")
def add_words(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="The topic that they tell of.")],
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words of any language; * stands for any ending.")],
    db: Db = None,
) -> None:
    """Add words by which draft knows a topic, beside those shipped.

    \b
    detente vocab add words grain-exports 'black sea initiative' 'cereal*'
    """
    from detente.cli.failure import note
    from detente.store.learnt import add_topic_words
    from detente.store.opening import open_store
    from detente.store.reference import find_topic

    with open_store(db, to_write=True) as store:
        named = find_topic(store, topic).topic
        kept = add_topic_words(store, named, words)
    note(f"draft takes {', '.join(kept)} for {named}")


@app.command("forget-words")
def forget_words(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words that were added.")], db: Db = None
) -> None:
    """Take back words that were added for a topic."""
    from detente.cli.failure import note
    from detente.store.learnt import drop_topic_word
    from detente.store.opening import open_store

    with open_store(db, to_write=True) as store:
        for word_ in words:
            note(f"{word_} tells of {drop_topic_word(store, word_)} no more")


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
