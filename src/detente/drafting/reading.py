"""What contacts does this text tell of, and how was each field got?"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from detente.domain.officeholders import RANK
from detente.domain.vocabulary import Channel, Level, Office, Status
from detente.drafting.accounts.by_side import statements_of
from detente.drafting.claims.firsts import between, of_two
from detente.drafting.claims.silences import claimed
from detente.drafting.days.clauses import with_plans_apart
from detente.drafting.days.resolving import published_in
from detente.drafting.how.asking import initiator_of
from detente.drafting.how.hosting import host_of
from detente.drafting.how.manner import channel_of, media_of, setting_of
from detente.drafting.how.outcome import status_of
from detente.drafting.how.subjects import topics_of
from detente.drafting.known import Known
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon, lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence, language_of, sentences
from detente.drafting.proposals import Claimed, Got, How, Proposal, Reading
from detente.drafting.telling import Occasion, Told
from detente.drafting.when.choosing import day_of
from detente.drafting.when.dated import Dated
from detente.drafting.when.windows import month_asked_for, window_asked_for
from detente.drafting.which.occasions import occasions
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
    told = with_plans_apart(sentences(text))
    register = Register(known, None if day is None else day.toordinal())
    found = occasions(told, words, register)
    proposals = [_proposal(occasion, words, known, day, told, found) for occasion in found]
    while (fewer := without_twins(found, proposals)) is not None:
        found = fewer
        proposals = [_proposal(occasion, words, known, day, told, found) for occasion in found]
    return Reading(spoken, None if day is None else day.isoformat(), tuple(proposals))


def _alone(occasion: Occasion, found: Sequence[Occasion]) -> bool:
    """Whether the text tells of no other contact, but for what its parties are to have next."""
    return not occasion.sequel and sum(not one.sequel for one in found) == 1


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
    status, how["status"], cue = status_of(occasion, words, alone=alone)
    channel, how["channel"] = channel_of(occasion, words, alone=alone, silent=status is Status.UNANSWERED)
    dated = _dated(occasion, status, published, text, alone=alone)
    when = dated.day
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
    participants = participants_of(occasion, known, when or published, level)
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
    spoken = occasion.told if occasion.sequel else own if alone else _right_behind(occasion)
    claims = _claims([one for one in spoken if _is_about(one, occasion) and one not in beyond], when, channel, level, published)
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


def _parties_got(occasion: Occasion) -> Got:
    first = occasion.told[0].text
    return Got(How.STATED, first) if occasion.sure else Got(How.GUESSED, first, "one of them is not named as such")


def _still_ahead(occasion: Occasion, dated: Dated, published: date) -> bool:
    """Whether its day is after that of publication, and it is not told of as held in the sentence that names the day."""
    first = occasion.told[0].text
    said = first if dated.got is None or dated.got.sentence is None else dated.got.sentence
    return dated.day is not None and dated.day > published and not (told_as_held(first) and told_as_held(said))


_BY_WORDS = Got(How.INFERRED, None, "words of the text suggest them, and may tell of something else")
_USUAL = Got(How.GUESSED, None, "what such words lean to, or such parties speak of most")

_TO_COME = (Status.PLANNED, Status.CANCELLED, Status.POSTPONED)
"""What lies ahead of the day of publication, or would have."""

_WAS_TO = Pattern(
    r"\b(?:(?:was|were) (?:to have|due to|to|supposed to)|had been (?:due|planned|scheduled)|(?:would|should) have|"
    r"devai(?:t|ent)|"
    r"did not|n['’]a (?:finalement )?pas|kam nicht|не состоял\w*|сорвал\w*|planned for|scheduled for|eigentlich|"
    r"(?:angesetzt|geplant|vorgesehen) (?:war|gewesen)|(?:angesetzt|geplant|vorgesehen)e[nrs]?|"
    r"had been set|(?:which|that) was set|initialement|qui était prévue?|назначенн\w+ на|намеченн\w+ на|запланированн\w+ на|"
    r"(?:aurait|auraient) dû|hätten?|[sw]ollten?|долж(?:ен|на|ны) был\w*|планировал\w*)\b",
    re.IGNORECASE,
)
"""Of what was called off: its day may lie behind."""

_WILL_NOT = Pattern(
    r"\b(?:will not|won['’]t|will no longer|ne (?:viendra|ira|sera|fera|se rendra|recevra|partira|rencontrera)\w*|"
    r"n['’](?:ira|aura|"
    r"accueillera)\w*|wird\b[^.;]{0,80}\bnicht|не (?:приедет|поедет|прилетит|прибудет|состоится|полетит|примет|встретится))\b",
    re.IGNORECASE,
)
"""Of what was called off, and is still ahead."""

_FAR = 240
"""Days ahead from which on a day without its year is rather that of the year before."""


def _dated(occasion: Occasion, status: Status, published: date | None, text: Sequence[Sentence], *, alone: bool) -> Dated:
    """The day of a contact: behind, ahead, or, of what was to be and was called off, whichever is nearer."""
    if (window := _window(occasion, status, published, alone=alone)) is not None:
        return window
    ahead = day_of(occasion, published, text, alone=alone, ahead=status in _TO_COME)
    every = (one for one in (*occasion.told, *occasion.others) if not one.sentence.heading)
    refusing = status is Status.DECLINED and any(_WILL_NOT.search(one.text) for one in every)
    if status is Status.DECLINED and (refusing or ahead.got is None or ahead.got.how is How.GUESSED):
        coming = day_of(occasion, published, text, alone=alone, ahead=True)
        return coming if coming.got is not None and coming.got.how is not How.GUESSED else ahead
    first = occasion.told[0].text
    if status is Status.REQUESTED and published is not None and (month := month_asked_for(first, published)) is not None:
        return ahead if ahead.got is not None and ahead.day is not None else Dated(None, month, Got(How.STATED, first))
    near = [*occasion.told[:1], *(occasion.others if alone else ())]
    if status not in _TO_COME[1:] or published is None:
        return ahead
    if not any(_WAS_TO.search(one.text) for one in near):
        far = ahead.day is not None and (ahead.day - published).days > _FAR
        near_by = status is Status.CANCELLED or (status is Status.POSTPONED and far)
        return _just_past(occasion, ahead, published, text, alone=alone) if near_by else ahead
    if any(_WILL_NOT.search(one.text) for one in near):
        return ahead
    behind = day_of(occasion, published, text, alone=alone, ahead=False)
    if ahead.day is None or behind.day is None or ahead.got is None:
        return ahead
    if ahead.got.how is How.STATED and 0 <= (ahead.day - published).days < _FAR:
        return ahead
    return min(ahead, behind, key=lambda one: abs(((one.day or published) - published).days))


def _window(occasion: Occasion, status: Status, published: date | None, *, alone: bool) -> Dated | None:
    """The month within which a contact was asked for: ``a meeting before the end of this month``; None: within none."""
    first = occasion.told[0]
    if published is None or status not in _ASKED_FOR or "letter" in media_of(first):
        return None
    month = window_asked_for(first, occasion.others if alone else (), published)
    if month is None:
        return None
    return Dated(None, month, Got(How.INFERRED, first.text, "the time for which it was asked, counted from the publication"))


_ASKED_FOR = (Status.REQUESTED, Status.DECLINED, Status.UNANSWERED)


def _just_past(occasion: Occasion, ahead: Dated, published: date, text: Sequence[Sentence], *, alone: bool) -> Dated:
    """The day of what was called off: the weekday that was yesterday or the day before, rather than the same next week."""
    first = occasion.told[0].text
    far = ahead.day is not None and (ahead.day - published).days > _FAR
    if ahead.day is None or ahead.got is None or (ahead.got.how is not How.INFERRED and not far) or _WILL_NOT.search(first):
        return ahead
    behind = day_of(occasion, published, text, alone=alone, ahead=False)
    if far:
        return behind if behind.day is not None and 0 <= (published - behind.day).days <= _LATELY else ahead
    days = 0 if behind.day is None else (published - behind.day).days
    return behind if behind.day is not None and 0 < days <= _PAST and (ahead.day - behind.day).days == _WEEK else ahead


_PAST, _WEEK, _LATELY = 2, 7, 30


def _of_its_twins(occasion: Occasion, found: Sequence[Occasion]) -> list[Told]:
    """The sentences from the first of another contact of the same parties on, in order: they go on about that one."""
    twins = [one for one in found if set(one.parties) == set(occasion.parties) and not occasion.sequel]
    begun = sorted((one.told[0].sentence.number, one is occasion) for one in twins)
    every = sorted((*occasion.told, *occasion.others), key=lambda one: one.sentence.number)
    before = [(one, [own for number, own in begun if number <= one.sentence.number]) for one in every]
    return [one for one, own in before if own and not own[-1]]


def _following(occasion: Occasion, beyond: Sequence[Told]) -> list[Told]:
    """The sentences that go on about one contact of several: those that name nobody who took part in another alone.

    Of those ``beyond`` the first of another one of the same parties only that first, which may tell of both.
    """
    return [
        one
        for one in occasion.others
        if one not in beyond[1:]
        and (
            any(a.party in occasion.parties[1:] for a in one.named.actors)
            or all(a.party in (None, occasion.parties[0]) for a in one.named.actors)
        )
    ]


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
