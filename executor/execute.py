"""Runs one case: chooses a zygote, has the run watched, and words what was seen as an output.

It does not know events, batches or Lambda.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Mapping

import frame
from audit import Audit
from capture import decode
from execution import Execution, Surprise, executor_error, output
from figures import End
from languages import PYTHON
from outcome import Facts, judge
from python_host import HostLost, PythonHost
from shield import ProofFailed, ways_into
from supervise import NotStarted, Run
from wording import fault_line, stderr_with

# Above people's users and below the ones that systems hand out.
_OWN_USER_BASE = 40_000


def case_user_id() -> int:
    """User and group that cases run as.

    Root gives them a user that no other program has, nor another executor's cases: whatever a
    case can reach, or leaves, is then its own. Anybody else can only be who they are.
    """
    return _OWN_USER_BASE + os.getpid() % 20_000 if os.geteuid() == 0 else os.geteuid()


class Executor:
    """Runs cases on a warm interpreter, which it replaces whenever that one is in doubt."""

    def __init__(
        self, runner: str, environment: Mapping[str, str], audit: Audit, zygote: PythonHost | None = None
    ) -> None:
        """Run cases with the runner in that folder, on ``zygote`` as long as it lasts."""
        self.runner = runner
        self._environment = environment
        self._audit = audit
        self._zygote = zygote
        self._proven: PythonHost | None = None

    def warm_up(self) -> PythonHost:
        """Return the zygote, started if there is none; it may not be warm yet."""
        if self._zygote is None:
            self._zygote = PythonHost(self.runner, self._environment)
        return self._zygote

    def get_ready(self) -> None:
        """Do what the first case would wait for; whatever fails is found again, and told, by a case."""
        try:
            self._opening_of(self.warm_up())
            self.warm_up().await_warm()
        except HostLost:
            return

    def close(self) -> None:
        """End the zygote."""
        if self._zygote is not None:
            self._zygote.dismiss()
            self._zygote = None

    def _opening_of(self, zygote: PythonHost) -> str | None:
        """Say how a case could get into the zygote; tried once for each, where the system has such ways."""
        if zygote is self._proven or sys.platform != "linux":
            return None
        try:
            ways = ways_into(zygote.pid, case_user_id())
        except ProofFailed as failure:
            raise HostLost(f"whether the zygote can be read was not found out: {failure}") from None
        if ways:
            return f"the zygote can be reached by {', '.join(ways)}"
        self._proven = zygote
        return None

    def _look_around(self) -> str | None:
        try:
            return self._audit.surprise()
        except OSError as error:
            return f"the surroundings cannot be looked at: {error}"

    def tidy(self) -> None:
        """Clean up thoroughly after a surprise; for when the answer is out already."""
        self._audit.tidy()

    def run(self, code: str, input_text: str, timeout_ms: int) -> Execution:
        """Run ``code`` on one input; a zygote that fails before the solution starts is tried anew, once."""
        failure = ""
        for _ in range(2):
            try:
                return self._run_once(code, input_text, timeout_ms)
            except (NotStarted, HostLost) as lost:
                failure = str(lost)
                self.close()
        return Execution(
            executor_error(f"The executor could not start the code: {failure}"), 0, Surprise("executor", failure)
        )

    def _run_once(self, code: str, input_text: str, timeout_ms: int) -> Execution:
        """Run it on this zygote.

        Raises:
            NotStarted: the run ended before the solution started, for reasons that are not in its source.
        """
        zygote = self.warm_up()
        opening = self._opening_of(zygote)
        if opening is not None:
            sentence = f"The code was not run, the jail did not close: {opening}"
            return Execution(executor_error(sentence), 0, Surprise("open-jail", opening))
        zygote.await_warm()
        self._audit.begin(os.getpid(), zygote.pid)
        nonce = os.urandom(16).hex()
        run = Run(zygote, _job(code, input_text, timeout_ms, nonce), timeout_ms)
        run.watch()
        if run.end is not None:
            execution = _execution(run, run.end, nonce, timeout_ms)
        else:
            execution = _execution_of_attack(run, zygote.ended_by(), nonce, timeout_ms)
            self.close()
        refusal = f"the jail did not close: {run.refusal}" if run.refusal else None
        found = (run.lost, refusal, _leftover(run.end), zygote.tampering(), self._look_around())
        cause = "; ".join(filter(None, found))
        if not cause:
            return execution
        self.close()
        return execution._replace(surprise=Surprise("open-jail" if refusal else "case", cause))


def _job(code: str, input_text: str, timeout_ms: int, nonce: str) -> bytes:
    job = {
        "code": code,
        "nonce": nonce,
        "timeoutMs": timeout_ms,
        "memoryBytes": PYTHON.memory_bytes,
        "userId": case_user_id(),
    }
    # The input follows as it is: it may be megabytes, which need not be quoted and unquoted.
    return f"{json.dumps(job)}\n{input_text}".encode("ascii")


def _execution_of_attack(run: Run, number: int | None, nonce: str, timeout_ms: int) -> Execution:
    """A zygote was lost while the solution ran.

    Nothing else of the executor's runs then, and the zygote does nothing but wait: whatever became
    of it was the solution's doing, and is told as the solution's own end. Where no signal of it is
    known, the one that ended the solution is told, which was ours.
    """
    cpu_ns = run.start.cpu_ns if run.start else 0
    end = End(-(number or signal.SIGKILL), cpu_ns, 0, time.monotonic_ns(), False)
    return _execution(run, end, nonce, timeout_ms, is_attack=True)


def _is_late(run: Run, end: End, timeout_ms: int) -> bool:
    """Whether the run outlived its limit, though this process was kept from noticing."""
    return run.start is not None and end.at_ns - run.start.at_ns >= timeout_ms * 1_000_000


def _leftover(end: End | None) -> str | None:
    if end is not None and end.has_left_children:
        return "the run left processes behind"
    if end is not None and end.was_overdue:
        return "the executor was kept from ending the run"
    return None


def _execution(run: Run, end: End, nonce: str, timeout_ms: int, is_attack: bool = False) -> Execution:
    if run.refusal is not None:
        return Execution(executor_error(f"The code was not run, the jail did not close: {run.refusal}"), 0)
    started, pipes = run.start, run.pipes
    if started is None and end.was_overdue:
        # Its preparation is bounded: this is no fault of the source.
        raise NotStarted("the run was not started in time")
    cpu_ms = (end.cpu_ns - started.cpu_ns) / 1e6 if started else 0
    report = frame.read(pipes.channel.kept.partition(b"\n")[2], nonce, pipes.channel.is_truncated)
    outcome = judge(
        Facts(
            status=end.status,
            has_started=started is not None,
            report=report.report,
            fault_reason=report.reason,
            wall_expired=run.wall_expired or _is_late(run, end, timeout_ms),
            flooded=run.flooded,
            cpu_expired=cpu_ms >= timeout_ms,
            near_memory_limit=end.peak_memory_kb * 1024 > PYTHON.memory_bytes * 3 // 4,
        )
    )
    if outcome.reason == "EXECUTOR_ERROR":
        failure = f"it ended with {end.status} before the code started"
        return Execution(executor_error(f"The run failed: {failure}"), 0, Surprise("executor", failure))
    stderr, stderr_truncated = stderr_with(fault_line(outcome, report, timeout_ms, is_attack), pipes.stderr)
    return Execution(
        output(
            stdout=decode(pipes.stdout.kept, pipes.stdout.is_truncated),
            stderr=stderr,
            returnValue=report.value if outcome.is_successful else None,
            exitCode=outcome.exit_code,
            executionTimeMs=round((end.at_ns - started.at_ns) / 1e6) if started else 0,
            timedOut=outcome.timed_out,
            isSuccessful=outcome.is_successful,
            reason=outcome.reason,
            signal=outcome.signal,
            cpuTimeMs=max(0, round(cpu_ms)),
            peakMemoryKb=end.peak_memory_kb,
            stdoutTruncated=pipes.stdout.is_truncated,
            stderrTruncated=stderr_truncated,
        ),
        len(pipes.channel.kept),
    )
