"""What should a reader know first: the silence now, what ended the one before, the longest, and what there was at all."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from detente.analysis.dossier import Dossier, DossierLane
from detente.analysis.silence import latest_open, standing
from detente.analysis.silence_words import kind_of, now_in_words, rank_in_words
from detente.domain.contacts import Contact
from detente.domain.gaps import Gap
from detente.domain.selection import Selection
from detente.domain.sides import name_in_sentence, sides_in_words
from detente.domain.silences import Silence, summary, yet_to_come
from detente.domain.vocabulary import By, Observation, Stance, Status
from detente.domain.words import (
    and_list,
    date_in_words,
    day_in_words,
    days_in_words,
    first_since,
    gap_in_words,
    observed_beside_figure,
    observed_in_words,
    series_kind_in_words,
)
from detente.report.naming import capital, counted, end_in_words, from_to, party_name, start_in_words, topic_label


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the ids of the contacts it rests on."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure set large, what it counts, and the contact it rests on (empty: none)."""

    figure: str
    unit: str
    label: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class HeadlineData:
    """The first screen of the report."""

    figures: tuple[KeyFigure, ...]
    sentences: tuple[Sentence, ...]


_MOST_LANES, _MOST_LINKS = 6, 6
"""More lanes than this are not spelt out in a sentence, and it links to no more records than this, the latest."""


def headline_data(dossier: Dossier) -> HeadlineData:
    """The key figures and sentences; a record without contacts says so in one sentence."""
    ahead = ahead_of_the_record(dossier.selection)
    if not dossier.contacts and not dossier.silences:
        return HeadlineData((), (*ahead, _nothing(dossier)))
    sentences = [*ahead, _silence_now(dossier), _unusual(dossier), *_last_contact(dossier), _longest(dossier)]
    sentences = [*sentences, _counts(dossier)] if dossier.contacts else [_nothing(dossier), *sentences]
    return HeadlineData(tuple(_figures(dossier)), tuple(sentence for sentence in sentences if sentence is not None))


def ahead_of_the_record(selection: Selection) -> tuple[Sentence, ...]:
    """A sentence where the as-of day lies after the one on which the record was asked, or on which it stood like this.

    Somewhere the day of UTC, in which that is told, is already over: one day is none ahead.
    """
    try:
        known = date.fromisoformat((selection.known_on or "")[: len("2024-12-31")]).toordinal()
    except ValueError:  # a revision
        return ()
    return (Sentence(f"{yet_to_come(selection.as_of, known)}.", ()),) if selection.as_of > known + 1 else ()


def _names(dossier: Dossier) -> list[str]:
    return [party.name for party in dossier.parties]


def _sides(dossier: Dossier, selection: Selection) -> str:
    level = next(iter(selection.levels)) if len(selection.levels) == 1 else None
    return sides_in_words(level, _names(dossier))


def _kind(selection: Selection) -> str:
    return kind_of(selection)


def _nothing(dossier: Dossier) -> Sentence:
    chosen = dossier.selection
    kind, sides = series_kind_in_words(chosen.channels, chosen.settings), _sides(dossier, chosen)
    return Sentence(f"No {kind} between {sides} is on record for this selection, as of {_as_of(dossier)}.", ())


def _as_of(dossier: Dossier) -> str:
    return day_in_words(date.fromordinal(dossier.as_of))


def _silence_now(dossier: Dossier) -> Sentence | None:
    silence = latest_open(dossier.silences)
    if silence is None:
        return None
    selection = dossier.selection
    sides = _people(silence.gap) if silence.gap.persons else _sides(dossier, selection)
    words = now_in_words(silence, _kind(selection), sides, dossier.as_of)
    tried = ""
    if silence.attempts:
        count = len(silence.attempts)
        tried = f" {counted(count, 'attempt')} in that time came to nothing."
    rests_on = (silence.gap.previous.contact_id, *silence.attempts[-_MOST_LINKS:])
    return Sentence(f"{words}{tried}", rests_on)


def _unusual(dossier: Dossier) -> Sentence | None:
    """How the silence now stands among the gaps that ended; nothing to say where none has."""
    stands = standing(dossier.silences)
    if stands is None or not stands.completed:
        return None
    last = stands.last_longer
    following = None if last is None else last.following
    rests_on = () if last is None or following is None else (last.previous.contact_id, following.contact_id)
    return Sentence(f"{rank_in_words(stands, dossier.selection)}.", rests_on)


def _last_contact(dossier: Dossier) -> list[Sentence | None]:
    held = dossier.held
    if not held:
        return []
    last = held[-1]
    lane = next(lane for lane in dossier.lanes if last in lane.contacts)
    ended = ended_by(lane, last)
    dates = f"The last contact {_when_recorded(dossier)} dates from {date_in_words(last.date)}."
    if lane.selection.by is By.PERSON and ended is None:  # of two people: what the office did before is not theirs
        return [Sentence(dates, (last.contact_id,)), _accounts(dossier, last)]
    sentence = first_since(
        _kind(lane.selection),
        _sides(dossier, lane.selection) if ended is None or not ended.gap.persons else _people(ended.gap),
        None if ended is None else ended.gap,
        Observation.UNKNOWN if ended is None else ended.observed.observation,
    )
    before = () if ended is None else (ended.gap.previous.contact_id,)
    rests_on = (*before, last.contact_id)
    return [Sentence(f"{dates} {sentence}", rests_on), _accounts(dossier, last)]


