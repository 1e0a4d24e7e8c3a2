"""What is asked of a contact, one field after the other, and what the record offers for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from detente.cli.asking import Offer, Question, agreed, answers, ask, ask_each, choose
from detente.cli.form_people import people
from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.cli.guided import Form


@dataclass(frozen=True, slots=True)
class Field:
    """A field: how it is asked for, what it is about, and whether the form asks without being told to."""

    ask: Callable[["Form"], None]
    about: str
    always: bool = True


def asked_for(form: "Form") -> Iterator[str]:
    """The fields that the form asks for: not those that the command line gave, nor the place of what was no meeting."""
    for name, field in FIELDS.items():
        met = name in ("host", "place") and form.channel == "in-person"
        if (field.always or met) and name not in form.given:
            yield name


def _date(form: "Form") -> None:
    from detente.domain.days import iso

    near = [Offer(iso(form.day), "today", ("today",)), Offer(iso(form.day - 1), "yesterday", ("yesterday",))]
    hint = "2024-04-03, 2024-04, 2024-04-03~ (about), 2024-04-03/2024-04-05 (lasted), [2024-04-03..2024-04-05] (one day within)"
    form.date = _full(ask(Question("Date", near, meaning=partial(_day, form), needed=True, default=form.date, hint=hint)), near)


def _full(text: str, offers: Sequence[Offer]) -> str:
    """The day that ``today`` and ``yesterday`` stand for."""
    return next((offer.value for offer in offers if text.casefold() in offer.names), text)


def _day(form: "Form", text: str) -> str:
    """What a date says in words, with the day of the week; raises DateError."""
    from calendar import day_name
    from datetime import date

    from detente.domain.dates import parse
    from detente.domain.words import date_in_words

    if text.casefold() in ("today", "yesterday"):
        return ""
    when = parse(text, form.store.tolerance)
    weekday = f"{day_name[date.fromordinal(when.first_day).weekday()]} " if len(text) == 10 else ""
    return f"{weekday}{date_in_words(when)}{', which is to come' if when.first_day > form.day else ''}"


def _words(vocabulary: type[StrEnum]) -> list[Offer]:
    return [Offer(word.value) for word in vocabulary]


def _channel(form: "Form") -> None:
    from detente.domain.vocabulary import OTHER_CHANNELS, Channel

    offers = [Offer(one.value, "", tuple(name for name, meant in OTHER_CHANNELS.items() if meant is one)) for one in Channel]
    form.channel = choose("Channel", offers, form.channel)


def _parties(form: "Form") -> None:
    from detente.store.offering import offered_parties

    offers = [Offer(party.code, party.name, names, likely) for party, names, likely in offered_parties(form.store)]
    form.parties = [] if len(set(form.parties)) > 1 else form.parties
    wanted = Question("Party", offers, only_offers=True, hint="a code or a name: FRA, fr, France")
    form.parties = list(dict.fromkeys([*form.parties, *ask_each(wanted, least=2 - len(form.parties))]))


def _status(form: "Form") -> None:
    from detente.domain.vocabulary import Status

    likely = "planned" if form.when.first_day > form.day else "held"
    form.said["status"] = choose("Status", _words(Status), form.said["status"] or likely)


def _setting(form: "Form") -> None:
    from detente.domain.vocabulary import Setting

    form.said["setting"] = choose("Setting", _words(Setting), form.said["setting"] or "bilateral")


def _level(form: "Form") -> None:
    from detente.domain.vocabulary import Level

    said = choose("Level", _words(Level), form.said["level"] or _level_of_people(form))
    form.said["level"] = said


def _level_of_people(form: "Form") -> str:
    from detente.domain.drafts import level_of
    from detente.domain.told import Sides, participants_of

    sides = Sides({code: form.known.party(code) for code in form.parties}, form.known)
    try:
        people, _ = participants_of(form.said["person"] or (), form.when, sides, form.known, level=None, anew=True)
    except DetenteError:  # what the command line said; it is told of the whole
        return "minister"
    return level_of(people, form.parties).value


def _one_of_them(name: str, question: str, form: "Form") -> None:
    sides = [Offer(code) for code in form.parties]
    wanted = Question(question, sides, only_offers=True, default=form.said[name] or "", hint="Enter: not known")
    form.said[name] = ask(wanted) or None


def _topics(form: "Form") -> None:
    """What all sides report alike, then each side's own account."""
    offers = _topics_offered(form)
    form.said["topic"], form.said["says"], form.said["denies"] = [], [], []
    for topic in ask_each(Question("Topic that every side reports", offers, only_offers=True, hint="Enter: no more")):
        form.said["topic"].append(topic)
    for party in form.parties:
        hint = "a topic, or 'topic: what is said of it'; Enter: no more"
        own = Question(f"Topic in the account of {party}", offers, only_offers=True, hint=hint, with_words=True)
        for answer in answers(own):
            topic, colon, words = answer.partition(": ")
            _account(form, party, topic, words if colon else None)


