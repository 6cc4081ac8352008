"""The shape of what a case's run amounts to, as the contract has it.

Pure. It does not know how a case is run, nor who reads the output.
"""

import json
from typing import Any, Literal, NamedTuple


class Surprise(NamedTuple):
    """Why an environment cannot be trusted with another case."""

    # What metrics count it as; ``cause`` is for people.
    kind: Literal["open-jail", "case", "executor"]
    cause: str


class Execution(NamedTuple):
    """One output, the size of its return value on the wire at most, and what about the run was no honest end."""

    output: dict[str, Any]
    value_bytes: int
    surprise: Surprise | None = None
    # Every other input would meet the same: nothing but the source had been looked at when it failed.
    is_sources_fault: bool = False
    # It ended with the time of the function, not by a limit of its own.
    was_cut_off: bool = False

    def for_another_input(self) -> "Execution":
        """What becomes of a further input of a source that cannot be used, without running it."""
        return self._replace(output={**self.output, "executionTimeMs": 0, "cpuTimeMs": 0, "peakMemoryKb": 0})


def output(**fields: Any) -> dict[str, Any]:
    """One output of the contract: neutral values, and ``fields`` in their place."""
    neutral: dict[str, Any] = {
        "stdout": "",
        "stderr": "",
        "returnValue": None,
        "exitCode": -1,
        "executionTimeMs": 0,
        "timedOut": False,
        "error": None,
        "isSuccessful": False,
        "reason": None,
        "signal": None,
        "cpuTimeMs": 0,
        "peakMemoryKb": 0,
        "stdoutTruncated": False,
        "stderrTruncated": False,
    }
    assert fields.keys() <= neutral.keys()
    return {**neutral, **fields}


def executor_error(sentence: str) -> dict[str, Any]:
    """The output for a case that the executor itself failed to run."""
    return output(error=sentence, reason="EXECUTOR_ERROR")


def size_at_most(execution: Execution) -> int:
    """Bytes of JSON that the output cannot exceed."""
    printed = (execution.output["stdout"], execution.output["stderr"])
    return 1024 + sum(map(text_bytes, printed)) + execution.value_bytes


def text_bytes(text: str) -> int:
    """Bytes of ``text`` as JSON: a control character takes six."""
    return len(json.dumps(text))
