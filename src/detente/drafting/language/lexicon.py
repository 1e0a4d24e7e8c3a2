"""Which words tell of what? The shipped lists, and those that a store adds, as patterns of one language."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from detente.drafting.language.codes import codes_in
from detente.drafting.language.marks import MARKED, unmarked
from detente.drafting.language.no_states import names_outlaws, names_waters
from detente.drafting.language.patterns import Pattern
from detente.store.gazetteer import countries

_WORDS = Path(__file__).parent.parent / "words"
_SPLIT = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of a list, found in a text: what it means, and from where to where it stands."""

    means: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Country:
    """A party named in a text; ``place`` where its capital or ministry is, rather than its people or the state itself."""

    party: str
    start: int
    end: int
    place: bool


_AUXILIARY = frozenset(("has", "have", "had", "a", "ont", "avait", "avaient", "hat", "haben", "hatte", "hatten"))
_ADVERB = (
    r"(?:\s+(?:(?:also|already|now|since|aussi|également|déjà|depuis|auch|bereits|schon|zudem|ferner|seither)\s+)?|(?=\W|$))"
)
"""Between the two words of a verb: ``has also asked for``."""


_CAPITAL_E = re.compile(r"\bé")
"""A letter that French, where it is a capital, writes without its mark as well: ``l'Etat-major``."""


@cache
def pattern(phrase: str, most: int = 3) -> str:
    """A phrase of a list as a pattern: ``*`` after letters is any ending, by itself up to ``most`` words."""
    parts = []
    for word in _SPLIT.split(phrase.strip()):
        if word == "*":
            parts.append(rf"(?:\S+\s+){{0,{most}}}?")
            continue
        parts.append(
            _CAPITAL_E.sub(r"[eé]", re.escape(word).replace(r"\*", r"\w*").replace(r"\[", "[").replace(r"\]", "]")).replace(
                "'", "['’]"
            )
            + (_ADVERB if word in _AUXILIARY else r"(?:\s+|(?=\W|$))")
        )
    return "".join(parts).removesuffix(r"(?:\s+|(?=\W|$))") + r"(?!\w)"


def _any_of(patterns: Iterable[str]) -> str:
    """One pattern, which begins where a word does: looked at once, not once for each."""
    return rf"(?<!\w)(?:{'|'.join(patterns)})"


class Phrases:
    """The phrases of one list, each with what it means."""

    def __init__(self, phrases: Iterable[tuple[str, str]], *, most_between: int = 3) -> None:
        by_meaning: dict[str, list[str]] = {}
        for means, phrase in phrases:
            by_meaning.setdefault(means, []).append(phrase)
        self._patterns = {
            means: re.compile(_any_of(pattern(p, most_between) for p in sorted(said, key=len, reverse=True)), re.IGNORECASE)
            for means, said in by_meaning.items()
        }

    def found(self, text: str) -> list[Cue]:
        """Every phrase in ``text``, in order; of those that overlap, the longest, but rather what became of a plan than it."""
        every = [Cue(m, hit.start(), hit.end()) for m, p in self._patterns.items() for hit in p.finditer(text)]
        chosen: list[Cue] = []
        for cue in sorted(every, key=lambda cue: (cue.means == "planned", cue.start - cue.end, cue.start)):
            if all(cue.end <= other.start or cue.start >= other.end for other in chosen):
                chosen.append(cue)
        return sorted(chosen, key=lambda cue: cue.start)

    def means(self, text: str) -> dict[str, int]:
        """What is meant in ``text``, with the number of times, in order of the list."""
        counted = {means: sum(1 for _ in p.finditer(text)) for means, p in self._patterns.items()}
        return {means: count for means, count in counted.items() if count}

    def first(self, text: str) -> Cue | None:
        """The first phrase in ``text``."""
        return next(iter(self.found(text)), None)

    def __bool__(self) -> bool:
        return bool(self._patterns)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language: kinds of cues (``office``, ``channel``, ``status`` …) and topics."""

    language: str
    cues: Mapping[str, Phrases]
    topics: Phrases
    countries: tuple["re.Pattern[str]", Mapping[str, tuple[str, bool]]]
    cities: tuple["re.Pattern[str]", Mapping[str, tuple[str, bool]]]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a shipped list; that of the states is the store's, which finds parties by it."""
    if name == "countries":
        return countries()
    with (_WORDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def lines(name: str) -> list[str]:
    """The lines of a shipped list without commas in its fields, that of its columns first."""
    return (_WORDS / f"{name}.csv").read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=16)
