"""The warm interpreter that every case is forked from.

It keeps one fork in waiting, which takes the next case straight from the keeper's socket
(the longest duration, and four pipe ends) and so has its start-up behind it when the case
comes. The zygote itself only waits for that child, tells the keeper how it ended, and
forks the next: never while a case runs, whose code could reach the waiting process. It
never sees a source or an input. It ends when its keeper does.
"""

# The C part alone, which loads no other module.
import _socket
import mmap
import os
import resource
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

import child
import furnish
import importers
import library
import preload
from settle import settle

_DESCRIPTORS = struct.Struct("4i")
# What the waiting process tells of its case: when it is overdue, and whether it has come to the input.
_NOTES = struct.Struct("qq")

# The keeper ends every case in its time; what lasts this much longer has stopped the keeper.
OVERDUE_MS = 400
# The cases of a batch follow each other sooner than this.
IDLE_MS = 2
# How often it is looked whether a case is overdue: most are over sooner, and so cost no look.
LOOK_SECONDS = 0.2


class Zygote:
    """Serves one case at a time, until the keeper hangs up."""

    def __init__(self, control: _socket.socket) -> None:
        """Serve on ``control``, the keeper's socket."""
        self._control = control
        self._child = 0
        self._was_overdue = False
        self._notes = mmap.mmap(-1, _NOTES.size)
        signal.signal(signal.SIGALRM, self._on_look)
        signal.signal(signal.SIGTERM, self._on_dismissed)

    def serve(self) -> None:
        """Fork, wait and tell; returns when a child ends without a case: the keeper's end is closed."""
        self._control.sendall(b"warm\n")
        zygote = os.getpid()
        signal.setitimer(signal.ITIMER_REAL, LOOK_SECONDS, LOOK_SECONDS)
        while True:
            self._was_overdue = False
            self._child = os.fork()
            if self._child == 0:
                self._wait_for_case(zygote)
            status, usage = self._await_end()
            ended_ns = time.monotonic_ns()
            overdue_ns, has_read_source = _NOTES.unpack_from(self._notes)
            if not overdue_ns:
                return
            _NOTES.pack_into(self._notes, 0, 0, 0)
            _kill(os.killpg, self._child)
            # If the case stopped the keeper, wake it up to read the line below.
            _kill(os.kill, os.getppid(), signal.SIGCONT)
            cpu_us = int((usage.ru_utime + usage.ru_stime) * 1_000_000)
            flags = (_has_children(), self._was_overdue, has_read_source)
            figures = (status, cpu_us, _peak_kb(usage.ru_maxrss), ended_ns, *flags)
            self._control.sendall(b"end %d %d %d %d %d %d %d\n" % figures)
            # Once, when the first answer is out: until then a case that wants any of it loads it itself.
            preload.load_rest()

    def _await_end(self) -> tuple[int, resource.struct_rusage]:
        while True:
            _, status, usage = os.wait4(self._child, 0)
            if not os.WIFSTOPPED(status):
                return status, usage
            # It asked to be traced, or the like: the news of a stop is not an end.
            self._end_case()

    def _wait_for_case(self, zygote: int) -> NoReturn:
        child.get_ready()
        idle = select.poll()
        idle.register(self._control, select.POLLIN)
        if not idle.poll(IDLE_MS):
            # Pages that a case will touch are copied while nobody waits for it.
            child.rehearse(1)
        # As ``socket.recv_fds`` does it, which takes longer.
        request, parts, _, _ = self._control.recvmsg(64, _socket.CMSG_SPACE(_DESCRIPTORS.size))
        if not request or os.getppid() != zygote:
            os._exit(0)
        self._control.close()
        self._set_overdue(int(request))
        child.run(
            *_DESCRIPTORS.unpack(parts[0][2]),
            on_input=self._note_input,
            on_ready=self._let_go,
        )

    def _note_input(self) -> None:
        struct.pack_into("q", self._notes, 8, 1)

    def _let_go(self, longest_ms: int) -> None:
        self._set_overdue(longest_ms + OVERDUE_MS)
        self._notes.close()

    def _set_overdue(self, milliseconds: int) -> None:
        struct.pack_into("q", self._notes, 0, time.monotonic_ns() + milliseconds * 1_000_000)

    def _on_look(self, _signal: int, _frame: FrameType | None) -> None:
        # Should the keeper be stopped or dead, the case must end all the same.
        overdue_ns, _ = _NOTES.unpack_from(self._notes)
        if 0 < overdue_ns <= time.monotonic_ns():
            self._was_overdue = True
            self._end_case()
            _kill(os.kill, os.getppid(), signal.SIGCONT)

    def _on_dismissed(self, _signal: int, _frame: FrameType | None) -> None:
        self._end_case()
        # By the signal, so that it is seen what ended it.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)

    def _end_case(self) -> None:
        if self._child:
            _kill(os.killpg, self._child)
            _kill(os.kill, self._child)


def _kill(kill: Callable[[int, int], None], target: int, number: int = signal.SIGKILL) -> None:
    try:
        kill(target, number)
    except (ProcessLookupError, PermissionError):
        return


def _has_children() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def _peak_kb(maxrss: int) -> int:
    return maxrss // 1024 if sys.platform == "darwin" else maxrss


def main() -> None:
    """Load what is shared, then serve on the socket whose number is the first argument."""
    # Those after it only had to live until this program was started.
    for descriptor in sys.argv[2:]:
        os.close(int(descriptor))
    # Where this interpreter is, is nobody's business.
    for name in ("PYTHONHOME", "LD_LIBRARY_PATH"):
        os.environ.pop(name, None)
    # The folder of these files: nothing of it may be importable later.
    del sys.path[0]
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    # A keeper that is deaf to signals passes that on.
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    control = _socket.socket(fileno=int(sys.argv[1]))
    importers.refuse_modules()
    library.shelve_rest()
    furnish.prepare()
    library.note_shared()
    child.rehearse(16)
    os.chdir("/")
    os.umask(0o077)
    settle()
    Zygote(control).serve()
