"""Looks, after every case, whether something of it is left in the executor's surroundings.

A case can reach processes of its own uid without any descriptor: their limits, their
priority, where they may run. It does not know what a case is, nor what a surprise leads to.
"""

import ctypes
import os
import resource
import sys
import time
from collections.abc import Sequence
from typing import Any

from ipc import Ipc
from leftovers import Leftovers

TIDY_LIMIT_S = 20.0

# The number of the system call, by machine: the C library has no function for it.
_IOPRIO_GET = {"x86_64": 252, "aarch64": 31}.get(os.uname().machine) if sys.platform == "linux" else None
_IOPRIO_WHO_PROCESS = 1
_libc = ctypes.CDLL(None)

_LIMITS = sorted({value for name, value in vars(resource).items() if name.startswith("RLIMIT_")})


class Audit:
    """Compares the surroundings of the executor with what they were before a case."""

    def __init__(self, folders: Sequence[str], uid: int, is_cases_only: bool) -> None:
        """Watch processes, and what ``uid`` leaves in ``folders`` and in the kernel.

        Args:
            folders: where a case could make names.
            uid: the user that cases run as.
            is_cases_only: whether what that user makes while a case runs is the case's. Where
                it is a developer's own user it may be any program's, and is left alone.
        """
        self._leftovers = [Leftovers(folder, uid, clears_old=True) for folder in folders] if is_cases_only else []
        self._ipc = Ipc(uid) if is_cases_only else None
        if self._ipc is not None:
            self._ipc.clear()
        self._states: dict[int, Any] = {}

    def begin(self, *pids: int) -> None:
        """Remember the surroundings, and how those of the processes are that are new."""
        self._states = {pid: self._states.get(pid) or _state_of(pid) for pid in pids}
        for leftovers in self._leftovers:
            leftovers.begin()

    def tidy(self) -> None:
        """Remove what is left for as long as it takes, once nobody waits for it."""
        deadline = time.monotonic() + TIDY_LIMIT_S
        for leftovers in self._leftovers:
            leftovers.clear(deadline)

    def surprise(self) -> str | None:
        """Say what a case left or changed that it should not have, or None.

        To be called when no process of the case lives any more; what is found is removed by ``tidy``.
        """
        found: list[str | None] = []
        for pid, before in self._states.items():
            now = _state_of(pid)
            if now is not None and now != before:
                self._states[pid] = now
                found.append(f"limits, priority or affinity of process {pid} changed")
        found.extend(leftovers.find() for leftovers in self._leftovers)
        if self._ipc is not None:
            found.append(self._ipc.sweep())
        return "; ".join(filter(None, found)) or None


def _io_priority(pid: int) -> int:
    return -1 if _IOPRIO_GET is None else _libc.syscall(_IOPRIO_GET, _IOPRIO_WHO_PROCESS, pid)


def _state_of(pid: int) -> tuple[Any, ...] | None:
    """What another process of the same user can change about ``pid``; None when it is gone."""
    is_own = pid == os.getpid()
    try:
        if hasattr(resource, "prlimit"):
            limits = [resource.prlimit(pid, kind) for kind in _LIMITS]
        else:
            limits = [resource.getrlimit(kind) for kind in _LIMITS] if is_own else []
        priority = os.getpriority(os.PRIO_PROCESS, pid)
        if not hasattr(os, "sched_getaffinity"):
            return limits, priority
        return limits, priority, _io_priority(pid), os.sched_getaffinity(pid), os.sched_getscheduler(pid)
    except ProcessLookupError:
        return None
