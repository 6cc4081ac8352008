"""Keeps one warm interpreter: starts it, hands it cases, knows how it fared, ends it.

It does not know what a case is: descriptors go in, lines come out.
"""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from host_lost import HostLost
from interpreter import environment_for_copy, open_unreadable_copy

BOOT_LIMIT_S = 10.0
DISMISSAL_LIMIT_S = 0.5
DEATH_LIMIT_S = 0.2


class PythonHost:
    """One zygote process. ``control`` is readable when it said something, or died."""

    # Every case has pipes of its own.
    kept_pipes: Sequence[int] = ()
    flush_signal: int | None = signal.SIGXCPU

    def __init__(self, runner: str, environment: Mapping[str, str]) -> None:
        """Start a zygote of the runner in that folder; it is not warm yet."""
        self._program = open_unreadable_copy()
        self._program_state = self._stat_program()
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            self._process = _start(runner, environment, theirs.fileno(), self._program)
        self._partial_line = b""
        self._is_warm = False
        self._stopped_by: int | None = None

    @property
    def pid(self) -> int:
        """Process id, for who watches it from outside."""
        return self._process.pid

    def await_warm(self) -> None:
        """Wait until it serves.

        Raises:
            HostLost: it did not come up, or is gone.
        """
        deadline = time.monotonic() + BOOT_LIMIT_S
        while not self._is_warm:
            poll = select.poll()
            poll.register(self.control, select.POLLIN)
            if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
                raise HostLost("the zygote did not come up")
            self._is_warm = "warm" in self.read_lines()

    def begin(self) -> None:
        """Nothing begins before the request: the case itself says when it starts."""

    def request(self, descriptors: Sequence[int], longest_ms: int) -> None:
        """Have a case forked on these descriptors; it is ended after ``longest_ms`` at the latest.

        Raises:
            HostLost: it is gone.
        """
        try:
            socket.send_fds(self.control, [str(longest_ms).encode("ascii")], list(descriptors))
        except OSError:
            raise HostLost(self.describe_end()) from None

    def read_lines(self) -> list[str]:
        """Return the whole lines that came; to be called when ``control`` is readable.

        Raises:
            HostLost: it hung up.
        """
        try:
            data = self.control.recv(4096)
        except OSError:
            data = b""
        if not data:
            raise HostLost(self.describe_end())
        *lines, self._partial_line = (self._partial_line + data).split(b"\n")
        return [line.decode("ascii", "replace") for line in lines]

    def ended_by(self) -> int | None:
        """Return the signal that killed or stopped it; None when it lives, or exited by itself."""
        self._look()
        code = self._process.returncode
        return self._stopped_by or (-code if code is not None and code < 0 else None)

    def _look(self) -> None:
        # A dying process closes its socket a moment before it can be waited for.
        deadline = time.monotonic() + DEATH_LIMIT_S
        while self._process.returncode is None and self._stopped_by is None and time.monotonic() < deadline:
            try:
                # Not through Popen, which takes no notice of a stopped process.
                pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            except ChildProcessError:
                return
            if not pid:
                time.sleep(0.001)
            elif os.WIFSTOPPED(status):
                self._stopped_by = os.WSTOPSIG(status)
            else:
                self._process.returncode = os.waitstatus_to_exitcode(status)

    def describe_end(self) -> str:
        """Say what became of it."""
        number = self.ended_by()
        if number is not None:
            return f"the zygote was ended by signal {number}"
        return f"the zygote ended with {self._process.returncode}"

    def dismiss(self) -> None:
        """End it and the case that it may be running, whatever state it is in."""
        self.control.close()
        if self._stopped_by is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(DISMISSAL_LIMIT_S)
            except subprocess.TimeoutExpired:
                pass
        # A stopped process can be killed, but not asked.
        self._process.kill()
        self._process.wait()
        if self._program is not None:
            os.close(self._program)
            self._program = self._program_state = None

    def tampering(self) -> str | None:
        """Say whether a case changed the file that it runs from, by ``/proc/self/exe``."""
        if self._stat_program() == self._program_state:
            return None
        self._program_state = self._stat_program()
        return "the interpreter's file itself changed"

    def _stat_program(self) -> int | None:
        # Mode, times and attributes cannot be changed without this time.
        return None if self._program is None else os.fstat(self._program).st_ctime_ns


def _start(runner: str, environment: Mapping[str, str], control: int, program: int | None) -> subprocess.Popen[bytes]:
    """Start a zygote, from ``program`` where there is one: a descriptor that can be executed."""
    given = [control] if program is None else [control, program]
    # All of ``-I`` except ``-E``, which would also ignore our own PYTHONHASHSEED; the
    # environment is made from an allow-list, so that there is nothing else to ignore.
    options = ["-s", "-S", "-B", "-X", "utf8"]
    return subprocess.Popen(
        [sys.executable, *options, os.path.join(runner, "start.py"), *map(str, given)],
        executable=sys.executable if program is None else f"/proc/self/fd/{program}",
        env=dict(environment) if program is None else environment_for_copy(environment),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=given,
        start_new_session=True,
    )
