"""How often is a sentence given to the side whose account it is? ``python -m tests.drafting.account_scores`` prints the table.

``said``, ``told`` and ``heard`` were written by somebody who had not seen the rules, scored once as they were first seen, and
then taught them; ``noted`` has taught nothing yet. A label names the sentences of each side's account by their first words; sentences of nobody's account
(background, what an account leaves out, what an analyst says) have no label.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from detente.domain.vocabulary import THIRD_PARTY
from detente.drafting.proposals import Stated
from detente.drafting.reading import read
from tests.drafting.scoring import Score
from tests.drafting.shipped import known

TEXTS = Path(__file__).parent / "accounts"
SETS = ("said", "told", "heard")
UNLEARNT = ("noted",)
"""Sets that the rules have learnt nothing from."""
Label = Mapping[str, Any]
_OPENING = 30
"""Letters by which a sentence is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text: what it says of whose account each sentence is, and what was proposed, by sentence, side and stance."""

    name: str
    sought: Sequence[Label]
    found: Mapping[tuple[str, str, str], Sequence[Stated]]

    def matched(self, label: Label) -> tuple[str, str, str] | None:
        """The account that was proposed for a label; None where none was."""
        for sentence, by, stance in self.found:
            if (by, stance) == (label["by"], label["stance"]) and holds(sentence, label["sentence"]):
                return sentence, by, stance
        return None


def _plain(text: str) -> str:
    return " ".join(text.split())


def holds(sentence: str, label: str) -> bool:
    """Whether a sentence is the one that a label names by its first letters."""
    return _plain(label)[:_OPENING] in _plain(sentence)


def labelled(name: str) -> Iterator[tuple[str, str, Label]]:
    """Name, text and label of every text of a set."""
    for text, label in json.loads((TEXTS / name / "truth.json").read_text(encoding="utf-8")).items():
        yield text, (TEXTS / name / f"{text}.txt").read_text(encoding="utf-8"), label


@cache
def texts(name: str) -> tuple[Told, ...]:
    """Every text of a set, read."""
    return tuple(_read(*one) for one in labelled(name))


def _read(name: str, text: str, label: Label) -> Told:
    reading = read(text, known(), published=date.fromisoformat(label["published"]))
    found: dict[tuple[str, str, str], list[Stated]] = {}
    for proposal in reading.proposals:
        for one in proposal.statements:
            if one.reported_by != THIRD_PARTY:
                found.setdefault((one.sentence, one.reported_by, str(one.stance)), []).append(one)
    return Told(name, label["statements"], found)


def accounts(name: str) -> Score:
    """Of the accounts that were proposed, and of those to be proposed: which are of the right side, with the right stance."""
    every = texts(name)
    right = sum(one.matched(label) is not None for one in every for label in one.sought)
    return Score(right, sum(len(one.found) for one in every), sum(len(one.sought) for one in every))


def raised(name: str) -> Score:
    """Of the right accounts: in how many the side that is told to have spoken is the right one."""
    hits = [(one.found[key][0].raised_by, label["raised"]) for one, label, key in _hits(name)]
    return Score(sum(found == sought for found, sought in hits), len(hits), len(hits))


def _hits(name: str) -> Iterator[tuple[Told, Label, tuple[str, str, str]]]:
    for one in texts(name):
        for label in one.sought:
            if (key := one.matched(label)) is not None:
                yield one, label, key


def failures(name: str) -> Iterator[str]:
    """What went wrong, a line each."""
    for one in texts(name):
        keys = {key: label for label in one.sought if (key := one.matched(label)) is not None}
        for label in one.sought:
            if one.matched(label) is None:
                yield f"{one.name}: {label['by']} {label['stance']}, not seen: {label['sentence']}"
        for sentence, by, stance in one.found:
            if (sentence, by, stance) not in keys:
                yield f"{one.name}: {by} {stance}, not so: {sentence}"


def table(sets: Sequence[str]) -> str:
    """A line a set: the accounts, precision and recall, and who spoke."""
    lines = ["| set | texts | sentences | whose account, precision / recall | who spoke, of those |", "|---|---|---|---|---|"]
    for name in sets:
        whose, spoke = accounts(name), raised(name)
        cells = [
            name,
            str(len(texts(name))),
            str(whose.sought),
            f"{whose.precision:.2f} / {whose.recall:.2f}",
            f"{spoke.recall:.2f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    print(table(sys.argv[1:] or [*SETS, *UNLEARNT]))  # noqa: T201 - this is what the script is for
    for chosen in sys.argv[1:]:
        print(f"\n{chosen}:", *failures(chosen), sep="\n  ")  # noqa: T201 - the same
