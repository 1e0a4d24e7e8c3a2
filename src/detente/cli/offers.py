"""Which of several answers may be meant by what has been typed so far?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.errors import RejectedError

BACK = "<"
"""The answer that means: the question before."""

Meaning = Callable[[str], str]
"""What is understood by a text, in a few words or none; raises DetenteError for a text that cannot be. Called at each key."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to answer: what is put into the line, what stands beside it, and the other names that it is found by.

    ``likely``: it stands before others that fit better, as long as its value or a name begins so.
    """

    value: str
    meaning: str = ""
    names: tuple[str, ...] = ()
    likely: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``offers`` are completed while somebody types; with ``only_offers`` nothing else is an answer.

    ``meaning`` None takes every text. ``default`` stands in the line already. ``needed``: an empty line is no answer.
    ``hint`` says what may be written, while the line is empty. ``with_words``: a colon and words may follow an offer.
    """

    text: str
    offers: Sequence[Offer] = ()
    only_offers: bool = False
    meaning: Meaning | None = None
    default: str = ""
    needed: bool = False
    hint: str = ""
    with_words: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question whose offers are ready to be looked through at each key; ``back``: there is a question before."""

    question: Question
    back: bool = False
    keys: dict[Offer, tuple[str, ...]] = field(init=False)
    """What each offer is found by, without case and accents; its value comes first."""

    def __post_init__(self) -> None:
        from detente.store.names import name_key

        keys = {o: tuple(map(name_key, (o.value, *o.names, *filter(None, [o.meaning])))) for o in self.question.offers}
        object.__setattr__(self, "keys", keys)

    def fitting(self, text: str) -> Iterator[Offer]:
        """The offers that ``text`` may begin: by their values first, then by other names, then by words inside of these.

        Of the first two sorts those that are likely stand before all others.
        """
        from detente.store.names import name_key

        typed = name_key(text)
        ranked = ((_rank(typed, keys), offer) for offer, keys in self.keys.items())
        found = [(rank, offer) for rank, offer in ranked if rank is not None]
        yield from (offer for _, offer in sorted(found, key=lambda one: (not one[1].likely or one[0] > 1, one[0])))

    def settled(self, text: str) -> str:
        """What a line stands for: where only offers count, the one named in full or the only one that fits; else itself."""
        text = text.strip()
        if not text or not self.question.only_offers or self._goes_back(text):
            return text
        said, colon, words = text.partition(":") if self.question.with_words else (text, "", "")
        value = self._named(said)
        if value is None:
            return text
        return f"{value}: {words.strip()}" if colon and words.strip() else value

    def _named(self, text: str) -> str | None:
        """The value of the offer named in full, or of the only one that fits; None: there is no such one."""
        from detente.store.names import name_key

        typed = name_key(text)
        named = [offer for offer, keys in self.keys.items() if typed in keys] or list(self.fitting(text))
        return named[0].value if len({offer.value for offer in named}) == 1 else None

    def _goes_back(self, text: str) -> bool:
        return self.back and text == BACK

    def understood(self, text: str) -> str:
        """What is understood by a line; raises DetenteError where it is no answer."""
        text = self.settled(text)
        if self._goes_back(text):
            return "the question before"
        if not text:
            if self.question.needed:
                raise RejectedError("an answer is needed", mend=self.question.hint)
            return self.question.hint
        if self.question.only_offers:
            self._refuse_others(text)
        return self.question.meaning(text) if self.question.meaning else ""

    def _refuse_others(self, text: str) -> None:
        """Raises RejectedError for what is no offer, with those that may be meant."""
        said, colon, _ = text.partition(":")
        known = {offer.value: offer for offer in self.question.offers}
        if text in known or (self.question.with_words and said in known):
            return
        if colon and not self.question.with_words and (alone := self._named(said)) is not None:
            raise RejectedError("no words are asked for here", mend=f"write {alone} alone")
        several = [offer.value for offer in self.fitting(said if self.question.with_words else text)]
        if several:
            raise RejectedError(f"'{text}' may be {some(several)}")
        if near := self._near(text):
            raise RejectedError(f"'{text}' is none of them", mend=f"did you mean {' or '.join(near)}?")
        if len(known) > _FEW:
            raise RejectedError(f"'{text}' is none of the {len(known)}", mend=self.question.hint)
        raise RejectedError(f"'{text}' is none of {some(list(known))}")

    def _near(self, text: str) -> list[str]:
        """The offers that ``text`` may be a misspelling of, each with what it means where that is a name."""
        from detente.store.names import nearest

        by_name = {key: offer for offer, keys in self.keys.items() for key in keys}
        found = dict.fromkeys(by_name[name] for name in nearest(text, by_name))
        return [f"{offer.value} ({offer.meaning})" if offer.meaning else offer.value for offer in found]


_FEW = 12
"""So many offers are listed to somebody who names none of them."""


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
