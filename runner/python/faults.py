"""Tells a solution's author what went wrong: one error line and the author's own lines.

It trusts nothing about the exception it describes, and does not know where the text goes.
"""

import builtins
import errno
import io
import linecache
import os
import traceback
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

MODULE_NAME = "solution"
SOURCE_NAME = "solution.py"
MAX_ERROR_BYTES = 4 * 1024
MAX_TRACEBACK_BYTES = 8 * 1024
MAX_CHAIN = 5
# So long a chain is not described as a whole, only to cut it then.
LONG_CHAIN = 50
# Of a longer traceback only both ends are looked at: to extract a hundred thousand frames takes
# many times what the recursion took.
LONG_TRACEBACK = 4000
KEPT_STEPS = 50

REFUSAL = "files, network, processes and threads are not available here"
MEMORY = "the solution needed more memory than it may use"

# What the limits of the jail look like from inside.
_REFUSED_ERRNOS = frozenset({errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.EFBIG})
_name_of = type.__dict__["__name__"].__get__
_qualified_name_of = type.__dict__["__qualname__"].__get__
_module_of = type.__dict__["__module__"].__get__
_context_of = BaseException.__dict__["__context__"].__get__
_cause_of = BaseException.__dict__["__cause__"].__get__
_traceback_of = BaseException.__dict__["__traceback__"].__get__
_errno_of = OSError.__dict__["errno"].__get__
_suppressed_of = BaseException.__dict__["__suppress_context__"].__get__

# Groups came with 3.11.
_Group: Any = getattr(builtins, "BaseExceptionGroup", type(None))
_exceptions_of: Any = _Group.__dict__["exceptions"].__get__ if "exceptions" in _Group.__dict__ else None
# Where this machine has Python, and this runner: of no use to a solution's author.
_FOLDERS = (os.path.dirname(os.__file__) + os.sep, os.path.dirname(__file__) + os.sep)


def remember_source(source: str) -> None:
    """Let tracebacks quote ``source`` without opening a file."""
    # As CPython counts them: no line ends at a form feed or at U+2028. The last one needs an end
    # too, or marks are set beside what they mean.
    lines = io.StringIO(source + "\n", newline=None).readlines()
    linecache.cache[SOURCE_NAME] = (len(source), None, lines, SOURCE_NAME)


def quote_line(fault: BaseException) -> None:
    """Give a syntax error its line of the source, which the compiler looks for in a file."""
    if type(fault) is SyntaxError and fault.text is None and fault.lineno:
        fault.text = linecache.getline(SOURCE_NAME, fault.lineno) or None


def type_name(kind: type) -> str:
    """Name of a class, whatever its metaclass says."""
    return str(_name_of(kind))


def describe(fault: BaseException) -> dict[str, str]:
    """Return the ``error`` line and the ``traceback`` of ``fault``, both cut to their size."""
    for link, _ in _links(fault, LONG_CHAIN):
        _shorten(_traceback_of(link))
    try:
        error, text = _as_python_tells_it(fault)
    except BaseException:  # noqa: BLE001 - code of the solution's own runs here, or tore down what this needs
        error, text = error_line(fault), _told_plainly(fault)
    return {"error": cut(_without_paths(error), MAX_ERROR_BYTES), "traceback": _cut_middle(_without_paths(text))}


def _shorten(step: TracebackType | None) -> None:
    steps: list[TracebackType] = []
    while step is not None:
        steps.append(step)
        step = step.tb_next
    if len(steps) > LONG_TRACEBACK:
        steps[KEPT_STEPS].tb_next = steps[-KEPT_STEPS]


def error_line(fault: BaseException) -> str:
    """Say ``fault`` in one line, naming the jail where the jail is the cause."""
    return _line(fault, _worded(fault, _message(fault)))


def _as_python_tells_it(fault: BaseException) -> tuple[str, str]:
    """The error and the traceback with suggestions, notes, members of groups, marks below the expression."""
    if sum(1 for _ in _links(fault, LONG_CHAIN)) == LONG_CHAIN:
        raise ValueError("the chain is too long")
    told: Any = traceback.TracebackException(type(fault), fault, _traceback_of(fault))
    _keep_solutions_part(told, fault, 1)
    return _line(fault, told._str), "".join(told.format())


