"""Makes a forked process look like an ordinary interpreter that is about to import ``solution``.

Best effort by nature: a solution that looks for the runner's own objects finds them.
It does not know what will be called, nor what is done with the result.
"""

# The module beneath ``signal`` has no types of its own.
import _signal  # pyright: ignore[reportMissingImports]
import gc
import io
import os
import random
import signal
import sys
import traceback
from collections.abc import Iterator
from itertools import takewhile
from types import FrameType, ModuleType
from typing import Any

import importers

MODULE_NAME = "solution"
# An interpreter's default, and the runner's own frames below the solution's.
RECURSION_LIMIT = 1000 + 8
# Asks a run to write out what it printed and to end; the kernel sends it when the
# processor time is used up, the executor when the time is.
SOFT_SIGNAL = signal.SIGXCPU
_ZYGOTE_SIGNALS = tuple(int(number) for number in (signal.SIGALRM, signal.SIGTERM))

_FOLDER = os.path.dirname(__file__)
_ENCODING, _ERRORS = sys.stdout.encoding, sys.stdout.errors
_streams: list[io.TextIOWrapper] = []


def prepare() -> None:
    """Do once, before the first fork, what is the same for every case."""
    _open_streams()
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(f"{_FOLDER}/"):
            del sys.modules[name]
    sys.modules["__main__"] = ModuleType("__main__")
    sys.argv[:] = [f"{MODULE_NAME}.py"]
    end_with_output_when_out_of_time()
    traceback.walk_stack = _walk_stack


def end_with_output_when_out_of_time() -> None:
    """From now on the soft signal writes out what was printed, and ends the process."""
    _signal.signal(SOFT_SIGNAL, _leave_with_output)


def end_when_out_of_time() -> None:
    """From now on the soft signal ends the process at once, also in the middle of a long call."""
    _signal.signal(SOFT_SIGNAL, _signal.SIG_DFL)


def get_ready() -> None:
    """Do once in every forked process what does not depend on its case."""
    for number in _ZYGOTE_SIGNALS:
        # Beneath ``signal.signal``, whose enums would touch, and so copy, a third as many pages as the fork.
        _signal.signal(number, _signal.SIG_DFL)
    gc.enable()


def _open_streams() -> None:
    """Make the three streams anew over pipes, as a case has them, and as an interpreter does when it starts.

    A stream remembers what its descriptor could do: those that the zygote was started with would
    tell of the zygote's. Made once here they cost a case nothing.
    """
    reader, writer = os.pipe()
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor, end in enumerate((reader, writer, writer)):
        os.dup2(end, descriptor)
    sys.stdin = sys.__stdin__ = _stream(0, "r", "<stdin>", _ERRORS)
    sys.stdout = sys.__stdout__ = _stream(1, "w", "<stdout>", _ERRORS)
    sys.stderr = sys.__stderr__ = _stream(2, "w", "<stderr>", "backslashreplace")
    _streams[:] = sys.stdout, sys.stderr
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    for descriptor in (reader, writer, nothing):
        os.close(descriptor)


def _stream(descriptor: int, mode: str, name: str, errors: str | None) -> io.TextIOWrapper:
    # After ``create_stdio`` of CPython's Python/pylifecycle.c.
    buffer: Any = open(descriptor, f"{mode}b", closefd=False)
    buffer.raw.name = name
    text: Any = io.TextIOWrapper(
        buffer, _ENCODING, errors, newline="\n", line_buffering=descriptor == 2 or buffer.raw.isatty()
    )
    text.mode = mode
    return text


def open_stdin() -> None:
    """Make stdin anew, over what its descriptor has become."""
    sys.stdin = sys.__stdin__ = _stream(0, "r", "<stdin>", _ERRORS)


def module_for(source: str, name: str = MODULE_NAME) -> ModuleType:
    """Return the empty module that ``source`` will be run in; from here on no file is looked for."""
    module = ModuleType(name)
    module.__file__ = f"{MODULE_NAME}.py"
    sys.modules[name] = module
    importers.look_for_no_files()
    if "random" in source:
        random.seed()
    sys.setrecursionlimit(RECURSION_LIMIT)
    return module


def flush() -> None:
    """Write out what the solution printed; what cannot be written is lost."""
    for stream in (sys.stdout, sys.stderr, *_streams):
        try:
            stream.flush()
        except BaseException:  # noqa: BLE001 - None, closed, or an object of the solution's own
            continue


def _walk_stack(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    """Walk a stack as ``traceback`` does, but end where the solution's own frames end."""
    frames = _all_frames(frame or sys._getframe(1))
    return takewhile(lambda found: not found[0].f_code.co_filename.startswith(_FOLDER), frames)


def _all_frames(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def _leave_with_output(_signal: int, _frame: FrameType | None) -> None:
    for stream in _streams:
        try:
            stream.flush()
        except Exception:  # noqa: BLE001 - interrupted in the middle of a write, or closed
            continue
    os.kill(os.getpid(), signal.SIGKILL)
