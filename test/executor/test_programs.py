"""Programs: the input on stdin, the answer on stdout, success by leaving with status 0."""

import json
import subprocess
import sys
import unittest

from support import REFUSAL, ExecutorTest, fault_of, lambda_function, run_program


class Surroundings(ExecutorTest):
    def test_the_code_is_the_program_that_runs(self) -> None:
        code = """
            import pickle, sys
            class Point: pass
            print(__name__, sys.argv, __file__, sys.modules["__main__"].Point is Point)
            print(type(pickle.loads(pickle.dumps(Point()))) is Point, __builtins__.len is len)
            if __name__ == "__main__":
                print("main")
            """
        self.assert_value(run_program(code), "__main__ ['solution.py'] solution.py True\nTrue True\nmain\n")

    def test_other_files_are_refused_in_words(self) -> None:
        for call in ("open('input.txt')", "open(__file__)", "os.open('/etc/passwd', 0)", "open('/dev/null')"):
            self.assert_reason(run_program(f"import os\n{call}"), "EXCEPTION", REFUSAL)

    def test_a_file_that_is_missing_is_missing(self) -> None:
        calls = ("open('input.txt')", "open('input.txt', 'r+b')", "os.open('input.txt', os.O_RDONLY)")
        for call in (*calls, "pathlib.Path('in/put.txt').read_text()", "io.open(b'input.txt', mode='rb')"):
            code = f"import io, os, pathlib\ntry: {call}\nexcept FileNotFoundError: print(input())"
            self.assert_value(run_program(code, "5"), "5\n")
        for call in ("open('output.txt', 'w')", "os.open('output.txt', os.O_WRONLY | os.O_CREAT)"):
            self.assert_reason(run_program(f"import os\n{call}"), "EXCEPTION", "Too many open files")
        for call in ("open('')", "open('a\\0b')", "open(None)", "open('x', 5)", "open('x', 'q')", "open(1.5)"):
            code = f"try: {call}\nexcept Exception as fault: print(type(fault).__name__, fault)"
            with self.subTest(call=call):
                here = run_program(code)["returnValue"]
                plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
                self.assertEqual(here, plain.stdout)

    def test_an_entry_function_means_nothing_to_a_program(self) -> None:
        output = run_program("print(1)", entry_function="f", argument_style="keyword")
        self.assert_value(output, "1\n")


class Answer(ExecutorTest):
    def test_it_is_the_text_of_stdout_however_it_was_written(self) -> None:
        ways = (
            "print('한', end='')",
            "import os\nos.write(1, '한'.encode())",
            "import sys\nsys.stdout.buffer.write('한'.encode())",
            "open(1, 'w').write('한')",
            "held = open(1, 'w')\nheld.write('한')",
            "import io\nheld = io.TextIOWrapper(io.FileIO(1, 'w'), encoding='utf-8')\nheld.write('한')",
            "open('/dev/stdout', 'w').write('한')",
            "import sys\nsys.stdout = open(1, 'w', closefd=False)\nprint('한', end='')",
            "import sys\nsys.__stdout__.write('한')\nsys.stdout = None",
            "import atexit\natexit.register(print, '한', end='')",
            "class Last:\n    def __del__(self): print('한', end='')\nlast = Last()",
            "def main():\n    held = open(1, 'w')\n    held.write('한')\n    exit()\nmain()",
        )
        for code in ways:
            self.assert_value(run_program(code), "한")

    def test_objects_that_go_last_still_find_what_the_program_imported_and_defined(self) -> None:
        code = """
            import math
            LIMIT = 3
            class Held:
                def __init__(self, name): self.name = name
                def __del__(self): print(shown(self.name), math.floor(2.5), Held.__name__)
            def shown(name): return name.upper()
            first, second = Held("a"), Held("b")
            first.second, second.first = second, first
            third = Held("c")
            """
        self.assertEqual(sorted(run_program(code)["returnValue"].splitlines()), ["A 2 Held", "B 2 Held", "C 2 Held"])

    def test_a_function_returns_nothing_by_being_there(self) -> None:
        self.assert_value(run_program("def solution(v): return 1"), "")

    def test_bytes_that_are_no_text_are_replaced(self) -> None:
        self.assert_value(run_program("import os\nos.write(1, b'a\\xff\\xea\\xb0')"), "a\ufffd\ufffd")

    def test_half_a_megabyte_is_an_answer_and_a_byte_more_is_none(self) -> None:
        most = 512 * 1024
        code = "import sys\nsys.stdout.write('x' * int(input()))"
        output = run_program(code, str(most))
        self.assertEqual(output["returnValue"], "x" * most)
        self.assertEqual((output["stdout"], output["stdoutTruncated"]), ("x" * 64 * 1024, True))
        output = run_program(code, str(most + 1))
        self.assert_reason(output, "OUTPUT_LIMIT", "more than 512 KiB were printed")
        self.assertEqual((output["stdout"], output["stdoutTruncated"]), ("x" * 64 * 1024, True))

    def test_a_byte_too_much_is_seen_though_the_program_ended_at_once(self) -> None:
        code = "import os\nos.write(1, b'x' * 512 * 1024)\nos.write(1, b'x')\nos._exit(0)"
        event = {"code_to_execute": code, "inputs": [""] * 40, "io": "stdio"}
        for output in lambda_function.lambda_handler(event, None)["results"]:
            self.assert_reason(output, "OUTPUT_LIMIT")

    def test_an_endless_answer_ends_the_run_soon(self) -> None:
        output = run_program("while True: print('y' * 1000)", timeout_ms=10_000)
        self.assert_reason(output, "OUTPUT_LIMIT")
        self.assertLess(output["executionTimeMs"], 2000)

    def test_stderr_is_no_part_of_it(self) -> None:
        output = run_program("import sys\nprint('debug', file=sys.stderr)\nprint(1)")
        self.assertEqual((output["returnValue"], output["stderr"], output["isSuccessful"]), ("1\n", "debug\n", True))

    def test_many_long_answers_are_told_in_parts(self) -> None:
        # The worst that text can become in JSON: six times as long.
        code = "import sys\nsys.stdout.write('\\x01' * 512 * 1024)"
        event = {"code_to_execute": code, "inputs": [""] * 4, "io": "stdio"}
        answer = lambda_function.lambda_handler(event, None)
        self.assertIn(len(answer["results"]), (1, 2, 3))
        self.assertLess(len(json.dumps(answer)), 6_000_000)


