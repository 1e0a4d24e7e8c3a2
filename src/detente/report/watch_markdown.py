"""How do judged rules stand in a mail or a wiki: as a table in Markdown?"""

from collections.abc import Sequence
from datetime import date

from detente.domain.days import Day
from detente.domain.watch_words import limit_in_words, looked_at_in_words, pair_in_words, silent_in_words, verdict_in_words
from detente.domain.watching import Finding
from detente.domain.words import day_in_words
from detente.report.markdown_text import escaped

_HEADINGS = ("Rule", "Verdict", "Between", "Silent for", "May be", "Broken on", "Looked at", "Why")


def watch_markdown(found: Sequence[Finding], as_of: Day, title: str | None = None) -> str:
    """A heading, the as-of day, a row for each rule and pair, and the notes of the rules."""
    lines = [f"# {escaped(title or 'Rules about silences')}", "", f"As of {day_in_words(date.fromordinal(as_of))}.", ""]
    rows = [_HEADINGS, tuple("---" for _ in _HEADINGS), *(tuple(map(escaped, _cells(finding))) for finding in found)]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    notes = {finding.rule.name: finding.rule.note for finding in found if finding.rule.note}
    if notes:
        lines += ["", *(f"- {escaped(name)}: {escaped(note)}" for name, note in notes.items() if note)]
    return "\n".join(lines) + "\n"


def _cells(finding: Finding) -> tuple[str, ...]:
    breaks_on = "" if finding.breaks_on is None else date.fromordinal(finding.breaks_on).isoformat()
    return (
        finding.rule.name,
        verdict_in_words(finding.verdict),
        pair_in_words(finding),
        silent_in_words(finding),
        limit_in_words(finding),
        breaks_on,
        looked_at_in_words(finding),
        finding.why,
    )
