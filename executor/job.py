"""Words what a run is to do, for the runner on its other side.

It does not know how the words get there.
"""

import json
from typing import Any

from calling import Calling
from languages import PYTHON
from limits import Limits

_AS_EVER = Calling()


def python_job(
    code: str,
    input_text: str,
    timeout_ms: int,
    limits: Limits,
    latest_ns: float,
    nonce: str,
    has_whole_library: bool,
    calling: Calling,
    user_id: int,
) -> bytes:
    """Return the job for a process of this one case, which puts limits on itself."""
    job: dict[str, Any] = {
        "code": code,
        "nonce": nonce,
        "timeoutMs": timeout_ms,
        "longestMs": limits.longest_ns // 1_000_000,
        "latestNs": latest_ns,
        "hasWholeLibrary": has_whole_library,
        "memoryBytes": PYTHON.memory_bytes,
        "userId": user_id,
    }
    if calling != _AS_EVER:
        job["calling"] = list(calling)
    return _with_input(job, input_text)


def javascript_job(code: str, input_text: str, nonce: str, calling: Calling) -> bytes:
    """Return the job for a process that has its limits, and that more jobs may come to."""
    return _with_input(
        {"code": code, "nonce": nonce, "calling": list(calling), "inputBytes": len(input_text)}, input_text
    )


def _with_input(job: dict[str, Any], input_text: str) -> bytes:
    # The input follows as it is: it may be megabytes, which need not be quoted and unquoted.
    return f"{json.dumps(job)}\n{input_text}".encode("ascii")