class Ends(ExecutorTest):
    def test_leaving_with_status_0_is_success(self) -> None:
        ways = (
            "sys.exit()",
            "sys.exit(0)",
            "exit()",
            "quit()",
            "raise SystemExit",
            "raise SystemExit(None)",
            "sys.exit(False)",
            "sys.stdout.flush(); os._exit(0)",
            "(lambda: exit(0))()",
            "sys.exit(256)",
        )
        for way in ways:
            output = run_program(f"import os, sys\nprint('before')\n{way}\nprint('after')")
            self.assert_value(output, "before\n")
            self.assertEqual(output["exitCode"], 0)

    def test_any_other_status_is_none(self) -> None:
        ways = {"sys.exit(3)": 3, "os._exit(4)": 4, "exit(-1)": 255, "raise SystemExit(1)": 1, "sys.exit('words')": 1}
        for way, status in ways.items():
            output = run_program(f"import os, sys\nprint('before', flush=True)\n{way}")
            self.assert_reason(output, "NO_RESULT", f"NoResult: the program exited with status {status}")
            self.assertEqual((output["exitCode"], output["stdout"]), (status, "before\n"))
        self.assertTrue(run_program("import sys; sys.exit('words')")["stderr"].startswith("words\n"))

    def test_a_fault_is_told_as_a_functions_is(self) -> None:
        output = run_program("print('before')\ndef f():\n    return 1 // 0\nf()")
        self.assert_reason(output, "EXCEPTION", "ZeroDivisionError")
        self.assertEqual(output["stdout"], "before\n")
        self.assertIn("line 3, in f", fault_of(output)["traceback"])
        output = run_program("class Wrong(Exception): pass\nraise Wrong('x')")
        self.assertEqual(fault_of(output)["error"], "Wrong: x")
        self.assertTrue(fault_of(output)["traceback"].endswith("\nWrong: x\n"), output["stderr"])
        self.assert_reason(run_program("print((1"), "COMPILE_ERROR", "SyntaxError")
        self.assert_reason(run_program("x = [0] * 10**9"), "MEMORY_LIMIT")

    def test_a_fault_cannot_be_taken_back(self) -> None:
        for way in ("os._exit(0)", "sys.exit(0)", "print('x')"):
            code = f"import atexit, os, sys\natexit.register(lambda: {way})\n1 // 0"
            self.assert_reason(run_program(code), "EXCEPTION", "ZeroDivisionError")

    def test_exit_handlers_run_and_have_the_last_word_on_the_status(self) -> None:
        code = "import atexit, os\natexit.register(os._exit, int(input()))\nprint('kept', flush=True)"
        self.assert_value(run_program(code, "0"), "kept\n")
        self.assert_reason(run_program(code, "9"), "NO_RESULT", "status 9")

    def test_exit_handlers_have_no_more_time_than_the_program(self) -> None:
        code = "import atexit\n@atexit.register\ndef loop():\n    while True: pass\nprint('done')"
        output = run_program(code, timeout_ms=300)
        self.assertIn(output["reason"], ("CPU_LIMIT", "WALL_LIMIT"))

    def test_what_was_written_before_a_time_out_is_kept(self) -> None:
        output = run_program("print('partial')\nwhile True: pass", timeout_ms=300)
        self.assertTrue(output["timedOut"])
        self.assertEqual((output["stdout"], output["returnValue"]), ("partial\n", None))

    def test_a_signal_is_the_runs_own_end(self) -> None:
        output = run_program("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)")
        self.assert_reason(output, "SIGNAL", "SIGTERM")


if __name__ == "__main__":
    unittest.main()
