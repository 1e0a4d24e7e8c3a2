"""Which side asked for the contact?"""

import re
from collections.abc import Sequence

from detente.domain.vocabulary import Status
from detente.drafting.how.callers import ON_THE_LINE, behind_asking, for_a_thing, of_each, whose_request
from detente.drafting.language.lexicon import Cue, Lexicon, countries_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_AT_WHOSE = Pattern(
    r"\bat\s+(?:the\s+)?([^.;,]{2,40}?)(?:['’]s?)?\s+(?:request|initiative|invitation|behest|suggestion|urging|prompting|"
    r"insistence|wish)\b",
    re.IGNORECASE,
)
_CALLED = Pattern(
    r"\b(?:called(?!\s+(?:off|on|for|upon|it)\b)|phoned|telephoned|rang|dialled|rief|ruft|(?:hat|habe|hatte)(?=\s(?:[^.;:]|(?<=\d)\.){0,140}\bangerufen\b)|appel(?:é|ait|le)|téléphoné|"
    r"позвонил\w*|позвонивш\w+|\bзвонил\w*|направил\w*|écrit|schrieb|"
    r"(?:décroché|pris) (?:son|le) téléphone|composé le numéro|zum (?:Hörer|Telefon)|picked up (?:the|his|her) (?:phone|"
    r"receiver)|"
    r"(?:взял\w*|снял\w*) трубку|набрал\w*|"
    r"geschrieben|sent a letter|sent|wrote|written|написал\w*|contacted|contacté|reached out|связал\w*)\b",
    re.IGNORECASE,
)
_GOT = Pattern(
    r"(?:(?:received|got|took|had|taken|accepted)\s+(?:a|an|the)\s+(?:\w+\s+){0,2}?(?:call|letter|message)\s+"
    r"(?:(?:today|yesterday|on|this|\w+day|evening|morning)\s+){0,3}from|"
    r"(?:reçu|pris)[\s,]+[^.;]{0,25}?(?:un appel|une lettre|un coup de fil|"
    r"un message)(?:\s+téléphonique)?\s+(?:d[eu]s?|de la|d['’])|"
    r"(?:erhielt|bekam|erhalten|entgegen)\b[^.;]{0,30}?(?:Anruf|Brief|Schreiben)\s+(?:von|des|der|seines|ihres)|"
    r"(?:appel|coup de fil)\s+qu(?:e|['’])\s*[^.;,]{0,30}?passé|"
    r"(?:получил\w*|принял\w*)\s+[^.;]{0,20}?(?:звонок|письмо)\s+(?:от)?)",
    re.IGNORECASE,
)
_THE_OTHER = Pattern(
    r"\s+(?:him|her|them|ihn|ihm|sie|lui|ему|ей|его|back|the (?:(?-i:[A-Z]{3,5})|minister|secretary|general|admiral|chief)|"
    r"le (?:ministre|général)|au (?:ministre|général)|den (?:Minister|General)|министру|генералу)\b|\s*(?:an)?$",
    re.IGNORECASE,
)
_LATTER = Pattern(
    r"at the latter['’]s (?:request|invitation|initiative)|(?:demande|invitation|initiative) de ce(?:tte)? derni(?:er|ère)|"
    r"(?:Bitten|Wunsch|Einladung) des Letzteren|по (?:просьбе|приглашению|инициативе) последнего",
    re.IGNORECASE,
)
_REACH = 60
"""Letters from a verb within which its subject or object is looked for."""


_FAR = 160
"""The same where one called several."""
_WHOM = Pattern(
    r"\b(?:whom|qu['’]|den|die|которому|которой)\s*(?:he|she|il|elle|er|sie|он|она)\s+(?:had\s+|a\s+|"
    r"avait\s+)?$",
    re.IGNORECASE,
)
_THE_OTHER_ALONE = Pattern(r"\s+(?:him|her|ihn|sie|lui|ему|ей|его)\b", re.IGNORECASE)
_HIM_BEFORE = Pattern(r"\b(?:l['’]|lui )(?:a|avait)\s$", re.IGNORECASE)
_INVERTED = Pattern(r"(?:rief|schrieb|звонил\w*|позвонил\w*|написал\w*|направил\w*)\s+(?:[\w-]+\s+){0,4}", re.IGNORECASE)
"""Verbs behind which the subject may stand: whoever is named first."""


