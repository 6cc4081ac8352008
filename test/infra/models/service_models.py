"""AWS's own models of its services, as botocore carries them."""

import importlib
import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import Any

# botocore has no types, and is not needed to work on anything else.
loaders: Any = importlib.import_module("botocore.loaders")
model: Any = importlib.import_module("botocore.model")
validate: Any = importlib.import_module("botocore.validate")

NUMBERS = {"integer": int, "long": int, "float": float, "double": float}
PAIRS = ({"Key", "Value"}, {"Name", "Value"})


@cache
def _service(name: str) -> Any:
    return model.ServiceModel(loaders.Loader().load_service_model(name, "service-2"), name)


def shaped(service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Give the parameters in the forms that the operation has for them, as the provider does."""
    return _shaped(parameters, _service(service).operation_model(operation).input_shape)


def faults_of(service: str, operation: str, parameters: dict[str, Any]) -> list[str]:
    """Say what the service's model does not allow in a request."""
    shape = _service(service).operation_model(operation).input_shape
    report = validate.ParamValidator().validate(parameters, shape)
    shape_faults = report.generate_report().split("\n") if report.has_errors() else []
    return shape_faults + _constraint_faults(parameters, shape, "")


def _shaped(value: Any, shape: Any) -> Any:
    if shape.type_name == "structure":
        return _structure(value, shape)
    if shape.type_name == "list":
        return [_shaped(one, shape.member) for one in _list(value, shape.member)]
    if shape.type_name == "map":
        pairs = value.items() if isinstance(value, dict) else [(one.pop("@key"), one) for one in value]
        return {key: _shaped(one, shape.value) for key, one in pairs}
    if shape.type_name in NUMBERS and isinstance(value, str):
        return _number(value, NUMBERS[shape.type_name])
    return value


def _number(text: str, number: type[int] | type[float]) -> Any:
    try:
        return number(text)
    except ValueError:
        return text


def _structure(value: Any, shape: Any) -> Any:
    if isinstance(value, list):
        value = {"Items": value} if "Items" in shape.members else value[0] if len(value) == 1 else value
    if not isinstance(value, dict):
        return value
    members = {name: _shaped(one, shape.members[name]) if name in shape.members else one for name, one in value.items()}
    if "Items" in members and "Quantity" in shape.members:
        members["Quantity"] = len(members["Items"])
    return members


def _list(value: Any, member: Any) -> list[Any]:
    if not isinstance(value, dict):
        return value
    for pair in PAIRS:
        if member.type_name == "structure" and set(member.members) == pair:
            key = min(pair)
            return [{key: name, "Value": one} for name, one in value.items()]
    return [value]


def _constraint_faults(value: Any, shape: Any, path: str) -> list[str]:
    if shape.type_name == "structure" and isinstance(value, dict):
        below = [(name, one, shape.members[name]) for name, one in value.items() if name in shape.members]
    elif shape.type_name == "map" and isinstance(value, dict):
        below = [(name, name, shape.key) for name in value] + [(name, one, shape.value) for name, one in value.items()]
    elif shape.type_name == "list" and isinstance(value, list):
        below = [(str(index), one, shape.member) for index, one in enumerate(value)]
    else:
        below = []
    own = [f"{path or 'it'}: {fault}" for fault in _own_faults(value, shape)]
    return own + [
        fault
        for name, one, member in below
        for fault in _constraint_faults(one, member, f"{path}.{name}" if path else name)
    ]


def _own_faults(value: Any, shape: Any) -> list[str]:
    limits = shape.metadata
    size = len(value) if isinstance(value, (str, list, dict)) else value
    told = f"{value!r} is" if size is value else f"has {size},"
    faults: list[str] = []
    if isinstance(size, (int, float)) and not isinstance(size, bool) and shape.type_name != "structure":
        if size < limits.get("min", size):
            faults.append(f"{told} under {limits['min']}")
        if size > limits.get("max", size):
            faults.append(f"{told} over {limits['max']}")
    if isinstance(value, str):
        if value not in limits.get("enum", [value]):
            faults.append(f"{value!r} is none of {', '.join(limits['enum'])}")
        pattern = limits.get("pattern")
        if pattern is not None and not _pattern(pattern).fullmatch(value):
            faults.append(f"{value!r} does not match {pattern}")
    return faults


@cache
def _pattern(java: str) -> re.Pattern[str]:
    """Give a model's pattern, which is Java's: with Unicode's categories, and flags anywhere."""
    python = re.sub(r"\\p\{(\w+)\}", lambda found: _characters(found[1]), java)
    flags = re.IGNORECASE if "(?i)" in python else re.RegexFlag(0)
    return re.compile(python.replace("(?i)", ""), flags)


@cache
def _characters(category: str) -> str:
    """Give the characters of a category, as the inside of a class; beyond the first plane nothing has a name here."""
    of_category = [code for code in range(0x10000) if unicodedata.category(chr(code)).startswith(category)]
    runs = groupby(enumerate(of_category), lambda pair: pair[1] - pair[0])
    ends = [(codes[0][1], codes[-1][1]) for codes in (list(run) for _, run in runs)]
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ends)
