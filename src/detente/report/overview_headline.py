"""What should a reader of the overview know first: how many pairs, who is silent, whose silence ended, who talks most."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from detente.analysis.pair_record import LONG_SILENCE, Ended, PairRecord
from detente.analysis.silence_words import kind_of, now_in_words
from detente.analysis.survey import Survey
from detente.domain.parties import Dyad
from detente.domain.sides import name_in_sentence, sides_in_words
from detente.domain.silences import Silence
from detente.domain.vocabulary import Channel
from detente.domain.words import (
    and_list,
    day_in_words,
    gap_in_words,
    kind_in_words,
    level_in_words,
    observed_in_words,
    series_kind_in_words,
)
from detente.report.headline import HeadlineData, KeyFigure, Sentence, ahead_of_the_record, length_figure
from detente.report.naming import counted, from_to
from detente.report.overview_naming import between

_MOST_NAMED = 3


def overview_headline(survey: Survey) -> HeadlineData:
    """The key figures and sentences; a record without contacts says so in one sentence."""
    ahead = ahead_of_the_record(survey.selection)
    if not survey.dyads:
        nothing = f"No {_things(survey, 1)} is on record for this selection, as of {_as_of(survey)}."
        return HeadlineData((), (*ahead, Sentence(nothing, ())))
    silent, ended = longest_now(survey), latest_ended(survey)
    sentences = [
        *ahead,
        _counts(survey),
        *([] if silent is None else [_longest_now(survey, *silent)]),
        *([] if ended is None else [_latest_ended(survey, *ended)]),
        *_most(survey),
    ]
    return HeadlineData(tuple(_figures(survey, silent, ended)), tuple(sentences))


def contact_files(survey: Survey, whole: Survey) -> dict[str, str]:
    """Where the contacts of the headline of ``survey`` are told of: ``fra-rus.html#…`` by id, for the pairs whose page lies
    beside the overview of ``whole``; of several such pairs, on the page of that with most held contacts."""
    files = {record.pair: file for record in whole.dyads if (file := whole.file_of(record))}
    found: dict[str, str] = {}
    for contact_id, pair in _rested_on(survey) if files else ():
        there = set(whole.pairs_of(contact_id, pair))
        told_on = next((file for one, file in files.items() if one in there), None)
        if told_on is not None:
            found[contact_id] = f"{told_on}#{quote(contact_id, safe='')}"
    return found


def _rested_on(survey: Survey) -> Iterator[tuple[str, Dyad]]:
    """The contacts that figures and sentences rest on, each with a pair that it belongs to."""
    if (silent := longest_now(survey)) is not None:
        yield silent[1].gap.previous.contact_id, silent[0].pair
    if (ended := latest_ended(survey)) is not None:
        yield ended[1].silence.gap.previous.contact_id, ended[0].pair
        yield ended[1].by.contact_id, ended[0].pair
    for record in _talking_most(survey)[:_MOST_NAMED]:
        if record.ends is not None:
            yield record.ends[1].contact_id, record.pair


def longest_now(survey: Survey) -> tuple[PairRecord, Silence] | None:
    """The longest open silence and the pair that it is of; a pair of people is silent since its last contact of all.

    Pairs that are on record only in company of others count where there are no others: they may never have talked alone.
    """
    running = [(record, record.now) for record in survey.dyads if record.now is not None]
    alone = [found for found in running if found[0].alone is not None]
    return min(alone or running, key=lambda found: (found[1].gap.sort_key, found[0].pair), default=None)


def _in_company_only(survey: Survey) -> bool:
    """Whether some pairs, and not all, are on record in company of others only."""
    met = [record.alone is not None for record in survey.dyads]
    return any(met) and not all(met)


def latest_ended(survey: Survey) -> tuple[PairRecord, Ended] | None:
    """The silence that surely lasted ninety days or more and ended last, with the contact that ended it."""
    ends = [(record, record.completed.long) for record in survey.dyads if record.completed and record.completed.long]
    return max(ends, key=lambda found: (found[1].by.order, found[0].pair), default=None)


def _things(survey: Survey, count: int) -> str:
    """``contacts``, ``call of ministers``: what the selection is of."""
    chosen = survey.selection
    other = chosen.channels == {Channel.OTHER}
    kind = "other contact" if other else series_kind_in_words(chosen.channels, chosen.settings)
    people = and_list([level_in_words(level) for level in sorted(chosen.levels)])
    return f"{kind}{'' if count == 1 else 's'}" + (f" of {people}" if people else "")


def _counts(survey: Survey) -> Sentence:
    totals = survey.totals
    pairs = f"{counted(len(survey.dyads), 'pair')} of {_whose(survey)}, as of {_as_of(survey)}"
    things = f"{totals.contacts:,} {_things(survey, totals.contacts)} on record"
    return Sentence(f"{pairs}: {things}, {_held(totals.held, totals.contacts)}.{_in_company(survey)}", ())


def _as_of(survey: Survey) -> str:
    return day_in_words(date.fromordinal(survey.as_of))


def _whose(survey: Survey) -> str:
    """``parties``; of one party selected ``France and another party``."""
    names = [name_in_sentence(survey.names.get(code, code)) for code in survey.selection.parties]
    return and_list([*names, "another party"]) if len(names) == 1 else "parties"


def _held(held: int, every: int) -> str:
    if held == every:
        return "held" if every == 1 else "all held"
    return f"{held:,} of them held" if held else "none of them held"


def _in_company(survey: Survey) -> str:
    """How far contacts of three or more parties make up the picture."""
    several = survey.totals.several
    if not several:
        return ""
    text = (
        f" {counted(several, 'contact')} of three or more parties count{'s' if several == 1 else ''} for each pair among them"
    )
    alone = sum(record.alone is None for record in survey.dyads)
    return f"{text}; {counted(alone, 'pair')} {'is' if alone == 1 else 'are'} on record through such contacts alone."


def _longest_now(survey: Survey, record: PairRecord, silence: Silence) -> Sentence:
    chosen = survey.selection
    level = next(iter(chosen.levels)) if len(chosen.levels) == 1 else None
    kind = kind_of(chosen)
    sides = sides_in_words(level, survey.sides(record.pair))
    words = now_in_words(silence, kind, sides, survey.as_of)
    among = " among pairs that have met alone" if _in_company_only(survey) else ""
    text = f"The longest current silence{among}: {words[:1].lower()}{words[1:]}"
    return Sentence(text, (silence.gap.previous.contact_id,))


def _latest_ended(survey: Survey, record: PairRecord, ended: Ended) -> Sentence:
    silence, kind = ended.silence, ended.by.kind
    words = f"{kind_in_words(kind.channel, kind.setting)} of {level_in_words(kind.level)}"
    text = (
        f"The latest long silence to end, of {LONG_SILENCE} days or more, was between {between(survey, record.pair)}: "
        f"{gap_in_words(silence.gap)}, {from_to(silence.gap)}, {observed_in_words(silence.observed)}. A {words} ended it."
    )
    return Sentence(text, (silence.gap.previous.contact_id, ended.by.contact_id))


def _talking_most(survey: Survey) -> list[PairRecord]:
    """The pair or pairs with most held contacts; none of a single pair."""
    most = max((record.held for record in survey.dyads), default=0)
    return [record for record in survey.dyads if record.held == most] if most and len(survey.dyads) > 1 else []


def _most(survey: Survey) -> Iterator[Sentence]:
    """The pair or pairs with most held contacts, and the next."""
    top = _talking_most(survey)
    if not top:
        return
    named = [between(survey, record.pair) for record in top[:_MOST_NAMED]]
    others = f"; and {counted(len(top) - _MOST_NAMED, 'pair')} more" if len(top) > _MOST_NAMED else ""
    each = " each" if len(top) > 1 else ""
    text = f"Most {_things(survey, 2)} held: {'; '.join(named)}{others}, {top[0].held:,}{each}"
    if len(top) == 1 and (then := survey.dyads[1]).held:
        text += f"; then {between(survey, then.pair)}, {then.held:,}"
    yield Sentence(f"{text}.", tuple(record.ends[1].contact_id for record in top[:_MOST_NAMED] if record.ends is not None))


def _figures(
    survey: Survey, silent: tuple[PairRecord, Silence] | None, ended: tuple[PairRecord, Ended] | None
) -> Iterator[KeyFigure]:
    held, missed = survey.totals.held, survey.totals.contacts - survey.totals.held
    pairs = len(survey.dyads)
    yield KeyFigure(f"{pairs:,}", f"pair{'' if pairs == 1 else 's'}", "with a contact or a silence in this selection")
    if silent is not None:
        record, silence = silent
        label = f"the longest: {between(survey, record.pair)}"
        yield length_figure("of silence now", silence, label, silence.gap.previous.contact_id)
    if ended is not None:
        record, long = ended
        label = f"the latest long one to end: {between(survey, record.pair)}"
        yield length_figure("of silence ended", long.silence, label, long.by.contact_id)
    label = f"and {missed:,} that did not take place" if missed else "and none on record that failed to take place"
    yield KeyFigure(f"{held:,}", f"contact{'' if held == 1 else 's'} held", label)
