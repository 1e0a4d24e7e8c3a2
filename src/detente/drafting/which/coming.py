"""Is one of those who were in contact to come to the other, or to see whom the text named before, on a day to come?"""

import re
from collections.abc import Collection

from detente.drafting.days.counted import WEEKDAY
from detente.drafting.days.dates import dates_in, months_named
from detente.drafting.how.there import IN
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of

OFF = ("cancelled", "postponed", "declined", "unanswered")
"""What may have become of what was to be."""
PUT_OFF = OFF[:2]
"""What somebody did with what had been agreed."""


def told_as(text: str, statuses: Collection[str], words: Lexicon) -> bool:
    """Whether a text has a word for one of ``statuses``: that something was called off, refused, planned."""
    return any(cue.means in statuses for cue in words.cues["status"].found(text))


def dated(one: Told) -> bool:
    """Whether a sentence names a day, a week or a month."""
    return (
        WEEKDAY.search(one.text) is not None
        or bool(months_named(one.text))
        or _WHEN.search(one.text) is not None
        or bool(dates_in(one.text))
    )


_WHEN = Pattern(
    r"\b(?:today|aujourd['’]hui|heute|сегодня|tomorrow|demain|morgen|завтра|next (?:week|month)|"
    r"(?:la )?semaine prochaine|le mois prochain|"
    r"nächste[nr]? (?:Woche|Monat)|"
    r"kommende[nr]? (?:Woche|Monat)|на следующей неделе|в следующем месяце)\b",
    re.IGNORECASE,
)


def one_and_him(one: Told) -> bool:
    """Whether a sentence names one of the two, and calls the other *him*, whom he is to meet, or *he*, who is to meet him."""
    named = [actor for actor in one.named.actors if actor.party is not None]
    if len(parties_of(named)) != 1 or not one.has("lone"):
        return False
    return _SEES_HIM.search(one.text) is not None or any(_HE_IS_TO_SEE.search(one.text[: actor.start]) for actor in named)


_SEE = (
    r"(?:receive|host|welcome|meet|see|visit|recevra|accueillera|rencontrera|verra|retrouvera|recevoir|accueillir|rencontrer|"
    r"empfangen|treffen|besuchen|sehen|begrüßen|примет|встретит|увидит|посетит|навестит)"
)
_OTHER = (
    r"(?:him|her|the (?:admiral|general|minister|secretary)|(?:his|her) (?:guest|host|colleague|counterpart|visitor)|"
    r"l['’]amiral|le général|(?:le|la) ministre|(?:son|sa) (?:hôte|invitée?|collègue|homologue|visiteur)|"
    r"ihn|sie|den (?:General|Admiral|Minister)|die Ministerin|(?:seinen|ihren|seine|ihre) (?:Gast|Kolleg\w+|Amtskolleg\w+)|"
    r"его|её|ее|генерала|адмирала|министра|гостя|коллегу)"
)
_SEES_HIM = Pattern(
    rf"\b(?:will|(?:is|are) (?:to|due to)|plans to|intends to) (?:\w+ ){{0,2}}?{_SEE} {_OTHER}\b|\b(?:le |la |l['’]|"
    rf"c['’]est (?:ce dernier|cette dernière|lui|elle) que (?:[^.;,]|\bMM?\.){{0,40}})(?:recevra|accueillera|rencontrera|verra|"
    rf"retrouvera)\b|"
    rf"\b(?:recevra|accueillera|rencontrera|verra|retrouvera) {_OTHER}\b|"
    rf"\b(?:wird|will|soll|möchte)\b[^.;,]{{0,40}}\b{_OTHER}\b[^.;,]{{0,60}}\b{_SEE}\b|"
    rf"\b(?:примет|встретит|увидит|посетит|навестит) {_OTHER}\b|\b{_OTHER} (?:примет|встретит|навестит)\b",
    re.IGNORECASE,
)
"""Somebody is to receive, or visit, whom the text named before."""

_HE_IS_TO_SEE = Pattern(
    r"\b(?:he|she|the (?:minister|admiral|general)|il|elle|lui-même|celui-ci|celle-ci|er|sie|dieser|он|она|тот|та|"
    r"сам)\b[^.;]{0,60}?"
    r"\b(?:to (?:see|meet|visit|talk to|speak to)|(?:will|is to) (?:see|meet|visit)|rencontrera|verra|retrouvera|pour (?:voir|"
    r"rencontrer|retrouver)|встретится с|увидится с|посетит|поедет к|приедет к|прилетит к)\s+(?:[\w'’-]+\s+){0,4}?$|"
    r"\b(?:wird|will|soll) (?:er|sie|dieser|diese|der Minister|die Ministerin|der General)\s+(?:[\w'’-]+\s+){0,4}?$",
    re.IGNORECASE,
)
"""Before the one whom somebody named before is to see."""


