"""People whom no office introduces are known by the shipped list, in any spelling, and others by the country beside them."""

from datetime import date

import pytest

from detente.drafting.reading import read
from detente.drafting.who.figures import figures
from detente.drafting.who.names import Name
from tests.drafting.shipped import known


@pytest.mark.parametrize(
    ("written", "name", "party"),
    [
        ("Бен Уоллес", "Ben Wallace", "GBR"),
        ("Питом Хегсетом", "Pete Hegseth", "USA"),
        ("Joav Galant", "Yoav Gallant", "ISR"),
        ("Roustem Oumerov", "Rustem Umerov", "UKR"),
        ("Закиром Гасановым", "Zakir Hasanov", "AZE"),
        ("Nikolaos Panagiotopoulos", "Nikos Panagiotopoulos", "GRC"),
        ("Дун Цзюнем", "Dong Jun", "CHN"),
    ],
)
def test_a_figure_is_known_in_any_spelling(written: str, name: str, party: str) -> None:
    found = figures().find(Name(written, 0, len(written)))
    assert found is not None
    assert (found.name, found.party) == (name, party)


@pytest.mark.parametrize("written", ["John Wallace", "Marie Curie", "Robert Gallant", "Wallace"])
def test_somebody_else_is_no_figure(written: str) -> None:
    assert figures().find(Name(written, 0, len(written))) is None


def test_a_surname_needs_its_country_or_a_title() -> None:
    assert figures().of_surname("Austin", {"USA"}, titled=False) is not None
    assert figures().of_surname("Austin", {"FRA"}, titled=False) is None  # a town in Texas
    assert figures().of_surname("Dong", set(), titled=True) is not None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Boris Pistorius et Sébastien Lecornu se sont retrouvés jeudi à Évreux.", "DEU FRA"),
        ("Anita Anand rang Oleksii Reznikov on Monday.", "CAN UKR"),
        ("Emmanuel Macron rang Volodymyr Zelensky on Monday.", ""),
        ("Lavrov received Hakan Fidan on Monday. The ministers spoke of arms.", ""),
        # nobody lists these two: their countries stand beside them
        ("Sweden's Nils Ek hosted Finland's Matti Salo on Monday. The defence ministers spoke of the sea.", "FIN SWE"),
    ],
)
def test_figures_make_a_contact_where_their_offices_are_not_said(text: str, parties: str) -> None:
    found = read(text, known(), published=date(2024, 3, 14)).proposals
    assert " ".join(sorted(party for one in found for party in one.parties)) == parties
