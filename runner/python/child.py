"""One case, from fork to exit: reads its job, closes the jail, runs the solution, reports.

On its channel it writes one line when the solution may start (with the time), then
at most one line about how that went. Both the result and the fault line carry the
job's nonce. What that is worth: a line that was written without looking at this
process's frames is recognised as forged; code that does look can read the nonce and
write any value, which it could as well have returned. No expected output is here.

It does not know limits of output or of wall time: its parent's parent watches those.
"""

import functools
import json
import math
import os
import sys
import time
from collections.abc import Callable
from types import CoroutineType, ModuleType
from typing import Any, NoReturn

import entry
import faults
import furnish
import importers
import jail
import library
import preload
import program
import report_channel
import scan
import values

# Taken before any solution runs: a solution may replace what these names stand for.
_exit = os._exit
_monotonic = time.monotonic
_set_recursion_limit = sys.setrecursionlimit
# ``json.loads`` without its search for white space: the executor writes none.
_read_json = json.JSONDecoder().raw_decode
# The C parts of the conversion recurse as deep as a value is nested.
_DEEP = 20_000
_REHEARSAL = b'{"code": "def solution(x): return x"}\n[1, 2.5, null]'
_REHEARSAL_BYTES = 1 << 30
# The part of its time after which a run is not begun anew.
LATEST_ANEW = 1 / 2


def run(
    stdout: int, stderr: int, channel: int, job: int, on_input: Callable[[], None], on_ready: Callable[[int], None]
) -> NoReturn:
    """Run the job that waits on ``job``; never returns.

    ``on_input`` is called when the preparation is done with what concerns the source alone. ``on_ready``
    is told how many milliseconds the solution may last, whatever it does, just before the jail closes.
    """
    code = 1
    try:
        os.dup2(stdout, 1)
        os.dup2(stderr, 2)
        os.close(stdout)
        os.close(stderr)
        code = _run(channel, *_read_job(job), on_input, on_ready)
    finally:
        _exit(code)


def _run(
    channel: int,
    job: dict[str, Any],
    input_text: str,
    on_input: Callable[[], None],
    on_ready: Callable[[int], None],
) -> int:
    _set_recursion_limit(_DEEP)
    # As a file may, a source may begin with a byte order mark.
    nonce, source = job["nonce"], job["code"].removeprefix("\ufeff")
    calling = entry.Calling(*job["calling"]) if "calling" in job else entry.AS_EVER
    is_program = calling.io == "stdio"
    try:
        value, fault = _prepare(source, input_text, job["memoryBytes"], on_input, job["hasWholeLibrary"], calling)
        # Before this process is another user's, who could not reach the zygote.
        on_ready(max(0, int(min(job["longestMs"], (job["latestNs"] - time.monotonic_ns()) / 1e6))))
        jail.drop_identity(job["userId"])
        # What was spent on getting ready is not the solution's. The executor ends it to the millisecond,
        # these whole seconds only should it be kept from that.
        cpu_seconds = math.ceil(job["timeoutMs"] / 1000 + time.process_time())
        jail.close(cpu_seconds, job["memoryBytes"])
    except Exception as refusal:  # noqa: BLE001 - whatever keeps the jail open keeps the solution out
        report_channel.send(channel, f"refused {type(refusal).__name__}: {refusal}")
        return 1
    module = program.module_for(source) if is_program else furnish.module_for(source)
    faults.remember_source(source)
    if not job["hasWholeLibrary"]:
        _run_anew_when_missing(channel, nonce, time.monotonic() + job["timeoutMs"] / 1000 * LATEST_ANEW)
    report_channel.send(channel, f"ready {os.getpid()} {time.process_time_ns()} {time.monotonic_ns()}")
    if fault is not None:
        report_channel.send(channel, report_channel.line(nonce, *fault))
        return 1
    try:
        # From then on a line may be the solution's own.
        on_compiled = functools.partial(report_channel.send, channel, report_channel.COMPILED)
        reason, report, code = "", _solve(calling, module, source, value, on_compiled), 0
    except BaseException as fault:  # noqa: BLE001 - every way out of the solution is told
        jail.open_report_memory()
        _set_recursion_limit(_DEEP)
        try:
            reason, report, code = _explain(fault, calling, value)
        except MemoryError:
            reason, report, code = "MEMORY_LIMIT", {"error": "MemoryError", "traceback": ""}, 1
    if not is_program:
        furnish.flush()
    if reason != "NO_RESULT" and report is not None:
        report_channel.send(channel, report_channel.line(nonce, reason, report))
    if is_program:
        program.finish(module)
    return code


