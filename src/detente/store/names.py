"""When are two spellings of a name the same, and which name was probably meant."""

import unicodedata
from collections.abc import Iterable

NEAR = 0.7
"""How alike two words must be for one to be a misspelling of the other: one letter in four may be wrong, of longer ones three
in ten. Two letters exchanged are one mistake."""


def name_key(name: str) -> str:
    """``name`` without case, accents and superfluous spaces: what names are looked up by."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())


def nearest(name: str, known: Iterable[str], most: int = 3, *, least: float = NEAR) -> list[str]:
    """Up to ``most`` of the ``known`` names that ``name`` may be a misspelling of, best first; none that is not near.

    A single word is held against each word of a name too: people are often known by their surname. ``least`` is how alike
    they must be, 0 to 1.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def likeness(said: str, other: str, **_: object) -> float:
        parts = other.split() if " " not in said else []
        return max(
            OSA.normalized_similarity(said, other), *(0.98 * OSA.normalized_similarity(said, part) for part in parts), 0.0
        )

    found = process.extract(name, list(known), scorer=likeness, processor=name_key, limit=most, score_cutoff=least)
    return [match for match, _score, _index in found]


def did_you_mean(suggestions: list[str]) -> str:
    """The mend for a name that is not known."""
    if not suggestions:
        return ""
    return f"did you mean {' or '.join(suggestions)}?"
