import os
import subprocess
import sys
import unittest

from support import IS_ROOT, RUNNER, ExecutorTest

from execute import Executor, case_user_id
from lambda_function import executor
from python_host import PythonHost
from shield import ProofFailed, ways_into

EVERY_WAY = ["ptrace", "process_vm_readv", "/proc/<pid>/mem"]


def user_of_cases():
    """How a process of the cases' user is started; as root that is one of its own."""
    return {"user": case_user_id(), "group": case_user_id(), "extra_groups": []} if IS_ROOT else {}


@unittest.skipUnless(sys.platform == "linux", "only Linux has these ways")
class Proof(ExecutorTest):
    def sleeper(self):
        command = ["/bin/sleep", "60"]
        process = subprocess.Popen(command, **user_of_cases())
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process.pid

    def test_it_finds_an_ordinary_process_of_the_cases_user_open(self):
        self.assertEqual(ways_into(self.sleeper(), case_user_id()), EVERY_WAY)

    def test_it_finds_the_zygote_and_the_handler_shut(self):
        for pid in (executor.warm_up().pid, os.getpid()):
            self.assertEqual(ways_into(pid, case_user_id()), [])

    def test_it_leaves_what_it_tried_as_it_was(self):
        pid = self.sleeper()
        for _ in range(3):
            self.assertEqual(ways_into(pid, case_user_id()), EVERY_WAY)
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            self.assertIn("State:\tS", status.read())

    def test_it_says_nothing_of_a_process_that_is_gone(self):
        process = subprocess.Popen(["/bin/true"])
        process.wait()
        with self.assertRaises(ProofFailed):
            ways_into(process.pid, case_user_id())

    def test_no_code_is_run_beside_a_zygote_that_can_be_read(self):
        zygote = PythonHost(str(RUNNER), {"PATH": "/usr/bin:/bin"})
        other = Executor(str(RUNNER), {}, executor._audit, zygote)
        self.addCleanup(other.close)
        own, zygote._process.pid = zygote.pid, self.sleeper()
        try:
            execution = other.run("def solution(v):\n    return v", "1", 1000)
        finally:
            zygote._process.pid = own
        self.assertEqual(execution.output["reason"], "EXECUTOR_ERROR")
        self.assertIn("jail did not close: the zygote can be reached by ptrace", execution.output["error"])
        assert execution.surprise is not None
        self.assertEqual(execution.surprise.kind, "open-jail")


@unittest.skipUnless(sys.platform == "linux", "only Linux has such files")
class UnreadableCopy(ExecutorTest):
    @unittest.skipIf(IS_ROOT, "root can read any file")
    def test_a_process_that_runs_from_it_is_hidden_and_one_that_runs_from_the_original_is_not(self):
        zygote = executor.warm_up()
        self.assertEqual(os.stat(f"/proc/{zygote.pid}/status").st_uid, 0)
        with self.assertRaises(PermissionError):
            os.readlink(f"/proc/{zygote.pid}/exe")

    def test_no_descriptor_of_it_is_left_open_when_its_zygote_is_gone(self):
        zygote = PythonHost(str(RUNNER), {"PATH": "/usr/bin:/bin"})
        program = zygote._program
        assert program is not None
        self.assertEqual(os.fstat(program).st_mode & 0o777, 0o111)
        self.assertEqual(os.fstat(program).st_nlink, 0)
        zygote.dismiss()
        with self.assertRaises(OSError):
            os.fstat(program)

    def test_the_interpreter_in_it_is_whole(self):
        output = self.run_one("import sys, json, decimal, zlib\ndef solution(v):\n    return [sys.version_info[:2], v]")
        self.assert_value(output, [list(sys.version_info[:2]), 1])

    def test_where_it_lives_is_not_told_to_the_code(self):
        output = self.run_one("import os\ndef solution(v):\n    return sorted(os.environ)")
        self.assertNotIn("PYTHONHOME", output["returnValue"])
        self.assertNotIn("LD_LIBRARY_PATH", output["returnValue"])

    @unittest.skipIf(IS_ROOT, "as root the copy is not the cases' to change")
    def test_code_that_changes_it_is_found_out(self):
        for change in (
            "os.chmod(me, 0o755)",
            "os.utime(me, (1, 1))",
            "os.chmod(me, 0o755)\n    os.setxattr(me, 'user.x', b'1')",
        ):
            source = f"import os\ndef solution(v):\n    me = '/proc/self/exe'\n    {change}\n    return 1"
            execution = executor.run(source, "1", 2000)
            if execution.output["isSuccessful"]:
                assert execution.surprise is not None, change
                self.assertIn("the interpreter's file itself changed", execution.surprise.cause)
            self.assertEqual(ways_into(executor.warm_up().pid, case_user_id()), [])

    def run_one(self, source):
        return executor.run(source, "1", 2000).output
