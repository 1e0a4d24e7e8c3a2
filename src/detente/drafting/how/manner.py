"""By which medium were they in contact, and on what occasion?"""

import re

from detente.domain.vocabulary import Channel, Setting, Status
from detente.drafting.days.counted import WEEKDAYS
from detente.drafting.how.askers import ASKED_TOO
from detente.drafting.how.calls import no_call
from detente.drafting.how.printed import by_a_paper, goes_on_of_a_letter, no_letter
from detente.drafting.how.putting import asked_to_come
from detente.drafting.how.there import IN, TRAVELS, each_at_home, of_a_source, place_of_theirs, staged, travels, was_there
from detente.drafting.how.things import of_a_thing
from detente.drafting.language.entries import is_entry
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import QUOTED, RINGS_UP, Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told, parties_of

_STRONG = ("video", "hotline", "phone", "letter", "in-person")
_HERE = Pattern(r"(?<!\w)here(?!\w)", re.IGNORECASE)
_ASIDE = Pattern(r"sidelines|margins of|en marge|am rande|на полях|margin of|on the fringes", re.IGNORECASE)
TWO_PLUS_TWO = Pattern(r"\b2\s?\+\s?2\b|two-plus-two|deux plus deux|zwei plus zwei|два плюс два", re.IGNORECASE)


def media_of(told: Told) -> list[str]:
    """The media that a sentence names, but for calls for something, port calls and what is called so."""
    return [means for means, _ in media_places(told)]


def media_places(told: Told) -> list[tuple[str, int]]:
    """Those media, and where each is named."""
    found = []
    for means, start in told.media:
        if means == "phone":
            if no_call(told, start):
                continue
            verb = _VERB.match(told.text, start)
            apart = RINGS_UP.match(told.text, start) is not None
            if not apart and told.text[start : start + 4].lower() == "ruft":
                continue
            if verb is not None and not apart and not any(start < actor.start <= start + 30 for actor in told.named.actors):
                continue
        if means == "in-person" and _HOST.match(told.text, start) and _THE.search(told.text[:start]):
            continue
        if means == "in-person" and of_a_thing(told.text, start):
            continue
        if _TO_NOBODY_OF_OURS.match(told.text, start):
            continue
        if means == "video" and _MESSAGE.match(told.text, start):
            continue
        if means == "video" and _CAMERA.match(told.text, start) and _BEFORE_CAMERAS.search(told.text[:start]):
            continue
        if _JUST_LIKE.search(told.text[:start]):
            continue
        if means == "hotline" and (_SET_UP.search(told.text[:start]) is not None or _SHOULD.match(told.text, start)):
            continue
        if means == "letter" and no_letter(told.text, start):
            continue
        if means == "spoke" and (_OF_SOMETHING.match(told.text, start) or _OPEN_TO.search(told.text[:start])):
            continue
        found.append((means, start))
    return found


_OPEN_TO = Pattern(
    r"\b(?:(?:open|ready|prepared|willing|no alternative|closed) (?:to|for)|readiness for|ouverte?s? (?:à|aux?)|"
    r"prête?s? (?:à|aux?|pour)|"
    r"(?:offen|bereit|Bereitschaft) (?:für|zu[mr]?)|(?:открыт|готов)\w* (?:к|для))\s+(?:[\w'’-]+\s+){0,2}?(?:des |les )?$",
    re.IGNORECASE,
)
"""Before talks for which somebody only says that he is ready."""

