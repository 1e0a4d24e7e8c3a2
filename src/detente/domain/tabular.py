"""What is a table of a record package: its columns, and what a cell of each may hold?"""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a cell holds. An empty cell means "not stated" and is judged only by whether the column is required."""

    TEXT = "text"
    WORD = "one of the words listed"
    EDTF = "an EDTF date"
    DAY = "a day, YYYY-MM-DD"
    COUNT = "a whole number above 0"
    NUMBER = "a number, 0 or above, of at most six figures"
    URL = "an http or https address"
    PARTY = "a party code"
    PARTIES = "party codes in alphabetical order, separated by ;"
    TOPIC = "a topic id"
    CONTACT = "the id of a contact of the package"
    FLAG = "true or false"
    CODE = "a code in the form described"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``optional`` ones may be absent from the file, and are written only where something is in them.

    ``words`` lists what a WORD takes, or what a PARTY takes besides party codes; ``pattern`` is what a CODE must match;
    ``most`` is how many characters a cell may have, 0 for any number.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: tuple[str, ...] = ()
    pattern: str = ""
    optional: bool = False
    description: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A file of the package. ``unique`` names the columns that together tell two of its rows apart.

    ``per_dyad`` tables stand in every folder below contacts/, the others in reference/; an ``optional`` one may be absent.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...]
    per_dyad: bool = True
    optional: bool = False

    @property
    def file(self) -> str:
        """Its file name."""
        return f"{self.name}.csv"

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)
