"""What the executor's tests share: the paths, and a short way to run a solution."""

import json
import os
import sys
import textwrap
import unittest
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RUNNER = ROOT / "runner" / "python"
sys.path.insert(0, str(ROOT / "executor"))
# Last: both sides have a module named ``zygote``, and the tests mean the executor's.
sys.path.append(str(RUNNER))
sys.dont_write_bytecode = True
# The Node that runs the service here; the image of the function brings its own.
_MACHINE = {"x86_64": "x64", "aarch64": "arm64"}.get(os.uname().machine, os.uname().machine)
NODE = ROOT / "node_modules" / f"node-{sys.platform}-{_MACHINE}" / "bin" / "node"
if NODE.exists():
    os.environ.setdefault("EXECUTOR_NODE", str(NODE))
import lambda_function  # noqa: E402

IS_ROOT = os.geteuid() == 0
REFUSAL = "files, network, processes and threads are not available here"


def run(code: str, input_data: Any = None, **event: Any) -> dict[str, Any]:
    """Run one case through the handler."""
    source = textwrap.dedent(code)
    return lambda_function.lambda_handler({"code_to_execute": source, "input_data": input_data, **event}, None)


def run_program(code: str, text: Any = "", **event: Any) -> dict[str, Any]:
    """Run one case of a program, with ``text`` on its stdin."""
    return run(code, text, io="stdio", **event)


def run_body(body: str, input_data: Any = None, **event: Any) -> dict[str, Any]:
    """Run ``body`` as the body of ``solution(value)``."""
    return run("def solution(value):\n" + textwrap.indent(textwrap.dedent(body).strip(), "    "), input_data, **event)


def fault_of(output: dict[str, Any]) -> dict[str, str]:
    """The fault line: the last line of stderr."""
    return json.loads(output["stderr"].splitlines()[-1])


class ExecutorTest(unittest.TestCase):
    """Leaves no zygote behind."""

    @classmethod
    def tearDownClass(cls) -> None:
        lambda_function.executor.close()

    def assert_value(self, output: dict[str, Any], expected: Any) -> None:
        """The run succeeded with exactly this JSON."""
        self.assertEqual((output["isSuccessful"], output["stderr"]), (True, ""), output["stderr"])
        self.assertEqual(json.dumps(output["returnValue"]), json.dumps(expected))

    def assert_reason(self, output: dict[str, Any], reason: str, sentence: str = "") -> None:
        """The run failed for this reason, in these words."""
        self.assertIsNone(output["error"])
        self.assertEqual((output["isSuccessful"], output["reason"]), (False, reason), output["stderr"][-500:])
        self.assertNotEqual(output["exitCode"], 0)
        self.assertIsNone(output["returnValue"])
        self.assertIn(sentence, fault_of(output)["error"])
