"""Did a contact take place, or what became of it, by the words of its sentences and of those beside them?"""

import re

from detente.domain.vocabulary import Status
from detente.drafting.days.clauses import INSTEAD_OF
from detente.drafting.days.counted import day_words
from detente.drafting.how.afterall import HAPPENED
from detente.drafting.how.answers import answered, comes_invited, proposes
from detente.drafting.how.beside import WAS_DUE, asked_beside, from_whom_it_names, names_one_of, off_behind, rang_in_vain
from detente.drafting.how.counterfactual import counterfactual, only_later
from detente.drafting.how.denial import denied, denying
from detente.drafting.how.foretold import foretold_with
from detente.drafting.how.meant import came_of_it, only_wished, put_off
from detente.drafting.how.of_contact import ABOUT_CONTACT, of_a_silence
from detente.drafting.how.putting import put_to_them
from detente.drafting.how.tense import about_to, agreed_to_meet, still_to_come
from detente.drafting.how.verdicts import GOES_NOT, word_for
from detente.drafting.language.entries import is_entry
from detente.drafting.language.held import not_only_reported, told_as_held
from detente.drafting.language.lexicon import Cue, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told, parties_of

_REFUSED = (Status.UNANSWERED, Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.DISPUTED)


def status_of(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got, Cue | None]:
    """Whether it was held: anything else is what its sentence says, or others where that does not say that it was held."""
    occasion = from_whom_it_names(occasion)
    first = occasion.told[0]
    asked = alone and any(_HAD_ASKED.search(o.text) for o in occasion.others if o.sentence.number == first.sentence.number + 1)
    if (whole := _by_the_whole(occasion, words, alone=alone)) is not None:
        return *whole, None
    for one in occasion.told[:1]:
        after = [each for each in occasion.others if alone and each.sentence.number == first.sentence.number + 1]
        happened = HAPPENED.search(one.text) is not None or any(HAPPENED.search(each.text) for each in after)
        happened = happened or any(_came_about(each, one) for each in (*occasion.told[1:], *after))
        ahead = () if happened else (Status.PLANNED,) if occasion.sequel else (Status.REQUESTED, Status.PLANNED)
        for status in (*_REFUSED, *ahead):
            if status in ahead[:1] and (other := came_of_it(occasion, alone=alone)) is not None:
                return *other, None
            if (cue := word_for(one, words, status, asked=asked)) is not None:
                if status is Status.PLANNED and (undone := counterfactual(occasion, words, alone=alone)) is not None:
                    return undone, Got(How.STATED, one.text), cue
                if GOES_NOT.match(one.text, cue.start) and (later := word_for(one, words, Status.POSTPONED)) is not None:
                    return Status.POSTPONED, Got(How.STATED, one.text), later
                if (
                    alone
                    and status in (Status.REQUESTED, Status.PLANNED)
                    and (other := _undone_by(occasion, words)) is not None
                ):
                    return *other, cue
                if status is Status.CANCELLED and GOES_NOT.match(one.text, cue.start):
                    said = words.cues["status"].found(one.text)
                    refused = _PROPOSED.search(one.text) or any(each.means == Status.DECLINED for each in said)
                    status = Status.DECLINED if refused else status
                return status, Got(How.STATED, one.text), cue
    if alone and WAS_DUE.search(first.text) and not told_as_held(first.text):
        for one in occasion.others:
            if abs(one.sentence.number - first.sentence.number) < _NEAR and _NOT_TO_BE.search(one.text):
                return Status.CANCELLED, Got(How.INFERRED, one.text, "another sentence says so"), None
    if alone and (other := denied(occasion, words)) is not None:
        return *other, None
    if (told := _of_others(occasion, words, alone=alone)) is not None:
        return *told, None
    if not alone and not any(told_as_held(one.text) for one in occasion.told) and (other := _later_undone(occasion, words)):
        return *other, None
    return *_otherwise(occasion, words, alone=alone), None


