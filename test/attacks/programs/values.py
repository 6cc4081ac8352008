# ruff: noqa
# Programs whose input or result is hard to carry.

#: returns what JSON has no form for
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: object"}
def solution(_):
    return [1, {"deep": object()}]

#: returns special floats
#: {"reason": null, "value": ["NaN", "Infinity", "-Infinity", [-0.5]]}
def solution(_):
    return [float("nan"), float("inf"), -float("inf"), (-0.5,)]

#: returns a value that contains itself
#: {"reason": "BAD_RETURN_VALUE", "says": "contains itself"}
def solution(_):
    value = []
    value.append({"again": value})
    return value

#: returns a list of a hundred thousand levels
#: {"reason": "BAD_RETURN_VALUE", "says": "levels", "timeout_ms": 5000}
def solution(_):
    value = []
    for _ in range(10 ** 5):
        value = [value]
    return value

#: returns few lists that stand for endless many
#: {"reason": "BAD_RETURN_VALUE", "says": "512 KiB", "timeout_ms": 5000}
def solution(_):
    value = [1]
    for _ in range(60):
        value = [value, value]
    return value

#: returns a megabyte
#: {"reason": "BAD_RETURN_VALUE", "says": "512 KiB"}
def solution(_):
    return "x" * (1 << 20)

#: returns an integer of too many digits
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: int", "timeout_ms": 5000}
def solution(_):
    return 1 << 1_000_000

#: returns half of a surrogate pair
#: {"reason": "BAD_RETURN_VALUE", "says": "surrogate"}
def solution(_):
    return {"\ud800": 1}

#: returns a generator
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: generator"}
def solution(_):
    return (number for number in range(3))

#: returns a coroutine
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: coroutine"}
async def solution(_):
    return 1

#: returns bytes
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: bytes"}
def solution(_):
    return b"\x00"

#: returns its own function
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: function"}
def solution(_):
    return solution

#: returns keys that become equal
#: {"reason": null, "value": {"1": "c", "True": "b", "None": "d"}}
def solution(_):
    return {1: "a", "1": "c", "True": "b", None: "d"}

#: returns a key whose text fails
#: {"reason": "EXCEPTION", "says": "RuntimeError"}
class Key:
    def __str__(self):
        raise RuntimeError("no")
def solution(_):
    return {Key(): 1}

#: returns a key whose text is no text
#: {"reason": "EXCEPTION", "says": "TypeError"}
class Key:
    def __str__(self):
        return 5
def solution(_):
    return {Key(): 1}

#: returns a key whose text is a lying one
#: {"reason": [null, "BAD_RETURN_VALUE", "EXCEPTION", "NO_RESULT"]}
class Text(str):
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return True
    def __len__(self):
        raise SystemExit(0)
class Key:
    def __str__(self):
        return Text("shown")
def solution(_):
    return {Key(): 1}

#: returns a set that cannot be sorted
#: {"reason": null}
def solution(_):
    return {1, "a", None, (2, 3)}

#: returns a set whose elements exit when compared
#: {"reason": ["NO_RESULT", null, "EXCEPTION"]}
import os
class Number(int):
    def __lt__(self, other):
        os._exit(0)
def solution(_):
    return {Number(1), Number(2)}

#: changes a list while it is written down
#: {"reason": ["BAD_RETURN_VALUE", "EXCEPTION", null], "timeout_ms": 3000}
class Key:
    def __str__(self):
        value.append(1)
        shared.clear()
        return "k"
shared = {Key(): 1}
value = [shared, shared]
def solution(_):
    return value

#: grows a dict while it is written down
#: {"reason": ["EXCEPTION", "BAD_RETURN_VALUE"], "says": ""}
class Key:
    def __str__(self):
        shared[len(shared)] = Key()
        return "k"
shared = {Key(): 1}
def solution(_):
    return shared

#: returns a named tuple, a deque, a counter and an enumeration
#: {"reason": null, "value": [[1, 2], [3], {"a": 2}, 5]}
import collections, enum
class Level(enum.IntEnum):
    HIGH = 5
def solution(_):
    return [collections.namedtuple("Pair", "x y")(1, 2), collections.deque([3]), collections.Counter("aa"), Level.HIGH]

#: changes its input and returns it
#: {"reason": null, "value": [1, 2, 3], "input": [1, 2]}
def solution(value):
    value.append(3)
    return value

#: gets an input that is deep
#: {"reason": null, "value": 1, "input": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
def solution(_):
    return 1

#: gets an input with a marker in it
#: {"reason": null, "value": "###_RETURN_VALUE_###\n\u0000\u2028", "input": "###_RETURN_VALUE_###\n\u0000\u2028"}
def solution(value):
    return value

#: lowers the digits limit and returns a long integer
#: {"reason": [null, "BAD_RETURN_VALUE", "EXCEPTION"], "timeout_ms": 3000}
import sys
sys.set_int_max_str_digits(640)
def solution(_):
    return 10 ** 5000

#: imports a module that does something when it is imported
#: {"reason": [null, "EXCEPTION", "NO_RESULT"], "timeout_ms": 2000}
import unittest.__main__
def solution(_):
    return 1

#: names a program of the standard library in code that never runs
#: {"reason": null, "value": 1, "timeout_ms": 2000}
def solution(_):
    return 1
def never():
    import venv.__main__
    import lib2to3.__main__
    import unittest.__main__

#: names zones that are no zones
#: {"reason": "EXCEPTION", "says": "ZoneInfoNotFoundError"}
import zoneinfo
NAMES = ["../../etc/passwd", "/etc/passwd", "UTC/../../x", "A" * 39]
def solution(_):
    return str(zoneinfo.ZoneInfo("Not/A_Zone"))