def _when_recorded(dossier: Dossier) -> str:
    """``on record``; ``of the period`` where that has ended before the as-of day."""
    return "on record" if dossier.last_day == dossier.as_of else "of the period"


def _people(gap: Gap) -> str:
    return and_list([name for _, name in gap.persons])


def ended_by(lane: DossierLane, contact: Contact) -> Silence | None:
    """The silence of the lane that ``contact`` ended, or None when it is the first."""
    for silence in lane.silences:
        if silence.gap.following is not None and silence.gap.following.contact_id == contact.contact_id:
            return silence
    return None


def _accounts(dossier: Dossier, contact: Contact) -> Sentence | None:
    """What either side says the contact was about."""
    told: list[str] = []
    for code in dossier.pair.parties:
        for stance in (Stance.REPORTS, Stance.DENIES):
            topics = [s.topic for s in contact.statements if s.reported_by == code and s.stance is stance]
            if topics:
                labels = [f"“{topic_label(dossier, topic)}”" for topic in dict.fromkeys(topics)]
                told.append(f"{capital(name_in_sentence(party_name(dossier, code)))} {stance} {and_list(labels)}.")
    return Sentence(" ".join(told), (contact.contact_id,)) if told else None


def _longest(dossier: Dossier) -> Sentence | None:
    longest = _longest_silence(dossier)
    if longest is None or longest.gap.following is None:
        return None
    gap = longest.gap
    words = f"The longest completed gap lasted {gap_in_words(gap)}: {from_to(gap)}, {observed_in_words(longest.observed)}."
    return Sentence(words, (gap.previous.contact_id, longest.gap.following.contact_id))


def _longest_silence(dossier: Dossier) -> Silence | None:
    longest = summary(silence.gap for silence in dossier.silences).longest
    return next((silence for silence in dossier.silences if silence.gap is longest), None)


def _counts(dossier: Dossier) -> Sentence:
    first, last = dossier.contacts[0], dossier.contacts[-1]
    lanes = [(sum(contact.held for contact in lane.contacts), lane) for lane in dossier.lanes]
    held = [f"{count:,} {lane_in_words(lane, count)}" for count, lane in lanes if count]
    if len(held) > _MOST_LANES:
        largest = sorted(lanes, key=lambda item: -item[0])[: _MOST_LANES - 1]
        others_held = len(dossier.held) - sum(count for count, _ in largest)
        held = [*(f"{count:,} {lane_in_words(lane, count)}" for count, lane in largest), f"{others_held:,} others"]
    statuses = Counter(contact.status for contact in dossier.contacts if not contact.held)
    others = [f"{statuses[status]:,} {status}" for status in Status if status in statuses]
    total = counted(len(dossier.contacts), "contact")
    text = f"On record from {start_in_words(first.date)} to {end_in_words(last.date)}: {total}, {_held(dossier)}"
    text += f" ({and_list(held)})" if len(held) > 1 else ""
    text += f"; {and_list(others)}" if others else ""
    missed = tuple(contact.contact_id for contact in dossier.contacts if not contact.held)
    return Sentence(f"{text}.", missed[-_MOST_LINKS:])


def _held(dossier: Dossier) -> str:
    if len(dossier.held) == len(dossier.contacts):
        return "all held" if len(dossier.held) > 1 else "held"
    return f"{len(dossier.held):,} of them held" if dossier.held else "none of them held"


def lane_in_words(lane: DossierLane, count: int) -> str:
    """``calls of ministers``; ``call of ministers`` for one."""
    people, _, kind = lane.label.partition(": ")
    return f"{kind.removesuffix('s') if count == 1 else kind} of {people}"


def _figures(dossier: Dossier) -> list[KeyFigure]:
    figures: list[KeyFigure] = []
    if (silence := latest_open(dossier.silences)) is not None:
        previous = silence.gap.previous
        label = f"since the last {_kind(dossier.selection)} on record, {date_in_words(previous.date)}"
        figures.append(length_figure("of silence", silence, label, previous.contact_id))
    if dossier.held:
        last = dossier.held[-1]
        lane = next(lane for lane in dossier.lanes if last in lane.contacts)
        if (ended := ended_by(lane, last)) is not None:
            label = f"between the last two {lane_in_words(lane, 2)}"
            figures.append(length_figure("before that" if figures else "before the last", ended, label, last.contact_id))
    if (longest := _longest_silence(dossier)) is not None:
        figures.append(length_figure("at the longest", longest, from_to(longest.gap), longest.gap.previous.contact_id))
    missed = len(dossier.contacts) - len(dossier.held)
    label = f"and {missed:,} that did not take place" if missed else "and none on record that failed to take place"
    figures.append(KeyFigure(f"{len(dossier.held):,}", f"contact{'' if len(dossier.held) == 1 else 's'} held", label))
    return figures


def length_figure(unit: str, silence: Silence, label: str, target: str) -> KeyFigure:
    """A silence set large: its days, what they are of, and how far they were looked at."""
    figure, _, days = days_in_words(silence.gap.days_min, silence.gap.days_max).rpartition(" ")
    return KeyFigure(figure, f"{days} {unit}", f"{label}; {observed_beside_figure(silence.observed)}", target)
