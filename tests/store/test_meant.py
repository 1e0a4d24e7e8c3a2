"""Ids by their beginnings, and what the record offers to somebody who is asked, on every engine."""

import pytest

from detente.errors import NotFoundError
from detente.store.meant import ids_beginning, meant
from detente.store.offering import (
    offered_parties,
    offered_people,
    offered_sources,
    party_names_beginning,
    used_parties,
)
from detente.store.opening import Store


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("fra-rus-2024", "fra-rus-2024-04-03-phone"),
        ("fra-rus-2024-04-03-phone", "fra-rus-2024-04-03-phone"),
        ("FRA-RUS-2024", "FRA-RUS-2024"),  # ids are in small letters
        ("fra%", "fra%"),  # no sign stands for others
        ("fra_rus-2024", "fra_rus-2024"),
        ("fra-rus", "fra-rus"),  # a folder of the record
        ("", ""),
    ],
)
def test_what_is_meant(shipped: Store, text: str, whole: str) -> None:
    assert meant(shipped, text) == whole


def test_several_are_named(shipped: Store) -> None:
    with pytest.raises(
        NotFoundError, match="'fra-rus-2018' is the beginning of several ids; which of fra-rus-2018-04-27-phone, "
    ):
        meant(shipped, "fra-rus-2018")


def test_claims_only_where_they_are_asked_for(shipped: Store) -> None:
    assert ids_beginning(shipped, "fra-rus-c01") == []
    assert ids_beginning(shipped, "fra-rus-c01", claims=True) == ["fra-rus-c01"]
    assert ids_beginning(shipped, "fra-rus-2024") == ["fra-rus-2024-04-03-phone"]
    assert len(ids_beginning(shipped, "", most=5)) == 5


def test_before_anything_is_on_record_those_of_whom_somebody_is_known_come_first(empty: Store) -> None:
    first = [one.party.code for one in offered_parties(empty) if one.likely]
    assert {"FRA", "RUS", "USA"} <= set(first)
    assert not {"ASM", "ATA"} & set(first)
    assert offered_parties(empty)[0].party.code == first[0]


def test_who_and_what_is_offered(shipped: Store) -> None:
    (first, names, likely), *others = offered_parties(shipped)
    assert (first.code, "russia" in names, likely) == ("RUS", True, True)
    assert len(others) > 200
    assert [one.likely for one in others] == sorted((one.likely for one in others), reverse=True)
    assert used_parties(shipped)[0] == ("RUS", "Russia")
    assert party_names_beginning(shipped, "german") == [("germany", "Germany")]
    assert "Sébastien Lecornu" in offered_people(shipped, "FRA")
    assert "Sergei Shoigu" not in offered_people(shipped, "FRA")
    addresses = offered_sources(shipped, ["FRA", "RUS"], most=3)
    assert len(addresses) == 3
    assert all(url.startswith("http") and publisher for url, publisher in addresses)
