"""How quickly are contacts extracted from a made-up GDELT file, and in how much memory? ``python benchmarks/event_data.py``"""

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from synthetic import CODES

from detente.formats.events.extraction import extract
from detente.formats.events.formats import format_named
from detente.formats.events.reading import Wanted
from detente.formats.events.register import register_of
from detente.store.creating import create

EVENT_CODES = ["010", "020", "036", "040", "041", "042", "043", "051", "112", "173", "190", "193"]
TYPES = ["", "GOV", "COP", "MED", "CVL", "MIL"]


def row(number: int, chance: random.Random) -> str:
    """A line of 58 columns."""
    day = date(2014, 1, 1) + timedelta(days=chance.randrange(3650))
    written = f"{day:%Y%m%d}"
    cells = [str(number), written, written[:6], written[:4], f"{day.year}.{day.month:02d}"]
    for _ in range(2):
        code, kind = chance.choice(CODES), chance.choice(TYPES)
        cells += [code + kind, f"SOMEBODY OF {code}", code, "", "", "", "", kind, "", ""]
    event = chance.choice(EVENT_CODES)
    cells += [chance.choice("01"), event, event, event[:2], "1", "1.0", "4", "1", "4", "-1.5"]
    for _ in range(3):
        cells += [
            "4",
            f"Some Town, Some Province, Some Country {chance.randrange(999)}",
            "US",
            "USDC",
            "38.9",
            "-77.0",
            "531871",
        ]
    return "\t".join([*cells, written, f"https://news.example/{day.year}/{number:09d}/what-somebody-said-to-somebody-else"])


def write(path: Path, rows: int, seed: int = 1) -> None:
    """A file of so many lines."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, rows + 1):
            file.write(row(number, chance) + "\n")


def measure(path: Path, folder: Path, engine: str, told: "multiprocessing.Queue[str]") -> None:
    """In a process of its own, so that its memory is that of the extraction alone."""
    with create(str(folder / "empty.db")) as store:
        register = register_of(store)
    start, busy = time.perf_counter(), time.process_time()
    found = extract(path, format_named("gdelt", Wanted()), register, engine=engine)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    told.put(
        f"{found.read:,} rows ({size:,.0f} MB) on {engine}: {seconds:.1f} s ({busy:.1f} s of processors), "
        f"{found.read / seconds:,.0f} rows a second, "
        f"{found.kept:,} kept, {len(found.contacts):,} contacts, peak memory {peak:,.0f} MiB"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--engine", default="duckdb")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.export.CSV"
        write(path, given.rows)
        spawn = multiprocessing.get_context("spawn")
        told: multiprocessing.Queue[str] = spawn.Queue()
        process = spawn.Process(target=measure, args=(path, Path(folder), given.engine, told))
        process.start()
        process.join()
        print(told.get(timeout=5))


if __name__ == "__main__":
    main()
