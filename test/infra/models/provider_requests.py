"""What the provider asks AWS for when it creates a resource, by the tables in ``requests/``.

A table has, for each kind of resource, the requests that are made for it, and for each request
where in it a property goes: ``"memorySize": "MemorySize"``, below a dot in a member of a member. A
list of two goes on inside: where the object or each of the list belongs, and what becomes of its
members. An object is a template whose ``$`` is the property's value. ``.`` goes on with the same
properties one level below, ``+`` is what the provider adds, and ``unsent`` names properties that no
request carries, always (null) or at that value.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

SPECIAL = (".", "+")
# By the endpoint that is asked.
NEVER_SENT = {"region": None}


class Request(NamedTuple):
    """One call of AWS's API: its service as botocore names it, its operation, its parameters."""

    service: str
    operation: str
    parameters: dict[str, Any]


class Mapping:
    """The tables of all services."""

    def __init__(self, folder: Path) -> None:
        """Read the tables, each named after its service."""
        self._kinds = {
            kind: (path.stem, requests)
            for path in sorted(folder.glob("*.json"))
            for kind, requests in json.loads(path.read_text("utf-8")).items()
        }

    def requests_of(self, kind: str, inputs: dict[str, Any]) -> tuple[list[Request], list[str]]:
        """Give the requests that create a resource, and a sentence for whatever has no place in them."""
        if kind not in self._kinds:
            return [], ["no request is known that creates it"]
        service, table = self._kinds[kind]
        unsent = {**NEVER_SENT, **table.get("unsent", {})}
        sent = {name: value for name, value in inputs.items() if not _is_unsent(name, value, unsent)}
        operations = {name: places for name, places in table.items() if name != "unsent"}
        known = {name for places in operations.values() for name in _names(places)}
        faults = [f"{name}: goes into no request" for name in sent if name not in known]
        requests = [
            Request(service, operation, _filled(sent, places, operation, faults))
            for position, (operation, places) in enumerate(operations.items())
            if position == 0 or all(name in sent for name in _names(places))
        ]
        return requests, list(dict.fromkeys(faults))


def _is_unsent(name: str, value: Any, unsent: dict[str, Any]) -> bool:
    # Of an empty list the provider makes no request.
    return value == [] or (name in unsent and unsent[name] in (None, value))


def _names(places: dict[str, Any]) -> set[str]:
    below = _names(places["."][1]) if "." in places else set[str]()
    return below | {name for name in places if name not in SPECIAL}


def _filled(inputs: dict[str, Any], places: dict[str, Any], path: str, faults: list[str]) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for name, place in places.items():
        if name == "+":
            _merge(parameters, place)
        elif name == ".":
            _put(parameters, place[0], _filled(inputs, place[1], path, faults))
        elif name in inputs:
            value = inputs[name]
            if isinstance(place, str):
                _put(parameters, place, value)
            elif isinstance(place, list):
                _put(parameters, place[0], _inside(value, place[1], f"{path}.{name}", faults))
            else:
                _merge(parameters, _from_template(place, value))
    return parameters


def _inside(value: Any, places: dict[str, Any], path: str, faults: list[str]) -> Any:
    if isinstance(value, list):
        return [_inside(one, places, path, faults) for one in value]
    if not isinstance(value, dict):
        faults.append(f"{path}: is no object")
        return value
    known = _names(places)
    faults.extend(f"{path}.{name}: goes into no request" for name in value if name not in known)
    return _filled(value, places, path, faults)


def _from_template(template: Any, value: Any) -> Any:
    if template == "$":
        return value
    if isinstance(template, dict):
        return {name: _from_template(one, value) for name, one in template.items()}
    if isinstance(template, list):
        values = value if isinstance(value, list) else [value]
        return [_from_template(one, each) for one in template for each in values]
    return template


def _put(parameters: dict[str, Any], place: str, value: Any) -> None:
    *above, last = place.split(".")
    for name in above:
        parameters = parameters.setdefault(name, {})
    if isinstance(value, dict) and isinstance(parameters.get(last), dict):
        _merge(parameters[last], value)
    else:
        parameters[last] = value


def _merge(parameters: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        _put(parameters, name, value)
