"""What may be said of a tenure in a command, and what it then is?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from detente.cli.options import one, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.domain.officeholders import Officeholder
    from detente.store.opening import Store

LEVEL = one("--level", "WORD", "minister, deputy-minister, chief-of-defence, official or foreign-minister.")
ROLE = one("--role", "TEXT", "The office in words; default: as it was called last, if anybody held it.")
FROM = one("--from", "DAY", "First day in office, inclusive; default: not known.")
TO = one("--to", "DAY", "Last day in office, inclusive; default: still in office, or not known.")
SOURCE = one("--source", "URL", "What says so.")


def new_tenure(store: "Store", party: str, person: str, told: Mapping[str, Any], *, also: bool) -> "Officeholder":
    """The tenure that was told of; raises UsageError for what is no word or day, or where the role is not known.

    A name that only resembles one on record raises NotFoundError, unless ``also``.
    """
    from detente.cli.commands.log import StoreReference
    from detente.domain.officeholders import Officeholder
    from detente.domain.tenures import usual_role
    from detente.domain.told import name_on_record
    from detente.domain.vocabulary import Office
    from detente.store.reference import find_party

    known = StoreReference(store)
    code = find_party(store, party).code
    name, _ = name_on_record(person.strip(), known, anew=also)
    if not told["office"]:
        raise UsageError("--level is missing", mend=f"one of {', '.join(Office)}")
    office = word("--level", told["office"], Office)
    role = told["role"] or usual_role(code, office, known.holders())
    if not role:
        mend = "say what the office is called, such as --role 'Minister of Defence'"
        raise UsageError(f"--role is missing: nobody is on record as {office} of {code}", mend=mend)
    first, last = (_day(told[key], flag) for key, flag in (("from_", "--from"), ("to", "--to")))
    return Officeholder(name, code, office, role, first, last, told["source"] or "")


def changed(before: "Officeholder", told: Mapping[str, Any]) -> "Officeholder":
    """The tenure with what was said of it; an empty day is one that is not known. Raises UsageError."""
    from dataclasses import replace

    from detente.domain.officeholders import without_end
    from detente.domain.vocabulary import Office

    new: dict[str, Any] = {}
    for name, field in (("person", "person"), ("role", "title"), ("source", "source_url")):
        if told.get(name) is not None:
            new[field] = told[name].strip()
    if told.get("office") is not None:
        new["office"] = word("--level", told["office"], Office)
    for name, field, flag in (("from_", "from_date", "--from"), ("to", "to_date", "--to")):
        if told.get(name) is not None:
            new[field] = _day(told[name], flag)
    if new.get("to_date") is not None and "title" not in new:
        new["title"] = without_end(before.title)
    return replace(before, **new)


def _day(text: str | None, flag: str) -> Any:
    from datetime import date

    from detente.domain.asked import day

    return date.fromordinal(day(flag, text)) if text else None


def others_in_words(new: "Officeholder", others: "Sequence[Officeholder]") -> list[str]:
    """What to check of those who are on record as holding the same office at the same time, with the command that mends it."""
    from datetime import timedelta

    from detente.domain.tenures import record_of

    lines = []
    for other in others:
        begun = new.from_date is not None and other.from_date is not None and other.from_date < new.from_date
        until = new.from_date - timedelta(days=1) if begun and new.from_date is not None else "DAY"
        lines.append(
            f"{other.person} is on record as {other.office} of {other.party} at the same time; "
            f"if that had ended: detente offices end '{record_of(other)}' --to {until}"
        )
    return lines
