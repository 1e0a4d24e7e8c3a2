"""Which keys has a silence in JSON, with all that is said of how unusual it is?"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.analysis.lanes import Lane
    from detente.analysis.outlook import Outlook
    from detente.analysis.sensitivity import Variation
    from detente.analysis.silence import Quantile, Standing
    from detente.analysis.unusual import Unusual
    from detente.domain.gaps import Gap
    from detente.formats.items import Item

COLUMNS = (
    "parties", "scope.channel", "scope.level", "scope.setting", "scope.by", "persons", "contact_id", "date", "days_min",
    "days_max", "n_gaps", "longer_than", "longer_than_max", "last_longer.from.date", "last_longer.to.date",
    "last_longer.days_min", "last_longer.days_max", "median", "median_max", "p90", "p90_max", "observation", "observed_share",
    "baseline.name", "baseline.since", "burstiness.min", "burstiness.max", "memory.min", "memory.max", "dispersion.min",
    "dispersion.max", "rate.min", "rate.max", "no_contact.min", "no_contact.max", "sentence",
)  # fmt: skip
"""What CSV shows of them."""


def unusual_item(found: "Unusual", scope: "Item", sentence: str) -> "Item":
    """The silence with its rank, quantiles and figures; ``persons`` only by person.

    ``median`` and ``p90`` are days with every length at its shortest possible, ``median_max`` and ``p90_max`` at its longest:
    null where fewer silences have ended, or with fewer than ten completed gaps.
    """
    from detente.analysis.unusual_words import rests_on
    from detente.formats.items import endpoint_item

    stands, gap = found.standing, found.gap
    item: Item = {
        "parties": list(gap.dyad.parties),
        "scope": scope,
        **endpoint_item(gap.previous),
        "days_min": gap.days_min,
        "days_max": gap.days_max,
        "n_gaps": stands.n_gaps,
        "longer_than": stands.longer_than,
        "longer_than_max": stands.longer_than_max,
        "last_longer": None if stands.last_longer is None else _gap(stands.last_longer),
        **_quantile("median", stands.median),
        **_quantile("p90", stands.p90),
        "observation": found.silence.observed.observation.value,
        "observed_share": round(found.silence.observed.share, 4),
        "attempts": list(found.silence.attempts),
        "baseline": baseline_item(found),
        "outlook": [_outlook(outlook) for outlook in found.outlooks],
        **_figures(found),
        "sentence": sentence,
        "rests_on": list(rests_on(found)),
    }
    return {**item, "persons": dict(gap.persons)} if gap.persons else item


def scope_item(lane: "Lane") -> "Item":
    """The scope of a lane; null is any."""
    scope = lane.scope
    return {"channel": scope.channel, "level": scope.level, "setting": scope.setting, "by": scope.by.value}


def _gap(gap: "Gap") -> "Item":
    from detente.formats.items import endpoint_item

    to = None if gap.following is None else endpoint_item(gap.following)
    return {"from": endpoint_item(gap.previous), "to": to, "days_min": gap.days_min, "days_max": gap.days_max}


def _quantile(name: str, pair: "tuple[Quantile, Quantile] | None") -> "Item":
    shortest, longest = (None, None) if pair is None else pair
    return {
        name: None if shortest is None else shortest.days,
        f"{name}_max": None if longest is None else longest.days,
        f"{name}_low": None if shortest is None else shortest.low,
        f"{name}_high": None if longest is None else longest.high,
    }


def baseline_item(found: "Unusual") -> "Item":
    """What the silence is set against; ``missing`` says why there is no such time."""
    from detente.domain.days import iso

    chosen = found.baseline
    return {
        "name": chosen.name,
        "words": chosen.words,
        "since": None if chosen.since is None else iso(chosen.since),
        "missing": chosen.missing or None,
    }


def compared_item(found: "Unusual") -> "Item":
    """The answer against one of several baselines."""
    stands: Standing = found.standing
    return {
        "baseline": baseline_item(found),
        "n_gaps": stands.n_gaps,
        "longer_than": stands.longer_than,
        "longer_than_max": stands.longer_than_max,
        **_quantile("median", stands.median),
        **_quantile("p90", stands.p90),
        **_figures(found),
    }


def moved_item(row: "Variation") -> "Item":
    """The headline if the record were a little other; ``moved``: it says another thing then."""
    headline = row.headline
    answer: Item = {"days_min": None, "days_max": None, "n_gaps": None, "longer_than": None, "longest": None}
    if headline is not None:
        gap, longest = headline.silence.gap, headline.longest
        answer = {
            "days_min": gap.days_min,
            "days_max": gap.days_max,
            "n_gaps": headline.n_gaps,
            "longer_than": headline.longer_than,
            "longest": None if longest is None else _gap(longest),
        }
    contacts = {"taken_out": list(row.taken_out), "brought_in": list(row.brought_in)}
    return {"change": row.variant.value, "words": row.words, "moved": row.moved, **answer, **contacts}


def _outlook(outlook: "Outlook") -> "Item":
    """``share`` null: so long a silence would be longer than any completed gap."""
    return {
        "days": outlook.days,
        "share": _both(outlook.shares),
        "longer_gaps": {"min": outlook.rests_on[0], "max": outlook.rests_on[1]},
        "longer_than_anything_on_record": outlook.beyond,
    }


def _figures(found: "Unusual") -> "Item":
    """Rhythm, rate and chance, each with ``min`` and ``max``, equal for exact dates; null where too little is on record."""
    rhythm, pace, chance = found.rhythm, found.pace, found.no_contact
    counting = pace.counting
    return {
        "burstiness": None if rhythm is None else _both(rhythm.burstiness),
        "memory": None if rhythm is None else _both(rhythm.memory),
        "contacts_observed": _both(pace.contacts),
        "days_observed": _both(pace.days),
        "silent_days_observed": _both(pace.silent),
        "rate": _both(pace.per_year),
        "windows": None if counting is None else {"days": counting.days, "count": counting.windows},
        "dispersion": None if counting is None else _both(counting.dispersion),
        "no_contact": None
        if chance is None
        else {**(_both(chance.probability) or {}), "model": chance.model, "poisson": _both(chance.poisson)},
    }


def _both(pair: "tuple[float, float] | None") -> "Item | None":
    return None if pair is None else {"min": _rounded(pair[0]), "max": _rounded(pair[1])}


def _rounded(figure: float) -> float:
    """Six figures; whole numbers stay whole."""
    return figure if isinstance(figure, int) else float(f"{figure:.6g}")
