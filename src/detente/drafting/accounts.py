"""Who reports which topic: the sentences of each side's account, and what the text as a whole is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from detente.domain.vocabulary import THIRD_PARTY, Stance
from detente.drafting.known import Known
from detente.drafting.lexicon import Country, Cue, Lexicon, rows
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Got, How, Stated
from detente.drafting.telling import Told

_AUTHORITY = Pattern(
    r"ministry|ministère|ministerium|department|spokes|officials|side\b|partie|seite|military said|état-major|sprecher|"
    r"минобороны|министерств|ведомств|сторон|пресс-служб|генштаб",
    re.IGNORECASE,
)
"""Words beside a country that make it somebody who publishes."""

_NO_SUBJECT = "unspecified"
MOST_TOPICS = 10
_OF_ONE_SENTENCE = 3
_USUAL = (
    "defence-cooperation",
    "international-security",
    "contact-channels",
    "military-exercises",
    "counter-terrorism",
    "european-security",
    "arms-sales",
    "risk-reduction",
    "ukraine-war",
    "nato",
)
"""What defence ministries speak of, whichever they are: offered where the record tells too little of it."""

_GENERAL = ("international-security", "unspecified", "defence-cooperation")


def topics_of(
    told: Iterable[Told], also: Iterable[Told], words: Lexicon, known: Known, parties: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """Ten topics: those that the sentences name, the most often named first; then those that ``also`` name, the other
    sentences of the text; then those that the parties, or ministries like theirs, or all speak of most.

    The second value is how many the sentences name.
    """
    hits = _named_in(told, words, known)[:MOST_TOPICS]
    others = _named_in(also, words, known)
    frequent = known.frequent(parties)
    usual = [topic for topic in (*usual_of(parties), *_USUAL) if topic in known.topics]
    every = dict.fromkeys([*hits, *others[:_OTHERS], *frequent[:_OTHERS], *usual[:_OTHERS], *frequent, *usual])
    return tuple(every)[:MOST_TOPICS], len(hits)


_OTHERS = 4
"""Of the guesses of one kind, so many come before those of the next."""


def _named_in(told: Iterable[Told], words: Lexicon, known: Known) -> list[str]:
    counts: Counter[str] = Counter()
    for one in told:
        counts.update(dict.fromkeys(words.topics.means(one.text), 1))
    hits = [topic for topic, _ in counts.most_common() if topic in known.topics or not known.topics]
    return sorted(hits, key=lambda topic: (-counts[topic], topic in _GENERAL))


def usual_of(parties: Sequence[str]) -> list[str]:
    """What ministries of such parties speak of, by the shipped list, the closest group first."""
    return [
        topic
        for row in rows("usual")
        if len(set(parties) & set(row["parties"].split())) >= int(row["least"])
        for topic in row["topics"].split()
    ]


def statements_of(
    told: Iterable[Told], words: Lexicon, known: Known, parties: Sequence[str], ranked: Sequence[str] = ()
) -> tuple[Stated, ...]:
    """A statement for each topic that a sentence names, by each side whose account it is, else by the media.

    Of many topics those come first that ``ranked`` has first: what the whole text is about. What a side says or denies in a
    sentence that names no topic is of those that the sentence before names, else of the first of all, else of none in
    particular.
    """
    found: list[Stated] = []
    before: list[str] = []
    for one in told:
        if one.sentence.heading:
            continue
        raised = _raised_by(one, words, parties)
        topics = [topic for topic in words.topics.means(one.text) if topic in known.topics or not known.topics]
        topics.sort(key=lambda topic: ranked.index(topic) if topic in ranked else len(ranked))
        carried = (before or [*ranked[:1], _NO_SUBJECT])[:1]
        for by, stance, got in _accounts(one, words, parties):
            said = stance is Stance.DENIES or by != THIRD_PARTY
            why = got if topics else Got(How.GUESSED, one.text, "the sentence names no topic: that of the one before")
            for topic in topics[:_OF_ONE_SENTENCE] or (carried if said else []):
                found.append(Stated(topic, raised, by, stance, one.text, why))
        before = topics or before
    return tuple(found)


def _accounts(one: Told, words: Lexicon, parties: Sequence[str]) -> Iterator[tuple[str, Stance, Got]]:
    """Whose accounts a sentence gives: where one side denies what the other says, there are two."""
    denials = words.cues["deny"].found(one.text)
    denying = _denying(one, denials, parties)
    if denying is None:
        by, got = _reported_by(one, words, parties)
        yield by, Stance.DENIES if denials else Stance.REPORTS, got
        return
    saying = _saying(one, [cue for cue in words.cues["say"].found(one.text) if cue not in denials], parties)
    if saying not in (None, denying):
        yield str(saying), Stance.REPORTS, Got(How.STATED, one.text)
    yield denying, Stance.DENIES, Got(How.STATED, one.text)


def _denying(one: Told, denials: Sequence[Cue], parties: Sequence[str]) -> str | None:
    """The side that denies: the first behind ``denied by``, else the last that is named not far before; None where none is."""
    for cue in denials:
        behind = _BY.match(one.text, cue.end)
        after = [c for c in one.named.countries if behind is not None and 0 <= c.start - behind.end() <= _AFTER_BY]
        before = [c for c in one.named.countries if 0 <= cue.start - c.end <= _NEAR]
        for country in (*after[:1], *reversed(before)):
            if country.party in parties and _speaks(one, country):
                return country.party
    return None


_NEAR, _AFTER_BY = 60, 25
"""Letters between a side and the word by which it says or denies something; between ``by`` and the side."""

_BY = Pattern(r"\s+(?:by|par|von)\s+", re.IGNORECASE)


def _speaks(one: Told, country: Country) -> bool:
    """Whether a state is named as somebody who publishes: by its capital, or beside a word for an authority."""
    around = one.text[max(0, country.start - 40) : country.end + 30]
    return country.place or _AUTHORITY.search(around) is not None


def _saying(one: Told, says: Sequence[Cue], parties: Sequence[str]) -> str | None:
    """The side nearest to a word by which it says something; None where none is near."""
    near = [
        (min(abs(c.start - cue.end), abs(cue.start - c.end)), c.party)
        for c in one.named.countries
        for cue in says
        if c.party in parties and _speaks(one, c)
    ]
    close = min(near, default=None)
    return close[1] if close is not None and close[0] <= _NEAR else None


def _reported_by(one: Told, words: Lexicon, parties: Sequence[str]) -> tuple[str, Got]:
    """The side that is said to say so (its ministry or capital), that of whoever is quoted, or the media."""
    if (saying := _saying(one, words.cues["say"].found(one.text), parties)) is not None:
        return saying, Got(How.STATED, one.text)
    if (quoted := _raised_by(one, words, parties)) is not None:
        return quoted, Got(How.GUESSED, one.text, "one of its own is quoted")
    return THIRD_PARTY, Got(How.GUESSED, one.text, "the text names no side whose account it is")


def _raised_by(one: Told, words: Lexicon, parties: Sequence[str]) -> str | None:
    """The party of whoever is told to have spoken of it."""
    for cue in words.cues["verb"].found(one.text):
        before = [actor for actor in one.named.actors if actor.end <= cue.start and actor.party in parties]
        if before:
            return before[-1].party
    return None
