"""Which names of people stand in a sentence, and whom on record do they mean?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from detente.domain.dates import exact_day
from detente.domain.officeholders import Officeholder
from detente.domain.vocabulary import Office
from detente.drafting.known import Known
from detente.drafting.language.lexicon import word_list
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import alike, same_given, spelt_alike

_WORD = Pattern(r"(?:[A-ZА-ЯЁ]\.){2,}|[^\W\d_][\w'’.-]*[\w]|[^\W\d_]\.?")
_PARTICLES = word_list("particles")
_RANKS = word_list("ranks")
_THINGS = word_list("things")
_NO_NAMES = word_list("no-names") | _THINGS
_ACRONYMS = word_list("acronyms")


_RUSSIAN_RANKS = ("генерал", "адмирал", "маршал", "полковник", "вице-адмирал")
"""Beginnings: they are inflected."""


_BEHIND_NAMES = ("Jr", "II", "III", "IV", "KC", "QC", "MP", "AC", "AO", "OBE", "KCB", "CBE", "А.В", "С.К", "В.В")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence, from where to where."""

    written: str
    start: int
    end: int

    @property
    def last(self) -> str:
        """The word by which it is known: the last, the ``III`` or ``Jr.`` of an American aside."""
        words = [word for word in self.written.split() if word.rstrip(".") not in _BEHIND_NAMES]
        return (words or [self.written])[-1]


def _capital(word: str) -> bool:
    return word[0].isupper() and not (word.isupper() and len(word) > 3 and "." not in word) and word.lower() not in _NO_NAMES


_JOINED = Pattern(r"(?:al|el|as|ash|at|an|ad|ar|az|ben|bin|аль|эль|ас|аш|ан|ад|ар|бен|бин)[-‑][^\W\d_]", re.IGNORECASE)


def _in_capitals(word: str) -> bool:
    """Whether a word may be a surname that is set in capitals beside a given name: ``KIHARA Minoru``."""
    return word.isupper() and len(word) > _ABBREVIATION and word.isalpha() and word.lower() not in _ACRONYMS


_ABBREVIATION = 3
_GIVEN = Pattern(r"\s(?=[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]+(?:,|$))")


def _begins_in_capitals(text: str, word: "re.Match[str]") -> bool:
    return _in_capitals(word[0]) and _GIVEN.match(text, word.end()) is not None


def _goes_on(word: str) -> bool:
    """Whether a word may be a later one of a name: a capital, behind an article too (``al-Abbasi``)."""
    joined = _JOINED.match(word)
    return _capital(word) or _in_capitals(word) or (joined is not None and word[joined.end() - 1].isupper())


def _is_rank(word: str) -> bool:
    """Whether a word is a rank, with points or without: ``Brig.-Gen.``"""
    return word.lower().rstrip(".").replace(".-", "-") in _RANKS


def _of_a_state(word: str) -> bool:
    """Whether a word is the letters by which a state is called, between an office and who holds it: ``министр обороны РК``."""
    return word.isupper() and 1 < len(word) <= _ABBREVIATION and _CYRILLIC.fullmatch(word) is not None


_CYRILLIC = Pattern(r"[А-ЯЁ]+")

_WHAT_FOR = Pattern(r"\szu (?!Guttenberg\b)[A-ZÄÖÜ]")
"""What somebody is somewhere for: no part of his name, where nouns have capitals, but of one minister's."""

_ARTICLES = ("den", "der")
_OF = Pattern(r"\b(?:van|von|op|aus|in|zu)$", re.IGNORECASE)
"""Before an article that is part of a name."""


def name_at(text: str, place: int, *, stops: frozenset[int] = frozenset()) -> Name | None:
    """The name that begins at ``place`` or after ranks, articles and a comma; None where something else stands there.

    ``stops`` are the places where words begin that are no part of a name, such as countries.
    """
    start, end, words, joined = None, place, 0, False
    for word in _WORD.finditer(text, place):
        between = text[end : word.start()]
        loose = start is None
        if not re.fullmatch(r"[\s,.–—]*" if loose else r"\s+|\s+[“\"]|[”\"]\s+|-", between) or word.start() in stops:
            break
        said = word[0]
        if loose and (_of_a_state(said) or _is_rank(said) or said.startswith(_RUSSIAN_RANKS)):
            end = word.end()
            continue
        first = loose and (_capital(said) or _begins_in_capitals(text, word))
        if not loose and said.lower() in _PARTICLES and (said.lower() not in _ARTICLES or _OF.search(text[:end])):
            end, joined = word.end(), said.lower() in _OF_FATHERS
        elif (first or (not loose and _goes_on(said))) and (words < _WORDS or joined):
            start = word.start() if loose else start
            end, words, joined = word.end(), words + (not joined), False
        else:
            break
    if start is None:
        return None
    written = re.sub(r"(?:['’]s|['’])$", "", text[start:end])
    if (what_for := _WHAT_FOR.search(written)) is not None:
        written = written[: what_for.start()]
    while " " in written and written.split()[-1] in _PARTICLES:
        written = written.rsplit(" ", 1)[0]
    return Name(written, start, start + len(written))


_OF_FATHERS = ("bin", "ben", "ibn", "bint", "al", "бин", "бен", "ибн", "аль")
_WORDS = 4
"""Words that a name may have, but for those of its fathers, each behind a particle: ``Saoud bin Hassan Al Thani``."""


