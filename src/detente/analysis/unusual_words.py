"""What do outlook, rhythm, rate and baseline of a silence come to, in words that need no statistician?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import sqrt

from detente.analysis.no_contact import NoContact
from detente.analysis.outlook import Outlook
from detente.analysis.pace import Both, Counting, Pace
from detente.analysis.rhythm import Rhythm
from detente.analysis.sensitivity import Headline, Sensitivity, Variation
from detente.analysis.silence import LEAST_GAPS, Quantile, Standing
from detente.analysis.silence_words import (
    kind_of,
    longer_than_in_words,
    now_in_words,
    rank_in_words,
    series_sides,
    silence_in_words,
)
from detente.analysis.unusual import Unusual
from detente.domain.gaps import Gap
from detente.domain.words import and_list, counted, day_in_words, days_in_words

DESCRIBES = "This describes what is on record and forecasts nothing."


def said_of(found: Unusual) -> list[tuple[str, str]]:
    """Each question and what the record answers; a single line where there are too few gaps for any figure."""
    if not found.standing.enough:
        return [("What else can be said?", too_few(found))]
    return [
        ("How long did silences as long as this one go on?", outlook_in_words(found)),
        ("Do contacts come evenly, by chance, or in bursts?", rhythm_in_words(found.rhythm)),
        ("How often were there contacts?", pace_in_words(found.pace)),
        ("Would so long a pause be odd at that rate?", no_contact_in_words(found)),
    ]


def sentence_of(found: Unusual, names: Mapping[str, str]) -> str:
    """The sentence for an editor: since when, how long, how far looked at, and how it stands among the completed gaps."""
    selection = found.selection
    sides = series_sides(selection, found.gap, names)
    now = now_in_words(found.silence, kind_of(selection), sides, selection.as_of)
    if found.baseline.missing:
        return f"{now} {silence_in_words(found.gap)} is set against nothing: {found.baseline.missing}."
    return f"{now} {rank_in_words(found.standing, selection, found.baseline.since)}."


def too_few(found: Unusual) -> str:
    """Why nothing but the list of gaps is given."""
    if found.baseline.missing:
        return f"Nothing to set it against: {found.baseline.missing}."
    there = counted(found.standing.n_gaps, "completed gap") if found.standing.n_gaps else "no completed gap"
    needed = f"no outlook, rhythm or chance is worked out: {LEAST_GAPS} are needed"
    return f"With {there} {needed}. The list of gaps says what there is."


def baseline_in_words(found: Unusual) -> str:
    """What the silence is set against: ``the 5 years before it, since 3 April 2019``."""
    since = found.baseline.since
    return found.baseline.words if since is None else f"{found.baseline.words}, since {day_in_words(date.fromordinal(since))}"


def outlook_in_words(found: Unusual) -> str:
    """What became of the completed gaps that had lasted as long; never more than is on record."""
    fewest, most = found.outlooks[0].rests_on
    if not fewest:
        longer = "is" if not most else "may be"
        than = "all that it is set against" if found.narrowed else "anything on record"
        unknown = "How long such a silence goes on cannot be read off the record."
        return f"It {longer} longer than {than}. {unknown} {DESCRIBES}"
    longer, every = _number_in_words((fewest, most)), found.standing.n_gaps
    went = [
        f"{_part(outlook)} went on for {outlook.days} days more" for outlook in found.outlooks if outlook.shares is not None
    ]
    went = [went[0], *(words.replace(" went on", "") for words in went[1:])] if went else []
    beyond = [f"{outlook.days} days more" for outlook in found.outlooks if outlook.beyond]
    told = [f"{longer} of {every:,} completed gaps {'was' if most == 1 else 'were'} longer than this one."]
    told += [f"Of these, {and_list(went)}."] if went else []
    than = "any of them" if found.narrowed else "anything on record"
    told += [f"{and_list(beyond)} would be longer than {than}."] if beyond else []
    return " ".join([*told, DESCRIBES])


def _part(outlook: Outlook) -> str:
    """``2 of 3``; as shares where imprecise dates make a difference."""
    assert outlook.shares is not None
    (low, high), (fewest, most) = outlook.shares, outlook.rests_on
    if fewest == most and low == high:
        return f"{round(low * most):,}"
    return f"{low * 100:.0f} to {high * 100:.0f} %" if f"{low:.2f}" != f"{high:.2f}" else f"{low * 100:.0f} %"


def rhythm_in_words(rhythm: Rhythm | None) -> str:
    """Whether contacts come in bursts, and whether long gaps follow long ones.

    Called chance within about one standard deviation of what random contacts give: 1/(2√n) for burstiness, 1/√n for memory.
    """
    if rhythm is None:
        return f"{LEAST_GAPS} completed gaps are needed."
    if rhythm.burstiness is None:
        return "All contacts lie so close together that the gaps between them have no length."
    (low, high), usual = rhythm.burstiness, 0.5 / sqrt(rhythm.gaps)
    kind = "depending on dates that are not known to the day, either"
    if low > usual:
        kind = "in bursts: several close together, then a long pause"
    elif high < -usual:
        kind = "more evenly than chance would have them"
    elif low >= -usual and high <= usual:
        kind = "about as unevenly as chance would have them"
    scale = "−1 would be clockwork, 0 chance, 1 a single burst"
    return f"They come {kind} (burstiness {_figures(rhythm.burstiness)}; {scale}). {_memory_in_words(rhythm)}"


def _memory_in_words(rhythm: Rhythm) -> str:
    if rhythm.memory is None:
        return "Whether a long gap follows a long one cannot be told: they are all alike."
    (low, high), usual = rhythm.memory, 1 / sqrt(rhythm.gaps)
    text = "The length of one gap says little about the next"
    if low > usual:
        text = "A long gap tends to follow a long one"
    elif high < -usual:
        text = "A long gap tends to be followed by a short one"
    return f"{text} (memory {_figures(rhythm.memory)}, from −1 to 1)."


def pace_in_words(pace: Pace) -> str:
    """The rate of contacts in looked-at time, and how unevenly they are spread; or why there is none."""
    if not pace.declared:
        return "Nothing is declared about how far this time was looked at, so that no rate is given (see: detente coverage)."
    contacts = _number_in_words(pace.contacts)
    if not pace.contacts[1]:
        return f"No contact lies in time that was looked at, so that there is no rate; {LEAST_GAPS} are needed."
    if pace.per_year is None:
        return (
            f"In time that was looked at {'lies' if pace.contacts == (1, 1) else 'lie'} {contacts} "
            f"contact{'' if pace.contacts == (1, 1) else 's'}: too few for a rate, {LEAST_GAPS} are needed."
        )
    text = f"{contacts} contacts in {days_in_words(*pace.days)} that were looked at, {rate_in_words(pace)} a year."
    return text if pace.counting is None else f"{text} {_counting_in_words(pace.counting)}"


def rate_in_words(pace: Pace) -> str:
    """``1.9``, ``1.8 to 2.1`` contacts a year; a dash where there is no rate."""
    return "–" if pace.per_year is None else _range(*map(_rate, pace.per_year))


def _rate(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}" if rate >= 1 else f"{rate:.2g}"


def _counting_in_words(counting: Counting) -> str:
    (low, high), usual = counting.dispersion, sqrt(2 / (counting.windows - 1))
    spread = "about as unevenly as"
    if low > 1 + usual:
        spread = "more unevenly than"
    elif high < 1 - usual:
        spread = "more evenly than"
    return (
        f"Counted in {counting.windows:,} stretches of {days_in_words(counting.days, counting.days)} each, they are spread "
        f"{spread} chance would spread them (variance over mean {_figures(counting.dispersion)}; 1 would be chance)."
    )


def no_contact_in_words(found: Unusual) -> str:
    """The chance of such a silence at the rate of the baseline, or why it is not given."""
    pace, chance = found.pace, found.no_contact
    if pace.per_year is None:
        return "Without a rate there is no chance to give."
    if chance is None:
        return "None of this silence was looked at: no chance is given that nothing would have happened."
    silent = days_in_words(*pace.silent)
    whole = pace.silent == (found.gap.days_min, found.gap.days_max)
    days = f"Its {silent}" if whole else f"The {silent} of it that were looked at"
    text = f"{days} would pass without a contact with a chance of {chance_in_words(chance.probability)}"
    if not chance.clustered:
        return f"{text}, if contacts came at that rate and independently of each other."
    return (
        f"{text} if contacts come as unevenly as they did, and of {chance_in_words(chance.poisson)} if each came independently."
    )


def chance_in_words(chance: tuple[float, float]) -> str:
    """``4 %``, ``3 to 5 %``, ``less than 0.1 %``."""
    return " to ".join(dict.fromkeys(map(_percent, chance)))


def _percent(share: float) -> str:
    if share < 0.001:
        return "less than 0.1 %"
    if share > 0.999:
        return "more than 99.9 %"
    return f"{share * 100:.1f} %" if share < 0.1 else f"{share * 100:.0f} %"


def _figures(pair: tuple[float, float]) -> str:
    """``0.38``, ``−0.10 to 0.05``."""
    return _range(*(f"{figure:.2f}".replace("-0.00", "0.00").replace("-", "−") for figure in pair))


def _number_in_words(pair: Both) -> str:
    return _range(*(f"{number:,}" for number in pair))


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def chance_in_short(chance: NoContact | None) -> str:
    """The chance to go by, as a cell of a table; a dash where there is none."""
    return "–" if chance is None else chance_in_words(chance.probability)


def rests_on(found: Unusual) -> Iterator[str]:
    """The contacts that the sentence about the silence rests on: its own, and both ends of the last longer gap."""
    last = found.standing.last_longer
    yield found.gap.previous.contact_id
    if last is not None and last.following is not None:
        yield from dict.fromkeys(
            end for end in (last.previous.contact_id, last.following.contact_id) if end != found.gap.previous.contact_id
        )


def compared_rows(found: Iterable[Unusual]) -> list[list[str]]:
    """A row for each baseline: what it is, longer than how many, half, nine in ten, contacts a year, the chance of none."""
    return [
        [f"{baseline_in_words(each)}: {each.baseline.missing}", "–", "–", "–", "–", "–"]
        if each.baseline.missing
        else [
            baseline_in_words(each),
            longer_than_cell(each.standing),
            quantile_cell(each.standing.median),
            quantile_cell(each.standing.p90),
            rate_in_words(each.pace),
            chance_in_short(each.no_contact),
        ]
        for each in found
    ]


def longer_than_cell(stands: Standing) -> str:
    """``19 of 21``; ``no gap`` where none is completed."""
    return longer_than_in_words(stands) if stands.ended else "no gap"


def quantile_cell(pair: tuple[Quantile, Quantile] | None) -> str:
    """``77``, ``23–25`` days; a dash below ten completed gaps, ``not reached`` where fewer have ended."""
    if pair is None:
        return "–"
    least, most = (quantile.days for quantile in pair)
    if least is None:
        return "not reached"
    if most is None:
        return f"{least:,} or more"
    return f"{least:,}" if least == most else f"{min(least, most):,}–{max(least, most):,}"


def moved_rows(found: Sensitivity) -> list[list[str]]:
    """The headline as it stands, then with each change: contacts out and in, days, rank, longest gap, whether it moves."""
    if found.headline is None:
        return []
    rows = [["the record as it stands", "–", *_headline_cells(found.headline), "–"]]
    return [*rows, *([_changed(row), _out_and_in(row), *_headline_cells(row.headline), _YES[row.moved]] for row in found.rows)]


_YES = {True: "yes", False: "no"}


def _changed(row: Variation) -> str:
    """What was changed; a single contact taken out by its id."""
    return f"{row.words}, {row.taken_out[0]}" if len(row.taken_out) == 1 else row.words


def _out_and_in(row: Variation) -> str:
    """How many contacts went out and came in: ``−1``, ``−8 +27``."""
    counts = ((row.taken_out, "−"), (row.brought_in, "+"))
    return " ".join(f"{sign}{len(ids):,}" for ids, sign in counts if ids) or "–"


def _headline_cells(headline: Headline | None) -> list[str]:
    if headline is None:
        return ["no silence", "–", "–"]
    gap, longest = headline.silence.gap, headline.longest
    most = f" to {headline.longer_than_max:,}" if headline.longer_than_max > headline.longer_than else ""
    rank = f"{headline.longer_than:,}{most} of {headline.n_gaps:,}" if headline.n_gaps else "no gap"
    return [_days(gap), rank, "–" if longest is None else _days(longest)]


def _days(gap: Gap) -> str:
    return f"{gap.days_min:,}" if gap.days_min == gap.days_max else f"{gap.days_min:,}–{gap.days_max:,}"
