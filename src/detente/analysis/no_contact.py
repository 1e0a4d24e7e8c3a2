"""How likely is it that nothing happens for so long, if contacts went on at the rate of the baseline?"""

from dataclasses import dataclass
from math import exp, inf, log1p

from detente.analysis.pace import DAYS_PER_YEAR, Pace


@dataclass(frozen=True, slots=True)
class NoContact:
    """The probability (0 to 1) of no contact in the days of the silence that were looked at, least and most.

    ``poisson`` takes contacts as independent at a steady rate. ``probability`` is the one to go by: the negative binomial
    where counts are over-dispersed (``clustered``), else the same. The rate is that of the pace.
    """

    probability: tuple[float, float]
    poisson: tuple[float, float]
    clustered: bool

    @property
    def model(self) -> str:
        """The distribution that ``probability`` is from."""
        return "negative-binomial" if self.clustered else "poisson"


def no_contact(pace: Pace) -> NoContact | None:
    """The probability; None below ten contacts in time looked at, or where no day of the silence was looked at."""
    if pace.per_year is None or pace.counting is None or not pace.silent[1]:
        return None
    slow, fast = (rate / DAYS_PER_YEAR for rate in pace.per_year)
    fewest, most = slow * pace.silent[0], fast * pace.silent[1]
    sizes = [inf if size is None else size for size in pace.counting.k]
    poisson = (chance_of_none(most), chance_of_none(fewest))
    clustered = (chance_of_none(most, max(sizes)), chance_of_none(fewest, min(sizes)))
    return NoContact(clustered, poisson, min(sizes) < inf)


def chance_of_none(expected: float, size: float = inf) -> float:
    """P(0) of λt ``expected`` contacts: e^(−λt) of Poisson, (1 + λt/k)^(−k) of the negative binomial of ``size`` k."""
    return exp(-expected) if size == inf else exp(-size * log1p(expected / size))
