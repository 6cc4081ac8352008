"""Times JavaScript on the packed executor beside a Node that is spawned for every case: prints medians as JSON.

Run it through ``npm run bench -- executor``. Times are milliseconds.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
from executor_times import BATCH, timed  # noqa: E402 - its folder comes first

TRIVIAL = "function solution(data) {\n  return data;\n}\n"
EVENT = {"code_to_execute": TRIVIAL, "timeout_ms": 2000, "language": "javascript"}

# What solutions are made of; it returns the milliseconds it took.
COMPUTING = """
function solution() {
  const began = performance.now();
  const list = Array.from({ length: 8 }, (_, at) => at);
  let found = 0;
  for (let turn = 0; turn < 200_000; turn += 1) {
    const [first, ...others] = [...list, turn].map((one) => one + 1);
    found += others.concat([first]).length + "a,b,c".replace(/b/g, "x").split(",").length;
    found += new Map([[turn, found]]).size;
  }
  return performance.now() - began + (found & 0);
}
"""

# A script per case, run by a fresh Node.
PLAIN_RUNNER = """
const { readFileSync } = require("node:fs");
const solution = new Function(`${readFileSync(process.argv[2], "utf8")}; return solution;`)();
const result = solution(JSON.parse(readFileSync(0, "utf8")));
const frame = Buffer.from(JSON.stringify({ result })).toString("base64");
process.stdout.write(`###_RETURN_VALUE_###${frame}\\n`);
"""

COLD = """
import decimal, json, logging, sys, threading, time
start = time.perf_counter()
sys.path.insert(0, sys.argv[1])
import lambda_function
answer = lambda_function.lambda_handler({**json.loads(sys.argv[2]), "input_data": 1}, None)
print((time.perf_counter() - start) * 1000)
assert answer["isSuccessful"], answer
lambda_function.executor.close()
"""


def plain_case(node: str) -> None:
    """Run one case the plain way, temporary files included."""
    with tempfile.TemporaryDirectory() as folder:
        solution, runner = Path(folder, "solution.js"), Path(folder, "runner.cjs")
        solution.write_text(TRIVIAL, encoding="utf-8")
        runner.write_text(PLAIN_RUNNER, encoding="utf-8")
        command = [node, str(runner), str(solution)]
        done = subprocess.run(command, input="1", capture_output=True, text=True, timeout=30, check=True)
        assert done.stdout.startswith("###_RETURN_VALUE_###"), done


def computing(node: str) -> float:
    """Return how long the program takes that computes, without any wall around it."""
    return float(subprocess.check_output([node, "--print", f"{COMPUTING}; solution()"], text=True))


def bare_node(node: str) -> None:
    """Start a Node that does nothing."""
    subprocess.run([node, "--eval", "0"], check=True)


def cold_start(executor: str) -> float:
    """Return the time from the executor's import to its first answer."""
    command = [sys.executable, "-B", "-c", COLD, executor, json.dumps(EVENT)]
    return float(subprocess.check_output(command, text=True))


def main() -> None:
    """Measure in turns, so that a noisy moment meets every kind alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="turns, of which medians are taken")
    parser.add_argument("executor", help="folder of the unpacked archive")
    options = parser.parse_args()
    node = os.path.join(options.executor, "bin", "node")
    sys.path.insert(0, options.executor)
    import lambda_function

    executor, language = lambda_function.executor, lambda_function.JAVASCRIPT

    def answered(event: dict[str, Any]) -> float:
        """Return the time of an invocation that finds a warm process, as after a pause."""
        executor.await_warm(language)
        return timed(lambda: lambda_function.lambda_handler({**EVENT, **event}, None))

    def cases() -> list[float]:
        """Return the times of the first case of an invocation, and of those that follow it."""
        executor.await_warm(language)
        found = [timed(lambda: executor.run(TRIVIAL, "1", 2000, language=language)) for _ in range(BATCH)]
        executor.end_invocation()
        return found

    answered({"input_data": 1})
    names = ("spawned", "bare", "cold", "single", "batch", "unready", "first", "further", "computing", "inCase")
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(options.rounds):
        times["spawned"] += [timed(lambda: plain_case(node)) for _ in range(2)]
        times["bare"].append(timed(lambda: bare_node(node)))
        times["cold"].append(cold_start(options.executor))
        times["single"].append(answered({"input_data": 1}))
        times["batch"].append(answered({"inputs": list(range(BATCH))}))
        # At once after another invocation, whose spare has only begun to start.
        answered({"input_data": 1})
        times["unready"].append(timed(lambda: lambda_function.lambda_handler({**EVENT, "input_data": 1}, None)))
        first, *further = cases()
        times["first"].append(first)
        times["further"] += further
        times["computing"].append(computing(node))
        times["inCase"].append(executor.run(COMPUTING, "1", 5000, language=language).output["returnValue"])
        executor.end_invocation()
        time.sleep(0.05)
    executor.close()
    print(json.dumps({name: round(statistics.median(found), 3) for name, found in times.items()}))


if __name__ == "__main__":
    main()
