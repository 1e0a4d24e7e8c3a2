"""Is a state found by the names that it had, or goes by among people, in each of the four languages?"""

import pytest

from detente.store.gazetteer import called


@pytest.mark.parametrize(
    ("party", "names"),
    [
        ("MMR", "Burma Birmanie Birma Бирма"),
        ("LKA", "Ceylon Ceylan Цейлон"),
        ("THA", "Siam Сиам"),
        ("IRN", "Persia Perse Persien Персия"),
        ("NLD", "Holland Голландия"),
        ("USA", "America Amerika Америка"),
        ("SWZ", "Swaziland Swasiland Свазиленд"),
        ("COD", "Zaire Zaïre Заир"),
        ("MKD", "Macedonia Macédoine Mazedonien Македония"),
        ("GBR", "England Angleterre Англия"),
    ],
)
def test_a_state_is_found_by_what_it_was_called(party: str, names: str) -> None:
    assert {name: called(name) for name in names.split()} == {name: [party] for name in names.split()}
