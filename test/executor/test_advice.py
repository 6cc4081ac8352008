"""A beginner's style that does not work is answered by a sentence that helps."""

import unittest

from support import ExecutorTest, fault_of, run, run_body


class Entry(ExecutorTest):
    def assert_advised(self, code: str, sentence: str) -> None:
        output = run(code)
        self.assert_reason(output, "NO_ENTRY_FUNCTION", sentence)
        self.assertIn("define a function named one of: solution, solve, answer, main", fault_of(output)["error"])

    def test_the_method_of_a_class_is_not_called_by_itself(self) -> None:
        code = "from typing import List\nclass Solution:\n    def twoSum(self, nums: List[int]): return nums\n"
        call = "add def solution(data): return Solution().twoSum(data)"
        self.assert_advised(code, call)
        self.assert_advised("class Node:\n    def link(self): pass\ndef helper(): pass\n" + code, call)
        # What is advised works.
        self.assert_value(run(code + "def solution(data): return Solution().twoSum(data)", [1]), [1])

    def test_a_function_of_another_name_is_named(self) -> None:
        self.assert_advised(
            "import math\nfrom random import choice\ndef two_sum(v): return v", "There is two_sum: name it"
        )
        self.assert_advised("def f(): pass\ndef g(): pass\nh = lambda: 1", "There is f, g, h:")

    def test_a_class_named_like_the_entry_is_no_function(self) -> None:
        self.assert_advised(
            "class solution:\n    def run(self, v): return v", "solution is a class, which is not called"
        )
        self.assert_value(run("class solution: pass\ndef solve(v): return v", 3), 3)

    def test_a_source_without_anything_to_call_is_told_what_to_define(self) -> None:
        output = run("x = 1")
        self.assertEqual(
            fault_of(output)["error"],
            "EntryFunctionError: define a function named one of: solution, solve, answer, main",
        )

    def test_names_that_lie_change_nothing(self) -> None:
        code = (
            "class Lying:\n    def __getattribute__(self, name): raise SystemExit(0)\n    __class__ = property(int)\n"
        )
        self.assert_advised(
            code + "a = Lying()\nclass Kind(type(int)): pass\nclass B(metaclass=Kind): pass\n", "define"
        )
        self.assert_advised("globals()[1] = globals()[''] = 2\ndef f(): pass", "There is f:")


class Calls(ExecutorTest):
    def test_a_function_that_takes_no_or_two_arguments_is_told_how_it_is_called(self) -> None:
        for code in (
            "def solution(a, b): return a + b",
            "def main(): return 1",
            "def solution(*, value): return value",
            "def solve(a, b, c=1): return a",
        ):  # fmt: skip
            with self.subTest(code):
                self.assert_reason(
                    run(code, [1, 2]), "EXCEPTION", "(the input comes as one argument, as in def solution("
                )

    def test_a_call_of_ones_own_that_fails_is_pythons_matter(self) -> None:
        output = run("def add(a, b): return a + b\ndef solution(v): return add(v)", 1)
        self.assertEqual(
            fault_of(output)["error"], "TypeError: add() missing 1 required positional argument: 'b'"
        )  # fmt: skip

    def test_who_reads_where_nothing_can_be_read_is_told_where_the_input_is(self) -> None:
        for code in ("n = int(input())\ndef solution(v): return n", "def solution(v): return input('n: ')"):
            self.assert_reason(run(code, 1), "EXCEPTION", "EOFError: EOF when reading a line (there is nothing to read")
        output = run_body("raise EOFError('my own')")
        self.assertEqual(fault_of(output)["error"], "EOFError: my own")

    def test_who_imports_what_others_wrote_is_told_what_there_is(self) -> None:
        for code in ("import numpy as np", "from sklearn.linear_model import LinearRegression", "import maths"):
            self.assert_reason(run(code), "EXCEPTION", "' (only Python's standard library is available here)")
        self.assertNotIn("standard library", run("import json.nothing")["stderr"])


class Returned(ExecutorTest):
    def test_what_has_no_json_form_is_told_with_what_to_do(self) -> None:
        for expression, sentence in {
            "range(3)": ": wrap it in list(...). Value type: range",
            "map(int, '1')": ": wrap it in list(...). Value type: map",
            "(n for n in [1])": ": wrap it in list(...). Value type: generator",
            "{1: 2}.values()": ": wrap it in list(...). Value type: dict_values",
            "[[zip([1], [2])]]": ": wrap it in list(...). Value type: zip",
            "iter([])": ": wrap it in list(...). Value type: list_iterator",
            "len": ": call it with (). Value type: builtin_function_or_method",
            "b'a'": ": decode it. Value type: bytes",
            "object()": ": return numbers, texts, lists or dicts instead. Value type: object",
            "type('Node', (), {})()": ": return numbers, texts, lists or dicts instead. Value type: Node",
            "1j": ": return its real and imag. Value type: complex",
            "__import__('decimal').Decimal(1)": ": return float(...) or str(...). Value type: Decimal",
            "__import__('fractions').Fraction(1)": ": return float(...) or str(...). Value type: Fraction",
            "__import__('datetime').date(2024, 1, 1)": ": return str(...). Value type: date",
            "__import__('datetime').datetime(2024, 1, 1)": ": return str(...). Value type: datetime",
            "__import__('enum').Enum('E', 'A').A": ": return its value. Value type: E",
            "__import__('dataclasses').make_dataclass('P', 'x')(1)": "dataclasses.asdict(...). Value type: P",
        }.items():
            with self.subTest(expression):
                self.assert_reason(run_body(f"return {expression}"), "BAD_RETURN_VALUE", sentence)
        self.assert_reason(run("async def solution(v): return v"), "BAD_RETURN_VALUE", "asyncio.run(...)")


class Names(ExecutorTest):
    def test_a_name_that_templates_elsewhere_import_says_where_it_is(self) -> None:
        homes = {"List": "typing", "Optional": "typing", "deque": "collections", "Counter": "collections"}
        homes |= {"cache": "functools", "inf": "math", "heappush": "heapq", "bisect_left": "bisect"}
        for name, home in homes.items():
            words = f"(write at the top: from {home} import {name})"
            self.assert_reason(run(f"class Solution:\n    def f(self, v: {name}): pass"), "EXCEPTION", words)
            self.assert_reason(run(f"print({name})", "", io="stdio"), "EXCEPTION", words)

    def test_any_other_name_is_told_in_pythons_words_alone(self) -> None:
        for code in ("_x", "ListNode", "sys", "raise NameError('name')", "raise NameError(\"name 'x'\")"):
            self.assertNotIn("write at the top", run(code)["stderr"])


if __name__ == "__main__":
    unittest.main()
