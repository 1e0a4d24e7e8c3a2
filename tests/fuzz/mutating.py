"""How one input is made from another so that it may still be understood: a word or a figure gives way to another one."""

import random
import re
from collections.abc import Sequence

_TOKEN = re.compile(rb"[0-9]+|[A-Za-z]+|[^0-9A-Za-z\s]")


def swapped(data: bytes, place: int, word: bytes) -> bytes:
    """``data`` with ``word`` in place of one of its words, figures or signs; ``place`` says of which."""
    tokens = list(_TOKEN.finditer(data))
    if not tokens:
        return data + word
    token = tokens[place % len(tokens)]
    return data[: token.start()] + word + data[token.end() :]


def mutated(data: bytes, most: int, seed: int, words: Sequence[bytes]) -> bytes:
    """``data`` with one or two words swapped for others, cut to ``most`` bytes; the same seed makes the same of it."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 2)):
        figure = str(chance.randrange(10 ** chance.randint(1, 4))).zfill(chance.choice((1, 2, 4))).encode()
        word = figure if chance.random() < 0.4 else chance.choice(words)
        data = swapped(data, chance.randrange(1 << 16), word)
    return data[:most]
