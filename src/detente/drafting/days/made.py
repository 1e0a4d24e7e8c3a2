"""Is a month that in which a thing was made, lost or promised of which a sentence speaks, rather than that of a contact?"""

import re

from detente.drafting.language.patterns import Pattern


def of_a_thing(text: str, start: int, end: int) -> bool:
    """Whether the month from ``start`` to ``end`` is: ``die im März eingerichtete Leitung``, ``the drone lost in May``."""
    before = text[:start]
    made = _MADE_THEN.match(text, end) is not None and _ARTICLE.search(before) is not None
    return made or _BEFALLEN.search(before) is not None or _PROMISED.search(before) is not None


_ARTICLE = Pattern(r"\b(?:de[nrms]|die|das|eine[nrms]?|seine[nrms]?|ihre[nrms]?)\s+$", re.IGNORECASE)


_MADE_THEN = Pattern(
    r"\s+(?-i:[a-zäöüß]\w+(?:te|ne)[nrsm]?\s+(?:[a-zäöüß]\w+e[nrsm]?\s+)?(?=[A-ZÄÖÜ]))(?![\w-]*(?:treffen|gespräch|besuch|"
    r"reise|"
    r"visite|telefonat|anruf|termin|unterredung|begegnung|konferenz|schalte|runde|sitzung|beratung|konsultation|verhandlung|"
    r"brief|schreiben|kontakt|essen|tagung|audienz))",
    re.IGNORECASE,
)
"""Behind when a thing that is no contact was made, in German: ``die im März eingerichtete Leitung``."""
_BEFALLEN = Pattern(
    r"\b(?:lost|destroyed|seized|captured|sunk|downed|perdue?s?|détruite?s?|saisie?s?|coulée?s?|"
    r"set up|opened|established|installed|launched|created|inaugurated|restored|reopened|ouverte?s?|créée?s?|"
    r"mise?s? en (?:place|"
    r"service)|installée?s?|établie?s?|inaugurée?s?|rétablie?s?|rouverte?s?|"
    r"(?:утрачен|потерян|сбит|захвачен|уничтожен|погибш|затонувш|угнан|похищен|создан|открыт|установлен|налажен|проложен|"
    r"запущен|восстановлен|учрежд[её]н)\w+)\s+(?:back\s+|ещё\s+|еще\s+)?(?:in\s+(?:the\s+)?|à\s+la\s+|en\s+|в\s+)?$",
    re.IGNORECASE,
)
"""Before the month of what befell something of which the two spoke, or in which it was made."""

_PROMISED = Pattern(
    r"\b(?:assur|promis|guarante|versicher|versprach|zugesichert|garanti|заверил|заверя|пообеща|обеща)\w*\b[^.;]{0,120}"
    r"(?:\bthat\b|\bque\b|\bqu['’]|, dass\b|, что\b)[^.;:]{0,70}$|"
    r"\b(?:lost|destroyed|captured|delivered|fired|perdue?s|détruite?s|livrée?s|утраченн|уничтоженн|потерянн|поставленн|"
    r"захваченн|сбит|выпущенн)\w*\s(?:[ay]\s)?$",
    re.IGNORECASE,
)
"""Before the month of what was promised in a contact, or of what befell the things that were spoken of."""