def _came_about(one: Told, first: Told) -> bool:
    """Whether the sentence behind that of a wish tells on which day the two then were in contact: ``On Tuesday they spoke``."""
    behind = one.sentence.number == first.sentence.number + 1 and one.has("pair") and not one.earlier
    return behind and bool(day_words(one.text)) and told_as_held(one.text) and not of_a_silence(one.text)


def _by_the_whole(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got] | None:
    """What became of it, where a whole sentence says so rather than a word: an answer, a denial, a verb in two halves."""
    first = occasion.told[0]
    if alone and (answer := answered(occasion, words)) is not None:
        return answer
    if put_to_them(first):
        return Status.REQUESTED, Got(How.INFERRED, first.text, "one side puts the question to the other")
    if _FALLS_OUT.search(first.text) or _was_not(first.text) or INSTEAD_OF.match(f"{first.text} "):
        return Status.CANCELLED, Got(How.STATED, first.text)
    if only_later(first.text):
        return Status.POSTPONED, Got(How.STATED, first.text)
    if (denial := denying(occasion, alone=alone)) is not None:
        return Status.DISPUTED, Got(How.INFERRED, denial.text, "one side says that it never was")
    if (off := off_behind(occasion, words)) is not None:
        return off
    if (moved := put_off(occasion, alone=alone)) is not None:
        return Status.POSTPONED, moved
    if is_entry(first.text) and _DID_NOT.search(first.text) is not None:
        return Status.CANCELLED, Got(How.STATED, first.text)
    return rang_in_vain(occasion, words)


def _otherwise(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got]:
    """What became of it, where no word says so: whether it is told of as to come, as asked for, or as held."""
    first = occasion.told[0]
    if only_wished(occasion):
        return Status.REQUESTED, Got(How.INFERRED, first.text, "a side would like to have it")
    if agreed_to_meet(first) or comes_invited(first) or (not any(map(_held, occasion.told)) and about_to(first)):
        return Status.PLANNED, Got(How.INFERRED, first.text, "it is told of as to come")
    if occasion.sequel or still_to_come(occasion, words) or (not alone and foretold_with(first, occasion.parties)):
        return Status.PLANNED, Got(How.INFERRED, first.text, "it is told of as to come")
    if (undone := counterfactual(occasion, words, alone=alone)) is not None:
        return undone, Got(How.INFERRED, first.text, "it is told of as what was to have been")
    beside = occasion.others if alone else ()
    every = (*occasion.told, *(one for one in beside if not of_a_silence(one.text)))
    if proposes(first) and not any(_held(one) or HAPPENED.search(one.text) for one in every):
        return Status.REQUESTED, Got(How.INFERRED, first.text, "it is told of as asked for")
    if first.sentence.heading and not _held(first) and (ahead := _planned_below(occasion, words)) is not None:
        return Status.PLANNED, Got(How.INFERRED, ahead.text, "what the heading announces is told of as to come")
    held = any(_held(one) or HAPPENED.search(one.text) for one in occasion.told) or bool(day_words(first.text))
    if alone and not held and (asked := asked_beside(occasion, words)) is not None:
        return asked
    return Status.HELD, Got(How.INFERRED, first.text, "it is told as something that took place")


def _planned_below(occasion: Occasion, words: Lexicon) -> Told | None:
    """The first sentence below a heading, if it tells of what somebody of the same sides is to do."""
    below = min((o for o in occasion.others if not o.sentence.heading), key=lambda one: one.sentence.number, default=None)
    if below is None or not set(parties_of(below.named.actors)) & set(occasion.parties):
        return None
    return below if not _held(below) and word_for(below, words, Status.PLANNED) is not None else None


