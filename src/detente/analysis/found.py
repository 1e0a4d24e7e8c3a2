"""What is given to a program that asked: a sequence of objects of the record, and the data frame of it."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from detente.analysis.frames import Frame

Item = TypeVar("Item", covariant=True)


class Found(Sequence[Item]):
    """The answer to a question, in the order in which the terminal prints it; it cannot be changed."""

    def __init__(self, items: Iterable[Item], frame: "Callable[[Iterable[Item]], Frame]") -> None:
        self._items = tuple(items)
        self._frame = frame

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> "Found[Item]": ...

    def __getitem__(self, place: int | slice) -> "Item | Found[Item]":
        return Found(self._items[place], self._frame) if isinstance(place, slice) else self._items[place]

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Found) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"<{len(self)} found>"

    def to_pandas(self) -> "Frame":
        """The same as a data frame of pandas: one row an item, dates without a time zone, dtypes that know missing values."""
        return self._frame(self._items)
