"""As of which day is a question answered?"""

from typing import TYPE_CHECKING

from detente.cli.failure import note

if TYPE_CHECKING:
    from detente.domain.days import Day


def answer_day(as_of: str | None, known_on: str | None, today: "Day") -> "Day":
    """The day given as ``as_of``, else that of ``known_on``, else what detente.toml says, else ``today``; raises UsageError.

    It may be a day to come, for which something may be planned; a note says what the record cannot know of it.
    """
    from detente.domain.asked import day

    if as_of is not None:
        asked = day("--as-of", as_of)
    elif known_on is not None:
        from detente.store.knowing import read_moment

        asked = read_moment(known_on).day or today
    else:
        asked = _settled(today)
    if asked > today:
        from detente.domain.silences import yet_to_come

        note(yet_to_come(asked, today))
    return asked


def _settled(today: "Day") -> "Day":
    """The as-of day of somebody who names none; says so where it is not today."""
    from detente.domain.days import iso
    from detente.domain.settings import AS_OF_TODAY, as_of_day
    from detente.store.configuration import configured

    found = configured("as_of")
    if found is None or found.value == AS_OF_TODAY:
        return today
    settled = as_of_day(str(found.value), today)
    note(f"as of {iso(settled)}, as {found.origin} says")
    return settled
