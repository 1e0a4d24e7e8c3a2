"""``detente claims``: do the published sentences about a silence hold, and would another one?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.commands.claims_check import check
from detente.cli.groups import ListedGroup
from detente.cli.options import CHOOSING, Asked, asking, word

if TYPE_CHECKING:
    from detente.domain.contacts import Claim
    from detente.domain.grounds import Ground
    from detente.domain.judging import Judgement
    from detente.domain.parties import Dyad
    from detente.store.opening import Store


app = typer.Typer(cls=ListedGroup, help="Judge published claims about silences by the record.", **PLAIN)

Named = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PARTY PARTY|ID]", help="A pair, or the id of a contact or claim; default: every claim."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="WORD", help="first-since, silence, first-ever, statement. Repeatable.", show_default=False),
]
Verdicts = Annotated[
    list[str] | None,
    typer.Option(
        "--verdict", metavar="WORD", help="exact, rounded, unverifiable, contradicted. Repeatable.", show_default=False
    ),
]

app.command()(check)


@app.command(name="list")
@asking(without=set(CHOOSING) - {"from_", "to", "include_restricted", "known_on"})
def list_claims(asked: Asked, named: Named = None, kind: Kinds = None, verdict: Verdicts = None) -> None:
    """List published claims about silences, each with its verdict.

    A claim is judged on the series that it names: exact, rounded, unverifiable or contradicted, with the length on record
    and the contact before. --from and --to choose by the day of the claim. The summary counts every claim chosen,
    whatever --verdict leaves out. To judge a sentence that is not on record: detente claims check.
    """
    from detente.cli.output import Answer, emit
    from detente.cli.verdicts import COLUMNS, counts, picture
    from detente.domain.dates import parse
    from detente.domain.verdicts import Verdict
    from detente.domain.vocabulary import ClaimKind
    from detente.formats.items import judged_item
    from detente.store.telling import claims_named

    form = asked.form()
    kinds = [word("--kind", text, ClaimKind) for text in kind or ()]
    verdicts = [word("--verdict", text, Verdict) for text in verdict or ()]
    with asked.store() as store:
        selection = asked.selection(store, named if named and len(named) == 2 else ())
        found = claims_named(store, named or (), selection.dyad, asked.include_restricted)
        chosen = [
            claim
            for claim in found
            if claim.kind in (kinds or ClaimKind) and selection.in_period(parse(claim.asserted_on, store.tolerance).first_day)
        ]
        judged = judgements(store, chosen, include_restricted=asked.include_restricted)
    counted = counts(judgement for judgement, _ in judged)
    listed = [(judgement, pair) for judgement, pair in judged if not verdicts or judgement.verdict in verdicts]
    emit(
        Answer(
            command="claims",
            as_of=None,
            selection={
                **{key: selection.as_json()[key] for key in ("parties", "from", "to", "include_restricted")},
                "id": named[0] if named and len(named) == 1 else None,
                "kind": kinds or None,
                "verdict": verdicts or None,
            },
            items=[judged_item(judgement, pair.parties) for judgement, pair in listed],
            columns=COLUMNS,
            picture=lambda canvas: picture(canvas, [judgement for judgement, _ in listed], counted),
            summary=counted,
        ),
        form,
    )


def judgements(
    store: "Store", claims: "Iterable[Claim]", *, include_restricted: bool = False
) -> "list[tuple[Judgement, Dyad]]":
    """Each claim judged, with the pair that it speaks of; each pair is read once.

    Restricted contacts count only if asked for; a note says how many judgements they would change.
    """
    from detente.cli.verdicts import tell_hidden, with_and_without
    from detente.store.grounds import folders, ground

    pairs = folders(store)
    grounds: dict[Dyad, tuple[Ground, Ground]] = {}
    judged, hidden = [], 0
    for claim in claims:
        pair = pairs[claim.dyad_slug]
        if pair not in grounds:
            whole = ground(store, pair, include_restricted=True)
            grounds[pair] = (whole, whole if include_restricted else whole.public())
        judgement, differs = with_and_without(claim, *grounds[pair])
        judged.append((judgement, pair))
        hidden += differs
    tell_hidden(hidden)
    return judged
