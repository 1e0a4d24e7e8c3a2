"""``detente claims check``: would a sentence hold that somebody has read?"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import AsCsv, AsJson, Asked, Db, OutFile, Restricted, one, taking, word
from detente.errors import RejectedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.cli.tables import Canvas, Cell
    from detente.domain.contacts import Claim
    from detente.domain.gaps import Gap
    from detente.domain.judging import Judgement

Two = Annotated[
    list[str],
    typer.Argument(
        metavar="PARTY PARTY [SENTENCE]", help="The two parties, and the claim as it was published or as log takes it."
    ),
]
On = Annotated[
    str,
    typer.Option("--on", metavar="DATE", help="The day of the contact or of the sentence, or up to which there was silence."),
]


def _figure(flag: str, help_text: str) -> Any:
    return one(flag, "N", help_text)


SAID: dict[str, tuple[Any, object]] = {
    "months": (_figure("--months", "The length claimed, in months of 30.4375 days."), None),
    "days": (_figure("--days", "The length claimed, in days."), None),
    "years": (_figure("--years", "The length claimed, in years of twelve months."), None),
    "qualifier": (one("--qualifier", "WORD", "exact (default), about, nearly, more-than, less-than."), None),
    "since": (one("--since", "DATE", "The date claimed: that of the last contact, or of an event."), None),
    "anchor": (one("--anchor", "contact|event", "What --since names; default: contact."), None),
    "kind": (one("--kind", "WORD", "first-since (default), silence, first-ever."), None),
    "channel": (one("--channel", "WORD", "phone or call: calls of every kind; another channel; any (default)."), None),
    "level": (one("--level", "WORD", "minister (default), deputy-minister, chief-of-defence, official, any."), None),
    "setting": (one("--setting", "WORD", "bilateral, sidelines, multilateral, 2+2; default: any."), None),
    "by": (one("--by", "office|person", "Of the two offices (default), or of the two people."), None),
    "substance": (one("--substance", "WORD", "talks: greetings do not count; courtesy; any (default)."), None),
    "include_restricted": (Restricted, False),
    "db": (Db, None),
    "json": (AsJson, False),
    "csv": (AsCsv, False),
    "output": (OutFile, None),
}
"""The options of check, in the order of its help."""

_CLAIMED = ("months", "days", "years", "qualifier", "since", "anchor", "kind")
"""Those that a sentence takes the place of."""

_MOST_MONTHS = 12_000
_SHARED = ("include_restricted", "db", "json", "csv", "output")


@taking(SAID)
def check(said: "Mapping[str, Any]", parties: Two, on: On) -> None:
    """Judge a claim that is not on record.

    \b
    detente claims check FRA RUS --on 2024-04-03 'the first call in a year and a half'
    detente claims check FRA RUS --on 2024-04-03 --months 18 --qualifier about
    detente claims check FRA RUS --on 2023-11-12 --kind silence --since 2022-10

    It is about the held contact of that series on that day, or in the two days before, as the papers of the day after have
    it; where the record has none, about the time up to that day.
    Whatever the verdict, the exit code is 0.
    """
    from detente.cli.failure import note
    from detente.cli.output import Answer, emit
    from detente.cli.verdicts import COLUMNS, counts, tell_hidden, with_and_without
    from detente.domain.asserting import claim_in_words
    from detente.formats.items import judged_item
    from detente.store.grounds import ground, names

    if len(parties) not in (2, 3):
        mend = "for example: detente claims check FRA RUS --on 2024-04-03 'the first call in a year and a half'"
        raise UsageError("a claim is about two parties", mend=mend)
    parties, sentences = parties[:2], parties[2:]
    asked = Asked(**{name: said[name] for name in _SHARED})
    form, unjudged = asked.form(), read_claim({**said, **(_told(sentences[0], said, on) if sentences else {})}, on)
    with asked.store() as store:
        pair = asked.selection(store, parties).dyad
        assert pair is not None  # two different parties were named
        called, whole = names(store, pair), ground(store, pair, include_restricted=True)
    claim = replace(unjudged, dyad_slug=pair.slug, claim=claim_in_words(unjudged, called))
    judgement, differs = with_and_without(claim, whole, whole if asked.include_restricted else whole.public())
    if asked.include_restricted:
        note("what follows includes what is not public")
    tell_hidden(differs)
    emit(
        Answer(
            command="claims check",
            as_of=None,
            selection={"parties": list(pair.parties), "include_restricted": asked.include_restricted},
            items=[judged_item(judgement, pair.parties)],
            columns=COLUMNS,
            picture=lambda canvas: _picture(canvas, judgement),
            summary=counts([judgement]),
        ),
        form,
    )


def _told(sentence: str, said: "Mapping[str, Any]", on: str) -> "dict[str, Any]":
    """What a sentence says in place of the options; those that choose the series stand above it. Raises UsageError."""
    from detente.cli.claim_sentences import understood

    if given := [f"--{name}" for name in _CLAIMED if said[name] is not None]:
        raise UsageError(f"the sentence and {given[0]} both make the claim", mend="leave one of them out")
    try:
        found = understood(sentence, on)
    except RejectedError as error:
        raise UsageError(error.reason, mend=error.mend) from None
    if found is None:
        mend = "give --months, --since or --kind first-ever; or paste the whole sentence, such as 'the first call in a year'"
        raise UsageError(f"'{sentence}' claims nothing about a silence that can be read", mend=mend)
    return {
        "months": None if found.months is None else str(found.months),
        "qualifier": found.qualifier,
        "since": found.since,
        "kind": found.kind,
        "channel": said["channel"] or found.channel,
        "by": said["by"] or (found.by if found.kind == "first-ever" else None),
    }


def read_claim(said: "Mapping[str, Any]", on: str) -> "Claim":
    """The claim that the options make, of no pair and no contact yet; raises UsageError where they make none."""
    from detente.domain.contacts import Claim
    from detente.domain.vocabulary import ANY, Anchor, By, ClaimKind, Level, Qualifier, Setting, Substance

    kind = word("--kind", said["kind"] or "first-since", ClaimKind)
    months, since = _length(said), _date("--since", said["since"])
    if kind is ClaimKind.STATEMENT:
        raise UsageError("a statement is never judged", mend="one of first-since, silence, first-ever")
    if kind is ClaimKind.FIRST_EVER and (since or months is not None):
        raise UsageError("'first ever' has neither a length nor a date", mend="leave out --kind, or the length and --since")
    if kind is not ClaimKind.FIRST_EVER and not since and months is None:
        raise UsageError("the claim names neither a length nor a date", mend="give --months, --days, --years or --since")
    return Claim(
        claim_id="",
        dyad_slug="",
        contact_id=None,
        asserted_on=_date("--on", on) or on,
        kind=kind,
        claim="",
        since=since,
        anchor=word("--anchor", said["anchor"] or "contact", Anchor) if since else None,
        months=months,
        qualifier=None if months is None else word("--qualifier", said["qualifier"] or "exact", Qualifier),
        channel=_channel(said["channel"]),
        level=_or_any("--level", said["level"] or "minister", Level),
        setting=None if said["setting"] in (None, ANY) else word("--setting", said["setting"], Setting),
        by=word("--by", said["by"] or "office", By),
        substance=_or_any("--substance", said["substance"] or ANY, Substance),
        source_url=None,
    )


def _length(said: "Mapping[str, Any]") -> float | None:
    """The months claimed; raises UsageError for more than one length, and for one that is none."""
    from detente.domain.days import DAYS_PER_MONTH

    units = {"months": 1.0, "days": 1 / DAYS_PER_MONTH, "years": 12.0}
    lengths = {name: said[name] for name in units if said[name] is not None}
    if len(lengths) > 1:
        raise UsageError("a claim has one length", mend="give one of --months, --days, --years")
    for name, text in lengths.items():
        if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text.strip(), re.ASCII) is None:
            raise UsageError(f"--{name} '{text}' is no length", mend="write digits, such as 18 or 1.5")
        if (length := float(text) * units[name]) > _MOST_MONTHS:
            raise UsageError("that is no length of a silence", mend="give at most 1,000 years")
        return length
    return None


def _date(flag: str, text: str | None) -> str | None:
    from detente.domain.dates import parse

    try:
        return None if text is None else parse(text).text
    except RejectedError as error:
        raise UsageError(f"{flag}: {error.reason}", mend=error.mend) from None


def _channel(text: str | None) -> str:
    """A claim about any kind of call has the channel ``phone``."""
    from detente.domain.vocabulary import ANY, CALL, CALL_CHANNELS, Channel

    if text is None or text.casefold() == ANY:
        return ANY
    if text.casefold() == CALL:
        return Channel.PHONE.value
    channel = word("--channel", text, Channel)
    return Channel.PHONE.value if channel in CALL_CHANNELS else channel.value


def _or_any(flag: str, text: str, vocabulary: Any) -> str:
    from detente.domain.vocabulary import ANY

    return ANY if text.casefold() == ANY else str(word(flag, text, vocabulary).value)


def _about(claim: "Claim", gap: "Gap | None") -> str:
    """The contact that the claim was judged on, or the time, with how to ask about the contact before it."""
    from detente.domain.vocabulary import ClaimKind

    if claim.contact_id is not None:
        return claim.contact_id
    time = f"the time up to {claim.asserted_on}"
    if claim.kind is ClaimKind.SILENCE or gap is None:
        return time
    return f"{time}, as no such contact is on record for that day; about the one before: --on {gap.previous.date}"


def _picture(canvas: "Canvas", judgement: "Judgement") -> str:
    """The verdict first, then the claim, the numbers, and what they rest on."""
    from detente.cli.tables import Column, Styled, Table, draw
    from detente.cli.verdicts import STYLES
    from detente.domain.words import gap_in_words, observed_in_words

    claim, gap, verdict = judgement.claim, judgement.gap, str(judgement.verdict)
    rows: list[list[Cell]] = [["about", _about(claim, gap)]]
    if gap is not None:
        rows.append(["before it", f"{gap.previous.contact_id}, {gap.previous.date}"])
        rows.append(["on record", Styled(gap_in_words(gap), "bold")])
    if judgement.observed is not None:
        rows.append(["observed", observed_in_words(judgement.observed)])
    if judgement.persons:
        rows.append(["people", " and ".join(name for _, name in judgement.persons)])
    rows.append(["why", "; ".join(_parts(judgement))])
    rows.append(["rests on", ", ".join(judgement.rests_on) or "no contact"])
    table = Table([Column("claim"), Column("record", wrap=True)], rows)
    return draw(canvas, [Styled(verdict, f"bold {STYLES[verdict]}"), claim.claim, table])


def _parts(judgement: "Judgement") -> list[str]:
    """Why, and of two parts each one's verdict."""
    if judgement.length is None or judgement.date is None:
        return [judgement.why]
    return [judgement.why, f"the length is {judgement.length}, the date {judgement.date}"]