def _keep_solutions_part(told: Any, fault: Any, length: int) -> None:
    told._str = cut(_worded(fault, _like_interpreter(told._str)), MAX_ERROR_BYTES)
    _name_like_program(told, type(fault))
    told.stack[:] = [frame for frame in told.stack if _is_solutions(frame.filename)]
    if not told.stack:
        # No heading without lines.
        told.stack = None
    if length == MAX_CHAIN:
        told.__cause__ = told.__context__ = None
    elif told.__cause__ is not None:
        _keep_solutions_part(told.__cause__, _cause_of(fault), length + 1)
    elif told.__context__ is not None:
        _keep_solutions_part(told.__context__, _context_of(fault), length + 1)
    for part, member in zip(getattr(told, "exceptions", None) or (), _members_of(fault), strict=False):
        _keep_solutions_part(part, member, length)


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
        return "<exception str() failed>"


def _line(fault: BaseException, message: str) -> str:
    name = _full_name(type(fault))
    return f"{name}: {message}" if message else name


def _full_name(kind: type) -> str:
    """Name of a class as tracebacks have it, where the solution is the program that runs."""
    module, name = _module_of(kind), str(_qualified_name_of(kind))
    return name if module in ("builtins", "__main__", MODULE_NAME) or type(module) is not str else f"{module}.{name}"


def _name_like_program(told: Any, kind: type) -> None:
    """Have ``told`` name a class of the solution without its module."""
    if _module_of(kind) != MODULE_NAME:
        return
    if hasattr(told, "exc_type_module"):
        told.exc_type_module = "builtins"
        return
    members = {"__module__": "builtins", "__qualname__": _qualified_name_of(kind)}
    told.exc_type = type("", (SyntaxError if issubclass(kind, SyntaxError) else Exception,), members)


def _like_interpreter(message: str) -> str:
    """Until 3.13 the module ``traceback`` forgot a mark that the interpreter sets."""
    return f"{message}?" if message.endswith("'") and "id you forget to import '" in message[-80:] else message


def _worded(fault: BaseException, message: str) -> str:
    if issubclass(type(fault), MemoryError):
        return MEMORY
    return f"{REFUSAL} ({message})" if _is_refusal(fault, message) else message


def _without_paths(text: str) -> str:
    for folder in _FOLDERS:
        text = text.replace(folder, "")
    return text


def _is_solutions(filename: str) -> bool:
    # What it gave to ``exec`` too.
    return filename == SOURCE_NAME or filename.startswith("<") and not filename.startswith("<frozen ")


def _is_refusal(fault: BaseException, message: str) -> bool:
    # The type, not ``isinstance``: that would ask the exception for its ``__class__``.
    if issubclass(type(fault), OSError):
        name = type_name(type(fault))
        is_known = name == "gaierror" or any(f"[Errno {number}]" in message for number in _REFUSED_ERRNOS)
        # The C library finds every descriptor bad where none is allowed.
        return is_known or _errno_of(fault) == errno.EBADF and _raised_in(fault).endswith("subprocess.py")
    return issubclass(type(fault), RuntimeError) and message == "can't start new thread"


def _raised_in(fault: BaseException) -> str:
    step = _traceback_of(fault)
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step.tb_frame.f_code.co_filename if step is not None else ""


def _links(fault: BaseException, most: int) -> Iterator[tuple[BaseException, str]]:
    """Yield a fault and those before it, each with what is said between it and the one after it."""
    seen: set[int] = set()
    link = ""
    current: BaseException | None = fault
    while current is not None and id(current) not in seen and len(seen) < most:
        seen.add(id(current))
        yield current, link
        cause = _cause_of(current)
        if cause is not None:
            link = "\nThe above exception was the direct cause of the following exception:\n\n"
            current = cause
        else:
            link = "\nDuring handling of the above exception, another exception occurred:\n\n"
            current = None if _suppressed_of(current) else _context_of(current)


def _told_plainly(fault: BaseException) -> str:
    """The traceback without asking the fault for more than its message."""
    try:
        return "".join(reversed(["".join(_one(part)) + link for part, link in _links(fault, MAX_CHAIN)]))
    except Exception:  # noqa: BLE001 - the solution may have torn down what this needs
        return ""


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


def _members_of(fault: BaseException) -> tuple[BaseException, ...]:
    return _exceptions_of(fault) if issubclass(type(fault), _Group) else ()
