"""How much of what labelled texts tell is read out of them? ``python -m tests.drafting.scoring`` prints the table.

``retold`` and ``open`` were looked at while the rules were written. The others were each scored once as they were first seen, and
then taught the rules too: ``apart`` was written before any rule, ``later``, ``last``, ``latest`` and ``fresh`` each after those of its time;
``wires``, ``reports``, ``genres``, ``forms``, ``dispatches``, ``notices``, ``desk``, ``post``, ``capitals``, ``counters``, ``papers``, ``morning``,
``evening``, ``noon``, ``night``, ``dawn``, ``dusk``, ``spring``, ``summer``, ``autumn``, ``winter``, ``rounds`` (most of whose
texts tell of several contacts), ``frost``, ``thaw``, ``ebb``, ``flood``, ``reef``, ``delta``, ``harvest``, ``lull``, ``ember``,
``drift``, ``gust``, ``breeze``, ``mist``, ``haze``, ``dew``, ``rime``, ``sleet`` and ``squall`` by somebody who had not seen them, and
so were the banks of short texts, a line each: ``english``, ``french``, ``german``, ``russian``, ``unheld`` (what was not held),
``several`` (several contacts), ``briefs``,
``stories`` (told over several sentences), ``breves``, ``notizen``, ``zametki``, and of what was not held and of two contacts over several
sentences ``slips``, ``retards``, ``termine`` and ``sroki``. ``cove`` and ``crest`` are by somebody who had not seen the rules either.
``kiosk``, ``ticker``, ``courier``, ``bulletin``, ``gazette``, ``journal``, ``tribune``, ``herald``, ``sentinel`` and
``inquirer`` retell real press items, whose addresses their labels have: what the others say of texts that were made up is said by these of what a desk gets.
docs/draft.md has the figures of the first sight, which say more than those of today.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from detente.drafting.known import Known
from detente.drafting.language.spelling import sound
from detente.drafting.proposals import Proposal
from detente.drafting.reading import read
from tests.drafting.shipped import known

TEXTS = Path(__file__).parent / "texts"
HALVES = (
    "retold", "open", "apart", "later", "last", "latest", "fresh", "wires", "reports", "genres", "forms", "dispatches",
    "notices", "desk", "post", "capitals", "counters", "papers", "morning", "evening", "noon", "night", "dawn", "dusk",
    "spring", "summer", "autumn", "winter", "rounds", "english", "french", "german", "russian", "unheld", "several", "briefs",
    "stories", "breves", "notizen", "zametki", "frost", "thaw", "ebb", "flood", "reef", "delta", "harvest", "lull", "ember",
    "drift", "gust", "breeze", "slips", "retards", "mist", "haze", "dew", "rime", "sleet", "squall",
    "kiosk", "ticker", "courier", "bulletin", "gazette", "journal", "tribune", "herald", "sentinel",
)  # fmt: skip
LATEST = HALVES[-6:]
"""Those that ``make test`` reads; the others are read by ``make test-long``, since each text takes its time."""
UNLEARNT = ("termine", "sroki", "cove", "crest", "inquirer")
"""Sets that the rules have learnt nothing from: what they make of these is what to expect of texts that nobody has seen."""
PROBED = "2024-05-16"
"""When the short texts of ``test_probes`` were published that say nothing else."""
Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Found and right, of those found, of those to be found."""

    right: int
    found: int
    sought: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was; 1 where there was nothing."""
        return self.right / self.sought if self.sought else 1.0


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled text, what was proposed, and which proposal is which contact of the label (None: none is)."""

    name: str
    sought: Sequence[Truth]
    proposals: Sequence[Proposal]
    pairs: Sequence[tuple[Truth, Proposal | None]]


def labelled(half: str) -> Iterator[tuple[str, str, Truth]]:
    """Name, text and label of every text of a half: a file each, or, of short ones, a line."""
    if (lines := TEXTS / f"{half}.jsonl").exists():
        for label in map(json.loads, lines.read_text(encoding="utf-8").splitlines()):
            yield label.get("id", label.get("cause")), label["text"], label
        return
    for name, label in json.loads((TEXTS / half / "truth.json").read_text(encoding="utf-8")).items():
        yield name, (TEXTS / half / f"{name}.txt").read_text(encoding="utf-8"), label


@cache
def texts(half: str) -> tuple[Read, ...]:
    """Every text of a half, read."""
    return tuple(_read(name, text, label, known()) for name, text, label in labelled(half))


def _read(name: str, text: str, label: Truth, what: Known) -> Read:
    found = list(read(text, what, published=date.fromisoformat(label["published"])).proposals)
    left = list(found)
    pairs: list[tuple[Truth, Proposal | None]] = []
    for truth in sorted(label["contacts"], key=_is_background):
        best = max(left, key=lambda one: _alike(one, truth), default=None)
        if best is None or not _may_be(best, truth):
            if not _is_background(truth):
                pairs.append((truth, None))
            continue
        left.remove(best)
        pairs.append((truth, best))
    return Read(name, [truth for truth, _ in pairs], found, pairs)


def _is_background(truth: Truth) -> bool:
    """Whether a text recalls a contact in passing: to find it is right, to leave it is no fault."""
    return bool(truth.get("background"))


