"""What do the names in a file stand for: parties, topics and people, each looked up once?"""

from collections.abc import Callable
from functools import cached_property

from detente.domain.officeholders import Officeholder
from detente.domain.parties import Party
from detente.domain.topics import Topic
from detente.errors import NotFoundError
from detente.store import reference
from detente.store.opening import Store

Found = Party | str


class Names:
    """What names stand for by the store, remembered: a file says the same ones again and again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str], Found | NotFoundError] = {}

    def party(self, text: str) -> Party:
        """The party named; raises NotFoundError."""
        found = self._once("party", text, lambda: reference.find_party(self._store, text))
        assert isinstance(found, Party)
        return found

    def topic(self, text: str) -> str:
        """The id of the topic named; raises NotFoundError."""
        return str(self._once("topic", text, lambda: reference.topic_among(self._topics, text).topic))

    def person(self, text: str) -> str:
        """The name on record; raises NotFoundError."""
        return str(self._once("person", text, lambda: reference.person_among(self._people, text)))

    @cached_property
    def holders(self) -> list[Officeholder]:
        """Every tenure known."""
        return reference.officeholders(self._store)

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return reference.topics(self._store)

    @cached_property
    def _people(self) -> dict[str, str]:
        return reference.people(self._store)

    def _once(self, kind: str, text: str, find: Callable[[], Found]) -> Found:
        key = (kind, text)
        if key not in self._known:
            try:
                self._known[key] = find()
            except NotFoundError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, NotFoundError):
            raise NotFoundError(found.reason, mend=found.mend)
        return found
