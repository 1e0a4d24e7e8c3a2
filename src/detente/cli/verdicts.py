"""How is a judged claim shown: its columns, its row in a table, the count of verdicts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Cell
    from detente.domain.contacts import Claim
    from detente.domain.gaps import Gap
    from detente.domain.grounds import Ground
    from detente.domain.judging import Judgement

COLUMNS = (
    "claim_id", "contact_id", "parties", "kind", "asserted_on", "claim", "since", "anchor", "months", "qualifier", "channel",
    "level", "setting", "by", "substance", "source_url", "verdict", "length", "date", "previous.contact_id", "previous.date",
    "days_min", "days_max", "months_min", "months_max", "observation", "rests_on", "why", "persons",
)  # fmt: skip
"""The columns of the CSV of judged claims."""

NOT_JUDGED = "not judged"

STYLES = {"exact": "green", "rounded": "green", "unverifiable": "yellow", "contradicted": "red"}
"""How a verdict is coloured; its word says the same."""


def with_and_without(claim: "Claim", whole: "Ground", shown: "Ground") -> "tuple[Judgement, bool]":
    """The judgement on what is shown, and whether what is left out of it would change the verdict or the silence."""
    from detente.domain.judging import judge

    judgement = judge(claim, shown)
    if shown is whole:
        return judgement, False
    everything = judge(claim, whole)
    return judgement, (judgement.verdict, judgement.gap) != (everything.verdict, everything.gap)


def tell_hidden(judgements: int) -> None:
    """Says on stderr how many judgements restricted contacts would change, if any."""
    from detente.cli.failure import note

    if judgements:
        which = "one judgement" if judgements == 1 else f"{judgements} of the judgements"
        note(f"contacts that are not public would change {which}; to count them, add --include-restricted")


def counts(judged: "Iterable[Judgement]") -> dict[str, int]:
    """How many claims, and how many of each verdict; what is not judged is a statement."""
    from detente.domain.verdicts import Verdict

    found = Counter(judgement.verdict for judgement in judged)
    return {"claims": found.total(), **{verdict.value: found[verdict] for verdict in Verdict}, "not_judged": found[None]}


def picture(canvas: "Canvas", listed: "Sequence[Judgement]", counted: dict[str, int]) -> str:
    """A row for each claim, then how many verdicts there are of each kind."""
    from detente.cli.tables import Column, Styled, Table, draw

    figures = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counted.items() if number and name != "claims")
    if not listed:
        return "No claim fits." + (f" Of all verdicts: {figures}." if figures else "")
    claims = "1 claim" if counted["claims"] == 1 else f"{counted['claims']} claims"
    columns = [
        Column("claim"),
        Column("verdict"),
        Column("published", wrap=True, share=5),
        Column("record", wrap=True, share=4),
    ]
    rows = [verdict_row(judgement) for judgement in listed]
    return draw(canvas, [Table(columns, rows, spaced=True), Styled(f"{claims}: {figures}.", "dim")])


def verdict_row(judgement: "Judgement") -> "list[Cell]":
    """A claim in a table: its id, the verdict, what was published, what the record says."""
    from detente.cli.tables import Styled

    claim, verdict = judgement.claim, judgement.verdict or NOT_JUDGED
    said = [] if judgement.gap is None else [length_on_record(judgement.gap)]
    return [claim.claim_id, Styled(verdict, STYLES.get(verdict, "dim")), claim.claim, "; ".join([*said, judgement.why])]


def length_on_record(gap: "Gap") -> str:
    """``528 days since 2022-10-23``."""
    from detente.domain.words import days_in_words

    return f"{days_in_words(gap.days_min, gap.days_max)} since {gap.previous.date}"
