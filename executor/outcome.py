"""How a run ended, from what was seen of it: one pure table.

It does not know where the facts come from, nor what a verdict is.
"""

import signal as signals
from enum import Enum
from typing import NamedTuple


class Report(Enum):
    """What came over the result channel."""

    NONE = "nothing, or less than a whole line"
    VALUE = "one whole result"
    FAULT = "one whole fault, which names its reason"
    MALFORMED = "anything else"


# The reasons that a fault line may name.
FAULT_REASONS = frozenset(
    {"EXCEPTION", "COMPILE_ERROR", "NO_ENTRY_FUNCTION", "BAD_RETURN_VALUE", "MEMORY_LIMIT", "NO_RESULT"}
)
# What a failed allocation, or a stack that cannot grow, does to the interpreter.
_CRASHES = frozenset(
    {signals.SIGSEGV, signals.SIGABRT, signals.SIGBUS, signals.SIGTRAP, signals.SIGILL, signals.SIGKILL}
)


class Facts(NamedTuple):
    """What the executor saw of one run."""

    # The wait status in subprocess's convention: an exit code, or minus a signal.
    status: int
    has_started: bool = True
    report: Report = Report.NONE
    fault_reason: str | None = None
    # The time limit that it exceeded, by its reason.
    expired: str | None = None
    flooded: bool = False
    near_memory_limit: bool = False
    past_half_of_memory: bool = False
    # Its language looks for garbage near that limit until the time is up, or dies of a table that it cannot double.
    thrashes: bool = False
    # A program has no result beside what it wrote.
    is_program: bool = False
    # Whether its preparation had come to the input.
    has_read_source: bool = False


class Outcome(NamedTuple):
    """The part of an output that says how the run ended."""

    reason: str | None
    exit_code: int
    signal: str | None
    timed_out: bool

    @property
    def is_successful(self) -> bool:
        """Whether the run ended by itself with a result."""
        return self.reason is None


def judge(facts: Facts) -> Outcome:
    """Name the reason of a run's end; None is success."""
    reason = _reason(facts)
    # An exit code of 0 is success to whoever reads only that.
    exit_code = 1 if reason is not None and facts.status == 0 else facts.status
    return Outcome(reason, exit_code, signal_name(facts.status), reason in ("WALL_LIMIT", "CPU_LIMIT"))


def _reason(facts: Facts) -> str | None:
    if not facts.has_started:
        return _reason_of_failed_preparation(facts)
    if facts.flooded:
        return "OUTPUT_LIMIT"
    if facts.expired:
        return "MEMORY_LIMIT" if facts.thrashes and facts.near_memory_limit else facts.expired
    if facts.status < 0:
        return _reason_of_signal(facts)
    if facts.report is Report.MALFORMED:
        return "BAD_RETURN_VALUE"
    if facts.report is Report.FAULT:
        return facts.fault_reason if facts.fault_reason in FAULT_REASONS else "BAD_RETURN_VALUE"
    if facts.status == 0 and (facts.is_program or facts.report is Report.VALUE):
        return None
    # A result, but not the runner's own way out of it: whoever exits otherwise has not returned.
    return "NO_RESULT"


def _reason_of_failed_preparation(facts: Facts) -> str:
    # Nothing but the source and the input can end a process by a signal then: they are worked on within limits.
    if facts.status >= 0:
        return "EXECUTOR_ERROR"
    if -facts.status == signals.SIGKILL:
        return "MEMORY_LIMIT"
    # Whoever hears of the source's fault does not try it on another input.
    return "EXCEPTION" if facts.has_read_source else "COMPILE_ERROR"


def _reason_of_signal(facts: Facts) -> str:
    is_near = facts.near_memory_limit or (facts.thrashes and facts.past_half_of_memory)
    if is_near and -facts.status in _CRASHES:
        return "MEMORY_LIMIT"
    return "SIGNAL"


def signal_name(status: int) -> str | None:
    """Name of the signal that ended a process, or None; real-time signals are numbered."""
    if status >= 0:
        return None
    try:
        return signals.Signals(-status).name
    except ValueError:
        return f"SIG{-status}"
