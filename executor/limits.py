"""What a run may use, and how soon what is left of it could be used up.

Pure. It does not know how use is measured, nor how a run is ended.
"""

import math
from typing import Literal, NamedTuple


class Use(NamedTuple):
    """What a run has used since its start; 0 for what the system does not tell."""

    wall_ns: int
    cpu_ns: int = 0
    # Of the wall time, what it spent waiting for a processor.
    waited_ns: int = 0


class Limits(NamedTuple):
    """The limit of processor time, and two guards for what uses little of it."""

    cpu_ns: int
    # Of wall time, less what the run waited for a processor.
    wall_ns: int
    # Of wall time, whatever it was spent on.
    longest_ns: int

    def expired(self, use: Use) -> Literal["CPU_LIMIT", "WALL_LIMIT"] | None:
        """Name the limit that is used up; None while none is."""
        if use.cpu_ns >= self.cpu_ns:
            return "CPU_LIMIT"
        return "WALL_LIMIT" if self._wall_left_ns(use) <= 0 else None

    def soonest_ns(self, use: Use) -> int:
        """How soon one of them could be used up, by a run that can only use one processor."""
        return min(self.cpu_ns - use.cpu_ns, self._wall_left_ns(use))

    def _wall_left_ns(self, use: Use) -> int:
        return min(self.wall_ns - use.wall_ns + use.waited_ns, self.longest_ns - use.wall_ns)


def limits_of(timeout_ms: int, processor_share: float, sees_waits: bool) -> Limits:
    """Return the limits of a run; where waits for a processor cannot be seen, the wall's guard is twice as long."""
    wall_ns = (timeout_ms * 5 // 4 + 250) * 1_000_000
    return Limits(
        cpu_ns=timeout_ms * 1_000_000,
        wall_ns=wall_ns if sees_waits else 2 * wall_ns,
        longest_ns=(math.ceil(2 * timeout_ms / processor_share) + 1000) * 1_000_000,
    )


def usual_longest_ms(timeout_ms: int, processor_share: float) -> int:
    """How long a run lasts at most that is given its whole share of a processor whenever it wants it."""
    return max(timeout_ms * 5 // 4 + 250, math.ceil(timeout_ms / processor_share))
