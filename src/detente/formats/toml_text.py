"""What does a TOML file that a user wrote say, and what is said of one that cannot be read?"""

import tomllib
from pathlib import Path
from typing import Any

from detente.errors import NotFoundError, RejectedError


def read_toml(path: Path, named: str) -> tuple[dict[str, Any], str]:
    """What the file says, and its text, in which mistakes can be given their line. A byte order mark does no harm.

    ``named`` is how such a file is named and where it is explained, for who has none. Raises NotFoundError where there is none
    or it cannot be read, and RejectedError for what is not UTF-8 or not TOML, in one line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), text
    except FileNotFoundError:
        raise NotFoundError(f"no file {path}", mend=named) from None
    except OSError as error:
        raise NotFoundError(f"{path} cannot be read: {error.strerror}", mend="name another file") from None
    except UnicodeDecodeError:
        raise RejectedError(f"{path} is not UTF-8 text", mend="save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RejectedError(f"{path} is not TOML: {error}", mend="correct it there") from None
