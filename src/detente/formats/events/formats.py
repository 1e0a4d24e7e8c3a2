"""Which formats of event data are there, and what does each need to be told?"""

from datetime import date

from detente.errors import UsageError
from detente.formats.events.crosswalk import Codebook
from detente.formats.events.gdelt import Gdelt
from detente.formats.events.icews import Icews
from detente.formats.events.keds import Keds
from detente.formats.events.polecat import Polecat
from detente.formats.events.quadruples import DAYS_OF_STEP, QuadruplesByName, QuadruplesByNumber
from detente.formats.events.reading import Format, Wanted

FORMATS = ("icews", "icews-names", "icews-ids", "gdelt", "polecat", "keds")
"""What ``--as`` takes of event data."""


def format_named(name: str, wanted: Wanted) -> Format:
    """The format of that name; raises UsageError for another one, and where something is missing or of no use."""
    if name == "keds":
        return Keds(_codebook(wanted))
    if wanted.codebook is not None:
        raise UsageError(f"--codebook is of no use for {name}", mend="leave it out")
    if name == "icews-ids":
        return _by_number(wanted)
    plain: dict[str, type[Format]] = {"icews": Icews, "icews-names": QuadruplesByName, "gdelt": Gdelt, "polecat": Polecat}
    if name not in plain:
        raise UsageError(f"--as '{name}' is not known", mend=f"write one of {', '.join(FORMATS)}")
    return plain[name]()


def _codebook(wanted: Wanted) -> Codebook:
    if wanted.codebook not in ("cameo", "weis"):
        raise UsageError("which codebook a KEDS file has is not to be guessed", mend="say --codebook cameo or --codebook weis")
    return Codebook(wanted.codebook)


def _by_number(wanted: Wanted) -> Format:
    if wanted.maps is None or wanted.base_date is None or wanted.step is None:
        raise UsageError(
            "numbers mean nothing by themselves", mend="add --maps FOLDER, --base-date DAY and --step hours or days"
        )
    if wanted.step not in DAYS_OF_STEP:
        raise UsageError(f"--step '{wanted.step}' is not known", mend="write hours or days")
    try:
        base = date.fromisoformat(wanted.base_date)
    except ValueError:
        raise UsageError(f"--base-date '{wanted.base_date}' is no day", mend="write it as 2014-01-01") from None
    return QuadruplesByNumber(wanted.maps, base, wanted.step)
