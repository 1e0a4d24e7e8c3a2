"""``detente offices``: who held which office when, and how is that put on record, ended and corrected?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import PLAIN
from detente.cli.groups import ListedGroup
from detente.cli.office_options import FROM, LEVEL, ROLE, SOURCE, TO, changed, new_tenure, others_in_words
from detente.cli.options import CHOOSING, Asked, Db, Words, asking, one, taking
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.cli.tables import Canvas, Cell
    from detente.domain.officeholders import Officeholder
    from detente.store.opening import Store

app = typer.Typer(cls=ListedGroup, help="List who held which office when; add, end and correct it.", **PLAIN)

Those = Annotated[
    Words, typer.Argument(metavar="[PARTY]...", help="Offices of these parties; default: all.", show_default=False)
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="Only who may have been in office on DATE.", show_default=False)
]
Holder = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Only what NAME held.", show_default=False)]
Rank = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="WORD",
        help="Only minister, deputy-minister, chief-of-defence, official or foreign-minister.",
        show_default=False,
    ),
]


@app.command(name="list")
@asking(without=set(CHOOSING) - {"known_on"})
def list_offices(asked: Asked, parties: Those = None, on: On = None, person: Holder = None, office: Rank = None) -> None:
    """List who held which office from when to when.

    log takes the role and level of a participant from here. A last day that is open: as far as is known still in office.
    Person, party, level and first day, as they stand in a row, are the name of a tenure: for offices end and amend (a few
    words of it are enough), history and retract.
    """
    from detente.cli.output import Answer, emit
    from detente.formats.items import OFFICE_KEYS, office_item

    form = asked.form()
    with asked.store() as store:
        found = _chosen(store, parties or (), on, person, office)
    emit(
        Answer(
            command="offices list",
            as_of=None,
            selection={
                "parties": sorted({one.party for one in found}) if parties else [],
                "on": on,
                "person": person,
                "office": office,
            },
            items=[office_item(one) for one in found],
            columns=OFFICE_KEYS,
            picture=lambda canvas: _picture(canvas, found),
            summary={"offices": len(found)},
        ),
        form,
    )


def _chosen(
    store: "Store", parties: Sequence[str], on: str | None, person: str | None, office: str | None
) -> "list[Officeholder]":
    """The tenures asked for: by party, the highest office first, then by first day."""
    from detente.cli.options import word
    from detente.domain.asked import dated
    from detente.domain.officeholders import RANK
    from detente.domain.vocabulary import Office
    from detente.store.reference import find_party, find_person, officeholders

    when = None if on is None else dated("--on", on)
    rank = None if office is None else word("--level", office, Office)
    name = None if person is None else find_person(store, person)
    found = officeholders(store, *[find_party(store, text).code for text in parties])
    return sorted(
        (
            one
            for one in found
            if (when is None or one.may_hold_on(when)) and rank in (None, one.office) and name in (None, one.person)
        ),
        key=lambda one: (one.party, RANK[one.office], str(one.from_date or ""), one.person),
    )


def _picture(canvas: "Canvas", found: "Sequence[Officeholder]") -> str:
    from detente.cli.tables import Column, Table, draw

    if not found:
        return "No office on record is like that."
    columns = [
        Column("person", wrap=True),
        Column("party"),
        Column("level"),
        Column("from"),
        Column("to"),
        Column("role", wrap=True),
    ]
    rows: list[list[Cell]] = [
        [
            one.person,
            one.party,
            one.office.value,
            "" if one.from_date is None else one.from_date.isoformat(),
            _last(one),
            one.title,
        ]
        for one in found
    ]
    return draw(canvas, [Table(columns, rows)])


def _last(one: "Officeholder") -> str:
    """The last day in office; the year where only that is known."""
    from datetime import date

    if one.to_date is not None:
        return one.to_date.isoformat()
    return "open" if one.last_possible is None else str(date.fromordinal(one.last_possible).year)


Party = Annotated[str, typer.Argument(metavar="PARTY", help="Whose office it is.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Who holds it; the name as it is to stand on record.")]
Tenure = Annotated[
    list[str],
    typer.Argument(metavar="TENURE...", help="Which one: its name as list shows it, or a few words of that: shoigu minister."),
]
Also = Annotated[bool, typer.Option("--also", help="It is somebody else than whom the name resembles.")]
Why = one("--why", "TEXT", "Why; asked for in a terminal.")


@app.command()
@taking({"office": (LEVEL, None), "role": (ROLE, None), "from_": (FROM, None), "to": (TO, None), "source": (SOURCE, None),
         "also": (Also, False), "db": (Db, None)})  # fmt: skip
def add(said: "Mapping[str, Any]", party: Party, person: Name) -> None:
    """Put on record who holds or held an office.

    log then knows the role and level of whoever is named on a day of the tenure.

    \b
    detente offices add FRA 'Catherine Vautrin' --level minister --from 2025-10-12
      --source https://…
    """
    from detente.cli.failure import note
    from detente.domain.tenures import beside
    from detente.store.offices import add_office
    from detente.store.opening import open_store
    from detente.store.reference import officeholders

    with open_store(said["db"], to_write=True) as store:
        new = new_tenure(store, party, person, said, also=said["also"])
        add_office(store, new)
        others = beside(new, officeholders(store, new.party))
    note(f"on record: {in_words(new)}")
    for line in others_in_words(new, others):
        note(line)


@app.command()
@taking({"to": (one("--to", "DAY", "The last day in office, inclusive."), None),
         "successor": (one("--successor", "NAME", "Who took over; --role, --source and --from are of that tenure."), None),
         "from_": (one("--from", "DAY", "The first day of the successor; default: the day after --to."), None),
         "role": (one("--role", "TEXT", "What the office of the successor is called; default: as before."), None),
         "source": (SOURCE, None), "also": (Also, False), "why": (Why, None), "db": (Db, None)})  # fmt: skip
def end(said: "Mapping[str, Any]", words: Tenure) -> None:
    """Say on which day somebody left an office, and who took over.

    \b
    detente offices end shoigu minister --to 2024-05-12
      --successor 'Andrei Belousov' --from 2024-05-14 --source https://…
    """
    from dataclasses import replace
    from datetime import timedelta

    from detente.cli.failure import note
    from detente.store.offices import amend_office, tenure
    from detente.store.opening import open_store

    if not said["to"]:
        raise UsageError("--to is missing", mend="give the last day in office")
    if said["successor"] is None and any(said[name] is not None for name in ("from_", "role")):
        raise UsageError(
            "--from and --role are of a successor", mend="name who took over with --successor, or: detente offices amend"
        )
    with open_store(said["db"], to_write=True) as store:
        before = tenure(store, " ".join(words))
        told = {"to": said["to"]} | ({} if said["successor"] else {"source": said["source"]})
        ended = changed(before, told)
        after = None
        if said["successor"] is not None:
            assert ended.to_date is not None
            first = said["from_"] or (ended.to_date + timedelta(days=1)).isoformat()
            of_next = {"office": before.office, "role": said["role"], "from_": first, "to": None, "source": said["source"]}
            after = new_tenure(store, before.party, said["successor"], of_next, also=said["also"])
            if said["role"] is None:
                from detente.domain.told import role_of

                after = replace(after, title=role_of(before))
        is_new = amend_office(store, before, ended, successor=after, why=_why(said))
    note(f"on record: {in_words(ended)}" if is_new else f"{in_words(ended)}: the record says so already")
    if after is not None:
        note(f"on record: {in_words(after)}")


@app.command()
@taking({"person": (one("--person", "NAME", "The name, as it is to stand on record."), None), "office": (LEVEL, None),
         "role": (one("--role", "TEXT", "The office in words."), None),
         "from_": (one("--from", "DAY", "First day in office; '': not known."), None),
         "to": (one("--to", "DAY", "Last day in office; '': still in office, or not known."), None),
         "source": (SOURCE, None), "why": (Why, None), "db": (Db, None)})  # fmt: skip
def amend(said: "Mapping[str, Any]", words: Tenure) -> None:
    """Correct a tenure; what it said before stays in its history.

    A value replaces the one on record. Contacts on record keep the role that they were logged with. To take a tenure out:
    detente retract 'NAME PARTY LEVEL FIRST-DAY', or the beginning of that.

    \b
    detente offices amend lecointre --to 2021-07-21 --why 'the decree'
    """
    from detente.cli.failure import note
    from detente.store.offices import amend_office, tenure
    from detente.store.opening import open_store

    if all(said[name] is None for name in ("person", "office", "role", "from_", "to", "source")):
        raise UsageError("amend was told to change nothing", mend="see: detente offices amend --help")
    with open_store(said["db"], to_write=True) as store:
        before = tenure(store, " ".join(words))
        corrected = changed(before, said)
        is_new = amend_office(store, before, corrected, why=_why(said))
    note(f"on record: {in_words(corrected)}" if is_new else f"{in_words(corrected)}: the record says so already")


def _why(said: "Mapping[str, Any]") -> str | None:
    from detente.cli.revised import asked_why

    return (said["why"] if said["why"] is not None else asked_why()) or None


def in_words(one: "Officeholder") -> str:
    """``Sergei Shoigu, Minister of Defence (RUS, minister), 2012-11-06 to 2024-05-12``."""
    first = "first day not known" if one.from_date is None else f"{'' if one.to_date else 'since '}{one.from_date}"
    last = "" if one.to_date is None else f" to {one.to_date}"
    return f"{one.person}, {one.title} ({one.party}, {one.office}), {first}{last}"
