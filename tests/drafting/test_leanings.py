"""Topics to which words lean: learnt as the list says, from nothing kept apart, and better than chance on sets left out."""

import pycountry
import pytest

from detente.drafting.how.leanings import ANY_TEXT, leanings, stems
from detente.drafting.language.lexicon import rows
from tests.drafting import scoring
from tests.drafting.learning import Lesson, learnt, lessons
from tests.drafting.shipped import known

SHIPPED = {
    row["stem"]: {topic: float(weight) for topic, weight in (one.split(":") for one in row["topics"].split())}
    for row in rows("leanings")
}


def test_words_are_told_apart_by_their_beginnings_in_every_alphabet() -> None:
    assert stems("L'Élysée, the SEA; Черноморского моря, 3 Häfen u. a.") == {"elyse", "the", "sea", "черно", "моря", "hafen"}


def test_the_shipped_list_is_what_the_labelled_texts_teach() -> None:
    found = learnt(lessons())
    assert set(found) == set(SHIPPED)
    apart = [
        (stem, topic)
        for stem, topics in found.items()
        for topic in topics.keys() | SHIPPED[stem].keys()
        if abs(topics.get(topic, 0) - SHIPPED[stem].get(topic, 0)) > 0.02
    ]
    assert not apart, "python -m tests.drafting.learning writes it anew"


def test_the_list_names_topics_of_the_vocabulary_states_and_stems() -> None:
    assert {topic for topics in SHIPPED.values() for topic in topics} <= known().topics
    states = {country.alpha_3 for country in pycountry.countries}
    assert {stem for stem in SHIPPED if stem.isupper()} <= states
    assert all(stems(stem) == {stem} for stem in SHIPPED if stem != ANY_TEXT and not stem.isupper())


def test_nothing_is_learnt_from_what_is_kept_apart() -> None:
    apart = {text for half in scoring.UNLEARNT for _, text, _ in scoring.labelled(half)}
    assert not apart & {lesson.text for lesson in lessons()}


def test_a_word_that_goes_with_a_topic_speaks_for_it_and_what_goes_with_all_for_none() -> None:
    about = {"grain-exports": "wheat leaves the harbour", "taiwan": "the strait lies open"}
    taught = [Lesson("here", text, ("FRA",), frozenset({topic})) for topic, text in about.items() for _ in range(20)]
    weights = learnt(taught)
    assert any(weights.get(stem, {}).get("grain-exports", 0) > 0 for stem in stems("wheat leaves harbour"))
    assert "FRA" not in weights
    assert "the" not in weights


def test_what_speaks_for_a_topic_is_added_up() -> None:
    text, parties = "Les migrants passent la frontière, the smugglers too", ("TUN", "ITA")
    seen = [ANY_TEXT, *stems(text), *parties]
    sums = {topic: sum(SHIPPED.get(one, {}).get(topic, 0.0) for one in seen) for topic in known().topics}
    found = leanings(text, parties)
    assert "transnational-threats" in found[:10]
    assert [round(sums[topic], 6) for topic in found] == sorted((round(sums[topic], 6) for topic in found), reverse=True)


@pytest.mark.long
def test_words_lean_to_the_topics_of_texts_that_were_left_out() -> None:
    right = sought = 0
    for half in scoring.LATEST:
        weights = learnt(lessons(without=half))
        for lesson in (one for one in lessons() if one.source == half):
            sums = dict.fromkeys(known().topics, 0.0)
            for feature in (ANY_TEXT, *lesson.features):
                for topic, weight in weights.get(feature, {}).items():
                    sums[topic] += weight
            ten = sorted(weights[ANY_TEXT], key=lambda topic: -sums[topic])[:10]
            right, sought = right + len(lesson.topics & set(ten)), sought + len(lesson.topics)
    assert right / sought >= 0.82
