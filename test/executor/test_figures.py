import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

from support import RUNNER, ExecutorTest, run, run_body

import execute
import lambda_function
from execute import Executor
from figures import End, Implausible, Start, check_end, read_end, read_start
from supervise import Run

# As native code would: its parent hears of every signal as of a stop.
TRACED = """
import ctypes
_libc, _module_for = ctypes.CDLL(None), module_for
def module_for(source):
    if "SIGUSR1" in source:
        _libc.ptrace(0, 0, None, None)
    return _module_for(source)
"""
DEAF = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
import lambda_function
for number in sorted(set(range(1, signal.NSIG)) - {signal.SIGKILL, signal.SIGSTOP}):
    os.kill(os.getpid(), number)
assert lambda_function.shield.ignored_signals() >= set(range(1, 65)) - {9, 17, 19}
event = {"code_to_execute": "def solution(v): return v", "input_data": 5}
print(lambda_function.lambda_handler(event, None)["returnValue"])
lambda_function.executor.close()
"""
MS = 1_000_000
MEMORY = 256 * 1024 * 1024
START = Start(100, 20 * MS, 1000 * MS)
END = End(0, 25 * MS, 14_000, 1010 * MS, False)


class Plausibility(unittest.TestCase):
    def check(self, **changes):
        check_end(END._replace(**changes), START, 990 * MS, 1020 * MS, MEMORY)

    def test_what_a_run_can_tell_passes(self):
        self.check()
        self.check(at_ns=START.at_ns, cpu_ns=START.cpu_ns)
        self.check(at_ns=1020 * MS, peak_memory_kb=300 * 1024)
        check_end(END, None, 990 * MS, 1020 * MS, MEMORY)

    def test_what_no_run_can_be_is_told_apart(self):
        impossible = {
            "ended before its start": {"at_ns": START.at_ns - 1},
            "ended in the future": {"at_ns": 1020 * MS + 1},
            "an hour before its start": {"at_ns": START.at_ns - 3_599_991 * MS},
            "gave processor time back": {"cpu_ns": 5 * MS},
            "used more than all processors have": {"cpu_ns": 20 * MS + 10 * MS * (os.cpu_count() or 1) + 21 * MS},
            "used no memory": {"peak_memory_kb": 0},
            "used less than nothing": {"peak_memory_kb": -5},
            "used more than its limit": {"peak_memory_kb": 1 << 30},
        }
        for name, changes in impossible.items():
            with self.subTest(name), self.assertRaises(Implausible):
                self.check(**changes)

    def test_a_start_is_in_its_time_and_of_a_process(self):
        self.assertEqual(read_start(b"100 20000000 1000000000", 990 * MS, 1020 * MS), START)
        for words in (
            b"",
            b"100",
            b"a b c",
            b"0 1 1000000000",
            b"1 1 1000000000",
            b"-9 1 1000000000",
            b"9 -1 1000000000",
        ):
            with self.subTest(words), self.assertRaises(Implausible):
                read_start(words, 990 * MS, 1020 * MS)
        for at_ns in (990 * MS - 1, 1020 * MS + 1):
            with self.assertRaises(Implausible):
                read_start(b"9 1 %d" % at_ns, 990 * MS, 1020 * MS)

    def test_an_end_is_that_of_a_process(self):
        self.assertEqual(read_end("end 256 25000 14000 1010000000 0 1 1"), END._replace(status=1, was_overdue=True))
        self.assertEqual(read_end("end 9 25000 14000 1010000000 1 0 0"), End(-9, *END[1:4], True, False, False))
        stopped, continued = 0x137F, 0xFFFF
        lines = ["", "end", "end 1 2", "warm", "end x 1 1 1 0 0 0", f"end {1 << 70} 1 1 1 0 0 0", "end 0 1 1 1 0 0"]
        for line in [*lines, f"end {stopped} 1 1 1 0 0 0", f"end {continued} 1 1 1 0 0 0"]:
            with self.subTest(line), self.assertRaises(Implausible):
                read_end(line)


class FromTheZygote(ExecutorTest):
    """A zygote that native code got hold of tells what it likes."""

    def answer_to(self, change):
        executor = Executor(str(RUNNER), {"PATH": "/usr/bin:/bin"}, lambda_function.executor._audit)
        self.addCleanup(executor.close)

        class Lied(Run):
            def _read_end(self):
                super()._read_end()
                if self.end is not None:
                    self.end = change(self.end)

        execute.Run = Lied
        try:
            execution = executor.run("def solution(v):\n    return v", "1", 1000)
        finally:
            execute.Run = Run
        self.assertEqual(executor.run("def solution(v):\n    return v", "7", 1000).output["returnValue"], 7)
        return execution

    def test_an_impossible_figure_is_a_surprise_and_never_an_answer(self):
        changes = [
            lambda end: end._replace(at_ns=end.at_ns - 3_600_000 * MS),
            lambda end: end._replace(at_ns=end.at_ns + 3_600_000 * MS),
            lambda end: end._replace(cpu_ns=3_600_000 * MS),
            lambda end: end._replace(peak_memory_kb=0),
        ]
        for change in changes:
            execution = self.answer_to(change)
            self.assertEqual((execution.output["isSuccessful"], execution.output["reason"]), (False, "SIGNAL"))
            self.assertGreaterEqual(execution.output["executionTimeMs"], 0)
            assert execution.surprise is not None
            self.assertEqual(execution.surprise.kind, "case")


@unittest.skipUnless(sys.platform == "linux", "ptrace is called by its number on Linux")
class Stops(ExecutorTest):
    def test_a_stop_is_not_taken_for_an_end(self):
        executor = Executor(self.tracing_runner(), {"PATH": "/usr/bin:/bin"}, lambda_function.executor._audit)
        self.addCleanup(executor.close)
        source = "import os, signal\ndef solution(v):\n    os.kill(os.getpid(), signal.SIGUSR1)\n    return 1"
        execution = executor.run(source, "1", 1000)
        self.assertIsNone(execution.output["error"])
        self.assertEqual((execution.output["reason"], execution.output["signal"]), ("SIGNAL", "SIGKILL"))
        self.assertEqual(executor.run("def solution(v):\n    return v", "7", 1000).output["returnValue"], 7)

    def tracing_runner(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        runner = shutil.copytree(RUNNER, os.path.join(folder.name, "python"))
        with open(os.path.join(runner, "furnish.py"), "a", encoding="utf-8") as file:
            file.write(TRACED)
        return runner


class Deafness(ExecutorTest):
    def test_no_signal_but_two_ends_or_stops_a_handler(self):
        environment = {"AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9", "PATH": "/usr/bin:/bin"}
        command = [sys.executable, "-B", "-c", DEAF, str(RUNNER.parents[1] / "executor")]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        self.assertEqual((done.stdout, done.returncode), (b"5\n", 0), done.stderr)

    def test_a_case_is_not_deaf_after_a_deaf_handler_restarted_its_zygote(self):
        body = "import signal\nreturn [str(signal.getsignal(n)) for n in (signal.SIGTERM, signal.SIGUSR1)]"
        before = run_body(body)["returnValue"]
        kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGUSR1)}
        try:
            for number in kept:
                signal.signal(number, signal.SIG_IGN)
            lambda_function.executor.close()
            self.assert_value(run_body(body), before)
        finally:
            for number, handler in kept.items():
                signal.signal(number, handler)
            lambda_function.executor.close()
        self.assert_value(run("def solution(v):\n    return v", 1), 1)
