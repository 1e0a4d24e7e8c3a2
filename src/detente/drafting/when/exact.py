"""Is the day that a sentence beside a contact names that of the contact, of which another tells only the month?"""

import re

from detente.drafting.days.counted import Said
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told


def of_its_month(occasion: Occasion, one: Told, said: Said, month: str | None) -> bool:
    """Whether it is a date of the ``month`` of a contact, in a sentence of its sides that speaks of it: ``It is set for``."""
    if month is None or said.aside or not said.stated or not said.day.isoformat().startswith(month):
        return False
    if one.earlier or {actor.party for actor in one.named.actors} - {None, *occasion.parties}:
        return False
    return _SPEAKS_OF_IT.search(one.text) is not None


_SPEAKS_OF_IT = Pattern(
    r"\b(?:(?:the|their|his|her|its|this|that)\s+(?:\w+\s+)?(?:visit|meeting|talks|call|trip|appointment|conversation|"
    r"encounter|"
    r"session|dates?|discussions?|lunch|dinner)(?!\s+of\b(?!\s+\d))|they|the (?:two|pair)|both|"
    r"(?:he|she) (?:lands|arrives|is (?:due|expected)|will (?:land|arrive))|it (?:was|is|will be|took place) (?:on|for)|"
    r"(?:il|elle) (?:arrive\w*|(?:y )?(?:est|sera) attendue?)|c['’](?:était|est) le|(?:er|sie) (?:landet|trifft|kommt|"
    r"wird erwartet)|"
    r"es (?:war|ist) am|(?:он|она) (?:прибудет|прилетит|приедет)|это было|"
    r"(?:it|talks|visit|meeting) (?:is|are|was|were|has|have|had)\b[^.;]{0,12}\b(?:set|fixed|scheduled|due|pencill?ed)|"
    r"(?:la|leur|cette|sa|son|cet|ce|l['’]|le)\s?(?:visite|rencontre|réunion|entretien|échange|tête-à-tête|déplacement|"
    r"rendez-vous|conversation|appel|voyage)|date (?:retenue|fixée|prévue|arrêtée)|la date|rendez-vous (?:est|a été)|"
    r"ils (?:se|s['’])|les deux|"
    r"(?:das|dem|der|den|die|ihr\w*|sein\w*|als)\s+(?:Treffen|Gespräche?n?|Besuch|Telefonat|Termin|Reise|Begegnung|"
    r"Unterredung)|"
    r"die beiden|beide|"
    r"(?:визит|встреч[аеиу]|переговор\w*|разговор\w*|бесед[аеыу]|поездк[аеиу])|дат(?:а|у|ой)|оба|они)\b",
    re.IGNORECASE,
)
"""What a sentence speaks of that names the day of what another told."""
