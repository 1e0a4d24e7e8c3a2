"""Is it a thing that is welcomed or received, or a state that did something, rather than somebody who met somebody?"""

import re

from detente.drafting.language.patterns import Pattern


def of_a_thing(text: str, start: int) -> bool:
    """Whether the word of contact at ``start`` is of a thing, or of what a state did."""
    return _OF_A_THING.match(text, start) is not None or _BY_THE_STATE.search(text[:start]) is not None


_OF_A_THING = Pattern(
    r"(?:welcom\w+|salu\w+|accueilli\w*|begrüß\w+|приветств\w+)\s+(?:(?:the|this|that|its?|his|her|le|la|les|l['’]|cette?|"
    r"ces|sa|son|den|die|das|diese[nsr]?|ihre|seine|эт[оу]\w?|тако\w+)\s*)?(?:[\w-]+\s+){0,2}?(?:decisions?|"
    r"appointments?|elections?|nominations?|élections?|Ernennung|Wahl|назначени\w+|"
    r"announcements?|moves?|steps?|deals?|choices?|plans?|news|orders?|purchases?|agreements?|accords?|results?|delivery|"
    r"progress|offers?|proposals?|statements?|ruling|vote|décisions?|annonces?|choix|achats?|commandes?|initiatives?|"
    r"résultats?|proposition|déclarations?|nouvelles?|projets?|Entscheidung\w*|Ankündigung\w*|Schritte?|Wahl|Vorstoß|Pläne|"
    r"Beschluss\w*|Kauf|Einigung|Vorschlag|Vorhaben|Erklärung|решени\w+|объявлени\w+|шаг\w*|выбор\w*|планы|заявлени\w+|"
    r"инициатив\w+|предложени\w+|сделк\w+|намерени\w+)\b|"
    r"(?:receiv\w+|reçoi\w+|reçu\w*|recev\w+)\s+(?:(?:the|les?|la|des|de|son|sa|ses|his|her|l['’])\s*)*(?:assurances?|"
    r"views|advice|avis|garanties|guarantees|rapports?|reports?|briefings?|condoléances|condolences|félicitations|"
    r"congratulations)\b|"
    r"begrüßt\w*\s+(?:(?!und\b|sein|ihr)[\w.'’-]+\s+){1,6}?(?:die|den|das|diese[nsr]?)\s+(?:\w+e[nrs]?\s+)?(?:Entscheidung\w*|"
    r"Ankündigung\w*|Schritt|Wahl|Pläne|Beschluss|Kauf|Einigung|Vorschlag|Vorhaben|Erklärung)\b",
    re.IGNORECASE,
)
"""What is welcomed, and is nobody: ``welcomed the decision``."""

_BY_THE_STATE = Pattern(
    r"\b(?:his|her|its|their|our|my|son|sa|notre|leur|sein|ihr|unser|mein|его|е[её]|их|наша|своя)\s+(?:own\s+|propre\s+|"
    r"eigenes\s+)?(?:country|government|nation|pays|gouvernement|Land|страна|правительство)\s+"
    r"(?:(?:has|had|have|a|avait|hat|hatte|уже|ранее)\s+)?(?:\w+\s+){0,4}?$",
    re.IGNORECASE,
)
"""Before what a state did, rather than whom the sentence names: ``the declaration that his country signed with``."""