def invited(one: Told, after: Told | None, words: Lexicon) -> bool:
    """Whether somebody is invited for a day or a month, and said in the same sentence, or the next, to have accepted."""
    accepts = one if _SAID_YES.search(one.text) else after
    if not dated(one) or not _INVITED.search(one.text) or accepts is None or not _SAID_YES.search(accepts.text):
        return False
    return not told_as(f"{one.text} {accepts.text}", OFF, words)


_INVITED = Pattern(
    r"\b(?:invited|(?:a|avait|ont) (?:\w+ )?(?:invitée?s?|conviée?s?)|invitation|l['’]a invitée?|lud\b(?:[^.;]|"
    r"(?<=\d)\.){0,120}\bein\b|eingeladen|"
    r"Einladung|пригласил\w*|приглашени\w+)\b",
    re.IGNORECASE,
)
_SAID_YES = Pattern(
    r"\b(?:accepted|said yes|has agreed to come|(?:a|ont) (?:déjà |aussitôt )?(?:acceptée?|dit oui)|nahm\b[^.;]{0,40}\ban\b|"
    r"angenommen|sagte zu|zugesagt|согласил\w+|принял\w* (?:\w+ )?приглашени\w+|приглашение (?:\w+ )?принял\w*|"
    r"ответил\w* согласием)\b",
    re.IGNORECASE,
)


def trip_off(one: Told, parties: Collection[str], words: Lexicon) -> bool:
    """Whether a sentence has a contact to come, or a journey of one of ``parties`` to another, called or put off."""
    there = {place.party for place in one.named.places}
    named = {*parties_of(one.named.actors), *there}
    if not told_as(one.text, PUT_OFF, words) or not dated(one) or not named <= set(parties):
        return False
    return (
        (bool(there) and named == set(parties) and _TRIP.search(one.text) is not None)
        or (one.has("pair") and _PLANNED_FOR.search(one.text) is not None)
        or (had_been_off(one.text) and not told_as_held(_HAD_BEEN.sub(lambda hit: "", one.text)))
    )


def had_been_off(text: str) -> bool:
    """Whether a sentence tells in passing of an earlier contact that had been put or called off."""
    return _HAD_BEEN.search(text) is not None


_HAD_BEEN = Pattern(
    r"\b(?:(?:an?|(?:the|his|her|their) (?:earlier|first|previous|original)) (?:[\w-]+ ){0,2}?(?:visit|trip|meeting|call|"
    r"encounter)|the (?:visit|trip|meeting|call|encounter) (?:\w+ly )?(?:planned|scheduled|set|due) (?:for|in))\b"
    r"[^.;]{0,120}?\bhad (?:\w+ )?(?:been|to be) (?:\w+ )?(?:put|post|call|canc|push|delay|scrap)\w*|"
    r"\b(?:une?|(?:la|sa|leur|le|son) (?:première?|précédente?)|l[ae](?= \w+ prévue? (?:\w+ment )?"
    r"(?:en|pour|au|le|début|fin))) "
    r"(?:\w+ )?(?:visite|voyage|déplacement|rencontre|"
    r"entretien|réunion)"
    r"\b[^.;]{0,120}?\bavai(?:t|ent) (?:\w+ )?(?:dû être |été )(?:report|annul|repouss|ajourn|décal)\w+|"
    r"\b(?:eine?|ein(?:en|em|er)|(?:de[rnm]|die|das|sein|ihr) (?:erste|frühere|"
    r"vorherige)\w?|(?:de[rnm]|die|das)(?= (?:\w+ )?(?:für|im|zum) [^.;]{3,25}(?:vorgesehen|geplant|angesetzt|vereinbart))) "
    r"(?:[^\s.;]+ ){0,5}?(?:Besuch|Reise|"
    r"Treffen|Visite|Telefonat|Gespräch)\b[^.;]{0,120}?\b(?:war|hatte)\b[^.;]{0,60}?\b(?:verschoben|abgesagt|vertagt|"
    r"ausgefallen|"
    r"verlegt)\b(?: worden)?|"
    r"\b(?:(?:предыдущ|прежн|перв|более ранн|намечавш|намеченн|планировавш|запланированн)\w+ (?:[^\s.;]+ ){0,4}?(?:визит|"
    r"поездк|встреч)\w*|(?:визит|поездк|встреч)\w*, (?:намеч|заплан|назнач)\w+ на)\b"
    r"[^.;]{0,120}?\b(?:тогда|был\w*|пришлось) (?:\w+ )?(?:отлож|отмен|перенес|сорва)\w*",
    re.IGNORECASE,
)
"""An earlier contact that had been put or called off, told in passing: ``a visit planned for March had been put off``."""


