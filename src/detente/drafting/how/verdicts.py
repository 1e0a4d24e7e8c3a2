"""By which word does a sentence say that a contact was planned, refused or called off, and not something else?"""

import re

from detente.domain.vocabulary import Status
from detente.drafting.how.afterall import held_after_all
from detente.drafting.how.aims import asks_to_see, gave_up_a_thing, meant_to_have
from detente.drafting.how.askers import ASKED_TOO
from detente.drafting.how.manner import media_of, media_places
from detente.drafting.how.meant import asked_by_others
from detente.drafting.how.objects import governs_a_thing
from detente.drafting.how.of_contact import ABOUT_CONTACT, of_something_else
from detente.drafting.how.unplanned import denied_before, denied_not
from detente.drafting.language.held import not_only_reported, past_in_russian, told_as_held
from detente.drafting.language.lexicon import Cue, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of


def word_for(one: Told, words: Lexicon, status: Status, *, asked: bool = False) -> Cue | None:
    """The word by which a sentence says that a contact became ``status``; what will not be is refused, or off.

    ``asked`` where the next sentence says that a side had asked for it.
    """
    sought = (status, Status.PLANNED) if status in (Status.DECLINED, Status.CANCELLED) else (status,)
    for cue in words.cues["status"].found(one.text):
        if (
            _TO_TELL.match(one.text, cue.end)
            or _NOT_TO_TELL.search(one.text[: cue.start])
            or _IN_ORDER_TO.search(one.text[: cue.start])
            or _taken_back(one, cue, words)
            or _CAME_OF_IT.search(one.text[: cue.end])
            or (cue.means in (*_UNDONE, Status.DISPUTED) and of_something_else(one.text, cue.start, cue.end))
            or (cue.means == Status.UNANSWERED and asked_by_others(one.text, cue.start, cue.end))
            or (cue.means in (*_UNDONE, Status.PLANNED) and held_after_all(one.text, cue.start, cue.end))
            or (cue.means == Status.CANCELLED and _LINE.search(one.text[: cue.start]) is not None)
            or (cue.start == 0 and _AWAITED_BY.match(one.text))
            or (cue.means in _OFF and (denied_before(one.text[: cue.start]) or _NOT_BE.search(one.text[: cue.start])))
            or (cue.means == Status.DISPUTED and denied_not(one.text, cue.start))
            or (cue.means in _AHEAD and _of_what_was_spoken_of(one, cue))
            or (_WHETHER.match(one.text) and _OPEN.search(one.text[cue.end :]))
        ):
            continue
        if cue.means not in sought or not _fits(one, cue, Status(cue.means)):
            continue
        will_not = cue.means == Status.PLANNED and (
            _NEGATED.search(one.text[: cue.start]) is not None or _NOT_IN.search(one.text[cue.start : cue.end]) is not None
        )
        wanted = _WANTED.search(one.text) is not None or asked
        if will_not and not (media_of(one) or ABOUT_CONTACT.search(one.text) or len(parties_of(one.named.actors)) > 1):
            continue  # what somebody else will not do
        if cue.means == status and not will_not:
            return cue
        if will_not and status is (Status.DECLINED if wanted else Status.CANCELLED):
            return cue
    return None


_AWAITED_BY = Pattern(r"(?:attendue?s?|awaited|expected|erwartet)\b[^.;:]{0,60}?\b(?:par|by|von|vom)\b", re.IGNORECASE)
"""How a sentence begins that goes on to tell of who came, and was awaited: ``Attendu sur le tarmac par``."""
_NOT_BE = Pattern(
    r"\b(?:can(?:not| not|['’]t)|could not) be\s+$|\b(?:did not want|chose not|preferred not) to\s+$|"
    r"\bn['’](?:a|ont) pas voulu\s+$|\bне (?:стал[аи]?|стали|захотел[аи]?|хотел[аи]?)\s+$",
    re.IGNORECASE,
)
"""Before what is not, or cannot be: ``cannot be ruled out``."""

_OFF = (Status.DECLINED, Status.CANCELLED, Status.POSTPONED)
_AHEAD = (Status.PLANNED, Status.REQUESTED)
_UNDONE = (*_OFF, Status.UNANSWERED)


def _taken_back(one: Told, cue: Cue, words: Lexicon) -> bool:
    """Whether what was called off before is planned again: ``who had cancelled, will see her colleague``."""
    later = any(other.means == Status.PLANNED and other.start > cue.end for other in words.cues["status"].found(one.text))
    return later and cue.means in (Status.CANCELLED, Status.POSTPONED) and _HAD.search(one.text[: cue.start]) is not None


