"""For programs: how is the record opened and asked from Python, in the words and with the answers of the terminal?"""

import os
from collections.abc import Sequence
from datetime import date
from types import TracebackType
from typing import TypedDict, Unpack

from detente.analysis import record_frames as frames
from detente.analysis.baselines import WHOLE, baseline_name
from detente.analysis.found import Found
from detente.analysis.frequency import FrequencyRow
from detente.analysis.frequency import frequency as counted
from detente.analysis.lanes import Lane, lanes
from detente.analysis.panel import Panel
from detente.analysis.panel_of_store import panel_of
from detente.analysis.periods import Per
from detente.analysis.unusual_lanes import LaneSilence
from detente.analysis.unusual_of_store import silence_of_pair, silences_ranked
from detente.domain.asked import When, Words, dated, day, word
from detente.domain.contacts import Contact
from detente.domain.context import FirstSince
from detente.domain.days import Day
from detente.domain.judging import Judgement
from detente.domain.readouts import Readout
from detente.domain.readouts import readouts as told_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import By
from detente.errors import UsageError
from detente.store import contacts as on_record
from detente.store import telling
from detente.store.counting import tallies
from detente.store.knowing import as_known_on, read_moment
from detente.store.opening import Store, open_store
from detente.store.selecting import Wanted, selection
from detente.store.series import coverage


class Choice(TypedDict, total=False):
    """What every question may be asked with, as the options of the terminal: words, as texts or members of the enums.

    Several words are a list. ``from_`` and ``to`` are EDTF or dates of Python; ``as_of`` is a day, which stands before that of
    the record.
    """

    channel: Words
    level: Words
    setting: Words
    substance: Words
    topic: Words
    person: Words
    status: Words
    from_: When | None
    to: When | None
    by: str | None
    as_of: str | date | None
    include_restricted: bool


def open(  # the name that it has for whoever writes detente.open
    db: str | os.PathLike[str] | None = None,
    *,
    as_of: str | date | None = None,
    known_on: str | date | None = None,
    include_restricted: bool = False,
) -> "Record":
    """Opens the record in ``db`` for reading: a file or a database URL; None: DETENTE_DB, else that of a ``detente.toml``, else
    the one in your data folder.

    ``as_of`` is the day that questions are answered as of; None: that of ``known_on``, else today. ``known_on`` is a day, a
    time or a revision (``r17``): the record as it stood then. Raises StoreError where there is none of this version,
    UsageError for a day or moment that is none.
    """
    moment = None if known_on is None else read_moment(str(known_on), "known_on")
    until = None if as_of is None else day("as_of", as_of)
    store = open_store(None if db is None else os.fspath(db))
    if moment is not None:
        with store:
            store, _ = as_known_on(store, moment)
    first_choice = until or (moment.day if moment else None) or date.today().toordinal()
    return Record(store, first_choice, None if moment is None else moment.text, include_restricted)


