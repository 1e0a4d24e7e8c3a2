"""What should a reader of the overview know first: how many pairs, who is silent, whose silence ended, who talks most."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import quote

from detente.analysis.silence import latest_open
from detente.analysis.silence_words import kind_of, now_in_words
from detente.analysis.survey import DyadRecord, Survey
from detente.domain.contacts import Contact
from detente.domain.silences import Silence
from detente.domain.vocabulary import Channel
from detente.domain.words import (
    and_list,
    day_in_words,
    days_in_words,
    gap_in_words,
    kind_in_words,
    level_in_words,
    name_in_sentence,
    observed_in_words,
    series_kind_in_words,
    sides_in_words,
)
from detente.report.headline import HeadlineData, KeyFigure, Sentence
from detente.report.naming import counted, from_to
from detente.report.overview_naming import between

LONG_SILENCE = 90
"""Days from which on the end of a silence is told of."""

_MOST_NAMED = 3


def overview_headline(survey: Survey) -> HeadlineData:
    """The key figures and sentences; a record without contacts says so in one sentence."""
    if not survey.dyads:
        nothing = f"No {_things(survey, 1)} is on record for this selection, as of {_as_of(survey)}."
        return HeadlineData((), (Sentence(nothing, ()),))
    silent, ended = longest_now(survey), latest_ended(survey)
    sentences = [
        _counts(survey),
        *([] if silent is None else [_longest_now(survey, *silent)]),
        *([] if ended is None else [_latest_ended(survey, *ended)]),
        *_most(survey),
    ]
    return HeadlineData(tuple(_figures(survey, silent, ended)), tuple(sentences))


def contact_files(survey: Survey) -> dict[str, str]:
    """Where contacts are told of: ``fra-rus.html#…`` by id, for the pairs whose page lies beside this one."""
    found: dict[str, str] = {}
    for record in survey.dyads:
        if file := survey.file_of(record):
            for contact in record.series:
                found.setdefault(contact.contact_id, f"{file}#{quote(contact.contact_id, safe='')}")
    return found


def longest_now(survey: Survey) -> tuple[DyadRecord, Silence] | None:
    """The longest open silence and the pair that it is of; a pair of people is silent since its last contact of all.

    Pairs that are on record only in company of others count where there are no others: they may never have talked alone.
    """
    running = [(record, silence) for record in survey.dyads if (silence := latest_open(record.silences)) is not None]
    alone = [found for found in running if _met_alone(found[0])]
    return min(alone or running, key=lambda found: (found[1].gap.sort_key, found[0].pair), default=None)


def _met_alone(record: DyadRecord) -> bool:
    return any(len(contact.parties) == 2 for contact in record.series)


def _in_company_only(survey: Survey) -> bool:
    """Whether some pairs, and not all, are on record in company of others only."""
    met = [_met_alone(record) for record in survey.dyads]
    return any(met) and not all(met)


def latest_ended(survey: Survey) -> tuple[DyadRecord, Silence, Contact] | None:
    """The silence that surely lasted ninety days or more and ended last, with the contact that ended it."""
    return max(_ends(survey), key=lambda found: (found[2].order, found[0].pair), default=None)


def _ends(survey: Survey) -> Iterator[tuple[DyadRecord, Silence, Contact]]:
    for record in survey.dyads:
        known = {contact.contact_id: contact for contact in record.contacts}
        for silence in record.silences:
            if silence.gap.following is not None and silence.gap.days_min >= LONG_SILENCE:
                yield record, silence, known[silence.gap.following.contact_id]


def _things(survey: Survey, count: int) -> str:
    """``contacts``, ``call of ministers``: what the selection is of."""
    chosen = survey.selection
    other = chosen.channels == {Channel.OTHER}
    kind = "other contact" if other else series_kind_in_words(chosen.channels, chosen.settings)
    people = and_list([level_in_words(level) for level in sorted(chosen.levels)])
    return f"{kind}{'' if count == 1 else 's'}" + (f" of {people}" if people else "")


def _different(survey: Survey) -> Mapping[str, Contact]:
    """Each contact once, however many pairs it belongs to."""
    return {contact.contact_id: contact for record in survey.dyads for contact in record.contacts}


