"""How does somebody confirm what was read in a text: a look, each guess by itself, words of their own, then the record?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.cli.asking import Offer, Question, agreed, ask, ask_each, choose
from detente.cli.failure import between_words, note, tell

if TYPE_CHECKING:
    from detente.cli.article import Article
    from detente.cli.guided import Form
    from detente.domain.contacts import Claim
    from detente.domain.drafts import Completed
    from detente.domain.judging import Judgement
    from detente.drafting.proposals import Claimed, Participating, Proposal, Reading, Stated
    from detente.store.opening import Store


@dataclass(frozen=True, slots=True)
class _Settled:
    """What was confirmed beside the form: claims to be recorded with the contact, and spellings of people on record."""

    claims: tuple["Claim", ...]
    spellings: dict[str, str]


def confirmed(store: "Store", text: "Article", today: int) -> None:
    """Proposes each contact of a text and records those that are confirmed; raises AbandonedError for who gives up.

    What was recorded before somebody gives up stays.
    """
    found = _read(store, text)
    if not found.proposals:
        note("no contact between defence sides found in this text; nothing is recorded")
        return
    if found.published is not None:
        text = replace(text, published=date.fromisoformat(found.published))
    for number, proposal in enumerate(found.proposals, start=1):
        _one(store, text, found, proposal, (number, len(found.proposals)), today)


def _read(store: "Store", text: "Article") -> "Reading":
    """The reading, once the day of publication is known or somebody says that it is not."""
    from detente.cli.commands.draft import read

    found = read(store, text, text.published)
    if text.published is not None or not found.proposals:
        return found
    hint = "2024-04-04; an empty line: not known, weekdays then stay unresolved"
    question = Question("When was it published", meaning=_day_in_words, default=found.published or "", hint=hint)
    answer = ask(question)
    return found if answer == (found.published or "") else read(store, text, date.fromisoformat(answer) if answer else None)


def _day_in_words(text: str) -> str:
    from detente.domain.asked import day

    return f"{date.fromordinal(day('the day', text)):%A}"


def _one(store: "Store", text: "Article", found: "Reading", proposal: "Proposal", place: tuple[int, int], today: int) -> None:
    from detente.cli.commands.log import StoreReference, keep
    from detente.cli.draft_preview import preview
    from detente.cli.drafted import beside
    from detente.cli.guided import settled
    from detente.cli.screen import canvas_for_questions
    from detente.domain.drafts import complete
    from detente.store.learnt import learn_spellings

    record = beside(store, proposal, today)
    claims = [(claimed, record.judged(claimed) if record else None) for claimed in proposal.claims]
    alike = record.alike if record else ()
    tell("")
    tell(preview(canvas_for_questions(), proposal, claims, alike, place))
    tell("")
    if not agreed("Go on with this contact?", default=not alike):
        return
    known = StoreReference(store)
    form = _filled(store, known, proposal, today)
    answered = _asked(form, text, proposal, claims)
    wanted = settled(form)
    completed = complete(wanted.draft, known, today=today, tolerance=store.tolerance)
    told = _with_claims(_with_sources(completed, text, found), answered.claims)
    keep(store, replace(told, notes=()), today, also=wanted.another, as_json=False, offices=wanted.offices)
    learn_spellings(store, answered.spellings)


def _filled(store: "Store", known: Any, proposal: "Proposal", today: int) -> "Form":
    """The form of ``log``, answered by what was proposed."""
    from detente.cli.commands.log import SAID
    from detente.cli.guided import Form

    said = {name: default for name, (_, default) in SAID.items()}
    channel = proposal.channel.value if proposal.channel else None
    form = Form.begun(store, known, said, (proposal.date, channel, proposal.parties), today)
    for name in ("status", "setting", "level", "initiator", "host"):
        value = getattr(proposal, name)
        form.said[name] = None if value is None else str(value)
    for name in ("person", "topic", "says", "denies", "source", "claim"):
        form.said[name] = []
    return form


def _asked(form: "Form", text: "Article", proposal: "Proposal", claims: "list[tuple[Claimed, Judgement | None]]") -> _Settled:
    """Asks what only somebody can say: whether guesses are right, names, words for the statements, the source, the claims."""
    from detente.cli.form_fields import FIELDS

    for name in ("date", "channel", "parties", "status", "level", "initiator"):
        got = proposal.how.get(name)
        value = ", ".join(proposal.parties) if name == "parties" else getattr(proposal, name)
        if value is None and name == "date":
            FIELDS["date"].ask(form)
        elif got is not None and got.how == "guessed":
            between_words(f"{name} {value} is a guess: {got.why}")
            if not agreed(f"{name} {value}: is it right?"):
                FIELDS[name].ask(form)
    spellings = dict(_people(form, proposal))
    _statements(form, proposal)
    _source(form, text)
    return _Settled(tuple(_claims(form, claims)), spellings)


def _people(form: "Form", proposal: "Proposal") -> "Iterator[tuple[str, str]]":
    """Settles who took part; gives the spellings that were confirmed, each with the name on record."""
    from detente.store.learnt import spellings
    from detente.store.offering import offered_people

    learnt = spellings(form.store)  # of the contact before in the same text, too
    for one in proposal.participants:
        if one.party not in form.parties:
            continue
        name = one.person
        if not one.on_record:
            offers = [Offer(person) for person in offered_people(form.store, one.party)]
            hint = f"written '{one.written}'; the name as it is to stand on record; Enter on an empty line: leave out"
            name = ask(Question(f"Who took part for {one.party}", offers, default=one.person, hint=hint))
            form.said["also"] = True
        elif (
            one.got.how != "stated"
            and learnt.get(one.written.casefold()) != one.person
            and not agreed(f"Is '{one.written}' {one.person}?", default=True)
        ):
            name = ask(Question(f"Who took part for {one.party}", default=one.written, hint="Enter: leave out"))
        if name:
            form.said["person"].append(_in_office(form, one, name))
            if _learns(one, name):
                yield one.written, name


def _in_office(form: "Form", one: "Participating", name: str) -> str:
    """``PARTY=NAME``; where the record has no office of that day, with the one that the text tells, else that is asked for."""
    from detente.cli.form_people import with_office
    from detente.domain.officeholders import holder_of
    from detente.domain.told import NOT_STATED, person_with

    told = name == one.person and one.role != NOT_STATED
    if told and holder_of(name, one.party, form.when, form.known.holders()) is None:
        return person_with(one.party, name, one.role, one.level)
    return with_office(form, one.party, name)


def _learns(one: "Participating", name: str) -> bool:
    return one.written.casefold() != name.casefold() and "=" not in name


def _statements(form: "Form", proposal: "Proposal") -> None:
    """Asks for a paraphrase of each side's account of each topic, the sentences shown; then for other topics."""
    from detente.domain.vocabulary import THIRD_PARTY, Stance

    told: dict[tuple[str, str, Stance], list[Stated]] = {}
    for one in proposal.statements:
        told.setdefault((one.reported_by, one.topic, one.stance), []).append(one)
    sides = {topic for by, topic, _ in told if by != THIRD_PARTY}
    for (by, topic, stance), found in told.items():
        if by == THIRD_PARTY and topic in sides:
            continue  # a side's own account of it is there
        for one in found:
            between_words(f"“{one.sentence}”", "   ")
        verb = "denies of" if stance is Stance.DENIES else "says of"
        hint = f"in your own words; {form.parties[0]}=words: it is theirs; +: the topic alone; Enter: leave it out"
        words = ask(Question(f"What {by} {verb} {topic}", hint=hint))
        if words in ("", _LEFT_OUT):
            continue
        by, words = _of_side(form, by, "" if words == _ALONE else words)
        if stance is Stance.DENIES:
            form.said["denies"].append(f"{by}={topic}: {words}" if words else f"{by}={topic}")
        elif words:
            form.said["says"].append(f"{by}={topic}: {words}")
        else:
            form.said["topic"].append(f"{by}={topic}")
    left = [Offer(topic) for topic in proposal.topics if topic not in {topic for _, topic, _ in told}]
    if left:
        form.said["topic"] += ask_each(
            Question("Another topic that every side reports", left, only_offers=True, hint="Enter: none")
        )


