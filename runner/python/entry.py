"""Finds what a problem calls and calls it as the problem says, or runs the source as a program.

It does not know what becomes of a result, nor how a fault is told.
"""

import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

import advice
import entry_advice
import faults
import program

NAMES = ("solution", "solve", "answer", "main")


class Calling(NamedTuple):
    """What to call and with what, as the executor says it."""

    # A function's name, or ``Class.method``; None stands for the first of ``NAMES`` that there is.
    entry_function: str | None = None
    argument_style: str = "single"
    # ``stdio`` stands for a program: nothing is called, and what it writes to stdout is its answer.
    io: str = "function"


AS_EVER = Calling()
_TYPES = {"stdio": str, "positional": list, "keyword": dict}


class Unusable(Exception):
    """The source cannot be run, has nothing to call, or cannot be given its input."""

    def __init__(self, reason: str, report: dict[str, str]) -> None:
        """Say why: the contract's reason, and what to tell."""
        super().__init__(reason)
        self.reason = reason
        self.report = report


def make_ready(calling: Calling, source: str) -> None:
    """Do what comes before the imports of ``source``; no file can be opened later."""
    if calling.io == "stdio":
        program.make_ready()
    elif calling.entry_function is not None and calling.entry_function.rpartition(".")[2] not in source:
        # What is there in its stead will be looked for.
        __import__("difflib")


def receive(calling: Calling, value: Any) -> Any:
    """Take the input: return what is to be passed, or give it to the program.

    Raises:
        Unusable: it is no input of such a problem.
    """
    style = "stdio" if calling.io == "stdio" else calling.argument_style
    if style != "single" and type(value) is not _TYPES[style]:
        error = f"InputError: {entry_advice.about_misfit(style, value)}"
        raise Unusable("EXCEPTION", {"error": error, "traceback": ""})
    return program.give_input(value) if style == "stdio" else value


def load(source: str, members: dict[str, Any], on_compiled: Callable[[], None]) -> None:
    """Run ``source`` in a module with these members; ``on_compiled`` is called before any of it runs.

    Raises:
        Unusable: it does not compile.
    """
    try:
        compiled = compile(source, faults.SOURCE_NAME, "exec", dont_inherit=True)
    except Exception as fault:  # noqa: BLE001 - a warning made an error may be any class
        faults.complete(fault)
        report = faults.describe(fault)
        report["error"] += advice.about_compilation(type(fault))
        raise Unusable("COMPILE_ERROR", report) from None
    on_compiled()
    exec(compiled, members)


def arguments(calling: Calling, value: Any) -> tuple[list[Any], dict[str, Any]]:
    """Return the arguments that the input is, positional ones and those by name."""
    if calling.argument_style == "positional":
        return value, {}
    return ([], value) if calling.argument_style == "keyword" else ([value], {})


def advice_on(calling: Calling, value: object, kind: type, report: dict[str, str]) -> str:
    """Say what may have been meant, to be added to the error; empty where nothing is known."""
    if kind is NameError:
        return advice.about_unknown_name(report["error"])
    if calling.io == "stdio":
        return ""
    if calling.entry_function is None and calling.argument_style == "single":
        return advice.about_fault(kind, **report)
    # Where no line of the solution's was reached, it could not be called.
    if kind is TypeError and " argument" in report["error"] and not report["traceback"].startswith("Traceback"):
        return f" ({entry_advice.about_arguments(_name(calling), calling.argument_style, value)})"
    return advice.about_fault(kind, **report) if kind is EOFError else ""


def _name(calling: Calling) -> str:
    """Name of the entry as the compiler writes it."""
    return unicodedata.normalize("NFKC", calling.entry_function or NAMES[0])


def find(calling: Calling, members: dict[str, Any], value: object) -> Any:
    """Return what is to be called among the members of the module; ``value`` is for words alone.

    Raises:
        Unusable: there is nothing that can be called.
    """
    if calling.entry_function is None:
        entry = next((member for member in map(members.get, NAMES) if _is_function(member)), None)
        if entry is None:
            raise _missing(advice.about_missing_entry(members, NAMES))
        return entry
    class_name, _, name = _name(calling).rpartition(".")
    style = calling.argument_style
    if class_name:
        return _method(members, class_name, name, style, value)
    entry = members.get(name)
    if not _is_function(entry):
        raise _missing(entry_advice.about_missing_function(members, name, style, value))
    return entry


def _method(members: dict[str, Any], class_name: str, name: str, style: str, value: object) -> Any:
    kind: Any = members.get(class_name)
    if not issubclass(type(kind), type):
        raise _missing(entry_advice.about_missing_class(members, class_name, name, style, value))
    what_to_do = entry_advice.about_missing_method(kind, class_name, name, style, value)
    if what_to_do:
        raise _missing(what_to_do)
    try:
        instance: Any = kind()
    except TypeError as fault:
        # Deeper down it is the class's own fault.
        if fault.__traceback__ is None or fault.__traceback__.tb_next is not None:
            raise
        report = faults.describe(fault)
        report["error"] += f" ({class_name} is made without arguments, as {class_name}())"
        raise Unusable("EXCEPTION", report) from None
    entry = getattr(instance, name)
    if not _is_function(entry):
        raise _missing(f"{class_name}.{name} cannot be called: write it as a method")
    return entry


def _is_function(member: object) -> bool:
    return callable(member) and not issubclass(type(member), type)


def _missing(sentence: str) -> Unusable:
    return Unusable("NO_ENTRY_FUNCTION", {"error": f"EntryFunctionError: {sentence}", "traceback": ""})
