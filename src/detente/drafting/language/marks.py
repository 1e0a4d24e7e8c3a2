"""How does a text read to those who leave out the marks of letters: ``Nigeria``, ``Etats-Unis``?"""

import re

MARKED = str.maketrans(
    "àâäáãçčćéèêëîïíìñńôöóõûüùúšşžÀÂÄÁÃÇČĆÉÈÊËÎÏÍÌÑŃÔÖÓÕÛÜÙÚŠŞŽ", "aaaaaccceeeeiiiinnoooouuuusszAAAAACCCEEEEIIIINNOOOOUUUUSSZ"
)
"""Letters with a mark, and what each is without it."""

_LONG = re.compile(r"[^\W\d_]{5,}")
"""Words that mean the same without their marks; of shorter ones, as ``Malé``, others are made."""


def unmarked(text: str, language: str) -> str:
    """A text as those write it who leave marks out, letter for letter: ``Nigeria``, ``Etats-Unis``.

    A German mark makes another letter of one, and a Russian alphabet has none.
    """
    if text.isascii() or language not in ("en", "fr"):
        return text
    return _LONG.sub(lambda word: word[0].translate(MARKED), text)
