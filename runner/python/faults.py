"""Tells a solution's author what went wrong: one error line and the author's own lines.

It trusts nothing about the exception it describes, and does not know where the text goes.
"""

import errno
import io
import linecache
import traceback
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

import fault_chain
from fault_chain import cause_of, context_of, members_of, traceback_of

MODULE_NAME = "solution"
SOURCE_NAME = "solution.py"
MAX_ERROR_BYTES = 4 * 1024
MAX_TRACEBACK_BYTES = 8 * 1024
MAX_CHAIN = 5

REFUSAL = "files, network, processes and threads are not available here"
MEMORY = "the solution needed more memory than it may use"

# What the limits of the jail look like from inside.
_REFUSED_ERRNOS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOENT, errno.EAGAIN, errno.EFBIG})
# How ``tempfile`` says that no file can be made.
_NO_FOLDER = "No usable temporary directory found"
# What the interpreter says where it has no memory for a function's frame.
_NO_FRAME = "error return without exception set"
_NO_MESSAGE = "<exception str() failed>"
_TOO_COMPLEX = "Parser stack overflowed"
_name_of = type.__dict__["__name__"].__get__
_qualified_name_of = type.__dict__["__qualname__"].__get__
_module_of = type.__dict__["__module__"].__get__
_errno_of = OSError.__dict__["errno"].__get__


def remember_source(source: str) -> None:
    """Let tracebacks quote ``source`` without opening a file."""
    # As CPython counts them: no line ends at a form feed or at U+2028. The last one needs an end
    # too, or marks are set beside what they mean.
    lines = io.StringIO(source + "\n", newline=None).readlines()
    linecache.cache[SOURCE_NAME] = (len(source), None, lines, SOURCE_NAME)


def complete(fault: BaseException) -> None:
    """Give a fault of the compiler's what it has when the source is a file."""
    if type(fault) is SyntaxError and fault.text is None and fault.lineno:
        fault.text = linecache.getline(SOURCE_NAME, fault.lineno) or None
    elif type(fault) is MemoryError and not fault.args:
        # Said by the compiler itself only since 3.12.
        fault.args = (f"{_TOO_COMPLEX} - Python source too complex to parse",)


def named(fault: BaseException) -> BaseException:
    """Return ``fault``, or the ``MemoryError`` that it is under another name."""
    if type(fault) is not SystemError or _message(fault) != _NO_FRAME:
        return fault
    memory_error = MemoryError().with_traceback(traceback_of(fault))
    memory_error.__context__ = context_of(fault)
    return memory_error


def is_out_of_memory(fault: BaseException) -> bool:
    """Whether there was no memory left, rather than a source too complex for the parser."""
    return issubclass(type(fault), MemoryError) and not _message(fault).startswith(_TOO_COMPLEX)


def type_name(kind: type) -> str:
    """Name of a class, whatever its metaclass says."""
    return str(_name_of(kind))


def describe(fault: BaseException) -> dict[str, str]:
    """Return the ``error`` line and the ``traceback`` of ``fault``, both cut to their size."""
    try:
        error, text = _as_python_tells_it(fault)
    except BaseException:  # noqa: BLE001 - code of the solution's own runs here, or tore down what this needs
        error, text = error_line(fault), _told_plainly(fault)
    return {"error": cut(error, MAX_ERROR_BYTES), "traceback": _cut_middle(text)}


def error_line(fault: BaseException) -> str:
    """Say ``fault`` in one line, naming the jail where the jail is the cause."""
    return _line(fault, _worded(fault, _message(fault)))


def _as_python_tells_it(fault: BaseException) -> tuple[str, str]:
    """The error and the traceback with suggestions, notes, members of groups, marks below the expression."""
    if not fault_chain.shorten(fault):
        raise ValueError("there is too much to tell")
    told: Any = traceback.TracebackException(type(fault), fault, traceback_of(fault))
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
        _keep_solutions_part(told.__cause__, cause_of(fault), length + 1)
    elif told.__context__ is not None:
        _keep_solutions_part(told.__context__, context_of(fault), length + 1)
    for part, member in zip(getattr(told, "exceptions", None) or (), members_of(fault), strict=False):
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
        return _NO_MESSAGE


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
    """Mend what the module ``traceback`` says otherwise than the interpreter: a text until 3.11, a mark until 3.13."""
    if message.startswith("<unprintable ") and message.endswith(" object>"):
        return _NO_MESSAGE
    return f"{message}?" if message.endswith("'") and "id you forget to import '" in message[-80:] else message


def _worded(fault: BaseException, message: str) -> str:
    if is_out_of_memory(fault):
        return MEMORY
    return f"{REFUSAL} ({message})" if _is_refusal(fault, message) else message


def _is_solutions(filename: str) -> bool:
    # What it gave to ``exec`` too.
    return filename == SOURCE_NAME or filename.startswith("<") and not filename.startswith("<frozen ")


def _is_refusal(fault: BaseException, message: str) -> bool:
    if _comes_from_jail(fault, message):
        return True
    # Those of ``urllib`` repeat the one that they were raised for.
    reason = context_of(fault)
    if reason is None or not issubclass(type(fault), OSError):
        return False
    told = _message(reason)
    return told in message and _comes_from_jail(reason, told)


def _comes_from_jail(fault: BaseException, message: str) -> bool:
    # The type, not ``isinstance``: that would ask the exception for its ``__class__``.
    if issubclass(type(fault), OSError):
        name = type_name(type(fault))
        is_known = name == "gaierror" or any(f"[Errno {number}]" in message for number in _REFUSED_ERRNOS)
        # The C library finds every descriptor bad where none is allowed.
        is_bad = _errno_of(fault) == errno.EBADF and _raised_in(fault).endswith("subprocess.py")
        return is_known or is_bad or _NO_FOLDER in message
    return issubclass(type(fault), RuntimeError) and message == "can't start new thread"


def _raised_in(fault: BaseException) -> str:
    step = traceback_of(fault)
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step.tb_frame.f_code.co_filename if step is not None else ""


def _told_plainly(fault: BaseException) -> str:
    """The traceback without asking the fault for more than its message."""
    try:
        return "".join(reversed(["".join(_one(part)) + link for part, link in fault_chain.links(fault, MAX_CHAIN)]))
    except Exception:  # noqa: BLE001 - the solution may have torn down what this needs
        return ""


def _one(fault: BaseException) -> Iterator[str]:
    frames = list(_user_frames(traceback_of(fault)))
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
