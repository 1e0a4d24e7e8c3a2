"""How was all this found: definitions, the day it was drawn for and the command that drew it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version

from detente.domain.dates import Tolerance
from detente.domain.selection import Selection
from detente.domain.topics import Topic
from detente.domain.words import day_in_words, widths_in_words
from detente.report.command import command_line


@cache
def release() -> str:
    """The version of Détente that a page names; asked for once, since the answer is read out of files."""
    return version("detente")


DEFINITIONS: tuple[tuple[str, str], ...] = (
    (
        "Contact",
        "One occasion on which the defence sides of two or more parties dealt with each other, or tried to. Only a contact "
        "that was held ends a gap; whatever was planned, requested, declined, left unanswered, cancelled, postponed or is "
        "disputed is shown inside the gap it falls in.",
    ),
    (
        "Gap",
        "The time from the end of one held contact to the start of the next of the same series, in days. Where dates are "
        "imprecise it is an interval. Months are days divided by 30.4375.",
    ),
    (
        "Open gap",
        "The time since the last held contact, up to the as-of day. It has not ended, so no mean or median counts it.",
    ),
    (
        "Looked at",
        "Silence is not the same as not having looked. A day counts as looked at where the record declares itself complete or "
        "fair for the level and channel; “hardly looked at” is declared poor, “not known” is declared unknown or not at all. "
        "For all levels together a day is as good as the worse of ministers and chiefs of defence.",
    ),
    (
        "Call",
        "Telephone, video and hotline together.",
    ),
    (
        "Topics",
        "Each contact counts once for a broad topic and account that reports it, however often; denials do not count. Shares "
        "are of all such reports in a year.",
    ),
    (
        "Grades",
        "Sources carry an Admiralty grade: reliability of the carrier from A (complete) to E (none), credibility of the "
        "information from 1 (confirmed) to 5 (improbable). F and 6 mean that it cannot be judged.",
    ),
    (
        "Verdicts",
        "A published claim is judged on the series that it speaks of, all contacts of the pair counting. A length is exact "
        "within half a month, rounded within one month or a tenth of the figure; a date is exact if the previous contact can "
        "lie in it. Contradicted: the record holds something else. Unverifiable: the record cannot tell, mostly because "
        "that time was hardly looked at. Of a length and a date the worse verdict counts.",
    ),
    (
        "Published figures",
        "A figure in months stands beside the gap it speaks of, in the claim’s own series; claims about another series are "
        "in the section Claims only.",
    ),
    (
        "Readouts",
        "What each side published about a contact. A topic counts once for a contact, however often it is told of. One side "
        "alone: exactly one party reports it; third parties, such as the press, do not count as a side.",
    ),
    (
        "Attempts",
        "Contacts that did not take place. The wait runs to the next held contact of the same level, whatever its channel.",
    ),
)

_SELECTION_WORDS = {
    "channel": "channels",
    "level": "levels",
    "setting": "settings",
    "substance": "substance",
    "topic": "topics",
    "person": "people",
    "status": "statuses",
}


@dataclass(frozen=True, slots=True)
class MethodData:
    """The facts that let somebody else repeat or doubt the report."""

    facts: tuple[tuple[str, str], ...]
    definitions: tuple[tuple[str, str], ...]


def method_data(selection: Selection, who: str, topics: Mapping[str, Topic], widths: Tolerance, version: str) -> MethodData:
    """``who`` names the parties in words, ``widths`` are those of the store, ``version`` is that of the program."""
    facts = [
        ("As of", day_in_words(date.fromordinal(selection.as_of))),
        ("Selection", _selection_words(selection, who)),
        ("Approximate dates", f"“about” widens {widths_in_words(widths)}, on both sides"),
        ("Command", command_line(selection, topics)),
        ("Program", f"Détente {version}"),
    ]
    if selection.known_on is not None:
        again = f"to make this report again once it has changed, add --known-on {selection.known_on} to the command"
        facts.insert(1, ("Record", f"as it stood {_at(selection.known_on)}; {again}"))
    return MethodData(tuple(facts), DEFINITIONS)


def _at(moment: str) -> str:
    """A moment of knowledge in words: a day, a time or a revision, as it was written."""
    if len(moment) == len("2024-12-31"):
        return f"at the end of {day_in_words(date.fromisoformat(moment))} (UTC)"
    return f"at {moment}"


def _selection_words(selection: Selection, who: str) -> str:
    chosen = selection.as_json()
    parts = [
        f"{name}: {', '.join(map(str, values))}"
        for key, name in _SELECTION_WORDS.items()
        if isinstance(values := chosen[key], list)
    ]
    period = [f"{word} {chosen[word]}" for word in ("from", "to") if chosen[word] is not None]
    return "; ".join([who, *parts, *period, f"series by {chosen['by']}"])
