"""What does a text match, by a pattern that is only made when it is first looked for?"""

import re
from collections.abc import Callable, Iterator

from detente.drafting.language.compiled import compiled


class Pattern:
    """A regular expression, made at its first use.

    A text needs few of all those of four languages, and to make one takes longer than to look for it.
    """

    __slots__ = ("_flags", "_made", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self._made: re.Pattern[str] | None = None

    def _pattern(self) -> "re.Pattern[str]":
        if self._made is None:
            self._made = compiled(self._source, self._flags)
        return self._made

    def search(self, text: str) -> "re.Match[str] | None":
        """The first match."""
        return self._pattern().search(text)

    def match(self, text: str, place: int = 0) -> "re.Match[str] | None":
        """A match that begins at ``place``."""
        return self._pattern().match(text, place)

    def fullmatch(self, text: str) -> "re.Match[str] | None":
        """A match of all of it."""
        return self._pattern().fullmatch(text)

    def sub(self, other: "Callable[[re.Match[str]], str]", text: str) -> str:
        """``text`` with ``other`` of each match in its place."""
        return self._pattern().sub(other, text)

    def finditer(self, text: str, place: int = 0) -> "Iterator[re.Match[str]]":
        """Every match from ``place`` on, in order."""
        return self._pattern().finditer(text, place)


QUOTED = Pattern(r"[“\"«„»][^“”\"«»„]{3,300}[”\"»“«]")
"""What somebody is quoted for, with its marks."""

RINGS_UP = Pattern(r"(?:r[iu]ef(?:en)?|ruft|rufen)\b[^.;]{0,140}\san\s*(?:[.,;:!?]|und\b|$)", re.IGNORECASE)
"""A verb that means a call where its other half says so: ``rief in der Nacht seinen Kollegen an``."""

INVITED_TO = Pattern(r"\b(?:invit\w+|eingeladen|lud|пригласил\w*|приглашение)\b[^.;]*$", re.IGNORECASE)
"""Before the state to which somebody is invited: that of whoever invites him."""

VISIT_TO = Pattern(
    r"\b(?:visit|trip|travel\w*|visite|déplacement|Besuch|reis\w+|визит\w*)\b[^.;]*?\b(?:to|in|au|en|à|nach|"
    r"в)\s+(?:the\s+)?$",
    re.I,
)
"""Before the place to which somebody goes."""
