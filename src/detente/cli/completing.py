"""What does a shell complete: parties, topics and ids of the store, and the words that options take?"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.store.opening import Store

Found = Iterable[tuple[str, str]]
"""What may stand instead of the beginning of a word, each with what it means."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One word, as typer hands it to the shell."""

    value: str
    help: str | None = None
    type: str = "plain"


def completed(command: Any) -> Any:
    """The command, its arguments and options completed by what their metavars say that they take."""
    for parameter in getattr(command, "params", ()):
        if (ask := _for(parameter, command.name)) is not None:
            parameter.shell_complete = ask
    for further in getattr(command, "commands", {}).values():
        completed(further)
    return command


def _for(parameter: Any, command: str) -> "Callable[[Any, str], list[Completion]] | None":
    """How a parameter is completed; None: as the shell completes files."""
    metavar = str(parameter.metavar or "")
    allowed = _words(parameter, metavar)
    if allowed:
        return lambda ctx, typed: _safe((word, "") for word in allowed if word.startswith(typed))
    ask = None if (command, metavar) == ("topic", "ID") else _OF_STORE.get(metavar)  # a new topic has no id yet
    return None if ask is None else lambda ctx, typed: _from_store(ask, ctx, typed)


def _words(parameter: Any, metavar: str) -> list[str]:
    """The words of the vocabulary that a parameter takes, if it takes one."""
    from detente.domain import verdicts, vocabulary

    if re.fullmatch(r"[a-z|-]+\|[a-z|-]+", metavar):
        return metavar.split("|")
    if metavar not in ("WORD", "CHANNEL"):
        return []
    kinds: dict[str, Iterable[str]] = {
        "channel": [*vocabulary.Channel, vocabulary.CALL] if metavar == "WORD" else vocabulary.Channel,
        "level": vocabulary.Level,
        "office": vocabulary.Office,
        "setting": vocabulary.Setting,
        "substance": vocabulary.Substance,
        "status": vocabulary.Status,
        "kind": vocabulary.ClaimKind,
        "verdict": verdicts.Verdict,
    }
    return [str(word) for word in kinds.get(str(parameter.name).rstrip("_"), ())]


_PLAIN = re.compile(r"[\w.@+/-]+")
_NOT_PLAIN = re.compile(r"[^\w .,()/–-]+")


def _safe(found: Found) -> list[Completion]:
    """What no shell takes for anything else than words.

    Scripts of completion evaluate what they are given, and a record holds whatever its sources do: a value with other
    characters is not offered, and what stands beside one loses them.
    """
    kept = ((value, " ".join(_NOT_PLAIN.sub(" ", beside).split())) for value, beside in found if _PLAIN.fullmatch(value))
    return [Completion(value, beside or None) for value, beside in kept]


def _from_store(ask: "Callable[[Store, str], Found]", ctx: Any, typed: str) -> list[Completion]:
    """Completion by the store that is meant; nothing where there is none, or it cannot be asked."""
    from detente.errors import DetenteError
    from detente.store.opening import open_store

    try:
        with open_store(ctx.params.get("db")) as store:
            return _safe(ask(store, typed))
    except (DetenteError, OSError):
        return []


def _parties(store: "Store", typed: str) -> Iterator[tuple[str, str]]:
    """Codes and one-word names that begin so, of parties on record, or where none of these fits of all.

    Written as they are typed: some shells tell small letters from capitals.
    """
    from detente.store.names import name_key
    from detente.store.offering import party_names_beginning, used_parties

    if not typed:
        yield from used_parties(store)
        return
    fitting, on_record = party_names_beginning(store, name_key(typed)), {name for _, name in used_parties(store)}
    for name, meaning in [one for one in fitting if one[1] in on_record] or fitting:
        yield name.upper() if typed.isupper() else name.capitalize() if typed[0].isupper() else name, meaning


def _topics(store: "Store", typed: str) -> Iterator[tuple[str, str]]:
    from detente.store.reference import topics

    return ((topic.topic, topic.label) for topic in topics(store).values() if topic.topic.startswith(typed))


def _offices(store: "Store", typed: str) -> Iterator[tuple[str, str]]:
    """Words of names that begin so: a name of two words is typed word by word."""
    from detente.domain.tenures import record_of
    from detente.store.names import name_key
    from detente.store.reference import officeholders

    for holder in officeholders(store):
        for word in holder.person.split():
            if name_key(word).startswith(name_key(typed)):
                yield word, record_of(holder)


def _ids(store: "Store", typed: str, *, claims: bool = False) -> Iterator[tuple[str, str]]:
    from detente.store.meant import ids_beginning

    return ((name, "") for name in ids_beginning(store, typed, claims=claims))


def _records(store: "Store", typed: str) -> Iterator[tuple[str, str]]:
    return _ids(store, typed, claims=True)


def _pair_or_id(store: "Store", typed: str) -> Iterator[tuple[str, str]]:
    """Both where a command takes a pair or an id: an id has a hyphen."""
    return _records(store, typed) if "-" in typed else _parties(store, typed)


_OF_STORE: "dict[str, Callable[[Store, str], Found]]" = {
    "ID": _ids,
    "[ID]": _records,
    "CLAIM-ID": _records,
    "PARTY": _parties,
    "COUNTRY": _parties,
    "[PARTY]...": _parties,
    "PARTY PARTY": _parties,
    "[PARTY PARTY]": _parties,
    "PARTY PARTY...": _parties,
    "PARTY PARTY [SENTENCE]": _parties,
    "PARTY PARTY|ID": _pair_or_id,
    "[PARTY PARTY|ID]": _pair_or_id,
    "TENURE...": _offices,
    "TOPIC": _topics,
    "[PARTY=]TOPIC": _topics,
}
"""What stands for something in the store, by the metavar that says so."""
