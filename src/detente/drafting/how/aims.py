"""What is it that somebody meant to have, asked for or gave up: to see another side, or a thing?"""

from re import IGNORECASE

from detente.drafting.language.patterns import Pattern

_OBJECT = 40
"""Letters behind a verb within which it is said what was given up."""


def meant_to_have(before: str) -> bool:
    """Whether ``before`` says that a side meant to have something with the other."""
    return _MEANT.search(before) is not None


def asks_to_see(text: str, start: int) -> bool:
    """Whether what a word at ``start`` asks for is to see or to hear somebody."""
    return _TO_SEE.match(text, start) is not None


def gave_up_a_thing(text: str, start: int, end: int) -> bool:
    """Whether what a verb from ``start`` to ``end`` gives up, or puts off, is no contact."""
    return _ON_A_THING.search(text[start : end + _OBJECT]) is not None or _A_THING.match(text, end) is not None


_ON_A_THING = Pattern(
    r"(?:\bsur|\bкрест на)\s+(?!(?:[\w'’-]+\s+){0,3}?(?:[\w'’]*(?:rencontre|entretien|visite|appel|déjeuner|dîner|rendez-vous|"
    r"voyage|déplacement|réunion|tête|conversation|étape|séjour|tournée)))",
    IGNORECASE,
)
"""What was given up, and is no contact: ``ont tiré un trait sur leur différend``."""

_A_THING = Pattern(
    r"\s+(?:(?:the|their|a|les?|la|leurs?|des|die|das|den|ihre|gemeinsame\w*|joint|совместн\w+|эти|сво[ий])\s+){0,2}"
    r"(?:exercis|drill|deliver|purchas|manœuvr|manoeuvr|exercic|livraison|achat|Manöver|Übung|Lieferung|Kauf|учени|поставк|"
    r"закупк|манёвр|маневр)\w*",
    IGNORECASE,
)
"""What two sides put off together, and is no contact."""

_MEANT = Pattern(
    r"\b(?:(?:was|were) (?:due )?to|had (?:planned|hoped|meant|wanted)|wanted|offered|hoped|devai(?:t|ent)|comptai(?:t|ent)|"
    r"voulai(?:t|ent)|espérai(?:t|ent)|s['’]étai(?:t|ent) proposée?s?|souhaitai(?:t|ent)|prévoyai(?:t|ent)|invitée?s?|"
    r"conviée?s?|"
    r"wollten?|sollten?|hatten? vor|eingeladen|собира\w+|намерева\w+|планировал\w*|должн\w* был\w*|хотел\w*|предлагал\w*|"
    r"зва(?:л|ла|ли)|приглаш\w+|надеял\w*|рассчитывал\w*)\b",
    IGNORECASE,
)
"""What a side meant to have with the other."""

_TO_SEE = Pattern(
    r"(?:[^.;:]|(?<=\d)\.){0,140}?\b(?:vien(?:ne|t|ir|dra)|voir|recev\w+|reç\w+|créneau|demi-heure|quart d['’]heure|slot|"
    r"место|время|"
    r"rencontr\w+|parler|se rendre|entretien|se pose|besuch\w*|"
    r"empfang\w*|treffen|sprechen|Termin|received?|see|come|speak|talk|meet|visit|встре\w+|поговорить|увидеть\w*|приня\w+|"
    r"при[её]м\w*|приехать|приехал\w*|посетить|услышать|переговор\w+|побеседовать|созвон\w+)\b",
    IGNORECASE,
)
"""What somebody asks for, in or behind the words that say so."""
