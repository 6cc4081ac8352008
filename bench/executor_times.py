"""Times the packed executor beside what else one could do, all in one run: prints medians as JSON.

Run it through ``npm run bench -- executor``. Times are milliseconds, memory is KiB, faults are the
pages that the kernel has to copy or map while a process runs: what a case costs, on any machine.
"""

import argparse
import base64
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TRIVIAL = "def solution(data):\n    return data"
BATCH = 20

# The design that the service replaces: a script per case, run by a fresh interpreter.
PLAIN_RUNNER = """
import base64, importlib.util, json, sys
spec = importlib.util.spec_from_file_location("solution", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
result = module.solution(json.load(sys.stdin))
print("###_RETURN_VALUE_###" + base64.b64encode(json.dumps({"result": result}).encode()).decode())
"""

BARE_FORK = """
import os, sys, time
times = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    times.append((time.perf_counter() - start) * 1000)
print(*times)
"""

# In a process that has loaded what Lambda's runtime client loads before any function.
COLD = """
import decimal, json, logging, sys, threading, time
start = time.perf_counter()
sys.path.insert(0, sys.argv[1])
import lambda_function
answer = lambda_function.lambda_handler({"code_to_execute": sys.argv[2], "input_data": 1}, None)
print((time.perf_counter() - start) * 1000)
assert answer["isSuccessful"], answer
lambda_function.executor.close()
"""


def timed(action: Callable[[], Any]) -> float:
    """Return how many milliseconds the action took."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def plain_case() -> None:
    """Run one case the plain way, temporary files included."""
    with tempfile.TemporaryDirectory() as folder:
        solution, runner = Path(folder, "solution.py"), Path(folder, "runner.py")
        solution.write_text(TRIVIAL, encoding="utf-8")
        runner.write_text(PLAIN_RUNNER, encoding="utf-8")
        command = [sys.executable, str(runner), str(solution)]
        done = subprocess.run(command, input="1", capture_output=True, text=True, timeout=5, check=True)
        encoded = done.stdout.rpartition("###_RETURN_VALUE_###")[2]
        assert json.loads(base64.b64decode(encoded)) == {"result": 1}


def own_fork() -> None:
    """Fork this process, the handler's, exit and wait."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def bare_forks(rounds: int) -> list[float]:
    """Return the times of fork, exit and wait in an interpreter that did nothing else."""
    command = [sys.executable, "-I", "-S", "-c", BARE_FORK, str(rounds)]
    return [float(word) for word in subprocess.check_output(command, text=True).split()]


def bare_interpreter() -> None:
    """Start an interpreter that does nothing."""
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)


def cold_start(executor: str) -> float:
    """Return the time from the executor's import to its first answer."""
    command = [sys.executable, "-B", "-c", COLD, executor, TRIVIAL]
    return float(subprocess.check_output(command, text=True))


def resident_kb(pid: int) -> int:
    """Return the resident memory of a process, pages that it shares with others included."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def faults_of(pid: int) -> tuple[int, int]:
    """Return the minor faults of a process, and of the children that it waited for."""
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return int(fields[7]), int(fields[8])


def faults_of_fork(rounds: int) -> dict[str, float]:
    """Return the faults of a fork of this process that exits at once, and its parent's."""
    before = faults_of(os.getpid())
    for _ in range(rounds):
        own_fork()
    after = faults_of(os.getpid())
    return {"child": (after[1] - before[1]) / rounds, "parent": (after[0] - before[0]) / rounds}


def faults_of_case(zygote: int, run: Callable[[], Any], rounds: int) -> dict[str, float]:
    """Return the faults of a warm case after a pause: in all, and of the child once the case was sent."""
    found = []
    for _ in range(rounds):
        # Time for the fork in waiting to prepare itself, and for the zygote to wait.
        time.sleep(0.05)
        with open(f"/proc/{zygote}/task/{zygote}/children", encoding="ascii") as children:
            waiting = int(children.read())
        before, prepared = faults_of(zygote), faults_of(waiting)[0]
        run()
        time.sleep(0.05)
        after = faults_of(zygote)
        found.append((after[1] - before[1], after[1] - before[1] - prepared, after[0] - before[0]))
    names = ("child", "childWhileSomebodyWaits", "zygote")
    return dict(zip(names, map(statistics.median, zip(*found, strict=True)), strict=True))


def main() -> None:
    """Measure in turns, so that a noisy moment meets every kind alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="turns, of which medians are taken")
    parser.add_argument("executor", help="folder of the unpacked archive")
    options = parser.parse_args()
    rounds = options.rounds
    sys.dont_write_bytecode = True
    sys.path.insert(0, options.executor)
    import lambda_function

    single = {"code_to_execute": TRIVIAL, "input_data": 1, "timeout_ms": 2000}
    batch = {"code_to_execute": TRIVIAL, "inputs": list(range(BATCH)), "timeout_ms": 2000}
    lambda_function.lambda_handler(single, None)
    times: dict[str, list[float]] = {
        name: [] for name in ("warm", "batch", "plain", "fork", "ownFork", "interpreter", "cold")
    }
    for _ in range(rounds):
        times["warm"] += [timed(lambda: lambda_function.lambda_handler(single, None)) for _ in range(20)]
        times["batch"].append(timed(lambda: lambda_function.lambda_handler(batch, None)))
        times["fork"] += bare_forks(20)
        times["ownFork"] += [timed(own_fork) for _ in range(20)]
        times["plain"] += [timed(plain_case) for _ in range(2)]
        times["interpreter"].append(timed(bare_interpreter))
        times["cold"].append(cold_start(options.executor))
    figures: dict[str, Any] = {name: round(statistics.median(found), 3) for name, found in times.items()}
    zygote = lambda_function.executor.warm_up()
    if os.path.exists("/proc/self/status"):
        figures["memoryKb"] = resident_kb(os.getpid()) + resident_kb(zygote.pid)
        figures["forkFaults"] = faults_of_fork(rounds)
        figures["caseFaults"] = faults_of_case(zygote.pid, lambda: lambda_function.lambda_handler(single, None), rounds)
    lambda_function.executor.close()
    figures["python"] = sys.version.split()[0]
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
