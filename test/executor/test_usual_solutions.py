"""The usual solutions of the usual problems run unchanged, programs as an interpreter runs them."""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from support import ExecutorTest, lambda_function, run

_HEAD = re.compile(r"^#: (.+)\n#: (\{.+\})\n", re.MULTILINE)


def solutions() -> list[tuple[str, dict[str, Any], str]]:
    """Title, head and code of each."""
    text = Path(__file__).with_name("usual_solutions.txt").read_text(encoding="utf-8")
    _, *parts = _HEAD.split(text)
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [(title, json.loads(head), code.strip() + "\n") for title, head, code in triples]


PROGRAMS = [solution for solution in solutions() if "input" in solution[1]]
FUNCTIONS = [solution for solution in solutions() if "inputs" in solution[1]]


def run_ordinarily(code: str, text: str) -> str:
    """What an interpreter of its own makes of a program whose stdin is a file."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as stdin:
        Path(folder, "solution.py").write_text(code, encoding="utf-8")
        stdin.write(text.encode())
        stdin.seek(0)
        command = [sys.executable, "-X", "utf8", "solution.py"]
        # As much stack as programs get here: before 3.11 each call of Python's is one of C's.
        shell = ["sh", "-c", 'ulimit -s 131072 2>/dev/null; exec "$@"', "sh", *command]
        return subprocess.run(shell, cwd=folder, stdin=stdin, capture_output=True, check=True).stdout.decode()


class UsualSolutions(ExecutorTest):
    def test_programs_write_what_they_write_in_an_ordinary_interpreter(self) -> None:
        self.assertGreaterEqual(len(PROGRAMS), 10)
        for title, head, code in PROGRAMS:
            with self.subTest(title):
                self.assertEqual(run_ordinarily(code, head["input"]), head["output"])
                output = run(code, head["input"], io="stdio")
                self.assert_value(output, head["output"])
                self.assertEqual(output["stdout"], head["output"])

    def test_a_program_recurses_as_deep_as_in_an_ordinary_interpreter(self) -> None:
        code = "def f(n):\n    global d\n    d = n\n    f(n + 1)\ntry: f(1)\nexcept RecursionError: print(d)\n"
        depth = int(run(code, "", io="stdio")["returnValue"])
        # One less in 3.10, which counts otherwise.
        self.assertIn(depth - int(run_ordinarily(code, "")), (0, -1))

    def test_functions_return_what_they_should(self) -> None:
        self.assertGreaterEqual(len(FUNCTIONS), 10)
        for title, head, code in FUNCTIONS:
            with self.subTest(title):
                returns = head.pop("returns")
                results = lambda_function.lambda_handler({"code_to_execute": code, **head}, None)["results"]
                self.assertEqual([result["stderr"] for result in results], [""] * len(returns))
                self.assertEqual([result["returnValue"] for result in results], returns)


if __name__ == "__main__":
    unittest.main()
