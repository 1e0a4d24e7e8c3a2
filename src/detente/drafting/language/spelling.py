"""Are two names, in whatever alphabet and by whatever rules they are spelt, the same?"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("dsch|dzh|dj", "j"),
        ("shch|tsch|tch|sch|ch|sh|zh", "s"),
        ("kh", "h"),
        ("ou|oo|yu|ju|iu", "u"),
        ("au", "o"),
        ("ya|ja|ia", "a"),
        ("gu(?=[ei])", "g"),
        ("ph", "f"),
        ("[ei][yie]|[yj]", "i"),
        ("w", "v"),
        ("ck|q|c(?=[aoulrk])", "k"),
        ("c(?=[ei])", "s"),
        ("x", "ks"),
        (r"(.)\1", r"\1"),
    )
)
_ENDINGS = ("им", "ым", "ом", "ем", "ём", "ой", "ей", "ого", "ему", "ому", "а", "у", "е", "ю", "я", "и")
_ALIKE = 86


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """How a word sounds, roughly: letters a to z, one way of writing what languages write in several."""
    plain = re.sub("[^a-z]", "", _in_ascii(word).lower())
    for pattern, said in _SOUNDS:
        plain = pattern.sub(said, plain)
    return plain


_NO_MARKS = str.maketrans(
    dict(zip("øłıđəØŁĐðþ", "olidaOLDdt", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "Æ": "AE", "Œ": "OE"},
)


def _in_ascii(word: str) -> str:
    """A word in letters a to z; the package that knows every alphabet is loaded only where one but the Latin is met."""
    if word.isascii():
        return word
    plain = "".join(letter for letter in normalize("NFKD", word.translate(_NO_MARKS)) if not combining(letter))
    plain = plain.replace("’", "").replace("‑", "-")
    if plain.isascii():
        return plain
    from anyascii import anyascii

    return anyascii(word)


_ARTICLE = re.compile(r"^(?:al|el|as|ash|at|an|ad|ar|az|аль|эль|ас|аш|ан|ад|ар)[-‑](?=[^\W\d_]{3})", re.IGNORECASE)


def without_article(word: str) -> str:
    """A surname without the Arabic article before it, which not everybody writes: ``al-Sabah``."""
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """A word and, if it is Russian, what it may be the inflected form of."""
    word = without_article(word)
    stems = [word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 2]
    written = (word, *stems, *(f"{stem}{end}" for stem in stems for end in "йь"))
    as_h = (form.replace("г", "х").replace("Г", "Х") for form in written if "г" in form.lower())  # Гасанов, Шмыгаль
    as_o = (form.replace("ё", "о").replace("ю", "у") for form in written if "ё" in form or "ю" in form)  # Сёрейде: Søreide
    as_z = (form[:-1] + "з" for form in written if form.endswith("ес"))  # Лопес: López
    as_y = (form.replace("ие", "ийе") for form in written if "ие" in form)  # Абиев: Abiyev
    as_c = (sound(form)[:-1] + "c" for form in written if form.endswith("ч"))  # Гашич, Вучич: Gašić, Vučić
    as_s = (form.replace("з", "с") for form in written if "з" in form)  # Крозетто: Crosetto
    return tuple(dict.fromkeys((*(sound(form) for form in (*written, *as_h, *as_s, *as_o, *as_z, *as_y)), *as_c)))


def alike(written: str, name: str) -> bool:
    """Whether a word of a text may be the word ``name`` of somebody's name."""
    known = sound(name)
    if len(known) < 3:
        return sound(written) == known
    return any(
        form == known or (len(form) > 3 and near(form, known) and not another(written, form, known)) for form in forms(written)
    )


def same_given(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether given names are those of one person: any is the same; of several on both sides the first of either is among them.

    Fathers and grandfathers are called alike: ``Abel Mohammed`` is no ``Ali Mohamed``.
    """
    if len(said) > 1 and len(known) > 1:
        return any(alike(said[0], other) for other in known) or any(alike(one, known[0]) for one in said)
    return any(alike(one, other) for one in said for other in known)


_SHORT = 6
"""Sounds below which one more or less makes another word."""


def spelt_alike(written: str, name: str) -> bool:
    """Whether a word by itself may be the surname ``name``: a short one only where it sounds the same."""
    known = sound(name)
    return len(known) >= _SHORT or known in forms(written)


@lru_cache(maxsize=16_384)
def _letters(word: str) -> Counter[str]:
    return Counter(word)


def another(written: str, form: str, known: str) -> bool:
    """Whether a vowel behind makes a Latin surname another than one that it is near to: ``Abbasi`` and ``Abbas``."""
    shorter, longer = sorted((form, known), key=len)
    return longer[:-1] == shorter and longer[-1:] in _VOWELS and not _RUSSIAN.search(written)


_VOWELS = tuple("aiou")
"""An *e* behind is how French spells it: ``Salmane``."""
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def near(one: str, other: str) -> bool:
    """Whether two sounds are nearly the same."""
    # The shorter word, then letters in any order, bound the ratio: rapidfuzz is seldom asked, so seldom loaded.
    least = _ALIKE * (len(one) + len(other)) / 200
    if min(len(one), len(other)) < least or sum((_letters(one) & _letters(other)).values()) < least:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= _ALIKE


_CASES = (
    (
        re.compile(r"(?:ом|ем|ём|ой|ей|ами|ями)$"),
        (("ом", ""), ("ем", ""), ("ём", ""), ("ым", ""), ("им", ""), ("ой", "а"), ("ей", "й")),
    ),
    (re.compile(r"(?:а|я|ы|и|ов)$"), (("а", ""), ("я", "й"), ("ого", "ий"), ("ы", "а"))),
    (re.compile(r"(?:у|ю|е|ам|ям)$"), (("у", ""), ("ю", "й"), ("ому", "ий"))),
)


def nominative(name: str, office: str) -> str:
    """A Russian name as it is listed, by the case of the office before it: ``Остин`` of ``главой Пентагона Остином``."""
    if not re.search("[а-яё]", name, re.IGNORECASE):
        return name
    head = office.split()[0].lower()
    endings = next((ends for case, ends in _CASES if case.search(head)), ())
    if head in ("глава", "коллега"):
        return name
    words = []
    for word in name.split():
        end, other = next(((e, o) for e, o in endings if word.endswith(e) and len(word) - len(e) > 2), ("", ""))
        words.append(word[: len(word) - len(end)] + other)
    return " ".join(words)


def latin(name: str) -> str:
    """A name as it can be typed on any keyboard, where it is in another alphabet; else as it is."""
    if all(ord(letter) < 0x250 for letter in name):
        return name
    from anyascii import anyascii

    return anyascii(name)
