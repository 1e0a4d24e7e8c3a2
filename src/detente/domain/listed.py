"""What becomes of the lists of a contact when some of what is told of it is added, dropped or told anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.domain.claimed import read_claim
from detente.domain.contacts import Claim, Contact, Participant, Source, Statement
from detente.domain.dates import Tolerance
from detente.domain.told import Reference, Sides, participants_of, sources_of, statements_of, with_sources
from detente.domain.vocabulary import THIRD_PARTY, Stance
from detente.errors import NotFoundError, RejectedError

Texts = tuple[str, ...]
_SEE = "see what there is: detente show"


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to become of a list: ``anew`` replaces it, ``add`` and ``drop`` change it; None and () leave it as it is."""

    anew: Texts | None = None
    add: Texts = ()
    drop: Texts = ()

    @property
    def any(self) -> bool:
        """Whether anything is to be done."""
        return self.anew is not None or bool(self.add or self.drop)


LEFT = Changes()


def changed_parties(contact: Contact, wanted: Changes, known: Reference) -> tuple[str, ...]:
    """The codes of the parties; those of its folder stay. Raises RejectedError or NotFoundError."""
    if not wanted.any:
        return contact.parties
    codes = set(contact.parties) | {known.party(text).code for text in wanted.add}
    for text in wanted.drop:
        code = known.party(text).code
        _found(code in contact.parties, f"{code} is no party of {contact.contact_id}")
        codes.discard(code)
    folder = set(contact.dyad_slug.upper().split("-"))
    if not folder <= codes:
        raise RejectedError(
            f"{contact.contact_id} belongs to {' and '.join(sorted(folder))}, which stay its parties",
            mend="log the contact anew and retract this one",
        )
    return tuple(sorted(codes))


def changed_people(
    contact: Contact, wanted: Changes, sides: Sides, known: Reference, *, anew: bool
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    """Who took part, and notes on what is not known of those added; somebody who is added again has the office of that day."""
    if not wanted.any:
        return contact.participants, ()
    kept = [] if wanted.anew is not None else list(contact.participants)
    before = {one.person for one in kept if one.person is not None}
    for text in wanted.drop:
        side, name = sides.split("--drop-person", text)
        dropped = [one for one in kept if _goes_by(one, name) and side in (None, one.party)]
        _found(dropped, f"{name} is no participant of {contact.contact_id}")
        kept = [one for one in kept if one not in dropped]
    texts = (*(wanted.anew or ()), *wanted.add)
    gone = before - {one.person for one in kept}
    new, notes = participants_of(texts, contact.date, sides, known, level=contact.level, anew=anew, instead_of=gone)
    again = {(one.party, one.person) for one in new}
    return (*(one for one in kept if (one.party, one.person) not in again), *new), tuple(notes)


def _goes_by(one: Participant, name: str) -> bool:
    """Whether ``name`` is the whole name of a participant, or a word of it such as the surname; in any case."""
    full = (one.person or "").casefold()
    return name.casefold() in (full, *full.split())


def changed_sources(contact: Contact, wanted: Changes, sides: Sides) -> tuple[Source, ...]:
    """The sources; one that stays keeps all that is known of it."""
    if not wanted.any:
        return contact.sources
    there = {one.url: one for one in contact.sources}
    kept = {} if wanted.anew is not None else dict(there)
    for url in wanted.drop:
        _found(kept.pop(url, None), f"{url} is no source of {contact.contact_id}")
    for one in sources_of((*(wanted.anew or ()), *wanted.add), sides):
        old = there.get(one.url)
        kept[one.url] = one if old is None else replace(old, side=one.side)
    return tuple(kept.values())


def changed_statements(
    contact: Contact, wanted: tuple[Changes, Changes, Changes], sides: Sides, known: Reference
) -> tuple[Statement, ...]:
    """The statements, by what is wanted of topics, of what is said and of what is denied; told anew in any of these
    they are told anew in all. None cites a source that the contact has no more."""
    topics, says, denies = wanted
    told_anew = any(changes.anew is not None for changes in wanted)
    kept = [] if told_anew else list(contact.statements)
    for option, changes, stance in (
        ("--drop-topic", topics, Stance.REPORTS),
        ("--drop-says", says, Stance.REPORTS),
        ("--drop-denies", denies, Stance.DENIES),
    ):
        for text in changes.drop:
            side, topic, words = _statement_named(option, text, sides, known)
            dropped = [
                one
                for one in kept
                if (one.topic, one.stance) == (topic, stance)
                and side in (None, one.reported_by)
                and words in (None, one.paraphrase)
            ]
            _found(dropped, f"{contact.contact_id} has no such statement as {option} '{text}'")
            kept = [one for one in kept if one not in dropped]
    texts = [(*(changes.anew or ()), *changes.add) for changes in wanted]
    added = statements_of(texts[0], texts[1], texts[2], sides, known)
    urls = {one.url for one in contact.sources}
    kept = [one if one.source_url in urls else replace(one, source_url=None) for one in kept]
    new = [one for one in with_sources(added, contact.sources) if not _told(one, kept)]
    return (*kept, *new)


def _told(new: Statement, kept: Sequence[Statement]) -> bool:
    """Whether a statement is there already: a topic without words is told by any statement of that side on it."""
    same = [one for one in kept if (one.topic, one.reported_by, one.stance) == (new.topic, new.reported_by, new.stance)]
    return any(new.paraphrase in (None, one.paraphrase) for one in same)


def _statement_named(option: str, text: str, sides: Sides, known: Reference) -> tuple[str | None, str, str | None]:
    """Side, topic and words of ``[PARTY=]TOPIC[: TEXT]``; None for what is not said."""
    side, value = sides.split(option, text, THIRD_PARTY)
    topic, _, words = value.partition(":")
    return side, known.topic(topic.strip()), words.strip() or None


def changed_claims(contact: Contact, claims: Sequence[Claim], wanted: Changes, tolerance: Tolerance) -> tuple[Claim, ...]:
    """The claims published about the contact; new ones have no id yet."""
    kept = {} if wanted.anew is not None else {claim.claim_id: claim for claim in claims}
    for claim_id in wanted.drop:
        _found(kept.pop(claim_id, None), f"{claim_id} is no claim about {contact.contact_id}")
    new = (read_claim(text, contact, tolerance) for text in (*(wanted.anew or ()), *wanted.add))
    return (*kept.values(), *new)


def _found(there: object, reason: str) -> None:
    if not there:
        raise NotFoundError(reason, mend=_SEE)
