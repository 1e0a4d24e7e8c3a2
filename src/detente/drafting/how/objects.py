"""What does a word govern that says what was undone: a contact, somebody, or a thing that was only spoken of?"""

from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.how.of_contact import ABOUT_CONTACT
from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

_BESIDE = 8
"""Letters between a word and somebody whom it governs, besides the noun between them."""


def governs_a_thing(one: Told, cue: Cue) -> bool:
    """Whether what is undone, offered or to be had is no contact and nobody: ``the delayed reopening of crossings``."""
    text = one.text
    if cue.means == Status.PLANNED:
        return _gets_a_thing(text, cue.start, cue.end)
    if cue.means == Status.DISPUTED:
        return False
    asked = cue.means == Status.REQUESTED
    noun = _offered(text, cue.start, cue.end) if asked else _object_of(text, cue.start, cue.end)
    if noun is None or ABOUT_CONTACT.search(noun) or _MAY_BE_ONE.search(noun):
        return False
    reach = len(noun) + _BESIDE
    return asked or not any(cue.end - reach <= actor.start <= cue.end + reach for actor in one.named.actors)


def _object_of(text: str, start: int, end: int) -> str | None:
    """The noun, with its adjectives, that the word from ``start`` to ``end`` governs; None: none stands beside it."""
    word = text[start:end]
    if _NO_VERB.search(word) is not None:
        return None
    hit = _BEHIND.match(text, end) or _RUSSIAN.match(text, end)
    if hit is None and _ATTRIBUTE.search(word) is not None and _ARTICLE.search(text[:start]) is not None:
        hit = _ATTRIBUTE_OF.match(text, end)
    if hit is None and _PARTICIPLE.search(word) is not None:
        hit = _BEFORE.search(text[:start])
    return None if hit is None else hit["noun"]


_ARTICLES = (
    r"(?:the|its|his|her|their|our|this|these|those|an?|all|any|some|les?|la|une?|des|du|ses|sa|son|leurs?|cette|ce[ts]?|"
    r"toute?s?|der|die|das|den|dem|eine?[nr]?|seine?[nr]?|ihre?[nr]?|diese[nrs]?|alle|сво[йюяиеё]\w*|эт[оиуа]т?)"
)
_ENDS = (
    r"(?:of|to|until|till|for|from|in|on|at|by|after|because|over|and|that|de|du|des|à|au|pour|en|par|et|que|auf|bis|wegen|"
    r"nach|von|für|und|из|на|до|в|с|и|по)\b"
)
_NOUN = rf"(?P<noun>[\w+-]+(?:\s+(?!{_ENDS})[\w+-]+){{0,2}})"
_NO_VERB = Pattern(
    r"\b(?:to|until|till|for|from|in|into|au?|à|auf|bis|date|Termin|time|дат\w+|на|на потом|longer|reply|answer|response)$",
    IGNORECASE,
)
"""How words end that have no object beside them: ``moved to``, ``new date``."""
_BEHIND = Pattern(rf"\s+(?:of\s+|de\s+|d['’])?(?:(?:{_ARTICLES}\s+|l['’])+){_NOUN}", IGNORECASE)
_RUSSIAN = Pattern(
    r"\s+(?P<noun>(?:\w+(?:ое|ую|ые|ий|ый|ого|ой|ых)\s+)?\w{3,}(?:ни[еяю]|ци[яюи]|[сш]и[яюи]|ти[еяю]|ств[оау]|ост[ьи]))\b",
    IGNORECASE,
)
_ATTRIBUTE = Pattern(r"(?:ed|frozen|(?:te|ne)[nrsm]?)$", IGNORECASE)
_ARTICLE = Pattern(rf"(?<!\w){_ARTICLES}\s+(?:\w+ly\s+|long-|oft\s+|mehrfach\s+)?$", IGNORECASE)
_ATTRIBUTE_OF = Pattern(rf"\s+{_NOUN}", IGNORECASE)
_PARTICIPLE = Pattern(r"^\S+ée?s?$", IGNORECASE)
_BEFORE = Pattern(r"(?:\b(?:les?|la|des|du|cette|ce[ts]?)\s+|\bl['’](?!(?:a|avait|ont|est)\s))(?P<noun>\w+)\s+$", IGNORECASE)
"""The article of a French noun, before its participle: ``la réouverture reportée``."""

