"""How a problem says that its code is called: which name, and with what arguments."""

import unicodedata
import unittest

from support import ExecutorTest, fault_of, lambda_function, run

ADD = "def add(a, b):\n    return [a, b]\n"


class Entry(ExecutorTest):
    def test_the_named_function_is_called_and_no_other(self) -> None:
        code = "def solution(v): return 'solution'\ndef twoSum(v): return ['twoSum', v]"
        self.assert_value(run(code, 1, entry_function="twoSum"), ["twoSum", 1])
        self.assert_value(run(code, 1, entry_function=None), "solution")

    def test_whatever_can_be_called_may_have_the_name(self) -> None:
        codes = (
            "f = lambda v: v + 1",
            "from functools import lru_cache\n@lru_cache\ndef f(v): return v + 1",
            "class F:\n    def __call__(self, v): return v + 1\nf = F()",
            "from functools import partial\nfrom operator import add\nf = partial(add, 1)",
            "f = (1).__add__",
        )
        for code in codes:
            self.assert_value(run(code, 4, entry_function="f"), 5)

    def test_a_name_is_found_however_its_letters_are_composed(self) -> None:
        for form in ("NFC", "NFD"):
            code = unicodedata.normalize(form, "def 두수의합é(v): return v")
            for named in ("NFC", "NFD"):
                entry = unicodedata.normalize(named, "두수의합é")
                self.assert_value(run(code, 3, entry_function=entry), 3)

    def test_a_method_is_called_on_an_object_made_without_arguments(self) -> None:
        code = "class Solution:\n    def __init__(self, start=5): self.start = start\n"
        code += "    def add(self, v): return self.start + v\n"
        self.assert_value(run(code, 2, entry_function="Solution.add"), 7)
        self.assert_value(run(code.replace("Solution", "Lösung"), 2, entry_function="Lösung.add"), 7)

    def test_inherited_static_and_class_methods_are_methods(self) -> None:
        kinds = (
            "class Base:\n    def f(self, v): return v + 1\nclass Solution(Base): pass",
            "class Solution:\n    @staticmethod\n    def f(v): return v + 1",
            "class Solution:\n    one = 1\n    @classmethod\n    def f(cls, v): return v + cls.one",
            "from abc import ABC\nclass Solution(ABC):\n    __slots__ = ()\n    def f(self, v): return v + 1",
            "from functools import cache\nclass Solution:\n    @cache\n    def f(self, v): return v + 1",
            "class Solution:\n    f = lambda self, v: v + 1",
        )
        for code in kinds:
            self.assert_value(run(code, 1, entry_function="Solution.f"), 2)

    def test_every_case_has_an_object_of_its_own(self) -> None:
        code = (
            "class Solution:\n    seen = []\n    def f(self, v):\n        self.seen.append(v)\n        return self.seen"
        )
        event = {"code_to_execute": code, "inputs": [1, 2], "entry_function": "Solution.f"}
        results = lambda_function.lambda_handler(event, None)["results"]
        self.assertEqual([result["returnValue"] for result in results], [[1], [2]])

    def test_leaving_early_is_no_result_as_ever(self) -> None:
        for statement in ("os._exit(0)", "sys.exit(0)", "exit()"):
            code = f"import os, sys\nclass Solution:\n    def f(self, v): {statement}"
            self.assert_reason(run(code, entry_function="Solution.f"), "NO_RESULT", "exited before its function")

    def test_a_coroutine_is_told_as_ever(self) -> None:
        code = "class Solution:\n    async def f(self, v): return 1\nasync def g(v): return 1"
        for entry in ("Solution.f", "g"):
            output = run(code, entry_function=entry)
            self.assert_reason(output, "BAD_RETURN_VALUE", "asyncio.run(...)")
            self.assertEqual(len(output["stderr"].splitlines()), 1, output["stderr"])


