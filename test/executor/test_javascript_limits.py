"""The limits of JavaScript, and that one case of a batch does not cost the others anything."""

import unittest

from support import lambda_function

from javascript_support import JavaScriptTest, run_script, run_scripts

ENDLESS = {
    "busy": "for (;;);",
    "a regular expression": "/^(a+)+$/.test('a'.repeat(60) + 'b')",
    "microtasks": "await (async function again() { for (;;) await null; })()",
    "ticks": "await new Promise(() => { (function again() { process.nextTick(again); })(); })",
    "immediates": "await new Promise(() => { (function again() { setImmediate(again); })(); })",
    "swallowed exceptions": "for (;;) try { throw 1 } catch {}",
    "a getter": "return { get a() { for (;;); } }",
    "a proxy": "return new Proxy({}, { ownKeys() { for (;;); } })",
    "a caught exit": "try { process.exit(0) } finally { for (;;); }",
    "sorting": "[...Array(1e7).keys()].sort(() => { for (;;); })",
}
WAITING = {
    "a lock": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
    "a timer": "await new Promise((done) => setTimeout(done, 60_000))",
    "an interval": "await new Promise(() => setInterval(() => {}, 50))",
}


class Time(JavaScriptTest):
    def test_whatever_uses_up_the_processor_is_ended(self) -> None:
        for name, body in ENDLESS.items():
            with self.subTest(name):
                output = run_script(f"const solution = async () => {{ {body} }}", timeout_ms=200)
                if name == "a caught exit":
                    self.assert_reason(output, "NO_RESULT")
                    continue
                # On a busy machine the time may be up before it was given its processor time.
                self.assertIn(output["reason"], ("CPU_LIMIT", "WALL_LIMIT"), output["stderr"])
                self.assertTrue(output["timedOut"])

    def test_whatever_only_waits_is_ended(self) -> None:
        for name, body in WAITING.items():
            with self.subTest(name):
                output = run_script(f"console.log('here');\nconst solution = async () => {{ {body} }}", timeout_ms=200)
                self.assert_reason(output, "WALL_LIMIT", "slept or waited")
                self.assertEqual(output["stdout"], "here\n")

    def test_at_import_and_in_a_program_too(self) -> None:
        for event in ({}, {"io": "stdio"}):
            output = run_script("console.log('here'); for (;;);", "", timeout_ms=200, **event)
            self.assertTrue(output["timedOut"], output["stderr"])
            self.assertEqual(output["stdout"], "here\n")


class Memory(JavaScriptTest):
    def test_whoever_needs_too_much_is_told_so(self) -> None:
        bodies = {
            "a list": "const a = []; for (;;) a.push({ a: a.length });",
            "strings": "let s = ['x']; for (;;) s.push('y'.repeat(1e6) + s.length).toString().normalize();",
            "caught": "const a = []; for (;;) try { a.push(new Array(1e5).fill(a.length)); } catch {}",
            "a map": "const m = new Map(); for (let i = 0; ; i += 1) m.set(i, String(i));",
            "a set": "const s = new Set(); for (let i = 0; ; i += 1) s.add(i);",
            "names": "const o = {}; for (let i = 0; ; i += 1) o['k' + i] = i;",
        }
        for name, body in bodies.items():
            with self.subTest(name):
                output = run_script(f"const solution = () => {{ {body} }}", timeout_ms=8000)
                self.assert_reason(output, "MEMORY_LIMIT")
                self.assertNotIn("node::", output["stderr"])

    def test_a_buffer_too_large_is_refused_or_ends_the_run(self) -> None:
        body = "const a = []; for (;;) a.push(new Uint8Array(32 << 20).fill(1));"
        output = run_script(f"const solution = () => {{ {body} }}", timeout_ms=8000)
        self.assertIn(output["reason"], ("EXCEPTION", "MEMORY_LIMIT"))

    def test_a_buffer_within_the_limit_is_had(self) -> None:
        self.assert_returns("new Uint8Array(100 << 20).fill(1).length", 100 << 20)

    def test_recursion_too_deep_is_an_exception(self) -> None:
        output = run_script("const solution = (n) => solution(n) + 1", 1)
        self.assert_reason(output, "EXCEPTION", "RangeError: Maximum call stack size exceeded")
        self.assert_returns("(function down(n) { return n === 0 ? 0 : 1 + down(n - 1); })(7000)", 7000)


class Output(JavaScriptTest):
    def test_a_flood_is_ended_and_much_output_is_cut(self) -> None:
        flood = "const solution = () => { for (;;) console.log('x'.repeat(1e5)); }"
        self.assert_reason(run_script(flood), "OUTPUT_LIMIT")
        much = run_script("const solution = () => { process.stdout.write('é'.repeat(1e5)); return 1; }")
        self.assert_value(much, 1)
        self.assertEqual((len(much["stdout"]), much["stdoutTruncated"]), (32 * 1024, True))
        program = run_script("process.stdout.write('x'.repeat(600 * 1024))", "", io="stdio")
        self.assert_reason(program, "OUTPUT_LIMIT", "512 KiB")


