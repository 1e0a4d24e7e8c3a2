"""What was meant by an option that stands before the command?"""

import shlex
from collections.abc import Callable, Collection, Sequence
from typing import Any


def meant(option: str, given: Sequence[str], commands: Collection[str], load: Callable[[str], Any]) -> tuple[str, str]:
    """What is wrong and how to mend it where ``option``, unknown to the program, belongs to the command that is called.

    ``load`` gives a command by its name. Both are empty where no command of that name, or of one near it, takes the option.
    """
    places = [place for place, word in enumerate(given) if not word.startswith("-")]
    called = next((place for place in places if given[place] in commands), None)
    if called is not None:
        parameter = _parameter(load(given[called]), option)
        return (
            (f"{option} comes after the command", f"write: {_moved(option, given, called, parameter)}")
            if parameter
            else ("", "")
        )
    from detente.store.names import nearest

    for place in sorted(places, key=lambda place: _may_be_a_value(given, place)):
        near = [name for name in nearest(given[place], commands) if _parameter(load(name), option)]
        if near:
            suggested = " or ".join(f"detente {name}" for name in near)
            return f"there is no command '{given[place]}', and {option} comes after a command", f"did you mean {suggested}?"
    return "", ""


def _may_be_a_value(given: Sequence[str], place: int) -> bool:
    """Whether the word stands right behind an option, whose value it may be."""
    return place > 0 and given[place - 1].startswith("-") and "=" not in given[place - 1]


def _parameter(command: Any, option: str) -> Any:
    """The parameter of a command, or of one below it, that is called so; None if there is none."""
    below = [command, *getattr(command, "commands", {}).values()]
    return next((parameter for one in below for parameter in one.params if option in parameter.opts), None)


def _moved(option: str, given: Sequence[str], called: int, parameter: Any) -> str:
    """The command line with the option, and its value, where they belong."""
    place = next(place for place, word in enumerate(given) if word.partition("=")[0] == option)
    separate = not getattr(parameter, "is_flag", False) and "=" not in given[place] and place + 1 < called
    taken = [place, place + 1] if separate else [place]
    rest = [word for at, word in enumerate(given) if at not in taken]
    return shlex.join(["detente", *rest, *(given[at] for at in taken)])
