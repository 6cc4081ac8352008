import time

from support import ExecutorTest, fault_of, run, run_body

CAP = 64 * 1024


class Time(ExecutorTest):
    def assert_late(self, output, within_ms=2000):
        self.assert_reason(output, "WALL_LIMIT", "did not finish within")
        self.assertTrue(output["timedOut"])
        self.assertEqual((output["signal"], output["exitCode"]), ("SIGKILL", -9))
        self.assertLess(output["executionTimeMs"], within_ms)

    def test_whatever_holds_the_time_is_ended(self):
        bodies = {
            "busy": "while True: pass",
            "asleep": "import time\ntime.sleep(60)",
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
            "stopped": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
            "blocked": "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))\nwhile True: pass",
        }
        for name, body in bodies.items():
            with self.subTest(name):
                started = time.monotonic()
                self.assert_late(run_body(body, timeout_ms=200))
                self.assertLess(time.monotonic() - started, 5)

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
        output = run_body("import sys\nprint('one')\nprint('two', file=sys.stderr)\nwhile True: pass", timeout_ms=300)
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

    def test_a_limit_that_the_code_raises_for_itself_stays(self):
        body = """
            import resource
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (99, 99))
            except ValueError:
                return "refused"
            """
        self.assert_value(run_body(body), "refused")


class Memory(ExecutorTest):
    def test_one_big_block_slow_growth_and_deep_structures_are_told_as_memory(self):
        bodies = [
            "return len(bytearray(400 * 1024 * 1024))",
            "a = []\nwhile True: a.append(bytes(1024 * 1024))",
            "a = []\nwhile True: a = [a, list(range(100))]",
            "return [0] * 10 ** 9",
        ]
        for body in bodies:
            output = run_body(body, timeout_ms=15_000)
            self.assert_reason(output, "MEMORY_LIMIT", "MemoryError: ")
            self.assertEqual(output["timedOut"], False)

    def test_a_sparse_map_counts(self):
        output = run_body("import mmap\nmmap.mmap(-1, 1 << 34)")
        self.assertFalse(output["isSuccessful"])
        self.assertIn("emory", fault_of(output)["error"])

    def test_code_that_recovers_goes_on(self):
        self.assert_value(
            run_body("try:\n    bytearray(1 << 30)\nexcept MemoryError:\n    return 'recovered'"), "recovered"
        )

    def test_two_hundred_mebibytes_may_be_used(self):
        output = run_body("return len(bytearray(b'x') * (200 * 1024 * 1024))", timeout_ms=15_000)
        self.assert_value(output, 200 * 1024 * 1024)
        self.assertGreater(output["peakMemoryKb"], 200 * 1024)

    def test_a_large_input_is_not_charged_to_the_code(self):
        self.assert_value(run_body("return len(value)", ["x" * 100] * 20_000, timeout_ms=15_000), 20_000)


class Output(ExecutorTest):
    def test_exactly_the_cap_is_whole_and_one_more_is_flagged(self):
        for descriptor, name in ((1, "stdout"), (2, "stderr")):
            body = f"import os\nrest = b'x' * value\nwhile rest: rest = rest[os.write({descriptor}, rest):]"
            whole, over = run_body(body, CAP), run_body(body, CAP + 1)
            for output, flag in ((whole, False), (over, True)):
                self.assertEqual((len(output[name]), output[name + "Truncated"]), (CAP, flag))
                self.assertTrue(output["isSuccessful"])

    def test_a_character_that_the_cap_would_cut_is_left_out(self):
        output = run_body("print('가' * 30_000)")
        self.assertEqual((output["stdout"], output["stdoutTruncated"]), ("가" * (CAP // 3), True))

    def test_much_output_is_no_fault(self):
        output = run_body("for i in range(10 ** 5): print(i)\nreturn 'done'", timeout_ms=20_000)
        self.assert_value({**output, "stderr": ""}, "done")
        self.assertTrue(output["stdoutTruncated"])

    def test_a_flood_on_either_stream_ends_the_run(self):
        for descriptor in (1, 2):
            output = run_body(f"import os\nwhile True: os.write({descriptor}, b'x' * 65536)", timeout_ms=20_000)
            self.assert_reason(output, "OUTPUT_LIMIT", "16 MiB")
            self.assertEqual((output["timedOut"], output["signal"]), (False, "SIGKILL"))

    def test_raw_bytes_are_shown_as_unreadable(self):
        output = run_body("import os\nos.write(1, b'a\\xff\\xed\\xa0\\x80z')")
        output["stdout"].encode("utf-8")
        self.assertEqual((output["stdout"][0], output["stdout"][-1]), ("a", "z"))
