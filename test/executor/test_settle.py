import subprocess
import sys
import unittest

from support import RUNNER

# Frees one object of every page, then counts the pages that new ones of that size come to lie on.
PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
from settle import settle
SIZE = 300
objects = [bytes(SIZE) for _ in range(20_000)]
del objects[::40]
settle()
print(len({id(made) // 4096 for made in [bytes(SIZE) for _ in range(50)]}))
"""


class Settled(unittest.TestCase):
    def test_objects_that_are_made_later_lie_side_by_side(self):
        done = subprocess.run([sys.executable, "-B", "-c", PROBE, str(RUNNER)], capture_output=True, check=True)
        self.assertLess(int(done.stdout), 10)
