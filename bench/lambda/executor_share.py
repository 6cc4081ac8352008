"""Times the packed executor beside the plain design under the share of a processor that this process has.

Run it through ``npm run bench -- lambda``. Prints JSON, times in milliseconds.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.dont_write_bytecode = True
from executor_times import BATCH, TRIVIAL, cold_start, plain_case, timed  # noqa: E402 - its folder comes first

LIMIT_MS = 1000
# What a program needs of the processor, in steps of a twentieth of the limit.
NEEDS_MS = range(50, 1001, 50)
BUSY = """
import time
def solution(need_ms):
    end = time.process_time() + need_ms / 1000
    while time.process_time() < end:
        pass
    return need_ms
"""
PLAIN_BUSY = BUSY + "\nsolution({need_ms})\n"


def plain_lets_through(need_ms: int) -> bool:
    """Run the busy program as the plain design does, which stops a clock on the wall."""
    command = [sys.executable, "-c", PLAIN_BUSY.format(need_ms=need_ms)]
    try:
        subprocess.run(command, timeout=LIMIT_MS / 1000, check=True)
    except subprocess.TimeoutExpired:
        return False
    return True


def most(lets_through: Callable[[int], bool]) -> int:
    """Return the largest need that is let through, given that all smaller ones are."""
    low, high = 0, len(NEEDS_MS)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if lets_through(NEEDS_MS[middle]) else (low, middle)
    return NEEDS_MS[low - 1] if low else 0


def main() -> None:
    """Measure all there is."""
    # Only now, so that what started this process had all of the processor.
    with open(sys.argv[2], "w", encoding="ascii") as members:
        members.write(str(os.getpid()))
    rounds = int(sys.argv[3])
    # By which the executor knows its share.
    os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = sys.argv[4]
    cold = [cold_start(sys.argv[1]) for _ in range(rounds)]
    sys.path.insert(0, sys.argv[1])
    # By its path's order ours comes first: the bench's own module of this name is loaded already.
    import lambda_function

    single = {"code_to_execute": TRIVIAL, "input_data": 1, "timeout_ms": 2000}
    batch = {"code_to_execute": TRIVIAL, "inputs": list(range(BATCH)), "timeout_ms": 2000}
    lambda_function.lambda_handler(single, None)
    lambda_function.lambda_handler(single, None)
    warm, twenty, plain = [], [], []
    for _ in range(rounds):
        warm += [timed(lambda: lambda_function.lambda_handler(single, None)) for _ in range(5)]
        twenty.append(timed(lambda: lambda_function.lambda_handler(batch, None)))
        plain.append(timed(plain_case))

    def executor_lets_through(need_ms: int) -> bool:
        event = {"code_to_execute": BUSY, "input_data": need_ms, "timeout_ms": LIMIT_MS}
        return lambda_function.lambda_handler(event, None)["isSuccessful"]

    times = {"cold": cold, "warm": warm, "batch": twenty, "plain": plain}
    figures = {name: statistics.median(found) for name, found in times.items()}
    figures["letsThrough"] = most(executor_lets_through)
    figures["plainLetsThrough"] = most(plain_lets_through)
    lambda_function.executor.close()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
