"""The Node processes that run JavaScript: what they may do, and when there are any."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from support import IS_ROOT, NODE, ROOT, lambda_function

from execute import case_user_id
from host_lost import HostLost
from javascript_support import JavaScriptTest, run_script
from node_host import NodeHost
from node_processes import NodeProcesses
from shield import ways_into

executor = lambda_function.executor
CLOSED = ("NOFILE", "NPROC", "FSIZE", "CORE")


def status_of(pid: int) -> dict[str, str]:
    """The kernel's view of a process."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return {name: text.strip() for name, _, text in (line.partition(":") for line in status)}


class Jail(JavaScriptTest):
    def warm(self) -> NodeHost:
        """A process that is ready for its first source."""
        executor.await_warm(lambda_function.JAVASCRIPT)
        assert executor._node is not None
        return executor._node.warm()

    def tearDown(self) -> None:
        executor.end_invocation()

    def test_it_is_locked_in_before_any_source_is_sent(self) -> None:
        host = self.warm()
        with open(f"/proc/{host.pid}/limits", encoding="ascii") as limits:
            text = limits.read()
        for words in ("Max open files", "Max processes", "Max file size", "Max core file size"):
            self.assertRegex(text, rf"{words} +0 +0 ")
        self.assertNotRegex(text, r"Max data size +unlimited")
        self.assertEqual(set(status_of(host.pid)["Uid"].split()), {str(case_user_id())})

    @unittest.skipUnless(sys.platform == "linux", "only Linux has these ways")
    def test_its_memory_is_hidden_from_its_own_user(self) -> None:
        self.assertEqual(ways_into(self.warm().pid, case_user_id()), [])

    @unittest.skipIf(IS_ROOT, "root's limits on another user's process cannot be read")
    def test_its_limits_cannot_be_raised(self) -> None:
        host = self.warm()
        for name in CLOSED:
            self.assertEqual(resource.prlimit(host.pid, getattr(resource, f"RLIMIT_{name}")), (0, 0))


# Walks through all that the builtins lead to, and tells what could be changed.
WALK = """
    const { inspect } = require("node:util");
    require("./runner/javascript/freeze-builtins.cjs").freezeBuiltins();
    const paths = new Map();
    const add = (one, path) => {
      if (one !== null && ["object", "function"].includes(typeof one) && !paths.has(one)) paths.set(one, path);
    };
    for (const name of ["Object", "Promise", "Atomics", "Intl", "WebAssembly", "Iterator", "DataView"])
      add(globalThis[name], name);
    for (const one of [new Map().values(), function* () {}, async () => {}, "".matchAll(/a/g), [].keys().map(String)])
      add(Object.getPrototypeOf(one), inspect(one));
    for (const [one, path] of paths) {
      add(Object.getPrototypeOf(one), `${path}.__proto__`);
      for (const key of Reflect.ownKeys(one)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(one, key);
        for (const [part, how] of [[value, ""], [get, " (get)"], [set, " (set)"]])
          add(part, path + "." + String(key) + how);
      }
    }
    const open = [...paths].filter(([one]) => !Object.isFrozen(one)).map(([, path]) => path);
    for (const name of ["Array", "Error", "JSON"]) {
      const { writable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
      if (writable || configurable) open.push(name);
    }
    const error = Object.assign(new TypeError("what"), { name: "Other", toString: () => "its own" });
    const told = [error.name, `${error}`, inspect(new RangeError("x")).split("\\n")[0]];
    console.log(JSON.stringify({ found: paths.size, open, told }));
"""


