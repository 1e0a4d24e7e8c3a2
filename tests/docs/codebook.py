"""The codebook: every word of every vocabulary, every topic, and the columns of a record package."""

import csv
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

from detente.domain import vocabulary
from tests.docs.pages import ROOT, page, rows

PAGE = ROOT / "docs" / "codebook.md"

HEAD = """# Codebook

What every word and column of a record means. This page is made from the vocabularies of the program, the topics that are shipped and the description of a record package; how to decide
between words, how sources are graded, and what is counted as a contact is told in [the record package](../data/README.md).
"""

MEANINGS: Mapping[type[StrEnum], Mapping[str, str]] = {
    vocabulary.Channel: {
        "phone": "a telephone call, or a call of which no more is known",
        "video": "a call with picture",
        "hotline": "a call over a line that is kept for the two sides",
        "in-person": "both sides in one place",
        "letter": "a letter or message in writing; held when it was delivered",
        "other": "anything else, or a talk whose medium nobody tells",
    },
    vocabulary.Setting: {
        "bilateral": "an occasion of its own, of two parties",
        "sidelines": "on the margin of another event",
        "multilateral": "of three parties or more",
        "2+2": "foreign and defence side together",
    },
    vocabulary.Level: {
        "minister": "a defence minister, acting ones too",
        "deputy-minister": "a deputy, vice or state minister of defence",
        "chief-of-defence": "the highest soldier of a country",
        "official": "anybody below these",
    },
    vocabulary.Office: {"foreign-minister": "a foreign minister, as in a 2+2; makes no contact a minister's by themself"},
    vocabulary.Substance: {"talks": "they spoke about something", "courtesy": "a greeting or handshake, and nothing else"},
    vocabulary.Status: {
        "held": "it took place; the only one that ends a silence",
        "planned": "announced, and no outcome found",
        "requested": "asked for, no outcome known",
        "declined": "asked for and refused",
        "unanswered": "asked for and left without an answer",
        "cancelled": "called off",
        "postponed": "put off to a later date",
        "disputed": "in doubt whether it took place as a contact of its own",
    },
    vocabulary.Stance: {
        "reports": "the account says that it was spoken of",
        "denies": "the account says that it was not asked, said or discussed",
    },
    vocabulary.PartyKind: {"state": "a state of ISO 3166-1", "organisation": "an international organisation"},
    vocabulary.Reliability: {
        "A": "completely reliable: own site of a government body",
        "B": "usually reliable: a wire agency or established newsroom",
        "C": "fairly reliable: somebody else's wire on the site of an established outlet",
        "D": "not usually reliable: small, partisan or reposting",
        "E": "unreliable: blogs, forums, copies of unclear ownership",
        "F": "cannot be judged; not the worst grade",
    },
    vocabulary.ClaimKind: {
        "first-since": "the first contact since a date, an event or for a length of time",
        "silence": "there has been none since, or for so long",
        "first-ever": "there was none before",
        "statement": "about a programme, or hedged beyond measure; shown and never judged",
    },
    vocabulary.Anchor: {
        "contact": "`since` is the date of the last contact",
        "event": "`since` is that of a war, an appointment, a suspension",
    },
    vocabulary.Qualifier: {
        "exact": "the figure as it stands",
        "about": "about, around, some",
        "nearly": "almost, just under",
        "more-than": "over, at least",
        "less-than": "under, within",
    },
    vocabulary.By: {"office": "goes on when a minister is replaced", "person": "belongs to the same two people"},
    vocabulary.Completeness: {
        "complete": "everything that was published is on record",
        "fair": "little should be missing",
        "poor": "much may be missing",
        "unknown": "nobody looked, or nobody knows",
    },
    vocabulary.Sameness: {"same": "the two are one contact", "not-same": "they are two, however alike"},
    vocabulary.Observation: {
        "observed": "every day of it is complete or fair",
        "partly-observed": "some days are",
        "unobserved": "no day is, and something else was declared",
        "unknown": "nothing was declared",
    },
}
"""What each word means; an office that is a level has the meaning of that level."""

