import shutil
import sys
import tempfile
import time
import unittest
from pathlib import Path

from support import RUNNER, ExecutorTest, run

import execute
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