def initiator_of(
    occasion: Occasion, words: Lexicon, status: Status, cue: Cue | None, *, alone: bool, letter: bool = False
) -> tuple[str, Got] | None:
    """The party that asked for it; None where nothing tells. Of a ``letter``, who wrote it."""
    near = (*occasion.told, *(one for one in occasion.others if alone or of_each(one.text) or _follows(one, occasion)))
    for one in near:
        asking = _by_whom(one, occasion) or _at_whose(one, occasion, words) or _asking(one, occasion, words)
        if (party := asking or whose_request(one, occasion)) is not None:
            return party, Got(How.STATED, one.text)
    first = occasion.told[0]
    if status in (Status.DECLINED, Status.UNANSWERED) and (proposing := _proposed(near, occasion)) is not None:
        return proposing, Got(How.INFERRED, first.text, "it is told of as the one that proposed it")
    if status in (Status.DECLINED, Status.UNANSWERED) and len(occasion.parties) == 2:
        for one in near:
            if (refusing := _refusing(one, occasion, words, status, cue if one is first else None)) is not None:
                other = next(party for party in occasion.parties if party != refusing)
                return other, Got(How.INFERRED, one.text, "the other side refused")
    if status is Status.REQUESTED:
        return occasion.parties[0], Got(How.INFERRED, first.text, "it is told of as the one that asks")
    for one in occasion.told:
        if (party := _caller(one, occasion)) is not None:
            return party, Got(How.INFERRED, one.text, "it is told of as the one that called")
    for one in occasion.others if alone else ():
        if (
            not one.earlier
            and any(means == "phone" for means, _ in one.media)
            and (party := _caller(one, occasion)) is not None
        ):
            return party, Got(How.INFERRED, one.text, "it is told of as the one that called")
    if (ringing := _rang(occasion)) is not None:
        return ringing, Got(How.INFERRED, first.text, "the phone rang, and it was that side")
    if letter and len(occasion.parties) == 2 and status in (Status.HELD, Status.UNANSWERED):
        wrote = next((one for one in occasion.told if any(means == "letter" for means, _ in one.media)), first)
        return _writer(wrote, occasion), Got(How.INFERRED, first.text, "it is told of as the one that wrote")
    return None


_PROPOSED = Pattern(
    r"\b(?:(?:had |has )?(?:proposed|suggested|offered|invited)|(?:a|avait) (?:proposé|suggéré|offert|invité)|schlug|"
    r"hatte vorgeschlagen|(?:wished|wanted|hoped|tried|attempted|sought|trying) to|(?:souhaitait|voulait|a voulu|espérait|"
    r"a tenté|tentait|a cherché)|versuchte|hatte versucht|wollte|(?:хотел|желал|надеял|пыта|попыта)\w+|"
    r"предложил\w*|пригласил\w*)\b",
    re.IGNORECASE,
)


def _proposed(near: Sequence[Told], occasion: Occasion) -> str | None:
    """Who is named before a verb that says that a contact was proposed."""
    for one in near:
        if (hit := _PROPOSED.search(one.text)) is not None:
            return _before(one, hit.start(), occasion.parties)
    return None


_RANG = Pattern(r"\b(?:rang|rings|sonn\w+|klingelt\w*|läutet\w*|зазвонил\w*|звонил\w*|раздался звонок)\b", re.IGNORECASE)


def _rang(occasion: Occasion) -> str | None:
    """Who it was that rang, as the sentence after that of the phone says."""
    rang = {one.sentence.number for one in (*occasion.told, *occasion.others) if _RANG.search(one.text)}
    for one in occasion.told:
        if one.sentence.number - 1 in rang and (hit := ON_THE_LINE.match(one.text)) is not None:
            return _after(one, hit.end(), occasion.parties)
    return None


_FROM = Pattern(
    r"\b(?:letter|mail|lettre|courrier|Brief|Post|Schreiben|письм\w+)\b[^.;,]{0,20}\b(?:from|by|signed by|von|aus|de|du|от|"
    r"из)\s+",
    re.IGNORECASE,
)
_TO = Pattern(r"\b(?:letter|lettre|Brief|Schreiben|письм\w+)\s+(?:to|an|à|au)\s+", re.IGNORECASE)


