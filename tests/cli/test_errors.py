"""Every error is one line with its documented exit code, and nothing on stdout."""

import os
from unittest.mock import Mock

import pytest

from detente.cli.app import main
from detente.errors import Exit
from tests.cli.conftest import Run

USAGE = [
    (("frobnicate",), "there is no command 'frobnicate'; see: detente --help"),
    (("gapz",), "there is no command 'gapz'; did you mean detente gaps?"),
    (("db", "statsu"), "No such command 'statsu'; did you mean status?"),
    (("db", "zzz"), "No such command 'zzz'; see: detente db --help"),
    (("list", "--topc", "x"), "No such option: --topc; did you mean --topic?"),
    (("gaps", "fra", "rus", "deu"), "a series belongs to two parties; name two, or none for every pair"),
    (("gaps", "fra", "France"), "fra France names one party twice; name different parties"),
    (("gaps", "--channel", "fax"), "--channel 'fax' is not known; one of phone, video, hotline, in-person, letter, other, call"),
    (("gaps", "--level", "x"), "--level 'x' is not known; one of minister, deputy-minister, chief-of-defence, official"),
    (("list", "--setting", "x"), "--setting 'x' is not known; one of bilateral, sidelines, multilateral, 2+2"),
    (("list", "--substance", "x"), "--substance 'x' is not known; one of talks, courtesy"),
    (
        ("list", "--status", "x"),
        "--status 'x' is not known; one of held, planned, requested, declined, unanswered, cancelled, postponed, disputed",
    ),
    (("gaps", "--status", "held"), "--status does not apply to gaps: only held contacts close one; leave it out"),
    (("last", "fra", "rus", "--status", "held"), "--status does not apply to last: only held contacts count; leave it out"),
    (("gaps", "--by", "team"), "--by 'team' is not known; one of office, person"),
    (("gaps", "--as-of", "yesterday"), "--as-of 'yesterday' is no day; write it as 2024-12-31"),
    (("gaps", "--as-of", "20241231"), "--as-of '20241231' is no day; write it as 2024-12-31"),
    (("gaps", "--from", "2025", "--to", "2024"), "--to 2024 lies before --from 2025; exchange them"),
    (("gaps", "--min", "long"), "--min 'long' is no length; write 180d, 26w, 6m or 2y"),
    (("gaps", "--fail-over", "-1"), "--fail-over '-1' is no length; write 180d, 26w, 6m or 2y"),
    (("gaps", "--sort", "up"), "--sort 'up' is not known; one of length, date"),
    (("last", "fra"), "last takes two parties; for example: detente last FRA RUS"),
    (("report", "fra", "rus", "usa"), "report takes two parties, one, or none; for example: detente report FRA RUS"),
    (
        ("report", "fra", "rus", "-o", "x.pdf"),
        "-o x.pdf is no name for a report; end it with .html or .md; what --pdf, --png and --svg make lies beside the page",
    ),
    (("report", "--format", "doc"), "--format 'doc' is not known; one of html, md"),
    (("report", "--format", "md", "-o", "x.html"), "-o x.html and --format md contradict each other; give one of them"),
    (("report", "--format", "md", "--pdf"), "Markdown has no pictures, paper or browser; leave out --format md, or the other"),
    (("report", "--pdf", "--paper", "A5"), "--paper 'A5' is not known; one of A4, Letter"),
    (("frequency", "--per", "week"), "--per 'week' is not known; one of month, quarter, year"),
    (("topics", "--per", "week"), "--per 'week' is not known; one of month, quarter, year"),
    (("list", "--json", "--csv"), "--json and --csv exclude each other; give one of them"),
    (("list", "-o", "x.pdf"), "-o x.pdf has no ending that names a format; end it with .json, .csv, .tsv, .xlsx, .jsonl, .parquet or .txt"),
    (("list", "-o", "x.csv", "--json"), "-o x.csv and --json contradict each other; give one of them"),
    (("log",), "log needs a date, a channel and two parties; detente log 2024-04-03 phone FRA RUS"),
    (("log", "2024-04-03", "phone"), "log needs a date, a channel and two parties; detente log 2024-04-03 phone FRA RUS"),
    (
        ("log", "2024-04-03", "fax", "fra", "rus"),
        "the channel 'fax' is not known; one of phone, video, hotline, in-person, letter, other",
    ),
    (("vocab", "list", "colours"), "there is no vocabulary 'colours'; one of parties, topics, words, spellings"),
    (
        ("vocab", "add", "topic", "t", "--label", "T", "--definition", "D"),
        "a broad topic needs --plover-context; the nearest context of PLOVER, such as military",
    ),
    (("show", "x\udcff"), "the argument 'x\\udcff' is not valid UTF-8; check the encoding of the terminal"),
]  # fmt: skip

