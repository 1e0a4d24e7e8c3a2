"""``detente watch``: has a dialogue gone quiet for longer than somebody's rules allow?"""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, asking
from detente.errors import SilenceError, UsageError

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.cli.tables import Canvas, Cell, Table
    from detente.domain.selection import Selection
    from detente.domain.watching import Finding
    from detente.formats.watch_rules import RuleFile

app = typer.Typer(**PLAIN)

_CHOSEN = {"channel", "setting", "substance", "topic", "person", "status", "level", "from_", "to", "by"}


class Carrier(StrEnum):
    """What carries the news elsewhere, beside text, JSON and the tables."""

    MARKDOWN = "markdown"
    RSS = "rss"
    ATOM = "atom"
    ICALENDAR = "icalendar"


_ENDINGS = {".md": Carrier.MARKDOWN, ".rss": Carrier.RSS, ".atom": Carrier.ATOM, ".ics": Carrier.ICALENDAR}

Rules = Annotated[str, typer.Argument(metavar="RULES", help="A file of rules, in TOML.")]
As = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="WORD",
        help="markdown, rss, atom or icalendar; -o FILE tells by .md, .rss, .atom, .ics.",
        show_default=False,
    ),
]


@app.command()
@asking(without=_CHOSEN)
def watch(asked: Asked, rules: Rules, carrier: As = None) -> None:
    """Judge the silences by rules in a file; exit with 6 when one is broken.

    A rule names a series (parties, channel, level …) and what a silence of it may be: so many days, or a percentile of its
    own completed gaps; or a dialogue, of which the last occasion must not be missed. What may be broken, because dates are
    not exact, and what cannot be judged is told and does not count as broken.

    \b
    [[rule]]
    name = "Paris and Moscow"
    parties = ["FRA", "RUS"]
    level = "minister"
    days = 180
    """
    from detente.analysis.watching import broken, understood, watch
    from detente.cli.output import emit, emit_text
    from detente.cli.restricted import answered
    from detente.domain.selection import Selection
    from detente.formats.watch_rules import read_rules

    chosen_carrier = _carrier(asked, carrier)
    form = None if chosen_carrier else asked.form()
    told = read_rules(Path(rules))
    base = Selection(as_of=asked.day(), include_restricted=asked.include_restricted, known_on=asked.known_on)
    with asked.store() as store:
        found = answered(store, base, lambda chosen: watch(store, understood(store, told.rules, chosen, rules, told.mistakes)))
    if chosen_carrier:
        emit_text(_carried(chosen_carrier, found, base, told), None if asked.output is None else Path(asked.output))
    elif form is not None:
        emit(_answer(found, base), form)
    _tell_unjudged(found)
    if over := broken(found):
        raise SilenceError(_alarm(over), mend=_look(over[0]))


def _carrier(asked: Asked, named: str | None) -> Carrier | None:
    """The format asked for, by its name or by the ending of the file; raises UsageError where two contradict each other."""
    from detente.cli.options import word

    by_ending = None if asked.output is None else _ENDINGS.get(Path(asked.output).suffix.lower())
    if named is None:
        if by_ending and (asked.json or asked.csv):
            raise UsageError(f"-o {asked.output} and --json or --csv contradict each other", mend="give one of them")
        return by_ending
    if asked.json or asked.csv:
        raise UsageError(f"--format {named} and --json or --csv exclude each other", mend="give one of them")
    chosen = word("--format", named, Carrier)
    if by_ending not in (None, chosen):
        raise UsageError(f"-o {asked.output} and --format {named} contradict each other", mend="give one of them")
    return chosen


def _carried(carrier: Carrier, found: "Sequence[Finding]", base: "Selection", told: "RuleFile") -> str:
    if carrier is Carrier.MARKDOWN:
        from detente.report.watch_markdown import watch_markdown

        return watch_markdown(found, base.as_of, told.title)
    if carrier is Carrier.ICALENDAR:
        from detente.formats.watch_calendar import calendar

        return calendar(found, told.title)
    from detente.formats.feeds import atom, rss

    return (rss if carrier is Carrier.RSS else atom)(found, told.title, told.link)


