"""Holds rendered stacks against AWS's API models, and faults that are planted in them as well.

On stdin ``{"region", "configurations": {name: [{"kind", "name", "inputs"}]}, "planted": [[kind, path,
value, …]]}``; on stdout how many values were checked, the faults, for each planted one the faults of
the resource in which it was planted, and the rules that no planted fault breaks. A planted value of
null removes what is there, and ``{"times", "of"}`` is a long one.
"""

import copy
import json
import sys
from pathlib import Path
from typing import Any

from edge_rules import EDGE_RULES
from function_rules import FUNCTION_RULES
from identity_rules import IDENTITY_RULES
from provider_requests import Mapping
from rule import broken_rules
from service_models import faults_of, shaped
from watching_rules import WATCHING_RULES

RULES = [*EDGE_RULES, *FUNCTION_RULES, *IDENTITY_RULES, *WATCHING_RULES]
NOT_OF_AWS = ("pulumi:pulumi", "random:index/randomPassword")


class Checker:
    """Checks resources that would be created in a region, equal ones once."""

    def __init__(self, region: str) -> None:
        """Read the tables of requests."""
        self._region = region
        self._mapping = Mapping(Path(__file__).parent / "requests")
        self._known: dict[str, list[str]] = {}
        self.values = 0

    def faults_of(self, kind: str, inputs: dict[str, Any]) -> list[str]:
        """Say what AWS would refuse of a resource, or what of it nobody knows here."""
        key = json.dumps([kind, inputs], sort_keys=True)
        if key not in self._known:
            self._known[key] = self._faults_of(kind, inputs)
        return self._known[key]

    def _faults_of(self, kind: str, inputs: dict[str, Any]) -> list[str]:
        if kind in NOT_OF_AWS:
            return []
        requests, faults = self._mapping.requests_of(kind, inputs)
        region = inputs.get("region", self._region)
        for service, operation, unshaped in requests:
            parameters = shaped(service, operation, copy.deepcopy(unshaped))
            self.values += _count(parameters)
            called = f"{service}.{operation}"
            found = faults_of(service, operation, parameters)
            # A rule may rely on what the model asks for.
            found = found or broken_rules(RULES, called, parameters, region)
            faults += [f"{called}: {fault}" for fault in found]
        return faults


def _count(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    if isinstance(value, list):
        return sum(map(_count, value))
    return 1


def _planted(resources: list[dict[str, Any]], kind: str, path: str, value: Any) -> dict[str, Any]:
    """Give the inputs of the first resource of that kind that has room for the fault, with the fault."""
    *above, last = path.split(".")
    for resource in resources:
        if resource["kind"] != kind:
            continue
        inputs = copy.deepcopy(resource["inputs"])
        place: Any = inputs
        try:
            for name in above:
                place = place[_step(place, name)]
            if value is None:
                del place[_step(place, last)]
            else:
                place[_step(place, last)] = _grown(value)
        except (KeyError, IndexError):
            continue
        return inputs
    raise SystemExit(f"No {kind} has room for a fault at {path}")


def _grown(value: Any) -> Any:
    return value["times"] * value["of"] if isinstance(value, dict) and "times" in value else value


def _unproven(faults: list[str]) -> list[str]:
    return [
        f"{rule.operation} {rule.place}: {rule.sentence}"
        for rule in RULES
        if not any(fault.startswith(f"{rule.operation}: ") and rule.sentence in fault for fault in faults)
    ]


def _step(place: Any, name: str) -> Any:
    return int(name) if isinstance(place, list) else name


def main() -> None:
    """Check what is on stdin."""
    task = json.load(sys.stdin)
    checker = Checker(task["region"])
    stacks = task["configurations"]
    faults = [
        f"{configuration}: {resource['kind']} {resource['name']}: {fault}"
        for configuration, resources in stacks.items()
        for resource in resources
        for fault in checker.faults_of(resource["kind"], resource["inputs"])
    ]
    values = checker.values
    everything = [resource for resources in stacks.values() for resource in resources]
    planted = [
        checker.faults_of(kind, _planted(everything, kind, path, value)) for kind, path, value, *_ in task["planted"]
    ]
    unproven = _unproven([fault for found in planted for fault in found])
    json.dump({"values": values, "faults": faults, "planted": planted, "unproven": unproven}, sys.stdout)


if __name__ == "__main__":
    main()
