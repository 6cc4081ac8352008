"""JSON texts as values: decoded as the contract has it, or with the digits that they were written with."""

import json
from typing import Any


def with_float_texts(value: Any) -> Any:
    """Give the floats that JSON has no form for the three texts that stand for them."""
    if isinstance(value, list):
        return [with_float_texts(element) for element in value]
    if isinstance(value, dict):
        return {key: with_float_texts(member) for key, member in value.items()}
    if isinstance(value, float):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(repr(value), value)
    return value


def decode(text: str) -> Any:
    """Decode as the contract has it: ``json.loads``, then the three texts."""
    return with_float_texts(json.loads(text))


class WrittenInt(int):
    """An integer that knows its digits."""

    written: str


class WrittenFloat(float):
    """A float that knows the digits it was read from."""

    written: str


def read_int(token: str) -> WrittenInt:
    """Keep the digits of an integer."""
    number = WrittenInt(token)
    number.written = token
    return number


def read_float(token: str) -> Any:
    """Keep the digits of a float, unless it is none of the finite ones."""
    number = WrittenFloat(token)
    number.written = token
    return with_float_texts(number)


def read_written(text: str) -> Any:
    """Decode a text so that its numbers know their digits."""
    return json.loads(text, parse_int=read_int, parse_float=read_float, parse_constant=str)
