"""Was a contact to have been and was not, or nearly was not, and was after all?"""

from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.how.verdicts import word_for
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion


def counterfactual(occasion: Occasion, words: Lexicon, *, alone: bool) -> Status | None:
    """What became of a contact that is only told of as what was to have been: put off where it is to be yet, else off.

    None: it is told of in another way.
    """
    first = occasion.told[0]
    hit = _WAS_TO_HAVE_BEEN.search(first.text)
    if hit is None or told_as_held(first.text[: hit.start()]):
        return None
    near = (*occasion.told, *(occasion.others if alone else ()))
    if any(word_for(one, words, Status.CANCELLED) is not None for one in near):
        return Status.CANCELLED
    again = any(word_for(one, words, Status.POSTPONED) is not None or _YET.search(one.text) is not None for one in near)
    return Status.POSTPONED if again else Status.CANCELLED


_WAS_TO_HAVE_BEEN = Pattern(
    r"\b(?:(?:was|were) (?:both )?to have|(?:should|ought to) have|(?:was|were) supposed to|"
    r"(?:aurai(?:t|ent)) dû|hätten?\b[^.;:]{0,160}\b(?:sollen|müssen|dürfen)\b|(?:должн\w+|собирал\w+) был[аи]? бы)\b",
    IGNORECASE,
)
"""What was to have been."""

_YET = Pattern(
    r"\b(?:try again|once the|as soon as|(?:another|some other) (?:day|time)|in the (?:new year|spring|summer|autumn)|"
    r"dès que|une autre fois|partie remise|sobald|ein andermal|как только|в другой раз)\b",
    IGNORECASE,
)
"""What is to be yet."""


def only_later(text: str) -> bool:
    """Whether a sentence says that what was to be will be only later: ``statt am Mittwoch erst in einigen Wochen``."""
    if any(word in text for word in _FOR_NOW) and _NOT_FOR_NOW.search(text) is not None:
        return not told_as_held(text)
    if not any(word in text for word in _INSTEAD):
        return False
    return _ONLY_LATER.search(text) is not None and not told_as_held(text)


_FOR_NOW = ("for now", "time being", "moment", "instant", "vorerst", "fürs Erste", "Weiteres", "ока ")
_NOT_FOR_NOW = Pattern(
    r"\b(?:not|never|won['’]t) (?:now )?(?:be )?(?:tak\w+ place|happen|go\w* ahead|travel\w*|go(?:ing)?|fly(?:ing)?|"
    r"com(?:e|ing)|visit\w*|meet\w*|held|made|host\w*|receiv\w+)\b[^.;:]{0,60}\bfor (?:now|the (?:time being|moment))\b|"
    r"\b(?:for now|for the time being|for the moment),? (?:will|is|are) not\b|"
    r"\b(?:reis|flieg|fähr|komm|triff|treff|besuch|empfäng|wird|werden|find|bleib)\w*\b[^.;:]{0,90}"
    r"\b(?:vorerst|fürs Erste|bis auf Weiteres) (?:doch )?(?:nicht|aus)\b|"
    r"\b(?:ne|n['’])\s?(?:se |s['’])?(?:ira|aura|tiendra|rendra|viendra|partira|recevra|rencontrera|part|va|vient)\b"
    r"[^.;:]{0,60}\bpour (?:l['’]instant|le moment)\b|"
    r"\bпока (?:что )?не (?:состо|по[ел]|прилет|приед|встрет|посет|прим|провед)\w+",
    IGNORECASE,
)
"""What will not be, for the time being."""

_INSTEAD = ("nstead of", "ather than", "u lieu d", "tatt ", "место ")


_ONLY_LATER = Pattern(
    r"\b(?:instead of|rather than) (?:on )?(?:today|tomorrow|this|next|\w+day|the \d|\d)[^.;:]{0,160}\b(?:only|"
    r"not (?:until|before)|later|weeks?|months?)\b|"
    r"\bau lieu d(?:e|u|['’])\s?(?:ce |aujourd['’]hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)"
    r"[^.;:]{0,160}\b(?:ne|n['’])\s?[^.;:]{0,60}\bque?\b|"
    r"\bstatt (?:wie (?:geplant|vorgesehen) )?(?:am|heute|morgen|schon|im|zum)\b[^.;:]{0,160}\berst\b|"
    r"\bвместо (?:сегодня|завтра|понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья|\d)[^.;:]{0,160}\b(?:лишь|"
    r"только|не раньше)\b",
    IGNORECASE,
)