@lru_cache(maxsize=256)
def names_in(text: str, *, stops: frozenset[int] = frozenset()) -> tuple[Name, ...]:
    """Every run of capitalised words that may be a name; many ask it of the same sentence."""
    found: list[Name] = []
    place = 0
    for word in _WORD.finditer(text):
        if word.start() < place or word.start() in stops or _is_rank(word[0]):
            continue
        if not (_capital(word[0]) or _begins_in_capitals(text, word)):
            continue
        if (name := name_at(text, word.start(), stops=stops)) is not None:
            place = name.end
            if not _is_of_a_thing(text, name) and not _is_letters(name.written):
                found.append(name)
    return tuple(found)


def _is_letters(written: str) -> bool:
    """Whether a word is the letters by which a body is called rather than a surname: ``JEF``, ``SCO``."""
    return written.isupper() and written.isalpha() and len(written) == _ABBREVIATION


def _is_of_a_thing(text: str, name: Name) -> bool:
    """Whether a name goes on with what has it: ``the Rescue Coordination Centre``, ``King Abdullah Academy``."""
    behind = _CAPITAL_BEHIND.match(text, name.end)
    return behind is not None and behind[1].lower() in _THINGS


_CAPITAL_BEHIND = Pattern(r" ([^\W\d_a-zа-яё][^\W\d_]+)")


def names_listed(text: str, place: int, stops: frozenset[int]) -> list[Name]:
    """The names that stand in a row from ``place`` on: ``Guido Crosetto et Margarita Robles``."""
    found: list[Name] = []
    while (name := name_at(text, place, stops=stops)) is not None:
        found.append(name)
        more = _AND.match(text, name.end)
        if more is None:
            break
        place = more.end()
    return found


_AND = Pattern(r"\s*(?:,\s*(?:and|et|und|и)\s+|,\s*|\s(?:and|et|und|и|sowie|as well as)\s+)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on record: for which party, and in which office on the day (None: in none that is known).

    ``late``: that office had ended by then, as far as is known, and the text may tell of another one.
    """

    name: str
    party: str
    office: Office | None
    sure: bool
    late: bool = False


_JUST_LEFT = 14
"""Days for which a text may still tell of what somebody did in office."""


def _may_be_in_office(holder: Officeholder, day: int) -> bool:
    """Whether somebody is told of as in office; who left one on a day that nobody verified may well have had another since."""
    if holder.to_date is None and holder.last_possible is not None and holder.last_possible < day:
        return True
    return holder.may_hold_on(exact_day(day)) or holder.may_hold_on(exact_day(max(1, day - _JUST_LEFT)))


def _fits(given: Sequence[str], known: Sequence[str]) -> bool:
    """Whether given names may be those of somebody on record; of Latin ones not only his father's."""
    same = any(alike(one, other) for one in given for other in known)
    return same and (
        not given[0].isascii() or same_given(given, known) or alike(given[0].split("-")[0], known[0].split("-")[0])
    )


def _particle_of(given: list[str], known: list[str]) -> bool:
    """Whether the word before a surname is one that belongs to it: ``Жан-Ив Ле Дриан``."""
    return len(known) > 1 and known[-2].lower() in _PARTICLES and alike(given[-1], known[-2])


class Register:
    """Everybody on record, as known on a day (None: on any day)."""

    def __init__(self, known: Known, day: int | None) -> None:
        self.day = day
        self._spellings = known.spellings
        offices: dict[tuple[str, str], Office | None] = dict.fromkeys(known.people)
        for holder in known.holders:
            key = (holder.person, holder.party)
            offices.setdefault(key, None)
            if day is None or _may_be_in_office(holder, day):
                offices[key] = min((o for o in (offices[key], holder.office) if o), key=list(Office).index)
        now = None if day is None else exact_day(day)
        held = {(one.person, one.party) for one in known.holders if now is None or one.may_hold_on(now)}
        self._people = [
            (name.split(), Person(name, party, office, True, office is not None and (name, party) not in held))
            for (name, party), office in offices.items()
        ]
        self._remembered: dict[str, Person | None] = {}

    def find(self, name: Name) -> Person | None:
        """Whom the name means; somebody in office before anybody who is not, and not sure where only the surname fits."""
        key = name.written
        if key not in self._remembered:
            self._remembered[key] = self._find(name)
        return self._remembered[key]

    def _find(self, name: Name) -> Person | None:
        confirmed = self._spellings.get(name.written.casefold())
        said = [word for word in name.written.split() if word.rstrip(".") not in ("Jr", "III", "II")] or name.written.split()
        found: list[tuple[bool, bool, Person]] = []
        for words, person in self._people:
            known = [word for word in words if word not in ("Jr.",)]
            if confirmed is not None:
                if person.name == confirmed:
                    found.append((True, person.office is not None, person))
            elif alike(said[-1], known[-1]):
                given = [word for word in said[:-1] if len(word.rstrip(".")) > 1]
                if not given and not spelt_alike(said[-1], known[-1]):
                    continue  # a word that only resembles a short surname, as ``Miliz`` does ``Milley``
                fits = not given or _fits(given, known[:-1]) or _particle_of(given, known)
                if fits and (given or person.office is not None):
                    found.append((bool(given), person.office is not None, person))
        if not found:
            return None
        full, _, best = max(found, key=lambda one: one[:2])
        return best if full else replace(best, sure=False)
