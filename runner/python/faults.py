"""Tells a solution's author what went wrong: one error line and the author's own lines.

It trusts nothing about the exception it describes, and does not know where the text goes.
"""

import errno
import linecache
import traceback
from collections.abc import Iterator
from types import FrameType, TracebackType

SOURCE_NAME = "solution.py"
MAX_ERROR_BYTES = 4 * 1024
MAX_TRACEBACK_BYTES = 8 * 1024
MAX_CHAIN = 5

REFUSAL = "files, network, processes and threads are not available here"
MEMORY = "MemoryError: the solution needed more memory than it may use"

# What the limits of the jail look like from inside.
_REFUSED_ERRNOS = frozenset({errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.EFBIG})
_name_of = type.__dict__["__name__"].__get__
_context_of = BaseException.__dict__["__context__"].__get__
_cause_of = BaseException.__dict__["__cause__"].__get__
_traceback_of = BaseException.__dict__["__traceback__"].__get__
_errno_of = OSError.__dict__["errno"].__get__
_suppressed_of = BaseException.__dict__["__suppress_context__"].__get__


def remember_source(source: str) -> None:
    """Let tracebacks quote ``source`` without opening a file."""
    lines = source.splitlines(keepends=True)
    linecache.cache[SOURCE_NAME] = (len(source), None, lines, SOURCE_NAME)


def type_name(kind: type) -> str:
    """Name of a class, whatever its metaclass says."""
    return str(_name_of(kind))


def describe(fault: BaseException) -> dict[str, str]:
    """Return the ``error`` line and the ``traceback`` of ``fault``, both cut to their size."""
    try:
        text = "".join(_chain(fault))
    except Exception:  # noqa: BLE001 - the solution may have torn down what this needs
        text = ""
    return {"error": cut(error_line(fault), MAX_ERROR_BYTES), "traceback": _cut_middle(text)}


def error_line(fault: BaseException) -> str:
    """Say ``fault`` in one line, naming the jail where the jail is the cause."""
    name = type_name(type(fault))
    if issubclass(type(fault), MemoryError):
        return MEMORY
    message = _message(fault)
    if _is_refusal(fault, name, message):
        message = f"{REFUSAL} ({message})"
    return f"{name}: {message}" if message else name


def cut(text: str, size: int) -> str:
    """Keep as much of ``text`` as has a place in ``size`` bytes of UTF-8; it comes back encodable."""
    data = text[:size].encode("utf-8", "replace")
    if len(data) <= size and len(text) <= size:
        return data.decode("utf-8")
    return data[: size - 3].decode("utf-8", "ignore") + "..."


def _cut_middle(text: str) -> str:
    # The first lines say where it began, the last what it was.
    half = MAX_TRACEBACK_BYTES // 2
    data = text.encode("utf-8", "replace")
    if len(data) <= MAX_TRACEBACK_BYTES:
        return data.decode("utf-8")
    return data[: half - 5].decode("utf-8", "ignore") + "\n...\n" + data[-half:].decode("utf-8", "ignore")


def _message(fault: BaseException) -> str:
    try:
        message = str(fault)
        return str.__str__(message)
    except BaseException:  # noqa: BLE001 - it is the solution's own code that runs here
        return "<the exception has no readable message>"


def _is_refusal(fault: BaseException, name: str, message: str) -> bool:
    # The type, not ``isinstance``: that would ask the exception for its ``__class__``.
    if issubclass(type(fault), OSError):
        is_known = name == "gaierror" or any(f"[Errno {number}]" in message for number in _REFUSED_ERRNOS)
        # The C library finds every descriptor bad where none is allowed.
        return is_known or _errno_of(fault) == errno.EBADF and _raised_in(fault).endswith("subprocess.py")
    return issubclass(type(fault), RuntimeError) and message == "can't start new thread"


def _raised_in(fault: BaseException) -> str:
    step = _traceback_of(fault)
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step.tb_frame.f_code.co_filename if step is not None else ""


def _chain(fault: BaseException) -> Iterator[str]:
    parts: list[str] = []
    seen: set[int] = set()
    link = ""
    current: BaseException | None = fault
    while current is not None and id(current) not in seen and len(seen) < MAX_CHAIN:
        seen.add(id(current))
        parts.append("".join(_one(current)) + link)
        cause = _cause_of(current)
        if cause is not None:
            link = "\nThe above exception was the direct cause of the following exception:\n\n"
            current = cause
        else:
            link = "\nDuring handling of the above exception, another exception occurred:\n\n"
            current = None if _suppressed_of(current) else _context_of(current)
    return reversed(parts)


def _one(fault: BaseException) -> Iterator[str]:
    frames = list(_user_frames(_traceback_of(fault)))
    if frames:
        yield "Traceback (most recent call last):\n"
        yield from traceback.StackSummary.extract(iter(frames)).format()
    if issubclass(type(fault), SyntaxError) and not frames:
        yield from traceback.format_exception_only(type(fault), fault)
    else:
        yield cut(error_line(fault), MAX_ERROR_BYTES) + "\n"


def _user_frames(step: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while step is not None:
        if step.tb_frame.f_code.co_filename == SOURCE_NAME:
            yield step.tb_frame, step.tb_lineno
        step = step.tb_next