class Builtins(JavaScriptTest):
    def test_nothing_that_the_runners_builtins_lead_to_can_be_changed(self) -> None:
        output = subprocess.run([NODE, "--eval", WALK], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        walked = json.loads(output)
        self.assertGreater(walked["found"], 250)
        self.assertEqual(walked["open"], [])
        # What inherits from them can have its own members all the same, which Node relies on.
        self.assertEqual(walked["told"], ["Other", "its own", "RangeError: x"])


class Life(JavaScriptTest):
    def test_no_process_is_started_nor_anything_of_it_imported_before_javascript_comes(self) -> None:
        program = (
            "import sys; sys.path.insert(0, 'executor'); import lambda_function as f\n"
            "print(f.lambda_handler({'code_to_execute': 'def solution(x): return x', 'input_data': 7}, None)"
            "['returnValue'], f.executor._node, sorted(m for m in sys.modules if 'node' in m)); f.executor.close()"
        )
        environment = {**os.environ, "EXECUTOR_NODE": str(NODE)}
        run = subprocess.run(
            [sys.executable, "-B", "-c", program], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
        self.assertEqual(run.stdout.decode().strip(), "7 None []")

    def test_the_archive_that_brings_node_is_warm_for_javascript_and_starts_nothing_for_python(self) -> None:
        program = (
            "import lambda_function as f; e = f.executor; print(e._zygote, e.node_pid in e._node.waiting)\n"
            "warm = e.node_pid\n"
            "run = e.run('const solution = () => 7', 'null', 5000, language=f.JAVASCRIPT)\n"
            "print(run.output['returnValue'], e.node_pid == warm, e._zygote); e.close()"
        )
        environment = {name: text for name, text in os.environ.items() if name != "EXECUTOR_NODE"}
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "executor", folder, dirs_exist_ok=True)
            shutil.copytree(ROOT / "runner", os.path.join(folder, "runner"))
            os.mkdir(os.path.join(folder, "bin"))
            os.symlink(NODE, os.path.join(folder, "bin", "node"))
            os.chmod(folder, 0o755)
            run = subprocess.run(
                [sys.executable, "-B", "-c", program], cwd=folder, env=environment, stdout=subprocess.PIPE, check=True
            )
        self.assertEqual(run.stdout.decode().splitlines(), ["None False", "7 True None"])

    def test_where_there_is_no_node_the_language_is_not_offered(self) -> None:
        program = (
            "import sys, json; sys.path.insert(0, 'executor'); import lambda_function as f\n"
            "print(json.dumps(f.lambda_handler({'code_to_execute': '1', 'language': 'javascript'}, None)))\n"
            "f.executor.close()"
        )
        environment = {**os.environ, "EXECUTOR_NODE": "/nowhere/node"}
        run = subprocess.run(
            [sys.executable, "-B", "-c", program], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
        error = json.loads(run.stdout)["error"]
        self.assertEqual(error, "Parameter error: Unsupported language; there are: python, python3.12")

    def test_a_spare_that_was_killed_is_replaced(self) -> None:
        node = self.node()
        (spare,) = node.waiting
        os.kill(spare, signal.SIGKILL)
        self.assert_value(run_script("const solution = () => 2"), 2)

    def test_an_answer_does_not_depend_on_the_spare(self) -> None:
        node = self.node()
        start, node._new = node._new, self.refuse
        try:
            self.assert_value(run_script("const solution = () => 1"), 1)
            self.assertEqual(node.waiting, [])
        finally:
            node._new = start

    def refuse(self) -> NodeHost:
        """In the place of a start."""
        raise HostLost("there is no room")

    def node(self) -> NodeProcesses:
        """The executor's processes, with a spare."""
        self.assert_value(run_script("const solution = () => 1"), 1)
        assert executor._node is not None
        return executor._node

    def test_a_case_finds_a_clock_that_began_with_it_however_long_its_process_waited(self) -> None:
        executor.await_warm(lambda_function.JAVASCRIPT)
        time.sleep(0.5)
        sent_ms = time.time() * 1000
        code = "const solution = (sent) => [performance.timeOrigin - sent, performance.now(), process.uptime()]"
        began, now, up = run_script(code, sent_ms)["returnValue"]
        self.assertGreater(began, -100)
        self.assertLessEqual(0, now)
        self.assertLessEqual(now, up * 1000)

    def test_every_invocation_has_a_process_that_has_run_nothing(self) -> None:
        code = "const solution = () => { globalThis.seen = 1; Object.prototype.seen = 1; return 1; }"
        self.assert_value(run_script(code), 1)
        self.assert_value(run_script("const solution = () => [typeof seen, {}.seen]"), ["undefined", None])


if __name__ == "__main__":
    unittest.main()
