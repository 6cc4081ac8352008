"""What runs cases: a process that a run is begun on, and that tells how it ended.

It does not know any language.
"""

import socket
from collections.abc import Sequence
from typing import Protocol

from figures import Start


class Host(Protocol):
    """One process that serves runs, one at a time; whatever is asked raises ``HostLost`` where it is gone."""

    # Readable when it said something, or died.
    control: socket.socket
    # Our ends of pipes that all of its runs have, as ``RunPipes`` takes them; empty where each has its own.
    kept_pipes: Sequence[int]
    # The signal on which a run writes out what it printed; None where that was written at once.
    flush_signal: int | None

    @property
    def pid(self) -> int:
        """Process id, for who watches it from outside."""
        ...

    def begin(self) -> Start | None:
        """Begin the next run; None where the run itself will say when it starts."""
        ...

    def request(self, descriptors: Sequence[int], longest_ms: int) -> None:
        """Hand over the run's ends of its pipes; it is ended after ``longest_ms`` at the latest."""
        ...

    def read_lines(self) -> list[str]:
        """Return what it told of the run's end, as ``figures`` reads it; for when ``control`` is readable."""
        ...

    def ended_by(self) -> int | None:
        """Return the signal that killed or stopped it; None when it lives, or exited by itself."""
        ...

    def tampering(self) -> str | None:
        """Say whether a case changed the file that it runs from."""
        ...
