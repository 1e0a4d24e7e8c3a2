"""Did somebody ask, in vain, for what another had got?"""

import re

from detente.drafting.language.patterns import Pattern

ASKED_TOO = Pattern(
    r"\b(?:(?:asked|asking|hoped|applied|requested|sought|wanted|wished|request(?:ed|s)?|proposal|overture|approach)\b[^.;]{0,40}"
    r"\b(?:the same|as much|likewise|too|as well|also|similar|equal)|(?:the same|a similar|an identical|another) (?:request|"
    r"wish|overture|approach|offer|invitation)|"
    r"(?:demand|sollicit|souhait|propos)\w*\b[^.;]{0,40}\b(?:la même chose|autant|aussi|également|de même)|"
    r"(?:même|autre) (?:demande|démarche|requête|proposition|invitation)|démarche (?:\w+ ){0,2}auprès|"
    r"(?:bat|gebeten|bittend|wollte|gewünscht|Wunsch|Bitte|Anfrage|Ersuchen)\b[^.;]{0,90}"
    r"\b(?:dasselbe|das gleiche|ebenfalls|auch|"
    r"gleichfalls)|(?:gleiche|gleichlautende|ähnliche|weitere) (?:Bitte|Anfrage|Wunsch|Einladung)|"
    r"(?:прос\w+|хотел\w*|желал\w*|предлагал\w*|просьб\w+|запрос\w*)\b[^.;]{0,40}\b(?:о том же|того же|то же|тоже|также)|"
    r"(?:такой же|такую же|аналогичн\w+|похож\w+) (?:просьб\w+|запрос\w*|предложени\w+|приглашени\w+))\b",
    re.IGNORECASE,
)
"""Somebody asked for what another had got: ``had asked for the same``."""
