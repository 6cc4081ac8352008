"""The copy that an interpreter runs from."""

import os
import subprocess
import sys
import tempfile
import unittest

from support import NODE

from interpreter import open_unreadable_copy


@unittest.skipUnless(sys.platform == "linux", "only Linux has files without a name")
class Copies(unittest.TestCase):
    def test_a_program_is_copied_as_far_as_it_is_needed_to_run(self) -> None:
        copy = open_unreadable_copy(str(NODE))
        assert copy is not None
        self.assertLess(os.fstat(copy).st_size, 0.9 * NODE.stat().st_size)
        run = subprocess.run(
            ["node", "--print", "6 * 7"],
            executable=f"/proc/self/fd/{copy}",
            pass_fds=[copy],
            stdout=subprocess.PIPE,
            check=True,
        )
        os.close(copy)
        self.assertEqual(run.stdout, b"42\n")

    def test_what_is_no_elf_file_is_copied_whole(self) -> None:
        for content in (b"#!/bin/sh\nexit 7\n", b"\x7fELF", b""):
            with tempfile.NamedTemporaryFile() as program:
                program.write(content)
                program.flush()
                copy = open_unreadable_copy(program.name)
            assert copy is not None
            self.assertEqual(os.fstat(copy).st_size, len(content))
            os.close(copy)


if __name__ == "__main__":
    unittest.main()
