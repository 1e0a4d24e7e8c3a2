"""Does a sentence say when two are to go on, with neither named: ``La prochaine fois, ce sera à Paris, le 4 juillet``?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of
from detente.drafting.which.coming import dated


def decided(one: Told) -> bool:
    """Whether a sentence says that it was decided to go on, and when: ``продолжить решено в июле``."""
    return _GO_ON.search(one.text) is not None and dated(one) and len(parties_of(one.named.actors)) < _PAIR


_PAIR = 2
_GOES_ON = (
    r"(?:continue|resume|go on|meet(?: again)?|talk again|speak again|sit down|se (?:voir|parler|rencontrer)|созвониться|"
    r"увидеться|"
    r"собраться|poursuivre|reprendre|continuer|se (?:revoir|retrouver)|fortzusetzen|"
    r"weiterzu(?:reden|verhandeln|machen)|return to(?: \w+){1,3}?|revenir (?:sur|à)(?: \w+){1,3}?|"
    r"zurückzukommen|вернуться к(?: \w+){1,3}?|wieder (?:zu treffen|zusammenzukommen)|продолжить|возобновить|встретиться)"
)
_DECIDED = (
    r"(?:decided|agreed|settled|décidé|convenus?|décision|beschlossen|vereinbart|verabredet|решено|решили|условил\w+|"
    r"договорил\w+|условлено)"
)
_GO_ON = Pattern(
    rf"\b{_DECIDED}\b[^.;:]{{0,25}}\b{_GOES_ON}(?=\s+(?:in|at|on|en|à|au|im|am|в|во|next|nächst\w+|на)\b)|"
    rf"\b{_GOES_ON}\s+{_DECIDED}(?=\s+(?:in|on|im|am|в|во|на)\b)",
    re.IGNORECASE,
)
"""That it was decided to go on, with nothing told that is to go on but the talks themselves."""


def next_round(one: Told) -> bool:
    """Whether a sentence says where, if not when, one more round is planned: ``A second round is planned in Rome``."""
    return (
        _NEXT_ROUND.search(one.text) is not None
        and bool(one.named.cities or one.named.countries)
        and not told_as_held(one.text)
    )


_NEXT_ROUND = Pattern(
    r"\b(?:second|next|further|another|follow-up) (?:round|meeting|session)\b[^.;:]{0,40}\b(?:is|has been) (?:now )?"
    r"(?:planned|scheduled|set|due|pencill?ed in|expected|foreseen)\b|"
    r"\b(?:deuxième|second|prochain|nouveau|autre)e? (?:tour|rencontre|réunion|session|séance|"
    r"round)\b[^.;:]{0,40}\b(?:est|a été) "
    r"(?:prévue?|programmée?|fixée?|envisagée?|annoncée?)|"
    r"\b(?:zweite|nächste|weitere)s? (?:Runde|Treffen|Sitzung|Gesprächsrunde)\b[^.;:]{0,20}\b(?:ist|wurde)\b[^.;:]{0,60}"
    r"\b(?:vorgesehen|geplant|angesetzt|anberaumt|vorgemerkt)|"
    r"\b(?:второй|вторая|следующ\w+|очередн\w+|нов\w+) (?:раунд|встреча|заседание|этап)\w*[^.;:]{0,40}\b(?:намечен|"
    r"заплан\w+|назначен|планирует|ожидает)\w*",
    re.IGNORECASE,
)
"""One more round of what the two have had, and that it is planned."""


def next_time(one: Told) -> bool:
    """Whether a sentence tells by its day alone of what two are to have once more."""
    return _NEXT_TIME.search(one.text) is not None and dated(one) and not told_as_held(one.text)


_NEXT_TIME = Pattern(
    r"\b(?:(?:the )?next time(?! (?:he|she|they|a|an|you|we)\b)|la prochaine fois(?! qu)|das nächste Mal|beim nächsten Mal|"
    r"в следующий раз)\b|"
    r"\b(?:again|second time|à nouveau|de nouveau|(?:deuxième|seconde) fois|wieder|erneut|zweites Mal|снова|вновь|второй раз)\b"
    r"[^.;]{0,60}\b(?:is|has been|est|a été|ist|wurde)\b(?:[^.;]|(?<=\d)\.){0,30}?"
    r"\b(?:reserved|set aside|kept free|réservée?|retenue?|bloquée?|reserviert|vorgemerkt|freigehalten)\b|"
    r"\b(?:снова|вновь|второй раз)\b[^.;]{0,60}\b(?:отведен|отведён|зарезервирован|выделен)\w*",
    re.IGNORECASE,
)
"""What the two are to have once more, told by its day alone: ``La prochaine fois, ce sera à Paris, le 4 juillet``."""

OF_LESS = Pattern(
    r"\b(?:(?:local|sector|field|area|border|brigade|regional) (?:commanders|officers)|(?:commandants|officiers) (?:locaux|de "
    r"secteur)|(?:örtlich|lokal)\w* (?:Kommandeure|Befehlshaber|Offiziere)|местны[ех] (?:командир|офицер)\w*)\b",
    re.IGNORECASE,
)
"""Those who are to go on with it on the spot, and whose sides nobody names: they are those who have just been in contact."""


def so_far(one: Told) -> bool:
    """Whether a sentence counts how often two have met by now."""
    return _SO_FAR.search(one.text) is not None


_SO_FAR = Pattern(
    r"\b(?:for the (?:\w+) time\b[^.;:]{0,30}\balready|already\b[^.;:]{0,30}\btime|déjà (?:pour )?la \w+ fois|"
    r"bereits zum \w+ Mal|schon zum \w+ Mal|уже (?:в|во) \w+ раз|уже \w+ раз)\b",
    re.IGNORECASE,
)
"""Of how often two have met so far: ``встречаются уже в третий раз``."""