class Batches(JavaScriptTest):
    def test_one_bad_case_spares_the_others(self) -> None:
        code = """
            function solution(x) {
              if (x === "spin") for (;;);
              if (x === "heap") for (const a = []; ; ) a.push({});
              if (x === "flood") for (;;) console.log("x".repeat(1e5));
              if (x === "throw") throw new Error(x);
              if (x === "exit") process.exit(1);
              if (x === "later") (async () => { for (;;) await null; })();
              if (x === "import") import("x").then(() => {}, () => { for (;;); });
              console.log(x);
              return x;
            }
        """
        bad = ["spin", "heap", "flood", "throw", "exit"]
        inputs: list[object] = [1, *(item for one in bad for item in (one, 2)), "later", 3, "import", 4]
        outputs = run_scripts(code, inputs, timeout_ms=1000)
        reasons = {name: output["reason"] for name, output in zip(inputs, outputs, strict=True)}
        self.assertIn(reasons["spin"], ("CPU_LIMIT", "WALL_LIMIT"))
        self.assertEqual(reasons["heap"], "MEMORY_LIMIT")
        self.assertEqual(reasons["flood"], "OUTPUT_LIMIT")
        self.assertEqual(reasons["throw"], "EXCEPTION")
        self.assertEqual(reasons["exit"], "NO_RESULT")
        for name, output in zip(inputs, outputs, strict=True):
            if name not in bad:
                self.assert_value(output, name)
                self.assertEqual(output["stdout"], f"{name}\n")

    def test_a_case_finds_its_source_as_if_it_were_the_first(self) -> None:
        code = """#!/usr/bin/env node
            const stack = () => new Error("here").stack, list = [1, [2]], table = { a: [1] }, pattern = /a/g;
            const tag = (strings) => strings;
            const literals = () => [[1, [2]], { a: [1] }, /a/g.lastIndex, tag`a${1}b`];
            class Counter { static count = 0; static list = [1]; }
            async function solution() {
              const found = JSON.stringify([stack(), list, table, pattern.lastIndex, literals(), Counter.list]);
              const isOwn = [list, pattern, tag`x`].every((one) => one instanceof Object);
              const callee = [arguments.length, this === undefined, module.exports === exports, typeof left];
              for (const one of [list, list[1], table.a, Counter.list]) one.push("left");
              for (const one of literals()) if (Array.isArray(one) && !Object.isFrozen(one)) one.push("left");
              Counter.count = pattern.lastIndex = globalThis.left = 7;
              Array.prototype.left = Object.prototype.left = RegExp.prototype.exec = 7;
              const files = await import("fs");
              const missing = await eval("import('nowhere')").catch((fault) => String(fault));
              return [found, isOwn, callee, Counter.count, typeof files.readFileSync, missing];
            }
        """
        outputs = run_scripts(code, [1, 1, 1, 1])
        self.assertIn("solution.js:2:", outputs[0]["returnValue"][0])
        values = [output["returnValue"] for output in outputs]
        self.assertEqual(values, [run_script(code, 1)["returnValue"]] * 4)

    def test_a_fault_on_the_first_line_is_told_alike_in_every_case(self) -> None:
        for code in (
            "throw new Error(7)",
            "'use strict'; const solution = (x) => undeclared = x",
            "}) ; (function () {",
            "--> 1\nthrow new Error(7)",
        ):
            first, *others = (
                (output["reason"], output["error"], output["stderr"]) for output in run_scripts(code, [1, 1, 1])
            )
            self.assertIsNotNone(first[0])
            self.assertEqual(others, [first, first])

    def test_what_a_case_held_counts_for_no_other(self) -> None:
        for beginning in ("", "export default "):
            code = f"const held = new Array(1e7).fill(1); {beginning}function solution(x) {{ return held.length + x; }}"
            for number, output in enumerate(run_scripts(code, [0, 1, 2, 3])):
                self.assert_value(output, 10_000_000 + number)

    def test_each_case_has_the_whole_limit_for_itself(self) -> None:
        code = """
            function solution() {
              const began = process.hrtime.bigint();
              while (process.hrtime.bigint() - began < 250_000_000n);
              return 1;
            }
        """
        for output in run_scripts(code, [1, 2, 3, 4, 5], timeout_ms=1000):
            self.assert_value(output, 1)
            self.assertLess(output["cpuTimeMs"], 1000)

    def test_cases_share_a_process_and_invocations_do_not(self) -> None:
        executor = lambda_function.executor
        seen = []
        for _ in range(2):
            run_scripts("const solution = (x) => x", [1, 2, 3])
            node = executor._node
            assert node is not None
            seen.append(node.waiting)
        self.assertEqual([len(waiting) for waiting in seen], [1, 1])
        self.assertNotEqual(*seen)


if __name__ == "__main__":
    unittest.main()
