"""Words what a run is to do, for the runner on its other side.

It does not know how the words get there.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from calling import Calling
from languages import JAVASCRIPT, PYTHON, Language
from limits import Limits

_AS_EVER = Calling()


class Work(NamedTuple):
    """What one run is to do, in whatever language."""

    code: str
    input_text: str
    timeout_ms: int
    limits: Limits
    latest_ns: float
    nonce: str
    has_whole_library: bool
    calling: Calling
    user_id: int


def job_of(language: Language, work: Work) -> bytes:
    """Return the job that a runner of that language reads."""
    return _WORDINGS[language](work)


def _for_python(work: Work) -> bytes:
    """For a process of this one case, which puts limits on itself."""
    job: dict[str, Any] = {
        "code": work.code,
        "nonce": work.nonce,
        "timeoutMs": work.timeout_ms,
        "longestMs": work.limits.longest_ns // 1_000_000,
        "latestNs": work.latest_ns,
        "hasWholeLibrary": work.has_whole_library,
        "memoryBytes": PYTHON.memory_bytes,
        "userId": work.user_id,
    }
    if work.calling != _AS_EVER:
        job["calling"] = list(work.calling)
    return _with_input(job, work.input_text)


def _for_javascript(work: Work) -> bytes:
    """For a process that has its limits, and that more jobs may come to."""
    job = {
        "code": work.code,
        "nonce": work.nonce,
        "calling": list(work.calling),
        "inputBytes": len(work.input_text),
    }
    return _with_input(job, work.input_text)


def _with_input(job: dict[str, Any], input_text: str) -> bytes:
    # The input follows as it is: it may be megabytes, which need not be quoted and unquoted.
    return f"{json.dumps(job)}\n{input_text}".encode("ascii")


_WORDINGS: dict[Language, Callable[[Work], bytes]] = {PYTHON: _for_python, JAVASCRIPT: _for_javascript}
