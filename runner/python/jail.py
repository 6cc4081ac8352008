"""Closes the process around a solution: identity first, then limits, then the proof.

What it leaves open is what resource limits cannot close: system calls that need
neither a descriptor nor a process (kill, prlimit, mkdir, System V IPC). It does not
know what will run inside, nor who looks for the traces afterwards.
"""

import errno
import os
import resource
import sys
import time

# Address space that is kept back, so that a solution's ``MemoryError`` can be told.
REPORT_BYTES = 16 * 1024 * 1024


# What loading a source's libraries and its input may cost, beside the run itself.
PREPARATION_CPU_SECONDS = 2

# What a closed process may have none of.
_FORBIDDEN = (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE)

_report_limits = [(resource.RLIM_INFINITY, resource.RLIM_INFINITY)]


class JailBroken(Exception):
    """The process could not be closed; the solution must not run."""


def drop_identity(user_id: int) -> None:
    """Become that user, and the group of its number, for good; a process that is not root stays as it is."""
    if os.geteuid() != 0:
        return
    os.setgroups([])
    os.setgid(user_id)
    os.setuid(user_id)
    if (os.getuid(), os.geteuid()) != (user_id, user_id):
        raise JailBroken("the process is still another user's")
    try:
        os.setuid(0)
    except PermissionError:
        return
    raise JailBroken("the process can become root again")


def limit_preparation(memory_bytes: int) -> None:
    """Bound what is done with a source and its input before the solution may run: no fault of theirs is ours."""
    _limit_softly(resource.RLIMIT_CPU, int(time.process_time() + PREPARATION_CPU_SECONDS))
    _limit(resource.RLIMIT_CORE, 0, 0)
    size = measure()
    if size:
        _limit_softly(resource.RLIMIT_AS, size + memory_bytes)


def rehearse() -> None:
    """Undo ``limit_preparation``, and go through ``close`` without closing."""
    for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):
        _limit_softly(kind, resource.getrlimit(kind)[1])
    for kind in _FORBIDDEN:
        _limit(kind, *resource.getrlimit(kind))


def close(cpu_seconds: int, memory_bytes: int) -> None:
    """Set the hard limits and prove that they hold.

    Raises:
        JailBroken: a descriptor can still be opened, or on Linux a process made.
    """
    _limit(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    size = measure()
    if size:
        allowed = size + memory_bytes
        _limit(resource.RLIMIT_AS, allowed, allowed + REPORT_BYTES)
        # Taken now: when memory is used up there is none to ask for the limit with.
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        _report_limits[:] = [(hard, hard)]
    for kind in _FORBIDDEN:
        _limit(kind, 0, 0)
    _prove()


def open_report_memory() -> None:
    """Raise the memory limit to its reserve: from here on only the report is written."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, _report_limits[0])
    except (OSError, ValueError, MemoryError):
        return


def measure() -> int:
    """Size of this process; 0 where the system does not tell (macOS, which does not enforce it either)."""
    try:
        statm = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        return int(os.read(statm, 64).split()[0]) * resource.getpagesize()
    finally:
        os.close(statm)


def _limit_softly(kind: int, soft: int) -> None:
    _limit(kind, soft, resource.getrlimit(kind)[1])


def _limit(kind: int, soft: int, hard: int) -> None:
    _, ceiling = resource.getrlimit(kind)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (OSError, ValueError):
        # Elsewhere some limits cannot be set at all; what matters there is proved below.
        if sys.platform == "linux":
            raise


def _prove() -> None:
    try:
        os.close(os.open("/dev/null", os.O_RDONLY))
    except OSError as refusal:
        if refusal.errno != errno.EMFILE:
            raise JailBroken(f"opening a file failed for another reason: {refusal}") from None
    else:
        raise JailBroken("a file can still be opened")
    try:
        child = os.fork()
    except OSError:
        return
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    if sys.platform == "linux":
        raise JailBroken("a process can still be made")
