"""How is the survival curve of a series drawn: steps, their interval, the silence now on it, quantiles, how many there were."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from detente.analysis.silence import Quantile, Step, Survival
from detente.analysis.silence_words import quantile_in_words
from detente.domain.words import days_in_words
from detente.report.chart import Figure
from detente.report.drawing import HELD, INK, LEGEND, MUTED, OPEN, PAPER, axis, hover, layout, length_ticks, title
from detente.report.figure import Trace, figure, scatter_trace
from detente.report.silence_now import SilenceData, SilenceRow, longest_length

CURVE_PIXELS = 430
_TOP, _BOTTOM, _LINE = 92, 64, 19
_MOST_MARKED = 120
"""A curve of more steps than this is a line without marks."""
_PIXEL = 0.004
"""The share that a pixel of the curve stands for: steps smaller than this are drawn with the next."""
_MOST_COUNTED = 7
"""So many figures fit below the axis on a phone."""


def curve_figure(data: SilenceData, curves: tuple[Survival, Survival]) -> Figure:
    """The share still silent after so many days, its interval, the silence now, and when half and nine in ten had ended."""
    shortest, longest = curves
    most = longest_length(data)
    traces = [
        _curve_trace(shortest, "share still silent", "solid", most),
        *([] if shortest == longest else [_curve_trace(longest, "with lengths at their longest", "dot", most)]),
        *_band_traces(shortest, longest, most),
        *_ended_trace(data, shortest),
        *_quantile_traces(data),
        _now_trace(data, shortest.share_after(data.now.days_min)),
    ]
    flags = _flags(data, most)
    return figure(
        traces,
        layout(
            CURVE_PIXELS,
            showlegend=True,
            legend={**LEGEND, "y": 1 + (_LINE * len(flags) + 10) / (CURVE_PIXELS - _TOP - _BOTTOM)},
            margin={"l": 8, "r": 12, "t": _TOP, "b": _BOTTOM},
            shapes=[*now_lines(data.now), *(_pole(flag) for flag in flags if flag.share)],
            annotations=[_label(flag, most, row) for row, flag in reversed(list(enumerate(flags)))],
            xaxis=axis(range=[0, most * 1.04], tickangle=0, ticks="outside", **_counted_ticks(data, most)),
            yaxis=axis(range=[0, 1], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1], title=title("still silent")),
        ),
    )


def _seen_steps(steps: Sequence[Step]) -> list[Step]:
    """The steps that the eye can tell apart, and the last."""
    drawn: list[Step] = []
    share = 1.0
    for step in steps:
        if share - step.share >= _PIXEL or step is steps[-1]:
            drawn.append(step)
            share = step.share
    return drawn


def _stairs(points: Sequence[tuple[int, float | None]], most: int) -> dict[str, Any]:
    """A line of steps from 1 on day 0 to the end of the axis, or to where it reaches 0."""
    known = [(days, round(share, 4)) for days, share in points if share is not None]
    places = [(0, 1.0), *known]
    end = max(most, places[-1][0]) if places[-1][1] else places[-1][0]
    return {"x": [*(days for days, _ in places), end], "y": [*(share for _, share in places), places[-1][1]]}


def _curve_trace(curve: Survival, name: str, dash: str, most: int) -> Trace:
    points = [(step.days, step.share) for step in _seen_steps(curve.steps)]
    line = {"shape": "hv", "color": HELD, "width": 2.5 if dash == "solid" else 1.5, "dash": dash}
    return scatter_trace(name=name, mode="lines", line=line, **_stairs(points, most))


def _band_traces(shortest: Survival, longest: Survival, most: int) -> list[Trace]:
    """The lower end of the one curve and the upper of the other, in one look."""
    lower = [(step.days, step.low) for step in _seen_steps(shortest.steps)]
    upper = [(step.days, step.high) for step in _seen_steps(longest.steps)]
    line = {"shape": "hv", "color": MUTED, "width": 1, "dash": "dash"}
    return [
        scatter_trace(name="95 % interval", mode="lines", line=line, showlegend=first, **_stairs(points, most))
        for points, first in ((upper, True), (lower, False))
    ]


def _ended_trace(data: SilenceData, curve: Survival) -> list[Trace]:
    """A mark for each length at which gaps ended, as long as there are not too many."""
    if len(curve.steps) > _MOST_MARKED:
        return []
    ended: dict[int, list[SilenceRow]] = {}
    for row in data.rows:
        ended.setdefault(row.days_min, []).append(row)
    return [
        scatter_trace(
            mode="markers",
            x=[step.days for step in curve.steps],
            y=[round(step.share, 4) for step in curve.steps],
            marker={"symbol": "circle", "size": 6, "color": HELD},
            showlegend=False,
            cliponaxis=False,
            words=[_step_words(step, ended[step.days]) for step in curve.steps],
            ids=[ended[step.days][0].following_id for step in curve.steps],
        )
    ]


def _step_words(step: Step, ended: Sequence[SilenceRow]) -> str:
    more = [] if len(ended) <= 3 else [f"and {len(ended) - 3:,} more"]
    share = f"After {days_in_words(step.days, step.days)}: {step.share * 100:.0f} % still silent"
    if step.low is not None and step.high is not None:
        share += f" (95 % interval {step.low * 100:.0f} to {step.high * 100:.0f} %)"
    return hover(f"{share}; {step.at_risk:,} had lasted so long", *(f"Ended: {row.words}" for row in ended[:3]), *more)


def _now_trace(data: SilenceData, share: float) -> Trace:
    """Where the open silence leaves the count: the mark of a censored length."""
    now = data.now
    return scatter_trace(
        mode="markers",
        x=[now.days_min],
        y=[round(share, 4)],
        marker={"symbol": "diamond", "size": 13, "color": OPEN, "line": {"color": PAPER, "width": 1.5}},
        showlegend=False,
        cliponaxis=False,
        words=[
            hover(f"The silence now: {now.words}", "It has not ended and counts as at least so long.", f"Looked at: {now.seen}")
        ],
        ids=[now.previous_id],
    )


def now_lines(now: SilenceRow) -> list[dict[str, Any]]:
    """The length of the silence now, twice where it is not known to the day."""
    return [
        {"type": "line", "yref": "paper", "x0": days, "x1": days, "y0": 0, "y1": 1, "line": {"color": OPEN, "width": 2}}
        for days in dict.fromkeys((now.days_min, now.days_max))
    ]


def _quantile_traces(data: SilenceData) -> list[Trace]:
    """Where the curve passes one half and one in ten; a line where imprecise dates make that a stretch."""
    return [
        scatter_trace(
            mode="lines+markers",
            x=_reached(pair),
            y=[share] * len(_reached(pair)),
            line={"color": INK, "width": 2},
            marker={"symbol": "circle-open", "size": 11, "color": INK, "line": {"color": INK, "width": 2}},
            showlegend=False,
            cliponaxis=False,
        )
        for pair, share, _ in _quantiles(data)
    ]


def _quantiles(data: SilenceData) -> list[tuple[tuple[Quantile, Quantile], float, str]]:
    """The quantiles that are reached, the share that goes on beyond each, and its name."""
    known = ((data.standing.median, 0.5, "half"), (data.standing.p90, 0.1, "nine in ten"))
    return [(pair, share, name) for pair, share, name in known if pair is not None and pair[0].days is not None]


def _reached(pair: tuple[Quantile, Quantile]) -> list[int]:
    return list(dict.fromkeys(quantile.days for quantile in pair if quantile.days is not None))


@dataclass(frozen=True, slots=True)
class _Flag:
    """Words above the curve about the length ``days``; ``share``: how far down its pole reaches, 0 without a pole."""

    days: int
    share: float
    text: str
    colour: str


def _flags(data: SilenceData, most: int) -> list[_Flag]:
    """What is written above the curve, the lowest first, so that words cross as few poles as may be."""
    now = data.now
    named = [
        _Flag(_reached(pair)[0], share, f"{name}: {quantile_in_words(pair)}", INK) for pair, share, name in _quantiles(data)
    ]
    text = f"<b>now: {days_in_words(now.days_min, now.days_max)}</b>"
    flags = [_Flag(now.days_max, 0, text, OPEN), *named]
    return sorted(flags, key=lambda flag: -flag.days if _to_the_right(flag, most) else flag.days)


def _to_the_right(flag: _Flag, most: int) -> bool:
    """Whether there is room for the words to the right of the pole, on a phone too."""
    return flag.days <= 0.45 * most


def _pole(flag: _Flag) -> dict[str, Any]:
    place = {"x0": flag.days, "x1": flag.days, "y0": flag.share, "y1": 1}
    return {"type": "line", "yref": "paper", **place, "line": {"color": MUTED, "width": 1, "dash": "dot"}, "layer": "below"}


def _label(flag: _Flag, most: int, row: int) -> dict[str, Any]:
    """The words in a row of their own, at the top of the pole."""
    side = "left" if _to_the_right(flag, most) else "right"
    pole = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": flag.colour, "ax": 0, "ay": -_LINE * row - 10}
    words = {"text": flag.text, "font": {"size": 12, "color": flag.colour}, "bgcolor": PAPER, "borderpad": 1}
    return {"x": flag.days, "y": 1, "xanchor": side, "yanchor": "middle", **pole, **words}


def _counted_ticks(data: SilenceData, most: int) -> dict[str, Any]:
    """Ticks of lengths, and below a few of them how many silences had lasted so long, at their shortest."""
    ticks = length_ticks(most)
    lengths = [row.days_min for row in (data.now, *data.rows)]
    every = -(-len(ticks["tickvals"]) // _MOST_COUNTED)
    texts = [
        text if place % every else f"{text}<br><b>{sum(length >= days for length in lengths):,}</b>"
        for place, (days, text) in enumerate(zip(ticks["tickvals"], ticks["ticktext"], strict=True))
    ]
    return {**ticks, "ticktext": texts, "title": title(f"{ticks['title']['text']}<br>lower figures: how many lasted so long")}
