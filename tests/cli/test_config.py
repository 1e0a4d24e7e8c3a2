import os
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.store.opening import open_store
from tests.cli.conftest import Run

HERE = "detente.toml"


@pytest.fixture
def own(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own file of settings, in a home of the test; it is not there yet."""
    home = in_folder / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("DETENTE_AUTHOR")
    path = home / ".config" / "detente" / HERE
    path.parent.mkdir(parents=True)
    return path


def told(run: Run) -> dict[object, tuple[object, object]]:
    return {item["setting"]: (item["value"], item["origin"]) for item in run("config", "show", "--json").items}


def test_an_option_before_the_environment_before_the_folder_before_the_user_before_the_default(
    bare: Run, own: Path, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(bare)["approximate.days"] == (3, "default")
    assert told(bare)["as_of"] == ("today", "default")
    assert told(bare)["store"] == (str(in_folder / "home/.local/share/detente/record.db"), "default")
    own.write_text('author = "Anna"\nstore = "own.db"\nparties = ["DEU"]\n[approximate]\ndays = 7\n', encoding="utf-8")
    assert told(bare)["store"] == (str(own.parent / "own.db"), str(own))
    assert told(bare)["approximate.days"] == (7, str(own))
    Path(HERE).write_text('store = "here.db"\nparties = ["FRA", "RUS"]\n', encoding="utf-8")
    assert told(bare)["store"] == ("here.db", "./detente.toml")
    assert told(bare)["parties"] == (["FRA", "RUS"], "./detente.toml")
    assert told(bare)["author"] == ("Anna", str(own))
    monkeypatch.setenv("DETENTE_DB", "set.db")
    monkeypatch.setenv("DETENTE_PARTIES", "united states, russia")
    monkeypatch.setenv("DETENTE_APPROXIMATE_DAYS", "0")
    assert told(bare)["store"] == ("set.db", "DETENTE_DB")
    assert told(bare)["parties"] == (["united states", "russia"], "DETENTE_PARTIES")
    assert told(bare)["approximate.days"] == (0, "DETENTE_APPROXIMATE_DAYS")
    found = bare("config", "show", "--db", "asked.db", "--json").items
    assert [(item["value"], item["origin"]) for item in found if item["setting"] == "store"] == [("asked.db", "--db")]


def test_the_files_of_folders_above_are_not_looked_at(bare: Run, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(HERE).write_text("this is no TOML", encoding="utf-8")
    (in_folder / "below").mkdir()
    monkeypatch.chdir(in_folder / "below")
    assert bare("config", "show").status == 0


def test_config_path(bare: Run, own: Path) -> None:
    assert bare("config", "path").stdout == f"{own}\n"
    assert "there is none yet" in bare("config", "path").stderr
    own.write_text("", encoding="utf-8")
    assert bare("config", "path").stderr == ""


def test_a_file_is_read_only_where_it_is_needed(detente: Run) -> None:
    Path(HERE).write_text("this is no TOML", encoding="utf-8")
    store = os.environ["DETENTE_DB"]
    assert detente("--help").status == 0
    assert detente("config", "path").status == 0
    assert detente("gaps", "FRA", "RUS", "--as-of", "2025-12-31", "--db", store).status == 0
    refused = detente("gaps", "FRA", "RUS")
    assert refused.status == 2
    assert refused.stderr.startswith("detente: ./detente.toml:1: this is no TOML: ")


def test_an_unknown_setting_is_refused_with_file_line_and_the_nearest(bare: Run) -> None:
    Path(HERE).write_text('# ours\nstrore = "x.db"\n', encoding="utf-8")
    ran = bare("gaps")
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr == "detente: ./detente.toml:2: there is no setting 'strore'; did you mean 'store'?\n"


def test_the_parties_of_the_file_are_those_of_a_question_that_names_none(detente: Run) -> None:
    every = detente("gaps", "--as-of", "2025-12-31", "--json").json
    pair = detente("gaps", "FRA", "RUS", "--as-of", "2025-12-31", "--json").json
    Path(HERE).write_text('parties = ["france", "RUS"]\nas_of = "2025-12-31"\n', encoding="utf-8")
    asked = detente("gaps", "--json")
    assert asked.json == pair
    assert asked.stderr == (
        "as of 2025-12-31, as ./detente.toml says\nof france RUS, as ./detente.toml says; for every party: all\n"
    )
    assert detente("gaps", "all", "--json").json == every
    assert detente("gaps", "USA", "RUS", "--json").json["selection"]["parties"] == ["USA", "RUS"]
    assert detente("last", "--json").json == detente("last", "FRA", "RUS", "--json").json
    assert detente("readouts", "--json").json == detente("readouts", "FRA", "RUS", "--json").json


def test_parties_of_the_file_that_are_none_are_refused_and_not_announced(detente: Run) -> None:
    Path(HERE).write_text('parties = ["FRX"]\n', encoding="utf-8")
    refused = detente("gaps", "--as-of", "2025-12-31")
    assert (refused.status, refused.stderr.count("\n")) == (4, 1)
    assert refused.stderr.startswith("detente: no party 'FRX', of whom ./detente.toml speaks; ")


def test_a_setting_that_cannot_be_read_is_told_by_an_example_of_its_own(bare: Run) -> None:
    for line, example in (("author = 5", "Anna Example"), ("store = 5", "record.db")):
        Path(HERE).write_text(f"{line}\n", encoding="utf-8")
        assert f'write a text in quotes, such as "{example}"' in bare("config", "show").stderr


def test_what_leaves_the_record_is_never_narrowed_by_a_file(detente: Run, in_folder: Path) -> None:
    detente("export", "before")
    Path(HERE).write_text('parties = ["DEU", "RUS"]\nas_of = "2015-01-01"\n', encoding="utf-8")
    ran = detente("export", "after")
    assert (ran.status, ran.stderr.count("detente.toml")) == (0, 0)
    for file in (in_folder / "before").rglob("*.csv"):
        assert file.read_bytes() == (in_folder / "after" / file.relative_to(in_folder / "before")).read_bytes()


def test_the_as_of_day_of_the_file(detente: Run, on_day: Callable[[str], None]) -> None:
    on_day("2025-07-15")
    Path(HERE).write_text('as_of = "end-of-last-month"\n', encoding="utf-8")
    assert detente("gaps", "FRA", "RUS", "--json").json["as_of"] == "2025-06-30"
    assert detente("gaps", "FRA", "RUS", "--as-of", "2024-12-31", "--json").json["as_of"] == "2024-12-31"


def test_widths_are_those_of_the_store_once_it_is_made(bare: Run) -> None:
    Path(HERE).write_text('store = "ours.db"\n[approximate]\ndays = 5\nyears = 2\n', encoding="utf-8")
    made = bare("init", "--approximate-years", "0")
    assert "~ widens a day by 5 days, a month by 1 month, a year by 0 years, for good" in made.stderr
    assert bare("log", "2022-05-14~", "phone", "FRA", "RUS").status == 0
    Path(HERE).write_text('store = "ours.db"\n[approximate]\ndays = 9\n', encoding="utf-8")
    [gap] = bare("gaps", "FRA", "RUS", "--as-of", "2022-06-30", "--json").items
    assert (gap["days_min"], gap["days_max"]) == (42, 52)  # from 19 May at the latest, from 9 May at the earliest
    assert "a day by 5 days, a month by 1 month, a year by 0 years" in bare("report", "FRA", "RUS", "--format", "md").stdout
    assert "a day by 5 days, a month by 1 month, a year by 0 years" in bare("report", "all", "--format", "md").stdout


def test_the_author_of_the_file(bare: Run, own: Path) -> None:
    own.write_text('author = "Анна"\n', encoding="utf-8")
    assert bare("init", "--db", "a.db").status == 0
    assert "Анна" in bare("history", "--db", "a.db").stdout
    with open_store("a.db") as store:
        assert store.author == "Анна"


@pytest.mark.parametrize("name", ["store", "parties", "as_of", "approximate.days"])
def test_a_variable_that_makes_no_sense_is_named(bare: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.domain.settings import KNOWN

    variable = KNOWN[name].variable
    monkeypatch.setenv(variable, "a, b, c, -1")
    ran = bare("config", "show")
    if name == "store":  # any text may be the name of a file
        assert ran.status == 0
    else:
        assert ran.status == 2
        assert ran.stderr.startswith(f"detente: {variable} cannot be read; set it to ")


class TestAFolderOfSomebodyElse:
    def test_a_password_is_never_printed(self, bare: Run) -> None:
        Path(HERE).write_text('store = "postgresql://anna:s3cret@127.0.0.1:1/record"\n', encoding="utf-8")
        for command in (("config", "show"), ("config", "show", "--json"), ("gaps",), ("init",)):
            ran = bare(*command)
            assert "s3cret" not in ran.stdout + ran.stderr
            assert "127.0.0.1" in ran.stdout + ran.stderr

    @pytest.mark.parametrize("option", ["passfile=/x/pgpass", "service=ours", "sslkey=/x", "options=-c%20x", "password=p"])
    def test_its_url_leads_to_nothing_of_the_users(self, bare: Run, option: str) -> None:
        Path(HERE).write_text(f'store = "postgresql://h/record?{option}"\n', encoding="utf-8")
        ran = bare("gaps")
        if option == "password=p":  # that is its own
            assert "may not set" not in ran.stderr
        else:
            assert ran.status == 2
            assert f"the URL of a folder's store may not set {option.partition('=')[0]}" in ran.stderr

    def test_the_users_own_file_may(self, bare: Run, own: Path) -> None:
        own.write_text('store = "postgresql://h/record?service=ours"\n', encoding="utf-8")
        assert "may not set" not in bare("config", "show").stderr

    def test_it_names_no_author(self, bare: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Path(HERE).write_text('author = "Mallory"\n', encoding="utf-8")
        assert told(bare)["author"] == ("Mallory", "./detente.toml")
        if os.getuid() == 0:
            os.chown(HERE, 12345, -1)
        else:
            monkeypatch.setattr(os, "getuid", lambda: Path(HERE).stat().st_uid + 1)
        ran = bare("config", "show")
        assert ran.status == 2
        assert "./detente.toml belongs to somebody else and names an author" in ran.stderr

    def test_what_is_no_file_is_no_file_of_settings(self, bare: Run) -> None:
        os.mkfifo(HERE)
        assert bare("config", "show").status == 0

    def test_a_huge_one_is_refused(self, bare: Run) -> None:
        Path(HERE).write_text("# x\n" * 20_000, encoding="utf-8")
        assert "too large" in bare("config", "show").stderr

    def test_escapes_are_not_obeyed(self, bare: Run) -> None:
        Path(HERE).write_text('store = "\\u001b[31mred.db"\n', encoding="utf-8")
        assert "\x1b" not in bare("config", "show").stdout
        assert "\x1b" not in bare("gaps").stderr