def _counts(survey: Survey) -> Sentence:
    contacts = _different(survey).values()
    held = sum(contact.held for contact in contacts)
    pairs = f"{counted(len(survey.dyads), 'pair')} of {_whose(survey)}, as of {_as_of(survey)}"
    text = f"{pairs}: {len(contacts):,} {_things(survey, len(contacts))} on record, {_held(held, len(contacts))}."
    return Sentence(f"{text}{_in_company(survey)}", ())


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
    several = sum(len(contact.parties) > 2 for contact in _different(survey).values())
    if not several:
        return ""
    text = (
        f" {counted(several, 'contact')} of three or more parties count{'s' if several == 1 else ''} for each pair among them"
    )
    alone = sum(all(len(contact.parties) > 2 for contact in record.series) for record in survey.dyads)
    return f"{text}; {counted(alone, 'pair')} {'is' if alone == 1 else 'are'} on record through such contacts alone."


def _longest_now(survey: Survey, record: DyadRecord, silence: Silence) -> Sentence:
    chosen = survey.selection
    level = next(iter(chosen.levels)) if len(chosen.levels) == 1 else None
    kind = kind_of(chosen)
    sides = sides_in_words(level, survey.sides(record.pair))
    words = now_in_words(silence, kind, sides, survey.as_of)
    among = " among pairs that have met alone" if _in_company_only(survey) else ""
    text = f"The longest current silence{among}: {words[:1].lower()}{words[1:]}"
    return Sentence(text, (silence.gap.previous.contact_id,))


def _latest_ended(survey: Survey, record: DyadRecord, silence: Silence, by: Contact) -> Sentence:
    kind = f"{kind_in_words(by.channel, by.setting)} of {level_in_words(by.level)}"
    text = (
        f"The latest long silence to end, of {LONG_SILENCE} days or more, was between {between(survey, record.pair)}: "
        f"{gap_in_words(silence.gap)}, {from_to(silence.gap)}, {observed_in_words(silence.observed)}. A {kind} ended it."
    )
    return Sentence(text, (silence.gap.previous.contact_id, by.contact_id))


def _most(survey: Survey) -> list[Sentence]:
    """The pair or pairs with most held contacts, and the next; nothing to say of a single pair."""
    held = [(record, len(record.held)) for record in survey.dyads if record.held]
    if len(survey.dyads) < 2 or not held:
        return []
    most = held[0][1]
    top = [record for record, count in held if count == most]
    named = [between(survey, record.pair) for record in top[:_MOST_NAMED]]
    others = f"; and {counted(len(top) - _MOST_NAMED, 'pair')} more" if len(top) > _MOST_NAMED else ""
    each = " each" if len(top) > 1 else ""
    text = f"Most {_things(survey, 2)} held: {'; '.join(named)}{others}, {most:,}{each}"
    if len(top) == 1 and len(held) > 1:
        text += f"; then {between(survey, held[1][0].pair)}, {held[1][1]:,}"
    return [Sentence(f"{text}.", tuple(record.held[-1].contact_id for record in top[:_MOST_NAMED]))]


def _figures(
    survey: Survey, silent: tuple[DyadRecord, Silence] | None, ended: tuple[DyadRecord, Silence, Contact] | None
) -> Iterator[KeyFigure]:
    contacts = _different(survey).values()
    held = sum(contact.held for contact in contacts)
    missed = len(contacts) - held
    pairs = len(survey.dyads)
    yield KeyFigure(f"{pairs:,}", f"pair{'' if pairs == 1 else 's'}", "with a contact or a silence in this selection")
    if silent is not None:
        record, silence = silent
        label = f"the longest: {between(survey, record.pair)}"
        yield _length("of silence now", silence, label, silence.gap.previous.contact_id)
    if ended is not None:
        record, silence, by = ended
        label = f"the latest long one to end: {between(survey, record.pair)}"
        yield _length("of silence ended", silence, label, by.contact_id)
    label = f"and {missed:,} that did not take place" if missed else "and none on record that failed to take place"
    yield KeyFigure(f"{held:,}", f"contact{'' if held == 1 else 's'} held", label)


def _length(unit: str, silence: Silence, label: str, target: str) -> KeyFigure:
    figure, _, days = days_in_words(silence.gap.days_min, silence.gap.days_max).rpartition(" ")
    return KeyFigure(figure, f"{days} {unit}", label, target)
