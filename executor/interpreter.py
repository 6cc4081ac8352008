"""Makes a copy of an interpreter that may be executed, but not read.

The kernel hides the memory of a process whose program file its user may not read: other
processes of that user can neither trace it nor read or write its memory, nor those of what it
forks. The copy has no name in any folder, so that nobody can replace it, and goes with the last
process that runs it. Linux only. It does not know what will be run.
"""

import os
import struct
import sys
from collections.abc import Mapping

_MODE = 0o111


def open_unreadable_copy(path: str = sys.executable) -> int | None:
    """Return a descriptor to execute, of a new copy of that program; None where the system has no such files."""
    if not hasattr(os, "memfd_create"):
        return None
    try:
        program = os.open(os.path.realpath(path), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        copy = os.memfd_create(os.path.basename(path))
    except OSError:
        os.close(program)
        return None
    try:
        _copy(program, copy)
        os.fchmod(copy, _MODE)
        # A file that is open for writing cannot be executed.
        return os.open(f"/proc/self/fd/{copy}", os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return None
    finally:
        os.close(program)
        os.close(copy)


def environment_for_copy(environment: Mapping[str, str]) -> dict[str, str]:
    """Add to ``environment`` what a copy cannot find by its own place: the library around it."""
    libraries = [environment.get("LD_LIBRARY_PATH", ""), os.path.join(sys.base_prefix, "lib")]
    home = sys.base_prefix if sys.base_exec_prefix == sys.base_prefix else f"{sys.base_prefix}:{sys.base_exec_prefix}"
    return {**environment, "PYTHONHOME": home, "LD_LIBRARY_PATH": ":".join(filter(None, libraries))}


def _copy(source: int, target: int) -> None:
    size, done = _bytes_to_run(source), 0
    while done < size:
        copied = os.sendfile(target, source, done, size - done)
        if not copied:
            raise OSError("the interpreter became shorter while it was copied")
        done += copied


def _bytes_to_run(program: int) -> int:
    """Return how much of a program is needed to run it: in ELF, what is behind is for linkers and debuggers."""
    size = os.fstat(program).st_size
    head = os.pread(program, 64, 0)
    # 64 bits, the lowest first, as on all of Lambda's machines.
    if len(head) < 64 or not head.startswith(b"\x7fELF\x02\x01"):
        return size
    (table_at,) = struct.unpack_from("<Q", head, 32)
    entry_size, entries = struct.unpack_from("<HH", head, 54)
    table = os.pread(program, entry_size * entries, table_at)
    # Kind, flags, offset, two addresses and the size, of each segment.
    segments = [struct.unpack_from("<IIQQQQ", table, at) for at in range(0, len(table), entry_size)]
    return min(size, max((offset + length for _, _, offset, _, _, length in segments), default=size))