_ALONE, _LEFT_OUT = "+", "-"
"""Answers that are no words: the topic alone, and, as Enter, nothing of it."""


def _of_side(form: "Form", by: str, words: str) -> tuple[str, str]:
    """Whose account it is, and its words: another side than the one read may be written before them, ``FRA=words``."""
    from detente.domain.vocabulary import THIRD_PARTY

    side, equals, rest = words.partition("=")
    named = {code.casefold(): code for code in (*form.parties, THIRD_PARTY)}.get(side.strip().casefold())
    return (named, rest.strip()) if equals and named else (by, words)


def _source(form: "Form", text: "Article") -> None:
    """Asks where the text was published, and whose account it is."""
    from detente.domain.cited import source_at
    from detente.domain.vocabulary import THIRD_SIDE

    question = Question(
        "Address of the text",
        meaning=lambda url: source_at(url, THIRD_SIDE).publisher,
        default=text.url or "",
        hint="https://…; Enter: none",
    )
    if url := ask(question):
        sides = [Offer(code) for code in form.parties]
        side = choose("Whose account is it", [*sides, Offer(THIRD_SIDE, "no side's own")], THIRD_SIDE)
        form.said["source"].append(f"{side}={url}")


def _claims(form: "Form", claims: "list[tuple[Claimed, Judgement | None]]") -> "Iterator[Claim]":
    """The claims that are to be recorded, each in words of somebody's own."""
    from detente.domain.vocabulary import ClaimKind

    for claimed, judgement in claims:
        verdict = "not judged" if judgement is None or judgement.verdict is None else f"{judgement.verdict}: {judgement.why}"
        between_words(f"“{claimed.sentence}”", "   ")
        between_words(f"{claimed.claim.claim.rstrip('.')}: {verdict}", "   ")
        if not agreed("Record this claim?", default=True):
            continue
        if claimed.claim.kind is ClaimKind.STATEMENT:
            note("since an event: its date is not read; add it with amend if it is to be judged")
        said = ask(Question("The claim, in your words", default=claimed.claim.claim, needed=True))
        yield replace(claimed.claim, claim=said)


def _with_sources(completed: "Completed", text: "Article", found: "Reading") -> "Completed":
    """The source of the text with its day and language, and in the note of the contact which text it was."""
    contact = completed.contact
    published = None if text.published is None else text.published.isoformat()
    sources = tuple(replace(source, published=published, language=found.language) for source in contact.sources)
    words = f"Drafted from a text with SHA-256 {text.sha256}."
    note_ = f"{contact.note} {words}" if contact.note else words
    return replace(completed, contact=replace(contact, sources=sources, note=note_))


def _with_claims(completed: "Completed", claims: "tuple[Claim, ...]") -> "Completed":
    """The claims of the text beside those of the form: about this contact, published where the text was."""
    contact = completed.contact
    url = contact.sources[0].url if contact.sources else None
    day = contact.date.text.strip("[]").split("/")[0].split("..")[0].rstrip("~?%")
    ours = tuple(
        replace(claim, asserted_on=f"{day}~", level=contact.level.value, source_url=url, restricted=contact.restricted)
        for claim in claims
    )
    return replace(completed, claims=(*completed.claims, *ours))
