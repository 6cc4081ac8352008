"""Values of JavaScript: as they come in, and as they go out."""

import json
import unittest
from typing import Any

from javascript_support import JavaScriptTest, run_script, run_scripts


class Inputs(JavaScriptTest):
    def test_a_value_arrives_as_what_its_text_says(self) -> None:
        for value in (None, True, 0, -1.5, "é \ud800", [], {}, [1, [2, {"a": None}]], {"__proto__": 1, "b": 2}):
            with self.subTest(value=value):
                code = "const solution = (x) => JSON.stringify(x)"
                output = run_script(code, value)
                self.assertEqual(json.loads(output["returnValue"]), value)

    def test_an_integer_beyond_two_to_the_53rd_arrives_as_a_bigint(self) -> None:
        code = "const solution = (all) => all.map((x) => typeof x)"
        inputs = [2**53 - 1, 2**53, -(2**53), 10**300, 1e300, 1.5]
        types = ["number", "bigint", "bigint", "bigint", "number", "number"]
        self.assert_value(run_script(code, inputs), types)

    def test_every_digit_comes_and_goes(self) -> None:
        numbers = [9007199254740993, -(10**40), 10**100_000 - 1, 0, -0.0, 0.1, 1e-7]
        self.assert_value(run_script("const solution = (x) => x", numbers), numbers)

    def test_infinities_and_nan_arrive_as_such(self) -> None:
        code = "const solution = (x) => [x[0] === Infinity, x[1] === -Infinity, Number.isNaN(x[2]), x[3]]"
        values = [float("inf"), float("-inf"), float("nan"), "NaN, -Infinity"]
        self.assert_value(run_script(code, values), [True, True, True, "NaN, -Infinity"])

    def test_a_list_is_one_of_the_solutions_own_realm(self) -> None:
        self.assert_returns("x instanceof Array && x[0] instanceof Object", True, input_data=[{}])


class Results(JavaScriptTest):
    def test_numbers_keep_their_digits(self) -> None:
        self.assert_returns("2 ** 64", 18446744073709551616)
        self.assert_returns("1e300", int(1e300))
        self.assert_returns("[0.1 + 0.2, 1e-7, -0, 12n ** 30n]", [0.1 + 0.2, 1e-7, -0.0, 12**30])
        self.assert_returns("[NaN, 1 / 0, -1 / 0]", ["NaN", "Infinity", "-Infinity"])

    def test_what_is_undefined_is_null_or_left_out(self) -> None:
        self.assert_returns("undefined", None)
        self.assert_returns("[undefined, , null]", [None, None, None])
        self.assert_returns("({ a: undefined, b: 1 })", {"b": 1})

    def test_what_json_does_not_know_has_a_form_all_the_same(self) -> None:
        self.assert_returns("new Map([['b', 1], ['a', new Set([3, 1])], [1, 2]])", {"b": 1, "a": [3, 1], "1": 2})
        self.assert_returns("new Map([['1', 1], ['a', 2], [1, 3]])", {"1": 3, "a": 2})
        self.assert_returns("[new Uint8Array([1, 2]), new BigInt64Array([3n])]", [[1, 2], [3]])
        self.assert_returns("new Date(0)", "1970-01-01T00:00:00.000Z")
        self.assert_returns("[new Number(1), new String('a'), new Boolean(false), Object(2n)]", [1, "a", False, 2])
        self.assert_returns("new (class A { b = 1; c() {} })()", {"b": 1})
        self.assert_returns("({ toJSON: () => [1] })", [1])
        self.assert_returns("({ a: { toJSON() {} }, b: [{ toJSON() {} }] })", {"b": [None]})
        self.assert_returns("Object.assign(Object.create(null), { a: 1 })", {"a": 1})

    def test_many_objects_are_written_within_the_time_of_a_case(self) -> None:
        self.assert_returns("Array.from({ length: 150_000 }, () => ({}))", [{}] * 150_000, timeout_ms=1500)

    def test_what_has_no_form_is_told_with_its_type(self) -> None:
        self.assert_refuses("() => 1", "call it with (). Value type: function")
        self.assert_refuses("[Symbol('a')]", "Value type: symbol")
        self.assert_refuses("({ f() {} })", "Value type: function")
        self.assert_refuses("/a/", "Value type: RegExp")
        self.assert_refuses("[Promise.resolve(1)]", "await it")
        self.assert_refuses("new Map().keys()", "Array.from(...)")
        self.assert_refuses("(function* () {})()", "Array.from(...). Value type: Generator")
        self.assert_refuses("(async function* () {})()", "with for await. Value type: AsyncGenerator")
        self.assert_refuses("'\\ud800'", "surrogate")
        self.assert_refuses("(() => { const a = []; a.push(a); return a; })()", "contains itself")
        self.assert_refuses("10n ** 100000n", "100000 digits")
        self.assert_refuses("'x'.repeat(600 * 1024)", "512 KiB")
        self.assert_refuses(
            "(() => { let a = [1]; for (let i = 0; i < 60; i += 1) a = [a, a]; return a; })()", "512 KiB"
        )

    def test_a_promise_is_awaited(self) -> None:
        self.assert_returns("Promise.resolve([1])", [1])
        self.assert_returns("new Promise((done) => setTimeout(done, 20, x))", 5, input_data=5)
        self.assert_returns("({ then: (done) => done(3) })", 3)
        output = run_script("const solution = async () => { await null; throw new RangeError('late'); }")
        self.assert_reason(output, "EXCEPTION", "RangeError: late")

    def test_a_promise_that_never_settles_is_told(self) -> None:
        output = run_script("const solution = () => new Promise(() => {})")
        self.assert_reason(output, "NO_RESULT", "never settles")

    def test_what_a_case_changes_is_gone_in_the_next(self) -> None:
        code = """
            function solution(x) {
              const seen = [URL.evil, [].evil, globalThis.evil, JSON.stringify([x]), typeof console.evil];
              URL.evil = Array.prototype.evil = globalThis.evil = console.evil = 1;
              JSON.stringify = JSON.parse = Array.prototype.push = Array.prototype.join = () => "forged";
              Object.prototype.toJSON = String.prototype.toJSON = () => "forged";
              delete Object.prototype.toJSON;
              Map.prototype.forEach = Promise.prototype.then = () => "forged";
              return seen;
            }
        """
        expected: list[Any] = [None, None, None, "[1]", "undefined"]
        for output in run_scripts(code, [1, 1, 1]):
            self.assert_value(output, expected)


if __name__ == "__main__":
    unittest.main()
