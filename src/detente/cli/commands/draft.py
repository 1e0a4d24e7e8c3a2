"""``detente draft``: which contacts does an article or readout tell of, and are they to be recorded?"""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db, today
from detente.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from detente.cli.article import Article
    from detente.cli.output import Answer
    from detente.drafting.proposals import Reading
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

File = Annotated[str, typer.Argument(metavar="FILE|-", help="A text or a saved web page; - reads what is piped in.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DAY", help="The day on which it was published.", show_default=False),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="en|fr|ru|de", help="Its language; default: that of its words.", show_default=False),
]
Url = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="Where it was published; default: what a saved page says.", show_default=False),
]


@app.command()
def draft(
    file: File, published: Published = None, lang: Lang = None, url: Url = None, db: Db = None, as_json: AsJson = False
) -> None:
    """Read an article or readout and propose what to record.

    Each field is marked stated, inferred or guessed. In a terminal it asks about each contact proposed, about what is
    guessed by itself, and records nothing before you say so; with --json it asks and records nothing.

    \b
    detente draft article.txt --published 2024-04-04
    detente draft page.html --json
    """
    from detente.cli.article import article
    from detente.cli.asking import somebody_is_there
    from detente.store.opening import open_store

    text = article(file, published=published, language=lang, url=url)  # what is wrong with it is told first
    if not as_json and file == "-":
        raise UsageError(
            "draft asks before it records, and what is piped in leaves nobody to answer",
            mend="save it and name the file: detente draft article.txt; to see what it proposes, add --json",
        )
    if not as_json and not somebody_is_there():
        raise UsageError(
            "draft asks before it records, and nobody sits at a terminal to answer",
            mend="to see what it proposes, add --json; to record, name a file and run it in a terminal",
        )
    with open_store(db, to_write=not as_json) as store:
        if as_json:
            _print(store, text)
        else:
            from detente.cli.drafting_form import confirmed

            confirmed(store, text, today())


def _print(store: "Store", text: "Article") -> None:
    from detente.cli.output import Form, Format, emit

    emit(_answer(store, text, read(store, text, text.published)), Form(Format.JSON))


def read(store: "Store", text: "Article", published: "date | None") -> "Reading":
    """What is read in a text with what the store knows; frequent topics are those up to the publication, or today."""
    from detente.drafting.of_store import known_of
    from detente.drafting.reading import read as understood

    day = today() if published is None else published.toordinal()
    return understood(text.text, known_of(store, day), published=published, language=text.language)


def _answer(store: "Store", text: "Article", found: "Reading") -> "Answer":
    from detente.cli.drafted import DRAFT_KEYS, items
    from detente.cli.output import Answer

    return Answer(
        command="draft",
        as_of=None,
        selection={"file": text.file, "url": text.url, "published": found.published, "language": found.language},
        items=items(store, found, text, today()),
        columns=DRAFT_KEYS,
        picture=lambda canvas: "",
        summary={"contacts": len(found.proposals), "text_sha256": text.sha256},
    )
