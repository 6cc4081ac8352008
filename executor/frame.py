"""Reads what a run wrote on its result channel, trusting none of it.

The writer is the runner or a hostile solution that found the descriptor. Whatever
comes out is plain JSON, of bounded size, depth and cost. It does not know how the run
ended otherwise.
"""

import base64
import json
import math
import re
from typing import Any, NamedTuple

from outcome import Report

RESULT_MARKER = b"###_RETURN_VALUE_###"
FAULT_MARKER = b"###_FAULT_###"
LIBRARY_MARKER = b"###_LIBRARY_###"
MAX_RESULT_BYTES = 512 * 1024
MAX_FAULT_BYTES = 64 * 1024
MAX_DEPTH = 500
# Reading and writing an integer takes more than linear time, before Python 3.12 quadratic.
MAX_INTEGER_DIGITS = 100_000
# A first line, and one frame of the largest size in base64.
MAX_CHANNEL_BYTES = (MAX_RESULT_BYTES + 64) * 4 // 3 + 1024
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Frame(NamedTuple):
    """One reading of the channel."""

    report: Report
    value: Any = None
    reason: str | None = None
    error: str = ""
    traceback: str = ""


class _Malformed(Exception):
    """The channel holds no frame of the runner's; the message is for the solution's author."""


def read(data: bytes, nonce: str, is_truncated: bool = False) -> Frame:
    """Read what came after the first line; ``is_truncated`` when more came than was kept."""
    line, newline, rest = data.partition(b"\n")
    if not newline and not is_truncated:
        return Frame(Report.NONE)
    try:
        if rest or is_truncated:
            raise _Malformed("more than one result was written, or a result larger than 512 KiB")
        given, _, body = line.partition(b" ")
        if given != nonce.encode("ascii"):
            raise _Malformed("something other than a result was written to the runner's own channel")
        if body.startswith(RESULT_MARKER):
            return Frame(Report.VALUE, value=_result(body[len(RESULT_MARKER) :]))
        if body.startswith(FAULT_MARKER):
            return _fault(body[len(FAULT_MARKER) :])
        raise _Malformed("the result has no marker")
    except _Malformed as malformed:
        return Frame(Report.MALFORMED, error=f"SerializationError: {malformed}")


def asks_for_library(data: bytes, nonce: str) -> bool:
    """Whether the run, instead of a result, asks for another one with all of the library at hand."""
    return data == nonce.encode("ascii") + b" " + LIBRARY_MARKER + b"\n"


def _result(encoded: bytes) -> Any:
    document = _json(_text(encoded, MAX_RESULT_BYTES + len('{"result":}')))
    if not isinstance(document, dict) or document.keys() != {"result"}:
        raise _Malformed("the result is not in its envelope")
    return document["result"]


def _fault(encoded: bytes) -> Frame:
    document = _json(_text(encoded, MAX_FAULT_BYTES))
    names = ("reason", "error", "traceback")
    if not isinstance(document, dict) or any(not isinstance(document.get(name), str) for name in names):
        raise _Malformed("the fault is not in its envelope")
    return Frame(Report.FAULT, **{name: document[name] for name in names})


def _text(encoded: bytes, limit: int) -> str:
    try:
        data = base64.b64decode(encoded, validate=True)
        if len(data) > limit:
            raise _Malformed("the return value is larger than 512 KiB of JSON")
        return data.decode("utf-8")
    except ValueError:
        raise _Malformed("the result is not encoded as results are") from None


def _json(text: str) -> Any:
    try:
        document = json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_short_integer)
        # Only escapes can bring half of a surrogate pair into text that was valid UTF-8,
        # and only enough brackets can nest too deep.
        if _SURROGATE.search(text):
            # Read anew without its integers, which would take longest to be written.
            strings = json.loads(text, parse_int=len)
            json.dumps(strings, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise _Malformed("the result is not JSON") from None
    # The envelope is one level more.
    if text.count("[") + text.count("{") > MAX_DEPTH + 1 and _is_deeper(document, MAX_DEPTH + 1):
        raise _Malformed(f"the return value is deeper than {MAX_DEPTH} levels")
    return document


def _refuse(token: str) -> Any:
    raise ValueError(token)


def _finite(token: str) -> float:
    number = float(token)
    if not math.isfinite(number):
        raise ValueError("an infinite number")
    return number


def _short_integer(token: str) -> int:
    if len(token.lstrip("-")) > MAX_INTEGER_DIGITS:
        raise ValueError("too many digits")
    return int(token)


def _is_deeper(document: Any, limit: int) -> bool:
    level = [document]
    for _ in range(limit):
        level = [child for node in level for child in _children(node)]
        if not level:
            return False
    return any(isinstance(node, (list, dict)) for node in level)


def _children(node: Any) -> Any:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()
