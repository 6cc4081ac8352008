"""What a program finds on its stdin."""

import json
import subprocess
import sys
import tempfile
import unittest

from support import ExecutorTest, fault_of, lambda_function, run_program

from test_streams import ASK


class Input(ExecutorTest):
    def test_every_way_to_read_it_finds_it(self) -> None:
        ways = (
            "sys.stdin.read()",
            "sys.stdin.buffer.read().decode()",
            "''.join(sys.stdin)",
            "''.join(sys.stdin.readlines())",
            "input() + '\\n' + input() + '\\n'",
            "open(0).read()",
            "io.open(0, 'rb').read().decode()",
            "open('/dev/stdin').read()",
            "open(b'/dev/fd/0', 'rb').read().decode()",
            "open('/proc/self/fd/0', encoding='utf-8').read()",
            "pathlib.Path('/dev/stdin').read_text()",
            "pathlib.Path('/dev/stdin').open().read()",
            "codecs.open('/dev/stdin', encoding='utf-8').read()",
            "os.read(0, os.fstat(0).st_size).decode()",
            "os.read(os.open('/dev/stdin', os.O_RDONLY), 100).decode()",
            "os.fdopen(0).read()",
            "os.pread(0, 100, 0).decode()",
            "io.TextIOWrapper(io.FileIO(0)).read()",
            "''.join(fileinput.input())",
            "sys.stdin.seek(0) or sys.__stdin__.read()",
        )
        text = "첫 줄\n둘째\n"
        for way in ways:
            code = f"import codecs, fileinput, io, os, pathlib, sys\ntext = {way}\nsys.stdout.write(text)"
            self.assert_value(run_program(code, text), text)

    def test_a_file_by_name_begins_at_its_beginning_each_time(self) -> None:
        code = "print([open('/dev/stdin').read() for _ in range(2)])"
        self.assert_value(run_program(code, "a"), "['a', 'a']\n")

    def test_nothing_translates_a_carriage_return(self) -> None:
        text = "a\r\nb\rc\n"
        for code in (
            "import sys\nsys.stdout.write(sys.stdin.read())",
            "import sys\nfor line in sys.stdin: print(line, end='')",
            "import os\nos.write(1, os.read(0, 99))",
        ):
            self.assert_value(run_program(code, text), text)
        self.assert_value(run_program("print(repr(input()))", text), "'a\\r'\n")

    def test_stdin_is_what_an_interpreter_makes_of_a_file(self) -> None:
        code = ASK + "\nimport json\nsys.stdout.write(json.dumps(solution(None)))"
        with tempfile.TemporaryFile() as stdin:
            stdin.write(b"some text")
            stdin.seek(0)
            command = [sys.executable, "-X", "utf8", "-c", code]
            environment = {"LANG": "C.UTF-8"}
            plain = subprocess.run(command, stdin=stdin, capture_output=True, check=True, env=environment)
        expected, told = json.loads(plain.stdout), json.loads(run_program(code, "some text")["returnValue"])
        self.maxDiff = None
        for properties in (*expected, *told):
            if isinstance(properties, dict):
                # A file on a disk may be read in other portions.
                properties.pop("buffer.raw _blksize", None)
        self.assertEqual(told, expected)

    def test_reading_past_its_end_is_pythons_own_error(self) -> None:
        output = run_program("print(input())\ninput()", "one line")
        self.assert_reason(output, "EXCEPTION")
        self.assertEqual(fault_of(output)["error"], "EOFError: EOF when reading a line")
        self.assertEqual(output["stdout"], "one line\n")

    def test_what_is_no_text_is_that_cases_fault_alone(self) -> None:
        event = {"code_to_execute": "print(input())", "inputs": [5, "x"], "io": "stdio"}
        first, second = lambda_function.lambda_handler(event, None)["results"]
        self.assert_reason(first, "EXCEPTION", "InputError: this problem takes a text")
        self.assert_value(second, "x\n")

    def test_a_large_input_and_half_of_a_character_arrive(self) -> None:
        text = "가나다 " * 300_000
        self.assert_value(run_program("import sys\nprint(len(sys.stdin.read()))", text), f"{len(text)}\n")
        code = "import sys\nprint(sys.stdin.buffer.read())"
        self.assert_value(run_program(code, "\ud800\0"), "b'\\xed\\xa0\\x80\\x00'\n")


if __name__ == "__main__":
    unittest.main()
