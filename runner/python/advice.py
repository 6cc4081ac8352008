"""Words for beginners: what to do about the faults that come of how a solution is called.

It asks nothing of a solution's own objects but their true types, and decides nothing.
"""

import os
from collections.abc import Sequence
from types import FunctionType
from typing import Any

_CALLED_ONCE = "the input comes as one argument, as in def solution(data):"
_NOTHING_TO_READ = "there is nothing to read here: the input comes as the argument of the function"
_TOO_DEEP = "an expression, or a row of elif, is too long or nested too deep: split it up"
_MOST_NAMES = 5


def about_missing_entry(members: dict[str, Any], names: Sequence[str]) -> str:
    """Say what to define, and what is there in its stead."""
    sentence = f"define a function named one of: {', '.join(names)}"
    namesake = next((name for name in names if issubclass(type(members.get(name)), type)), None)
    if namesake is not None:
        return f"{sentence}. {namesake} is a class, which is not called: write def {namesake}(data): instead"
    names_of_own = [name for name in members if type(name) is str and not name.startswith("_")]
    own = {name: members[name] for name in names_of_own if _is_own(members[name])}
    functions = [name for name, member in own.items() if type(member) is FunctionType]
    methods = [f"{name}().{method}" for name, kind in own.items() for method in _methods_of(kind)]
    if methods and (not functions or "Solution" in own):
        call = next((method for method in methods if method.startswith("Solution()")), methods[0])
        return f"{sentence}. A method is not called by itself: add def solution(data): return {call}(data)"
    if functions:
        found = ", ".join(functions[-_MOST_NAMES:])
        return f"{sentence}. There is {found}: name it solution, or call it in def solution(data):"
    return sentence


def about_compilation(kind: type) -> str:
    """Say what to do about a source that the compiler gave up on; empty where it says so itself."""
    return f" ({_TOO_DEEP})" if kind in (MemoryError, RecursionError) else ""


def about_fault(kind: type, error: str, traceback: str) -> str:
    """Say what may have been meant, to be added to ``error``; empty where nothing is known."""
    if kind is EOFError and error == "EOFError: EOF when reading a line":
        return f" ({_NOTHING_TO_READ})"
    # Where no line of the solution's was reached, it could not be called.
    if kind is TypeError and " argument" in error and not traceback.startswith("Traceback"):
        return f" ({_CALLED_ONCE})"
    return ""


def about_value(kind: type) -> str:
    """Say how a value of this type could be returned; empty where nothing is known."""
    if kind in (bytes, bytearray, memoryview):
        return "decode it"
    name = type.__dict__["__name__"].__get__(kind)
    if name in ("coroutine", "async_generator"):
        return "run it with asyncio.run(...)"
    if name in ("function", "method", "builtin_function_or_method", "type"):
        return "call it with ()"
    # Of the class itself and those above it, whatever their metaclass says.
    is_iterable = any("__iter__" in vars(base) for base in type.__dict__["__mro__"].__get__(kind))
    return "wrap it in list(...)" if is_iterable else ""


def _is_own(member: Any) -> bool:
    """Whether the solution made it, and not a library."""
    if type(member) is FunctionType:
        return os.path.basename(member.__code__.co_filename) == "solution.py"
    return type(member) is type and type.__dict__["__module__"].__get__(member) == "solution"


def _methods_of(kind: Any) -> list[str]:
    members = vars(kind).items() if type(kind) is type else ()
    return [name for name, member in members if type(member) is FunctionType and not name.startswith("_")]
