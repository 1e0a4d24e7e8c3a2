"""``detente amend``: how is a contact on record corrected?"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import PLAIN
from detente.cli.commands.log import SAID
from detente.cli.options import AsJson, Db, choice, one, taking, word
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.cli.output import Answer
    from detente.domain.amendments import Amendment
    from detente.domain.listed import Changes
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

_LISTS = {
    "person": ("PARTY=NAME", "[PARTY=]NAME"),
    "topic": ("[PARTY=]TOPIC", "[PARTY=]TOPIC"),
    "says": ("PARTY='TOPIC: TEXT'", "PARTY=TOPIC[: TEXT]"),
    "denies": ("PARTY=TOPIC[: TEXT]", "PARTY=TOPIC"),
    "source": ("[PARTY=]URL", "URL"),
    "claim": ("TEXT", "CLAIM-ID"),
}
"""The lists of a contact: what is added, and by what one of it is named to be dropped."""

_SCALARS = ("level", "setting", "status", "substance", "initiator", "host", "place", "country", "duration", "summary", "note")


def _options() -> dict[str, tuple[Any, object]]:
    """Every option of log and those that change a list, in the order of the help."""
    options: dict[str, tuple[Any, object]] = {
        "date": (one("--date", "DATE", "EDTF, as log takes it."), None),
        "channel": (one("--channel", "WORD", "phone, video, hotline, in-person, letter or other."), None),
    }
    options |= {name: SAID[name] for name in _SCALARS}
    options["add_party"] = (choice("--add-party", "PARTY", "A further party. Repeatable."), None)
    options["drop_party"] = (choice("--drop-party", "PARTY", "A party that was none. Repeatable."), None)
    for name, (added, dropped) in _LISTS.items():
        options[name] = (choice(f"--{name}", added, "Instead of what is on record. Repeatable."), None)
        options[f"add_{name}"] = (choice(f"--add-{name}", added, "Repeatable."), None)
        options[f"drop_{name}"] = (choice(f"--drop-{name}", dropped, "Repeatable."), None)
    options["restricted"] = (
        Annotated[bool | None, typer.Option("--restricted/--public", help="It is not public, or is.", show_default=False)],
        None,
    )
    options["also"] = (Annotated[bool, typer.Option("--also", help="It does not matter that it resembles another.")], False)
    options["why"] = (one("--why", "TEXT", "Why; asked for in a terminal."), None)
    options["revision"] = (
        Annotated[
            int | None,
            typer.Option(
                "--revision", metavar="N", min=1, help="Only if the contact still is of revision N.", show_default=False
            ),
        ],
        None,
    )
    return options | {"db": (Db, None), "as_json": (AsJson, False)}


ContactId = Annotated[str, typer.Argument(metavar="ID", help="The id of a contact, as list and gaps print it.")]


@app.command()
@taking(_options())
def amend(said: "Mapping[str, Any]", contact_id: ContactId) -> None:
    """Correct a contact; what it said before stays in its history.

    A value replaces the one on record, an empty one ('') empties it. Lists are told anew by the options of log, or changed
    by --add-… and --drop-…; --topic, --says and --denies together make the statements. The id stays, whatever changes.

    \b
    detente amend fra-rus-2024-04-03-phone --duration 60 --drop-topic RUS=ukraine-war
      --add-source FRA=https://www.defense.gouv.fr/… --why "the French readout"
    """
    from dataclasses import replace

    from detente.cli import options
    from detente.cli.commands.log import StoreReference
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.cli.recorded import recorded
    from detente.cli.revised import asked_why
    from detente.domain.amendments import Amendment, amended
    from detente.store import amending
    from detente.store.meant import meant
    from detente.store.opening import open_store

    wanted = amendment_of(said)
    if wanted == Amendment(also=said["also"]):
        raise UsageError(
            "amend was told to change nothing", mend="name what is to change, such as --date; see: detente amend --help"
        )
    with open_store(said["db"], to_write=True) as store:
        contact_id = meant(store, contact_id, include_restricted=True)
        before = amending.known(store, contact_id)
        if said["revision"] not in (None, before.revision):
            raise RejectedError(
                f"{contact_id} is of revision {before.revision}, not {said['revision']}",
                mend="nothing was changed; see what became of it: detente history ID",
            )
        wanted = replace(wanted, claims=_in_short(wanted.claims, wanted.date or before.contact.date.text))
        done = amended(
            before.contact, before.claims, wanted, StoreReference(store), today=options.today(), tolerance=store.tolerance
        )
        why = said["why"] if said["why"] is not None else asked_why()
        amending.amend(store, before, done.contact, done.claims, why=why or None, also=said["also"])
        for news in done.notes:
            note(news)
        with recorded(contact_id):
            answer = _answer(store, contact_id)
    emit(answer, Form(Format.JSON if said["as_json"] else Format.TEXT))
    note("to take it back: detente undo")


def amendment_of(said: "Mapping[str, Any]") -> "Amendment":
    """What was typed, its closed vocabularies read; raises UsageError for a word that is none of them."""
    from detente.domain.amendments import Amendment
    from detente.domain.listed import Changes
    from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance

    def chosen(name: str, vocabulary: Any) -> Any:
        return None if said[name] is None else word(f"--{name}", said[name], vocabulary)

    return Amendment(
        **{name: said[name] for name in ("date", "initiator", "host", "place", "country", "duration", "summary", "note")},
        channel=chosen("channel", Channel),
        level=chosen("level", Level),
        setting=chosen("setting", Setting),
        status=chosen("status", Status),
        substance=chosen("substance", Substance),
        restricted=said["restricted"],
        parties=Changes(None, tuple(said["add_party"] or ()), tuple(said["drop_party"] or ())),
        persons=_changes(said, "person"),
        topics=_changes(said, "topic"),
        says=_changes(said, "says"),
        denies=_changes(said, "denies"),
        sources=_changes(said, "source"),
        claims=_changes(said, "claim"),
        also=said["also"],
    )


def _changes(said: "Mapping[str, Any]", name: str) -> "Changes":
    from detente.domain.listed import Changes

    anew = None if said[name] is None else tuple(said[name])
    return Changes(anew, tuple(said[f"add_{name}"] or ()), tuple(said[f"drop_{name}"] or ()))


def _in_short(claims: "Changes", when: str) -> "Changes":
    """Claims about a contact of the day ``when`` as a record takes them, whatever the words in which they were typed."""
    from dataclasses import replace

    from detente.cli.claim_sentences import claims_in_short

    anew = None if claims.anew is None else claims_in_short(claims.anew, when)
    return replace(claims, anew=anew, add=claims_in_short(claims.add, when))


def _answer(store: "Store", contact_id: str) -> "Answer":
    """The contact as it is now, and what its latest revision changed."""
    from detente.cli.output import Answer
    from detente.cli.visible import visible
    from detente.formats.items import CONTACT_KEYS, judged_item, whole_item
    from detente.formats.revised import change_item, change_lines
    from detente.store import contacts
    from detente.store.history import changes_of, log
    from detente.store.telling import judged_claims

    contact = contacts.contact(store, contact_id, include_restricted=True)
    claims = contacts.claims(store, contact_id=contact_id, include_restricted=True)
    judged = judged_claims(store, claims, include_restricted=contact.restricted)
    [latest] = log(store, author=store.author, limit=1, include_restricted=True)
    changes = changes_of(store, latest.number, include_restricted=True)
    lines = [line if c.record == contact_id else f"{c.record}: {line}" for c in changes for line in change_lines(c)]
    item = {
        **whole_item(contact, [judged_item(judgement, pair) for judgement, pair in judged]),
        "revision": latest.number,
        "changes": [change_item(change)["changes"] for change in changes if change.record == contact_id],
    }
    said = "\n".join([f"{contact_id}, r{latest.number}", *(f"   {line}" for line in lines)])
    return Answer("amend", None, None, [item], CONTACT_KEYS, lambda canvas: visible(said))
