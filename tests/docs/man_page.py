"""The man page: the commands as the program knows them, in the language of man."""

import re
from collections.abc import Iterator
from typing import Any

import typer

from detente.cli.app import COMMANDS, app
from detente.domain.settings import KNOWN
from tests.docs.pages import ROOT, page, rows

PAGE = ROOT / "man" / "detente.1"


def man_page() -> str:
    """The whole page. It names no version and no day: it changes when the commands do."""
    group: Any = typer.main.get_command(app)
    whole = _context(group, "detente", None)
    parts = [
        '.TH DETENTE 1 "" "Détente" "User Commands"',
        ".SH NAME",
        f"detente \\- {_text(_first_sentence(group.help)[0].lower() + _first_sentence(group.help)[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        "\\fBdetente\\fR \\fICOMMAND\\fR [\\fIARGUMENT\\fR ...] [\\fIOPTION\\fR ...]",
        ".SH DESCRIPTION",
        *_paragraphs(group.help),
        ".PP",
        "Each command tells what it takes with \\fB\\-\\-help\\fR.",
        *_options(group, whole),
        *_commands(group, whole),
        *_environment(),
        *_files(),
        *_exit_codes(),
        *_examples(),
        ".SH SEE ALSO",
        ".BR sqlite3 (1),",
        ".BR psql (1)",
    ]
    return "\n".join(parts) + "\n"


def _commands(group: Any, whole: Any) -> Iterator[str]:
    for title, names in COMMANDS.items():
        yield f".SH COMMANDS: {title.upper()}"
        for name in names:
            yield from _command([name], group.get_command(None, name), whole)


def _command(path: list[str], command: Any, above: Any) -> Iterator[str]:
    context = _context(command, path[-1], above)
    inside = getattr(command, "commands", None)
    if inside:
        for name, child in inside.items():
            yield from _command([*path, name], child, context)
        return
    pieces = " ".join(_text(piece) for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]")
    yield f".SS {_text(' '.join(path))}"
    yield f"\\fBdetente {_text(' '.join(path))}\\fR {pieces} [\\fIOPTION\\fR ...]".replace("  ", " ")
    yield ".PP"
    yield from _paragraphs(command.help)
    yield from _options(command, context)


def _options(command: Any, context: Any) -> Iterator[str]:
    for parameter in command.get_params(context):
        if (record := parameter.get_help_record(context)) is not None and "--help" not in record[0]:
            yield ".TP"
            yield f"\\fB{_text(record[0])}\\fR"
            yield _line(record[1]) or "\\&"


def _context(command: Any, name: str, above: Any) -> Any:
    return command.context_class(command, info_name=name, parent=above)


def _environment() -> Iterator[str]:
    yield ".SH ENVIRONMENT"
    others = {"DETENTE_CHROMIUM": "The Chromium that draws PDF and pictures.", "NO_COLOR": "Set to anything: no colours."}
    for name, meaning in {**{known.variable: known.meaning for known in KNOWN.values()}, **others}.items():
        yield from (".TP", f"\\fB{_text(name)}\\fR", _line(meaning))


def _files() -> Iterator[str]:
    yield ".SH FILES"
    told = {
        "./detente.toml": "Settings of the current folder; see configuration in the documentation.",
        "$XDG_CONFIG_HOME/detente/detente.toml": "Your own settings; \\fBdetente config path\\fR prints where they are.",
        "$XDG_DATA_HOME/detente/record.db": "The store of somebody who names none.",
    }
    for name, meaning in told.items():
        yield from (".TP", f"\\fI{_text(name)}\\fR", meaning)


def _exit_codes() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning, _ in rows(page(ROOT / "docs" / "exit-codes.md"), "code"):
        yield from (".TP", f"\\fB{code}\\fR", _line(re.sub(r"\[([^]]+)\]\([^)]*\)|`", r"\1", meaning)))


def _examples() -> Iterator[str]:
    yield ".SH EXAMPLES"
    told = {
        "Log the call of 3 April 2024; what may belong to a side is PARTY=VALUE": (
            "detente log 2024-04-03 phone FRA RUS --initiator FRA",
            "    --says 'RUS=ukraine-peace-talks: readiness for dialogue noted'",
        ),
        "How long were the silences, and how unusual is this one?": (
            "detente gaps FRA RUS --channel call",
            "detente last FRA RUS",
        ),
        "The report, as it stood at the end of 2024": ("detente report FRA RUS --as-of 2024-12-31 -o fra-rus.html",),
    }
    for number, (words, lines) in enumerate(told.items()):
        yield from ([".PP"] if number else [])
        yield from (
            f"{_line(words)}{'' if words.endswith('?') else ':'}",
            ".PP",
            ".nf",
            ".RS",
            *map(_text, lines),
            ".RE",
            ".fi",
        )


def _first_sentence(text: str) -> str:
    return text.split("\n\n")[0].replace("\n", " ")


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of a help text; one that begins with ``\\b`` keeps its lines."""
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        lines = [line.strip() for line in paragraph.splitlines()]
        if number:
            yield ".PP"
        if lines[0] == "\b":
            yield from (".nf", *map(_line, lines[1:]), ".fi")
        else:
            yield _line(" ".join(lines))


def _line(text: str) -> str:
    """A line of text; one that begins like a request is none."""
    escaped = _text(text.strip())
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _text(text: str) -> str:
    """Text as it stands, with the characters that groff reads as something else told."""
    told = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
    return "".join(told.get(character, character) for character in text)
