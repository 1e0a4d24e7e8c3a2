"""What was published about the silences, and does the record bear it out: every claim with its verdict."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Claim
from detente.domain.dates import UncertainDate, parse
from detente.domain.days import DAYS_PER_MONTH, Day, days_between
from detente.domain.judging import Judgement
from detente.domain.spoken_of import selection_of
from detente.domain.verdicts import Verdict
from detente.domain.vocabulary import Anchor, By, ClaimKind, Level
from detente.domain.words import and_list, claimed_length_in_words, days_in_words, level_in_words, series_kind_in_words
from detente.report.drawing import NOT_JUDGED
from detente.report.naming import counted, edtf_in_words, short_date, start_in_words
from detente.report.sourcing import Link, source_link

_MOST_NAMED = 4
"""So many contradicted claims are spelt out in the sentence."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A published sentence and what the record says to it.

    ``contact_id`` is empty for a claim about no contact. ``day`` is the first day on which the silence may end that it
    speaks of, ``until`` the same in words.
    ``claimed_min`` and ``claimed_max`` are the length claimed in days (from a figure in months, else from the date named),
    ``days_min`` and ``days_max`` the recorded one; None where there is none. ``figure`` is what is claimed in a few words,
    ``months`` the length alone, ``scope`` of which series. ``previous_id`` is the contact before, empty for none.
    """

    claim_id: str
    contact_id: str
    day: Day
    until: str
    until_short: str
    sentence: str
    asserted_on: str
    source: Link | None
    figure: str
    months: str
    scope: str
    claimed_min: float | None
    claimed_max: float | None
    days_min: int | None
    days_max: int | None
    recorded: str
    previous_id: str
    verdict: str
    why: str
    restricted: bool


@dataclass(frozen=True, slots=True)
class ClaimsData:
    """Every claim in the order of the silences, the latest last, and how many there are of each verdict, best first."""

    claims: tuple[JudgedClaim, ...]
    counts: tuple[tuple[str, int], ...]
    sentence: str


def claims_data(dossier: Dossier) -> ClaimsData:
    """The claims about the pair, judged on all that is on record for it, whatever the selection."""
    known = {source.url: source.publisher for contact in dossier.series for source in contact.sources}
    found = sorted((judged_claim(dossier, j, known) for j in dossier.judgements), key=lambda one: (one.day, one.claim_id))
    counts = Counter(claim.verdict for claim in found)
    ordered = tuple((word, counts[word]) for word in (*Verdict, NOT_JUDGED) if counts[word])
    return ClaimsData(tuple(found), ordered, _sentence(found, ordered))


def judged_claim(dossier: Dossier, judgement: Judgement, known: dict[str, str]) -> JudgedClaim:
    """One claim in words; ``known`` are publishers by address."""
    claim, gap = judgement.claim, judgement.gap
    end = _end(dossier, judgement)
    shortest, longest = _claimed(dossier, claim, end)
    return JudgedClaim(
        claim_id=claim.claim_id,
        contact_id=claim.contact_id or "",
        day=end.first_day,
        until=start_in_words(end),
        until_short=short_date(end),
        sentence=claim.claim,
        asserted_on=edtf_in_words(claim.asserted_on),
        source=source_link(claim.source_url, known),
        figure=figure_in_words(claim),
        months=months_in_words(claim),
        scope=_scope(dossier, claim),
        claimed_min=shortest,
        claimed_max=longest,
        days_min=None if gap is None else gap.days_min,
        days_max=None if gap is None else gap.days_max,
        recorded="nothing earlier" if gap is None else days_in_words(gap.days_min, gap.days_max),
        previous_id="" if gap is None else gap.previous.contact_id,
        verdict=NOT_JUDGED if judgement.verdict is None else judgement.verdict.value,
        why=judgement.why,
        restricted=claim.restricted,
    )


def _end(dossier: Dossier, judgement: Judgement) -> UncertainDate:
    """When the silence ended: with the claimed contact, or for a silence on the day of the claim."""
    claim, gap = judgement.claim, judgement.gap
    if gap is not None and gap.following is not None:
        return gap.following.date
    own = (contact.date for contact in dossier.ground.contacts if contact.contact_id == claim.contact_id)
    return next(own, parse(claim.asserted_on, dossier.ground.tolerance))


def _claimed(dossier: Dossier, claim: Claim, end: UncertainDate) -> tuple[float | None, float | None]:
    """The length claimed, in days: the figure in months, else the time since the date named, else nothing."""
    if claim.months is not None:
        return claim.months * DAYS_PER_MONTH, claim.months * DAYS_PER_MONTH
    if claim.since is None:
        return None, None
    since = parse(claim.since, dossier.ground.tolerance)
    return days_between(since.end_latest, end.start_earliest), days_between(since.start_earliest, end.start_latest)


def figure_in_words(claim: Claim) -> str:
    """``more than 18 months``, ``since October 2022``, ``first ever``, or several; ``no length`` where it names none."""
    said = ["first ever"] if claim.kind is ClaimKind.FIRST_EVER else []
    if claim.months is not None:
        said.append(months_in_words(claim))
    if claim.since is not None:
        event = "an event of " if claim.anchor is Anchor.EVENT else ""
        said.append(f"since {event}{edtf_in_words(claim.since)}")
    return ", ".join(said) or "no length"


def months_in_words(claim: Claim) -> str:
    """The figure claimed with its hedge: ``more than 18 months``; empty for a claim without one."""
    return "" if claim.months is None else claimed_length_in_words(claim.months, claim.qualifier)


def _scope(dossier: Dossier, claim: Claim) -> str:
    """Of which contacts it speaks: ``call, ministers``."""
    selection = selection_of(claim, dossier.ground)
    kind = series_kind_in_words(selection.channels, selection.settings)
    people = [level_in_words(level) for level in Level if level in selection.levels]
    return ", ".join(
        [f"any {kind}" if kind == "contact" else kind, *people, *["the same two people"] * (claim.by is By.PERSON)]
    )


def _sentence(claims: Iterable[JudgedClaim], counts: tuple[tuple[str, int], ...]) -> str:
    total = sum(count for _, count in counts)
    text = f"{counted(total, 'published claim')} judged on the record: "
    text += and_list([f"{count:,} {word}" for word, count in counts])
    wrong = [claim for claim in claims if claim.verdict == Verdict.CONTRADICTED]
    told = [f"“{claim.figure}” before {claim.until}" for claim in wrong]
    told = list(dict.fromkeys(told))
    if not told:
        return f"{text}."
    named = told[-_MOST_NAMED:]
    latest = "the latest of them are " if len(told) > len(named) else ""
    return f"{text}. Contradicted: {latest}{and_list(named)}."
