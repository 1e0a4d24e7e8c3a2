"""Does a sentence only say what somebody hopes for one day, or what two should do?"""

import re
from itertools import pairwise

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

_DREAM, _DUTY = 1.2, 1.0


def pleaded(one: Told) -> float:
    """The weight of what says so; none where it names a day, or tells of something that was held."""
    if _hoped(one.text) or _in_their_place(one.text):
        return _DREAM
    if told_as_held(one.text) or _when(one.text):
        return 0.0
    return _DUTY if _LET.match(one.text) or _each_should(one) else 0.0


def only_pleads(one: Told) -> bool:
    """Whether the words of contact of a sentence are those of what nobody did: ``Time that somebody rang``, ``would cost``."""
    return _in_their_place(one.text) or (
        not _when(one.text)
        and not told_as_held(_PICKED_UP.sub(lambda hit: "", one.text))
        and _TIME_THAT.search(one.text) is not None
    )


def _in_their_place(text: str) -> bool:
    """Whether somebody says what he would do, were he one of them: ``If I were the minister I would ring Ankara``."""
    return _WERE_I.search(text) is not None


_WERE_I = Pattern(
    r"\b(?:if I were|were I (?:in|the|a)|if I (?:had|sat in) |in (?:his|her|their) (?:place|shoes),? I|si j['’]étais|"
    r"à (?:sa|leur) place,? j|à la place d[^.;]{3,60},? je |wäre ich|wenn ich\b[^.;]{3,90}\bwäre|"
    r"an (?:seiner|ihrer|deren) Stelle würde ich|an (?:der )?Stelle d[^.;]{3,60} würde ich|если бы я был\w*|будь я|"
    r"на (?:его|е[её]|их) месте я|на месте [^.;]{3,60} я (?:бы|\w+ бы))",
    re.IGNORECASE,
)


def _when(text: str) -> bool:
    return bool(day_words(text) or dates_in(text))


def _hoped(text: str) -> bool:
    """Whether somebody speaks of what he hopes for himself on some day that nobody knows."""
    hope = next(_HOPE.finditer(text), None)
    if hope is None or _when(hope["what"]):
        return False
    return _SOME_DAY.search(text[max(0, hope.start() - _VERB) : hope.end()]) is not None or hope["dream"] is not None


_VERB = 16
"""Letters before *one day* where the verb begins that it belongs to: ``may one day visit``."""


def _each_should(one: Told) -> bool:
    """Whether a sentence says of each of two sides what it should do: ``X should ring, and Y should answer``."""
    sides = sorted((a.start, a.end, a.party) for a in one.named.actors if a.party is not None and a.start >= 0)
    after = [one.text[end : nxt[0]] for (_, end, _), nxt in pairwise([*sides, (len(one.text), 0, None)])]
    should = {side[2] for side, rest in zip(sides, after, strict=True) if _SHOULD.match(rest)}
    return len(should) > 1


_MEET = (
    r"(?:welcom|receiv|host|meet|greet|see\b|visit|invit|call|ring\b|talk|speak|accueill|recev|rencontr|rendre visite|parler|"
    r"appeler|begrüß|besuch|empfang|treffen|einlad|sprechen|sehen|anrufen|прин(?:ять|има)|встре[тч]|приглас|позвон|поговор|"
    r"увид|посет|навест)"
)
_HOPE = Pattern(
    r"(?i:\b(?:(?P<dream>(?:I|we)(?:['’]d| would) (?:dearly |so |very much )?(?:love|like) to|(?:I|we) dream of|"
    r"(?:my|our|the|a) dream (?:is|would be)|j['’]aimerais|je rêve|nous aimerions|(?:mon|notre) rêve|"
    r"(?:ich|wir) (?:träumen?|würden?) |(?:mein|unser) Traum|(?:я )?мечтаю|мечтаем|моя мечта)|"
    r"(?:I|we) (?:do |still |only )?(?:hope|wish|trust)\b|(?:my|our) (?:hope|wish) is|j['’]espère|nous espérons|"
    r"(?:mon|notre) (?:espoir|souhait|vœu)|(?:ich|wir) hoffen?|(?:meine|unsere) Hoffnung|надеюсь|надеемся|хочется|"
    r"хотелось бы|one day|some ?day|un jour|eines Tages|irgendwann|однажды|когда-нибудь)"
    rf"(?P<what>[^.;“”«»\"]{{0,120}}?\b{_MEET}[^.;“”«»\"]{{0,60}}))"
)
"""What somebody hopes for himself, up to the word of contact and a little further."""

