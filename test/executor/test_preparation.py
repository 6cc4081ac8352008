import ast
import os
import shutil
import sys
import tempfile
import time
import unittest
from pathlib import Path

from support import RUNNER, ExecutorTest, run

import execute
import scan
from execute import Executor
from lambda_function import executor, lambda_handler
from supervise import Run

CODE = "def solution(v):\n    return v"

# From a function that the preparation calls.
ITS_READER = "import sys; sys._getframe(1).f_globals['_read_json']"


class Bounded(ExecutorTest):
    """What is done before the solution starts, here by a scan that does something else."""

    def prepare_by(self, body):
        """Run a case; return its execution, how many times it was tried, and the CPU seconds that took."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        runner = Path(folder.name, "python")
        shutil.copytree(RUNNER, runner)
        with open(runner / "scan.py", "a", encoding="utf-8") as file:
            file.write(f"\nimport os\ndef import_what_is_named(source):\n    if '# bad' in source:\n        {body}\n")
        broken = Executor(str(runner), {"PATH": "/usr/bin:/bin"}, executor._audit)
        self.addCleanup(broken.close)
        runs = []

        class Counted(Run):
            def watch(self):
                runs.append(self)
                super().watch()

        execute.Run = Counted
        try:
            execution = broken.run(f"{CODE} # bad", "1", 1000)
        finally:
            execute.Run = Run
        self.assertEqual(broken.run(CODE, "7", 1000).output["returnValue"], 7)
        end = runs[0].end
        assert end is not None
        return execution, len(runs), end.cpu_ns / 1e9

    def test_endless_work_is_the_codes_fault_after_two_seconds_of_processor(self):
        for work in ("while True: pass", "sum(range(10 ** 12))"):
            execution, tries, cpu_s = self.prepare_by(work)
            self.assert_reason(execution.output, "COMPILE_ERROR", "too complex")
            self.assertEqual((tries, execution.surprise), (1, None))
            self.assertLess(cpu_s, 3.5)

    @unittest.skipUnless(sys.platform == "linux", "memory is limited on Linux only")
    def test_too_much_memory_is_the_memory_limit(self):
        execution, tries, _ = self.prepare_by("bytearray(1 << 30)")
        self.assert_reason(execution.output, "MEMORY_LIMIT", "more memory than it may use")
        self.assertEqual((tries, execution.surprise), (1, None))

    def test_a_crash_is_the_codes_fault(self):
        for name, reason in (("SIGSEGV", "COMPILE_ERROR"), ("SIGABRT", "COMPILE_ERROR"), ("SIGKILL", "MEMORY_LIMIT")):
            execution, tries, _ = self.prepare_by(f"import signal; os.kill(os.getpid(), signal.{name})")
            self.assert_reason(execution.output, reason)
            self.assertEqual((tries, execution.surprise), (1, None))

    def test_what_no_input_can_mend_is_prepared_once_in_a_batch(self):
        for work in ("while True: pass", "bytearray(1 << 30)", "os.kill(os.getpid(), 11)"):
            if work.startswith("bytearray") and sys.platform != "linux":
                continue
            execution, _, _ = self.prepare_by(work)
            self.assertTrue(execution.is_sources_fault, work)
        # It may be the machine's memory that was short.
        self.assertFalse(self.prepare_by("os.kill(os.getpid(), 9)")[0].is_sources_fault)

    def test_what_an_input_takes_to_be_read_is_not_the_sources_fault(self):
        for work in ("sum(range(10 ** 12))", "os.kill(os.getpid(), 11)"):
            execution, tries, cpu_s = self.prepare_by(f"{ITS_READER} = lambda text: {work}")
            self.assert_reason(execution.output, "EXCEPTION", "InputError: the input is too complex to be read")
            self.assertEqual((tries, execution.is_sources_fault, execution.surprise), (1, False, None))
            self.assertLess(cpu_s, 3.5)

    def test_a_source_that_cannot_be_compiled_is_run_for_its_first_input_only(self):
        runs = []

        class Counted(Run):
            def watch(self):
                runs.append(self)
                super().watch()

        execute.Run = Counted
        try:
            event = {"code_to_execute": "def solution(v:\n    return v", "inputs": [1] * 30, "timeout_ms": 1000}
            results = lambda_handler(event, None)["results"]
            unlucky = {**event, "code_to_execute": "def solution(v):\n    raise ValueError(v)"}
            lambda_handler({**unlucky, "inputs": [1, 2, 3]}, None)
        finally:
            execute.Run = Run
        self.assertEqual((len(results), len(runs)), (30, 1 + 3))
        for result in results:
            self.assert_reason(result, "COMPILE_ERROR", "SyntaxError")
        self.assertEqual({result["stderr"] for result in results}, {results[0]["stderr"]})
        self.assertEqual([result["cpuTimeMs"] for result in results[1:]], [0] * 29)

    def test_a_solution_that_says_so_itself_is_not_believed(self):
        code = """if True:
            import base64, os, sys
            def solution(value):
                frame = sys._getframe()
                while "nonce" not in frame.f_locals:
                    frame = frame.f_back
                fault = b'{"reason": "COMPILE_ERROR", "error": "mine", "traceback": ""}'
                line = f"{frame.f_locals['nonce']} ###_FAULT_###{base64.b64encode(fault).decode()}\\n"
                if value:
                    os.write(frame.f_locals["channel"], line.encode())
                    os._exit(1)
                return value
            """
        results = lambda_handler({"code_to_execute": code, "inputs": [1, 0], "timeout_ms": 1000}, None)["results"]
        self.assert_reason(results[0], "BAD_RETURN_VALUE", "SerializationError")
        self.assertEqual(results[1]["returnValue"], 0)

    @unittest.skipUnless(sys.platform == "linux", "memory is limited on Linux only")
    def test_what_an_input_did_is_asked_of_the_next_one_too(self):
        wide = [[]] * 4_000_000
        results = lambda_handler({"code_to_execute": CODE, "inputs": [wide, 7], "timeout_ms": 2000}, None)["results"]
        self.assertEqual((results[0]["reason"], results[1]["returnValue"]), ("MEMORY_LIMIT", 7))

    def test_a_slow_processor_makes_no_preparation_the_executors_error(self):
        # As long as a tenth of a processor takes for what it allows.
        slow = Executor(str(RUNNER), {"PATH": "/usr/bin:/bin"}, executor._audit, processor_share=0.1)
        self.addCleanup(slow.close)
        limits = []

        class Seen(Run):
            def watch(self):
                limits.append((self._setup_limit_ns, self.limits.longest_ns))
                super().watch()

        execute.Run = Seen
        try:
            self.assertEqual(slow.run(CODE, "7", 1000).output["returnValue"], 7)
        finally:
            execute.Run = Run
        self.assertEqual(limits, [(100_000_000_000, 21_000_000_000)])

    def test_an_exit_is_the_executors_error_and_not_tried_again(self):
        execution, tries, _ = self.prepare_by("os._exit(3)")
        self.assertEqual((execution.output["reason"], tries), ("EXECUTOR_ERROR", 1))
        assert execution.surprise is not None
        self.assertEqual(execution.surprise.kind, "executor")

    def test_an_input_that_cannot_be_read_within_limits_is_told_as_such(self):
        deep = "[" * 400_000 + "]" * 400_000
        output = executor.run(CODE, deep, 1000).output
        self.assertIn(output["reason"], ("EXCEPTION", "COMPILE_ERROR", "MEMORY_LIMIT"))
        self.assertIsNone(output["error"])
        wide = "[" + "[]," * 4_000_000 + "[]]"
        output = executor.run(CODE, wide, 1000).output
        self.assertEqual((output["reason"], output["error"]), ("MEMORY_LIMIT", None))

    def test_a_batch_of_bombs_is_answered_within_its_limits(self):
        bombs = [
            "import " + "a." * 32_000 + "b",
            "import " + "os." * 21_000 + "b",
            "from " + "a." * 32_000 + "b import c",
            "import (" * 8_000,
            '"""' + "import os\n" * 6_000,
            "import " + "\\\n" * 30_000 + "os",
            "import os; " * 5_900,
            "import a\n" + "'\\" * 30_000,
            'import a\n"' + '\\"' * 30_000,
            "import " + ", ".join(sorted(sys.stdlib_module_names)),
        ]
        started = time.monotonic()
        for bomb in bombs:
            output = run(f"{bomb}\n{CODE}", 1, timeout_ms=500)
            self.assertIsNone(output["error"], bomb[:40])
            self.assertNotEqual(output["reason"], "EXECUTOR_ERROR")
        # Two seconds of preparation and one of running each at most; a busy machine gets several times that.
        self.assertLess(time.monotonic() - started, len(bombs) * 3 * 5)