_GROUPS = (
    ("`call`", "in selections and claims: phone, video and hotline together"),
    ("`any`", "in claims and coverage: every channel, level or substance"),
    ("`both`", "in `raised_by`: every party of the contact"),
    ("`media`", "in `reported_by`: an account that is no side's own"),
    ("`third`", "in `side` of a source: the same"),
)


def codebook() -> str:
    """The whole page."""
    parts = [HEAD, "## Words\n", *_words(), "### Words that stand for others\n", *_table(("word", "stands for"), _GROUPS), ""]
    return "\n".join([*parts, *_topics(), *_organisations(), *_package()])


def meaning(word: StrEnum) -> str:
    """What a word means."""
    told = MEANINGS[type(word)]
    return told[word] if word in told else MEANINGS[vocabulary.Level][word]


def vocabularies() -> list[type[StrEnum]]:
    """Every closed vocabulary, in the order of the program."""
    found = [one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, StrEnum)]
    return [one for one in found if one is not StrEnum]


def _words() -> Iterator[str]:
    for one in vocabularies():
        yield f"### {_title(one)}\n\n{(one.__doc__ or '').strip()}\n"
        yield from _table(("word", "means"), ((f"`{word}`", meaning(word)) for word in one))
        yield ""


def _title(one: type[StrEnum]) -> str:
    """``ClaimKind`` as ``Claim kind``."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in one.__name__)
    return spaced.strip().capitalize()


def _topics() -> Iterator[str]:
    yield "## Topics\n\nThose that come with a store, on two levels; `detente vocab` lists yours and adds to them. A broad topic stands for the narrower ones below it.\n"
    listed = _csv("topics")
    for broad in (topic for topic in listed if not topic["broader"]):
        yield f"### {broad['label']}\n\n`{broad['topic']}`: {broad['definition']}\n"
        narrow = [topic for topic in listed if topic["broader"] == broad["topic"]]
        if narrow:
            yield from _table(
                ("topic", "label", "definition"), ((f"`{t['topic']}`", t["label"], t["definition"]) for t in narrow)
            )
            yield ""


def _organisations() -> Iterator[str]:
    yield "## Parties\n\nEvery state of ISO 3166-1 by its alpha-3 code, and these organisations.\n"
    yield from _table(("code", "name"), ((f"`{p['code']}`", p["name"]) for p in _csv("parties") if p["kind"] == "organisation"))
    yield ""


def _csv(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _package() -> Iterator[str]:
    yield "## The tables of a package\n\nCSV, UTF-8. Columns marked * are required. `/` stands between words of a vocabulary.\n"
    for table, schema in _tables().items():
        yield f"### {table}\n"
        if key := schema.get("primaryKey") or schema.get("uniqueKeys", [None])[0]:
            yield f"No two rows agree in {', '.join(f'`{column}`' for column in key)}.\n"
        held = {row[0].rstrip(" *"): row[1] for row in rows(_section(table), "column")}
        held = {name.strip("`"): what for name, what in held.items()}
        yield from _table(
            ("column", "type", "holds"),
            ((_named(field), field["type"], held[field["name"]]) for field in schema["fields"]),
        )
        yield ""


def _tables() -> dict[str, Any]:
    """The schema of each table; those of the folders of pairs are alike."""
    resources = json.loads(page(ROOT / "data" / "datapackage.json"))["resources"]
    return {Path(resource["path"]).name: resource["schema"] for resource in reversed(resources)}


def _section(table: str) -> str:
    """What the README of the record says of a table, its links as seen from docs/."""
    text = page(ROOT / "data" / "README.md").partition(f"### {table}")[2].partition("\n#")[0]
    return text.replace("](#", "](../data/README.md#").replace("](../docs/", "](")


def _named(field: dict[str, Any]) -> str:
    return f"`{field['name']}`{' *' if field.get('constraints', {}).get('required') else ''}"


def _table(heads: tuple[str, ...], lines: Any) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in chain(lines))
