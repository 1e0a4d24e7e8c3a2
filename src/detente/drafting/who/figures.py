"""Who, of those who lead or led the world's defence, and of the heads of state beside them, bears this name?"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.domain.vocabulary import Office
from detente.drafting.language.lexicon import lines
from detente.drafting.language.spelling import another, forms, near, same_given, sound
from detente.drafting.who.names import Name


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody whom the shipped list names: the party (empty: none that is a state), the office (None: not one of defence)."""

    name: str
    party: str
    office: Office | None


_ARTICLES = ("bin", "al", "el", "van", "von", "de", "der", "den", "di", "del")
_WITH_ARTICLE = ("al-", "el-", "аль-", "эль-")
_RARE = 8
"""Letters from which on a surname is hardly that of anybody else."""
_SHORT = 3
"""Letters up to which a surname by itself is as likely a word."""


class Figures:
    """The shipped list of people, by the sound of the word by which each is known."""

    def __init__(self) -> None:
        self._lines = lines("people")[1:]
        self._by_initial: dict[str, dict[str, list[str]]] = {}
        every = (each for beginning in ("al", "el") for each in self._from(beginning))
        self._with_article = [(key, row) for key, row in every if _has_article(row)]
        self._by_first: dict[str, list[str]] = {}
        for _, first, row in (line.split(",", 2) for line in self._lines if ",," not in line):  # a few go by it
            self._by_first.setdefault(first, []).append(row)

    def _beginning_with(self, letter: str) -> Mapping[str, Sequence[str]]:
        """Those whose surname, with its article or without, begins with the sound of a letter, by its sound.

        They are parted when a text first has such a name: a text has few, and the list is long.
        """
        known = self._by_initial.get(letter)
        if known is None:
            known = self._by_initial[letter] = {}
            bare = ((key[2:], row) for key, row in self._with_article if key[2:3] == letter)
            for key, row in (*self._from(letter), *bare):
                known.setdefault(key, []).append(row)
        return known

    def _from(self, beginning: str) -> Iterator[tuple[str, str]]:
        """The sound of the surname and the row of those of whom it begins so: the list is in order of it."""
        for place in range(bisect_left(self._lines, beginning), len(self._lines)):
            key, _, row = self._lines[place].split(",", 2)
            if not key.startswith(beginning):
                return
            yield key, row

    def find(self, name: Name, parties: Collection[str] = ()) -> Figure | None:
        """Whom a name with a given name means: whoever is spelt so, else of several one of ``parties``."""
        son = _without_grandfathers(name)
        of_father = [] if son is None else list(self._son_of(*son))
        by_father = bool(of_father) and name.written.split()[-2].lower() in _SON
        found = of_father if by_father else list(self._alike(name)) or of_father or list(self._surname_first(name))
        best = next((figure for figure in found if figure.party in parties), found[0] if found else None)
        if best is None or len(found) == 1:
            return best
        exact = [figure for spelt, figure in self._surnamed(name.last, exactly=False) if spelt == name.written]
        other = len({figure.name for figure in exact}) == 1 and exact[0].party != best.party
        return exact[0] if other else best  # Kim Jong Un, and no Kim of a country that the text names

    def _son_of(self, given: str, father: str) -> Iterable[Figure]:
        """Whom the list has as the son of his father: ``Khalid bin Salman``."""
        for spelt, figure in self._surnamed(father, exactly=True):
            words = spelt.split()
            if len(words) == _AND_FATHER and words[1].lower() in _SON and sound(words[0]) == sound(given):
                yield figure

    def _surname_first(self, name: Name) -> Iterable[Figure]:
        """Whom a name means whose first word is the surname: ``Kihara Minoru``."""
        said = name.written.split()
        for spelt, figure in self._surnamed(said[0], exactly=True) if len(said) == 2 else ():
            if sound(spelt.split()[0]) == sound(said[1]) != sound(said[0]):
                yield figure

    def _alike(self, name: Name) -> Iterable[Figure]:
        said = name.written.split()
        if len(said) < 2:
            return
        said = [*(part for word in said[:-1] for part in word.split("-")), said[-1]]
        rare = len(name.last) >= _RARE
        for spelt, figure in self._surnamed(name.last, exactly=False):
            known = [word for word in spelt.split()[:-1] if word not in _ARTICLES]
            known = [part for word in known for part in word.split("-")]
            if same_given([word for word in said[:-1] if len(word.rstrip(".")) > 1], known):
                yield figure
            elif rare and known and sound(said[-2])[:1] == sound(known[0])[:1]:
                yield figure  # Nikos and Nikolaos

    def in_office(self, name: Name) -> Figure | None:
        """Whom a full name behind a defence office means: of such people the one of that surname and first letter."""
        said = name.written.split()
        if len(said) < 2:
            return None
        found = [
            figure
            for spelt, figure in self._surnamed(name.last, exactly=True)
            if figure.office is not None and sound(spelt.split()[0])[:1] == sound(said[0])[:1]
        ]
        return found[0] if found and len({figure.party for figure in found}) == 1 else None

    def of_surname(self, word: str, parties: Collection[str], *, titled: bool) -> Figure | None:
        """Whom a surname by itself means, if figures of one party bear it: one of ``parties``, or any if it is rare.

        ``titled`` says whether a title or an office stands before it, which makes it somebody's name for certain.
        """
        found = [figure for _, figure in self._surnamed(word, exactly=True)]
        if titled and not found:
            found = [figure for _, figure in map(_figure, self._by_first.get(sound(word), ()))]
        sayable = titled or len(word) > _SHORT
        near = [figure for figure in found if (sayable and figure.party in parties) or not figure.office]
        rare = titled or len(word) >= _RARE
        chosen = near or (found if rare else [])
        if any(figure.office is Office.MINISTER for figure in chosen) and all(figure.office for figure in chosen):
            chosen = [figure for figure in chosen if figure.office is Office.MINISTER]
        return chosen[0] if chosen and len({figure.party for figure in chosen}) == 1 else None

    def _surnamed(self, word: str, *, exactly: bool) -> Iterable[tuple[str, Figure]]:
        for form in forms(word):
            if (len(form) > 2 or not exactly) and form in (known := self._beginning_with(form[:1])):
                yield from map(_figure, known[form])
                if exactly:
                    return
        if exactly:
            return
        for form in forms(word):
            known = self._beginning_with(form[:1])
            for key in known if len(form) > _SHORT else ():
                if key != form and near(form, key) and not another(word, form, key):
                    yield from map(_figure, known[key])


def _without_grandfathers(name: Name) -> tuple[str, str] | None:
    """The given name and that of the father, where a name goes on behind them; None where it does not."""
    words = name.written.split()
    sons = [place for place, word in enumerate(words) if word.lower() in _SON]
    if not sons or sons[0] == 0 or len(words) <= sons[0] + 2:
        return None
    return words[sons[0] - 1], words[sons[0] + 1]


_SON = ("bin", "ben", "ibn", "бин", "бен", "ибн")
_AND_FATHER = 3
"""Words of a name that is no more than somebody's and his father's."""


def _has_article(row: str) -> bool:
    return row.split(",", 1)[0].rsplit(" ", 1)[-1].lower().startswith(_WITH_ARTICLE)


def _figure(row: str) -> tuple[str, Figure]:
    """The name as a text may spell it, and whose it is."""
    spelt, party, office, name = row.split(",")
    return spelt, Figure(name or spelt, party, None if office == "other" else Office(office))


@lru_cache(maxsize=1)
def figures() -> Figures:
    """The shipped list, read once."""
    return Figures()
