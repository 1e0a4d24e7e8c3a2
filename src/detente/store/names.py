"""When are two spellings of a name the same, and which name was probably meant."""

import unicodedata
from collections.abc import Iterable


def name_key(name: str) -> str:
    """``name`` without case, accents and superfluous spaces: what names are looked up by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.split())


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to ``most`` of the ``known`` names that ``name`` may be a misspelling of, best first.

    A single word is held against each word of a name too: people are often known by their surname.
    """
    from rapidfuzz import fuzz, process

    def likeness(said: str, other: str, **_: object) -> float:
        parts = other.split() if " " not in said else []
        return max(fuzz.ratio(said, other), *(0.98 * fuzz.ratio(said, part) for part in parts), 0.0)

    found = process.extract(name, list(known), scorer=likeness, processor=name_key, limit=most, score_cutoff=65)
    return [match for match, _score, _index in found]


def did_you_mean(suggestions: list[str]) -> str:
    """The mend for a name that is not known."""
    if not suggestions:
        return ""
    return f"did you mean {' or '.join(suggestions)}?"
