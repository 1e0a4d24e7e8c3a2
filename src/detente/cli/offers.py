"""Which of several answers may be meant by what has been typed so far?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.errors import RejectedError

Meaning = Callable[[str], str]
"""What is understood by a text, in a few words or none; raises DetenteError for a text that cannot be. Called at each key."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to answer: what is put into the line, what stands beside it, and the other names that it is found by."""

    value: str
    meaning: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``offers`` are completed while somebody types; with ``only_offers`` nothing else is an answer.

    ``meaning`` None takes every text. ``default`` stands in the line already. ``needed``: an empty line is no answer.
    ``hint`` says what may be written, while the line is empty.
    """

    text: str
    offers: Sequence[Offer] = ()
    only_offers: bool = False
    meaning: Meaning | None = None
    default: str = ""
    needed: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question whose offers are ready to be looked through at each key."""

    question: Question
    keys: dict[Offer, tuple[str, ...]] = field(init=False)
    """What each offer is found by, without case and accents; its value comes first."""

    def __post_init__(self) -> None:
        from detente.store.names import name_key

        keys = {o: tuple(map(name_key, (o.value, *o.names, *filter(None, [o.meaning])))) for o in self.question.offers}
        object.__setattr__(self, "keys", keys)

    def fitting(self, text: str) -> Iterator[Offer]:
        """The offers that ``text`` may begin: by their values first, then by other names, then by words inside of these."""
        from detente.store.names import name_key

        typed = name_key(text)
        ranked = ((_rank(typed, keys), offer) for offer, keys in self.keys.items())
        found = [(rank, offer) for rank, offer in ranked if rank is not None]
        yield from (offer for _, offer in sorted(found, key=lambda one: one[0]))

    def settled(self, text: str) -> str:
        """What a line stands for: where only offers count, the one named in full or the only one that fits; else itself."""
        from detente.store.names import name_key

        text = text.strip()
        if not text or not self.question.only_offers:
            return text
        typed = name_key(text)
        named = [offer for offer, keys in self.keys.items() if typed in keys] or list(self.fitting(text))
        return named[0].value if len({offer.value for offer in named}) == 1 else text

    def understood(self, text: str) -> str:
        """What is understood by a line; raises DetenteError where it is no answer."""
        text = self.settled(text)
        if not text:
            if self.question.needed:
                raise RejectedError("an answer is needed", mend=self.question.hint)
            return self.question.hint
        if self.question.only_offers:
            self._refuse_others(text)
        return self.question.meaning(text) if self.question.meaning else ""

    def _refuse_others(self, text: str) -> None:
        values = [offer.value for offer in self.question.offers]
        if text in values:
            return
        several = [offer.value for offer in self.fitting(text)]
        raise RejectedError(f"'{text}' may be {some(several)}" if several else f"'{text}' is none of {some(values)}")


def _rank(typed: str, keys: Sequence[str]) -> int | None:
    """How well a text fits, 0 the best; None: not at all."""
    if keys[0].startswith(typed):
        return 0
    if any(key.startswith(typed) for key in keys):
        return 1
    return 2 if any(f"{between}{typed}" in key for key in keys for between in " -/.") else None


def some(values: Sequence[str], most: int = 8) -> str:
    """The first ``most`` of the values in one line, and whether there are more."""
    return ", ".join(values[:most]) + (" …" if len(values) > most else "")
