"""Which states does a sentence say were represented, though it names nobody for them?"""

from collections.abc import Sequence
from re import IGNORECASE

from detente.drafting.language.lexicon import Country
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.actors import Actor, Named

_WEIGHT = 0.8


def represented(text: str, named: Named) -> list[Actor]:
    """An actor for each state of a row of which a sentence says that somebody was there for it."""
    rows = _rows(text, [country for country in named.countries if not country.place])
    chosen = [row for row in rows if _there(text, row)]
    return [Actor(c.party, None, c.start, c.end, sure=False, weight=_WEIGHT, several=True) for row in chosen for c in row]


def _rows(text: str, countries: Sequence[Country]) -> list[list[Country]]:
    rows: list[list[Country]] = []
    for country in countries:
        if rows and _BETWEEN.fullmatch(text[rows[-1][-1].end : country.start]):
            rows[-1].append(country)
        else:
            rows.append([country])
    return rows


def _there(text: str, row: Sequence[Country]) -> bool:
    before, after = text[: row[0].start], text[row[-1].end :]
    sent = _SENT.search(before) is not None and len(row) > 1
    if _NOWHERE.match(after):
        return False
    return sent or _WERE_THERE.match(after) is not None or _STOOD_FOR.search(before) is not None


_BETWEEN = Pattern(
    r"\s*(?:,|and|et|und|и|,\s*and)\s+(?:(?:the|from|of|la|le|les|de|du|des|der|die|aus|von|из)\s+|de l['’]|d['’]|l['’])*",
    IGNORECASE,
)

_SENT = Pattern(
    r"\b(?:representatives?|delegates|delegations?|envoys|officials|senior officers|deputies|représentants?|délégués|"
    r"délégations?|émissaires|responsables|Vertretern?|Vertreterinnen|Abgesandten?|Delegationen|Abordnungen|"
    r"представител\w+|делегаци\w+|посланц\w+)\s+"
    r"(?:(?:of|from|de|du|des|von|aus|der|из|от)\s+|de l['’]|d['’])?(?:(?:the|la|le|les|der|den)\s+|l['’])?$",
    IGNORECASE,
)
"""Before the states from which somebody came: ``ainsi que des représentants du Chili et des Tonga``."""

_WERE_THERE = Pattern(
    r"\s+(?:(?:was|were|had been)\s+(?:also\s+)?represented|sent (?:its|their|a|an|his|her) (?:\w+ ){0,2}"
    r"(?:minister|chief|deputy|general|delegation|representative|envoy|secretary|ambassador)s?\b|"
    r"(?:était|étaient|fut|furent|est|sont)\s+(?:aussi\s+|également\s+)?représentée?s?|avai(?:t|ent) (?:envoyé|délégué)|"
    r"(?:war|waren|wurde|wurden)\s+(?:(?:durch|von|auch)\b[^.;,]{0,50}\s)?vertreten|schickten?\b|entsandten?\b|"
    r"(?:был[аи]?\s+)?представлен\w*|представлял\w*|прислал\w*)",
    IGNORECASE,
)
"""Behind the states for which somebody was there."""

_NOWHERE = Pattern(
    r"[^.;,]{0,40}\b(?:neither|not|n['’]t|nowhere|no one|nicht|weder|niemand\w*|ni l['’]un|pas|aucun\w*|не|ни|нигде)\b",
    IGNORECASE,
)
"""Behind the states for which nobody was there."""

_STOOD_FOR = Pattern(
    r"\b(?:represented|represents|représentai(?:t|ent)|représente(?:nt)?|vertraten?|vertritt|представлял\w*)\s+"
    r"(?:(?:the|la|le|les)\s+|l['’])?$",
    IGNORECASE,
)


def two_led(text: str) -> bool:
    """Whether a sentence says who led the one delegation and who the other: they sat at one table."""
    return len(list(_LED.finditer(text))) > 1


_LED = Pattern(
    r"\b(?:side|team|delegation|party|côté|partie|délégation|Seite|Delegation|Abordnung|сторон\w+|делегаци\w+)\b[^.;]{0,30}?"
    r"\b(?:under|(?:was |were )?(?:led|headed) by|(?:était |est )?(?:conduite|dirigée|menée|emmenée) par|unter|(?:geleitet|"
    r"angeführt) von|"
    r"leitete|führte|во главе с|под руководством|возглавлял\w*|возглавил\w*)\b",
    IGNORECASE,
)