NOT_FOUND = [
    (("list", "--topic", "ukr-war"), "no topic 'ukr-war'; did you mean ukraine-war?"),
    (
        ("list", "--person", "Sebastian Lecornu"),
        "nobody called 'Sebastian Lecornu' is on record; did you mean Sébastien Lecornu?",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "qxqxqx"),
        "no party 'qxqxqx'; run: detente vocab list parties, or add it: detente vocab add party CODE qxqxqx",
    ),
    (("gaps", "FRA", "RSU"), "no party 'RSU'; did you mean Russia (RUS) or Suriname (SUR)?"),
    (("gaps", "FRA", "RUX"), "no party 'RUX'; did you mean Russia (RUS)?"),
    (("gaps", "FRA", "XXY"), "no party 'XXY'; run: detente vocab list parties, or add it: detente vocab add party XXY NAME"),
    (("log", "2023-04-03", "phone", "fra", "rus", "--topic", "ukr-war"), "no topic 'ukr-war'; did you mean ukraine-war?"),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--person", "FRA=Sebastian Lecornu"),
        "nobody called 'Sebastian Lecornu' is on record; did you mean Sébastien Lecornu? (add --also if it is somebody else)",
    ),
    (("import", "nowhere"), "no folder nowhere; name the folder that holds contacts/ and reference/"),
    (("import", "."), ". is no record package; name the folder that holds contacts/ and reference/"),
]

REJECTED = [
    (("log", "2023-04-03", "phone", "fra"), "only FRA is named; a contact has two different parties or more"),
    (("log", "2023-04-03", "phone", "fra", "FR"), "only FRA is named; a contact has two different parties or more"),
    (("log", "2999-01-01", "phone", "fra", "rus"), "'2999-01-01' lies in the future; a contact that is to come has --status planned"),
    (
        ("log", "2024-04-05/2024-04-01", "phone", "fra", "rus"),
        "the end of '2024-04-05/2024-04-01' lies before its start; put the earlier date first",
    ),
    (
        ("log", "2024-04-03", "phone", "rus", "france"),
        "this looks like fra-rus-2024-04-03-phone (2024-04-03, held), with the same parties, channel and level; "
        "if it is another contact, say so with --also",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--initiator", "deu"),
        "--initiator names DEU, which is no party of this contact; its parties are FRA and RUS",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--host", "deu"),
        "--host names DEU, which is no party of this contact; its parties are FRA and RUS",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--says", "DEU=syria: x"),
        "--says names DEU, which is no party of this contact; its parties are FRA and RUS",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--duration", "soon"),
        "'soon' is no duration; write minutes or hours, such as 60, 60m or 1h30",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--source", "FRA=example.org"),
        "'example.org' is no web address; begin it with https:// and leave out spaces",
    ),
    (
        ("log", "2023-04-03", "phone", "fra", "rus", "--claim", "ages"),
        "the claim 'ages' cannot be read; write 'about 18 months phone', 'since 2022-10 any' or 'first ever phone', or the sentence as it was published",
    ),
    (("vocab", "add", "party", "FRA", "France"), "a party with the code FRA or the name 'France' exists; run: detente vocab list parties"),
    (("vocab", "add", "party", "f1", "F"), "'f1' is no code; use two to four capital letters"),
    (("vocab", "add", "party", "ZZZ", "é" * 101), "the name is too long; 200 characters are the most"),
    (("vocab", "add", "topic", "t" * 81, "--label", "T", "--definition", "D"), "the topic is too long; 80 characters are the most"),
    (("vocab", "add", "topic", "A b", "--label", "T", "--definition", "D"), "'A b' is no topic; use small letters, digits and hyphens"),
    (
        ("vocab", "add", "topic", "syria", "--label", "T", "--definition", "D", "--plover-context", "military"),
        "the topic 'syria' exists; run: detente vocab list topics",
    ),
]  # fmt: skip

EVERY = [(2, *case) for case in USAGE] + [(4, *case) for case in NOT_FOUND] + [(5, *case) for case in REJECTED]


