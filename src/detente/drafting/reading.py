"""What contacts does this text tell of, and how was each field got?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.domain.officeholders import RANK
from detente.domain.vocabulary import Channel, Level, Office, Status
from detente.drafting.accounts.by_side import statements_of
from detente.drafting.claims.firsts import between, of_two
from detente.drafting.claims.silences import claimed
from detente.drafting.days.clauses import with_plans_apart
from detente.drafting.days.issued import published_in
from detente.drafting.how.asking import initiator_of
from detente.drafting.how.hosting import host_of
from detente.drafting.how.manner import channel_of, setting_of
from detente.drafting.how.outcome import status_of
from detente.drafting.how.subjects import topics_of
from detente.drafting.known import Known
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon, lexicon
from detente.drafting.language.sentences import Sentence, language_of, sentences
from detente.drafting.proposals import Claimed, Got, How, Proposal, Reading
from detente.drafting.telling import Occasion, Told
from detente.drafting.when.by_status import dated_of
from detente.drafting.when.dated import Dated
from detente.drafting.when.referring import refers_to
from detente.drafting.which.occasions import occasions
from detente.drafting.which.recalls import of_now, recalls
from detente.drafting.which.twice import without_twins
from detente.drafting.who.names import Register
from detente.drafting.who.taking_part import participants_of


def read(text: str, known: Known, *, published: date | None = None, language: str | None = None) -> Reading:
    """The contacts that ``text`` tells of; none is an answer.

    ``published`` None: the day that the text itself gives as that of its publication, if any; without one, weekdays and
    days without a year stay unresolved. ``language`` None: that of its words.
    """
    spoken = language or language_of(text)
    words = lexicon(spoken, known.words, of=text)
    day = published or published_in(text)
    told = with_plans_apart(sentences(text), words)
    register = Register(known, None if day is None else day.toordinal())
    found = occasions(told, words, register)
    proposals = [_proposal(occasion, words, known, day, told, found) for occasion in found]
    while (fewer := without_twins(found, proposals)) is not None:
        found = fewer
        proposals = [_proposal(occasion, words, known, day, told, found) for occasion in found]
    return Reading(spoken, None if day is None else day.isoformat(), tuple(proposals))


def _alone(occasion: Occasion, found: Sequence[Occasion]) -> bool:
    """Whether the text tells of no other contact, but for what its parties are to have next, or what was in another year."""
    return of_now(found) == [occasion]


def _proposal(
    occasion: Occasion,
    words: Lexicon,
    known: Known,
    published: date | None,
    text: Sequence[Sentence],
    found: Sequence[Occasion],
) -> Proposal:
    how: dict[str, Got] = {}
    alone = _alone(occasion, found)
    about = _with_what_refers(occasion) if alone else occasion
    status, how["status"], cue = status_of(about, words, alone=alone)
    channel, how["channel"] = channel_of(about, words, status, alone=alone)
    dated = dated_of(about, status, published, text, alone=alone)
    if dated.got is not None:
        how["date"] = dated.got
    if status is Status.HELD and published is not None and _still_ahead(occasion, dated, published):
        status, how["status"] = Status.PLANNED, Got(How.INFERRED, occasion.told[0].text, "its day is after that of publication")
    level, how["level"] = _level(occasion)
    setting, how["setting"] = setting_of(occasion, channel)
    parties = occasion.parties
    if (host := host_of(occasion, channel)) is not None:
        how["host"] = host[1]
    how["parties"] = _parties_got(occasion)
    asked = initiator_of(occasion, words, status, cue, alone=alone, letter=channel is Channel.LETTER)
    if asked is not None:
        how["initiator"] = asked[1] if occasion.sure else _inferred(asked[1])
    participants = participants_of(occasion, known, dated.day or published, level)
    if participants:
        how["participants"] = _least_sure(one.got for one in participants)
    beyond = _of_its_twins(occasion, found)
    own = [*occasion.told, *(occasion.others if alone else _following(occasion, beyond))]
    rest = [one for one in occasion.others if one not in own and not one.earlier]
    topics, named = topics_of(own, rest, words, known, parties)
    if topics:
        how["topics"] = _BY_WORDS if named else _USUAL
    statements = statements_of(own, text, words, known, parties, topics[:named], first=occasion.told[0].sentence.number)
    if statements:
        how["statements"] = _least_sure(one.got for one in statements)
    silences = _of_silences(occasion, own, beyond, alone=alone)
    claims = _claims(silences, dated.day, channel, level, published)
    if claims:
        how["claims"] = Got(How.STATED, claims[0].sentence)
    return Proposal(
        date=dated.written,
        channel=channel,
        status=status,
        level=level,
        setting=setting,
        parties=parties,
        participants=participants,
        initiator=None if asked is None else asked[0],
        host=None if host is None else host[0],
        topics=topics,
        named=named,
        statements=statements,
        claims=claims,
        how=how,
        doubts=dated.doubts,
    )


def _with_what_refers(occasion: Occasion) -> Occasion:
    """The only contact of a text, with those of the other sentences that go on about it."""
    return replace(occasion, others=tuple(one for one in occasion.others if refers_to(occasion, one, alone=True)))


def _parties_got(occasion: Occasion) -> Got:
    first = occasion.told[0].text
    return Got(How.STATED, first) if occasion.sure else Got(How.GUESSED, first, "one of them is not named as such")


def _still_ahead(occasion: Occasion, dated: Dated, published: date) -> bool:
    """Whether its day is after that of publication, and it is not told of as held in the sentence that names the day."""
    first = occasion.told[0].text
    if dated.day is None and dated.written is not None:
        return dated.written > f"{published:%Y-%m}"
    said = first if dated.got is None or dated.got.sentence is None else dated.got.sentence
    return dated.day is not None and dated.day > published and not (told_as_held(first) and told_as_held(said))


_BY_WORDS = Got(How.INFERRED, None, "words of the text suggest them, and may tell of something else")
_USUAL = Got(How.GUESSED, None, "what such words lean to, or such parties speak of most")


def _of_its_twins(occasion: Occasion, found: Sequence[Occasion]) -> list[Told]:
    """The sentences from the first of another contact of the same parties on, in order: they go on about that one."""
    twins = [one for one in found if set(one.parties) == set(occasion.parties) and not occasion.sequel]
    begun = sorted((one.told[0].sentence.number, one is occasion) for one in twins)
    every = sorted((*occasion.told, *occasion.others), key=lambda one: one.sentence.number)
    before = [(one, [own for number, own in begun if number <= one.sentence.number]) for one in every]
    return [one for one, own in before if own and not own[-1]]


def _following(occasion: Occasion, beyond: Sequence[Told]) -> list[Told]:
    """The sentences that go on about one contact of several: those that name nobody who took part in another alone.

    Of those ``beyond`` the first of another one of the same parties only that first, which may tell of both. None goes on about
    one to come that is told beside what was.
    """
    return [
        one
        for one in (() if occasion.sequel else occasion.others)
        if one not in beyond[1:]
        and (
            any(a.party in occasion.parties[1:] for a in one.named.actors)
            or all(a.party in (None, occasion.parties[0]) for a in one.named.actors)
        )
    ]


def _of_silences(occasion: Occasion, own: Sequence[Told], beyond: Sequence[Told], *, alone: bool) -> list[Told]:
    """The sentences whose claims are of a contact: one that recalls the last before is of that which it is told beside."""
    spoken = occasion.told if occasion.sequel else own if alone else _right_behind(occasion)
    about = [one for one in spoken if _is_about(one, occasion) and (one not in beyond or recalls(one.text))]
    return [one for one in about if alone or one not in occasion.told or not recalls(one.text)]


def _right_behind(occasion: Occasion) -> list[Told]:
    """The sentences of one contact of several, and those right behind each of them that name nobody outside it."""
    own = {one.sentence.number: one for one in occasion.told}
    for one in sorted(occasion.others, key=lambda one: one.sentence.number):
        outside = {actor.party for actor in one.named.actors} - {None, *occasion.parties}
        if one.sentence.number - 1 in own and not outside:
            own[one.sentence.number] = one
    return [own[number] for number in sorted(own)]


def _inferred(got: Got) -> Got:
    """As got, but no more than inferred, where a side is one that the text does not name as such."""
    return Got(How.INFERRED, got.sentence, "one of the parties is not named as such") if got.how is How.STATED else got


def _least_sure(every: Iterable[Got]) -> Got:
    return max(every, key=lambda got: list(How).index(got.how))


def _level(occasion: Occasion) -> tuple[Level, Got]:
    """That of the highest office named for the contact; of one that only the list of people has, it is inferred."""
    actors = [a for one in occasion.told for a in one.named.actors if a.office not in (None, Office.FOREIGN_MINISTER)]
    known = sorted({Level(a.office) for a in actors if a.office is not None}, key=lambda level: RANK[Office(level)])
    if not known:
        return Level.MINISTER, Got(How.GUESSED, occasion.told[0].text, "no office is named")
    if all(actor.by_list for actor in actors if actor.office == Office(known[0])):
        return known[0], Got(How.INFERRED, occasion.told[0].text, "the text names no office: it is that of the list of people")
    return known[0], Got(How.STATED, occasion.told[0].text)


def _is_about(one: Told, occasion: Occasion) -> bool:
    """Whether what a sentence claims can be of this contact: not of two of three, nor of other states."""
    states = {country.party for country in one.named.countries if not country.place}
    others = between(one.text) and len(states) > 1 and not states >= set(occasion.parties)
    return not others and (len(occasion.parties) <= _PAIR or not of_two(one.text))


_PAIR = 2


def _claims(
    own: Sequence[Told], when: date | None, channel: Channel, level: Level, published: date | None
) -> tuple[Claimed, ...]:
    found = [
        claimed(one.text, on=when, channel=channel, level=level, published=published) for one in own if not one.sentence.heading
    ]
    return tuple(one for one in found if one is not None)