_JUST_LIKE = Pattern(
    r"\b(?:simple as|easy as|like|simple comme|comme|einfach wie|просто как|как)\s+(?:a|an|une?|"
    r"eine?n?)?\s*(?:phone\s+)?$|\b(?:agreement|memorandum|accord|protocole|Vereinbarung|Abkommen|"
    r"Absichtserklärung|соглашени\w+|меморандум\w*)\s+(?:on|about|sur|über|о|об)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before what something is compared with, or what an agreement is about: ``simple comme un coup de fil``."""

_SET_UP = Pattern(
    r"\b(?:set(?:ting)? up|establish(?:ing|es)?|creat\w+|open(?:ing)?|restor\w+|reopen\w*|re-?establish\w*|reviv\w+|"
    r"resum\w+|install\w*|"
    r"g[ai]v\w+\b[^.;,]{0,50}|gab(?:en)?\b[^.;,]{0,50}|activat\w+|launch\w*|propos\w+|about|for|ouvrir|rouvrir|"
    r"établi\w*|rétabli\w*|cré\w+|mise? en place|"
    r"mettre en place|install\w+|d['’]une|einricht\w*|einzuricht\w*|eingerichtet|schaff\w*|aufbau\w*|wiederherst\w*|"
    r"für|созда\w+|"
    r"восстанов\w+|установ\w+|откры\w+|налад\w+|запуст\w+|запуск\w*|о|об)\s+(?:of\s+|de\s+|von\s+)?"
    r"(?:(?:a|an|the|une?|la|le|eine[rnms]?|de[rmn]|die|d['’]une|their|new|military|direct|joint|secure|bilateral|permanent|"
    r"\w+-\w+|maritime|naval|common|"
    r"nouvelle|direkte[nr]?|militärische[nr]?|нов\w+|прям\w+|военн\w+)\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a line of which the two spoke, or which is to be set up, rather than over which they spoke."""

_SHOULD = Pattern(
    r"[^.;:,]{5,50}?\b(?:should|ought to|must|devrait|doit|sollte|müsste|muss|следует|нужно|надо|должн\w+)\b", re.IGNORECASE
)
"""A line of which somebody says what should be done with it."""

_CAMERA = Pattern(r"(?:[ck]am[ée]ra|камер)", re.IGNORECASE)
_BEFORE_CAMERAS = Pattern(
    r"\b(?:before|in front of|to|for|off|devant|face aux|vor|abseits|перед|под)\s+(?:the\s+|les\s+|den\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before cameras, and screens, that are those of reporters."""

_HOST = Pattern(r"(?:hosts?|guests?|hôtes?|Gastgeber\w*)\b(?!\s+(?:of|d[eu]|des)\b)", re.IGNORECASE)
_THE = Pattern(r"\b(?:the|to the|l['’]|der|den|dem|des)\s*$", re.IGNORECASE)
"""Before who has guests, which says nothing of a contact by itself."""

_TO_NOBODY_OF_OURS = Pattern(
    r"talk[\s-]?shows?\b|speaking terms\b|(?:spoke|spoken|speak\w*|talk\w*|met|parl\w+|sprach\w*|sprich\w*|"
    r"gesprochen)\s+(?:briefly\s+)?(?:(?:in|à|au|im|в) [A-ZÀ-ÝА-Я][\w-]+\s+)?(?:to|with|before|"
    r"avec|devant|aux?|à|mit|vor|zu)\s+(?:the\s+|des\s+|les\s+|den\s+|some\s+)?(?:reporters?|journalists?|journalist\w*|"
    r"troops|soldiers|sailors|students|officers|officiers|Offizieren|Kadetten|Studenten|cadets|la presse|presse|"
    r"soldats|soldat\w*|truppen|marins|parliament|lawmakers)\b|"
    r"(?:spoke|spoken|speak\w*|talk\w*|parl\w+|sprach\w*|sprich\w*|redete\w*|выступил\w*|"
    r"говорил\w*)\s+(?:[\w.]+\s+){0,3}?(?:in|im|vor|before|to|"
    r"devant|à|au|в|перед)\s+(?:the\s+|dem\s+|l['’]|la\s+|le\s+)?(?:Bundestag|Parla?ment\w*|Senate?\w*|Nationalrat\w*|"
    r"Unterhaus|House of Commons|Commons|"
    r"Congress|Assemblée|Sénat|Госдум\w*|парламент\w*|Рад[еы]|Generäle?n?|generals|généraux|генерал\w*)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = Pattern(
    r"(?:spoken of\b|spoke of (?:an?|the)\b|parlé d(?:e|['’]un)|sprach (?:\w+seits )?von|говорила? о)\b", re.IGNORECASE
)
_MESSAGE = Pattern(
    r"video[\s-]?(?:message|address|clip|statement|botschaft)|(?:en |par )?vidéo (?:diffusée|publiée|mise en ligne)|"
    r"видеообращени|видеопослани|видеоролик",
    re.IGNORECASE,
)
"""A film that somebody sent, which is no conversation."""

_VERB = Pattern(r"(?:called|rief|ruft)\b(?:\s+(\w+))?", re.IGNORECASE)


_BEFORE_A_SIDE = 35
"""Letters before a side where what is said of the contact with it stands."""


def of_several(occasion: Occasion, one: Told) -> int | None:
    """Where a sentence that tells of others too speaks of this contact; None where it tells of no others."""
    if not {actor.party for actor in one.named.actors if actor.party is not None} - set(occasion.parties):
        return None
    theirs = [actor.start for actor in one.named.actors if actor.party == occasion.parties[-1]]
    return max(0, min(theirs) - _BEFORE_A_SIDE) if theirs else None


_PLAIN = Pattern(
    r"(?:met|meet|visit|receiv|host|face|in person|saw|sat|welcom|sidelines|encounter|rencontr|reç|recev|visite|"
    r"accueil|se sont v|en marge|"
    r"tête|traf|treff|getroff|empf|besuch|zusammen|begrüß|am rande|встре|визит|прин|посе|на полях|очн|прибы)",
    re.IGNORECASE,
)
"""How words begin that say themselves that people met, rather than that they signed, dined or were in the same town."""


def channel_of(occasion: Occasion, words: Lexicon, status: Status, *, alone: bool) -> tuple[Channel, Got]:
    """The medium: as the sentences of the contact name it, else as a place tells, else as others do, else the likeliest.

    Where nobody answered that is the telephone; the letter in which a contact was asked for is not it.
    """
    asked, silent = status in (Status.REQUESTED, Status.DECLINED), status is Status.UNANSWERED
    if asked_to_come(first := occasion.told[0]) and "letter" not in media_of(first):
        return Channel.IN_PERSON, Got(How.INFERRED, first.text, "somebody was asked to come")
    if alone and (letter := _letter_before(occasion)) is not None:
        return Channel.LETTER, Got(How.INFERRED, letter.text, "the sentence before tells of the letter")
    for one in occasion.told:
        named = [(means, start) for means, start in media_places(one) if means in _STRONG]
        named = [each for each in named if not (by_a_paper(one.text, *each) or _MIGHT.search(one.text[: each[1]]))]
        if asked and any(means != "letter" for means, _ in named):
            named = [(means, start) for means, start in named if means != "letter"]
        if named:
            near = of_several(occasion, one)
            named = named if near is None else [medium for medium in named if not _of_the_next(occasion, one, medium[1])]
        if named:
            named = named if near is None else _before_side(occasion, one, named) or named
            means, _ = min(named, key=lambda m: _STRONG.index(m[0]) if near is None else abs(m[1] - near))
            plain = means != "in-person" or any(_PLAIN.match(one.text, s) for kind, s in named if kind == means)
            return Channel(means), Got(How.STATED, one.text) if plain else Got(How.INFERRED, one.text, "it is done in person")
    for one in occasion.told:
        if {"spoke"} >= set(media_of(one)) and each_at_home(one):
            return Channel.PHONE, Got(How.INFERRED, one.text, "each was in his own capital")
    if asked and ASKED_TOO.search(first.text) is not None:
        for one in (one for one in occasion.others if one.sentence.number == first.sentence.number - 1):
            for means in ("video", "phone", "in-person", "spoke"):
                if means in media_of(one):
                    got = Got(How.INFERRED, one.text, "it was asked for as another had it, of which the sentence before tells")
                    return Channel.PHONE if means == "spoke" else Channel(means), got
    for one in _beside(occasion) if alone and not any(media_of(one) for one in occasion.told) else ():
        for means in ("video", "hotline", "phone"):
            if means in media_of(one):
                return Channel(means), Got(How.INFERRED, one.text, "the sentence beside it names it")
    for one in occasion.told:
        going = TRAVELS.search(one.text) is not None
        befores = [one.text[: p.start] for p in one.named.places if not of_a_source(one.text[: p.start])]
        there = any(IN.search(before) or (going and _FOR.search(before)) for before in befores)
        named_there = {*one.named.places, *one.named.countries}
        there = there or any(place_of_theirs(one.text, place.start, place.end) for place in named_there)
        if there or _HERE.search(one.text) or (one.named.places and is_entry(one.text)):
            return Channel.IN_PERSON, Got(How.INFERRED, one.text, "a place is named")
    number = first.sentence.number
    if was_there(occasion):
        return Channel.IN_PERSON, Got(How.INFERRED, occasion.told[0].text, "it was where they were, as it says")
    nearest = sorted(occasion.others, key=lambda one: (abs(one.sentence.number - number), one.sentence.number < number))
    for one in () if occasion.sequel else occasion.others if alone else nearest:
        told = [] if one.earlier else _unquoted(one)
        own = alone or set(parties_of(one.named.actors)) <= set(occasion.parties)  # else its call may be another one's
        for means in ("video", "phone", "in-person", *(("letter",) if alone else ())) if own else ("in-person",):
            if means in told and (means == "in-person" or _of_none_but(occasion, one)):
                return Channel(means), Got(How.INFERRED, one.text, "another sentence names it")
    return _likeliest(occasion, words, alone=alone, silent=silent)


def _likeliest(occasion: Occasion, words: Lexicon, *, alone: bool, silent: bool) -> tuple[Channel, Got]:
    """The medium where no sentence names one: in person if somebody travelled or a place is told, else the likeliest."""
    one = occasion.told[0]
    if any(each.sentence.number == one.sentence.number - 1 and travels(each, occasion) for each in occasion.others):
        return Channel.IN_PERSON, Got(How.INFERRED, one.text, "the sentence before has somebody travel there")
    if alone and any(map(staged, occasion.others)):
        return Channel.IN_PERSON, Got(How.INFERRED, one.text, "another sentence says where it was, or was to be")
    spoke = (silent or "spoke" in _unquoted(one)) and not words.cues["talks"].found(one.text)
    likeliest = Channel.PHONE if spoke else Channel.IN_PERSON
    return likeliest, Got(How.GUESSED, one.text, "no medium is named")


def _of_the_next(occasion: Occasion, one: Told, start: int) -> bool:
    """Whether a medium stands where a sentence goes on to another day: ``am Montag mit X, am Mittwoch per Video mit Y``."""
    side = max((actor.start for actor in one.named.actors if actor.party == occasion.parties[-1]), default=start)
    return _ON_ANOTHER_DAY.search(one.text[side:start]) is not None


_ON_ANOTHER_DAY = Pattern(rf"[,;] (?:und |and |et |и |а )?(?:on |am |le |в |во )?(?:{WEEKDAYS})\b", re.IGNORECASE)

_MIGHT = Pattern(r"\b(?:could|might|pourrai\w+|könnten?|смог\w*|могла? бы|могли бы)\s+(?:[\w'’]+\s+){0,2}$", re.IGNORECASE)
"""Before what somebody might do."""


_FOR = Pattern(r"\b(?:to|for|pour)\s+$", re.IGNORECASE)
"""Before the town to which somebody goes."""


def _unquoted(one: Told) -> list[str]:
    """The media that a sentence names outside what it quotes."""
    quotes = [(hit.start(), hit.end()) for hit in QUOTED.finditer(one.text)]
    own = [(means, start) for means, start in media_places(one) if not by_a_paper(one.text, means, start)]
    return [means for means, start in own if not any(begun <= start < end for begun, end in quotes)]


def _before_side(occasion: Occasion, one: Told, named: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The last medium between the side that was named before and the one that a contact was with."""
    sides = [actor.start for actor in one.named.actors if actor.party == occasion.parties[-1]]
    before = [a.end for a in one.named.actors if a.party not in (None, *occasion.parties) and sides and a.end <= min(sides)]
    if not before:
        return []
    between = [medium for medium in named if max(before) <= medium[1] <= min(sides) and not _ENDED.match(one.text, medium[1])]
    return between[-1:] or [medium for medium in named if medium[1] > min(sides)][:1]


_ENDED = Pattern(
    r"(?:empfangen|getroffen|gesprochen|telefoniert|besucht|begrüßt|beraten|zugeschaltet|konferiert)(?:,|;|\s(?:und|sowie|"
    r"dann)\b)",
    re.IGNORECASE,
)
"""What was done with the side before it, at the end of its clause."""


def _beside(occasion: Occasion) -> list[Told]:
    """The sentences right before and after those of a contact, of none but its parties."""
    numbers = {one.sentence.number for one in occasion.told}
    near = [one for one in occasion.others if {one.sentence.number - 1, one.sentence.number + 1} & numbers and not one.earlier]
    return [one for one in near if _of_none_but(occasion, one) and not one.named.others]


def _letter_before(occasion: Occasion) -> Told | None:
    """The sentence before that of a contact, if it tells of a letter of which this one goes on to tell; else None."""
    first = occasion.told[0]
    if not goes_on_of_a_letter(first.text, [start for means, start in media_places(first) if means != "letter"]):
        return None
    before = (one for one in _beside(occasion) if one.sentence.number == first.sentence.number - 1)
    return next((one for one in before if "letter" in media_of(one)), None)


def _of_none_but(occasion: Occasion, one: Told) -> bool:
    """Whether a sentence names nobody outside a contact."""
    return {actor.party for actor in one.named.actors} <= {None, *occasion.parties}


def setting_of(occasion: Occasion, channel: Channel) -> tuple[Setting, Got]:
    """The occasion: 2+2 or sidelines where the sentences say so, multilateral for three parties or more, else bilateral."""
    for one in (*occasion.told, *occasion.others):
        if TWO_PLUS_TWO.search(one.text):
            return Setting.TWO_PLUS_TWO, Got(How.STATED, one.text)
    for one in occasion.told:
        if channel is Channel.IN_PERSON and _ASIDE.search(one.text):
            return Setting.SIDELINES, Got(How.STATED, one.text)
    if len(occasion.parties) > 2:
        return Setting.MULTILATERAL, Got(How.INFERRED, occasion.told[0].text, "three parties or more took part")
    return Setting.BILATERAL, Got(How.INFERRED, occasion.told[0].text, "nothing else is said")
