"""Lines of event data, made up for a test."""

from collections.abc import Sequence


def icews(
    id_: object, day: str, code: str, a: tuple[str, str, str], b: tuple[str, str, str], publisher: str = "Made-up Times"
) -> str:
    """An ICEWS line; an actor is name, sectors and country."""
    rest = ["7000001", "2", publisher, *["NA"] * 6]
    return "\t".join([str(id_), day, *a, "Made up", code, "1.0", *b, *rest])


def gdelt(
    id_: object,
    day: str,
    code: str,
    a: tuple[str, str, str],
    b: tuple[str, str, str],
    url: str = "https://news.example/x",
    width: int = 58,
) -> str:
    """A GDELT line; an actor is name, country and one type."""
    cells = [str(id_), day, day[:6], day[:4], "2014.1", *_gdelt_actor(*a), *_gdelt_actor(*b), "1", code, code, code[:2]]
    cells += ["1", "1.0", "4", "1", "4", "-1.5"]
    cells += [""] * (24 if width == 61 else 21) + [day]
    return "\t".join(cells if width == 57 else [*cells, url])


def _gdelt_actor(name: str, country: str, kind: str) -> Sequence[str]:
    return [country + kind, name, country, "", "", "", "", kind, "", ""]


MILITARY_OF = {
    "FRA": ("Military (France)", "Military", "France"),
    "RUS": ("Military (Russia)", "Military", "Russian Federation"),
    "USA": ("Military (United States)", "Military", "United States"),
}
"""Defence actors of ICEWS."""
