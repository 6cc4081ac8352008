"""How code in JavaScript is called: names, styles, modules, programs."""

import unittest
from typing import Any

from support import fault_of, lambda_function

from javascript_support import JavaScriptTest, run_script, run_scripts

FUNCTIONS = (
    "function solution(x) { return x + 1; }",
    "const solve = (x) => x + 1;",
    "let answer = function (x) { return x + 1; }",
    "var main = async (x) => x + 1; // a comment",
    "solution = (x) => x + 1",
    "module.exports = (x) => x + 1;",
    "module.exports = { solution: (x) => x + 1 };",
    "exports.solve = (x) => x + 1;",
    "export function solution(x) { return x + 1; }",
    "export const solution = (x) => x + 1;",
    "export default function (x) { return x + 1; }",
    "export default { solution(x) { return x + this.one; }, one: 1 };",
    "const plus = (x) => x + 1;\nexport { plus as solution };",
    "import fs from 'node:fs';\nfunction solution(x) { return x + 1; }",
    "const one = await Promise.resolve(1);\nexport const solution = (x) => x + one;",
    "\ufeff#!/usr/bin/env node\nfunction solution(x) { return x + 1; }",
    "class Solution {}\nfunction solve(x) { return x + 1 }\nfunction main() {}",
    "exports.default = (x) => x + 1;",
    "let module = 1, exports = 2;\nconst require = 3;\nfunction solution(x) { return x + module; }",
    "for await (const one of [1]) globalThis.one = one;\nfunction solution(x) { return x + one; }",
    "const solution = async (x) => (await import('os')).default.EOL.length + x",
    "const solution = (x) => Object.assign(() => {}, { then: (done) => done(x + 1) })",
)
METHODS = (
    "class Solution { constructor() { this.n = 1; } twoSum(x) { return x + this.n; } }",
    "class Solution { constructor() { this.n = 1; } twoSum(x) { return x + this.n; } }\nmodule.exports = { Solution }",
    "export class Solution { n = 1; twoSum = (x) => x + this.n; }",
    "class Solution { static n = 1; static twoSum(x) { return x + this.n; } }",
    "function Solution() { this.n = 1; }\nSolution.prototype.twoSum = function (x) { return x + this.n; };",
    "const Solution = { n: 1, twoSum(x) { return x + this.n; } };",
    "module.exports = class { n = 1; twoSum(x) { return x + this.n; } }",
    "export default class { n = 1; twoSum(x) { return x + this.n; } }",
    "var twoSum = function (x) { return x + 1; };",
)


class Functions(JavaScriptTest):
    def test_the_usual_names_are_found_however_they_are_defined(self) -> None:
        for code in FUNCTIONS:
            with self.subTest(code):
                self.assert_value(run_script(code, 1), 2)

    def test_a_problem_may_name_its_function_or_method(self) -> None:
        two = "const twoSum = (a, b) => a + b;"
        self.assert_value(run_script(two, [1, 2], entry_function="twoSum", argument_style="positional"), 3)
        whole = "module.exports = (x) => x"
        self.assert_value(run_script(whole, 1, entry_function="anything"), 1)
        for code in METHODS:
            with self.subTest(code):
                self.assert_value(run_script(code, 1, entry_function="Solution.twoSum"), 2)

    def test_named_arguments_are_the_object_itself(self) -> None:
        code = "const solution = ({ a, b }) => a - b"
        self.assert_value(run_script(code, {"b": 1, "a": 3}, argument_style="keyword"), 2)

    def test_who_lists_named_arguments_is_told_that_they_are_one_object(self) -> None:
        advice = "(this problem hands over one object: write near({ numbers, target }))"
        codes = {
            "function near(numbers, target) { return numbers.reduce((a, b) => a) }": "EXCEPTION",
            "function near(numbers, target) { for (const one of numbers) ; }": "EXCEPTION",
            "export const near = async (numbers, target) => { await null; return numbers[0].a }": "EXCEPTION",
            "module.exports = (numbers, target) => { throw Error('x') }": "EXCEPTION",
            "function near(numbers, target) { return Symbol() }": "BAD_RETURN_VALUE",
            "function near({ numbers, target }) { return numbers.a.b }": None,
            "function near(given) { return given.numbers.a.b }": None,
        }
        value = {"numbers": [1], "target": 2}
        style = {"entry_function": "near", "argument_style": "keyword"}
        for code, reason in codes.items():
            with self.subTest(code):
                output = run_script(code, value, **style)
                if reason is None:
                    self.assert_reason(output, "EXCEPTION", "TypeError: ")
                    self.assertNotIn("one object", output["stderr"])
                else:
                    self.assert_reason(output, reason, advice)
        method = "class Solution { near(numbers, target) { return numbers[0].a } }"
        self.assert_reason(
            run_script(method, value, **{**style, "entry_function": "Solution.near"}), "EXCEPTION", advice
        )
        self.assertNotIn("one object", run_script("function near(a, b) { null.x }", {"odd name": 1}, **style)["stderr"])

    def test_an_input_of_another_style_is_the_cases_fault(self) -> None:
        code = "const solution = (x) => x"
        for style, value in (("positional", {"a": 1}), ("keyword", [1]), ("keyword", None)):
            self.assert_reason(run_script(code, value, argument_style=style), "EXCEPTION", "InputError: this problem")

    def test_a_missing_function_is_told_with_what_is_there(self) -> None:
        cases: list[tuple[str, str | None, str]] = [
            ("const twoSum = () => 1", None, "There is twoSum: name it solution"),
            ("class A {}", None, "There is the class A"),
            ("class solution {}", None, "solution is a class"),
            ("", None, "define a function named one of: solution, solve, answer, main"),
            ("const add = () => 1", "plus", "define a function named plus. There is add"),
            ("class B {}", "Solution.run", "define a class Solution with the method run"),
            ("class Solution {}", "Solution.run", "with the method run"),
        ]
        for code, entry, sentence in cases:
            with self.subTest(code):
                self.assert_reason(run_script(code, 1, entry_function=entry), "NO_ENTRY_FUNCTION", sentence)


