"""How somebody is asked: what may be answered, what is understood, how one gives up."""

import io
import sys

import pytest

from detente.cli.asking import LeftError, Offer, Question, agreed, ask, ask_each, choose, with_way_back
from detente.cli.lines import below
from detente.cli.offers import Asked
from detente.errors import AbandonedError, Exit, RejectedError, UsageError
from tests.support.keys import CTRL_C, CTRL_D, CTRL_U, TAB, Type

PARTIES = (
    Offer("FRA", "France", ("FR",)),
    Offer("GUF", "French Guiana", ("GF",)),
    Offer("RUS", "Russian Federation", ("RU", "Russia")),
    Offer("CIV", "Côte d'Ivoire", ("CI", "Ivory Coast")),
)


def capital(text: str) -> str:
    if not text.isupper():
        raise RejectedError(f"'{text}' is not in capitals")
    return f"{len(text)} letters"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("f", ["FRA", "GUF", "RUS"]),  # RUS by a word of its name, Federation
        ("fr", ["FRA", "GUF"]),
        ("guiana", ["GUF"]),
        ("COTE D", ["CIV"]),
        ("coast", ["CIV"]),
        ("x", []),
        ("", ["FRA", "GUF", "RUS", "CIV"]),
    ],
)
def test_what_is_typed_is_the_beginning_of_a_name_or_of_a_word_of_it(typed: str, offered: list[str]) -> None:
    assert [offer.value for offer in Asked(Question("Party", PARTIES)).fitting(typed)] == offered


def test_what_is_likely_stands_first_where_it_begins_so() -> None:
    offers = [
        Offer("ASM", "American Samoa"),
        Offer("USA", "United States", ("america",), likely=True),
        Offer("MEX", "Mexico", ("new america",), likely=True),
    ]
    assert [offer.value for offer in Asked(Question("Party", offers)).fitting("am")] == ["USA", "ASM", "MEX"]
    assert [offer.value for offer in Asked(Question("Party", offers)).fitting("as")] == ["ASM"]


def test_a_line_is_taken_as_it_is(keys: Type) -> None:
    keys("  Lagos ")
    assert ask(Question("Place", (Offer("Lagos Island"),))) == "Lagos"


def test_a_completion_is_taken_by_tab(keys: Type) -> None:
    keys(f"russ{TAB}")
    assert ask(Question("Party", PARTIES)) == "RUS"


def test_a_default_stands_in_the_line_already(keys: Type) -> None:
    keys("", f"{CTRL_U}Paris")
    assert [ask(Question("Place", default="Ankara")) for _ in range(2)] == ["Ankara", "Paris"]


def test_what_is_no_answer_is_not_accepted(keys: Type) -> None:
    keys("", "abc", f"{CTRL_U}ABC")
    assert ask(Question("Code", meaning=capital, needed=True)) == "ABC"


def test_one_of_several_by_its_beginning_or_another_name(keys: Type) -> None:
    keys("guiana", "ru", "fr", f"{CTRL_U}Z", f"{CTRL_U}ivory")
    assert [choose("Party", PARTIES) for _ in range(4)] == ["GUF", "RUS", "FRA", "CIV"], "FR is a name, Z is none"


def test_what_may_be_two_is_none(keys: Type) -> None:
    asked = Asked(Question("Party", PARTIES, only_offers=True))
    with pytest.raises(RejectedError, match="'f' may be FRA, GUF, RUS"):
        asked.understood("f")
    with pytest.raises(RejectedError, match="'x' is none of FRA, GUF, RUS, CIV"):
        asked.understood("x")


def test_the_default_of_a_choice(keys: Type) -> None:
    keys("")
    assert choose("Party", PARTIES, "RUS") == "RUS"


def test_yes_and_no(keys: Type) -> None:
    keys("y", "NO", "", "", "maybe", f"{CTRL_U}n")
    assert [agreed("?"), agreed("?"), agreed("?", default=True), agreed("?", default=False), agreed("?")] == [
        True, False, True, False, False,
    ]  # fmt: skip


def test_several_until_an_empty_line_each_once(keys: Type) -> None:
    keys("one", "two", "one", "")
    assert ask_each(Question("Topic")) == ["one", "two"]


