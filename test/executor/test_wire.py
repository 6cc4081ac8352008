"""The wire fixtures that the API's adapter is tested with too: same payloads, same answers."""

import json
import unittest
from typing import Any

from support import ROOT, ExecutorTest, lambda_function

VOLATILE = {"executionTimeMs": 0, "cpuTimeMs": 0, "peakMemoryKb": 0}


def comparable(answer: dict[str, Any]) -> str:
    """Text of an answer without what differs from run to run; texts tell ``1`` from ``1.0``."""
    if "results" not in answer:
        return json.dumps(answer)
    results = [{**result, **VOLATILE} for result in answer["results"]]
    for result in results:
        result["stderr"] = comparable_fault(result["stderr"])
    return json.dumps(results, sort_keys=True)


def comparable_fault(stderr: str) -> Any:
    """The error of a fault line; how a traceback marks its lines differs between Pythons."""
    return json.loads(stderr)["error"] if stderr.startswith("{") else stderr


class Wire(ExecutorTest):
    def test_every_fixture_is_answered_as_it_says(self) -> None:
        fixtures = sorted((ROOT / "test" / "contract" / "wire").glob("*.json"))
        self.assertGreater(len(fixtures), 3)
        for fixture in fixtures:
            wire = json.loads(fixture.read_text(encoding="utf-8"))
            with self.subTest(wire["title"]):
                answer = lambda_function.lambda_handler(json.loads(wire["payload"]), None)
                self.assertEqual(comparable(answer), comparable(json.loads(wire["answer"])))


if __name__ == "__main__":
    unittest.main()
