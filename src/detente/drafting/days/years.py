"""Does a sentence tell of what was in a year, and say no more of when: ``In 2018 the two ministers had met``?"""

from datetime import date
from re import IGNORECASE

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import MONTH, dates_in
from detente.drafting.language.patterns import Pattern


def year_told(text: str, published: date, *, ahead: bool) -> str | None:
    """The year, as written in EDTF, in which a sentence has what it tells of; None: it names none, or a day or month too.

    It is not that of the publication: one before it, or after it where the sentence tells of what is to come (``ahead``).
    """
    hit = _OPENING.match(text) or _BEHIND.search(text)
    if hit is None or _says_more(text):
        return None
    year = int(hit["year"])
    return f"{year:04d}" if (year > published.year if ahead else year < published.year) else None


def opens_in_a_year(text: str) -> bool:
    """Whether a sentence begins with the year of what it tells, and names no day or month."""
    return _OPENING.match(text) is not None and not _says_more(text)


def _says_more(text: str) -> bool:
    return bool(day_words(text) or dates_in(text) or _MONTHS.search(text))


_MONTHS = Pattern(rf"\b{MONTH}\b", IGNORECASE)

_OPENING = Pattern(
    r"(?:[\w'’ ]{0,25}\b(?:in|en|im Jahre?|в|во)\s+)?(?P<year>(?:19|20)\d\d)(?:-м)?(?:\s+год[ау])?(?!\s*[-–/.]\s*\d)"
    r"(?:,\s|\s+(?:(?!after|before|since|year)\w))",
    IGNORECASE,
)
"""How a sentence begins that has all it tells of in a year."""

_BEHIND = Pattern(
    r"\b(?:met|spoke|spoken|talked|held talks|visited|(?:rencontr|entreten|parl)\w+|getroffen|gesprochen|trafen|"
    r"sprachen|besucht\w*|"
    r"встреча\w+|встретил\w+|виделись|разговаривал\w*|беседовал\w*)\b[^.;:,]{0,40}?,?\s(?:in|en|im Jahre?|в)\s+"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/.]\s*\d)",
    IGNORECASE,
)
"""In which year two are said to have met."""
