import json
import os
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
            around_node = report["javascript"]
            self.assertEqual((around_node["isJailed"], around_node["missing"], around_node["error"]), (True, [], None))
            self.assertTrue(all(around_node["layers"].values()), around_node)
        clocks = report["clocks"]
        self.assertEqual((clocks["processorShare"], clocks["seesWaits"]), (1, SEES_WAITS))
        self.assertTrue(0 < clocks["measuredShare"] <= 1.1, clocks)
        self.assertEqual(bool(report["missing"]), not all(report["layers"].values()))

    def test_without_a_node_it_has_nothing_to_say_of_javascript(self):
        command = [sys.executable, "-B", str(ROOT / "executor" / "probe.py")]
        environment = {**os.environ, "EXECUTOR_NODE": "/nowhere/node"}
        done = subprocess.run(command, capture_output=True, timeout=60, cwd="/", env=environment)
        report = json.loads(done.stdout)
        self.assertIsNone(report["javascript"])
        self.assertTrue(report["layers"]["files"])
