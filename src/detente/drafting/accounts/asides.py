"""Does somebody who took part speak of a contact afterwards, to the press, and what does he say was said in it?"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from detente.drafting.accounts.voices import Voice, meets
from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.remarks import to_the_press


class Said(Enum):
    """Which of two says something in a contact of which one of them tells."""

    BY_HIM = auto()
    TO_HIM = auto()


def in_their_talk(text: str, verbs: Iterable[Cue]) -> Said | None:
    """Whether somebody who is quoted said it to the other, or the other to him: ``I told him``, ``Er hat mich gebeten``.

    ``verbs`` are those of saying: ``We proposed …``, ``that he had asked …``.
    """
    if _TO_ME.search(text) is not None:
        return Said.TO_HIM
    mine = _BY_ME.search(text) is not None or any(_I.search(text[: cue.start]) for cue in verbs)
    return Said.BY_HIM if mine else None


_I = Pattern(
    r"(?i:\b(?:I|we)\s+(?:(?:have|had|also|both|then)\s+){0,2}|\b(?:he|she)\s+had\s+(?:also\s+)?|\bj['’](?:ai|"
    r"avais)\s+(?:\w+\s+)?|"
    r"\bnous\s+(?:(?:lui|leur)\s+)?(?:avons|avions)\s+(?:\w+\s+)?|\bavoir\s+(?:aussi\s+)?|\b(?:il|elle)\s+(?:lui\s+|"
    r"l['’])?avait\s+|"
    r"\b(?:ich|wir)\s+|\b(?:я|мы)\s+(?:\w+\s+)?)$"
)
"""Before a verb by which somebody says what he said."""


def is_aside(text: str, voices: Sequence[Voice]) -> bool:
    """Whether somebody speaks after a contact, or to the press: to a paper, or to a name that is that of nobody in contact."""
    if _WITHOUT.search(text) is not None:
        return False
    told = (hit.span("whom") for hit in _TOLD.finditer(text))
    return (
        to_the_press(text) is not None
        or _AFTERWARDS.search(text) is not None
        or any(not meets(start, end, (v for v in voices if v.took_part)) for start, end in told)
    )


_BY_ME = Pattern(
    r"(?i:\b(?:I|we)\s+(?:have\s+|had\s+|also\s+)?[a-z]+(?:ed|ld|ught|id|ve)?\s+(?:him|her|them|my (?:counterpart|"
    r"colleague))\b|"
    r"\bje\s+(?:lui|leur|l['’])|\bj['’](?:ai|avais)\s+\w+\s+(?:à|aux?)\s|\bnous\s+(?:lui|leur)\b|"
    r"\bich\s+(?:\w+\s+)?(?:ihm|ihn|ihr|sie)\b|\b(?:habe|hab)\s+ich\s+(?:ihm|ihn|ihr|sie)\b|"
    r"\bя\s+(?:\w+\s+){0,2}(?:ему|ей|его|е[её]|им|с ним|с ней)\b)"
)
_TO_ME = Pattern(
    r"(?i:(?<!to )(?<!told )(?<!asked )(?<!à )(?<!with )(?<!avec )\b(?:my|mon|mein|мой)\s+(?:\w+\s+)?(?:counterpart|"
    r"colleague|homologue|collègue|"
    r"(?:amts)?kollege|коллега)"
    r"\s+(?!in\b|and\b|que\b|that\b)|"
    r"\b(?:he|she)\s+(?:\w+\s+)?\w+\s+(?:me|us)\b|\b(?:il|elle)\s+(?:m['’]a|nous\s+a|m['’]avait)\b|"
    r"\b(?:er|sie)\s+(?:\w+\s+)?(?:mich|mir|uns)\b|\b(?:он|она)\s+(?:\w+\s+)?(?:мне|меня|нам|нас)\b)"
)
_WITHOUT = Pattern(r"\b(?:without|sans|ohne|без)\s+(?:\w+\s+){0,3}(?:news|press\w*|conf[ée]r\w+|пресс\S+)", re.IGNORECASE)
"""Of who did not speak to the press."""
_AFTERWARDS = Pattern(
    r"\btold (?:his |her |the )?(?:sky|cnn|sailors|soldiers|troops|cadets|students|workers|supporters|an audience)\b|"
    r"\b(?:wrote|posted) on\b|\binterview\w*|\b(?:press|news) (?:conference|briefing)\b|"
    r"\bon (?:\w+ ){0,2}(?:radio|television|tv)\b|\bto (?:the )?(?:reporters|journalists|press)\b|à la (?:télévision|radio)|"
    r"au micro|conférence de presse|sur (?:twitter|facebook|x)\b|telegram|facebook|twitter|rundfunk|fernsehen|"
    r"(?-i:[a-zäöü]+en) agenturen|в эфире|пресс-конференци\w+|"
    r"(?:devant|à) (?:la presse|les (?:députés|sénateurs|journalistes|parlementaires))|interrogée? par|"
    r"vor (?:der presse|journalisten|abgeordneten|kameras)|журналистам|депутатам|"
    r"\b(?:sa(?:id|ys)|spoke|told|added)\b[^.;“”\"]{0,25}\b(?:afterwards?|later|after (?:the|their) (?:\w+ )?(?:talks|"
    r"meeting|call|"
    r"visit|conversation))|^\W*after (?:the|their) (?:talks|meeting|call|visit)\b|"
    r"\b(?:à l['’]issue|au sortir|après) d(?:e|u|es|e l['’])?\s*(?:la |l['’]|cet(?:te)? )?(?:entretien|rencontre|réunion|"
    r"visite|appel)|"
    r"\b(?:im anschluss|anschlie(?:ß|ss)end|beim (?:rück|ab)flug|auf dem rückflug|nach (?:dem|den) (?:treffen|gespräch\w*|"
    r"telefonat|besuch))\b|\bпосле (?:\w+ )?(?:переговоров|встречи|разговора|беседы)",
    re.IGNORECASE,
)
"""Where somebody speaks after a contact, or of it."""
_TOLD = Pattern(
    r"\b(?i:told|(?:a|avait)\s+(?:dit|confié|déclaré|affirmé|expliqué|assuré)\s+(?:à|au)|sagte|erklärte)\s+(?:the\s+|l['’]|"
    r"le\s+|la\s+|dem\s+|"
    r"der\s+)?(?P<whom>[A-ZÀ-Þ][\w’'-]*|this\s)"
)
"""Before the name of whoever is told something."""
