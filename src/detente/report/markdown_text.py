"""How is text from the record written in Markdown, and how do its links and tables stay readable as they stand?

Links are references, ``[text][12]``. Each section ends with the addresses that its numbers stand for, and can be copied alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from urllib.parse import quote

from detente.formats.json_text import UNSEEN
from detente.report.chart import Cell, Table
from detente.report.sourcing import Link

_WIDEST = 60
"""Cells of a table are padded to that width at most, in columns of a terminal; longer ones are as long as they are."""

_OBEYED = re.compile(
    r"[\\`*<>\[\]|$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is a letter like others
    r"|(?<![^\W_])~|~(?=[^\W_])"  # after a word, as in 2020-05-14~, it strikes nothing through
    r"|&(?=#?\w+;)|(?<!\S)#|\A[-+](?!\w)"
    r"|:(?=//)|(?<=www)\.",  # GitHub would make a link of an address
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\A(\d+)([.)])(?!\S)")
_KEPT_IN_ADDRESSES = "-._~:/?#@!$&'*+,;=%"


def escaped(text: str) -> str:
    """``text`` in one line, so that Markdown shows it as it stands and obeys nothing in it; prose stays as it is."""
    return _NUMBERED.sub(r"\1\\\2", _OBEYED.sub(r"\\\g<0>", _in_one_line(text)))


def _in_one_line(text: str) -> str:
    """``text`` without line ends, and with a replacement character for what a terminal would obey."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def code(text: str) -> str:
    """``text`` as a code span, whatever backticks are in it."""
    told = _in_one_line(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", told)), default=0))
    return f"{fence} {told} {fence}" if "`" in told else f"{fence}{told}{fence}"


def address(url: str) -> str:
    """``url`` as the destination of a link: spaces, brackets, quotes and other alphabets percent-encoded."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(_in_one_line(url), safe=_KEPT_IN_ADDRESSES))


def slugs(headings: Iterable[str]) -> list[str]:
    """The anchors that GitHub gives to the headings of a page, in order."""
    taken: dict[str, int] = {}
    made = []
    for heading in headings:
        slug = re.sub(r"[^\w\- ]", "", _in_one_line(heading).lower()).replace(" ", "-")
        times = taken[slug] = taken.get(slug, -1) + 1
        made.append(f"{slug}-{times}" if times else slug)
    return made


def columns_wide(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    unseen = ("Mn", "Me", "Cf")
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text if unicodedata.category(sign) not in unseen
    )


class Links:
    """Where the text leads: to the sections of contacts and to web addresses, each known by a number."""

    def __init__(self, headings: Sequence[str], contact_ids: Sequence[str]) -> None:
        """``headings`` are those before the contacts', which GitHub counts too."""
        anchors = slugs([*headings, *contact_ids])[len(headings) :]
        self._anchors = dict(zip(contact_ids, anchors, strict=True))
        self._named: set[str] = set()
        self._unused = (str(number) for number in count(1) if str(number) not in anchors)
        self._numbers: dict[str, str] = {}
        self._here: dict[str, str] = {}

    def contact(self, text: str, contact_id: str) -> str:
        """A link to the section of a contact, which its id alone makes too; text alone where there is none."""
        anchor = self._anchors.get(contact_id)
        if anchor is None:
            return escaped(text)
        if escaped(text) != anchor:
            return self._reference(text, f"#{quote(anchor)}")
        self._named.add(anchor)
        return f"[{anchor}]"

    def web(self, link: Link) -> str:
        """A link to a web address; text alone for any other."""
        web = link.url.startswith(("http://", "https://"))
        return self._reference(link.text, address(link.url)) if web else escaped(link.text)

    def _reference(self, text: str, destination: str) -> str:
        if not (shown := escaped(text)):
            return ""
        if destination not in self._numbers:
            self._numbers[destination] = next(self._unused)
        number = self._numbers[destination]
        self._here[number] = destination
        return f"[{shown}][{number}]"

    def section(self, blocks: Iterable[str]) -> str:
        """The blocks of a section, and below them where its numbers lead."""
        told = [block for block in blocks if block]
        found = "\n".join(f"[{number}]: {self._here[number]}" for number in sorted(self._here, key=int))
        self._here.clear()
        return "\n\n".join([*told, found] if found else told)

    def to_contacts(self) -> str:
        """Where the ids lead, for the end of the text."""
        return "\n".join(f"[{anchor}]: #{quote(anchor)}" for anchor in sorted(self._named))


def table(shown: Table, links: Links) -> Iterator[str]:
    """A table with its caption and note, its columns aligned as they stand."""
    yield f"**{escaped(shown.caption)}**"
    yield escaped(shown.note)
    rows = [[escaped(str(column)) for column in shown.columns]]
    rows += [[_cell(item, links) for item in row] for row in shown.rows]
    widths = [max([3, *filter(_WIDEST.__ge__, map(columns_wide, column))]) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    yield "\n".join(f"| {' | '.join(map(_padded, row, widths))} |" for row in rows)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - columns_wide(cell))


def _cell(item: Cell | str, links: Links) -> str:
    if not isinstance(item, Cell):
        return escaped(str(item))
    return links.contact(item.text, item.target) if item.target else links.web(Link(item.text, item.url))
