"""Runs one case: chooses a zygote, has the run watched, and looks around afterwards.

It does not know events, batches or Lambda.
"""

import json
import math
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

import frame
from audit import Audit
from calling import Calling
from clocks import SEES_WAITS
from execution import Execution, Surprise, executor_error
from languages import PYTHON
from limits import Limits, limits_of
from python_host import HostLost, PythonHost
from run_execution import execution_of_attack, execution_of_run, leftover
from shield import ProofFailed, ways_into
from supervise import NotStarted, Run

# Above people's users and below the ones that systems hand out.
_OWN_USER_BASE = 40_000
_AS_EVER = Calling()
# The same that the guard of wall time allows.
WAIT_MS = 250


def case_user_id() -> int:
    """User and group that cases run as.

    Root gives them a user that no other program has, nor another executor's cases: whatever a
    case can reach, or leaves, is then its own. Anybody else can only be who they are.
    """
    return _OWN_USER_BASE + os.getpid() % 20_000 if os.geteuid() == 0 else os.geteuid()


class Executor:
    """Runs cases on a warm interpreter, which it replaces whenever that one is in doubt."""

    def __init__(
        self,
        runner: str,
        environment: Mapping[str, str],
        audit: Audit,
        zygote: PythonHost | None = None,
        processor_share: float = 1.0,
    ) -> None:
        """Run cases with the runner in that folder, on ``zygote`` as long as it lasts."""
        self.runner = runner
        self.processor_share = processor_share
        self._environment = environment
        self._audit = audit
        self._zygote = zygote
        self._proven: PythonHost | None = None
        # The last code that imported what nobody could foresee.
        self._late_importer: str | None = None

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

    def await_warm(self) -> Execution | None:
        """Wait until a case would find a warm interpreter; return what to answer where there is none."""
        return self._try_twice(self._await_warm_once)

    def run(
        self,
        code: str,
        input_text: str,
        timeout_ms: int,
        latest_ns: float = math.inf,
        calling: Calling = _AS_EVER,
    ) -> Execution:
        """Run ``code`` on one input, for as long as its limits allow and until ``latest_ns`` at most."""
        execution = self._try_twice(lambda: self._run_once(code, input_text, timeout_ms, latest_ns, calling))
        assert execution is not None
        return execution

    def _try_twice(self, action: Callable[[], Execution | None]) -> Execution | None:
        """Try anew, once, with another zygote where one fails before a solution starts."""
        failure = ""
        for _ in range(2):
            try:
                return action()
            except (NotStarted, HostLost) as lost:
                failure = str(lost)
                self.close()
        return Execution(
            executor_error(f"The executor could not start the code: {failure}"), 0, Surprise("executor", failure)
        )

    def _await_warm_once(self) -> Execution | None:
        zygote = self.warm_up()
        opening = self._opening_of(zygote)
        if opening is not None:
            sentence = f"The code was not run, the jail did not close: {opening}"
            return Execution(executor_error(sentence), 0, Surprise("open-jail", opening))
        zygote.await_warm()
        return None

    def _run_once(self, code: str, input_text: str, timeout_ms: int, latest_ns: float, calling: Calling) -> Execution:
        """Run it on this zygote.

        Raises:
            NotStarted: the run ended before the solution started, for reasons that are not in its source.
        """
        unready = self._await_warm_once()
        if unready is not None:
            return unready
        zygote = self.warm_up()
        self._audit.begin(os.getpid(), zygote.pid)
        nonce = os.urandom(16).hex()
        has_whole_library = code == self._late_importer
        limits = limits_of(timeout_ms, self.processor_share, SEES_WAITS)
        run = Run(
            zygote,
            _job(code, input_text, timeout_ms, limits, latest_ns, nonce, has_whole_library, calling),
            limits,
            self.processor_share,
            latest_ns,
            calling.is_program,
        )
        run.watch()
        if run.end is not None:
            execution = execution_of_run(run, run.end, nonce, timeout_ms)
        else:
            execution = execution_of_attack(run, zygote.ended_by(), nonce, timeout_ms)
            self.close()
        refusal = f"the jail did not close: {run.refusal}" if run.refusal else None
        found = (run.lost, refusal, leftover(run.end), zygote.tampering(), self._look_around())
        cause = "; ".join(filter(None, found))
        if not cause and not has_whole_library and _asks_for_library(run, nonce, timeout_ms):
            self._late_importer = code
            return self._run_once(code, input_text, timeout_ms, latest_ns, calling)
        if not cause:
            return execution
        self.close()
        return execution._replace(surprise=Surprise("open-jail" if refusal else "case", cause))


def _asks_for_library(run: Run, nonce: str, timeout_ms: int) -> bool:
    """Whether the run is to be begun anew; what comes late in its time does not count, so that two are no longer."""
    if run.start is None or run.end is None:
        return False
    # It asks no later than by half of its time; then it may have waited for a processor to end on.
    if run.end.at_ns - run.start.at_ns > (timeout_ms * 3 // 4 + WAIT_MS) * 1_000_000:
        return False
    return frame.asks_for_library(run.report, nonce)


def _job(
    code: str,
    input_text: str,
    timeout_ms: int,
    limits: Limits,
    latest_ns: float,
    nonce: str,
    has_whole_library: bool,
    calling: Calling = _AS_EVER,
) -> bytes:
    job: dict[str, Any] = {
        "code": code,
        "nonce": nonce,
        "timeoutMs": timeout_ms,
        "longestMs": limits.longest_ns // 1_000_000,
        "latestNs": latest_ns,
        "hasWholeLibrary": has_whole_library,
        "memoryBytes": PYTHON.memory_bytes,
        "userId": case_user_id(),
    }
    if calling != _AS_EVER:
        job["calling"] = list(calling)
    # The input follows as it is: it may be megabytes, which need not be quoted and unquoted.
    return f"{json.dumps(job)}\n{input_text}".encode("ascii")
