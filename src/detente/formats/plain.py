"""How does text from the record stand in a foreign file: without what a program would obey or cannot hold?"""

from detente.formats.json_text import UNSEEN


def plain(text: str) -> str:
    """``text`` with its lines and letters, and a replacement character for what a terminal or calendar would obey."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))
