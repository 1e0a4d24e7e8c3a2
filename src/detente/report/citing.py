"""How is the data of a report cited: in one line, and for programs that keep references, as CSL-JSON and BibTeX?"""

import re
from dataclasses import dataclass
from datetime import date

from detente.domain.words import day_in_words
from detente.formats.json_text import UNSEEN, json_text

AUTHOR = "Détente"

_DIGITS_QUOTED = 12
"""Of the hash, in the line that people read."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: ``key`` names it in a list of references, ``digest`` is the SHA-256 of the file ``hashed``.

    ``version`` is that of the program, ``command`` the command line that made the report.
    """

    key: str
    title: str
    as_of: date
    version: str
    digest: str
    hashed: str
    command: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """The same reference in three forms; ``line`` is a single line."""

    line: str
    csl_json: str
    bibtex: str


def citation(cited: Cited) -> Citation:
    """How to cite it; text from the record is escaped as each form wants it."""
    return Citation(_line(cited), _csl_json(cited), _bibtex(cited))


def _line(cited: Cited) -> str:
    quoted = cited.digest[:_DIGITS_QUOTED]
    return f"{AUTHOR} ({cited.as_of.year}). {_title(cited)}. Version {cited.version}. SHA-256 {quoted}."


def _title(cited: Cited) -> str:
    return _in_one_line(f"{cited.title}, as of {day_in_words(cited.as_of)}")


def _digest_told(cited: Cited) -> str:
    return f"SHA-256 of the {cited.hashed} file in this report: {cited.digest}"


def _csl_json(cited: Cited) -> str:
    """An array of one item, as reference managers import it (CSL-JSON 1.0)."""
    item = {
        "id": cited.key,
        "type": "dataset",
        "title": _title(cited),
        "author": [{"literal": AUTHOR}],
        "issued": {"date-parts": [[cited.as_of.year, cited.as_of.month, cited.as_of.day]]},
        "version": cited.version,
        "publisher": AUTHOR,
        "note": _in_one_line(f"{_digest_told(cited)}. Made with: {cited.command}"),
        "keyword": _in_one_line(", ".join(cited.keywords)),
    }
    return json_text([item]) + "\n"


def _bibtex(cited: Cited) -> str:
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{_latex(_title(cited))}}}",
        "year": str(cited.as_of.year),
        "month": str(cited.as_of.month),
        "publisher": AUTHOR,
        "version": _latex(cited.version),
        "keywords": _latex(", ".join(cited.keywords)),
        "note": f"{_latex(_digest_told(cited))}. Made with: \\texttt{{{_latex(cited.command)}}}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}"]) + "\n"


_LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",  # BibTeX counts braces, those after a backslash too
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "%#&$_"},
    }
)


def _latex(text: str) -> str:
    """``text`` so that LaTeX prints it and obeys nothing in it; two hyphens stay two hyphens."""
    return re.sub("-(?=-)", "-{}", _in_one_line(text).translate(_LATEX))


def _in_one_line(text: str) -> str:
    """``text`` without line ends, and with a replacement character for what a terminal would obey."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