def _writer(one: Told, occasion: Occasion) -> str:
    """Who wrote a letter: whom it is said to be from, else who is named first, unless the letter is to him."""
    if (hit := _FROM.search(one.text)) is not None and (party := _after(one, hit.end(), occasion.parties)) is not None:
        return party
    if (hit := _TO.search(one.text)) is not None and (party := _after(one, hit.end(), occasion.parties)) is not None:
        return next(other for other in occasion.parties if other != party)
    named = [actor.party for actor in one.named.actors if actor.party in occasion.parties and actor.party is not None]
    return (named or [party for _, _, party in _places(one, occasion.parties)] or occasion.parties)[0]


def _follows(one: Told, occasion: Occasion) -> bool:
    """Whether a sentence comes right after those of a contact, or next but one if it is brief, and none names others."""
    last = max((told.sentence for told in occasion.told), key=lambda sentence: sentence.number)
    brief = one.sentence.paragraph == last.paragraph and len(one.text) < _REACH
    near = one.sentence.number - last.number in ((1, 2) if brief else (1,))
    between = [each for each in occasion.others if last.number < each.sentence.number <= one.sentence.number]
    return near and all(actor.party in (None, *occasion.parties) for each in between for actor in each.named.actors)


def _by_whom(one: Told, occasion: Occasion) -> str | None:
    """Who is named behind words that only whoever asked follows, and close to them."""
    for place in behind_asking(one.text):
        if _NOBODY.search(one.text[:place]):
            continue
        if (party := _after(one, place, occasion.parties)) is not None:
            return party
    return None


def _at_whose(one: Told, occasion: Occasion, words: Lexicon) -> str | None:
    if (hit := _AT_WHOSE.search(one.text)) is not None:
        for country in countries_in(hit[1] + " ", words):
            if country.party in occasion.parties:
                return country.party
    if (latter := _LATTER.search(one.text)) is not None and (
        party := _before(one, latter.start(), occasion.parties)
    ) is not None:
        return party
    for cue in words.cues["initiative"].found(one.text):
        if _PUT_OFF.search(one.text[: cue.start]) or (not one.media and _WILL_DO.search(one.text[cue.end :])):
            continue  # what else was done at somebody's request
        named = countries_in(one.text[cue.end : cue.end + _REACH], words)
        if (party := next((c.party for c in named if c.party in occasion.parties), None)) is not None:
            return party
        close = [a for a in one.named.actors if cue.end <= a.start <= cue.end + 30 and a.party in occasion.parties]
        if close:
            return close[0].party
    return None


_PUT_OFF = Pattern(
    r"\b(?:postponed|put off|called off|cancelled|moved|repouss\w+|report\w+|annul\w+|verschoben|verlegt|abgesagt|"
    r"перенес\w+|отлож\w+|"
    r"отмен\w+)\s+$",
    re.IGNORECASE,
)
_WILL_DO = Pattern(r"\b(?:will|\w{3,}(?:era|eront|ira|iront)|wird|werden|направит|отправит|будет|пришл[её]т)\b", re.IGNORECASE)


def _asking(one: Told, occasion: Occasion, words: Lexicon) -> str | None:
    """Who is said to have asked for it, before the verb, or to have been the caller, behind it."""
    called = any(means == "phone" for told in occasion.told for means, _ in told.media)
    for cue in words.cues["asking"].found(one.text):
        if _NOBODY.search(one.text[: cue.start]) or _for_a_change(one.text, cue) or for_a_thing(one.text, cue.start, cue.end):
            continue
        if called and _INVITES.search(one.text[cue.start : cue.end]):
            continue  # to something else, in the call
        if (party := _before(one, cue.start, occasion.parties)) is not None:
            return party
    for hit in _GOT.finditer(one.text):
        if (party := _after(one, hit.end(), occasion.parties)) is not None:
            return party
    return None


_INVITES = Pattern(r"invit|convi|\blud\b|eingeladen|приглас", re.IGNORECASE)


