"""Watches one run from its request to its end: reads, counts, times, kills.

Every wait is one ``poll`` against a monotonic deadline that is set for this run alone,
so that time for which the whole machine was frozen between runs counts for none. Limits go
by what the kernel says that the run has used: it is looked at when a limit could first be used
up, then when the rest of it could be, and so on. It does not know what the bytes mean, except
for the line that says when the run started.
"""

import math
import os
import select
import signal
import time

from clocks import processor_ns, waited_ns
from figures import End, Implausible, Start, check_end, read_end, read_start
from host import Host
from host_lost import HostLost
from languages import PYTHON, Language
from limits import Limits, Use
from run_pipes import RunPipes

# From the request to the line that says the solution may start, on a whole processor. What is done
# then is bounded by the processor time it takes: this only ends a wait for a host that is no good.
SETUP_LIMIT_NS = 10_000_000_000
# A run that lasts is looked at once this early, to know what it had waited for before it started.
FIRST_LOOK_NS = 20_000_000
# From the soft signal, on which a run writes out what it printed, to the kill.
FLUSH_NS = 50_000_000
# From the kill to the news of the death.
REAP_LIMIT_NS = 500_000_000
# The runner's second line.
_COMPILED = b"compiled\n"


class NotStarted(Exception):
    """The host failed before the solution could start: the run may be tried again."""


