"""Hides this process's memory and environment from other processes of the same user.

It does not know what is secret in them.
"""

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def hide_memory() -> bool:
    """Forbid ``/proc/<pid>/environ``, ``ptrace`` and the like on this process; False where that fails."""
    if sys.platform != "linux":
        return False
    try:
        return ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
    except (OSError, AttributeError):
        return False
