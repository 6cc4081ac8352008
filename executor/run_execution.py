"""What became of one run, from its pipes and its figures: an execution.

It does not know how the run was watched, nor whether there is another.
"""

import signal
import time

import frame
from capture import KEPT_BYTES, decode
from execution import Execution, Surprise, executor_error, output, text_bytes
from figures import End
from limits import Use
from outcome import Facts, Outcome, judge
from supervise import NotStarted, Run
from wording import fault_line, stderr_with


def execution_of_attack(run: Run, number: int | None, nonce: str, timeout_ms: int) -> Execution:
    """Tell a run while which the zygote was lost, by the signal of that number.

    Nothing else of the executor's runs then, and the zygote does nothing but wait: whatever became
    of it was the solution's doing, and is told as the solution's own end. Where no signal of it is
    known, the one that ended the solution is told, which was ours.
    """
    cpu_ns = run.start.cpu_ns if run.start else 0
    end = End(-(number or signal.SIGKILL), cpu_ns, 0, time.monotonic_ns(), False)
    return execution_of_run(run, end, nonce, timeout_ms, is_attack=True)


def leftover(end: End | None) -> str | None:
    """Say what a run left behind that it could not have if all had gone well."""
    if end is not None and end.has_left_children:
        return "the run left processes behind"
    if end is not None and end.was_overdue:
        return "the executor was kept from ending the run"
    return None


def execution_of_run(run: Run, end: End, nonce: str, timeout_ms: int, is_attack: bool = False) -> Execution:
    """Tell a run that was watched to its end.

    Raises:
        NotStarted: it was ended before the solution started, for reasons that are not in its source.
    """
    if run.refusal is not None:
        return Execution(executor_error(f"The code was not run, the jail did not close: {run.refusal}"), 0)
    started, pipes = run.start, run.pipes
    if started is None and end.was_overdue:
        # Its preparation is bounded: this is no fault of the source.
        raise NotStarted("the run was not started in time")
    wall_ns, cpu_ns = (end.at_ns - started.at_ns, end.cpu_ns - started.cpu_ns) if started else (0, 0)
    # What it used in all decides. Should this process have been kept from looking, or looked too late, it is
    # not known any more what of the time was waiting.
    expired = run.limits.expired(Use(wall_ns, cpu_ns, waited_ns=wall_ns)) or run.expired
    report = frame.read(run.report, nonce, pipes.channel.is_truncated)
    share_of_memory = end.peak_memory_kb * 1024 / run.language.memory_bytes
    outcome = judge(
        Facts(
            status=end.status,
            has_started=started is not None,
            report=report.report,
            fault_reason=None if run.has_compiled and report.reason == "COMPILE_ERROR" else report.reason,
            expired=expired,
            flooded=run.flooded,
            near_memory_limit=share_of_memory > 3 / 4,
            past_half_of_memory=share_of_memory > 1 / 2,
            thrashes=run.language.thrashes,
            is_program=run.is_program,
            has_read_source=end.has_read_source,
        )
    )
    if outcome.reason == "EXECUTOR_ERROR":
        failure = f"it ended with {end.status} before the code started"
        return Execution(executor_error(f"The run failed: {failure}"), 0, Surprise("executor", failure))
    figures = {"timeout_ms": timeout_ms, "wall_ms": round(wall_ns / 1e6), "cpu_ms": max(0, round(cpu_ns / 1e6))}
    stderr, stderr_truncated = stderr_with(
        fault_line(outcome, report, figures, is_attack, run.is_program), pipes.stderr
    )
    stdout, stdout_truncated = pipes.stdout.kept_at_most(KEPT_BYTES)
    value, value_bytes = report.value, 2 * len(pipes.channel.kept)
    if run.is_program and outcome.is_successful:
        value = decode(pipes.stdout.kept, is_cut=False)
        value_bytes = text_bytes(value)
    return Execution(
        output(
            stdout=decode(stdout, stdout_truncated),
            stderr=stderr,
            returnValue=value if outcome.is_successful else None,
            exitCode=outcome.exit_code,
            executionTimeMs=figures["wall_ms"],
            timedOut=outcome.timed_out,
            isSuccessful=outcome.is_successful,
            reason=outcome.reason,
            signal=outcome.signal,
            cpuTimeMs=figures["cpu_ms"],
            peakMemoryKb=end.peak_memory_kb,
            stdoutTruncated=stdout_truncated,
            stderrTruncated=stderr_truncated,
        ),
        value_bytes,
        is_sources_fault=_is_sources_fault(outcome, end),
        was_cut_off=run.was_cut_off,
    )


def _is_sources_fault(outcome: Outcome, end: End) -> bool:
    """Whether the failure can only be the source's, whatever the input.

    Nothing but a source decides whether it compiles, nor how a preparation fares before it comes to the
    input; but a kill then may have come from outside.
    """
    if end.has_read_source:
        return outcome.reason == "COMPILE_ERROR"
    return outcome.reason in ("COMPILE_ERROR", "MEMORY_LIMIT") and end.status != -signal.SIGKILL
