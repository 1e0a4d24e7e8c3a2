"""Which mean counts fit a number of events: the exact interval of a Poisson mean."""

from collections.abc import Callable
from math import exp, lgamma, log, sqrt

_NEGLIGIBLE = 1e-15
_LEVEL = 0.95


def exact_interval(events: int, level: float = _LEVEL) -> tuple[float, float]:
    """The means (``low``, ``high``) between which ``events`` (0 or more) lie at ``level``, by default 95 %.

    Garwood's interval: below ``low`` so many events or more, above ``high`` so many or fewer would have a probability under
    half of the rest. It covers the true mean at least that often. ``low`` is 0 without an event. F. Garwood (1936):
    Fiducial limits for the Poisson distribution. Biometrika 28, 437-442.
    """
    tail = (1 - level) / 2
    low = _where(lambda mean: at_least(events, mean) - tail, events) if events else 0.0
    return low, _where(lambda mean: tail - 1 + at_least(events + 1, mean), events + 1)


def at_least(events: int, mean: float) -> float:
    """The probability of ``events`` (1 or more) or more where ``mean`` are expected: the incomplete gamma function P.

    As a series up to the mean, as a continued fraction beyond it (Abramowitz and Stegun 6.5.29 and 6.5.31).
    """
    if mean <= 0:
        return 0.0
    scale = exp(events * log(mean) - mean - lgamma(events))
    return scale * _series(events, mean) if mean < events + 1 else 1 - scale * _fraction(events, mean)


def _series(events: int, mean: float) -> float:
    term = total = 1 / events
    step = events
    while term > total * _NEGLIGIBLE:
        step += 1
        term *= mean / step
        total += term
    return total


def _fraction(events: int, mean: float) -> float:
    """Lentz's evaluation from the front."""
    tiny = 1e-300
    b = mean + 1 - events
    c, d = 1 / tiny, 1 / b
    value, step = d, 0
    while True:
        step += 1
        a = -step * (step - events)
        b += 2
        d = 1 / (a * d + b or tiny)
        c = b + a / c or tiny
        value *= c * d
        if abs(c * d - 1) < _NEGLIGIBLE * 10:
            return value


def _where(rising: Callable[[float], float], near: int) -> float:
    """The mean at which ``rising`` passes 0, by halving."""
    low, high = 0.0, near + 8 * sqrt(near) + 8
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