def _of_what_was_spoken_of(one: Told, cue: Cue) -> bool:
    """Whether it is in a clause about what was spoken of, or asked in the contact: ``rings X and asks``."""
    before = one.text[: cue.start]
    if _TO_A_POST.match(one.text, cue.start) or (cue.means == Status.REQUESTED and _RINGS_AND.search(before)):
        return True
    if (
        cue.means == Status.REQUESTED
        and _THAT.search(one.text[cue.start : cue.end + 6])
        and any(means == "letter" and start < cue.start for means, start in media_places(one))
    ):
        return ABOUT_CONTACT.search(one.text[cue.end :]) is None
    clause = _ABOUT.search(before)
    if clause is None:
        return False
    main = before[: clause.start()]
    if clause[0].startswith((", где", ", куда")) and _CAME.search(main) is not None:
        return False
    sides = {actor.party for actor in one.named.actors if actor.party is not None and 0 <= actor.start < len(main)}
    together = len(sides) > 1 or any(start < len(main) for _, start in media_places(one))
    return together and past_in_russian(main) and not any(c.start < len(main) for c in one.cues.get("wish", ()))


_ABOUT = Pattern(
    r",\s(?:где|куда|кто|кому|сколько|как|какие|какой|когда|зачем|(?:на|в|о|об|с|под|за) котор\w+|котор\w+)\s[^;:]{0,90}$"
)
_CAME = Pattern(r"\b(?:при(?:был|ехал|летел)|вы(?:ехал|летел)|отправил(?:ся|ась)|отбыл)\w*\b", re.IGNORECASE)
"""Before the clause that tells what somebody will do where he went: ``прибыл в Минск, где встретится``."""
_THAT = Pattern(r"\b(?:that|dass|que|qu['’]|чтобы)", re.IGNORECASE)
_TO_A_POST = Pattern(r"назначени\w+ на (?:пост|должность)", re.IGNORECASE)
_RINGS_AND = Pattern(
    r"\b(?:rings|calls|phones|meets|receives|appelle|téléphone à|rencontre|reçoit|ruft|trifft|empfängt|telefoniert|звонит|"
    r"созванивается|беседует|встречается|принимает)\b[^.;:]{3,90}\s(?:and|et|und|и)\s+(?:lui |le |ihn |[её]го |him |her )?$",
    re.IGNORECASE,
)
"""Before what somebody asked for in a call that is told of as of now."""

_HAD = Pattern(r"\b(?:had|avait|avaient|hatten?|после того как)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_TO_TELL = Pattern(
    r"\s*(?:to\s+|d['’]|de\s+|zu\s+)?(?:say|tell|comment\w*|disclose|name|confirm|elaborate|give (?:details|a reason)|dire|"
    r"préciser|"
    r"donner de détails|от комментариев|комментировать|сообщить|назвать|уточнить)\b",
    re.IGNORECASE,
)
"""What was refused, where it was only to say more."""

_NOT_TO_TELL = Pattern(
    r"(?:от (?:\w+ )?комментариев|комментировать|подтвер(?:ждать|дить)|сообщ(?:ать|ить)|назвать|называть|"
    r"уточн(?:ять|ить)|zu (?:äußern|"
    r"kommentieren|bestätigen))(?:\s+[\w]+){0,2}\s+$",
    re.IGNORECASE,
)
"""The same, before the word for a refusal."""

