"""What CPython and the contract say about JSON texts: the oracle of the property tests.

Reads one request a line, ``{"ask": name, "items": [...]}``, and answers each with one line,
``{"answers": [...]}``. It does not know how the service compares, nor what it answered.
"""

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation
from typing import Any

from json_values import WrittenFloat, WrittenInt, decode, read_written

# Digits enough to subtract any two numbers that a test writes and that are not worlds apart.
EXACT = Context(prec=20_000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])
NUMBER_TEXT = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def is_equal(pair: list[str]) -> bool:
    """Return whether Python's ``==`` holds."""
    actual, expected = map(decode, pair)
    return bool(actual == expected)


def is_equal_unordered(pair: list[str]) -> bool:
    """Return whether two lists are the same multiset under ``==``."""
    actual, expected = map(decode, pair)
    if not isinstance(actual, list) or not isinstance(expected, list):
        return False
    for element in actual:
        if element not in expected:
            return False
        expected.remove(element)
    return expected == []


def is_deeply_unordered(pair: list[str]) -> bool:
    """Return whether two values are equal when no list's order matters."""
    return _is_deeply_unordered(*map(decode, pair))


def _is_deeply_unordered(actual: Any, expected: Any) -> bool:
    if isinstance(actual, list) and isinstance(expected, list):
        left = list(expected)
        for element in actual:
            same = next((at for at, other in enumerate(left) if _is_deeply_unordered(element, other)), None)
            if same is None:
                return False
            del left[same]
        return left == []
    if isinstance(actual, dict) and isinstance(expected, dict):
        return actual.keys() == expected.keys() and all(_is_deeply_unordered(actual[k], expected[k]) for k in actual)
    return bool(actual == expected)


def is_one_of(pair: list[str]) -> bool:
    """Return whether a value is in a list of answers."""
    actual, answers = map(decode, pair)
    return isinstance(answers, list) and actual in answers


def is_alike(actual: Any, expected: Any, is_same: Callable[[Any, Any], bool]) -> bool:
    """Return whether two values have one shape and ``is_same`` holds of whatever has no parts."""
    if isinstance(actual, list) and isinstance(expected, list):
        return len(actual) == len(expected) and all(map(lambda a, e: is_alike(a, e, is_same), actual, expected))
    if isinstance(actual, dict) and isinstance(expected, dict):
        return actual.keys() == expected.keys() and all(is_alike(actual[k], expected[k], is_same) for k in actual)
    return is_same(actual, expected)


def is_close(item: list[str | None]) -> bool:
    """Return whether every number is near enough, by its digits, and all else is equal."""
    tolerances = item[2:]

    def is_same(actual: Any, expected: Any) -> bool:
        actual_digits, expected_digits = _digits(actual), _digits(expected)
        if actual_digits is not None and expected_digits is not None:
            return is_near(Decimal(actual_digits), Decimal(expected_digits), tolerances)
        return bool(actual == expected)

    return is_alike(read_written(str(item[0])), read_written(str(item[1])), is_same)


def have_same_words(item: list[str | None]) -> bool:
    """Return whether all texts have the same words, or with a tolerance numbers that are near enough."""
    tolerances = item[2:]

    def is_same_word(actual: str, expected: str) -> bool:
        if tolerances == [None, None]:
            return actual == expected
        number, wanted = number_of(actual), number_of(expected)
        if number is None or wanted is None:
            return actual == expected
        if not number.is_finite() or not wanted.is_finite():
            return str(number.copy_abs() if number.is_nan() else number) == str(
                wanted.copy_abs() if wanted.is_nan() else wanted
            )
        return is_near(number, wanted, tolerances)

    def is_same(actual: Any, expected: Any) -> bool:
        words, wanted = _words(actual), _words(expected)
        if actual == expected or words is None or wanted is None:
            return bool(actual == expected)
        return len(words) == len(wanted) and all(map(is_same_word, words, wanted))

    return is_alike(read_written(str(item[0])), read_written(str(item[1])), is_same)


def number_of(word: str) -> Decimal | None:
    """Return what ``float()`` reads without ``_``, but with all its digits; None where it reads nothing."""
    if "_" in word:
        return None
    try:
        float(word)
    except ValueError:
        return None
    return Decimal(word)


def _words(value: Any) -> list[str] | None:
    if isinstance(value, WrittenInt):
        return [str(int(value))]
    if isinstance(value, WrittenFloat):
        return [value.written]
    return value.split() if isinstance(value, str) else None


def _digits(value: Any) -> str | None:
    if isinstance(value, (WrittenInt, WrittenFloat)):
        return value.written
    return value if isinstance(value, str) and NUMBER_TEXT.fullmatch(value) else None


def is_near(actual: Decimal, expected: Decimal, tolerances: list[str | None]) -> bool:
    """Return whether a number is within either tolerance of the expected one."""
    epsilon, relative = (Decimal(one or 0) for one in tolerances)
    bound = EXACT.multiply(relative, expected.copy_abs())
    return is_difference_within(actual, expected, max(epsilon, bound))


def is_difference_within(actual: Decimal, expected: Decimal, epsilon: Decimal) -> bool:
    """Return whether |actual - expected| <= epsilon, for any exponents."""
    try:
        difference = EXACT.subtract(actual, expected).copy_abs()
    except Inexact:
        # So far apart that the smaller cannot carry the larger over epsilon, unless they meet it.
        larger, smaller = (actual, expected) if expected.copy_abs() < actual.copy_abs() else (expected, actual)
        difference = larger.copy_abs()
        if difference == epsilon:
            return larger.is_signed() == smaller.is_signed()
    return difference <= epsilon


def split(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


def characters(_: None) -> dict[str, Any]:
    """Return which characters part words and which are digits."""
    spaces = [point for point in range(sys.maxunicode + 1) if len(f"a{chr(point)}b".split()) == 2]
    digits = [[point, float(chr(point))] for point in range(sys.maxunicode + 1) if chr(point).isdecimal()]
    return {"unicode": unicodedata.unidata_version, "spaces": spaces, "digits": digits}


def is_json(text: str) -> bool:
    """Return whether ``json.loads`` takes the text."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def repr_of(text: str) -> str:
    """Return what ``repr(data)`` is in a solution that was given the text."""
    return repr(json.loads(text))


def repr_hash(text: str) -> str:
    """Return the SHA-256 of that ``repr``, written in ASCII."""
    return hashlib.sha256(ascii(repr_of(text)).encode("ascii")).hexdigest()


def returned(text: str) -> str | None:
    """Return ``repr`` of what a client reads when a solution returns its input.

    None when nothing can be returned: half of a surrogate pair has no UTF-8 form.
    """
    value = decode(text)
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return None
    return repr(value)


ASKABLE: dict[str, Callable[[Any], Any]] = {
    "equal": is_equal,
    "unordered_equal": is_equal_unordered,
    "unordered_deep": is_deeply_unordered,
    "one_of": is_one_of,
    "float_eps": is_close,
    "tokens": have_same_words,
    "split": split,
    "characters": characters,
    "is_json": is_json,
    "repr": repr_of,
    "repr_hash": repr_hash,
    "returned": returned,
}


def answer(ask: str, item: Any) -> Any:
    """Answer one question; one that has no answer is answered by what is wrong with it."""
    try:
        return ASKABLE[ask](item)
    except (ValueError, ArithmeticError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    """Answer until the questions end."""
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    # Values go to 500 levels, and a level takes several frames.
    sys.setrecursionlimit(10_000)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answers = [answer(request["ask"], item) for item in request["items"]]
        print(json.dumps({"answers": answers}), flush=True)


if __name__ == "__main__":
    main()
