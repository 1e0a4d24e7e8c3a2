"""What are contacts, sides, topics and lengths called on the page."""

from datetime import date

from detente.analysis.dossier import Dossier
from detente.analysis.periods import last_day
from detente.domain.contacts import Contact
from detente.domain.dates import UncertainDate, parse
from detente.domain.days import iso
from detente.domain.entries import Kind
from detente.domain.selection import Selection
from detente.domain.sides import name_in_sentence
from detente.domain.silences import Silence
from detente.domain.vocabulary import BOTH, THIRD_PARTY, THIRD_SIDE, Level, Observation, Substance
from detente.domain.words import (
    and_list,
    date_in_words,
    day_in_words,
    kind_in_words,
    level_in_words,
    percent_in_words,
    series_kind_in_words,
)
from detente.domain.words import counted as counted  # "as": whatever names things on the page takes these from here
from detente.domain.words import end_in_words as end_in_words
from detente.domain.words import from_to as from_to
from detente.domain.words import start_in_words as start_in_words
from detente.errors import RejectedError

_OBSERVATIONS = {
    Observation.OBSERVED: "all",
    Observation.UNOBSERVED: "none",
    Observation.UNKNOWN: "not known",
}


def between(dossier: Dossier) -> str:
    """The two parties as they stand in a sentence: ``Russia and the United States``."""
    return and_list([name_in_sentence(party.name) for party in dossier.parties])


def lead(dossier: Dossier) -> str:
    """``24 contacts on record, as of 31 December 2025``; with the period where one is selected."""
    there = f"{counted(len(dossier.contacts), 'contact')} on record" if dossier.contacts else "No contact on record"
    return f"{there}, as of {day_in_words(date.fromordinal(dossier.as_of))}{period_in_words(dossier.selection)}"


def period_in_words(selection: Selection) -> str:
    """``; period from 1 January 2015 to 31 December 2019``; empty for all time up to the as-of day."""
    first = "" if selection.period_from is None else day_in_words(date.fromordinal(selection.period_from))
    last = "" if last_day(selection) == selection.as_of else day_in_words(date.fromordinal(last_day(selection)))
    if first and last:
        return f"; period from {first} to {last}"
    return f"; period since {first}" if first else f"; period up to {last}" if last else ""


def party_name(dossier: Dossier, code: str) -> str:
    """The English name of a party, or its code when nobody told the name."""
    return dossier.names.get(code, code)


def side_name(dossier: Dossier, code: str) -> str:
    """Whose account or initiative it is: a party, both, or a third party."""
    if code in (THIRD_PARTY, THIRD_SIDE):
        return "Third parties"
    return "both sides" if code == BOTH else party_name(dossier, code)


def topic_label(dossier: Dossier, topic: str) -> str:
    """The label of a topic, or its id when it is not in the vocabulary."""
    known = dossier.topics.get(topic)
    return topic if known is None else known.label


def capital(text: str) -> str:
    """``text`` with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def series_in_words(selection: Selection) -> str:
    """What the contacts of a series are called together: ``all contacts``, ``calls of ministers``, ``2+2 meetings``."""
    kind = series_kind_in_words(selection.channels, selection.settings)
    people = and_list([level_in_words(level) for level in Level if level in selection.levels])
    if kind == "contact" and not people:
        return "all contacts" if not selection.channels else "contacts"
    return f"{kind}s of {people}" if people else f"{kind}s"


def what(contact: Contact | Kind) -> str:
    """``call, ministers``, whatever became of it."""
    words = f"{kind_in_words(contact.channel, contact.setting)}, {level_in_words(contact.level)}"
    return f"{words}, greeting only" if contact.substance is Substance.COURTESY else words


def what_became(contact: Contact | Kind) -> str:
    """``call, ministers``; the status too where it did not take place."""
    return what(contact) if contact.held else f"{what(contact)}, {contact.status}"


_SUFFIXES = ("Jr.", "Sr.", "II", "III", "IV")


_PARTICLES = ("al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "le", "ten", "van", "von")


def surname(person: str) -> str:
    """The last word of a name with what belongs to it: ``Brown Jr.``, ``de Villiers``, ``Le Drian``."""
    words = person.split()
    last = max((place for place, word in enumerate(words) if word not in _SUFFIXES), default=0)
    first = next((place for place, word in enumerate(words[1:last], start=1) if word.lower() in _PARTICLES), last)
    return " ".join(words[first:])


def when(contact: Contact) -> str:
    """The date in words."""
    return date_in_words(contact.date)


def edtf_in_words(text: str) -> str:
    """A date of a source or claim in words; as it stands when it is no EDTF date."""
    try:
        return date_in_words(parse(text))
    except RejectedError:
        return text


def short_date(when: UncertainDate) -> str:
    """A date as written, as it stands beside a mark; of one too long for that the first day and an ellipsis."""
    return when.text if len(when.text) <= len("2022-03-12~") else f"{iso(when.first_day)}…"


def seen_share(silence: Silence) -> str:
    """How much of a silence was looked at: ``all``, ``62 %``, ``none``, ``not known``."""
    if silence.observed.observation is Observation.PARTLY_OBSERVED:
        return percent_in_words(silence.observed.share)
    return _OBSERVATIONS[silence.observed.observation]
