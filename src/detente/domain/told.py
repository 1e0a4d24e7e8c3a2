"""Who took part, what was said and where it was published: the words in which each is typed, and what they stand for."""

import re
from collections.abc import Collection, Sequence
from typing import Protocol

from detente.domain.cell_values import longer_than
from detente.domain.cited import source_at
from detente.domain.contacts import Participant, Source, Statement
from detente.domain.dates import UncertainDate
from detente.domain.officeholders import Officeholder, holder_of
from detente.domain.package import MOST_OF_NAME
from detente.domain.parties import Party
from detente.domain.vocabulary import THIRD_PARTY, THIRD_SIDE, Level, Office, Stance
from detente.domain.words import and_list
from detente.errors import NotFoundError, RejectedError

NOT_STATED = "not stated"
"""The role of a participant whose office is not on record."""


SAY_THEM = "; say them: "
"""Before what gives somebody an office on the command line, in a note of who has none."""


class Reference(Protocol):
    """What names stand for; each method raises NotFoundError, with the nearest names as its mend."""

    def party(self, text: str) -> Party:
        """The party named."""

    def topic(self, text: str) -> str:
        """The id of the topic named."""

    def person(self, text: str) -> str:
        """The name as it is on record."""

    def holders(self) -> Sequence[Officeholder]:
        """Every tenure known."""


class Sides:
    """Whose is it: reads ``PARTY=VALUE`` against the parties of one contact."""

    def __init__(self, parties: dict[str, Party], known: Reference) -> None:
        self.codes = tuple(parties)
        self._known = known

    def party(self, option: str, text: str | None) -> str | None:
        """The code of the party ``text``, which must be one of the contact's; None for None."""
        if text is None:
            return None
        code = self._known.party(text).code
        if code not in self.codes:
            among = and_list(self.codes)
            raise RejectedError(f"{option} names {code}, which is no party of this contact", mend=f"its parties are {among}")
        return code

    def split(self, option: str, text: str, third: str | None = None) -> tuple[str | None, str]:
        """The side and the value of ``PARTY=VALUE``; None: no side is given. ``third`` stands for no side's own account."""
        before, equals, after = text.partition("=")
        if not equals or "/" in before:  # an address without a side may have an = of its own
            return None, text.strip()
        if third is not None and before.strip().casefold() in (THIRD_PARTY, THIRD_SIDE):
            return third, after.strip()
        return self.party(option, before.strip()), after.strip()

    def both(self, option: str, text: str, third: str | None = None) -> tuple[str, str]:
        """As ``split``, where the side and the value must be there."""
        side, value = self.split(option, text, third)
        if side is None or not value:
            raise RejectedError(f"{option} '{text}' does not say whose it is", mend=f"write {option} '{self.codes[0]}=…'")
        return side, value


def participants_of(
    texts: Sequence[str],
    when: UncertainDate,
    sides: Sides,
    known: Reference,
    *,
    level: Level | None,
    anew: bool,
    instead_of: Collection[str] = (),
) -> tuple[list[Participant], list[str]]:
    """The people that ``PARTY=NAME`` texts name, in the office that each held on that date, and notes on what is not known.

    ``PARTY=NAME | role=… | level=…`` says the office itself. ``level`` is preferred where somebody held two offices, and is
    the rank of those who held none; ``anew``: a name is taken as it is even if it resembles one on record, and so it is where
    that one is among those whom it stands ``instead_of``. A surname alone is that of the only one who held an office of
    the party on that date.
    """
    found: dict[tuple[str, str, str], Participant] = {}
    notes = []
    for text in texts:
        party, said = sides.both("--person", text)
        name, role, office = person_said(said)
        if longer_than(MOST_OF_NAME, name):
            raise RejectedError(f"'{name[:40]}…' is too long for a name", mend=f"give at most {MOST_OF_NAME} characters")
        if not anew and (whole := _by_surname(name, party, when, known)) is not None:
            notes.append(f"{name} is taken for {whole}, who held an office of {party} on {when}")
            name = whole
        name, on_record = name_on_record(name, known, anew=anew, instead_of=instead_of)
        holder = None
        if role is None or office is None:
            preferred = level if office is None or office is Office.FOREIGN_MINISTER else Level(office)
            holder = holder_of(name, party, when, known.holders(), preferred=preferred)
        taken = _taken(party, name, role, office, holder, level)
        found[taken.party, name, taken.role] = taken
        if holder is not None and holder.may_have_ended(when):
            notes.append(f"{name} is taken for {holder.title}: check that the office was still held on {when}")
        if taken.role == NOT_STATED:
            why = f"holds no office of {party} on record for {when}" if on_record else "is not on record yet"
            recorded = f"{name} {why}: the role is recorded as '{NOT_STATED}', the level as {taken.level}"
            notes.append(f"{recorded}{SAY_THEM}{_how_to_say(taken)}")
    return list(found.values()), notes


def _by_surname(name: str, party: str, when: UncertainDate, known: Reference) -> str | None:
    """The only officeholder of the party on that date in whose name ``name`` stands behind the first word.

    None where it is nobody's, several people's, or a name on record itself.
    """
    try:
        known.person(name)
    except NotFoundError:
        of_party = (holder.person for holder in known.holders() if holder.party == party and holder.may_hold_on(when))
        found = {person for person in of_party if name.casefold() in person.casefold().split()[1:]}
        return found.pop() if len(found) == 1 else None
    return None


def _taken(
    party: str, name: str, role: str | None, office: Office | None, holder: Officeholder | None, level: Level | None
) -> Participant:
    """Somebody in the office that was said, else in the one held; of a level alone the role is what the level is called."""
    if holder is not None and office in (None, holder.office):
        return Participant(party, name, role or role_of(holder), holder.office)
    if role is None:
        role = NOT_STATED if office is None else called(office)
    return Participant(party, name, role, office or Office(level or Level.MINISTER))


