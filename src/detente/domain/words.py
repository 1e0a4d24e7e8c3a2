"""How dates, lengths and gaps are put into words: one wording for terminal, log and report."""

from collections.abc import Sequence
from datetime import date

from detente.domain.coverage import Observed
from detente.domain.dates import Tolerance, UncertainDate
from detente.domain.days import DAYS_PER_MONTH, months
from detente.domain.gaps import Gap
from detente.domain.readouts import Readout
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Level, Observation, Setting

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def day_in_words(day: date) -> str:
    """``3 April 2024``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04d}"


def month_in_words(day: date) -> str:
    """The month of a day: ``April 2024``."""
    return f"{month_name(day.month)} {day.year:04d}"


def month_name(month: int) -> str:
    """The month of that number, 1 to 12."""
    return _MONTHS[month - 1]


def date_in_words(when: UncertainDate) -> str:
    """An EDTF date as a reader would say it: ``about 12 March 2022``, ``between 1 June 2022 and 12 July 2022``."""
    return _in_words(when.text)


def _in_words(text: str) -> str:
    if text.startswith("["):
        first, last = text[1:-1].split("..")
        return f"between {_part_in_words(first)} and {_part_in_words(last)}"
    if "/" in text:
        first, last = text.split("/")
        return f"{_part_in_words(first)} to {_part_in_words(last)}"
    return _part_in_words(text)


def _part_in_words(part: str) -> str:
    prefix = {"~": "about ", "%": "perhaps about ", "?": "perhaps "}.get(part[-1], "")
    plain = part.rstrip("~?%")
    pieces = [piece for piece in plain.split("-") if piece != "XX"]
    if "X" in pieces[0]:
        return f"{prefix}the years {pieces[0].replace('X', '0')} to {pieces[0].replace('X', '9')}"
    if len(pieces) == 1:
        return prefix + pieces[0]
    if pieces[1] in _SEASONS:
        return f"{prefix}{_SEASONS[pieces[1]]} {pieces[0]}"
    month = f"{_MONTHS[int(pieces[1]) - 1]} {pieces[0]}"
    return prefix + (f"{int(pieces[2])} {month}" if len(pieces) == 3 else month)


def widths_in_words(widths: Tolerance) -> str:
    """How far ``~`` reaches: ``a day by 3 days, a month by 1 month, a year by 1 year``."""
    by = {"day": widths.days, "month": widths.months, "year": widths.years}
    return ", ".join(f"a {unit} by {width} {unit}{'' if width == 1 else 's'}" for unit, width in by.items())


def length_in_words(days_min: int, days_max: int) -> str:
    """A length of whole days: ``528 days, about 17 months``; ``500 to 506 days, about 16½ months``; ``6 days``."""
    figure = days_in_words(days_min, days_max)
    exact = days_min == days_max
    rounded = [_whole(months(days_max))] if exact else [_half(months(days_min)), _half(months(days_max))]
    if months(days_max) < 1.5:
        return figure
    if rounded[-1] == rounded[0]:
        return f"{figure}, about {_months_in_words(rounded[0])}"
    return f"{figure}, about {_number(rounded[0])} to {_months_in_words(rounded[-1])}"


def days_in_words(days_min: int, days_max: int) -> str:
    """A length in days alone: ``528 days``, ``500 to 506 days``, ``1 day``."""
    if days_min != days_max:
        return f"{days_min:,} to {days_max:,} days"
    return f"{days_max:,} day{'' if days_max == 1 else 's'}"


def claimed_length_in_words(figure: float, qualifier: str | None) -> str:
    """A length that somebody claimed, in months, with its hedge: ``more than 18 months``; below one month ``about 21 days``."""
    hedge = "" if qualifier in (None, "exact") else f"{qualifier} ".replace("-", " ")
    if figure < 1:
        return hedge + days_in_words(days := round(figure * DAYS_PER_MONTH), days)
    return f"{hedge}{round(figure, 2):g} month{'' if figure == 1 else 's'}"


def gap_in_words(gap: Gap) -> str:
    """A gap's length: ``528 days, about 17 months``."""
    return length_in_words(gap.days_min, gap.days_max)


def _whole(figure: float) -> float:
    return float(int(figure + 0.5))


def _half(figure: float) -> float:
    return int(figure * 2 + 0.5) / 2


def _number(figure: float) -> str:
    whole = int(figure)
    if figure == whole:
        return str(whole)
    return f"{whole}½" if whole else "½"


def _months_in_words(figure: float) -> str:
    return f"{_number(figure)} month{'' if figure == 1 else 's'}"


def start_in_words(when: UncertainDate) -> str:
    """A date, or the first day of one that lasted."""
    return _in_words(when.text.partition("/")[0])


def end_in_words(when: UncertainDate) -> str:
    """A date, or the last day of one that lasted."""
    return _in_words(when.text.rpartition("/")[2])


def from_to(gap: Gap) -> str:
    """``23 October 2022 to 3 April 2024``, ``23 October 2022, still open``; of a visit of days, the one next to the gap."""
    start = end_in_words(gap.previous.date)
    return f"{start}, still open" if gap.following is None else f"{start} to {start_in_words(gap.following.date)}"