def _of_others(occasion: Occasion, words: Lexicon, *, alone: bool) -> tuple[Status, Got] | None:
    """What became of a contact that its own sentences do not say was held, as those beside them tell."""
    first = occasion.told[0]
    if alone and (off := _awaited_in_vain(occasion, words)) is not None:
        return off
    if any(told_as_held(one.text) for one in (*occasion.told, *(_going_on(occasion) if alone else ()))):
        return None
    number = first.sentence.number
    near = [one for one in occasion.others if alone and not one.earlier]
    for one in (*occasion.told[1:], *sorted(near, key=lambda other: abs(other.sentence.number - number))):
        if one.named.others and not set(parties_of(one.named.actors)) & set(occasion.parties):
            continue  # what presidents, say, are to have
        if one.named.countries and not names_one_of(one, occasion):
            continue  # what another state called off
        silence = one.sentence.number == number - 1 and bool(one.media) and not one.named.actors
        of_them = one.sentence.number > number or silence or one.has("lone") or one.has("pair") or names_one_of(one, occasion)
        for status in _REFUSED[0 if of_them else 1 :]:
            if word_for(one, words, status, asked=_WISHED.search(first.text) is not None) is not None:
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


def _awaited_in_vain(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of it where one side awaited the other, of whom the sentence before says that he does not come."""
    first = occasion.told[0]
    if _AWAITED.search(first.text) is None or told_as_held(_AWAITED.sub(lambda hit: "", first.text)):
        return None
    for one in occasion.others:
        if one.sentence.number == first.sentence.number - 1 and names_one_of(one, occasion):
            for status in (Status.CANCELLED, Status.POSTPONED):
                if word_for(one, words, status) is not None:
                    return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


_AWAITED = Pattern(
    r"\b(?:l['’](?:y )?attend(?:ait|aient)|(?:awaited|expected|was (?:waiting for|awaiting|expecting)) (?:him|her|them)|"
    r"erwartete[n]? (?:ihn|sie)|жд(?:ал[аи]?|али) (?:его|е[её]))\b",
    re.IGNORECASE,
)


def _going_on(occasion: Occasion) -> list[Told]:
    """The sentence after that of a contact, where it goes on about the two: ``The ministers sat down on Tuesday``."""
    number = occasion.told[0].sentence.number + 1
    return [one for one in occasion.others if one.sentence.number == number and one.has("pair") and not one.named.others]


_FALLS_OUT = Pattern(
    r"\b(?:f(?:ällt|iel|allen|ielen)|sag(?:t|te|ten)|bl(?:äst|ies|iesen))\b"
    r"(?=(?:[^.;:]|(?<=\d)\.)*\b(?:Treffen|\w*[Gg]espräch\w*|\w*[Bb]esuch\w*|Telefonat|Begegnung|\w*[Rr]eise|Unterredung|Visite|"
    r"Sitzung|Zusammenkunft|Verabredung))"
    r"(?:[^.;:]|(?<=\d)\.){10,240}\s(?:aus|ab)(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
"""A verb of which the other half stands at the end: ``fällt das Treffen von X mit Y aus``."""


def _was_not(text: str) -> bool:
    """Whether a contact that was planned is said not to have been: ``A call scheduled for Monday did not happen``."""
    hit = _WAS_NOT.search(text)
    return hit is not None and not told_as_held(text[: hit.start()]) and ABOUT_CONTACT.search(text[: hit.end()]) is not None


_WAS_NOT = Pattern(
    r"\b(?:planned|scheduled|pencill?ed in|set|due|arranged|slated|(?:prévu|programmé|fixé|planifié)e?s?|"
    r"(?:vorgesehen|geplant|angesetzt|vereinbart)\w*|(?:намеч|назнач|запланирова)\w*)\b[^.;:]{0,200}?"
    r"\b(?:did not (?:take place|happen|go ahead|come about)|(?:n['’]a pas eu|n['’]ont pas eu) lieu|"
    r"ne (?:s['’]est|se sont) pas tenue?s?|nicht stattgefunden|fand(?:en)? (?:\w+ )?nicht statt|"
    r"не состоял(?:ся|ась|ось|ись))\b",
    re.IGNORECASE,
)

_DID_NOT = Pattern(
    r"\b(?:did not (?:go ahead|take place|happen)|not held|no-show|cancell?ed|n['’]a pas eu lieu|annulée?|non tenue?|"
    r"entf(?:iel|ällt|"
    r"allen)|nicht stattgefunden|fand nicht statt|ausgefallen|не состоял\w+|отмен\w+|сорвал\w+)\b",
    re.IGNORECASE,
)
"""What a line of a log says at its end of what was not held."""

_NOT_TO_BE = Pattern(
    r"\b(?:there )?will be no (?:\w+ )?(?:meeting|call|visit|talks|encounter)\b|\b(?:meeting|call|visit|talks) (?:is|"
    r"are) off\b|"
    r"n['’]y aura pas (?:de |d['’])|n['’]aura (?:donc )?pas lieu|(?:Treffen|Gespräch|Besuch|Telefonat)\b[^.;]{0,50}"
    r"(?:nicht geben|nicht stattfinden|findet nicht statt|ausfallen|fällt aus)|(?:wird|findet)\b[^.;]{0,50}"
    r"\b(?:nicht geben|nicht stattfinden|nicht statt)|(?:встреч\w+|визит\w*|переговор\w+|разговор\w*)\s+не (?:состоится|будет)",
    re.IGNORECASE,
)
"""What was to be will not."""

_PROPOSED = Pattern(
    r"\b(?:proposed|suggested|invitations?|invited|proposée?s?|invitations?|invité|Einladung\w*|eingeladen|vorgeschlagen\w*|"
    r"предложен\w*|предложил\w*|предлага\w*|приглаш\w*|пригласил\w*)\b",
    re.IGNORECASE,
)
"""What a side had proposed, and the other does not come to."""

_HAD_ASKED = Pattern(
    r"\b(?:had|has) (?:been asked|asked|requested|proposed|sought|offered|wanted)|\b(?:avait|a) (?:demandé|sollicité|proposé|"
    r"souhaité|voulu)|"
    r"\bhatte[^.;]{0,60}\b(?:gebeten|vorgeschlagen|angefragt|gewünscht|angeboten|gewollt)|\b(?:попросил|просил|"
    r"предложил|запросил|хотел)\w*",
    re.IGNORECASE,
)
"""A side had asked for what the other will not have."""


_WISHED = Pattern(
    r"\b(?:wished|wanted|hoped|asked|offered|proposed) to (?:see|meet|speak|talk|call|visit|receive|host)\b|"
    r"\b(?:souhait|voul|propos|demand|espér)\w+ (?:à |de )?(?:le |la |les )?(?:voir|rencontrer|parler|appeler|recevoir)\b|"
    r"\b(?:sehen|treffen|sprechen|empfangen) (?:wolle|wollte|möchte|würde)\w*\b|\bgern\w* (?:gesehen|getroffen|gesprochen)\b|"
    r"\b(?:хотел|желал|надеялся|предлагал)\w* (?:бы )?(?:встретиться|увидеться|поговорить|принять|увидеть)\b",
    re.IGNORECASE,
)
"""One side wished for what the other will not have."""


def _undone_by(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of a contact that is planned or asked for, as one of the next sentences, or the one before, says."""
    number = occasion.told[0].sentence.number
    every = (*occasion.told[1:], *occasion.others)
    near = [one for one in every if not one.earlier and abs(one.sentence.number - number) < _NEAR]
    for one in sorted(near, key=lambda other: abs(other.sentence.number - number)):
        for status in (Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.UNANSWERED):
            if word_for(one, words, status) is not None and names_one_of(one, occasion):
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


def _later_undone(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of it, as a later sentence about it says."""
    for one in occasion.told[1:]:
        for status in (Status.POSTPONED, Status.CANCELLED, Status.DECLINED):
            if word_for(one, words, status) is not None:
                return status, Got(How.INFERRED, one.text, "another sentence says so")
    return None


_NEAR = 4
"""Sentences within which it is told what became of a plan."""


def _held(one: Told) -> bool:
    return not_only_reported(one.text)
