"""Faults are told in CPython's own words: held against the interpreter itself, run plainly."""

import re
import subprocess
import sys
import tempfile
import textwrap
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support import ExecutorTest, fault_of, run, run_body

_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
_LIBRARY = str(Path(subprocess.__file__).parent)
_CALL = "import sys; sys.path.insert(0, sys.argv[1]); import solution; solution.solution([1])"
# The module ``traceback`` has these only since 3.12; before, the interpreter alone had them.
_HELP = re.compile(r"(\. Did you mean|\. Did you forget|\? Did you mean).*")


def unescape(line: str) -> str:
    text = re.sub(r"\\[\\nrt]", lambda found: _ESCAPES[found[0]], line)
    return re.sub(r"<U\+(\w+)>", lambda found: chr(int(found[1], 16)), text)


def sources() -> list[str]:
    lines = Path(__file__).with_name("faults.txt").read_text(encoding="utf-8").split("\n")
    found = []
    for line in lines:
        if line.startswith("M:"):
            found.append(unescape(line[2:]))
        elif line and not line.startswith("#"):
            found.append("def solution(value):\n" + textwrap.indent(unescape(line), "    "))
    return found


def plainly(source: str) -> str:
    """What the interpreter itself writes about ``source``."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "solution.py").write_bytes(source.encode("utf-8"))
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _CALL, folder],
            input="", capture_output=True, text=True, encoding="utf-8", cwd="/",
        )  # fmt: skip
        return done.stderr.replace(f"{folder}/solution.py", "solution.py")


def last_line(text: str, module: str = "") -> str:
    line = re.sub(r"0x\w+", "0x", text)
    line = line.rstrip("\n").rpartition("\n")[2].replace(_LIBRARY, f"/usr/local/lib/{Path(_LIBRARY).name}")
    line = line.removeprefix(module)
    return line if sys.version_info >= (3, 12) else _HELP.sub("", line)


def marks(text: str, is_compiled: bool) -> list[str]:
    """The lines below the solution's own, which say where in them it failed.

    The interpreter and its module ``traceback`` draw some of them with other strokes, and those of
    a source that is no file are longer.
    """
    found = re.findall(r'File "solution.py".*\n.*\n( *[~^]+)\n', text)
    return [mark.replace("~", "^") if is_compiled else mark[: mark.index("^") + 1] for mark in found]


class Faults(ExecutorTest):
    def test_the_last_line_and_the_marks_are_those_of_plain_python(self) -> None:
        corpus = sources()
        self.assertGreater(len(corpus), 250)
        with ThreadPoolExecutor(2) as pool:
            plain = list(pool.map(plainly, corpus))
        for source, expected in zip(corpus, plain, strict=True):
            with self.subTest(source):
                output = run(source, [1])
                if output["isSuccessful"]:
                    self.assertEqual(expected, "")
                    continue
                told = fault_of(output)
                if "RecursionError" not in expected:
                    self.assertEqual(last_line(told["traceback"]), last_line(expected, "solution."))
                    if sys.version_info >= (3, 12):
                        is_compiled = output["reason"] != "COMPILE_ERROR"
                        self.assertEqual(marks(told["traceback"], is_compiled), marks(expected, is_compiled))
                if not _LIBRARY.startswith("/usr/local/"):
                    self.assertNotIn(_LIBRARY, output["stderr"])

    def test_lines_end_where_python_ends_them_and_nowhere_else(self) -> None:
        for separator in ("\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"):
            for end in ("\n", "\r\n", "\r"):
                with self.subTest(separator=separator, end=end):
                    code = f"# one{separator}line{end}text = '''{end}{separator}'''{end}def solution(v):{end}"
                    told = fault_of(run(code + f"    return v / 0 # here{end}", 1))
                    self.assertIn("line 5, in solution\n    return v / 0 # here\n", told["traceback"])

    def test_a_source_is_a_file_and_may_begin_with_a_byte_order_mark(self) -> None:
        self.assert_value(run("\ufeffimport csv\r\ndef solution(v):\r\n    return csv.__name__\r\n"), "csv")
        self.assert_reason(run("\ufeff\ufeffdef solution(v): pass"), "COMPILE_ERROR", "SyntaxError")

    def test_notes_and_causes_are_told(self) -> None:
        body = """
            try:
                {}["missing"]
            except KeyError as cause:
                cause.add_note("look at the key")
                raise ValueError("outer") from cause
            """
        if sys.version_info >= (3, 11):
            told = fault_of(run_body(body))
            self.assertEqual(told["error"], "ValueError: outer")
            for part in (
                "KeyError: 'missing'\nlook at the key\n",
                "direct cause of the following",
                "ValueError: outer",
            ):
                self.assertIn(part, told["traceback"])

    def test_no_path_of_this_machine_is_told(self) -> None:
        for body in (
            "from json import nothing", "import json\njson.loads('{')", "import statistics\nstatistics.mean([])",
            "raise ValueError(__import__('os').__file__)",
        ):  # fmt: skip
            output = run_body(body)
            self.assertNotIn(str(Path(subprocess.__file__).parent), output["stderr"])
            self.assertNotIn(str(Path(__file__).parents[2]), output["stderr"])

    def test_exceptions_that_misbehave_cost_no_reason(self) -> None:
        for members in (
            "__notes__ = property(lambda self: 1 / 0)",
            "__class__ = property(lambda self: 1 / 0)",
            "__traceback__ = __cause__ = __context__ = property(lambda self: 1 / 0)",
            "def __str__(self): raise SystemExit(0)",
            "def __getattribute__(self, name): raise KeyboardInterrupt",
            "__qualname__ = 'x' * 100000",
            "def __dir__(self): raise SystemExit",
        ):
            with self.subTest(members):
                code = f"class Bad(AttributeError):\n    {members}\ndef solution(v): raise Bad('x')"
                self.assert_reason(run(code), "EXCEPTION")
        deep = """
            import sys
            sys.setrecursionlimit(10**6)
            def f(n): return f(n - 1) if n > 0 else [][n]
            return f(100000)
            """
        output = run_body(deep, timeout_ms=15000)
        self.assert_reason(output, "EXCEPTION", "IndexError: list index out of range")
        self.assertLess(output["cpuTimeMs"], 5000)
        chain = """
            fault = None
            for n in range(100000):
                new = ValueError(n)
                new.__cause__ = fault
                fault = new
            raise fault
            """
        output = run_body(chain, timeout_ms=15000)
        self.assert_reason(output, "EXCEPTION", "ValueError: 99999")
        self.assertEqual(fault_of(output)["traceback"].count("direct cause"), 4)

    def test_a_source_too_complex_for_the_parser_is_told_as_that(self) -> None:
        for source in (
            "x = " + "~" * 60_000 + "1", "x = " + "not " * 15_000 + "1", "x = a" + ".b" * 30_000,
            "x = a" + "()" * 30_000, "x = " + "1+" * 30_000 + "1", "x = " + "2**" * 20_000 + "1",
            "x = " + "lambda:" * 9_000 + "1", "if 1: pass\n" + "elif 1: pass\n" * 5_000,
            "x = " + "(" * 3_000 + ")" * 3_000, "x = 1\0", "import " + "a." * 32_000 + "b",
        ):  # fmt: skip
            with self.subTest(source[:20]):
                if source.startswith("if") and sys.version_info >= (3, 13):
                    # It is not too complex for this one.
                    continue
                output = run(source)
                self.assertNotIn("more memory than", output["stderr"])
                self.assertEqual((output["reason"], output["error"]), ("COMPILE_ERROR", None))
                if sys.version_info >= (3, 12) and "import" not in source:
                    error = fault_of(output)["error"].replace(" (solution.py, line 1)", "")
                    self.assertIn(error.partition(" (an expression")[0], last_line(plainly(source)))
                    self.assertEqual("split it up" in error, "SyntaxError" not in error)
        if sys.version_info >= (3, 12):
            output = run_body("import ast\nreturn ast.literal_eval('~' * 60000 + '1')")
            self.assert_reason(output, "EXCEPTION", "MemoryError: Parser stack overflowed")

    def test_groups_and_chains_that_share_their_parts_are_told_in_the_time_of_a_few(self) -> None:
        chain = """
            fault = ValueError("first")
            for n in range(60):
                causes = ValueError(n), KeyError(n), TypeError(n)
                causes[0].__cause__ = causes[1].__context__ = fault
                causes[2].__cause__, causes[2].__context__ = causes[:2]
                fault = causes[2]
            raise fault
            """
        groups = """
            fault = ValueError("first")
            for n in range(60):
                fault = ExceptionGroup(str(n), [fault, fault])
            raise fault
            """
        self.assert_reason(run_body(chain), "EXCEPTION", "TypeError: 59")
        if sys.version_info >= (3, 11):
            self.assert_reason(run_body(groups), "EXCEPTION", "ExceptionGroup: 59 (2 sub-exceptions)")
            wide = run_body("raise ExceptionGroup('many', [ValueError(n) for n in range(500)])")
            self.assertIn("and 485 more exceptions", fault_of(wide)["traceback"])


if __name__ == "__main__":
    unittest.main()
