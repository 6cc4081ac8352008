"""Shields this process from other processes of its user, and proves which are shielded.

It does not know what is secret in it, nor what follows from an opening.
"""

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_DUMPABLE = 4
_PTRACE_SEIZE = 0x4206
# The number of the system call, by machine.
_RT_SIGACTION = {"x86_64": 13, "aarch64": 134}
_UNKNOWN = 255
# Two cannot be ignored, and without the third no end of a process can be waited for.
NOT_IGNORED = frozenset({signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD})


class ProofFailed(Exception):
    """The attempts could not be made: nothing is known."""


def hide_memory() -> bool:
    """Forbid ``/proc/<pid>/environ``, ``ptrace`` and the like on this process; False where that fails."""
    if sys.platform != "linux":
        return False
    try:
        return ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
    except (OSError, AttributeError):
        return False


def ignore_signals() -> None:
    """Ignore every signal that can be ignored: a case has this process's user, and may send it any."""
    for number in signal.valid_signals() - NOT_IGNORED:
        signal.signal(number, signal.SIG_IGN)
    # The C library keeps two for itself, which it lets nobody set, but everybody send.
    call = _RT_SIGACTION.get(os.uname().machine)
    if sys.platform == "linux" and call is not None:
        action = (ctypes.c_ulong * 4)(signal.SIG_IGN)
        for number in (32, 33):
            ctypes.CDLL(None).syscall(call, number, action, None, ctypes.c_size_t(8))


def ignored_signals() -> set[int]:
    """Return the signals that this process ignores, as its kernel tells."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            mask = next(int(line.split()[1], 16) for line in status if line.startswith("SigIgn:"))
    except OSError:
        return {number for number in signal.valid_signals() if signal.getsignal(number) is signal.SIG_IGN}
    return {number for number in range(1, 65) if mask >> (number - 1) & 1}


def ways_into(pid: int, user_id: int) -> list[str]:
    """Have a throw-away process of that user try to get into another; return the ways that are open.

    Raises:
        ProofFailed: there is no such process, or it could not be tried (as on a system other than Linux).
    """
    if sys.platform != "linux":
        raise ProofFailed("only Linux has these ways")
    libc = ctypes.CDLL(None, use_errno=True)
    child = os.fork()
    if child == 0:
        found = _UNKNOWN
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(user_id)
                os.setuid(user_id)
            found = sum(1 << at for at, attempt in enumerate(_WAYS.values()) if _is_open(attempt, pid, libc))
        finally:
            os._exit(found)
    found = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not 0 <= found < 1 << len(_WAYS):
        raise ProofFailed(f"the process that should try ended with {found}")
    return [name for at, name in enumerate(_WAYS) if found >> at & 1]


def _is_open(attempt: Callable[[int, ctypes.CDLL], object], pid: int, libc: ctypes.CDLL) -> bool:
    try:
        attempt(pid, libc)
    except OSError as refusal:
        if refusal.errno == errno.ESRCH:
            raise
        return refusal.errno not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
    return True


def _trace(pid: int, libc: ctypes.CDLL) -> None:
    # Seized, not attached: it is not stopped, and let go when the child ends.
    _raise_if(libc.ptrace(_PTRACE_SEIZE, pid, None, None) < 0)


def _read_memory(pid: int, libc: ctypes.CDLL) -> None:
    # No address is right, but whether it may be read at all is asked first.
    _raise_if(libc.process_vm_readv(pid, _vector(), 1, _vector(), 1, 0) < 0)


def _open_memory(pid: int, _libc: ctypes.CDLL) -> None:
    os.close(os.open(f"/proc/{pid}/mem", os.O_RDONLY))


def _vector() -> ctypes.Array[ctypes.c_size_t]:
    return (ctypes.c_size_t * 2)(0, 8)


def _raise_if(has_failed: bool) -> None:
    if has_failed:
        raise OSError(ctypes.get_errno(), "refused")


_WAYS: dict[str, Callable[[int, ctypes.CDLL], object]] = {
    "ptrace": _trace,
    "process_vm_readv": _read_memory,
    "/proc/<pid>/mem": _open_memory,
}
