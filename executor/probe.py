"""A self-test for the place where it runs: which layers of the jail hold here.

``handler`` is a second entry for a deployed function; run as a program, it prints the same
as one line of JSON. What holds around JavaScript is reported by itself, where there is a Node to
run it. It does not know what is expected of the place: it reports, and says in plain words what
is missing.
"""

import json
import os
import platform
import re
import signal
import sys
from typing import Any

import lambda_function
from clocks import SEES_WAITS
from execute import case_user_id
from languages import JAVASCRIPT
from shield import NOT_IGNORED, ProofFailed, ignore_signals, ignored_signals, ways_into

# What no resource limit can stop: it needs a user of the case's own. Where the case has
# the executor's user, such things are found and cleaned up after it, or end the environment.
_NEED_OWN_USER = {
    "signals": "code can signal the processes that run it",
    "limitsOfOthers": "code can change limits of the processes that run it",
    "names": "code can make, rename and remove names wherever the user it runs as can",
}
_NEEDED = {
    "files": "code can open files",
    "network": "code can reach the network",
    "localSockets": "code can make sockets",
    "processes": "code can start processes",
    "threads": "code can start threads",
    "memory": "code can use more memory than its limit",
    "nativeCode": "code can call native libraries",
    "environment": "code can see the function's environment",
    "hiddenMemory": "the executor's memory is not hidden from its own user's processes",
    "deafHandler": "code can end the executor by a signal that could be ignored",
    "hiddenZygote": "the memory of the process that cases are forked from is not hidden from its user's processes",
}


def layers() -> dict[str, Any]:
    """Run the probe through the executor and report what holds."""
    with open(os.path.join(lambda_function.executor.runner, "probe_solution.py"), encoding="utf-8") as file:
        source = file.read()
    execution = lambda_function.executor.run(source, "null", 5000)
    held = execution.output["returnValue"] or {}
    held["hiddenMemory"] = _is_shut(os.getpid())
    held["hiddenZygote"] = _is_shut(lambda_function.executor.warm_up().pid)
    held["deafHandler"] = ignored_signals() >= signal.valid_signals() - NOT_IGNORED
    missing = [words for name, words in {**_NEEDED, **_NEED_OWN_USER}.items() if not held.get(name)]
    return {
        "platform": platform.platform(),
        "python": platform.python_version(),
        "isJailed": bool(execution.output["isSuccessful"]) and all(held.get(name) for name in _NEEDED),
        "layers": held,
        "missing": missing,
        "cleanedUp": execution.surprise and execution.surprise.cause,
        "error": execution.output["error"] or execution.output["stderr"] or None,
    }


_NEEDED_AROUND_NODE = {
    "files": "JavaScript can open files",
    "fileSize": "JavaScript can write files",
    "processes": "JavaScript can start processes and threads",
    "memory": "JavaScript can use more memory than its limit",
    "hiddenNode": "the memory of the process that runs JavaScript is not hidden from its user's processes",
}
_ALLOCATE = """
function solution(bytes) {
  try {
    return new Uint8Array(bytes).fill(1).length === 0;
  } catch {
    return true;
  }
}
"""


def layers_around_node() -> dict[str, Any] | None:
    """Report the same of the process that runs JavaScript; None where none was brought along."""
    executor = lambda_function.executor
    if JAVASCRIPT not in lambda_function.languages:
        return None
    failed = executor.await_warm(JAVASCRIPT)
    pid = None if failed else executor.node_pid
    limits = _limits_of(pid)
    held = {
        "files": limits.get("Max open files") == "0",
        "fileSize": limits.get("Max file size") == "0",
        "processes": limits.get("Max processes") == "0",
        "memory": limits.get("Max data size", "unlimited") != "unlimited",
        "hiddenNode": pid is not None and _is_shut(pid),
    }
    output = failed.output if failed else executor.run(_ALLOCATE, str(1 << 29), 5000, language=JAVASCRIPT).output
    held["memory"] = held["memory"] and output["returnValue"] is True
    executor.end_invocation()
    return {
        "isJailed": all(held.values()),
        "layers": held,
        "missing": [words for name, words in _NEEDED_AROUND_NODE.items() if not held[name]],
        "error": output["error"] or output["stderr"] or None,
    }


def _limits_of(pid: int | None) -> dict[str, str]:
    """The hard limits of a process, by the kernel's names for them."""
    try:
        with open(f"/proc/{pid}/limits", encoding="ascii") as limits:
            # Names have blanks in them, but no two in a row.
            return {columns[0]: columns[2] for columns in (re.split(r"\s{2,}", line) for line in limits)}
    except OSError:
        return {}


_COMPUTE = """
import time
def solution(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
"""


def clocks() -> dict[str, Any]:
    """Compute for a while and report what limits of time are worth here.

    Where the two shares differ much though nothing else runs, time that the machine beneath takes away
    counts as the code's own, and a time limit lets through less.
    """
    output = lambda_function.executor.run(_COMPUTE, "0.2", 5000).output
    measured = output["cpuTimeMs"] / output["executionTimeMs"] if output["executionTimeMs"] else 0
    return {
        "processorShare": round(lambda_function.executor.processor_share, 3),
        "measuredShare": round(measured, 3),
        "seesWaits": SEES_WAITS,
    }


def _is_shut(pid: int) -> bool:
    try:
        return not ways_into(pid, case_user_id())
    except ProofFailed:
        return False


def handler(_event: Any, _context: Any) -> dict[str, Any]:
    """Report the layers and the clocks of a deployed function."""
    return {**layers(), "javascript": layers_around_node(), "clocks": clocks()}


if __name__ == "__main__":
    # As the handler does where there is a Runtime API.
    ignore_signals()
    print(json.dumps(handler(None, None)))
    lambda_function.executor.close()
    sys.exit(0)
