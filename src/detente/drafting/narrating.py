"""Whose account does each sentence give, by what the sentences before it have said?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from detente.domain.vocabulary import THIRD_PARTY, Stance
from detente.drafting.lexicon import Cue, Lexicon
from detente.drafting.offices import OWN_IN
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.sourcing import actor_of, cited, subject_of, turned_round
from detente.drafting.speakers import spokesmen_in, voices_in
from detente.drafting.stances import for_its_part, goes_on, leaves_out, not_so, of_all, of_nobody, of_who_spoke, rejecting
from detente.drafting.telling import Told
from detente.drafting.voices import Kind, Voice


@dataclass(frozen=True, slots=True)
class Account:
    """One side's account in a sentence: whose, whether it denies, who is told to have spoken, and how that was got."""

    by: str
    stance: Stance
    raised: str | None
    got: Got


@dataclass(slots=True)
class Narrator:
    """Reads sentences one after the other and knows whose account it is in (``by``), which side's authority was named last,
    and which side ``spoke`` in the contact.

    ``publisher`` is the side that published the whole text, None where it is a reporter's; ``home`` that of the town from
    which it was written; ``first`` the number of the sentence that tells of the contact; ``people`` are the names of those
    in contact, ``spokesmen`` those who speak for a side, with their party.
    """

    words: Lexicon
    parties: Sequence[str]
    publisher: str | None
    home: str | None
    first: int
    people: Mapping[str, str]
    spokesmen: dict[str, str] = field(default_factory=dict)
    by: str | None = None
    authority: str | None = None
    spoke: str | None = None

    def accounts(self, one: Told) -> list[Account]:
        """Whose accounts a sentence gives; two where one side denies what the other says, or both say it."""
        text = one.text
        voices = voices_in(text, one.named, self.parties, self.spokesmen, self.people)
        self.spokesmen.update(spokesmen_in(text, voices))
        if leaves_out(text):
            self.by = self.authority = next((v.party for v in voices if v.publishes and v.party is not None), self.authority)
            return []
        if of_nobody(text):
            return [Account(THIRD_PARTY, Stance.REPORTS, None, _media(text))]
        if of_all(text):
            return [Account(party, Stance.REPORTS, None, Got(How.STATED, text)) for party in self.parties]
        return self._read(one, voices)

    def _read(self, one: Told, voices: Sequence[Voice]) -> list[Account]:
        text = one.text
        denials = self.words.cues["deny"].found(text)
        denying = self._denying(text, voices, denials)
        source = cited(text, voices) or self._saying(text, voices, denials)
        actor = actor_of(text, voices)
        raised = self._raised(text, voices, actor, source)
        denier = None if denying is None else self._party(denying, text, raised)
        behind = denying is not None and source is not None and source.start > denying.start
        by, got = self._by(one, source, raised, denier if behind else None, alone=denying is None)
        found = []
        if denier is None or by not in (None, denier):
            stance = Stance.DENIES if not_so(text) or (denials and denier is None) else Stance.REPORTS
            found.append(Account(by or THIRD_PARTY, stance, raised, got))
        if denier is not None:
            found.append(Account(denier, Stance.DENIES, None if by is None else raised, Got(How.STATED, text)))
        self.by = denier if by is None and denier is not None else by or self.by
        self._remember(one, source, denying)
        self.spoke = raised or self.spoke
        return found

    def _remember(self, one: Told, source: Voice | None, denying: Voice | None) -> None:
        """Whose authority was named, and who is named as speaking for it; from which source the contact is known at all."""
        publishing = next((v for v in (source, denying) if v is not None and v.publishes), None)
        if publishing is not None and self.by is not None:
            self.authority = self.by
            self.spokesmen.update(spokesmen_in(one.text, [replace(publishing, party=self.by)]))
            if self.publisher not in (None, self.by):
                self.publisher = None
            elif one.sentence.number == self.first:
                self.publisher = self.by
        elif source is not None and one.sentence.number == self.first:
            self.by = source.party

    def _denying(self, text: str, voices: Sequence[Voice], denials: Sequence[Cue]) -> Voice | None:
        """The voice that denies, or that rejects what was said and took no part."""
        denying = next((voice for cue in denials if (voice := subject_of(text, cue, voices)) is not None), None)
        place = rejecting(text) if denying is None else None
        voice = None if place is None else subject_of(text, Cue("denies", *place), voices)
        return voice if voice is not None and voice.publishes else denying

    def _saying(self, text: str, voices: Sequence[Voice], denials: Sequence[Cue]) -> Voice | None:
        """The voice of a word of saying; one that publishes rather than one that took part."""
        apart = {cue.start for cue in denials}
        cues = [cue for kind in ("say", "verb") for cue in self.words.cues[kind].found(text) if cue.start not in apart]
        cues += [Cue("says", hit.start("so"), hit.end("so")) for hit in _SO.finditer(text)]
        speaking = [(voice, cue) for cue in cues if (voice := subject_of(text, cue, voices)) is not None]
        outer = [voice for voice, cue in speaking if turned_round(text, cue, voice)]
        ranked = [
            *(v for v in outer if v.publishes),
            *(v for v, _ in speaking if v.publishes),
            *outer,
            *(v for v, _ in speaking),
        ]
        return next(iter(ranked), None)

    def _raised(self, text: str, voices: Sequence[Voice], actor: Voice | None, source: Voice | None) -> str | None:
        """The side that is told to have spoken in the contact: of two, the one to which it was not said."""
        if actor is None or actor.party is not None:
            return None if actor is None else actor.party
        others = {v.party for v in voices if not v.publishes and v.party is not None}
        if len(self.parties) == len(_TWO) and len(others) == 1:
            return next(party for party in self.parties if party not in others)
        if source is not None and source.publishes and source.party is not None:
            return source.party
        return self.publisher if actor.kind is Kind.TITLE and self.publisher is not None else self.spoke

    def _party(self, voice: Voice, text: str, raised: str | None) -> str | None:
        """For which side a voice speaks: as it says, else as what was told before has it."""
        if voice.party is not None:
            return voice.party
        if voice.own:
            return raised or self.spoke
        if voice.publishes and _OF_HERE.search(text[max(0, voice.start - _WORD) :]) and (here := self._here()) is not None:
            return here
        if voice.publishes:
            return self.publisher or self.authority or self.by or raised or self.home or self.spoke
        if for_its_part(text) and len(self.parties) == len(_TWO) and self.by in self.parties:
            return next(party for party in self.parties if party != self.by)
        return self.by or self.spoke

    def _here(self) -> str | None:
        """The side from whose country the text is written: by its town, else by its language."""
        own = OWN_IN.get(self.words.language)
        return self.home or (own if own in self.parties else None)

    def _by(
        self, one: Told, source: Voice | None, raised: str | None, denier: str | None, *, alone: bool
    ) -> tuple[str | None, Got]:
        text = one.text
        if self.by is not None and of_who_spoke(text):
            return self.by, Got(How.INFERRED, text, "by the account of whoever spoke before")
        bare = source is not None and source.publishes and source.party is None and not source.own
        party = None if source is None else denier if bare and denier is not None else self._party(source, text, raised)
        if source is not None and source.publishes and party is not None and not (source.kind is Kind.TOWN and self.publisher):
            return party, Got(How.STATED if source.party is not None else How.INFERRED, text)
        if self.publisher is not None:
            return self.publisher, Got(How.INFERRED, text, "the text is what this side published")
        if one.sentence.number != self.first and party is not None:
            return party, Got(How.GUESSED, text, "one of its own is quoted")
        if alone and self.by is not None and goes_on(text):
            return self.by, Got(How.GUESSED, text, "it goes on with what this side said")
        return None, _media(text)


_WORD = 12
"""Letters before an authority that may say what kind of one it is."""
_TWO = ("one", "other")
_OF_HERE = Pattern(
    r"^[^.;]{0,40}?\b(?:here|hier|ici|здесь)\b|^[^.;]{0,25}?\b(?:defen[cs]e ministry|ministry of defen[cs]e|"
    r"verteidigungsministerium|ministère de la défense|ministère des armées|минобороны)\b",
    re.IGNORECASE,
)
"""Of an authority of the country from which a text is written."""
_SO = Pattern(r",\s*(?P<so>so)\s+(?=[A-ZÄÖÜ]|der |die |das |ein)")
"""Behind what somebody says in German: ``…, so Pistorius``."""


def _media(text: str) -> Got:
    return Got(How.GUESSED, text, "the text names no side whose account it is")