def _for_a_change(text: str, cue: Cue) -> bool:
    """Whether what a side asked for was no contact, but another day of it."""
    inside = text[max(0, cue.start - _BESIDE) : cue.end]
    return any(_CHANGE.search(words) is not None for words in (inside, text[cue.end : cue.end + _BESIDE]))


_BESIDE = 35
_CHANGE = Pattern(
    r"\b(?:change|delay|postponement|deferral|(?:new|later|other) (?:date|day)|more time|report|délai|"
    r"(?:nouvelle|autre) date|neuen? Termin|Aufschub|Verschiebung|Verlegung|mehr Zeit|отсрочк\w+|перенос\w*|перенести)\b",
    re.IGNORECASE,
)

_NOBODY = Pattern(r"\b(?:no one|nobody|none|not|niemand|nicht|kein\w*|personne|nul|никто|не)\b[^.;,]{0,25}$", re.IGNORECASE)


def _places(one: Told, parties: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where a sentence names the parties, from where to where, as actors or by their states."""
    named = [(a.start, a.end, a.party) for a in one.named.actors if a.party in parties and a.party is not None]
    return sorted([*named, *((c.start, c.end, c.party) for c in one.named.countries if c.party in parties)])


def _before(one: Told, place: int, parties: Sequence[str]) -> str | None:
    found = [party for start, end, party in _places(one, parties) if 0 <= start < place and place - end < _REACH]
    return found[-1] if found else None


def _sides_before(one: Told, place: int, occasion: Occasion) -> list[str]:
    """The parties of a contact that are named before a place, in order."""
    return list(dict.fromkeys(party for start, _, party in _places(one, occasion.parties) if start < place))


def _after(one: Told, place: int, parties: Sequence[str], several: bool = False) -> str | None:
    """Who of the parties is named behind a place, farther away where a sentence tells of ``several`` in a row."""
    reach = _FAR if several else _REACH
    return next((party for start, _, party in _places(one, parties) if 0 <= start - place < reach), None)


def _refusing(one: Told, occasion: Occasion, words: Lexicon, status: Status, cue: Cue | None) -> str | None:
    cues = [cue] if cue is not None else [c for c in words.cues["status"].found(one.text) if c.means == status]
    for each in cues:
        if _BY.match(one.text, each.end) and (party := _after(one, each.end, occasion.parties)) is not None:
            return party
        before = [party for start, _, party in _places(one, occasion.parties) if 0 <= start <= each.start]
        if before and _TRIED.search(one.text[each.start : each.end]):
            return next(party for party in occasion.parties if party != before[-1])
        if before:
            return before[-1]
    return None


_BY = Pattern(r"\s+(?:by|par|von|durch)\s", re.IGNORECASE)
_TRIED = Pattern(r"tri(?:ed|es)|tent|versuch|пыта|fail|could|unable|joindre|erreich|дозвон|связаться", re.IGNORECASE)


def _other_than(party: str, occasion: Occasion) -> str:
    return next((other for other in occasion.parties if other != party), party)


def _caller(one: Told, occasion: Occasion) -> str | None:
    several = len({actor.party for actor in one.named.actors if actor.party is not None}) > 2
    for verb in _CALLED.finditer(one.text):
        before, after = _before(one, verb.start(), occasion.parties), _after(one, verb.end(), occasion.parties, several)
        if after is None and _WHOM.search(one.text[: verb.start()]) and (known := _sides_before(one, verb.start(), occasion)):
            return known[0] if len(known) > 1 else _other_than(known[0], occasion)  # his colleague, whom he rang
        if before is None and after is not None and _INVERTED.match(one.text, verb.start()):
            return after  # schrieb der Minister seinem Kollegen
        if before is None and after is not None and after != occasion.parties[0]:
            before = occasion.parties[0]  # he called
        if (
            after is None
            and _THE_OTHER_ALONE.match(one.text, verb.end())
            and len(known := _sides_before(one, verb.start(), occasion)) > 1
        ):
            return known[0]  # congratulated his colleague: called him
        other = after not in (None, before) or _THE_OTHER.match(one.text, verb.end()) is not None
        other = other or _HIM_BEFORE.search(one.text[: verb.start()]) is not None
        if before is not None and other:
            return before
    return None
