import json
import subprocess
import sys
import unittest

from support import IS_ROOT, ROOT

from clocks import SEES_WAITS


class Probe(unittest.TestCase):
    def test_run_as_a_program_it_prints_the_layers_as_one_line_of_json(self):
        command = [sys.executable, "-B", str(ROOT / "executor" / "probe.py")]
        done = subprocess.run(command, capture_output=True, timeout=60, cwd="/")
        report = json.loads(done.stdout)
        self.assertEqual((report["error"], done.stderr), (None, b""))
        if sys.platform == "linux":
            self.assertTrue(report["isJailed"], report)
            self.assertEqual((report["layers"]["signals"], report["layers"]["limitsOfOthers"]), (IS_ROOT, IS_ROOT))
        clocks = report["clocks"]
        self.assertEqual((clocks["processorShare"], clocks["seesWaits"]), (1, SEES_WAITS))
        self.assertTrue(0 < clocks["measuredShare"] <= 1.1, clocks)
        self.assertEqual(bool(report["missing"]), not all(report["layers"].values()))