def _may_be(found: Proposal, truth: Truth) -> bool:
    """Whether a proposal may be a contact of the label: a party in common; of one recalled in passing, all of them and the day."""
    if _is_background(truth):
        return set(found.parties) == set(truth["parties"]) and found.date == truth["date"]
    return bool(set(found.parties) & set(truth["parties"]))


def _alike(found: Proposal, truth: Truth) -> tuple[int, bool]:
    """By what the likest proposal is chosen: the parties in common, then the day."""
    return len(set(found.parties) & set(truth["parties"])), found.date == truth["date"]


def _total(scores: Iterator[tuple[int, int, int]]) -> Score:
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def contact(one: Read) -> Iterator[tuple[int, int, int]]:
    """Whether there is any, text by text."""
    yield int(bool(one.proposals) == bool(one.sought)), 1, 1


def contacts(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each contact, known by its parties and whether it was held."""
    right = sum(p is not None and set(p.parties) == set(t["parties"]) and p.status == t["status"] for t, p in one.pairs)
    yield right, len(one.proposals), len(one.sought)


def _field(name: str, right: Callable[[Truth, Proposal], bool]) -> Callable[[Read], Iterator[tuple[int, int, int]]]:
    def scored(one: Read) -> Iterator[tuple[int, int, int]]:
        for truth, found in one.pairs:
            if truth[name] is not None:
                yield int(found is not None and right(truth, found)), 1, 1

    return scored


def parties(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each party of each contact."""
    for truth, found in one.pairs:
        said = set() if found is None else set(found.parties)
        yield len(said & set(truth["parties"])), len(said), len(truth["parties"])
    for extra in one.proposals:
        if all(extra is not found for _, found in one.pairs):
            yield 0, len(extra.parties), 0


def persons(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each person of each contact: the same party, and a surname that sounds the same."""
    for truth, found in one.pairs:
        sought = [(party, name) for name, party in truth["persons"].items()]
        said = [] if found is None else [(p.party, p.person) for p in found.participants]
        yield (
            sum(any(_same(name, other) and party == side for side, other in said) for party, name in sought),
            len(said),
            len(sought),
        )


def _same(name: str, other: str) -> bool:
    from rapidfuzz import fuzz

    mine, theirs = sound(name.split()[-1]), [sound(word) for word in other.split()]
    return any(fuzz.ratio(mine, word) >= 80 for word in theirs)


def topics(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each topic of each contact: whether it is among the ten proposed."""
    for truth, found in one.pairs:
        said = () if found is None else found.topics
        right = len(set(said) & set(truth["topics"]))
        yield right, right, len(truth["topics"])


def topics_named(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each topic of each contact: whether words of the text were understood to tell of it."""
    for truth, found in one.pairs:
        said = () if found is None else found.topics[: found.named]
        yield len(set(said) & set(truth["topics"])), len(said), len(truth["topics"])


def initiators(one: Read) -> Iterator[tuple[int, int, int]]:
    """Who asked for it."""
    for truth, found in one.pairs:
        said = None if found is None else found.initiator
        yield int(said is not None and said == truth["initiator"]), int(said is not None), int(truth["initiator"] is not None)


def claims(one: Read) -> Iterator[tuple[int, int, int]]:
    """Each sentence about a silence."""
    for truth, found in one.pairs:
        said = 0 if found is None else len(found.claims)
        yield min(said, truth["claims"]), said, truth["claims"]


FIELDS: dict[str, Callable[[Read], Iterator[tuple[int, int, int]]]] = {
    "contact or none": contact,
    "contacts (parties and status)": contacts,
    "date": _field("date", lambda truth, found: found.date == truth["date"]),
    "channel": _field("channel", lambda truth, found: str(found.channel) in truth["channel"]),
    "parties": parties,
    "persons": persons,
    "initiator": initiators,
    "topics, among the ten": topics,
    "topics, named": topics_named,
    "claims": claims,
}


def score(field: str, half: str) -> Score:
    """The score of a field over a half."""
    return _total(row for one in texts(half) for row in FIELDS[field](one))


def _cell(one: Score) -> str:
    if one.found == one.sought:
        return f"{one.recall:.2f} ({one.right}/{one.sought})"
    return f"{one.precision:.2f} / {one.recall:.2f}"


def table(halves: Sequence[str] = HALVES) -> str:
    """A line a half, a column a field: precision / recall, or one figure where both are the same."""
    lines = ["| set (texts) | " + " | ".join(FIELDS) + " |", "|---" * (len(FIELDS) + 1) + "|"]
    lines += [
        f"| {half} ({len(texts(half))}) | " + " | ".join(_cell(score(field, half)) for field in FIELDS) + " |"
        for half in halves
    ]
    return "\n".join(lines)


def failures(half: str) -> Iterator[str]:
    """What went wrong, a line each."""
    for one in texts(half):
        for field, scored in FIELDS.items():
            for right, found, sought in scored(one):
                if right < sought or (right < found and field != "topics, named"):
                    yield f"{one.name}: {field} ({right} right, {found} found, {sought} sought)"


if __name__ == "__main__":
    import sys

    print(table(sys.argv[1:] or HALVES))  # noqa: T201 - this is what the script is for
    for chosen in sys.argv[1:]:
        print(f"\n{chosen}:", *failures(chosen), sep="\n  ")  # noqa: T201 - the same
