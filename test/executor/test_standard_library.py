"""All of the standard library works that needs no descriptor, held against the interpreter itself."""

import json
import subprocess
import sys
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from support import ROOT, RUNNER, ExecutorTest, run, run_body

import execute
from figures import End, Start
from lambda_function import executor

TABLE = RUNNER / "library.json"
DERIVE = ROOT / "pack/derive_library.py"
CALLS = [
    line.partition(": ")
    for line in Path(__file__).with_name("library_calls.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
# Modules that are not called, and why.
NOT_CALLED = {
    "refused to solutions": "ctypes antigravity this test idlelib turtledemo",
    "needs a display or a terminal": "tkinter turtle readline",
    "starts programs": "ensurepip",
    "of Windows, or of hardware": "msilib msvcrt nt winreg winsound nis ossaudiodev",
    "gone since 3.13": "aifc asynchat asyncore audioop binhex cgi cgitb chunk crypt distutils formatter imghdr imp "
    "lib2to3 macpath mailcap nntplib parser pipes smtpd sndhdr spwd sunau symbol sre_compile sre_constants sre_parse "
    "telnetlib uu xdrlib",
}

PROGRAM = """
import {module}
def solution(_):
    try:
        return repr(({expression})).partition(" at 0x")[0]
    except Exception as fault:
        return f"{{type(fault).__name__}}: {{fault}}"
"""
# Imports what nothing in the source announces.
LATE_IMPORTS = """
import builtins
bring = getattr(builtins, "".join(["__imp", "ort__"]))
def solution(names):
    found = {}
    for name in names:
        try:
            bring(name)
            found[name] = ""
        except ImportError as fault:
            found[name] = str(fault)
    return found
"""


def plainly(source: str, value: Any) -> Any:
    """What ``solution`` returns in an interpreter of its own."""
    program = f"{source}\nimport json, os, sys\nos.write(2, json.dumps(solution(json.loads(sys.argv[1]))).encode())"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-X", "utf8", "-c", program, json.dumps(value)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd="/", env={"PATH": "/usr/bin"},
    )  # fmt: skip
    return json.loads(done.stderr)


class StandardLibrary(ExecutorTest):
    def test_the_table_of_imports_has_all_that_this_interpreters_library_may_import(self) -> None:
        table = {name: set(imports.split()) for name, imports in json.loads(TABLE.read_text("utf-8")).items()}
        derived = json.loads(subprocess.check_output([sys.executable, DERIVE, "-"]))
        lacking = {name: set(imports) - table.get(name, set()) for name, imports in derived.items()}
        self.assertGreater(len(derived), 400)
        self.assertEqual({name: imports for name, imports in lacking.items() if imports or name not in table}, {})

    def test_the_builtins_are_those_of_plain_python(self) -> None:
        source = "import builtins\ndef solution(_): return {n: repr(m)[:60] for n, m in vars(builtins).items()}"
        found, plain = run(source)["returnValue"], plainly(source, None)
        # This one looks for a file; and the program that asks has displayed nothing.
        self.assertIn("license", found.pop("license"))
        self.assertEqual(found, {name: text for name, text in plain.items() if name not in ("license", "_")})

    def test_every_module_is_called_or_it_is_said_why_not(self) -> None:
        named = {name for names in NOT_CALLED.values() for name in names.split()}
        named |= {module.partition(".")[0] for module, _, _ in CALLS}
        public = {name for name in sys.stdlib_module_names if not name.startswith("_")}
        self.assertEqual(public - named, set())

    def test_a_call_of_every_module_does_what_plain_python_does(self) -> None:
        present = [(module, call) for module, _, call in CALLS if module.partition(".")[0] in sys.stdlib_module_names]
        programs = [PROGRAM.format(module=module, expression=call) for module, call in present]
        together = "\n".join(
            f"namespace = {{}}\nexec({program!r}, namespace)\nanswers.append(namespace['solution'](None))"
            for program in programs
        )
        plain = plainly(f"answers = []\n{together}\ndef solution(_): return answers", None)
        for (module, _), program, expected in zip(present, programs, plain, strict=True):
            with self.subTest(module):
                output = run(program, None)
                self.assertEqual(output["returnValue"], expected, output["stderr"])

    def test_every_module_can_be_imported_late_and_by_a_computed_name(self) -> None:
        names = sorted(set(sys.stdlib_module_names) - {"antigravity", "this", "idlelib", "turtledemo", "test"})
        found, plain = run(LATE_IMPORTS, names, timeout_ms=15000)["returnValue"], plainly(LATE_IMPORTS, names)
        differing = {name for name in names if bool(found[name]) != bool(plain[name])}
        accelerators = {"_asyncio", "_elementtree", "_zoneinfo"}
        private = {"_ctypes", "_ios_support", "_tkinter", "_dbm", "_gdbm"}
        allowed = {"ctypes", "tkinter", "turtle", "readline", "ensurepip", "nis", "ossaudiodev"}
        self.assertEqual(differing - accelerators - private - allowed, set())
        for name in ("msvcrt", "winreg", *(() if sys.platform == "darwin" else ("_scproxy",))):
            self.assertEqual(found[name], f"No module named '{name}'")

    def test_imports_hidden_in_texts_succeed(self) -> None:
        for body in (
            "exec('import difflib as d', globals())\nreturn d.get_close_matches('appel', ['apple'])",
            "return eval(value).get_close_matches('appel', ['apple'])",
            "name = ''.join(['diff', 'lib'])\nreturn __import__(name).get_close_matches('appel', ['apple'])",
            "import timeit\ntimeit.timeit('difflib.Differ()', 'import difflib', number=1)\n"
            "import sys\nreturn sys.modules['difflib'].get_close_matches('appel', ['apple'])",
        ):
            with self.subTest(body):
                self.assert_value(run_body(body, "__import__('difflib')"), ["apple"])

    def test_a_module_is_there_however_its_name_comes_about(self) -> None:
        for source, expected in (
            ("import sys\ndef solution(v): return sys.modules['imp' + 'ortlib'].import_module(v).__name__", "difflib"),
            ("def solution(v): return solution.__globals__['__bui' + 'ltins__']['__imp' + 'ort__'](v).__name__",
             "difflib"),
            ("import sys\ndef solution(v): return next(m for f in sys.meta_path if (m := f.find_spec(v))).name",
             "difflib"),
            ("import pydoc\ndef solution(v): return pydoc.locate(v + '.SequenceMatcher').__name__", "SequenceMatcher"),
            ("import pkgutil\ndef solution(v): return pkgutil.resolve_name(v + ':SequenceMatcher').__name__",
             "SequenceMatcher"),
            ("import pickle\ndef solution(v): return pickle.loads(f'c{v}\\nndiff\\n.'.encode()).__name__", "ndiff"),
            ("import unittest\ndef solution(v): return unittest.TestLoader().loadTestsFromName(v).countTestCases()", 0),
            ("import logging.config as c\ndef solution(v): return c.BaseConfigurator({}).resolve(v).__name__",
             "difflib"),
            ("import runpy\ndef solution(v): return runpy.run_module(v)['ndiff'].__name__", "ndiff"),
            ("import runpy\ndef solution(v): return runpy.run_module('heapq')['heappush'].__name__", "heappush"),
            ("import importlib, json\ndef solution(v): return importlib.reload(json).dumps(v)", '"difflib"'),
            ("import timeit\ndef solution(v): return timeit.timeit('pass', 'import ' + v, number=1) < 1", True),
            ("import doctest\ndef solution(v): return doctest.testmod(__import__(v)).failed", 0),
            ("import json\ndef solution(v): return json.__loader__.get_code('json').co_name", "<module>"),
            ("def solution(v): return getattr('я', 'enc' + 'ode')('cp' + '1251').hex()", "ff"),
            ("def solution(v): return help(v)", None),
        ):  # fmt: skip
            with self.subTest(source):
                # Not one that has learnt it before.
                executor.close()
                output = run(source, "difflib", timeout_ms=15000)
                self.assertEqual((output["returnValue"], output["reason"]), (expected, None), output["stderr"])

    def test_every_case_begins_with_the_same_modules_whatever_was_asked_for_before(self) -> None:
        executor.close()
        ask = "import sys\nreturn sorted(sys.modules)"
        first = run_body(ask)["returnValue"]
        for body in ("return str('я'.encode('cp1251'))", "import uuid, zoneinfo", "return help('difflib')"):
            self.assertTrue(run_body(body)["isSuccessful"])
            self.assertEqual(run_body(ask)["returnValue"], first)

    def test_what_was_printed_before_a_late_import_is_printed_once(self) -> None:
        body = "print('before')\nreturn getattr(__import__('builtins'), '__imp' + 'ort__')(value).__name__"
        for _ in range(2):
            output = run_body(body, "difflib")
            self.assertEqual((output["returnValue"], output["stdout"]), ("difflib", "before\n"))

    def test_a_module_asked_for_when_half_of_the_time_is_over_is_refused_in_words(self) -> None:
        body = "import time\ntime.sleep(0.6)\ngetattr(__import__('builtins'), '__imp' + 'ort__')(value)"
        output = run_body(body, "difflib", timeout_ms=1000)
        self.assert_reason(output, "EXCEPTION", "module 'difflib' is not available here")

    def test_a_run_that_asked_in_time_may_have_waited_for_a_processor_to_end_on(self) -> None:
        def is_begun_anew(ended_after_ms: int, timeout_ms: int) -> bool:
            run: Any = SimpleNamespace(
                start=Start(9, 0, 0),
                end=End(0, 0, 14_000, ended_after_ms * 1_000_000, False),
                report=b"nonce ###_LIBRARY_###\n",
            )
            return execute._asks_for_library(run, "nonce", timeout_ms)

        # Asked for by half of the time at the latest; a share of a processor may be away for 100 ms.
        for timeout_ms in (100, 1000, 15_000):
            self.assertTrue(is_begun_anew(timeout_ms // 2 + 200, timeout_ms), timeout_ms)
            self.assertFalse(is_begun_anew(timeout_ms + 251, timeout_ms), timeout_ms)

    def test_a_run_that_asks_for_more_without_end_is_repeated_once(self) -> None:
        body = """
            import os, sys
            frame = sys._getframe(1)
            while "nonce" not in frame.f_locals:
                frame = frame.f_back
            line = frame.f_locals["nonce"] + " ###_LIBRARY_###\\n"
            for n in range(3, 64):
                try:
                    os.write(n, line.encode())
                except OSError:
                    pass
            os._exit(0)
            """
        self.assert_reason(run_body(body), "BAD_RETURN_VALUE")

    def test_native_code_stays_out_of_reach_of_late_imports(self) -> None:
        body = "import importlib\ntry:\n    importlib.import_module(value)\nexcept ImportError as e:\n    return str(e)"
        for name in ("ctypes", "_ctypes", "ctypes.util"):
            self.assertIn("is not available here", run_body(body, name)["returnValue"])


if __name__ == "__main__":
    unittest.main()
