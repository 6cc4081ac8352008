import sys
import unittest

from support import ExecutorTest, fault_of, lambda_function, run, run_body

from test_protocol import FIELDS


class OneCase(ExecutorTest):
    def test_the_answer_has_the_contracts_whole_shape(self):
        output = run("def solution(d):\n    return d * 2", 21)
        self.assertEqual(list(output), FIELDS)
        expected = {"stdout": "", "stderr": "", "returnValue": 42, "exitCode": 0, "timedOut": False, "error": None}
        expected |= {"isSuccessful": True, "reason": None, "signal": None}
        expected |= {"stdoutTruncated": False, "stderrTruncated": False}
        self.assertEqual({name: output[name] for name in expected}, expected)
        for name in ("executionTimeMs", "cpuTimeMs", "peakMemoryKb"):
            self.assertIs(type(output[name]), int)
        self.assertTrue(1000 < output["peakMemoryKb"] < 200_000)

    def test_an_event_that_cannot_be_used_is_answered_and_not_raised(self):
        for event in ({}, None, {"code_to_execute": "x", "inputs": 5}):
            answer = lambda_function.lambda_handler(event, None)
            self.assertEqual(list(answer), FIELDS)
            self.assertTrue(answer["error"].startswith("Parameter error: "))

    def test_the_entry_names_are_tried_in_their_order(self):
        names = ["solution", "solve", "answer", "main"]
        for first in range(len(names)):
            code = "\n".join(f"def {name}(v): return '{name}'" for name in reversed(names[first:]))
            self.assert_value(run(code), names[first])

    def test_a_name_that_is_not_callable_is_passed_over(self):
        self.assert_value(run("solution = 5\nmain = lambda v: v"), None)

    def test_without_an_entry_function_all_four_names_are_told(self):
        output = run("x = 1")
        self.assert_reason(output, "NO_ENTRY_FUNCTION", "solution, solve, answer, main")

    def test_the_code_is_the_module_solution(self):
        body = """
            import sys
            is_runner = hasattr(sys.modules["__main__"], "Zygote")
            return [__name__, sys.modules["solution"].__name__, sys.argv, is_runner]
            """
        self.assert_value(run_body(body), ["solution", "solution", ["solution.py"], False])

    def test_dataclasses_with_text_annotations_find_their_module(self):
        code = """
            from __future__ import annotations
            from dataclasses import dataclass, asdict
            @dataclass(order=True)
            class P:
                x: int
                y: list[int]
            def solution(v): return asdict(max(P(1, [2]), P(1, [3])))
            """
        self.assert_value(run(code), {"x": 1, "y": [3]})

    def test_our_own_modules_cannot_be_imported(self):
        for name in ("values", "faults", "child", "jail", "zygote", "protocol"):
            output = run(f"import {name}\ndef solution(v): pass")
            self.assert_reason(output, "EXCEPTION", f"ModuleNotFoundError: No module named '{name}'")

    def test_nothing_of_one_case_is_seen_by_the_next(self):
        code = "import collections, os\nseen = hasattr(collections, 'mark'), os.environ.get('MARK')\n"
        code += "collections.mark = 1\nos.environ['MARK'] = '1'\ndef solution(v): return seen"
        for _ in range(2):
            self.assert_value(run(code), [False, None])

    def test_random_numbers_differ_from_case_to_case(self):
        draws = {run("import random\ndef solution(v): return random.random()")["returnValue"] for _ in range(4)}
        self.assertEqual(len(draws), 4)

    def test_the_order_of_a_set_of_texts_is_the_same_in_every_case(self):
        draws = set()
        for _ in range(3):
            draws.add(run_body("return ''.join({str(i) for i in range(50)})")["returnValue"])
            lambda_function.executor.close()
        self.assertEqual(len(draws), 1)

    def test_output_is_kept_in_its_stream_as_it_was_written(self):
        output = run_body(
            "import os, sys\nprint('한글')\nprint('x', file=sys.stderr)\nsys.stdout.flush()\nos.write(1, b'raw')"
        )
        self.assertEqual((output["stdout"], output["stderr"]), ("한글\nraw", "x\n"))

    def test_input_is_at_its_end(self):
        self.assert_reason(run_body("return input()"), "EXCEPTION", "EOFError: EOF when reading a line")
        self.assert_value(run_body("import sys\nreturn sys.stdin.read()"), "")

    def test_no_secret_is_in_the_environment(self):
        names = set(run_body("import os\nreturn sorted(os.environ)")["returnValue"])
        self.assertLessEqual(names, {"LANG", "LC_CTYPE", "LD_LIBRARY_PATH", "PATH", "PYTHONHASHSEED", "TZ"})


