"""Makes a forked process a program that reads its input from stdin and writes its answer to stdout.

Best effort by nature, as ``furnish`` is. It does not know what the program is to answer.
"""

import atexit
import builtins
import errno
import functools
import gc
import io
import os
import resource
import sys
from types import FunctionType, ModuleType
from typing import Any

import event_loop
import furnish
import threads

# What programs of contests ask for by ``threading.stack_size``; memory has its own limit.
STACK_BYTES = 128 * 1024 * 1024

_open = open
_open_descriptor = os.open
_stat = os.stat
# No path can be opened in the jail; these name what is open already.
_PATHS = {
    path: descriptor
    for descriptor, name in enumerate(("stdin", "stdout", "stderr"))
    for path in (f"/dev/{name}", f"/dev/fd/{descriptor}", f"/proc/self/fd/{descriptor}")
}
# What the end of other objects may still need.
_LAST = (ModuleType, FunctionType, type)


def make_ready() -> None:
    """Do what comes before the modules that the program imports, which remember what they find."""
    # Not as functions: classes hold these as members, which a function would be bound to.
    builtins.open = io.open = functools.partial(_open_anything)  # type: ignore[assignment]
    os.open = functools.partial(_open_any_descriptor)  # type: ignore[assignment]
    event_loop.MENDS["threading"] = threads.run_in_place
    _deepen_stack()


def give_input(text: str) -> None:
    """Put the input on descriptor 0, before the jail closes."""
    # Half of a surrogate pair has no UTF-8 form; this is the nearest to one.
    file = _file_of(text.encode("utf-8", "surrogatepass"))
    os.dup2(file, 0)
    os.close(file)
    furnish.open_stdin()


def module_for(source: str) -> ModuleType:
    """Return the empty module of the program, which is the one that runs."""
    module = furnish.module_for(source, "__main__")
    # There are more of the runner's frames below a program than below a function.
    sys.setrecursionlimit(furnish.RECURSION_LIMIT + 1)
    module.__dict__["__builtins__"] = builtins
    return module


def exit_status(leaving: Any) -> int:
    """Exit code of ``sys.exit``, as the interpreter would have it; a text goes to stderr."""
    try:
        code = leaving.code
        if code is None:
            return 0
        if isinstance(code, int):
            return int(code) & 0xFF
        print(code, file=sys.stderr)
    except BaseException:  # noqa: BLE001 - the solution's own code may run here
        pass
    return 1


def finish(module: ModuleType) -> None:
    """Do what an interpreter does when its program has ended."""
    try:
        atexit._run_exitfuncs()
    except BaseException:  # noqa: BLE001 - the program's own code
        pass
    furnish.flush()
    # Streams of its own write out what they hold when they go, and other objects still use what it defined.
    members = module.__dict__
    for name in [name for name, member in members.items() if type(member) not in _LAST]:
        members.pop(name, None)
    gc.collect()
    members.clear()
    gc.collect()
    furnish.flush()


def _deepen_stack() -> None:
    """Let the program recurse as deep as in the thread that it would start for that."""
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    try:
        resource.setrlimit(
            resource.RLIMIT_STACK, (STACK_BYTES if hard == resource.RLIM_INFINITY else min(STACK_BYTES, hard), hard)
        )
    except (OSError, ValueError):
        return


def _file_of(data: bytes) -> int:
    """Return a descriptor that only reads, of a file that has no name and ends with this process."""
    if hasattr(os, "memfd_create"):
        writer = os.memfd_create("stdin")
        path = f"/proc/self/fd/{writer}"
    else:
        import tempfile

        writer, path = tempfile.mkstemp()
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(writer, rest) :]
        return _open_descriptor(path, os.O_RDONLY)
    finally:
        os.close(writer)
        if not path.startswith("/proc/"):
            os.unlink(path)


def _open_anything(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    closefd: bool = True,
    opener: Any = None,
) -> Any:
    descriptor = _named(file)
    if descriptor is not None:
        return _open(descriptor, mode, buffering, encoding, errors, newline, closefd=False)
    try:
        return _open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    except OSError as refusal:
        missing = None if {*mode} & {*"wax"} else _missing(file, refusal)
        if missing is None:
            raise
    raise missing


def _open_any_descriptor(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
    descriptor = _named(path)
    if descriptor is not None:
        return descriptor
    try:
        return _open_descriptor(path, flags, mode, dir_fd=dir_fd)
    except OSError as refusal:
        missing = None if flags & os.O_CREAT else _missing(path, refusal)
        if missing is None:
            raise
    raise missing


def _missing(path: Any, refusal: OSError) -> OSError | None:
    """Return what says that there is no such file, which is asked before whether any can be opened."""
    if refusal.errno != errno.EMFILE:
        return None
    try:
        _stat(path)
    except OSError as missing:
        missing.__context__ = refusal.__context__
        return missing
    return None


def _named(path: Any) -> int | None:
    """Return the descriptor that is open already under this path, at its beginning where it has one."""
    if type(path) is int:
        return None
    try:
        descriptor = _PATHS.get(os.fsdecode(path))
    except TypeError:
        return None
    if descriptor == 0:
        os.lseek(0, 0, os.SEEK_SET)
    return descriptor