PROGRAMS = (
    "const text = require('fs').readFileSync(0, 'utf8'); console.log(text.split('\\n').map(Number)[0] * 2);",
    "console.log(require('node:fs').readFileSync('/dev/stdin').toString().trim().split('\\n')[0] * 2)",
    "const lines = []; const rl = require('readline').createInterface({ input: process.stdin });\n"
    "rl.on('line', (l) => lines.push(l)); rl.on('close', () => console.log(lines[0] * 2));",
    "require('readline').createInterface(process.stdin).once('line', (l) => { console.log(l * 2); process.exit(); });",
    "let s = ''; process.stdin.setEncoding('utf8'); process.stdin.on('data', (d) => (s += d));\n"
    "process.stdin.on('end', () => console.log(parseInt(s) * 2));",
    "process.stdin.resume(); let s = ''; process.stdin.on('data', (d) => { s += d; })\n"
    ".on('end', () => process.stdout.write(`${parseInt(s) * 2}\\n`))",
    "(async () => { let s = ''; for await (const part of process.stdin) s += part; console.log(parseInt(s) * 2); })()",
    "import { createInterface } from 'node:readline';\n"
    "for await (const line of createInterface({ input: process.stdin })) { console.log(line * 2); break; }",
    "import * as readline from 'node:readline/promises';\nimport { stdin as input, stdout } from 'node:process';\n"
    "const rl = readline.createInterface({ input }); console.log((await rl.question('')) * 2); rl.close();",
    "const rl = require('readline').createInterface({ input: process.stdin });\n"
    "rl.question('', (a) => rl.question('', () => { console.log(a * 2); rl.close(); }));",
    "setTimeout(() => console.log(parseInt(require('fs').readFileSync(0)) * 2), 30)",
    "const n = parseInt(require('fs').readFileSync(0)); console.log(n * 2); process.exit(0); console.log('not this')",
    "process.on('exit', () => console.log(21 * 2))",
    "try { console.log(42); process.exit(0) } catch { console.log('caught') }",
    "let s = ''; process.stdin.on('readable', () => { const part = process.stdin.read(); if (part) s += part; })\n"
    ".on('end', () => console.log(parseInt(s) * 2))",
    "const { Transform } = require('stream'); const { Console } = require('console');\n"
    "process.stdin.pipe(new Transform({ transform(s, _, done) { done(null, parseInt(s) * 2 + '\\n'); } }))\n"
    ".pipe(process.stdout);",
    "const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });\n"
    "const ask = require('util').promisify(rl.question).bind(rl);\n"
    "(async () => { const a = await ask(''); await ask(''); console.log(a * 2); rl.close(); })();",
    "const { on } = require('events'); const rl = require('readline').createInterface(process.stdin);\n"
    "(async () => { for await (const [line] of on(rl, 'line')) { console.log(line * 2); break; } })();",
    "const rl = require('readline').createInterface({ input: process.stdin }); const it = rl[Symbol.asyncIterator]();\n"
    "(async () => { console.log((await it.next()).value * 2); })();",
    "const rl = require('readline').createInterface(process.stdin); let n = 0;\n"
    "rl.on('line', async (l) => { await null; n ||= l * 2; }).on('close', () => console.log(n));",
    "import { createRequire } from 'module'; const require = createRequire(import.meta.url);\n"
    "console.log(parseInt(require('fs').readFileSync(0)) * 2);",
    "const fs = require('fs'); const one = Buffer.alloc(1); let s = '';\n"
    "while (fs.readSync(0, one) > 0) s += one; fs.writeSync(1, Buffer.from(`x${parseInt(s) * 2}\\n`), 1);",
    "let n = 0; process.on('beforeExit', () => { if (n === 0) setTimeout(() => console.log((n = 21) * 2)); });",
    "process.on('uncaughtException', (e) => console.log(e.message)); setTimeout(() => { throw Error('42'); });",
    "process.on('unhandledRejection', (reason) => console.log(reason)); Promise.reject(42);",
    "setTimeout(() => console.log(42), 1); setImmediate(() => process.exit()); const began = Date.now();\n"
    "while (Date.now() - began < 10);",
    "process.on('uncaughtException', () => {}); process.nextTick(() => { console.log(42); throw 1; });",
)


