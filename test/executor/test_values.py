import json
import math
import sys
import time
import unittest

from support import ExecutorTest, run, run_body

from values import NotJson, to_json

PROGRAM = "import collections, enum, math, sys\n"


class ReturnValues(ExecutorTest):
    def returned(self, expression, prelude="", value=None):
        code = PROGRAM + prelude + f"\ndef solution(value):\n    return {expression}"
        return run(code, value)

    def test_values_come_back_exactly(self):
        table = {
            "True": True,
            "[1, 1.0, 1e16, 1e22, 0.1, -0.0, 5e-324]": [1, 1.0, 1e16, 1e22, 0.1, -0.0, 5e-324],
            "9007199254740993": 9007199254740993,
            "-(10 ** 6000)": -(10**6000),
            "[float('nan'), math.inf, -math.inf]": ["NaN", "Infinity", "-Infinity"],
            "(1, (2, [3]))": [1, [2, [3]]],
            "{3, 1, 2}": [1, 2, 3],
            "frozenset('cab')": ["a", "b", "c"],
            "{(2, math.inf), (1, 0.5), (2, 1.5)}": [[1, 0.5], [2, 1.5], [2, "Infinity"]],
            "{frozenset({2, 1}), frozenset({0, 9})}": [[0, 9], [1, 2]],
            "collections.deque([1, 2])": [1, 2],
            "{1: 'a', True: 'b', None: 0, 2.5: 1, (1, 2): 2, math.nan: 3}": {
                "1": "b",
                "None": 0,
                "2.5": 1,
                "(1, 2)": 2,
                "nan": 3,
            },
            "{True: 1}": {"True": 1},
            "{1: 'a', '1': 'b'}": {"1": "b"},
            "'한글 \\0 \\U0001f600 \"'": '한글 \0 \U0001f600 "',
            "None": None,
        }
        for expression, expected in table.items():
            self.assert_value(self.returned(expression), expected)

    def test_subclasses_come_back_as_what_they_are_made_of(self):
        prelude = """
class Level(enum.IntEnum): LOW = 1
class Word(str, enum.Enum): HI = "hi"
class Lie(int):
    __class__ = str
    def __str__(self): return "lie"
    __repr__ = __format__ = __int__ = __index__ = __str__
class Text(str):
    def __str__(self): return "lie"
    def __len__(self): return 0
class Items(list):
    def __iter__(self): return iter("lie")
class Map(dict):
    def items(self): return [("lie", 0)]
    __iter__ = keys = items
class Real(float):
    def __repr__(self): return "lie"
Point = collections.namedtuple("Point", "x y")
"""
        table = {
            "[Level.LOW, Word.HI, Lie(7), Text('t'), Items([1]), Map(a=1), Real(0.5)]": [
                1,
                "hi",
                7,
                "t",
                [1],
                {"a": 1},
                0.5,
            ],
            "{Level.LOW: 1, Word.HI: 2, Text('t'): 3, Lie(7): 4}": {"1": 1, "hi": 2, "t": 3, "7": 4},
            "[Point(1, 2), collections.Counter('aab'), collections.defaultdict(int, a=1)]": [
                [1, 2],
                {"a": 2, "b": 1},
                {"a": 1},
            ],
            "collections.OrderedDict(b=1, a=2)": {"b": 1, "a": 2},
        }
        for expression, expected in table.items():
            self.assert_value(self.returned(expression, prelude), expected)

    def test_what_json_has_no_form_for_names_its_type(self):
        prelude = "class Thing:\n    def __eq__(self, o): return True\n    __class__ = int\nasync def wait(): pass\n"
        table = {"b'x'": "bytes", "1j": "complex", "object()": "object", "Thing()": "Thing", "[[{1: Thing}]]": "type"}
        table |= {
            "range(3)": "range",
            "(i for i in [])": "generator",
            "{1: 2}.keys()": "dict_keys",
            "wait()": "coroutine",
        }
        for expression, name in table.items():
            output = self.returned(expression, prelude)
            self.assert_reason(output, "BAD_RETURN_VALUE", "SerializationError: ")
            self.assertIn(f"Value type: {name}", output["stderr"])

    def test_half_of_a_surrogate_pair_is_refused_as_value_and_as_key_but_taken_as_input(self):
        for expression in ("'\\ud800'", "{'\\udfff': 1}", "['a', ['\\ud800']]"):
            self.assert_reason(self.returned(expression), "BAD_RETURN_VALUE", "half of a surrogate pair")
        self.assert_value(self.returned("[ord(value), len(value)]", value="\ud800"), [0xD800, 1])

    def test_cycles_depth_and_size_are_refused(self):
        self.assert_reason(run_body("a = []\na.append(a)\nreturn a"), "BAD_RETURN_VALUE", "contains itself")
        self.assert_reason(run_body("a = {}\na['a'] = [a, a]\nreturn a"), "BAD_RETURN_VALUE", "contains itself")
        nest = "a = 1\nfor _ in range(value): a = [a]\nreturn a"
        self.assertTrue(run_body(nest, 500)["isSuccessful"])
        self.assert_reason(run_body(nest, 501), "BAD_RETURN_VALUE", "deeper than 500")
        self.assert_reason(run_body(nest, 200_000), "BAD_RETURN_VALUE", "deeper than 500")
        self.assert_reason(run_body("a = [1]\nfor _ in range(60): a = [a, a]\nreturn a"), "BAD_RETURN_VALUE", "512 KiB")
        self.assertEqual(run_body("return 'x' * value", 512 * 1024 - 2)["returnValue"], "x" * (512 * 1024 - 2))
        self.assert_reason(run_body("return 'x' * value", 512 * 1024 - 1), "BAD_RETURN_VALUE", "512 KiB")
        self.assert_reason(run_body("return '가' * value", 200_000), "BAD_RETURN_VALUE", "512 KiB")
        self.assert_reason(run_body("return 1 << 10 ** 6"), "BAD_RETURN_VALUE", "100000 digits")

    def test_an_integer_of_a_hundred_thousand_digits_fits_and_the_next_one_does_not(self):
        for sign in (1, -1):
            largest = sign * (10**100_000 - 1)
            output = run_body("return value", largest)
            self.assertTrue(output["isSuccessful"], output["stderr"][-300:])
            self.assertEqual(output["returnValue"], largest)
            self.assert_reason(run_body(f"return {sign} * 10 ** 100_000"), "BAD_RETURN_VALUE", "100000 digits")
            refused = run_body("return 1", sign * 10**200_000)
            self.assertEqual(refused["reason"], "EXECUTOR_ERROR")
            self.assertIn("an integer of more than 100000 digits", refused["error"])

    @unittest.skipUnless(hasattr(sys, "set_int_max_str_digits"), "this Python reads integers of any length")
    def test_an_event_with_a_longer_integer_is_refused_before_it_is_read(self):
        text = "9" * 100_001
        started = time.process_time()
        for _ in range(20):
            with self.assertRaises(ValueError):
                json.loads(text)
        self.assertLess(time.process_time() - started, 0.5)
        self.assertEqual(json.loads(text[1:]), 10**100_000 - 1)

    def test_a_long_integer_goes_in_and_comes_out(self):
        self.assert_value(self.returned("value + 1", value=10**20_000), 10**20_000 + 1)


class Conversion(unittest.TestCase):
    def test_the_text_is_the_interpreters_own(self):
        self.assertEqual(to_json([1.0, 1e100, "é", {"k": None}]), '[1.0,1e+100,"é",{"k":null}]')

    def test_a_set_that_cannot_be_sorted_still_comes_whole(self):
        self.assertEqual(sorted(to_json({1, "a"})), sorted('[1,"a"]'))

    def test_not_json_is_raised_and_nothing_else(self):
        for value in (b"", math, lambda: 0, {1: {2: set}}):
            self.assertRaises(NotJson, to_json, value)
