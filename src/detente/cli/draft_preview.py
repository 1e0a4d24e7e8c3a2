"""What was read in a text, shown to somebody before anything is asked: each field, how it was got, and from which words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.cli.tables import Column, Lines, Styled, Table, draw

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Cell
    from detente.domain.contacts import Contact
    from detente.domain.judging import Judgement
    from detente.drafting.proposals import Claimed, Got, Proposal

_STYLES = {"stated": "green", "inferred": "yellow", "guessed": "red"}


def preview(
    canvas: "Canvas",
    proposal: "Proposal",
    judged: "Sequence[tuple[Claimed, Judgement | None]]",
    alike: "Sequence[Contact]",
    place: tuple[int, int],
) -> str:
    """A proposed contact as a table; ``place`` is its number and that of all in the text."""
    which = f"Contact {place[0]} of {place[1]} in this text" if place[1] > 1 else "One contact in this text"
    columns = [Column("field"), Column("proposed", wrap=True, share=3), Column("how"), Column("from", wrap=True, share=5)]
    parts: list[Cell | Table | Lines] = [Styled(which, "bold"), Table(columns, list(_rows(proposal)))]
    parts += [Styled(f"Contradiction: {doubt}", "red") for doubt in proposal.doubts]
    parts += [_claim(claimed, judgement) for claimed, judgement in judged]
    parts += [
        Styled(f"Like it, and on record: {one.contact_id} ({one.date.text}, {one.status.value})", "yellow") for one in alike
    ]
    return draw(canvas, parts)


def _rows(proposal: "Proposal") -> "Iterator[list[Cell]]":
    from detente.domain.told import NOT_STATED

    fields: dict[str, str] = {
        "date": proposal.date or "not told",
        "channel": proposal.channel or "not told",
        "parties": ", ".join(proposal.parties),
        "status": proposal.status,
        "setting": proposal.setting,
        "level": proposal.level,
        "initiator": proposal.initiator or "",
        "host": proposal.host or "",
    }
    shown: set[str] = set()
    for name, value in fields.items():
        if value:
            yield [name, str(value), *_got(proposal.how.get(name), shown)]
    for one in proposal.participants:
        who = f"{one.party}: {one.person}, " + ("office not stated" if one.role == NOT_STATED else one.role)
        yield ["person", who, *_got(one.got, shown)]
    if proposal.named:
        yield ["topics", ", ".join(proposal.topics[: proposal.named]), *_got(proposal.how.get("topics"), shown)]


def _got(got: "Got | None", shown: set[str]) -> "list[Cell]":
    """How, and why or from which sentence; one that was shown is not shown again."""
    if got is None:
        return ["", ""]
    said = got.why or got.sentence or ""
    words = Styled("the same sentence", "dim") if said in shown else said
    if said and not got.why:
        shown.add(said)
    return [Styled(got.how, _STYLES[got.how]), words]


def _claim(claimed: "Claimed", judgement: "Judgement | None") -> str:
    """A sentence about a silence beside what the record says of it."""
    from detente.cli.verdicts import NOT_JUDGED, length_on_record

    said = f"Claim: “{claimed.sentence}”"
    if judgement is None:
        return f"{said}\nThe record: not judged, for no day is known."
    record = "" if judgement.gap is None else f"{length_on_record(judgement.gap)}; "
    return f"{said}\nThe record: {judgement.verdict or NOT_JUDGED}: {record}{judgement.why}"