@pytest.mark.parametrize(
    ("status", "args", "line"), EVERY, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_error(detente: Run, status: int, args: tuple[str, ...], line: str) -> None:
    done = detente(*args)
    assert (done.status, done.stdout, done.stderr) == (status, "", f"detente: {line}\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("gaps", "--foo"), "--foo"),
        (("show",), "ID"),
        (("db",), "detente db --help"),
        (("db", "frob"), "frob"),
        (("vocab", "add", "topic", "t", "--label", "T"), "--definition"),
        (("--frob",), "--frob"),
        (("gaps", "--as-of"), "--as-of"),
        (("gaps", "--from", "2024-13"), "--from: '2024-13'"),
        (("gaps", "--to", "soon"), "--to: 'soon'"),
    ],
)
def test_what_is_wrong_with_the_grammar_is_one_line_too(detente: Run, args: tuple[str, ...], words: str) -> None:
    done = detente(*args)
    assert (done.status, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("detente: ")
    assert words in done.stderr


def test_no_store(bare: Run) -> None:
    done = bare("gaps", "--db", "none.db")
    assert (done.status, done.stdout) == (3, "")
    path = os.path.abspath("none.db")  # noqa: PTH100 - what a shell would say, by another hand
    assert done.stderr == f"detente: no store at {path}; run: detente init --db none.db, or name another with --db\n"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("--db x.db list", "--db comes after the command; write: detente list --db x.db"),
        ("--db=x.db gaps FRA RUS", "--db comes after the command; write: detente gaps FRA RUS --db=x.db"),
        ("--json gaps FRA RUS", "--json comes after the command; write: detente gaps FRA RUS --json"),
        ("--db x.db db status", "--db comes after the command; write: detente db status --db x.db"),
        (
            "--db x.db lst",
            "there is no command 'lst', and --db comes after a command; did you mean detente list or detente last?",
        ),
        (
            "--db x.db lst --no-such",
            "there is no command 'lst', and --db comes after a command; did you mean detente list or detente last?",
        ),
        ("--plot list", "No such option: --plot; see: detente --help"),
        ("--db", "No such option: --db; see: detente --help"),
        ("--no-colour lst", "No such option: --no-colour; did you mean --no-color?"),
    ],
)
def test_an_option_before_the_command(bare: Run, args: str, says: str) -> None:
    done = bare(*args.split())
    assert (done.status, done.stdout, done.stderr) == (2, "", f"detente: {says}\n")


def test_a_file_that_is_no_store(bare: Run, in_folder: object) -> None:
    from pathlib import Path

    Path("notes.db").write_text(
        "These are notes, and a long line of them, which no database is made of." * 20, encoding="utf-8"
    )
    done = bare("gaps", "--db", "notes.db")
    assert (done.status, done.stdout, done.stderr.count("\n")) == (3, "", 1)


def test_a_store_is_never_replaced(detente: Run) -> None:
    done = detente("init")
    assert (done.status, done.stdout) == (5, "")
    assert "already exists" in done.stderr


def test_a_near_party_is_suggested(detente: Run) -> None:
    done = detente("gaps", "frace", "rus")
    assert (done.status, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert done.stderr.startswith("detente: no party 'frace'; did you mean France")


def test_an_id_with_its_parties_in_the_other_order_is_suggested(detente: Run) -> None:
    done = detente("show", "rus-usa-2024-07-12-phone")
    assert (done.status, done.stderr) == (
        4,
        "detente: no contact 'rus-usa-2024-07-12-phone'; did you mean usa-rus-2024-07-12-phone?\n",
    )


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (("show",), "contact"),
        (("amend", "--place", "Paris"), "contact"),
        (("history",), "record"),
        (("retract", "--why", "x"), "record"),
    ],
)
def test_a_near_id_is_suggested(detente: Run, command: tuple[str, ...], what: str) -> None:
    done = detente(*command, "fra-rus-2024-04-03-phne")
    assert (done.status, done.stdout) == (4, "")
    assert done.stderr.startswith(f"detente: no {what} 'fra-rus-2024-04-03-phne'; did you mean fra-rus-2024-04-03-phone")
    assert done.stderr.count("\n") == 1


def test_every_bad_row_of_an_import_has_its_line(detente: Run, in_folder: object) -> None:
    import shutil
    from pathlib import Path

    from tests.support.shipped_record import SHIPPED

    shutil.copytree(SHIPPED, "package")
    table = Path("package/contacts/fra-rus/contacts.csv")
    table.write_text(table.read_text(encoding="utf-8").replace(",phone,", ",fax,", 2), encoding="utf-8")
    done = detente("import", "package")
    assert (done.status, done.stdout) == (5, "")
    *rows, last = done.stderr.splitlines()
    assert len(rows) == 2
    assert all("contacts/fra-rus/contacts.csv" in row and "channel" in row and "fax" in row for row in rows)
    assert last.startswith("detente: ")


@pytest.mark.parametrize(("limit", "status"), [("271d", 6), ("272d", 0), ("8m", 6), ("1y", 0), ("38w", 6), ("39w", 0)])
def test_a_silence_over_the_limit(detente: Run, limit: str, status: int) -> None:
    # 3 April to 31 December 2024 is 272 days: 38.9 weeks, 8.9 months of 30.4375 days.
    args = ("gaps", "FRA", "RUS", "--channel", "phone", "--level", "minister", "--as-of", "2024-12-31")
    done = detente(*args, "--fail-over", limit, "--json")
    assert done.status == status
    assert len(done.items) == 10, "the answer is printed all the same"
    said = "detente: FRA-RUS has been silent for 272 days, longer than"
    assert done.stderr.startswith(said) if status else done.stderr == ""


def test_an_interrupt_before_the_command_is_known_is_told_by_the_exit_code_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("typer.main.get_command", Mock(side_effect=KeyboardInterrupt))
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == Exit.INTERRUPTED
    assert capsys.readouterr() == ("", "")