class MissingEntry(ExecutorTest):
    def assert_told(self, code: str, entry: str, *words: str, **event: object) -> None:
        output = run(code, entry_function=entry, **event)
        for sentence in words:
            self.assert_reason(output, "NO_ENTRY_FUNCTION", sentence)

    def test_what_to_define_is_said_as_one_would_write_it(self) -> None:
        styles: tuple[tuple[object, str, str], ...] = (
            (1, "single", "def add(data)"),
            ([1, 2], "positional", "def add(a, b)"),
            ([], "positional", "def add()"),
            ([0] * 20, "positional", "def add(*values)"),
            ({"nums": [], "target": 1}, "keyword", "def add(nums, target)"),
            ({"odd name": 1}, "keyword", "def add(**values)"),
            ({"class": 1}, "keyword", "def add(**values)"),
        )
        for value, style, words in styles:
            event = {"input_data": value, "argument_style": style}
            self.assert_told("x = 1", "add", f"define a function named add, as in {words}", **event)
            method = words.replace("(", "(self, ").replace(", )", ")")
            self.assert_told("class S: pass", "S.add", f"define in the class S the method {method}", **event)
            self.assert_told("x = 1", "S.add", f"define a class S with the method {method}", **event)

    def test_a_name_that_was_meant_is_named(self) -> None:
        self.assert_told("def two_sum(v): pass\ndef helper(): pass", "twoSum", "There is two_sum: name it twoSum")
        self.assert_told("def twosum(v): pass\ndef helper(): pass", "twoSum", "There is twosum: name it twoSum")
        self.assert_told("def towSum(v): pass\ndef helper(): pass", "twoSum", "There is towSum: name it twoSum")
        self.assert_told("def f(): pass\ndef g(): pass", "twoSum", "There is f, g: name it twoSum")
        self.assert_told("class S:\n    def two_sum(self): pass", "S.twoSum", "There is two_sum: name it twoSum")
        self.assert_told("class Solutoin:\n    def f(self): pass", "Solution.f", "There is Solutoin: name it Solution")

    def test_a_method_where_a_function_is_wanted_says_how_to_call_it(self) -> None:
        code = "class Solution:\n    def twoSum(self, nums, target): return [nums, target]\n"
        event = {"input_data": {"nums": [1], "target": 2}, "argument_style": "keyword", "entry_function": "twoSum"}
        output = run(code, **event)
        advice = "def twoSum(nums, target): return Solution().twoSum(nums, target)"
        self.assert_reason(output, "NO_ENTRY_FUNCTION", f"A method is not called by itself: add {advice}")
        # What is advised works.
        self.assert_value(run(code + advice, **event), [[1], 2])

    def test_a_function_where_a_method_is_wanted_is_named(self) -> None:
        self.assert_told("def f(v): return v", "Solution.f", "There is f outside of a class")

    def test_what_is_no_function_says_what_it_is(self) -> None:
        self.assert_told("f = 5", "f", "What is there under that name is of type int, and is not called")
        self.assert_told("class f: pass", "f", "What is there under that name is a class, and is not called")
        self.assert_told("Solution = 5", "Solution.f", "What is there under that name is of type int")
        self.assert_told("class S:\n    class f: pass", "S.f", "What is there under that name is a class")
        self.assert_told("class S:\n    f = 5", "S.f", "S.f cannot be called")
        for decorator in ("property", "__import__('functools').cached_property"):
            self.assert_told(f"class S:\n    @{decorator}\n    def f(self): return abs", "S.f", "It is a property")

    def test_a_metaclass_that_lies_is_not_asked(self) -> None:
        code = "class Meta(type):\n    def __getattribute__(cls, name): raise SystemExit(0)\n"
        self.assert_value(
            run(code + "class S(metaclass=Meta):\n    def f(self, v): return v", 1, entry_function="S.f"), 1
        )
        self.assert_told(code + "class S(metaclass=Meta): pass", "S.f", "define in the class S the method")

    def test_a_class_that_wants_arguments_is_told_so(self) -> None:
        code = "class Solution:\n    def __init__(self, n): pass\n    def f(self, v): pass"
        output = run(code, entry_function="Solution.f")
        self.assert_reason(output, "EXCEPTION", "__init__() missing 1 required positional argument: 'n'")
        self.assert_reason(output, "EXCEPTION", "(Solution is made without arguments, as Solution())")
        # Not where the class itself is at fault.
        output = run(code.replace("n): pass", "): max()"), entry_function="Solution.f")
        self.assert_reason(output, "EXCEPTION", "TypeError: max expected at least 1 argument, got 0")
        self.assertNotIn("made without", output["stderr"])
        self.assertIn("line 2, in __init__", fault_of(output)["traceback"])


