"""Who else took part in a contact than those whom its sentence names?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from re import IGNORECASE

from detente.domain.vocabulary import Office
from detente.drafting.how.manner import TWO_PLUS_TWO
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told
from detente.drafting.who.actors import Actor
from detente.drafting.who.figures import figures
from detente.drafting.who.names import Name, names_in

_CLOSE = 3
"""Letters between an office and the name of who holds it."""


def with_foreign_ministers(occasion: Occasion, told: Sequence[Told]) -> Occasion:
    """With the foreign ministers of its parties whom the text names, where it was a meeting of two and two."""
    near = [*occasion.told, *occasion.others]
    if not any(TWO_PLUS_TWO.search(one.text) for one in near):
        return occasion
    more = [actor for one in told for actor in _foreign_ministers(one) if actor.party in occasion.parties]
    if len({actor.party for actor in more}) < 2:
        return occasion  # of one side alone is named, perhaps, who was to come
    return replace(occasion, actors=(*occasion.actors, *more))


def _foreign_ministers(one: Told) -> Iterator[Actor]:
    """Those whom the list of people knows, of no office of defence, and whom the sentence does not call a head of state."""
    for name in names_in(one.text, stops=one.named.stops):
        figure = figures().find(name)
        if figure is not None and figure.office is None and figure.party and not _heads(one, name):
            office = Office.FOREIGN_MINISTER
            yield Actor(figure.party, office, name.start, name.end, name, sure=False, listed=figure.name, by_list=True)


def _heads(one: Told, name: Name) -> bool:
    """Whether the words before a name are those of a president, a prime minister or an ambassador."""
    return any(x.means != "foreign" and 0 <= name.start - x.end <= _CLOSE for x in one.named.others)


def without_absent(occasion: Occasion, told: Sequence[Told]) -> Occasion:
    """Without those of several parties of whom a sentence says that they were not there, and of whom nobody is named."""
    borne = {actor.party for actor in occasion.actors if actor.name is not None}
    away = {
        party
        for one in told
        if len(occasion.parties) > _SEVERAL and _ABSENT.search(one.text) is not None
        for party in {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
        if len(one.named.actors) < _SEVERAL
    }
    away -= borne
    left = tuple(party for party in occasion.parties if party not in away)
    if len(left) < _SEVERAL or len(left) == len(occasion.parties):
        return occasion
    return replace(occasion, parties=left, actors=tuple(a for a in occasion.actors if a.party not in away))


_SEVERAL = 2

_ABSENT = Pattern(
    r"\b(?:sent (?:nobody|no one|no (?:\w+ )?(?:minister|delegation|delegate|representative|one))|(?:was|"
    r"were) (?:absent|missing|not "
    r"(?:there|present|represented|invited))|stayed away|did not (?:attend|come|take part|send|travel|show)|skipped|boycotted|"
    r"étai(?:t|ent) absente?s?|n['’](?:étai(?:t|ent)|a|ont|avai(?:t|ent)) (?:pas|pas été) (?:représentée?s?|"
    r"présente?s?|venue?s?|"
    r"participé|envoyé|fait le déplacement|invitée?s?)|n['’](?:a|ont) envoyé personne|a boudé|manquai(?:t|ent)|brillai\w+ par|"
    r"fehlten?|blieb(?:en)?\b[^.;]{0,40}\bfern|nicht (?:vertreten|angereist|erschienen|gekommen|teilgenommen|dabei|eingeladen)|"
    r"abwesend|(?:schickte|entsandte)n? (?:niemanden|keinen|keine)|не (?:приехал|прибыл|участвовал|прилетел|принял|"
    r"принимал|направил|"
    r"прислал|приглаш)\w*|никого не (?:прислал|направил)\w*|отсутствовал\w*|не был\w* представлен\w*)\b",
    IGNORECASE,
)
"""Who was not there."""


def present(told: Sequence[Told], parties: Sequence[str]) -> list[Actor]:
    """Those of ``parties`` of whom a sentence says nothing but that they were there too: ``General X was present``."""
    return [
        actor
        for one in told
        if _PRESENT.search(one.text) is not None
        for actor in one.named.actors
        if actor.party in parties and actor.name is not None
    ]


_PRESENT = Pattern(
    r"\b(?:(?:was|were) (?:also )?attended by|en présence d(?:e|u|es)\b|im Beisein|в присутствии|(?:was|"
    r"were) (?:also )?(?:present|in attendance|at the table|in the room)|also (?:took part|attended|joined|"
    r"present)|"
    r"(?:also|too) (?:present|in the room|at the table|there|in attendance),? (?:was|were)|"
    r"(?:également|aussi) (?:présente?s?|dans la salle|autour de la table)|(?:mit|ebenfalls|auch) (?:am Tisch|im Raum|dabei) "
    r"(?:war|waren|saß|saßen)|(?:там|здесь|за столом) (?:же |также |тоже )?(?:был|сидел|присутствовал)\w*|"
    r"(?:present|attending|in attendance)(?: at the (?:meeting|talks|visit|ceremony|occasion|audience))? (?:was|were)|"
    r"assistai(?:t|ent)|(?:a|ont) assisté|zur Delegation\b[^.;]{0,40}\bgehör(?:t|en|te|ten)|mit dabei|"
    r"(?:composed|made up) of|(?:includes|included|comprised|comprises)|(?:anwesend|zugegen) (?:war|waren)|"
    r"took part(?: too| as well)|attended(?: too| as well)|accompanied (?:by|him|her|them)|"
    r"(?:a|ont) (?:également|aussi) (?:participé|assisté|pris part)|étai(?:t|ent) (?:également |aussi )?présente?s?|"
    r"accompagnée? (?:du|de|par)|(?:nahm|nahmen)\b[^.;]{0,50}\bteil|(?:war|waren) (?:auch |ebenfalls )?(?:dabei|"
    r"anwesend|zugegen)|"
    r"begleitet (?:von|vom)|присутствовал\w*|(?:также|тоже) (?:участвовал|принял)\w*|сопровождал\w*)\b",
    IGNORECASE,
)
"""Of those who were there too."""


def attended(one: Told) -> bool:
    """Whether a sentence says of somebody that they were there too, or came along."""
    return _PRESENT.search(one.text) is not None
