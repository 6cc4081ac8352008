"""Turns what a solution returned into JSON text, exactly, or says why it cannot.

Only the true type of a value counts: a method that a subclass overrides, or a
``__class__`` that lies, is never asked. It does not know who reads the text.
"""

import json
import math
from collections import OrderedDict, deque
from typing import Any

from advice import about_value
from faults import type_name

MAX_JSON_BYTES = 512 * 1024
MAX_DEPTH = 500
# Reading and writing a number takes quadratic time in the process that reads the text,
# which must not pay seconds for one value.
MAX_INTEGER_DIGITS = 100_000
# Bits of the largest such number. Only among those of as many bits is the power itself needed, which takes long.
_MOST_BITS = 332_193

_BASES: tuple[Any, ...] = (str, int, float, OrderedDict, dict, list, tuple, set, frozenset, deque)
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class NotJson(Exception):
    """The value has no JSON form, or too large a one; the message is for the solution's author."""


def to_json(value: object) -> str:
    """Write ``value`` as JSON text that has a UTF-8 form.

    Raises:
        NotJson: the value has no such text.
    """
    conversion = _Conversion()
    plain = conversion.plain(value, 0)
    text = _encode(_with_float_texts(plain) if conversion.has_special_floats else plain)
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError:
        raise NotJson("a text with half of a surrogate pair has no UTF-8 form. Value type: str") from None
    if size > MAX_JSON_BYTES:
        raise _too_large()
    return text


class _Conversion:
    """One walk over a value. It stops as soon as the text is sure to be too large, since a
    few lists that hold each other many times stand for more elements than memory has room for."""

    def __init__(self) -> None:
        self.has_special_floats = False
        self._bytes_at_least = 0

    def plain(self, value: Any, depth: int) -> Any:
        """Return ``value`` in plain types; special floats stay, since a set sorts by them."""
        kind = type(value)
        if kind is bool or value is None:
            self._spend(4)
            return value
        base = kind if kind in _BASES else _base_of(kind)
        if base is int:
            return self._integer(value)
        if base is str:
            return self._text(str.__str__(value))
        if base is float:
            self._spend(3)
            self.has_special_floats = self.has_special_floats or not math.isfinite(value)
            return float.__float__(value)
        if depth >= MAX_DEPTH:
            raise NotJson(
                f"deeper than {MAX_DEPTH} levels, or a value that contains itself. Value type: {type_name(kind)}"
            )
        self._spend(2)
        if base is dict or base is OrderedDict:
            return {self._key(key): self.plain(item, depth + 1) for key, item in base.items(value)}
        items = [self.plain(item, depth + 1) for item in base.__iter__(value)]
        return _sorted_if_possible(items) if base is set or base is frozenset else items

    def _integer(self, value: int) -> int:
        number = int.__int__(value)
        bits = number.bit_length()
        if bits > _MOST_BITS or bits == _MOST_BITS and abs(number) >= 10**MAX_INTEGER_DIGITS:
            raise NotJson(f"an integer of more than {MAX_INTEGER_DIGITS} digits. Value type: int")
        self._spend(1 + bits // 4)
        return number

    def _text(self, value: str) -> str:
        self._spend(2 + len(value))
        return value

    def _key(self, key: Any) -> str:
        base = _base_of_or_none(type(key))
        if base is str:
            return self._text(str.__str__(key))
        if base is int and type(key) is not bool:
            return self._text(int.__repr__(self._integer(key)))
        return self._text(float.__repr__(key) if base is float else str(key))

    def _spend(self, size: int) -> None:
        self._bytes_at_least += size
        if self._bytes_at_least > MAX_JSON_BYTES + 64:
            raise _too_large()


def _base_of_or_none(kind: type) -> Any:
    return next((base for base in _BASES if issubclass(kind, base)), None)


def _base_of(kind: type) -> Any:
    base = _base_of_or_none(kind)
    if base is None:
        sentence = f"the return value has no JSON form: {about_value(kind)}"
        raise NotJson(f"{sentence}. Value type: {type_name(kind)}")
    return base


def _sorted_if_possible(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:
        return items


def _with_float_texts(plain: Any) -> Any:
    if isinstance(plain, float) and not math.isfinite(plain):
        return "NaN" if math.isnan(plain) else "Infinity" if plain > 0 else "-Infinity"
    if isinstance(plain, list):
        return [_with_float_texts(item) for item in plain]
    if isinstance(plain, dict):
        return {key: _with_float_texts(item) for key, item in plain.items()}
    return plain


def _too_large() -> NotJson:
    return NotJson(f"the return value is larger than {MAX_JSON_BYTES // 1024} KiB of JSON")