class Arguments(ExecutorTest):
    def test_positional_spreads_an_array(self) -> None:
        self.assert_value(run(ADD, [1, [2]], entry_function="add", argument_style="positional"), [1, [2]])
        self.assert_value(run("def solution(*v): return list(v)", [], argument_style="positional"), [])

    def test_keyword_passes_the_members_by_their_names(self) -> None:
        style = {"entry_function": "add", "argument_style": "keyword"}
        self.assert_value(run(ADD, {"b": 1, "a": None}, **style), [None, 1])
        self.assert_value(
            run("def add(**v): return v", {"odd name": 1, "self": 2}, **style), {"odd name": 1, "self": 2}
        )
        self.assert_value(run("def add(): return 5", {}, **style), 5)

    def test_single_passes_the_input_whatever_it_is(self) -> None:
        for value in ([1, 2], {"a": 1}, None):
            self.assert_value(run("def solution(v): return v", value, argument_style="single"), value)

    def test_an_input_that_does_not_fit_is_that_cases_fault_alone(self) -> None:
        inputs = ([1, 2], {"a": 1}, "ab", 5, True, None)
        event = {
            "code_to_execute": ADD,
            "inputs": list(inputs),
            "entry_function": "add",
            "argument_style": "positional",
        }
        first, *others = lambda_function.lambda_handler(event, None)["results"]
        self.assert_value(first, [1, 2])
        for output, named in zip(others, ("an object", "a text", "a number", "a boolean", "null"), strict=True):
            self.assert_reason(output, "EXCEPTION", "InputError: this problem takes an array, whose elements")
            self.assertTrue(fault_of(output)["error"].endswith(f"this input is {named}"), output["stderr"])
        output = run(ADD, [1, 2], argument_style="keyword")
        self.assert_reason(
            output, "EXCEPTION", "takes an object, whose members are the arguments; this input is an array"
        )

    def test_a_wrong_number_of_parameters_is_told_in_pythons_words_and_ours(self) -> None:
        positional = {"input_data": [1, 2, 3], "argument_style": "positional", "entry_function": "add"}
        output = run(ADD, **positional)
        self.assert_reason(output, "EXCEPTION", "TypeError: add() takes 2 positional arguments but 3 were given (")
        self.assert_reason(output, "EXCEPTION", "the input's 3 elements are the arguments, as in def add(a, b, c))")
        output = run(ADD, {"a": 1, "c": 2}, argument_style="keyword", entry_function="add")
        self.assert_reason(output, "EXCEPTION", "got an unexpected keyword argument 'c'")
        self.assert_reason(output, "EXCEPTION", "(the input's members are keyword arguments, as in def add(a, c))")
        output = run(ADD, 1, entry_function="add")
        self.assert_reason(output, "EXCEPTION", "(the input comes as one argument, as in def add(data))")
        output = run("class S:\n    def add(a, b): pass", **{**positional, "entry_function": "S.add"})
        self.assert_reason(output, "EXCEPTION", "as in def add(self, a, b, c))")

    def test_a_type_error_of_the_codes_own_is_left_as_it_is(self) -> None:
        code = "def inner(x): pass\ndef add(a, b):\n    return inner()"
        fault = fault_of(run(code, [1, 2], argument_style="positional", entry_function="add"))
        self.assertEqual(fault["error"], "TypeError: inner() missing 1 required positional argument: 'x'")
        self.assertIn("line 3, in add", fault["traceback"])


if __name__ == "__main__":
    unittest.main()
