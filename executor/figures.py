"""What the other side of the wall tells about a run, and whether it can be true.

Pure. A process that native code got hold of could tell anything; what cannot be is told apart
here, so that it is never an answer. It does not know what is done about it.
"""

import os
from typing import NamedTuple

# Two clocks of the same process may differ by a tick of the kernel's.
_TICK_NS = 10_000_000
# A process of the interpreter's alone has more, whatever else it does.
_LEAST_PEAK_KB = 2 * 1024
# The interpreter itself, what it keeps back to report with, and room for error.
_BEYOND_MEMORY_LIMIT_KB = 256 * 1024


class Implausible(Exception):
    """What was told cannot be; the message says why."""


class Start(NamedTuple):
    """When the solution was let go, and what the process had used by then."""

    pid: int
    cpu_ns: int
    at_ns: int


class End(NamedTuple):
    """What the zygote told about the run's end."""

    # In subprocess's convention: an exit code, or minus a signal.
    status: int
    cpu_ns: int
    peak_memory_kb: int
    at_ns: int
    has_left_children: bool
    # The zygote had to end it, because the keeper did not.
    was_overdue: bool = False
    # Whether its preparation had come to the input; before that, only the source mattered.
    has_read_source: bool = True


def read_start(words: bytes, asked_ns: int, now_ns: int) -> Start:
    """Read what follows ``ready``, of a run that was asked for at ``asked_ns``.

    Raises:
        Implausible: it cannot be true.
    """
    try:
        start = Start(*map(int, words.split()))
    except (ValueError, TypeError):
        raise Implausible("the start is not told in three numbers") from None
    if start.pid <= 1 or start.cpu_ns < 0 or not asked_ns <= start.at_ns <= now_ns:
        raise Implausible("the run started outside of its time")
    return start


def read_end(line: str) -> End:
    """Read the line that tells a run's end.

    Raises:
        Implausible: it is something else, or the process has not ended.
    """
    try:
        status, cpu_us, peak_kb, at_ns, *flags = map(int, line.removeprefix("end ").split())
        children, overdue, has_read_source = map(bool, flags)
        if not (os.WIFEXITED(status) or os.WIFSIGNALED(status)):
            raise Implausible("the status is not the end of a process")
    except (ValueError, OverflowError):
        raise Implausible("the zygote said something else than how the run ended") from None
    return End(os.waitstatus_to_exitcode(status), cpu_us * 1000, peak_kb, at_ns, children, overdue, has_read_source)


def check_end(end: End, start: Start | None, asked_ns: int, now_ns: int, memory_bytes: int) -> None:
    """Compare an end with its start, and with what a process can use in that time.

    Raises:
        Implausible: both cannot be true.
    """
    started_ns, started_cpu_ns = (start.at_ns, start.cpu_ns) if start else (asked_ns, 0)
    if not started_ns <= end.at_ns <= now_ns:
        raise Implausible("the run ended outside of its time")
    used_ns = end.cpu_ns - started_cpu_ns
    most_ns = (end.at_ns - started_ns) * (os.cpu_count() or 1)
    # What the process used while it waited for a case was before it was asked for, unless the start tells.
    if used_ns < -_TICK_NS or (start and used_ns > most_ns + 2 * _TICK_NS):
        raise Implausible("the run used an impossible time of the processor")
    if not _LEAST_PEAK_KB <= end.peak_memory_kb <= memory_bytes // 1024 + _BEYOND_MEMORY_LIMIT_KB:
        raise Implausible("the run used an impossible amount of memory")
