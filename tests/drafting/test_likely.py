"""How likely a sentence is to tell of a contact: learnt as the list says, from nothing kept apart, and right of sets left out."""

import re

import pytest

from detente.drafting.how.leanings import ANY_TEXT, stems
from detente.drafting.known import Known
from detente.drafting.language.lexicon import lexicon, rows
from detente.drafting.language.sentences import language_of, sentences
from detente.drafting.reading import read
from detente.drafting.telling import Told
from detente.drafting.whether import likely
from detente.drafting.whether.likely import LIKELY, UNLIKELY, likelihood
from detente.drafting.which.likeliest import likeliest, unlikely
from detente.drafting.who.cast import cast
from detente.drafting.who.names import Register
from tests.drafting import scoring
from tests.drafting.learning_contacts import Lesson, learnt, lessons

SHIPPED = rows("likely")
LEFT_OUT = {
    ("sleet", "squall", "kiosk", "ticker", "courier", "bulletin"): 0.9,
    ("bulletin", "gazette", "journal", "tribune", "herald", "sentinel"): 0.89,  # real press alone: little is left to teach it
}
"""Sets left out of the lessons together, and the least share of their texts that the words tell apart."""


def _told(text: str) -> list[Told]:
    return cast(sentences(text), lexicon(language_of(text), Known().words, of=text), Register(Known(), None))


def test_the_shipped_list_is_what_the_labelled_texts_teach() -> None:
    for part, found in zip(("text", "sentence"), map(learnt, lessons()), strict=True):
        shipped = {row["stem"]: float(row[part]) for row in SHIPPED if row[part]}
        stray = {stem for stem in found.keys() ^ shipped.keys() if abs(found.get(stem, shipped.get(stem, 0.0))) > 0.06}
        apart = {stem for stem in found.keys() & shipped.keys() if abs(found[stem] - shipped[stem]) > 0.02}
        assert not stray | apart, "python -m tests.drafting.learning_contacts writes it anew"


def test_the_list_has_stems_and_kinds_and_no_name_of_anybody() -> None:
    every = {row["stem"] for row in SHIPPED}
    kinds = {stem for stem in every if stem.isupper()}
    assert kinds <= {"SIDE", "SOMEBODY", "STATE", "PLACE", "OTHER", "MEDIUM"} | {
        f"{kind} {sides}" for kind in ("SIDE", "MEDIUM") for sides in range(4)
    }
    assert all(stems(stem) == {stem} for stem in every - kinds - {ANY_TEXT})


def test_whom_a_sentence_names_is_no_word_of_it() -> None:
    one, other = "Lloyd Austin rang Sergei Shoigu in Moscow.", "Boris Pistorius rang Hulusi Akar in Ankara."
    first, second = _told(one)[0], _told(other)[0]
    assert likely.words_of(first) == likely.words_of(second)
    assert {"SIDE", "SIDE 2", "PLACE", "MEDIUM"} <= likely.words_of(first)
    assert not {word for word in likely.words_of(first) if re.match("austi|shoig|mosco", word)}


def test_what_speaks_for_a_contact_is_added_up_from_both_columns() -> None:
    told = _told("The two ministers spoke by phone. A cat sat there.")
    weigh = {part: {row["stem"]: float(row[part] or 0) for row in SHIPPED} for part in ("text", "sentence")}
    around = stems(told[0].text) | stems(told[1].text) | {ANY_TEXT}
    own = likely.words_of(told[0]) | {ANY_TEXT}
    expected = max(sum(weigh["text"].get(stem, 0) for stem in around), -3.0) + 0.7 * sum(
        weigh["sentence"].get(stem, 0) for stem in own
    )
    assert likelihood(told[0], told) == pytest.approx(expected)


def test_a_page_around_a_call_does_not_speak_against_it() -> None:
    call = "Russian Defence Minister Andrei Belousov and US Secretary of Defense Lloyd Austin spoke by phone on Tuesday."
    budget = "Parliament voted on the budget of the president, and workers of the shipyard heard a speech on pensions."
    told = _told(f"{budget} " * 60 + call + f" {budget}" * 60)
    alone = next(one for one in told if "Belousov" in one.text)
    near = [one for one in told if abs(one.sentence.number - alone.sentence.number) < 6]
    assert likelihood(alone, told) == pytest.approx(likelihood(alone, near))
    assert not unlikely([], told)


def test_a_contact_that_no_rule_understands_is_guessed_with_whom_its_sentence_names() -> None:
    found = [
        proposal
        for one in (
            "Zwischen Boris Pistorius und Hulusi Akar knisterte am Montag die Leitung: eine Stunde Videoschalte, viel Sahel.",
            "Le ministre français de la Défense et le général jordanien Youssef Huneiti, mercredi, autour d'un café à Amman.",
        )
        for proposal in read(one, Known()).proposals
    ]
    assert [set(one.parties) for one in found] == [{"DEU", "TUR"}, {"FRA", "JOR"}]


def test_nothing_is_guessed_of_one_side_or_of_none() -> None:
    for text in (
        "The minister spoke by phone for an hour on Tuesday.",
        "Lloyd Austin spoke by phone for an hour on Tuesday.",
        "",
    ):
        assert likeliest(_told(text), lexicon("en", Known().words, of=text)) == []


def test_a_word_that_goes_with_contacts_speaks_for_one_and_what_goes_with_all_for_none() -> None:
    taught = [Lesson(frozenset({"met", "the"}), contact=True), Lesson(frozenset({"spoke", "the"}), contact=False)] * 30
    weights = learnt(taught)
    assert weights["met"] > 0 > weights["spoke"]
    assert abs(weights.get("the", 0.0)) < weights["met"] / 4


@pytest.mark.long
@pytest.mark.parametrize(("left_out", "share"), LEFT_OUT.items())
def test_words_alone_tell_contacts_in_sets_left_out_nine_times_in_ten(left_out: tuple[str, ...], share: float) -> None:
    text, sentence = map(learnt, lessons(without=left_out))
    right = sought = 0
    for half in left_out:
        for _, article, label in scoring.labelled(half):
            told = _told(article)
            sums = [
                max(sum(text.get(stem, 0.0) for stem in {ANY_TEXT, *likely.words_around(one, told)}), -3.0)
                + 0.7 * sum(sentence.get(stem, 0.0) for stem in {ANY_TEXT, *likely.words_of(one)})
                for one in told
            ]
            right, sought = right + ((max(sums) > (LIKELY + UNLIKELY) / 2) is bool(label["contacts"])), sought + 1
    assert right / sought >= share
