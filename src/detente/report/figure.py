"""What is a figure made of: traces as plain data, the words and the record behind each mark, and the order to read them in.

The drawing library would check and copy every property of every trace; a page has hundreds of figures, so they are put
together without it, and a test has the library judge each of them. Properties are in alphabetical order, the type of a trace
last: what is alike packs best.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from detente.report.chart import Figure

Trace = dict[str, Any]


def bar_trace(*, words: Sequence[str] | None = None, ids: Sequence[str] | None = None, **given: Any) -> Trace:
    """A bar trace. ``words``: what the card of each bar says (None: it has none); ``ids``: the contact that it leads to."""
    return _trace("bar", words, ids, given)


def scatter_trace(*, words: Sequence[str] | None = None, ids: Sequence[str] | None = None, **given: Any) -> Trace:
    """A scatter trace; ``words`` and ``ids`` as for a bar."""
    return _trace("scatter", words, ids, given)


def _trace(kind: str, words: Sequence[str] | None, ids: Sequence[str] | None, given: Mapping[str, Any]) -> Trace:
    trace = {name: value for name, value in given.items() if value is not None}
    if words is None:  # a mark without words leads nowhere
        trace |= {"hoverinfo": "skip"}
    else:
        trace |= {"hoverinfo": "none", "hovertext": list(words)} | ({} if ids is None else {"customdata": list(ids)})
    return _ordered(trace) | {"type": kind}


def _ordered(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties)}


def figure(traces: Iterable[Trace], layout: Mapping[str, Any], *, rows: bool = False) -> Figure:
    """The figure of the traces. ``rows``: it is read row by row from the top, else from left to right.

    ``layout.meta.order`` has the marks that carry words as pairs of trace and point, in reading order.
    """
    drawn = list(traces)
    order = _down(drawn) if rows else _across(drawn)
    return Figure(drawn, _ordered({**layout, "meta": {"order": order}}))


def _marks(traces: Sequence[Trace]) -> Iterable[tuple[int, int, Trace]]:
    for number, trace in enumerate(traces):
        if "hovertext" in trace:
            yield from ((number, point, trace) for point in range(len(trace["hovertext"])))


def _across(traces: Sequence[Trace]) -> list[list[int]]:
    def place(mark: tuple[int, int, Trace]) -> tuple[Any, float, int]:
        number, point, trace = mark
        x = trace["base" if "base" in trace else "x"][point]
        y = trace["y"][point]
        return (x, -y if isinstance(y, int | float) and trace["type"] == "scatter" else 0, number)

    return [[number, point] for number, point, _ in sorted(_marks(traces), key=place)]


def _down(traces: Sequence[Trace]) -> list[list[int]]:
    return [
        [number, point]
        for number, point, _ in sorted(_marks(traces), key=lambda mark: (-float(mark[2]["y"][mark[1]]), mark[0]))
    ]
