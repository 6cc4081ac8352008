import math
import os
import signal
import threading
import time
import unittest
from pathlib import Path

import support  # noqa: F401
from support import IS_ROOT, RUNNER, ExecutorTest, run, run_body

import lambda_function
from calling import Calling
from execute import Executor, case_user_id
from job import Work, job_of
from languages import PYTHON
from limits import limits_of
from python_host import PythonHost
from run_pipes import RunPipes
from supervise import Run

ENVIRONMENT = {"PATH": "/usr/bin:/bin"}
DOUBLE = "def solution(v):\n    return v * 2"


def await_that(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it never happened")
        time.sleep(0.002)


def held_by(pid):
    try:
        links = [os.readlink(f"/proc/{pid}/fd/{name}") for name in os.listdir(f"/proc/{pid}/fd")]
    except FileNotFoundError:
        return []
    return sorted(link.partition(":")[0] for link in links)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    # A zombie whose parent died waits for whoever is the first process here.
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


class _HastyHost(PythonHost):
    """Ends every run after a millisecond."""

    def request(self, descriptors, longest_ms):
        super().request(descriptors, 1)


class Keeping(ExecutorTest):
    def test_one_zygote_serves_many_cases(self):
        run(DOUBLE, 1)
        first = lambda_function.executor.warm_up().pid
        run(DOUBLE, 1)
        self.assertEqual(lambda_function.executor.warm_up().pid, first)

    def test_a_zygote_that_died_between_cases_costs_no_case(self):
        for number in (signal.SIGKILL, signal.SIGTERM):
            zygote = lambda_function.executor.warm_up()
            zygote.await_warm()
            os.kill(zygote.pid, number)
            await_that(lambda pid=zygote.pid: not is_alive(pid))
            self.assert_value(run(DOUBLE, 21), 42)
            self.assertNotEqual(lambda_function.executor.warm_up().pid, zygote.pid)

    def test_a_zygote_that_does_not_come_up_is_the_executors_error(self):
        broken = Executor("/nonexistent", ENVIRONMENT, lambda_function.executor._audit)
        for execution in (broken.run(DOUBLE, "1", 1000), broken.await_warm()):
            assert execution is not None
            self.assertEqual((execution.output["isSuccessful"], execution.output["reason"]), (False, "EXECUTOR_ERROR"))
            self.assertIn("could not start", execution.output["error"])
            self.assertTrue(execution.surprise)

    def test_a_run_that_is_ended_before_its_code_starts_costs_no_case(self):
        hasty = _HastyHost(str(RUNNER), ENVIRONMENT)
        executor = Executor(str(RUNNER), ENVIRONMENT, lambda_function.executor._audit, hasty)
        try:
            # What it imports is loaded before it starts, which takes longer than it is given.
            execution = executor.run(f"import asyncio, unittest\n{DOUBLE}", "21", 1000)
        finally:
            executor.close()
        self.assert_value(execution.output, 42)
        self.assertIsNone(execution.surprise)

    def test_it_ends_with_its_keeper(self):
        zygote = PythonHost(str(RUNNER), ENVIRONMENT)
        zygote.await_warm()
        zygote.control.close()
        self.assertEqual(zygote._process.wait(10), 0)

    def test_it_holds_no_descriptor_but_its_own(self):
        if not os.path.isdir("/proc/self/fd") or not IS_ROOT:
            self.skipTest("the zygote hides what it holds from all but root")
        reader, writer = os.pipe()
        os.set_inheritable(writer, True)
        zygote = PythonHost(str(RUNNER), ENVIRONMENT)
        try:
            zygote.await_warm()
            # Python itself looks at its threads for a moment, whenever it forks.
            await_that(lambda: held_by(zygote.pid) == ["/dev/null"] * 3 + ["socket"])
        finally:
            zygote.dismiss()
            os.close(reader)
            os.close(writer)

    def test_it_ends_a_case_that_its_keeper_does_not_end(self):
        zygote = PythonHost(str(RUNNER), ENVIRONMENT)
        source = ("import time\ntime.sleep(60)", "1", 300, limits_of(300, 1.0, True))
        job = job_of(PYTHON, Work(*source, math.inf, "nonce", False, Calling(), case_user_id()))
        pipes = RunPipes(job)
        try:
            zygote.await_warm()
            pipes.feed()
            zygote.request(pipes.theirs, 10_000)
            pipes.hand_over()
            ends = []
            while not ends:
                ends = zygote.read_lines()
            self.assertTrue(ends[0].startswith(f"end {int(signal.SIGKILL)} "), ends)
        finally:
            pipes.close()
            zygote.dismiss()

    def test_a_stopped_zygote_can_be_dismissed(self):
        zygote = PythonHost(str(RUNNER), ENVIRONMENT)
        zygote.await_warm()
        os.kill(zygote.pid, signal.SIGSTOP)
        zygote.dismiss()
        self.assertFalse(is_alive(zygote.pid))


class LosingIt(unittest.TestCase):
    """The zygote is lost while the code runs."""

    def lose(self, number, body="import time\nprint('partial', flush=True)\ntime.sleep(30)"):
        executor = Executor(str(RUNNER), ENVIRONMENT, lambda_function.executor._audit)
        self.addCleanup(executor.close)
        seen = []

        class Watched(Run):
            def watch(self):
                seen.append(self)
                super().watch()

        import execute

        original, execute.Run = execute.Run, Watched
        self.addCleanup(setattr, execute, "Run", original)
        executions = []
        code = "def solution(v):\n    " + body.replace("\n", "\n    ")
        thread = threading.Thread(target=lambda: executions.append(executor.run(code, "1", 2000)))
        thread.start()
        await_that(lambda: seen and seen[0].pipes.stdout.kept == b"partial\n")
        started = time.monotonic()
        os.kill(executor.warm_up().pid, number)
        thread.join(20)
        await_that(lambda: not is_alive(seen[0].start.pid))
        return executions[0], time.monotonic() - started, executor

    def test_a_killed_zygote_is_told_as_the_end_of_the_run_that_was_on(self):
        execution, took, executor = self.lose(signal.SIGKILL)
        output = execution.output
        self.assertEqual((output["reason"], output["signal"], output["error"]), ("SIGNAL", "SIGKILL", None))
        self.assertEqual(output["stdout"], "partial\n")
        self.assertIn("the process that runs the code was ended by SIGKILL", output["stderr"])
        self.assertTrue(execution.surprise)
        self.assertLess(took, 2)
        self.assertEqual(executor.run(DOUBLE, "4", 2000).output["returnValue"], 8)

    def test_a_stopped_zygote_is_found_out_and_replaced(self):
        execution, took, executor = self.lose(signal.SIGSTOP)
        self.assertEqual((execution.output["isSuccessful"], execution.output["error"]), (False, None))
        self.assertTrue(execution.surprise)
        self.assertLess(took, 10)
        self.assertEqual(executor.run(DOUBLE, "4", 2000).output["returnValue"], 8)


@unittest.skipIf(IS_ROOT, "as root the code has another user and cannot reach its parent")
class Attacks(ExecutorTest):
    def test_code_that_kills_or_stops_its_parent_fails_alone(self):
        for name in ("SIGKILL", "SIGSTOP", "SIGTERM", "SIGUSR1", "SIGALRM"):
            with self.subTest(name):
                output = run_body(
                    f"import os, signal, time\nos.kill(os.getppid(), signal.{name})\ntime.sleep(30)", timeout_ms=500
                )
                self.assertIsNone(output["error"])
                self.assertIn(output["reason"], ("SIGNAL", "WALL_LIMIT"))
                self.assert_value(run(DOUBLE, 21), 42)

    def test_code_that_changes_its_parents_limits_is_found_out(self):
        before = lambda_function.times_given_up
        body = """
            import os, resource
            resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))
            os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
            """
        run_body(body)
        self.assertEqual(lambda_function.times_given_up, before + 1)
        self.assert_value(
            run_body("import os\nreturn os.getpriority(os.PRIO_PROCESS, 0)"), os.getpriority(os.PRIO_PROCESS, 0)
        )


class TwoSteps(ExecutorTest):
    def test_an_innocent_case_after_a_hostile_one_is_right(self):
        hostile = [
            "while True: pass",
            "import os\nos._exit(86)",
            "import sys, builtins\nbuiltins.len = sys.exit\nsys.modules['json'] = None",
            "import os\nos.close(1)\nos.close(2)",
            "return bytearray(1 << 30)",
            "import os\nwhile True: os.write(1, b'x' * 65536)",
            """
            import gc, os
            for found in gc.get_objects():
                if type(found).__name__ in ("mmap", "Zygote"):
                    try: found.close()
                    except Exception: pass
            os._exit(0)
            """,
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        ]
        for body in hostile:
            with self.subTest(body):
                self.assertIsNone(run_body(body, timeout_ms=300)["error"])
                output = run("import json\ndef solution(v):\n    print('clean')\n    return len(json.dumps(v))", [1, 2])
                self.assert_value(output, 6)
                self.assertEqual(output["stdout"], "clean\n")