_SOME_DAY = Pattern(
    r"(?:\b(?:one day|some ?day)\b[^.;]{0,40}\b(?:will|can|may|might|could|would|I['’]ll)\b|"
    r"\b(?:can|may|will|might|could|would|to|hope|wish|['’]ll)\b[^.;]{0,30}\b(?:one day|some ?day)\b|"
    r"\bun jour\b[^.;]{0,40}\b(?:pourr\w+|puiss\w+|\w+rai\b|\w+rons\b|\w+rait\b)|\b(?:pourr\w+|puiss\w+|\w+rai|\w+rons)\b"
    r"[^.;]{0,20}\bun jour\b|"
    r"\b(?:eines Tages|irgendwann)\b[^.;]*\b(?:darf|dürfen|kann|können|möchten?|will|werden?|würden?)\b|"
    r"\b(?:darf|dürfen|kann|können|möchten?|will|werden?|würden?)\b[^.;]{0,20}\b(?:eines Tages|irgendwann)\b|"
    r"\b(?:однажды|когда-нибудь)\b[^.;]{0,30}\b(?:смог(?:у|ут|нем|нём)|удастся|получится|прим[уе]\w*|встре[тч]\w*|приглашу|"
    r"увиж\w+|сможем)\b|"
    r"\b(?:смогу|сможем|удастся|хочу|хотим|бы)\b[^.;]{0,30}\b(?:однажды|когда-нибудь)\b)",
    re.IGNORECASE,
)
"""A day that nobody knows, of which somebody speaks as of what may come."""

_LET = Pattern(
    r"(?:mais |alors )?(?:que|qu['’])\s?(?=[A-ZÀ-Þ])(?-i:[A-ZÀ-Þ])|(?:so |then )?let (?!['’]s|us|me)|"
    r"(?:möge|mögen) |пусть |пускай ",
    re.IGNORECASE,
)
"""How a sentence begins that says what somebody is to do: ``Que le ministre appelle``."""

_SHOULD = Pattern(
    r"[^.;:,]{0,30}?\b(?:should|ought to|must|needs? to|had better|devrait|doit|ferait (?:bien|mieux)|gagnerait à|"
    r"sollte|müsste|muss|täte gut|(?<!как )следует|следовало бы|стоило бы|стоит|надо(?: бы)?|должен|должна|пора|нужно|"
    r"не мешало бы)\b",
    re.IGNORECASE,
)
"""What goes behind a side of whom somebody says what it should do."""

_PICKED_UP = Pattern(r"\b(?:picked|reached|rang|called|met|spoke|talked|phoned|sat)\b", re.IGNORECASE)
"""What others should do, in English, has the form of what they did: ``time that somebody rang``."""

_TIME_THAT = Pattern(
    r"\b(?:(?:high|about|past) time|it(?:['’]s| is) time|time (?:that|for|someone|somebody)|ought to|"
    r"(?:somebody|someone|one of them) (?:should|must|has to|had better)|why (?:not|does nobody|don['’]t)|"
    r"(?:would|could) (?:cost|hurt|harm|help|save|suffice|be enough|do no)|"
    r"(?:est|serait|est grand|grand) temps|il faudrait|que quelqu['’]un|"
    r"(?:coûterai|suffirai|aiderai|ferai|gagnerai|épargnerai)(?:t|ent)|pourquoi (?:ne pas|personne)|"
    r"höchste Zeit|an der Zeit|wird Zeit|warum (?:nicht|ruft niemand)|(?:würde|würden|könnte|könnten)\b[^.;]{0,60}"
    r"\b(?:genügen|reichen|kosten|schaden|helfen|guttun)|"
    r"пора\b|давно пора|почему бы|(?:стоило|хорошо|неплохо|не мешало) бы|бы (?:не )?(?:повредил|помешал|хватил|стоил|помог)\w*|"
    r"(?:повредил|помешал|хватил|стоил|помог)\w* бы)\b",
    re.IGNORECASE,
)
"""What somebody thinks should be done, and has not been."""
