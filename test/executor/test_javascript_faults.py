"""Faults of JavaScript, told in one line and with the author's own lines."""

import re
import unittest
from pathlib import Path

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


class Printing(JavaScriptTest):
    def test_the_console_shows_values_as_node_does(self) -> None:
        code = """
            function solution() {
              console.log("a %s %d %j", 1, "2", { a: 1 }, [1, , "b"], new Map([["k", new Set([1])]]), null, -0, 5n);
              console.log({ a: { b: { c: { d: 1 } } }, f() {}, s: Symbol("x") }, class A {}, new Date(0), /a/g);
              console.log([1.5, "x"].concat(Array(3)), new Uint8Array(2), Object.create(null), [undefined, true]);
              console.group("g"); console.info("inside"); console.groupEnd(); console.log();
              console.table([{ a: 1 }]);
              console.error("to stderr");
            }
        """
        output = run_script(code)
        expected = """\
a 1 2 {"a":1} [ 1, <1 empty item>, 'b' ] Map(1) { 'k' => Set(1) { 1 } } null -0 5n
{ a: { b: { c: [Object] } }, f: [Function: f], s: Symbol(x) } [class A] 1970-01-01T00:00:00.000Z /a/g
[ 1.5, 'x', <3 empty items> ] Uint8Array(2) [ 0, 0 ] [Object: null prototype] {} [ undefined, true ]
g
  inside

┌─────────┬───┐
│ (index) │ a │
├─────────┼───┤
│ 0       │ 1 │
└─────────┴───┘
"""
        self.assertEqual(output["stdout"], expected)
        self.assertEqual(output["stderr"], "to stderr\n")

    def test_what_was_printed_comes_before_the_fault(self) -> None:
        output = run_script("console.error('first'); console.log('é', '안녕'); null.x")
        self.assertEqual(output["stdout"], "é 안녕\n")
        self.assertTrue(output["stderr"].startswith('first\n{"error": "TypeError'))


class Furniture(JavaScriptTest):
    def test_what_programs_expect_of_node_is_there(self) -> None:
        expressions = {
            "structuredClone({ a: new Map([[1, new Date(0)]]), b: [/x/g] }).a.get(1).getTime()": 0,
            "new URL('../c?x=1#h', 'http://a.b/d/e').href": "http://a.b/c?x=1#h",
            "(() => { const u = new URL('http://a/?b=1'); u.searchParams.append('c', 'd e'); return u.search; })()": (
                "?b=1&c=d+e"
            ),
            "[...new URLSearchParams('a=1&b=%C3%A9')].flat()": ["a", "1", "b", "é"],
            "[...new TextEncoder().encode('é')]": [0xC3, 0xA9],
            "new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xe2, 0x82, 0xac]))": "€",
            "atob(btoa('hello'))": "hello",
            "Buffer.from('aé').toString('hex') + Buffer.concat([Buffer.from('YQ==', 'base64')])": "61c3a9a",
            "require('util').inspect({ a: [1] })": "{ a: [ 1 ] }",
            "require('path').join('/a', '../b', 'c.txt')": "/b/c.txt",
            "require('util').isDeepStrictEqual([{ a: 1 }], [{ a: 1 }])": True,
            "typeof performance.now() + typeof crypto.randomUUID() + process.argv.length": "numberstring2",
            "Object.keys(globalThis)": [],
            "[require.main === module, module.loaded, module.parent, require.resolve('fs')]": [True, False, None, "fs"],
            "typeof require('os').EOL + require('events').name": "stringEventEmitter",
            "eval('1 + 1') + Function('return 1')()": 3,
            "[typeof fetch, typeof FinalizationRegistry, typeof Atomics.waitAsync]": ["undefined"] * 3,
            "new Intl.NumberFormat('de').format(1234.5)": "1.234,5",
        }
        for expression, expected in expressions.items():
            self.assert_returns(expression, expected)

    def test_its_library_prints_what_nodes_own_does(self) -> None:
        code = """
            const Program = (async () => {}).constructor;
            // Also those that say by the custom symbol how they look.
            new Program("require", require("fs").readFileSync(0, "utf8"))(require);
        """
        text = Path(__file__).with_name("node_prints.txt").read_text(encoding="utf-8")
        cases = [part.split("---\n") for part in text.split("### ")[1:]]
        programs = [case[0].partition("\n")[2] for case in cases]
        outputs = run_scripts(code, programs, io="stdio", timeout_ms=10_000)
        for case, output in zip(cases, outputs, strict=True):
            with self.subTest(case[0].partition("\n")[0]):
                self.assertTrue(output["isSuccessful"], output["stderr"])
                self.assertEqual(output["returnValue"], case[1])

    def test_ticks_microtasks_immediates_and_timers_come_in_nodes_order(self) -> None:
        code = """
            setTimeout(() => console.log("timer"), 1); setImmediate(() => console.log("immediate"));
            setTimeout(() => console.log("late"), 40); clearTimeout(setTimeout(() => console.log("no"), 5));
            Promise.resolve().then(() => console.log("promise")); queueMicrotask(() => console.log("microtask"));
            process.nextTick(() => console.log("tick")); console.log("first");
        """
        output = run_script(code, "", io="stdio")
        lines = output["stdout"].split()
        self.assertEqual(lines[:4], ["first", "tick", "promise", "microtask"])
        self.assertEqual((sorted(lines[4:6]), lines[6:]), (["immediate", "timer"], ["late"]))

    def test_an_error_without_a_name_of_its_own_is_told_with_its_class(self) -> None:
        output = run_script("class Mine extends Error {}\nconst solution = () => { throw new Mine('x') }")
        self.assert_reason(output, "EXCEPTION", "Mine [Error]: x")


if __name__ == "__main__":
    unittest.main()