_MAY_BE_ONE = Pattern(
    r"\b(?:weeks?|months?|years?|semaines?|mois|veille|lendemain|ans?|année|woche|wochen|monat|monate|jahr|date|day|event|"
    r"plan|idea|programme|program|thing|matter|whole|rest|journey|tour|stop|stay|flight|arrival|departure|"
    r"hour|slot|round|summit|conference|session|commission|committee|council|forum|format|ceremony|signing|appearance|"
    r"participation|offer|letter|mail|note|message|cable|telegram|line|minister|secretary|general|admiral|chief|colleague|"
    r"counterpart|host|guest|honou?r|hand|minutes|occasion|chance|two|four|first|second|former|latter|"
    r"jour|événement|projet|idée|reste|tout|étape|séjour|vol|arrivée|départ|venue|heure|tour|sommet|conférence|réunion|comité|"
    r"cérémonie|signature|participation|offre|lettre|courrier|note|message|télégramme|ministre|général|amiral|collègue|"
    r"homologue|hôte|invité|main|minutes|occasion|tournée|cadre|"
    r"\w*(?:tag|termin|termine|reihe|reise|aufenthalt|flug|ankunft|ankünfte|abreise|runde|gipfel|konferenz|sitzung|tagung|"
    r"ausschuss|"
    r"vorhaben|idee|rest|ganze|teilnahme|auftritt|zusage|unterzeichnung|angebot|vorschlag|bitte|wunsch|ansinnen|brief|"
    r"schreiben|nachricht|minister|ministerin|general|admiral|kollege|kollegin|kollegen|amtskolleg\w+|gast|hand|"
    r"gelegenheit|schalte|beratung|beratungen|konsultationen|verhandlungen|essen|leitung)|"
    r"(?:дат|день|дня|событи|план|иде|программ|рейс|вылет|прилет|прилёт|прибыти|приезд|тур|раунд|саммит|конференци|заседани|"
    r"комисси|комитет|совещани|церемони|подписани|участи|письм|послани|сообщени|телеграмм|министр|генерал|адмирал|коллег|"
    r"гост|пребывани|остановк|согласи|мероприяти|видеосвяз|сеанс|совет)\w*)\b",
    IGNORECASE,
)
"""A noun that may stand for a contact that was undone, or for somebody who had it."""


def _offered(text: str, start: int, end: int) -> str | None:
    """The noun that somebody offers another, from ``start`` on: ``a proposé à son homologue l'aide``; None: none."""
    hit = _OFFERED.match(text, end) if _OFFERS.match(text, start) is not None else None
    return None if hit is None else hit["noun"]


_OFFERS = Pattern(r"(?:(?:a|ont) )?propos(?:é|e|ent) à |предл(?:ожил|ага)\w+ |(?:has )?(?:offer|propos)(?:ed|s) ", IGNORECASE)
_OFFERED = Pattern(
    r"(?:\s+(?-i:[A-ZÀ-ÝА-Я])[\w'’-]+|\s+(?:homologue|collègue|counterpart|colleague|коллег\w+)|\s+\w{4,}(?:ien|ais|ois|an|"
    r"ish|ese)(?:ne|e)?)"
    r"{0,5}\s+(?:des|du|de la|de l['’]|les?|la|l['’]|une?|deux|trois|the|an?|more|two|three)\s?(?P<noun>[\w-]+(?:\s+[\w-]+)?)",
    IGNORECASE,
)


def _gets_a_thing(text: str, start: int, end: int) -> bool:
    """Whether what somebody is to receive, from ``start`` on, is some thing: ``les forces recevront des jumelles``."""
    return _RECEIVES.search(text[start:end]) is not None and _SOME.match(text, end) is not None


_RECEIVES = Pattern(r"(?:receive|recevra|recevront|получ\w+|erhalten|bekommen)$", IGNORECASE)
_SOME = Pattern(
    r"\s+(?:des|du|de la|de l['’]|d['’]ici|(?:\d+|two|three|four|five|six|ten|deux|trois|quatre|cinq|six|dix|zwei|drei|"
    r"vier)\s|more\s|"
    r"further\s|new\s|the first\s|les? premi\w+\s)\s?(?!(?:\w+\s+)?(?:minist|homolog|colleague|counterpart|collègue|"
    r"defen[cs]e|délégu|"
    r"delegat|général|chef))",
    IGNORECASE,
)
