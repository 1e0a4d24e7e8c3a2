"""Who reports what: the sentences of each side's account, one after the other."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from detente.domain.vocabulary import THIRD_PARTY, Stance
from detente.drafting.accounts.narrating import Narrator
from detente.drafting.accounts.publishing import home_of, names_publisher, publisher_of
from detente.drafting.accounts.speakers import in_contact
from detente.drafting.known import Known
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.sentences import Sentence
from detente.drafting.proposals import Got, How, Stated
from detente.drafting.telling import Told
from detente.drafting.when.above import is_date

_NO_SUBJECT = "unspecified"
_OF_ONE_SENTENCE = 3
_LINE = 3
"""Words of a line that tells nothing, at most."""


def statements_of(
    own: Iterable[Told],
    text: Sequence[Sentence],
    words: Lexicon,
    known: Known,
    parties: Sequence[str],
    ranked: Sequence[str] = (),
    *,
    first: int = -1,
) -> tuple[Stated, ...]:
    """A statement for each topic that a sentence names, by each side whose account it is, else by the media.

    Of many topics those come first that ``ranked`` has first: what the whole text is about. What a side says or denies in a
    sentence that names no topic is of those that the sentence before names, else of the first of all, else of none in
    particular. ``own`` are the sentences of the ``text`` about the contact, ``first`` is the number of the one that tells of
    it first.
    """
    told = sorted(own, key=lambda one: one.sentence.number)
    found: list[Stated] = []
    before: list[str] = []
    those = in_contact(told, parties, words.language)
    narrator = Narrator(words, publisher_of(text, told, parties, words), home_of(told, parties), first, those)
    read = [one for one in told if not one.sentence.heading and not names_publisher(one.sentence) and not is_date(one.text)]
    for one, behind in zip_longest(read, read[1:]):
        topics = [topic for topic in words.topics.means(one.text) if topic in known.topics or not known.topics]
        topics.sort(key=lambda topic: ranked.index(topic) if topic in ranked else len(ranked))
        carried = (before or [*ranked[:1], _NO_SUBJECT])[:1]
        for account in narrator.accounts(one, behind):
            why = account.got if topics else Got(How.GUESSED, one.text, "the sentence names no topic: that of the one before")
            of_side = account.by != THIRD_PARTY and one.sentence.number != first and len(one.text.split()) > _LINE
            for topic in topics[:_OF_ONE_SENTENCE] or (carried if of_side or account.stance is Stance.DENIES else []):
                found.append(Stated(topic, account.raised, account.by, account.stance, one.text, why))
        before = topics or before
    return tuple(found)