def word_list(name: str) -> frozenset[str]:
    """The words of a shipped list that have no other meaning."""
    return next(frozenset(row["words"].split()) for row in rows("lists") if row["list"] == name)


@cache
def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in cell.split("|") if phrase.strip())


def lexicon(language: str, added: Iterable[tuple[str, str]] = (), *, of: str | None = None) -> Lexicon:
    """The lists of ``language``; ``added`` are pairs of topic and phrase that a store adds, of any language.

    ``of`` is the one text that is to be read with them: phrases of which it has not even the beginning are left out, since
    to make patterns of all takes longer than to read. None: every phrase.
    """
    there = _Beginnings(of)
    kinds: dict[str, list[tuple[str, str]]] = {}
    cues, told = there.of("cues", language), there.of("topics", language)
    for place, row in enumerate(rows("cues")):
        kinds.setdefault(row["kind"], []).extend((row["means"], phrase) for phrase in cues.get(place, ()))
    topics = [(row["topic"], phrase) for place, row in enumerate(rows("topics")) for phrase in told.get(place, ())]
    return Lexicon(
        language,
        {kind: Phrases(said, most_between=10 if kind == "status" else 3) for kind, said in kinds.items()},
        Phrases([*topics, *added]),
        _countries(language, there, "countries", "peoples"),
        _countries(language, there, "cities"),
    )


class _Beginnings:
    """Which phrases may stand in a text, by the beginnings of all their words."""

    def __init__(self, text: str | None) -> None:
        self._any = text is None
        self._there = {""}
        for word in set(_plain(text or "").split()):
            self._there.update(word[:letters] for letters in range(1, len(word) + 1))
            self._there.add(f"{word} ")

    def of(self, name: str, language: str) -> Mapping[int, list[str]]:
        """For each row of a shipped list its phrases that may, in their order; rows without any are left out."""
        there, anything = self._there, self._any
        found = [
            (row, order, phrase)
            for letters, phrases in _by_letters(name, language).items()
            if anything or letters in there
            for row, order, phrase in phrases
            if anything or there.issuperset(_parts(phrase.removeprefix(_CAPITAL)))
        ]
        by_row: dict[int, list[str]] = {}
        for row, _, phrase in sorted(found):
            by_row.setdefault(row, []).append(phrase)
        return by_row


_FIRST = 3
"""Letters by which phrases are looked up: most of a list do not begin as any word of a text does."""

_CAPITAL = "@"


