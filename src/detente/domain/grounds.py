"""What are claims and sentences about a pair judged on?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims and sentences about a dyad are judged on: everything in it counts, restricted or not.

    ``contacts`` are those of the pair, of every status, with participants; ``windows`` the coverage declared for it;
    ``holders`` the known tenures of both parties.
    """

    dyad: Dyad
    contacts: Sequence[Contact]
    windows: Sequence[CoverageWindow]
    holders: Sequence[Officeholder]
    tolerance: Tolerance

    def public(self) -> "Ground":
        """The same without what is restricted; itself when nothing is."""
        if not any(c.restricted or any(s.restricted for s in c.sources) for c in self.contacts):
            return self
        shown = [c for c in self.contacts if not c.restricted]
        return replace(self, contacts=[replace(c, sources=tuple(s for s in c.sources if not s.restricted)) for c in shown])
