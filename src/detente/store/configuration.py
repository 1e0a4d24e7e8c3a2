"""Where is a setting from: the environment, the folder, the user's own file, or nowhere?

Files are looked for when a setting is needed and neither an option nor the environment gives it, and at no other time.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from detente.domain.dates import Tolerance
from detente.domain.settings import KNOWN, Value, read_settings
from detente.errors import StoreError, UsageError

FILE = "detente.toml"
_AT_MOST = 65_536
"""Bytes of a file of settings; no sensible one has more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A setting that was made: its value and by what, ``./detente.toml`` or ``DETENTE_DB``."""

    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file says; ``folder`` is where it lies. ``own`` False: it is that of the current folder, and may be anybody's."""

    shown: str
    folder: Path
    own: bool
    values: dict[str, Value]


def configured(name: str) -> Found | None:
    """The setting ``name`` by the environment, else the current folder's file, else the user's own; None where none makes it.

    A path of a store is as the program takes it: one in a file starts from the folder of that file. Raises UsageError for a
    file or variable that makes no sense.
    """
    if (found := _of_environment(name)) is not None:
        return found
    for path, own in ((Path(FILE), False), (users_file(), True)):
        if path is not None and (settings := settings_in(path, own=own)) is not None and name in settings.values:
            return _found(name, settings)
    return None


def widths(*, days: int | None, months: int | None, years: int | None) -> Tolerance:
    """How far ``~`` is to widen dates in a store that is made now: as given, None for what is set or usual."""
    given = {"days": days, "months": months, "years": years}
    return Tolerance(**{unit: _width(unit) if width is None else width for unit, width in given.items()})


def _width(unit: str) -> int:
    found = configured(f"approximate.{unit}")
    value = KNOWN[f"approximate.{unit}"].default if found is None else found.value
    assert isinstance(value, int)  # what the reader of that setting gives
    return value


def _of_environment(name: str) -> Found | None:
    variable = KNOWN[name].variable
    if not (text := os.environ.get(variable, "").strip()):
        return None
    try:
        return Found(KNOWN[name].read(text), variable)
    except ValueError as error:
        raise UsageError(f"{variable} cannot be read", mend=f"set it to {error}") from None


def users_file() -> Path | None:
    """Where the user's own settings are, whether there are any or not; None where the user has no such folder."""
    from platformdirs import user_config_path

    path = user_config_path("detente", appauthor=False) / FILE
    return path if path.is_absolute() else None


def settings_in(path: Path, *, own: bool) -> Settings | None:
    """What the file says, None if there is none; raises UsageError where it cannot be read or makes no sense."""
    shown = str(path) if own else f"./{path}"
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            content, owner = file.read(_AT_MOST + 1), os.fstat(file.fileno()).st_uid
    except OSError as error:
        raise UsageError(f"{shown} cannot be read: {error.strerror}", mend="give yourself the right to, or remove it") from None
    if len(content) > _AT_MOST:
        raise UsageError(f"{shown} is too large for a file of settings", mend="correct the file")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(f"{shown} is not valid UTF-8", mend="save it as UTF-8") from None
    settings = Settings(shown, path.absolute().parent, own, read_settings(text, shown))
    if not own:
        _refuse_what_only_a_user_may_say(settings, owner)
    return settings


def _refuse_what_only_a_user_may_say(settings: Settings, owner: int) -> None:
    """A folder may be somebody else's: it names a store, but in nobody's name and without the reader's secrets."""
    if "author" in settings.values and hasattr(os, "getuid") and owner not in (os.getuid(), 0):
        raise UsageError(
            f"{settings.shown} belongs to somebody else and names an author",
            mend="set author in your own file: detente config path",
        )
    from detente.store.addresses import is_url, read_url

    store = str(settings.values.get("store", ""))
    if is_url(store):
        try:
            url = read_url(store)
        except StoreError as error:
            raise UsageError(f"{settings.shown}: store: {error.reason}", mend=error.mend) from None
        if strange := sorted(set(url.query) - _HARMLESS):
            raise UsageError(
                f"{settings.shown}: the URL of a folder's store may not set {strange[0]}",
                mend="set it in your own file: detente config path",
            )


_HARMLESS = {"host", "port", "sslmode", "connect_timeout", "application_name", "target_session_attrs"}
"""Options of a connection that lead to no file, service or setting of the person who runs the program."""


def _found(name: str, settings: Settings) -> Found:
    value = settings.values[name]
    if name == "store":
        value = _from_folder(str(value), settings.folder if settings.own else Path())
    return Found(value, settings.shown)


def _from_folder(store: str, folder: Path) -> str:
    from detente.store.addresses import is_url

    return store if is_url(store) or store.startswith("~") else str(folder / store)
