"""Whose account does each sentence give, by what the sentences before it have said?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detente.domain.vocabulary import THIRD_PARTY, Stance
from detente.drafting.accounts.asides import Said, in_their_talk, is_aside
from detente.drafting.accounts.handovers import points_back, same_source, turns_to
from detente.drafting.accounts.saying import acting_state, who_denies, who_says, who_says_besides
from detente.drafting.accounts.sourcing import actors_of, cited
from detente.drafting.accounts.speakers import InContact, is_counterpart, is_latter, spokesmen_in, voices_in
from detente.drafting.accounts.stances import (
    adds,
    agreed,
    also,
    for_its_part,
    gives,
    goes_on,
    hearsay,
    leaves_out,
    not_so,
    of_all,
    of_nobody,
    of_who_spoke,
    tells_of_himself,
)
from detente.drafting.accounts.voices import Kind, Voice
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Told
from detente.drafting.who.offices import OWN_IN


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
    which side ``spoke`` in the contact, whether the last source was ``official``, and whether somebody speaks ``aside``.

    ``publisher`` is the side that published the whole text, None where it is a reporter's; ``home`` that of the town from
    which it was written; ``first`` the number of the sentence that tells of the contact; ``those`` are in contact,
    ``spokesmen`` are the names of who speaks for a side, with their party.
    """

    words: Lexicon
    publisher: str | None
    home: str | None
    first: int
    those: InContact
    spokesmen: dict[str, str] = field(default_factory=dict)
    by: str | None = None
    authority: str | None = None
    spoke: str | None = None
    aside: bool = False
    official: bool = False
    told_behind: bool = False
    latter: str | None = None
    paragraph: int = -1

    @property
    def parties(self) -> Sequence[str]:
        """Those in contact."""
        return self.those.parties

    def accounts(self, one: Told, behind: Told | None = None) -> list[Account]:
        """Whose accounts a sentence gives; two where one side denies what the other says, or both say it.

        The one ``behind`` it may name its source.
        """
        text = one.text
        if points_back(text) and self.told_behind:
            self.told_behind = False
            return []
        if behind is not None and points_back(behind.text) and (source := self._source_of(behind)) is not None:
            return self._told_behind(one, behind, source)
        voices = voices_in(text, one.named, self.those, self.spokesmen)
        self.spokesmen.update(spokesmen_in(text, voices))
        voices = [
            replace(v, party=self.latter) if v.kind is Kind.PRONOUN and is_latter(text[v.start : v.end]) else v for v in voices
        ]
        self.latter = next(
            (v.party for v in reversed(voices) if v.kind in (Kind.PERSON, Kind.AUTHORITY) and v.party), self.latter
        )
        turned = turns_to(text, voices)
        if turned is not None or leaves_out(text):
            publishing = next((v for v in voices if v.publishes and v.party is not None), None)
            of = turned or publishing
            self.by = self.authority = self.authority if of is None else of.party
            self.official, self.aside = turned is None or turned.publishes or turned.kind is Kind.SIDE, False
            self.spoke = self.spoke if self.official else self.by
            self.paragraph = one.sentence.paragraph
            return []
        if of_nobody(text):
            return [Account(THIRD_PARTY, Stance.REPORTS, None, _media(text))]
        if of_all(text):
            return [Account(party, Stance.REPORTS, None, Got(How.STATED, text)) for party in self.parties]
        return self._read(one, voices)

    def _source_of(self, one: Told) -> Voice | None:
        """Whom a sentence names as the source of the one before it."""
        voices = voices_in(one.text, one.named, self.those, self.spokesmen)
        return next((v for v in voices if v.publishes), None) or next((v for v in voices if v.took_part), None)

    def _told_behind(self, one: Told, behind: Told, source: Voice) -> list[Account]:
        """The account of a sentence whose source stands in the next one."""
        raised = self._raised(one.text, voices_in(one.text, one.named, self.those, self.spokesmen), source)
        party = self._party(source, behind.text, raised)
        raised = raised or next((c.party for c in one.named.countries if c.party in self.parties and not c.place), None)
        self.by, self.spoke, self.told_behind, self.official = party or self.by, raised or self.spoke, True, source.publishes
        self.authority = party if source.publishes and party is not None else self.authority
        self.spokesmen.update(spokesmen_in(behind.text, [replace(source, party=party)]))
        return [
            Account(
                party or THIRD_PARTY, Stance.REPORTS, raised, Got(How.INFERRED, one.text, "the next sentence says who said it")
            )
        ]

    def _read(self, one: Told, voices: Sequence[Voice]) -> list[Account]:
        text = one.text
        denials = self.words.cues["deny"].found(text)
        denying = who_denies(text, voices, denials)
        source = cited(text, voices) or who_says(text, voices, denials, self.words)
        if any(v.kind is Kind.STRANGER for v in voices) and (source is None or source.kind is Kind.STRANGER):
            return [Account(THIRD_PARTY, Stance.REPORTS, None, _media(text))]
        behind = denying is not None and source is not None and source.start > denying.start
        if behind and source is not None and not source.publishes:
            source = None  # of what is denied: ``denied that the minister had promised …``
        raised = self._raised(text, voices, source or denying)
        denier = None if denying is None else self._party(denying, text, raised)
        acting = next((v for v in actors_of(text, voices) if self.aside or _BEFORE.fullmatch(text[: v.start])), None)
        by, got = self._by(one, source, raised, denier if behind else None, alone=denying is None, acting=acting)
        found = []
        if denier is None or by not in (None, denier):
            stance = Stance.DENIES if not_so(text) or (denials and denier is None) else Stance.REPORTS
            given = by if stance is Stance.DENIES and gives(text) else None
            found.append(Account(by or THIRD_PARTY, stance, raised or given, got))
        if denier is not None:
            found.append(Account(denier, Stance.DENIES, raised or (denier if gives(text) else None), Got(How.STATED, text)))
        besides = [v.party for v in who_says_besides(text, voices, source, self.words) if v.party is not None]
        other = next((party for party in besides if party not in (by, denier)), None)
        if other is not None:
            found.append(Account(other, Stance.REPORTS, None, Got(How.STATED, text)))
        self.by = denier if by is None and denier is not None else by or self.by
        self._remember(one, source, denying)
        self.paragraph = one.sentence.paragraph if found and found[0].by != THIRD_PARTY else self.paragraph
        self.spoke = raised or self.spoke
        return found

    def _remember(self, one: Told, source: Voice | None, denying: Voice | None) -> None:
        """Whose authority was named, and who is named as speaking for it; from which source the contact is known at all."""
        if source is not None and source.kind is not Kind.PRONOUN:
            self.official = source.publishes
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

    @staticmethod
    def _named(source: Voice | None) -> bool:
        """Whether a source says itself whose it is."""
        return source is not None and source.publishes and source.party is not None and source.kind is not Kind.STATE

    def _raised(self, text: str, voices: Sequence[Voice], source: Voice | None) -> str | None:
        """The side that is told to have spoken in the contact: of two, the one to which it was not said."""
        actors = list(actors_of(text, voices))
        if source is not None and actors and actors[0] is source and source.kind is Kind.PRONOUN and self.official:
            # of a spokesman: ``He added that the minister had asked …``
            actors = actors[1:] if len(actors) > 1 or adds(text[source.end :]) else actors
        if source is not None and source.kind is Kind.SIDE and len(actors) > 1 and actors[0] is source:
            actors = actors[1:]
        if (state := acting_state(text, voices, source, self.words)) is not None:
            return state.party
        if (source is None or not source.publishes) and self._is_aside(text, voices, source):
            return self._within(text, voices, actors, source)
        actor = next(iter(actors), None)
        if actor is None or actor.party is not None:
            return None if actor is None else actor.party
        others = {v.party for v in voices if v.took_part and v.party is not None and v is not source}
        if len(self.parties) == len(_TWO) and len(others) == 1:
            return self._other(next(iter(others)))
        if actor.kind is Kind.TITLE and is_counterpart(text[actor.start : actor.end]):
            return self._other(None if source is None or source is actor else self._party(source, text, None))
        if actor.kind is Kind.TITLE and also(text):
            return self.spoke
        if source is not None and source.publishes and (source.party is not None or not source.own):
            return self._party(source, text, None)
        if actor.kind is Kind.TITLE and (self.publisher is not None or self.official):
            return self.publisher or self.by
        return self.spoke

    def _is_aside(self, text: str, voices: Sequence[Voice], source: Voice | None) -> bool:
        """Whether somebody who took part speaks to the press, or goes on doing so."""
        goes_on = self.aside and source is not None and source.kind in (Kind.PRONOUN, Kind.TITLE)
        self.aside = goes_on or is_aside(text, voices)
        return self.aside

    def _within(self, text: str, voices: Sequence[Voice], actors: Sequence[Voice], source: Voice | None) -> str | None:
        """Who spoke in a contact of which somebody tells afterwards; None where it is only of what he says now."""
        speaker = source or next(iter(actors), None)
        own = None if speaker is None else self._party(speaker, text, None)
        verbs = [cue for cue in self.words.cues["verb"].found(text) if not agreed(text[cue.start : cue.end])]
        if (said := in_their_talk(text, verbs)) is not None:
            return own if said is Said.BY_HIM else self._other(own)
        if actors and actors[0].kind is Kind.PRONOUN and tells_of_himself(text, actors[0].end):
            return own
        others = [v for v in voices if v.took_part and v.party not in (None, own)]
        acting = [v.party for v in actors if v in others]
        ends = {cue.end + 1 for cue in verbs}
        return acting[0] if acting else own if any(v.start in ends for v in others) else None

    def _other(self, party: str | None) -> str | None:
        """The other of two sides."""
        two = len(self.parties) == len(_TWO) and party in self.parties
        return next(one for one in self.parties if one != party) if two else None

    def _party(self, voice: Voice, text: str, raised: str | None) -> str | None:
        """For which side a voice speaks: as it says, else as what was told before has it."""
        if voice.party is not None:
            return voice.party
        if voice.own:
            return (self.by if _ITS.search(text[: voice.start]) else None) or raised or self.spoke
        if voice.publishes and _OF_HERE.search(text[max(0, voice.start - _WORD) :]) and (here := self._here()) is not None:
            return here
        if voice.publishes and same_source(text) and self.by is not None:
            return self.by
        if voice.publishes:
            return self.publisher or self.authority or self.by or raised or self.home or self.spoke
        return (self._other(self.by) if for_its_part(text) else None) or self.by or self.spoke

    def _here(self) -> str | None:
        """The side from whose country the text is written: by its town, else by its language."""
        own = OWN_IN.get(self.words.language)
        return self.home or (own if own in self.parties else None)

    def _by(
        self, one: Told, source: Voice | None, raised: str | None, denier: str | None, *, alone: bool, acting: Voice | None
    ) -> tuple[str | None, Got]:
        text = one.text
        if self.by is not None and (of_who_spoke(text) or (same_source(text) and not self._named(source))):
            return self.by, Got(How.INFERRED, text, "by the account of whoever spoke before")
        bare = source is not None and source.publishes and source.party is None and not source.own
        mood = hearsay(text) if self.by is not None and source is not None and source.took_part and alone else None
        if mood is not None and source is not None and source.start < mood:
            return self.by, Got(How.GUESSED, text, "it goes on with what this side said")
        party = None if source is None else denier if bare and denier is not None else self._party(source, text, raised)
        if source is not None and source.publishes and party is not None and not (source.kind is Kind.TOWN and self.publisher):
            return party, Got(How.STATED if source.party is not None else How.INFERRED, text)
        if self.publisher is not None:
            return self.publisher, Got(How.INFERRED, text, "the text is what this side published")
        if one.sentence.number != self.first and party is not None:
            return party, Got(How.GUESSED, text, "one of its own is quoted")
        if self.aside and acting is not None and acting.party is not None and one.sentence.number != self.first:
            return acting.party, Got(How.GUESSED, text, "one of its own is quoted")
        if (
            alone
            and self.by is not None
            and (goes_on(text) or (acting and self.official and one.sentence.paragraph == self.paragraph))
        ):
            return self.by, Got(How.GUESSED, text, "it goes on with what this side said")
        return None, _media(text)


_WORD = 12
"""Letters before an authority that may say what kind of one it is."""
_TWO = ("one", "other")
_ITS = Pattern(r"\bits\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Before an authority of a side, rather than of somebody who took part."""
_BEFORE = Pattern(r".{0,12}|[^,;:]{0,45},\s+")
"""Before somebody with whom a sentence begins."""
_OF_HERE = Pattern(
    r"^[^.;]{0,40}?\b(?:here|hier|ici|здесь)\b|^[^.;]{0,25}?\b(?:defen[cs]e ministry|ministry of defen[cs]e|"
    r"verteidigungsministerium|ministère de la défense|ministère des armées|минобороны)\b",
    re.IGNORECASE,
)
"""Of an authority of the country from which a text is written."""


def _media(text: str) -> Got:
    return Got(How.GUESSED, text, "the text names no side whose account it is")
