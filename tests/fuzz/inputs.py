"""How inputs are made without looking at the program: whole ones from words, and known ones spoilt in a few places."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.mutating import swapped
from tests.fuzz.targets import Target

Edit = tuple[int, int, bytes]


def inputs(target: Target) -> SearchStrategy[bytes]:
    """Inputs for a target, of every degree of disorder: known, spoilt, put together from its words, and plain noise."""
    words = st.sampled_from(target.pieces())
    piece = st.one_of(words, words, st.text(max_size=6).map(_encoded), st.binary(max_size=6))
    seeds = st.sampled_from(target.seeds())
    edits = st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 24), piece), max_size=4)
    spoilt = st.builds(_spoilt, seeds, edits)
    grafted = st.builds(_grafted, seeds, seeds, st.integers(0, 2**16), st.integers(0, 2**16))
    figure = st.integers(0, 9999).map(lambda number: f"{number:02d}".encode())
    swaps = st.lists(st.tuples(st.integers(0, 2**16), st.one_of(words, figure)), min_size=1, max_size=3)
    reworded = st.builds(_reworded, seeds, swaps)
    return st.one_of(reworded, reworded, spoilt, grafted, st.lists(piece, max_size=12).map(b"".join), st.binary(max_size=120))


def _reworded(data: bytes, swaps: list[tuple[int, bytes]]) -> bytes:
    for place, word in swaps:
        data = swapped(data, place, word)
    return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _spoilt(data: bytes, edits: list[Edit]) -> bytes:
    """``data`` with pieces put in place of some bytes; each edit is a place, how many bytes go, and what comes."""
    for place, gone, piece in edits:
        start = place % (len(data) + 1)
        data = data[:start] + piece + data[start + gone :]
    return data


def _grafted(one: bytes, other: bytes, cut: int, place: int) -> bytes:
    """The beginning of one input and the end of another."""
    return one[: cut % (len(one) + 1)] + other[place % (len(other) + 1) :]