@cache
def _by_letters(name: str, language: str) -> Mapping[str, Sequence[tuple[int, int, str]]]:
    """The phrases of a list, each with its row and place in it, by their first letters; by none where those are no letters."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for place, row in enumerate(rows(name)):
        for order, phrase in enumerate(_phrases(row[language])):
            first = phrase.removeprefix(_CAPITAL)[:_FIRST]
            found.setdefault(first.casefold().translate(MARKED) if first.isalpha() else "", []).append((place, order, phrase))
    return found


@cache
def _parts(phrase: str) -> tuple[str, ...]:
    """What must stand in a text in which a phrase does: its words, each with a space behind it, or their first letters."""
    parts = []
    for word in phrase.split():
        whole = "*" not in word and "[" not in word
        literal = _plain(word if whole else _LITERAL.split(word, 1)[0]).split()
        parts += [f"{one} " for one in (literal if whole else literal[:-1])] + ([] if whole else literal[-1:])
    return tuple(parts)


def _plain(text: str) -> str:
    """Words in small letters without marks, one space between them."""
    return " ".join(_NO_WORD.sub(" ", text.casefold().translate(MARKED)).split())


_NO_WORD = re.compile(r"\W+")
_LITERAL = re.compile(r"[*\[]")


def _countries(language: str, there: _Beginnings, *names: str) -> tuple["re.Pattern[str]", Mapping[str, tuple[str, bool]]]:
    """One pattern for all parties, and what its groups mean; words in small letters may begin a sentence."""
    patterns: list[str] = []
    meant: dict[str, tuple[str, bool]] = {}
    every_row = [(name, rows(name)[place], every) for name in names for place, every in there.of(name, language).items()]
    for name, row, every in every_row:
        for is_place in (False, True) if name != "cities" else (True,):
            forms = [form.removeprefix(_CAPITAL) for form in every if name == "cities" or form.startswith(_CAPITAL) is is_place]
            if forms:
                group = f"g{len(meant)}"
                forms += [form.upper() for form in forms if is_place and "[" not in form]  # as they stand above a report
                forms = list(dict.fromkeys(unmarked(form, language) for form in forms))
                said = "|".join(_either_case(form) for form in sorted(forms, key=len, reverse=True))
                patterns.append(f"(?P<{group}>{said})")
                meant[group] = (row["party"], is_place)
    return re.compile(_any_of(patterns) if patterns else "(?!)"), meant


def _either_case(form: str) -> str:
    said, first = pattern(form), form[0]
    return f"[{first}{first.upper()}]{said[1:]}" if first.islower() else said


def countries_in(text: str, words: Lexicon) -> list[Country]:
    """The parties that ``text`` names, in order; both of them where it speaks of the two Koreas."""
    found = [
        one
        for one in _found(unmarked(text, words.language), *words.countries)
        if not names_waters(text, one.start, one.end) and (one.place or not names_outlaws(text, one.start, one.end))
    ]
    for hit in _BOTH_KOREAS.finditer(text):
        inside = [one for one in found if hit.start() <= one.start < hit.end()]
        found = [one for one in found if one not in inside]
        found += [Country(party, hit.start(), hit.end(), False) for party in ("KOR", "PRK")]
    found += [Country("KOR", hit.start(), hit.end(), False) for hit in _KOREAN.finditer(text)]
    found += [Country(code, start, start + len(code), False) for code, start in codes_in(text)]
    return sorted(found, key=lambda one: one.start)


_KOREAN = Pattern(
    r"(?<!North )(?<!South )(?<!-)\bKorean(?=\s+(?:Ministry|[Dd]efen[cs]e|[Mm]inister|[Mm]ilitary|[Aa]rmy|[Ss]ide|"
    r"[Dd]elegation|[Cc]ounterpart|[Cc]olleague|[Gg]uests?))"
)
"""Of an office of South Korea, which English often calls Korea."""

_BOTH_KOREAS = Pattern(
    r"\b(?:(?:the )?(?:two|both) Koreas|(?:les |des )?deux Corées|beide[rn]? Koreas?|(?:die |den )?zwei Koreas|"
    r"(?:обеих|двух|обе|две) Коре[йия]\w*)\b(?!['’])"
)


def cities_in(text: str, words: Lexicon) -> list[Country]:
    """The towns of parties that are no capitals, in order: where they meet."""
    return _found(unmarked(text, words.language), *words.cities)


def _found(text: str, whole: "re.Pattern[str]", meant: Mapping[str, tuple[str, bool]]) -> list[Country]:
    found = []
    for hit in whole.finditer(text):
        party, place = meant[str(hit.lastgroup)]
        found.append(Country(party, hit.start(), hit.end(), place))
    return found