_IN_ORDER_TO = Pattern(
    r"\b(?:call\w*|phon\w+|telephon\w+|rang|wrote|written|letter|appel\w*|téléphon\w+|écri\w+|lettre|ruft?|rief|angerufen|"
    r"telefoni\w+|schr[ie]+b\w*|geschrieben|Brief|позвонил\w*|созвонил\w*|написал\w*|письм\w+)\b[^.;]{0,50}?"
    r"(?:\bto\s+|\bpour\s+|,\s*um\s+|,\s*чтобы\s+)(?:(?!(?-i:[A-ZÀ-ÝА-Я])|get|fix|arrange|say|tell|announce|let|inform|dire|annoncer|"
    r"prévenir|сообщить|сказать|convenir|vereinbaren|(?:the|his|her|their|its|an?)\s)\w+\s+)[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before what a call was made for: to explain why something else will not be."""

_CAME_OF_IT = Pattern(
    r"\b(?:unterschrieben|unterzeichnet|vereinbart|beschlossen|entschieden|signed|decided|agreed|signé|décidé|"
    r"convenu) (?:wurde|was|n['’]a été) "
    r"(?:nichts|nothing|rien)$",
    re.IGNORECASE,
)
"""What a contact ended without, and was held."""

_WHETHER = Pattern(r"(?:ob|wann|whether|when|if|si|reste à savoir si|будет ли|(?:\w+\s+){1,4}ли)\b", re.IGNORECASE)
_OPEN = Pattern(
    r"\b(?:offen|unklar|ungewiss|open|unclear|not known|unknown|remains to be seen|n['’]est pas (?:connu|su|précisé)|"
    r"неизвестно|неясно)\b",
    re.IGNORECASE,
)
"""How a sentence begins and ends that leaves open what will become of it."""

_NOT_IN = Pattern(r"\b(?:not|nicht|pas|не|never|kein\w*|nie)\b", re.IGNORECASE)
_NEGATED = Pattern(r"(?:\bne\b|\bn['’]|\bnot\b|\bnicht\b|\bне\b|\bnever\b|\bkein\w*)\s*(?:\w+\s+)?$", re.IGNORECASE)
_WANTED = Pattern(
    r"\b(?:invitations?|Einladung|приглашени\w+|receiv\w+|reçoi\w*|recev\w+|empfang\w*|прин(?:ять|имать|има\w+|"
    r"им[еу]т)|примет|wanted|requests?|Bitte|demande|просьб\w*|asked|proposed|offered|invited|requested|sought|"
    r"souhait\w+|demand\w+|"
    r"propos\w+|invit\w+|wollte|"
    r"bat|gebeten|vorgeschlagen|"
    r"eingeladen|хотел\w*|просил\w*|предлож\w*|пригласил\w*)\b",
    re.IGNORECASE,
)


def _fits(one: Told, cue: Cue, status: Status) -> bool:
    """Whether it is the contact that is planned or refused, not something that was spoken of in it."""
    if governs_a_thing(one, cue):
        return False
    text, spoken = one.text, bool(one.media) or GOES_NOT.match(one.text, cue.start) is not None
    held = not_only_reported(_WAS_TO_HAVE.sub(lambda hit: "", text[: cue.start]))
    if status is Status.PLANNED and not held:
        held = _WAS_THERE.search(text[: cue.start]) is not None
    if status is Status.PLANNED:
        sides = [actor.start for actor in one.named.actors if actor.party is not None and actor.start >= 0]
        later = (
            bool(sides)
            and min(sides) > cue.end
            and told_as_held(text[cue.end :])
            and _BY.search(text[: min(sides)]) is not None
        )
        return not (held or later or _in_a_bracket(text, cue))
    far = status in (Status.CANCELLED, Status.POSTPONED)
    near = text if far else text[max(0, cue.start - 70) : cue.end + 70]
    of_contact = bool(ABOUT_CONTACT.search(near)) or ((far or status is Status.UNANSWERED) and spoken)
    of_contact = of_contact or (status in (Status.DECLINED, Status.UNANSWERED) and _ENDS.match(text, cue.end) is not None)
    of_contact = of_contact or (status in (Status.DECLINED, Status.UNANSWERED) and _LETTER.search(near) is not None)
    of_contact = of_contact or (status is Status.DECLINED and _OF_IT.search(text[cue.start : cue.end]) is not None)
    meant = len(parties_of(one.named.actors)) > 1 and meant_to_have(text[: cue.start])
    of_contact = of_contact or (status in _OFF and meant)
    of_contact = of_contact or (status is Status.REQUESTED and asks_to_see(text, cue.start))
    if far and gave_up_a_thing(text, cue.start, cue.end):
        return False
    of_contact = of_contact or (status is Status.DECLINED and _OFFERED.search(text[: cue.end]) is not None)
    of_contact = of_contact or (status in (Status.DECLINED, Status.UNANSWERED) and ASKED_TOO.search(text) is not None)
    of_contact = of_contact or (status is Status.REQUESTED and _WITH.search(text[: cue.end]) is not None)
    return of_contact and (not held or status is Status.UNANSWERED or (status is Status.DISPUTED and _by_the_other(one, cue)))


def _by_the_other(one: Told, cue: Cue) -> bool:
    """Whether it is in a clause of its own that another side denies what the one before it tells: ``; Belgrade denies it``."""
    ends = [hit.end() for hit in _CLAUSE.finditer(one.text) if hit.end() <= cue.start]
    return bool(ends) and any(ends[-1] <= country.start < cue.start for country in one.named.countries)


_CLAUSE = Pattern(r";\s|,\s(?:but|while|mais|alors que|tandis que|doch|aber|während|но|а|однако)\s", re.IGNORECASE)

_LETTER = Pattern(r"\b(?:letter|lettre|Brief|письм)", re.IGNORECASE)
"""What was refused, or not answered, with what it asked for."""

_WITH = Pattern(r"\b(?:with|avec|mit|с)\s*$", re.IGNORECASE)
"""At the end of what somebody would like: ``would like five minutes with``."""
_OF_IT = Pattern(
    r"\b(?:turn\w* (?:it|him|her|them) down|said no|sagte nein|dit non|abblitzen|winkte?|no time|available|Verfügung|"
    r"keine Zeit|temps|disponible|convenient|convenable|accepting|prêt\w*|passe nicht|ungünstig\w*|abgeblitzt|blitzte|"
    r"времен\w*|неподходящ\w*|неудобн\w*|принять)\b",
    re.IGNORECASE,
)
"""What is refused only where somebody asked for it, or offered it, before."""

_OFFERED = Pattern(
    r"\b(?:invitation|Einladung|приглашение)\b[^.;:]{0,140}\b(?:been|was|is|été|est|ist|war|wurde|wird|был\w*)\b"
    r"[^.;:]{0,40}$|"
    r"(?:^|[,;:]\s)(?:the |a |une? |la |l['’]|der |die |das |den )?(?:\w+ )?(?:offer|proposal|offre|proposition|Angebot|"
    r"Vorschlag|"
    r"предложение|приглашение|просьбу)\b[^.;:]{0,180}$",
    re.IGNORECASE,
)
"""Before what became of an invitation, however far behind it."""

_WAS_TO_HAVE = Pattern(
    r"\b(?:was|were|had been|is|are) (?:due |supposed |set |expected )?to be \w+|\b(?:(?:was|were|is|are|due|supposed|"
    r"set) to|should|would) have \w+|\baurai(?:t|ent) dû \w+|\b(?:für|auf|zum) (?:\S+ ){1,3}?(?:vereinbart|"
    r"verabredet)e[nrms]?\b|"
    r"\b(?:phoned|rang|called|telephoned)\b[^.;:,]{0,30}\bto (?:say|tell|announce|let)\b|"
    r"\ba (?:appelé|téléphoné)\b[^.;:,]{0,30}\bpour (?:dire|annoncer|prévenir)\b|"
    r"\b(?:rief|telefonierte)\b[^.;:]{0,30}\bum\b[^.;:]{0,20}\b(?:mitzuteilen|zu sagen)\b|"
    r"\bпозвонил\w*,? чтобы (?:сообщить|сказать)\b",
    re.IGNORECASE,
)
"""What was to be, or a message of what will not be, by a verb that elsewhere tells of what was."""


def _in_a_bracket(text: str, cue: Cue) -> bool:
    """Whether it is what was spoken of, between the halves of a German verb: ``haben über die geplante Fahrt gesprochen``."""
    attribute = text[cue.start : cue.end].endswith(("ene", "enen", "ener", "te", "ten", "ter"))
    return attribute and _HAVE.search(text[: cue.start]) is not None and _SPOKEN.match(text, cue.end) is not None


_HAVE = Pattern(r"\b(?:hat|haben)\b[^.;:]*$")
_SPOKEN = Pattern(
    r"[^.;:]*?\b(?:gesprochen|telefoniert|beraten|abgestimmt|besprochen|ausgetauscht|verständigt|unterhalten|diskutiert|"
    r"verhandelt|informiert)\b"
)

_WAS_THERE = Pattern(
    r"\b(?:last \w+day|yesterday|hier|gestern|вчера|vergangenen \w+|\w+di dernier)\b[^.;]{0,80}\b(?:was|were|était|"
    r"étaient|war|waren|"
    r"был[аи]?)\s+(?:in|at|à|au|en|bei|zu|в|у)\b",
    re.IGNORECASE,
)
"""Somebody was there on a day that is behind: what is to come of it stands behind that."""

_BY = Pattern(
    r"\b(?:signed|agreed|concluded|sealed|initialled|inked|signée?s?|conclue?s?|paraphée?s?|scellée?s?|convenue?s?|"
    r"unterzeichnet\w*|"
    r"vereinbart\w*|geschlossen\w*|подписанн\w+|заключ[её]нн\w+|согласованн\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before those who agreed on what is to come of it: ``will train together under a pact signed by``."""

GOES_NOT = Pattern(
    r"n['’]ira|ne (?:se rendra|partira|viendra|fera)|(?:(?:will|is|was) not|(?:wo|is|"
    r"was)n['’]t) (?:now )?(?:be )?(?:travel|go|fly|com)|"
    r"(?:reist|fliegt|fährt|kommt) nicht|не (?:полетит|поедет|прилетит|приедет|вылетит|летит|едет|прибудет)",
    re.IGNORECASE,
)
"""A visit that will not be, in words that name none."""

_LINE = Pattern(
    r"\b(?:line|connection|signal|ligne|liaison|Leitung|Verbindung|лини\w+|связь)\s+(?:(?:that|which|had|was|kept|twice|qui|"
    r"a|avait|"
    r"été|die|которая|дважды)\s+){0,3}$",
    re.IGNORECASE,
)
"""Before what became of a line, while somebody spoke on it: ``a line that dropped twice``."""

_ENDS = Pattern(
    r"[\s.!»”\"]*$|,\s+(?:pleading|citing|blaming|prétextant|invoquant|arguant|(?:unter|mit) (?:Verweis|Hinweis)|"
    r"сославшись|ссылаясь)\b",
    re.IGNORECASE,
)
"""Nothing behind it but the reason: what was refused is what the sentence before tells of."""
