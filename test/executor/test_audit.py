import ctypes
import os
import sys
import tempfile
import time
import unittest
from pathlib import Path

import support  # noqa: F401
from support import IS_ROOT, ExecutorTest, run_body

import lambda_function
from audit import Audit
from ipc import Ipc
from leftovers import Leftovers


def soon():
    return time.monotonic() + 5


class Sweeping(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.outside = Path(folder.name, "outside")
        self.outside.mkdir()
        (self.outside / "keep").write_text("x")
        self.watched = Path(folder.name, "watched")
        self.watched.mkdir()
        (self.watched / "older").write_text("x")
        self.leftovers = Leftovers(str(self.watched), os.geteuid())
        self.leftovers.begin()

    def assert_swept(self):
        self.assertIn("left in", self.leftovers.find() or "")
        self.assertTrue(self.leftovers.clear(soon()))
        self.assertEqual(os.listdir(self.watched), ["older"])
        self.assertEqual(os.listdir(self.outside), ["keep"])

    def test_nothing_new_is_no_surprise(self):
        self.assertIsNone(self.leftovers.find())

    def test_every_kind_of_name_goes(self):
        (self.watched / "file").write_text("x")
        os.mkfifo(self.watched / "fifo")
        (self.watched / "a" / "b").mkdir(parents=True)
        (self.watched / "a" / "b" / "c").write_text("x")
        self.assert_swept()

    def test_no_symbolic_link_is_followed(self):
        os.symlink(self.outside, self.watched / "link")
        (self.watched / "tree").mkdir()
        os.symlink(self.outside, self.watched / "tree" / "link")
        os.symlink("/nonexistent", self.watched / "dangling")
        self.assert_swept()

    def test_a_folder_without_permissions_goes_too(self):
        (self.watched / "shut" / "inner").mkdir(parents=True)
        os.chmod(self.watched / "shut" / "inner", 0)
        os.chmod(self.watched / "shut", 0)
        self.assert_swept()

    def test_a_very_deep_tree_goes_too(self):
        home = os.getcwd()
        try:
            os.chdir(self.watched)
            for _ in range(1500):
                os.mkdir("d")
                os.chdir("d")
        finally:
            os.chdir(home)
        self.leftovers.clear(soon())
        for _ in range(60):
            # Each time as far as the time for a sweep goes.
            self.leftovers.begin()
        self.assertEqual(os.listdir(self.watched), ["older"])

    def test_what_a_former_process_left_is_cleared_where_that_is_wanted(self):
        (self.watched / "tree" / "inner").mkdir(parents=True)
        Leftovers(str(self.watched), os.geteuid() + 1, clears_old=True).begin()
        self.assertEqual(sorted(os.listdir(self.watched)), ["older", "tree"])
        Leftovers(str(self.watched), os.geteuid(), clears_old=True).begin()
        self.assertEqual(os.listdir(self.watched), [])

    def test_a_flood_of_names_is_left_for_later_when_time_is_up(self):
        for number in range(3000):
            (self.watched / str(number)).mkdir()
        self.assertFalse(self.leftovers.clear(time.monotonic()))
        self.assertTrue(self.leftovers.clear(time.monotonic() + 60))
        self.assertEqual(os.listdir(self.watched), ["older"])

    def test_what_is_found_is_said_without_removing_it(self):
        for number in range(3000):
            (self.watched / str(number)).mkdir()
        started = time.process_time()
        self.assertIn("left in", self.leftovers.find() or "")
        self.assertLess(time.process_time() - started, 0.5)
        self.assertEqual(len(os.listdir(self.watched)), 3001)

    def test_a_change_of_the_folder_itself_is_a_surprise_and_undone(self):
        before = os.stat(self.watched)
        changes = {
            "mode": lambda: os.chmod(self.watched, 0o711),
            "blinding mode": lambda: os.chmod(self.watched, 0o100),
            "time": lambda: os.utime(self.watched, (86_400, 86_400)),
            "attribute": lambda: os.setxattr(self.watched, "user.word", b"for the next"),
        }
        for name, change in changes.items():
            with self.subTest(name):
                self.leftovers.begin()
                try:
                    change()
                except OSError as refusal:
                    self.assertEqual(name, "attribute", refusal)
                    continue
                (self.watched / "new").mkdir() if name == "time" else None
                os.utime(self.watched, (86_400, 86_400)) if name == "time" else None
                self.assertIn("itself changed", self.leftovers.find() or "")
                self.assertTrue(self.leftovers.clear(soon()))
                after = os.stat(self.watched)
                self.assertEqual((after.st_mode, after.st_mtime_ns), (before.st_mode, before.st_mtime_ns))
                self.assertEqual(os.listxattr(self.watched), [])
                self.assertEqual(os.listdir(self.watched), ["older"])

    def test_what_a_former_process_did_to_the_folder_is_undone(self):
        os.chmod(self.watched, 0o100)
        Leftovers(str(self.watched), os.geteuid(), clears_old=True).begin()
        self.assertEqual((os.stat(self.watched).st_mode & 0o777, os.listdir(self.watched)), (0o700, []))

    def test_names_of_other_users_are_left_alone(self):
        other = Leftovers(str(self.watched), os.geteuid() + 1)
        other.begin()
        (self.watched / "file").write_text("x")
        self.assertIsNone(other.find())
        self.assertTrue(other.clear(soon()))
        self.assertTrue((self.watched / "file").exists())


@unittest.skipUnless(os.path.exists("/proc/sysvipc/shm"), "no System V IPC to list")
class KernelObjects(unittest.TestCase):
    def test_what_a_user_left_in_the_kernel_is_removed(self):
        ipc = Ipc(os.geteuid())
        libc = ctypes.CDLL(None)
        made = {"shm": libc.shmget(0, 4096, 0o600), "msg": libc.msgget(0, 0o600), "sem": libc.semget(0, 1, 0o600)}
        self.assertNotIn(-1, made.values())
        surprise = ipc.sweep()
        for kind, number in made.items():
            self.assertIn(f"{kind} {number} was left", surprise or "")
        self.assertIsNone(ipc.sweep())


@unittest.skipUnless(sys.platform == "linux", "limits of other processes can be read on Linux only")
class Watching(unittest.TestCase):
    def test_a_changed_priority_is_a_surprise_once(self):
        self.assert_found_once(lambda pid: os.setpriority(os.PRIO_PROCESS, pid, 19))

    @unittest.skipUnless(os.uname().machine == "x86_64", "the system call has another number")
    def test_so_is_a_changed_priority_of_reading_and_writing(self):
        idle = 3 << 13
        self.assert_found_once(lambda pid: ctypes.CDLL(None).syscall(251, 1, pid, idle))

    def assert_found_once(self, change):
        audit = Audit([], os.geteuid(), False)
        pid = os.fork()
        if pid == 0:
            time.sleep(60)
            os._exit(0)
        try:
            audit.begin(pid)
            self.assertIsNone(audit.surprise())
            change(pid)
            self.assertIn(str(pid), audit.surprise() or "")
            self.assertIsNone(audit.surprise())
        finally:
            os.kill(pid, 9)
            os.waitpid(pid, 0)


@unittest.skipUnless(IS_ROOT or os.environ.get("EXECUTOR_HAS_OWN_USER") == "1", "the user is not the cases' own")
class AfterACase(ExecutorTest):
    def test_names_that_a_case_makes_are_gone_and_the_environment_is_given_up(self):
        before = lambda_function.times_given_up
        path = f"/tmp/left-by-a-case-{os.getpid()}"
        output = run_body(
            "import os\nos.mkdir(value)\nos.symlink('/etc', value + '/etc')\nos.mkfifo(value + '.fifo')", path
        )
        self.assertTrue(output["isSuccessful"], output["stderr"])
        self.assertEqual([os.path.lexists(path), os.path.lexists(path + ".fifo")], [False, False])
        self.assertEqual(lambda_function.times_given_up, before + 1)
