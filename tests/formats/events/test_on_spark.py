"""Spark runs the same expressions as DuckDB, and finds the same."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from detente.formats.events.reading import Wanted
from tests.formats.events.conftest import MADE_UP, Extracting
from tests.formats.events.rows import MILITARY_OF, icews
from tests.formats.events.test_made_up_files import FILES

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(find_spec("pyspark") is None, reason="PySpark is not installed: pip install 'detente[spark]'"),
    pytest.mark.skipif(
        shutil.which("java") is None, reason="Java is not installed (on Debian: apt-get install openjdk-17-jre-headless)"
    ),
    pytest.mark.filterwarnings("ignore"),  # Spark, its gateway and what it calls are not ours to mend
]


@pytest.mark.parametrize("name", ["made_up_numbers", "made_up_gdelt.csv", "made_up_polecat.txt", "made_up_keds_weis.txt"])
def test_the_made_up_files(name: str, extracting: Extracting) -> None:
    format_, wanted, _ = FILES[name]
    assert extracting(MADE_UP / name, format_, wanted, engine="spark") == extracting(MADE_UP / name, format_, wanted)


def test_bytes_that_are_no_text(tmp_path: Path, extracting: Extracting) -> None:
    """Several files, a mark at the beginning, both line ends, blank lines and none at the end: lines keep their numbers."""
    first, second = (icews(id_, "2014-04-03", "041", MILITARY_OF["FRA"], MILITARY_OF["RUS"]).encode() for id_ in (1, 2))
    (tmp_path / "a.tab").write_bytes(
        b"\xef\xbb\xbf" + first + b"\r\n\xff\xfe\t1\r\n\nhas\x00nul\n" + b"x" * 1_000_001 + b"\n" + second
    )
    (tmp_path / "b.tab").write_bytes(b"\n\n" + first + b"\nshort\n")
    on_spark = extracting(tmp_path, "icews", engine="spark")
    assert on_spark == extracting(tmp_path, "icews", Wanted())
    assert set(on_spark.lines) == {
        "a.tab:2: is not UTF-8 text",
        "a.tab:4: holds a NUL",
        "a.tab:5: is longer than 1,000,000 bytes",
        "b.tab:4: has not the 20 columns of an ICEWS file",
    }
