"""Which numbers does a date consist of as it is written: the years, months and days that foreign formats take apart?"""

from dataclasses import dataclass

from detente.domain.dates import UncertainDate

_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as written: ``first`` and ``last`` are year, month, day, as many as are known; ``last`` None: the same.

    ``approximate`` where it is hedged (``~``, ``?``, ``%``, ``X``) or one day within several; ``season`` is 1 (spring) to 4.
    """

    first: tuple[int, ...]
    last: tuple[int, ...] | None = None
    approximate: bool = False
    season: int | None = None


def date_parts(when: UncertainDate) -> DateParts:
    """The parts of an EDTF date that the record takes (see ``domain.dates``)."""
    text = when.text
    within = text.startswith("[")
    ends = text[1:-1].split("..") if within else text.split("/")
    pieces = [end.rstrip("~?%") for end in ends]
    hedged = within or any(end != piece or "X" in end for end, piece in zip(ends, pieces, strict=True))
    first, last = _numbers(pieces[0], "0"), _numbers(pieces[-1], "9")
    season = _SEASONS.get(pieces[0][5:7]) if len(pieces) == 1 else None
    return DateParts(first, None if last == first else last, hedged, season)


def _numbers(piece: str, unknown: str) -> tuple[int, ...]:
    """Year, month and day as far as they are known; unknown digits of a year are the lowest or the highest."""
    year, *rest = piece.split("-")
    known = [int(part) for part in rest if "X" not in part]
    if known and known[0] > 12:  # a season
        known = []
    return (int(year.replace("X", unknown)), *known)
