"""Synthetic records: 200 dyads of skewed size, two parties, one to three topics and one source a contact."""

import csv
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from detente.domain import package
from detente.shipped import data_folder

CODES = (
    "AUS", "AUT", "BEL", "BRA", "CAN", "CHE", "CHN", "CZE", "DEU", "DNK", "EGY", "ESP", "EST", "FIN", "FRA",
    "GBR", "GRC", "HUN", "IND", "IRN", "ISR", "ITA", "JPN", "KOR", "LTU", "LVA", "MEX", "NLD", "NOR", "POL",
)  # fmt: skip
TOPICS = ["syria", "libya", "nato", "arms-control", "ukraine-war", "counter-terrorism", "deconfliction", "military-exercises"]
CHANNELS = ["phone", "phone", "phone", "in-person", "in-person", "video", "letter"]
LEVELS = ["minister", "minister", "chief-of-defence", "deputy-minister", "official"]
STATUSES = ["held"] * 19 + ["declined"]
DYADS = 200


def dyads() -> list[tuple[str, str]]:
    """The first 200 pairs of the codes, in alphabetical order."""
    return [(a, b) for i, a in enumerate(CODES) for b in CODES[i + 1 :]][:DYADS]


def write_package(folder: Path, contacts: int, seed: int = 1) -> Path:
    """A record package of that many contacts; the size of a dyad falls with its rank (1/rank)."""
    chance = random.Random(seed)
    shutil.copytree(data_folder() / "reference", folder / "reference")
    weights = [1 / rank for rank in range(1, DYADS + 1)]
    shares = [max(1, round(contacts * weight / sum(weights))) for weight in weights]
    shares[0] += contacts - sum(shares)
    for (a, b), share in zip(dyads(), shares, strict=True):
        _write_dyad(folder / "contacts" / f"{a}-{b}".lower(), a, b, share, chance)
    return folder


def _write_dyad(folder: Path, a: str, b: str, share: int, chance: random.Random) -> None:
    folder.mkdir(parents=True)
    tables = {}
    files = []
    for table in (package.CONTACTS, package.PARTICIPANTS, package.STATEMENTS, package.SOURCES):
        file = (folder / table.file).open("w", encoding="utf-8", newline="")
        files.append(file)
        tables[table.name] = csv.writer(file, lineterminator="\n")
        tables[table.name].writerow([column.name for column in table.columns if not column.optional])
    start = date(1990, 1, 1)
    for number in range(share):
        when = start + timedelta(days=chance.randrange(13_000))
        name = f"{a}-{b}-{when}-n{number}".lower()
        channel, level = chance.choice(CHANNELS), chance.choice(LEVELS)
        status = chance.choice(STATUSES)
        tables["contacts"].writerow(
            [
                name,
                when,
                channel,
                "bilateral",
                level,
                "talks",
                status,
                f"{a};{b}",
                a,
                "",
                "",
                "",
                "",
                f"Contact number {number} of the two.",
                "",
            ]
        )
        url = f"https://example.org/{name}"
        for topic in chance.sample(TOPICS, chance.randint(1, 3)):
            tables["statements"].writerow([name, topic, "", chance.choice((a, b)), "reports", "", url])
        tables["sources"].writerow([name, url, "Example", when, "", "en", a, "B", "2"])
    for file in files:
        file.close()
