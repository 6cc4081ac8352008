"""Words what a case tells of its run, and writes it on the channel to the executor.

It does not know what becomes of a line, nor when which is due.
"""

import base64
import json
import os
from typing import Any

RESULT_MARKER = "###_RETURN_VALUE_###"
FAULT_MARKER = "###_FAULT_###"
# Written in the place of both: the run needs a module that was not read in time.
LIBRARY_MARKER = "###_LIBRARY_###"
# Written before the first line of the solution runs: whatever comes later may be its own words.
COMPILED = "compiled"

# Taken before any solution runs: a solution may replace what these names stand for.
_write = os.write
_encode_json = json.JSONEncoder().encode


def line(nonce: str, reason: str, report: Any) -> str:
    """Word a fault as a dict, or, without a reason, a result that is JSON text."""
    if reason:
        text, marker = _encode_json({"reason": reason, **report}), FAULT_MARKER
    else:
        text, marker = '{"result":' + report + "}", RESULT_MARKER
    return f"{nonce} {marker}{base64.b64encode(text.encode('utf-8')).decode('ascii')}"


def send(channel: int, line: str) -> None:
    """Write a line; half of a surrogate pair becomes a question mark."""
    data = memoryview((line + "\n").encode("utf-8", "replace"))
    while data:
        data = data[_write(channel, data) :]