def test_as_many_as_are_needed(keys: Type) -> None:
    keys("", "one", "", "two", "")
    assert ask_each(Question("Party"), least=2) == ["one", "two"]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_gives_up_raises_one_thing(keys: Type, key: str) -> None:
    keys(key)
    with pytest.raises(AbandonedError, match="nothing was changed") as raised:
        ask(Question("Party", PARTIES))
    assert raised.value.exit_code == Exit.INTERRUPTED


def test_nobody_is_asked_where_nobody_is() -> None:
    with pytest.raises(UsageError, match="'Party' cannot be asked"):
        ask(Question("Party"))


class Typed(io.StringIO):
    def isatty(self) -> bool:
        return True


def dumb(monkeypatch: pytest.MonkeyPatch, typed: str) -> Typed:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stdin", Typed(typed))
    monkeypatch.setattr(sys, "stderr", shown := Typed())
    return shown


def test_a_terminal_that_can_do_nothing_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = dumb(monkeypatch, "abc\nABC\n")
    assert ask(Question("Code", meaning=capital)) == "ABC"
    assert shown.getvalue() == "Code:   'abc' is not in capitals\nCode:   3 letters\n"


def test_there_a_choice_lists_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = dumb(monkeypatch, "guiana\n")
    assert choose("Party\x1b[2J", PARTIES, "RUS") == "GUF"
    assert shown.getvalue() == "  FRA, GUF, RUS, CIV\nParty\\x1b[2J [RUS]: "


def test_there_the_end_of_the_input_is_giving_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    dumb(monkeypatch, "")
    with pytest.raises(AbandonedError):
        ask(Question("Code"))


def test_words_may_follow_an_offer() -> None:
    topics = (Offer("european-security", "European security"), Offer("europe"), Offer("syria"))
    with_words = Asked(Question("Topic", topics, only_offers=True, with_words=True))
    assert with_words.settled("european-sec: with: colons") == "european-security: with: colons"
    assert with_words.settled("syria:") == "syria"
    assert with_words.understood("syria: x") == ""
    with pytest.raises(RejectedError, match="may be european-security, europe"):
        with_words.understood("eur: x")
    without = Asked(Question("Topic", topics, only_offers=True))
    with pytest.raises(RejectedError, match="no words are asked for here; write syria alone"):
        without.understood("syr: x")


def test_of_many_the_nearest_are_named_and_not_all() -> None:
    many = (*PARTIES, *(Offer(f"X{number:02}") for number in range(20)))
    asked = Asked(Question("Party", many, only_offers=True, hint="a code or a name"))
    with pytest.raises(RejectedError, match=r"^'Rusia' is none of them; did you mean RUS \(Russian Federation\)\?$"):
        asked.understood("Rusia")
    with pytest.raises(RejectedError, match=r"^'qqqqqq' is none of the 24; a code or a name$"):
        asked.understood("qqqqqq")


def test_the_question_before_comes_again_with_its_answer(keys: Type) -> None:
    asked: list[list[str]] = []

    def questions() -> list[str]:
        asked.append([])
        for text in ("One", "Two", "Three"):
            asked[-1].append(ask(Question(text)))
        return asked[-1]

    keys("a", "b", "<", "x", "c")
    assert with_way_back(questions) == ["a", "bx", "c"]
    assert asked[0] == ["a", "b"], "nothing is asked twice: the rest is answered by what was said"


def test_there_is_nothing_before_the_first_question(keys: Type) -> None:
    keys("<", "<")
    assert with_way_back(lambda: ask(Question("One"))) == "<"
    with pytest.raises(LeftError):
        with_way_back(lambda: ask(Question("One")), leaving=True)


def test_what_is_long_is_told_in_lines_and_nothing_of_it_is_cut() -> None:
    text = "'2024-13' is no date; write 2024-04-03, 2024-04, 2024-04-03~ (about) or [2024-04-03..2024-04-05] (one day within)"
    told = below(text, 40).split("\n")
    assert max(map(len, told)) <= 40
    assert " ".join(told) == text
    assert "\x1b" not in below("a\x1b[2Jb", 40)
