"""Is a state named where none is meant: for waters, or for outlaws from it?"""

import re

from detente.drafting.language.patterns import Pattern

_WATERS = Pattern(r"\b(?:Gulf of|Sea of|(?:golfe|mer) (?:de |d['’]|du )|Golf von|(?:Lower|Middle|Upper)\b)\s*$", re.IGNORECASE)
_WATERS_BEHIND = Pattern(r"\s+(?:залив|мор)\w*")
"""Before a state, or a town, after which waters are named, or a region elsewhere: ``Lower Juba``."""


def names_waters(text: str, start: int, end: int) -> bool:
    """Whether a state or a town from ``start`` to ``end`` only tells which waters are meant, or which region."""
    return _WATERS.search(text[:start]) is not None or _WATERS_BEHIND.match(text, end) is not None


_NO_STATE = (
    r"(?:pirates?|militants|rebels?|insurgents|smugglers|traffickers|jihad\w*|terrorists?|extremists|separatists|migrants|"
    r"refugees|"
    r"fishermen|poachers|bandits|gunmen|gangs|cartels|dissidents|rebelles?|contrebandiers|trafiquants|réfugiés|pêcheurs|"
    r"terroristes|Piraten?|Rebellen|Schmugglern?|Flüchtlingen?|Fischern?|Terroristen|Separatisten|Banden|пират\w*|боевик\w*|"
    r"повстанц\w*|контрабандист\w*|беженц\w*|мигрант\w*|рыбак\w*|террорист\w*|сепаратист\w*)"
)
_OUTLAWS = Pattern(rf"\s+(?:[\w-]+\s+)?{_NO_STATE}\b", re.IGNORECASE)
_OUTLAWS_BEFORE = Pattern(rf"\b{_NO_STATE}\s+(?:from\s+|de\s+|du\s+|aus\s+|из\s+)?$", re.IGNORECASE)
"""People of a state who are none of its own: ``Somali pirates``, ``des pêcheurs chinois``."""


def names_outlaws(text: str, start: int, end: int) -> bool:
    """Whether a state from ``start`` to ``end`` only tells where people come from who are none of its own."""
    return _OUTLAWS.match(text, end) is not None or _OUTLAWS_BEFORE.search(text[:start]) is not None
