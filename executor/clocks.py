"""Reads what another process has used, from the kernel alone: a run cannot touch these clocks.

Linux only; elsewhere, and of a process that has gone, nothing is told. It does not know limits.
"""

import os
import sys
import time

# Beneath ``clock_getcpuclockid``, which Python does not have: the whole process, by its scheduler's clock.
_CPUCLOCK_SCHED = 2


def processor_ns(pid: int) -> int:
    """Return the processor time, user and system, that a process has used; 0 where that is not told."""
    if sys.platform != "linux":
        return 0
    try:
        return time.clock_gettime_ns(~pid << 3 | _CPUCLOCK_SCHED)
    except OSError:
        return 0


def waited_ns(pid: int) -> int:
    """Return the time that a process was kept from a processor it could have used; 0 where that is not told."""
    return _schedule(pid)[1]


def _schedule(pid: int) -> tuple[int, int]:
    """Return the time on a processor and the time spent waiting for one."""
    try:
        descriptor = os.open(f"/proc/{pid}/schedstat", os.O_RDONLY)
    except OSError:
        return 0, 0
    try:
        running, waiting, *_ = map(int, os.read(descriptor, 64).split())
    except (OSError, ValueError):
        return 0, 0
    finally:
        os.close(descriptor)
    return running, waiting


# A kernel that does not count tells zeros.
SEES_WAITS = _schedule(os.getpid())[0] > 0