class Run:
    """One run. After ``watch``: ``pipes`` hold what it wrote, ``start`` and ``end`` how it went."""

    def __init__(
        self,
        host: Host,
        job: bytes,
        limits: Limits,
        processor_share: float = 1.0,
        latest_ns: float = math.inf,
        is_program: bool = False,
        language: Language = PYTHON,
    ) -> None:
        """Prepare a run of ``job`` on the host, ended after ``latest_ns``; nothing starts before ``watch``."""
        self._host = host
        self.language = language
        self.limits = limits
        self._setup_limit_ns = int(SETUP_LIMIT_NS / processor_share)
        self._latest_ns = latest_ns
        self.is_program = is_program
        self.pipes = RunPipes(job, is_program, host.kept_pipes)
        self.start: Start | None = None
        self._tells_start = True
        self.end: End | None = None
        self.refusal: str | None = None
        # Why there is no ``end`` though there was a start.
        self.lost: str | None = None
        # The limit that it was ended for: CPU_LIMIT or WALL_LIMIT.
        self.expired: str | None = None
        # Whether that was only because there was no more time, and none of its own limits used up.
        self.was_cut_off = False
        self.flooded = False
        self._asked_ns = 0
        self._deadline_ns: float = 0
        self._waited_before_ns: int | None = None
        self._next_step = self._give_up

    def watch(self) -> None:
        """Run to the end.

        Raises:
            NotStarted: the solution has not run, and not through any fault of its own.
        """
        try:
            longest_ms = (self._setup_limit_ns + self.limits.longest_ns + REAP_LIMIT_NS) // 1_000_000
            self.start = self._host.begin()
            self._tells_start = self.start is None
            self.pipes.feed()
            self._asked_ns = time.monotonic_ns()
            self._host.request(self.pipes.theirs, longest_ms)
            self.pipes.hand_over()
            self._deadline_ns = time.monotonic_ns() + self._setup_limit_ns
            self._expect_end()
            while self.end is None:
                self._step()
            self.pipes.drain()
            # What a run writes last may be read only after its end.
            self.flooded = self.flooded or self.pipes.is_flooded
            self._read_first_line()
            self._check_end(self.end)
        except (HostLost, Implausible) as lost:
            self.pipes.drain()
            if isinstance(lost, HostLost):
                self._read_first_line()
            if self.start is None:
                raise NotStarted(str(lost)) from None
            self.end, self.lost = None, str(lost)
            self._kill(signal.SIGKILL)
            self._await_silence()
        except OSError as error:
            if self.start is None:
                raise NotStarted(str(error)) from None
            # The solution took from this process the right to wait, or to have anything open.
            self.end, self.lost = None, f"the executor was kept from watching the run: {error}"
            self._kill(signal.SIGKILL)
        finally:
            self.pipes.close()

    @property
    def report(self) -> bytes:
        """What it told of its end, or whatever else it wrote in its place."""
        return self._told.removeprefix(_COMPILED)

    @property
    def has_compiled(self) -> bool:
        """Whether the solution may have run: that its source does not compile is then its own tale."""
        return self._told.startswith(_COMPILED)

    @property
    def _told(self) -> bytes:
        kept = self.pipes.channel.kept
        return kept.partition(b"\n")[2] if self._tells_start else kept

    def _step(self) -> None:
        poll = select.poll()
        for descriptor in self.pipes.readable:
            poll.register(descriptor, select.POLLIN)
        poll.register(self._host.control, select.POLLIN)
        if self.pipes.job_end is not None:
            poll.register(self.pipes.job_end, select.POLLOUT)
        left_ns = self._deadline_ns - time.monotonic_ns()
        ready = [descriptor for descriptor, _ in poll.poll(max(0, math.ceil(left_ns / 1_000_000)))]
        for descriptor in ready:
            if descriptor == self._host.control.fileno():
                self._read_end()
            elif descriptor == self.pipes.job_end:
                self.pipes.feed()
            else:
                self.pipes.read(descriptor)
        if self.start is None:
            self._read_first_line()
        if self.end is not None:
            return
        if self.pipes.is_flooded and not self.flooded:
            self.flooded = True
            self._kill_for_good()
        elif time.monotonic_ns() >= self._deadline_ns:
            self._next_step()

    def _read_end(self) -> None:
        for line in self._host.read_lines():
            self.end = read_end(line)

    def _read_first_line(self) -> None:
        """Read the line that the runner writes before any of the solution's code runs."""
        line, newline, _ = self.pipes.channel.kept.partition(b"\n")
        if self.start is not None or self.refusal is not None or not newline:
            return
        word, _, rest = line.partition(b" ")
        if word != b"ready":
            self.refusal = rest.decode("utf-8", "replace")
            return
        self.start = read_start(rest, self._asked_ns, time.monotonic_ns())
        self._expect_end()

    def _expect_end(self) -> None:
        if self.start is not None:
            self._deadline_ns = self.start.at_ns + min(self.limits.soonest_ns(Use(0)), FIRST_LOOK_NS)
            self._next_step = self._look

    def _check_end(self, end: End) -> None:
        check_end(end, self.start, self._asked_ns, time.monotonic_ns(), self.language.memory_bytes)

    def _look(self) -> None:
        now_ns = time.monotonic_ns()
        use = self._use(now_ns)
        self.expired = self.limits.expired(use)
        if self.expired is None and now_ns >= self._latest_ns:
            self.expired, self.was_cut_off = "WALL_LIMIT", True
        if self.expired:
            self._terminate()
        else:
            self._deadline_ns = min(now_ns + self.limits.soonest_ns(use), self._latest_ns)

    def _use(self, now_ns: int) -> Use:
        assert self.start is not None
        pid, wall_ns, waited = self.start.pid, now_ns - self.start.at_ns, waited_ns(self.start.pid)
        if self._waited_before_ns is None:
            # What it had waited for until now may be from before its start, or else be all of its time.
            self._waited_before_ns = max(0, waited - wall_ns)
        return Use(wall_ns, processor_ns(pid) - self.start.cpu_ns, max(0, waited - self._waited_before_ns))

    def _terminate(self) -> None:
        if self._host.flush_signal is None:
            self._kill_for_good()
            return
        self._kill(self._host.flush_signal)
        self._deadline_ns = time.monotonic_ns() + FLUSH_NS
        self._next_step = self._kill_for_good

    def _await_silence(self) -> None:
        """Wait until a killed run, whose end nobody reports, has let go of its pipes."""
        deadline_ns = time.monotonic_ns() + REAP_LIMIT_NS
        while self.pipes.readable and time.monotonic_ns() < deadline_ns:
            poll = select.poll()
            for descriptor in self.pipes.readable:
                poll.register(descriptor, select.POLLIN)
            for descriptor, _ in poll.poll(REAP_LIMIT_NS // 1_000_000):
                self.pipes.read(descriptor)

    def _kill_for_good(self) -> None:
        self._kill(signal.SIGKILL)
        self._deadline_ns = time.monotonic_ns() + REAP_LIMIT_NS
        self._next_step = self._give_up

    def _give_up(self) -> None:
        raise HostLost("what runs the code does not answer")

    def _kill(self, number: int) -> None:
        if self.start is None:
            return
        for kill in (os.killpg, os.kill):
            try:
                kill(self.start.pid, number)
            except (ProcessLookupError, PermissionError):
                continue
