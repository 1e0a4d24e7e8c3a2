"""What may be said of event data on the command line, and what of it makes no sense."""

import pytest

from tests.cli.conftest import Run
from tests.formats.events.conftest import MADE_UP


def test_what_makes_no_sense_is_said_before_a_store_is_looked_for(bare: Run) -> None:
    done = bare("import", str(MADE_UP / "made_up_icews.tab"), "--as", "icews-ids")
    assert done.status == 2
    assert "add --maps FOLDER, --base-date DAY and --step hours or days" in done.stderr


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (
            ["--as", "acled"],
            2,
            "--as 'acled' cannot be read; one of package, csv, tsv, xlsx, jsonl, parquet, icews, icews-names, icews-ids, gdelt, polecat, keds",
        ),
        (["--as", "keds"], 2, "say --codebook cameo or --codebook weis"),
        (["--as", "keds", "--codebook", "cameo"], 5, "43% of its codes are none of CAMEO"),
        (["--as", "keds", "--codebook", "weis", "--engine", "abacus"], 2, "--engine 'abacus' is not known"),
        (["--as", "keds", "--codebook", "weis", "--party", "Atlantis"], 4, "no party 'Atlantis'"),
        (["--as", "keds", "--codebook", "weis", "--update"], 2, "--update does not go with event data; leave it out"),
        (["--codebook", "weis"], 2, "--codebook is of event data"),
        (["--base-date", "2014-01-01"], 2, "--base-date is of event data"),
    ],
)
def test_what_makes_no_sense_is_one_line(options: list[str], status: int, says: str, fresh_detente: Run) -> None:
    done = fresh_detente("import", str(MADE_UP / "made_up_keds_weis.txt"), *options)
    assert (done.status, done.stdout) == (status, "")
    assert says in done.stderr.splitlines()[-1]


def test_without_ibis_the_mend_is_said(fresh_detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.formats.events import needs

    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "ibis" else object())
    done = fresh_detente("import", str(MADE_UP / "made_up_icews.tab"), "--as", "icews")
    assert done.status == 5
    assert done.stderr == "detente: event data needs Ibis; run: pip install 'detente[events]'\n"


def test_without_pyspark_the_mend_is_said(fresh_detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.formats.events import needs

    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "pyspark" else object())
    done = fresh_detente("import", str(MADE_UP / "made_up_icews.tab"), "--as", "icews", "--engine", "spark")
    assert done.status == 5
    assert done.stderr == "detente: --engine spark needs PySpark; run: pip install 'detente[spark]'\n"
