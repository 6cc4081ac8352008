"""Finds the folders in which a user could make names: where it could leave word for whoever comes next.

It does not know what is looked for in them.
"""

import os
import stat
import time
from collections import deque
from collections.abc import Iterator, Sequence

# Shallow folders come first, and that is where such folders are.
SEARCH_LIMIT_S = 0.05
_MAX_DEPTH = 3
# Made by the kernel: nobody can make names in them, or only names that are processes.
_KERNELS = frozenset("proc sysfs cgroup cgroup2 devpts mqueue securityfs debugfs tracefs bpf pstore configfs".split())


def writable_folders(user_id: int, limit_s: float = SEARCH_LIMIT_S, roots: Sequence[str] = ()) -> list[str]:
    """Return the folders where that user, in the group of its number alone, can make names.

    Looked through are ``roots``, or else all that is mounted and can be written to.
    """
    deadline = time.monotonic() + limit_s
    found: list[str] = []
    # A file system is looked through from where it is mounted, for as far as it is the same one.
    waiting: deque[tuple[str, int, int | None]] = deque((root, 0, None) for root in roots or _roots())
    seen: set[tuple[int, int]] = set()
    while waiting and time.monotonic() < deadline:
        folder, depth, device = waiting.popleft()
        try:
            state = os.stat(folder, follow_symlinks=False)
        except OSError:
            continue
        if device not in (None, state.st_dev):
            continue
        may_write, may_enter = _permissions(state, user_id)
        if not stat.S_ISDIR(state.st_mode) or (state.st_dev, state.st_ino) in seen or not may_enter:
            continue
        seen.add((state.st_dev, state.st_ino))
        if may_write:
            found.append(folder)
        # What is in a folder like /tmp is somebody's own, and comes and goes.
        is_shared = may_write and bool(state.st_mode & stat.S_ISVTX)
        if depth < _MAX_DEPTH and not is_shared:
            waiting.extend((path, depth + 1, state.st_dev) for path in _folders_in(folder))
    return found


def _permissions(state: os.stat_result, user_id: int) -> tuple[bool, bool]:
    if state.st_uid == user_id:
        # Who owns a folder can give himself the rest.
        return True, True
    bits = state.st_mode >> 3 if state.st_gid == user_id else state.st_mode
    return bool(bits & 2), bool(bits & 1)


def _roots() -> list[str]:
    """Return where file systems are mounted that can be written to."""
    try:
        with open("/proc/self/mounts", encoding="utf-8", errors="surrogateescape") as file:
            mounts = [line.split() for line in file]
    except OSError:
        return ["/tmp", "/var/tmp", "/private/tmp"]
    writable = [where for _, where, kind, options, *_ in mounts if kind not in _KERNELS and "rw" in options.split(",")]
    return sorted(set(writable), key=len)


def _folders_in(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield entry.path
    except OSError:
        return