_PLANNED_FOR = Pattern(
    r"\b(?:meeting|talks|call|session|rencontre|entretien|réunion|appel|Treffen|Gespräch|Telefonat|встреч\w+|разговор\w*|"
    r"переговор\w+)\b[^.;:]{0,40}\b(?:planned|set|scheduled|due|prévue?s?|programmée?s?|fixée?s?|geplant\w*|angesetzt\w*|"
    r"vorgesehen\w*|намечен\w+|назначен\w+|запланирован\w+)\b|"
    r"\b(?:geplante|angesetzte|vorgesehene|vereinbarte|verabredete|намеченн\w+|назначенн\w+|запланированн\w+)\w*\b"
    r"[^.;:]{0,40}\b(?:\w*treffen|\w*gespräch|"
    r"Telefonat|встреч\w+|разговор\w*|переговор\w+)",
    re.IGNORECASE,
)
"""A contact by a noun, with the day for which it was planned."""


_TRIP = Pattern(r"\b(?:visit|trip|journey|visite|déplacement|voyage|\w*besuch\w*|\w*reise|визит\w*|поездк\w*)\b", re.IGNORECASE)


def comes_back(one: Told, parties: Collection[str], before: Told | None) -> tuple[str, ...]:
    """The sides of whom one comes, on a day or in a month, to where the other is; none where the sentence tells of no such.

    ``before`` is the sentence before it, which may name the place that this one calls *there*.
    """
    if not dated(one) or one.has("wish") or _ON_THE_WAY_HOME.search(one.text):
        return ()
    if told_as_held(_ACCEPTED.sub(lambda hit: "", one.text)):
        return ()
    going, named = _BE_THERE.search(one.text), parties_of(one.named.actors)
    places = [*one.named.countries, *one.named.cities]
    seats = [place for place in places if _GOING.search(one.text[: place.start])]
    if not seats and _EXPECTED.search(one.text) is not None:
        seats = [place for place in places if IN.search(one.text[: place.start])]
    there = {place.party for place in seats}
    if going is not None and not there:
        own = [place for place in places if place.end <= going.start() and place.party not in named]
        near = own or ([] if before is None else [*before.named.places])
        there = {place.party for place in near}
    people = [country.party for country in one.named.countries if not country.place]
    travellers = set(named) or {party for party in people if party not in there}
    if len(there) != 1 or not there <= set(parties) or not travellers <= set(parties):
        return ()
    if travellers - there and len(parties) > _PAIR:
        return (*sorted(travellers - there)[:1], *there)
    seat = any(_GOING.search(one.text[: place.start]) for place in one.named.countries)
    inland = there == {*list(parties)[:1]} and not (seat or going or _HITHER.search(one.text))  # he goes to a town of his own
    return tuple(parties) if travellers - there or (one.has("lone") and not inland) else ()


_PAIR = 2

_EXPECTED = Pattern(
    r"\b(?:(?:is|are) (?:also |now |then )?(?:expected|awaited|due(?= in| at| on))|"
    r"(?:est|sont) (?:aussi |également |ensuite )?attendue?s?|wird\b(?:(?!\bnicht\b|\bzurück)[^.;:]){0,120}\berwartet|"
    r"(?<!не )(?:ожида(?:ет|ют)ся|жд[уё]т|ожидают))\b(?!\s+(?:back|home|de retour|обратно))",
    re.IGNORECASE,
)
"""That somebody is to come, wherever the sentence says where: ``wird im Juni in Berlin erwartet``."""

_HITHER = Pattern(
    r"\b(?:come|return|be (?:back|in)|viendra|reviendra|retournera|sera|kommt|приедет|прилетит|прибудет)\b", re.IGNORECASE
)
"""Who comes, where others would go, is the other one."""


