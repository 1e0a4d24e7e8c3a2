"""Which sentences tell of a contact between defence sides, and which of them of the same one?"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.manner import media_of
from detente.drafting.language.entries import is_line
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.sentences import Sentence
from detente.drafting.language.spelling import sound
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.bygone import bygone
from detente.drafting.whether.evidence import BAR, Beside, Weighed, weighed
from detente.drafting.whether.hotlines import unheard
from detente.drafting.whether.neighbours import announced, defence, half_told, lately, of_officers, planned, somewhere, spoken
from detente.drafting.whether.pleas import only_pleads
from detente.drafting.whether.questions import whether
from detente.drafting.whether.stops import stop_before
from detente.drafting.whether.turned_down import asked_too
from detente.drafting.whether.undone import just_before
from detente.drafting.which.again import (
    asked_since,
    at_another_time,
    by_another_medium,
    offices_of,
    on_its_own_day,
    recalled,
    some_time_ago,
)
from detente.drafting.which.apart import named_apart
from detente.drafting.which.attendance import present, with_foreign_ministers, without_absent
from detente.drafting.which.coming import PUT_OFF, told_as
from detente.drafting.which.company import by_themselves, joined_by, left, remaining, the_two, with_a_third
from detente.drafting.which.envoys import without_envoys
from detente.drafting.which.gatherings import GROUP, gathering
from detente.drafting.which.hosts import with_another_host
from detente.drafting.which.items import new_item
from detente.drafting.which.leads import before, behind_opening, first_person, lead_after, of_diary, only_side, subject_before
from detente.drafting.which.likeliest import with_likeliest
from detente.drafting.which.pairs import bearers, half_of, names_as_many, of_others, other_pair, same_people, taken_aside
from detente.drafting.which.parts import in_two, is_second_part
from detente.drafting.which.preludes import with_preludes
from detente.drafting.which.recalls import of_now, opens_with_the_last
from detente.drafting.which.sequels import of_all, of_whom, sequel
from detente.drafting.which.series import of_series, one_after_the_other, with_opener
from detente.drafting.which.splitting import split
from detente.drafting.who.actors import Actor
from detente.drafting.who.cast import cast, told_of_defence
from detente.drafting.who.institutions import with_names
from detente.drafting.who.names import Register
from detente.drafting.who.peoples import opened_by
from detente.drafting.who.remarks import never_in_contact

_ANEW = 0.12
"""What a contact of none of the parties told of before must reach above the bar."""


def occasions(sentences: Sequence[Sentence], words: Lexicon, register: Register) -> list[Occasion]:
    """The contacts that the sentences tell of, in order."""
    told = cast(sentences, words, register)
    body = [one for one in told if not one.sentence.heading] or told
    met = gathering(body)
    found: list[Occasion] = [] if met is None else [met[0]]
    body = body if met is None else [one for one in body if one not in (*met[0].told, *met[1])]
    by_turns, used = one_after_the_other(body, words)
    found += by_turns
    body = [one for one in body if one not in used]
    spoken_of = [one for one in told if media_of(one) and not only_pleads(one)]
    contact = {one.sentence.number for one in spoken_of if not (one.named.others and not one.named.actors)}
    refused = any(cue.means != "planned" for one in told for cue in words.cues["status"].found(one.text))
    never = [one for one in told if never_in_contact(one.text)]
    lead: Actor | None = None
    for one in told:
        lead = None if new_item(one) else lead
        if one in body:
            if _told_of_the_last(one, told, found, words) if found else _told_of_two(one, told, found, words):
                continue
            series = of_series(one, told)
            owner = of_diary(one, told) or (None if series is None else series[0])
            who = owner or first_person(one, told) or subject_before(one, told) or lead or before(one, told) or only_side(told)
            after = next((each for each in told if each.sentence.number == one.sentence.number + 1), None)
            half = half_told(one, told, words)
            stop = stop_before(one, told)
            beside = Beside(
                spoken=spoken(one, contact, after, half=half),
                defence=defence(told, one) or (not found and of_officers(one)),
                refused=refused,
                there=somewhere(one, told),
                half_told=half,
                entry=owner is not None or stop is not None or (is_line(one.text) and one.has("joint")),
                lately=lately(one, told),
                paired=bool(found) and _goes_on(found[-1], one, told),
                bygone=bygone(one, after, never, register.day),
                asked=bool(found) and asked_too(one, told, words),
                unheard=unheard(one, after, words),
            )
            evidence = weighed(one, who, words, beside)
            for each in _of_sentence(one, evidence, found, words, None if who is None else who.party):
                occasion = each if series is None else with_opener(each, one, series[1])
                first = stop or announced(one, told, words, occasion.parties)
                _add(found, _as_announced(occasion, first, found), one, words, told)
        lead = lead_after(one, lead, found, opened_by(one.text, words.language, lately(one, told)))
    headings = [one for one in told if one not in body]
    if not found:
        for one in headings if told_of_defence(told) else ():
            if not media_of(one) and any(names_as_many(one, each) for each in body):
                continue  # what the body says of the same two is not believed
            evidence = weighed(one, None, words, Beside(spoken(one, contact), defence=True))
            for occasion in _of_sentence(one, evidence, found, words):
                _add(found, occasion, one, words, told)
    found = with_likeliest(found, told, words, register.day)
    return _with_the_rest(without_envoys(with_preludes(found, body, words), told), told)


def _with_the_rest(found: Sequence[Occasion], told: Sequence[Told]) -> list[Occasion]:
    """Each contact with the sentences and the people that are told of beside it, and without those who were absent."""
    told = [one for one in told if not any(one in other.told for other in found if other.sequel)]
    own = [frozenset(occasion.parties) for occasion in of_now(found)]
    alone = len(own) == 1
    parties = {party for each in own for party in each}
    named = {party: bearers(party, told) for party in parties}
    only = [
        p for p in parties if sum(p in each for each in own) == 1 or (all(p in each for each in own) and len(named[p]) == 1)
    ]
    whole = [with_names(_whole(_with_the_other(occasion), told, alone, only), told, alone) for occasion in found]
    return [without_absent(with_foreign_ministers(occasion, told), told) for occasion in whole]


def _told_of_two(one: Told, told: Sequence[Told], found: list[Occasion], words: Lexicon) -> bool:
    """Whether a sentence tells of the two whom those before it name one by one, whose contact is then ``found``."""
    of_two = named_apart(one, told, words)
    found += [] if of_two is None else [of_two]
    return of_two is not None


def _told_of_the_last(one: Told, told: Sequence[Told], found: list[Occasion], words: Lexicon) -> bool:
    """Whether a sentence has somebody join the last contact, or tells of another of those in it, which is then ``found``."""
    last = found[-1]
    if (larger := joined_by(one, last, with_a_third(one))) is not None:
        found[-1] = larger
        return True
    before = told[told.index(one) - 1] if one is not told[0] else None
    after = next((each for each in told if each.sentence.number == one.sentence.number + 1), None)
    beside = [each for each in (before, after) if each is not None]
    other = (
        remaining(one, last, beside)
        or (None if last.sequel else taken_aside(one, last) or with_another_host(one, found))
        or sequel(one, of_whom(one, found), words, before, after)
        or (None if last.sequel or whether(last.told[-1].text) else recalled(one, before, last, words))
    )
    found += [] if other is None else [of_all(one, other, found) if other.sequel else other]
    return other is not None


def _as_announced(occasion: Occasion, first: Told | None, found: Sequence[Occasion]) -> Occasion:
    """A contact to come, told of from the sentence on that announces the journey, if that tells of no other."""
    if first is None or any(first in other.told for other in found):
        return occasion
    return replace(occasion, told=(first, *occasion.told))


def _goes_on(last: Occasion, one: Told, told: Sequence[Told]) -> bool:
    """Whether nothing but sentences about the last contact, or none, stands between it and a sentence."""
    begun = last.told[-1].sentence.number
    between = [each for each in told if begun < each.sentence.number < one.sentence.number]
    return all(set(parties_of(each.named.actors)) <= set(last.parties) and each.has("pair") for each in between)


def _of_sentence(
    one: Told, evidence: Weighed, found: list[Occasion], words: Lexicon, lead: str | None = None
) -> list[Occasion]:
    """The contacts that a sentence tells of, if what speaks for them is enough; ``lead`` is the party spoken of before."""
    refused = told_as(one.text, ("declined",), words)
    if not evidence.enough or (one.earlier and found and not (refused or _told_when(one))):
        return []
    told_of = {party for occasion in found for party in occasion.parties}
    bar = BAR if not found or media_of(one) else BAR + _ANEW
    if evidence.weight < (bar if not found or told_of & set(evidence.parties) else BAR + _ANEW):
        return []
    parties, actors = list(evidence.parties), list(evidence.actors)
    if found and (gone := left(one)) and len(parties) - len(gone) > 1 and set(parties) <= set(found[-1].parties):
        parties = [party for party in parties if party not in gone]
        actors = [actor for actor in actors if actor.party not in gone]
    third = [party for party in parties if found and party not in found[-1].parties]
    if found and len(third) == 1 and (the_two(one) or with_a_third(one)):
        parties, actors = [*found[-1].parties, *third], [*found[-1].actors, *actors]
        return [Occasion(tuple(parties), tuple(actors), (one,), sure=False)]
    first = behind_opening(one, parties) or lead
    every = split(one, sorted(parties, key=lambda party: party != first), actors)
    return in_two(one, every[0], words) if len(every) == 1 else every


def _told_when(one: Told) -> bool:
    """Whether a sentence about what was before says when: on a day, in a month, or right before what was told."""
    return bool(day_words(one.text) or dates_in(one.text)) or just_before(one.text) or some_time_ago(one.text)


def _add(found: list[Occasion], new: Occasion, one: Told, words: Lexicon, told: Sequence[Told]) -> None:
    """Adds a contact, or what is said of one that is there; background about others is left out."""
    before = next((each for each in told if each.sentence.number == one.sentence.number - 1), None)
    apart = any(other_pair(known, new) for known in found) and not any(same_people(known, new) for known in found)
    after = next((each for each in told if each.sentence.number == one.sentence.number + 1), None)
    apart = apart or any(known.told == new.told and set(known.parties) == set(new.parties) for known in found)
    in_vain = "hotline" in media_of(one) and (told_as(one.text, ("unanswered",), words) or unheard(one, after, words))
    in_vain = in_vain and not any(set(new.parties) <= set(known.parties) for known in found)
    if apart or in_vain or any(asked_since(known, one, words) for known in found) or is_second_part(new, one):
        found.append(new)
        return
    if by_themselves(one, new, found, before):
        later = before is not None and not day_words(one.text) and bool(left(before))
        found.append(replace(new, told=(*new.told, before)) if before is not None and later else new)
        return
    of_them = [known for known in found if set(new.parties) <= set(known.parties)]
    if of_them and all(at_another_time(known, new, one) for known in of_them):
        found.append(new)
        return
    if any(_called_off(known, words) and set(known.parties) == set(new.parties) for known in found) and _by_wire(one, words):
        found.append(new)
        return
    for place, known in enumerate(found):
        if of_others(new, known, found):
            continue
        if set(known.parties) == set(new.parties) and opens_with_the_last(known, one):
            found.insert(place, new)
            return
        larger = (
            set(known.parties) < set(new.parties)
            and one not in known.told
            and not (one.several or with_a_third(one))
            and planned(one, words) is planned(known.told[0], words)
            and told_as(one.text, PUT_OFF, words) is _called_off(known, words)
            and not (the_two(one) and on_its_own_day(one, known))
        )
        shared = bool(set(known.parties) & set(new.parties)) and not by_another_medium(known, one)
        group = shared and any(GROUP.search(told.text) for told in known.told)
        if set(new.parties) <= set(known.parties) or larger or group:
            parties = tuple(dict.fromkeys((*known.parties, *new.parties)))
            sure = known.sure and (new.sure or parties == known.parties)
            actors, sentences = (*known.actors, *new.actors), (*known.told, *new.told)
            found[place] = replace(known, parties=parties, actors=actors, told=sentences, sure=sure)
            found[place + 1 :] = [other for other in found[place + 1 :] if not (larger and half_of(other, known, parties))]
            return
    if len(found) > 1 and set(new.parties) <= {party for known in found for party in known.parties}:
        for place, known in enumerate(found):  # those of contacts told of already, among themselves: their names
            theirs = tuple(actor for actor in new.actors if actor.party in known.parties)
            found[place] = replace(known, actors=(*known.actors, *theirs))
        return
    found.append(new)


def _called_off(known: Occasion, words: Lexicon) -> bool:
    """Whether what the first sentence of a contact tells is that it will not be, or later."""
    return told_as(known.told[0].text, PUT_OFF, words)


def _by_wire(one: Told, words: Lexicon) -> bool:
    """Whether a sentence tells of a call, or a letter, that was: by which somebody called something off."""
    wires = {"phone", "video", "letter"} & set(media_of(one))
    return bool(wires) and told_as_held(one.text) and words.cues["status"].first(one.text) is None


def _with_the_other(occasion: Occasion) -> Occasion:
    """Of two parties, whoever is named for none took part for the one that nobody else is named for."""
    nobody = [party for party in occasion.parties if not any(a.party == party and a.name for a in occasion.actors)]
    strangers = {a.name.written for a in occasion.actors if a.party is None and a.name is not None}
    if len(occasion.parties) != 2 or len(nobody) != 1 or len(strangers) != 1:
        return occasion
    actors = tuple(replace(a, party=nobody[0], sure=False) if a.party is None and a.name else a for a in occasion.actors)
    return replace(occasion, actors=actors)


def _of_another_office(person: Actor, occasion: Occasion) -> bool:
    """Whether a side took part by an office that is not that of somebody of it: the chief of staff, not the minister."""
    offices = set() if person.party is None else offices_of(occasion, person.party)
    return bool(offices) and person.office is not None and person.office not in offices


def _whole(occasion: Occasion, told: Sequence[Told], alone: bool, only: Collection[str]) -> Occasion:
    """With the sentences that tell more of it: all of them where it is the only contact, else those that follow it.

    ``only`` are the parties of one contact alone, whose people can be in no other.
    """
    own = {one.sentence.number for one in occasion.told}
    others = [one for one in told if one.sentence.number not in own]
    people = [
        actor for one in others for actor in one.named.actors if actor.party in occasion.parties and actor.name is not None
    ]
    lead = {*occasion.parties[:1], *only}
    borne = {actor.party for actor in occasion.actors if actor.name is not None}
    all_of_it = alone and not occasion.sequel
    more = [a for a in people if all_of_it or (a.party in lead and not _of_another_office(a, occasion))]
    more = [a for a in more if a.party not in borne and not (occasion.sequel and not borne)]
    known = {sound(word) for a in (*occasion.actors, *more) if a.name is not None for word in a.name.written.split()}
    also = present(others, occasion.parties) if alone and not occasion.sequel else []
    more += [a for a in also if a.name is not None and sound(a.name.last) not in known]
    return replace(occasion, actors=(*occasion.actors, *more), others=tuple(others))
