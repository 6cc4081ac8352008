"""What a program finds around it in JavaScript: there from the start, though most of it is made on its first use."""

import unittest

from javascript_support import JavaScriptTest, run_script, run_scripts

FUNCTIONS = [
    *("Buffer", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "atob", "btoa", "structuredClone"),
    *("clearImmediate", "clearInterval", "clearTimeout", "queueMicrotask", "setImmediate", "setInterval"),
    *("require", "setTimeout"),
]
OBJECTS = ["console", "crypto", "global", "module", "performance", "process"]

NAMES = "Array Date Error Map Math Number Object Promise Proxy RegExp Set String Symbol TypeError Uint8Array".split()
# What programs add, replace or delete before they first use what is around them.
CHANGES = [
    "Object.prototype.get = function (name, other) { return this[name] ?? other; };",
    "Object.prototype.set = function (name, value) { this[name] = value; };",
    "Object.prototype.isEmpty = function () { return Object.keys(this).length === 0; };",
    "Object.prototype.toString = () => 'mine';",
    "Object.prototype[0] = 'zero'; Array.prototype[1] = 'one';",
    "Object.freeze(Object.prototype); Object.freeze(Array.prototype);",
    "Array.prototype.last = function () { return this.at(-1); };",
    "Array.prototype.at = function (at) { return this[at < 0 ? at + this.length : at]; };",
    "Array.prototype.find = function (one) { return this.indexOf(one); };",
    "Map.prototype.get = Map.prototype.has = () => 0; Set.prototype.has = () => true;",
    "delete Map.prototype.set; delete Set.prototype.add;",
    "Promise.resolve = () => 3;",
    *[f"{name} = {{}};" for name in NAMES],
    *[f"delete globalThis.{name};" for name in NAMES],
]
CHANGED = """
    function solution(change) {
      (0, eval)(change);
      console.log({ a: [1] }, Buffer.from("hé").toString("hex"), new URL("http://host/path?a=b").searchParams.get("a"));
      console.log(new TextDecoder().decode(new TextEncoder().encode("é")), structuredClone({ a: [1] }));
      require("assert").deepStrictEqual({ a: 1 }, { a: 1 });
      const events = new (require("events"))();
      events.once("event", (text) => process.stdout.write(text));
      const lines = require("readline").createInterface({ input: process.stdin });
      return { then: (done) => lines.on("close", () => setTimeout(() => done(events.emit("event", "end")), 1)) };
    }
"""
PRINTED = "{ a: [ 1 ] } 68c3a9 b\né { a: [ 1 ] }\nend"
BROKEN = """
    function solution(change) {
      setTimeout(String, 1);
      (0, eval)(change);
      return new Promise(() => {});
    }
"""
BREAKS = [
    "Math.floor = () => { throw new Error('mine'); };",
    "Array.prototype[Symbol.iterator] = () => { throw new Error('mine'); };",
    "Object.defineProperty(Array, Symbol.species, { get() { throw new Error('mine'); } });",
]


class Surroundings(JavaScriptTest):
    def test_everything_is_there_in_every_case(self) -> None:
        code = """
            function solution(names) {
              console.log({ a: 1 });
              return names.map((name) => eval(`typeof ${name}`));
            }
        """
        for output in run_scripts(code, [FUNCTIONS + OBJECTS] * 3):
            self.assertEqual(output["stdout"], "{ a: 1 }\n")
            self.assert_value(output, ["function"] * len(FUNCTIONS) + ["object"] * len(OBJECTS))

    def test_every_case_prints_values_of_every_kind(self) -> None:
        code = "function solution(x) { console.log(x, [x]); console.error(x, [x]); }"
        for output in run_scripts(code, [7] * 3):
            self.assertEqual((output["stdout"], output["stderr"]), ("7 [ 7 ]\n",) * 2)

    def test_nothing_from_outside_of_the_realm_is_given_to_what_is_shown(self) -> None:
        code = """
            const found = [];
            const rootOf = (one) => Object.getPrototypeOf(one) === null ? one : rootOf(Object.getPrototypeOf(one));
            const look = (...given) => {
              for (const one of given)
                if (Object(one) === one && rootOf(one) !== Object.prototype) found.push(typeof one);
              return "";
            };
            const members = { [Symbol.for("nodejs.util.inspect.custom")]: look, toString: look, toJSON: look };
            const values = [Object.create(null), { constructor: undefined }, [], new Error(), () => {}, new Map()];
            function solution() {
              for (const value of values.map((one) => Object.assign(one, members)))
                for (const name of Object.keys(console))
                  try {
                    console[name](value, value);
                  } catch (fault) {
                    look(fault);
                  }
              Array.prototype[Symbol.iterator] = function* () { yield {}; yield values[0]; };
              try {
                console.table({});
              } catch (fault) {
                look(fault);
              }
              return found;
            }
        """
        self.assertEqual(run_script(code)["returnValue"], [])

    def test_a_global_can_be_replaced_or_removed_before_it_was_used(self) -> None:
        code = """
            function solution() {
              globalThis.URL = 7;
              console = { log: (text) => text };
              delete globalThis.Buffer;
              return [URL, console.log(8), typeof Buffer, new URLSearchParams("a=9").get("a")];
            }
        """
        self.assert_value(run_script(code), [7, 8, "undefined", "9"])

    def test_what_is_first_used_at_the_bottom_of_the_stack_is_whole_further_up(self) -> None:
        code = """
            function solution() {
              let pathname;
              const down = () => {
                try {
                  down();
                } catch {
                  pathname = new URL("http://host/path").pathname + Buffer.from("x") + process.pid;
                  console.log(pathname);
                }
              };
              down();
              return [pathname, new URL("http://host/other").pathname, process.argv.length];
            }
        """
        output = run_script(code)
        self.assert_value(output, ["/pathx1", "/other", 2])
        self.assertIn("/pathx1\n", output["stdout"])

    def test_it_is_made_of_builtins_as_they_were_before_the_program_changed_them(self) -> None:
        code = """
            function solution() {
              Object.defineProperty = Object.keys = Reflect.apply = Array.prototype.push = () => { throw new Error(); };
              console.log("here");
              return [new TextEncoder().encode("é").length, Buffer.from("é").length, structuredClone({ a: 1 })];
            }
        """
        output = run_script(code)
        self.assert_value(output, [2, 2, {"a": 1}])
        self.assertEqual(output["stdout"], "here\n")

    def test_what_a_program_changes_beforehand_changes_nothing_for_it(self) -> None:
        for change, output in zip(CHANGES, run_scripts(CHANGED, CHANGES), strict=True):
            with self.subTest(change):
                self.assert_value(output, True)
                self.assertEqual(output["stdout"], PRINTED)

    def test_what_is_called_is_found_whatever_a_program_does_to_lists(self) -> None:
        for exports in ("module.exports", "exports.default"):
            code = f"Array.prototype.find = function (one) {{ return this.indexOf(one); }}; {exports} = (x) => x;"
            self.assert_value(run_script(code, 7), 7)

    def test_a_program_that_breaks_what_it_stands_on_is_told_its_own_error(self) -> None:
        for change, output in zip(BREAKS, run_scripts(BROKEN, BREAKS), strict=True):
            with self.subTest(change):
                self.assert_reason(output, "EXCEPTION", "mine")


if __name__ == "__main__":
    unittest.main()
