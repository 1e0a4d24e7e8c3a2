"""How is text from anywhere shown in a terminal without being obeyed by it."""

import re


def visible(text: str) -> str:
    """``text`` with control characters, terminal escapes and text direction overrides spelt out; tabs and newlines stay."""
    from detente.formats.json_text import UNSEEN

    return UNSEEN.sub(_spelt, text)


def in_one_line(text: str) -> str:
    """As ``visible``, with tabs and newlines spelt out too."""
    return visible(text).replace("\t", "\\t").replace("\n", "\\n")


def _spelt(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
