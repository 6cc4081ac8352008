"""Programs that reach for what is not theirs: their input, another case's, or a verdict."""

import os
import sys
import unittest
from textwrap import dedent

from support import ExecutorTest, lambda_function, run, run_program


class Hostile(ExecutorTest):
    def test_descriptor_0_can_only_be_read(self) -> None:
        code = """
            import fcntl, mmap, os
            attempts = {
                "write": lambda: os.write(0, b"x"),
                "pwrite": lambda: os.pwrite(0, b"x", 0),
                "truncate": lambda: os.ftruncate(0, 0),
                "grow": lambda: os.posix_fallocate(0, 0, 1 << 20),
                "map": lambda: mmap.mmap(0, 4),
                "seal": lambda: fcntl.fcntl(0, 1033, 1),
                "reopen": lambda: open("/dev/stdin", "r+b", buffering=0).write(b"x"),
            }
            for name, attempt in attempts.items():
                try:
                    print(name, attempt())
                except OSError as refusal:
                    pass
            print(os.read(0, 99))
            """
        self.assert_value(run_program(code, "data"), "b'data'\n")

    def test_what_a_case_does_to_its_stdin_is_nothing_to_the_next(self) -> None:
        code = """
            import fcntl, os
            print(os.lseek(0, 0, os.SEEK_CUR), fcntl.fcntl(0, fcntl.F_GETFL), fcntl.fcntl(0, fcntl.F_GETOWN), end=" ")
            print(fcntl.fcntl(0, fcntl.F_GETLEASE) if hasattr(fcntl, "F_GETLEASE") else "", os.read(0, 9))
            os.lseek(0, 1, os.SEEK_SET)
            for change in (
                lambda: fcntl.flock(0, fcntl.LOCK_EX | fcntl.LOCK_NB),
                lambda: fcntl.lockf(0, fcntl.LOCK_SH | fcntl.LOCK_NB),
                lambda: fcntl.fcntl(0, fcntl.F_SETLEASE, fcntl.F_RDLCK),
                lambda: fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid()),
                lambda: fcntl.fcntl(0, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK | os.O_APPEND),
                lambda: os.fchmod(0, 0),
                lambda: os.utime(0, (1, 1)),
                lambda: os.setxattr(0, "user.mark", b"1"),
            ):
                try:
                    change()
                except (OSError, AttributeError):
                    pass
            """
        event = {"code_to_execute": dedent(code), "inputs": ["one", "two"], "io": "stdio"}
        results = lambda_function.lambda_handler(event, None)["results"]
        values = [result["returnValue"] for result in results]
        self.assertTrue(values[0].endswith(" b'one'\n"), results)
        self.assertEqual(values[1], values[0].replace("one", "two"))
        # And a function problem finds stdin as it always did.
        body = "import os\ndef solution(v): return [os.read(0, 9).decode(), oct(os.fstat(0).st_mode >> 12)]"
        self.assert_value(run(body), ["", "0o1"])

    @unittest.skipUnless(sys.platform == "linux", "what is open is looked up in /proc")
    def test_the_input_ends_with_its_case(self) -> None:
        code = "import os, sys\nkept = sys.stdin.buffer.peek()\nos.write(1, os.pread(0, 99, 0))"
        self.assert_value(run_program(code, "secret"), "secret")
        zygote = lambda_function.executor.warm_up().pid
        for process in ("self", zygote):
            folder = f"/proc/{process}/fd"
            paths = [f"{folder}/{name}" for name in os.listdir(folder)]
            names = [os.readlink(path) for path in paths if os.path.islink(path)]
            self.assertFalse([name for name in names if "stdin" in name], names)

    def test_a_frame_of_its_own_is_worth_nothing(self) -> None:
        # It finds the descriptor and the nonce, and answers with another value than it wrote.
        code = """
            import base64, os, sys
            frame = sys._getframe()
            while frame and "nonce" not in frame.f_locals: frame = frame.f_back
            nonce, channel = frame.f_locals["nonce"], frame.f_locals["channel"]
            body = base64.b64encode(b'{"result":"forged"}').decode()
            os.write(channel, f"{nonce} ###_RETURN_VALUE_###{body}\\n".encode())
            print("written", flush=True)
            os._exit(int(input()))
            """
        self.assert_value(run_program(code, "0"), "written\n")
        self.assert_reason(run_program(code, "3"), "NO_RESULT")

    def test_no_function_problem_succeeds_by_its_status(self) -> None:
        for body in ("os._exit(0)", "sys.exit(0)"):
            code = f"import os, sys\nprint('42')\nsys.stdout.flush()\n{body}"
            self.assert_reason(run(code, 1), "NO_RESULT", "exited before its function returned")


if __name__ == "__main__":
    unittest.main()