def _answer(found: "Sequence[Finding]", base: "Selection") -> "Answer":
    from detente.analysis.watching import counts
    from detente.cli.output import Answer
    from detente.domain.days import iso
    from detente.formats.watch_items import FINDING_KEYS, finding_item

    return Answer(
        command="watch",
        as_of=iso(base.as_of),
        selection={"include_restricted": base.include_restricted, "known_on": base.known_on},
        items=[finding_item(finding) for finding in found],
        columns=FINDING_KEYS,
        picture=lambda canvas: _picture(canvas, found),
        summary=counts(found),
    )


def _tell_unjudged(found: "Sequence[Finding]") -> None:
    """Says on stderr what a carrier may leave out: nothing passes in silence."""
    from detente.cli.failure import note
    from detente.domain.watch_words import pair_in_words
    from detente.domain.watching import Verdict

    for finding in found:
        if finding.verdict is Verdict.NOT_JUDGED:
            whose = f", {pair_in_words(finding)}" if pair_in_words(finding) else ""
            note(f"rule '{finding.rule.name}'{whose} cannot be judged: {finding.why}")


def _alarm(over: "Sequence[Finding]") -> str:
    from detente.domain.watch_words import pair_in_words, silent_in_words

    first = over[0]
    silent = f"silent for {silent_in_words(first)}" if first.since is not None else first.why
    more = f", and {len(over) - 1} more" if len(over) > 1 else ""
    return f"rule '{first.rule.name}' is broken: {pair_in_words(first)}, {silent}{more}"


def _look(first: "Finding") -> str:
    if first.pair is None:
        return ""
    return f"see: detente {'last' if first.dialogue is None else 'dialogues'} {first.pair.a} {first.pair.b}"


def _picture(canvas: "Canvas", found: "Sequence[Finding]") -> str:
    """The table, what its figures do not tell, and how many rules are of each verdict."""
    from detente.analysis.watching import counts
    from detente.cli.tables import Styled, draw, fitting
    from detente.domain.watch_words import reasons_in_words

    table = fitting(canvas, *(_table(found, parts) for parts in (("since", "looked at"), ("looked at",), ())))
    told = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts(found).items() if count)
    reasons = "\n".join(reasons_in_words(found))
    return draw(canvas, [table, *([reasons] if reasons else []), Styled(f"{told}.", "dim")])


def _table(found: "Sequence[Finding]", parts: "Sequence[str]") -> "Table":
    """The rules with what is always shown and, of ``parts``, what the width has room for."""
    from datetime import date

    from detente.cli.tables import Column, Table
    from detente.domain.watch_words import limit_in_words, looked_at_in_words, pair_in_words

    def breaks_on(finding: "Finding") -> str:
        return "" if finding.breaks_on is None else date.fromordinal(finding.breaks_on).isoformat()

    columns: dict[Column, list[Cell]] = {
        Column("rule", wrap=True): [finding.rule.name for finding in found],
        Column("verdict"): [_verdict(finding) for finding in found],
        Column("between", wrap=True): [pair_in_words(finding) for finding in found],
    }
    if "since" in parts:
        columns[Column("since")] = ["" if finding.since is None else finding.since.date.text for finding in found]
    columns[Column("silent", right=True)] = [_silent(finding) for finding in found]
    columns[Column("may be", right=True)] = [limit_in_words(finding).removesuffix(" days") for finding in found]
    columns[Column("broken on")] = [breaks_on(finding) for finding in found]
    if "looked at" in parts:
        columns[Column("looked at")] = [looked_at_in_words(finding) for finding in found]
    return Table(list(columns), list(zip(*columns.values(), strict=True)))


def _silent(finding: "Finding") -> str:
    from detente.cli.commands.gaps import days

    return "" if finding.days_min is None or finding.days_max is None else days(finding.days_min, finding.days_max)


def _verdict(finding: "Finding") -> "Cell":
    from detente.cli.tables import Styled
    from detente.domain.watch_words import verdict_in_words
    from detente.domain.watching import Verdict

    words = verdict_in_words(finding.verdict)
    return words if finding.verdict is Verdict.KEPT else Styled(words, "yellow")
