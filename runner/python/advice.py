"""Words for beginners: what to do about the faults that come of how a solution is called.

It asks nothing of a solution's own objects but their true types, and decides nothing.
"""

import bisect
import collections
import functools
import heapq
import itertools
import math
import os
import sys
import typing
from collections.abc import Sequence
from types import FunctionType
from typing import Any

_CALLED_ONCE = "the input comes as one argument, as in def solution(data):"
_NOTHING_TO_READ = "there is nothing to read here: the input comes as the argument of the function"
_TOO_DEEP = "an expression, or a row of elif, is too long or nested too deep: split it up"
_LIBRARY_ONLY = "only Python's standard library is available here"
MOST_NAMES = 5
# Some sites' templates import these behind their users' backs.
_HOMES = {
    name: module.__name__
    for module in (typing, math, bisect, heapq, itertools, functools, collections)
    for name in getattr(module, "__all__", None) or vars(module)
    if not name.startswith("_")
}
_UNKNOWN = "NameError: name '"
# By names of classes, or of those above them.
_FORMS = {
    "bytes bytearray memoryview": "decode it",
    "coroutine": "run it with asyncio.run(...)",
    "async_generator": "collect it with asyncio.run(...)",
    "function method builtin_function_or_method type": "call it with ()",
    "Decimal Fraction": "return float(...) or str(...)",
    "complex": "return its real and imag",
    "date time timedelta UUID PurePath": "return str(...)",
    "Enum": "return its value",
}


def about_missing_entry(members: dict[str, Any], names: Sequence[str]) -> str:
    """Say what to define, and what is there in its stead."""
    sentence = f"define a function named one of: {', '.join(names)}"
    namesake = next((name for name in names if issubclass(type(members.get(name)), type)), None)
    if namesake is not None:
        return f"{sentence}. {namesake} is a class, which is not called: write def {namesake}(data): instead"
    names_of_own = [name for name in members if type(name) is str and not name.startswith("_")]
    own = {name: members[name] for name in names_of_own if is_own(members[name])}
    functions = [name for name, member in own.items() if type(member) is FunctionType]
    methods = [f"{name}().{method}" for name, kind in own.items() for method in methods_of(kind)]
    if methods and (not functions or "Solution" in own):
        call = next((method for method in methods if method.startswith("Solution()")), methods[0])
        return f"{sentence}. A method is not called by itself: add def solution(data): return {call}(data)"
    if functions:
        found = ", ".join(functions[-MOST_NAMES:])
        return f"{sentence}. There is {found}: name it solution, or call it in def solution(data):"
    return sentence


def about_compilation(kind: type) -> str:
    """Say what to do about a source that the compiler gave up on; empty where it says so itself."""
    return f" ({_TOO_DEEP})" if kind in (MemoryError, RecursionError) else ""


def about_fault(kind: type, error: str, traceback: str) -> str:
    """Say what may have been meant, to be added to ``error``; empty where nothing is known."""
    if kind is ModuleNotFoundError and error.startswith(f"{kind.__name__}: No module named '"):
        top = error.split("'")[1].partition(".")[0]
        return "" if top in sys.stdlib_module_names else f" ({_LIBRARY_ONLY})"
    if kind is EOFError and error == "EOFError: EOF when reading a line":
        return f" ({_NOTHING_TO_READ})"
    # Where no line of the solution's was reached, it could not be called.
    if kind is TypeError and " argument" in error and not traceback.startswith("Traceback"):
        return f" ({_CALLED_ONCE})"
    return ""


def about_unknown_name(error: str) -> str:
    """Say where a name that is not defined can be imported from; empty where none is known."""
    name = error[len(_UNKNOWN) :].partition("'")[0] if error.startswith(_UNKNOWN) else ""
    return f" (write at the top: from {_HOMES[name]} import {name})" if name in _HOMES else ""


def about_value(kind: type) -> str:
    """Say how a value of this type could be returned."""
    # The class itself and those above it, whatever their metaclass says.
    bases = type.__dict__["__mro__"].__get__(kind)
    names = {type.__dict__["__name__"].__get__(base) for base in bases}
    for known, advice in _FORMS.items():
        if not names.isdisjoint(known.split()):
            return advice
    if any("__dataclass_fields__" in vars(base) for base in bases):
        return "return dataclasses.asdict(...)"
    if any("__iter__" in vars(base) for base in bases):
        return "wrap it in list(...)"
    return "return numbers, texts, lists or dicts instead"


def is_own(member: Any) -> bool:
    """Tell whether the solution made it, and not a library."""
    if type(member) is FunctionType:
        return os.path.basename(member.__code__.co_filename) == "solution.py"
    return type(member) is type and type.__dict__["__module__"].__get__(member) == "solution"


def methods_of(kind: Any) -> list[str]:
    """Names of the methods that a class defines itself, for others to call."""
    members = vars(kind).items() if type(kind) is type else ()
    return [name for name, member in members if type(member) is FunctionType and not name.startswith("_")]
