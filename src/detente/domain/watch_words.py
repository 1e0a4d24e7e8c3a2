"""How is it said that a rule is broken, may be, or cannot be judged: once with today's figures, once in words that last?"""

from collections.abc import Sequence
from datetime import date

from detente.domain.days import Day
from detente.domain.dialogue_words import due_in_words
from detente.domain.watching import Finding, Verdict
from detente.domain.words import date_in_words, day_in_words, days_in_words, observed_in_short

_VERDICTS = {
    Verdict.BROKEN: "broken",
    Verdict.MAY_BE_BROKEN: "may be broken",
    Verdict.NOT_JUDGED: "cannot be judged",
    Verdict.KEPT: "kept",
}


def verdict_in_words(verdict: Verdict) -> str:
    """``broken``, ``may be broken``, ``cannot be judged``, ``kept``."""
    return _VERDICTS[verdict]


def pair_in_words(finding: Finding) -> str:
    """``FRA-RUS``, or the two people; nothing where the rule is of no pair on record."""
    return " – ".join(name for _, name in finding.persons) or str(finding.pair or "")


def limit_in_words(finding: Finding) -> str:
    """What a silence may last: ``180 days``, ``41 to 44 days``; of a dialogue its id."""
    if finding.dialogue is not None:
        return finding.dialogue
    if finding.limit_min is None or finding.limit_max is None:
        return ""
    low, high = f"{finding.limit_min:,g}", f"{finding.limit_max:,g}"
    return f"{low} days" if low == high else f"{low} to {high} days"


def silent_in_words(finding: Finding) -> str:
    """How long it has been silent, on the as-of day; empty where no silence is counted."""
    if finding.days_min is None or finding.days_max is None:
        return ""
    return days_in_words(finding.days_min, finding.days_max)


def title_in_words(finding: Finding) -> str:
    """``Paris and Moscow: FRA-RUS, broken``."""
    return f"{finding.rule.name}: {pair_in_words(finding)}, {verdict_in_words(finding.verdict)}"


def news_in_words(finding: Finding) -> str:
    """What a feed says of a rule that is broken, or may be: nothing in it is counted to the day on which it is read."""
    perhaps = finding.verdict is Verdict.MAY_BE_BROKEN
    if finding.occasion is not None:
        due = due_in_words(finding.occasion.due)
        return f"{finding.dialogue}: the occasion due {due} {'may have been' if perhaps else 'was'} missed."
    passed = "may have been passed" if perhaps else "was passed"
    return f"{_limit(finding)}, which {passed} on {_day(finding.may_break_on if perhaps else finding.breaks_on)}."


def warning_in_words(finding: Finding) -> str:
    """What a calendar says of the day on which a rule will be broken, or was: the same on each day, whenever it is asked."""
    if finding.occasion is not None:
        due, last = due_in_words(finding.occasion.due), day_in_words(date.fromordinal(finding.occasion.latest))
        return f"{finding.dialogue}: the occasion is due {due}, at the latest {last}."
    said = f"{_limit(finding)}, which is passed on {_day(finding.breaks_on)} if there is none before"
    if finding.may_break_on == finding.breaks_on:
        return f"{said}."
    return f"{said}; as dates are not exact, it may be passed from {_day(finding.may_break_on)} on."


def _limit(finding: Finding) -> str:
    if finding.since is None:
        return finding.why
    said = f"No contact of this series is recorded since {date_in_words(finding.since.date)} ({finding.since.contact_id})"
    return f"{said}; the limit is {limit_in_words(finding)}"


def _day(day: Day | None) -> str:
    return "a day not known" if day is None else day_in_words(date.fromordinal(day))


def reasons_in_words(found: Sequence[Finding]) -> list[str]:
    """What figures do not tell: of dialogues, of what may be broken, of what cannot be judged; and notes of rules not kept."""
    told = [
        f"{finding.rule.name}, {pair_in_words(finding)}: {finding.why}" if pair_in_words(finding) else
        f"{finding.rule.name}: {finding.why}"
        for finding in found
        if finding.since is None or finding.verdict in (Verdict.MAY_BE_BROKEN, Verdict.NOT_JUDGED)
    ]  # fmt: skip
    noted = [f"{one.rule.name}: {one.rule.note}" for one in found if one.rule.note and one.verdict is not Verdict.KEPT]
    return [*told, *dict.fromkeys(noted)]


def looked_at_in_words(finding: Finding) -> str:
    """How far the silence was looked at: ``yes``, ``43 %``, ``no``, ``unknown``; empty where none is counted."""
    if finding.observed is None:
        return ""
    return observed_in_short(finding.observed)
