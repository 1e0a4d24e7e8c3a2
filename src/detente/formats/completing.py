"""What does a contact in a file stand for once what was left out is filled in, as ``detente log`` does it?"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

from detente.domain import package
from detente.domain.cited import source_at
from detente.domain.contacts import Participant
from detente.domain.dates import Tolerance, UncertainDate, parse
from detente.domain.drafts import level_of, refuse_future, summary_of
from detente.domain.officeholders import holder_of
from detente.domain.tabular import Kind
from detente.domain.told import NOT_STATED, read_duration, role_of
from detente.domain.vocabulary import (
    OTHER_CHANNELS,
    THIRD_PARTY,
    THIRD_SIDE,
    Channel,
    Level,
    Office,
    PartyKind,
    Setting,
    Status,
)
from detente.errors import DetenteError, NotFoundError
from detente.formats.list_cells import Entry
from detente.formats.names import Names
from detente.formats.told import Told

Report = Callable[[str, str, str], None]
"""Takes what is wrong: column (``participants`` for all that stands in that list), value and reason."""

_DEFAULTS = {"setting": "bilateral", "status": "held", "substance": "talks"}


class Completing:
    """Fills in one contact. What cannot be understood is reported and left as it was written, for it is judged once more."""

    def __init__(self, told: Told, names: Names, tolerance: Tolerance, report: Report) -> None:
        self.cells = dict(told.cells)
        self.lists = {name: [dict(entry) for entry in entries] for name, entries in told.lists.items()}
        self.notes: list[str] = []
        self._names = names
        self._report = report
        self.when: UncertainDate | None = None
        with suppress(DetenteError):
            self.when = parse(self.cells.get("date", ""), tolerance)

    def complete(self) -> None:
        """Fills in everything but the id."""
        cells = self.cells
        self.codes = [self._party("parties", name.strip()) for name in cells.get("parties", "").split(";") if name.strip()]
        named = list(dict.fromkeys(self.codes))
        cells["parties"] = ";".join(sorted(named))
        for column in package.CONTACTS.columns:
            if column.kind is Kind.WORD:
                cells[column.name] = word_of(column.words, cells.get(column.name, "") or _DEFAULTS.get(column.name, ""))
        for side in ("initiator", "host"):
            cells[side] = self._party(side, cells.get(side, "").strip())
        cells["country"] = self._country()
        cells["duration_minutes"] = self._duration(cells.get("duration_minutes", "").strip())
        cells["restricted"] = _flag(cells.get("restricted", ""))
        self._people()
        if not cells["level"]:
            cells["level"] = self._level()
        self._sources()
        self._statements()
        cells["summary"] = cells.get("summary", "") or self._summary()

    def refuse_future(self, today: int) -> None:
        """Reports a contact that was held after ``today``."""
        try:
            if self.when is not None:
                refuse_future(Status(self.cells["status"]), self.when, today)
        except ValueError:
            pass
        except DetenteError as error:
            self._report("date", self.cells["date"], f"lies in the future; {error.mend.replace('--status', 'the status')}")

    def _party(self, column: str, text: str) -> str:
        if not text:
            return ""
        try:
            return self._names.party(text).code
        except NotFoundError as error:
            self._report(column, text, f"is no party that is known; {error.mend}")
            return text

    def _side(self, column: str, text: str, besides: Sequence[str]) -> str:
        """A party, or a word that stands for none."""
        return text.casefold() if text.casefold() in besides else self._party(column, text)

    def _country(self) -> str:
        if "country" not in self.cells:
            return self._of_host(self.cells["host"])
        text = self.cells["country"].strip()
        return text if len(text) == 3 and text.isupper() else self._party("country", text)

    def _of_host(self, host: str) -> str:
        """The host, if it is a state; one that is not known has been reported."""
        try:
            return host if host and self._names.party(host).kind is PartyKind.STATE else ""
        except NotFoundError:
            return ""

    def _duration(self, text: str) -> str:
        if not text or text.isdecimal():
            return text
        try:
            return str(read_duration(text))
        except DetenteError as error:
            self._report("duration_minutes", text, f"is no duration; {error.mend}")
            return text

    def _people(self) -> None:
        for entry in self.lists.setdefault("participants", []):
            entry["party"] = self._party("participants", entry.get("party", ""))
            if "level" in entry:
                entry["level"] = entry["level"].strip().casefold()
            if not entry.get("role"):
                self._office(entry)
            entry["level"] = entry.get("level") or self.cells["level"] or Level.MINISTER.value

    def _office(self, entry: Entry) -> None:
        """The office that somebody held on that date; a name is taken as on record, or as given where nothing resembles it."""
        name = entry.get("person", "")
        if not name:
            return
        try:
            name = entry["person"] = self._names.person(name)
        except NotFoundError as error:
            if error.mend:
                mend = f"{error.mend.removesuffix('?')}? Somebody else needs a role: | role=…"
                self._report("participants", name, f"is nobody on record; {mend}")
                entry["role"] = NOT_STATED
                return
        wanted = entry.get("level") or self.cells["level"]
        preferred = Level(wanted) if wanted in tuple(Level) else None
        holder = self.when and holder_of(name, entry["party"], self.when, self._names.holders, preferred=preferred)
        if holder:
            entry["role"], entry["level"] = role_of(holder), entry.get("level") or holder.office.value
        else:
            entry["role"] = NOT_STATED
            self.notes.append(f"{name} held no office of {entry['party']} on record then; the role is '{NOT_STATED}'")

    def _level(self) -> str:
        people = [
            Participant(e["party"], e.get("person"), e.get("role", ""), Office(e["level"]))
            for e in self.lists["participants"]
            if e["level"] in tuple(Office)
        ]
        return level_of(people, self.codes).value

    def _sources(self) -> None:
        for entry in self.lists.setdefault("sources", []):
            entry["side"] = self._side("sources", entry.get("side") or THIRD_SIDE, (THIRD_SIDE, THIRD_PARTY))
            if entry["side"] == THIRD_PARTY:
                entry["side"] = THIRD_SIDE
            try:
                known = source_at(entry.get("url", ""), entry["side"])
                guessed = (known.publisher, known.language, known.reliability.value, str(known.credibility))
            except DetenteError as error:
                self._report("sources", entry.get("url", ""), f"is no web address; {error.mend}")
                guessed = ("-", "en", "F", "6")
            for name, text in zip(("publisher", "language", "reliability", "credibility"), guessed, strict=True):
                entry[name] = entry.get(name) or text

    def _statements(self) -> None:
        """A topic without a side is one statement of each party; the first source of a side is that of its statements."""
        found: list[Entry] = []
        first: dict[str, str] = {}
        for source in self.lists["sources"]:
            first.setdefault(THIRD_PARTY if source["side"] == THIRD_SIDE else source["side"], source.get("url", ""))
        for entry in self.lists.setdefault("statements", []):
            entry["topic"] = self._topic(entry.get("topic", ""))
            entry["stance"] = entry.get("stance") or "reports"
            if entry.get("raised_by"):
                entry["raised_by"] = self._side("statements", entry["raised_by"], ("both",))
            if not entry.get("reported_by") and entry.get("paraphrase"):
                self._report("statements", entry["paraphrase"], "does not say whose account it is; write PARTY=TOPIC: TEXT")
            sides = [entry["reported_by"]] if entry.get("reported_by") else list(dict.fromkeys(self.codes))
            for side in sides:
                if side not in self.codes:  # what is wrong with a party of the contact is said of that
                    side = self._side("statements", side, (THIRD_PARTY,))
                url = entry["source_url"] if "source_url" in entry else first.get(side, "")
                found.append({**entry, "reported_by": side, "source_url": url})
        self.lists["statements"] = found

    def _topic(self, text: str) -> str:
        try:
            return self._names.topic(text) if text else text
        except NotFoundError as error:
            self._report("statements", text, f"is no topic that is known; {error.mend}")
            return text

    def _summary(self) -> str:
        cells = self.cells
        try:
            names = [self._names.party(code).name for code in self.codes]
            return summary_of(
                Channel(cells["channel"]), Setting(cells["setting"]), Level(cells["level"]), Status(cells["status"]), names
            )
        except (ValueError, DetenteError):
            return "-"  # something else is wrong with this contact, and is reported


def word_of(words: Collection[str], text: str) -> str:
    """The word that ``text`` is in another case, with spaces for hyphens, or by another name of a channel; else ``text``."""
    plain = "-".join(text.casefold().split())
    plain = OTHER_CHANNELS.get(plain, plain)
    return plain if plain in words else text


def _flag(text: str) -> str:
    return {"yes": "true", "no": "false", "1": "true", "0": "false"}.get(text.strip().casefold(), text.strip().casefold())
