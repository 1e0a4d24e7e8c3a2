"""How is an answer written as JSON, so that no terminal obeys what stands in it and every value stays the same?"""

import json
import re

SCHEMA = 1
"""Raised when a JSON key is renamed or dropped."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; tab and newline aside
    "\u202a-\u202e\u2066-\u2069"  # what makes a line run backwards
    "\u2028\u2029\ufeff"  # separators that some programs take for line ends; byte order mark
    "\ud800-\udfff]"  # halves of characters: bytes that were no UTF-8
)
"""What a terminal obeys, or shows nothing of."""


def json_text(value: object) -> str:
    """``value`` as JSON with its keys in their order, letters of every alphabet kept, and ``UNSEEN`` spelt as escapes."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, indent=2))


def json_line(value: object) -> str:
    """As ``json_text``, in one line."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, separators=(", ", ": ")))
