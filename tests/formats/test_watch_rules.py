"""A file of rules: what is read from it, and where it is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.watching import Rule, refuse_mistakes
from detente.errors import DetenteError, NotFoundError, RejectedError
from detente.formats.watch_rules import read_rules


def written(folder: Path, text: str) -> Path:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    path = written(folder, text)
    with pytest.raises(RejectedError) as refused:
        refuse_mistakes(str(path), read_rules(path).mistakes)
    return [line.removeprefix(f"{folder}/rules.toml:") for line in refused.value.details]


def test_what_may_be_said(tmp_path: Path) -> None:
    found = read_rules(
        written(
            tmp_path,
            """\ufefftitle = "My desk"
link = "https://example.org/desk"

[[rule]]
name = "Paris and Moscow"
parties = ["FRA", "RUS"]
channel = ["phone", "video"]
level = "minister"
by = "person"
days = 180
note = "ask"

[[rule]]   # another
"name" = "council"
dialogue = "fra-rus-2+2"

[[ rule ]]
name = "rare"
percentile = 97.5
""",
        )
    )
    assert (found.title, found.link) == ("My desk", "https://example.org/desk")
    assert found.rules == (
        Rule(
            "Paris and Moscow", parties=("FRA", "RUS"), channel=("phone", "video"), level=("minister",), by="person",
            days=180.0, note="ask",
        ),
        Rule("council", dialogue="fra-rus-2+2"),
        Rule("rare", percentile=97.5),
    )  # fmt: skip
    assert found.rules[0].lines == {
        "": 4, "name": 5, "parties": 6, "channel": 7, "level": 8, "by": 9, "days": 10, "note": 11,
    }  # fmt: skip


HEAD = '[[rule]]\nname = "a"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "day = 3\ndays = 3", ["3: rule 'a': 'day' is no part of a rule; did you mean days?"]),
        (HEAD + "days = 3\nwxyz = 1", ["4: rule 'a': 'wxyz' is no part of a rule; one of name, parties, channel, level, setting, substance, topic, person, by, days, percentile, dialogue, note"]),
        (HEAD + "days = true", ["3: rule 'a': days is no number above 0, of at most 1,000,000; write days = 180"]),
        (HEAD + "days = 0", ["3: rule 'a': days is no number above 0, of at most 1,000,000; write days = 180"]),
        (HEAD + "days = nan", ["3: rule 'a': days is no number above 0, of at most 1,000,000; write days = 180"]),
        (HEAD + "percentile = 100", ["3: rule 'a': percentile is no number above 0 and below 100; write percentile = 90"]),
        (HEAD, ["1: rule 'a': write days = 180, percentile = 90 or dialogue = \"…\", one of the three"]),
        (HEAD + "days = 3\npercentile = 3", ["4: rule 'a': write days = 180, percentile = 90 or dialogue = \"…\", one of the three"]),
        (HEAD + 'days = 3\nparties = "FRA RUS"', ["4: rule 'a': write parties = [\"FRA\", \"RUS\"]"]),
        (HEAD + 'days = 3\nparties = ["FRA"]', ["4: rule 'a': a series belongs to two parties; name two, or leave it out for every pair"]),
        (HEAD + "days = 3\nchannel = [3]", ["4: rule 'a': channel is no list of words; write channel = [\"…\"]"]),
        (HEAD + "days = 3\nlevel = []", ["4: rule 'a': level is no list of words; write level = [\"…\"]"]),
        (HEAD + "days = 3\nnote = 3", ["4: rule 'a': note has no text; write note = \"…\""]),
        (HEAD + 'dialogue = "d"\nlevel = "minister"', ["4: rule 'a': a dialogue says itself what its meetings are; leave level out"]),
        ("[[rule]]\ndays = 3", ["1: rule 1: it has no name; write name = \"…\""]),
        (HEAD + "days = 3\n" + HEAD + "days = 4", ["5: rule 'a': another rule has that name; a feed tells them apart by it, so choose another"]),
        ("titel = 3\n" + HEAD + "days = 3", ["1: 'titel' is no part of a file of rules; did you mean title?"]),
        ("title = 3\n" + HEAD + "days = 3", ["1: title has no text; write title = \"…\""]),
        ('link = "here"\n' + HEAD + "days = 3", ["1: link 'here' is no address; write an http or https address"]),
        ("", ["1: there is no rule; begin each with a line [[rule]]"]),
        ("rule = 3", ["1: there is no rule; begin each with a line [[rule]]"]),
        ("[rule]\ndays = 3", ["1: there is no rule; begin each with a line [[rule]]"]),
        ("rule = [{days = 3}]", ["1: rule 1: it has no name; write name = \"…\""]),
    ],
)  # fmt: skip
def test_each_mistake_with_its_line(tmp_path: Path, text: str, said: list[str]) -> None:
    assert mistakes(tmp_path, text) == said


def test_all_mistakes_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "x = 1\n[[rule]]\ndays = -1\n[[rule]]\nname = 'b'\ndays = 3\ncolour = 'red'\n")
    assert [line.partition(":")[0] for line in found] == ["1", "2", "3", "7"]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no file"):
        read_rules(tmp_path / "none.toml")
    with pytest.raises(NotFoundError, match="cannot be read"):
        read_rules(tmp_path)
    with pytest.raises(RejectedError, match="is not TOML"):
        read_rules(written(tmp_path, "x = ["))
    (tmp_path / "latin.toml").write_bytes(b'title = "\xe9"')
    with pytest.raises(RejectedError, match="is not UTF-8 text"):
        read_rules(tmp_path / "latin.toml")


_VALUES = st.sampled_from(['""', '"a"', "3", "-1", "true", "[]", '["a"]', "[3]", "{}", "1979-05-27", '"\\u001b[2J"', "[[1]]"])
_KEYS = st.sampled_from(["name", "parties", "channel", "days", "percentile", "dialogue", "note", "by", "title", "rule", "x-y"])


@given(st.lists(st.tuples(_KEYS, _VALUES), max_size=6, unique_by=lambda pair: pair[0]), st.booleans())
def test_a_file_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str]], bare: bool
) -> None:
    folder = tmp_path_factory.mktemp("rules")
    text = ("" if bare else "[[rule]]\n") + "".join(f"{key} = {value}\n" for key, value in told)
    path = written(folder, text)
    try:
        read = read_rules(path)
        refuse_mistakes(str(path), read.mistakes)
    except DetenteError as refused:
        read = None
        mend = refused.mend
    assert mend if read is None else read.rules
