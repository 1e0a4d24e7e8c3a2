"""What a store learns of how people and topics are written."""

import pytest

from detente.errors import NotFoundError, RejectedError
from detente.store.learnt import add_topic_words, drop_topic_word, learn_spellings, people, spellings, topic_words
from detente.store.opening import Store


def test_a_spelling_is_learnt_in_any_case_and_can_be_corrected(empty: Store) -> None:
    assert spellings(empty) == {}
    learn_spellings(empty, {"Choïgou": "Sergei Shoigu", "Ли Шанфу": "Li Shangfu"})
    learn_spellings(empty, {"CHOÏGOU": "Sergey Shoigu"})
    learn_spellings(empty, {})
    assert spellings(empty) == {"choïgou": "Sergey Shoigu", "ли шанфу": "Li Shangfu"}


def test_words_tell_of_a_topic_until_they_are_taken_back(empty: Store) -> None:
    assert add_topic_words(empty, "grain-exports", ["Cereal*", "  black   sea initiative "]) == [
        "cereal*",
        "black sea initiative",
    ]
    assert topic_words(empty) == {"black sea initiative": "grain-exports", "cereal*": "grain-exports"}
    assert drop_topic_word(empty, "CEREAL*") == "grain-exports"
    assert list(topic_words(empty)) == ["black sea initiative"]
    with pytest.raises(NotFoundError, match="'cereal\\*' is no word of this store"):
        drop_topic_word(empty, "cereal*")


@pytest.mark.parametrize("word", ["", "*", "…", "x" * 201])
def test_what_is_no_word_is_refused_and_nothing_kept(empty: Store, word: str) -> None:
    with pytest.raises(RejectedError, match="is no word"):
        add_topic_words(empty, "syria", ["idlib", word])
    assert topic_words(empty) == {}


def test_people_are_those_who_took_part(shipped: Store) -> None:
    found = people(shipped)
    assert ("Géza Andreas von Geyr", "DEU") in found
    assert len(found) == len(set(found))