class Scanning(unittest.TestCase):
    def test_texts_that_never_end_take_time_by_their_length_and_not_by_its_square(self):
        for quote in "'\"":
            for bomb in (f"{quote}\\" * 30_000, f"{quote}a\\" * 20_000, f"\\{quote}" * 30_000, quote * 60_001):
                started = time.process_time()
                self.found(f"import a\n{bomb}")
                self.assertLess(time.process_time() - started, 2, bomb[:6])

    def test_no_source_takes_more_than_its_length(self):
        for unit in (
            "import (", "from a import (b,", "from ", "from a ", "import ", "import a as ", '"', "'", '"""', "'''",
            '\\"""', "'''\\", '""" ', "#", "#\n", "\\\n", "\\", "a.", "import a.", "import a,",
            "import a;", "f'{", "(", "from.", "\f", "import " + "a" * 30 + "\n", "'a.b'", "__import__('", "é",
            "import é ",
        ):  # fmt: skip
            for end in ("", "\\", ")"):
                short, long = (self.cpu_seconds(unit * (size // len(unit)) + end) for size in (16_000, 64_000))
                # Four times as long; what is quadratic takes sixteen times.
                self.assertLess(long, 10 * max(short, 0.0005), (unit, end))

    def cpu_seconds(self, source):
        tries = []
        for _ in range(2):
            started = time.process_time()
            code, texts = scan._split(source)
            for _ in scan._imports(code, texts):
                pass
            tries.append(time.process_time() - started)
        return min(tries)

    def test_it_finds_the_imports_that_a_parser_finds_in_every_file_of_the_library(self):
        count = 0
        for path in sorted(Path(os.__file__).parent.glob("*.py")):
            source = path.read_text(encoding="utf-8")
            count += 1
            self.assertEqual(self.found(source), self.parsed(source), path)
        self.assertGreater(count, 100)

    def test_it_finds_them_however_they_are_written(self):
        sources = [
            "import a, b.c as d ; import e",
            "from a import (b,\n c as d, # import no\n e)",
            "from a\\\n .b import c",
            "from a.b import*",
            "if 1: import a\nelse: import b",
            "x = 'import a' + \"import b\"  # import c\n'''import d\n'''\nr'\\' '\nimport e",
            "def f():\n\timport a\r\n\timport b\rimport c",
            "from . import a\nfrom .b import c\nfrom .. import d",
            "yield_from = 1\nfrom a import b\nimport c",
            "f'{x}' f\"{'import a'}\"; import b",
        ]
        for source in sources:
            with self.subTest(source):
                self.assertEqual(self.found(source), self.parsed(source))

    def found(self, source):
        code, _ = scan._split(source)
        return {
            name if not members else (name, member)
            for name, members in scan._imports(code, [])
            for member in members or [""]
            if not name.startswith(".")
        }

    def parsed(self, source):
        found = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {(node.module, alias.name) for alias in node.names}
        return found