def _topics_offered(form: "Form") -> list[Offer]:
    from detente.store.reference import topics

    return [Offer(topic.topic, topic.label) for topic in topics(form.store).values()]


def _account(form: "Form", party: str, topic: str, words: str | None) -> None:
    """What one side reports of a topic, or that it denies it; asked for where it was not said with the topic."""
    if words is None:
        hint = "a paraphrase; Enter: no words; 'denies' or 'denies: …': it denies it"
        words = ask(Question(f"What {party} says of it", hint=hint))
    before, colon, after = words.partition(":")
    if before.casefold().strip() in ("denies", "deny"):
        form.said["denies"].append(f"{party}={topic}: {after.strip()}" if colon and after.strip() else f"{party}={topic}")
    elif words:
        form.said["says"].append(f"{party}={topic}: {words}")
    else:
        form.said["topic"].append(f"{party}={topic}")


def _sources(form: "Form") -> None:
    """The account that each side published, then what others wrote."""
    from detente.store.offering import offered_sources

    offers = [Offer(url, publisher) for url, publisher in offered_sources(form.store, form.parties)]
    form.said["source"] = []
    for party in form.parties:
        wanted = Question(f"Address of the account of {party}", offers, meaning=_publisher, hint="https://…; Enter: none")
        form.said["source"] += [f"{party}={url}" for url in ask_each(wanted)]
    wanted = Question("Address of another source", offers, meaning=_publisher, hint="https://…; Enter: none")
    form.said["source"] += [f"third={url}" for url in ask_each(wanted)]


def _publisher(text: str) -> str:
    from detente.domain.cited import source_at

    return source_at(text, "third").publisher


def _claims(form: "Form") -> None:
    hint = "the sentence, or 'about 18 months phone', 'since 2022-10 any', 'first ever phone'; Enter: none"
    form.said["claim"] = ask_each(
        Question("Published claim about the silence before", meaning=partial(_claimed, form), hint=hint)
    )


def _claimed(form: "Form", text: str) -> str:
    """The claim in words; raises RejectedError."""
    from dataclasses import replace

    from detente.cli.claim_sentences import claims_in_short
    from detente.domain.asserting import claim_in_words
    from detente.domain.claimed import read_claim
    from detente.domain.drafts import complete

    draft = form.draft()
    [short] = claims_in_short([text], draft.date)
    bare = replace(draft, persons=(), topics=(), says=(), denies=(), sources=(), claims=(short,), anew=True)
    completed = complete(bare, form.known, today=form.day, tolerance=form.store.tolerance)
    return claim_in_words(read_claim(short, completed.contact, form.store.tolerance), completed.names[:2])


def _length(form: "Form", text: str) -> str:
    from detente.domain.told import read_duration

    return f"{read_duration(text)} minutes"


def _text(name: str, question: str, hint: str, form: "Form", meaning: "Callable[[Form, str], str] | None" = None) -> None:
    understood = None if meaning is None else partial(meaning, form)
    form.said[name] = ask(Question(question, meaning=understood, default=form.said[name] or "", hint=hint)) or None


def _country(form: "Form", text: str) -> str:
    return form.known.party(text).name


def _substance(form: "Form") -> None:
    from detente.domain.vocabulary import Substance

    form.said["substance"] = choose("Substance", _words(Substance), form.said["substance"] or "talks")


def _restricted(form: "Form") -> None:
    form.said["restricted"] = not agreed("Is it public?", default=True)


FIELDS: dict[str, Field] = {
    "date": Field(_date, "when it was"),
    "channel": Field(_channel, "the medium"),
    "parties": Field(_parties, "between whom"),
    "status": Field(_status, "held, planned, declined …"),
    "setting": Field(_setting, "bilateral, on the sidelines …"),
    "person": Field(people, "who took part"),
    "level": Field(_level, "the rank of the highest participant"),
    "initiator": Field(partial(_one_of_them, "initiator", "Asked for by"), "the party that asked for it"),
    "host": Field(partial(_one_of_them, "host", "Host"), "the party in whose country it was", always=False),
    "place": Field(partial(_text, "place", "Place", "a city or a house; Enter: not known"), "where it was", always=False),
    "country": Field(
        partial(_text, "country", "Country", "Enter: that of the host", meaning=_country),
        "the country of the place",
        always=False,
    ),
    "topic": Field(_topics, "what it was about, by each account"),
    "source": Field(_sources, "where it was published"),
    "claim": Field(_claims, "what was published about the silence before it"),
    "summary": Field(partial(_text, "summary", "Summary", "a sentence or two; Enter: one is made"), "what happened"),
    "duration": Field(
        partial(_text, "duration", "Duration", "60, 60m or 1h30", meaning=_length), "how long it took", always=False
    ),
    "note": Field(partial(_text, "note", "Note", "what else should be known"), "what else should be known", always=False),
    "substance": Field(_substance, "talks, or courtesy", always=False),
    "restricted": Field(_restricted, "whether it is public", always=False),
}
"""The fields in the order in which they are asked."""
