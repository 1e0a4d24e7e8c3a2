"""How do contacts, silences, sentences, judgements and readouts become data frames: which columns has each?"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from detente.analysis.frames import frame
from detente.analysis.frequency import FrequencyRow
from detente.analysis.lanes import Lane
from detente.analysis.panel_columns import Kind
from detente.analysis.silence import Quantile
from detente.analysis.unusual_lanes import LaneSilence
from detente.domain.contacts import Contact
from detente.domain.context import FirstSince
from detente.domain.dates import UncertainDate
from detente.domain.days import iso
from detente.domain.gaps import Endpoint
from detente.domain.judging import Judgement
from detente.domain.preceding import Persons
from detente.domain.readouts import Readout
from detente.domain.silences import Silence

if TYPE_CHECKING:
    from detente.analysis.frames import Frame

_TEXT, _NUMBER, _SHARE, _DAY, _YES_NO = Kind.TEXT, Kind.NUMBER, Kind.SHARE, Kind.DAY, Kind.YES_NO


def contact_frame(contacts: Iterable[Contact]) -> "Frame":
    """One row a contact: the date as written, its first day and four bounds, then what is recorded; parties joined by ``;``."""
    bounds = ("first_day", "start_earliest", "start_latest", "end_earliest", "end_latest")
    words = ("channel", "setting", "level", "substance", "status", "parties", "initiator", "host", "place", "country")
    columns = {
        **dict.fromkeys(("contact_id", "date"), _TEXT),
        **dict.fromkeys(bounds, _DAY),
        **dict.fromkeys(words, _TEXT),
        "duration_minutes": _NUMBER,
        "summary": _TEXT,
        "note": _TEXT,
        "restricted": _YES_NO,
    }
    return frame(columns, ((c.contact_id, c.date.text, *_bounds(c.date), *_told(c)) for c in contacts))


def _bounds(date: UncertainDate) -> Iterable[str]:
    return map(iso, (date.first_day, date.start_earliest, date.start_latest, date.end_earliest, date.end_latest))


def _told(contact: Contact) -> tuple[object, ...]:
    words = (contact.channel, contact.setting, contact.level, contact.substance, contact.status)
    where = (";".join(contact.parties), contact.initiator, contact.host, contact.place, contact.country)
    return (*map(str, words), *where, contact.duration_minutes, contact.summary, contact.note, contact.restricted)


def silence_frame(silences: Iterable[Silence]) -> "Frame":
    """One row a gap, its ends by id and date as written; ``to_*`` is missing while it is open. ``attempts`` is a count."""
    columns = {
        **dict.fromkeys(("party_a", "party_b", "from_id", "from_date", "to_id", "to_date"), _TEXT),
        **dict.fromkeys(("days_min", "days_max"), _NUMBER),
        **dict.fromkeys(("open", "order_uncertain"), _YES_NO),
        "observation": _TEXT,
        "observed_share": _SHARE,
        "attempts": _NUMBER,
        **dict.fromkeys(("person_a", "person_b"), _TEXT),
    }
    return frame(columns, map(_silence, silences))


def _silence(silence: Silence) -> tuple[object, ...]:
    gap, seen = silence.gap, silence.observed
    lengths = (gap.days_min, gap.days_max, gap.open, gap.order_uncertain)
    ends = (*gap.dyad.parties, *_end(gap.previous), *_end(gap.following))
    return (*ends, *lengths, str(seen.observation), seen.share, len(silence.attempts), *_people(gap.persons))


def _end(endpoint: Endpoint | None) -> tuple[str | None, str | None]:
    return (None, None) if endpoint is None else (endpoint.contact_id, endpoint.date.text)


_SCOPE = ("channel", "level", "setting", "by")


def lane_frame(lanes: Iterable[Lane]) -> "Frame":
    """One row a lane, its last held contact, the days since and the share of them observed; a scope that is missing is any."""
    columns = {
        **dict.fromkeys((*_SCOPE, "contact_id", "date"), _TEXT),
        **dict.fromkeys(("days_min", "days_max"), _NUMBER),
        "observation": _TEXT,
        "observed_share": _SHARE,
        **dict.fromkeys(("person_a", "person_b"), _TEXT),
    }
    return frame(columns, map(_lane, lanes))


def _lane(lane: Lane) -> tuple[object, ...]:
    gap = lane.gap
    seen = (lane.observed.observation.value, lane.observed.share)
    return (*_scope(lane), *_end(gap.previous), gap.days_min, gap.days_max, *seen, *_people(lane.persons))


def unusual_frame(lanes: Iterable[LaneSilence]) -> "Frame":
    """One row a silence: lane, rank, quantiles in days, figures; the lesser where imprecise dates make two, then ``_max``."""
    columns = {
        **dict.fromkeys(("party_a", "party_b", *_SCOPE, "contact_id", "date"), _TEXT),
        **dict.fromkeys(("days_min", "days_max", "n_gaps", "longer_than", "longer_than_max"), _NUMBER),
        **dict.fromkeys(("median", "median_max", "p90", "p90_max"), _NUMBER),
        "observed_share": _SHARE,
        "baseline": _TEXT,
        **dict.fromkeys((f"{name}{end}" for name in _FIGURES for end in ("", "_max")), _SHARE),
        **dict.fromkeys(("person_a", "person_b"), _TEXT),
    }
    return frame(columns, map(_unusual, lanes))


_FIGURES = ("burstiness", "memory", "dispersion", "rate", "no_contact")


def _unusual(told: LaneSilence) -> tuple[object, ...]:
    found, stands = told.unusual, told.unusual.standing
    days = (found.gap.days_min, found.gap.days_max, stands.n_gaps, stands.longer_than, stands.longer_than_max)
    quantiles = (each.days for pair in (stands.median, stands.p90) for each in (pair or (Quantile(None, None, None),) * 2))
    rhythm, counting, chance = found.rhythm, found.pace.counting, found.no_contact
    figures = (
        None if rhythm is None else rhythm.burstiness,
        None if rhythm is None else rhythm.memory,
        None if counting is None else counting.dispersion,
        found.pace.per_year,
        None if chance is None else chance.probability,
    )
    where = (*found.gap.dyad.parties, *_scope(told.lane), *_end(found.gap.previous))
    seen = (found.silence.observed.share, found.baseline.name)
    return (
        *where,
        *days,
        *quantiles,
        *seen,
        *(end for pair in figures for end in pair or (None, None)),
        *_people(found.gap.persons),
    )


def _people(persons: Persons) -> tuple[str | None, ...]:
    """The names of both people; missing by office."""
    return tuple(name for _, name in persons) or (None, None)


def _scope(told: Lane | FirstSince) -> tuple[str | None, ...]:
    scope = told.scope
    return (scope.channel, scope.level, scope.setting, scope.by.value)


def sentence_frame(sentences: Iterable[FirstSince]) -> "Frame":
    """One row a sentence, with what it is the first of and since when."""
    columns = {
        **dict.fromkeys(("contact_id", "party_a", "party_b", *_SCOPE, "previous_id", "previous_date"), _TEXT),
        **dict.fromkeys(("days_min", "days_max"), _NUMBER),
        **dict.fromkeys(("sentence", "observation"), _TEXT),
        "observed_share": _SHARE,
        "weakest_grade": _TEXT,
    }
    return frame(columns, map(_sentence, sentences))


def _sentence(told: FirstSince) -> tuple[object, ...]:
    gap = told.gap
    lengths = (None,) * 4 if gap is None else (*_end(gap.previous), gap.days_min, gap.days_max)
    seen = told.observed
    return (
        told.contact_id,
        *told.parties,
        *_scope(told),
        *lengths,
        told.sentence,
        str(seen.observation),
        seen.share,
        told.weakest_grade,
    )


def judgement_frame(judgements: Iterable[Judgement]) -> "Frame":
    """One row a claim, as it was published, with its verdict and the gap on record."""
    columns = {
        **dict.fromkeys(("claim_id", "contact_id", "kind", "asserted_on", "claim", "since"), _TEXT),
        "months": _SHARE,
        **dict.fromkeys(("channel", "level", "setting", "by", "verdict", "previous_id", "previous_date"), _TEXT),
        **dict.fromkeys(("days_min", "days_max"), _NUMBER),
        **dict.fromkeys(("why", "source_url"), _TEXT),
    }
    return frame(columns, map(_judgement, judgements))


def _judgement(judged: Judgement) -> tuple[object, ...]:
    claim, gap = judged.claim, judged.gap
    said = (claim.claim_id, claim.contact_id, claim.kind, claim.asserted_on, claim.claim, claim.since, claim.months)
    scope = (claim.channel, claim.level, claim.setting, claim.by, judged.verdict)
    lengths = (None,) * 4 if gap is None else (*_end(gap.previous), gap.days_min, gap.days_max)
    return (*said, *scope, *lengths, judged.why, claim.source_url)


def readout_frame(readouts: Iterable[Readout]) -> "Frame":
    """One row for each contact and topic; parties joined by ``;``."""
    columns = {
        **dict.fromkeys(("contact_id", "topic", "reported_by", "denied_by", "raised_by"), _TEXT),
        **dict.fromkeys(("third_party", "one_sided"), _YES_NO),
    }
    rows = (
        (r.contact_id, r.topic, *map(_joined, (r.reported_by, r.denied_by, r.raised_by)), r.third_party, r.one_sided)
        for r in readouts
    )
    return frame(columns, rows)


def _joined(parties: Sequence[str]) -> str:
    return ";".join(parties)


def frequency_frame(rows: Iterable[FrequencyRow]) -> "Frame":
    """One row for each period, channel and level with a contact."""
    columns = {**dict.fromkeys(("period", "channel", "level"), _TEXT), "count": _NUMBER, "share": _SHARE}
    return frame(columns, ((row.period, str(row.channel), str(row.level), row.count, row.share) for row in rows))
