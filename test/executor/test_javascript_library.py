"""What JavaScript prints, and what of Node's library is there."""

import unittest
from pathlib import Path

from javascript_support import JavaScriptTest, run_script, run_scripts


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


if __name__ == "__main__":
    unittest.main()
