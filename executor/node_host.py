"""Runs JavaScript: one warm Node process, which limits are put on before it is given any source.

It serves the runs of one invocation, one after the other, and is ended by its keeper after
them, or when a run has to be. Linux only: elsewhere nobody can put limits on another process.
"""

import os
import resource
import select
import signal
import socket
import time
from collections.abc import Mapping, Sequence

from clocks import processor_ns
from figures import Start
from host_lost import HostLost, JailOpen
from languages import JAVASCRIPT
from memory_of import memory_of
from run_pipes import RunPipes
from start_node import start_node

BOOT_LIMIT_S = 10.0
# From a run's end until nothing of it goes on any more, or else its process goes.
IDLE_LIMIT_S = 0.25
# Of all runs of an invocation: no function of Lambda's lasts longer.
LONGEST_CPU_S = 900
_CLOSED = ("CORE", "FSIZE", "NPROC", "NOFILE")


class NodeHost:
    """One Node process. ``control`` is readable when it said something, or died."""

    # What is printed is written at once.
    flush_signal: int | None = None

    def __init__(self, program: int, runner: str, environment: Mapping[str, str], user_id: int) -> None:
        """Start a process of ``program``, a descriptor, as that user; it is not warm yet."""
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._ends = RunPipes(b"")
        with theirs:
            self._process = start_node(program, runner, environment, [*self._ends.theirs, theirs.fileno()], user_id)
        self._ends.hand_over()
        # Stdout, stderr, channel and job, as ``RunPipes`` has them.
        self.kept_pipes: Sequence[int] = [*self._ends.readable, self._ends.job_end or 0]
        self._user_id = user_id
        self._partial_line = b""
        self._said: list[str] = []
        self._is_warm = False
        self._is_idle = True
        self._start: Start | None = None
        self._peak_before_kb = 0

    @property
    def pid(self) -> int:
        """Process id, for who watches it from outside."""
        return self._process.pid

    def await_warm(self) -> None:
        """Wait until it serves, in its jail.

        Raises:
            HostLost: it did not come up, or is gone.
            JailOpen: the limits do not hold.
        """
        if self._is_warm:
            return
        self._await("warm", BOOT_LIMIT_S)
        self._close_jail()
        os.write(self.kept_pipes[3], b"prove\n")
        proof = self._await("proof", BOOT_LIMIT_S)
        if proof != "proof EMFILE":
            raise JailOpen(f"a file can still be opened, or is refused for another reason: {proof}")
        users = _users_of(self.pid)
        if users != {self._user_id}:
            raise JailOpen(f"it is the user {users}")
        self._is_warm = True

    def _close_jail(self) -> None:
        try:
            # Read-only code is mapped as often as there are processes; what counts is what it can write.
            data_kb, self._peak_before_kb = memory_of(self.pid, "VmData", "VmHWM")
            data = data_kb * 1024 + JAVASCRIPT.memory_bytes
            resource.prlimit(self.pid, resource.RLIMIT_DATA, (data, data))
            resource.prlimit(self.pid, resource.RLIMIT_CPU, (LONGEST_CPU_S, LONGEST_CPU_S))
            for name in _CLOSED:
                kind = getattr(resource, f"RLIMIT_{name}")
                resource.prlimit(self.pid, kind, (0, 0))
                if resource.prlimit(self.pid, kind) != (0, 0):
                    raise JailOpen(f"the limit {name} does not hold")
        except ProcessLookupError:
            raise HostLost(self.describe_end()) from None
        except OSError as refusal:
            raise JailOpen(f"no limits can be put on it: {refusal}") from None

    def is_ready(self) -> bool:
        """Whether nothing of its last run goes on; waits a moment for that."""
        try:
            if not self._is_idle:
                self._await("idle", IDLE_LIMIT_S)
                self._is_idle = True
        except HostLost:
            return False
        return self.ended_by() is None and self._process.returncode is None

    def begin(self) -> Start:
        """Take the time: whatever the process does from now on is for the run."""
        self._is_idle = False
        self._start = Start(self.pid, processor_ns(self.pid), time.monotonic_ns())
        return self._start

    def request(self, descriptors: Sequence[int], longest_ms: int) -> None:
        """Put an end to what it may use of the processor, should the executor be kept from ending it."""
        assert not descriptors and self._start is not None
        seconds = (self._start.cpu_ns + longest_ms * 1_000_000) // 1_000_000_000 + 1
        try:
            hard = resource.prlimit(self.pid, resource.RLIMIT_CPU)[1]
            resource.prlimit(self.pid, resource.RLIMIT_CPU, (seconds, hard))
        except PermissionError:
            # It is another user's now, as where the executor is root; its longest time is set already.
            return
        except (OSError, ValueError):
            raise HostLost(self.describe_end()) from None

    def read_lines(self) -> list[str]:
        """Return how the run ended, in one line: by its own word, or with the process."""
        now_ns = time.monotonic_ns()
        if not self._receive():
            return [self._end_of_process()]
        for line in self._said:
            word, _, status = line.partition(" ")
            if word == "ended" and status.isdecimal():
                self._said.remove(line)
                peak_kb, present_kb = memory_of(self.pid, "VmHWM", "VmRSS")
                # Else it was an earlier run that needed so much.
                own_kb = peak_kb if peak_kb > self._peak_before_kb else present_kb
                self._peak_before_kb = peak_kb
                return [_end_line((int(status) & 0xFF) << 8, processor_ns(self.pid), own_kb, now_ns)]
        return []

    def _end_of_process(self) -> str:
        self._is_idle = False
        # It may have closed its socket, and go on.
        self._kill()
        _, status, usage = os.wait4(self.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        cpu_ns = int((usage.ru_utime + usage.ru_stime) * 1e9)
        # To exit is none of the runner's ways to end a run.
        return _end_line(status or 1 << 8, cpu_ns, usage.ru_maxrss, time.monotonic_ns())

    def ended_by(self) -> int | None:
        """Return the signal that killed it; None when it lives, or exited by itself."""
        code = self._process.poll()
        return -code if code is not None and code < 0 else None

    def describe_end(self) -> str:
        """Say what became of it."""
        number = self.ended_by()
        how = f"was ended by signal {number}" if number else f"ended with {self._process.returncode}"
        return f"the Node process {how}"

    def tampering(self) -> str | None:
        """Nothing: its keeper, whose the program's file is, looks at that."""
        return None

    def dismiss(self) -> None:
        """End it, whatever it does."""
        if self._process.returncode is None:
            self._kill()
            self._process.wait()
        self.control.close()
        self._ends.close()

    def _kill(self) -> None:
        for kill in (os.killpg, os.kill):
            try:
                kill(self.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue

    def _await(self, word: str, limit_s: float) -> str:
        deadline = time.monotonic() + limit_s
        while True:
            for line in self._said:
                if line.partition(" ")[0] == word:
                    self._said.remove(line)
                    return line
            poll = select.poll()
            poll.register(self.control, select.POLLIN)
            if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
                raise HostLost(f"the Node process does not say: {word}")
            if not self._receive():
                self._process.wait()
                raise HostLost(self.describe_end())

    def _receive(self) -> bool:
        try:
            data = self.control.recv(4096)
        except OSError:
            data = b""
        *lines, self._partial_line = (self._partial_line + data)[-4096:].split(b"\n")
        self._said += [line.decode("ascii", "replace") for line in lines]
        # Whoever says more than a run has to say is no runner.
        return bool(data) and len(self._said) < 16


def _end_line(status: int, cpu_ns: int, peak_kb: int, at_ns: int) -> str:
    return f"end {status} {cpu_ns // 1000} {peak_kb} {at_ns} 0 0 1"


def _users_of(pid: int) -> set[int]:
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
            return {int(word) for line in status if line.startswith("Uid:") for word in line.split()[1:]}
    except OSError:
        return set()
