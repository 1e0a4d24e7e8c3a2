"""What may be said of a recurring dialogue in a command, and what it then is?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import choice, one, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    from detente.domain.dialogues import Dialogue

OPTIONS: dict[str, tuple[Any, object]] = {
    "name": (one("--name", "TEXT", "What the dialogue is called."), None),
    "every": (one("--every", "LENGTH", "Its rhythm: 1y, 2y, 6m."), None),
    "months": (
        one("--months", "N[-N]", "The month or months in which it is usually held, 9 or 9-11; default: any time."),
        None,
    ),
    "tolerance": (one("--tolerance", "DAYS", "So many days before or after still count; default: 60."), None),
    "from_": (one("--from", "DAY", "Its first day: that of the first meeting, or of the agreement."), None),
    "to": (one("--to", "DAY", "Its last day; default: it goes on."), None),
    "suspended": (choice("--suspended", "A/B", "Did not run from A to B; A/.. while that lasts. Repeatable."), None),
    "channel": (one("--channel", "WORD", "The channel of its meetings, or any; default: in-person."), None),
    "setting": (one("--setting", "WORD", "Their setting, or any; default: any."), None),
    "level": (one("--level", "WORD", "Their level, or any; default: minister."), None),
    "source": (one("--source", "URL", "What says so."), None),
    "note": (one("--note", "TEXT", "Anything else."), None),
    "restricted": (
        Annotated[bool | None, typer.Option("--restricted/--public", help="It is not public, or is.", show_default=False)],
        None,
    ),
}
"""What may be said of a dialogue, declared or corrected."""

AT_FIRST = {"tolerance": "60", "channel": "in-person", "setting": "any", "level": "minister"}
"""What is meant where a new dialogue does not say."""


def undescribed(dialogue_id: str, codes: Sequence[str]) -> "Dialogue":
    """A dialogue of which only the id and the parties are known; raises UsageError for what is no id."""
    from datetime import date

    from detente.domain.dialogues import Dialogue

    return Dialogue(_id(dialogue_id), "", tuple(sorted(codes)), "any", "any", "any", 12, None, None, 1, date.min)


def changed(before: "Dialogue", told: Mapping[str, Any]) -> "Dialogue":
    """The dialogue with what was said of it; raises UsageError."""
    from detente.domain.vocabulary import Channel, Level, Setting

    new: dict[str, Any] = {}
    if told["name"] is not None:
        new["name"] = _filled("--name", told["name"])
    if told["every"] is not None:
        new["every_months"] = _every(told["every"])
    if told["months"] is not None:
        new["first_month"], new["last_month"] = _usual(told["months"])
    if told["tolerance"] is not None:
        new["tolerance_days"] = _number("--tolerance", told["tolerance"])
    if told["from_"] is not None:
        new["from_date"] = _day("--from", told["from_"])
    if told["to"] is not None:
        new["to_date"] = _day("--to", told["to"]) if told["to"] else None
    if told["suspended"] is not None:
        new["suspended"] = _suspended(told["suspended"])
    for name, vocabulary in (("channel", Channel), ("setting", Setting), ("level", Level)):
        if told[name] is not None:
            new[name] = _word(f"--{name}", told[name], vocabulary)
    if told["source"] is not None:
        new["source_url"] = _address(told["source"]) if told["source"] else None
    if told["note"] is not None:
        new["note"] = told["note"] or None
    if told["restricted"] is not None:
        new["restricted"] = told["restricted"]
    return replace(before, **new)


def _id(text: str) -> str:
    import re

    from detente.domain.package import DIALOGUES

    column = DIALOGUES["dialogue_id"]
    if not re.fullmatch(column.pattern, text, re.ASCII) or len(text) > column.most:
        raise UsageError(f"'{text}' is no id of a dialogue", mend=f"write {column.description}, of at most {column.most}")
    return text


def _filled(flag: str, text: str) -> str:
    if not text.strip():
        raise UsageError(f"{flag} is empty", mend="say it in a few words")
    return text


def _every(text: str) -> int:
    """Months, from ``1y``, ``2y``, ``6m`` or ``6``."""
    import re

    match = re.fullmatch(r"(\d{1,4})([my]?)", text.strip().lower(), re.ASCII)
    if match is None or not int(match[1]):
        raise UsageError(f"--every '{text}' is no rhythm", mend="write 1y, 2y or 6m")
    return int(match[1]) * (12 if match[2] == "y" else 1)


def _usual(text: str) -> tuple[int | None, int | None]:
    """First and last of the usual months, from ``9``, ``9-11`` or an empty text."""
    if not text:
        return None, None
    ends = text.split("-")
    if len(ends) > 2 or not all(end.isascii() and end.isdigit() and 1 <= int(end) <= 12 for end in ends):
        raise UsageError(f"--months '{text}' is no month, nor from one to another", mend="write 9, 9-11 or 12-1")
    return int(ends[0]), int(ends[1]) if len(ends) == 2 else None


def _number(flag: str, text: str) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise UsageError(f"{flag} '{text}' is no number of days", mend="write 30, 60 or 90")
    return int(digits)


def _suspended(texts: Sequence[str]) -> Any:
    from detente.domain.dialogues import read_suspended

    try:
        return read_suspended(";".join(texts))
    except ValueError as error:
        what, _, mend = str(error).partition("; ")
        raise UsageError(f"--suspended: {what}", mend=mend) from None


def _day(flag: str, text: str) -> "date":
    from datetime import date

    from detente.domain.asked import day

    return date.fromordinal(day(flag, text))


def _word(flag: str, text: str, vocabulary: "type[StrEnum]") -> str:
    """A vocabulary word, or ``any``."""
    return "any" if text.casefold() == "any" else word(flag, text, vocabulary).value


def _address(text: str) -> str:
    from detente.domain.cell_values import is_wrong
    from detente.domain.package import DIALOGUES

    wrong = is_wrong(DIALOGUES["source_url"])
    if wrong is not None and wrong(text):
        raise UsageError(f"--source '{text}' is no address", mend="write an http or https address")
    return text