def called(office: Office) -> str:
    """The role of somebody of whom no more than the level is said: what the level is called."""
    return office.replace("-", " ")


def _how_to_say(one: Participant) -> str:
    """What gives a participant a role and a level."""
    return (
        f"--person {one.party}='{one.person} | role=… | level=…', "
        f"or put the office on record: detente offices add {one.party} '{one.person}' …"
    )


def person_said(text: str) -> tuple[str, str | None, Office | None]:
    """Name, role and level of ``NAME | role=… | level=…``, as a cell of a sheet has them; None for what is not said.

    A level alone needs no ``level=``. Raises RejectedError.
    """
    name, *fields = (part.strip() for part in text.split("|"))
    said: dict[str, str] = {}
    for field in fields:
        key, equals, value = (part.strip() for part in field.partition("="))
        if not equals and key in tuple(Office):
            key, value = "level", key
        if key not in ("role", "level") or not value or key in said:
            raise RejectedError(f"'{field}' says nothing of a person", mend="write PARTY='NAME | role=… | level=…'")
        said[key] = value
    if "level" in said and said["level"] not in tuple(Office):
        raise RejectedError(f"the level '{said['level']}' is not known", mend=f"one of {', '.join(Office)}")
    if not name:
        raise RejectedError(f"'{text}' names nobody", mend="write PARTY=NAME")
    return name, said.get("role"), Office(said["level"]) if "level" in said else None


def person_with(party: str, name: str, role: str, level: Office) -> str:
    """Somebody with an office, as ``participants_of`` reads it."""
    return f"{party}={name} | role={role} | level={level}"


def name_on_record(name: str, known: Reference, *, anew: bool, instead_of: Collection[str] = ()) -> tuple[str, bool]:
    """The name as it is on record, or as given where nothing resembles it; and whether it is on record.

    Raises NotFoundError where it resembles one, unless that does not matter (``anew``) or it stands ``instead_of`` that one.
    """
    try:
        return known.person(name), True
    except NotFoundError as error:
        if error.mend and not anew and not set(error.near) & set(instead_of):
            raise NotFoundError(error.reason, mend=f"{error.mend} (add --also if it is somebody else)") from None
        return name, False


_ASIDE = re.compile(r" \([^()]*\)$")


def role_of(holder: Officeholder) -> str:
    """The office in words, without the remark that stands behind it where a day of the tenure is not verified."""
    unverified = holder.from_date is None or holder.to_date is None
    return _ASIDE.sub("", holder.title) if unverified else holder.title


def statements_of(
    topics: Sequence[str], says: Sequence[str], denies: Sequence[str], sides: Sides, known: Reference
) -> list[Statement]:
    """The statements that ``[PARTY=]TOPIC`` and ``PARTY=TOPIC: TEXT`` texts make; without a side every side tells it."""
    found: list[Statement] = []
    for option, texts, stance in (("--says", says, Stance.REPORTS), ("--denies", denies, Stance.DENIES)):
        for text in texts:
            side, value = sides.both(option, text, THIRD_PARTY)
            topic, colon, words = value.partition(":")
            if stance is Stance.REPORTS and not (colon and words.strip()):
                raise RejectedError(f"--says '{text}' has no text", mend=f"write --says '{side}=TOPIC: TEXT', or use --topic")
            found.append(Statement(known.topic(topic.strip()), None, side, stance, words.strip() or None))
    told = {(statement.topic, statement.reported_by, statement.stance) for statement in found}
    bare: dict[tuple[str, str, Stance], Statement] = {}
    for text in topics:
        one, value = sides.split("--topic", text, THIRD_PARTY)
        topic = known.topic(value)
        for side in sides.codes if one is None else (one,):
            key = (topic, side, Stance.REPORTS)
            if key not in told:  # what is told in words needs no second, wordless statement
                bare[key] = Statement(topic, None, side, Stance.REPORTS)
    return [*bare.values(), *dict.fromkeys(found)]


def sources_of(texts: Sequence[str], sides: Sides) -> tuple[Source, ...]:
    """The sources that ``[PARTY=]URL`` texts name."""
    found: dict[str, Source] = {}
    for text in texts:
        side, url = sides.split("--source", text, THIRD_SIDE)
        source = source_at(url, side or THIRD_SIDE)
        if found.setdefault(url, source) != source:
            raise RejectedError(f"the source {url} is given for two sides", mend="name it once")
    return tuple(found.values())


def with_sources(statements: Sequence[Statement], sources: Sequence[Source]) -> tuple[Statement, ...]:
    """Each statement with the first source given for its side, if there is one."""
    first: dict[str, str] = {}
    for source in sources:
        first.setdefault(THIRD_PARTY if source.side == THIRD_SIDE else source.side, source.url)
    return tuple(
        Statement(s.topic, s.raised_by, s.reported_by, s.stance, s.paraphrase, first.get(s.reported_by)) for s in statements
    )


_DURATION = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min)?)?", re.ASCII)


def read_duration(text: str) -> int:
    """Minutes, from ``60``, ``60m`` or ``1h30``; raises RejectedError."""
    match = _DURATION.fullmatch(text.strip().lower().replace(" ", ""))
    hours, minutes = (int(part or 0) for part in match.groups()) if match else (0, 0)
    if hours * 60 + minutes == 0 or (hours and minutes > 59):
        raise RejectedError(f"'{text}' is no duration", mend="write minutes or hours, such as 60, 60m or 1h30")
    return hours * 60 + minutes
