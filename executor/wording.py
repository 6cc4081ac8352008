"""Words how a run ended, for the author of the solution: the stderr of an output.

Pure. It does not know how the end was found out.
"""

import json
from collections.abc import Mapping

from capture import KEPT_BYTES, Capture, decode
from frame import Frame
from outcome import Outcome, Report

MAX_ERROR_BYTES = 4 * 1024
MAX_TRACEBACK_BYTES = 8 * 1024

_SENTENCES = {
    "WALL_LIMIT": "TimeLimitExceeded: the code did not finish within {wall_ms} ms: it used {cpu_ms} ms of "
    "processor time and slept or waited for the rest",
    "CPU_LIMIT": "TimeLimitExceeded: the code used more than {timeout_ms} ms of processor time",
    "OUTPUT_LIMIT": "OutputLimitExceeded: more than 16 MiB were printed",
    "MEMORY_LIMIT": "MemoryError: the solution needed more memory than it may use",
    "NO_RESULT": "NoResult: the code exited before its function returned a value",
    "COMPILE_ERROR": "SyntaxError: the code is too complex to be read",
    # Of a run that ended before its code could raise one.
    "EXCEPTION": "InputError: the input is too complex to be read",
    "SIGNAL": "Killed: the code was ended by {signal}",
    "SIGSEGV": "Killed: the code was ended by SIGSEGV, as happens when it recurses too deep",
}
_PROGRAM_SENTENCES = {
    "OUTPUT_LIMIT": "OutputLimitExceeded: more than 512 KiB were printed, or more than 16 MiB to stderr",
    "NO_RESULT": "NoResult: the program exited with status {exit_code}, and only 0 is success",
}
_ATTACK = "Killed: the process that runs the code was ended by {signal} while the code was running"


def fault_line(
    outcome: Outcome, frame: Frame, figures: Mapping[str, int], is_attack: bool = False, is_program: bool = False
) -> str:
    """One line of JSON about a run that did not succeed; empty for one that did."""
    if outcome.is_successful:
        return ""
    error, traceback = frame.error, frame.traceback
    is_told = frame.report is Report.MALFORMED and outcome.reason == "BAD_RETURN_VALUE"
    is_told = is_told or (frame.report is Report.FAULT and outcome.reason == frame.reason)
    if not is_told:
        sentence = _sentence(outcome, is_attack, is_program)
        error = sentence.format(**figures, signal=outcome.signal, exit_code=outcome.exit_code)
        traceback = ""
    # What came from the run may hold anything, and more of it than its runner would send.
    fields = {"error": _cut(error, MAX_ERROR_BYTES), "traceback": _cut(traceback, MAX_TRACEBACK_BYTES)}
    return json.dumps(fields, ensure_ascii=False)


def _sentence(outcome: Outcome, is_attack: bool, is_program: bool) -> str:
    if outcome.reason == "SIGNAL" and is_attack:
        return _ATTACK
    if is_program and outcome.reason in _PROGRAM_SENTENCES:
        return _PROGRAM_SENTENCES[outcome.reason]
    key = outcome.signal if outcome.reason == "SIGNAL" and outcome.signal in _SENTENCES else outcome.reason
    return _SENTENCES.get(key or "", "SerializationError: the result is unreadable")


def stderr_with(fault: str, capture: Capture) -> tuple[str, bool]:
    """The text of stderr with the fault as its last line, and whether some of stderr was dropped."""
    if not fault:
        return decode(capture.kept, capture.is_truncated), capture.is_truncated
    room = KEPT_BYTES - len(fault.encode("utf-8")) - 1
    is_cut = capture.is_truncated or len(capture.kept) > room
    own = decode(capture.kept[: max(0, room)], is_cut)
    if own and not own.endswith("\n"):
        own += "\n"
    return own + fault, is_cut


def _cut(text: str, size: int) -> str:
    data = text.encode("utf-8", "replace")
    return data[:size].decode("utf-8", "ignore")