class Faults(ExecutorTest):
    def test_a_fault_is_the_last_line_of_stderr_after_what_the_code_wrote(self):
        output = run_body("import sys\nsys.stderr.write('half a line')\nraise ValueError('나쁨')")
        self.assert_reason(output, "EXCEPTION")
        self.assertEqual(output["stderr"].splitlines()[0], "half a line")
        self.assertIn("나쁨", output["stderr"])
        self.assertEqual(fault_of(output)["error"], "ValueError: 나쁨")
        self.assertEqual(output["exitCode"], 1)

    def test_a_traceback_shows_the_codes_own_lines_only(self):
        code = "import json\ndef parse(text):\n    return json.loads(text)\ndef solution(v):\n    return parse('{')"
        traceback = fault_of(run(code))["traceback"]
        self.assertEqual(traceback.count("File "), traceback.count('File "solution.py"'))
        self.assertEqual(traceback.count("File "), 2)
        self.assertIn("    return json.loads(text)\n", traceback)

    def test_a_stack_that_the_code_prints_shows_its_own_lines_only(self):
        output = run("""
            import traceback
            def inner():
                traceback.print_stack()
            def solution(value):
                inner()
        """)
        self.assertEqual(output["stderr"].count("File "), 2, output["stderr"])
        self.assertIn("in inner", output["stderr"])

    def test_an_async_function_is_told_as_no_value_without_a_warning_about_us(self):
        output = run("async def solution(value): return 2")
        self.assert_reason(output, "BAD_RETURN_VALUE", "Value type: coroutine")
        self.assertEqual(len(output["stderr"].splitlines()), 1, output["stderr"])

    def test_a_chain_of_exceptions_is_told(self):
        body = "try:\n    1 / 0\nexcept Exception as e:\n    raise KeyError('k') from e"
        traceback = fault_of(run_body(body))["traceback"]
        self.assertLess(traceback.index("ZeroDivisionError"), traceback.index("direct cause"))
        self.assertLess(traceback.index("direct cause"), traceback.index("KeyError: 'k'"))

    def test_code_that_does_not_compile_is_told_with_its_line(self):
        output = run("def solution(v):\n    return (1\n")
        self.assert_reason(output, "COMPILE_ERROR", "SyntaxError: ")
        self.assertIn('File "solution.py", line 2', fault_of(output)["traceback"])
        for code in ("x = '\0'", "\ud800", "-" * 100_000 + "1", "(" * 1000 + ")" * 1000, "x\n" + " y"):
            self.assertIn(run(code)["reason"], ("COMPILE_ERROR",), code[:20])

    def test_exceptions_that_misbehave_are_told_all_the_same(self):
        # In the words of the interpreter's version.
        unreadable = "<exception str() failed>" if sys.version_info >= (3, 11) else "<unprintable Bad object>"
        bodies = {
            "def __str__(self): raise ValueError": f"Bad: {unreadable}",
            "def __str__(self): return 5": f"Bad: {unreadable}",
            "def __str__(self): return '\\ud800'": "Bad: ?",
            "def __str__(self): return ''": "Bad",
            "__class__ = SystemExit": "Bad",
            "def __getattribute__(self, name): raise KeyboardInterrupt": "Bad",
        }
        for body, expected in bodies.items():
            output = run(f"class Bad(Exception):\n    {body}\ndef solution(v): raise Bad")
            self.assertEqual(output["isSuccessful"], False)
            if body != "__class__ = SystemExit":
                self.assert_reason(output, "EXCEPTION")
                self.assertEqual(fault_of(output)["error"], expected, body)

    def test_long_messages_and_tracebacks_are_cut_to_their_size(self):
        output = run_body("print('y' * 100_000, file=__import__('sys').stderr)\nraise ValueError('가' * 1_000_000)")
        fault = fault_of(output)
        self.assertLessEqual(len(fault["error"].encode()), 4096)
        self.assertLessEqual(len(fault["traceback"].encode()), 8192)
        self.assertLessEqual(len(output["stderr"].encode()), 64 * 1024)
        self.assertTrue(output["stderrTruncated"])

    def test_every_way_to_exit_without_a_result_is_no_result(self):
        exits = {"sys.exit(0)": 1, "sys.exit()": 1, "os._exit(0)": 1, "sys.exit(3)": 3, "os._exit(86)": 86}
        exits |= {"sys.exit('bye')": 1, "raise SystemExit(256)": 1, "exit(4)": 4}
        for statement, code in exits.items():
            output = run_body(f"import sys, os\nprint('before', flush=True)\n{statement}")
            self.assert_reason(output, "NO_RESULT", "exited before its function returned")
            self.assertEqual((output["exitCode"], output["stdout"], output["timedOut"]), (code, "before\n", False))
        self.assertTrue(run_body("import sys; sys.exit('bye')")["stderr"].startswith("bye\n"))

    def test_a_signal_is_the_runs_own_end(self):
        for name in ("SIGKILL", "SIGSEGV", "SIGTERM", "SIGABRT", "SIGALRM"):
            output = run_body(f"import os, signal\nos.kill(os.getpid(), signal.{name})\nimport time\ntime.sleep(5)")
            self.assert_reason(output, "SIGNAL", name)
            self.assertEqual((output["signal"], output["timedOut"]), (name, False))
            self.assertLess(output["exitCode"], 0)

    def test_torn_down_surroundings_do_not_lose_the_result(self):
        bodies = [
            "import sys\nsys.stdout = sys.stderr = None\nreturn 1",
            "import sys\nsys.stdout.close()\nreturn 1",
            "import builtins\nfor name in ('print', 'len', 'open', 'str'): delattr(builtins, name)\nreturn 1",
            "import json\njson.dumps = json.loads = json.JSONEncoder.default = None\nreturn 1",
            "import atexit, os\natexit.register(os._exit, 9)\nreturn 1",
            "import sys\nsys.modules.clear()\nreturn 1",
            "import os\nos._exit = os.write = None\nreturn 1",
        ]
        for body in bodies:
            output = run_body(body)
            if "delattr" in body:
                self.assertIn(output["reason"], (None, "NO_RESULT", "EXCEPTION", "BAD_RETURN_VALUE"))
            else:
                self.assertEqual((output["returnValue"], output["reason"]), (1, None), body + output["stderr"])


if __name__ == "__main__":
    unittest.main()
