"""How was all this found: definitions, declared coverage, the day it was drawn for and the command that drew it."""

from dataclasses import dataclass
from datetime import date

from detente.analysis.dossier import Dossier
from detente.domain.words import and_list, day_in_words
from detente.report.chart import MOST_ROWS, Row, Table

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
        "Published figures",
        "A figure in months stands beside the gap it speaks of, in the claim’s own series; claims about another series are "
        "quoted with their contact only.",
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
    coverage: Table


def method_data(dossier: Dossier, version: str) -> MethodData:
    """``version`` is that of the program."""
    facts = (
        ("As of", day_in_words(date.fromordinal(dossier.as_of))),
        ("Selection", _selection_words(dossier)),
        ("Command", dossier.command),
        ("Program", f"Détente {version}"),
    )
    return MethodData(facts, DEFINITIONS, _coverage(dossier))


def _selection_words(dossier: Dossier) -> str:
    chosen = dossier.selection.as_json()
    parts = [
        f"{name}: {', '.join(map(str, values))}"
        for key, name in _SELECTION_WORDS.items()
        if isinstance(values := chosen[key], list)
    ]
    period = [f"{word} {chosen[word]}" for word in ("from", "to") if chosen[word] is not None]
    series = f"series by {chosen['by']}"
    return "; ".join([and_list([party.name for party in dossier.parties]), *parts, *period, series])


def _coverage(dossier: Dossier) -> Table:
    rows: list[Row] = [
        (
            window.level,
            window.channel,
            f"{window.from_date.isoformat()} to {window.to_date.isoformat()}",
            window.completeness.value,
            window.basis,
        )
        for window in dossier.windows[:MOST_ROWS]
    ]
    note = "" if rows else "Nothing is declared for these parties: no silence here can be told from not having looked."
    return Table("Declared coverage", ("Level", "Channel", "Days", "Completeness", "Why"), tuple(rows), note)
