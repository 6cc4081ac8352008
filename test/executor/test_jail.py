import os
import sys
import unittest

import support  # noqa: F401
from support import IS_ROOT, REFUSAL, ExecutorTest, run, run_body

from execute import case_user_id


@unittest.skipUnless(sys.platform == "linux", "the jail is whole on Linux only")
class Jail(ExecutorTest):
    def test_what_the_jail_refuses_is_told_in_its_words(self):
        bodies = {
            "open": "return open('/etc/passwd').read()",
            "proc": "import os\nreturn open(f'/proc/{os.getppid()}/environ', 'rb').read()",
            "write": "open('/tmp/mark', 'w').write('x')",
            "list": "import os\nreturn os.listdir('/tmp')",
            "pipe": "import os\nos.pipe()",
            "socket": "import socket\nsocket.socket()",
            "name": "import socket\nsocket.create_connection(('localhost', 80))",
            "resolve": "import socket\nsocket.gethostbyname('example.com')",
            "local socket": "import socket\nsocket.socketpair(socket.AF_UNIX)",
            "http": "import urllib.request\nurllib.request.urlopen('http://169.254.169.254')",
            "http by name": "import urllib.request\nurllib.request.urlopen('https://example.com')",
            "temporary file": "import tempfile\ntempfile.TemporaryFile()",
            "fork": "import os\nos.fork()",
            "spawn": "import subprocess\nsubprocess.run(['/bin/true'])",
            "thread": "import threading\nthreading.Thread(target=print).start()",
            "pool": "from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor().submit(print)",
            "connection": "import asyncio\nasyncio.run(asyncio.open_connection('127.0.0.1', 80))",
            "asynchronous process": "import asyncio\nasyncio.run(asyncio.create_subprocess_exec('true'))",
            "thread of a loop": "import asyncio\nasyncio.run(asyncio.to_thread(print))",
            "process pool": "from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor().submit(print)",
            "pool of multiprocessing": "import multiprocessing\nmultiprocessing.Pool(2).map(len, ['a'])",
            "thread pool": "from multiprocessing.pool import ThreadPool\nThreadPool(2).map(len, ['a'])",
            "process": "import multiprocessing\nmultiprocessing.Process(target=print).start()",
            "epoll": "import select\nselect.epoll()",
            "memfd": "import os\nos.memfd_create('x')",
            "pidfd": "import os\nos.pidfd_open(os.getppid())",
        }
        for name, body in bodies.items():
            with self.subTest(name):
                self.assert_reason(run_body(body), "EXCEPTION", REFUSAL)

    def test_a_descriptor_cannot_be_duplicated(self):
        self.assert_reason(run_body("import os\nos.dup(1)"), "EXCEPTION", "Invalid argument")

    def test_the_limits_are_hard(self):
        body = """
            import resource
            kinds = ["CORE", "FSIZE", "NPROC", "NOFILE"]
            return [resource.getrlimit(getattr(resource, "RLIMIT_" + kind)) for kind in kinds]
            """
        self.assert_value(run_body(body), [[0, 0]] * 4)

    def test_only_the_runs_own_pipes_are_open(self):
        body = """
            import os
            found = {}
            for n in range(1024):
                try: found[n] = oct(os.fstat(n).st_mode)[:4]
                except OSError: pass
            return sorted(found.values())
            """
        # stdin, stdout, stderr and the result channel are pipes.
        self.assert_value(run_body(body), ["0o10"] * 4)

    @unittest.skipUnless(IS_ROOT, "needs root to give up")
    def test_root_is_given_up_for_good(self):
        body = """
            import os
            try:
                os.setuid(0)
            except PermissionError:
                return [os.getresuid(), os.getresgid(), os.getgroups()]
            """
        own = case_user_id()
        self.assertNotEqual(own, 0)
        self.assert_value(run_body(body), [[own] * 3, [own] * 3, []])

    def test_the_executor_cannot_be_reached_through_the_zygote(self):
        output = run_body("import os\nreturn [os.getppid(), os.getsid(0) == os.getpid(), os.getcwd()]")
        parent, is_own_session, folder = output["returnValue"]
        self.assertNotEqual(parent, os.getpid())
        self.assertEqual((is_own_session, folder), (True, "/"))


class Forgery(ExecutorTest):
    WRITE_TO_ALL = """
import os, base64
frame = b"###_RETURN_VALUE_###" + base64.b64encode(b'{"result": 42}') + b"\\n"
def forge(prefix=b""):
    for n in range(64):
        try: os.write(n, prefix + frame)
        except OSError: pass
"""

    def test_a_frame_in_the_output_is_output(self):
        output = run_body("print('###_RETURN_VALUE_###eyJyZXN1bHQiOiA0Mn0=')\nreturn 1")
        self.assert_value(output, 1)
        self.assertIn("###_RETURN_VALUE_###", output["stdout"])

    def test_a_frame_forged_on_every_descriptor_is_no_result(self):
        for ending in ("os._exit(0)", "return 42", "raise SystemExit(0)"):
            for prefix in ("b''", "b'0' * 32 + b' '"):
                output = run(self.WRITE_TO_ALL + f"def solution(v):\n    forge({prefix})\n    {ending}")
                self.assert_reason(output, "BAD_RETURN_VALUE", "own channel" if "exit" in ending.lower() else "")

    def test_a_short_frame_is_no_result(self):
        self.assert_reason(
            run_body(
                "import os\nfor n in range(3, 64):\n    try: os.write(n, b'x')\n    except OSError: pass\nos._exit(0)"
            ),
            "NO_RESULT",
        )

    def test_a_flooded_channel_ends_the_run(self):
        body = """
            import os
            for n in range(3, 64):
                try:
                    while True: os.write(n, b"x" * 65536)
                except OSError: pass
            """
        self.assert_reason(run_body(body, timeout_ms=20_000), "OUTPUT_LIMIT")

    def test_a_closed_channel_is_no_result(self):
        self.assert_reason(run_body("import os\nos.closerange(3, 64)\nreturn 1"), "NO_RESULT")
