from support import ExecutorTest, fault_of, run_body

CAP = 64 * 1024


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
