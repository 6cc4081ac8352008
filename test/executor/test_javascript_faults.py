"""Faults of JavaScript, told in one line and with the author's own lines."""

import re
import unittest

from support import ROOT, fault_of

from javascript_support import JavaScriptTest, run_script, run_scripts


class Faults(JavaScriptTest):
    def test_a_fault_is_one_line_and_the_authors_own_lines(self) -> None:
        code = "function add(x) {\n  return x.map((y) => y.z.a);\n}\nconst solution = (x) => add([x]);\n"
        fault = fault_of(run_script(code, {}))
        self.assertEqual(fault["error"], "TypeError: Cannot read properties of undefined (reading 'a')")
        lines = fault["traceback"].splitlines()
        self.assertEqual(lines[:3], ["solution.js:2", "  return x.map((y) => y.z.a);", " " * 26 + "^"])
        self.assertEqual(lines[4], fault["error"])
        self.assertIn("    at add (solution.js:2:12)", lines)
        self.assertIn("    at Array.map (<anonymous>)", lines)
        self.assertTrue(lines[-1].startswith("    at solution (solution.js:4:"), lines[-1])

    def test_no_path_of_the_machine_is_in_any_stack(self) -> None:
        codes = (
            "const solution = () => { throw new Error('x'); }",
            "const solution = () => { console.error(new Error('x')); return new Error('a').stack; }",
            "const solution = () => { console.trace('y'); console.log({ e: new Error('x') }); }",
            "throw new Error('x')",
            "await null; throw new Error('x')",
            "const solution = async () => { await null; null.x; }",
            "const solution = () => { eval('('); }",
            "const solution = () => new (class { get a() { throw new Error('x') } [Symbol.iterator]() {} })()",
            "let a = ;",
            "import 'x'",
            "Error.prepareStackTrace = (_, s) => s.join(); const solution = () => new Error().stack",
        )
        for code in codes:
            with self.subTest(code):
                output = run_script(code)
                told = f"{output['stdout']}{output['stderr']}{output['returnValue']}"
                self.assertNotRegex(told, rf"runner:|{re.escape(str(ROOT))}|\.cjs|/start|anonymous_")
                self.assertNotIn("memfd", told)

    def test_a_syntax_error_shows_its_line(self) -> None:
        cases = [
            ("let a = 1;\nlet b = ;", 2, "SyntaxError: Unexpected token ';'"),
            ("function solution(x) {\n  return x;\n", 3, "SyntaxError: "),
            ("const a = 1;\nconst a = 2;", 2, "has already been declared"),
            ("const s = `never closed\n", 2, "SyntaxError: "),
            ("}\nevil();\n{", 1, "SyntaxError: Unexpected token '}'"),
            ("export const a = 1;\nlet b = ;", 2, "SyntaxError: Unexpected token ';'"),
            ("export function f(x { }", 1, "SyntaxError: Unexpected token '{'"),
            ("function solution(x: number): number {\n return x }", 1, "looks like TypeScript"),
            ("interface A { b: string }\n", 1, "looks like TypeScript"),
            ("function solution<T>(x) {}", 1, "looks like TypeScript"),
            ("class A {\n  private x = 1;\n}", 2, "looks like TypeScript"),
            ("const solution = (x) => <b>{x}</b>", 1, "looks like JSX"),
            ("def solution(x):\n    return x", 1, "looks like Python"),
            ("function solution(x) {\n  await x;\n}", 2, "SyntaxError: await is only valid in async functions"),
            ("export function solution(x) {\n  await x;\n}", 2, "SyntaxError: await is only valid in async functions"),
            ("import {\n  a,\n} from 'x';\nlet b = ;", 4, "SyntaxError: Unexpected token ';'"),
        ]
        for code, line, sentence in cases:
            with self.subTest(code):
                output = run_script(code)
                self.assert_reason(output, "COMPILE_ERROR", sentence)
                self.assertRegex(fault_of(output)["traceback"], rf"^solution\.js:{line}\n")
                self.assertNotIn("eval(arguments", output["stderr"])
                self.assertIn(code.split("\n")[line - 1], fault_of(output)["traceback"])

    def test_a_bracket_that_is_not_closed_is_named_with_its_line(self) -> None:
        cases = {
            "function solution(x) {\n  return x;\n": "the { of line 1 is not closed",
            "export function solution(x) {\n  return x;\n": "the { of line 1 is not closed",
            "const solution = (x) => [1,\n  (x\n": "the ( of line 2 is not closed",
            "const s = `never\nclosed": "the ` of line 1 is not closed",
            "const s = `${\n'}'": "the ${ of line 1 is not closed",
            "function solution(x) {\n  f(x;\n}": "the ( of line 2 is not closed before the } of line 3",
            "const a = [1, 2;\nf();": "the [ of line 1 is not closed",
            "function f() {\n}\n}\n": "the } of line 3 closes nothing",
            "function f(x) {\n  for (const y of x) {\n    if (y) {\n      y;\n  }\n}": "probably for the { of line 3",
            # What counts in none of these is taken for a bracket.
            "/* ( */ // [\nf('(', \"[\", `(${`[${1}`}(`, /[/(]\\{/, 4 / (1 + 1) / 2);\nf(": "the ( of line 3",
        }
        for code, sentence in cases.items():
            with self.subTest(code):
                self.assert_reason(run_script(code), "COMPILE_ERROR", sentence)

    def test_where_it_is_not_sure_no_bracket_is_blamed(self) -> None:
        codes = (
            "let a = {;}",
            "if (x) /[(]/.test(x); {",
            "const b = {}\n/(/.test(b); {",
            "const s = 'never closed\n; (",
            "f(a b)",
        )
        for code in codes:
            with self.subTest(code):
                output = run_script(code)
                self.assert_reason(output, "COMPILE_ERROR", "SyntaxError: ")
                self.assertNotIn(" of line ", output["stderr"])

    def test_a_source_that_does_not_compile_is_not_tried_on_every_input(self) -> None:
        outputs = run_scripts("let = ;", [1, 2, 3])
        self.assertEqual([output["reason"] for output in outputs], ["COMPILE_ERROR"] * 3)

    def test_causes_and_members_are_told(self) -> None:
        code = """
            function solution() {
              const cause = new RangeError("the cause");
              throw new AggregateError([new Error("one", { cause }), new TypeError("two")], "all of them", { cause });
            }
        """
        fault = fault_of(run_script(code))
        self.assertEqual(fault["error"], "AggregateError: all of them")
        for part in ("[cause]: RangeError: the cause", "[errors][0]: Error: one", "[errors][1]: TypeError: two"):
            self.assertIn(part, fault["traceback"])

    def test_what_is_thrown_need_not_be_an_error(self) -> None:
        thrown = {"'a'": "Uncaught 'a'", "{ a: 1 }": "Uncaught { a: 1 }", "null": "Uncaught null", "3": "Uncaught 3"}
        for expression, error in thrown.items():
            self.assertEqual(fault_of(run_script(f"const solution = () => {{ throw {expression}; }}"))["error"], error)

    def test_what_is_thrown_cannot_be_told_as_another_reason(self) -> None:
        for reason in ("MEMORY_LIMIT", "NO_ENTRY_FUNCTION", "BAD_RETURN_VALUE"):
            made = f"{{ __proto__: null, reason: '{reason}', error: 'made up', traceback: '' }}"
            output = run_script(f"function solution() {{ throw {made}; }}")
            self.assert_reason(output, "EXCEPTION", "Uncaught [Object: null prototype]")

    def test_errors_that_misbehave_are_told_all_the_same(self) -> None:
        codes = (
            "throw new (class extends Error { get message() { throw 1 } get stack() { throw 2 } })()",
            "throw new Proxy(new Error('x'), { get() { throw 1 } })",
            "throw Object.assign(new Error('x'.repeat(1e6)), { cause: 1 })",
            "const e = new Error('x'); e.cause = e; e.errors = [e]; throw e",
            "const e = new Error('x'); e.name = 5; e.message = Symbol(); throw e",
            "throw { reason: 'ACCEPTED', __proto__: null }",
            "throw { toString() { throw 1 }, [Symbol.toStringTag]: 'Error' }",
        )
        for code in codes:
            with self.subTest(code):
                output = run_script(f"const solution = () => {{ {code} }}")
                self.assertEqual((output["error"], output["isSuccessful"]), (None, False))
                self.assertIn(output["reason"], ("EXCEPTION", "BAD_RETURN_VALUE"))
                self.assertLessEqual(len(fault_of(output)["error"].encode()), 4096)

    def test_a_module_that_requires_is_told_as_node_tells_it(self) -> None:
        output = run_script("export const solution = (x) => x;\nrequire('fs');")
        self.assert_reason(output, "EXCEPTION", "require is not defined in ES module scope, you can use import instead")

    def test_beginners_are_told_what_to_write(self) -> None:
        cases = {
            "print(x)": "print is not defined (write console.log(...))",
            "x + 1": "(integers beyond 2^53 - 1 are BigInt: convert the others as well, BigInt(n))",
            "Math.abs(x)": "a number (integers beyond 2^53 - 1 are BigInt, which Math, isNaN and unary + do not",
            "isNaN(x)": "a number (integers beyond 2^53 - 1 are BigInt, which",
            "JSON.stringify([x])": "to serialize a BigInt (integers beyond 2^53 - 1 are BigInt: write String(n))",
            "x * BigInt(2.5)": "because it is not an integer (write BigInt(Math.trunc(n)))",
        }
        for expression, sentence in cases.items():
            with self.subTest(expression):
                self.assert_reason(run_script(f"const solution = (x) => {expression}", 2**53), "EXCEPTION", sentence)

    def test_an_error_without_a_name_of_its_own_is_told_with_its_class(self) -> None:
        output = run_script("class Mine extends Error {}\nconst solution = () => { throw new Mine('x') }")
        self.assert_reason(output, "EXCEPTION", "Mine [Error]: x")


if __name__ == "__main__":
    unittest.main()