_GOING = Pattern(
    r"(?:\b(?:will|(?:is|are) (?:to|due to)|(?:means|plans|intends|hopes|aims) to) (?:\w+ ){0,2}?(?:visit|"
    r"(?:travel|go|come|fly|return|be|come back|go back|"
    r"be back)\b[^.;,:]{0,40}?\b(?:to|in|at))|"
    r"\b(?:se rendra|viendra|ira|reviendra|retournera|sera)\b[^.;,:]{0,40}?\b(?:à|au|aux|en)|\bvisitera|"
    r"\b(?:(?:kommt|reist|fliegt|fährt)\b[^.;,:]{0,60}?\b(?:nach|in)|(?:wird|will|soll)\b[^.;,:]{0,60}?\bnach)|"
    r"\b(?:(?:compte|entend|prévoit) (?:\w+ )?(?:d['’])?(?:se rendre|venir|aller|être)\b[^.;,:]{0,40}?\b(?:à|au|aux|en)|"
    r"(?:намерен|собира|планиру)\w* (?:\w+ )?(?:приехать|прилететь|прибыть|быть|побывать)\b[^.;,:]{0,40}?\b(?:в|во|на))|"
    r"\b(?:приедет|прилетит|прибудет|поедет|полетит|вылетит)\b[^.;,:]{0,40}?\b(?:в|во|на)|\b(?:посетит|"
    r"нанес[её]т\b[^.;,:]{0,40}?\bв)|\bwill pay\b[^.;,:]{0,40}?\bto|"
    r"\b(?:paiera|rendra|effectuera|fera)\b[^.;,:]{0,40}?\b(?:à|au|en)|\bmacht\b[^.;,:]{0,60}?\bin)\s+"
    r"(?:the |le |la |l['’]|die |den )?$",
    re.IGNORECASE,
)
"""Before the place to which somebody is to come."""

_BE_THERE = Pattern(
    r"\b(?:(?:will|(?:is|are) (?:to|due to)) (?:be|come|go|travel|fly|return) there|(?:s['’]y rendra|y sera|y viendra|"
    r"ira là-bas)|wird (?:\w+ ){0,3}dort sein|"
    r"(?:reist|fliegt|fährt|kommt) (?:\w+ ){0,3}(?:dorthin|hin)|(?:поедет|полетит|приедет|прилетит) туда)\b",
    re.IGNORECASE,
)
"""To the place that the sentence named before."""

_ON_THE_WAY_HOME = Pattern(
    r"\b(?:before (?:returning|flying|heading|leaving|going)|avant de (?:rentrer|regagner|repartir|s['’]envoler)|"
    r"bevor (?:er|sie) (?:\w+ ){0,4}(?:zurück|heim)\w*|перед (?:возвращением|вылетом|отъездом)|прежде чем вернуться)",
    re.IGNORECASE,
)
"""Of the rest of a journey on which they met."""

_ACCEPTED = Pattern(
    r"\b(?:принял\w* (?:\w+ )?приглашени\w+|agreed to (?:come|go|travel|visit)|received (?:an?|the|his|her) invitation|"
    r"(?:a|ont) reçu une invitation)\b",
    re.IGNORECASE,
)
"""That somebody is to come, in words that elsewhere tell of a contact."""

WAS_TO_BE = Pattern(
    r"\b(?:(?:visit|trip|journey|meeting)\b[^.;]{0,40}\b(?:had been|was) (?:planned|set|scheduled|due)|"
    r"(?:visite|déplacement|voyage|rencontre)\b[^.;]{0,40}\b(?:était|avait été|devait) \w+|"
    r"(?:\w*besuch|\w*reise|Treffen)\b[^.;]{0,40}\b(?:sollte|hätte|war\b[^.;]{0,40}\b(?:geplant|vorgesehen|angesetzt|"
    r"vereinbart))\b|"
    r"(?:визит\w*|поездк\w*|встреч\w*)\b[^.;]{0,40}\b(?:планировал\w*|намечал\w*|должн\w+ был\w*|был\w* назначен\w*)|"
    r"(?:first|originally|initially) (?:set|planned|scheduled|due)|initialement (?:prévue?|fixée?)|d['’]abord (?:prévue?|"
    r"fixée?)|"
    r"(?:zunächst|ursprünglich) (?:\w+ ){0,4}(?:geplant|angesetzt|vorgesehen)\w*|первоначально|сначала (?:назнач|намеч)\w+)",
    re.IGNORECASE,
)
"""For when something was planned that did not come about."""
