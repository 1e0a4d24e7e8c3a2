"""Which days does a sentence name by a feast: ``on Christmas Eve``, ``am Nikolaustag``, ``le lundi de Pâques``?"""

import re
from datetime import date, timedelta

from detente.drafting.days.backgrounds import is_background
from detente.drafting.days.counted import Said
from detente.drafting.days.reported import SAID_BEFORE
from detente.drafting.language.patterns import Pattern

_FIXED: dict[tuple[int, int], str] = {
    (1, 1): r"New Year['’]s Day|jour de l['’]An|Neujahr(?:stag)?|новогодний день",
    (1, 6): r"Epiphany|l['’]Épiphanie|Dreikönig(?:stag)?",
    (2, 14): r"(?:St\.? )?Valentine['’]s Day|Saint-Valentin|Valentinstag|День святого Валентина",
    (2, 23): r"День защитника Отечества",
    (3, 8): r"International Women['’]s Day|Journée internationale des femmes|(?:Welt)?[Ff]rauentag|Международный женский день",
    (3, 17): r"St\.? Patrick['’]s Day|Saint-Patrick",
    (5, 1): r"May Day|fête du Travail|Tag der Arbeit|Первомай",
    (5, 9): r"Victory Day|jour de la Victoire|Tag des Sieges|День Победы",
    (7, 14): r"Bastille Day",
    (8, 15): r"l['’]Assomption|Mariä Himmelfahrt|Assumption Day",
    (10, 3): r"German Unity Day|Tag der Deutschen Einheit|День германского единства",
    (11, 1): r"All Saints['’]? Day|la Toussaint|Allerheiligen|День всех святых",
    (11, 11): r"Armistice Day|Remembrance Day|Martinstag|Saint-Martin",
    (12, 6): r"St\.? Nicholas['’]?s? Day|Saint-Nicolas|Nikolaus(?:tag)?",
    (12, 24): r"Christmas Eve|veille de Noël|Heiligabend|Heilige[nr]? Abend",
    (12, 25): r"Christmas Day|jour de Noël|(?:am )?[Ee]rste[nr]? Weihnachts(?:feier)?tag",
    (12, 26): r"Boxing Day|St\.? Stephen['’]s Day|Stephanstag|Stefanitag|[Zz]weite[nr]? Weihnachts(?:feier)?tag",
    (12, 31): r"New Year['’]s Eve|Saint-Sylvestre|Silvester(?:tag|abend)?|канун Нового года",
}
_BY_EASTER: dict[int, str] = {
    -48: r"Rosenmontag",
    -46: r"Ash Wednesday|mercredi des Cendres|Aschermittwoch",
    -3: r"Maundy Thursday|Jeudi saint|Gründonnerstag",
    -2: r"Good Friday|Vendredi saint|Karfreitag",
    -1: r"Holy Saturday|Samedi saint|Karsamstag",
    0: r"Easter Sunday|(?:dimanche|jour) de Pâques|Ostersonntag",
    1: r"Easter Monday|lundi de Pâques|Ostermontag",
    39: r"Ascension (?:Day|Thursday)|(?:jeudi|jour) de l['’]Ascension|Christi Himmelfahrt",
    49: r"Whit Sunday|Pentecost Sunday|dimanche de Pentecôte|Pfingstsonntag",
    50: r"Whit Monday|Pentecost Monday|lundi de Pentecôte|Pfingstmontag",
    60: r"Corpus Christi|Fronleichnam",
}
_EVERY: list[tuple[tuple[int, int] | int, str]] = [*_FIXED.items(), *_BY_EASTER.items()]
_FEAST = Pattern("|".join(rf"\b(?P<f{number}>{names})(?:s|e)?\b" for number, (_, names) in enumerate(_EVERY)))


_PARTS = (
    *("Day", "Eve", "Monday", "Sunday", "Friday", "Wednesday", "Thursday", "Epiphany", "Corpus", "Holy", "Saint", "Vendredi"),
    *("Samedi", "Jeudi", "Toussaint", "Assomption", "Ascension", "Épiphanie", "Pâques", "Pentec", "Noël", "jour", "Travail"),
    *(
        "Cendres",
        "Neujahr",
        "König",
        "könig",
        "tag",
        "Silvester",
        "Nikolaus",
        "Heilig",
        "heilig",
        "Himmel",
        "Arbeit",
        "mittwoch",
    ),
    *("donnerstag", "freitag", "samstag", "Fronl", "День", "день", "Первомай", "канун"),
)
"""One of which every name of a feast has: sooner looked for than all of them."""

_OF_ANOTHER = Pattern(r"\b(?:that|which|who|qui|котор\w+)\s[^.;,]{0,60}$", re.IGNORECASE)
"""Before the feast on which something that was spoken of was done: ``the force that took over on New Year's Day``."""


def feasts_in(text: str, published: date, *, ahead: bool) -> list[Said]:
    """The days of feasts: the last such day up to the publication, or the next after it; none of what was before or since."""
    found: list[Said] = []
    if not any(part in text for part in _PARTS):
        return found
    for hit in _FEAST.finditer(text):
        before = text[: hit.start()]
        if not (is_background(text, *hit.span()) or SAID_BEFORE.search(before) or _OF_ANOTHER.search(before)):
            found.append(Said(_nearest(hit, published, ahead=ahead), False, hit.start()))
    return found


def _nearest(hit: "re.Match[str]", published: date, *, ahead: bool) -> date:
    when = _EVERY[int(str(hit.lastgroup)[1:])][0]
    years = range(published.year - 1, published.year + 2)
    days = [_easter(year) + timedelta(days=when) if isinstance(when, int) else date(year, *when) for year in years]
    return min(day for day in days if day >= published) if ahead else max(day for day in days if day <= published)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Gauss as Lichtenberg put it."""
    century, moon = year // 100, year % 19
    secular = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    seed = (19 * moon + secular) % 30
    limit = 21 + seed - (seed + moon // 11) // 29
    sunday = 7 - (year + year // 4 + 2 - (3 * century + 3) // 4) % 7
    return date(year, 3, 1) + timedelta(days=limit + 7 - (limit - sunday) % 7 - 1)
