import pytest

from detente.domain.parties import Dyad, dyad, dyads_of


def test_a_dyad_has_no_order() -> None:
    assert dyad("RUS", "FRA") == dyad("FRA", "RUS") == Dyad("FRA", "RUS")
    assert dyad("RUS", "FRA").parties == ("FRA", "RUS")
    assert dyad("RUS", "FRA").slug == "fra-rus"
    assert str(dyad("RUS", "FRA")) == "FRA-RUS"


def test_a_party_makes_no_dyad_with_itself() -> None:
    with pytest.raises(ValueError, match="FRA"):
        dyad("FRA", "FRA")


def test_every_pair_once() -> None:
    assert dyads_of(["USA", "RUS", "TUR"]) == (Dyad("RUS", "TUR"), Dyad("RUS", "USA"), Dyad("TUR", "USA"))
    assert dyads_of(["USA", "RUS", "RUS"]) == (Dyad("RUS", "USA"),)
    assert dyads_of(["USA"]) == ()
