import os
import tempfile
import time
import unittest
from pathlib import Path

import support  # noqa: F401

from writable import writable_folders

STRANGER = 61_234


class Search(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        os.chmod(self.root, 0o755)

    def make(self, name, mode):
        path = self.root / name
        path.mkdir()
        os.chmod(path, mode)
        return str(path)

    def found(self, user_id=STRANGER):
        return writable_folders(user_id, 60, [str(self.root)])

    def test_it_finds_what_everybody_may_write_to_however_it_is_called(self):
        self.make("read", 0o755)
        box, deep = self.make("box", 0o1777), self.make("read/deep", 0o733)
        self.assertEqual(sorted(self.found()), [box, deep])

    def test_it_finds_what_belongs_to_the_user_whatever_its_mode_is_now(self):
        shut = self.make("shut", 0)
        self.assertIn(shut, self.found(os.geteuid()))
        os.chmod(shut, 0o700)

    def test_it_does_not_go_where_the_user_cannot(self):
        self.make("private", 0o700)
        self.make("private/box", 0o777)
        self.assertEqual(self.found(), [])

    def test_it_leaves_alone_what_others_keep_in_a_shared_folder(self):
        box = self.make("box", 0o1777)
        self.make("box/theirs", 0o777)
        self.assertEqual(self.found(), [box])

    def test_it_follows_no_link(self):
        outside = self.make("outside", 0o700)
        os.symlink(outside, self.root / "link")
        self.assertEqual(self.found(), [])

    def test_it_ends_in_time_and_finds_the_shallow_ones_of_this_machine(self):
        started = time.process_time()
        found = writable_folders(STRANGER)
        self.assertLess(time.process_time() - started, 1)
        self.assertIn(os.path.realpath("/tmp"), map(os.path.realpath, found))
