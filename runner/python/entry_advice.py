"""Words for beginners about problems that name their function, or give it several arguments.

It asks nothing of a solution's own objects but their true types, and decides nothing.
"""

import sys
from collections.abc import Iterable
from keyword import iskeyword
from types import FunctionType
from typing import Any

import advice
import faults

_MOST_SHOWN = 8
# Of the class itself, whatever its metaclass says.
_bases_of = type.__dict__["__mro__"].__get__
_members_of = type.__dict__["__dict__"].__get__
_TAKES = {
    "positional": "this problem takes an array, whose elements are the arguments",
    "keyword": "this problem takes an object, whose members are the arguments",
    "stdio": "this problem takes a text, which the program reads from stdin",
}
_KINDS = {dict: "an object", list: "an array", str: "a text", bool: "a boolean", type(None): "null"}


def about_misfit(style: str, value: object) -> str:
    """Say what inputs of this style are, and what this one is."""
    return f"{_TAKES[style]}; this input is {_KINDS.get(type(value), 'a number')}"


def about_arguments(name: str, style: str, value: Any) -> str:
    """Say with what the function of this name is called."""
    class_name, _, function = name.rpartition(".")
    shown = _definition(function, style, value, is_method=bool(class_name))
    if style == "positional":
        return f"the input's {len(value)} elements are the arguments, as in {shown}"
    if style == "keyword":
        return f"the input's members are keyword arguments, as in {shown}"
    return f"the input comes as one argument, as in {shown}"


def about_missing_function(members: dict[str, Any], name: str, style: str, value: object) -> str:
    """Say what to define, and what is there in its stead."""
    definition = _definition(name, style, value)
    sentence = f"define a function named {name}, as in {definition}"
    if name in members:
        return f"{sentence}. What is there under that name is {_described(members[name])}, and is not called"
    functions = [own for own, member in _own(members) if type(member) is FunctionType]
    methods = [f"{own}().{method}" for own, kind in _own(members) for method in advice.methods_of(kind)]
    call = next((method for method in methods if method.endswith(f".{name}")), None)
    if call is not None or methods and not functions:
        call = call or methods[0]
        arguments = _arguments(style, value)
        return f"{sentence}. A method is not called by itself: add {definition}: return {call}({arguments})"
    return sentence + _instead(functions, name)


def about_missing_class(members: dict[str, Any], class_name: str, name: str, style: str, value: object) -> str:
    """Say which class to define, and what is there in its stead."""
    sentence = f"define a class {class_name} with the method {_definition(name, style, value, is_method=True)}"
    if class_name in members:
        return f"{sentence}. What is there under that name is {_described(members[class_name])}"
    if type(members.get(name)) is FunctionType:
        return f"{sentence}. There is {name} outside of a class"
    return sentence + _instead([own for own, member in _own(members) if type(member) is type], class_name)


def about_missing_method(kind: Any, class_name: str, name: str, style: str, value: object) -> str:
    """Say which method to define; empty where there is something that may be one."""
    bases = _bases_of(kind)
    found = next((_members_of(base)[name] for base in bases if name in _members_of(base)), None)
    sentence = f"define in the class {class_name} the method {_definition(name, style, value, is_method=True)}"
    if found is None:
        return sentence + _instead([own for base in bases for own in advice.methods_of(base)], name)
    if issubclass(type(found), type):
        return f"{sentence}. What is there under that name is a class, which is not called"
    if faults.type_name(type(found)) in ("property", "cached_property"):
        return f"{sentence}. It is a property, which is not called: leave its decorator out"
    return ""


def _definition(name: str, style: str, value: object, is_method: bool = False) -> str:
    arguments = _arguments(style, value)
    return f"def {name}({', '.join(filter(None, ['self' * is_method, arguments]))})"


def _arguments(style: str, value: Any) -> str:
    """Write the parameters as someone who knows the input would."""
    if style == "positional":
        return ", ".join("abcdefgh"[: len(value)]) if len(value) <= _MOST_SHOWN else "*values"
    if style == "keyword":
        are_names = all(name.isidentifier() and not iskeyword(name) for name in value)
        is_short = len(value) <= _MOST_SHOWN and sum(map(len, value)) < 200
        return ", ".join(value) if are_names and is_short else "**values"
    return "data"


def _own(members: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    """What the solution made itself, and made for others to see."""
    names = [name for name in members if type(name) is str and not name.startswith("_")]
    return [(name, members[name]) for name in names if advice.is_own(members[name])]


def _instead(found: list[str], name: str) -> str:
    near = [own for own in found if _plain(own) == _plain(name)]
    if not near and "difflib" in sys.modules:
        near = sys.modules["difflib"].get_close_matches(name, found, 1)
    shown = near[:1] or found[-advice.MOST_NAMES :]
    return f". There is {', '.join(shown)}: name it {name}" if shown else ""


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _described(member: object) -> str:
    kind = type(member)
    return "a class" if issubclass(kind, type) else f"of type {faults.type_name(kind)}"
