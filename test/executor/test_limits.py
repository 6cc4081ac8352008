import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

from support import ExecutorTest, lambda_function, run, run_body

import execute
import supervise
from clocks import SEES_WAITS, processor_ns, waited_ns
from limits import Limits, Use, limits_of, usual_longest_ms

CAP = 64 * 1024
MS = 1_000_000
SPIN = "import os, sys\nos.sched_setaffinity(0, [int(sys.argv[1])])\nwhile True: pass"


class Arithmetic(unittest.TestCase):
    def test_limits_are_those_of_the_contract(self):
        self.assertEqual(limits_of(2000, 1.0, True), Limits(2000 * MS, 2750 * MS, 5000 * MS))
        self.assertEqual(limits_of(2000, 0.25, True), Limits(2000 * MS, 2750 * MS, 17_000 * MS))
        self.assertEqual(limits_of(2000, 1.0, False).wall_ns, 2 * 2750 * MS)
        self.assertEqual((usual_longest_ms(2000, 1.0), usual_longest_ms(2000, 0.5)), (2750, 4000))

    def test_each_limit_expires_by_itself(self):
        limits = Limits(1000, 1500, 3000)
        table = [
            (Use(999, 999), None),
            (Use(1499, 999), None),
            (Use(1000, 1000), "CPU_LIMIT"),
            (Use(1500, 10), "WALL_LIMIT"),
            (Use(2500, 10, 1001), None),
            (Use(2500, 10, 1000), "WALL_LIMIT"),
            (Use(2999, 10, 2900), None),
            (Use(3000, 10, 2900), "WALL_LIMIT"),
            (Use(3000, 1000, 2000), "CPU_LIMIT"),
        ]
        for use, reason in table:
            self.assertEqual(limits.expired(use), reason, use)

    def test_a_run_that_is_looked_at_whenever_a_limit_could_be_used_up_never_exceeds_one_unseen(self):
        limits = limits_of(500, 0.5, True)
        for cpu_part, waited_part in ((1.0, 0.0), (0.3, 0.7), (0.3, 0.0), (0.0, 1.0), (0.0, 0.0), (0.5, 0.2)):
            wall_ns = looks = 0
            while True:
                use = Use(wall_ns, int(wall_ns * cpu_part), int(wall_ns * waited_part))
                reason = limits.expired(use)
                if reason:
                    break
                looks += 1
                # The clock that is waited by has milliseconds.
                wall_ns += max(MS, -(-limits.soonest_ns(use) // MS) * MS)
            self.assertLessEqual(use.cpu_ns, limits.cpu_ns + MS)
            self.assertLessEqual(use.wall_ns - use.waited_ns, limits.wall_ns + MS)
            self.assertLess(looks, 40)


@unittest.skipUnless(sys.platform == "linux", "another process's clock can be read on Linux only")
class Clocks(unittest.TestCase):
    def test_another_process_is_read_and_one_that_has_gone_tells_nothing(self):
        spinner = subprocess.Popen([sys.executable, "-c", "while True: pass"])
        try:
            deadline = time.monotonic() + 30
            while processor_ns(spinner.pid) < 100 * MS and time.monotonic() < deadline:
                time.sleep(0.01)
            self.assertGreaterEqual(processor_ns(spinner.pid), 100 * MS)
            self.assertGreaterEqual(waited_ns(spinner.pid), 0)
        finally:
            spinner.kill()
            spinner.wait()
        self.assertEqual((processor_ns(spinner.pid), waited_ns(spinner.pid)), (0, 0))


class Time(ExecutorTest):
    def assert_late(self, output, reason="CPU_LIMIT", within_ms=4000):
        sentence = "more than 200 ms of processor time" if reason == "CPU_LIMIT" else "slept or waited for the rest"
        self.assert_reason(output, reason, sentence)
        self.assertTrue(output["timedOut"])
        self.assertEqual((output["signal"], output["exitCode"]), ("SIGKILL", -9))
        self.assertLess(output["executionTimeMs"], within_ms)

    def test_whatever_holds_the_time_is_ended(self):
        bodies = {
            "busy": "while True: pass",
            "swallowing": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
            "system time": "import os\nwhile True: os.getppid()",
            "one long call": "return sum(range(10 ** 12))",
            "deaf": """
                import signal
                for n in range(1, 32):
                    try: signal.signal(n, signal.SIG_IGN)
                    except OSError: pass
                while True: pass
                """,
            "blocked": "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))\nwhile True: pass",
        }
        for name, body in bodies.items():
            with self.subTest(name):
                started = time.monotonic()
                self.assert_late(run_body(body, timeout_ms=200))
                self.assertLess(time.monotonic() - started, 5)

    def test_whoever_uses_no_processor_is_ended_by_the_clock(self):
        bodies = {
            "asleep": "import time\ntime.sleep(60)",
            "stopped": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
            "in naps": "import time\nwhile True: time.sleep(0.001)",
        }
        for name, body in bodies.items():
            with self.subTest(name):
                output = run_body(body, timeout_ms=200)
                self.assert_late(output, "WALL_LIMIT")
                # 1.25 times the limit and 250 ms.
                self.assertGreaterEqual(output["executionTimeMs"], 500)
                self.assertLess(output["cpuTimeMs"], 200)

    def test_at_import_time_too(self):
        self.assert_late(run("while True: pass", timeout_ms=200))

    def test_inside_the_conversion_of_the_result_and_of_an_exception_too(self):
        self.assert_late(
            run("class K:\n def __str__(s):\n  while True: pass\ndef solution(v): return {K(): 1}", timeout_ms=200)
        )
        self.assert_late(
            run("class E(Exception):\n def __str__(s):\n  while True: pass\ndef solution(v): raise E", timeout_ms=200)
        )

    def test_what_was_printed_is_kept(self):
        output = run_body("import sys\nprint('one')\nprint('two', file=sys.stderr)\nwhile True: pass", timeout_ms=200)
        self.assert_late(output)
        self.assertEqual((output["stdout"], output["stderr"].splitlines()[0]), ("one\n", "two"))

    def test_what_ends_in_time_passes(self):
        output = run_body("import time\ntime.sleep(0.2)\nreturn 1", timeout_ms=2000)
        self.assert_value(output, 1)
        self.assertGreaterEqual(output["executionTimeMs"], 200)
        self.assertLess(output["cpuTimeMs"], 150)

    def test_processor_time_is_the_codes_own(self):
        output = run_body(
            "import time\nend = time.process_time() + 0.2\nwhile time.process_time() < end: pass", timeout_ms=10_000
        )
        self.assertTrue(150 <= output["cpuTimeMs"] <= 1000, output["cpuTimeMs"])

    def test_just_under_the_limit_passes_and_just_over_it_does_not(self):
        body = "import time\nend = time.process_time() + value\nwhile time.process_time() < end: pass\nreturn 1"
        self.assert_value(run_body(body, 0.17, timeout_ms=200), 1)
        self.assert_reason(run_body(body, 0.201, timeout_ms=200), "CPU_LIMIT", "more than 200 ms")

    def test_a_result_that_cost_more_than_the_limit_counts_for_nothing_even_if_nobody_looked(self):
        class Inattentive(supervise.Run):
            def _look(self):
                self._deadline_ns += 1_000_000_000

        body = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass\nreturn 1"
        execute.Run = Inattentive
        try:
            late = run_body(body, timeout_ms=200)
            asleep = run_body("import time\ntime.sleep(1.6)\nreturn 1", timeout_ms=200)
        finally:
            execute.Run = supervise.Run
        self.assert_reason(late, "CPU_LIMIT", "more than 200 ms")
        # The absolute end is known without looking.
        self.assert_reason(asleep, "WALL_LIMIT", "slept or waited")

    def test_what_a_run_used_in_all_decides_where_it_is_looked_at_after_its_end(self):
        class Stopped(supervise.Run):
            def _look(self):
                # The kernel ends what loops once a whole second of processor is used up.
                while self.start and Path(f"/proc/{self.start.pid}").exists():
                    time.sleep(0.01)
                super()._look()

        execute.Run = Stopped
        try:
            output = run_body("while True: pass", timeout_ms=200)
        finally:
            execute.Run = supervise.Run
        self.assert_reason(output, "CPU_LIMIT", "more than 200 ms")

    @unittest.skipUnless(SEES_WAITS, "this system does not tell how long a process waits for a processor")
    def test_who_waits_for_a_processor_is_not_late(self):
        # Its own processor is shared by eight who take it: what it is given is a small part of the time.
        processor = max(os.sched_getaffinity(0))
        command = [sys.executable, "-c", SPIN, str(processor)]
        # Each in a session of its own, as a case is: some systems share the processor among sessions.
        spinners = [subprocess.Popen(command, start_new_session=True) for _ in range(8)]
        executor = lambda_function.executor
        share, executor.processor_share = executor.processor_share, 0.02
        try:
            output = run_body(
                f"""
                import os, time
                os.sched_setaffinity(0, [{processor}])
                end = time.process_time() + 0.25
                while time.process_time() < end: pass
                return 1
                """,
                timeout_ms=300,
            )
        finally:
            executor.processor_share = share
            for spinner in spinners:
                spinner.kill()
                spinner.wait()
        self.assert_value(output, 1)
        # More than the wall's guard.
        self.assertGreater(output["executionTimeMs"], 625)

    def test_the_functions_own_time_ends_a_run(self):
        latest_ns = time.monotonic_ns() + 1_000_000_000
        executor = lambda_function.executor
        execution = executor.run("def solution(v):\n    while True: pass", "1", 15_000, latest_ns)
        self.assert_reason(execution.output, "WALL_LIMIT", "did not finish within")
        self.assertIsNone(execution.surprise)
        self.assertLess(execution.output["executionTimeMs"], 5000)

    def test_the_functions_own_time_ends_a_run_even_if_the_executor_is_kept_from_it(self):
        class Stopped(supervise.Run):
            def _look(self):
                self._deadline_ns += 1_000_000_000

        execute.Run = Stopped
        try:
            latest_ns = time.monotonic_ns() + 1_000_000_000
            code = "import time\ndef solution(v): time.sleep(60)"
            execution = lambda_function.executor.run(code, "1", 15_000, latest_ns)
        finally:
            execute.Run = supervise.Run
        self.assertEqual((execution.output["isSuccessful"], execution.output["error"]), (False, None))
        self.assertLess(execution.output["executionTimeMs"], 7000)
        self.assertIn("kept from ending the run", str(execution.surprise))

    def test_a_limit_that_the_code_raises_for_itself_stays(self):
        body = """
            import resource
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (99, 99))
            except ValueError:
                return "refused"
            """
        self.assert_value(run_body(body), "refused")