def _prepare(
    source: str,
    input_text: str,
    memory_bytes: int,
    on_input: Callable[[], None],
    has_whole_library: bool = False,
    calling: entry.Calling = entry.AS_EVER,
) -> tuple[object, tuple[str, dict[str, str]] | None]:
    """Return the input as a value; or None and why there is none, as a reason and what to tell."""
    jail.limit_preparation(memory_bytes)
    furnish.end_when_out_of_time()
    try:
        if calling is not entry.AS_EVER:
            entry.make_ready(calling, source)
        scan.import_what_is_named(source)
        library.make_ready(has_whole_library)
        on_input()
        value = _read_json(input_text)[0]
        if calling is not entry.AS_EVER:
            value = entry.receive(calling, value)
    except entry.Unusable as misfit:
        return None, (misfit.reason, misfit.report)
    except MemoryError:
        return None, ("MEMORY_LIMIT", {"error": f"MemoryError: {faults.MEMORY}", "traceback": ""})
    except RecursionError:
        return None, ("EXCEPTION", {"error": "RecursionError: the input is nested too deep", "traceback": ""})
    furnish.end_with_output_when_out_of_time()
    return value, None


def _run_anew_when_missing(channel: int, nonce: str, latest: float) -> None:
    def ask() -> None:
        if _monotonic() < latest:
            report_channel.send(channel, f"{nonce} {report_channel.LIBRARY_MARKER}")
            _exit(0)

    importers.when_missing(ask)


def _solve(
    calling: entry.Calling, module: ModuleType, source: str, value: object, on_compiled: Callable[[], None]
) -> str | None:
    """Return what was returned as JSON text; None for a program, whose answer is what it wrote."""
    entry.load(source, module.__dict__, on_compiled)
    if calling.io == "stdio":
        return None
    function = entry.find(calling, module.__dict__, value)
    positional, named = entry.arguments(calling, value)
    # Called from here: one frame more below it would count against its recursion limit.
    result = function(*positional, **named)
    if type(result) is CoroutineType:
        # Dropped unawaited it would warn about itself on stderr, naming a line of this file.
        result.close()
    _set_recursion_limit(_DEEP)
    return values.to_json(result)


def get_ready() -> None:
    """Do what needs no job: everything here is done before a case comes."""
    os.setsid()
    # A pipe of its own, which has ended: flags that a solution sets on an inherited one would stay.
    nothing, writer = os.pipe()
    os.close(writer)
    os.dup2(nothing, 0)
    os.close(nothing)
    furnish.get_ready()


def rehearse(times: int) -> None:
    """Go through the work of a case without one.

    In the zygote it lets the interpreter rewrite its code, as it does while it runs code for
    the first times; in a forked process it copies the pages that a case will touch.
    """
    for _ in range(times):
        job, input_text = _read_job(_pipe_with(_REHEARSAL))
        value, _fault = _prepare(job["code"], input_text, _REHEARSAL_BYTES, lambda: None)
        jail.rehearse()
        module = ModuleType("rehearsal")
        faults.remember_source(job["code"])
        report_channel.line("", "", _solve(entry.AS_EVER, module, job["code"], value, lambda: None))
        furnish.flush()


def _pipe_with(content: bytes) -> int:
    reader, writer = os.pipe()
    os.write(writer, content)
    os.close(writer)
    return reader


def _explain(fault: Any, calling: entry.Calling, value: object) -> tuple[str, dict[str, str] | None, int]:
    """Return the reason, what to tell, and the exit code."""
    # To show where in a line a fault is, ``traceback`` imports from it.
    preload.show_rest_if_loaded()
    fault = faults.named(fault)
    # The type, not ``isinstance``: that would ask the exception for its ``__class__``.
    kind = type(fault)
    if issubclass(kind, SystemExit):
        return "NO_RESULT", None, program.exit_status(fault)
    if issubclass(kind, values.NotJson):
        return "BAD_RETURN_VALUE", {"error": f"SerializationError: {fault}", "traceback": ""}, 1
    if issubclass(kind, entry.Unusable):
        return fault.reason, fault.report, 1
    reason = "MEMORY_LIMIT" if faults.is_out_of_memory(fault) else "EXCEPTION"
    report = faults.describe(fault)
    report["error"] += entry.advice_on(calling, value, kind, report)
    return reason, report, 1


def _read_job(job: int) -> tuple[dict[str, Any], str]:
    parts = []
    while part := os.read(job, 1 << 16):
        parts.append(part)
    os.close(job)
    head, _, input_text = b"".join(parts).decode("ascii").partition("\n")
    return _read_json(head)[0], input_text
