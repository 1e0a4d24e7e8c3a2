"""How is text from anywhere shown in a terminal without being obeyed by it."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; tab and newline aside
    "\u202a-\u202e\u2066-\u2069"  # what makes a line run backwards
    "\u2028\u2029\ufeff"  # separators that some programs take for line ends; byte order mark
    "\ud800-\udfff]"  # halves of characters: bytes that were no UTF-8
)


def visible(text: str) -> str:
    """``text`` with control characters, terminal escapes and text direction overrides spelt out; tabs and newlines stay."""
    return _UNSEEN.sub(_spelt, text)


def in_one_line(text: str) -> str:
    """As ``visible``, with tabs and newlines spelt out too."""
    return visible(text).replace("\t", "\\t").replace("\n", "\\n")


def escaped_json(text: str) -> str:
    """JSON whose strings hold nothing that a terminal would obey; the values stay the same."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _spelt(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