class Programs(JavaScriptTest):
    def test_every_usual_way_to_read_and_print_works(self) -> None:
        for code in PROGRAMS:
            with self.subTest(code):
                output = run_script(code, "21\n22\n", io="stdio")
                self.assert_value(output, "42\n")

    def test_a_status_other_than_zero_is_no_success(self) -> None:
        for code in ("process.exit(3)", "process.exitCode = 3"):
            output = run_script(code, "", io="stdio")
            self.assert_reason(output, "NO_RESULT", "status 3")
            self.assertEqual(output["exitCode"], 3)

    def test_nothing_comes_after_what_a_tick_throws(self) -> None:
        code = "process.nextTick(() => { throw new Error('tick') }); Promise.resolve().then(() => console.log(1))"
        output = run_script(code, "", io="stdio")
        self.assert_reason(output, "EXCEPTION", "Error: tick")
        self.assertEqual(output["stdout"], "")

    def test_what_a_program_throws_late_is_its_fault(self) -> None:
        for code in ("Promise.reject(new Error('late'))", "setTimeout(() => { throw new Error('late') })"):
            self.assert_reason(run_script(f"console.log(1);\n{code}", "", io="stdio"), "EXCEPTION", "Error: late")

    def test_an_exit_from_a_function_is_no_result(self) -> None:
        code = "function solution(x) { if (x === 1) process.exit(0); return x; }"
        first, second, third = run_scripts(code, [0, 1, 2])
        self.assert_value(first, 0)
        self.assert_reason(second, "NO_RESULT", "exited before")
        self.assert_value(third, 2)

    def test_a_case_ends_at_its_value(self) -> None:
        code = """
            function solution(x) {
              setInterval(() => console.log("late"), 1);
              Promise.resolve().then(() => console.log("later"));
              return x;
            }
        """
        for output in run_scripts(code, [1, 2]):
            self.assertEqual((output["isSuccessful"], output["stdout"]), (True, ""))


class Size(JavaScriptTest):
    def test_queues_take_time_that_grows_with_what_is_in_them_and_not_with_its_square(self) -> None:
        wait = "await Promise.all(Array.from(Array(n), () => new Promise({})))"
        for waits in (wait.format("setImmediate"), wait.format("(done) => setTimeout(done, 1)")):
            code = f"const solution = async (n) => {{ {waits}; return n; }}"
            self.assert_value(run_script(code, 20_000, timeout_ms=1500), 20_000)
        read = "for await (const l of require('readline').createInterface(process.stdin)) n += +l;"
        program = f"(async () => {{ let n = 0; {read} console.log(n); }})()"
        self.assert_value(run_script(program, "1\n" * 50_000, io="stdio", timeout_ms=1500), "50000\n")


class Languages(JavaScriptTest):
    def test_a_job_of_either_language_may_follow_the_other(self) -> None:
        for _ in range(2):
            self.assert_value(run_script("const solution = (x) => [x]", 1), [1])
            python: dict[str, Any] = {"code_to_execute": "def solution(x): return (x,)", "input_data": 1}
            self.assert_value(lambda_function.lambda_handler(python, None), [1])

    def test_both_names_are_the_same(self) -> None:
        self.assert_value(run_script("const solution = (x) => x", 1, language="nodejs24"), 1)
        answer = lambda_function.lambda_handler({"warm_up": True, "language": "javascript"}, None)
        self.assertEqual(answer, {"warm": True})

    def test_a_module_that_is_not_there_says_so(self) -> None:
        for code in ("require('lodash')", "import 'lodash'", "await import('lodash'); export {}"):
            with self.subTest(code):
                output = run_script(f"{code}\nfunction solution() {{}}")
                self.assert_reason(output, "EXCEPTION", "Cannot find module 'lodash'")
        refused = fault_of(run_script("const net = require('net')\nfunction solution() {}"))
        self.assertIn("files, network, processes and threads are not available here", refused["error"])


if __name__ == "__main__":
    unittest.main()
