"""Which of somebody's rules about silences and dialogues are broken on a day, by the record as it stands?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from detente.analysis.silence import LEAST_GAPS, latest_open, quantile, survival
from detente.domain.days import clamp
from detente.domain.dialogue_words import due_in_words, kept_in_words
from detente.domain.dialogues import Dialogue
from detente.domain.gaps import Gap
from detente.domain.occasions import Followed, Kept
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.watching import (
    Finding,
    Mistake,
    Rule,
    Verdict,
    broken_from,
    last_of,
    lasted_longer,
    occasion_verdict,
    refuse_mistakes,
    worst,
)
from detente.domain.words import day_in_words
from detente.errors import DetenteError, NotFoundError, UsageError
from detente.store.dialogues import dialogue, followed_of
from detente.store.opening import Store
from detente.store.selecting import Wanted, selection
from detente.store.telling import silences_of

_WORDS = ("channel", "level", "setting", "substance", "topic", "person")

Meant = tuple[Rule, Selection, Dialogue | None]
"""A rule with the series that it is about, and its dialogue."""


def understood(
    store: Store, rules: Sequence[Rule], base: Selection, file: str, mistakes: Iterable[Mistake] = ()
) -> list[Meant]:
    """What the words of the rules mean in this store; ``base`` gives the as-of day and whether what is not public counts.

    Raises RejectedError with a line for each word that the store does not know, with its place in ``file``, and for each of
    the ``mistakes`` of form that the file has beside.
    """
    wrong = list(mistakes)
    for number, rule in enumerate(rules, start=1):
        called = f"rule '{rule.name}'" if rule.name else f"rule {number}"
        wrong += [
            (rule.lines.get(key, rule.lines.get("", 1)), f"{called}: {what}") for key, what in _unknown(store, rule, base)
        ]
    refuse_mistakes(file, wrong)
    return [(rule, _series(store, rule, base), _dialogue(store, rule, base)) for rule in rules]


def _unknown(store: Store, rule: Rule, base: Selection) -> Iterator[tuple[str, str]]:
    """Each key of the rule with a word that is not known, and what is to be said of it."""
    asked: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [("parties", {}, (party,)) for party in rule.parties]
    asked += [(name, {name: (word,)}, ()) for name in _WORDS for word in getattr(rule, name)]
    asked += [("by", {"by": rule.by}, ())] if rule.by is not None else []
    refused = ((name, _refused(store, chosen, named, base)) for name, chosen, named in asked)
    found = [(name, str(error)) for name, error in refused if error is not None]
    if not any(name == "parties" for name, _ in found):
        if (error := _refused(store, {}, rule.parties, base)) is not None:
            found.append(("parties", str(error)))
        else:
            found += _about_dialogue(store, rule, base)
    yield from found


def _refused(store: Store, chosen: dict[str, Any], parties: Sequence[str], base: Selection) -> DetenteError | None:
    try:
        selection(store, Wanted(**chosen), parties, as_of=base.as_of)
    except (UsageError, NotFoundError) as error:
        return error
    return None


def _about_dialogue(store: Store, rule: Rule, base: Selection) -> Iterator[tuple[str, str]]:
    try:
        _dialogue(store, Rule(rule.name, rule.parties, dialogue=rule.dialogue), base)
    except NotFoundError as error:
        yield "dialogue", str(error)
    except UsageError as error:
        yield "parties", str(error)


def _series(store: Store, rule: Rule, base: Selection) -> Selection:
    words = {name: getattr(rule, name) for name in _WORDS}
    wanted = Wanted(**words, by=rule.by, include_restricted=base.include_restricted, known_on=base.known_on)
    return selection(store, wanted, rule.parties, as_of=base.as_of)


def _dialogue(store: Store, rule: Rule, base: Selection) -> Dialogue | None:
    if rule.dialogue is None:
        return None
    found = dialogue(store, rule.dialogue, include_restricted=base.include_restricted)
    codes = _series(store, rule, base).parties
    if not set(codes) <= set(found.parties):
        raise UsageError(f"parties {' '.join(codes)} are not among those of {found.dialogue_id}", mend="leave them out")
    return found


def watch(store: Store, meant: Iterable[Meant]) -> list[Finding]:
    """A finding for each rule and pair, the worst first, else in the order of the rules.

    By person the silence is that of the two people whose last contact came last: those who left office will not speak again.
    """
    return worst(finding for one in meant for finding in _of_rule(store, *one))


def _of_rule(store: Store, rule: Rule, chosen: Selection, about: Dialogue | None) -> Iterator[Finding]:
    if about is not None:
        kept = followed_of(store, [about], chosen)
        yield from (_of_dialogue(rule, one) for one in kept)
        if not kept:
            yield Finding(
                rule, Verdict.NOT_JUDGED, None, "no contact between two of its parties is on record", dialogue=rule.dialogue
            )
        return
    by_pair: dict[Dyad, list[Silence]] = {}
    for silence in silences_of(store, chosen):
        by_pair.setdefault(silence.gap.dyad, []).append(silence)
    now = {pair: latest for pair, found in by_pair.items() if (latest := latest_open(found)) is not None}
    yield from (_of_silence(rule, by_pair[pair], silence) for pair, silence in now.items())
    if not now:
        yield Finding(rule, Verdict.NOT_JUDGED, chosen.dyad, "no contact of this series is on record")


def _of_silence(rule: Rule, found: Sequence[Silence], now: Silence) -> Finding:
    gap = now.gap
    counted = Finding(
        rule, Verdict.KEPT, gap.dyad, "not longer than it may be",
        persons=gap.persons, since=gap.previous, days_min=gap.days_min, days_max=gap.days_max, observed=now.observed,
    )  # fmt: skip
    own = [one.gap for one in found if one.gap.persons == gap.persons and not one.gap.open]
    limits = _limits(rule, own)
    if limits is None:
        why = f"a percentile needs {LEAST_GAPS} completed gaps; this series has {len(own) or 'none'}"
        return replace(counted, verdict=Verdict.NOT_JUDGED, why=why)
    verdict = lasted_longer(gap, *limits)
    may_break_on, breaks_on = broken_from(gap, *limits)
    return replace(
        counted, verdict=verdict, why=_LASTED.get(verdict, counted.why),
        limit_min=limits[0], limit_max=limits[1], breaks_on=breaks_on, may_break_on=may_break_on,
    )  # fmt: skip


_LASTED = {
    Verdict.BROKEN: "longer than it may be",
    Verdict.MAY_BE_BROKEN: "longer than it may be, or not: dates are not exact",
}


def _limits(rule: Rule, completed: Sequence[Gap]) -> tuple[float, float] | None:
    """What a silence may last at the least and at the most; None: too few gaps ended for the percentile.

    The percentile is the day by which that share of the completed gaps had ended, taking each at its shortest and then at its
    longest. The open gap is no part of it, or the limit would move with the days.
    """
    if rule.percentile is None:
        return None if rule.days is None else (rule.days, rule.days)
    if len(completed) < LEAST_GAPS:
        return None
    share = rule.percentile / 100
    ends = [quantile(survival(lengths, []), share).days for lengths in _lengths(completed)]
    low, high = (float(end or 0) for end in ends)
    return low, high


def _lengths(completed: Sequence[Gap]) -> tuple[list[int], list[int]]:
    return [gap.days_min for gap in completed], [gap.days_max for gap in completed]


def _of_dialogue(rule: Rule, kept: Followed) -> Finding:
    last = last_of(kept)
    verdict = occasion_verdict(last)
    shown = last if verdict in (Verdict.BROKEN, Verdict.MAY_BE_BROKEN) else kept.coming
    breaks_on = None if shown is None else clamp(shown.latest + 1)
    said = "no occasion was due yet" if last is None else f"due {due_in_words(last.due)}: {kept_in_words(last)}"
    if kept.coming is not None:
        said += f"; next by {day_in_words(date.fromordinal(kept.coming.latest))}"
    observed = None if last is None or last.kept is Kept.SUSPENDED else last.observed
    return Finding(
        rule, verdict, kept.pair, said,
        breaks_on=breaks_on, may_break_on=breaks_on, observed=observed, dialogue=kept.dialogue.dialogue_id, occasion=shown,
    )  # fmt: skip


def broken(found: Iterable[Finding]) -> list[Finding]:
    """Those that are surely broken."""
    return [finding for finding in found if finding.verdict is Verdict.BROKEN]


def counts(found: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings there are, by verdict."""
    every = [finding.verdict for finding in found]
    return {verdict.value.replace("-", "_"): every.count(verdict) for verdict in Verdict}
