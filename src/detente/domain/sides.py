"""Between whom was it: how are parties, and the offices of their defence sides, put into a sentence?"""

from collections.abc import Sequence

from detente.domain.parties import OrganisationName
from detente.domain.vocabulary import Level
from detente.domain.words import and_list

_OFFICES: dict[Level | None, tuple[str, str]] = {
    None: ("the defence establishment", "the defence establishments"),
    Level.MINISTER: ("the defence minister", "the defence ministers"),
    Level.DEPUTY_MINISTER: ("the deputy defence minister", "the deputy defence ministers"),
    Level.CHIEF_OF_DEFENCE: ("the chief of defence", "the chiefs of defence"),
    Level.OFFICIAL: ("officials of the defence ministry", "officials of the defence ministries"),
}
"""The office of one state, and of several."""

_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros")


def sides_in_words(level: Level | None, names: Sequence[str]) -> str:
    """``the defence ministers of France and Russia``; no level: ``the defence establishments of …``.

    An organisation has no such office and stands behind the states: ``the defence minister of Germany and the European Union``.
    """
    states = [name_in_sentence(name) for name in names if not isinstance(name, OrganisationName)]
    others = [name_in_sentence(name) for name in names if isinstance(name, OrganisationName)]
    if not states:
        return and_list(others)
    office = f"{_OFFICES[level][len(states) > 1]} of {and_list(states)}"
    return f"{office}, and {and_list(others)}" if others and len(states) > 1 else and_list([office, *others])


def name_in_sentence(name: str) -> str:
    """A party's name as it stands inside a sentence: ``France``, ``the United States``, ``the African Union``, ``ASEAN``."""
    with_article = name.startswith(_WITH_ARTICLE) or (isinstance(name, OrganisationName) and " " in name)
    return f"the {name}" if with_article and not name.startswith(("The ", "the ")) else name
