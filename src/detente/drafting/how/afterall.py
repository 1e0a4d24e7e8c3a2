"""Was a contact held after all, though it had been refused, put off or called off before?"""

from re import IGNORECASE

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern

HAPPENED = Pattern(
    r"\b(?:took place|went ahead|a (?:bien )?eu lieu|s['’]est (?:\w+ )?tenue?|(?:a|ont) fini par (?:se |avoir )|stattgefunden|"
    r"fand\b[^.;]{0,60}\bstatt|прош(?:ла|ел|ёл|ли|ло)|состоял(?:ся|ась|ось|ись))\b",
    IGNORECASE,
)
"""Of a contact: that it was."""


def held_after_all(text: str, start: int, end: int) -> bool:
    """Whether what a sentence says, from ``start`` to ``end``, to have been refused or called off nearly was so, or was held
    after all, as it goes on to tell.
    """
    if _NEARLY.search(text[:start]) is not None:
        return True
    rest = text[end:]
    hit = _CAME_ABOUT.search(rest)
    if _CHANGED_MIND.search(rest) is not None or (hit is not None and _NOT.search(rest[: hit.start()]) is None):
        return True
    if _AFTER_ALL.search(rest) is None and _AT_FIRST.search(text[:end]) is None:
        return False
    return told_as_held(rest) or HAPPENED.search(rest) is not None or _CAME.search(rest) is not None


_AFTER_ALL = Pattern(
    r"\b(?:after all|eventually|finally|nevertheless|nonetheless|in the end|anyway|pourtant|finalement|tout de même|"
    r"quand même|(?:a|ont) fini par|néanmoins|malgré tout|enfin|doch noch|dann doch|nun doch|schließlich|trotzdem|dennoch|"
    r"am Ende|вс[её][- ]таки|вс[её] же|наконец|в итоге|в конце концов|тем не менее|потом согласил\w+)\b",
    IGNORECASE,
)

_AT_FIRST = Pattern(
    r"(?:^|[,;]\s*)(?:[\w'’-]+\s+){0,6}?(?:having first|at first|first|contrary to|despite|in spite of|d['’]abord|"
    r"contrairement aux?|malgré|on (?:le|la|les) disait|on disait|zunächst|zuerst|anders als|entgegen|trotz|"
    r"вопреки|сначала|сперва|казалось)\b",
    IGNORECASE,
)
"""How a sentence begins that tells how it was thought to end, and did not."""

_CAME = Pattern(
    r"\b(?:came|arrived|flew in|est (?:bien )?(?:venue?|arrivée?)|kam|angereist|приехал|прилетел|прибыл|добрал|явил)\w*",
    IGNORECASE,
)

_CHANGED_MIND = Pattern(
    r"\b(?:changed (?:his|her|their) minds?|thought better of it|relented|s['’](?:est|étai(?:t|ent)|était) ravisée?s?|"
    r"(?:est|sont) revenue?s? sur (?:sa|leur|cette) décision|(?:überlegte|besann) (?:\w+ )?(?:sich|es)\b[^.;]{0,20}|"
    r"umgestimmt|передумал\w*|смягчил\w*сь|сменил\w* гнев на милость)",
    IGNORECASE,
)
"""Who had refused, and then did not."""

_NEARLY = Pattern(
    r"\b(?:nearly|almost|all but|came close to being|presque|faillit?|failli|manqué|um ein Haar|beinahe|fast|чуть (?:было )?не|"
    r"едва не|почти)\s+(?:\w+\s+){0,3}$",
    IGNORECASE,
)
_CAME_ABOUT = Pattern(
    r"\b(?:went ahead|did go ahead|went through|came off|did take place|took place after all|took place in the end|"
    r"(?:finally|at last|after all|in the end)\b[^.;:]{0,40}\b(?:met|sat|spoke|received|saw|took place)|"
    r"(?:met|sat|spoke|received|saw)\b[^.;:]{0,60}\b(?:after all|in the end)|"
    r"a (?:bien|finalement|enfin) eu lieu|ont (?:finalement|enfin|fini par)|a (?:finalement|enfin|fini par)|"
    r"s['’]est (?:finalement|enfin)|se sont (?:finalement|enfin)|"
    r"klappte|geklappt|vollzogen|gelang es|kam (?:es )?(?:nun |dann )?(?:doch|schließlich)|kam\b[^.;:]{0,60}\bzustande|"
    r"fand(?:en)?\b[^.;:]{0,60}\b(?:doch|schließlich|dann)\b[^.;:]{0,40}\bstatt|"
    r"(?:saß|saßen|traf|trafen|empfing|sprach|sprachen|telefonierten?)\b[^.;:]{0,60}\b(?:doch|schließlich)|"
    r"(?:вс[её][- ]таки|вс[её] же|наконец|в итоге)\s+(?:\w+\s+){0,3}?(?:состоял|встретил|созвонил|принял|прош|поговорил)\w*|"
    r"удалось)\b",
    IGNORECASE,
)
"""What says that it was."""

_NOT = Pattern(r"\b(?:not|never|nicht|nie|pas|не|никогда|n['’]t)\s+(?:\w+\s+)?$", IGNORECASE)
