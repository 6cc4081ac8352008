"""A rule about requests that AWS's models do not have, and what such rules ask."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

EDGE_REGION = "us-east-1"
STATEMENT = {"Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"}

Question = Callable[[Any], bool]


class Rule(NamedTuple):
    """What has to be so at one place of a request.

    In a place ``[]`` is each of a list. The empty place is the whole request, with the region that
    it is sent to as its member ``@region``.
    """

    operation: str
    place: str
    sentence: str
    holds: Question


def broken_rules(rules: Sequence[Rule], operation: str, request: dict[str, Any], region: str) -> list[str]:
    """Say which of the rules a request breaks."""
    whole = {**request, "@region": region}
    return [
        f"{rule.place or 'it'}: is no {operation} that {rule.sentence}"
        if rule.place == ""
        else f"{rule.place}: {value!r} is not so that it {rule.sentence}"
        for rule in rules
        if rule.operation == operation
        for value in _values(whole, rule.place.split(".") if rule.place else [])
        if not rule.holds(value)
    ]


def _values(value: Any, place: list[str]) -> Iterator[Any]:
    if not place:
        yield value
        return
    name, *rest = place
    if not isinstance(value, dict) or name.removesuffix("[]") not in value:
        return
    inner = value[name.removesuffix("[]")]
    for one in inner if name.endswith("[]") else [inner]:
        yield from _values(one, rest)


def one_of(*values: Any) -> Question:
    """Ask whether it is one of these."""
    return lambda it: it in values


def between(least: float, most: float) -> Question:
    """Ask whether a number is within limits."""
    return lambda it: least <= it <= most


def at_most(most: int) -> Question:
    """Ask whether there are no more of them."""
    return lambda it: len(it) <= most


def matches(pattern: str) -> Question:
    """Ask whether all of a text is of this form."""
    return lambda it: re.fullmatch(pattern, it) is not None


def is_json_object(it: str) -> bool:
    """Ask whether a text is an object in JSON."""
    try:
        return isinstance(json.loads(it), dict)
    except ValueError:
        return False


def is_policy(it: str) -> bool:
    """Ask whether a text is a policy as IAM takes them."""
    policy = json.loads(it) if is_json_object(it) else {}
    return policy.get("Version") == "2012-10-17" and all(
        statement.get("Effect") in ("Allow", "Deny") and set(statement) <= STATEMENT
        for statement in policy.get("Statement", [{}])
    )


def region_of(arn: str) -> str:
    """Give the region that an ARN names."""
    return arn.split(":")[3]
