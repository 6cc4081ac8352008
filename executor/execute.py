"""Runs one case: chooses a zygote, has the run watched, and looks around afterwards.

It does not know events, batches or Lambda.
"""

import contextlib
import math
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import frame
from audit import Audit
from calling import Calling
from clocks import SEES_WAITS
from execution import Execution, Surprise, executor_error
from host import Host
from host_lost import HostLost, JailOpen
from job import Work, job_of
from languages import JAVASCRIPT, PYTHON, Language
from limits import limits_of
from python_host import PythonHost
from run_execution import execution_of_attack, execution_of_run, leftover
from shield import ProofFailed, ways_into
from supervise import NotStarted, Run

if TYPE_CHECKING:
    from node_processes import NodeProcesses

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
        node_processes: "Callable[[int], NodeProcesses] | None" = None,
    ) -> None:
        """Run cases with the runner in that folder, on ``zygote`` as long as it lasts.

        ``node_processes`` makes those for JavaScript, which run as the user it is given, once there is any.
        """
        self.runner = runner
        self.processor_share = processor_share
        self._environment = environment
        self._audit = audit
        self._zygote = zygote
        self._proven: PythonHost | None = None
        # The last code that imported what nobody could foresee.
        self._late_importer: str | None = None
        self._make_node_processes = node_processes
        self._node: NodeProcesses | None = None
        self._hosts: dict[Language, Callable[[], Host]] = {PYTHON: self._python_host, JAVASCRIPT: self._node_host}

    def warm_up(self) -> PythonHost:
        """Return the zygote, started if there is none; it may not be warm yet."""
        if self._zygote is None:
            self._zygote = PythonHost(self.runner, self._environment)
        return self._zygote

    def get_ready(self, language: Language = PYTHON) -> None:
        """Do what the first case would wait for; whatever fails is found again, and told, by a case."""
        with contextlib.suppress(HostLost, JailOpen):
            self._hosts[language]()

    def end_invocation(self) -> Surprise | None:
        """End what served this invocation alone, and look for what it left."""
        if self._node is None or not self._node.end_invocation():
            return None
        found = self._look_around()
        return Surprise("case", found) if found else None

    def _python_host(self) -> Host:
        """Return what the next run in Python is begun on, warm.

        Raises:
            HostLost: there is none.
            JailOpen: it must not be given a run.
        """
        zygote = self.warm_up()
        opening = self._opening_of(zygote)
        if opening is not None:
            raise JailOpen(opening)
        zygote.await_warm()
        return zygote

    def _node_host(self) -> Host:
        """Return the same for JavaScript, and raise the same."""
        if self._node is None:
            assert self._make_node_processes is not None
            self._node = self._make_node_processes(case_user_id())
        return self._node.warm()

    @property
    def node_pid(self) -> int | None:
        """Process id of what runs JavaScript in this invocation, for who looks at it from outside."""
        return self._node and self._node.pid

    def close(self) -> None:
        """End the zygote, and whatever else is warm."""
        if self._node is not None:
            self._node.close()
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

    def _waiting_processes(self) -> list[int]:
        """Those that a case could reach, and that cases of others will come to."""
        zygotes = [] if self._zygote is None else [self._zygote.pid]
        return zygotes + ([] if self._node is None else self._node.waiting)

    def _tampering(self, host: Host) -> str | None:
        return host.tampering() or (self._node and self._node.tampering())

    def tidy(self) -> None:
        """Clean up thoroughly after a surprise; for when the answer is out already."""
        self._audit.tidy()

    def await_warm(self, language: Language = PYTHON) -> Execution | None:
        """Wait until a case would find a warm interpreter; return what to answer where there is none."""
        return self._try_twice(lambda: self._await_warm_once(language))

    def run(
        self,
        code: str,
        input_text: str,
        timeout_ms: int,
        latest_ns: float = math.inf,
        calling: Calling = _AS_EVER,
        language: Language = PYTHON,
    ) -> Execution:
        """Run ``code`` on one input, for as long as its limits allow and until ``latest_ns`` at most."""
        execution = self._try_twice(lambda: self._run_once(code, input_text, timeout_ms, latest_ns, calling, language))
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

    def _await_warm_once(self, language: Language) -> Execution | None:
        try:
            self._hosts[language]()
        except JailOpen as opening:
            sentence = f"The code was not run, the jail did not close: {opening}"
            return Execution(executor_error(sentence), 0, Surprise("open-jail", str(opening)))
        return None

    def _run_once(
        self, code: str, input_text: str, timeout_ms: int, latest_ns: float, calling: Calling, language: Language
    ) -> Execution:
        """Run it on this zygote.

        Raises:
            NotStarted: the run ended before the solution started, for reasons that are not in its source.
        """
        unready = self._await_warm_once(language)
        if unready is not None:
            return unready
        host = self._hosts[language]()
        self._audit.begin(os.getpid(), *self._waiting_processes())
        nonce = os.urandom(16).hex()
        has_whole_library = code == self._late_importer
        limits = limits_of(timeout_ms, self.processor_share, SEES_WAITS)
        work = Work(
            *(code, input_text, timeout_ms, limits, latest_ns, nonce, has_whole_library, calling, case_user_id())
        )
        run = Run(host, job_of(language, work), limits, self.processor_share, latest_ns, calling.is_program, language)
        run.watch()
        if run.end is not None:
            execution = execution_of_run(run, run.end, nonce, timeout_ms)
        else:
            execution = execution_of_attack(run, host.ended_by(), nonce, timeout_ms)
            self.close()
        refusal = f"the jail did not close: {run.refusal}" if run.refusal else None
        found = (run.lost, refusal, leftover(run.end), self._tampering(host), self._look_around())
        cause = "; ".join(filter(None, found))
        may_ask = language.asks_for_library and not has_whole_library
        if not cause and may_ask and _asks_for_library(run, nonce, timeout_ms):
            self._late_importer = code
            return self._run_once(code, input_text, timeout_ms, latest_ns, calling, language)
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
