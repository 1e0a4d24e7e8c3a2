"""Whom does a name mean that stands without an office: somebody on record, or a figure whom a list names?"""

import re
from collections.abc import Collection

from detente.domain.vocabulary import Office
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import alike
from detente.drafting.who.actors import Actor
from detente.drafting.who.figures import Figure, figures
from detente.drafting.who.names import Name, Register

_RANKED = Pattern(r"\b(?:Gen|General|Adm|Admiral|Marshal|général|amiral|генерал\w*|адмирал\w*)\.?\s+$", re.IGNORECASE)

_IN_QUOTES = Pattern(r"[«»„“”]$|(?<=\w)[»“”]")
"""Before a name that is all that stands in quotation marks, and behind it."""

_NOBODY_OF_OURS = Actor(None, None, 0, 0)


def bearer(text: str, name: Name, register: Register, near: Collection[str]) -> Actor | None:
    """Whoever bears a name without an office: on record, or in the list of figures; a general whose office is not said."""
    if _IN_QUOTES.search(text[: name.start]) and _IN_QUOTES.match(text, name.end):
        return None  # a tank, a ship or a paper is called so
    person = register.find(name)
    if person is not None:
        if person.office is None:
            return None
        if person.office is Office.FOREIGN_MINISTER:
            return _NOBODY_OF_OURS
        return Actor(person.party, person.office, name.start, name.end, name, person, person.sure)
    figure = figures().find(name, near) or _by_surname(text, name, near)
    if figure is None and (shorter := _without_word_behind(name)) is not None:
        figure = figures().find(shorter, near)
        figure = figure if figure is not None and of_given_name(shorter, figure.name) else None
        name = name if figure is None else shorter
    if figure is not None:
        if figure.office is None:
            return _NOBODY_OF_OURS
        name = _without_words_before(name, figure.name)
        return Actor(
            figure.party, figure.office, name.start, name.end, name, sure=False, listed=figure.name, weight=0.9, by_list=True
        )
    if _RANKED.search(text[: name.start]):
        return Actor(None, None, name.start, name.end, name, sure=False)  # whose general, another sentence tells
    return None


def _without_words_before(name: Name, known: str) -> Name:
    """The name without words before it that begin with a capital too, as every noun does in German."""
    words = name.written.split()
    kept = " ".join(words[-len(known.split()) :])
    return Name(kept, name.end - len(kept), name.end)


def of_given_name(name: Name, listed: str) -> bool:
    """Whether somebody on the list has a given name that is written, not only its first letter: no ``Ali`` is ``Aisha``."""
    given = name.written.split()[:-1]
    return any(alike(one, other) for one in given for other in listed.split())


def _without_word_behind(name: Name) -> Name | None:
    """The name without its last word, which may be a noun behind it; None where too little of it would be left."""
    kept = name.written.rsplit(" ", 1)[0]
    shorter = Name(kept, name.start, name.start + len(kept))
    known = " " in kept and figures().of_surname(shorter.last, (), titled=True) is not None
    return shorter if known else None


_TITLE = Pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Gen|Adm|Sec|DPM|MM?)\.?|\b(?:Minister\w*|Secretary|Ministre|Herr|Frau|General|Admiral|"
    r"amiral|général|Marshal|"
    r"Bundesministerin|Bundesminister|генерал\w*|адмирал\w*|министр\w*))\s+$",
    re.IGNORECASE,
)


def _by_surname(text: str, name: Name, near: Collection[str]) -> Figure | None:
    titled = _TITLE.search(text[: name.start]) is not None
    if " " in name.written or (len(name.written) < 4 and not titled) or _HALF.match(text, name.end):
        return None
    if "." in name.written:
        return None  # ``Sino-U.S``
    return figures().of_surname(name.written, near, titled=titled)


_HALF = Pattern(r"[-‑][a-zà-ÿа-яё]")
"""Behind what is half a word: ``Moon Hong-sik``."""