class Record:
    """An open record, for reading only. Close it, or use it in a ``with`` statement."""

    def __init__(self, store: Store, as_of: Day, known_on: str | None, include_restricted: bool) -> None:
        self._store = store
        self._as_of = as_of
        self._known_on = known_on
        self._include_restricted = include_restricted

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<record {self._store.url} as of {self.as_of.isoformat()}>"

    def close(self) -> None:
        """Lets go of the file or server."""
        self._store.__exit__(None, None, None)

    @property
    def as_of(self) -> date:
        """The day that questions are answered as of, unless they name another."""
        return date.fromordinal(self._as_of)

    def selection(self, *parties: str, **choice: Unpack[Choice]) -> Selection:
        """The selection that a question with these words is about; raises UsageError or NotFoundError."""
        given = dict(choice)
        as_of = given.pop("as_of", None)
        if unknown := set(given) - set(Choice.__annotations__):
            raise UsageError(
                f"nothing is chosen by {', '.join(sorted(unknown))}", mend=f"one of {', '.join(Choice.__annotations__)}"
            )
        given.setdefault("include_restricted", self._include_restricted)
        wanted = Wanted(**given, known_on=self._known_on)  # type: ignore[arg-type]  # the keys are its fields
        until = self._as_of if as_of is None else day("as_of", as_of)  # type: ignore[arg-type]  # as Choice has it
        return selection(self._store, wanted, parties, as_of=until)

    def contact(self, contact_id: str) -> Contact:
        """The contact of that id with people, statements and sources; raises NotFoundError."""
        return on_record.contact(self._store, contact_id, include_restricted=self._include_restricted)

    def contacts(
        self, *parties: str, search: str | None = None, details: bool = True, **choice: Unpack[Choice]
    ) -> Found[Contact]:
        """The contacts of all parties named, oldest first, of every status unless one is named.

        ``search`` keeps those that mention a text; without ``details`` they come without people, statements and sources.
        """
        chosen = self.selection(*parties, **choice)
        return Found(on_record.contacts(self._store, chosen, details=details, search=search), frames.contact_frame)

    def gaps(self, *parties: str, **choice: Unpack[Choice]) -> Found[Silence]:
        """The silences of a pair, or of every pair, in the order of time; the open one runs to the as-of day."""
        if len(parties) > 2:
            raise UsageError("a series belongs to two parties", mend="name two, or none for every pair")
        _without_status("gaps", choice)
        return Found(telling.silences_of(self._store, self.selection(*parties, **choice)), frames.silence_frame)

    def last(self, party: str, other: str, **choice: Unpack[Choice]) -> Found[Lane]:
        """The last held contact of two parties per channel, level and setting, by office and by person unless one is asked."""
        _without_status("last", choice)
        chosen = self.selection(party, other, **choice)
        ways = list(By) if choice.get("by") is None else [chosen.by]
        held = on_record.contacts(self._store, chosen.only_held(), details=By.PERSON in ways)
        pair = chosen.dyad
        assert pair is not None  # two different parties were named
        return Found(lanes(held, chosen, pair, coverage(self._store, pair).get(pair, ()), ways), frames.lane_frame)

    def silence(self, *parties: str, baseline: str = WHOLE, **choice: Unpack[Choice]) -> Found[LaneSilence]:
        """How unusual the silence now is: of two parties lane by lane, the widest first; else of each pair, the oddest first.

        ``baseline`` is what it is set against: ``whole``, ``last:5y``, ``officeholders`` or ``rate``.
        """
        if len(parties) > 2:
            raise UsageError("a series belongs to two parties", mend="name two, or none for every pair")
        _without_status("silence", choice)
        chosen, name = self.selection(*parties, **choice), baseline_name("baseline", baseline)
        if chosen.dyad is None:
            return Found(silences_ranked(self._store, chosen, name), frames.unusual_frame)
        ways = list(By) if choice.get("by") is None else [chosen.by]
        return Found(silence_of_pair(self._store, chosen, ways, name).lanes, frames.unusual_frame)

    def context(self, contact_id: str) -> Found[FirstSince]:
        """What a contact is the first of, and since when: every true sentence, the most newsworthy first."""
        told, _ = telling.sentences(self._store, self.contact(contact_id), include_restricted=self._include_restricted)
        return Found(told, frames.sentence_frame)

    def claims(self, *named: str, from_: When | None = None, to: When | None = None) -> Found[Judgement]:
        """Published claims with their verdicts: about two parties, a contact by its id, of one id, or all.

        ``from_`` and ``to`` choose by the day of the claim.
        """
        chosen = self.selection(*(named if len(named) == 2 else ()), from_=from_, to=to)
        found = telling.claims_named(self._store, named, chosen.dyad, self._include_restricted)
        inside = [c for c in found if chosen.in_period(dated("asserted_on", c.asserted_on).first_day)]
        judged = telling.judged_claims(self._store, inside, include_restricted=self._include_restricted)
        return Found([judgement for judgement, _ in judged], frames.judgement_frame)

    def readouts(self, *named: str, **choice: Unpack[Choice]) -> Found[Readout]:
        """Topic by topic, which side reports and which denies it: of two parties, or of the contact of an id."""
        told: Sequence[Contact] = [self.contact(named[0])] if len(named) == 1 else self.contacts(*named, **choice)
        return Found([readout for contact in told for readout in told_of(contact)], frames.readout_frame)

    def frequency(self, *parties: str, per: str = Per.YEAR, **choice: Unpack[Choice]) -> Found[FrequencyRow]:
        """Contacts per month, quarter or year, by channel and level; only held ones unless a status is named."""
        chosen = self.selection(*parties, **choice)
        chosen = chosen if choice.get("status") else chosen.only_held()
        found = counted(tallies(self._store, chosen), chosen, word("per", per, Per))
        return Found(found.rows, frames.frequency_frame)

    def panel(self, *parties: str, per: str = Per.YEAR, topics: bool = False, **choice: Unpack[Choice]) -> Panel:
        """The balanced table of pairs and periods; see docs/panel.md. With ``topics``, columns for each broad topic."""
        _without_status("panel", choice)
        return panel_of(self._store, self.selection(*parties, **choice), word("per", per, Per), by_topic=topics)


def _without_status(question: str, choice: Choice) -> None:
    if choice.get("status"):
        raise UsageError(f"status does not apply to {question}", mend="leave it out")