def counted(count: int, thing: str) -> str:
    """``1 lane``, ``2 lanes``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def and_list(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


_KIND: dict[Channel, str] = {
    Channel.IN_PERSON: "meeting",
    Channel.LETTER: "letter",
    Channel.OTHER: "contact by another or unnamed medium",
}


def kind_in_words(channel: Channel, setting: Setting | None = None) -> str:
    """What a contact is called: ``call`` for phone, video and hotline, ``2+2 meeting``, ``meeting``, ``letter``."""
    kind = "call" if channel in CALL_CHANNELS else _KIND[channel]
    return f"2+2 {kind}" if setting is Setting.TWO_PLUS_TWO else kind


def series_kind_in_words(channels: frozenset[Channel], settings: frozenset[Setting] = frozenset()) -> str:
    """What the contacts of a series have in common: ``call``, ``2+2 meeting``; ``contact`` for mixed or all channels."""
    kinds = {kind_in_words(channel) for channel in channels}
    kind = kinds.pop() if len(kinds) == 1 else "contact"
    return f"2+2 {kind}" if settings == {Setting.TWO_PLUS_TWO} else kind


_LEVELS: dict[Level, str] = {
    Level.MINISTER: "ministers",
    Level.DEPUTY_MINISTER: "deputy ministers",
    Level.CHIEF_OF_DEFENCE: "chiefs of defence",
    Level.OFFICIAL: "officials",
}


def level_in_words(level: Level) -> str:
    """The people of a level: ``ministers``, ``chiefs of defence``."""
    return _LEVELS[level]


_OBSERVATIONS: dict[Observation, tuple[str, str]] = {
    Observation.OBSERVED: ("yes", "all of it in time that was looked at"),
    Observation.UNOBSERVED: ("no", "none of it in time that was looked at closely"),
    Observation.UNKNOWN: ("unknown", "with nothing known about how far this time was looked at"),
}


def observed_in_short(observed: Observed) -> str:
    """How far a silence was observed, as a cell of a table: ``yes``, ``43 %``, ``no`` or ``unknown``."""
    return _OBSERVATIONS.get(observed.observation, (percent_in_words(observed.share), ""))[0]


def observed_beside_figure(observed: Observed) -> str:
    """How far a silence was observed; a share is never rounded up to all or down to nothing."""
    return _OBSERVATIONS.get(
        observed.observation, ("", f"{percent_in_words(observed.share)} of it in time that was looked at")
    )[1]


def observed_in_words(observed: Observed) -> str:
    """How far a silence was observed, and what that means for it, as the end of a sentence."""
    if observed.observation is Observation.OBSERVED:
        return observed_beside_figure(observed)
    rest = " from the rest" if observed.observation is Observation.PARTLY_OBSERVED else ""
    return f"{observed_beside_figure(observed)}, so a contact may be missing{rest}"


def percent_in_words(share: float) -> str:
    """A share (0 to 1) of which there is some and not all: ``43 %``, never 0 nor 100."""
    return f"{min(99, max(1, round(share * 100)))} %"


def first_since(kind: str, sides: str, gap: Gap | None, observation: Observation) -> str:
    """The sentence that a contact makes true of its series: the first since the previous one, and how long that was.

    ``gap`` is the one that the contact closes, or None when the record holds nothing earlier. Where the silence was not
    observed throughout, the sentence says "first recorded": the record cannot carry more.
    """
    if gap is None:
        return f"First {kind} between {sides} in this record; nothing earlier is recorded."
    first = "First" if observation is Observation.OBSERVED else "First recorded"
    sentence = f"{first} {kind} between {sides} since {_since_and_length(gap)}"
    return f"{sentence}; imprecise dates leave the order of the two open." if gap.order_uncertain else f"{sentence}."


def _since_and_length(gap: Gap) -> str:
    """``23 October 2022: 528 days, about 17 months``; of no length at all ``that of 3 April 2024, on the same day``."""
    before, after = gap.previous.date, gap.following
    if gap.days_max > 0 or after is None:
        return f"{_since(before)}: {gap_in_words(gap)}"
    same = before.end_earliest == after.date.start_latest
    return f"that of {date_in_words(before)}, {'on the same day' if same else 'within the same days'}"


def first_ever(kind: str, people: str, observation: Observation) -> str:
    """The sentence about two people who have no earlier contact on record; sure only where all their time was observed."""
    if observation is Observation.OBSERVED:
        return f"First {kind} ever between {people}: none since both took office."
    return f"First recorded {kind} between {people}."


def _since(when: UncertainDate) -> str:
    said = date_in_words(when)
    if when.lasted:
        return f"that of {said}"
    return f"a day {said}" if said.startswith("between ") else said


def silence_since(kind: str, sides: str, gap: Gap, as_of: date) -> str:
    """The sentence about an open gap: ``No call between … is recorded since 3 April 2024: 272 days, …, as of …``."""
    nothing = f"No {kind} between {sides} is recorded since {_since(gap.previous.date)}"
    if not gap.days_max:
        return f"{nothing}, the day up to which it is asked."
    return f"{nothing}: {gap_in_words(gap)}, as of {day_in_words(as_of)}."


def readout_in_words(readout: Readout, sides: int = 2) -> str:
    """What the accounts of a topic come to: ``reported by both``, ``RUS only``, ``reported by RUS, denied by FRA``.

    ``sides`` is the number of parties to the contact; two of three are named, not "both".

    A side that denies a thing and also reports it (of the other side, say) is named as denying it, and both are said.
    """
    both_ways = [party for party in readout.reported_by if party in readout.denied_by]
    plainly = [party for party in readout.reported_by if party not in readout.denied_by]
    said: list[str] = []
    if readout.one_sided and not readout.denied_by:
        said.append(f"{readout.reported_by[0]} only")
    elif plainly:
        said.append("reported by both" if len(plainly) == sides == 2 else f"reported by {and_list(plainly)}")
    if readout.denied_by:
        also = f" ({and_list(both_ways)} also reports it)" if both_ways else ""
        said.append(f"denied by {and_list(readout.denied_by)}{also}")
    if not readout.reported_by and readout.third_party:
        said.append("told by third parties")
    return ", ".join(said)
