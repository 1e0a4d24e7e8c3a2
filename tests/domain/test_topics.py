from detente.domain.topics import Topic, broadest, with_narrower

TREE = [
    Topic("conflict", "", "", None, "military"),
    Topic("war", "", "", "conflict", "military"),
    Topic("front", "", "", "war", "military"),
    Topic("syria", "", "", None, "military"),
]


def test_a_topic_includes_everything_below_it() -> None:
    assert with_narrower(["conflict"], TREE) == {"conflict", "war", "front"}
    assert with_narrower(["war"], TREE) == {"war", "front"}
    assert with_narrower(["front", "syria"], TREE) == {"front", "syria"}
    assert with_narrower([], TREE) == frozenset()


def test_an_unknown_topic_stands_for_itself() -> None:
    assert with_narrower(["piracy"], TREE) == {"piracy"}


def test_broadest_climbs_to_the_top() -> None:
    known = {topic.topic: topic for topic in TREE}
    assert [broadest(name, known) for name in ("front", "war", "conflict", "syria", "piracy")] == [
        "conflict", "conflict", "conflict", "syria", "piracy",
    ]  # fmt: skip
